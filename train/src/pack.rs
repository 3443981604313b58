//! Makes the pack: the lexicons of `seeds/lexicons`, and the learned sections that are given or already in it.
//!
//! The same files give the same bytes. `fingerprints.csv` beside the pack lists its sections, so that a change
//! of the pack shows in a review which of them changed.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use whosaid::Models;
use whosaid::model::LEXICON;
use whosaid::model::pack::{Features, Pack, PackWriter};

/// Version of the models, as Documents state it. Raise it when results change.
const VERSION: &str = "0.1";

/// Where the parts of a pack are.
pub struct Places {
    /// Name of the models, as Documents state it.
    pub name: String,
    /// The folder of the lexicons.
    pub lexicons: PathBuf,
    /// The pack to make; its learned sections are kept if it is there.
    pub pack: PathBuf,
}

/// A section that training made.
pub struct Learned {
    /// Its name.
    pub name: &'static str,
    /// What it was made for.
    pub features: Features,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The section of a learned network.
pub const fn network(bytes: Vec<u8>) -> Learned {
    Learned { name: "network", features: whosaid::model::NETWORK, bytes }
}

/// The section of the network of attributions.
pub const fn attribution(bytes: Vec<u8>) -> Learned {
    Learned { name: "attribution", features: whosaid::model::ATTRIBUTION, bytes }
}

/// Makes the pack, and the list of its sections beside it. Learned sections that are not given are kept.
pub fn write_pack(places: &Places, learned: &[Learned]) -> Result<(), String> {
    let mut writer = PackWriter::new(&places.name, VERSION);
    let kept = match fs::read(&places.pack) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(told(&places.pack, error)),
    };
    if !kept.is_empty() {
        let pack = Pack::read(&kept).map_err(|error| {
            format!("{}: {error}; put back an older one, or remove it to begin anew", places.pack.display())
        })?;
        writer = writer.with_sections_of(&pack, |section| section.task != LEXICON.task);
    }
    for (name, text) in lexicons(&places.lexicons)? {
        writer = writer.with(&name, LEXICON, text.as_bytes());
    }
    for Learned { name, features, bytes } in learned {
        writer = writer.with(name, *features, bytes);
    }
    let bytes = writer.finish().map_err(|error| error.to_string())?;
    // What cannot be used is not written.
    Models::from_pack(&bytes).map_err(|error| error.to_string())?;
    let table = fingerprints(&Pack::read(&bytes).map_err(|error| error.to_string())?);
    fs::write(&places.pack, &bytes).map_err(|error| told(&places.pack, error))?;
    // The English pack's list is the one beside it in `models/`; others have one of their own.
    let own = if places.name == "en" { String::new() } else { format!("{}.", places.name) };
    let list = places.pack.with_file_name(format!("{own}fingerprints.csv"));
    fs::write(&list, table).map_err(|error| told(&list, error))?;
    println!("{}: {} bytes", places.pack.display(), bytes.len());
    Ok(())
}

/// Name and text of every lexicon.
fn lexicons(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| told(folder, error))? {
        let path = entry.map_err(|error| told(folder, error))?.path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            found.push((name, fs::read_to_string(&path).map_err(|error| told(&path, error))?));
        }
    }
    Ok(found)
}

/// One row a section: what it is for, how long it is, its checksum.
fn fingerprints(pack: &Pack) -> String {
    let mut table = String::from("section,task,version,bytes,checksum\n");
    for section in pack.sections() {
        let (bytes, checksum) = (section.bytes.len(), section.checksum);
        let _ =
            writeln!(table, "{},{},{},{bytes},{checksum:08x}", section.name, section.task, section.version);
    }
    table
}

fn told(path: &Path, error: std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use whosaid::model::NETWORK;

    use super::*;

    #[test]
    fn the_same_files_give_the_same_pack_and_learned_sections_are_kept() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let folder = root.join("target/pack-test");
        fs::create_dir_all(&folder).unwrap();
        let name = "en".to_owned();
        let places = Places { name, lexicons: root.join("seeds/lexicons"), pack: folder.join("en.pack") };
        let learned = Features { task: "tagging", version: 7 };
        // No pack is written that the analysis could not read, so the network is that of the committed one.
        let committed = fs::read(root.join("models/en.pack")).unwrap();
        let committed = Pack::read(&committed).unwrap();
        let network = committed.section("network", NETWORK).unwrap();
        let before = PackWriter::new("en", "0")
            .with("network", NETWORK, network)
            .with("labels", learned, b"x")
            .with("old", LEXICON, b"");
        fs::write(&places.pack, before.finish().unwrap()).unwrap();

        let letters = Learned { name: "letters", features: learned, bytes: b"weights".to_vec() };
        write_pack(&places, &[letters]).unwrap();
        let once = fs::read(&places.pack).unwrap();
        write_pack(&places, &[]).unwrap();
        assert_eq!(fs::read(&places.pack).unwrap(), once);

        let pack = Pack::read(&once).unwrap();
        assert_eq!(pack.section("letters", learned), Ok(&b"weights"[..]));
        assert_eq!(pack.section("network", NETWORK), Ok(network));
        assert_eq!(pack.section("labels", learned), Ok(&b"x"[..]));
        assert!(pack.find("old").is_none(), "a lexicon that is gone stays in the pack");
        let table = fs::read_to_string(folder.join("fingerprints.csv")).unwrap();
        assert_eq!(table.lines().count(), pack.sections().len() + 1);
        assert!(table.contains("letters,tagging,7,7,"));
    }

    #[test]
    fn a_damaged_pack_is_not_written_over() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pack-test-damaged");
        fs::create_dir_all(&folder).unwrap();
        let name = "en".to_owned();
        let places = Places { name, lexicons: folder.clone(), pack: folder.join("en.pack") };
        fs::write(&places.pack, b"not a pack at all, but longer than its head").unwrap();
        assert!(write_pack(&places, &[]).unwrap_err().contains("not a model pack"));
        assert!(fs::read(&places.pack).unwrap().starts_with(b"not a pack"));
    }
}
