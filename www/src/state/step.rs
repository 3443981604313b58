//! What becomes of the state with whatever happens.

use std::rc::Rc;

use yew::Reducible;

use super::{Action, Kept, LIMIT_BYTES, Pace, Screen, Source, State, Trouble, Work};

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = Self::clone(&self);
        Rc::new(match action {
            Action::Ready => state.made_ready(),
            action => step(state, action),
        })
    }
}

/// The step. Apart from what happens while the page opens: browsers compile a function when it is first called, and this is a
/// long one.
#[inline(never)]
fn step(state: State, action: Action) -> State {
    match action {
        Action::Edited(text) => {
            State { former: None, ..state.with_source(Source::text(&text), Pace::AfterPause) }
        }
        Action::Arrived(source) if source.content.len() > LIMIT_BYTES => {
            State { trouble: Some(Trouble::TooLarge), ..state }
        }
        Action::Arrived(source) => State { former: None, ..state.arrived(source) },
        Action::Shelved(entries) if entries.is_empty() => state,
        Action::Shelved(entries) => state.keeping_former(|state| state.shelved(entries)),
        Action::GoBack => state.going_back(),
        Action::LeaveFormer => State { former: None, ..state },
        Action::Take(wanted) => state.taking(wanted),
        Action::ReadAnew => state.reading_anew(),
        Action::Linked(shared) => state.keeping_former(|state| state.linked(shared)),
        Action::Fetched(fetched) => State { fetched, ..state },
        Action::Ready => state.made_ready(),
        Action::Answered(request, answer) => state.answered(request, answer),
        Action::Stop if state.before.is_some() => state.gone_back(),
        Action::Stop if state.work == Work::Reading => {
            State { work: Work::Stopped, request: state.request + 1, ready: false, ..state }
        }
        Action::Stop => state,
        Action::Show(Screen::Article) if state.work == Work::Stopped => {
            // Looking at the article after a stop asks again.
            let source = state.source.clone();
            state.with_source(source, Pace::Now).turning()
        }
        Action::Show(Screen::Article | Screen::Comparison) if state.reading.is_none() => state,
        Action::Compare(step) => state.comparing(step),
        // Whoever chose where to look is not taken elsewhere when the analysis comes.
        Action::Show(screen) => State { screen, open: None, turn: false, ..state.silent() },
        Action::Open(opened) => State { open: Some(opened), ..state.silent() },
        Action::Explained(request, mention, why) if request == state.request => {
            State { reasons: state.reasons.with(mention, why), ..state }
        }
        Action::Explained(..) => state,
        Action::How(look) => state.looking(look),
        Action::Close => State { open: None, ..state.silent() },
        Action::Correct(edit) => state.correcting(edit),
        Action::Undo => state.undoing(),
        Action::Redo => state.redoing(),
        Action::Logged(log) => state.logged(log),
        Action::Remove(number) => state.removing(number),
        Action::Reset => state.resetting(),
        Action::Switch(layer) => {
            let mut hidden = state.hidden.clone();
            match hidden.iter().position(|other| *other == layer) {
                Some(place) => drop(hidden.remove(place)),
                None => hidden.push(layer),
            }
            State { hidden, ..state }
        }
        Action::Filter(filter) => state.filtering(filter),
        Action::Wear(theme) => State { theme, ..state },
        Action::Scale(size) => State { size, ..state },
        Action::Find(finding) => state.finding(finding),
        Action::Help(help) => State { help, ..state },
        Action::Demand(strictness) => state.demanding(strictness),
        Action::Refused(trouble) => State { trouble: Some(trouble), ..state },
        Action::Retry => {
            let state = State { attempt: state.attempt + 1, fetched: 0, trouble: None, ..state };
            let source = state.source.clone();
            if source.is_blank() { state } else { state.with_source(source, Pace::Now).turning() }
        }
        Action::Forget => State {
            ready: state.ready,
            fetched: state.fetched,
            attempt: state.attempt,
            request: state.request + 1,
            ..State::restored(None, Kept::default())
        },
        Action::Clear => State { former: None, ..state.arrived(Source::default()) },
    }
}
