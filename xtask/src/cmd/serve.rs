//! `cargo xtask serve`: builds the page, serves it on 127.0.0.1, rebuilds it when a file changes.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;

use super::build::trunk;
use crate::project::Project;
use crate::setup::{FOR_PAGE, Tools};

const HOW_MANY_PORTS: u16 = 50;

/// Build the page, serve it on 127.0.0.1 and rebuild it when a file changes
#[derive(Args)]
pub struct Serve {
    /// The port; if it is taken, the next free one
    #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Build faster, without link-time optimisation
    #[arg(long)]
    quick: bool,
}

impl Serve {
    /// Runs the command until it is stopped.
    pub fn run(&self, project: &Project) -> Result<()> {
        let tools = Tools::prepare(project, FOR_PAGE.iter().copied())?;
        let port = free_port(self.port)?;
        if port != self.port {
            eprintln!("Port {} is taken; using {port}.", self.port);
        }
        eprintln!("Building the page: about 3 minutes the first time, then seconds …");
        let text = port.to_string();
        let profile = if self.quick { "checks" } else { "release" };
        let mut arguments =
            vec!["serve", "--release", "--cargo-profile", profile, "--address", "127.0.0.1", "--port", &text];
        if self.open {
            arguments.push("--open");
        }
        // An older page must not be taken for the one that is being built.
        if project.dist.exists() {
            fs::remove_dir_all(&project.dist).context("cannot empty dist/")?;
        }
        // No browser keeps a page that changes with every build.
        let server = trunk(project, &tools, &arguments)?.env("WHOSAID_UNKEPT", "1").unchecked().start()?;
        announce_when_ready(port, project.dist.join("index.html"));
        let output = server.wait()?;
        if !output.status.success() {
            bail!("trunk, which builds and serves the page, ended with {}", output.status);
        }
        Ok(())
    }
}

/// The first free port from the wanted one on.
fn free_port(wanted: u16) -> Result<u16> {
    let last = wanted.saturating_add(HOW_MANY_PORTS);
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match (wanted..=last).find(is_free) {
        Some(port) => Ok(port),
        None => bail!("no port from {wanted} to {last} is free on 127.0.0.1: name another with --port"),
    }
}

/// Tells the address when there is a page at it, so that it is the last line on the screen. Trunk also listens after a
/// first build that failed; it has told why by then, and builds again when a file changes.
fn announce_when_ready(port: u16, page: PathBuf) {
    thread::spawn(move || {
        while !page.exists() || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            thread::sleep(Duration::from_millis(200));
        }
        println!("\nWhosaid is at http://127.0.0.1:{port}/  (Ctrl-C stops it)\n");
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_gives_the_next_free_one() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        if port < u16::MAX - HOW_MANY_PORTS {
            assert!(free_port(port)? > port);
        }
        Ok(())
    }
}
