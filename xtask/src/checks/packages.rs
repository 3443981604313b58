//! What others install: the npm package in Node and in a bundler's build, the element on other people's pages.

use anyhow::Result;

use super::{Check, Verdict, Workshop, program_check};
use crate::packages;
use crate::setup::Need;

const FOR_NPM: &[Need] =
    &[Need::Node, Need::E2ePackages, Need::Chromium, Need::WasmTarget, Need::WasmBindgen, Need::WasmOpt];

/// In the order they run.
pub const CHECKS: &[Check] = &[Check {
    name: "npm",
    about: "the npm package works in Node and in a build of Vite, from a fresh folder",
    needs: FOR_NPM,
    run: npm,
}];

fn npm(shop: &Workshop) -> Result<Verdict> {
    let made = packages::make(shop.project, shop.tools, true)?;
    let tests = ["types", "node", "vite"].map(|name| format!("e2e/npm/{name}.test.mjs"));
    // One after the other: they share the folder into which the package is installed.
    let arguments = ["--test", "--test-concurrency=1", "--test-reporter=spec"];
    let arguments = arguments.into_iter().chain(tests.iter().map(String::as_str));
    let node = shop.tools.program(shop.project, "node", arguments)?;
    let fresh = shop.project.target.join("npm-test");
    program_check(&node.env("WHOSAID_NPM", made.npm).env("WHOSAID_FRESH", fresh))
}
