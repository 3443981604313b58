//! Whole analyses of short texts, kept in files: a change shows in which layer it began.
//!
//! Each folder of `tests/golden` holds `input.txt` or `input.html`, the Document (`document.json`, a row a line)
//! and the same layer by layer for people (`layers.txt`). `WHOSAID_UPDATE_GOLDEN=1 cargo test --test golden` writes
//! both anew; the difference is then read by a person.

mod common;

use std::path::{Path, PathBuf};

use common::{analyzed, keeps_its_promises, models};
use serde::Serialize;
use whosaid::document::{Document, SpanRecord};
use whosaid::views::{TextAt, entity, quote_line, value_words};
use whosaid::{Input, OffsetUnit, Options};

fn folders() -> Vec<PathBuf> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut folders: Vec<_> = std::fs::read_dir(golden).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}

#[test]
fn analyses_are_those_that_were_read_and_kept() {
    let mut changed = Vec::new();
    for folder in folders() {
        let html = folder.join("input.html");
        let is_html = html.exists();
        let text = std::fs::read_to_string(if is_html { html } else { folder.join("input.txt") }).unwrap();
        let input = if is_html { Input::html(&text) } else { Input::text(&text) };
        let document = whosaid::analyze(&input, models(), &Options::default()).unwrap();
        let explained = analyzed(&input, OffsetUnit::Codepoint);
        keeps_its_promises(&explained);
        let json = rows(&document);
        assert_eq!(
            whosaid::document::read(&json).as_ref(),
            Ok(&document),
            "document.json leaves something out"
        );
        // In the order of the stages, so that the first difference is the first that was made.
        changed.extend(compared(&folder.join("layers.txt"), &layers(&explained)));
        changed.extend(compared(&folder.join("document.json"), &json));
    }
    assert!(
        changed.is_empty(),
        "\n{}\nIf this is meant: WHOSAID_UPDATE_GOLDEN=1 cargo test --test golden, then read the difference.",
        changed.join("\n")
    );
}

/// The first difference between a file and what it should hold; or the file is written anew.
fn compared(path: &Path, found: &str) -> Option<String> {
    if std::env::var_os("WHOSAID_UPDATE_GOLDEN").is_some() {
        std::fs::write(path, found).unwrap();
        return None;
    }
    let Ok(kept) = std::fs::read_to_string(path) else {
        return Some(format!("{}: nothing kept yet; run with WHOSAID_UPDATE_GOLDEN=1", path.display()));
    };
    if kept == found {
        return None;
    }
    let lines =
        kept.lines().chain(std::iter::once("(end)")).zip(found.lines().chain(std::iter::once("(end)")));
    let (number, (kept, found)) = lines.enumerate().find(|(_, (kept, found))| kept != found)?;
    let cut = |line: &str| line.chars().take(160).collect::<String>();
    Some(format!("{}, line {}:\n  kept  {}\n  found {}", path.display(), number + 1, cut(kept), cut(found)))
}

/// JSON with a field a line and, in lists, a row a line.
fn rows(document: &Document) -> String {
    let mut out = String::from("{\n");
    let mut field = |name: &str, value: String| {
        out += if out.len() > 2 { ",\n" } else { "" };
        out += &format!("\"{name}\": {value}");
    };
    field("schema", one(&document.schema));
    field("id", one(&document.id));
    field("producedBy", one(&document.produced_by));
    field("language", one(&document.language));
    field("offsetUnit", one(&document.offset_unit));
    field("text", one(&document.text));
    field("title", one(&document.title));
    field("blocks", list(&document.blocks));
    field("sentences", list(&document.sentences));
    let tokens = &document.tokens;
    let columns = [
        ("start", one(&tokens.start)),
        ("end", one(&tokens.end)),
        ("upos", one(&tokens.upos)),
        ("lemma", one(&tokens.lemma)),
        ("head", one(&tokens.head)),
        ("deprel", one(&tokens.deprel)),
    ];
    let columns: Vec<_> = columns.iter().map(|(name, column)| format!("\"{name}\": {column}")).collect();
    field("tokens", format!("{{\n{}\n}}", columns.join(",\n")));
    field("mentions", list(&document.mentions));
    field("entities", list(&document.entities));
    field("quotes", list(&document.quotes));
    field("notices", list(&document.notices));
    out + "\n}\n"
}

