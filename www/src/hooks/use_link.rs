//! Reads the text that a link carries after its `#`, when the page opens and whenever the address changes.
//!
//! Once it is read it is taken out of the address. What the browser keeps is the text as the reader goes on with it; a
//! reload would put the sender's text over that again, and the address, copied or bookmarked, would carry a text that is
//! no longer the one on the page. It also keeps the whole text out of what the browser lists as visited. A link to the
//! text at hand is made in the menu.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::link::{self, LinkFault, Shared};
use crate::state::{Action, State, Trouble};
use crate::{components::Dispatch, compression};

/// Takes a text from the address.
#[hook]
pub fn use_link(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| {
        take(&dispatch);
        let listener = Closure::<dyn Fn()>::new(move || take(&dispatch));
        let window = web_sys::window();
        if let Some(window) = &window {
            let _ = window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
        }
        move || {
            if let Some(window) = window {
                let _ = window
                    .remove_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
            }
        }
    });
}

fn take(dispatch: &Dispatch) {
    let Some(fragment) = web_sys::window().and_then(|window| window.location().hash().ok()) else { return };
    let Some(compressed) = link::compressed(&fragment) else { return };
    forget_fragment();
    let dispatch = dispatch.clone();
    spawn_local(async move {
        dispatch.dispatch(match read(compressed).await {
            Ok(shared) => Action::Linked(shared),
            Err(fault) => Action::Refused(Trouble::Link(fault)),
        });
    });
}

async fn read(compressed: Result<Vec<u8>, LinkFault>) -> Result<Shared, LinkFault> {
    link::shared(&compression::decompress(&compressed?).await?)
}

fn forget_fragment() {
    let bare = || -> Option<()> {
        let window = web_sys::window()?;
        let location = window.location();
        let address = format!("{}{}", location.pathname().ok()?, location.search().ok()?);
        window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()
    };
    // A page opened from a disk may not change its address; it works all the same.
    let _ = bare();
}
