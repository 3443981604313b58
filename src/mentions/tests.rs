//! Fixtures with their marks in the text: `[Ana Ruiz]{PERSON} said`. A title is marked `[Mayor]{TITLE}`.

use super::*;
use crate::blocks::{Block, BlockKind};
use crate::input::clean;
use crate::labels::EntityType;
use crate::model::MODELS;
use crate::reading::read;
use crate::segment::segment;
use crate::syntax::tag_and_parse;
use crate::text::TextSpan;
use crate::{Input, Options};

/// Analyses a text up to mentions.
pub(super) fn mentions_of(text: &str) -> (CleanText, Segments, Mentions) {
    let text = clean(&Input::text(text), &Options::default()).expect("small");
    let blocks = blocks_of(&text.text);
    let segments = segment(&text, &blocks, &MODELS);
    let reading = read(&text, &segments, &MODELS);
    let syntax = tag_and_parse(&text, &segments, &reading, &MODELS);
    let mentions = find_mentions(&text, &blocks, &segments, &reading, &syntax, &MODELS);
    (text, segments, mentions)
}

/// Parts between empty lines: bylines by their first word, datelines by their dash, headlines where no full stop ends them.
fn blocks_of(text: &str) -> Blocks {
    let mut table = Table::default();
    let mut start = 0;
    for part in text.split("\n\n") {
        let span = TextSpan::new(start, start + part.len() as u32);
        let (kind, level) = match part {
            _ if part.ends_with('.') => (BlockKind::Paragraph, 0),
            _ if part.ends_with('—') => (BlockKind::Dateline, 0),
            _ if part.to_lowercase().starts_with("by ") => (BlockKind::Byline, 0),
            _ => (BlockKind::Headline, 1),
        };
        table.push(Block { span, kind, level, confidence: Confidence::CERTAIN });
        start = span.end() + 2;
    }
    Blocks { table }
}

/// The text without marks, and the marked pieces with their labels.
fn unmark(fixture: &str) -> (String, Vec<(String, String)>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    for (index, part) in fixture.split('[').enumerate() {
        let Some((piece, rest)) = part.split_once("]{").filter(|_| index > 0) else {
            text.push_str(part);
            continue;
        };
        let (label, after) = rest.split_once('}').expect("a closed mark");
        text.push_str(piece);
        text.push_str(after);
        marks.push((piece.to_owned(), label.to_owned()));
    }
    (text, marks)
}

/// Checks that the mentions of the wanted sort are those marked, no more and no fewer.
fn check(fixture: &str, wanted: impl Fn(&Mention) -> bool) {
    let (plain, expected) = unmark(fixture);
    let (text, segments, mentions) = mentions_of(&plain);
    let mut found = Vec::new();
    let slice = |tokens| segments.span_of(tokens).map_or("", |span| text.slice(span)).to_owned();
    for mention in mentions.table.rows().iter().filter(|mention| wanted(mention)) {
        if let Some(title) = mention.title {
            found.push((slice(title), "TITLE".to_owned()));
        }
        found.push((slice(mention.tokens), mention.entity_type.name().to_owned()));
    }
    assert_eq!(found, expected, "{plain}");
}

pub(super) fn names(fixture: &str) {
    check(fixture, |mention| mention.kind == MentionKind::Name && !mention.entity_type.is_value());
}

fn nominals(fixture: &str) {
    check(fixture, |mention| mention.kind == MentionKind::Nominal);
}

fn pronouns(fixture: &str) {
    check(fixture, |mention| mention.kind == MentionKind::Pronoun);
}

#[test]
fn titles_nationalities_and_possessive_marks_stay_outside_names() {
    names("[Israeli]{NORP} [Prime Minister]{TITLE} [Benjamin Netanyahu]{PERSON}’s plan was rejected.");
    names("In response, [Hamas]{ORG} [leader]{TITLE} [Ismail Haniyeh]{PERSON} spoke.");
    names("Critics of [Secretary of State]{TITLE} [Antony Blinken]{PERSON} left.");
}

