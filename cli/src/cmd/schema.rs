//! `whosaid schema`: the JSON Schema of a Document.

use std::process::ExitCode;

use crate::fault::Fault;
use crate::sink::Sink;

pub fn run() -> Result<ExitCode, Fault> {
    let mut sink = Sink::open(None)?;
    sink.write(whosaid::document::JSON_SCHEMA.as_bytes())?;
    sink.finish()?;
    Ok(ExitCode::SUCCESS)
}
