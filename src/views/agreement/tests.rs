//! Marks of readers against quotations of which all is known.

use super::*;
use crate::document::BlockRecord;
use crate::views::testing::document;
use crate::views::{TextAt, find_words};

fn mark(document: &Document, words: &str, speaker: Option<&str>) -> ReaderMark {
    let words = find_words(document, words).first().copied().expect("words of the text");
    ReaderMark { words, speaker: speaker.map(str::to_owned) }
}

/// Verdicts with the words of each row.
fn told(document: &Document, marks: &[ReaderMark]) -> Vec<(Verdict, String)> {
    let at = TextAt::new(document);
    let rows = agreement(document, marks).rows;
    rows.into_iter().map(|row| (row.verdict, at.line(row.place))).collect()
}

const FERRY: &str = "[Ana Ruiz]{e0} said that [the town will pay for two years]{q0 by e0}. [Tom Becker]{e1} told us that \
                     [the old boat needs an engine]{q1 by e1}. [He]{e1 pronoun} hopes [to order it soon]{q2 by e1}. It rained.";

fn ferry() -> Document {
    let mut document = document(FERRY, &["Ana Ruiz", "Tom Becker"]);
    let block = BlockRecord { id: 0, kind: "paragraph".into(), start: 0, end: 400 };
    document.blocks.push(block);
    document
}

#[test]
fn the_four_kinds_in_the_order_of_the_text() {
    let document = ferry();
    let marks = [
        mark(&document, "It rained", None),
        mark(&document, "the old boat needs an engine", Some("Ana Ruiz")),
        mark(&document, "town will pay for two years", Some("ruiz")),
    ];
    assert_eq!(
        told(&document, &marks),
        [
            (Verdict::Both, "the town will pay for two years".to_owned()),
            (Verdict::OtherSpeaker, "the old boat needs an engine".to_owned()),
            (Verdict::OnlyProgram, "to order it soon".to_owned()),
            (Verdict::OnlyReader, "It rained".to_owned()),
        ]
    );
    assert_eq!(agreement(&document, &marks).rows[1].marks, [1]);
}

#[test]
fn half_of_the_words_are_enough_and_less_are_not() {
    let document = ferry();
    // Three of six, two of six.
    for (words, verdict) in [("needs an engine", Verdict::Both), ("an engine", Verdict::OnlyProgram)] {
        let found = agreement(&document, &[mark(&document, words, Some("Becker"))]);
        assert_eq!(found.rows.iter().find(|row| row.quote == Some(1)).unwrap().verdict, verdict, "{words}");
    }
}

#[test]
fn each_mark_has_one_quotation_and_the_better_goes_first() {
    let document = ferry();
    let marks = [
        mark(&document, "the town will pay", Some("Ana Ruiz")),
        mark(&document, "the town will pay for two", Some("Ana Ruiz")),
    ];
    let found = agreement(&document, &marks);
    assert_eq!(found.rows.iter().find(|row| row.quote == Some(0)).unwrap().marks, [1]);
    assert_eq!(
        found.of(Verdict::OnlyReader).map(|(_, row)| row.marks.clone()).collect::<Vec<_>>(),
        [vec![0]]
    );
}

#[test]
fn the_words_that_say_who_speaks_may_be_marked_along() {
    let mut document = document("“[We won]{q0 by e0},” said [Ana Ruiz]{e0} at home.", &["Ana Ruiz"]);
    let all = mark(&document, "We won,” said Ana Ruiz", Some("Ana Ruiz"));
    assert_eq!(agreement(&document, std::slice::from_ref(&all)).count(Verdict::Both), 0);
    document.quotes[0].cue = find_words(&document, "said").first().copied();
    document.quotes[0].source = find_words(&document, "Ana Ruiz").first().copied();
    assert_eq!(agreement(&document, &[all]).count(Verdict::Both), 1);
}

#[test]
fn pieces_of_an_interrupted_quotation_may_be_marks_of_their_own() {
    let document = document(
        "“[No]{q0 by e0},” said [Ana]{e0}. “[We will stay here as long as it takes]{q0 by e0}.”",
        &["Ana"],
    );
    let no = mark(&document, "No", Some("Ana"));
    let long = mark(&document, "We will stay here as long as it takes", Some("Ana"));
    let found = agreement(&document, &[no.clone(), long.clone()]);
    assert_eq!((found.rows.len(), found.rows[0].verdict), (1, Verdict::Both));
    assert_eq!(found.rows[0].marks, [0, 1]);
    assert_eq!(agreement(&document, std::slice::from_ref(&no)).count(Verdict::Both), 1);
    // Two speakers for one quotation: one of them is another.
    let other = ReaderMark { speaker: Some("Tom".into()), ..no };
    assert_eq!(agreement(&document, &[other, long]).count(Verdict::OtherSpeaker), 1);
}

