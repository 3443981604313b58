//! The sample articles, compiled in from `seeds/articles/index.tsv` by the build script.

use crate::state::{Format, Source};

/// A sample article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Name of its file.
    pub file: &'static str,
    /// Its form.
    pub format: Format,
    /// What kind of article it is.
    pub shape: &'static str,
    /// Its headline.
    pub title: &'static str,
    /// One sentence on what it shows.
    pub about: &'static str,
    /// Its text or HTML.
    pub content: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/samples.rs"));

impl Sample {
    /// The text to analyse.
    pub fn source(&self) -> Source {
        Source { format: self.format, content: self.content.into(), plain: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_has_a_headline_and_words() {
        for sample in SAMPLES {
            assert!(!sample.title.is_empty(), "{}", sample.file);
            assert!(!sample.shape.is_empty() && !sample.about.is_empty(), "{}", sample.file);
            assert!(sample.content.split_whitespace().count() > 100, "{}", sample.file);
        }
    }
}
