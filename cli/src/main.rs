//! The command `whosaid`: reads files, calls the core, writes what it finds.

mod args;
mod cmd;
mod fault;
mod file;
mod job;
mod lines;
mod model;
mod pipeline;
mod progress;
mod record;
mod report;
mod sink;
mod task;
mod written;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use fault::{Fault, complain};

/// Four per cent quicker than that of the system over an archive: an analysis asks for many small pieces.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let ended = match Args::parse().command {
        Command::Analyze(args) => cmd::analyze::run(&args),
        Command::Compare(args) => cmd::compare::run(&args),
        Command::Export(args) => cmd::export::run(&args),
        Command::Explain(args) => cmd::explain::run(&args),
        Command::Schema => cmd::schema::run(),
    };
    match ended {
        Ok(code) => code,
        // Whoever reads our output has seen enough: `whosaid … | head`.
        Err(Fault::Closed) => ExitCode::SUCCESS,
        Err(Fault::Usage(message)) => {
            complain(&message);
            complain("try 'whosaid --help'");
            ExitCode::from(2)
        }
        Err(fault) => {
            complain(&fault.to_string());
            ExitCode::FAILURE
        }
    }
}
