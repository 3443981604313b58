//! What the page knows, what can happen, and the pure step from one to the next.

use std::rc::Rc;

use whosaid::Strictness;
use whosaid::corrections::{Corrections, Edit};
use whosaid::document::NameWhy;
use whosaid::views::QuoteFilter;

use crate::link::Shared;
use crate::reading::Reading;

mod choices;
mod comparison;
mod edits;
pub mod find;
mod former;
mod how;
mod opened;
mod reread;
mod saved;
mod shelf;
mod source;
mod step;
mod trouble;

pub use choices::{Kept, Layer, Size, Theme};
pub use comparison::{Comparing, Other};
pub use edits::{Analysed, Done, Edits};
pub use former::Former;
pub use how::{How, Look, Step, Walk};
pub use opened::{Opened, Reasons};
pub use saved::Saved;
pub use shelf::{Content, Entry, Shelf};
pub use source::{Format, Source};
pub use trouble::Trouble;

/// Bytes of a text or file that the page takes: the core's own limit, told before reading a file.
pub const LIMIT_BYTES: usize = 20_000_000;

/// What the reader looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The text to paste and edit.
    #[default]
    Text,
    /// The marked article.
    Article,
    /// The article beside another.
    Comparison,
    /// The text without marks, to find who said what first.
    Find,
}

/// What the analyser does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// Nothing.
    #[default]
    Idle,
    /// It reads the text of the newest request.
    Reading,
    /// The reader stopped it.
    Stopped,
}

/// How soon a request is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// At once: a whole text has come.
    #[default]
    Now,
    /// After a pause: somebody types.
    AfterPause,
}

/// Everything the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The text as it came.
    pub source: Source,
    /// What the text field shows: for HTML the extracted text once it is known.
    pub draft: Rc<str>,
    /// Number of the newest request; answers to older ones are stale.
    pub request: u32,
    /// How soon it is sent.
    pub pace: Pace,
    /// What the analyser does.
    pub work: Work,
    /// Whether the analyser can be asked.
    pub ready: bool,
    /// How much of the model pack has come, in per cent.
    pub fetched: u32,
    /// How often the reader has asked to fetch the model pack again.
    pub attempt: u32,
    /// The newest analysis with the reader's corrections. Stays while the next one runs.
    pub reading: Option<Rc<Reading>>,
    /// The corrections in it.
    pub edits: Edits,
    /// Corrections that came with the text in a link, until its analysis is there.
    pub sent: Option<Corrections>,
    /// What the reader looks at.
    pub screen: Screen,
    /// Whether to turn to the article when the analysis is there.
    pub turn: bool,
    /// How sure a quotation must be to be shown.
    pub strictness: Strictness,
    /// What that was for the analysis at hand, while the same text is read again with another.
    pub before: Option<Strictness>,
    /// What has its card open.
    pub open: Option<Opened>,
    /// The reasons of names of this analysis.
    pub reasons: Reasons,
    /// The way through the layers of a sentence.
    pub how: How,
    /// Where the analysis at hand was saved, if it came from a file and was not made here.
    pub saved: Option<Saved>,
    /// Files that came together.
    pub shelf: Shelf,
    /// The text that gave way to one from a file or link.
    pub former: Option<Former>,
    /// The article with which this one is compared.
    pub other: Option<Other>,
    /// Number of the newest request for such an article.
    pub compared: u32,
    /// Layers that are not shown.
    pub hidden: Vec<Layer>,
    /// Which quotations are shown.
    pub filter: QuoteFilter,
    /// Light or dark.
    pub theme: Theme,
    /// Large or small.
    pub size: Size,
    /// What the reader marks before seeing the analysis.
    pub find: find::Find,
    /// Whether the sheet of keys is open.
    pub help: bool,
    /// What went wrong last.
    pub trouble: Option<Trouble>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Somebody typed, or pasted a piece into their text.
    Edited(String),
    /// A whole text came: pasted, dropped, chosen.
    Arrived(Source),
    /// Files came.
    Shelved(Vec<Entry>),
    /// Go back to the text that was here before.
    GoBack,
    /// Or do not.
    LeaveFormer,
    /// Turn to another of the files that came together.
    Take(usize),
    /// Read the text of a saved analysis anew.
    ReadAnew,
    /// A text came in a link.
    Linked(Shared),
    /// A log of corrections came from a file.
    Logged(Corrections),
    /// So much of the model pack has come, in per cent.
    Fetched(u32),
    /// The analyser can be asked.
    Ready,
    /// The analyser answered a request.
    Answered(u32, Result<Analysed, Trouble>),
    /// Correct the article.
    Correct(Edit),
    /// Take the last correction back.
    Undo,
    /// Make it again.
    Redo,
    /// Take the correction of this number back.
    Remove(usize),
    /// Take all corrections back.
    Reset,
    /// The reader stops the analysis.
    Stop,
    /// Something about the article with which this one is compared.
    Compare(Comparing),
    /// Look at the text, the article or the comparison.
    Show(Screen),
    /// Open a card.
    Open(Opened),
    /// The analyser answered why a mention is a name, for the text of a request.
    Explained(u32, u32, Option<NameWhy>),
    /// Look at a sentence layer by layer.
    How(Look),
    /// Close the card.
    Close,
    /// Show or hide a layer.
    Switch(Layer),
    /// Show some of the quotations.
    Filter(QuoteFilter),
    /// Light or dark.
    Wear(Theme),
    /// Large or small.
    Scale(Size),
    /// Find who said what before seeing the analysis.
    Find(find::Finding),
    /// Open or close the sheet of keys.
    Help(bool),
    /// How sure a quotation must be to be shown.
    Demand(Strictness),
    /// Something cannot be used.
    Refused(Trouble),
    /// Fetch the model pack again, and read the text if there is one.
    Retry,
    /// Begin with an empty page.
    Clear,
    /// Begin with an empty page as if nothing had ever been chosen.
    Forget,
}

