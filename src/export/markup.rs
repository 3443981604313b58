//! Characters in HTML and XML: what must be written otherwise, and what neither can hold.

use std::borrow::Cow;

/// What stands for a character that the format cannot hold: one for one, so that places still count the same.
const LOST: char = '\u{FFFD}';

/// Text for the inside of an XML element or a value in double quotes. Carriage returns and, in values, tabs and line
/// ends are written as references, since readers of XML change them otherwise.
pub(super) fn xml(text: &str, in_value: bool) -> Cow<'_, str> {
    replaced(text, |character| match character {
        '\r' => Some(Written::Text("&#13;")),
        '\n' if in_value => Some(Written::Text("&#10;")),
        '\t' if in_value => Some(Written::Text("&#9;")),
        '\t' | '\n' => None,
        '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => Some(Written::Lost),
        _ => sign(character),
    })
}

/// Text for the inside of an HTML element or a value in double quotes. Line ends become line feeds, as every reader of
/// HTML makes them; control characters and noncharacters, which HTML forbids, become U+FFFD.
pub(super) fn html(text: &str) -> Cow<'_, str> {
    let text: Cow<str> =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() };
    let forbidden = |character| match character {
        '\t' | '\n' | '\u{C}' => None,
        '\0'..'\u{20}' | '\u{7F}'..'\u{A0}' | '\u{FDD0}'..='\u{FDEF}' => Some(Written::Lost),
        _ if character as u32 & 0xFFFE == 0xFFFE => Some(Written::Lost),
        _ => sign(character),
    };
    match text {
        Cow::Borrowed(text) => replaced(text, forbidden),
        Cow::Owned(text) => replaced(&text, forbidden).into_owned().into(),
    }
}

/// The language as `lang` and `xml:lang` take it; `und` where the Document's is no language tag.
pub(super) fn language(language: &str) -> &str {
    let subtag =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = language.split('-').next().unwrap_or_default();
    let is_tag = language.split('-').all(subtag) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_tag { language } else { "und" }
}

/// How a character is written that cannot stand as it is.
enum Written {
    Text(&'static str),
    Lost,
}

fn sign(character: char) -> Option<Written> {
    Some(Written::Text(match character {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => return None,
    }))
}

fn replaced(text: &str, written: impl Fn(char) -> Option<Written>) -> Cow<'_, str> {
    if text.chars().all(|character| written(character).is_none()) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match written(character) {
            Some(Written::Text(text)) => out.push_str(text),
            Some(Written::Lost) => out.push(LOST),
            None => out.push(character),
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_references_and_what_cannot_be_held_is_one_mark_each() {
        assert_eq!(xml("a<&>\"\r\n\t\0\u{FFFF}é", false), "a&lt;&amp;&gt;&quot;&#13;\n\t\u{FFFD}\u{FFFD}é");
        assert_eq!(xml("\r\n\t", true), "&#13;&#10;&#9;");
        assert_eq!(
            html("a<b>\r\n\r\0\u{85}\u{1FFFE}\u{FDD0}"),
            "a&lt;b&gt;\n\n\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
        );
        assert!(matches!(html("plain"), Cow::Borrowed(_)));
    }
}
