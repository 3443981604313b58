//! `whosaid analyze`: texts in, Documents out, in the order of the texts.

use std::process::ExitCode;

use crossbeam_channel::{Receiver, bounded};
use whosaid::{Input, Models, Options};

use crate::args::AnalyzeArgs;
use crate::fault::{Fault, complain};
use crate::job::{Format, Job};
use crate::model;
use crate::pipeline::{self, End};
use crate::progress::Progress;
use crate::record::Failure;
use crate::sink::Sink;
use crate::task::{Task, tasks};
use crate::written::{Beside, Frame, written};

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
    let mut beside = Beside::new(&job.format);

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
        beside.keep(done.beside);
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
            beside.finish()?;
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
    /// What to write into a second file.
    beside: Option<String>,
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
            let written = Some(written(&document, &meta, format));
            Done { written, beside: Beside::of(document, format), complaint: None, bytes }
        }
        Err(fault) => {
            let complaint = fault.to_string();
            let written = failure(id.as_deref(), &complaint, format);
            Done { written, beside: None, complaint: Some(complaint), bytes }
        }
    }
}

/// Formats of records keep the place of a text that failed, others leave it out.
fn failure(id: Option<&str>, error: &str, format: &Format) -> Option<Vec<u8>> {
    match format {
        Format::Json { list: true, .. } | Format::Jsonl { .. } => {
            Some(serde_json::to_vec(&Failure { id, error }).unwrap_or_default())
        }
        _ => None,
    }
}
