//! Real and ugly articles are analysed without panic, and their Documents keep every promise.

mod common;

use std::path::{Path, PathBuf};

use common::{UNITS, analyzed, keeps_its_promises};
use whosaid::Input;

/// All texts and pages of a folder, or a word that it is missing.
fn articles(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        eprintln!("skipped: there is no folder {}", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "html"));
    paths.sort();
    paths
}

fn all_are_analysed(folder: &Path) {
    for path in articles(folder) {
        let text = std::fs::read_to_string(&path).unwrap();
        let is_html = path.extension().is_some_and(|ending| ending == "html");
        for unit in UNITS {
            let input = if is_html { Input::html(&text) } else { Input::text(&text) };
            let document = analyzed(&input, unit);
            eprintln!("{}: {} quotes", path.display(), document.quotes.len());
            keeps_its_promises(&document);
            assert!(!document.sentences.is_empty(), "{} has no sentence", path.display());
        }
    }
}

#[test]
fn the_samples_of_the_project() {
    all_are_analysed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles"));
}

/// A folder of pasted pages outside the tree: `WHOSAID_DATA`, or `shared/data` beside the checkout.
#[test]
fn messy_pages() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let data = std::env::var_os("WHOSAID_DATA").map_or(beside, PathBuf::from);
    all_are_analysed(&data.join("messy"));
}
