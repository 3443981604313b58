//! What every edit does, on one short article; and whatever a log holds, a corrected Document keeps its promises.

mod common;

use common::{UNITS, analyzed, keeps_its_promises};
use proptest::prelude::*;
use whosaid::corrections::{Corrections, Edit, QuotePlace, Reason, Who, apply};
use whosaid::document::{SpanRecord, check};
use whosaid::{Document, Input, OffsetUnit};

const TEXT: &str = "Mayor Ana Ruiz said that the bridge is safe. She urged drivers to wait.\n\n\
                    Paul Holm, an engineer, said the bridge would fall. “It is old,” Holm said.";

/// Where these words stand for the `nth` time, in code points.
fn nth(words: &str, nth: usize) -> SpanRecord {
    let (byte, _) = TEXT.match_indices(words).nth(nth).expect("words of the text");
    let start = TEXT[..byte].chars().count() as u32;
    SpanRecord { start, end: start + words.chars().count() as u32 }
}

fn at(words: &str) -> SpanRecord {
    nth(words, 0)
}

fn quoted(words: &str) -> QuotePlace {
    QuotePlace { content: vec![at(words)], cue: None }
}

/// The Document after some edits, all of which must find their place.
#[track_caller]
fn after(edits: &[Edit]) -> Document {
    let log = Corrections { edits: edits.to_vec(), ..Corrections::new(OffsetUnit::Codepoint) };
    let corrected = apply(&analyzed(&Input::text(TEXT), OffsetUnit::Codepoint), &log);
    assert_eq!(corrected.left_out, []);
    assert_eq!(check(&corrected.document), Ok(()));
    corrected.document
}

fn reason(edit: Edit) -> Option<Reason> {
    let log = Corrections { edits: vec![edit], ..Corrections::new(OffsetUnit::Codepoint) };
    let document = analyzed(&Input::text(TEXT), OffsetUnit::Codepoint);
    let corrected = apply(&document, &log);
    assert_eq!(check(&corrected.document), Ok(()));
    corrected.left_out.first().map(|left| left.reason)
}

/// Name, type and number of mentions of each entity.
fn entities(document: &Document) -> Vec<(&str, &str, usize)> {
    let rows = document.entities.iter();
    rows.map(|row| (row.name.as_str(), row.entity_type.as_str(), row.mentions.len())).collect()
}

/// Speaker and first words of each quote.
fn said(document: &Document) -> Vec<(Option<&str>, String)> {
    let quote = |quote: &whosaid::document::QuoteRecord| {
        let speaker = quote.speaker.map(|id| document.entities[id as usize].name.as_str());
        let piece = quote.content[0];
        let text = document.text.chars().skip(piece.start as usize).take((piece.end - piece.start) as usize);
        (speaker, text.collect())
    };
    document.quotes.iter().map(quote).collect()
}

#[test]
fn the_text_is_analysed_as_these_tests_expect() {
    let document = after(&[]);
    let names = [("Ana Ruiz", "PERSON", 2), ("Paul Holm", "PERSON", 3)];
    let found = entities(&document);
    assert!(names.iter().all(|name| found.contains(name)), "{found:?}");
    let people = [Some("Ana Ruiz"), Some("Ana Ruiz"), Some("Paul Holm"), Some("Paul Holm")];
    let speakers: Vec<_> = said(&document).into_iter().map(|(speaker, _)| speaker).collect();
    assert_eq!(speakers, people);
    assert!(document.quotes.iter().all(|quote| !quote.corrected));
}

#[test]
fn a_type_holds_for_all_places() {
    let document = after(&[Edit::Retype { name: nth("Holm", 1), entity_type: "ORG".into() }]);
    let holm = document.entities.iter().find(|row| row.name == "Paul Holm").unwrap();
    assert_eq!((holm.entity_type.as_str(), holm.corrected), ("ORG", true));
    for mention in &holm.mentions {
        let mention = &document.mentions[*mention as usize];
        assert_eq!((mention.entity_type.as_str(), mention.corrected, mention.confidence), ("ORG", true, 1.0));
    }
    let wrong = Edit::Retype { name: at("Ana Ruiz"), entity_type: "DATE".into() };
    assert_eq!(reason(wrong), Some(Reason::Label));
}

