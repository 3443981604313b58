//! What the command line means: every default decided, every contradiction refused.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use whosaid::export::csv::Cells;
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
    Csv(Cells),
    Markdown,
    Html,
    W3c,
    Tei,
    /// Two files; the text stands at this path.
    Brat {
        text: PathBuf,
    },
    Conllu,
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
        let usual = if to_terminal && args.only.is_empty() { FormatArg::Text } else { FormatArg::Json };
        let format = Format::new(args.format.unwrap_or(usual), &args.only, list, args.output.as_deref())?
            .with_cells(args.csv_raw)?;
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

impl Format {
    /// The format that was written. `list`: there may be several texts, or none.
    pub fn new(
        written: FormatArg,
        only: &[PartArg],
        list: bool,
        output: Option<&Path>,
    ) -> Result<Self, Fault> {
        let mut only = only.to_vec();
        only.sort_unstable();
        only.dedup();
        let parts_chosen = !only.is_empty();
        let format = match written {
            FormatArg::Json => return Ok(Self::Json { only, list }),
            FormatArg::Jsonl => return Ok(Self::Jsonl { only }),
            FormatArg::Text => Self::Text(Look::of_output(output.is_some())),
            FormatArg::Csv => Self::Csv(Cells::Safe),
            FormatArg::Markdown => Self::Markdown,
            FormatArg::Html => Self::Html,
            FormatArg::W3c => Self::W3c,
            FormatArg::Tei => Self::Tei,
            FormatArg::Brat => Self::Brat { text: text_of_brat(output)? },
            FormatArg::Conllu => Self::Conllu,
        };
        if parts_chosen {
            return Err(Fault::Usage(
                "--only chooses parts of a Document: it needs --format json or jsonl".to_owned(),
            ));
        }
        if list && let Some(name) = format.of_one_text() {
            return Err(Fault::Usage(format!(
                "--format {name} holds one text; give one text at a time, each with its own --output"
            )));
        }
        Ok(format)
    }

    /// With the cells of a table as they are, if that is wanted.
    pub fn with_cells(self, raw: bool) -> Result<Self, Fault> {
        match self {
            format if !raw => Ok(format),
            Self::Csv(_) => Ok(Self::Csv(Cells::Raw)),
            _ => Err(Fault::Usage("--csv-raw is about cells of a table: it needs --format csv".to_owned())),
        }
    }

    /// The name of a format whose files hold one text and no more.
    pub const fn of_one_text(&self) -> Option<&'static str> {
        match self {
            Self::Html => Some("html"),
            Self::W3c => Some("w3c"),
            Self::Tei => Some("tei"),
            Self::Brat { .. } => Some("brat"),
            _ => None,
        }
    }
}

/// brat finds the text by the name of the marks' file.
fn text_of_brat(output: Option<&Path>) -> Result<PathBuf, Fault> {
    match output {
        Some(path) if path.extension().is_some_and(|ending| ending == "ann") => {
            Ok(path.with_extension("txt"))
        }
        _ => Err(Fault::Usage(
            "brat standoff is two files: name one with --output NAME.ann, and NAME.txt is written beside it"
                .to_owned(),
        )),
    }
}
