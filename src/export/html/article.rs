//! The article: its blocks in order, with marks.

use std::fmt::Write;

use super::{Page, escaped, facts, one_line};
use crate::document::MentionRecord;
use crate::export::nest::{Mark, Piece, Step};
use crate::export::places::Paragraph;
use crate::labels::EntityType;
use crate::views::entity;

/// The article, and whether the title stands in it as its heading.
pub(super) fn write(page: &Page, title: Option<&str>) -> (String, bool) {
    let mut out = String::new();
    let mut has_heading = false;
    let title: Option<Vec<&str>> = title.map(|title| title.split_whitespace().collect());
    for (part, steps) in &page.steps {
        let words = page.places.words(part.range.clone());
        if words.trim().is_empty() && steps.len() == 1 {
            continue;
        }
        let is_title = !has_heading
            && part.kind == Some("headline")
            && title.as_ref().is_some_and(|title| words.split_whitespace().eq(title.iter().copied()));
        has_heading |= is_title;
        paragraph(&mut out, page, part, steps, is_title);
    }
    if out.is_empty() {
        out.push_str("<p class=\"none\">There is no text.</p>\n");
    }
    (out, has_heading)
}

fn paragraph(out: &mut String, page: &Page, part: &Paragraph, steps: &[Step], is_title: bool) {
    let (element, class) = match part.kind {
        Some("headline") if is_title => ("h1", ""),
        Some("headline") => ("h2", ""),
        Some("subheadline") => ("h3", ""),
        Some("byline" | "dateline" | "timestamp") => ("p", "byline"),
        Some("listItem") => ("p", "item"),
        Some("caption") => ("p", "caption"),
        Some("speakerLabel") => ("p", "turn"),
        Some("boilerplate") => ("p", "aside"),
        _ => ("p", ""),
    };
    let _ = write!(out, "<{element}");
    if !class.is_empty() {
        let _ = write!(out, " class=\"{class}\"");
    }
    // Arabic in an English article runs its own way; a sign that turns the direction ends with its block.
    out.push_str(" dir=\"auto\">");
    for step in steps {
        match step {
            Step::Text(range) => out.push_str(&escaped(page.places.words(range.clone()))),
            Step::Open(piece) => open(out, page, *piece),
            Step::Close(piece) => close(out, page, *piece),
        }
    }
    let _ = writeln!(out, "</{element}>");
}

fn open(out: &mut String, page: &Page, piece: Piece) {
    let document = page.document;
    match piece.mark {
        Mark::Content(quote, part) => {
            let Some(row) = document.quotes.get(quote) else { return out.push_str("<span>") };
            let kind = if row.kind == "indirect" { "said indirect" } else { "said" };
            let tint = page.tint(row.speaker);
            let _ = write!(out, "<span class=\"{kind} v{tint}\"");
            if part == 0 && piece.number == 0 {
                let _ = write!(out, " id=\"q{quote}\"");
            }
            let _ = write!(out, " title=\"{}: {}\">", one_line(page.speaker_name(row)), facts(row));
            if piece.number == 0 {
                let _ = write!(
                    out,
                    "<a class=\"sign\" href=\"#said-{quote}\" aria-label=\"Quotation {quote}, {}\">{}</a>",
                    one_line(page.speaker_name(row)),
                    page.letters(row.speaker)
                );
            }
        }
        Mark::Source(_) => out.push_str("<span class=\"source\">"),
        Mark::Cue(quote) => {
            let tint = document.quotes.get(quote).map_or(0, |row| page.tint(row.speaker));
            let _ = write!(out, "<span class=\"cue v{tint}\">");
        }
        Mark::Mention(mention) => {
            let Some(row) = document.mentions.get(mention) else { return out.push_str("<span>") };
            let _ = write!(out, "<span class=\"{}\"", class_of(row));
            if piece.number == 0 {
                let _ = write!(out, " id=\"m{mention}\"");
            }
            let owner = row.entity.and_then(|id| entity(document, id));
            let words = owner.map_or_else(String::new, |owner| format!("{}: ", one_line(&owner.name)));
            let _ = write!(out, " title=\"{words}{}\">", type_word(&row.entity_type));
        }
    }
}

fn close(out: &mut String, page: &Page, piece: Piece) {
    if let Mark::Mention(mention) = piece.mark {
        let row = page.document.mentions.get(mention).filter(|row| row.kind == "name" && piece.is_last());
        let sign = row.and_then(|row| EntityType::from_name(&row.entity_type)).and_then(sign_of);
        if let Some(sign) = sign {
            let _ = write!(out, "<sup aria-hidden=\"true\">{sign}</sup>");
        }
    }
    out.push_str("</span>");
}

fn class_of(mention: &MentionRecord) -> String {
    if mention.kind == "name" { format!("name {}", family(&mention.entity_type)) } else { "ref".to_owned() }
}

/// The colour of a type: related ones share it, their letters differ.
pub(super) fn family(entity_type: &str) -> &'static str {
    match EntityType::from_name(entity_type) {
        Some(EntityType::Person) => "person",
        Some(EntityType::Org) => "organisation",
        Some(EntityType::Gpe | EntityType::Loc | EntityType::Fac) => "place",
        Some(EntityType::Norp) => "group",
        Some(entity_type) if entity_type.is_value() => "value",
        _ => "other",
    }
}

/// The letter beside the colour. Values are told by their look.
pub(super) const fn sign_of(entity_type: EntityType) -> Option<&'static str> {
    Some(match entity_type {
        EntityType::Person => "P",
        EntityType::Org => "O",
        EntityType::Gpe => "G",
        EntityType::Loc => "L",
        EntityType::Fac => "F",
        EntityType::Norp => "N",
        EntityType::Event => "E",
        EntityType::Work => "W",
        EntityType::Product => "T",
        EntityType::Law => "A",
        EntityType::Misc => "M",
        _ => return None,
    })
}

/// The type in a word; a label we do not know stands as it is.
pub(super) fn type_word(entity_type: &str) -> String {
    let Some(known) = EntityType::from_name(entity_type) else { return one_line(entity_type).into_owned() };
    match known {
        EntityType::Person => "person",
        EntityType::Org => "organisation",
        EntityType::Gpe => "country, state or city",
        EntityType::Loc => "place",
        EntityType::Fac => "building or road",
        EntityType::Norp => "nationality or group",
        EntityType::Event => "event",
        EntityType::Work => "work",
        EntityType::Product => "thing",
        EntityType::Law => "law",
        EntityType::Misc => "other",
        EntityType::Date => "date",
        EntityType::Time => "time",
        EntityType::Money => "sum of money",
        EntityType::Percent => "percentage",
        EntityType::Quantity => "measure",
        EntityType::Ordinal => "place in an order",
        EntityType::Cardinal => "number",
    }
    .to_owned()
}
