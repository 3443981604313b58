//! Lists the sample articles: `seeds/articles/*.{txt,md,html}` → a table for `samples.rs`.
//!
//! The shape shown on a card is the file's name ("court-report.txt" → "Court report"), the title its first line
//! or, for HTML, its `<title>` without the name of the site.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let folder = Path::new("../seeds/articles");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", folder.display());
    let table = table(&articles(folder));
    let out = env::var_os("OUT_DIR").map(PathBuf::from).expect("cargo sets OUT_DIR");
    fs::write(out.join("samples.rs"), table).expect("the build folder can be written");
}

fn articles(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            matches!(ending(path), "txt" | "md" | "html") && !stem(path).eq_ignore_ascii_case("readme")
        })
        .collect();
    files.sort();
    files
}

fn table(files: &[PathBuf]) -> String {
    let mut table = String::from("/// All samples, by file name.\npub const SAMPLES: &[Sample] = &[\n");
    for file in files {
        let text = fs::read_to_string(file).expect("a sample is readable UTF-8");
        let full = fs::canonicalize(file).expect("a listed file exists");
        let html = ending(file) == "html";
        let _ = writeln!(
            table,
            "    Sample {{ file: {:?}, format: Format::{}, shape: {:?}, title: {:?}, content: include_str!({:?}) }},",
            file.file_name().unwrap_or_default().to_string_lossy(),
            if html { "Html" } else { "Text" },
            shape(stem(file)),
            if html { html_title(&text) } else { first_line(&text) },
            full.to_string_lossy(),
        );
    }
    table.push_str("];\n");
    table
}

fn ending(path: &Path) -> &str {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or("")
}

fn stem(path: &Path) -> &str {
    path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("")
}

/// "03-court_report" → "Court report".
fn shape(stem: &str) -> String {
    let words = stem.trim_start_matches(|letter: char| letter.is_ascii_digit()).replace(['-', '_'], " ");
    let words = words.trim();
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn first_line(text: &str) -> String {
    let line =
        text.lines().map(|line| line.trim().trim_start_matches('#').trim()).find(|line| !line.is_empty());
    line.unwrap_or("Untitled").to_owned()
}

/// The title of a page up to " | " or " – ", behind which the site names itself.
fn html_title(html: &str) -> String {
    let title = html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    let title = title.map_or("Untitled", |(title, _)| title);
    let title = title.split(" | ").next().unwrap_or(title).split(" – ").next().unwrap_or(title);
    title.replace("&amp;", "&").replace("&#39;", "’").replace("&rsquo;", "’").trim().to_owned()
}
