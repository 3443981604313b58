//! What the command line means: every default decided, every contradiction refused.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::thread::available_parallelism;

use whosaid::{OffsetUnit, Strictness};

use crate::args::{AnalyzeArgs, FormatArg, InputArg, OffsetsArg, PartArg, ProgressArg};
use crate::fault::Fault;
use crate::report::Look;

/// A run of `whosaid analyze`.
#[derive(Clone, Debug)]
pub struct Job {
    pub places: Vec<Place>,
    pub output: Option<PathBuf>,
    pub format: Format,
    pub offset_unit: OffsetUnit,
    pub strictness: Strictness,
    pub jobs: usize,
    pub progress: bool,
}

/// Where texts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// A file, or standard input.
    pub path: Option<PathBuf>,
    pub form: Form,
}

/// What one place holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One text.
    One(whosaid::InputFormat),
    /// A text a line.
    Lines,
}

/// What is written.
#[derive(Clone, Debug)]
pub enum Format {
    Text(Look),
    /// Without a list around it, there is exactly one text.
    Json {
        only: Vec<PartArg>,
        list: bool,
    },
    Jsonl {
        only: Vec<PartArg>,
    },
    Csv,
    Markdown,
}

impl Place {
    /// The place that a path on the command line means.
    pub fn new(path: PathBuf, input: InputArg) -> Self {
        let path = Some(path).filter(|path| path.as_os_str() != "-");
        let ending = path.as_deref().and_then(|path| path.extension()?.to_str()).unwrap_or_default();
        let form = match (input, ending.to_ascii_lowercase().as_str()) {
            (InputArg::Jsonl, _) | (InputArg::Auto, "jsonl" | "ndjson") => Form::Lines,
            (InputArg::Html, _) | (InputArg::Auto, "html" | "htm" | "xhtml") => {
                Form::One(whosaid::InputFormat::Html)
            }
            (InputArg::Text, _) => Form::One(whosaid::InputFormat::Text),
            (InputArg::Auto, _) => Form::One(whosaid::InputFormat::Auto),
        };
        Self { path, form }
    }

    /// Its name in messages.
    pub fn name(&self) -> String {
        self.path.as_ref().map_or_else(|| "standard input".to_owned(), |path| path.display().to_string())
    }
}

impl Job {
    /// The run that the arguments ask for.
    pub fn new(args: &AnalyzeArgs) -> Result<Self, Fault> {
        let to_terminal = args.output.is_none() && std::io::stdout().is_terminal();
        let mut places: Vec<_> = args.files.iter().map(|path| Place::new(path.clone(), args.input)).collect();
        if places.is_empty() {
            if args.input == InputArg::Auto && std::io::stdin().is_terminal() {
                return Err(Fault::Usage("name a file, or give a text on standard input".to_owned()));
            }
            places.push(Place::new("-".into(), args.input));
        }
        if places.iter().filter(|place| place.path.is_none()).count() > 1 {
            return Err(Fault::Usage("standard input can be read only once".to_owned()));
        }
        let list = places.len() > 1 || places.iter().any(|place| place.form == Form::Lines);
        let format = format(args, to_terminal, list)?;
        Ok(Self {
            progress: args.progress == ProgressArg::Auto && std::io::stderr().is_terminal() && !to_terminal,
            places,
            output: args.output.clone(),
            format,
            offset_unit: match args.offsets {
                OffsetsArg::Byte => OffsetUnit::Byte,
                OffsetsArg::Utf16 => OffsetUnit::Utf16,
                OffsetsArg::Codepoint => OffsetUnit::Codepoint,
            },
            strictness: args.strictness.into(),
            jobs: args.jobs.or_else(|| available_parallelism().ok()).map_or(1, usize::from),
        })
    }
}

fn format(args: &AnalyzeArgs, to_terminal: bool, list: bool) -> Result<Format, Fault> {
    let mut only = args.only.clone();
    only.sort_unstable();
    only.dedup();
    let usual = if to_terminal && only.is_empty() { FormatArg::Text } else { FormatArg::Json };
    let written = args.format.unwrap_or(usual);
    match written {
        FormatArg::Json => Ok(Format::Json { only, list }),
        FormatArg::Jsonl => Ok(Format::Jsonl { only }),
        _ if !only.is_empty() => Err(Fault::Usage(
            "--only chooses parts of a Document: it needs --format json or jsonl".to_owned(),
        )),
        FormatArg::Text => Ok(Format::Text(Look::of_output(args.output.is_some()))),
        FormatArg::Csv => Ok(Format::Csv),
        FormatArg::Markdown => Ok(Format::Markdown),
    }
}
