//! `cargo xtask setup`: installs what is missing, and nothing else.

use anyhow::Result;
use clap::Args;

use crate::project::Project;
use crate::setup::{FOR_PAGE, Need, Tools};

/// Install what is missing for serve and test, and do nothing else
#[derive(Args)]
pub struct Setup {
    /// Only what serving the page needs: no browsers, no packages for the end-to-end tests
    #[arg(long)]
    page_only: bool,
}

impl Setup {
    /// Runs the command.
    pub fn run(&self, project: &Project) -> Result<()> {
        let tests: &[Need] =
            if self.page_only { &[] } else { &[Need::Chromium, Need::Firefox, Need::E2ePackages] };
        Tools::prepare(project, FOR_PAGE.iter().chain(tests).copied())?;
        println!("Everything is there. Tools live in {}", project.cache.display());
        Ok(())
    }
}
