//! What holds for every text, tried on ugly news and on arbitrary characters.

mod common;

use common::{UNITS, analyzed, keeps_its_promises, models, pieces};
use proptest::prelude::*;
use whosaid::labels::EntityType;
use whosaid::views::name_sentences;
use whosaid::{Input, OffsetUnit, Options};

/// Pieces of news from which texts are thrown together: names, verbs of saying, marks of every style, the
/// leftovers of pages and word processors.
const PIECES: &[&str] = &[
    "Ana Ruiz",
    "Prime Minister Ben O’Neill",
    "the U.S. Army",
    "officials",
    "a spokesman for the union",
    "He",
    "she",
    "they",
    "I",
    "we",
    "Mr. Smith’s",
    "von der Leyen",
    "Hamas",
    "Côte d’Ivoire",
    "李明",
    "محمد",
    "שלום",
    "said",
    "said that",
    "told reporters",
    "has not said",
    "denied that",
    "urged",
    "to leave",
    "believes",
    "asked whether",
    "according to",
    "warned:",
    "claims that",
    "would say",
    "rejected",
    "don't",
    "can’t",
    "gonna",
    "it's",
    "the plan",
    "will not work",
    "is over",
    "$3.5 million",
    "5%",
    "12:30 p.m.",
    "May 5, 2024",
    "1,000",
    "3rd",
    "Q&A",
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "‟",
    "‹",
    "›",
    "``",
    "''",
    "「",
    "」",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    "...",
    "…",
    "!",
    "?",
    ":",
    ";",
    "—",
    "--",
    "-",
    "/",
    "*",
    "#",
    "@ana",
    "https://example.org/a?b=c",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{2028}",
    "\u{202e}",
    "\u{301}",
    "\u{0}",
    "😀",
    "👩‍⚖️",
    "🇬🇧",
    "�",
    "Leave a Reply",
    "Advertisement",
    "By Ana Ruiz",
    "LONDON (AP) —",
    "Q:",
    "A:",
    "RUIZ:",
    "Ruiz: Plan “dead”",
    "<p>",
    "</p>",
    "<b>",
    "<!--",
    "-->",
    "&amp;",
    "&nbsp;",
    "&#8220;",
    "<script>",
    "</script>",
    "<h1>",
    "</h1>",
    "<",
    ">",
];

fn news() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    let gap = prop::sample::select(&[" ", " ", " ", " ", "", "\n"][..]);
    prop::collection::vec((piece, gap), 0..60)
        .prop_map(|parts| parts.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

fn html() -> impl Strategy<Value = String> {
    (news(), news(), news()).prop_map(|(title, lead, body)| {
        format!("<html><head><title>{title}</title></head><body><nav>{lead}</nav><article><h1>{title}</h1><p>{lead}<p>{body}</article>")
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![4 => news(), 1 => html(), 1 => any::<String>(), 1 => "\\PC{0,200}"]
}

fn any_unit() -> impl Strategy<Value = OffsetUnit> {
    prop::sample::select(&UNITS[..])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_document_keeps_its_promises_in_each_unit(text in any_text(), unit in any_unit()) {
        keeps_its_promises(&analyzed(&Input::text(&text), unit));
    }

    #[test]
    fn html_keeps_the_same_promises(text in prop_oneof![html(), news()], unit in any_unit()) {
        keeps_its_promises(&analyzed(&Input::html(&text), unit));
    }

    #[test]
    fn plain_text_is_kept_to_the_character(text in any_text()) {
        prop_assert_eq!(analyzed(&Input::text(&text), OffsetUnit::Byte).text, text);
    }

    #[test]
    fn spans_stand_for_the_same_characters_in_every_unit(text in any_text()) {
        let [bytes, utf16, codepoints] = UNITS.map(|unit| analyzed(&Input::text(&text), unit));
        prop_assert_eq!(pieces(&bytes), pieces(&utf16));
        prop_assert_eq!(pieces(&bytes), pieces(&codepoints));
    }

    #[test]
    fn the_same_text_gives_the_same_document(text in any_text()) {
        let first = analyzed(&Input::text(&text), OffsetUnit::Codepoint);
        prop_assert_eq!(first, analyzed(&Input::text(&text), OffsetUnit::Codepoint));
    }

    #[test]
    fn json_and_back_is_the_same_document(text in any_text(), unit in any_unit()) {
        let document = analyzed(&Input::text(&text), unit);
        let json = whosaid::export::json(&document);
        prop_assert_eq!(whosaid::document::read(&json), Ok(document));
    }

    #[test]
    fn every_name_says_why_and_nothing_else_does(text in any_text(), beyond in any::<u32>()) {
        let (input, options) = (Input::text(&text), Options::default());
        let analysis = whosaid::analyze::analyze_layers(&input, models(), &options).unwrap();
        prop_assert!(analysis.explain_name(models(), beyond.max(100_000)).is_none());
        let mut document = whosaid::document::build(&analysis.layers(), &input, models(), &options);
        for mention in &mut document.mentions {
            mention.why = analysis.explain_name(models(), mention.id);
            prop_assert_eq!(mention.why.is_some(), mention.kind == "name");
            if let (Some(why), Some(kind)) = (&mention.why, EntityType::from_name(&mention.entity_type)) {
                prop_assert!(why.reasons.len() <= 5);
                let sentences = name_sentences(kind, why);
                prop_assert!((1..=7).contains(&sentences.len()));
                prop_assert!(sentences.iter().all(|sentence| sentence.ends_with('.')));
            }
        }
        let json = whosaid::export::json(&document);
        prop_assert_eq!(whosaid::document::read(&json), Ok(document));
    }

    #[test]
    fn csv_has_one_row_a_quotation_whatever_the_words(text in any_text()) {
        let document = analyzed(&Input::text(&text), OffsetUnit::Codepoint);
        let table = whosaid::export::export(&document, whosaid::export::ExportFormat::Csv);
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let rows: Result<Vec<_>, _> = reader.records().collect();
        prop_assert_eq!(rows.map(|rows| rows.len()).ok(), Some(document.quotes.len()));
    }
}
