//! The card that is open, and the reasons of names as far as they were asked for.

use std::collections::BTreeMap;
use std::rc::Rc;

use whosaid::document::{NameWhy, SpanRecord};

use super::State;

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

impl State {
    /// The request and mention whose reasons are to be asked for: once, when the card opens. Not of a saved analysis:
    /// its mentions may not be those that a new reading of the text gives.
    pub fn doubted(&self) -> Option<(u32, u32)> {
        match self.open {
            Some(Opened::Name(mention)) if self.is_current() && self.saved.is_none() => {
                let mention = self.analysed_mention(mention)?;
                self.reasons.of(mention).is_none().then_some((self.request, mention))
            }
            _ => None,
        }
    }
}
