//! How a run ends before its input does.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;
use std::time::Duration;

use crate::run::Folder;

const LINES: [&str; 5] = ["analyze", "--input", "jsonl", "--format", "jsonl"];

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::with(&[]);
    let mut command = folder.command(&LINES);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        for _ in 0..100_000 {
            if stdin.write_all(b"{\"text\":\"Ana said so.\"}\n").is_err() {
                break;
            }
        }
    });
    let mut first = String::new();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    reader.read_line(&mut first).unwrap();
    drop(reader);
    let status = child.wait().unwrap();
    writer.join().unwrap();
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!((status.code(), told.as_str()), (Some(0), ""));
    assert!(first.ends_with("}\n"));
}

#[test]
fn lines_come_out_as_they_come_in() {
    let folder = Folder::with(&[]);
    let mut child = folder.command(&LINES).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    for id in ["a", "b"] {
        writeln!(stdin, "{{\"id\":\"{id}\",\"text\":\"x\"}}").unwrap();
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        assert!(line.contains(&format!("\"id\":\"{id}\"")), "{line}");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

/// Asks a run to end while it waits for more input.
#[cfg(unix)]
fn interrupted(arguments: &[&str], folder: &Folder) -> (Option<i32>, String) {
    let mut child = folder.command(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{{\"id\":\"a\",\"text\":\"x\"}}").unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    let asked = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(asked.unwrap().success());
    let status = child.wait().unwrap();
    let mut out = String::new();
    child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    (status.code(), out)
}

#[test]
#[cfg(unix)]
fn ctrl_c_leaves_whole_lines_only() {
    let folder = Folder::with(&[]);
    let (status, out) = interrupted(&LINES, &folder);
    assert_eq!(status, Some(130));
    assert_eq!(out.lines().count(), 1);
    assert!(out.ends_with("}\n"));
    let (_, list) = interrupted(&["analyze", "--input", "jsonl", "--format", "json"], &folder);
    assert!(serde_json::from_str::<serde_json::Value>(&list).unwrap().is_array());
}

#[test]
#[cfg(unix)]
fn ctrl_c_leaves_no_half_written_file() {
    let folder = Folder::with(&[("out.jsonl", b"as before")]);
    let (status, _) = interrupted(&[&LINES[..], &["--output", "out.jsonl"]].concat(), &folder);
    assert_eq!(status, Some(130));
    assert_eq!(folder.names(), ["out.jsonl"]);
    assert_eq!(std::fs::read(folder.file("out.jsonl")).unwrap(), b"as before");
}