#[test]
fn a_new_name_keeps_the_old_one_beside_it() {
    let document = after(&[Edit::Rename { name: at("Ana Ruiz"), to: " Ana  Ruiz Soto ".into() }]);
    let ana = document.entities.iter().find(|row| row.name == "Ana Ruiz Soto").unwrap();
    assert_eq!(ana.aliases, ["Ana Ruiz"]);
    assert_eq!(reason(Edit::Rename { name: at("Ana Ruiz"), to: " ?".into() }), Some(Reason::NoName));
    assert_eq!(reason(Edit::Rename { name: at("urged"), to: "X".into() }), Some(Reason::NoMention));
}

#[test]
fn two_that_are_one_speak_as_one() {
    let document = after(&[Edit::Merge { name: at("Paul Holm"), into: at("Ana Ruiz") }]);
    assert!(said(&document).iter().all(|(speaker, _)| *speaker == Some("Ana Ruiz")));
    let ana = document.entities.iter().find(|row| row.name == "Ana Ruiz").unwrap();
    assert!(ana.aliases.contains(&"Paul Holm".to_owned()));
    assert!(!document.entities.iter().any(|row| row.name == "Paul Holm"));
}

#[test]
fn one_that_is_two_speaks_for_himself() {
    let document = after(&[Edit::Split { name: nth("Holm", 1), everywhere: false }]);
    let speakers: Vec<_> = said(&document).into_iter().map(|(speaker, _)| speaker).collect();
    assert_eq!(speakers, [Some("Ana Ruiz"), Some("Ana Ruiz"), Some("Paul Holm"), Some("Holm")]);
    let edits = [
        Edit::Split { name: nth("Holm", 1), everywhere: false },
        Edit::Merge { name: nth("Holm", 1), into: at("Paul Holm") },
    ];
    assert_eq!(said(&after(&edits)), said(&after(&[])));
}

#[test]
fn words_become_a_name_wherever_they_stand() {
    let name = Edit::AddName { span: at("bridge"), entity_type: "FAC".into(), everywhere: true };
    let document = after(std::slice::from_ref(&name));
    assert!(entities(&document).contains(&("bridge", "FAC", 2)), "{:?}", entities(&document));
    let undone = after(&[name, Edit::RejectName { name: at("bridge"), everywhere: true }]);
    assert!(!entities(&undone).iter().any(|(name, _, _)| *name == "bridge"));
    let across = SpanRecord { start: at("safe").start, end: at("She").end };
    let across = Edit::AddName { span: across, entity_type: "FAC".into(), everywhere: false };
    assert_eq!(reason(across), Some(Reason::NoWords));
}

#[test]
fn a_longer_name_takes_the_place_of_a_shorter_one() {
    let name = Edit::AddName { span: at("Mayor Ana Ruiz"), entity_type: "PERSON".into(), everywhere: false };
    let document = after(&[name]);
    let names: Vec<_> = document.mentions.iter().filter(|row| row.start < 14).map(|row| row.end).collect();
    assert_eq!(names, [at("Mayor Ana Ruiz").end]);
}

#[test]
fn another_speaker_takes_the_pronoun_along() {
    let ana = Edit::SetSpeaker { quote: quoted("to wait"), speaker: Some(Who::Mention(at("Paul Holm"))) };
    let document = after(&[ana]);
    let quote = document.quotes.iter().find(|quote| quote.corrected).unwrap();
    assert_eq!(document.entities[quote.speaker.unwrap() as usize].name, "Paul Holm");
    let she = document.mentions.iter().find(|row| row.start == at("She").start).unwrap();
    assert_eq!(she.entity, quote.speaker);
    let nobody = Edit::SetSpeaker { quote: quoted("It is old"), speaker: None };
    assert_eq!(said(&after(&[nobody])).last().unwrap().0, None);
    let other = Edit::SetSpeaker { quote: quoted("It is old"), speaker: Some(Who::Name("The crowd".into())) };
    assert_eq!(said(&after(&[other])).last().unwrap().0, Some("The crowd"));
}

