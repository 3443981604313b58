//! JSON lines → tasks: one `{"id", "text"}` or `{"id", "html"}` a line.

use std::fmt;
use std::io::{BufRead, BufReader, Read};

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;
use whosaid::InputFormat;

use crate::fault::Fault;
use crate::task::{Body, Task};

/// The fields of a line that the command does not know, as they came and in their order.
#[derive(Debug, Default)]
pub struct Meta(Vec<(String, Box<RawValue>)>);

impl Meta {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Meta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Reads lines one at a time, whatever their number.
pub struct Lines<R> {
    name: String,
    reader: BufReader<R>,
    limit: usize,
    number: u64,
    failed: bool,
}

/// A character of text takes at most six in JSON (`\u00e9`), and other fields want room too.
fn longest_line(limit: usize) -> usize {
    limit.saturating_mul(6).saturating_add(1 << 20)
}

impl<R: Read> Lines<R> {
    pub fn new(name: String, reader: R, limit: usize) -> Self {
        Self { name, reader: BufReader::with_capacity(1 << 16, reader), limit, number: 0, failed: false }
    }

    fn bad(&self, found: String) -> Fault {
        Fault::BadLine { name: self.name.clone(), line: self.number, found }
    }

    /// The next line without its end; `None` at the end. A line that is too long is read over.
    fn line(&mut self) -> std::io::Result<Option<Result<Vec<u8>, u64>>> {
        let longest = longest_line(self.limit);
        let mut line = Vec::new();
        let mut length = 0;
        loop {
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let piece = &buffer[..end.unwrap_or(buffer.len())];
            if length + piece.len() as u64 <= longest as u64 {
                line.extend_from_slice(piece);
            }
            length += piece.len() as u64;
            let last = buffer.is_empty();
            let used = piece.len() + usize::from(end.is_some());
            self.reader.consume(used);
            if last && length == 0 && end.is_none() {
                return Ok(None);
            }
            if last || end.is_some() {
                return Ok(Some(if length > longest as u64 { Err(length) } else { Ok(line) }));
            }
        }
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = Task;

    fn next(&mut self) -> Option<Task> {
        while !self.failed {
            self.number += 1;
            let (bytes, id, body) = match self.line() {
                Ok(None) => return None,
                Ok(Some(Ok(line))) if line.trim_ascii().is_empty() => continue,
                Ok(Some(Ok(line))) => {
                    let (id, body) = parse(&line);
                    (line.len() as u64 + 1, id, body.map_err(|found| self.bad(found)))
                }
                Ok(Some(Err(length))) => {
                    let most = self.limit;
                    let found = format!("is too long ({length} bytes); a text may have {most} bytes");
                    (length, None, Err(self.bad(found)))
                }
                Err(error) => {
                    self.failed = true;
                    (0, None, Err(Fault::Unreadable { name: self.name.clone(), error }))
                }
            };
            return Some(Task { name: format!("{}, line {}", self.name, self.number), id, bytes, body });
        }
        None
    }
}

/// The `id` of a line as far as it could be read, and its text or what is wrong with it.
fn parse(line: &[u8]) -> (Option<String>, Result<Body, String>) {
    let line = match std::str::from_utf8(line) {
        Ok(line) => line,
        Err(error) => return (None, Err(format!("is not UTF-8 at byte {}", error.valid_up_to()))),
    };
    let fields = match serde_json::from_str::<Fields>(line) {
        Ok(fields) => fields,
        Err(error) => return (None, Err(format!("is not an object of JSON: {}", without_line(&error)))),
    };
    let id = match fields.id() {
        Ok(id) => id,
        Err(found) => return (None, Err(found)),
    };
    (id, fields.body())
}

/// serde_json counts lines too; ours is the only one.
fn without_line(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let told = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(told, _)| told);
    format!("{told}, at column {}", error.column())
}

/// All fields of an object, unread.
struct Fields(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object with \"text\" or \"html\"")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

impl Fields {
    fn raw(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.get()).filter(|raw| *raw != "null")
    }