impl State {
    /// The page at its start with what the browser kept.
    pub fn restored(source: Option<Source>, kept: Kept) -> Self {
        let Kept { theme, size, strictness, hidden, filter } = kept;
        let start = Self { theme, size, strictness, hidden, filter, ..Self::default() };
        match source {
            Some(source) if !source.is_blank() => start.with_source(source, Pace::Now).turning(),
            _ => start,
        }
    }

    /// Whether an analysis of the text at hand is there.
    pub fn is_current(&self) -> bool {
        self.work == Work::Idle && self.reading.is_some()
    }

    fn with_source(mut self, source: Source, pace: Pace) -> Self {
        let shown = source.plain.as_ref().unwrap_or(&source.content);
        self.draft = shown.clone();
        self.request += 1;
        self.pace = pace;
        self.trouble = None;
        self.open = None;
        self.reasons = Reasons::default();
        self.how = How::default();
        self.saved = None;
        self.sent = None;
        self.turn = false;
        self.before = None;
        self.work = if source.is_blank() { Work::Idle } else { Work::Reading };
        if source.is_blank() {
            self.reading = None;
            self.edits = Edits::default();
            self.screen = Screen::Text;
        }
        self.source = source;
        self
    }

    /// A whole text came, alone.
    fn arrived(self, source: Source) -> Self {
        let turn = !source.is_blank();
        Self { shelf: Shelf::default(), turn, ..self.with_source(source, Pace::Now) }
    }

    fn made_ready(mut self) -> Self {
        self.ready = true;
        self
    }

    fn turning(mut self) -> Self {
        self.turn = true;
        self
    }

    fn answered(mut self, request: u32, answer: Result<Analysed, Trouble>) -> Self {
        if request != self.request || self.work != Work::Reading {
            return self;
        }
        if self.before.is_some() {
            return self.answered_again(answer);
        }
        let analysed = match answer {
            Ok(analysed) => analysed,
            Err(trouble) => {
                return Self {
                    work: Work::Idle,
                    trouble: Some(trouble),
                    reading: None,
                    edits: Edits::default(),
                    screen: Screen::Text,
                    ..self
                };
            }
        };
        let text = &analysed.reading.document.text;
        if text.trim().is_empty()
            && let Some(plain) = self.source.plain.clone().filter(|plain| !plain.trim().is_empty())
        {
            let turn = self.turn;
            let next = self.with_source(Source::text(&plain), Pace::Now);
            return Self { turn, ..next };
        }
        if self.source.format == Format::Html {
            self.draft = text.as_str().into();
        }
        if self.turn {
            self.screen = Screen::Article;
            self.turn = false;
        }
        self.work = Work::Idle;
        self.with_analysis(analysed)
    }
}

#[cfg(test)]
mod tests;
