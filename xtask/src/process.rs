//! Runs other programs: with the terminal, or with their output kept until it is known whether anybody needs it.

use std::env;
use std::ffi::OsString;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use duct::Expression;

/// Set by the `cargo run` that started us; the programs we start would take them for their own.
const OURS: [&str; 3] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"];

/// A program with its arguments, in a clean environment. The caller adds folder and variables.
pub fn program<A: Into<OsString>>(
    name: impl Into<OsString>,
    arguments: impl IntoIterator<Item = A>,
) -> Expression {
    let mut expression = duct::cmd(name.into(), arguments);
    for (key, _) in env::vars_os() {
        if key.to_str().is_some_and(|key| OURS.iter().any(|prefix| key.starts_with(prefix))) {
            expression = expression.env_remove(key);
        }
    }
    expression
}

/// How a program ended.
pub struct Finished {
    /// Whether its exit status was 0 and it kept to its time.
    pub success: bool,
    /// What it printed on standard output and standard error, in order.
    pub output: String,
    /// How long it ran.
    pub elapsed: Duration,
}

/// Runs a program to its end, or stops it at the limit, and keeps what it printed.
pub fn captured(expression: &Expression, limit: Duration) -> Result<Finished> {
    let begin = Instant::now();
    let handle = expression
        .stderr_to_stdout()
        .stdout_capture()
        .stdin_null()
        .unchecked()
        .start()
        .with_context(|| format!("cannot start {}", shown(expression)))?;
    let Some(output) = handle.wait_timeout(limit)? else {
        handle.kill()?;
        let output = format!("stopped: not done after {} s\n{}", limit.as_secs(), shown(expression));
        return Ok(Finished { success: false, output, elapsed: begin.elapsed() });
    };
    Ok(Finished {
        success: output.status.success(),
        output: String::from_utf8_lossy(&output.stdout).into_owned(),
        elapsed: begin.elapsed(),
    })
}

/// Runs a program in front of the reader; an exit status other than 0 is an error.
pub fn in_front(expression: &Expression) -> Result<()> {
    let output =
        expression.unchecked().run().with_context(|| format!("cannot start {}", shown(expression)))?;
    if !output.status.success() {
        bail!("{} ended with {}", shown(expression), output.status);
    }
    Ok(())
}

/// The first line a program prints on standard output, or nothing if it is not there or fails.
pub fn first_line<'a>(
    name: impl Into<OsString>,
    arguments: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let text = program(name, arguments).stdout_capture().stderr_null().read().ok()?;
    text.lines().next().map(str::to_owned)
}

/// The last lines of an output, for messages.
pub fn tail(output: &str, lines: usize) -> String {
    let all: Vec<&str> = output.trim_end().lines().collect();
    let skipped = all.len().saturating_sub(lines);
    all.into_iter().skip(skipped).collect::<Vec<_>>().join("\n")
}

fn shown(expression: &Expression) -> String {
    format!("{expression:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tail_keeps_the_last_lines() {
        assert_eq!(tail("a\nb\nc\n", 2), "b\nc");
        assert_eq!(tail("a", 2), "a");
    }

    #[cfg(unix)]
    #[test]
    fn a_program_over_its_time_is_stopped() -> Result<()> {
        let finished = captured(&program("sleep", ["20"]), Duration::from_millis(50))?;
        assert!(!finished.success);
        assert!(finished.elapsed < Duration::from_secs(10));
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn output_is_kept_with_errors_in_order() -> Result<()> {
        let finished =
            captured(&program("sh", ["-c", "echo one; echo two >&2; exit 3"]), Duration::from_secs(10))?;
        assert!(!finished.success);
        assert_eq!(finished.output, "one\ntwo\n");
        Ok(())
    }
}
