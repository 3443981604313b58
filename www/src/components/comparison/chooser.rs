//! Where the other article comes from: pasted, dropped, a file, one that is at hand, a sample.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::Dispatch;
use super::super::incoming::{on_drag, rich_or_plain, some_files};
use crate::files;
use crate::state::{Action, Comparing, Content, Entry, Source};

/// What can be chosen.
#[derive(Clone, PartialEq, Properties)]
pub struct ChooserProps {
    /// What is at hand, with a name for each.
    pub offers: Vec<(String, Entry)>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The field, the file picker and the list.
#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let field = use_node_ref();
    let over = use_state(|| false);
    let dispatch = props.dispatch.clone();
    let on_drop = {
        let (over, dispatch) = (over.clone(), dispatch.clone());
        Callback::from(move |event: DragEvent| {
            over.set(false);
            let Some(data) = event.data_transfer() else { return };
            if let Some(files) = some_files(data.files()) {
                event.prevent_default();
                take_file(files, dispatch.clone());
            } else if let Some(source) = rich_or_plain(&|form| data.get_data(form).unwrap_or_default()) {
                event.prevent_default();
                take(&dispatch, source);
            }
        })
    };
    let on_paste = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let field: HtmlTextAreaElement = event.target_unchecked_into();
            let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            // A paste into words that were typed is an edit.
            if let Some(data) = data.filter(|_| field.value().trim().is_empty())
                && let Some(source) = rich_or_plain(&|form| data.get_data(form).unwrap_or_default())
            {
                event.prevent_default();
                take(&dispatch, source);
            }
        })
    };
    let on_pick = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let picker: HtmlInputElement = event.target_unchecked_into();
            if let Some(files) = some_files(picker.files()) {
                take_file(files, dispatch.clone());
            }
            picker.set_value("");
        })
    };
    let on_compare = {
        let (field, dispatch) = (field.clone(), dispatch.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
            if field.value().trim().is_empty() {
                // Nothing was chosen: the field is where to begin.
                let _ = field.focus();
            } else {
                take(&dispatch, Source::text(&field.value()));
            }
        })
    };
    let offers = props.offers.iter().map(|(name, entry)| {
        let (entry, dispatch) = (entry.clone(), dispatch.clone());
        let onclick = move |_: MouseEvent| dispatch.dispatch(Action::Compare(Comparing::With(entry.clone())));
        html! { <li><button type="button" {onclick}>{name.clone()}</button></li> }
    });
    html! {
        <form
            class="chooser paste"
            data-over={over.then_some("true")}
            ondragenter={on_drag(&over, true)}
            ondragover={on_drag(&over, true)}
            ondragleave={on_drag(&over, false)}
            ondrop={on_drop}
            onsubmit={on_compare}
        >
            <label for="other-text">{"Another article on the same story"}</label>
            <textarea
                ref={field}
                id="other-text"
                rows="5"
                lang="en"
                spellcheck="false"
                autocomplete="off"
                placeholder="Paste it here, or drop a file."
                onpaste={on_paste}
            />
            <div class="below">
                <button type="submit" class="main">{"Compare"}</button>
                <label class="file">
                    <input type="file" accept={files::ACCEPTED} onchange={on_pick} />
                    <span>{"Open a file"}</span>
                </label>
            </div>
            if !props.offers.is_empty() {
                <h3>{"Or one that is at hand"}</h3>
                <ul class="offers">{ for offers }</ul>
            }
        </form>
    }
}

fn take(dispatch: &Dispatch, source: Source) {
    dispatch.dispatch(Action::Compare(Comparing::With(Entry::new("", Content::Text(source)))));
}

/// Reads files; the first that holds an article is the other one.
fn take_file(files: Vec<File>, dispatch: Dispatch) {
    spawn_local(async move {
        let files::Came { entries, trouble, .. } = files::read_all(files).await;
        match (entries.into_iter().next(), trouble) {
            (Some(entry), _) => dispatch.dispatch(Action::Compare(Comparing::With(entry))),
            (None, Some(trouble)) => dispatch.dispatch(Action::Refused(trouble)),
            (None, None) => {}
        }
    });
}
