//! Files that a reader drops or picks → texts to analyse, saved analyses and logs of corrections.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use whosaid::corrections::Corrections;

use crate::docx::DocxFault;
use crate::reading::Reading;
use crate::saved::{self, LIMIT_SAVED_BYTES, SavedFault};
use crate::saver;
use crate::state::{Content, Entry, Format, LIMIT_BYTES, Source, Trouble};

/// What the file picker offers.
pub const ACCEPTED: &str =
    ".txt,.text,.md,.markdown,.html,.htm,.docx,.json,text/plain,text/html,text/markdown,application/json";

/// Bytes of a Word file that is read: pictures in it are many, and none of the text.
const LIMIT_DOCX_BYTES: usize = 50_000_000;

/// Files read at once. Who picks more wants the command, which reads an archive.
const MOST_FILES: usize = 50;

/// What a file holds, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text(Format),
    Word,
    Saved,
}

/// What came of several files.
#[derive(Debug, Default)]
pub struct Came {
    /// Texts and saved analyses.
    pub entries: Vec<Entry>,
    /// Logs of corrections.
    pub logs: Vec<Corrections>,
    /// What is wrong with the first that cannot be read.
    pub trouble: Option<Trouble>,
}

/// What one file holds.
#[derive(Debug, PartialEq)]
enum Held {
    Entry(Entry),
    Log(Corrections),
}

/// Reads files one after the other.
pub async fn read_all(files: Vec<File>) -> Came {
    let mut came = Came::default();
    for file in files.into_iter().take(MOST_FILES) {
        match read(file).await {
            Ok(Held::Entry(entry)) => came.entries.push(entry),
            Ok(Held::Log(log)) => came.logs.push(log),
            Err(other) => came.trouble = came.trouble.or(Some(other)),
        }
    }
    came
}

async fn read(file: File) -> Result<Held, Trouble> {
    let name = file.name();
    let kind = kind_of(&name, &file.type_()).ok_or_else(|| Trouble::WrongKind { name: name.clone() })?;
    let size = file.size();
    match kind {
        Kind::Text(_) if size > LIMIT_BYTES as f64 => return Err(Trouble::TooLarge),
        Kind::Word if size > LIMIT_DOCX_BYTES as f64 => {
            return Err(Trouble::Word { name, fault: DocxFault::TooLarge });
        }
        Kind::Saved if size > LIMIT_SAVED_BYTES as f64 => {
            return Err(Trouble::Saved { name, fault: SavedFault::TooLarge });
        }
        _ => {}
    }
    let buffer =
        JsFuture::from(file.array_buffer()).await.map_err(|_| Trouble::Unreadable { name: name.clone() })?;
    let bytes = Uint8Array::new(&buffer);
    match kind {
        Kind::Word => word(name, &bytes).await,
        _ => held(&name, kind, bytes.to_vec()),
    }
}

/// The text of a Word file, which another program reads that is fetched for it.
async fn word(name: String, bytes: &Uint8Array) -> Result<Held, Trouble> {
    match saver::read_docx(bytes).await {
        Some(Ok(html)) if html.len() > LIMIT_BYTES => Err(Trouble::TooLarge),
        Some(Ok(html)) => {
            let source = Source { format: Format::Html, content: html.into(), plain: None };
            Ok(Held::Entry(Entry::new(&name, Content::Text(source))))
        }
        Some(Err(fault)) => Err(Trouble::Word { name, fault }),
        None => Err(Trouble::Unreadable { name }),
    }
}

/// The kind of a file by its ending, else by its type.
fn kind_of(name: &str, media_type: &str) -> Option<Kind> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => Some(Kind::Text(Format::Html)),
        Some("txt" | "text" | "md" | "markdown") => Some(Kind::Text(Format::Text)),
        Some("docx" | "docm" | "doc") => Some(Kind::Word),
        Some("json") => Some(Kind::Saved),
        _ if media_type == "application/json" => Some(Kind::Saved),
        _ if media_type == "text/html" => Some(Kind::Text(Format::Html)),
        _ if media_type.starts_with("text/") => Some(Kind::Text(Format::Text)),
        _ => None,
    }
}

