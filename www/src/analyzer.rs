//! The page's end of the worker: starts it, fetches the model pack for it, asks it one text at a time, drops what is
//! no longer wanted.
//!
//! The page fetches, not the worker: so the pack comes at the same time as the worker's WebAssembly, and a worker that is
//! started again gets the same bytes. Both are begun when the page is drawn, or with the first text, and not earlier, by a
//! preload: on a slow line that would hold up the paste area for longer than it brings the first article forward, and on a
//! fast one take the processor from it (docs/ARCHITECTURE.md has the figures).

mod question;
mod running;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, MessageEvent, Worker};
use whosaid::document::NameWhy;
use whosaid::explain::SentenceLayers;
use whosaid::{Document, Strictness};

use crate::idle::when_idle;
use crate::messages::{Answer, FromWorker, ask, teach};
use crate::pack::{self, Way};
use crate::places;
use crate::state::{Source, Trouble};

pub use question::Question;
use running::{Running, Stage};

/// Where the build puts the worker.
const WORKER: &str = "worker_loader.js";

/// A text of more bytes is worth stopping for: it may take a second, and a newer text is waiting.
const WORTH_STOPPING: usize = 200_000;

/// What the analyser tells the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// So much of the model pack has come, in per cent. Told while somebody waits for it.
    Fetched(u32),
    /// It can be asked.
    Ready,
    /// The answer to a request.
    Answer(u32, Result<Box<Document>, Trouble>),
    /// Why a mention is a name, for the text of a request; `None` where there is no telling.
    Why(u32, u32, Option<NameWhy>),
    /// How a sentence was read, for the text of a request; `None` where there is no telling.
    Layers(u32, u32, Option<Box<SentenceLayers>>),
    /// It cannot start, or stopped while nothing was asked.
    Broken(Trouble),
}

/// A worker, started when the browser has shown the page and has nothing to do, or with the first text.
pub struct Analyzer {
    inner: Rc<RefCell<Inner>>,
    report: Rc<dyn Fn(Report)>,
}

#[derive(Default)]
struct Inner {
    worker: Option<Running>,
    pack: Pack,
    /// Asked and not answered: request and bytes of its text.
    asked: Option<(u32, usize)>,
    /// To be asked next; only the newest.
    waiting: Option<(u32, Source, Strictness)>,
    /// The question asked and not answered: request, what, bytes of the text.
    explaining: Option<(u32, Question, usize)>,
    /// Questions to be asked next; only the newest of a kind.
    doubted: Vec<(u32, Question, Source)>,
}

/// What is there of the model pack.
#[derive(Default)]
enum Pack {
    /// Nothing, and nobody has asked for it.
    #[default]
    Unasked,
    /// Nothing, though it was asked for.
    Lacking,
    /// It is being fetched: so much has come, in per cent.
    Coming(u32),
    /// All of it.
    Here(Array),
}

impl Analyzer {
    /// Starts the worker soon; `report` hears what it says.
    pub fn start(report: impl Fn(Report) + 'static) -> Self {
        let analyzer = Self { inner: Rc::default(), report: Rc::new(report) };
        let (inner, report) = (Rc::downgrade(&analyzer.inner), analyzer.report.clone());
        when_idle(move || {
            // Whoever wanted it may have gone.
            let Some(inner) = inner.upgrade() else { return };
            let analyzer = Self { inner, report };
            // Nor is there anything to do where a text came sooner.
            let is_started = analyzer.inner.borrow().worker.is_some();
            if !is_started {
                analyzer.restart();
                analyzer.prepare();
            }
        });
        analyzer
    }

    /// Fetches the pack if it is lacking.
    pub fn prepare(&self) {
        let way = match self.inner.borrow().pack {
            Pack::Unasked => Way::First,
            Pack::Lacking => Way::Again,
            Pack::Coming(_) | Pack::Here(_) => return,
        };
        self.fetch(way);
    }

    /// Asks for an analysis. One still running for an older request is not waited for if it is long.
    pub fn ask(&self, request: u32, source: Source, strictness: Strictness) {
        let afresh = {
            let inner = self.inner.borrow();
            let failed = inner.worker.as_ref().is_none_or(|running| running.failed);
            let bytes = inner.asked.map(|(_, bytes)| bytes);
            let bytes = bytes.max(inner.explaining.map(|(_, _, bytes)| bytes));
            failed || bytes.is_some_and(|bytes| bytes > WORTH_STOPPING)
        };
        if afresh {
            self.restart();
        }
        self.inner.borrow_mut().waiting = Some((request, source, strictness));
        self.inner.borrow_mut().doubted.clear();
        self.prepare();
        let come = match self.inner.borrow().pack {
            Pack::Coming(percent) => Some(percent),
            _ => None,
        };
        if let Some(percent) = come {
            (self.report)(Report::Fetched(percent));
        }
        send_waiting(&self.inner);
    }

