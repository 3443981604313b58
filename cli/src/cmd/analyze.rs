//! `whosaid analyze`: texts in, Documents out, in the order of the texts.

use std::process::ExitCode;

use crossbeam_channel::{Receiver, bounded};
use whosaid::export::{csv, markdown};
use whosaid::{Document, Input, Models, Options};

use crate::args::{AnalyzeArgs, PartArg};
use crate::fault::{Fault, complain};
use crate::job::{Format, Job};
use crate::lines::Meta;
use crate::model;
use crate::pipeline::{self, End};
use crate::progress::Progress;
use crate::record::{Failure, Record};
use crate::report::report;
use crate::sink::Sink;
use crate::task::{Task, tasks};

/// The exit status of a program that Ctrl-C has ended.
const INTERRUPTED: u8 = 130;

pub fn run(args: &AnalyzeArgs) -> Result<ExitCode, Fault> {
    let job = Job::new(args)?;
    let models = model::load(args.model.as_deref())?;
    let options = Options { offset_unit: job.offset_unit, strictness: job.strictness, ..Options::default() };
    let mut sink = Sink::open(job.output.as_deref())?;
    let mut frame = Frame::new(&job.format);
    let mut progress = Progress::new(job.progress, &job.places);
    let mut failures = 0_u64;

    let texts = tasks(job.places, options.limit_bytes);
    let format = job.format.clone();
    let work = move |task: Task| done(task, &models, &options, &format);
    sink.write(frame.opening().as_bytes())?;
    let end = pipeline::run(texts, work, job.jobs, &interrupts(), |done: Done| {
        progress.advance(done.bytes);
        if let Some(complaint) = &done.complaint {
            failures += 1;
            progress.aside(|| complain(complaint));
        }
        match done.written {
            Some(written) => sink.write(&frame.around(written)),
            None => Ok(()),
        }
    })?;
    progress.finish();
    match end {
        // What stands on standard output is whole; a file would be a part that looks like all.
        End::Interrupted if job.output.is_some() => Ok(ExitCode::from(INTERRUPTED)),
        End::Interrupted => {
            sink.write(frame.closing().as_bytes())?;
            Ok(ExitCode::from(INTERRUPTED))
        }
        End::Finished => {
            sink.write(frame.closing().as_bytes())?;
            sink.finish()?;
            Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
    }
}

/// Something arrives when the program is asked to end; asked twice, it ends at once.
fn interrupts() -> Receiver<()> {
    let (stop, interrupt) = bounded(1);
    let handled = ctrlc::set_handler(move || {
        if stop.try_send(()).is_err() {
            std::process::exit(i32::from(INTERRUPTED));
        }
    });
    // Without a handler Ctrl-C ends the program as it ends any other.
    if handled.is_err() { crossbeam_channel::never() } else { interrupt }
}

/// What became of one task.
struct Done {
    /// What to write; nothing for a failure in a format that has no room for one.
    written: Option<Vec<u8>>,
    complaint: Option<String>,
    bytes: u64,
}

fn done(task: Task, models: &Models, options: &Options, format: &Format) -> Done {
    let Task { name, id, bytes, body } = task;
    let analysed = body.and_then(|body| {
        let input = Input { text: &body.text, format: body.format, id: id.as_deref() };
        let document = whosaid::analyze(&input, models, options);
        Ok((document.map_err(|error| Fault::Refused { name, error })?, body.meta))
    });
    match analysed {
        Ok((document, meta)) => {
            Done { written: Some(written(&document, &meta, format)), complaint: None, bytes }
        }
        Err(fault) => {
            let complaint = fault.to_string();
            Done { written: failure(id.as_deref(), &complaint, format), complaint: Some(complaint), bytes }
        }
    }
}

fn written(document: &Document, meta: &Meta, format: &Format) -> Vec<u8> {
    let json = |only: &[PartArg]| {
        // Strings, numbers and lists only: serde_json has no reason to refuse.
        serde_json::to_vec(&Record { document, meta, only }).unwrap_or_default()
    };
    match format {
        Format::Json { only, .. } | Format::Jsonl { only } => json(only),
        Format::Csv => csv::rows(document).into_bytes(),
        Format::Markdown => markdown::markdown(document).into_bytes(),
        Format::Text(look) => report(document, look).into_bytes(),
    }
}

/// Formats of records keep the place of a text that failed, others leave it out.
fn failure(id: Option<&str>, error: &str, format: &Format) -> Option<Vec<u8>> {
    match format {
        Format::Json { list: true, .. } | Format::Jsonl { .. } => {
            Some(serde_json::to_vec(&Failure { id, error }).unwrap_or_default())
        }
        Format::Json { list: false, .. } | Format::Csv | Format::Markdown | Format::Text(_) => None,
    }
}

/// What stands before, between and after the texts of a format.
struct Frame {
    opening: String,
    between: &'static str,
    after_each: &'static str,
    closing: &'static str,
    first: bool,
}

impl Frame {
    fn new(format: &Format) -> Self {
        let frame = |opening: &str, between, after_each, closing| Self {
            opening: opening.to_owned(),
            between,
            after_each,
            closing,
            first: true,
        };
        match format {
            Format::Json { list: true, .. } => frame("[", ",\n", "", "]\n"),
            Format::Json { list: false, .. } | Format::Jsonl { .. } => frame("", "", "\n", ""),
            Format::Csv => frame(&csv::header(), "", "", ""),
            Format::Markdown => frame("", "\n---\n\n", "", ""),
            Format::Text(_) => frame("", "\n", "", ""),
        }
    }

    fn opening(&self) -> &str {
        &self.opening
    }

    fn around(&mut self, written: Vec<u8>) -> Vec<u8> {
        let mut whole = if self.first { Vec::new() } else { self.between.as_bytes().to_vec() };
        self.first = false;
        whole.extend(written);
        whole.extend(self.after_each.as_bytes());
        whole
    }

    fn closing(&self) -> &'static str {
        self.closing
    }
}
