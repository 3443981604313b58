//! [`Document`] → TEI P5: the article with `said`, `persName` and their kin, people and places in lists of their own.
//!
//! Elements of XML nest, marks of a Document may not: one that another cuts, or that runs over the end of a paragraph,
//! becomes several elements joined by `next` and `prev`. The order from outside to inside is `said`, `seg`, names.
//! docs/EXPORTS.md has the choice of elements.

mod header;
mod names;

use std::collections::BTreeMap;
use std::fmt::Write;

use super::markup::{language, xml};
use super::nest::{Mark, Piece, Step, counts, marks, nest};
use super::places::{Paragraph, Places, paragraphs};
use crate::document::{Document, QuoteRecord};
use crate::views::entity;

/// Writes one TEI document.
///
/// Characters that XML 1.0 cannot hold become U+FFFD, one for one.
///
/// ```
/// use whosaid::{Input, Models, Options, analyze, export::tei::tei};
/// let document = analyze(&Input::text("“We won,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
/// assert!(tei(&document).contains(">Ana Ruiz</persName>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn tei(document: &Document) -> String {
    let places = Places::new(document);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let language = language(&document.language);
    let _ = writeln!(out, "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"{language}\">");
    header::write(&mut out, document);
    out.push_str("<text>\n<body>\n");
    let parts = paragraphs(document, &places);
    let ranges: Vec<_> = parts.iter().map(|part| part.range.clone()).collect();
    let all = nest(&marks(document, &places), &ranges);
    let text = Text { document, places: &places, counts: counts(&all) };
    let mut any = false;
    for (part, steps) in parts.iter().zip(&all) {
        let words = places.words(part.range.clone());
        if part.block.is_none() && words.trim().is_empty() && steps.len() == 1 {
            // Line ends between paragraphs. XML takes these three for no text; of any other, a no-break space between empty lines
            // of a web page, the schema says that it may not stand there.
            out.extend(words.chars().filter(|blank| matches!(blank, ' ' | '\t' | '\n')));
        } else {
            any = true;
            text.paragraph(&mut out, part, steps);
        }
    }
    if !any {
        out.push_str("<ab/>");
    }
    out.push_str("\n</body>\n</text>\n</TEI>\n");
    out
}

/// The text with what is on it.
struct Text<'a> {
    document: &'a Document,
    places: &'a Places<'a>,
    /// The elements of each mark: what can be pointed to.
    counts: BTreeMap<Mark, usize>,
}

impl Text<'_> {
    fn paragraph(&self, out: &mut String, part: &Paragraph, steps: &[Step]) {
        let (element, kind) = match part.kind {
            Some("paragraph") => ("p", None),
            kind => ("ab", Some(kind.unwrap_or("unmarked"))),
        };
        let _ = write!(out, "<{element}");
        if let Some(block) = part.block {
            let _ = write!(out, " n=\"{block}\"");
        }
        if let Some(kind) = kind {
            let _ = write!(out, " type=\"{}\"", word(kind));
        }
        out.push('>');
        for step in steps {
            match step {
                Step::Text(range) => out.push_str(&xml(self.places.words(range.clone()), false)),
                Step::Open(piece) => self.open(out, *piece),
                Step::Close(piece) => {
                    let _ = write!(out, "</{}>", element_of(self.document, piece.mark));
                }
            }
        }
        let _ = write!(out, "</{element}>");
    }

    fn open(&self, out: &mut String, piece: Piece) {
        let _ = write!(
            out,
            "<{} xml:id=\"{}\"",
            element_of(self.document, piece.mark),
            id(piece.mark, piece.number)
        );
        self.chain(out, piece);
        match piece.mark {
            Mark::Content(quote, _) => {
                if let Some(quote) = self.document.quotes.get(quote) {
                    said(out, self.document, quote);
                }
            }
            Mark::Source(quote) => self.part(out, "source", quote),
            Mark::Cue(quote) => self.part(out, "cue", quote),
            Mark::Mention(mention) => {
                if let Some(mention) = self.document.mentions.get(mention) {
                    names::attributes(out, self.document, mention, piece.of == 1);
                }
            }
        }
        out.push('>');
    }

    /// The words of a source or cue lead to their quotation where it has words itself.
    fn part(&self, out: &mut String, kind: &str, quote: usize) {
        let _ = write!(out, " type=\"{kind}\"");
        if self.counts.contains_key(&Mark::Content(quote, 0)) {
            let _ = write!(out, " corresp=\"#q{quote}\"");
        }
    }

    /// Joins the elements of one mark, and the pieces of one quotation.
    fn chain(&self, out: &mut String, piece: Piece) {
        let before = match (piece.number.checked_sub(1), piece.mark) {
            (Some(number), mark) => Some((mark, number)),
            (None, Mark::Content(quote, part)) => part.checked_sub(1).and_then(|part| {
                let mark = Mark::Content(quote, part);
                Some((mark, self.counts.get(&mark)?.checked_sub(1)?))
            }),
            _ => None,
        };
        if let Some((mark, number)) = before {
            let _ = write!(out, " prev=\"#{}\"", id(mark, number));
        }
        let after = match piece.mark {
            mark if !piece.is_last() => Some((mark, piece.number + 1)),
            Mark::Content(quote, part) => {
                Some((Mark::Content(quote, part + 1), 0)).filter(|(mark, _)| self.counts.contains_key(mark))
            }
            _ => None,
        };
        if let Some((mark, number)) = after {
            let _ = write!(out, " next=\"#{}\"", id(mark, number));
        }
    }
}

