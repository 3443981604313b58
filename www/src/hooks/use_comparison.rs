//! Has the article read with which the one at hand is compared.

use std::rc::Rc;

use yew::prelude::*;

use crate::analyzer::{Analyzer, Report};
use crate::reading::Reading;
use crate::state::{Action, Analysed, Comparing, Screen, State};
use crate::storage;

/// Asks a worker of its own, which is there as long as the comparison is looked at: the one at hand may be read meanwhile, and
/// neither stops the other.
#[hook]
pub fn use_comparison(state: &UseReducerHandle<State>) {
    let analyzer = use_mut_ref(|| None::<Analyzer>);
    let is_open = state.screen == Screen::Comparison;
    let asked = use_mut_ref(|| None);
    {
        let (analyzer, asked, dispatch) = (analyzer.clone(), asked.clone(), state.dispatcher());
        // Begun before there is a text to read: it is ready when one comes.
        use_effect_with(is_open, move |is_open| {
            *asked.borrow_mut() = None;
            *analyzer.borrow_mut() = is_open.then(|| {
                Analyzer::start(move |report| {
                    let answer = match report {
                        Report::Answer(_, answer) => answer.map(|document| *document),
                        Report::Broken(trouble) => Err(trouble),
                        _ => return,
                    };
                    let Some((request, strictness)) = *asked.borrow() else { return };
                    dispatch.dispatch(Action::Compare(Comparing::Answered(
                        request,
                        strictness,
                        answer.map(|document| {
                            let kept = storage::kept_corrections(&document.text);
                            Analysed { reading: Rc::new(Reading::new(document)), kept }
                        }),
                    )));
                })
            });
        });
    }
    let wanted = state.to_compare();
    use_effect_with(wanted, move |wanted| {
        if let (Some((request, source, strictness)), Some(analyzer)) = (wanted, &*analyzer.borrow()) {
            *asked.borrow_mut() = Some((*request, *strictness));
            analyzer.ask(*request, source.clone(), *strictness);
        }
    });
}
