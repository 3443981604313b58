//! `whosaid export`: saved Documents in another format. Opens without models.

use std::path::Path;
use std::process::ExitCode;

use serde_json::value::RawValue;
use whosaid::corrections::{Corrections, apply};
use whosaid::{Document, document};

use crate::args::{ExportArgs, InputArg};
use crate::fault::Fault;
use crate::file;
use crate::job::{Format, Place};
use crate::lines::Meta;
use crate::sink::Sink;
use crate::task::open;
use crate::written::{Beside, Frame, written};

/// A Document is some thirty times as long as its text, which has 20 MB at most.
pub const LIMIT: usize = 1 << 30;

pub fn run(args: &ExportArgs) -> Result<ExitCode, Fault> {
    // Refused before anything is read: what no file could mend.
    Format::new(args.format, &[], false, args.output.as_deref())?.with_cells(args.csv_raw)?;
    let place = Place::new(args.file.clone(), InputArg::Text);
    let json = file::read(&place.name(), open(&place)?, LIMIT)?;
    let mut documents = documents(&place.name(), &json)?;
    if let Some(log) = &args.corrections {
        correct(&mut documents, log)?;
    }
    let format = Format::new(args.format, &[], documents.len() != 1, args.output.as_deref())?
        .with_cells(args.csv_raw)?;
    let mut sink = Sink::open(args.output.as_deref())?;
    let mut frame = Frame::new(&format);
    let mut beside = Beside::new(&format);
    sink.write(frame.opening().as_bytes())?;
    for document in documents {
        sink.write(&frame.around(written(&document, &Meta::default(), &format)))?;
        beside.keep(Beside::of(document, &format));
    }
    sink.write(frame.closing().as_bytes())?;
    beside.finish()?;
    sink.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// Makes the corrections of a log, and tells on standard error which have no place.
fn correct(documents: &mut [Document], log: &Path) -> Result<(), Fault> {
    let place = Place::new(log.to_owned(), InputArg::Text);
    let name = place.name();
    let json = file::read(&name, open(&place)?, LIMIT)?;
    let log: Corrections = serde_json::from_str(&json)
        .map_err(|error| Fault::NotCorrections { name: name.clone(), found: error.to_string() })?;
    for document in documents {
        let corrected = apply(document, &log);
        for left_out in corrected.left_out {
            let of = document.id.as_ref().map_or_else(String::new, |id| format!(" in {id}"));
            anstream::eprintln!(
                "{name}: edit {} is left out{of}: {}",
                left_out.edit + 1,
                left_out.reason.words()
            );
        }
        *document = corrected.document;
    }
    Ok(())
}

/// One Document, a list of them, or one after the other.
pub fn documents(name: &str, json: &str) -> Result<Vec<Document>, Fault> {
    let foreign =
        |error: serde_json::Error| Fault::NotJson { name: name.to_owned(), found: error.to_string() };
    let values: Vec<&RawValue> = if json.trim_start().starts_with('[') {
        serde_json::from_str(json).map_err(foreign)?
    } else {
        let values = serde_json::Deserializer::from_str(json).into_iter::<&RawValue>();
        values.collect::<Result<_, _>>().map_err(foreign)?
    };
    let number = |index: usize| if values.len() > 1 { Some(index + 1) } else { None };
    let read = values.iter().enumerate().map(|(index, value)| {
        let number = number(index);
        document::read(value.get()).map_err(|error| Fault::NotDocument {
            name: name.to_owned(),
            number,
            error,
        })
    });
    read.collect()
}
