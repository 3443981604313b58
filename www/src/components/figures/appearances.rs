//! Where each name appears: a strip a name along the words of the article. Ticks are mentions, the longer the more they
//! say (a name, a description, a pronoun); bands are the words that the bearer is quoted with.

use std::collections::BTreeSet;
use std::fmt::Write;

use whosaid::views::{Appearance, Form};

use super::drawing::{Anchor, Colour, Drawing, Face, short};
use super::measure::width_of;
use super::share::label_width;
use super::subject::{Facts, Sheet};
use crate::reading::Tone;
use crate::words::{self, figures};

/// Narrower than this, names stand above their strips.
const WIDE: f64 = 460.0;

/// Forms with the height of their ticks and their line's width, the longest first.
const TICKS: [(Form, f64, f64); 3] =
    [(Form::Name, 18.0, 1.5), (Form::Description, 11.0, 1.5), (Form::Pronoun, 5.0, 1.5)];

/// The strip's place in a row, and how words are placed along it.
struct Strip {
    left: f64,
    width: f64,
    words: f64,
}

impl Strip {
    fn x(&self, word: u32) -> f64 {
        self.left + self.width * (f64::from(word) / self.words).min(1.0)
    }
}

/// Draws the first `most` names.
pub fn draw(facts: &Facts, width: f64, most: usize) -> Drawing {
    let wide = width >= WIDE;
    let left = if wide { label_width(width) + 30.0 } else { 0.0 };
    let all = facts.reading.words.max(1);
    // Half of the last tick and half of the last number need room.
    let strip = Strip { left: left + 1.0, width: width - left - 2.0, words: f64::from(all) };
    let mut drawing = Drawing::new(width);
    let mut y = head(&mut drawing, left);
    let top = y;
    for appearance in facts.appearances.iter().take(most) {
        let base = y + if wide { 21.0 } else { 18.0 };
        label(&mut drawing, appearance, base, if wide { left - 14.0 } else { width });
        if !wide {
            y += 24.0;
        }
        row(&mut drawing, facts, appearance, &strip, y + 26.0);
        y += if wide { 30.0 } else { 32.0 };
    }
    axis(&mut drawing, &strip, all, [top, y]);
    drawing.height = y + 22.0;
    drawing
}

/// What the marks mean; gives its height.
fn head(drawing: &mut Drawing, left: f64) -> f64 {
    let [mut x, mut y] = [left, 18.0];
    let [band, ticks @ ..] = figures::APPEARANCE_MARKS;
    let names = ticks.into_iter().zip(TICKS.map(Some)).chain([(band, None)]);
    for (name, tick) in names {
        let room = if tick.is_some() { 8.0 } else { 24.0 };
        let taken = room + width_of(name, Face::Tiny.size());
        if x > left && x + taken > drawing.width {
            (x, y) = (left, y + 24.0);
        }
        match tick {
            Some((_, height, thick)) => {
                let path = format!("M{} {}v{}", short(x + 1.5), short(y + 3.0), short(-height));
                drawing.lines(path, Colour::Ink, thick);
            }
            None => drawing.fill([x, y - 11.0, 18.0, 14.0], Colour::Voice(1), 0.3),
        }
        drawing.words([x + room, y], name, Face::Tiny, Anchor::Start, Colour::Ink);
        x += taken + 14.0;
    }
    y + 8.0
}

/// Name, letter of its type, and how often it is mentioned.
fn label(drawing: &mut Drawing, appearance: &Appearance, base: f64, room: f64) {
    let count = words::number(appearance.mentions.len());
    let colour = Colour::Name(Tone::of(appearance.entity_type));
    let letter = words::type_letter(appearance.entity_type);
    drawing.lettered([0.0, base], &appearance.name, room - 46.0, (letter, colour));
    drawing.words([room, base], &count, Face::Label, Anchor::End, Colour::Soft);
}

