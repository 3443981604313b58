//! The grammar of values against its own fixtures, meanings included.
//!
//! `src/mentions/values/tests.rs` demands all of them from the pack in the tree; here any pack can be asked.

use whosaid::blocks::{Block, BlockKind, Blocks};
use whosaid::input::clean;
use whosaid::mentions::find_mentions;
use whosaid::model::Confidence;
use whosaid::reading::read;
use whosaid::segment::segment;
use whosaid::syntax::tag_and_parse;
use whosaid::text::{Table, TextSpan};
use whosaid::{Input, Models, Options};

use super::{Desk, Figure};

const FIXTURES: &str = include_str!("../../../src/mentions/values/fixtures.txt");

/// The share of texts in which every value, its type and its meaning are right, and nothing else is found.
pub fn fixtures(desk: &Desk) -> Result<Vec<Figure>, String> {
    let (mut texts, mut right) = (0, 0);
    for fixture in FIXTURES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        // A blank line in the text is written ¶.
        let marked = fixture.replace(" ¶ ", "\n\n");
        let found = marked_by_us(&plain(&marked), &desk.models)?;
        texts += 1;
        right += usize::from(found == marked);
        if found != marked {
            desk.show("fixtures", || format!("- {marked}\n+ {found}"));
        }
    }
    Ok(vec![Figure::share("texts", right, texts)])
}

/// A fixture without its marks. `[` opens a mark only where `]{` closes it.
fn plain(fixture: &str) -> String {
    let mut plain = String::new();
    let mut rest = fixture;
    while let Some((before, piece, after)) = next_mark(rest) {
        plain.push_str(before);
        plain.push_str(piece);
        rest = after;
    }
    plain + rest
}

fn next_mark(text: &str) -> Option<(&str, &str, &str)> {
    let (before, after) = text.split_once('[')?;
    let (piece, after) = after.split_once("]{")?;
    Some((before, piece, after.split_once('}')?.1))
}

/// The text with every value marked as the fixtures mark them.
fn marked_by_us(text: &str, models: &Models) -> Result<String, String> {
    let text = clean(&Input::text(text), &Options::default()).map_err(|error| error.to_string())?;
    let blocks = blocks_of(&text.text);
    let segments = segment(&text, &blocks, models);
    let reading = read(&text, &segments, models);
    let syntax = tag_and_parse(&text, &segments, &reading, models);
    let mentions = find_mentions(&text, &blocks, &segments, &reading, &syntax, models);
    let mut marked = String::new();
    let mut from = 0;
    for row in mentions.table.rows().iter().filter(|row| row.entity_type.is_value()) {
        let Some(span) = segments.span_of(row.tokens) else { continue };
        let meaning = row.value.as_ref().map_or(String::new(), |value| format!(" {value}"));
        marked.push_str(&text.text[from..span.start() as usize]);
        marked.push_str(&format!("[{}]{{{}{meaning}}}", text.slice(span), row.entity_type.name()));
        from = span.end() as usize;
    }
    Ok(marked + &text.text[from..])
}

/// Parts between empty lines; a headline where no full stop ends it.
fn blocks_of(text: &str) -> Blocks {
    let mut table = Table::default();
    let mut start = 0;
    for part in text.split("\n\n") {
        let span = TextSpan::new(start, start + part.len() as u32);
        let (kind, level) =
            if part.ends_with('.') { (BlockKind::Paragraph, 0) } else { (BlockKind::Headline, 1) };
        table.push(Block { span, kind, level, confidence: Confidence::CERTAIN });
        start = span.end() + 2;
    }
    Blocks { table }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_off_and_on_again() {
        let fixture = "He [sic] paid [$5]{MONEY 5 USD} in [May]{DATE}.";
        // The first bracket opens no mark, but the one that closes the second would end it.
        assert_eq!(plain("Paid [$5]{MONEY 5 USD} in [May]{DATE}."), "Paid $5 in May.");
        assert_eq!(plain("He [sic] paid."), "He [sic] paid.");
        let models = Models::builtin().unwrap();
        let marked = marked_by_us("They paid $5 in May 2016.", &models).unwrap();
        assert_eq!(marked, "They paid [$5]{MONEY 5 USD} in [May 2016]{DATE 2016-05}.");
        assert_ne!(plain(fixture), fixture);
    }
}
