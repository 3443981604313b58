//! A drawing as plain shapes with colours by name: the page paints them by its style sheet and theme, a file by light
//! colours of its own ([`super::file`]). Lengths are CSS pixels at the browser's usual size of type.

use yew::prelude::*;

use super::measure::{fitted, width_of};
use crate::reading::Tone;

/// A colour of `styles/tokens.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Words and marks.
    Ink,
    /// Words that step back.
    Soft,
    /// Hairlines.
    Line,
    /// What lies beneath everything.
    Paper,
    /// A voice, by its tint.
    Voice(usize),
    /// A family of types of names.
    Name(Tone),
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Names: serif.
    Name,
    /// Everything else.
    Label,
    /// Initials, headings of groups.
    Bold,
    /// Type letters, ends of an axis.
    Tiny,
}

impl Face {
    /// Size of its type.
    pub const fn size(self) -> f64 {
        match self {
            Self::Name => 14.0,
            Self::Label => 12.5,
            Self::Bold => 12.0,
            Self::Tiny => 11.0,
        }
    }

    /// Its class in the style sheet.
    const fn class(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Label => "label",
            Self::Bold => "bold",
            Self::Tiny => "tiny",
        }
    }
}

/// Which end of the words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The first letter.
    Start,
    /// Their middle.
    Middle,
    /// The last letter.
    End,
}

impl Anchor {
    /// Its name in SVG.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle; `fill` is how much of the colour covers what lies below, from 0 to 1.
    Box {
        /// Left, top, width, height.
        at: [f64; 4],
        /// Of fill and edge.
        colour: Colour,
        /// How strong.
        fill: f64,
        /// Whether it has an edge.
        edge: bool,
    },
    /// Straight lines as a path of SVG, all in one.
    Lines {
        /// `M0 0V9` …
        path: String,
        /// Their colour.
        colour: Colour,
        /// Their width.
        width: f64,
    },
    /// Words on a line.
    Words {
        /// Where the anchor stands on the base line.
        at: [f64; 2],
        /// The words as they are shown.
        words: String,
        /// The same in full where they were cut.
        full: Option<String>,
        /// How they are set.
        face: Face,
        /// Which end stands there.
        anchor: Anchor,
        /// Their colour.
        colour: Colour,
        /// Whether they rise to the right.
        rising: bool,
        /// A small raised letter after them.
        letter: Option<(&'static str, Colour)>,
    },
}

/// Shapes with the size of the sheet they stand on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Width.
    pub width: f64,
    /// Height: as far as the shapes reach.
    pub height: f64,
    /// What is drawn, the lowest first.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// An empty sheet.
    pub fn new(width: f64) -> Self {
        Self { width, ..Self::default() }
    }

    /// A filled rectangle.
    pub fn fill(&mut self, at: [f64; 4], colour: Colour, fill: f64) {
        self.shapes.push(Shape::Box { at, colour, fill, edge: false });
    }

    /// A rectangle with an edge.
    pub fn frame(&mut self, at: [f64; 4], colour: Colour, fill: f64) {
        self.shapes.push(Shape::Box { at, colour, fill, edge: true });
    }

    /// Straight lines.
    pub fn lines(&mut self, path: String, colour: Colour, width: f64) {
        if !path.is_empty() {
            self.shapes.push(Shape::Lines { path, colour, width });
        }
    }

    /// A hairline from the left to the right.
    pub fn rule(&mut self, from: f64, to: f64, y: f64) {
        self.lines(format!("M{} {}H{}", short(from), short(y), short(to)), Colour::Line, 1.0);
    }

    /// Words on a line.
    pub fn words(&mut self, at: [f64; 2], words: &str, face: Face, anchor: Anchor, colour: Colour) {
        let (words, full) = (words.to_owned(), None);
        self.shapes.push(Shape::Words { at, words, full, face, anchor, colour, rising: false, letter: None });
    }

    /// Words from the left that are cut where they would be wider than `room`; gives the width they take.
    pub fn fitted(&mut self, at: [f64; 2], words: &str, face: Face, room: f64) -> f64 {
        let shown = fitted(words, face.size(), room);
        let taken = width_of(shown.as_deref().unwrap_or(words), face.size());
        let (shown, full) = match shown {
            Some(cut) => (cut, Some(words.to_owned())),
            None => (words.to_owned(), None),
        };
        let (anchor, colour) = (Anchor::Start, Colour::Ink);
        self.shapes.push(Shape::Words {
            at,
            words: shown,
            full,
            face,
            anchor,
            colour,
            rising: false,
            letter: None,
        });
        taken
    }

