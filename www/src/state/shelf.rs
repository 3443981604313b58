//! Several files that came at once, to switch between.

use std::rc::Rc;

use super::{Analysed, Format, Pace, Saved, Source, State};

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A text to analyse.
    Text(Source),
    /// A saved analysis.
    Saved(Analysed),
}

/// A file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub name: Rc<str>,
    /// Words in it, about; `None` of HTML that nobody has read yet.
    pub words: Option<usize>,
    /// What it holds.
    pub content: Content,
}

impl Entry {
    /// A file of that name.
    pub fn new(name: &str, content: Content) -> Self {
        let words = match &content {
            Content::Text(source) if source.format == Format::Html => None,
            Content::Text(source) => Some(source.content.split_whitespace().count()),
            Content::Saved(analysed) => Some(analysed.reading.words as usize),
        };
        Self { name: name.into(), words, content }
    }
}

/// The files that came last, if they were several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The files in the order they came.
    pub entries: Vec<Entry>,
    /// The one at hand.
    pub current: usize,
}

impl State {
    /// Takes files: one alone as it is; of several the first, with the others at hand.
    pub(super) fn shelved(self, mut entries: Vec<Entry>) -> Self {
        if entries.len() == 1
            && let Some(only) = entries.pop()
        {
            return Self { shelf: Shelf::default(), ..self.holding(only) };
        }
        let Some(first) = entries.first().cloned() else { return self };
        Self { shelf: Shelf { entries, current: 0 }, ..self.holding(first) }
    }

    /// Turns to another file. What was typed into the one at hand, or corrected in a saved analysis, stays with it.
    pub(super) fn taking(mut self, wanted: usize) -> Self {
        let current = self.shelf.current;
        let Some(next) = self.shelf.entries.get(wanted).filter(|_| wanted != current).cloned() else {
            return self;
        };
        let saved = self.saved_entry();
        let read = self.reading.as_ref().filter(|_| self.is_current()).map(|reading| reading.words as usize);
        if let Some(left) = self.shelf.entries.get_mut(current) {
            if let Some(saved) = saved {
                *left = saved;
            }
            let same = matches!(&left.content, Content::Text(source) if *source == self.source);
            if self.saved.is_none() && !same && !self.source.is_blank() {
                *left = Entry::new(&left.name, Content::Text(self.source.clone()));
            }
            left.words = read.or(left.words);
        }
        self.shelf.current = wanted;
        self.holding(next)
    }

    pub(super) fn holding(self, entry: Entry) -> Self {
        match entry.content {
            Content::Text(source) => self.with_source(source, Pace::Now).turning(),
            Content::Saved(analysed) => self.opened_saved(Saved { name: entry.name }, analysed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Kept};
    use super::*;
    use yew::Reducible;

    fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
        let state = actions.into_iter().fold(Rc::new(state), |state, action| state.reduce(action));
        Rc::unwrap_or_clone(state)
    }

    fn start() -> State {
        State::restored(None, Kept::default())
    }

    fn file(name: &str, text: &str) -> Entry {
        Entry::new(name, Content::Text(Source::text(text)))
    }

    #[test]
    fn of_several_files_the_first_is_read_and_the_others_wait() {
        let state = after(start(), [Action::Shelved(vec![file("a", "one two"), file("b", "three")])]);
        assert_eq!((&*state.source.content, state.shelf.entries.len()), ("one two", 2));
        assert_eq!(state.shelf.entries[0].words, Some(2));
        let state = after(state, [Action::Take(1)]);
        assert_eq!((&*state.source.content, state.shelf.current), ("three", 1));
        let state = after(state, [Action::Take(1), Action::Take(9)]);
        assert_eq!((&*state.source.content, state.shelf.current), ("three", 1));
    }

    #[test]
    fn what_is_typed_into_a_file_stays_with_it() {
        let files = vec![file("a", "one"), file("b", "two")];
        let state =
            after(start(), [Action::Shelved(files), Action::Edited("one more".into()), Action::Take(1)]);
        assert_eq!(&*state.source.content, "two");
        assert_eq!(&*after(state, [Action::Take(0)]).source.content, "one more");
    }

    #[test]
    fn one_file_or_another_text_needs_no_shelf() {
        let shelf = || Action::Shelved(vec![file("a", "one"), file("b", "two")]);
        let one = after(start(), [shelf(), Action::Shelved(vec![file("c", "three")])]);
        assert_eq!((&*one.source.content, one.shelf.entries.len()), ("three", 0));
        for action in [Action::Arrived(Source::text("x")), Action::Clear] {
            assert_eq!(after(start(), [shelf(), action]).shelf, Shelf::default());
        }
        assert_eq!(after(start(), [Action::Shelved(Vec::new())]), start());
    }
}
