//! What others install: the npm package in Node and in a bundler's build, the element on other people's pages.

use anyhow::{Result, bail};

use super::e2e::flows;
use super::{Check, HALF_AN_HOUR, Verdict, Workshop, program_check};
use crate::packages;
use crate::process::captured;
use crate::setup::Need;

const FOR_NPM: &[Need] =
    &[Need::Node, Need::E2ePackages, Need::Chromium, Need::WasmTarget, Need::WasmBindgen, Need::WasmOpt];

const FOR_FIREFOX: &[Need] =
    &[Need::Node, Need::E2ePackages, Need::Firefox, Need::WasmTarget, Need::WasmBindgen, Need::WasmOpt];

/// In the order they run.
pub const CHECKS: &[Check] = &[
    Check {
        name: "npm",
        about: "the npm package works in Node and in a build of Vite, from a fresh folder",
        needs: FOR_NPM,
        run: npm,
    },
    Check {
        name: "widget",
        about: "the element on its examples and on bad days, the flows in e2e/widget, in headless Chromium",
        needs: FOR_NPM,
        run: widget,
    },
    Check {
        name: "widget-firefox",
        about: "the main ones again, those in e2e/widget-firefox, in headless Firefox",
        needs: FOR_FIREFOX,
        run: |shop| widget_flows(shop, "firefox"),
    },
];

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

fn widget(shop: &Workshop) -> Result<Verdict> {
    widget_flows(shop, "chromium")
}

/// The flows over a site made anew, whichever of the two checks was asked for.
fn widget_flows(shop: &Workshop, browser: &str) -> Result<Verdict> {
    packages::make(shop.project, shop.tools, true)?;
    let site = shop.project.target.join("widget-site");
    let (from, to) = (shop.project.packages.to_string_lossy(), site.to_string_lossy());
    let make = shop.tools.program(shop.project, "node", ["e2e/widget_site.mjs", &from, &to])?;
    let finished = captured(&make, HALF_AN_HOUR)?;
    if !finished.success {
        bail!("{}\nthe site of the examples could not be made", finished.output);
    }
    flows(shop, "widget", browser, &["--dist", &to])
}
