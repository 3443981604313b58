//! A log with its offsets in another unit.

use super::edit::{Corrections, Edit, QuotePlace, Who};
use crate::document::SpanRecord;
use crate::text::{OffsetUnit, UnitConverter};

impl Corrections {
    /// The same log with offsets in another unit of the text that it is about. Places that lie outside of it end with it.
    #[must_use]
    pub fn in_unit(self, text: &str, unit: OffsetUnit) -> Self {
        if self.offset_unit == unit {
            return self;
        }
        let [from, to] = [self.offset_unit, unit].map(|unit| UnitConverter::new(text, unit));
        let converter = Converter { from, to, length: u32::try_from(text.len()).unwrap_or(u32::MAX) };
        let edits = self.edits.into_iter().map(|edit| converter.edit(edit)).collect();
        Self { offset_unit: unit, edits, ..self }
    }
}

struct Converter {
    from: UnitConverter,
    to: UnitConverter,
    length: u32,
}

impl Converter {
    fn span(&self, span: SpanRecord) -> SpanRecord {
        let edge = |offset| self.to.from_byte(self.from.to_byte(offset).min(self.length));
        SpanRecord { start: edge(span.start), end: edge(span.end) }
    }

    fn spans(&self, spans: Vec<SpanRecord>) -> Vec<SpanRecord> {
        spans.into_iter().map(|span| self.span(span)).collect()
    }

    fn quote(&self, quote: QuotePlace) -> QuotePlace {
        QuotePlace { content: self.spans(quote.content), cue: quote.cue.map(|cue| self.span(cue)) }
    }

    fn who(&self, who: Option<Who>) -> Option<Who> {
        who.map(|who| match who {
            Who::Mention(span) => Who::Mention(self.span(span)),
            Who::Name(name) => Who::Name(name),
        })
    }

    fn edit(&self, edit: Edit) -> Edit {
        match edit {
            Edit::Retype { name, entity_type } => Edit::Retype { name: self.span(name), entity_type },
            Edit::Rename { name, to } => Edit::Rename { name: self.span(name), to },
            Edit::Merge { name, into } => Edit::Merge { name: self.span(name), into: self.span(into) },
            Edit::Split { name, everywhere } => Edit::Split { name: self.span(name), everywhere },
            Edit::AddName { span, entity_type, everywhere } => {
                Edit::AddName { span: self.span(span), entity_type, everywhere }
            }
            Edit::RejectName { name, everywhere } => Edit::RejectName { name: self.span(name), everywhere },
            Edit::AddQuote { content, cue, source, speaker, class, polarity } => Edit::AddQuote {
                content: self.spans(content),
                cue: cue.map(|cue| self.span(cue)),
                source: source.map(|source| self.span(source)),
                speaker: self.who(speaker),
                class,
                polarity,
            },
            Edit::RejectQuote { quote } => Edit::RejectQuote { quote: self.quote(quote) },
            Edit::SetSpeaker { quote, speaker } => {
                Edit::SetSpeaker { quote: self.quote(quote), speaker: self.who(speaker) }
            }
            Edit::SetContent { quote, content } => {
                Edit::SetContent { quote: self.quote(quote), content: self.spans(content) }
            }
            Edit::Classify { quote, class, polarity } => {
                Edit::Classify { quote: self.quote(quote), class, polarity }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_every_edit_is_counted_anew_and_comes_back() {
        let text = "😀😀😀😀😀😀";
        let place = |start, end| SpanRecord { start, end };
        let quote = || QuotePlace { content: vec![place(0, 1), place(2, 3)], cue: Some(place(3, 4)) };
        let mut log = Corrections::new(OffsetUnit::Codepoint);
        log.edits = vec![
            Edit::Retype { name: place(0, 1), entity_type: "ORG".into() },
            Edit::Rename { name: place(1, 2), to: "x".into() },
            Edit::Merge { name: place(2, 3), into: place(3, 4) },
            Edit::Split { name: place(4, 5), everywhere: true },
            Edit::AddName { span: place(5, 6), entity_type: "ORG".into(), everywhere: false },
            Edit::RejectName { name: place(0, 2), everywhere: false },
            Edit::AddQuote {
                content: vec![place(0, 1)],
                cue: Some(place(1, 2)),
                source: Some(place(2, 3)),
                speaker: Some(Who::Mention(place(3, 4))),
                class: "statement".into(),
                polarity: "denied".into(),
            },
            Edit::RejectQuote { quote: quote() },
            Edit::SetSpeaker { quote: quote(), speaker: Some(Who::Name("x".into())) },
            Edit::SetContent { quote: quote(), content: vec![place(4, 6)] },
            Edit::Classify { quote: quote(), class: None, polarity: Some("denied".into()) },
        ];
        // Of these letters each is four bytes and two units of UTF-16.
        let numbers = |log: &Corrections| -> Vec<u32> {
            let written = format!("{:?}", log.edits);
            let digits = written.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
            digits.map(|digits| digits.parse().unwrap()).collect()
        };
        for (unit, each) in [(OffsetUnit::Byte, 4), (OffsetUnit::Utf16, 2)] {
            let there = log.clone().in_unit(text, unit);
            assert_eq!(there.offset_unit, unit);
            assert_eq!(numbers(&there), numbers(&log).iter().map(|number| number * each).collect::<Vec<_>>());
            assert_eq!(there.in_unit(text, OffsetUnit::Codepoint), log);
        }
    }

    #[test]
    fn places_outside_the_text_end_with_it() {
        let mut log = Corrections::new(OffsetUnit::Utf16);
        log.edits = vec![Edit::Rename { name: SpanRecord { start: 2, end: u32::MAX }, to: "x".into() }];
        let there = log.in_unit("😀", OffsetUnit::Byte);
        assert_eq!(there.edits, [Edit::Rename { name: SpanRecord { start: 4, end: 4 }, to: "x".into() }]);
    }
}