    fn string(&self, name: &str) -> Result<Option<String>, String> {
        let Some(raw) = self.raw(name) else { return Ok(None) };
        let string = serde_json::from_str(raw);
        string.map(Some).map_err(|error| format!("\"{name}\" is not a string: {}", without_line(&error)))
    }

    /// Numbers are names as good as words: they are kept by their digits.
    fn id(&self) -> Result<Option<String>, String> {
        match self.raw("id") {
            Some(raw) if serde_json::from_str::<serde_json::Number>(raw).is_ok() => Ok(Some(raw.to_owned())),
            _ => self.string("id"),
        }
    }

    fn body(self) -> Result<Body, String> {
        let (text, format) = match (self.string("text")?, self.string("html")?) {
            (Some(text), None) => (text, InputFormat::Text),
            (None, Some(html)) => (html, InputFormat::Html),
            (Some(_), Some(_)) => return Err("has both \"text\" and \"html\"; give one of them".to_owned()),
            (None, None) => return Err("has neither \"text\" nor \"html\"".to_owned()),
        };
        let unknown = |(name, _): &(String, _)| !["id", "text", "html"].contains(&name.as_str());
        Ok(Body { text, format, meta: Meta(self.0.into_iter().filter(unknown).collect()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each line became, in short.
    fn told(input: &[u8]) -> Vec<String> {
        Lines::new("f".to_owned(), input, 8)
            .map(|task| match task.body {
                Ok(body) => {
                    let meta = serde_json::to_string(&body.meta).unwrap();
                    format!("{:?} {:?} {:?} {meta}", task.id, body.text, body.format)
                }
                Err(fault) => format!("{:?} {fault}", task.id),
            })
            .collect()
    }

    #[test]
    fn a_line_is_a_text_and_what_else_it_holds_is_kept_to_the_character() {
        let input =
            b"{\"id\":\"a\",\"text\":\"x\\n\",\"n\":1.50,\"b\":{\"z\":[ 1 ]}}\n\n{\"html\":\"<p>\",\"id\":7}";
        assert_eq!(
            told(input),
            ["Some(\"a\") \"x\\n\" Text {\"n\":1.50,\"b\":{\"z\":[ 1 ]}}", "Some(\"7\") \"<p>\" Html {}"]
        );
    }

    #[test]
    fn each_fault_is_named_with_its_line_and_the_next_line_goes_on() {
        let input = b"{\n[]\n{\"id\":\"a\"}\n{\"text\":1}\n\xFF\n{\"text\":\"\",\"html\":\"\"}\n{\"id\":{},\"text\":\"\"}\n{\"text\":\"ok\"}\r\n";
        let told = told(input);
        let expected = [
            "None f, line 1: is not an object of JSON: EOF while parsing an object, at column 1",
            "None f, line 2: is not an object of JSON: invalid type: sequence, expected an object",
            "Some(\"a\") f, line 3: has neither \"text\" nor \"html\"",
            "None f, line 4: \"text\" is not a string: invalid type: integer `1`, expected a string",
            "None f, line 5: is not UTF-8 at byte 0",
            "None f, line 6: has both \"text\" and \"html\"",
            "None f, line 7: \"id\" is not a string: invalid type: map, expected a string",
            "None \"ok\" Text {}",
        ];
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        for (told, expected) in told.iter().zip(expected) {
            assert!(told.starts_with(expected), "{told}");
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_read_over_without_being_kept() {
        let mut input = vec![b'x'; longest_line(8) + 1];
        input.extend(b"\n{\"text\":\"ok\"}\n");
        let told = told(&input);
        assert!(told[0].contains("line 1: is too long (1048625 bytes)"), "{}", told[0]);
        assert_eq!(told[1], "None \"ok\" Text {}");
    }
}
