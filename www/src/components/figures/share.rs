//! Share of voice: a bar a speaker, as long as the words they are given.

use whosaid::views::Voice;

use super::drawing::{Anchor, Colour, Drawing, Face};
use super::subject::{Facts, Sheet};
use crate::words::{self, figures};

/// Narrower than this, names stand above their bars.
const WIDE: f64 = 400.0;

/// Draws the first `most` voices.
pub fn draw(facts: &Facts, width: f64, most: usize) -> Drawing {
    let voices = &facts.reading.voices;
    let longest = voices.iter().map(|voice| voice.words).max().unwrap_or(0).max(1);
    let mut drawing = Drawing::new(width);
    let mut y = 0.0;
    let mut group = 0;
    for voice in voices.iter().take(most) {
        let own = group_of(voice);
        if own != group {
            y += if y > 0.0 { 30.0 } else { 14.0 };
            drawing.words(
                [0.0, y - 4.0],
                figures::VOICE_GROUPS[own],
                Face::Bold,
                Anchor::Start,
                Colour::Soft,
            );
            drawing.rule(0.0, width, (y + 2.0).round() + 0.5);
            y += 4.0;
            group = own;
        }
        let part = f64::from(voice.words) / f64::from(longest);
        y += row(&mut drawing, facts, voice, y, part);
    }
    drawing.height = y + 2.0;
    drawing
}

/// Named, without a name, nobody: places in [`figures::VOICE_GROUPS`].
fn group_of(voice: &Voice) -> usize {
    match voice.speaker {
        None => 2,
        Some(_) => usize::from(!voice.named),
    }
}

/// Draws a row from `y` on; gives its height.
fn row(drawing: &mut Drawing, facts: &Facts, voice: &Voice, y: f64, part: f64) -> f64 {
    let colour = Colour::Voice(facts.reading.tint(voice.speaker));
    let share = words::percent(voice.share_thousandths);
    let spoken = words::count(voice.words as usize, "word", "words");
    let width = drawing.width;
    if width < WIDE {
        let base = y + 18.0;
        facts.label(drawing, voice.speaker, base, width - 136.0);
        drawing.words([width, base], &share, Face::Label, Anchor::End, Colour::Ink);
        drawing.words([width - 56.0, base], &spoken, Face::Label, Anchor::End, Colour::Soft);
        drawing.fill([0.0, y + 26.0, (width * part).max(1.0), 7.0], colour, 1.0);
        return 42.0;
    }
    let base = y + 20.0;
    let label = label_width(width);
    facts.label(drawing, voice.speaker, base, label - 12.0);
    let bar = (width - label - 120.0) * part;
    drawing.fill([label, y + 8.0, bar.max(1.0), 15.0], colour, 1.0);
    drawing.words([label + bar + 8.0, base], &share, Face::Label, Anchor::Start, Colour::Ink);
    drawing.words([width, base], &spoken, Face::Label, Anchor::End, Colour::Soft);
    30.0
}

/// Room for names before what is drawn of them.
pub fn label_width(width: f64) -> f64 {
    (width * 0.4).clamp(150.0, 220.0).round()
}

/// Every voice.
pub fn sheet(facts: &Facts) -> Sheet {
    let row = |voice: &Voice| {
        let group = figures::VOICE_GROUPS[group_of(voice)].to_owned();
        let [quotes, spoken] = [voice.quotes.len(), voice.words as usize].map(words::number);
        vec![facts.name(voice.speaker), group, quotes, spoken, words::percent(voice.share_thousandths)]
    };
    Sheet {
        columns: figures::SHARE_COLUMNS.map(str::to_owned).to_vec(),
        first_number: 2,
        rows: facts.reading.voices.iter().map(row).collect(),
    }
}
