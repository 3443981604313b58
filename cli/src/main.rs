//! The command `whosaid`.

mod args;
mod cmd;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match args::Args::parse().command {
        args::Command::Analyze(args) => cmd::analyze::run(&args),
    }
}
