//! Analyses real articles again and again and prints, as CSV, how fast each stage and the whole is.
//!
//!     whosaid-bench ROUNDS FILE.jsonl     one {"text": …} a line
//!     whosaid-bench ROUNDS FOLDER         its .txt files
//!
//! The stages are called here one by one only to be timed; the line `analyze` times the real thing.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use whosaid::{Input, Models, Options};
use whosaid::{blocks, coref, document, input, mentions, quotes, reading, segment, syntax};

const STAGES: [&str; 10] =
    ["input", "blocks", "segment", "reading", "syntax", "mentions", "coref", "quotes", "document", "analyze"];

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [rounds, source] = arguments.as_slice() else {
        bail!("usage: whosaid-bench ROUNDS FILE.jsonl|FOLDER")
    };
    let rounds: usize = rounds.parse().context("ROUNDS is a number")?;
    let texts = read_texts(Path::new(source))?;
    let models = Models::builtin()?;

    let mut best = [Duration::MAX; STAGES.len()];
    let mut tokens = 0;
    for _ in 0..rounds.max(1) {
        let mut total = [Duration::ZERO; STAGES.len()];
        tokens = 0;
        for text in &texts {
            tokens += measure(text, &models, &mut total)?;
        }
        // The least of several rounds is the one least disturbed by other work.
        for (best, total) in best.iter_mut().zip(total) {
            *best = total.min(*best);
        }
    }
    println!("stage,texts,tokens,milliseconds,tokens_per_second");
    for (stage, time) in STAGES.iter().zip(best) {
        let seconds = time.as_secs_f64();
        println!(
            "{stage},{},{tokens},{:.2},{:.0}",
            texts.len(),
            seconds * 1e3,
            tokens as f64 / seconds.max(1e-9)
        );
    }
    Ok(())
}

/// Adds the time of each stage over one text to `total`; gives its number of tokens.
fn measure(text: &str, models: &Models, total: &mut [Duration; STAGES.len()]) -> Result<usize> {
    let options = Options::default();
    let source = Input::text(text);
    let mut clock = Instant::now();
    let mut times = [Duration::ZERO; STAGES.len()];
    let mut slots = times.iter_mut();
    let mut lap = |begin: &mut Instant| {
        if let Some(slot) = slots.next() {
            *slot = begin.elapsed();
        }
        *begin = Instant::now();
    };

    let text = input::clean(&source, &options)?;
    lap(&mut clock);
    let blocks = blocks::find_blocks(&text, models);
    lap(&mut clock);
    let segments = segment::segment(&text, &blocks, models);
    lap(&mut clock);
    let reading = reading::read(&text, &segments, models);
    lap(&mut clock);
    let syntax = syntax::tag_and_parse(&text, &segments, &reading, models);
    lap(&mut clock);
    let mentions = mentions::find_mentions(&text, &blocks, &segments, &reading, &syntax, models);
    lap(&mut clock);
    let coref = coref::resolve(&text, &blocks, &segments, &syntax, &mentions, models);
    lap(&mut clock);
    let quotes = quotes::attribute_quotes(&text, &blocks, &segments, &syntax, &mentions, &coref, models);
    lap(&mut clock);
    let layers = document::Layers {
        text: &text,
        blocks: &blocks,
        segments: &segments,
        syntax: &syntax,
        mentions: &mentions,
        coref: &coref,
        quotes: &quotes,
    };
    let record = document::build(&layers, &source, models, &options);
    lap(&mut clock);
    drop(record);

    clock = Instant::now();
    let record = whosaid::analyze(&source, models, &options)?;
    lap(&mut clock);
    for (total, time) in total.iter_mut().zip(times) {
        *total += time;
    }
    Ok(record.tokens.start.len())
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
