//! [`Document`] → brat standoff: the text in one file, what lies on it in another.
//!
//! Offsets count code points. brat reads a line a mark, so a mark that runs over a line end, or over another character
//! that some readers take for one, is written in pieces. docs/EXPORTS.md tells which types there are, and
//! [`CONFIGURATION`] tells brat.

use std::fmt::Write;
use std::ops::Range;

use super::places::Places;
use crate::document::{Document, MentionRecord, QuoteRecord};
use crate::views::entity;

/// `annotation.conf` for brat: the types, relations and attributes that [`brat`] writes.
pub const CONFIGURATION: &str = include_str!("brat.conf");

/// The two files of one text. They have one name, and the endings `.txt` and `.ann`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brat {
    /// The text as it stands in the Document, to be written without any change of line ends.
    pub text: String,
    /// A line a mark, relation, attribute or note.
    pub annotations: String,
}

/// Writes names, quotations, cues and sources as marks, and what binds them as relations.
///
/// ```
/// use whosaid::{Input, Models, Options, analyze, export::brat::brat};
/// let document = analyze(&Input::text("“We won,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
/// let files = brat(&document);
/// assert_eq!(files.text, document.text);
/// assert!(files.annotations.contains("\tPERSON 15 23\tAna Ruiz\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn brat(document: &Document) -> Brat {
    Brat { text: document.text.clone(), annotations: annotations(document) }
}

/// The `.ann` file alone, for those who have the text.
pub fn annotations(document: &Document) -> String {
    let places = Places::new(document);
    let mut lines = Lines::default();
    let of_mention: Vec<_> = document.mentions.iter().map(|row| lines.mention(row, &places)).collect();
    lines.same_entities(document, &of_mention);
    let of_quote: Vec<_> = document.quotes.iter().map(|row| lines.quotation(row, &places)).collect();
    for (quote, mark) in document.quotes.iter().zip(&of_quote) {
        let Some(mark) = mark else { continue };
        lines.bindings(document, quote, *mark, &places, &of_mention);
        let parent = quote.parent.and_then(|parent| of_quote.get(parent as usize).copied().flatten());
        if let Some(parent) = parent {
            lines.relation("InsideOf", *mark, parent);
        }
        lines.note(document, quote, *mark);
    }
    lines.out
}

/// The lines so far, with the last number of each sort.
#[derive(Default)]
struct Lines {
    out: String,
    marks: u32,
    relations: u32,
    attributes: u32,
    notes: u32,
}

impl Lines {
    /// `T1 PERSON 0 3;4 8 Ana Ruiz`; nothing where no character can be marked.
    fn mark(&mut self, kind: &str, ranges: &[Range<usize>], places: &Places) -> Option<u32> {
        let pieces: Vec<_> = ranges.iter().flat_map(|range| fragments(range.clone(), places)).collect();
        if pieces.is_empty() {
            return None;
        }
        self.marks += 1;
        let spans =
            pieces.iter().map(|piece| format!("{} {}", places.points(piece.start), places.points(piece.end)));
        let words = pieces.iter().map(|piece| places.words(piece.clone()));
        let (spans, words) = (spans.collect::<Vec<_>>().join(";"), words.collect::<Vec<_>>().join(" "));
        let _ = writeln!(self.out, "T{}\t{} {spans}\t{words}", self.marks, identifier(kind));
        Some(self.marks)
    }

    fn mention(&mut self, mention: &MentionRecord, places: &Places) -> Option<u32> {
        let mark = self.mark(&mention.entity_type, &[places.bytes(mention.start, mention.end)?], places)?;
        if mention.kind != "name" {
            self.attribute("Form", mark, &mention.kind);
        }
        Some(mark)
    }

    /// Mentions of one entity are one in brat's sense, too.
    fn same_entities(&mut self, document: &Document, of_mention: &[Option<u32>]) {
        for entity in &document.entities {
            let marks =
                entity.mentions.iter().filter_map(|id| of_mention.get(*id as usize).copied().flatten());
            let marks: Vec<_> = marks.map(|mark| format!(" T{mark}")).collect();
            if marks.len() > 1 {
                let _ = writeln!(self.out, "*\tEquiv{}", marks.concat());
            }
        }
    }

