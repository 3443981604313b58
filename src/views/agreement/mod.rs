//! What a reader marked before seeing the analysis, beside what the program found: the same, the same words with another
//! speaker, or one of the two alone.

mod pieces;
mod speaker;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::WordCount;
use crate::document::{Document, QuoteRecord, SpanRecord};

pub use pieces::{MarkedPiece, marked_pieces, whole_words};
pub use speaker::is_speaker;

/// Words that a reader takes for somebody's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReaderMark {
    /// Where they stand, in the Document's unit.
    pub words: SpanRecord,
    /// Who says them, as the reader typed it; `None` where nobody is named.
    pub speaker: Option<String>,
}

/// That the program is wrong about a row, as the reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// The [place](AgreementRow::place) of the row.
    pub place: SpanRecord,
    /// Why; may be empty.
    pub why: String,
}

/// How a row was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// By both, with the same speaker.
    Both,
    /// By both, with another speaker.
    OtherSpeaker,
    /// By the reader alone.
    OnlyReader,
    /// By the program alone.
    OnlyProgram,
}

impl Verdict {
    /// All, the friendliest first.
    pub const ALL: [Self; 4] = [Self::Both, Self::OtherSpeaker, Self::OnlyReader, Self::OnlyProgram];

    /// Its name in tables and style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::OtherSpeaker => "otherSpeaker",
            Self::OnlyReader => "onlyReader",
            Self::OnlyProgram => "onlyProgram",
        }
    }
}

/// One quotation, by the reader, the program or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementRow {
    /// How it was found.
    pub verdict: Verdict,
    /// The reader's marks, by their places in the list; several where each is a piece of the quotation.
    pub marks: Vec<usize>,
    /// The program's quotation.
    pub quote: Option<u32>,
    /// From its first word to its last, as the program has it, else as the reader has.
    pub place: SpanRecord,
}

/// Two readings of one text, row by row in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// The rows.
    pub rows: Vec<AgreementRow>,
}

impl Agreement {
    /// The rows of one kind, with their numbers in [`Self::rows`].
    pub fn of(&self, verdict: Verdict) -> impl Iterator<Item = (usize, &AgreementRow)> {
        self.rows.iter().enumerate().filter(move |(_, row)| row.verdict == verdict)
    }

    /// How many rows are of one kind.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.of(verdict).count()
    }
}

/// Compares a reader's marks with the quotations of a Document.
///
/// Words count as the same as in the exams (docs/EVALUATION.md, "found"): those in both are at least half of those in
/// either, best pairs first, each of one alone. Two allowances are made for people, which the exams do not make: words that
/// say who speaks ("said Ana Ruiz") may be marked along, and of a quotation that is interrupted each piece may be a mark of its
/// own. Whether the speaker is the same is for [`is_speaker`] to say.
///
/// ```
/// use whosaid::document::SpanRecord;
/// use whosaid::views::{ReaderMark, Verdict, agreement};
/// use whosaid::{Input, Models, Options, analyze};
///
/// let document = analyze(&Input::text("“We won,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
/// let mark = ReaderMark { words: SpanRecord { start: 1, end: 7 }, speaker: Some("Ruiz".to_owned()) };
/// assert_eq!(agreement(&document, &[mark]).count(Verdict::Both), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn agreement(document: &Document, marks: &[ReaderMark]) -> Agreement {
    let words = WordCount::new(document);
    let quotes: Vec<Words> = document.quotes.iter().map(|quote| Words::of(quote, &words)).collect();
    let marked: Vec<SpanRecord> = marks.iter().map(|mark| range(&words, mark.words)).collect();
    let mut owner = whole_pairs(&marked, &quotes);
    let pieces: Vec<Option<usize>> = marked.iter().map(|mark| piece_of(*mark, &quotes)).collect();
    owner.iter_mut().zip(pieces).for_each(|(owner, piece)| *owner = owner.or(piece));

    let mut rows = Vec::new();
    for (number, quote) in document.quotes.iter().enumerate() {
        let all = owner.iter().enumerate();
        let of: Vec<usize> = all.filter(|(_, owner)| **owner == Some(number)).map(|(at, _)| at).collect();
        let agrees = |at: &usize| {
            marks.get(*at).is_some_and(|mark| is_speaker(document, quote, mark.speaker.as_deref()))
        };
        let verdict = match of.as_slice() {
            [] => Verdict::OnlyProgram,
            all if all.iter().all(agrees) => Verdict::Both,
            _ => Verdict::OtherSpeaker,
        };
        rows.push(AgreementRow { verdict, marks: of, quote: Some(quote.id), place: place(quote) });
    }
    let alone = owner.iter().zip(marks).enumerate().filter(|(_, (owner, _))| owner.is_none());
    rows.extend(alone.map(|(at, (_, mark))| AgreementRow {
        verdict: Verdict::OnlyReader,
        marks: vec![at],
        quote: None,
        place: mark.words,
    }));
    rows.sort_by_key(|row| (row.place.start, row.place.end, row.quote));
    Agreement { rows }
}

