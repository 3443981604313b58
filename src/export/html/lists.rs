//! Beside the article: who says what, who and what is named; below it the key.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::article::{family, sign_of, type_word};
use super::{Page, counted, facts, one_line};
use crate::document::QuoteRecord;
use crate::export::nest::Mark;
use crate::labels::EntityType;
use crate::views::{Voice, entity, names, quote, quote_line};

/// The two lists; one that would be empty is left out.
pub(super) fn write(out: &mut String, page: &Page) {
    if !page.voices.is_empty() {
        out.push_str("<section>\n<h2>Voices</h2>\n");
        for voice in &page.voices {
            of_voice(out, page, voice);
        }
        out.push_str("</section>\n");
    }
    let groups = names(page.document);
    if groups.iter().any(|group| !group.entity_type.is_value()) {
        out.push_str("<section>\n<h2>Names</h2>\n<dl>\n");
        for group in groups.iter().filter(|group| !group.entity_type.is_value()) {
            let label = group.entity_type.name();
            let sign = sign_of(group.entity_type).unwrap_or_default();
            let _ = write!(
                out,
                "<dt class=\"{}\"><sup>{sign}</sup> {}</dt>\n<dd>",
                family(label),
                type_word(label)
            );
            for (index, entry) in group.entries.iter().enumerate() {
                let first =
                    entry.mentions.iter().find(|id| page.shown.contains_key(&Mark::Mention(**id as usize)));
                let name = format!("<bdi>{}</bdi>", one_line(&entry.name));
                let name = first.map_or(name.clone(), |id| format!("<a href=\"#m{id}\">{name}</a>"));
                let times = entry.mentions.len();
                let times = if times > 1 { format!(" <small>{times}</small>") } else { String::new() };
                let _ = write!(out, "{}{name}{times}", if index == 0 { "" } else { ", " });
            }
            out.push_str("</dd>\n");
        }
        out.push_str("</dl>\n</section>\n");
    }
}

fn of_voice(out: &mut String, page: &Page, voice: &Voice) {
    let speaker = voice.speaker.and_then(|id| entity(page.document, id));
    let name = speaker.map_or("Speaker not told".into(), |speaker| one_line(&speaker.name));
    let tint = page.tint(voice.speaker);
    let _ = writeln!(
        out,
        "<h3 class=\"v{tint}\"><span class=\"sign\" aria-hidden=\"true\">{}</span> <bdi>{name}</bdi></h3>",
        page.letters(voice.speaker)
    );
    let mut about: Vec<String> = Vec::new();
    if let Some(speaker) = speaker {
        let own = speaker.titles.iter().chain(&speaker.affiliations);
        about.extend(own.map(|fact| format!("<bdi>{}</bdi>", one_line(fact))));
    }
    about.push(counted(voice.quotes.len(), "quotation"));
    if voice.words > 0 {
        let percent = (voice.share_thousandths + 5) / 10;
        about.push(format!("{} ({percent}% of all)", counted(voice.words as usize, "word")));
    }
    let _ = writeln!(out, "<p class=\"about\">{}</p>\n<ul class=\"v{tint}\">", about.join(" · "));
    for row in voice.quotes.iter().filter_map(|id| quote(page.document, *id)) {
        of_quote(out, page, row);
    }
    out.push_str("</ul>\n");
}

fn of_quote(out: &mut String, page: &Page, row: &QuoteRecord) {
    let id = row.id;
    let words = one_line(&quote_line(&page.at, row));
    let words = if row.kind == "direct" { format!("“{words}”") } else { words.into_owned() };
    let words = format!("<bdi>{words}</bdi>");
    let linked = page.shown.contains_key(&Mark::Content(id as usize, 0));
    let words = if linked { format!("<a href=\"#q{id}\">{words}</a>") } else { words };
    let cue = row.cue.map_or_else(String::new, |cue| {
        let cue = one_line(&page.at.line(cue)).into_owned();
        if cue.chars().any(char::is_alphanumeric) { format!("<i>{cue}</i> · ") } else { String::new() }
    });
    let to: Vec<_> = row
        .addressees
        .iter()
        .filter_map(|id| entity(page.document, *id))
        .map(|entity| format!("<bdi>{}</bdi>", one_line(&entity.name)))
        .collect();
    let to = if to.is_empty() { String::new() } else { format!("to {} · ", to.join(", ")) };
    let _ = writeln!(out, "<li id=\"said-{id}\">{words} <small>{cue}{to}{}</small></li>", facts(row));
}

/// What the marks mean: those that occur.
pub(super) fn key(out: &mut String, page: &Page) {
    let document = page.document;
    let mut parts = Vec::new();
    if document.quotes.iter().any(|quote| quote.kind != "indirect") {
        parts.push("<span class=\"said v1\">word for word</span>".to_owned());
    }
    if document.quotes.iter().any(|quote| quote.kind == "indirect") {
        parts.push("<span class=\"said indirect v1\">in the article’s words</span>".to_owned());
    }
    if document.quotes.iter().any(|quote| quote.cue.is_some()) {
        parts.push("<span class=\"cue v1\">the words that attribute</span>".to_owned());
    }
    let named = document.mentions.iter().filter(|mention| mention.kind == "name");
    let types: BTreeSet<_> =
        named.filter_map(|mention| EntityType::from_name(&mention.entity_type)).collect();
    for entity_type in types {
        let (label, sign) = (entity_type.name(), sign_of(entity_type));
        let sign = sign.map_or_else(String::new, |sign| format!("<sup>{sign}</sup>"));
        parts.push(format!("<span class=\"name {}\">{}{sign}</span>", family(label), type_word(label)));
    }
    if !parts.is_empty() {
        let _ = writeln!(out, "<p class=\"key\">{}</p>", parts.join(" \n"));
    }
}
