//! The project's own commands: `cargo xtask serve`, `cargo xtask test` and the rest. The whole of CI is in here too.

mod baselines;
mod budget;
mod checks;
mod cmd;
mod data;
mod evaluation;
mod packages;
mod process;
mod project;
mod setup;
mod wasm_bench;
mod wasm_crate;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use project::Project;

/// Sets up, builds, serves and checks Whosaid.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = AFTER_HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Missing tools are installed with pinned versions into a cache folder of the project's own
(whosaid/ under $XDG_CACHE_HOME or ~/.cache), never among your own. Environment:
  CHROMIUM       the Chromium or Chrome that runs the end-to-end tests
  FIREFOX        the Firefox that runs the main ones again
  WHOSAID_DATA   the folder with the exams and their corpora (default: ../shared)";

#[derive(Subcommand)]
enum Command {
    /// Build the page, serve it on 127.0.0.1 and rebuild it when a file changes
    Serve(cmd::serve::Serve),
    /// Run every check, or some of them
    Test(cmd::test::Test),
    /// Install what is missing for serve and test, and do nothing else
    Setup(cmd::setup::Setup),
    /// Build the page into dist/
    Build(cmd::build::Build),
    /// Make the npm package and the folder of the element, into packages/
    Package(cmd::package::Package),
    /// Make models/en.pack again, after a change of seeds/lexicons
    Pack(cmd::pack::Pack),
    /// Learn the network of a recipe and pack it
    Train(cmd::train::Train),
    /// Take every stage's measures and compare the scores with xtask/baselines.toml
    Eval(cmd::eval::Eval),
    /// Measure bytes, speed and time to the first analysed article; add them to bench/results
    Bench(cmd::bench::Bench),
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not as anyhow prints it: people need the sentence, not where in this program it came from.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let project = Project::here()?;
    match command {
        Command::Serve(serve) => serve.run(&project),
        Command::Test(test) => test.run(&project),
        Command::Setup(setup) => setup.run(&project),
        Command::Build(build) => build.run(&project),
        Command::Package(package) => package.run(&project),
        Command::Pack(pack) => pack.run(&project),
        Command::Train(train) => train.run(&project),
        Command::Eval(eval) => eval.run(&project),
        Command::Bench(bench) => bench.run(&project),
    }
}
