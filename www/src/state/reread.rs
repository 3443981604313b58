//! The same text read again, with another strictness or instead of a saved analysis: what stays meanwhile, what comes after, and the way back.

use std::rc::Rc;

use whosaid::Strictness;

use super::edits::follow;
use super::{Analysed, Opened, Pace, State, Trouble, Work};

impl State {
    /// Reads the text again where another strictness is chosen. The analysis at hand stays to be read until the
    /// other one is there, with its open card.
    pub(super) fn demanding(self, strictness: Strictness) -> Self {
        if strictness == self.strictness {
            return self;
        }
        if self.before == Some(strictness) {
            // The reader has gone back before the answer: it is still there.
            return self.gone_back();
        }
        let before = if self.is_current() { Some(self.strictness) } else { self.before };
        let reads = before.is_some() || self.work == Work::Reading;
        if !reads {
            return Self { strictness, ..self };
        }
        Self {
            strictness,
            before,
            request: self.request + 1,
            pace: Pace::Now,
            work: Work::Reading,
            trouble: None,
            ..self
        }
    }

    /// Back to the analysis at hand: the other one is no longer wanted.
    pub(super) fn gone_back(self) -> Self {
        Self {
            strictness: self.before.unwrap_or(self.strictness),
            before: None,
            request: self.request + 1,
            work: Work::Idle,
            ..self
        }
    }

    /// The other analysis is there. Names and their reasons are the same: they are found before quotations are.
    pub(super) fn answered_again(self, answer: Result<Analysed, Trouble>) -> Self {
        let analysed = match answer {
            Ok(analysed) => analysed,
            Err(trouble) => return Self { trouble: Some(trouble), ..self.gone_back() },
        };
        let (old, open) = (self.reading.clone(), self.open);
        let mut state = Self { before: None, work: Work::Idle, ..self }.with_other_analysis(analysed);
        if let (Some(old), Some(reading)) = (old, &mut state.reading) {
            state.open = match open {
                Some(Opened::Quote(quote)) => reading.same_quote(&old, quote).map(Opened::Quote),
                open => open.and_then(|open| follow(open, &old, reading)),
            };
            Rc::make_mut(reading).keep_tints(&old);
        }
        state
    }
}

#[cfg(test)]
mod tests;
