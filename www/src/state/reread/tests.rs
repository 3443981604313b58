//! The steps of reading a text again.

use super::*;
use crate::messages::answer_with;
use crate::reading::Reading;
use crate::state::{Action, Kept, Screen, Source};
use Strictness::{Balanced, Everything, Strict};
use yew::Reducible;

const TEXT: &str = include_str!("../../../../seeds/articles/court-report.txt");

fn reading(strictness: Strictness) -> Rc<Reading> {
    Rc::new(Reading::new(answer_with(TEXT, strictness).document().unwrap()))
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    let state = actions.into_iter().fold(Rc::new(state), |state, action| state.reduce(action));
    Rc::unwrap_or_clone(state)
}

/// The article as it is read at first.
fn shown() -> State {
    let state = State::restored(Some(Source::text(TEXT)), Kept::default());
    let state = after(state.clone(), [Action::Answered(state.request, Ok(reading(Balanced).into()))]);
    assert_eq!((state.screen, state.is_current()), (Screen::Article, true));
    state
}

fn quotes(state: &State) -> usize {
    state.reading.as_ref().unwrap().document.quotes.len()
}

#[test]
fn another_strictness_reads_the_text_again_and_leaves_what_is_shown_until_then() {
    let state = shown();
    let old = quotes(&state);
    let state = after(state.clone(), [Action::Demand(Everything)]);
    assert_eq!((state.strictness, state.work, state.pace), (Everything, Work::Reading, Pace::Now));
    assert_eq!((state.screen, quotes(&state)), (Screen::Article, old));
    let state = after(state.clone(), [Action::Answered(state.request, Ok(reading(Everything).into()))]);
    assert!(state.is_current() && quotes(&state) > old);
    assert_eq!((state.screen, state.before), (Screen::Article, None));
}

#[test]
fn the_same_strictness_changes_nothing() {
    let state = shown();
    assert_eq!(after(state.clone(), [Action::Demand(Balanced)]), state);
}

#[test]
fn an_answer_to_an_older_choice_never_shows() {
    let state = after(shown(), [Action::Demand(Everything)]);
    let first = state.request;
    let state = after(state, [Action::Demand(Strict)]);
    let second = state.request;
    let late = Action::Answered(first, Ok(reading(Everything).into()));
    let waiting = after(state, [late.clone()]);
    assert_eq!(waiting.work, Work::Reading);
    let state = after(waiting, [Action::Answered(second, Ok(reading(Strict).into())), late]);
    assert_eq!((state.strictness, quotes(&state)), (Strict, reading(Strict).document.quotes.len()));
}

#[test]
fn going_back_and_stopping_leave_the_analysis_at_hand() {
    for back in [Action::Demand(Balanced), Action::Stop] {
        let state = after(shown(), [Action::Demand(Everything)]);
        let asked = state.request;
        let old = quotes(&state);
        let state = after(state, [back, Action::Answered(asked, Ok(reading(Everything).into()))]);
        assert_eq!((state.strictness, state.before, quotes(&state)), (Balanced, None, old));
        assert!(state.is_current() && state.request > asked);
    }
}

#[test]
fn a_failure_leaves_the_analysis_at_hand_and_says_so() {
    let state = after(shown(), [Action::Demand(Strict)]);
    let trouble = Trouble::Analyzer { sentence: "no".into() };
    let state = after(state.clone(), [Action::Answered(state.request, Err(trouble.clone()))]);
    assert_eq!((state.strictness, state.screen, state.trouble), (Balanced, Screen::Article, Some(trouble)));
    assert!(state.reading.is_some());
}

#[test]
fn an_open_card_stays_with_its_quotation_and_closes_where_that_is_gone() {
    let state = shown();
    let (balanced, strict) = (reading(Balanced), reading(Strict));
    let is_kept = |id: u32| strict.same_quote(&balanced, id);
    let ids = || balanced.document.quotes.iter().map(|quote| quote.id);
    // Of those that stay, the last has the most others gone before it.
    let stays = ids().rfind(|id| is_kept(*id).is_some()).unwrap();
    let goes = ids().find(|id| is_kept(*id).is_none()).unwrap();
    assert_ne!(is_kept(stays), Some(stays), "its number is the same");
    for (quote, expected) in [(stays, is_kept(stays)), (goes, None)] {
        let state = after(state.clone(), [Action::Open(Opened::Quote(quote)), Action::Demand(Strict)]);
        assert_eq!(state.open, Some(Opened::Quote(quote)));
        let state = after(state.clone(), [Action::Answered(state.request, Ok(reading(Strict).into()))]);
        assert_eq!(state.open, expected.map(Opened::Quote));
    }
}

#[test]
fn cards_of_names_and_their_reasons_stay() {
    let state = shown();
    let mentions = &state.reading.as_ref().unwrap().document.mentions;
    let name = mentions.iter().find(|mention| mention.kind == "name").unwrap().id;
    let reasons = Action::Explained(state.request, name, None);
    let state = after(state, [Action::Open(Opened::Name(name)), reasons, Action::Demand(Strict)]);
    let state = after(state.clone(), [Action::Answered(state.request, Ok(reading(Strict).into()))]);
    assert_eq!((state.open, state.reasons.of(name)), (Some(Opened::Name(name)), Some(None)));
}

#[test]
fn a_new_text_is_read_as_chosen_and_forgets_the_way_back() {
    let state = after(shown(), [Action::Demand(Strict), Action::Arrived(Source::text("Ana left."))]);
    assert_eq!((state.strictness, state.before, state.open), (Strict, None, None));
    let state = after(state, [Action::Stop]);
    assert_eq!((state.strictness, state.work), (Strict, Work::Stopped));
}

#[test]
fn a_choice_during_the_first_reading_asks_anew_and_still_turns_to_the_article() {
    let state = State::restored(Some(Source::text(TEXT)), Kept::default());
    let asked = state.request;
    let state = after(state, [Action::Demand(Strict), Action::Answered(asked, Ok(reading(Balanced).into()))]);
    assert_eq!((state.work, state.request, state.before), (Work::Reading, asked + 1, None));
    let state = after(state.clone(), [Action::Answered(state.request, Ok(reading(Strict).into()))]);
    assert_eq!((state.screen, state.strictness), (Screen::Article, Strict));
}

#[test]
fn without_a_text_a_choice_is_only_kept() {
    let state = after(State::restored(None, Kept::default()), [Action::Demand(Strict)]);
    assert_eq!((state.strictness, state.work, state.request), (Strict, Work::Idle, 0));
}
