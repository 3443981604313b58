//! Files that a reader drops or picks → texts to analyse.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::state::{Format, LIMIT_BYTES, Source, Trouble};

/// What the file picker offers.
pub const ACCEPTED: &str = ".txt,.text,.md,.markdown,.html,.htm,text/plain,text/html,text/markdown";

/// Reads one file.
///
/// # Errors
/// What to tell the reader: another kind, too large, unreadable, not UTF-8.
pub async fn read(file: File) -> Result<Source, Trouble> {
    let name = file.name();
    let format = format_of(&name, &file.type_()).ok_or_else(|| Trouble::WrongKind { name: name.clone() })?;
    if file.size() > LIMIT_BYTES as f64 {
        return Err(Trouble::TooLarge);
    }
    let buffer =
        JsFuture::from(file.array_buffer()).await.map_err(|_| Trouble::Unreadable { name: name.clone() })?;
    decode(&name, format, Uint8Array::new(&buffer).to_vec())
}

/// The form of a file by its ending, else by its type.
fn format_of(name: &str, media_type: &str) -> Option<Format> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => Some(Format::Html),
        Some("txt" | "text" | "md" | "markdown") => Some(Format::Text),
        _ if media_type == "text/html" => Some(Format::Html),
        _ if media_type.starts_with("text/") => Some(Format::Text),
        _ => None,
    }
}

fn decode(name: &str, format: Format, bytes: Vec<u8>) -> Result<Source, Trouble> {
    let text = String::from_utf8(bytes).map_err(|error| Trouble::NotUtf8 {
        name: name.to_owned(),
        position: error.utf8_error().valid_up_to(),
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(Source { format, content: text.into(), plain: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_tells_the_form_before_the_type_does() {
        assert_eq!(format_of("a.HTML", ""), Some(Format::Html));
        assert_eq!(format_of("notes.md", "text/html"), Some(Format::Text));
        assert_eq!(format_of("README", "text/plain"), Some(Format::Text));
        assert_eq!(format_of("picture.png", "image/png"), None);
    }

    #[test]
    fn wrong_bytes_are_told_with_their_place() {
        let wrong = decode("a.txt", Format::Text, b"caf\xe9".to_vec());
        assert_eq!(wrong, Err(Trouble::NotUtf8 { name: "a.txt".into(), position: 3 }));
        let right = decode("a.txt", Format::Text, "\u{feff}é".into()).unwrap();
        assert_eq!(&*right.content, "é");
    }
}
