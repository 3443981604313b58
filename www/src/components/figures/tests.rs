//! Every figure of real articles at every width: nothing leaves the sheet, and all numbers agree.

use std::rc::Rc;

use super::drawing::{Anchor, Drawing, Shape};
use super::file::{self, Caption};
use super::measure::width_of;
use super::subject::{Facts, Subject};
use crate::messages::answer_for;
use crate::reading::Reading;
use crate::words::figures as words;

fn facts(text: &str) -> Facts {
    Facts::new(Rc::new(Reading::new(answer_for(text).document().unwrap())))
}

const ARTICLES: [&str; 3] = [
    include_str!("../../../../seeds/articles/wire-story.txt"),
    include_str!("../../../../seeds/articles/interview.txt"),
    "Ana Ruiz told Bo Lind that Bo Lind's very long ferry would go. \"No,\" said a man.",
];

/// Left and right of what a shape covers; rising words are left out.
fn reach(shape: &Shape) -> Option<[f64; 2]> {
    match shape {
        Shape::Box { at: [x, _, width, _], .. } => Some([*x, x + width]),
        Shape::Lines { .. } => None,
        Shape::Words { rising: true, .. } => None,
        Shape::Words { at: [x, _], words, face, anchor, .. } => {
            let width = width_of(words, face.size());
            Some(match anchor {
                Anchor::Start => [*x, x + width],
                Anchor::Middle => [x - width / 2.0, x + width / 2.0],
                Anchor::End => [x - width, *x],
            })
        }
    }
}

fn words_of(drawing: &Drawing) -> Vec<&str> {
    let mut found = Vec::new();
    for shape in &drawing.shapes {
        if let Shape::Words { words, .. } = shape {
            found.push(words.as_str());
        }
    }
    found
}

#[test]
fn nothing_leaves_the_sheet_at_any_width() {
    for text in ARTICLES {
        let facts = facts(text);
        for subject in Subject::ALL {
            for width in [300.0, 328.0, 399.0, 460.0, 498.0, 610.0, 722.0, 1168.0] {
                let drawing = subject.draw(&facts, width, false);
                assert!(drawing.height > 20.0 && drawing.width >= width);
                for shape in &drawing.shapes {
                    if let Some([left, right]) = reach(shape) {
                        let inside = left >= -1.0 && right <= drawing.width + 1.0;
                        assert!(
                            inside,
                            "{subject:?} {width}: {left} to {right} of {}: {shape:?}",
                            drawing.width
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn tables_have_a_row_for_everything_and_a_cell_for_every_column() {
    let facts = facts(ARTICLES[0]);
    let voices = facts.reading.voices.len();
    let expected = [voices, voices + 1, facts.appearances.len(), facts.exchanges.cells.len()];
    for (subject, rows) in Subject::ALL.into_iter().zip(expected) {
        let sheet = subject.sheet(&facts);
        assert_eq!(sheet.rows.len(), rows, "{subject:?}");
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{subject:?}");
        for row in &sheet.rows {
            for number in row.iter().skip(sheet.first_number) {
                assert!(
                    number.starts_with(|it: char| it.is_ascii_digit()) || number == "under 1%",
                    "{number}"
                );
            }
        }
    }
}

#[test]
fn a_long_figure_is_capped_until_all_is_wanted() {
    let facts = facts(ARTICLES[0]);
    assert!(Subject::Appearances.is_long(&facts));
    let [some, all] = [false, true].map(|all| Subject::Appearances.draw(&facts, 700.0, all));
    assert!(all.height > some.height);
    let last = facts.appearances.last().unwrap().name.as_str();
    assert!(words_of(&all).contains(&last) && !words_of(&some).contains(&last));
    assert!(words::source(&facts, true).contains("first 12"));
}

#[test]
fn ticks_that_fall_together_are_drawn_once() {
    let mut facts = facts(ARTICLES[0]);
    let name = facts.appearances.first_mut().unwrap();
    let mention = *name.mentions.first().unwrap();
    name.mentions = vec![mention; 10_000];
    let drawing = Subject::Appearances.draw(&facts, 700.0, false);
    let longest = drawing.shapes.iter().map(|shape| match shape {
        Shape::Lines { path, .. } => path.len(),
        _ => 0,
    });
    assert!(longest.max().unwrap() < 1_000);
}

#[test]
fn sentences_tell_what_is_drawn() {
    let facts = facts(ARTICLES[2]);
    let told: Vec<_> = Subject::ALL.map(|subject| subject.sentence(&facts)).to_vec();
    assert!(told.iter().all(|sentence| sentence.ends_with('.') && !sentence.contains("  ")), "{told:?}");
    assert!(told[0].starts_with("Ana Ruiz is given the most words"), "{}", told[0]);
    assert!(told[3].contains("Bo Lind is spoken about most"), "{}", told[3]);
    assert!(words::missing(&facts).is_none());
}

#[test]
fn where_nothing_is_found_there_is_nothing_to_draw_and_that_is_said() {
    let facts = facts("It rained all day.");
    assert!(Subject::ALL.into_iter().all(|subject| subject.rows(&facts) == 0));
    assert!(words::missing(&facts).is_some());
    for subject in Subject::ALL {
        assert!(subject.draw(&facts, 300.0, true).width >= 300.0);
        assert!(subject.sheet(&facts).columns.len() > 3);
        subject.sentence(&facts);
    }
}

#[test]
fn names_of_an_article_cannot_break_a_file() {
    let mut facts = facts(ARTICLES[2]);
    let reading = Rc::make_mut(&mut facts.reading);
    for entity in &mut Rc::make_mut(&mut reading.document).entities {
        entity.name = "<script>\u{0}&\"'</svg>".to_owned();
    }
    for subject in Subject::ALL {
        let sentence = subject.sentence(&facts);
        let caption = Caption {
            heading: words::heading(subject),
            sentence: &sentence,
            source: &words::source(&facts, false),
        };
        let file = file::svg(&subject.draw(&facts, file::WIDTH, true), caption);
        assert_eq!(file.text.matches("</svg>").count(), 1);
        assert!(!file.text.contains("<script") && !file.text.contains('\0'));
        assert_eq!(file.text.matches("<text").count(), file.text.matches("</text>").count());
    }
}