    fn quotation(&mut self, quote: &QuoteRecord, places: &Places) -> Option<u32> {
        let mut content: Vec<_> = quote.content.iter().filter_map(|span| places.span(*span)).collect();
        content.sort_by_key(|range| (range.start, range.end));
        let mark = self.mark("Quotation", &apart(content), places)?;
        self.attribute("Kind", mark, &quote.kind);
        self.attribute("Class", mark, &quote.class);
        self.attribute("Polarity", mark, &quote.polarity);
        Some(mark)
    }

    /// Cue, source, speaker and addressees of a quotation.
    fn bindings(
        &mut self,
        document: &Document,
        quote: &QuoteRecord,
        mark: u32,
        places: &Places,
        of_mention: &[Option<u32>],
    ) {
        let source = quote.source.and_then(|span| places.span(span));
        for (kind, relation, range) in [
            ("Cue", "HasCue", quote.cue.and_then(|span| places.span(span))),
            ("Source", "HasSource", source.clone()),
        ] {
            if let Some(other) = range.and_then(|range| self.mark(kind, &[range], places)) {
                self.relation(relation, mark, other);
            }
        }
        let speaker = quote.speaker.map(|id| ("Speaker", id));
        for (relation, id) in speaker.into_iter().chain(quote.addressees.iter().map(|id| ("Addressee", *id)))
        {
            let inside = |mention: &MentionRecord| {
                let range = places.bytes(mention.start, mention.end)?;
                source.as_ref().filter(|source| source.start <= range.start && range.end <= source.end)
            };
            let Some(entity) = entity(document, id) else { continue };
            let marked = |id: &u32| of_mention.get(*id as usize).copied().flatten();
            // Where the source itself mentions the speaker, there; else where the article first does.
            let near = entity.mentions.iter().find(|id| {
                let mention = document.mentions.get(**id as usize);
                relation == "Speaker" && marked(id).is_some() && mention.and_then(inside).is_some()
            });
            let other = near.and_then(marked).or_else(|| entity.mentions.iter().find_map(marked));
            if let Some(other) = other {
                self.relation(relation, mark, other);
            }
        }
    }

    fn relation(&mut self, kind: &str, from: u32, to: u32) {
        self.relations += 1;
        let _ = writeln!(self.out, "R{}\t{kind} Arg1:T{from} Arg2:T{to}", self.relations);
    }

    fn attribute(&mut self, kind: &str, mark: u32, value: &str) {
        self.attributes += 1;
        let _ = writeln!(self.out, "A{}\t{kind} T{mark} {}", self.attributes, identifier(value));
    }

    /// What has no place of its own in brat: the speaker's full name and the confidence.
    fn note(&mut self, document: &Document, quote: &QuoteRecord, mark: u32) {
        self.notes += 1;
        let speaker = quote.speaker.and_then(|id| entity(document, id));
        let speaker = speaker.map_or_else(String::new, |speaker| format!("{}; ", one_line(&speaker.name)));
        let _ = writeln!(
            self.out,
            "#{}\tAnnotatorNotes T{mark}\t{speaker}confidence {}",
            self.notes, quote.confidence
        );
    }
}

/// Ranges in order → the same characters in ranges that do not overlap: brat refuses others in one mark.
fn apart(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

/// The range without what ends a line for some reader of it: Python's `splitlines` knows ten characters and more. White
/// space at the edges of what remains is left out.
fn fragments(range: Range<usize>, places: &Places) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = range.start;
    for words in places.words(range).split_inclusive(ends_line) {
        let inner = words.trim_end_matches(ends_line);
        let before = inner.len() - inner.trim_start().len();
        let inside = inner.trim();
        if !inside.is_empty() {
            out.push(start + before..start + before + inside.len());
        }
        start += words.len();
    }
    out
}

fn ends_line(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

fn one_line(words: &str) -> String {
    words
        .split(|character: char| character.is_whitespace() || ends_line(character))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A label as brat takes it: letters, digits, hyphen and underscore.
fn identifier(label: &str) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let out: String = label.chars().map(|character| if plain(character) { character } else { '_' }).collect();
    if out.is_empty() { "_".to_owned() } else { out }
}
