//! Checks of the Rust code, natively and for wasm32.

use anyhow::Result;
use duct::Expression;

use super::{Check, Verdict, Workshop, program_check};
use crate::process::first_line;
use crate::setup::{Need, TARGET};

/// In the order they run.
pub const CHECKS: &[Check] = &[
    Check { name: "format", about: "rustfmt would change nothing", needs: &[], run: format },
    Check { name: "clippy", about: "no warning in any crate, tests included", needs: &[], run: clippy },
    Check {
        name: "clippy-wasm",
        about: "no warning in page, bindings and bench for wasm32",
        needs: &[Need::WasmTarget],
        run: clippy_wasm,
    },
    Check { name: "tests", about: "all native tests", needs: &[], run: tests },
    Check { name: "doc-tests", about: "the examples in the documentation run", needs: &[], run: doc_tests },
    Check { name: "docs", about: "the core's documentation has no broken link", needs: &[], run: docs },
];

fn cargo(shop: &Workshop, arguments: &[&str]) -> Result<Expression> {
    shop.tools.program(shop.project, "cargo", arguments.iter().copied())
}

fn format(shop: &Workshop) -> Result<Verdict> {
    program_check(&cargo(shop, &["fmt", "--all", "--check"])?)
}

fn clippy(shop: &Workshop) -> Result<Verdict> {
    program_check(&cargo(
        shop,
        &["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"],
    )?)
}

fn clippy_wasm(shop: &Workshop) -> Result<Verdict> {
    let crates =
        ["-p", "whosaid-bindings", "-p", "whosaid-www", "-p", "whosaid-bench-wasm", "--target", TARGET];
    if shop.tools.wasm.has_clippy() {
        let arguments = [&["clippy", "--quiet"], crates.as_slice(), &["--", "-D", "warnings"]].concat();
        return program_check(&shop.tools.wasm_program(shop.project, "cargo", arguments)?);
    }
    // Debian's toolchain has no clippy; the compiler's own warnings are checked at least.
    let arguments = [&["check", "--quiet"], crates.as_slice()].concat();
    program_check(&shop.tools.wasm_program(shop.project, "cargo", arguments)?.env("RUSTFLAGS", "-Dwarnings"))
}

fn tests(shop: &Workshop) -> Result<Verdict> {
    let tests: &[&str] = if first_line("cargo", ["nextest", "--version"]).is_some() {
        &[
            "nextest",
            "run",
            "--workspace",
            "--no-fail-fast",
            "--status-level",
            "fail",
            "--final-status-level",
            "slow",
        ]
    } else {
        &["test", "--quiet", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"]
    };
    // What failed is told with its place; the way there through the test's machinery would bury it.
    program_check(&cargo(shop, tests)?.env("RUST_BACKTRACE", "0"))
}

fn doc_tests(shop: &Workshop) -> Result<Verdict> {
    program_check(&cargo(shop, &["test", "--quiet", "--workspace", "--doc", "--no-fail-fast"])?)
}

fn docs(shop: &Workshop) -> Result<Verdict> {
    let docs = cargo(shop, &["doc", "--quiet", "--no-deps", "-p", "whosaid"])?;
    program_check(&docs.env("RUSTDOCFLAGS", "-Dwarnings"))
}