    /// The same with a small raised letter after them.
    pub fn lettered(&mut self, at: [f64; 2], words: &str, room: f64, mark: (&'static str, Colour)) {
        self.fitted(at, words, Face::Name, room);
        if let Some(Shape::Words { letter, .. }) = self.shapes.last_mut() {
            *letter = Some(mark);
        }
    }

    /// The same rising to the right.
    pub fn rising(&mut self, at: [f64; 2], words: &str, face: Face, room: f64) {
        self.fitted(at, words, face, room);
        if let Some(Shape::Words { rising, .. }) = self.shapes.last_mut() {
            *rising = true;
        }
    }

    /// The sign of a voice: its letters on its tint; gives the width it takes. `y` is the base line of the row.
    pub fn sign(&mut self, x: f64, y: f64, letters: &str, tint: usize) -> f64 {
        const WIDTH: f64 = 28.0;
        let voice = Colour::Voice(tint);
        self.frame([x + 0.5, y - 14.5, WIDTH - 1.0, 19.0], voice, 0.14);
        self.words([x + WIDTH / 2.0, y - 0.5], letters, Face::Bold, Anchor::Middle, voice);
        WIDTH
    }

    /// The drawing as the page shows it. It is one picture: heading, sentence and table tell the same in words.
    pub fn html(&self, labelled_by: String, described_by: String) -> Html {
        let rem = |length: f64| format!("{}rem", short(length / 16.0));
        html! {
            <svg
                role="img"
                aria-labelledby={labelled_by}
                aria-describedby={described_by}
                viewBox={format!("0 0 {} {}", short(self.width), short(self.height))}
                width={rem(self.width)}
                height={rem(self.height)}
            >
                { for self.shapes.iter().map(Shape::html) }
            </svg>
        }
    }
}

impl Shape {
    fn html(&self) -> Html {
        match self {
            Self::Box { at: [x, y, width, height], colour, fill, edge } => html! {
                <rect
                    class={classes!("fill", edge.then_some("outlined"))}
                    data-colour={colour.name()}
                    data-tint={colour.tint()}
                    data-n={colour.tone()}
                    x={short(*x)}
                    y={short(*y)}
                    width={short(*width)}
                    height={short(*height)}
                    fill-opacity={short(*fill)}
                />
            },
            Self::Lines { path, colour, width } => html! {
                <path
                    class="line"
                    data-colour={colour.name()}
                    data-tint={colour.tint()}
                    data-n={colour.tone()}
                    d={path.clone()}
                    stroke-width={short(*width)}
                />
            },
            Self::Words { at, words, full, face, anchor, colour, rising, letter } => html! {
                <text
                    class={face.class()}
                    data-colour={colour.name()}
                    data-tint={colour.tint()}
                    data-n={colour.tone()}
                    text-anchor={anchor.name()}
                    transform={turned(*at, *rising)}
                    x={short(at[0])}
                    y={short(at[1])}
                >
                    if let Some(full) = full {
                        <title>{full.clone()}</title>
                    }
                    {words.clone()}
                    if let Some((letter, colour)) = letter {
                        <tspan class="tiny" dx="3" dy={RAISED} data-colour={colour.name()} data-n={colour.tone()}>{*letter}</tspan>
                    }
                </text>
            },
        }
    }
}

/// How far a small letter after a name stands above its line.
pub const RAISED: &str = "-5";

/// Turns rising words about their first letter.
pub fn turned([x, y]: [f64; 2], rising: bool) -> Option<String> {
    rising.then(|| format!("rotate(-40 {} {})", short(x), short(y)))
}

impl Colour {
    const fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Soft => "soft",
            Self::Line => "line",
            Self::Paper => "paper",
            Self::Voice(_) => "voice",
            Self::Name(_) => "name",
        }
    }

    fn tint(self) -> Option<String> {
        if let Self::Voice(tint) = self { Some(tint.to_string()) } else { None }
    }

    fn tone(self) -> Option<&'static str> {
        if let Self::Name(tone) = self { Some(tone.name()) } else { None }
    }
}

/// A length with at most two places after the point.
pub fn short(length: f64) -> String {
    let text = format!("{length:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short() {
        assert_eq!([0.0, 3.0, 0.14, 12.346].map(short), ["0", "3", "0.14", "12.35"]);
    }

    #[test]
    fn what_does_not_fit_is_cut_and_kept_in_full() {
        let mut drawing = Drawing::new(100.0);
        drawing.fitted([0.0, 9.0], "Ursula von der Leyen", Face::Name, 60.0);
        let Some(Shape::Words { words, full, .. }) = drawing.shapes.first() else { panic!() };
        assert!(words.ends_with('…') && words.starts_with("Urs"), "{words}");
        assert_eq!(full.as_deref(), Some("Ursula von der Leyen"));
    }
}