/// Bands and ticks that stand on the line `foot`. Ticks that would hide each other are drawn once.
fn row(drawing: &mut Drawing, facts: &Facts, appearance: &Appearance, strip: &Strip, foot: f64) {
    let foot = foot.round() - 0.5;
    let colour = Colour::Voice(facts.reading.tint(appearance.entity));
    let mut reached = f64::MIN;
    for said in &appearance.said {
        let [start, end] = [said.start, said.end].map(|word| strip.x(word));
        // A word or two in a long article would be too thin to see.
        let [start, end] = [start.max(reached), end.max(start + 1.5)];
        if end > start {
            drawing.fill([start, foot - 16.0, end - start, 16.0], colour, 0.3);
            reached = end;
        }
    }
    drawing.rule(strip.left, strip.left + strip.width, foot);
    for (form, height, thick) in TICKS {
        let mentions = appearance.mentions.iter().filter(|mention| mention.form == form);
        let places: BTreeSet<i64> = mentions.map(|it| (strip.x(it.word) * 2.0).round() as i64).collect();
        let mut path = String::new();
        for place in places {
            let _ = write!(path, "M{} {}v{}", short(place as f64 / 2.0), short(foot), short(-height));
        }
        drawing.lines(path, Colour::Ink, thick);
    }
}

/// Words counted along the strips.
fn axis(drawing: &mut Drawing, strip: &Strip, all: u32, [top, foot]: [f64; 2]) {
    let step = step(all, strip.width);
    let mut path = String::new();
    for word in (0..=all).step_by(step as usize) {
        let x = strip.x(word).round() + 0.5;
        let _ = write!(path, "M{} {}V{}", short(x), short(top), short(foot + 4.0));
        let (label, anchor) = match word {
            0 => (figures::FIRST_WORD.to_owned(), Anchor::Start),
            _ => (words::number(word as usize), Anchor::Middle),
        };
        // The last number may stand at the very edge.
        let half = width_of(&label, Face::Tiny.size()) / 2.0;
        let (x, anchor) =
            if x + half > drawing.width && word > 0 { (drawing.width, Anchor::End) } else { (x, anchor) };
        drawing.words([x, foot + 17.0], &label, Face::Tiny, anchor, Colour::Soft);
    }
    let mut lowest = Drawing::new(0.0);
    lowest.lines(path, Colour::Line, 1.0);
    drawing.shapes.splice(0..0, lowest.shapes);
}

/// Words between two numbers of an axis: 1, 2 or 5 with noughts, so that numbers have room.
fn step(all: u32, width: f64) -> u32 {
    const ROOM: f64 = 84.0;
    let least = f64::from(all) * ROOM / width.max(ROOM);
    let mut step = 1;
    loop {
        for wide in [1, 2, 5] {
            let wide = step * wide;
            if f64::from(wide) >= least {
                return wide;
            }
        }
        match step.checked_mul(10).filter(|step| *step <= 100_000_000) {
            Some(next) => step = next,
            None => return step,
        }
    }
}

/// Every name.
pub fn sheet(facts: &Facts) -> Sheet {
    let row = |appearance: &Appearance| {
        let forms = TICKS.map(|(form, ..)| words::number(appearance.count(form)));
        let said: u32 = appearance.said.iter().map(|said| said.end.saturating_sub(said.start)).sum();
        let place = |mention: Option<&whosaid::views::MentionAt>| {
            mention.map_or_else(String::new, |mention| words::number(mention.word as usize + 1))
        };
        let names = [appearance.name.clone(), words::type_name(appearance.entity_type).to_owned()];
        let places = [appearance.mentions.first(), appearance.mentions.last()].map(place);
        let all = words::number(appearance.mentions.len());
        let said = words::number(said as usize);
        names.into_iter().chain([all]).chain(forms).chain(places).chain([said]).collect()
    };
    Sheet {
        columns: figures::APPEARANCE_COLUMNS.map(str::to_owned).to_vec(),
        first_number: 2,
        rows: facts.appearances.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_round_numbers_with_room() {
        assert_eq!([step(434, 600.0), step(434, 328.0), step(100_000, 600.0)], [100, 200, 20_000]);
        assert_eq!([step(1, 600.0), step(0, 0.0)], [1, 1]);
        assert!(step(u32::MAX, 84.0) > 0);
    }
}
