//! The page: it builds, and readers' ways through it work in a real browser.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Check, Outcome, Part, Verdict, Workshop, program_check};
use crate::cmd::build::trunk_build;
use crate::process::{captured, tail};
use crate::setup::{FOR_PAGE, Need};

const FOR_CHROMIUM: &[Need] = &[Need::Node, Need::Chromium, Need::E2ePackages];
const FOR_FIREFOX: &[Need] = &[Need::Node, Need::Firefox, Need::E2ePackages];
const FOR_BOTH: &[Need] = &[Need::Node, Need::Chromium, Need::Firefox, Need::E2ePackages];

/// In the order they run.
pub const CHECKS: &[Check] = &[
    Check { name: "page", about: "trunk builds the page", needs: FOR_PAGE, run: page },
    Check {
        name: "e2e-harness",
        about: "the end-to-end tests can fail: errors and outside requests are seen",
        needs: FOR_BOTH,
        run: harness,
    },
    Check {
        name: "e2e",
        about: "the flows in e2e/flows, in headless Chromium",
        needs: FOR_CHROMIUM,
        run: |shop| flows(shop, "page", "chromium", &[]),
    },
    Check {
        name: "e2e-firefox",
        about: "the main flows again, those in e2e/firefox, in headless Firefox",
        needs: FOR_FIREFOX,
        run: |shop| flows(shop, "page", "firefox", &[]),
    },
    Check {
        name: "lighthouse",
        about: "Lighthouse gives the page at least 95 for accessibility and best practices",
        needs: FOR_CHROMIUM,
        run: lighthouse,
    },
];

fn page(shop: &Workshop) -> Result<Verdict> {
    // The flows must never run on an older page because this one did not build.
    if shop.project.dist.exists() {
        fs::remove_dir_all(&shop.project.dist)?;
    }
    program_check(&trunk_build(shop.project, shop.tools, true)?)
}

fn harness(shop: &Workshop) -> Result<Verdict> {
    let tests =
        ["harness", "firefox", "pictures", "lighthouse"].map(|name| format!("e2e/harness/{name}.test.mjs"));
    let arguments = ["--test", "--test-reporter=spec"].into_iter().chain(tests.iter().map(String::as_str));
    program_check(&shop.tools.program(shop.project, "node", arguments)?)
}

fn lighthouse(shop: &Workshop) -> Result<Verdict> {
    let dist = shop.project.dist.to_string_lossy();
    program_check(&shop.tools.program(shop.project, "node", ["e2e/lighthouse.mjs", &dist])?)
}

/// The flows of a suite of e2e/run.mjs, in a browser.
pub fn flows(shop: &Workshop, suite: &str, browser: &str, more: &[&str]) -> Result<Verdict> {
    let report = shop.project.target.join(format!("e2e-{suite}-{browser}.jsonl"));
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let path = report.to_string_lossy();
    let arguments = ["e2e/run.mjs", "--suite", suite, "--browser", browser, "--report", &path];
    let arguments = arguments.iter().chain(more).copied();
    let node = shop.tools.program(shop.project, "node", arguments)?;
    let finished = captured(&node.env("WHOSAID_DATA", &shop.project.data), super::HALF_AN_HOUR)?;
    let Ok(lines) = fs::read_to_string(&report) else {
        return Ok(Verdict::One(Outcome::Failed(tail(&finished.output, super::LINES_SHOWN))));
    };
    lines.lines().map(part).collect::<Result<_>>().map(Verdict::Parts)
}

/// Reads one line of the runner's report.
fn part(line: &str) -> Result<Part> {
    let value: Value =
        serde_json::from_str(line).context("the end-to-end report has a line that is no JSON")?;
    let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Part {
        name: text("name"),
        elapsed: Duration::from_secs_f64(
            value.get("seconds").and_then(Value::as_f64).unwrap_or_default().max(0.0),
        ),
        outcome: match text("outcome").as_str() {
            "passed" => Outcome::Passed,
            "skipped" => Outcome::Skipped(text("message")),
            _ => Outcome::Failed(text("message")),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_a_known_outcome_is_a_failure() -> Result<()> {
        let passed = part(r#"{"name":"paste","outcome":"passed","seconds":1.5}"#)?;
        assert!(matches!(passed.outcome, Outcome::Passed));
        assert_eq!((passed.name.as_str(), passed.elapsed.as_millis()), ("paste", 1500));
        assert!(matches!(part(r#"{"name":"x"}"#)?.outcome, Outcome::Failed(_)));
        assert!(part("not json").is_err());
        Ok(())
    }
}
