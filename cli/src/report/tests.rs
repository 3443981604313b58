//! The report of a Document made by hand.

use super::*;
use whosaid::document::{BlockRecord, EntityRecord, MentionRecord, QuoteRecord, SpanRecord, TokenColumns};

/// "Ana Ruiz said the plan works." with its name, cue and content.
fn document() -> Document {
    let text = "Ana Ruiz said the\nplan \u{1b}[31mworks.";
    let models = whosaid::Models::builtin().unwrap();
    let input = whosaid::Input::text(text);
    let mut document = whosaid::analyze(&input, &models, &whosaid::Options::default()).unwrap();
    document.blocks = vec![BlockRecord { id: 0, kind: "paragraph".to_owned(), start: 0, end: 34 }];
    document.mentions = vec![MentionRecord {
        id: 0,
        start: 0,
        end: 8,
        kind: "name".to_owned(),
        entity_type: "PERSON".to_owned(),
        entity: Some(0),
        value: None,
        why: None,
        corrected: false,
        confidence: 1.0,
    }];
    document.entities = vec![EntityRecord {
        id: 0,
        entity_type: "PERSON".to_owned(),
        name: "Ana Ruiz".to_owned(),
        aliases: Vec::new(),
        titles: vec!["Mayor".to_owned()],
        affiliations: Vec::new(),
        gender: "unknown".to_owned(),
        mentions: vec![0],
        corrected: false,
    }];
    document.quotes = vec![QuoteRecord {
        id: 0,
        kind: "indirect".to_owned(),
        class: "belief".to_owned(),
        polarity: "denied".to_owned(),
        content: vec![SpanRecord { start: 14, end: 33 }],
        cue: Some(SpanRecord { start: 9, end: 13 }),
        source: Some(SpanRecord { start: 0, end: 8 }),
        speaker: Some(0),
        addressees: vec![0],
        parent: None,
        confidence: 1.0,
        why: None,
        corrected: false,
    }];
    document.tokens = TokenColumns {
        start: vec![14],
        end: vec![17],
        upos: vec!["DET".to_owned()],
        lemma: vec!["the".to_owned()],
        head: vec![None],
        deprel: vec!["root".to_owned()],
    };
    document.sentences.clear();
    document.notices.clear();
    document
}

#[test]
fn without_colour_the_marks_are_brackets_with_numbers() {
    let expected = "
  Ana Ruiz said [0 the plan \u{fffd}[31mworks].

Who said what: 1 quotation from 1 speaker

Ana Ruiz, Mayor (1, 100 % of the words)
   0  said (to Ana Ruiz) the plan \u{fffd}[31mworks [belief, denied]

Names
  PERSON  Ana Ruiz (1)
";
    assert_eq!(report(&document(), &Look { colour: false, width: 80 }), expected);
}

#[test]
fn with_colour_the_same_words_carry_styles() {
    let coloured = report(&document(), &Look { colour: true, width: 80 });
    let plain = anstream::adapter::strip_str(&coloured).to_string();
    assert_eq!(plain, report(&document(), &Look { colour: false, width: 80 }));
    let underlined = Style::new().underline();
    assert!(coloured.contains(&format!("{underlined}Ana Ruiz{underlined:#} ")), "{coloured:?}");
}

#[test]
fn no_line_is_wider_than_the_page() {
    let mut document = document();
    document.text = "wide漢字 ".repeat(60) + &"x".repeat(200);
    document.quotes.clear();
    document.mentions.clear();
    document.entities.clear();
    let end = document.text.chars().count() as u32;
    document.blocks[0].end = end;
    for line in report(&document, &Look { colour: false, width: 40 }).lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 40, "{line:?}");
    }
}

#[test]
fn dates_and_sums_say_what_they_mean() {
    let models = whosaid::Models::builtin().unwrap();
    let input = whosaid::Input::text("They paid $3.5 billion on Nov. 3, 2024, and 12 men came on Monday.");
    let document = whosaid::analyze(&input, &models, &whosaid::Options::default()).unwrap();
    let section = values_section(&document, &Look { colour: false, width: 100 });
    assert!(section.contains("Nov. 3, 2024 = 3 November 2024"), "{section}");
    assert!(section.contains("$3.5 billion = 3,500,000,000 USD"), "{section}");
    assert!(!section.contains("Monday") && !section.contains("12"), "{section}");
}
