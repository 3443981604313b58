//! The text: paste it, type it, drop a file on it, pick one.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Dispatch;
use super::incoming::{on_drag, rich_or_plain, some_files, take_dropped, take_files};
use crate::files;
use crate::state::{Action, Screen};

/// A browser takes half a second to lay a text of some hundred thousand bytes out in the field, and does nothing else
/// meanwhile. One that is about to be shown as an article is not shown here before; one that was shown as an article is
/// shown here as far as this, until the reader wants to change it.
const SLOW_BYTES: usize = 100_000;

/// What the paste area shows.
#[derive(Clone, PartialEq, Properties)]
pub struct PasteProps {
    /// The text.
    pub draft: String,
    /// What the analysis of it found.
    pub summary: Option<String>,
    /// Whether the reader stopped the analysis.
    pub stopped: bool,
    /// Whether the page is about to turn to the article.
    pub turning: bool,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The paste area with its drop zone and file picker.
#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let over = use_state(|| false);
    let send = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let on_drop = {
        let (over, dispatch) = (over.clone(), props.dispatch.clone());
        Callback::from(move |event: DragEvent| {
            over.set(false);
            let Some(data) = event.data_transfer() else { return };
            if !take_dropped(&event, &dispatch)
                && let Some(source) = rich_or_plain(&|form| data.get_data(form).unwrap_or_default())
            {
                event.prevent_default();
                dispatch.dispatch(Action::Arrived(source));
            }
        })
    };
    let empty = props.draft.trim().is_empty();
    let is_slow = props.draft.len() > SLOW_BYTES;
    let held_back = props.turning && is_slow;
    let whole = use_state(|| false);
    let begun = is_slow && !held_back && props.summary.is_some() && !*whole;
    let value = match () {
        () if held_back => String::new(),
        () if begun => beginning(&props.draft).to_owned(),
        () => props.draft.clone(),
    };
    let field = use_node_ref();
    // The button that was pressed is gone then. A field that gets a text has its caret at the end, which nobody has seen yet.
    use_effect_with(*whole, {
        let field = field.clone();
        move |whole| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|_| *whole) {
                let _ = field.set_selection_range(0, 0);
                let _ = field.focus();
            }
        }
    });
    let on_whole = {
        let whole = whole.clone();
        Callback::from(move |_: MouseEvent| whole.set(true))
    };
    let can_show = props.summary.is_some() || props.stopped;
    html! {
        <section
            class="paste"
            data-over={over.then_some("true")}
            ondragenter={on_drag(&over, true)}
            ondragover={on_drag(&over, true)}
            ondragleave={on_drag(&over, false)}
            ondrop={on_drop}
        >
            <label for="text">{"Text of an article"}</label>
            <textarea
                ref={field}
                id="text"
                rows={if empty { "9" } else { "18" }}
                lang="en"
                spellcheck="false"
                autocomplete="off"
                readonly={held_back || begun}
                aria-describedby={begun.then_some("beginning")}
                placeholder={if held_back { "Reading the text …" } else { "Paste a news article here, with or without its menus and captions." }}
                {value}
                oninput={on_input(&props.dispatch)}
                onpaste={on_paste(&props.dispatch)}
            />
            if begun {
                <p class="beginning" id="beginning">
                    {"This is the beginning of a long text. "}
                    <button type="button" onclick={on_whole}>{"Show all of it, to edit"}</button>
                </p>
            }
            <div class="below">
                <label class="file">
                    <input type="file" multiple=true accept={files::ACCEPTED} onchange={on_pick(&props.dispatch)} />
                    <span>{"Open a file"}</span>
                </label>
                <p class="hint">
                    if let Some(summary) = &props.summary {
                        { summary.clone() }
                    } else if props.stopped {
                        {"Stopped. Show the article to read it after all."}
                    } else if empty {
                        {"or drop files here: .txt, .html, .md, .docx, or an analysis that you saved, .json"}
                    }
                </p>
                if !empty {
                    <button type="button" onclick={send(Action::Clear)}>{"Clear"}</button>
                }
                if can_show {
                    <button type="button" class="main" onclick={send(Action::Show(Screen::Article))}>
                        {"Show the article"}
                    </button>
                }
            </div>
            <p class="privacy">{"Your text stays in this browser. Nothing is sent anywhere."}</p>
        </section>
    }
}

/// As much of a text as a browser lays out at once, up to the end of a line, or of a word.
fn beginning(text: &str) -> &str {
    let begun = text.get(..text.floor_char_boundary(SLOW_BYTES)).unwrap_or(text);
    let end = begun.rfind('\n').or_else(|| begun.rfind(' ')).unwrap_or(begun.len());
    begun.get(..end).unwrap_or(begun)
}

fn on_input(dispatch: &Dispatch) -> Callback<InputEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: InputEvent| {
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        dispatch.dispatch(Action::Edited(field.value()));
    })
}

/// A paste over everything is a new article; a paste into a text is an edit and left to the browser.
fn on_paste(dispatch: &Dispatch) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        if !takes_all(&field) {
            return;
        }
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        let Some(data) = data else { return };
        if let Some(files) = some_files(data.files())
            && data.get_data("text/plain").unwrap_or_default().is_empty()
        {
            event.prevent_default();
            take_files(files, dispatch.clone());
        } else if let Some(source) = rich_or_plain(&|form| data.get_data(form).unwrap_or_default()) {
            event.prevent_default();
            dispatch.dispatch(Action::Arrived(source));
        }
    })
}

fn takes_all(field: &HtmlTextAreaElement) -> bool {
    let text = field.value();
    if text.trim().is_empty() {
        return true;
    }
    let start = field.selection_start().ok().flatten().unwrap_or(0);
    let end = field.selection_end().ok().flatten().unwrap_or(0);
    start == 0 && end as usize >= text.encode_utf16().count()
}

fn on_pick(dispatch: &Dispatch) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        let picker: HtmlInputElement = event.target_unchecked_into();
        if let Some(files) = some_files(picker.files()) {
            take_files(files, dispatch.clone());
        }
        // The same file may be picked again after it was changed.
        picker.set_value("");
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_text_ends_with_a_line_or_a_word_or_a_character() {
        let lines = "One line.\n".repeat(SLOW_BYTES);
        assert!(beginning(&lines).ends_with("line.") && beginning(&lines).len() > SLOW_BYTES - 20);
        assert!(beginning(&"word ".repeat(SLOW_BYTES)).ends_with("word"));
        assert_eq!(beginning(&"😀".repeat(SLOW_BYTES)).len(), SLOW_BYTES / 4 * 4);
    }
}
