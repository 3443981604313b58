//! The other article, with which the one at hand is compared.

use std::rc::Rc;

use whosaid::Strictness;
use whosaid::corrections::apply;

use super::{Analysed, Content, Entry, Format, LIMIT_BYTES, Screen, Shelf, Source, State, Trouble};
use crate::reading::Reading;

/// The other article.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// Where it comes from, and what it holds.
    pub entry: Entry,
    /// Number of the request for it; answers to others are stale.
    request: u32,
    /// Its analysis, with the corrections that the browser keeps for its text.
    pub reading: Option<Rc<Reading>>,
    /// The strictness of that.
    strictness: Option<Strictness>,
}

/// What can happen to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Comparing {
    /// It is chosen.
    With(Entry),
    /// Another shall be chosen.
    WithAnother,
    /// The analyser answered a request for it with some strictness.
    Answered(u32, Strictness, Result<Analysed, Trouble>),
    /// It becomes the one at hand, and the one at hand the other.
    TurnTo,
}

impl Other {
    /// One that nobody has read yet, unless it came with its analysis.
    pub fn new(entry: Entry, request: u32) -> Self {
        let reading = match &entry.content {
            Content::Saved(analysed) => Some(corrected(analysed.clone())),
            Content::Text(_) => None,
        };
        Self { entry, request, reading, strictness: None }
    }
}

/// An analysis with the corrections that are kept for it.
fn corrected(analysed: Analysed) -> Rc<Reading> {
    let Analysed { reading, kept } = analysed;
    let Some(kept) = kept.filter(|kept| kept.can_undo()) else { return reading };
    Rc::new(Reading::new(apply(&reading.document, kept.corrections()).document))
}

impl State {
    /// What is to be read for the comparison: only while it is looked at.
    pub fn to_compare(&self) -> Option<(u32, Source, Strictness)> {
        let other = self.other.as_ref().filter(|_| self.screen == Screen::Comparison)?;
        let Content::Text(source) = &other.entry.content else { return None };
        let is_read = other.strictness == Some(self.strictness);
        (!is_read).then(|| (other.request, source.clone(), self.strictness))
    }

    pub(super) fn comparing(self, step: Comparing) -> Self {
        match step {
            Comparing::With(entry) if too_large(&entry) => Self { trouble: Some(Trouble::TooLarge), ..self },
            Comparing::With(entry) => {
                let compared = self.compared + 1;
                Self { other: Some(Other::new(entry, compared)), compared, trouble: None, ..self }
            }
            Comparing::WithAnother => Self { other: None, trouble: None, ..self },
            Comparing::Answered(request, strictness, answer) => {
                self.other_answered(request, strictness, answer)
            }
            Comparing::TurnTo => self.turning_to_other(),
        }
    }

    fn other_answered(
        mut self,
        request: u32,
        strictness: Strictness,
        answer: Result<Analysed, Trouble>,
    ) -> Self {
        let Some(mut other) = self.other.take_if(|other| other.request == request) else { return self };
        match answer {
            Ok(analysed) => {
                let is_empty = analysed.reading.document.text.trim().is_empty();
                if let Some(plain) = other.plain_instead().filter(|_| is_empty) {
                    return self.comparing(Comparing::With(plain));
                }
                other.entry.words = Some(analysed.reading.words as usize);
                other.reading = Some(corrected(analysed));
                other.strictness = Some(strictness);
                Self { other: Some(other), ..self }
            }
            // What it was read as before stays. A text that cannot be read is chosen again.
            Err(_) if other.reading.is_some() => {
                other.strictness = Some(strictness);
                Self { other: Some(other), ..self }
            }
            Err(trouble) => Self { trouble: Some(trouble), ..self },
        }
    }

    fn turning_to_other(mut self) -> Self {
        let Some(former) = self.present() else { return self };
        let Some(other) = self.other.take() else { return self };
        self.compared += 1;
        let left = Other::new(former.entry, self.compared);
        // The files that came with the one at hand are left with it.
        let state = Self { shelf: Shelf::default(), former: None, screen: Screen::Article, ..self };
        Self { other: Some(left), ..state.holding(other.entry) }
    }
}

impl Other {
    /// The plain text that came beside HTML without words.
    fn plain_instead(&self) -> Option<Entry> {
        let Content::Text(Source { format: Format::Html, plain: Some(plain), .. }) = &self.entry.content
        else {
            return None;
        };
        let has_words = !plain.trim().is_empty();
        has_words.then(|| Entry::new(&self.entry.name, Content::Text(Source::text(plain))))
    }
}

fn too_large(entry: &Entry) -> bool {
    matches!(&entry.content, Content::Text(source) if source.content.len() > LIMIT_BYTES)
}

#[cfg(test)]
mod tests {
    use whosaid::corrections::{Edit, History};
    use whosaid::document::SpanRecord;
    use yew::Reducible;

    use super::super::{Action, Kept, Work};
    use super::*;
    use crate::messages::answer_for;