#[test]
fn quotations_come_go_and_move() {
    let gone = after(&[Edit::RejectQuote { quote: quoted("It is old") }]);
    assert_eq!(gone.quotes.len(), after(&[]).quotes.len() - 1);
    assert_eq!(reason(Edit::RejectQuote { quote: quoted("an engineer") }), Some(Reason::NoQuote));
    let add = |class: &str| Edit::AddQuote {
        content: vec![at("an engineer")],
        cue: None,
        source: None,
        speaker: Some(Who::Mention(at("Ana Ruiz"))),
        class: class.into(),
        polarity: "asserted".into(),
    };
    let more = after(&[add("statement")]);
    assert!(said(&more).contains(&(Some("Ana Ruiz"), "an engineer".to_owned())));
    assert_eq!(reason(add("rumour")), Some(Reason::Label));
    let moved =
        Edit::SetContent { quote: quoted("that the bridge is safe"), content: vec![at("bridge is saf")] };
    assert_eq!(said(&after(&[moved]))[0].1, "bridge is safe");
    let denied = Edit::Classify { quote: quoted("It is old"), class: None, polarity: Some("denied".into()) };
    assert_eq!(after(&[denied]).quotes.last().unwrap().polarity, "denied");
}

#[test]
fn what_was_added_inside_of_another_has_it_as_parent() {
    let add = Edit::AddQuote {
        content: vec![at("is safe")],
        cue: None,
        source: None,
        speaker: None,
        class: "statement".into(),
        polarity: "asserted".into(),
    };
    let document = after(&[add]);
    let inner = document.quotes.iter().find(|quote| quote.corrected).unwrap();
    assert_eq!((inner.parent, inner.kind.as_str()), (Some(0), "indirect"));
    let own = document.quotes.iter().find(|quote| quote.content[0].start == at("It is old").start);
    assert_eq!(own.unwrap().kind, "direct");
}

#[test]
fn marks_around_words_are_no_part_of_what_was_said() {
    let kind_and_words = |words: &str| {
        let content = vec![at(words)];
        let document = after(&[Edit::SetContent { quote: quoted("It is old"), content }]);
        let quote = document.quotes.iter().find(|quote| quote.corrected).unwrap().clone();
        (quote.kind, said(&document).pop().unwrap().1)
    };
    let direct = |words: &str| ("direct".to_owned(), words.to_owned());
    assert_eq!(kind_and_words("“It is old,”"), direct("It is old,"));
    assert_eq!(kind_and_words("It is old"), direct("It is old"));
    assert_eq!(kind_and_words("“It is"), ("indirect".to_owned(), "It is".to_owned()));
    let mixed = kind_and_words("“It is old,” Holm said");
    assert_eq!(mixed, ("mixed".to_owned(), "It is old,” Holm said".to_owned()));
}

#[test]
fn a_log_counts_its_own_units() {
    let text = "😀 Ana Ruiz said it is over.";
    for unit in [OffsetUnit::Byte, OffsetUnit::Utf16, OffsetUnit::Codepoint] {
        let name = SpanRecord { start: 3, end: 11 };
        let edits = vec![Edit::Rename { name, to: "Ana".into() }];
        let log = Corrections { edits, ..Corrections::new(OffsetUnit::Utf16) };
        let corrected = apply(&analyzed(&Input::text(text), unit), &log);
        assert_eq!(corrected.left_out, []);
        assert!(corrected.document.entities.iter().any(|row| row.name == "Ana"));
    }
}

#[test]
fn a_log_is_kept_as_json() {
    let edits = vec![
        Edit::Retype { name: at("Ana Ruiz"), entity_type: "ORG".into() },
        Edit::SetSpeaker { quote: quoted("It is old"), speaker: Some(Who::Name("Ana".into())) },
    ];
    let log = Corrections { edits, ..Corrections::new(OffsetUnit::Utf16) };
    let json = serde_json::to_string(&log).unwrap();
    assert!(json.contains(
        r#""offsetUnit":"utf16","edits":[{"edit":"retype","name":{"start":6,"end":14},"type":"ORG"}"#
    ));
    assert_eq!(serde_json::from_str::<Corrections>(&json).unwrap(), log);
    let short = r#"{"edit":"setSpeaker","quote":{"content":[{"start":1,"end":2}]}}"#;
    assert!(serde_json::from_str::<Edit>(short).is_ok());
}

