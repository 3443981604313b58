//! The sheet of keys.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::Dispatch;
use crate::state::Action;

/// Whether the sheet is open.
#[derive(Clone, PartialEq, Properties)]
pub struct HelpProps {
    /// It.
    pub open: bool,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// Keys and what they do.
const KEYS: [(&[&str], &str); 10] = [
    (&["?"], "This sheet"),
    (&["Tab"], "On to the next control; in the article, to the quotation you were at"),
    (&["→", "←"], "In the article: the next quotation, the one before"),
    (&["Home", "End"], "In the article: the first quotation, the last"),
    (&["Enter"], "Open the card of a quotation, or press a button"),
    (&["Esc"], "Close the card and go back to where it was opened"),
    (&["Ctrl Z"], "Take the last correction back (⌘ Z on a Mac)"),
    (&["Ctrl Y", "Ctrl Shift Z"], "Make it again"),
    (&["Ctrl V"], "In the text: a paste over everything is a new article"),
    (&["Space"], "Switch what a box or a folded part shows"),
];

/// The sheet: a dialog of the browser's own, which keeps the keyboard inside and gives it back.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let sheet = use_node_ref();
    use_effect_with(props.open, {
        let sheet = sheet.clone();
        move |open| {
            if let Some(sheet) = sheet.cast::<HtmlDialogElement>() {
                match (*open, sheet.open()) {
                    (true, false) => drop(sheet.show_modal()),
                    (false, true) => sheet.close(),
                    _ => {}
                }
            }
        }
    });
    let dispatch = props.dispatch.clone();
    let on_close = Callback::from(move |_: Event| dispatch.dispatch(Action::Help(false)));
    let close = {
        let sheet = sheet.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(sheet) = sheet.cast::<HtmlDialogElement>() {
                sheet.close();
            }
        })
    };
    let rows = KEYS.iter().map(|(keys, what)| {
        let keys = keys.iter().map(|key| html! { <kbd>{*key}</kbd> });
        html! { <><dt>{ for keys }</dt><dd>{*what}</dd></> }
    });
    html! {
        <dialog class="help" ref={sheet} aria-labelledby="help-heading" onclose={on_close}>
            <div class="head">
                <h2 id="help-heading">{"Keys"}</h2>
                <button type="button" class="close" aria-label="Close" onclick={close}>{"×"}</button>
            </div>
            <dl>{ for rows }</dl>
        </dialog>
    }
}
