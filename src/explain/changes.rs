//! What became of the characters of a stretch of text before anything was read.

use super::records::Change;
use crate::document::SpanRecord;
use crate::input::CleanText;
use crate::text::{SourceSpan, TextSpan};

/// Changes told of at most: more are litter of one kind.
const MOST: usize = 200;

/// The changes inside a span of cleaned text; `place` gives their places in the record.
pub(super) fn changes(
    text: &CleanText,
    span: TextSpan,
    place: impl Fn(SourceSpan) -> SpanRecord,
) -> Vec<Change> {
    let replaced = text.map.replaced(span).take(MOST);
    let changes = replaced.map(|(to, from)| {
        let (given, cleaned) = (from.slice(&text.source), to.slice(&text.text));
        let SpanRecord { start, end } = place(from);
        let kind = kind(given, cleaned).to_owned();
        Change { start, end, kind, given: given.to_owned(), cleaned: cleaned.to_owned() }
    });
    changes.collect()
}

fn kind(given: &str, cleaned: &str) -> &'static str {
    let breaks = |text: &str| text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
    match cleaned {
        "" if breaks(given) => "brokenWord",
        "" => "invisible",
        _ if breaks(given) => "lineEnd",
        _ if cleaned.trim().is_empty() => "space",
        _ => "letters",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{Input, clean};
    use crate::options::Options;

    #[test]
    fn every_kind_of_change_is_told_by_its_name() {
        let given = "a\u{200b} \u{fb01}re\u{a0}in\r\nOcto-\nber, Aber-\nCole is here";
        let text = clean(&Input::text(given), &Options::default()).unwrap();
        let all = TextSpan::new(0, text.text.len() as u32);
        let found = changes(&text, all, |span| SpanRecord { start: span.start(), end: span.end() });
        let told: Vec<_> =
            found.iter().map(|it| (it.kind.as_str(), it.given.as_str(), it.cleaned.as_str())).collect();
        assert_eq!(
            told,
            [
                ("invisible", "\u{200b}", ""),
                ("letters", "\u{fb01}", "fi"),
                ("space", "\u{a0}", " "),
                ("lineEnd", "\r\n", "\n"),
                ("brokenWord", "-\n", ""),
                ("brokenWord", "\n", ""),
            ]
        );
        for change in &found {
            assert_eq!(given.get(change.start as usize..change.end as usize), Some(change.given.as_str()));
        }
        let plain = clean(&Input::text("Ana left."), &Options::default()).unwrap();
        assert!(changes(&plain, TextSpan::new(0, 9), |_| SpanRecord { start: 0, end: 0 }).is_empty());
    }
}
