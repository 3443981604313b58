//! "Find it first": what a reader marks before seeing the analysis, and how it is compared with it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use whosaid::document::SpanRecord;
use whosaid::views::{Objection, ReaderMark, whole_words};

use super::{Pace, Screen, Shelf, Source, State, Work};

/// How many steps can be taken back.
const MOST_STEPS: usize = 100;

/// Letters of a name: nobody is called by more, and what is kept stays small.
pub const MOST_LETTERS: usize = 200;

/// How far the reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// Chooses a text.
    #[default]
    Choosing,
    /// Marks it. Nothing of the analysis is shown.
    Marking,
    /// Sees both.
    Compared,
}

/// What belongs to one text, and is kept with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The reader's marks, in the order of the text.
    pub marks: Vec<ReaderMark>,
    /// Where the program is wrong, as the reader sees it.
    #[serde(default)]
    pub objections: Vec<Objection>,
}

/// What belongs to whoever sits there, and is kept for all texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// How far the reader is.
    pub stage: Stage,
    /// The lesson that the text is of, by its place in the guide.
    pub lesson: Option<usize>,
    /// Name of the class or group; may be empty.
    pub group: String,
    /// Whether the text is large, for a projector.
    pub large: bool,
}

/// The words that are being marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where they stand.
    pub words: SpanRecord,
    /// The mark that is being changed; none if it is a new one.
    pub mark: Option<usize>,
}

/// What happened last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A mark was made or changed.
    Marked(ReaderMark),
    /// One was taken away.
    Removed(ReaderMark),
    /// The last step was taken back.
    Undone,
    /// No words were selected.
    NoWords,
}

/// Everything about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// What is kept for all texts.
    pub setting: Setting,
    /// What is kept with the text.
    pub marked: Marked,
    /// The key of the text that the marks are of.
    pub of: Option<Rc<str>>,
    /// The marks before each step.
    pub before: Vec<Vec<ReaderMark>>,
    /// The words that are being marked.
    pub form: Option<Form>,
    /// What happened last.
    pub told: Option<Told>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Choose a text.
    Enter,
    /// Mark this text, of that lesson.
    Begin(Source, Option<usize>),
    /// Mark the text at hand.
    Here,
    /// The text of that key is at hand; this was marked in it before.
    Restore(Rc<str>, Marked),
    /// Mark these words: asks who says them.
    Pick(SpanRecord),
    /// Change that mark.
    Change(usize),
    /// Do not.
    Leave,
    /// Somebody says the words that were picked; `None` where nobody is named.
    Mark(Option<String>),
    /// Take that mark away.
    Remove(usize),
    /// Take the last step back.
    Undo,
    /// The class or group is called so.
    Group(String),
    /// Large or not.
    Large(bool),
    /// Compare with the program.
    Compare,
    /// Go on marking.
    GoOn,
    /// The program is wrong at this place, or is not.
    Object(SpanRecord, bool),
    /// Why it is.
    Why(SpanRecord, String),
}

impl State {
    /// The page as the reader left it while finding first.
    pub fn finding_again(mut self, setting: Setting, open: bool) -> Self {
        self.find.setting = setting;
        if open {
            self.screen = Screen::Find;
            self.turn = false;
        }
        if self.source.is_blank() {
            self.find.setting.stage = Stage::Choosing;
        }
        self
    }

    /// Whether somebody marks a text and must not be told what the program found.
    pub fn is_secret(&self) -> bool {
        self.screen == Screen::Find && self.find.setting.stage != Stage::Compared
    }

