//! A Document → the files that a reader can save of it, with their names. A worker makes them: page and analyser are
//! there sooner without what writes nine formats.

use std::borrow::Cow;

use whosaid::document::in_unit;
use whosaid::export::{ExportFormat, export};
use whosaid::{Document, OffsetUnit};

/// A file to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File<Content> {
    /// Its name.
    pub name: String,
    /// What the browser is told of its kind.
    pub media_type: String,
    /// What it holds.
    pub content: Content,
}

/// A form in which an analysis can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The marked article as a page of its own.
    Html,
    /// The record itself, which this page opens again.
    Json,
    /// A row a quotation.
    Csv,
    /// A report.
    Markdown,
    /// W3C Web Annotations.
    WebAnnotation,
    /// TEI P5.
    Tei,
    /// A line a word.
    Conllu,
    /// The marks of brat.
    BratMarks,
    /// The text that those marks are about.
    BratText,
}

impl Form {
    /// All, those for most people first.
    pub const ALL: [Self; 9] = [
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::Markdown,
        Self::WebAnnotation,
        Self::Tei,
        Self::BratMarks,
        Self::BratText,
        Self::Conllu,
    ];

    /// How its files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Html => ".html",
            Self::Json => ".json",
            Self::Csv => ".csv",
            Self::Markdown => ".md",
            Self::WebAnnotation => ".jsonld",
            Self::Tei => ".xml",
            Self::Conllu => ".conllu",
            Self::BratMarks => ".ann",
            Self::BratText => ".txt",
        }
    }

    /// The form whose files end so.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.ending() == ending)
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html;charset=utf-8",
            Self::Json => "application/json",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::WebAnnotation => "application/ld+json",
            Self::Tei => "application/tei+xml",
            Self::Conllu | Self::BratMarks | Self::BratText => "text/plain;charset=utf-8",
        }
    }

    /// An analysis as a file of this form.
    pub fn file(self, document: Document) -> File<String> {
        let name = format!("{}{}", stem(&document), self.ending());
        File { name, media_type: self.media_type().to_owned(), content: self.content(document) }
    }

    fn content(self, document: Document) -> String {
        // The page counts bytes. Who reads these files in a script, as the bindings' users do, counts UTF-16; all other
        // formats count what they prescribe.
        let counted = |document| in_unit(document, OffsetUnit::Utf16);
        match self {
            Self::Html => export(&document, ExportFormat::Html),
            Self::Json => export(&counted(document), ExportFormat::Json),
            // Excel takes a table without this mark for one in the system's old character set.
            Self::Csv => format!("\u{feff}{}", export(&counted(document), ExportFormat::Csv)),
            Self::Markdown => export(&document, ExportFormat::Markdown),
            Self::WebAnnotation => export(&document, ExportFormat::WebAnnotation),
            Self::Tei => export(&document, ExportFormat::Tei),
            Self::Conllu => export(&document, ExportFormat::Conllu),
            Self::BratMarks => export(&document, ExportFormat::Brat),
            Self::BratText => document.text,
        }
    }
}

/// Characters of a name without its ending: some systems take no more than 255 bytes for all of it.
const LONGEST_STEM: usize = 60;

/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The name of an article's files: its headline, or its first words.
pub fn stem(document: &Document) -> String {
    let title = document.title.as_deref().map(slug).filter(|slug| !slug.is_empty());
    let slug = title.unwrap_or_else(|| slug(&document.text));
    match slug.as_str() {
        "" => "article".to_owned(),
        device if DEVICES.contains(&device) => format!("{device}-article"),
        _ => slug,
    }
}

/// Letters and digits in small letters, all else as hyphens; ends with a word.
fn slug(text: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let word = hyphenated(word);
        let more = word.chars().count() + usize::from(!out.is_empty());
        if word.is_empty() {
            continue;
        }
        if length + more > LONGEST_STEM {
            if out.is_empty() {
                out.extend(word.chars().take(LONGEST_STEM));
            }
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&word);
        length += more;
    }
    out
}

fn hyphenated(word: &str) -> Cow<'_, str> {
    let kept: String = word
        .chars()
        // "don’t" stays one word, and a letter keeps no loose accent.
        .filter(|letter| !matches!(letter, '\'' | '’' | '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter.is_alphanumeric() { letter } else { '-' })
        .collect();
    Cow::Owned(kept.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::answer_for;

    #[test]
    fn a_file_is_named_for_the_headline_or_the_first_words() {
        let mut document = answer_for("Ana Ruiz: “We won’t go!”").document().unwrap();
        document.title = Some(" Council votes, 5–4, to keep\n the ferry ".to_owned());
        assert_eq!(stem(&document), "council-votes-5-4-to-keep-the-ferry");
        document.title = Some("—".to_owned());
        assert_eq!(stem(&document), "ana-ruiz-we-wont-go");
        document.title = Some("../../etc/\u{202e}passwd\0".to_owned());
        assert_eq!(stem(&document), "etc-passwd");
        document.title = Some("CON".to_owned());
        assert_eq!(stem(&document), "con-article");
        document.title = Some("word ".repeat(100));
        assert!(stem(&document).ends_with("word") && stem(&document).len() <= LONGEST_STEM);
        document.title = Some("x".repeat(300));
        assert_eq!(stem(&document).len(), LONGEST_STEM);
        (document.title, document.text) = (None, "…".to_owned());
        assert_eq!(stem(&document), "article");
    }

    #[test]
    fn what_scripts_read_counts_as_javascript_does_and_the_rest_as_its_format_says() {
        let document = answer_for("😀 “We won,” said Ana Ruiz.").document().unwrap();
        let json = Form::Json.file(document.clone());
        assert_eq!(json.name, "we-won-said-ana-ruiz.json");
        assert!(json.content.contains(r#""offsetUnit":"utf16""#));
        assert!(Form::Csv.content(document.clone()).contains(",utf16"));
        assert_eq!(Form::BratText.content(document.clone()), document.text);
        for form in Form::ALL {
            assert!(!form.content(document.clone()).is_empty(), "{form:?}");
            assert_eq!(Form::from_ending(form.ending()), Some(form));
        }
    }
}