const UGLY: &str = "Ruiz: Plan “dead”\r\n\r\nPrime Minister Ben O’Neill 😀 said on Monday that officials believe he would lose. \
    “We won,” said Ana Ruiz.\n\nShe, however, told Mr. O’Neill that the U.S. Army had paid $5 million. Ruiz denied it.";

/// Places in the text and a little beyond, some turned around.
fn span() -> impl Strategy<Value = SpanRecord> {
    let edge = 0..240u32;
    prop_oneof![
        9 => (edge.clone(), 0..30u32).prop_map(|(start, length)| SpanRecord { start, end: start + length }),
        1 => (edge.clone(), edge).prop_map(|(start, end)| SpanRecord { start, end }),
    ]
}

fn spans() -> impl Strategy<Value = Vec<SpanRecord>> {
    prop::collection::vec(span(), 0..3)
}

fn quote() -> impl Strategy<Value = QuotePlace> {
    (spans(), prop::option::of(span())).prop_map(|(content, cue)| QuotePlace { content, cue })
}

fn who() -> impl Strategy<Value = Option<Who>> {
    prop::option::of(prop_oneof![
        span().prop_map(Who::Mention),
        prop::sample::select(&["Ana Ruiz", "the crowd", " ", "<b>"][..])
            .prop_map(|name| Who::Name(name.to_owned())),
    ])
}

fn label() -> impl Strategy<Value = String> {
    let labels = ["PERSON", "ORG", "DATE", "MISC", "statement", "belief", "asserted", "denied", "nonsense"];
    prop::sample::select(labels.to_vec()).prop_map(str::to_owned)
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (span(), label()).prop_map(|(name, entity_type)| Edit::Retype { name, entity_type }),
        (span(), label()).prop_map(|(name, to)| Edit::Rename { name, to }),
        (span(), span()).prop_map(|(name, into)| Edit::Merge { name, into }),
        (span(), any::<bool>()).prop_map(|(name, everywhere)| Edit::Split { name, everywhere }),
        (span(), any::<bool>()).prop_map(|(span, everywhere)| Edit::AddName {
            span,
            entity_type: "PERSON".to_owned(),
            everywhere
        }),
        (span(), any::<bool>()).prop_map(|(name, everywhere)| Edit::RejectName { name, everywhere }),
        (spans(), prop::option::of(span()), who()).prop_map(|(content, cue, speaker)| Edit::AddQuote {
            content,
            cue,
            source: cue,
            speaker,
            class: "statement".to_owned(),
            polarity: "asserted".to_owned(),
        }),
        quote().prop_map(|quote| Edit::RejectQuote { quote }),
        (quote(), who()).prop_map(|(quote, speaker)| Edit::SetSpeaker { quote, speaker }),
        (quote(), spans()).prop_map(|(quote, content)| Edit::SetContent { quote, content }),
        (quote(), prop::option::of(label())).prop_map(|(quote, class)| Edit::Classify {
            quote,
            class,
            polarity: None
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_corrected_document_keeps_its_promises(
        edits in prop::collection::vec(edit(), 0..12),
        own in prop::sample::select(&UNITS[..]),
        log in prop::sample::select(&UNITS[..]),
    ) {
        let document = analyzed(&Input::text(UGLY), own);
        let corrections = Corrections { edits, ..Corrections::new(log) };
        let corrected = apply(&document, &corrections);
        keeps_its_promises(&corrected.document);
        prop_assert_eq!(&corrected, &apply(&document, &corrections));
        let none = Corrections::new(OffsetUnit::Byte);
        prop_assert_eq!(apply(&corrected.document, &none).document, corrected.document);
    }
}