fn means(document: &Document, quote: usize, said: &str) -> bool {
    is_speaker(document, &document.quotes[quote], Some(said))
}

#[test]
fn a_person_is_known_by_any_name_with_or_without_titles() {
    let mut document = document(
        "[Dr. Lena Chen]{e0} spoke. “[Yes]{q0 by e0},” [she]{e0 pronoun} said. [The minister]{e0 nominal} left.",
        &["Lena Chen"],
    );
    document.entities[0].titles = vec!["Dr.".into(), "retired judge".into()];
    document.blocks.push(BlockRecord { id: 0, kind: "paragraph".into(), start: 0, end: 60 });
    for said in [
        "Lena Chen",
        "lena chen",
        "Chen",
        "Lena",
        "Dr. Chen",
        "Dr Lena Chen",
        "Mrs Chen",
        "L. Chen",
        "She",
        "minister",
        "the minister",
        "Minister Chen",
        "Lena Chen, the minister",
        "the retired judge",
        "judge",
        "Judge Chen",
        " Chen ",
    ] {
        assert!(means(&document, 0, said), "{said}");
    }
    for said in ["Anna Chen", "Tom", "he", "doctor who", "dr", "retired", "Lena Voss", "the ministers"] {
        assert!(!means(&document, 0, said), "{said}");
    }
    // A pronoun of another paragraph may be anybody's.
    document.blocks = vec![
        BlockRecord { id: 0, kind: "paragraph".into(), start: 0, end: 21 },
        BlockRecord { id: 1, kind: "paragraph".into(), start: 31, end: 60 },
    ];
    assert!(!means(&document, 0, "she"));
}

#[test]
fn who_has_no_name_is_known_by_the_heart_of_the_description_or_as_nobody() {
    let mut document = document(
        "[Two council members who spoke]{e0 nominal} said [it will close]{q0 by e0}. [Hamas]{e1} said [no]{q1 by e1}. [lost]{q2}",
        &["Two council members", "Hamas"],
    );
    document.entities[1].entity_type = "ORG".into();
    for said in ["council members", "members", "two council members", "the council members"] {
        assert!(means(&document, 0, said), "{said}");
    }
    assert!(!means(&document, 0, "council") && !means(&document, 0, "two"));
    assert!(means(&document, 1, "hamas") && !means(&document, 1, "Hamas officials"));
    let nobody = |quote: usize| is_speaker(&document, &document.quotes[quote], None);
    assert_eq!([nobody(0), nobody(1), nobody(2)], [true, false, true]);
    assert!(is_speaker(&document, &document.quotes[2], Some(" – ")) && !means(&document, 2, "Hamas"));
}

#[test]
fn odd_marks_and_odd_documents_are_no_fault() {
    let mut document = ferry();
    let far = ReaderMark { words: SpanRecord { start: 900, end: 7 }, speaker: Some(String::new()) };
    assert_eq!(agreement(&document, &[far.clone(), far.clone()]).count(Verdict::OnlyReader), 2);
    document.quotes[0].content.clear();
    document.quotes[1].speaker = Some(77);
    assert_eq!(agreement(&document, &[]).count(Verdict::OnlyProgram), 3);
    assert!(agreement(&document_without_words(), &[far]).of(Verdict::OnlyProgram).next().is_none());
    assert_eq!(whole_words(&document, SpanRecord { start: 9, end: 2 }), None);
}

fn document_without_words() -> Document {
    document("", &[])
}

#[test]
fn words_are_whole_and_without_their_marks() {
    let document = document("She said: “We won.”", &[]);
    let whole = |start, end| whole_words(&document, SpanRecord { start, end });
    assert_eq!(whole(12, 15), Some(SpanRecord { start: 11, end: 17 }));
    assert_eq!(whole(9, 11), None);
    assert_eq!(whole(0, 99), Some(SpanRecord { start: 0, end: 17 }));
}