    /// Asks a question. `source` is the text of the request that it is about.
    pub fn explain(&self, request: u32, question: Question, source: Source) {
        if self.inner.borrow().worker.as_ref().is_none_or(|running| running.failed) {
            self.restart();
        }
        {
            let doubted = &mut self.inner.borrow_mut().doubted;
            let kind = std::mem::discriminant(&question);
            doubted.retain(|(_, other, _)| std::mem::discriminant(other) != kind);
            doubted.push((request, question, source));
        }
        self.prepare();
        send_waiting(&self.inner);
    }

    /// Stops whatever is running and forgets what waits.
    pub fn stop(&self) {
        let idle = {
            let mut inner = self.inner.borrow_mut();
            inner.waiting = None;
            inner.doubted.clear();
            inner.asked.is_none()
        };
        if !idle {
            self.restart();
        }
    }

    /// Ends long work for requests before this one, which nobody waits for any more; short work ends by itself before a
    /// worker could be started again. Reasons are still looked for.
    pub fn leave_older(&self, request: u32) {
        let running = {
            let mut inner = self.inner.borrow_mut();
            inner.waiting.take_if(|(waiting, ..)| *waiting < request);
            inner.asked.is_some_and(|(asked, bytes)| asked < request && bytes > WORTH_STOPPING)
        };
        if running {
            self.restart();
        }
    }

    fn fetch(&self, way: Way) {
        self.inner.borrow_mut().pack = Pack::Coming(0);
        let (inner, report) = (self.inner.clone(), self.report.clone());
        spawn_local(async move {
            let come = |percent| {
                inner.borrow_mut().pack = Pack::Coming(percent);
                tell_come(&inner, &*report, percent);
            };
            match pack::fetch(way, come).await {
                Ok(parts) => {
                    inner.borrow_mut().pack = Pack::Here(parts);
                    tell_come(&inner, &*report, 100);
                    send_pack(&inner);
                }
                Err(trouble) => lack(&inner, &*report, trouble),
            }
        });
    }

    fn restart(&self) {
        self.inner.borrow_mut().asked = None;
        self.inner.borrow_mut().explaining = None;
        match Worker::new(&places::address(WORKER)) {
            Ok(worker) => {
                self.inner.borrow_mut().worker = Some(attach(worker, &self.inner, &self.report));
            }
            Err(_) => (self.report)(Report::Broken(failure("the browser cannot start a worker"))),
        }
    }
}

/// So much of the pack has come: the page draws itself anew for that, which is wasted where nobody waits.
fn tell_come(inner: &RefCell<Inner>, report: &dyn Fn(Report), percent: u32) {
    let is_awaited = inner.borrow().waiting.is_some();
    if is_awaited {
        report(Report::Fetched(percent));
    }
}

fn failure(sentence: &str) -> Trouble {
    Trouble::Analyzer { sentence: sentence.to_owned() }
}

/// Listens to a worker.
fn attach(worker: Worker, inner: &Rc<RefCell<Inner>>, report: &Rc<dyn Fn(Report)>) -> Running {
    let on_message = {
        let (inner, report) = (inner.clone(), report.clone());
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            hear(event.data(), &inner, &report)
        })
    };
    let on_error = {
        let (inner, report) = (inner.clone(), report.clone());
        Closure::<dyn FnMut(ErrorEvent)>::new(move |_event: ErrorEvent| {
            let (request, explaining) = {
                let mut inner = inner.borrow_mut();
                if let Some(running) = inner.worker.as_mut() {
                    running.failed = true;
                    running.stage = Stage::Starting;
                }
                let asked = inner.asked.take().map(|(request, _)| request);
                let request = inner.waiting.take().map(|(request, ..)| request).or(asked);
                let doubted: Vec<_> =
                    inner.doubted.drain(..).map(|(of, question, _)| (of, question)).collect();
                let explaining = inner.explaining.take().map(|(of, question, _)| (of, question));
                (request, explaining.into_iter().chain(doubted))
            };
            let trouble = failure("the analyser stopped unexpectedly");
            let mut left: Vec<_> = explaining.map(|(of, question)| question.unanswered(of)).collect();
            match request {
                Some(request) => left = vec![Report::Answer(request, Err(trouble))],
                None if left.is_empty() => left.push(Report::Broken(trouble)),
                None => {}
            }
            left.into_iter().for_each(&*report);
        })
    };
    Running::new(worker, on_message, on_error)
}