    pub(super) fn finding(mut self, finding: Finding) -> Self {
        self.find.told = None;
        match finding {
            Finding::Enter => self.at_stage(Stage::Choosing),
            Finding::Begin(source, _) if source.is_blank() => self,
            Finding::Begin(source, lesson) => {
                let with =
                    |state: Self| Self { shelf: Shelf::default(), ..state.with_source(source, Pace::Now) };
                let state = self.keeping_former(with).at_stage(Stage::Marking);
                // Those of the new text come when it has been read.
                let setting = Setting { lesson, ..state.find.setting };
                Self { find: Find { setting, ..Find::default() }, ..state }
            }
            Finding::Here if self.source.is_blank() => self,
            Finding::Here => {
                let stopped = self.work == Work::Stopped;
                let source = self.source.clone();
                let mut state = if stopped { self.with_source(source, Pace::Now) } else { self };
                state.find.setting.lesson = None;
                state.at_stage(Stage::Marking)
            }
            Finding::Restore(of, _) if self.find.of.as_ref() == Some(&of) => self,
            Finding::Restore(of, marked) => {
                let setting = self.find.setting;
                Self { find: Find { setting, marked, of: Some(of), ..Find::default() }, ..self }
            }
            Finding::Pick(words) => self.picking(words),
            Finding::Change(number) => {
                let mark = self.find.marked.marks.get(number);
                self.find.form = mark.map(|mark| Form { words: mark.words, mark: Some(number) });
                self
            }
            Finding::Leave => {
                self.find.form = None;
                self
            }
            Finding::Mark(speaker) => self.marking(speaker),
            Finding::Remove(number) if number < self.find.marked.marks.len() => {
                self.find.remember();
                self.find.told = Some(Told::Removed(self.find.marked.marks.remove(number)));
                self.find.form = None;
                self
            }
            Finding::Remove(_) => self,
            Finding::Undo => {
                if let Some(marks) = self.find.before.pop() {
                    self.find.marked.marks = marks;
                    self.find.form = None;
                    self.find.told = Some(Told::Undone);
                }
                self
            }
            Finding::Group(group) => {
                self.find.setting.group = shortened(&group);
                self
            }
            Finding::Large(large) => {
                self.find.setting.large = large;
                self
            }
            Finding::Compare if self.find.marked.marks.is_empty() || self.reading.is_none() => self,
            Finding::Compare => self.at_stage(Stage::Compared),
            Finding::GoOn => self.at_stage(Stage::Marking),
            Finding::Object(place, wrong) => {
                let objections = &mut self.find.marked.objections;
                objections.retain(|it| it.place != place);
                if wrong {
                    objections.push(Objection { place, why: String::new() });
                }
                self
            }
            Finding::Why(place, why) => {
                if let Some(it) = self.find.marked.objections.iter_mut().find(|it| it.place == place) {
                    it.why = shortened(&why);
                }
                self
            }
        }
    }

    fn at_stage(mut self, stage: Stage) -> Self {
        self.find.setting.stage = stage;
        self.find.form = None;
        Self { screen: Screen::Find, open: None, turn: false, ..self.silent() }
    }

    fn picking(mut self, stretch: SpanRecord) -> Self {
        let words = self.reading.as_ref().and_then(|reading| whole_words(&reading.document, stretch));
        let marks = &self.find.marked.marks;
        self.find.form = words.map(|words| Form {
            words,
            // The same words are marked once: who marks them again wants another speaker.
            mark: marks.iter().position(|mark| mark.words == words),
        });
        self.find.told = words.is_none().then_some(Told::NoWords);
        self
    }

    fn marking(mut self, speaker: Option<String>) -> Self {
        let Some(Form { words, mark }) = self.find.form.take() else { return self };
        let speaker = speaker.map(|name| shortened(name.trim())).filter(|name| !name.is_empty());
        let made = ReaderMark { words, speaker };
        if self.find.marked.marks.contains(&made) {
            return self;
        }
        self.find.remember();
        let marks = &mut self.find.marked.marks;
        if let Some(number) = mark.filter(|number| *number < marks.len()) {
            marks.remove(number);
        }
        marks.push(made.clone());
        marks.sort_by_key(|mark| (mark.words.start, mark.words.end));
        self.find.told = Some(Told::Marked(made));
        self
    }
}

impl Find {
    fn remember(&mut self) {
        if self.before.len() == MOST_STEPS {
            self.before.remove(0);
        }
        self.before.push(self.marked.marks.clone());
    }

    /// Names that were typed so far, each once, by the alphabet.
    pub fn speakers(&self) -> Vec<String> {
        let names = self.marked.marks.iter().filter_map(|mark| mark.speaker.clone());
        names.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
    }
}

fn shortened(name: &str) -> String {
    name.chars().take(MOST_LETTERS).collect()
}

#[cfg(test)]
mod tests;
