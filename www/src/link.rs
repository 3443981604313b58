//! A text → the part of an address after `#` that carries it, and back. Browsers send nothing of that part.
//!
//! `#t=` and then, in the letters of base64url, a zlib stream of JSON: `{"v":1,"format":"text","text":…}`, with the
//! reader's log of `corrections` where there is one. zlib, not bare deflate: its sum tells a link that was cut short or
//! mistyped from a whole one. [`crate::compression`] does the middle step.

use serde::Deserialize;
use serde_json::{Value, json};
use whosaid::corrections::Corrections;

use crate::state::{Format, LIMIT_BYTES, Source};

/// Characters of the longest link that is made: mail and chat programs cut long ones. Where they do is a guess.
pub const LONGEST_LINK: usize = 30_000;

const BEGINNING: &str = "#t=";
const VERSION: u32 = 1;

/// What a link carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The text.
    pub source: Source,
    /// What its sender corrected.
    pub corrections: Option<Corrections>,
}

/// Why a link cannot be made or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It would have so many characters.
    TooLong(usize),
    /// The browser cannot compress.
    NoCompression,
    /// Characters are missing or changed.
    Damaged,
    /// It unfolds into more than [`LIMIT_BYTES`].
    TooLarge,
    /// Whole, but none of ours.
    Foreign,
    /// Of a later version of the page.
    Newer,
}

/// What goes into a link, before it is compressed.
pub fn payload(text: &str, corrections: Option<&Corrections>) -> Vec<u8> {
    let mut payload = json!({ "v": VERSION, "format": Format::Text.name(), "text": text });
    if let Some(corrections) = corrections
        && let Ok(log) = serde_json::to_value(corrections)
    {
        payload["corrections"] = log;
    }
    payload.to_string().into_bytes()
}

/// The link to a page at `address` that carries a compressed payload.
///
/// # Errors
/// [`LinkFault::TooLong`].
pub fn link(address: &str, compressed: &[u8]) -> Result<String, LinkFault> {
    let bare = address.split('#').next().unwrap_or_default();
    let link = format!("{bare}{BEGINNING}{}", letters(compressed));
    if link.len() > LONGEST_LINK { Err(LinkFault::TooLong(link.len())) } else { Ok(link) }
}

/// The compressed payload in the part of an address from its `#`; `None` where it leads to a place in the page.
///
/// # Errors
/// [`LinkFault::Damaged`] where there is a character that base64url has not.
pub fn compressed(fragment: &str) -> Option<Result<Vec<u8>, LinkFault>> {
    let letters = fragment.strip_prefix(BEGINNING)?;
    Some(bytes(letters).filter(|bytes| !bytes.is_empty()).ok_or(LinkFault::Damaged))
}

/// What a payload carries.
///
/// # Errors
/// [`LinkFault`]: it is foreign, newer or too large.
pub fn shared(payload: &[u8]) -> Result<Shared, LinkFault> {
    #[derive(Deserialize)]
    struct Version {
        v: u32,
    }
    #[derive(Deserialize)]
    struct Payload {
        format: String,
        text: String,
        #[serde(default)]
        corrections: Value,
    }
    if payload.len() > LIMIT_BYTES {
        return Err(LinkFault::TooLarge);
    }
    let foreign = |_| LinkFault::Foreign;
    let version: Version = serde_json::from_slice(payload).map_err(foreign)?;
    if version.v > VERSION {
        return Err(LinkFault::Newer);
    }
    let Payload { format, text, corrections } = serde_json::from_slice(payload).map_err(foreign)?;
    let format = Format::from_name(&format).ok_or(LinkFault::Foreign)?;
    let source = Source { format, content: text.into(), plain: None };
    if source.is_blank() {
        return Err(LinkFault::Foreign);
    }
    // A log that is not understood takes nothing from the text.
    Ok(Shared { source, corrections: serde_json::from_value(corrections).ok() })
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes in the letters of base64url, without filling.
fn letters(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .enumerate()
            .fold(0_u32, |bits, (place, byte)| bits | u32::from(*byte) << (16 - 8 * place));
        for place in 0..=three.len() {
            out.push(ALPHABET[(bits >> (18 - 6 * place)) as usize & 63] as char);
        }
    }
    out
}

/// The bytes of letters of base64url; `None` where one is foreign or a last one is missing.
fn bytes(letters: &str) -> Option<Vec<u8>> {
    // Programs that send links on may write these three otherwise.
    let letters = letters.trim().trim_end_matches('=').as_bytes();
    if letters.len() % 4 == 1 {
        return None;
    }
    let mut out = Vec::with_capacity(letters.len() / 4 * 3 + 2);
    for four in letters.chunks(4) {
        let mut bits = 0_u32;
        for (place, letter) in four.iter().enumerate() {
            let value = ALPHABET.iter().position(|other| other == letter)? as u32;
            bits |= value << (18 - 6 * place);
        }
        let [_, whole @ ..] = bits.to_be_bytes();
        out.extend(whole.get(..four.len() - 1)?);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use whosaid::OffsetUnit;
    use whosaid::corrections::Edit;
    use whosaid::document::SpanRecord;

    #[test]
    fn bytes_survive_their_letters() {
        for length in 0..200_usize {
            let there: Vec<u8> = (0..length).map(|place| (place * 151 + length) as u8).collect();
            assert_eq!(bytes(&letters(&there)), Some(there));
        }
        assert_eq!(letters(&[0xfb, 0xff, 0xfe]), "-__-");
        assert_eq!(bytes("a"), None);
        assert_eq!(bytes("ab+d"), None);
        assert_eq!(bytes("QQ=="), Some(vec![b'A']));
    }

    #[test]
    fn a_payload_comes_back_with_its_corrections() {
        let source = Source::text("“😀\r\n”");
        assert_eq!(
            shared(&payload(&source.content, None)),
            Ok(Shared { source: source.clone(), corrections: None })
        );
        let mut log = Corrections::new(OffsetUnit::Utf16);
        log.edits.push(Edit::RejectName { name: SpanRecord { start: 0, end: 3 }, everywhere: true });
        let there = shared(&payload(&source.content, Some(&log))).unwrap();
        assert_eq!(there.corrections, Some(log));
    }

    #[test]
    fn what_is_none_of_ours_is_told_apart() {
        for foreign in [
            "",
            "x",
            "[]",
            "{}",
            r#"{"v":1}"#,
            r#"{"v":1,"format":"rtf","text":"a"}"#,
            r#"{"v":1,"format":"text","text":" "}"#,
        ] {
            assert_eq!(shared(foreign.as_bytes()), Err(LinkFault::Foreign), "{foreign}");
        }
        assert_eq!(shared(br#"{"v":2,"pages":[]}"#), Err(LinkFault::Newer));
        let odd = shared(br#"{"v":1,"format":"text","text":"a","corrections":[7]}"#);
        assert_eq!(odd, Ok(Shared { source: Source::text("a"), corrections: None }));
    }

    #[test]
    fn places_in_the_page_are_no_links_and_long_ones_are_not_made() {
        assert_eq!(compressed("#voices"), None);
        assert_eq!(compressed(""), None);
        assert_eq!(compressed("#t="), Some(Err(LinkFault::Damaged)));
        assert_eq!(compressed("#t=%C3"), Some(Err(LinkFault::Damaged)));
        assert_eq!(compressed("#t=QQ"), Some(Ok(vec![b'A'])));
        assert_eq!(link("https://a.example/#voices", b"A"), Ok("https://a.example/#t=QQ".to_owned()));
        assert!(matches!(link("", &[0; LONGEST_LINK]), Err(LinkFault::TooLong(40_003))));
    }
}
