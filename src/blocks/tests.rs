//! Tests of the blocks stage: small texts in, kinds and first words out.

use super::*;
use crate::input::{Input, clean};
use crate::model::MODELS;
use crate::options::Options;

fn blocks_of(input: &Input) -> Vec<(BlockKind, String)> {
    let text = clean(input, &Options::default()).unwrap();
    let rows = find_blocks(&text, &MODELS);
    check_promises(&text, &rows);
    rows.table
        .rows()
        .iter()
        .map(|block| (block.kind, text.slice(block.span).split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect()
}

/// Blocks lie in order, hold every printed character, and nest only where furniture cuts a paragraph.
fn check_promises(text: &CleanText, blocks: &Blocks) {
    let mut covered = 0;
    let mut outer = TextSpan::new(0, 0);
    for block in blocks.table.rows() {
        assert!(!block.span.is_empty() && !text.slice(block.span).is_empty());
        assert_eq!(text.slice(block.span), text.slice(block.span).trim());
        if outer.contains(block.span) {
            assert_eq!(block.kind, BlockKind::Boilerplate);
            continue;
        }
        assert!(block.span.start() >= outer.end());
        assert_eq!(text.slice(TextSpan::new(covered, block.span.start())).trim(), "");
        covered = block.span.end();
        outer = block.span;
    }
    assert_eq!(text.slice(TextSpan::new(covered, text.text.len() as u32)).trim(), "");
}

fn check(text: &str, expected: &[(BlockKind, &str)]) {
    let found = blocks_of(&Input::text(text));
    let found: Vec<_> = found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    assert_eq!(found, expected);
}

use BlockKind::*;

#[test]
fn sentences_run_over_blank_lines_of_hard_wrapped_text() {
    check(
        "Ferry inquiry hears of warnings\n\nThe captain of a ferry that ran aground in\n\nMarch had asked twice for the radar to be\n\n\
         repaired, said\n\nInes Okafor.\n\nMeanwhile,\n\nDefence Minister Ana Ruiz said that while she\n\nunderstood, nothing was decided.",
        &[
            (Headline, "Ferry inquiry hears of warnings"),
            (
                Paragraph,
                "The captain of a ferry that ran aground in March had asked twice for the radar to be repaired, said Ines Okafor.",
            ),
            (
                Paragraph,
                "Meanwhile, Defence Minister Ana Ruiz said that while she understood, nothing was decided.",
            ),
        ],
    );
}

#[test]
fn paragraphs_that_end_a_sentence_stay_apart() {
    check(
        "The roof did not\nfall in one night. It\nsank over winters.\n\nTeachers said so,\nand left for the\nsea.",
        &[
            (Paragraph, "The roof did not fall in one night. It sank over winters."),
            (Paragraph, "Teachers said so, and left for the sea."),
        ],
    );
    check(
        "The first sentence stands here.\nThe second one stands on its own line.\nSo does the third.",
        &[
            (Paragraph, "The first sentence stands here."),
            (Paragraph, "The second one stands on its own line."),
            (Paragraph, "So does the third."),
        ],
    );
}

#[test]
fn a_page_header_that_cuts_a_sentence_lies_inside_the_paragraph() {
    check(
        "“I would have carried the\nchildren out\n\n3\n\nTHE COURIER     3 MAY     4\n\nmyself,” she said. She does not blame\nthe man.",
        &[
            (
                Paragraph,
                "“I would have carried the children out 3 THE COURIER 3 MAY 4 myself,” she said. She does not blame the man.",
            ),
            (Boilerplate, "3"),
            (Boilerplate, "THE COURIER 3 MAY 4"),
        ],
    );
}

#[test]
fn the_head_of_an_article() {
    check(
        "Home > News > Local\n\nBridge safe, council says\nDrivers fear a repeat\n\nBy Tamsin Orde, Reporter\n17 February 2031\n\n\
         A closed lane on the bridge. (Photo: Del Avery/The Record)\n\nRIVERTON, Aug. 4 (Agency) — City engineers said on Monday that it holds.",
        &[
            (Boilerplate, "Home > News > Local"),
            (Headline, "Bridge safe, council says"),
            (Subheadline, "Drivers fear a repeat"),
            (Byline, "By Tamsin Orde, Reporter"),
            (Timestamp, "17 February 2031"),
            (Caption, "A closed lane on the bridge. (Photo: Del Avery/The Record)"),
            (Dateline, "RIVERTON, Aug. 4 (Agency) —"),
            (Paragraph, "City engineers said on Monday that it holds."),
        ],
    );
}

#[test]
fn labels_of_an_interview_are_blocks_and_a_claim_in_a_headline_is_not() {
    check(
        "Minister: The Army Will Stay Where It Is\n\nANA RUIZ: You said so. Why?\n\nOLA VALE: The roof fell in.\n\nQ: Never?\n\nA: No.",
        &[
            (Headline, "Minister: The Army Will Stay Where It Is"),
            (SpeakerLabel, "ANA RUIZ:"),
            (Paragraph, "You said so. Why?"),
            (SpeakerLabel, "OLA VALE:"),
            (Paragraph, "The roof fell in."),
            (SpeakerLabel, "Q:"),
            (Paragraph, "Never?"),
            (SpeakerLabel, "A:"),
            (Paragraph, "No."),
        ],
    );
}

#[test]
fn lists_with_marks_and_under_a_label() {
    check(
        "The men walked out at dawn on Wednesday. Here is what we know so far:\n\n• The union wants a raise.\n– Records show three strikes\n\
         – One docker doubts it\n\nWhat happens next\n\n1. The judge has asked both sides to meet.\n2) The ferry runs.",
        &[
            (Paragraph, "The men walked out at dawn on Wednesday. Here is what we know so far:"),
            (ListItem, "• The union wants a raise."),
            (ListItem, "– Records show three strikes"),
            (ListItem, "– One docker doubts it"),
            (Headline, "What happens next"),
            (ListItem, "1. The judge has asked both sides to meet."),
            (ListItem, "2) The ferry runs."),
        ],
    );
}

#[test]
fn footnotes_and_a_second_headline() {
    check(
        "Peace Talks Falter Amid Rocket Attacks\n\nRuiz: The Other Side Rejects The Agreement\n\nShe was never shown the letter, she says.1\n\n\
         He did not\n\nanswer at once,\n\nand then he did.\n\n1 Letter to this newspaper, 28 April.",
        &[
            (Headline, "Peace Talks Falter Amid Rocket Attacks"),
            (Headline, "Ruiz: The Other Side Rejects The Agreement"),
            (Paragraph, "She was never shown the letter, she says.1"),
            (Paragraph, "He did not answer at once, and then he did."),
            (Boilerplate, "1 Letter to this newspaper, 28 April."),
        ],
    );
    check(
        "LIVE: Sheriff quits\n\nSummary\nShe will leave at midnight\nA judge may see the video\n\n4:41 p.m.\n‘I am done,’ she says\nShe told deputies so in the car park.",
        &[
            (Headline, "LIVE: Sheriff quits"),
            (Boilerplate, "Summary"),
            (ListItem, "She will leave at midnight"),
            (ListItem, "A judge may see the video"),
            (Timestamp, "4:41 p.m."),
            (Headline, "‘I am done,’ she says"),
            (Paragraph, "She told deputies so in the car park."),
        ],
    );
}

#[test]
fn comments_end_the_article_and_related_stories_do_not() {
    let prose = "The mayor said on Monday that the bridge would stay shut until autumn because there was no money for it.\n\n".repeat(4);
    let text = format!(
        "{prose}Related stories\nFive bridges, one budget\n\n{prose}Leave a Reply\nYour name\n\nI never liked that bridge, nor did my mother."
    );
    let found = blocks_of(&Input::text(&text));
    let kinds: Vec<_> = found.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds[..4], [Paragraph; 4]);
    assert_eq!(kinds[4], Boilerplate);
    assert_eq!(found[4].1, "Related stories Five bridges, one budget");
    assert_eq!(kinds[5..9], [Paragraph; 4]);
    assert!(kinds[9..].iter().all(|kind| *kind == Boilerplate));
}

#[test]
fn html_tells_kinds() {
    let found = blocks_of(&Input::html(
        "<article><h1>Wall falls</h1><p class='standfirst'>Nobody was hurt</p><p class='byline'>Ana Ruiz</p><p>The wall fell on Monday.</p>\
         <h2>Why now</h2><ul><li>One reason</li></ul></article>",
    ));
    let kinds: Vec<_> = found.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [Headline, Subheadline, Byline, Paragraph, Headline, ListItem]);
}

