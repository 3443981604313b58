//! Offsets of a Document in another unit are those of the same analysis made in that unit.

use whosaid::document::{check, in_unit};
use whosaid::{Document, Input, Models, OffsetUnit, Options, analyze};

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Byte, OffsetUnit::Utf16, OffsetUnit::Codepoint];

/// Names, quotations with cue and source, and a notice, with characters of one to four bytes before and inside them.
const TEXT: &str = "😀 Café für alle\r\n\r\n“👩\u{200d}⚖️ We won’t go,” said Zoë Müller, mayor of Łódź. Tom Becker 😀 told her — \
                    “twice — that the “Æro” sails.\n";

fn analysed(offset_unit: OffsetUnit) -> Document {
    let options = Options { offset_unit, explain: true, ..Options::default() };
    analyze(&Input::text(TEXT), &Models::builtin().unwrap(), &options).unwrap()
}

#[test]
fn a_document_in_another_unit_is_as_if_analysed_in_it() {
    for (from, to) in UNITS.into_iter().flat_map(|from| UNITS.map(|to| (from, to))) {
        let changed = in_unit(analysed(from), to);
        assert_eq!(changed, analysed(to), "{from:?} to {to:?}");
        assert_eq!(check(&changed), Ok(()));
    }
    let document = analysed(OffsetUnit::Byte);
    assert!(!document.quotes.is_empty() && !document.notices.is_empty());
    assert!(document.quotes.iter().any(|quote| quote.cue.is_some() && quote.source.is_some()));
}

#[test]
fn offsets_from_nowhere_stop_nothing() {
    for (from, to) in UNITS.into_iter().flat_map(|from| UNITS.map(|to| (from, to))) {
        let mut document = analysed(from);
        for (place, span) in document.quotes.iter_mut().flat_map(|quote| &mut quote.content).enumerate() {
            (span.start, span.end) = (u32::MAX - place as u32, 1);
        }
        assert_eq!(in_unit(document, to).offset_unit, to);
    }
}
