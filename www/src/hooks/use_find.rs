//! Brings what was marked in a text when the text is there, and keeps it.

use std::rc::Rc;

use whosaid::Document;
use yew::prelude::*;

use crate::state::find::Finding;
use crate::state::{Action, Screen, State};
use crate::storage;

/// Keeps marks with their text, and how far the reader is.
#[hook]
pub fn use_find(state: &UseReducerHandle<State>) {
    let is_open = state.screen == Screen::Find;
    let analysed = state.edits.analysed.clone().filter(|_| is_open).map(ByAddress);
    use_effect_with(analysed, {
        let dispatch = state.dispatcher();
        move |analysed| {
            if let Some(ByAddress(analysed)) = analysed {
                let key = storage::marks_key(&analysed.text);
                let marked = storage::kept_marks(&key);
                dispatch.dispatch(Action::Find(Finding::Restore(key, marked)));
            }
        }
    });
    let find = &state.find;
    use_effect_with((find.of.clone(), find.marked.clone()), |(of, marked)| {
        if let Some(of) = of {
            storage::keep_marks(of, marked);
        }
    });
    use_effect_with((find.setting.clone(), is_open), |(setting, is_open)| {
        storage::keep_finding(setting, *is_open);
    });
}

/// A Document that is the same only if it is the same one: comparing long ones would take time.
struct ByAddress(Rc<Document>);

impl PartialEq for ByAddress {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