fn one(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

fn list<T: Serialize>(rows: &[T]) -> String {
    let rows: Vec<_> = rows.iter().map(one).collect();
    if rows.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", rows.join(",\n")) }
}

/// Every layer in lines that read well.
fn layers(document: &Document) -> String {
    let at = TextAt::new(document);
    let mut out = format!("title: {}\n\nBLOCKS\n", document.title.as_deref().unwrap_or("none"));
    for block in &document.blocks {
        out +=
            &format!("{:<12} {}\n", block.kind, at.line(SpanRecord { start: block.start, end: block.end }));
    }
    out += "\nSENTENCES, TOKENS AND TREES\n";
    for sentence in &document.sentences {
        out += &format!(
            "{} {}\n",
            sentence.id,
            at.line(SpanRecord { start: sentence.start, end: sentence.end })
        );
        out += &tokens(document, &at, sentence.start..sentence.end);
    }
    out += "\nMENTIONS\n";
    for mention in &document.mentions {
        let owner = mention.entity.and_then(|id| entity(document, id));
        let owner = owner.map_or_else(|| "-".to_owned(), |entity| format!("{} {}", entity.id, entity.name));
        let words = at.line(SpanRecord { start: mention.start, end: mention.end });
        let value = mention.value.as_ref().map(value_words);
        let owner = value.map_or(owner, |value| format!("= {value}"));
        out += &format!("{:<28} {:<8} {:<8} {owner}\n", words, mention.kind, mention.entity_type);
    }
    out += "\nENTITIES\n";
    for entity in &document.entities {
        out += &format!("{} {} ({}, {})", entity.id, entity.name, entity.entity_type, entity.gender);
        for (label, words) in
            [("also", &entity.aliases), ("titles", &entity.titles), ("of", &entity.affiliations)]
        {
            out += &if words.is_empty() { String::new() } else { format!("; {label} {}", words.join(", ")) };
        }
        out.push('\n');
    }
    out += "\nQUOTES\n";
    for quote in &document.quotes {
        out += &told(document, &at, quote);
    }
    out += "\nNOTICES\n";
    for notice in &document.notices {
        out += &format!("{} {}..{}\n", notice.code, notice.start, notice.end);
    }
    out
}

fn tokens(document: &Document, at: &TextAt, sentence: std::ops::Range<u32>) -> String {
    let tokens = &document.tokens;
    let words = tokens
        .start
        .iter()
        .zip(&tokens.end)
        .map(|(start, end)| at.line(SpanRecord { start: *start, end: *end }));
    let words: Vec<_> = words.collect();
    let mut out = String::new();
    for (index, word) in
        words.iter().enumerate().filter(|(index, _)| sentence.contains(&tokens.start[*index]))
    {
        let head = tokens.head[index].map_or("-", |head| words[head as usize].as_str());
        let (upos, lemma, deprel) = (&tokens.upos[index], &tokens.lemma[index], &tokens.deprel[index]);
        out += &format!("    {word:<16} {upos:<6} {lemma:<16} {deprel:<12} {head}\n");
    }
    out
}

fn told(document: &Document, at: &TextAt, quote: &whosaid::document::QuoteRecord) -> String {
    let words = |span: Option<SpanRecord>| span.map_or_else(|| "-".to_owned(), |span| at.line(span));
    let names = |ids: &[u32]| {
        let names = ids.iter().filter_map(|id| entity(document, *id)).map(|entity| entity.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    let mut out = format!("{} {}, {}, {}", quote.id, quote.kind, quote.class, quote.polarity);
    out += &quote.parent.map_or_else(String::new, |parent| format!(", inside {parent}"));
    out += &format!(", {:.2}\n", quote.confidence);
    out += &format!("    speaker  {}\n", names(quote.speaker.as_slice()));
    out += &format!("    source   {}\n    cue      {}\n", words(quote.source), words(quote.cue));
    if !quote.addressees.is_empty() {
        out += &format!("    to       {}\n", names(&quote.addressees));
    }
    out += &format!("    content  {}\n", quote_line(at, quote));
    for reason in quote.why.iter().flat_map(|why| &why.reasons) {
        out += &format!("    because  {reason}\n");
    }
    out
}
