//! The text of the article, wrapped, with its marks.
//!
//! Names are underlined, cues italic, contents in their speaker's colour. So that colour is never the only
//! sign, each piece of a quotation stands in brackets with the quotation's number: `[3 We won]`.

use anstyle::Style;
use whosaid::Document;
use whosaid::document::{BlockRecord, SpanRecord};
use whosaid::views::{Mark, Segment, TextAt, quote, segments};

use super::lines::{Piece, wrapped};
use super::{Colours, Look};

/// What all blocks need.
struct Page<'a> {
    document: &'a Document,
    at: TextAt<'a>,
    segments: Vec<Segment>,
    /// Where pieces of quotations begin, with their quotes, outer ones first.
    opening: Vec<(u32, u32)>,
    /// Where they end.
    closing: Vec<u32>,
    furniture: Vec<SpanRecord>,
    colours: &'a Colours,
    look: &'a Look,
}

/// All blocks in order; of page furniture only that it was there.
pub fn article(document: &Document, colours: &Colours, look: &Look) -> String {
    let spans = document.quotes.iter().flat_map(|quote| quote.content.iter().map(|span| (quote.id, *span)));
    let mut opening: Vec<_> = spans.clone().map(|(id, span)| (span.start, id)).collect();
    let mut closing: Vec<_> = spans.map(|(_, span)| span.end).collect();
    opening.sort_unstable();
    closing.sort_unstable();
    let furniture = document.blocks.iter().filter(|block| block.kind == "boilerplate");
    let page = Page {
        document,
        at: TextAt::new(document),
        segments: segments(document),
        opening,
        closing,
        furniture: furniture.map(|block| SpanRecord { start: block.start, end: block.end }).collect(),
        colours,
        look,
    };
    let mut out = String::new();
    let mut before = "";
    for block in &document.blocks {
        // The items of a list stand together, and a label with what is said; everything else stands apart.
        let together = before == "speakerLabel" || (before == "listItem" && block.kind == "listItem");
        if !together {
            out.push('\n');
        }
        out += &painted(&page, block);
        before = &block.kind;
    }
    out
}

fn painted(page: &Page, block: &BlockRecord) -> String {
    let ground = match block.kind.as_str() {
        "headline" | "speakerLabel" => Style::new().bold(),
        "byline" | "dateline" | "timestamp" | "caption" | "boilerplate" => Style::new().dimmed(),
        _ => Style::new(),
    };
    if block.kind == "boilerplate" {
        let words = page.at.slice(block.start, block.end).split_whitespace().count();
        let told = format!("({words} {} of page furniture)", if words == 1 { "word" } else { "words" });
        return wrapped(&[Piece::new(ground, &told)], "  ", page.look);
    }
    let from = page.segments.partition_point(|segment| segment.end <= block.start);
    let inside = page.segments.iter().skip(from).take_while(|segment| segment.start < block.end);
    let mut parts: Vec<(Style, String)> = Vec::new();
    for segment in inside.filter(|segment| !is_furniture(page, segment)) {
        let opened = page.opening.partition_point(|(start, _)| *start < segment.start);
        for (_, id) in page.opening.iter().skip(opened).take_while(|(start, _)| *start == segment.start) {
            parts.push((Style::new().dimmed(), format!("[{id} ")));
        }
        parts.push((style(page, segment, ground), page.at.slice(segment.start, segment.end).to_owned()));
        let closed = page.closing.partition_point(|end| *end < segment.end);
        for _ in page.closing.iter().skip(closed).take_while(|end| **end == segment.end) {
            parts.push((Style::new().dimmed(), "]".to_owned()));
        }
    }
    let pieces: Vec<_> = parts.iter().map(|(style, words)| Piece::new(*style, words)).collect();
    wrapped(&pieces, if block.kind == "listItem" { "  - " } else { "  " }, page.look)
}

/// Whether a piece belongs to furniture that cuts a paragraph: it is shown as a block of its own.
fn is_furniture(page: &Page, segment: &Segment) -> bool {
    let index = page.furniture.partition_point(|span| span.end <= segment.start);
    page.furniture.get(index).is_some_and(|span| span.start <= segment.start)
}

/// The innermost quotation gives the colour; marks add to each other.
fn style(page: &Page, segment: &Segment, ground: Style) -> Style {
    let mut style = ground;
    for mark in &segment.marks {
        match mark {
            Mark::Content { quote: id, .. } => {
                let speaker = quote(page.document, *id).and_then(|quote| quote.speaker);
                if let Some(colour) = page.colours.of(speaker).get_fg_color() {
                    style = style.fg_color(Some(colour));
                }
            }
            Mark::Cue(_) => style = style.italic(),
            Mark::Source(_) => {}
            Mark::Mention(id) => {
                let mention = page.document.mentions.get(*id as usize);
                if mention.is_some_and(|mention| mention.kind == "name") {
                    style = style.underline();
                }
            }
        }
    }
    style
}