#[test]
fn odd_texts_keep_the_promises() {
    for text in [
        "",
        " \n\n ",
        "😀",
        "\"",
        &"\"".repeat(10_000),
        &"a".repeat(100_000),
        &"a\n".repeat(20_000),
        &"- \n\n3\n".repeat(5_000),
        "سميرة حداد\n\nسميرة",
    ] {
        blocks_of(&Input::text(text));
    }
    let found = blocks_of(&Input::text("Share this\n\nSubscribe now"));
    assert!(found.iter().all(|(kind, _)| *kind == Boilerplate));
}

#[test]
fn what_pages_put_around_an_article() {
    check(
        "Skip to main content\nSupport the paper\nNews Opinion Sport\n\n‘We will not move’: villagers vow to fight the dam\n\n\
         Hanna Kessler in Oberwald\n\nThe road to Oberwald ends at a gate, and people are waiting there.\n\nSign up to This is Europe\n\
         Free news every week\nEnter your email\nSign up\n\nA report found that the dam would give less power than planned.\n\n\
         The mayor speaks to reporters in Oberwald.\nDrew Angler/Getty Images\n\nThe dam will be built all the same, the minister said.\n\n\
         Explore more on these topics\nEurope\nEnergy",
        &[
            (Boilerplate, "Skip to main content Support the paper News Opinion Sport"),
            (Headline, "‘We will not move’: villagers vow to fight the dam"),
            (Byline, "Hanna Kessler in Oberwald"),
            (Paragraph, "The road to Oberwald ends at a gate, and people are waiting there."),
            (Boilerplate, "Sign up to This is Europe Free news every week Enter your email Sign up"),
            (Paragraph, "A report found that the dam would give less power than planned."),
            (Caption, "The mayor speaks to reporters in Oberwald."),
            (Caption, "Drew Angler/Getty Images"),
            (Paragraph, "The dam will be built all the same, the minister said."),
            (Boilerplate, "Explore more on these topics Europe Energy"),
        ],
    );
}
