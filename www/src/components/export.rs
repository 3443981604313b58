//! The menu to save and share: a link, a print, and files for other programs.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use whosaid::corrections::Corrections;
use yew::prelude::*;

use crate::link::{self, LinkFault};
use crate::reading::Reading;
use crate::saving::Form;
use crate::{clipboard, compression, download, hooks, saver, words};

/// The analysis to save.
#[derive(Clone, PartialEq, Properties)]
pub struct ExportProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// What the reader corrected in it: goes with the link.
    pub corrections: Corrections,
}

/// What is known of the link while the menu is open.
#[derive(Clone, Debug, PartialEq)]
enum Link {
    /// The text is being compressed.
    Making,
    /// Here it is, or why there is none.
    Made(Result<String, LinkFault>),
    /// The browser let nobody copy it: it is shown, to be copied by hand.
    Shown(String),
}

/// The button, and the menu that it opens.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let dialog = use_node_ref();
    // Nothing of the menu is drawn while it is closed.
    let open = use_state(|| false);
    let show = {
        let (dialog, open) = (dialog.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                open.set(true);
                let _ = dialog.show_modal();
            }
        })
    };
    let closed = {
        let open = open.clone();
        Callback::from(move |_: Event| open.set(false))
    };
    // The page closes the card of a quotation with Escape; this one is the menu's.
    let keep = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    html! {
        <>
            <button type="button" class="signed" aria-haspopup="dialog" onclick={show}>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M8 10V2M4.75 5 8 1.75 11.25 5M5 7.5H3v6.75h10V7.5h-2" />
                </svg>
                <span>{"Save and share"}</span>
            </button>
            <dialog
                ref={dialog.clone()}
                class="export"
                aria-labelledby="export-heading"
                closedby="any"
                onclose={closed}
                onkeydown={keep}
            >
                if *open {
                    <Menu reading={props.reading.clone()} corrections={props.corrections.clone()} {dialog} />
                }
            </dialog>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MenuProps {
    reading: Rc<Reading>,
    corrections: Corrections,
    dialog: NodeRef,
}

#[component]
fn Menu(props: &MenuProps) -> Html {
    let told = use_state(String::new);
    let close = {
        let dialog = props.dialog.clone();
        move || dialog.cast::<HtmlDialogElement>().map_or((), |dialog| dialog.close())
    };
    let on_close = {
        let close = close.clone();
        Callback::from(move |_: MouseEvent| close())
    };
    let print = Callback::from(move |_: MouseEvent| {
        close();
        hooks::print();
    });
    let save = |form: Form| {
        let (reading, told) = (props.reading.clone(), told.clone());
        Callback::from(move |_: MouseEvent| {
            let (reading, told) = (reading.clone(), told.clone());
            told.set(words::MAKING_FILE.to_owned());
            spawn_local(async move {
                told.set(match saver::make(form, &reading.document).await {
                    Some(file) => {
                        download::save_bytes(&file.name, &file.media_type, &file.content);
                        format!("Saved {}", file.name)
                    }
                    None => words::NO_FILE.to_owned(),
                });
            });
        })
    };
    let files = Form::ALL.map(|form| {
        html! {
            <li>
                <button type="button" class="form" onclick={save(form)}>
                    <span class="name">{words::form(form)}</span>
                    <span class="ending">{form.ending()}</span>
                    <span class="use">{words::form_use(form)}</span>
                </button>
            </li>
        }
    });
    html! {
        <>
            <div class="head">
                <h2 id="export-heading">{"Save and share"}</h2>
                <button type="button" class="close" aria-label="Close" onclick={on_close}>{"×"}</button>
            </div>
            <div class="ways">
                <CopyLink reading={props.reading.clone()} corrections={props.corrections.clone()} told={{ let told = told.clone(); Callback::from(move |words| told.set(words)) }} />
                <div class="way">
                    <button type="button" onclick={print}>{"Print"}</button>
                    <p>{"The article with its marks, then its voices and figures."}</p>
                </div>
            </div>
            <h3>{"Save as a file"}</h3>
            <ul class="forms">{ for files }</ul>
            <p class="told" role="status">{(*told).clone()}</p>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CopyLinkProps {
    reading: Rc<Reading>,
    corrections: Corrections,
    told: Callback<String>,
}

/// The link is made when the menu opens: whether it can be had is seen at once, and Safari lets nobody copy what is
/// ready only some time after the click.
#[component]
fn CopyLink(props: &CopyLinkProps) -> Html {
    let link = use_state(|| Link::Making);
    use_effect_with((props.reading.clone(), props.corrections.clone()), {
        let link = link.clone();
        move |shared| {
            let (reading, corrections) = shared.clone();
            spawn_local(async move { link.set(Link::Made(make(&reading, &corrections).await)) });
        }
    });
    let ready = match &*link {
        Link::Made(Ok(ready)) | Link::Shown(ready) => Some(ready.clone()),
        _ => None,
    };
    let sees = if props.corrections.edits.is_empty() {
        "Whoever opens the link sees this article."
    } else {
        "Whoever opens the link sees this article with your corrections."
    };
    let about = match &*link {
        Link::Making => sees.to_owned(),
        Link::Made(Err(fault)) => words::link_fault(*fault),
        Link::Made(Ok(ready)) => {
            format!("{sees} {}", words::link_length(ready.len()))
        }
        Link::Shown(_) => "The browser did not allow copying. Copy the link from this field.".to_owned(),
    };
    let copy = {
        let (link, told, ready) = (link.clone(), props.told.clone(), ready.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(ready) = ready.clone() else { return };
            let copied = clipboard::copy(&ready, None);
            let (link, told) = (link.clone(), told.clone());
            spawn_local(async move {
                if copied.await {
                    told.emit("Link copied".to_owned());
                } else {
                    link.set(Link::Shown(ready));
                }
            });
        })
    };
    let select = Callback::from(|event: FocusEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        field.select();
    });
    html! {
        <div class="way">
            <button type="button" class="main" disabled={ready.is_none()} onclick={copy}>{"Copy link"}</button>
            <p>{about}</p>
            if let Link::Shown(shown) = &*link {
                <input class="by-hand" type="text" readonly=true aria-label="Link" value={shown.clone()} onfocus={select} />
            }
        </div>
    }
}

async fn make(reading: &Reading, corrections: &Corrections) -> Result<String, LinkFault> {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let corrections = Some(corrections).filter(|log| !log.edits.is_empty());
    link::link(&address, &compression::compress(&link::payload(&reading.document.text, corrections)).await?)
}
