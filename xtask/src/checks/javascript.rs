//! The bindings in node: the same golden results as natively, the options, and no panic on junk.

use anyhow::{Context, Result, bail};
use duct::Expression;

use super::{Check, Verdict, Workshop, program_check};
use crate::process::captured;
use crate::setup::{Need, TARGET};

const NEEDS: &[Need] = &[Need::Node, Need::WasmTarget, Need::WasmBindgen];

/// In the order they run.
pub const CHECKS: &[Check] = &[
    Check {
        name: "wasm-golden",
        about: "the bindings give the golden results in node",
        needs: NEEDS,
        run: golden,
    },
    Check {
        name: "wasm-options",
        about: "the bindings take the options of JavaScript, and refuse others, in node",
        needs: NEEDS,
        run: options,
    },
    Check {
        name: "wasm-corrections",
        about: "the bindings apply a reader's corrections in node",
        needs: NEEDS,
        run: corrections,
    },
    Check {
        name: "wasm-packs",
        about: "the bindings refuse damaged and foreign packs in node",
        needs: NEEDS,
        run: packs,
    },
    Check { name: "wasm-junk", about: "no junk stops the bindings in node", needs: NEEDS, run: junk },
];

fn golden(shop: &Workshop) -> Result<Verdict> {
    program_check(&node_test(shop, "tests/node/golden.test.mjs")?)
}

fn options(shop: &Workshop) -> Result<Verdict> {
    program_check(&node_test(shop, "tests/node/options.test.mjs")?)
}

fn corrections(shop: &Workshop) -> Result<Verdict> {
    program_check(&node_test(shop, "tests/node/corrections.test.mjs")?)
}

fn packs(shop: &Workshop) -> Result<Verdict> {
    program_check(&node_test(shop, "tests/node/packs.test.mjs")?)
}

fn junk(shop: &Workshop) -> Result<Verdict> {
    program_check(&node_test(shop, "tests/node/junk.test.mjs")?)
}

/// Node's own test runner over one file, with the bindings built for it.
fn node_test(shop: &Workshop, file: &str) -> Result<Expression> {
    let Workshop { project, tools } = shop;
    let build = ["build", "--quiet", "--profile", "checks", "-p", "whosaid-bindings", "--target", TARGET];
    run(&tools.wasm_program(project, "cargo", build)?)
        .context("the bindings could not be built for wasm32")?;

    let built = tools.wasm.target_folder(project).join(TARGET).join("checks/whosaid_bindings.wasm");
    let folder = project.target.join("bindings-node");
    let (built, into) = (built.to_string_lossy(), folder.to_string_lossy());
    let generate = ["--target", "nodejs", "--out-dir", &into, &built];
    run(&tools.program(project, "wasm-bindgen", generate)?)
        .context("wasm-bindgen could not wrap the bindings")?;

    let node = tools.program(project, "node", ["--test", "--test-reporter=spec", file])?;
    Ok(node.env("WHOSAID_BINDINGS", folder.join("whosaid_bindings.js")))
}

fn run(expression: &Expression) -> Result<()> {
    let finished = captured(expression, super::HALF_AN_HOUR)?;
    if !finished.success {
        bail!("{}", finished.output);
    }
    Ok(())
}
