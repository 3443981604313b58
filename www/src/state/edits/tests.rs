//! The steps of correcting.

use whosaid::corrections::{QuotePlace, Who};
use yew::Reducible;

use super::*;
use crate::messages::answer_for;
use crate::state::{Action, Kept, Source};

const TEXT: &str =
    "Ana Ruiz said the plan works. Tom Becker said that the old boat needs a new engine. Ruiz left.";

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    let state = actions.into_iter().fold(Rc::new(state), |state, action| state.reduce(action));
    Rc::unwrap_or_clone(state)
}

fn analysed() -> Rc<Reading> {
    Rc::new(Reading::new(answer_for(TEXT).document().unwrap()))
}

fn shown() -> State {
    let state = State::restored(Some(Source::text(TEXT)), Kept::default());
    after(state.clone(), [Action::Answered(state.request, Ok(analysed().into()))])
}

fn retype(entity_type: &str) -> Edit {
    Edit::Retype { name: SpanRecord { start: 0, end: 8 }, entity_type: entity_type.into() }
}

fn type_of_ana(state: &State) -> String {
    let reading = state.reading.as_ref().unwrap();
    let ana = name_at(&reading.document, SpanRecord { start: 0, end: 8 }).unwrap();
    reading.named(ana).unwrap().entity_type.clone()
}

fn first_quote(state: &State) -> QuotePlace {
    let quote = &state.reading.as_ref().unwrap().document.quotes[0];
    QuotePlace { content: quote.content.clone(), cue: quote.cue }
}

#[test]
fn a_correction_shows_at_once_and_can_be_taken_back_and_made_again() {
    let state = after(shown(), [Action::Correct(retype("ORG"))]);
    assert_eq!(type_of_ana(&state), "ORG");
    assert_eq!(state.edits.last, Some(Done::Made(retype("ORG"))));
    let state = after(state, [Action::Undo]);
    assert_eq!(type_of_ana(&state), "PERSON");
    assert_eq!(state.edits.last, Some(Done::Undone(retype("ORG"))));
    let state = after(state, [Action::Redo, Action::Redo]);
    assert_eq!(type_of_ana(&state), "ORG");
    let state = after(state, [Action::Correct(retype("GPE")), Action::Reset]);
    assert_eq!((type_of_ana(&state).as_str(), state.edits.last.clone()), ("PERSON", Some(Done::Reset)));
    assert!(state.edits.history.can_redo());
}

#[test]
fn an_edit_without_a_place_is_told_and_not_kept() {
    let nowhere = Edit::RejectName { name: SpanRecord { start: 9, end: 13 }, everywhere: false };
    let state = after(shown(), [Action::Correct(retype("ORG")), Action::Undo, Action::Correct(nowhere)]);
    assert_eq!(state.edits.last, Some(Done::Refused(Reason::NoMention)));
    assert!(state.edits.left_out.is_empty() && !state.edits.history.can_undo());
    assert!(state.edits.history.can_redo(), "what was taken back can no longer be made again");
}

#[test]
fn the_open_card_stays_with_what_it_is_about() {
    let state = shown();
    let second = state.reading.as_ref().unwrap().document.quotes[1].id;
    let reject = Edit::RejectQuote { quote: first_quote(&state) };
    let state = after(state, [Action::Open(Opened::Quote(second)), Action::Correct(reject)]);
    let Some(Opened::Quote(now)) = state.open else { panic!("the card is closed") };
    let reading = state.reading.as_ref().unwrap();
    assert_eq!(reading.line_of(reading.quote(now).unwrap()), "that the old boat needs a new engine");
    assert_ne!(now, second);
}

#[test]
fn a_rejected_quotation_closes_its_card() {
    let state = shown();
    let first = state.reading.as_ref().unwrap().document.quotes[0].id;
    let reject = Edit::RejectQuote { quote: first_quote(&state) };
    let state = after(state, [Action::Open(Opened::Quote(first)), Action::Correct(reject)]);
    assert_eq!(state.open, None);
}

#[test]
fn new_quotations_and_names_open_their_cards() {
    let words = SpanRecord { start: 88, end: 92 };
    let add = Edit::AddQuote {
        content: vec![words],
        cue: None,
        source: None,
        speaker: Some(Who::Name("Bo".into())),
        class: "statement".into(),
        polarity: "asserted".into(),
    };
    let state = after(shown(), [Action::Open(Opened::Words(words)), Action::Correct(add)]);
    let Some(Opened::Quote(quote)) = state.open else { panic!("no card of a quotation") };
    let reading = state.reading.as_ref().unwrap();
    assert_eq!(reading.speaker(reading.quote(quote).unwrap()).unwrap().name, "Bo");
    let add = Edit::AddName { span: words, entity_type: "WORK".into(), everywhere: true };
    let state = after(shown(), [Action::Open(Opened::Words(words)), Action::Correct(add)]);
    assert!(matches!(state.open, Some(Opened::Name(_))));
}

#[test]
fn corrections_come_with_the_text_and_stay_while_it_is_read_again() {
    let mut kept = History::new(OffsetUnit::Byte);
    kept.push(retype("ORG"));
    let state = State::restored(Some(Source::text(TEXT)), Kept::default());
    let answer = Analysed { reading: analysed(), kept: Some(kept) };
    let state = after(state.clone(), [Action::Answered(state.request, Ok(answer))]);
    assert_eq!((type_of_ana(&state).as_str(), state.edits.last.clone()), ("ORG", None));
    let state = after(state, [Action::Demand(whosaid::Strictness::Strict)]);
    let state = after(state.clone(), [Action::Answered(state.request, Ok(analysed().into()))]);
    assert_eq!(type_of_ana(&state), "ORG");
    let state = after(state, [Action::Undo]);
    assert_eq!(type_of_ana(&state), "PERSON");
    let other = after(state, [Action::Arrived(Source::text("It rained."))]);
    let reading = Rc::new(Reading::new(answer_for("It rained.").document().unwrap()));
    let other = after(other.clone(), [Action::Answered(other.request, Ok(reading.into()))]);
    assert_eq!(other.edits.history, History::new(OffsetUnit::Byte));
}

#[test]
fn nothing_is_corrected_while_another_text_is_read() {
    let state = after(shown(), [Action::Edited("Bo".into()), Action::Correct(retype("ORG"))]);
    assert_eq!(type_of_ana(&state), "PERSON");
}

#[test]
fn reasons_are_asked_for_by_the_number_before_corrections() {
    let state = shown();
    let reading = state.reading.clone().unwrap();
    let becker = SpanRecord { start: 30, end: 40 };
    let before = name_at(&reading.document, becker).unwrap();
    let reject = Edit::RejectName { name: SpanRecord { start: 0, end: 8 }, everywhere: false };
    let state = after(state, [Action::Correct(reject)]);
    let now = name_at(&state.reading.as_ref().unwrap().document, becker).unwrap();
    assert_ne!(now, before);
    assert_eq!(state.analysed_mention(now), Some(before));
}
