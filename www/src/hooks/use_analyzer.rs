//! Sends every new text, or the same with another strictness, to the worker and its answers to the state.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use whosaid::Document;
use yew::prelude::*;

use crate::analyzer::{Analyzer, Question, Report};
use crate::reading::Reading;
use crate::state::{Action, Analysed, Look, Pace, State, Work};
use crate::storage;

/// Rest after the last key before the text is read: long enough not to chase every letter.
const PAUSE_MS: u32 = 350;

/// Of a longer text the browser has its turn between what is reckoned of it and what is drawn.
const LONG_BYTES: usize = 100_000;

/// Asks for an analysis whenever the state has a new request.
#[hook]
pub fn use_analyzer(state: &UseReducerHandle<State>) {
    let analyzer = {
        let dispatch = state.dispatcher();
        use_memo((), move |()| {
            Analyzer::start(move |report| {
                dispatch.dispatch(match report {
                    Report::Fetched(percent) => Action::Fetched(percent),
                    Report::Ready => Action::Ready,
                    Report::Answer(request, Ok(document)) if document.text.len() > LONG_BYTES => {
                        let answer = Ok(analysed(*document));
                        let dispatch = dispatch.clone();
                        Timeout::new(0, move || dispatch.dispatch(Action::Answered(request, answer)))
                            .forget();
                        return;
                    }
                    Report::Answer(request, answer) => {
                        Action::Answered(request, answer.map(|document| analysed(*document)))
                    }
                    Report::Why(request, mention, why) => Action::Explained(request, mention, why),
                    Report::Layers(request, sentence, layers) => {
                        Action::How(Look::Told(request, sentence, layers.map(|layers| Rc::from(*layers))))
                    }
                    Report::Broken(trouble) => Action::Refused(trouble),
                });
            })
        })
    };
    {
        let analyzer = analyzer.clone();
        use_effect_with(state.attempt, move |attempt| {
            if *attempt > 0 {
                analyzer.prepare();
            }
        });
    }
    {
        // Asked for when the card opens, once: reasons stay with the analysis.
        let (analyzer, source) = (analyzer.clone(), state.source.clone());
        use_effect_with(state.doubted(), move |doubted| {
            if let Some((request, mention)) = *doubted {
                analyzer.explain(request, Question::Name(mention), source);
            }
        });
    }
    {
        let (analyzer, source) = (analyzer.clone(), state.source.clone());
        use_effect_with(state.to_look_at(), move |wanted| {
            if let Some((request, sentence, strictness)) = *wanted {
                analyzer.explain(request, Question::Sentence(sentence, strictness), source);
            }
        });
    }
    let state = state.clone();
    use_effect_with((state.request, state.work), move |(request, work)| {
        let request = *request;
        let mut timeout = None;
        match work {
            // The reader emptied the text, or went back to the analysis at hand.
            Work::Idle => analyzer.leave_older(request),
            Work::Stopped => analyzer.stop(),
            Work::Reading => {
                let (source, strictness) = (state.source.clone(), state.strictness);
                match state.pace {
                    Pace::Now => analyzer.ask(request, source, strictness),
                    Pace::AfterPause => {
                        let ask = move || analyzer.ask(request, source, strictness);
                        timeout = Some(Timeout::new(PAUSE_MS, ask));
                    }
                }
            }
        }
        // Dropped with the next request: a text that was typed over is never sent.
        move || drop(timeout)
    });
}

/// An analysis with the corrections that the browser keeps for its text.
fn analysed(document: Document) -> Analysed {
    let kept = storage::kept_corrections(&document.text);
    Analysed { reading: Rc::new(Reading::new(document)), kept }
}