    const MINE: &str = "Ana Ruiz said the plan works.";
    const THEIRS: &str = "Tom Becker said it fails.";

    fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
        let state = actions.into_iter().fold(Rc::new(state), |state, action| state.reduce(action));
        Rc::unwrap_or_clone(state)
    }

    fn analysed(text: &str) -> Analysed {
        Rc::new(Reading::new(answer_for(text).document().unwrap())).into()
    }

    fn text(text: &str) -> Entry {
        Entry::new("", Content::Text(Source::text(text)))
    }

    fn step(step: Comparing) -> Action {
        Action::Compare(step)
    }

    /// The comparison with a text that nobody has read yet.
    fn begun(theirs: &str) -> State {
        let state = State::restored(Some(Source::text(MINE)), Kept::default());
        let request = state.request;
        let read = Action::Answered(request, Ok(analysed(MINE)));
        after(state, [read, Action::Show(Screen::Comparison), step(Comparing::With(text(theirs)))])
    }

    fn answer(state: &State, text: &str) -> Action {
        let (request, _, strictness) = state.to_compare().unwrap();
        step(Comparing::Answered(request, strictness, Ok(analysed(text))))
    }

    #[test]
    fn the_other_text_is_read_once_for_a_strictness_and_only_while_it_is_looked_at() {
        let state = begun(THEIRS);
        assert_eq!(state.to_compare().unwrap().1, Source::text(THEIRS));
        assert_eq!(after(state.clone(), [Action::Show(Screen::Text)]).to_compare(), None);
        let answer = answer(&state, THEIRS);
        let state = after(state, [answer]);
        assert_eq!(state.to_compare(), None);
        assert_eq!(&*state.other.as_ref().unwrap().reading.as_ref().unwrap().document.text, THEIRS);
        let state = after(state, [Action::Demand(Strictness::Strict)]);
        assert_eq!(state.to_compare().unwrap().2, Strictness::Strict);
        assert!(state.other.unwrap().reading.is_some());
    }

    #[test]
    fn an_answer_for_a_text_that_is_no_longer_the_other_is_stale() {
        let first = begun("It rained.");
        let late = answer(&first, "It rained.");
        let state = after(first, [step(Comparing::With(text(THEIRS))), late]);
        assert_eq!(state.other.as_ref().unwrap().reading, None);
        assert_eq!(after(state, [step(Comparing::WithAnother)]).other, None);
    }

    #[test]
    fn what_cannot_be_read_is_told_and_another_can_be_chosen() {
        let state = begun(THEIRS);
        let (request, _, strictness) = state.to_compare().unwrap();
        let fault = || step(Comparing::Answered(request, strictness, Err(Trouble::TooLarge)));
        let failed = after(state.clone(), [fault()]);
        assert_eq!((failed.other, failed.trouble), (None, Some(Trouble::TooLarge)));
        // One that was read stays as it was.
        let read = answer(&state, THEIRS);
        let state = after(state, [read, fault()]);
        assert!(state.other.as_ref().unwrap().reading.is_some());
        assert_eq!(state.to_compare(), None);
        let large = step(Comparing::With(text(&"x".repeat(LIMIT_BYTES + 1))));
        assert_eq!(after(state, [large]).trouble, Some(Trouble::TooLarge));
    }

    #[test]
    fn a_page_without_words_gives_way_to_the_plain_text_beside_it() {
        let html = Source { format: Format::Html, content: "<img>".into(), plain: Some(THEIRS.into()) };
        let state = after(begun(THEIRS), [step(Comparing::With(Entry::new("", Content::Text(html))))]);
        let empty = answer(&state, "");
        assert_eq!(after(state, [empty]).to_compare().unwrap().1, Source::text(THEIRS));
    }

    #[test]
    fn the_two_change_places_and_nothing_is_lost() {
        let state = begun(THEIRS);
        let state = after(state, [step(Comparing::TurnTo)]);
        assert_eq!((&*state.source.content, state.work, state.turn), (THEIRS, Work::Reading, true));
        let left = state.other.as_ref().unwrap();
        assert_eq!(left.entry.content, Content::Text(Source::text(MINE)));
        let back = after(state, [step(Comparing::TurnTo)]);
        assert_eq!(&*back.source.content, MINE);
        assert_eq!(after(back, [step(Comparing::WithAnother), step(Comparing::TurnTo)]).other, None);
    }

    #[test]
    fn corrections_of_the_other_article_are_in_it() {
        let mut history = History::new(whosaid::OffsetUnit::Byte);
        history.push(Edit::Rename { name: SpanRecord { start: 0, end: 10 }, to: "Thomas Becker".into() });
        let saved = Analysed { kept: Some(history), ..analysed(THEIRS) };
        let other = Other::new(Entry::new("a.json", Content::Saved(saved)), 1);
        let document = &other.reading.as_ref().unwrap().document;
        assert!(document.entities.iter().any(|entity| entity.name == "Thomas Becker"));
    }
}