fn held(name: &str, kind: Kind, bytes: Vec<u8>) -> Result<Held, Trouble> {
    let text = decode(name, bytes)?;
    let content = match kind {
        Kind::Text(format) => Content::Text(Source { format, content: text.into(), plain: None }),
        Kind::Word | Kind::Saved => match saved::open(&text) {
            Ok(document) => Content::Saved(Rc::new(Reading::new(document)).into()),
            Err(fault) => {
                let log = Some(&fault).filter(|fault| **fault == SavedFault::Foreign);
                return match log.and_then(|_| serde_json::from_str(&text).ok()) {
                    Some(log) => Ok(Held::Log(log)),
                    None => Err(Trouble::Saved { name: name.to_owned(), fault }),
                };
            }
        },
    };
    Ok(Held::Entry(Entry::new(name, content)))
}

/// UTF-8, or UTF-16 that says so in its first two bytes, as old editors of Windows save it.
fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Trouble> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.get(2..)?.chunks_exact(2).map(|two| unit([two[0], two[1]])).collect();
        String::from_utf16(&units).ok()
    };
    let from_wide = match bytes.get(..2) {
        Some([0xff, 0xfe]) => wide(u16::from_le_bytes),
        Some([0xfe, 0xff]) => wide(u16::from_be_bytes),
        _ => None,
    };
    if let Some(text) = from_wide {
        return Ok(text);
    }
    // A picture or a program in a file that is called a text.
    if bytes.contains(&0) {
        return Err(Trouble::NotText { name: name.to_owned() });
    }
    let text = String::from_utf8(bytes).map_err(|error| Trouble::NotUtf8 {
        name: name.to_owned(),
        position: error.utf8_error().valid_up_to(),
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_tells_the_form_before_the_type_does() {
        assert_eq!(kind_of("a.HTML", ""), Some(Kind::Text(Format::Html)));
        assert_eq!(kind_of("notes.md", "text/html"), Some(Kind::Text(Format::Text)));
        assert_eq!(kind_of("README", "text/plain"), Some(Kind::Text(Format::Text)));
        assert_eq!(kind_of("a.json", "text/plain"), Some(Kind::Saved));
        assert_eq!(kind_of("Story.DOCX", ""), Some(Kind::Word));
        assert_eq!(kind_of("picture.png", "image/png"), None);
    }

    #[test]
    fn a_log_of_corrections_is_told_from_an_analysis_whatever_it_counts() {
        let held = |json: &str| held("a.json", Kind::Saved, json.into());
        for unit in ["byte", "utf16", "codepoint"] {
            let log = format!(r#"{{"corrections":"1.0","offsetUnit":"{unit}","edits":[]}}"#);
            assert!(matches!(held(&log), Ok(Held::Log(log)) if log.offset_unit.name() == unit));
        }
        for foreign in ["{}", r#"{"corrections":"1.0","offsetUnit":"inch","edits":[]}"#] {
            let fault = Err(Trouble::Saved { name: "a.json".into(), fault: SavedFault::Foreign });
            assert_eq!(held(foreign), fault);
        }
    }

    #[test]
    fn wrong_bytes_are_told_with_their_place() {
        let wrong = decode("a.txt", b"caf\xe9".to_vec());
        assert_eq!(wrong, Err(Trouble::NotUtf8 { name: "a.txt".into(), position: 3 }));
        assert_eq!(decode("a.txt", "\u{feff}é".into()), Ok("é".to_owned()));
    }

    #[test]
    fn texts_of_old_editors_are_read_and_binary_files_are_not() {
        assert_eq!(decode("a.txt", vec![0xff, 0xfe, 0xe9, 0, 0x3d, 0xd8, 0, 0xde]), Ok("é😀".to_owned()));
        assert_eq!(decode("a.txt", vec![0xfe, 0xff, 0, 0x61]), Ok("a".to_owned()));
        let binary = Err(Trouble::NotText { name: "a.txt".into() });
        assert_eq!(decode("a.txt", vec![0x50, 0x4b, 3, 4, 0, 0]), binary);
        assert_eq!(decode("a.txt", vec![0xff, 0xfe, 0, 0xd8]), binary);
    }
}
