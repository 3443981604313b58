//! A worker that was started, with what listens to it.

use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// How far a worker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Starting,
    /// It waits for the pack.
    Started,
    /// It reads the pack.
    Learning,
    /// It can be asked.
    Ready,
}

/// It ends when this is dropped.
pub struct Running {
    pub worker: Worker,
    pub stage: Stage,
    /// A worker that failed once is not asked again.
    pub failed: bool,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Running {
    /// One that starts, and is listened to from now on.
    pub fn new(
        worker: Worker,
        on_message: Closure<dyn FnMut(MessageEvent)>,
        on_error: Closure<dyn FnMut(ErrorEvent)>,
    ) -> Self {
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Self { worker, stage: Stage::Starting, failed: false, _on_message: on_message, _on_error: on_error }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
