//! What was written on the command line, as it was written.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use whosaid::Strictness;

/// Finds who and what a news article is about, and who said what.
///
/// Reads plain text, HTML pages or JSON lines. Nothing is sent anywhere.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES, arg_required_else_help = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  whosaid analyze article.txt                  a report to read, in colour on a terminal
  whosaid analyze page.html --format csv       one row a quotation
  whosaid analyze *.txt --format jsonl --output all.jsonl
  whosaid export analysis.json --format tei    a saved analysis in another format
  whosaid compare one.txt other.txt            who speaks in both, and what they are said to have said
  whosaid explain article.txt --quote 3        why it thinks so
  whosaid explain article.txt --name Haniyeh   why it takes this for a person
  whosaid explain article.txt --sentence 4     how it read this sentence, layer by layer";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Analyse articles
    #[command(after_help = ANALYZE_EXAMPLES)]
    Analyze(AnalyzeArgs),
    /// Write analyses that were saved as JSON in another format, without analysing again
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(ExportArgs),
    /// Tell who speaks in two articles on one story, and what each has of them
    #[command(after_help = COMPARE_EXAMPLES)]
    Compare(CompareArgs),
    /// Say in plain words why a quotation was found, a name taken for what it is, or how a sentence was read
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
    /// Print the JSON Schema of a Document
    Schema,
}

const ANALYZE_EXAMPLES: &str = "\
Examples:
  whosaid analyze article.txt
  curl -s https://example.org/story | whosaid analyze --input html --format markdown
  whosaid analyze --input jsonl --format jsonl --jobs 8 < archive.jsonl > documents.jsonl
  whosaid analyze article.txt --format html --output article.html
  whosaid analyze article.txt --format brat --output article.ann    writes article.txt too, unless it is there
  whosaid analyze article.txt --strictness everything    doubtful quotations too
  CLICOLOR_FORCE=1 whosaid analyze --format text article.txt | less -R

