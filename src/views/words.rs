//! How many words a stretch of text has, as a reader counts them.

use crate::document::{Document, SpanRecord};

/// Counts words between any two places by two bisections.
#[derive(Clone, Debug)]
pub struct WordCount {
    /// Starts of words in order. "don’t" is one, a comma none.
    starts: Vec<u32>,
}

impl WordCount {
    /// Reads the tokens once.
    pub fn new(document: &Document) -> Self {
        let tokens = &document.tokens;
        let mut starts = Vec::new();
        let mut end_of_word = None;
        for ((start, end), upos) in tokens.start.iter().zip(&tokens.end).zip(&tokens.upos) {
            if upos == "PUNCT" || upos == "SYM" {
                end_of_word = None;
                continue;
            }
            // The record splits "don’t" in two; a reader does not.
            if end_of_word != Some(*start) {
                starts.push(*start);
            }
            end_of_word = Some(*end);
        }
        Self { starts }
    }

    /// Words of the whole text.
    pub fn total(&self) -> u32 {
        self.starts.len() as u32
    }

    /// Words that begin in `span`.
    pub fn within(&self, span: SpanRecord) -> u32 {
        self.before(span.end).saturating_sub(self.before(span.start))
    }

    /// Words that begin before `place`.
    pub fn before(&self, place: u32) -> u32 {
        self.starts.partition_point(|start| *start < place) as u32
    }

    /// Words that begin in any of the spans, each counted once. Sorts the spans.
    pub fn within_any(&self, spans: &mut [SpanRecord]) -> u32 {
        spans.sort_unstable();
        let mut counted_to = 0;
        let mut words = 0;
        for span in spans {
            let start = span.start.max(counted_to);
            if span.end > start {
                words += self.within(SpanRecord { start, end: span.end });
                counted_to = span.end;
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;

    #[test]
    fn overlapping_spans_count_each_word_once() {
        let words = WordCount::new(&document("one two, three four", &[]));
        assert_eq!(words.total(), 4);
        let mut spans = [SpanRecord { start: 4, end: 14 }, SpanRecord { start: 0, end: 7 }];
        assert_eq!(words.within_any(&mut spans), 3);
    }

    #[test]
    fn a_contraction_is_one_word() {
        let mut document = document("dont go", &[]);
        document.tokens.start = vec![0, 2, 5];
        document.tokens.end = vec![2, 4, 7];
        document.tokens.upos = vec!["AUX".into(), "PART".into(), "VERB".into()];
        assert_eq!(WordCount::new(&document).total(), 2);
    }
}
