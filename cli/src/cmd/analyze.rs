//! `whosaid analyze`: texts in, Documents out.

use std::io::{BufRead, Read, Write};
use std::process::ExitCode;

use serde::Deserialize;
use whosaid::{Document, Input, InputFormat, Models, OffsetUnit, Options, analyze};

use crate::args::{AnalyzeArgs, InputArg, OffsetsArg};

#[derive(Deserialize)]
struct Line {
    id: Option<String>,
    text: Option<String>,
    html: Option<String>,
}

pub fn run(args: &AnalyzeArgs) -> ExitCode {
    match try_run(args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("whosaid: {error}");
            ExitCode::from(1)
        }
    }
}

fn try_run(args: &AnalyzeArgs) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let models = Models::builtin()?;
    let offset_unit = match args.offsets {
        OffsetsArg::Byte => OffsetUnit::Byte,
        OffsetsArg::Utf16 => OffsetUnit::Utf16,
        OffsetsArg::Codepoint => OffsetUnit::Codepoint,
    };
    let options = Options { offset_unit, ..Options::default() };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut files = args.files.clone();
    if files.is_empty() {
        files.push("-".into());
    }
    for file in files {
        let mut reader: Box<dyn BufRead> = if file.as_os_str() == "-" {
            Box::new(std::io::stdin().lock())
        } else {
            Box::new(std::io::BufReader::new(std::fs::File::open(file)?))
        };
        if args.input == InputArg::Jsonl {
            for line in reader.lines() {
                let line: Line = serde_json::from_str(&line?)?;
                let (text, format) = match (&line.text, &line.html) {
                    (_, Some(html)) => (html, InputFormat::Html),
                    (Some(text), None) => (text, InputFormat::Text),
                    (None, None) => return Err("a line has neither text nor html".into()),
                };
                let input = Input { text, format, id: line.id.as_deref() };
                print(&mut out, &analyze(&input, &models, &options)?)?;
            }
        } else {
            let mut text = String::new();
            reader.read_to_string(&mut text)?;
            let format = match args.input {
                InputArg::Text => InputFormat::Text,
                InputArg::Html => InputFormat::Html,
                _ => InputFormat::Auto,
            };
            let input = Input { text: &text, format, id: None };
            print(&mut out, &analyze(&input, &models, &options)?)?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn print(out: &mut impl Write, document: &Document) -> Result<(), Box<dyn std::error::Error>> {
    serde_json::to_writer(&mut *out, document)?;
    out.write_all(b"\n")?;
    Ok(())
}
