//! [`Document`] → Markdown (CommonMark): a report of who said what and who is named.

use crate::document::{Document, EntityRecord, QuoteRecord};
use crate::views::{TextAt, Voice, entity, names, quote, quote_line, voices};

/// The report: title, speakers with what they said, names by type, notices.
pub fn markdown(document: &Document) -> String {
    let at = TextAt::new(document);
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
        out += &section(document, &at, voice);
    }
    out += &names_section(document);
    out += &notices(document, &at);
    out
}

fn section(document: &Document, at: &TextAt, voice: &Voice) -> String {
    let mut out = match voice.speaker.and_then(|id| entity(document, id)) {
        Some(speaker) => format!("\n## {}{}\n\n", escaped(&speaker.name), described(speaker)),
        None => "\n## Speaker not told\n\n".to_owned(),
    };
    for quote in voice.quotes.iter().filter_map(|id| quote(document, *id)) {
        out += &item(document, at, quote);
    }
    out
}

/// Titles and affiliations after a name.
fn described(entity: &EntityRecord) -> String {
    let facts: Vec<_> = entity.titles.iter().chain(&entity.affiliations).map(|fact| escaped(fact)).collect();
    if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) }
}

fn item(document: &Document, at: &TextAt, quote: &QuoteRecord) -> String {
    let content = escaped(&quote_line(at, quote));
    let content = if quote.kind == "direct" { format!("“{content}”") } else { content };
    let cue = quote.cue.map_or_else(String::new, |cue| format!("*{}* ", escaped(&at.line(cue))));
    let addressees: Vec<_> = quote
        .addressees
        .iter()
        .filter_map(|id| entity(document, *id))
        .map(|entity| escaped(&entity.name))
        .collect();
    let to = if addressees.is_empty() { String::new() } else { format!("to {}: ", addressees.join(", ")) };
    // Labels of a later version may be anything.
    let mut facts = vec![escaped(&quote.kind), escaped(&quote.class)];
    if quote.polarity != "asserted" {
        facts.push(escaped(&quote.polarity));
    }
    format!("- {cue}{to}{content} ({})\n", facts.join(", "))
}

/// Names by type with the number of mentions; values (dates, sums) would only swell the list.
fn names_section(document: &Document) -> String {
    let mut out = String::new();
    for group in names(document).iter().filter(|group| !group.entity_type.is_value()) {
        let heading = if out.is_empty() { "\n## Names\n\n" } else { "" };
        let list: Vec<_> = group
            .entries
            .iter()
            .map(|entry| format!("{} ({})", escaped(&entry.name), entry.mentions.len()))
            .collect();
        out += &format!("{heading}- {}: {}\n", group.entity_type.name(), list.join(", "));
    }
    out
}

fn notices(document: &Document, at: &TextAt) -> String {
    let mut out = String::new();
    for notice in &document.notices {
        let place = at.slice(notice.start, notice.end);
        let heading = if out.is_empty() { "\n## Notices\n\n" } else { "" };
        // Short places are marks; long ones are the text itself.
        let shown = if place.chars().count() <= 20 { escaped(place.trim()) } else { String::new() };
        out += &format!("{heading}- {} at {} {shown}\n", escaped(&notice.code), notice.start);
    }
    out
}

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The same words with everything that Markdown or HTML would read as a sign made plain.
fn escaped(words: &str) -> String {
    // On one line: a line end inside would end the item, and what follows begin another.
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
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
