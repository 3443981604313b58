//! A Document → a file of some form, and a Word file → its text, made by a worker of its own that ends with it: whatever the analyser is at, nobody waits
//! for it or is stopped with it, and what writes the formats is no part of the page's own code.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};
use whosaid::Document;
use whosaid::export::json;

use crate::docx::DocxFault;
use crate::messages::{FromWorker, Message, files};
use crate::places;
use crate::saving::{File, Form};

/// Where the build puts the worker.
const WORKER: &str = "saver_loader.js";

/// A worker that is not there by then does not come: its files cannot be had. Nothing else tells of that.
const START_MS: u32 = 30_000;

/// Makes the file; `None` where no worker could be started, or it could not go on.
pub async fn make(form: Form, document: &Document) -> Option<File<Uint8Array>> {
    files::file(&answer(files::ask_file(form, &json(document))).await?)
}

/// Reads a Word file; `None` likewise.
pub async fn read_docx(bytes: &Uint8Array) -> Option<Result<String, DocxFault>> {
    files::docx(&answer(files::ask_docx(bytes)).await?)
}

/// What a new worker answers.
async fn answer(question: Message) -> Option<JsValue> {
    let worker = Worker::new(&places::address(WORKER)).ok()?;
    let mut told = None;
    let answer = Promise::new(&mut |resolve, _| told = Some(resolve));
    let told = told?;
    let give_up = {
        let told = told.clone();
        Timeout::new(START_MS, move || tell(&told, &JsValue::NULL))
    };
    let hearing = Hearing::start(&worker, told, question, give_up);
    let answer = JsFuture::from(answer).await;
    worker.terminate();
    drop(hearing);
    answer.ok()
}

fn tell(told: &Function, answer: &JsValue) {
    let _ = told.call1(&JsValue::NULL, answer);
}

/// Hears a worker until dropped.
struct Hearing {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

impl Hearing {
    /// Sends the question when the worker can take it, and tells what it answers.
    fn start(worker: &Worker, told: Function, question: Message, give_up: Timeout) -> Self {
        let waiting = Rc::new(RefCell::new(Some((question, give_up))));
        let on_error = {
            let told = told.clone();
            Closure::<dyn FnMut()>::new(move || tell(&told, &JsValue::NULL))
        };
        let asked = worker.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = event.data();
            if FromWorker::from_js(message.clone()) != Some(FromWorker::Started) {
                return tell(&told, &message);
            }
            if let Some(((question, buffers), give_up)) = waiting.borrow_mut().take() {
                drop(give_up);
                if asked.post_message_with_transfer(&question, &buffers).is_err() {
                    tell(&told, &JsValue::NULL);
                }
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Self { worker: worker.clone(), _on_message: on_message, _on_error: on_error }
    }
}

impl Drop for Hearing {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
    }
}
