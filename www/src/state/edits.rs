//! The reader's corrections of the article at hand: the log, what it was applied to, and what follows from an edit.

use std::rc::Rc;

use whosaid::corrections::{Corrections, Edit, History, LeftOut, Reason, apply};
use whosaid::document::SpanRecord;
use whosaid::views::QuoteFilter;
use whosaid::{Document, OffsetUnit};

use super::{Opened, State, Trouble, Work};
use crate::reading::{Reading, name_at};

/// An analysis as it came, with the corrections that the browser kept for its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysed {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// The corrections.
    pub kept: Option<History>,
}

impl From<Rc<Reading>> for Analysed {
    fn from(reading: Rc<Reading>) -> Self {
        Self { reading, kept: None }
    }
}

/// The reader's corrections.
#[derive(Clone, Debug)]
pub struct Edits {
    /// The analysis without them.
    pub analysed: Option<Rc<Document>>,
    /// The log, in bytes of the text as the page counts.
    pub history: History,
    /// Edits that have no place in the analysis.
    pub left_out: Vec<LeftOut>,
    /// The last thing that an edit, or taking it back, did.
    pub last: Option<Done>,
}

/// What happened to the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// An edit was made, for the first time or again.
    Made(Edit),
    /// One was taken back.
    Undone(Edit),
    /// One was taken back alone, wherever it stood in the log.
    Removed {
        /// It.
        edit: Edit,
        /// How many of those after it have no place without it.
        without_place: usize,
    },
    /// A log came from a file.
    Opened {
        /// Edits in it that were not made before.
        new: usize,
        /// How many of them have no place in the article.
        without_place: usize,
    },
    /// All were.
    Reset,
    /// One had no place in the article and was not made.
    Refused(Reason),
}

impl Default for Edits {
    fn default() -> Self {
        Self { analysed: None, history: new_history(), left_out: Vec::new(), last: None }
    }
}

/// Documents are compared by identity: they are never changed, and long.
impl PartialEq for Edits {
    fn eq(&self, other: &Self) -> bool {
        self.analysed.as_ref().map(Rc::as_ptr) == other.analysed.as_ref().map(Rc::as_ptr)
            && self.history == other.history
            && self.left_out == other.left_out
            && self.last == other.last
    }
}

/// Adds the edits of a log that are not in the history yet, whatever its offsets count; says how many.
fn add_all(history: &mut History, log: Corrections, text: &str) -> usize {
    let before = history.corrections().edits.len();
    for edit in log.in_unit(text, unit()).edits {
        if !history.corrections().edits.contains(&edit) {
            history.push(edit);
        }
    }
    history.corrections().edits.len() - before
}

const fn unit() -> OffsetUnit {
    OffsetUnit::Byte
}

fn new_history() -> History {
    History::new(unit())
}

impl State {
    /// Takes in a new analysis with the corrections for its text: those kept, then those that were sent with it.
    pub(super) fn with_analysis(mut self, analysed: Analysed) -> Self {
        let text = &analysed.reading.document.text;
        let kept = analysed.kept.map(|kept| kept.in_unit(text, unit()));
        let mut history = kept.unwrap_or_else(new_history);
        if let Some(sent) = self.sent.take() {
            add_all(&mut history, sent, text);
        }
        let edits = Edits { analysed: Some(analysed.reading.document.clone()), history, ..Edits::default() };
        Self { reading: Some(analysed.reading), edits, ..self }.corrected()
    }

    /// Takes in another analysis of the same text, to which the same corrections belong. A saved analysis gives way to
    /// it, with the corrections that it had when it was saved: those kept for the text come back.
    pub(super) fn with_other_analysis(mut self, analysed: Analysed) -> Self {
        if self.saved.take().is_some() && !self.edits.history.can_undo() {
            return self.with_analysis(analysed);
        }
        let edits = Edits { analysed: Some(analysed.reading.document.clone()), last: None, ..self.edits };
        Self { reading: Some(analysed.reading), edits, ..self }.corrected()
    }

    /// Shows the analysis with the corrections as they are now.
    fn corrected(self) -> Self {
        let Some(analysed) = self.edits.analysed.clone() else { return self };
        if self.edits.history.can_undo() {
            let corrected = apply(&analysed, self.edits.history.corrections());
            let edits = Edits { left_out: corrected.left_out, ..self.edits };
            let reading = Reading::with_filter(Rc::new(corrected.document), &self.filter);
            return Self { reading: Some(Rc::new(reading)), edits, ..self };
        }
        let is_shown = self.reading.as_ref().is_some_and(|it| Rc::ptr_eq(&it.document, &analysed));
        let reading = match self.reading {
            reading if is_shown && self.filter.shows_all() => reading,
            _ => Some(Rc::new(Reading::with_filter(analysed, &self.filter))),
        };
        Self { reading, edits: Edits { left_out: Vec::new(), ..self.edits }, ..self }
    }

    /// Shows some of the quotations of the article at hand.
    pub(super) fn filtering(mut self, filter: QuoteFilter) -> Self {
        if let Some(old) = &self.reading {
            let mut reading = Reading::with_filter(old.document.clone(), &filter);
            reading.keep_tints(old);
            self.reading = Some(Rc::new(reading));
        }
        Self { filter, ..self }
    }