JSON lines: one {\"id\": …, \"text\": …} or {\"id\": …, \"html\": …} a line. Other fields are kept under \"meta\". A line
that cannot be read gives {\"id\": …, \"error\": …} in its place and a message with its number on standard error.

Exit status: 0 all well; 1 something could not be analysed or written; 2 wrong usage; 130 stopped by Ctrl-C.";

const EXPORT_EXAMPLES: &str = "\
Examples:
  whosaid analyze article.txt --output analysis.json
  whosaid export analysis.json --format tei --output article.xml
  whosaid export analysis.json --format brat --output article.ann
  whosaid export documents.jsonl --format conllu > documents.conllu

The file holds one Document, a list of them, or one a line. The formats html, w3c, tei and brat hold one text each: a
file with several is refused.";

const COMPARE_EXAMPLES: &str = "\
Examples:
  whosaid compare one.txt other.html
  whosaid compare saved.json other.txt --output compared.txt

Files that end in .json hold an analysis that was saved; it is not made again. People are the same by their full names, or by
the last name where nobody else in the articles has it; who has no name, where both articles call them the same.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  whosaid explain article.txt --quote 3
  whosaid explain article.txt                  all of them
  whosaid explain article.txt --name Haniyeh   why it is taken for a person
  whosaid explain article.txt --name \"Gulf of Aden\" --place 2
  whosaid explain article.txt --sentence 4     its words, tree, names, whom “he” means, cue, content, speaker
  whosaid explain article.txt --at 812 --format json

The numbers of quotations are those of the report, and the ids of the quotes in JSON, with the same --strictness. A
name is explained at its first place in the article unless --place says otherwise: the same name may be clear at one
and doubtful at another.";

#[derive(Debug, clap::Args)]
pub struct AnalyzeArgs {
    /// Files to read; `-` or none for standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Form of the input; `auto` goes by the ending of the file's name, then by its first characters
    #[arg(long, value_enum, default_value_t = InputArg::Auto)]
    pub input: InputArg,
    /// Form of the output [default: text on a terminal, else json]
    #[arg(long, value_enum)]
    pub format: Option<FormatArg>,
    /// What every start and end counts
    #[arg(long, value_enum, default_value_t = OffsetsArg::Codepoint)]
    pub offsets: OffsetsArg,
    /// How sure a quotation must be to be given: fewer that are right more often, or more
    #[arg(long, value_enum, default_value_t = StrictnessArg::Balanced)]
    pub strictness: StrictnessArg,
    /// Parts of each Document to write, as in `quotes,entities` [default: all]; for json and jsonl
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART,…")]
    pub only: Vec<PartArg>,
    /// Write cells of CSV as they are, also those that a spreadsheet would run as formulas (`=`, `+`, `-`, `@` …); without
    /// this they begin with an apostrophe
    #[arg(long)]
    pub csv_raw: bool,
    /// File to write; it is written whole or not at all [default: standard output]
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Texts to analyse at the same time [default: one for each core]
    #[arg(long, short, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Model pack to analyse with [default: the one inside the program]
    #[arg(long, value_name = "PACK")]
    pub model: Option<PathBuf>,
    /// Whether to show progress on standard error; `auto` does for long runs on a terminal
    #[arg(long, value_enum, default_value_t = ProgressArg::Auto)]
    pub progress: ProgressArg,
}

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// File with Documents as JSON or JSON lines; `-` for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Form of the output
    #[arg(long, value_enum)]
    pub format: FormatArg,
    /// Log of corrections to make first, as the page saves it; each Document gets those that have a place in it
    #[arg(long, value_name = "LOG")]
    pub corrections: Option<PathBuf>,
    /// Write cells of CSV as they are, also those that a spreadsheet would run as formulas (`=`, `+`, `-`, `@` …); without
    /// this they begin with an apostrophe
    #[arg(long)]
    pub csv_raw: bool,
    /// File to write; it is written whole or not at all [default: standard output]
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct CompareArgs {
    /// One article, or its analysis saved as .json
    #[arg(value_name = "FIRST")]
    pub first: PathBuf,
    /// The other
    #[arg(value_name = "SECOND")]
    pub second: PathBuf,
    /// Form of the input
    #[arg(long, value_enum, default_value_t = InputArg::Auto)]
    pub input: InputArg,
    /// How sure a quotation must be to be given
    #[arg(long, value_enum, default_value_t = StrictnessArg::Balanced)]
    pub strictness: StrictnessArg,
    /// File to write; it is written whole or not at all [default: standard output]
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Model pack to analyse with [default: the one inside the program]
    #[arg(long, value_name = "PACK")]
    pub model: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct ExplainArgs {
    /// File to read; `-` for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Number of the quotation [default: all]
    #[arg(long, short, value_name = "N")]
    pub quote: Option<u32>,
    /// A name, as it stands in the article or in full; capitals do not matter
    #[arg(long, short, value_name = "WORDS", conflicts_with = "quote")]
    pub name: Option<String>,
    /// Which of the places where the name stands
    #[arg(long, value_name = "N", default_value_t = 1, requires = "name")]
    pub place: usize,
    /// Number of a sentence, to be told layer by layer
    #[arg(long, value_name = "N", conflicts_with_all = ["quote", "name"])]
    pub sentence: Option<u32>,
    /// The sentence at this place of the text, in code points
    #[arg(long, value_name = "OFFSET", conflicts_with_all = ["quote", "name", "sentence"])]
    pub at: Option<u32>,
    /// Form of what is told of a sentence
    #[arg(long, value_enum, default_value_t = LayersFormatArg::Text)]
    pub format: LayersFormatArg,
    /// Form of the input
    #[arg(long, value_enum, default_value_t = InputArg::Auto)]
    pub input: InputArg,
    /// How sure a quotation must be to be explained; the same choice as for `analyze` keeps the numbers the same
    #[arg(long, value_enum, default_value_t = StrictnessArg::Balanced)]
    pub strictness: StrictnessArg,
    /// Model pack to analyse with [default: the one inside the program]
    #[arg(long, value_name = "PACK")]
    pub model: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LayersFormatArg {
    /// Lines to read
    Text,
    /// One object, as docs/SCHEMA.md describes it
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputArg {
    Auto,
    /// Plain text
    Text,
    /// HTML pages
    Html,
    /// JSON lines
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// A report to read
    Text,
    /// One Document, or a list of them
    Json,
    /// One Document a line
    Jsonl,
    /// One row a quotation
    Csv,
    /// A report for notes and web pages
    Markdown,
    /// The article with its marks, one page without script
    Html,
    /// W3C Web Annotations (JSON-LD)
    #[value(alias = "jsonld")]
    W3c,
    /// TEI P5 (XML)
    Tei,
    /// brat standoff, two files: --output NAME.ann writes NAME.txt too
    Brat,
    /// CoNLL-U, a line a word
    Conllu,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OffsetsArg {
    /// Bytes of UTF-8
    Byte,
    /// UTF-16 units, as in JavaScript
    Utf16,
    /// Unicode code points, as in Python
    Codepoint,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StrictnessArg {
    /// Only quotations that are surely right; more are missed
    Strict,
    /// About as many are missed as are wrong
    Balanced,
    /// All that may be quotations; more are wrong
    Everything,
}

impl From<StrictnessArg> for Strictness {
    fn from(written: StrictnessArg) -> Self {
        match written {
            StrictnessArg::Strict => Self::Strict,
            StrictnessArg::Balanced => Self::Balanced,
            StrictnessArg::Everything => Self::Everything,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProgressArg {
    Auto,
    Never,
}

/// The parts of a Document, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum PartArg {
    Text,
    Title,
    Blocks,
    Sentences,
    Tokens,
    Mentions,
    Entities,
    Quotes,
    Notices,
}
