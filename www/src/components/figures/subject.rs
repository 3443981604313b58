//! What there is a figure of, and everything the four have in common: each is drawn, told in a sentence, and written as
//! a table from the same counts.

use std::rc::Rc;

use whosaid::export::figures as tables;
use whosaid::views::{self, Appearance, Exchanges, Manners};

use super::drawing::{Drawing, Face};
use super::{appearances, exchanges, manners, share};
use crate::reading::Reading;
use crate::words::figures as words;

/// Rows that are drawn until the reader wants all.
pub const FIRST_ROWS: usize = 12;

/// An analysis with the counts that its figures show.
#[derive(Debug)]
pub struct Facts {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// How each voice is quoted.
    pub manners: Manners,
    /// Where each name appears.
    pub appearances: Vec<Appearance>,
    /// Who speaks about whom, and to whom.
    pub exchanges: Exchanges,
}

/// As with [`Reading`]: the same only if they are one.
impl PartialEq for Facts {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Facts {
    /// Counts everything once.
    pub fn new(reading: Rc<Reading>) -> Self {
        let document = &reading.document;
        Self {
            manners: views::manners(document, &reading.voices),
            appearances: views::appearances(document, &reading.names),
            exchanges: views::exchanges(document, &reading.voices),
            reading,
        }
    }

    /// The name of whoever speaks.
    pub fn name(&self, speaker: Option<u32>) -> String {
        let speaker = speaker.and_then(|id| self.reading.entity(id));
        speaker.map_or_else(|| words::NOBODY.to_owned(), |who| who.name.clone())
    }

    /// Draws the sign and name of a voice on a base line, in that width.
    pub fn label(&self, drawing: &mut Drawing, speaker: Option<u32>, y: f64, room: f64) {
        let sign = drawing.sign(0.0, y, &self.reading.letters(speaker), self.reading.tint(speaker));
        drawing.fitted([sign + 8.0, y], &self.name(speaker), Face::Name, room - sign - 8.0);
    }
}

/// A table of words and numbers. The first column names the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What stands in each column.
    pub columns: Vec<String>,
    /// The first column that holds numbers.
    pub first_number: usize,
    /// Rows, as long as `columns`.
    pub rows: Vec<Vec<String>>,
}

/// One of the four figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Share of voice.
    Share,
    /// Kinds and classes of quotations.
    Manners,
    /// Where each name appears.
    Appearances,
    /// Who speaks about whom, and to whom.
    Exchanges,
}

impl Subject {
    /// All, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Share, Self::Manners, Self::Appearances, Self::Exchanges];

    /// Its name in addresses and file names.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Share => "share-of-voice",
            Self::Manners => "how-they-are-quoted",
            Self::Appearances => "where-names-appear",
            Self::Exchanges => "who-about-whom",
        }
    }

    /// Rows that it could have; none is nothing to draw.
    pub fn rows(self, facts: &Facts) -> usize {
        match self {
            Self::Share | Self::Manners => facts.reading.voices.len(),
            Self::Appearances => facts.appearances.len(),
            Self::Exchanges => facts.exchanges.speakers.len(),
        }
    }

    /// Whether a drawing of the first rows leaves something out.
    pub fn is_long(self, facts: &Facts) -> bool {
        let columns = if self == Self::Exchanges { facts.exchanges.names.len() } else { 0 };
        self.rows(facts).max(columns) > FIRST_ROWS
    }

    /// Draws it in a width: the first rows, or all.
    pub fn draw(self, facts: &Facts, width: f64, all: bool) -> Drawing {
        let most = if all { usize::MAX } else { FIRST_ROWS };
        match self {
            Self::Share => share::draw(facts, width, most),
            Self::Manners => manners::draw(facts, width, most),
            Self::Appearances => appearances::draw(facts, width, most),
            Self::Exchanges => exchanges::draw(facts, width, most),
        }
    }

    /// What it shows, in a sentence.
    pub fn sentence(self, facts: &Facts) -> String {
        match self {
            Self::Share => words::share(facts),
            Self::Manners => words::manners(facts),
            Self::Appearances => words::appearances(facts),
            Self::Exchanges => words::exchanges(facts),
        }
    }

    /// The same as a table.
    pub fn sheet(self, facts: &Facts) -> Sheet {
        match self {
            Self::Share => share::sheet(facts),
            Self::Manners => manners::sheet(facts),
            Self::Appearances => appearances::sheet(facts),
            Self::Exchanges => exchanges::sheet(facts),
        }
    }

    /// The same as CSV, with every number.
    pub fn csv(self, facts: &Facts) -> String {
        let document = &facts.reading.document;
        match self {
            Self::Share => tables::share(document),
            Self::Manners => tables::manners(document),
            Self::Appearances => tables::appearances(document),
            Self::Exchanges => tables::exchanges(document),
        }
    }
}
