//! What can go wrong, in the sentences people read.

use std::fmt;
use std::io;

use whosaid::document::DocumentError;
use whosaid::{InputError, ModelError};

/// Why something could not be done.
#[derive(Debug)]
pub enum Fault {
    /// The command line contradicts itself.
    Usage(String),
    /// Whoever read our output has gone.
    Closed,
    /// A file cannot be read.
    Unreadable { name: String, error: io::Error },
    /// A folder where a file is expected.
    Folder { name: String },
    /// Bytes that no text has.
    Binary { name: String, position: usize },
    /// UTF-16 or UTF-32.
    Wide { name: String },
    /// Bytes that are not UTF-8.
    NotUtf8 { name: String, byte: u8, position: usize, line: usize },
    /// More bytes than the limit.
    TooLarge { name: String, limit: usize, found: Option<u64> },
    /// A line of JSON lines that is no text.
    BadLine { name: String, line: u64, found: String },
    /// A file to export is not JSON.
    NotJson { name: String, found: String },
    /// A value in a file to export is not a Document; its number where there are several.
    NotDocument { name: String, number: Option<usize>, error: DocumentError },
    /// A file is no log of corrections.
    NotCorrections { name: String, found: String },
    /// The place of brat's text holds another one.
    OtherText { name: String },
    /// The core refuses the text.
    Refused { name: String, error: InputError },
    /// A quotation of that number does not exist.
    NoQuote { name: String, number: u32, quotes: usize },
    /// A sentence of that number does not exist.
    NoSentence { name: String, number: u32, sentences: usize },
    /// No name has these words; the names that are nearest.
    NoName { name: String, words: String, near: Vec<String> },
    /// The name stands at fewer places.
    NoPlace { name: String, words: String, place: usize, places: usize },
    /// The output cannot be written.
    Unwritable { name: String, error: io::Error },
    /// A file is not a model pack for this version.
    Model { name: String, error: ModelError },
    /// A file is larger than any model pack.
    LargeModel { name: String, limit: u64 },
    /// The models inside the program are damaged.
    BuiltinModel(ModelError),
    /// The program is at fault.
    Internal(&'static str),
}

impl Fault {
    /// The fault of writing: a reader that has gone is none.
    pub fn writing(name: &str, error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::Unwritable { name: name.to_owned(), error }
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => f.write_str(message),
            Self::Closed => f.write_str("the reader of the output has gone"),
            Self::Unreadable { name, error } => write!(f, "{name}: cannot be read: {}", reason(error)),
            Self::Folder { name } => write!(f, "{name}: is a folder; name the files in it"),
            Self::Binary { name, position } => write!(
                f,
                "{name}: looks like a binary file (a zero byte at position {position}); expected text, HTML or JSON lines"
            ),
            Self::Wide { name } => write!(
                f,
                "{name}: is UTF-16 or UTF-32; save it as UTF-8, for example with iconv -f UTF-16 -t UTF-8"
            ),
            Self::NotUtf8 { name, byte, position, line } => write!(
                f,
                "{name}: is not UTF-8: byte 0x{byte:02X} at position {position}, line {line}; save it as UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8"
            ),
            Self::TooLarge { name, limit, found } => {
                write!(f, "{name}: is larger than the limit of {limit} bytes")?;
                if let Some(found) = found {
                    write!(f, " ({found} bytes)")?;
                }
                f.write_str("; give one article a file, or one a line with --input jsonl")
            }
            Self::BadLine { name, line, found } => write!(f, "{name}, line {line}: {found}"),
            Self::NotCorrections { name, found } => {
                write!(f, "{name}: is no log of corrections ({found}); docs/SCHEMA.md shows one")
            }
            Self::NotJson { name, found } => {
                write!(
                    f,
                    "{name}: is not JSON: {found}; expected what 'whosaid analyze --format json' or jsonl wrote"
                )
            }
            Self::NotDocument { name, number: None, error } => {
                write!(f, "{name}: {error}; expected what 'whosaid analyze' wrote, without --only")
            }
            Self::NotDocument { name, number: Some(number), error } => write!(
                f,
                "{name}: number {number}: {error}; expected what 'whosaid analyze' wrote, without --only"
            ),
            Self::OtherText { name } => {
                write!(f, "{name}: is there already and holds another text; choose another name for --output")
            }
            Self::Refused { name, error } => write!(f, "{name}: {error}"),
            Self::NoQuote { name, number, quotes: 0 } => {
                write!(f, "{name}: has no quotation {number}: none was found")
            }
            Self::NoQuote { name, number, quotes } => {
                write!(f, "{name}: has no quotation {number}; they are numbered 0 to {}", quotes - 1)
            }
            Self::NoSentence { name, sentences: 0, .. } => write!(f, "{name}: has no sentences"),
            Self::NoSentence { name, number, sentences } => {
                write!(f, "{name}: has no sentence {number}; they are numbered 0 to {}", sentences - 1)
            }
            Self::NoName { name, words, near } => {
                write!(f, "{name}: has no name “{words}”")?;
                match near.as_slice() {
                    [] => f.write_str(": no name was found"),
                    near => write!(f, "; it has {}", near.join(", ")),
                }
            }
            Self::NoPlace { name, words, place, places: 1 } => {
                write!(f, "{name}: has no place {place} of “{words}”; it stands there once")
            }
            Self::NoPlace { name, words, place, places } => {
                write!(f, "{name}: has no place {place} of “{words}”; they are numbered 1 to {places}")
            }
            Self::Unwritable { name, error } => write!(f, "{name}: cannot be written: {}", reason(error)),
            Self::Model { name, error } => write!(
                f,
                "{name}: cannot be used as a model: {error}; use a pack made for whosaid {}, or leave out --model",
                env!("CARGO_PKG_VERSION")
            ),
            Self::LargeModel { name, limit } => {
                write!(f, "{name}: cannot be used as a model: it is larger than the limit of {limit} bytes")
            }
            Self::BuiltinModel(error) => {
                write!(f, "the models inside the program are damaged: {error}; install whosaid again")
            }
            Self::Internal(message) => write!(f, "{message}; this is a fault of whosaid, please report it"),
        }
    }
}

/// The system's reason without its number: "No such file or directory".
fn reason(error: &io::Error) -> String {
    let whole = error.to_string();
    whole.split(" (os error").next().unwrap_or(&whole).to_owned()
}

/// Writes one line to standard error; where that is closed too, nobody is left to tell.
pub fn complain(message: &str) {
    use std::io::Write;
    let style = anstyle::AnsiColor::Red.on_default().bold();
    let _ = writeln!(anstream::stderr().lock(), "{style}whosaid:{style:#} {message}");
}
