//! [`Document`] → Markdown (CommonMark): a report of who said what and who is named.

use std::collections::BTreeMap;

use super::voices::{Voice, voices};
use crate::document::{Document, EntityRecord, QuoteRecord, Slices};

/// The report: title, speakers with what they said, names by type, notices.
pub fn markdown(document: &Document) -> String {
    let slices = Slices::new(document);
    let mut out = format!("# {}\n\n", escaped(document.title.as_deref().unwrap_or("Who said what")));
    let voices = voices(document);
    let speakers = voices.iter().filter(|voice| voice.speaker.is_some()).count();
    out += &match (document.quotes.len(), speakers) {
        (0, _) => "No quotations found.\n".to_owned(),
        (quotes, speakers) => {
            format!("{} from {}.\n", counted(quotes, "quotation"), counted(speakers, "speaker"))
        }
    };
    for voice in &voices {
        out += &section(document, &slices, voice);
    }
    out += &names(document);
    out += &notices(document, &slices);
    out
}

fn section(document: &Document, slices: &Slices, voice: &Voice) -> String {
    let mut out = match voice.speaker {
        Some(speaker) => format!("\n## {}{}\n\n", escaped(&speaker.name), described(speaker)),
        None => "\n## Speaker not told\n\n".to_owned(),
    };
    for quote in &voice.quotes {
        out += &item(document, slices, quote);
    }
    out
}

/// Titles and affiliations after a name.
fn described(entity: &EntityRecord) -> String {
    let facts: Vec<_> = entity.titles.iter().chain(&entity.affiliations).map(|fact| escaped(fact)).collect();
    if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) }
}

fn item(document: &Document, slices: &Slices, quote: &QuoteRecord) -> String {
    let pieces: Vec<_> = quote.content.iter().map(|span| escaped(&slices.line(*span))).collect();
    let content = pieces.join(" … ");
    let content = if quote.kind == "direct" { format!("“{content}”") } else { content };
    let cue = quote.cue.map_or_else(String::new, |cue| format!("*{}* ", escaped(&slices.line(cue))));
    let addressees: Vec<_> = quote
        .addressees
        .iter()
        .filter_map(|id| document.entities.get(*id as usize))
        .map(|entity| escaped(&entity.name))
        .collect();
    let to = if addressees.is_empty() { String::new() } else { format!("to {}: ", addressees.join(", ")) };
    let mut facts = vec![quote.kind.as_str(), quote.class.as_str()];
    if quote.polarity != "asserted" {
        facts.push(quote.polarity.as_str());
    }
    format!("- {cue}{to}{content} ({})\n", facts.join(", "))
}

/// Names by type; a table would break on long names.
fn names(document: &Document) -> String {
    let mut by_type: BTreeMap<&str, Vec<&EntityRecord>> = BTreeMap::new();
    for entity in &document.entities {
        let mentions = entity.mentions.iter().filter_map(|id| document.mentions.get(*id as usize));
        if mentions.into_iter().any(|mention| mention.kind == "name") {
            by_type.entry(&entity.entity_type).or_default().push(entity);
        }
    }
    let mut out = String::new();
    for (entity_type, entities) in by_type {
        let heading = if out.is_empty() { "\n## Names\n\n" } else { "" };
        let list: Vec<_> = entities
            .iter()
            .map(|entity| format!("{} ({})", escaped(&entity.name), entity.mentions.len()))
            .collect();
        out += &format!("{heading}- {entity_type}: {}\n", list.join(", "));
    }
    out
}

fn notices(document: &Document, slices: &Slices) -> String {
    let mut out = String::new();
    for notice in &document.notices {
        let place = slices.get(crate::document::SpanRecord { start: notice.start, end: notice.end });
        let heading = if out.is_empty() { "\n## Notices\n\n" } else { "" };
        // Short places are marks; long ones are the text itself.
        let shown = if place.chars().count() <= 20 { escaped(place.trim()) } else { String::new() };
        out += &format!("{heading}- {} at {} {shown}\n", notice.code, notice.start);
    }
    out
}

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The same words with everything that Markdown or HTML would read as a sign made plain.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (index, character) in words.chars().enumerate() {
        let anywhere = matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&');
        // A list, heading or rule only at the start of a line: "1. May" and "# 5" after "- ".
        let at_start = index == 0 && matches!(character, '#' | '+' | '-' | '=');
        let after_digits = matches!(character, '.' | ')')
            && !out.is_empty()
            && out.chars().all(|before| before.is_ascii_digit());
        if anywhere || at_start || after_digits {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
