//! Who speaks about whom, and to whom: a row a voice, a column a name. The number in a cell counts mentions, on a tint
//! the stronger the more there are; an arrow counts what is addressed to that name.

use whosaid::views::Exchange;

use super::drawing::{Anchor, Colour, Drawing, Face};
use super::measure::width_of;
use super::share::label_width;
use super::subject::{Facts, Sheet};
use crate::words::{self, figures};

/// Height of a row.
const HEIGHT: f64 = 30.0;

/// Width of a column: as there is room, between these.
const WIDTHS: [f64; 2] = [42.0, 72.0];

/// Rising names take that much of their length to the right, and upwards (40 degrees).
const RISE: [f64; 2] = [0.766, 0.643];

/// Longest name of a column.
const COLUMN_NAME: f64 = 132.0;

/// The strongest tint that words stay readable on.
const STRONGEST: f64 = 0.42;

/// Draws the first `most` voices and names. It can be wider than `width`: columns need room.
pub fn draw(facts: &Facts, width: f64, most: usize) -> Drawing {
    let exchanges = &facts.exchanges;
    let names: Vec<u32> = exchanges.names.iter().copied().take(most).collect();
    let label = if width < 460.0 { 132.0 } else { label_width(width) };
    // Room for what the last names reach to the right.
    let room = (width - label - 0.5 * COLUMN_NAME) / names.len().max(1) as f64;
    let cell_width = room.clamp(WIDTHS[0], WIDTHS[1]).floor();
    let title = |name: u32| facts.name(Some(name));
    let reach = |part: f64, name: &u32| width_of(&title(*name), Face::Label.size()).min(COLUMN_NAME) * part;
    let head = names.iter().map(|name| reach(RISE[1], name)).fold(0.0, f64::max).ceil() + 14.0;
    let right = names
        .iter()
        .enumerate()
        .map(|(place, name)| label + cell_width * (place as f64 + 0.4) + reach(RISE[0], name));
    let grid = label + cell_width * names.len() as f64;
    let mut drawing = Drawing::new(right.fold(grid.max(width), f64::max).ceil());
    for (place, name) in names.iter().enumerate() {
        let x = label + cell_width * (place as f64 + 0.4);
        drawing.rising([x, head - 6.0], &title(*name), Face::Label, COLUMN_NAME);
    }
    let most_mentions = exchanges.cells.iter().filter(|cell| !cell.is_own()).map(|cell| cell.mentions).max();
    let rows: Vec<_> = exchanges.speakers.iter().copied().take(most).collect();
    for (row, speaker) in rows.iter().enumerate() {
        let y = head + HEIGHT * row as f64;
        drawing.rule(0.0, grid, y.round() + 0.5);
        facts.label(&mut drawing, *speaker, y + 20.0, label - 10.0);
    }
    let foot = head + HEIGHT * rows.len() as f64;
    drawing.rule(0.0, grid, foot.round() + 0.5);
    for cell in &exchanges.cells {
        let row = rows.iter().position(|speaker| *speaker == cell.speaker);
        let column = names.iter().position(|name| *name == cell.name);
        if let (Some(row), Some(column)) = (row, column) {
            let at = [label + cell_width * column as f64, head + HEIGHT * row as f64, cell_width];
            draw_cell(&mut drawing, facts, cell, at, most_mentions.unwrap_or(1).max(1));
        }
    }
    drawing.height = foot + key(&mut drawing, foot, width) + 4.0;
    drawing
}

fn draw_cell(drawing: &mut Drawing, facts: &Facts, cell: &Exchange, [x, y, width]: [f64; 3], most: u32) {
    let colour = Colour::Voice(facts.reading.tint(cell.speaker));
    if cell.mentions > 0 && !cell.is_own() {
        let part = f64::from(cell.mentions) / f64::from(most);
        let fill = 0.1 + (STRONGEST - 0.1) * part;
        drawing.fill([x + 1.0, y + 2.0, width - 2.0, HEIGHT - 3.0], colour, fill);
    }
    let mentions = mentions_of(cell);
    let addressed = addressed_of(cell);
    let middle = x + width / 2.0;
    let (base, ink) = (y + 20.0, if cell.is_own() { Colour::Soft } else { Colour::Ink });
    let mut words =
        |x: f64, words: &str, ink: Colour| drawing.words([x, base], words, Face::Label, Anchor::Middle, ink);
    match (mentions.is_empty(), addressed.is_empty()) {
        (false, false) => {
            words(x + width * 0.28, &mentions, ink);
            words(x + width * 0.7, &addressed, Colour::Ink);
        }
        (false, true) => words(middle, &mentions, ink),
        (true, _) => words(middle, &addressed, Colour::Ink),
    }
}

fn mentions_of(cell: &Exchange) -> String {
    match (cell.mentions, cell.is_own()) {
        (0, _) => String::new(),
        (count, true) => format!("({count})"),
        (count, false) => count.to_string(),
    }
}

fn addressed_of(cell: &Exchange) -> String {
    if cell.addressed == 0 { String::new() } else { format!("→{}", cell.addressed) }
}

/// What the signs mean, for those that there are; gives its height.
fn key(drawing: &mut Drawing, foot: f64, width: f64) -> f64 {
    let has = |sign: &str| {
        drawing.shapes.iter().any(
            |shape| matches!(shape, super::drawing::Shape::Words { words, .. } if words.starts_with(sign)),
        )
    };
    let signs = figures::EXCHANGE_SIGNS.into_iter().filter(|(sign, _)| sign.is_empty() || has(sign));
    let told: Vec<String> = signs.map(|(_, meaning)| meaning.to_owned()).collect();
    let mut height = 8.0;
    for line in super::measure::lines(&told.join(" "), Face::Tiny.size(), width) {
        height += 15.0;
        drawing.words([0.0, foot + height], &line, Face::Tiny, Anchor::Start, Colour::Soft);
    }
    height
}

/// Every voice with every name it speaks of or to.
pub fn sheet(facts: &Facts) -> Sheet {
    let row = |cell: &Exchange| {
        let numbers = [cell.mentions, cell.addressed].map(|count| words::number(count as usize));
        [facts.name(cell.speaker), facts.name(Some(cell.name))].into_iter().chain(numbers).collect()
    };
    Sheet {
        columns: figures::EXCHANGE_COLUMNS.map(str::to_owned).to_vec(),
        first_number: 2,
        rows: facts.exchanges.cells.iter().map(row).collect(),
    }
}
