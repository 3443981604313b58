//! Analyses real articles again and again and prints, as CSV, how fast each stage and the whole is.
//!
//!     whosaid-bench PACK ROUNDS FILE.jsonl     one {"text": …} a line
//!     whosaid-bench PACK ROUNDS FOLDER         its .txt files

use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use whosaid::Models;
use whosaid_bench::measure;

/// As the command has it.
#[cfg(not(target_family = "wasm"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [pack, rounds, source] = arguments.as_slice() else {
        bail!("usage: whosaid-bench PACK ROUNDS FILE.jsonl|FOLDER")
    };
    let rounds = rounds.parse().context("ROUNDS is a number")?;
    let texts = read_texts(Path::new(source))?;
    let pack = fs::read(pack).with_context(|| format!("cannot read {pack}"))?;
    let models = Models::from_pack(&pack)?;

    let begin = Instant::now();
    let measured = measure(&texts, &models, rounds, || begin.elapsed().as_secs_f64() * 1e3)?;
    print!("{}", measured.to_csv());
    Ok(())
}

fn read_texts(source: &Path) -> Result<Vec<String>> {
    let cannot = || format!("cannot read {}", source.display());
    if source.is_dir() {
        let mut files: Vec<_> =
            fs::read_dir(source)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        files.sort();
        return files
            .iter()
            .map(|path| Ok(fs::read_to_string(path)?))
            .collect::<Result<_>>()
            .with_context(cannot);
    }
    let lines = fs::read_to_string(source).with_context(cannot)?;
    let text = |line: &str| -> Result<String> {
        let record: serde_json::Value = serde_json::from_str(line)?;
        Ok(record.get("text").and_then(|text| text.as_str()).context("a line has no text")?.to_owned())
    };
    lines.lines().filter(|line| !line.trim().is_empty()).map(text).collect()
}