#[test]
fn telling_words_give_the_type() {
    names("He works at the [University of Leeds]{ORG}.");
    names("She joined the [Department of Health and Human Services]{ORG} in spring.");
    names("It fell into the [Volta River]{LOC} near [Gatwick Airport]{FAC}.");
    names("An attack in southern [Lebanon]{GPE} followed.");
    names("They sold [Harlow & Pike]{ORG} to [Brightwater Energy Inc.]{ORG} last week.");
    names("Nobody expected [Hurricane Agnes]{EVENT} to break the [Clean Air Act]{LAW}.");
    names("The [Harbour Workers' Union]{ORG} wants more.");
}

#[test]
fn people_are_known_by_their_names_and_by_what_stands_around() {
    names("Yesterday [Ana Ruiz]{PERSON} said so.");
    names("It was [Mohammed bin Salman]{PERSON} who called.");
    names("A spokesman, [Tarek Oyelaran]{PERSON}, 34, denied it.");
    names("We met [George W. Bush]{PERSON} there.");
}

#[test]
fn short_forms_take_the_type_of_the_long_form() {
    names(
        "[Yoav Gallant]{PERSON} spoke first. [Gallant]{PERSON} added that the [Norland Lines]{ORG} boat was late. \
         [Norland]{ORG} denied it.",
    );
}

#[test]
fn first_words_of_sentences_need_evidence() {
    names("Police said no. Rebels fled. However, officials stayed. Critics of the plan left.");
    names("Tensions rose in [Kenya]{GPE}.");
}

#[test]
fn a_short_line_ends_a_name_and_a_wrapped_line_does_not() {
    names("[Ana Ruiz]{PERSON}\n[Tom Okafor]{PERSON}\nwere there.");
    names("It was a long day for the two of them, said [Ana\nRuiz]{PERSON} of the council.");
}

#[test]
fn a_name_of_several_words_is_found_where_only_its_other_places_tell() {
    let doubtful = "The Night Ferry Union form came late.";
    names(doubtful);
    let clear = "[Night Ferry Union]{ORG} announced on Monday that it would close.";
    names(&format!("{}\n\n{clear}", doubtful.replace("Night Ferry Union", "[Night Ferry Union]{ORG}")));
}

#[test]
fn headlines_do_not_make_names_of_all_words() {
    names(
        "[Netanyahu]{PERSON}: [Hamas]{ORG} Rejects Agreement, Falters, Launches Dozens of Rockets\n\n\
         [Prime Minister]{TITLE} [Benjamin Netanyahu]{PERSON} spoke of it.",
    );
}

#[test]
fn pronouns_are_found_and_empty_it_is_not() {
    pronouns("[He]{PERSON} said [it]{MISC} broke [its]{MISC} promise.");
    pronouns("The man [who]{PERSON} left hurt [himself]{PERSON}.");
    pronouns("It is expected that prices rise. It was raining.");
}

#[test]
fn descriptions_are_whole_phrases() {
    nominals("[The Israeli army]{ORG} attacked.");
    nominals("[A former engineer]{PERSON} spoke.");
    nominals("It was denied by [a spokesman for Okafor]{PERSON}.");
    nominals("[His lawyer]{PERSON} told [officials]{PERSON}.");
}

#[test]
fn mentions_are_sorted_and_never_cross() {
    let (_, _, mentions) = mentions_of(
        "The Israeli army's chief of staff, Herzi Halevi, told the BBC’s Jeremy Bowen in Tel Aviv on Monday that \
         the U.S. Army had sent 40 officers of the Israel Defense Forces home.",
    );
    let rows = mentions.table.rows();
    assert!(rows.len() > 8);
    for (index, row) in rows.iter().enumerate() {
        for later in &rows[index + 1..] {
            assert!(row.tokens.start() <= later.tokens.start());
            assert_ne!(row.tokens, later.tokens);
            let apart = row.tokens.end() <= later.tokens.start();
            assert!(apart || row.tokens.covers(later.tokens), "{row:?} {later:?}");
        }
    }
}

#[test]
fn a_value_is_no_name() {
    check("[Two]{CARDINAL} men paid [$5 million]{MONEY} on [Monday]{DATE}.", |mention| {
        mention.entity_type.is_value() && mention.entity_type != EntityType::Misc
    });
}