    /// The same, with colours and the open card as they were before.
    fn corrected_from(self, old: &Reading) -> Self {
        let open = self.open;
        let mut state = self.corrected();
        let Some(reading) = &mut state.reading else { return state };
        Rc::make_mut(reading).keep_tints(old);
        state.open = open.and_then(|open| follow(open, old, reading));
        state
    }

    /// Makes a correction.
    pub(super) fn correcting(mut self, edit: Edit) -> Self {
        let Some(old) = self.correctable() else { return self };
        let before = self.clone();
        let number = self.edits.history.corrections().edits.len();
        self.edits.history.push(edit.clone());
        let mut state = self.corrected_from(&old);
        if let Some(left_out) = state.edits.left_out.iter().find(|it| it.edit == number) {
            // Not even kept.
            let edits = Edits { last: Some(Done::Refused(left_out.reason)), ..before.edits };
            return Self { edits, ..before };
        }
        if let Some(reading) = &state.reading
            && let Some(open) = made(&edit, reading)
        {
            state.open = open;
        }
        state.edits.last = Some(Done::Made(edit));
        state
    }

    /// Takes the last correction back.
    pub(super) fn undoing(mut self) -> Self {
        let Some(old) = self.correctable() else { return self };
        let edit = self.edits.history.corrections().edits.last().cloned();
        if !self.edits.history.undo() {
            return self;
        }
        self.edits.last = edit.map(Done::Undone);
        self.corrected_from(&old)
    }

    /// Makes the correction again that was taken back last.
    pub(super) fn redoing(mut self) -> Self {
        let Some(old) = self.correctable() else { return self };
        if !self.edits.history.redo() {
            return self;
        }
        self.edits.last = self.edits.history.corrections().edits.last().cloned().map(Done::Made);
        self.corrected_from(&old)
    }

    /// Takes one correction back alone. Those after it stay in the log, and are told where they have no place without it.
    pub(super) fn removing(mut self, number: usize) -> Self {
        let Some(old) = self.correctable() else { return self };
        let before = self.edits.left_out.iter().filter(|it| it.edit != number).count();
        let Some(edit) = self.edits.history.remove(number) else { return self };
        let mut state = self.corrected_from(&old);
        let without_place = state.edits.left_out.len().saturating_sub(before);
        state.edits.last = Some(Done::Removed { edit, without_place });
        state
    }

    /// Makes the corrections of a log that came from a file: at once, or when the text that came with it has been read.
    pub(super) fn logged(mut self, log: Corrections) -> Self {
        let Some(old) = self.correctable() else {
            return match self.work {
                Work::Reading => Self { sent: Some(log), ..self },
                _ => Self { trouble: Some(Trouble::LogAlone), ..self },
            };
        };
        let before = self.edits.left_out.len();
        let new = add_all(&mut self.edits.history, log, &old.document.text);
        let mut state = self.corrected_from(&old);
        let without_place = state.edits.left_out.len().saturating_sub(before);
        state.edits.last = Some(Done::Opened { new, without_place });
        state
    }

    /// Takes all corrections back.
    pub(super) fn resetting(mut self) -> Self {
        let Some(old) = self.correctable() else { return self };
        if !self.edits.history.can_undo() {
            return self;
        }
        self.edits.history.reset();
        self.edits.last = Some(Done::Reset);
        self.corrected_from(&old)
    }

    /// What was told of the last correction is over.
    pub(super) fn silent(mut self) -> Self {
        self.edits.last = None;
        self
    }

    /// The analysis that is shown, if it may be corrected: not while another text is being read.
    fn correctable(&self) -> Option<Rc<Reading>> {
        let stands = self.work != Work::Reading || self.before.is_some();
        self.reading.clone().filter(|_| stands)
    }

    /// The number that a mention has in the analysis without corrections, where it is a name there too.
    pub fn analysed_mention(&self, mention: u32) -> Option<u32> {
        let reading = self.reading.as_ref()?;
        let analysed = self.edits.analysed.as_ref()?;
        let shown = reading.named(mention)?;
        name_at(analysed, SpanRecord { start: shown.start, end: shown.end })
    }
}

/// What to show of an edit that made something: outer none if it made nothing.
fn made(edit: &Edit, reading: &Reading) -> Option<Option<Opened>> {
    match edit {
        Edit::AddQuote { content, .. } => Some(reading.quote_with(content, None).map(Opened::Quote)),
        Edit::SetContent { quote, content } => {
            Some(reading.quote_with(content, quote.cue).map(Opened::Quote))
        }
        Edit::AddName { span, .. } => {
            let mut mentions = reading.document.mentions.iter();
            let here = mentions.find(|it| it.corrected && it.start < span.end && span.start < it.end);
            Some(here.map(|it| Opened::Name(it.id)))
        }
        _ => None,
    }
}

/// What an open card is about in the analysis that `reading` is of, if it is still there.
pub(super) fn follow(open: Opened, old: &Reading, reading: &Reading) -> Option<Opened> {
    match open {
        Opened::Quote(quote) => old.quote(quote).and_then(|it| reading.quote_like(it)).map(Opened::Quote),
        Opened::Name(mention) => {
            let name = old.named(mention)?;
            name_at(&reading.document, SpanRecord { start: name.start, end: name.end }).map(Opened::Name)
        }
        // The words were made a name or a quotation, or were not.
        Opened::Words(words) => Some(Opened::Words(words)),
    }
}

#[cfg(test)]
mod tests;
