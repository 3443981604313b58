//! An analysis that came from a file, shown as it was saved; and a text that came in a link.

use std::rc::Rc;

use super::{Analysed, Pace, Screen, Shelf, Source, State, Work};
use crate::link::Shared;

/// Where the analysis at hand was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Name of the file.
    pub name: Rc<str>,
}

impl State {
    /// Shows a saved analysis. Nobody is asked to read the text: what was saved is what is seen, whoever made it.
    pub fn opened_saved(self, saved: Saved, analysed: Analysed) -> Self {
        let source = Source::text(&analysed.reading.document.text);
        let state = self.with_source(source, Pace::Now);
        Self { saved: Some(saved), work: Work::Idle, screen: Screen::Article, ..state }
            .with_analysis(analysed)
    }

    /// Reads the text of a saved analysis anew, as it is read again for another strictness: the saved one stays until the
    /// answer is there, and for good if none comes.
    pub(super) fn reading_anew(self) -> Self {
        if self.saved.is_none() || self.before.is_some() {
            return self;
        }
        Self {
            before: Some(self.strictness),
            request: self.request + 1,
            pace: Pace::Now,
            work: Work::Reading,
            trouble: None,
            ..self
        }
    }

    /// A text that somebody sent as a link. The sender's corrections are made when its analysis is there.
    pub(super) fn linked(self, shared: Shared) -> Self {
        let Shared { source, corrections: sent } = shared;
        Self { shelf: Shelf::default(), sent, ..self.with_source(source, Pace::Now).turning() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Content, Entry, Kept, Opened, Trouble};
    use super::*;
    use crate::messages::answer_for;
    use crate::reading::Reading;
    use yew::Reducible;

    const TEXT: &str = "“We won,” said Ana Ruiz.";

    fn reading() -> Rc<Reading> {
        Rc::new(Reading::new(answer_for(TEXT).document().unwrap()))
    }

    fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
        let state = actions.into_iter().fold(Rc::new(state), |state, action| state.reduce(action));
        Rc::unwrap_or_clone(state)
    }

    fn opened() -> State {
        let start = State::restored(None, Kept::default());
        after(start, [Action::Shelved(vec![Entry::new("a.json", Content::Saved(reading().into()))])])
    }

    #[test]
    fn a_saved_analysis_is_shown_at_once_and_read_anew_on_request() {
        let state = opened();
        assert_eq!((state.screen, state.work), (Screen::Article, Work::Idle));
        assert_eq!(&*state.source.content, TEXT);
        assert!(state.is_current() && state.saved.is_some());
        // The card of a quotation works; reasons of names are not asked of a worker that never saw the text.
        let name = reading().document.mentions.iter().find(|mention| mention.kind == "name").unwrap().id;
        assert_eq!(after(state.clone(), [Action::Open(Opened::Name(name))]).doubted(), None);
        let state = after(state, [Action::ReadAnew]);
        assert_eq!(state.work, Work::Reading);
        assert!(state.saved.is_some() && state.reading.is_some());
        let failed = after(state.clone(), [Action::Answered(state.request, Err(Trouble::TooLarge))]);
        assert!(failed.is_current() && failed.saved.is_some() && failed.trouble.is_some());
        assert!(after(state.clone(), [Action::Stop]).is_current());
        let state = after(state.clone(), [Action::Answered(state.request, Ok(reading().into()))]);
        assert_eq!((state.screen, state.work, &state.saved), (Screen::Article, Work::Idle, &None));
        let state = after(state, [Action::Open(Opened::Name(name))]);
        assert_eq!(state.doubted(), Some((state.request, name)));
    }

    #[test]
    fn another_text_is_no_longer_the_saved_one() {
        for action in [Action::Edited("x".into()), Action::Arrived(Source::text("x")), Action::Clear] {
            assert!(after(opened(), [action]).saved.is_none());
        }
        let failed = after(opened(), [Action::Refused(Trouble::TooLarge)]);
        assert!(failed.saved.is_some(), "what was refused changes nothing");
    }

    #[test]
    fn a_linked_text_is_read() {
        let shared = Shared { source: Source::text(TEXT), corrections: None };
        let state = after(opened(), [Action::Linked(shared)]);
        assert_eq!((&*state.source.content, state.work, state.turn), (TEXT, Work::Reading, true));
        assert!(state.saved.is_none());
    }
}
