//! Lists the sample articles: `seeds/articles/index.tsv` → a table for `samples.rs`, with the articles compiled in.
//! Names the model pack: `models/en.pack` → the name it is fetched by, and its length, for `pack.rs`.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let folder = Path::new("../seeds/articles");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", folder.display());
    let index = fs::read_to_string(folder.join("index.tsv")).expect("seeds/articles/index.tsv can be read");
    let table = table(&index, folder);
    let out = env::var_os("OUT_DIR").map(PathBuf::from).expect("cargo sets OUT_DIR");
    fs::write(out.join("samples.rs"), table).expect("the build folder can be written");

    let pack = Path::new("../models/en.pack");
    println!("cargo::rerun-if-changed={}", pack.display());
    let pack = fs::read(pack).expect("models/en.pack can be read");
    fs::write(out.join("pack.rs"), pack_names(&pack)).expect("the build folder can be written");
}

/// The name changes with the content: the header's checksum covers the checksums of all sections.
/// `finish.mjs` makes the same name.
fn pack_names(pack: &[u8]) -> String {
    let checksum = pack.get(16..20).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes);
    let checksum = checksum.expect("models/en.pack is a pack");
    format!(
        "/// Name of the pack beside the page.\npub const NAME: &str = \"en-{checksum:08x}.pack\";\n\
         /// Its length.\npub const BYTES: usize = {};\n",
        pack.len()
    )
}

fn table(index: &str, folder: &Path) -> String {
    let mut table = String::from("/// All samples, by file name.\npub const SAMPLES: &[Sample] = &[\n");
    for line in index.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [file, title, about, shape] = columns[..] else {
            panic!("index.tsv: four columns are expected in {line:?}");
        };
        let path = fs::canonicalize(folder.join(file)).expect("a listed sample exists");
        let form = if file.ends_with(".html") { "Html" } else { "Text" };
        let _ = writeln!(
            table,
            "    Sample {{ file: {file:?}, format: Format::{form}, shape: {shape:?}, title: {title:?}, \
             about: {about:?}, content: include_str!({:?}) }},",
            path.to_string_lossy(),
        );
    }
    table.push_str("];\n");
    table
}
