//! The card that is open, and the reasons of names as far as they were asked for.

use std::collections::BTreeMap;
use std::rc::Rc;

use whosaid::document::{NameWhy, SpanRecord};

/// What the open card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A quote.
    Quote(u32),
    /// A mention by name.
    Name(u32),
    /// Words that the reader selected.
    Words(SpanRecord),
}

/// What is known of the reasons of names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reasons(BTreeMap<u32, Option<Rc<NameWhy>>>);

impl Reasons {
    /// The reasons of a mention: none while they are looked for, then what was found, if anything was.
    pub fn of(&self, mention: u32) -> Option<Option<Rc<NameWhy>>> {
        self.0.get(&mention).cloned()
    }

    /// With what was found for a mention.
    pub fn with(mut self, mention: u32, why: Option<NameWhy>) -> Self {
        self.0.insert(mention, why.map(Rc::new));
        self
    }
}
