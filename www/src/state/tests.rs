//! The steps of the page's state.

use super::*;
use crate::messages::answer_for;
use yew::Reducible;

fn reading(text: &str) -> Rc<Reading> {
    Rc::new(Reading::new(answer_for(text).document().unwrap()))
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    let state = actions.into_iter().fold(Rc::new(state), |state, action| state.reduce(action));
    Rc::unwrap_or_clone(state)
}

fn start() -> State {
    State::restored(None, Kept::default())
}

#[test]
fn a_pasted_text_turns_to_the_article_when_its_analysis_is_there() {
    let state = after(start(), [Action::Arrived(Source::text("Ana left."))]);
    assert_eq!((state.screen, state.work), (Screen::Text, Work::Reading));
    let state = after(state.clone(), [Action::Answered(state.request, Ok(reading("Ana left.").into()))]);
    assert_eq!((state.screen, state.work), (Screen::Article, Work::Idle));
}

#[test]
fn whoever_went_to_the_text_stays_there_when_the_analysis_comes() {
    let state = after(start(), [Action::Arrived(Source::text("Ana left.")), Action::Show(Screen::Text)]);
    let state = after(state.clone(), [Action::Answered(state.request, Ok(reading("Ana left.").into()))]);
    assert_eq!((state.screen, state.work), (Screen::Text, Work::Idle));
    assert!(state.is_current());
}

#[test]
fn typing_stays_in_the_text() {
    let state = after(start(), [Action::Edited("Ana".into())]);
    assert_eq!(state.pace, Pace::AfterPause);
    let state = after(state.clone(), [Action::Answered(state.request, Ok(reading("Ana").into()))]);
    assert_eq!(state.screen, Screen::Text);
    assert!(state.is_current());
}

#[test]
fn a_stale_answer_is_dropped() {
    let state = after(start(), [Action::Arrived(Source::text("one")), Action::Edited("two".into())]);
    let old = state.request - 1;
    let state = after(state, [Action::Answered(old, Ok(reading("one").into()))]);
    assert!(state.reading.is_none());
    assert_eq!(state.work, Work::Reading);
}

#[test]
fn html_without_words_falls_back_on_the_plain_text_that_came_with_it() {
    let source = Source { format: Format::Html, content: "<img>".into(), plain: Some("Ana left.".into()) };
    let state = after(start(), [Action::Arrived(source)]);
    let first = state.request;
    let state = after(state, [Action::Answered(first, Ok(reading("").into()))]);
    assert_eq!(state.source, Source::text("Ana left."));
    assert_eq!((state.request, state.work, state.turn), (first + 1, Work::Reading, true));
}

#[test]
fn the_text_field_shows_what_was_extracted_from_html() {
    let source =
        Source { format: Format::Html, content: "<p>Ana left.</p>".into(), plain: Some("Ana left. ".into()) };
    let state = after(start(), [Action::Arrived(source)]);
    assert_eq!(&*state.draft, "Ana left. ");
    let state = after(state.clone(), [Action::Answered(state.request, Ok(reading("Ana left.").into()))]);
    assert_eq!(&*state.draft, "Ana left.");
}

#[test]
fn emptying_the_text_empties_the_page() {
    let state = after(start(), [Action::Arrived(Source::text("Ana"))]);
    let state =
        after(state.clone(), [Action::Answered(state.request, Ok(reading("Ana").into())), Action::Clear]);
    assert!(state.reading.is_none());
    assert_eq!((state.screen, state.work), (Screen::Text, Work::Idle));
}

#[test]
fn after_a_stop_the_answer_is_not_wanted_and_the_article_asks_again() {
    let state = after(start(), [Action::Arrived(Source::text("Ana"))]);
    let asked = state.request;
    let state = after(state, [Action::Stop, Action::Answered(asked, Ok(reading("Ana").into()))]);
    assert_eq!(state.work, Work::Stopped);
    assert!(state.reading.is_none());
    let state = after(state, [Action::Show(Screen::Article)]);
    assert_eq!((state.work, state.turn), (Work::Reading, true));
}

#[test]
fn a_text_over_the_limit_leaves_what_was_there() {
    let state = after(start(), [Action::Edited("Ana".into())]);
    let long = Source::text(&"x".repeat(LIMIT_BYTES + 1));
    let next = after(state.clone(), [Action::Arrived(long)]);
    assert_eq!(next.trouble, Some(Trouble::TooLarge));
    assert_eq!(next.source, state.source);
}

#[test]
fn a_failed_analysis_says_so_and_keeps_the_text() {
    let state = after(start(), [Action::Arrived(Source::text("Ana"))]);
    let trouble = Trouble::Analyzer { sentence: "no".into() };
    let state = after(state.clone(), [Action::Answered(state.request, Err(trouble.clone()))]);
    assert_eq!(state.trouble, Some(trouble));
    assert_eq!(&*state.draft, "Ana");
}

#[test]
fn a_pack_that_cannot_be_had_ends_the_work_and_trying_again_asks_again() {
    let trouble = Trouble::NoPack { found: "404".into() };
    let state = after(start(), [Action::Refused(trouble.clone())]);
    assert_eq!(state.trouble.as_ref(), Some(&trouble));
    let again = after(state, [Action::Retry]);
    assert_eq!((again.attempt, again.work, again.trouble), (1, Work::Idle, None));

    let state = after(start(), [Action::Arrived(Source::text("Ana"))]);
    let state = after(state.clone(), [Action::Answered(state.request, Err(trouble))]);
    assert_eq!(state.work, Work::Idle);
    let again = after(state.clone(), [Action::Retry]);
    assert_eq!((again.request, again.work, again.turn), (state.request + 1, Work::Reading, true));
}

#[test]
fn layers_are_switched_one_by_one() {
    let state = after(
        start(),
        [Action::Switch(Layer::Names), Action::Switch(Layer::Of(crate::reading::Tone::Value))],
    );
    assert_eq!(state.hidden, [Layer::Names]);
}

#[test]
fn a_kept_text_is_analysed_at_once() {
    let state = State::restored(
        Some(Source::text("Ana")),
        Kept { theme: Theme::Dark, strictness: Strictness::Strict, ..Kept::default() },
    );
    assert_eq!((state.work, state.turn, state.theme), (Work::Reading, true, Theme::Dark));
    assert_eq!(state.strictness, Strictness::Strict);
    let blank = State::restored(Some(Source::text("  ")), Kept::default());
    assert_eq!(blank.work, Work::Idle);
}

#[test]
fn reasons_belong_to_the_text_they_were_asked_for() {
    let state = after(start(), [Action::Arrived(Source::text("Ana"))]);
    let asked = state.request;
    let why = NameWhy { rival: None, reasons: Vec::new() };
    let state = after(
        state,
        [
            Action::Answered(asked, Ok(reading("Ana").into())),
            Action::Open(Opened::Name(0)),
            Action::Explained(asked, 0, Some(why.clone())),
            Action::Explained(asked, 1, None),
        ],
    );
    assert_eq!(state.reasons.of(0), Some(Some(Rc::new(why.clone()))));
    assert_eq!((state.reasons.of(1), state.reasons.of(2)), (Some(None), None));
    let state = after(state, [Action::Edited("Bo".into()), Action::Explained(asked, 0, Some(why))]);
    assert_eq!((state.open, state.reasons.of(0)), (None, None));
}
