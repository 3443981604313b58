//! Bytes from a file → text, or one clear sentence why it is none.

use std::io::Read;

use crate::fault::Fault;

/// Reads a whole text of at most `limit` bytes.
pub fn read(name: &str, reader: impl Read, limit: usize) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells that there is more, whatever kind of file it is.
    let read = reader.take(limit as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Fault::Unreadable { name: name.to_owned(), error })?;
    if bytes.len() > limit {
        let found = std::fs::metadata(name).ok().filter(std::fs::Metadata::is_file).map(|data| data.len());
        return Err(Fault::TooLarge { name: name.to_owned(), limit, found });
    }
    text(name, bytes)
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, Fault> {
    let name = name.to_owned();
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Fault::Wide { name });
    }
    // No text file holds a zero byte; nearly every picture, archive and PDF does, and early.
    if let Some(position) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Fault::Binary { name, position });
    }
    String::from_utf8(bytes).map_err(|error| {
        let position = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let byte = bytes.get(position).copied().unwrap_or_default();
        let line = 1 + bytes.iter().take(position).filter(|byte| **byte == b'\n').count();
        Fault::NotUtf8 { name, byte, position, line }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8], limit: usize) -> String {
        read("f", bytes, limit).map_or_else(|fault| fault.to_string(), |text| format!("ok {text}"))
    }

    #[test]
    fn each_kind_of_bad_file_is_told_apart() {
        assert_eq!(told("é\r\n".as_bytes(), 4), "ok é\r\n");
        assert!(told(b"abcde", 4).starts_with("f: is larger than the limit of 4 bytes; "));
        assert!(told(b"GIF\0", 9).starts_with("f: looks like a binary file (a zero byte at position 3)"));
        assert!(told(b"a\ncaf\xE9", 9).starts_with("f: is not UTF-8: byte 0xE9 at position 5, line 2"));
        assert!(told(b"\xFF\xFEa\0", 9).starts_with("f: is UTF-16"));
    }

    #[test]
    fn a_character_cut_short_at_the_end_is_named_where_it_begins() {
        assert!(told(&"aé".as_bytes()[..2], 9).contains("byte 0xC3 at position 1, line 1"));
    }
}