/// The words of a quotation, each list as ranges of words counted from the start of the text.
struct Words {
    content: Vec<SpanRecord>,
    /// What names the speaker and says that they speak.
    around: Vec<SpanRecord>,
}

impl Words {
    fn of(quote: &QuoteRecord, words: &WordCount) -> Self {
        let content: Vec<_> = quote.content.iter().map(|piece| range(words, *piece)).collect();
        let around = quote.source.into_iter().chain(quote.cue).map(|span| range(words, span));
        let around = around.filter(|span| SpanRecord::shared(&[*span], &content).0 == 0).collect();
        Self { content, around }
    }
}

fn range(words: &WordCount, span: SpanRecord) -> SpanRecord {
    SpanRecord { start: words.before(span.start), end: words.before(span.end) }
}

fn place(quote: &QuoteRecord) -> SpanRecord {
    let edges = || quote.content.iter().chain(&quote.cue);
    let start = edges().map(|span| span.start).min().unwrap_or(0);
    let end = quote.content.iter().map(|span| span.end).max();
    SpanRecord { start, end: end.or_else(|| quote.cue.map(|cue| cue.end)).unwrap_or(start) }
}

/// Words in both, and in either.
#[derive(Clone, Copy)]
struct Overlap(u64, u64);

impl Overlap {
    fn of(mark: SpanRecord, content: &[SpanRecord], around: &[SpanRecord]) -> Self {
        let (both, either) = SpanRecord::shared(&without(mark, around), content);
        Self(both, either)
    }

    const fn is_half(self) -> bool {
        self.0 > 0 && 2 * self.0 >= self.1
    }

    fn compare(self, other: Self) -> Ordering {
        (self.0 * other.1).cmp(&(other.0 * self.1))
    }
}

/// What is left of a stretch without others.
fn without(whole: SpanRecord, others: &[SpanRecord]) -> Vec<SpanRecord> {
    let mut left = vec![whole];
    for other in others {
        left = left
            .into_iter()
            .flat_map(|it| {
                [
                    SpanRecord { start: it.start, end: it.end.min(other.start) },
                    SpanRecord { start: it.start.max(other.end), end: it.end },
                ]
            })
            .filter(|it| it.start < it.end)
            .collect();
    }
    left
}

/// Each mark's quotation where whole ones are the same, one to one, the best first.
fn whole_pairs(marked: &[SpanRecord], quotes: &[Words]) -> Vec<Option<usize>> {
    let mut pairs = Vec::new();
    for (at, mark) in marked.iter().enumerate() {
        for (number, quote) in quotes.iter().enumerate() {
            let overlap = Overlap::of(*mark, &quote.content, &quote.around);
            if overlap.is_half() {
                pairs.push((overlap, at, number));
            }
        }
    }
    // Stable: of two that are as good, the earlier.
    pairs.sort_by(|(a, ..), (b, ..)| b.compare(*a));
    let mut owner = vec![None; marked.len()];
    let mut taken = vec![false; quotes.len()];
    for (_, at, number) in pairs {
        if let (Some(owner @ None), Some(taken @ false)) = (owner.get_mut(at), taken.get_mut(number)) {
            *owner = Some(number);
            *taken = true;
        }
    }
    owner
}

/// The interrupted quotation of which the mark is a piece.
fn piece_of(mark: SpanRecord, quotes: &[Words]) -> Option<usize> {
    let several = quotes.iter().enumerate().filter(|(_, quote)| quote.content.len() > 1);
    let pieces = several.flat_map(|(number, quote)| {
        quote.content.iter().map(move |piece| (Overlap::of(mark, &[*piece], &quote.around), number))
    });
    let halves = pieces.filter(|(overlap, _)| overlap.is_half());
    // Of two that are as good, the earlier.
    halves.reduce(|a, b| if b.0.compare(a.0) == Ordering::Greater { b } else { a }).map(|(_, number)| number)
}
