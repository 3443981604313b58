//! `--model`: another pack is used, and what is none for this version is refused in one sentence.

use std::path::{Path, PathBuf};

use crate::run::{Folder, STORY};

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// A folder with an article, and a pack of the project as `model.pack`.
fn folder_with(pack: &str) -> Folder {
    let pack = std::fs::read(project(pack)).unwrap();
    Folder::with(&[("a.txt", STORY.as_bytes()), ("model.pack", &pack)])
}

#[test]
fn the_committed_pack_gives_what_the_program_gives_by_itself() {
    let folder = folder_with("models/en.pack");
    let own = folder.run(&["analyze", "a.txt"]).well();
    assert_eq!(folder.run(&["analyze", "--model", "model.pack", "a.txt"]).well().out, own.out);
    let own = folder.run(&["explain", "a.txt"]).well();
    assert_eq!(folder.run(&["explain", "--model", "model.pack", "a.txt"]).well().out, own.out);
}

#[test]
fn packs_that_cannot_be_used_say_why_and_write_nothing() {
    for (pack, found) in [
        ("tests/packs/cut-off.pack", "the pack is cut off: expected 113 bytes, found 100;"),
        ("tests/packs/page.pack", "not a model pack: "),
        ("tests/packs/newer.pack", "the pack is newer than this program: expected format 1, found 2;"),
        ("tests/packs/flipped-bit.pack", "the pack is damaged in its section nicknames: "),
        ("tests/packs/few-sections.pack", "the pack has no section boilerplate_phrases, "),
    ] {
        let folder = folder_with(pack);
        for command in ["analyze", "explain"] {
            let ran = folder.run(&[command, "a.txt", "--model", "model.pack"]);
            assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{pack}");
            let begin = format!("whosaid: model.pack: cannot be used as a model: {found}");
            assert!(ran.err.starts_with(&begin), "{}", ran.err);
            assert!(ran.err.contains("or leave out --model"), "{}", ran.err);
            assert_eq!(ran.err.lines().count(), 1);
        }
        let ran = folder.run(&["analyze", "a.txt", "--model", "model.pack", "--output", "out.json"]);
        assert_eq!(ran.status, 1);
        assert_eq!(folder.names(), ["a.txt", "model.pack"]);
    }
}

#[test]
fn a_pack_that_is_not_there_is_one_sentence() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes())]);
    let ran = folder.run(&["analyze", "--model", "no.pack", "a.txt"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert_eq!(ran.err, "whosaid: no.pack: cannot be read: No such file or directory\n");
    std::fs::create_dir(folder.file("packs")).unwrap();
    let ran = folder.run(&["analyze", "--model", "packs", "a.txt"]);
    assert_eq!(ran.err, "whosaid: packs: is a folder; name the files in it\n");
}

#[test]
fn help_names_the_option() {
    let folder = Folder::with(&[]);
    for command in ["analyze", "explain"] {
        assert!(folder.run(&[command, "--help"]).well().out.contains("--model <PACK>"));
    }
}