fn element_of(document: &Document, mark: Mark) -> &'static str {
    match mark {
        // A poll or a record says nothing, it is quoted.
        Mark::Content(quote, _) if is_evidence(document, quote) => "quote",
        Mark::Content(..) => "said",
        Mark::Source(_) | Mark::Cue(_) => "seg",
        Mark::Mention(mention) => document.mentions.get(mention).map_or("rs", names::element),
    }
}

fn is_evidence(document: &Document, quote: usize) -> bool {
    document.quotes.get(quote).is_some_and(|quote| quote.class == "evidence")
}

/// `q3`, its second piece of content `q3.1`, that one's third element `q3.1-2`.
fn id(mark: Mark, number: usize) -> String {
    let whole = match mark {
        Mark::Content(quote, 0) => format!("q{quote}"),
        Mark::Content(quote, piece) => format!("q{quote}.{piece}"),
        Mark::Source(quote) => format!("source{quote}"),
        Mark::Cue(quote) => format!("cue{quote}"),
        Mark::Mention(mention) => format!("m{mention}"),
    };
    if number == 0 { whole } else { format!("{whole}-{number}") }
}

fn said(out: &mut String, document: &Document, quote: &QuoteRecord) {
    let pointer = |id: &u32| entity(document, *id).and_then(names::listed).map(|id| format!("#{id}"));
    let speaker = quote.speaker.as_ref().and_then(pointer);
    if quote.class == "evidence" {
        if let Some(speaker) = speaker {
            let _ = write!(out, " source=\"{speaker}\"");
        }
    } else {
        if let Some(speaker) = speaker {
            let _ = write!(out, " who=\"{speaker}\"");
        }
        let addressees: Vec<_> = quote.addressees.iter().filter_map(pointer).collect();
        if !addressees.is_empty() {
            let _ = write!(out, " toWhom=\"{}\"", addressees.join(" "));
        }
        let direct = match quote.kind.as_str() {
            "direct" => "true",
            "indirect" => "false",
            _ => "unknown",
        };
        let _ = write!(out, " direct=\"{direct}\"");
    }
    let labels = [("kind", &quote.kind), ("class", &quote.class), ("polarity", &quote.polarity)];
    let labels = labels.map(|(sort, label)| format!("#{sort}.{}", word(label)));
    let _ = write!(out, " ana=\"{}\" cert=\"{}\"", labels.join(" "), probability(quote.confidence));
}

/// A number between 0 and 1 as the schema wants it; what is no such number is not certain.
fn probability(confidence: f64) -> f64 {
    if confidence.is_nan() { 0.0 } else { confidence.clamp(0.0, 1.0) }
}

/// A label as a name of XML without colon.
fn word(label: &str) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let out: String = label.chars().map(|character| if plain(character) { character } else { '_' }).collect();
    if out.starts_with(|first: char| first.is_ascii_alphabetic()) { out } else { format!("_{out}") }
}
