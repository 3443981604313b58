//! How each voice is quoted. A bar parts its quotations by whose words they are, from solid (the speaker's own) to
//! hollow (the writer's); beside it a column for each thing that speakers do.

use whosaid::views::{CLASSES, KINDS, Manner};

use super::drawing::{Anchor, Colour, Drawing, Face, short};
use super::measure::width_of;
use super::share::label_width;
use super::subject::{Facts, Sheet};
use crate::words::{self, figures};

/// Narrower than this, a row takes three lines.
const WIDE: f64 = 540.0;

/// How much of the colour fills each of [`KINDS`].
const FILLS: [f64; KINDS.len()] = [1.0, 0.35, 0.0];

/// Where the parts of a row stand.
struct Columns {
    label: f64,
    bar: [f64; 2],
    classes: [f64; 2],
    wide: bool,
}

impl Columns {
    fn new(width: f64) -> Self {
        if width < WIDE {
            return Self { label: width, bar: [0.0, width], classes: [0.0, width], wide: false };
        }
        let label = label_width(width);
        let bar = ((width - label - 20.0) * 0.32).round();
        Self {
            label: label - 12.0,
            bar: [label, bar],
            classes: [label + bar + 20.0, width - label - bar - 20.0],
            wide: true,
        }
    }

    /// Left of a class and the room it has.
    fn class(&self, place: usize) -> [f64; 2] {
        let room = self.classes[1] / CLASSES.len() as f64;
        [self.classes[0] + room * place as f64, room]
    }
}

/// Draws everyone together and the first `most` voices.
pub fn draw(facts: &Facts, width: f64, most: usize) -> Drawing {
    let columns = Columns::new(width);
    let mut drawing = Drawing::new(width);
    let mut y = head(&mut drawing, &columns);
    let everyone = (None, &facts.manners.all, Colour::Ink);
    let voices = facts
        .manners
        .by_voice
        .iter()
        .take(most)
        .map(|(speaker, manner)| (Some(*speaker), manner, Colour::Voice(facts.reading.tint(*speaker))));
    for (who, manner, colour) in [everyone].into_iter().chain(voices) {
        y += if columns.wide { 0.0 } else { 6.0 };
        drawing.rule(0.0, width, y.round() + 0.5);
        let base = y + 21.0;
        match who {
            Some(speaker) => facts.label(&mut drawing, speaker, base, columns.label),
            None => drawing.words([0.0, base], figures::EVERYONE, Face::Bold, Anchor::Start, Colour::Ink),
        }
        if !columns.wide {
            y += 26.0;
        }
        kinds(&mut drawing, &columns, manner, colour, y + 8.0);
        if !columns.wide {
            y += 26.0;
        }
        classes(&mut drawing, &columns, manner, colour, y);
        y += 32.0;
    }
    drawing.height = y + 2.0;
    drawing
}

/// What the parts mean; gives its height.
fn head(drawing: &mut Drawing, columns: &Columns) -> f64 {
    let mut y = 14.0;
    let [left, room] = columns.bar;
    let mut x = left;
    for (fill, name) in FILLS.into_iter().zip(figures::KINDS_SHORT) {
        let taken = 17.0 + width_of(name, Face::Tiny.size());
        if x > left && x + taken > left + room {
            (x, y) = (left, y + 15.0);
        }
        drawing.frame([x + 0.5, y - 8.5, 11.0, 9.0], Colour::Ink, fill);
        drawing.words([x + 17.0, y], name, Face::Tiny, Anchor::Start, Colour::Ink);
        x += taken + 12.0;
    }
    if columns.wide {
        y = y.max(29.0);
    } else {
        y += 30.0;
    }
    for (place, name) in figures::CLASSES_SHORT.into_iter().enumerate() {
        let [left, _] = columns.class(place);
        for (line, part) in name.into_iter().rev().filter(|part| !part.is_empty()).enumerate() {
            let base = y - 14.0 * line as f64;
            drawing.words([left, base], part, Face::Tiny, Anchor::Start, Colour::Ink);
        }
    }
    y + 8.0
}

/// The bar of kinds, as wide for each as it has quotations.
fn kinds(drawing: &mut Drawing, columns: &Columns, manner: &Manner, colour: Colour, y: f64) {
    let [left, room] = columns.bar;
    let all: u32 = manner.kinds.iter().sum();
    let mut x = left;
    for (count, fill) in manner.kinds.into_iter().zip(FILLS).filter(|(count, _)| *count > 0) {
        let width = room * f64::from(count) / f64::from(all.max(1));
        drawing.frame([x + 0.5, y + 0.5, (width - 1.0).max(0.5), 15.0], colour, fill);
        let number = words::number(count as usize);
        if width > width_of(&number, Face::Label.size()) + 4.0 {
            let ink = if fill > 0.5 { Colour::Paper } else { Colour::Ink };
            drawing.words([x + width / 2.0, y + 12.5], &number, Face::Label, Anchor::Middle, ink);
        }
        x += width;
    }
}

/// A number and a bar for each class that there is.
fn classes(drawing: &mut Drawing, columns: &Columns, manner: &Manner, colour: Colour, y: f64) {
    for (place, count) in manner.classes.into_iter().enumerate() {
        let [left, room] = columns.class(place);
        let room = room - 8.0;
        let foot = (y + 26.0).round() - 0.5;
        drawing.lines(format!("M{} {}h{}", short(left), short(foot), short(room)), Colour::Line, 1.0);
        if count > 0 {
            let part = f64::from(count) / f64::from(manner.quotes.max(1));
            drawing.fill([left, y + 23.0, (room * part).max(1.0), 3.0], colour, 1.0);
            drawing.words(
                [left, y + 19.0],
                &words::number(count as usize),
                Face::Label,
                Anchor::Start,
                Colour::Ink,
            );
        }
    }
}

/// Everyone together and every voice.
pub fn sheet(facts: &Facts) -> Sheet {
    let row = |name: String, manner: &Manner| {
        let numbers = [manner.quotes].into_iter().chain(manner.kinds).chain(manner.classes);
        let numbers = numbers.map(|count| words::number(count as usize));
        [name].into_iter().chain(numbers).collect::<Vec<_>>()
    };
    let voices = facts.manners.by_voice.iter();
    let voices = voices.map(|(speaker, manner)| row(facts.name(*speaker), manner));
    let classes = CLASSES.map(|class| words::quote_class(class).to_owned());
    let kinds = KINDS.map(|kind| words::quote_kind(kind).to_owned());
    let first = ["Speaker", "Quotations"].map(str::to_owned);
    Sheet {
        columns: first.into_iter().chain(kinds).chain(classes).collect(),
        first_number: 1,
        rows: [row(figures::EVERYONE.to_owned(), &facts.manners.all)].into_iter().chain(voices).collect(),
    }
}