/// Takes in what a worker says.
fn hear(message: JsValue, inner: &Rc<RefCell<Inner>>, report: &Rc<dyn Fn(Report)>) {
    match FromWorker::from_js(message) {
        Some(FromWorker::Started) => {
            enter(inner, Stage::Started);
            send_pack(inner);
        }
        Some(FromWorker::Ready) => {
            enter(inner, Stage::Ready);
            report(Report::Ready);
        }
        Some(FromWorker::Unfit(sentence)) => {
            enter(inner, Stage::Started);
            lack(inner, &**report, Trouble::BadPack { sentence });
        }
        Some(FromWorker::Answer(request, answer)) => {
            inner.borrow_mut().asked = None;
            // Reading a long answer takes time: not if a newer text is waiting.
            let wanted = inner.borrow().waiting.is_none();
            if wanted && answer.is_long() {
                spawn_local(read_in_pieces(request, answer, inner.clone(), report.clone()));
            } else if wanted {
                report(Report::Answer(request, answer.document().map(Box::new)));
            }
        }
        Some(FromWorker::Why(request, mention, why)) => {
            inner.borrow_mut().explaining = None;
            report(Report::Why(request, mention, why));
        }
        Some(FromWorker::Layers(request, sentence, layers)) => {
            inner.borrow_mut().explaining = None;
            report(Report::Layers(request, sentence, layers));
        }
        None => {}
    }
    send_waiting(inner);
}

/// Reads a long answer with pauses, in which the browser does what the reader asks of it.
async fn read_in_pieces(request: u32, answer: Answer, inner: Rc<RefCell<Inner>>, report: Rc<dyn Fn(Report)>) {
    TimeoutFuture::new(0).await;
    let read = answer.without_words();
    TimeoutFuture::new(0).await;
    let read = read.and_then(|(document, words)| words.read_into(document));
    TimeoutFuture::new(0).await;
    if inner.borrow().waiting.is_none() {
        report(Report::Answer(request, read.map(Box::new)));
    }
}

fn enter(inner: &RefCell<Inner>, stage: Stage) {
    if let Some(running) = inner.borrow_mut().worker.as_mut() {
        running.stage = stage;
    }
}

/// There is no pack to use: whoever waits is told why.
fn lack(inner: &RefCell<Inner>, report: &dyn Fn(Report), trouble: Trouble) {
    let waiting = {
        let mut inner = inner.borrow_mut();
        inner.pack = Pack::Lacking;
        inner.waiting.take()
    };
    report(match waiting {
        Some((request, ..)) => Report::Answer(request, Err(trouble)),
        None => Report::Broken(trouble),
    });
}

fn send_pack(inner: &RefCell<Inner>) {
    let mut inner = inner.borrow_mut();
    let inner = &mut *inner;
    if let (Some(running), Pack::Here(parts)) = (&mut inner.worker, &inner.pack)
        && running.stage == Stage::Started
    {
        let _ = running.worker.post_message(&teach(parts));
        running.stage = Stage::Learning;
    }
}

fn send_waiting(inner: &RefCell<Inner>) {
    let mut inner = inner.borrow_mut();
    if inner.asked.is_some()
        || inner.explaining.is_some()
        || !inner.worker.as_ref().is_some_and(|running| running.stage == Stage::Ready)
    {
        return;
    }
    let Some((request, source, strictness)) = inner.waiting.take() else {
        return send_doubted(&mut inner);
    };
    inner.asked = Some((request, source.content.len()));
    if let Some(running) = &inner.worker {
        let _ = running.worker.post_message(&ask(request, source.format, strictness, &source.content));
    }
}

fn send_doubted(inner: &mut Inner) {
    if inner.doubted.is_empty() {
        return;
    }
    let (request, question, source) = inner.doubted.remove(0);
    inner.explaining = Some((request, question, source.content.len()));
    if let Some(running) = &inner.worker {
        let _ = running.worker.post_message(&question.message(request, &source));
    }
}
