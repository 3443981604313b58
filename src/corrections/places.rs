//! Places of a log in the Document it is applied to: units, words, marks around them.

use crate::document::{Document, SpanRecord};
use crate::labels::QuoteKind;
use crate::text::{OffsetUnit, UnitConverter};

/// Marks that open a quotation, and those that close one. Straight ones do both.
const OPENING: [char; 7] = ['“', '„', '«', '‘', '‹', '"', '\''];
const CLOSING: [char; 7] = ['”', '“', '»', '’', '›', '"', '\''];
/// Double marks: a single one may be an apostrophe.
const DOUBLE: [char; 6] = ['“', '”', '„', '«', '»', '"'];

/// Looks at a Document through the eyes of a log.
pub(super) struct Places<'a> {
    document: &'a Document,
    own: UnitConverter,
    log: UnitConverter,
    same: bool,
}

impl<'a> Places<'a> {
    pub fn new(document: &'a Document, log: OffsetUnit) -> Self {
        Self {
            document,
            own: UnitConverter::new(&document.text, document.offset_unit),
            log: UnitConverter::new(&document.text, log),
            same: document.offset_unit == log,
        }
    }

    /// A place of the log in the Document's unit.
    pub fn place(&self, span: SpanRecord) -> SpanRecord {
        if self.same {
            return span;
        }
        let edge = |offset| self.own.from_byte(self.log.to_byte(offset).min(self.document.text.len() as u32));
        SpanRecord { start: edge(span.start), end: edge(span.end) }
    }

    /// The words at a place of the log, from the start of the first to the end of the last; `None` if there are none.
    pub fn words(&self, span: SpanRecord) -> Option<SpanRecord> {
        self.whole(self.place(span))
    }

    /// The same, if all of them stand in one sentence.
    pub fn words_of_a_sentence(&self, span: SpanRecord) -> Option<SpanRecord> {
        let words = self.words(span)?;
        let sentences = &self.document.sentences;
        let at = sentences.partition_point(|sentence| sentence.end <= words.start);
        sentences.get(at).filter(|sentence| sentence.start <= words.start && words.end <= sentence.end)?;
        Some(words)
    }

    /// All other places where the text of these words stands as whole words.
    pub fn same_words(&self, words: SpanRecord) -> Vec<SpanRecord> {
        let text = self.slice(words);
        if text.is_empty() {
            return Vec::new();
        }
        let found = self.document.text.match_indices(text).map(|(start, text)| SpanRecord {
            start: self.own.from_byte(start as u32),
            end: self.own.from_byte((start + text.len()) as u32),
        });
        let whole = |span: &SpanRecord| self.whole(*span) == Some(*span);
        found.filter(|span| *span != words && whole(span)).collect()
    }

    /// The text of a span of the Document.
    pub fn slice(&self, span: SpanRecord) -> &'a str {
        let [start, end] = [span.start, span.end].map(|offset| self.own.to_byte(offset) as usize);
        self.document.text.get(start..end).unwrap_or("")
    }

    /// The same on one line.
    pub fn line(&self, span: SpanRecord) -> String {
        self.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// How much of these words stands inside quotation marks, as the marks in and around them tell.
    pub fn kind(&self, content: &[SpanRecord]) -> QuoteKind {
        let quoted = content.iter().filter(|piece| self.is_quoted(**piece)).count();
        let holds_marks = |piece: &SpanRecord| self.slice(*piece).contains(DOUBLE);
        if quoted == content.len() && !content.iter().any(holds_marks) {
            QuoteKind::Direct
        } else if quoted > 0 || content.iter().any(holds_marks) {
            QuoteKind::Mixed
        } else {
            QuoteKind::Indirect
        }
    }

    /// The words without quotation marks at their edges: those around them, and a double one that stands at one edge only.
    /// What would be nothing then stays as it is.
    pub fn without_marks(&self, words: SpanRecord) -> SpanRecord {
        let tokens = &self.document.tokens;
        let mut first = tokens.start.partition_point(|start| *start < words.start);
        let mut end = tokens.end.partition_point(|end| *end <= words.end);
        let is = |at: usize, marks: &[char]| {
            let span = tokens.start.get(at).zip(tokens.end.get(at));
            let text = span.map_or("", |(start, end)| self.slice(SpanRecord { start: *start, end: *end }));
            !text.is_empty() && text.chars().all(|letter| marks.contains(&letter))
        };
        let [opens, closes] = [is(first, &OPENING), end > 0 && is(end - 1, &CLOSING)];
        let both = opens && closes;
        first += usize::from(opens && (both || is(first, &DOUBLE)));
        end -= usize::from(closes && (both || is(end - 1, &DOUBLE)));
        let last = end.checked_sub(1).filter(|last| first <= *last);
        let bare = last.and_then(|last| tokens.start.get(first).zip(tokens.end.get(last)));
        bare.map_or(words, |(start, end)| SpanRecord { start: *start, end: *end })
    }

    /// Whether marks stand at both edges, inside or right outside. A mark may be left away where a paragraph goes on.
    fn is_quoted(&self, piece: SpanRecord) -> bool {
        let [start, end] = [piece.start, piece.end].map(|offset| self.own.to_byte(offset) as usize);
        let (before, inside) = (self.document.text.get(..start), self.slice(piece));
        let after = self.document.text.get(end..).unwrap_or("");
        let opens = |c: char| OPENING.contains(&c);
        let closes = |c: char| CLOSING.contains(&c);
        let stops = |c: char| matches!(c, ',' | '.' | '!' | '?' | ';');
        let opened = inside.starts_with(opens) || before.is_some_and(|before| before.ends_with(opens));
        let closed = inside.ends_with(closes) || after.trim_start_matches(stops).starts_with(closes);
        opened && closed
    }

    /// From the start of a span's first token to the end of its last.
    fn whole(&self, span: SpanRecord) -> Option<SpanRecord> {
        let tokens = &self.document.tokens;
        let first = tokens.end.partition_point(|end| *end <= span.start);
        let last = tokens.start.partition_point(|start| *start < span.end).checked_sub(1)?;
        let words = SpanRecord { start: *tokens.start.get(first)?, end: *tokens.end.get(last)? };
        (span.start < span.end && first <= last && words.start < words.end).then_some(words)
    }
}

/// Whether two spans share a unit.
pub(super) const fn overlap(a: SpanRecord, b: SpanRecord) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether the first holds the second.
pub(super) const fn covers(a: SpanRecord, b: SpanRecord) -> bool {
    a.start <= b.start && b.end <= a.end
}
