//! The text that gave way to one from a file or link, and the way back to it.

use std::rc::Rc;

use super::{Analysed, Content, Entry, Format, Shelf, State};
use crate::reading::Reading;

/// Letters of a text by which it is known again.
const SHORT: usize = 60;

/// A text that was at hand before.
#[derive(Clone, Debug, PartialEq)]
pub struct Former {
    /// What it is known by: its headline, else its first words.
    pub title: Rc<str>,
    /// The text, or the saved analysis.
    pub entry: Entry,
    /// The files that came with it.
    pub shelf: Shelf,
}

impl State {
    /// Takes a step that puts another text in the place of this one, which stays at hand. So does an older one, where there was
    /// none here or the same comes again.
    pub(super) fn keeping_former(self, step: impl FnOnce(Self) -> Self) -> Self {
        let (left, source, draft) = (self.present(), self.source.clone(), self.draft.clone());
        let state = step(self);
        let same = state.source == source || state.source.content == draft;
        match left.filter(|_| !same) {
            Some(left) => Self { former: Some(left), ..state },
            None => state,
        }
    }

    /// Goes back to the former text. The one at hand is the former one then.
    pub(super) fn going_back(mut self) -> Self {
        let Some(Former { entry, shelf, .. }) = self.former.take() else { return self };
        let former = self.present();
        Self { shelf, former, ..self.holding(entry) }
    }

    /// What is at hand, if it is anything.
    pub(super) fn present(&self) -> Option<Former> {
        if self.source.is_blank() {
            return None;
        }
        let reading = self.reading.as_ref().filter(|_| self.is_current());
        let headline = reading.and_then(|reading| reading.document.title.clone());
        // Nobody knows a page by its tags: they are in the field until it has been read.
        let unread = self.source.format == Format::Html && self.draft == self.source.content;
        let words = if unread { "a web page" } else { &*self.draft };
        let title = shortened(headline.as_deref().unwrap_or(words)).into();
        let entry = self.saved_entry().unwrap_or_else(|| Entry::new("", Content::Text(self.source.clone())));
        Some(Former { title, entry, shelf: self.shelf.clone() })
    }

    /// The saved analysis at hand as it came, with what was corrected in it.
    pub(super) fn saved_entry(&self) -> Option<Entry> {
        let (saved, analysed) = (self.saved.as_ref()?, self.edits.analysed.clone()?);
        let shown = self.reading.clone().filter(|shown| Rc::ptr_eq(&shown.document, &analysed));
        let reading = shown.unwrap_or_else(|| Rc::new(Reading::new(analysed)));
        let kept = Some(self.edits.history.clone());
        Some(Entry::new(&saved.name, Content::Saved(Analysed { reading, kept })))
    }
}

/// The first words of a text, on one line.
fn shortened(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if short.chars().count() + word.chars().count() > SHORT {
            // A word alone may be as long as the text.
            short.extend(word.chars().take(if short.is_empty() { SHORT } else { 0 }));
            return short.trim_end().to_owned() + " …";
        }
        short += word;
        short.push(' ');
    }
    short.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use yew::Reducible;

    use super::super::{Action, Kept, Source, Work};
    use super::*;
    use crate::link::Shared;
    use crate::messages::answer_for;

    fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
        let state = actions.into_iter().fold(Rc::new(state), |state, action| state.reduce(action));
        Rc::unwrap_or_clone(state)
    }

    fn start() -> State {
        State::restored(Some(Source::text("Mine.")), Kept::default())
    }

    fn linked(text: &str) -> Action {
        Action::Linked(Shared { source: Source::text(text), corrections: None })
    }

    #[test]
    fn what_a_link_or_file_puts_away_can_be_had_back_and_then_the_other() {
        let file = || Action::Shelved(vec![Entry::new("a", Content::Text(Source::text("Theirs.")))]);
        for arriving in [linked("Theirs."), file()] {
            let state = after(start(), [arriving]);
            assert_eq!(state.former.as_ref().map(|former| &*former.title), Some("Mine."));
            let state = after(state, [Action::GoBack]);
            assert_eq!((&*state.source.content, state.work, state.turn), ("Mine.", Work::Reading, true));
            let state = after(state, [Action::GoBack]);
            assert_eq!((&*state.source.content, state.former.is_some()), ("Theirs.", true));
            assert_eq!(after(state, [Action::LeaveFormer]).former, None);
        }
    }

    #[test]
    fn a_page_that_was_not_read_yet_is_known_by_its_words() {
        let page = |plain: Option<&str>| {
            let html = "<!doctype html><html><p>Mine.</p>";
            let source = Source { format: Format::Html, content: html.into(), plain: plain.map(Into::into) };
            let state = after(State::restored(Some(source), Kept::default()), [linked("Theirs.")]);
            state.former.map(|former| former.title.to_string())
        };
        assert_eq!(page(Some("Mine.")).as_deref(), Some("Mine."));
        assert_eq!(page(None).as_deref(), Some("a web page"));
    }

    #[test]
    fn the_same_text_again_or_none_before_leaves_nothing_behind() {
        assert_eq!(after(start(), [linked("Mine.")]).former, None);
        let empty = State::restored(None, Kept::default());
        assert_eq!(after(empty, [linked("Theirs.")]).former, None);
        let older = after(start(), [linked("Theirs."), linked("Theirs.")]).former;
        assert_eq!(older.map(|former| former.title.to_string()).as_deref(), Some("Mine."));
    }

    #[test]
    fn who_goes_on_with_the_new_text_has_no_more_to_do_with_the_former() {
        for action in [Action::Edited("x".into()), Action::Arrived(Source::text("x")), Action::Clear] {
            assert_eq!(after(start(), [linked("Theirs."), action]).former, None);
        }
    }

    #[test]
    fn a_saved_analysis_and_its_shelf_come_back_with_what_was_corrected() {
        let reading = Rc::new(Reading::new(answer_for("Ana Ruiz said so.").document().unwrap()));
        let saved = || Entry::new("a.json", Content::Saved(reading.clone().into()));
        let name = whosaid::document::SpanRecord { start: 0, end: 8 };
        let edit = whosaid::corrections::Edit::Rename { name, to: "Ana".into() };
        let files = vec![saved(), Entry::new("b", Content::Text(Source::text("b")))];
        let state = after(
            start(),
            [Action::Shelved(files), Action::Correct(edit), linked("Theirs."), Action::GoBack],
        );
        assert_eq!((state.shelf.entries.len(), state.saved.is_some()), (2, true));
        assert_eq!(state.edits.history.corrections().edits.len(), 1);
        assert!(state.reading.unwrap().document.entities.iter().any(|it| it.name == "Ana"));
    }

    #[test]
    fn a_text_is_known_by_its_first_words() {
        assert_eq!(shortened(" one\n two "), "one two");
        assert_eq!(shortened(&"word ".repeat(20)), format!("{} …", ["word"; 12].join(" ")));
        assert_eq!(shortened(&"x".repeat(99)), format!("{} …", "x".repeat(SHORT)));
    }
}
