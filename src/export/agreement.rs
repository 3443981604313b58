//! What a reader found beside what the program found → CSV, a row a quotation.

use super::csv;
use crate::document::Document;
use crate::views::{Agreement, AgreementRow, Objection, ReaderMark, TextAt, entity, quote, quote_line};

/// The columns, in order.
pub const COLUMNS: [&str; 13] = [
    "group",
    "date",
    "article",
    "row",
    "found",
    "readerWords",
    "readerSpeaker",
    "programWords",
    "programSpeaker",
    "kind",
    "class",
    "programWrong",
    "why",
];

/// Stands where the reader, or the program, says that nobody is named.
const NOBODY: &str = "nobody named";

/// What was compared, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// Name of the class or group; may be empty.
    pub group: &'a str,
    /// The day, as it is to be written.
    pub date: &'a str,
    /// The reader's marks.
    pub marks: &'a [ReaderMark],
    /// Where the reader says that the program is wrong.
    pub objections: &'a [Objection],
}

/// The table with its first line, as RFC 4180 has it; cells that a spreadsheet would run begin with an apostrophe
/// ([`csv::Cells::Safe`]): names are typed by whoever sits there.
pub fn agreement_table(document: &Document, agreement: &Agreement, sheet: &Sheet) -> String {
    let rows = agreement.rows.iter().enumerate();
    let lines = rows.map(|(number, row)| csv::record(cells(document, sheet, number, row)));
    std::iter::once(csv::record(COLUMNS)).chain(lines).collect()
}

fn cells(document: &Document, sheet: &Sheet, number: usize, row: &AgreementRow) -> [String; COLUMNS.len()] {
    let at = TextAt::new(document);
    let marks: Vec<&ReaderMark> = row.marks.iter().filter_map(|mark| sheet.marks.get(*mark)).collect();
    let words: Vec<_> = marks.iter().map(|mark| at.line(mark.words)).collect();
    let mut speakers: Vec<_> = marks.iter().map(|mark| mark.speaker.as_deref().unwrap_or(NOBODY)).collect();
    speakers.dedup();
    let found = row.quote.and_then(|id| quote(document, id));
    let speaker = |quote: &crate::document::QuoteRecord| {
        let entity = quote.speaker.and_then(|id| entity(document, id));
        entity.map_or_else(|| NOBODY.to_owned(), |entity| entity.name.clone())
    };
    let objection = sheet.objections.iter().find(|it| it.place == row.place);
    [
        sheet.group.to_owned(),
        sheet.date.to_owned(),
        document.title.clone().unwrap_or_default(),
        (number + 1).to_string(),
        row.verdict.name().to_owned(),
        words.join(" … "),
        speakers.join("; "),
        found.map_or_else(String::new, |quote| quote_line(&at, quote)),
        found.map_or_else(String::new, speaker),
        found.map_or_else(String::new, |quote| quote.kind.clone()),
        found.map_or_else(String::new, |quote| quote.class.clone()),
        objection.is_some().to_string(),
        objection.map_or_else(String::new, |it| it.why.clone()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::SpanRecord;
    use crate::views::agreement;
    use crate::views::testing::document;

    #[test]
    fn a_row_a_quotation_and_nothing_that_a_spreadsheet_runs() {
        let document = document("[Ana]{e0} said [it, works]{q0 by e0}. [Rain]{q1} fell.", &["Ana"]);
        let words = SpanRecord { start: 9, end: 18 };
        let marks = [ReaderMark { words, speaker: Some("=Tom()".into()) }];
        let found = agreement(&document, &marks);
        let objections = [Objection { place: found.rows[1].place, why: "nobody \"says\" it".into() }];
        let sheet = Sheet { group: "7b", date: "2026-05-04", marks: &marks, objections: &objections };
        let table = agreement_table(&document, &found, &sheet);
        let lines: Vec<_> = table.split_terminator("\r\n").collect();
        assert_eq!(lines[0], COLUMNS.join(","));
        assert_eq!(
            lines[1],
            "7b,2026-05-04,,1,otherSpeaker,\"it, works\",'=Tom(),\"it, works\",Ana,indirect,statement,false,"
        );
        assert_eq!(
            lines[2],
            "7b,2026-05-04,,2,onlyProgram,,,Rain,nobody named,indirect,statement,true,\"nobody \"\"says\"\" it\""
        );
        assert_eq!(lines.len(), 3);
    }
}
