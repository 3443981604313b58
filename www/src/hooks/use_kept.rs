//! Keeps text, opened analysis, theme and strictness over a reload, and puts the theme on the page.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::state::State;
use crate::storage;

/// Writing a long text at every letter would make typing slow.
const PAUSE_MS: u32 = 200;

/// Keeps what must not be lost.
#[hook]
pub fn use_kept(state: &UseReducerHandle<State>) {
    use_effect_with(state.source.clone(), |source| {
        let source = source.clone();
        let timeout = Timeout::new(PAUSE_MS, move || {
            storage::keep_text(&source);
        });
        move || drop(timeout)
    });
    use_effect_with((state.saved.clone(), state.reading.clone()), |(saved, reading)| {
        storage::keep_saved(saved.as_ref().zip(reading.as_ref().map(|reading| &reading.document)));
    });
    use_effect_with(state.strictness, |strictness| storage::keep_strictness(*strictness));
    use_effect_with(state.theme, |theme| {
        storage::keep_theme(*theme);
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        if let Some(root) = root {
            let _ = root.set_attribute("data-theme", theme.name());
        }
    });
}
