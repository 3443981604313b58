//! Keeps text, opened analysis, corrections and choices over a reload, and puts colours and size on the page.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use whosaid::Document;
use yew::prelude::*;

use crate::state::{Pace, State};
use crate::storage;

/// Writing a long text at every letter would make typing slow.
const PAUSE_MS: u32 = 200;

/// Keeps what must not be lost.
#[hook]
pub fn use_kept(state: &UseReducerHandle<State>) {
    let typed = state.pace == Pace::AfterPause;
    use_effect_with(state.source.clone(), move |source| {
        let source = source.clone();
        // A whole text is there at once after a reload, however soon that is.
        let timeout = Timeout::new(if typed { PAUSE_MS } else { 0 }, move || {
            storage::keep_text(&source);
        });
        move || drop(timeout)
    });
    // The kept analysis is the one that came; what was corrected in it is kept beside it, step by step.
    let analysed = state.edits.analysed.clone().map(ByAddress);
    use_effect_with((state.saved.clone(), analysed), |(saved, analysed)| {
        storage::keep_saved(saved.as_ref().zip(analysed.as_ref().map(|ByAddress(analysed)| &**analysed)));
    });
    let history = &state.edits.history;
    use_effect_with(state.saved.as_ref().map(|_| history.clone()), |history| {
        storage::keep_saved_history(history.as_ref());
    });
    let analysed = state.edits.analysed.clone().filter(|_| state.saved.is_none()).map(ByAddress);
    use_effect_with((analysed, history.clone()), |(analysed, history)| {
        if let Some(ByAddress(analysed)) = analysed {
            storage::keep_corrections(&analysed.text, history);
        }
    });
    use_effect_with(state.shelf.clone(), storage::keep_shelf);
    use_effect_with(state.former.clone(), |former| storage::keep_former(former.as_ref()));
    let other = state.other.as_ref().map(|other| other.entry.clone());
    use_effect_with(other, |other| storage::keep_other(other.as_ref()));
    use_effect_with(state.strictness, |strictness| storage::keep_strictness(*strictness));
    use_effect_with((state.hidden.clone(), state.filter.clone()), |(hidden, filter)| {
        storage::keep_shown(hidden, filter);
    });
    use_effect_with(state.size, |size| {
        storage::keep_size(*size);
        set_root("data-size", size.name());
    });
    use_effect_with(state.theme, |theme| {
        storage::keep_theme(*theme);
        set_root("data-theme", theme.name());
    });
}

/// Sets an attribute of the whole page, for the style sheets.
fn set_root(name: &str, value: &str) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute(name, value);
    }
}

/// A Document that is the same only if it is the same one: comparing long ones would take time.
struct ByAddress(Rc<Document>);

impl PartialEq for ByAddress {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
