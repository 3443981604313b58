//! The bindings in node: the same golden results as natively, the options, and no panic on junk.

use anyhow::Result;
use duct::Expression;

use super::{Check, Verdict, Workshop, program_check};
use crate::setup::Need;
use crate::wasm_crate::WasmCrate;

/// As Node's own modules take it.
const BINDINGS: WasmCrate = WasmCrate {
    package: "whosaid-bindings",
    file: "whosaid_bindings",
    wrapping: &["--target", "nodejs"],
    folder: "bindings-node",
};

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
    let folder = BINDINGS.build(project, tools, true)?;
    let node = tools.program(project, "node", ["--test", "--test-reporter=spec", file])?;
    Ok(node.env("WHOSAID_BINDINGS", folder.join("whosaid_bindings.js")))
}
