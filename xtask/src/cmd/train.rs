//! `cargo xtask train`: learns the network of a recipe and packs it.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::process::{in_front, program};
use crate::project::Project;

const AFTER_HELP: &str = "\
Learns from the corpora that the recipe names, below data/ of the data folder, and writes models/NAME.pack. Tells what
is missing. After each epoch the scores on dev are shown and added to log.txt in target/training/NAME, and the state is
kept there: a run that was interrupted goes on where it was when the same command is given again. Remove the folder to
begin anew. The same recipe and data give the same pack, byte for byte, on every machine.

  cargo xtask train                                        models/en.pack, some hours
  cargo xtask train --only attributions                    the network of attributions anew, for the pack that is there
  cargo xtask train --recipe train/recipes/en-open.toml    from openly licensed data alone
  cargo xtask train --recipe train/recipes/mini.toml --data tests/corpus --out target/mini.pack";

/// Learn the network of a recipe and pack it
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Train {
    /// What to learn from and how [default: train/recipes/en.toml]
    #[arg(long, value_name = "FILE")]
    recipe: Option<PathBuf>,
    /// Learn this network alone, on what those in the pack say
    #[arg(long, value_name = "NETWORK", value_parser = ["attributions"])]
    only: Option<String>,
    /// The folder that holds data/ [default: $WHOSAID_DATA, or ../shared]
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// The pack to make [default: models/NAME.pack, with the recipe's name]
    #[arg(long, value_name = "PACK")]
    out: Option<PathBuf>,
    /// Where checkpoints and log are kept [default: target/training/NAME]
    #[arg(long, value_name = "FOLDER")]
    work: Option<PathBuf>,
    /// Stop after so many epochs; the same command without it goes on
    #[arg(long, value_name = "EPOCHS")]
    stop_after: Option<usize>,
}

impl Train {
    /// Runs the command.
    pub fn run(&self, project: &Project) -> Result<()> {
        let recipe = match &self.recipe {
            Some(recipe) => absolute(recipe)?,
            None => project.root.join("train/recipes/en.toml"),
        };
        if !recipe.is_file() {
            bail!("there is no recipe {}; train/recipes/ has some", recipe.display());
        }
        let data = self.data.as_deref().map_or_else(|| Ok(project.data.clone()), absolute)?;
        let mut arguments: Vec<OsString> = [
            "run",
            "--quiet",
            "--release",
            "-p",
            "whosaid-train",
            "--",
            self.only.as_deref().unwrap_or("network"),
        ]
        .map(OsString::from)
        .into();
        arguments.extend(["--recipe".into(), recipe.into(), "--data".into(), data.into()]);
        for (name, place) in [("--out", &self.out), ("--work", &self.work)] {
            if let Some(place) = place {
                arguments.extend([name.into(), absolute(place)?.into()]);
            }
        }
        if let Some(epochs) = self.stop_after {
            arguments.extend(["--stop-after".into(), epochs.to_string().into()]);
        }
        // A target folder of its own: other flags for the compiler would have everything else built again.
        let train = program("cargo", arguments)
            .dir(&project.root)
            .env("CARGO_TARGET_DIR", project.target.join("train"))
            .env("RUSTFLAGS", flags(env::var("RUSTFLAGS").unwrap_or_default()));
        eprintln!("Building the trainer …");
        in_front(&train).context("the network could not be learned")
    }
}

/// A path as the caller means it: the program runs in the project's folder.
fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("no path: {}", path.display()))
}

/// Flags for the compiler: instructions that this processor has. They do not change the results, since the trainer
/// rounds after every operation and sums in a fixed order.
fn flags(given: String) -> String {
    if has_wide_instructions() {
        format!("{given} -Ctarget-cpu=x86-64-v3").trim_start().to_owned()
    } else {
        given
    }
}

#[cfg(target_arch = "x86_64")]
fn has_wide_instructions() -> bool {
    use std::arch::is_x86_feature_detected as has;
    // All that the third level of x86-64 adds.
    has!("avx2")
        && has!("avx")
        && has!("bmi1")
        && has!("bmi2")
        && has!("f16c")
        && has!("fma")
        && has!("lzcnt")
        && has!("movbe")
}

#[cfg(not(target_arch = "x86_64"))]
const fn has_wide_instructions() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_of_the_environment_are_kept() {
        let flags = flags("-Cdebuginfo=1".to_owned());
        assert!(flags.starts_with("-Cdebuginfo=1"));
        assert_eq!(flags.contains("x86-64-v3"), has_wide_instructions());
    }
}
