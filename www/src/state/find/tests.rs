//! The steps of finding first.

use yew::Reducible;

use super::super::{Action, Kept, Trouble};
use super::*;
use crate::messages::answer_for;
use crate::reading::Reading;

const TEXT: &str = "Ana Ruiz said that the plan works. “We won,” she said.";

fn after(state: State, findings: impl IntoIterator<Item = Finding>) -> State {
    let step = |state: Rc<State>, finding| state.reduce(Action::Find(finding));
    Rc::unwrap_or_clone(findings.into_iter().fold(Rc::new(state), step))
}

fn answered(state: State) -> State {
    let reading = Rc::new(Reading::new(answer_for(&state.source.content).document().unwrap()));
    let answer = Action::Answered(state.request, Ok(reading.into()));
    Rc::unwrap_or_clone(Rc::new(state).reduce(answer))
}

/// Marking a text that was read.
fn marking() -> State {
    let state = State::restored(None, Kept::default());
    answered(after(state, [Finding::Begin(Source::text(TEXT), None)]))
}

fn span(words: &str) -> SpanRecord {
    let start = TEXT.find(words).unwrap();
    SpanRecord { start: start as u32, end: (start + words.len()) as u32 }
}

fn mark(words: &str, speaker: Option<&str>) -> [Finding; 2] {
    [Finding::Pick(span(words)), Finding::Mark(speaker.map(str::to_owned))]
}

#[test]
fn a_text_to_mark_is_read_and_its_article_stays_hidden() {
    let state = after(State::restored(None, Kept::default()), [Finding::Enter]);
    assert_eq!((state.screen, state.find.setting.stage), (Screen::Find, Stage::Choosing));
    let state = after(state, [Finding::Begin(Source::text(TEXT), Some(1))]);
    assert_eq!((state.work, state.find.setting.lesson), (Work::Reading, Some(1)));
    let state = answered(state);
    assert_eq!((state.screen, state.find.setting.stage), (Screen::Find, Stage::Marking));
    assert!(state.is_current() && state.is_secret());
    // Without a mark there is nothing to compare.
    assert!(after(state.clone(), [Finding::Compare]).is_secret());
    let compared = after(state, mark("We won", Some("Ana")).into_iter().chain([Finding::Compare]));
    assert!(!compared.is_secret());
    assert!(after(compared, [Finding::GoOn]).is_secret());
}

#[test]
fn a_text_that_gives_way_to_a_lesson_can_be_had_back() {
    let state = State::restored(Some(Source::text("Mine.")), Kept::default());
    let state = after(answered(state), [Finding::Begin(Source::text(TEXT), Some(0))]);
    assert_eq!(state.former.map(|former| former.title), Some("Mine.".into()));
}

#[test]
fn nothing_and_what_fails_lead_nowhere() {
    let start = State::restored(None, Kept::default());
    assert_eq!(after(start.clone(), [Finding::Begin(Source::text(" "), None)]), start);
    assert_eq!(after(start.clone(), [Finding::Here]), start);
    let state = after(start, [Finding::Begin(Source::text(TEXT), None)]);
    let state = Rc::new(state.clone()).reduce(Action::Answered(state.request, Err(Trouble::TooLarge)));
    assert_eq!(state.screen, Screen::Text);
}

#[test]
fn marks_are_whole_words_in_the_order_of_the_text() {
    let state = after(marking(), mark("“We won,”", Some(" Ana ")).into_iter().chain(mark("lan work", None)));
    let marks = &state.find.marked.marks;
    assert_eq!(marks.iter().map(|mark| mark.words).collect::<Vec<_>>(), [span("plan works"), span("We won")]);
    assert_eq!(marks[1].speaker.as_deref(), Some("Ana"));
    assert_eq!(state.find.speakers(), ["Ana"]);
    assert!(matches!(&state.find.told, Some(Told::Marked(mark)) if mark.speaker.is_none()));
    let nothing = after(state, [Finding::Pick(span(",” "))]);
    assert_eq!((nothing.find.told, nothing.find.form), (Some(Told::NoWords), None));
}

#[test]
fn the_same_words_marked_again_have_another_speaker() {
    let state = after(marking(), mark("We won", Some("Ana")));
    let state = after(state, mark("We won", Some("Tom")));
    assert_eq!(state.find.speakers(), ["Tom"]);
    // The same mark again is no step.
    let again = after(state.clone(), mark("We won", Some("Tom")));
    assert_eq!(again.find.before.len(), 2);
    let state = after(state, [Finding::Change(0), Finding::Mark(None)]);
    assert_eq!(state.find.marked.marks, [ReaderMark { words: span("We won"), speaker: None }]);
}

#[test]
fn every_step_is_taken_back() {
    let first = after(marking(), mark("We won", Some("Ana")));
    let state = after(first.clone(), mark("plan works", None).into_iter().chain([Finding::Remove(1)]));
    assert_eq!(state.find.marked.marks.len(), 1);
    assert!(matches!(&state.find.told, Some(Told::Removed(mark)) if mark.words == span("We won")));
    let state = after(state, [Finding::Remove(7), Finding::Undo, Finding::Undo]);
    assert_eq!(state.find.marked, first.find.marked);
    let state = after(state, [Finding::Undo, Finding::Undo]);
    assert!(state.find.marked.marks.is_empty());
}

#[test]
fn what_was_marked_belongs_to_its_text() {
    let state = after(marking(), [Finding::Restore("a".into(), Marked::default())]);
    let state = after(state, mark("We won", Some("Ana")));
    // The key of the same text again changes nothing; that of another brings its own.
    let same = after(state.clone(), [Finding::Restore("a".into(), Marked::default())]);
    assert_eq!(same.find.marked, state.find.marked);
    let other = after(state.clone(), [Finding::Restore("b".into(), Marked::default())]);
    assert!(other.find.marked.marks.is_empty() && other.find.before.is_empty());
    let back = after(other, [Finding::Restore("a".into(), state.find.marked.clone())]);
    assert_eq!(back.find.marked, state.find.marked);
}

#[test]
fn an_objection_is_made_reasoned_and_taken_back() {
    let place = span("We won");
    let state = after(marking(), [Finding::Object(place, true), Finding::Why(place, "x".repeat(999))]);
    assert_eq!(state.find.marked.objections[0].why.len(), MOST_LETTERS);
    let state = after(state, [Finding::Why(span("plan"), "no".into()), Finding::Object(place, true)]);
    assert_eq!(state.find.marked.objections, [Objection { place, why: String::new() }]);
    assert!(after(state, [Finding::Object(place, false)]).find.marked.objections.is_empty());
}

#[test]
fn a_reload_goes_on_where_the_reader_was() {
    let setting = Setting { stage: Stage::Marking, lesson: Some(2), group: "7b".into(), large: true };
    let kept = serde_json::to_string(&setting).unwrap();
    let setting: Setting = serde_json::from_str(&kept).unwrap();
    let state = State::restored(Some(Source::text(TEXT)), Kept::default());
    let state = answered(state.finding_again(setting.clone(), true));
    assert!(state.is_secret() && state.find.setting == setting);
    // Elsewhere the setting waits.
    let state = State::restored(Some(Source::text(TEXT)), Kept::default());
    assert_eq!(answered(state.finding_again(setting.clone(), false)).screen, Screen::Article);
    let blank = State::restored(None, Kept::default()).finding_again(setting, true);
    assert_eq!(blank.find.setting.stage, Stage::Choosing);
}
