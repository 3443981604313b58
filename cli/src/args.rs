//! What was written on the command line, as it was written.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Finds who and what a news article is about, and who said what.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Analyse articles.
    Analyze(AnalyzeArgs),
}

#[derive(Debug, clap::Args)]
pub struct AnalyzeArgs {
    /// Files to read; `-` or none for standard input.
    pub files: Vec<PathBuf>,
    /// Form of the input.
    #[arg(long, value_enum, default_value_t = InputArg::Auto)]
    pub input: InputArg,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t = FormatArg::Json)]
    pub format: FormatArg,
    /// What starts and ends count.
    #[arg(long, value_enum, default_value_t = OffsetsArg::Codepoint)]
    pub offsets: OffsetsArg,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputArg {
    Auto,
    Text,
    Html,
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    Json,
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OffsetsArg {
    Byte,
    Utf16,
    Codepoint,
}
