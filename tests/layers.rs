//! The shape of the source: imports of the core go one way, files stay short and say what they hold.

use std::path::{Path, PathBuf};

/// The modules of `src/` from the ground up. A module may import itself and what stands before it.
const ORDER: [&str; 19] = [
    "text",
    "notice",
    "options",
    "labels",
    "model",
    "input",
    "blocks",
    "segment",
    "reading",
    "syntax",
    "mentions",
    "coref",
    "quotes",
    "document",
    "explain",
    "analyze",
    "corrections",
    "views",
    "export",
];

/// What `corrections`, `views` and `export` may see: a saved analysis opens without models.
const RECORD: [&str; 6] = ["text", "labels", "document", "corrections", "views", "export"];

/// Names that `lib.rs` gives again, and the module each comes from.
const DOORS: [(&str, &str); 9] = [
    ("analyze", "analyze"),
    ("Document", "document"),
    ("Input", "input"),
    ("InputError", "input"),
    ("InputFormat", "input"),
    ("ModelError", "model"),
    ("Models", "model"),
    ("Options", "options"),
    ("OffsetUnit", "text"),
];

const MOST_LINES: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below a folder, sorted.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn workspace_files() -> Vec<PathBuf> {
    let folders = ["src", "tests", "bindings", "cli", "train", "www", "xtask", "bench", "fuzz"];
    folders.iter().flat_map(|folder| rust_files(&root().join(folder))).collect()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

/// The modules that a file's code names after `crate::`, without comments and unit tests.
fn imports(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod ").next().unwrap();
    let code: String =
        code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for after in code.split("crate::").skip(1) {
        if let Some(group) = after.strip_prefix('{') {
            found.extend(top_level(group));
        } else {
            found.push(first_word(after));
        }
    }
    found
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// `text::{A, B}, Options}; …` → `text`, `Options`.
fn top_level(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut words = vec![String::new()];
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => words.push(String::new()),
            _ if depth == 0 => words.last_mut().unwrap().push(character),
            _ => {}
        }
    }
    words.iter().map(|word| first_word(word)).filter(|word| !word.is_empty()).collect()
}

#[test]
fn imports_are_read_from_every_form_of_use() {
    let source = "use crate::text::Id;\n// crate::quotes\nuse crate::{labels::{Upos, Xpos}, Options};\n\
        fn f() -> crate::model::Models {}\n#[cfg(test)]\nmod tests { use crate::export; }";
    assert_eq!(imports(source), ["text", "labels", "Options", "model"]);
}

#[test]
fn imports_of_the_core_go_one_way() {
    let mut faults = Vec::new();
    let rank = |module: &str| ORDER.iter().position(|name| *name == module);
    for path in rust_files(&root().join("src")) {
        let inside = path.strip_prefix(root().join("src")).unwrap();
        let module =
            inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs");
        if module == "lib" {
            continue;
        }
        let Some(own) = rank(module) else {
            faults.push(format!("{}: `{module}` has no place in ORDER of tests/layers.rs", shown(&path)));
            continue;
        };
        for name in imports(&std::fs::read_to_string(&path).unwrap()) {
            let target =
                DOORS.iter().find(|(door, _)| *door == name).map_or(name.as_str(), |(_, module)| *module);
            match rank(target) {
                None => faults.push(format!("{}: crate::{name} is unknown to tests/layers.rs", shown(&path))),
                Some(other) if other > own => {
                    faults.push(format!(
                        "{}: `{module}` may not import `{target}`, which stands above it",
                        shown(&path)
                    ));
                }
                Some(_)
                    if ["corrections", "views", "export"].contains(&module) && !RECORD.contains(&target) =>
                {
                    faults
                        .push(format!("{}: `{module}` sees only the Document, not `{target}`", shown(&path)));
                }
                Some(_) => {}
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_module_of_the_core_is_listed_and_every_listed_one_exists() {
    let lib = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let mut declared: Vec<_> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut listed = ORDER.to_vec();
    declared.sort_unstable();
    listed.sort_unstable();
    assert_eq!(declared, listed);
}

#[test]
fn files_stay_short() {
    let long: Vec<_> = workspace_files()
        .iter()
        .map(|path| (std::fs::read_to_string(path).unwrap().lines().count(), shown(path)))
        .filter(|(lines, _)| *lines > MOST_LINES)
        .map(|(lines, path)| format!("{path}: {lines} lines, at most {MOST_LINES}"))
        .collect();
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}

#[test]
fn files_say_what_they_hold() {
    let silent: Vec<_> = workspace_files()
        .iter()
        .map(|path| (path, std::fs::read_to_string(path).unwrap()))
        // A file of one line says all there is to say.
        .filter(|(_, source)| source.lines().count() > 1 && !source.starts_with("//! "))
        .map(|(path, _)| shown(path))
        .collect();
    assert!(silent.is_empty(), "these files do not begin with `//!`:\n{}", silent.join("\n"));
}
