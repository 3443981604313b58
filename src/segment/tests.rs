//! Whole texts through `segment`, with the expected marks in the text.

use super::*;
use crate::blocks::Block;
use crate::input::{Input, clean};
use crate::model::Confidence;
use crate::options::Options;

/// One paragraph for each part between blank lines.
fn segment_paragraphs(text: &str) -> (CleanText, Segments) {
    segment_blocks(text, |_| BlockKind::Paragraph)
}

fn segment_blocks(text: &str, kind: impl Fn(&str) -> BlockKind) -> (CleanText, Segments) {
    let text = clean(&Input::text(text), &Options::default()).unwrap();
    let mut rows = Vec::new();
    let mut start = 0;
    for part in text.text.split("\n\n") {
        let end = start + part.len();
        if !part.trim().is_empty() {
            let span = TextSpan::new(start as u32, end as u32);
            rows.push(Block { span, kind: kind(part), level: 0, confidence: Confidence::CERTAIN });
        }
        start = end + 2;
    }
    let blocks = Blocks { table: Table::new(rows) };
    let models = Models::builtin().unwrap();
    let segments = segment(&text, &blocks, &models);
    (text, segments)
}

/// `words` has a space between any two tokens; without them it is the text, in which `_` is a space that the
/// text has too.
fn check_words(words: &str) {
    let text: String = words.replace(' ', "").replace('_', " ");
    let (text, segments) = segment_paragraphs(&text);
    let found: Vec<&str> = segments.tokens.rows().iter().map(|token| text.slice(token.span)).collect();
    let expected: Vec<&str> = words.split([' ', '_']).filter(|word| !word.is_empty()).collect();
    assert_eq!(found, expected);
}

/// `marked` has `|` where a sentence ends and the next begins.
fn check_sentences(marked: &str) {
    let (text, segments) = segment_paragraphs(&marked.replace('|', ""));
    let mut found = String::new();
    let mut end = 0;
    for sentence in segments.sentences.rows() {
        let span = segments.span_of(sentence.tokens).unwrap();
        if end > 0 {
            found.push('|');
        }
        found.push_str(&text.text[end..span.end() as usize]);
        end = span.end() as usize;
    }
    assert_eq!(found, marked);
}

/// `marked` has `[` and `]` around each region; gives the number of notices.
fn check_regions(marked: &str) -> usize {
    let plain = marked.replace(['[', ']'], "");
    let (text, segments) = segment_paragraphs(&plain);
    let mut edges = Vec::new();
    for (id, region) in segments.regions.iter() {
        let span = segments.span_of(region.tokens).unwrap();
        edges.push((span.start(), 1, id.index(), '['));
        edges.push((span.end(), 0, usize::MAX - id.index(), ']'));
    }
    edges.sort_unstable();
    let mut found = String::new();
    let mut from = 0;
    for (at, _, _, edge) in edges {
        found.push_str(&text.text[from..at as usize]);
        found.push(edge);
        from = at as usize;
    }
    found.push_str(&text.text[from..]);
    assert_eq!(found, marked);
    segments.notices.len()
}

#[test]
fn words_are_those_of_the_treebanks() {
    for words in [
        "I _ do n't _ know _ .",
        "We _ ca n’t _ and _ can not _ go _ .",
        "It 's _ Ana ’s _ , _ not _ Hamas ’ _ plan _ .",
        "I _ 'm _ gon na _ go _ .",
        "A _ well - known _ non-profit _ co-founder _ spoke _ .",
        "It _ cost _ $ 2.3 _ million _ , _ £ 3 bn _ or _ US$ _ 40,000 _ .",
        "Up _ 5 % _ , _ 3.5 _ per _ cent _ .",
        "See _ https://example.org/a?b=1 _ or _ write _ to _ ana@example.org _ .",
        "@ana_ruiz _ wrote _ : _ #Peace _ !!",
        "The _ U.S. _ Senate _ met _ at _ 9 _ a.m. _ today _ .",
        "Mr. _ J. _ Smith _ of _ the _ U.S. - led _ force",
        "He _ works _ at _ AT&T _ .",
        "Wait _ ... _ no _ — _ never _ -- _ yes _ … _ no _ ?!",
        "From _ 2015 - 2016 _ , _ pages _ 10 – 20 _ .",
        "He _ was _ running . It _ fell _ .",
        "At _ 5 pm _ on _ the _ 20th _ , _ in _ the _ '90s _ and _ 1970s _ .",
        "He _ and / or _ she _ on _ 9/11 _ at _ 5:30 _ .",
        "Give _ ’em _ rock _ 'n' _ roll _ .",
        "Family _ 👨‍👩‍👧 _ and _ flag _ 🇫🇷 _ and _ 👍🏽 _ .",
        "Al - Qaeda _ and _ the _ O’Brien _ sisters ’ _ house _ .",
        "“ Go _ , ” _ he _ said _ .",
        "cafe\u{301} _ naïve _ Straße _ سلام",
    ] {
        check_words(words);
    }
}

#[test]
fn sentences_end_where_they_should() {
    for marked in [
        "He left.| She stayed.",
        "Mr. Smith met Gen. J. R. Ruiz at Acme Corp. in the U.S. Senate.| The end.",
        "He works at Acme Corp.| The firm left the U.S.| It fell.",
        "They met at 9 p.m. Tuesday.| It was at 9 a.m.| Ana left.",
        "“We won.”| He left.",
        "“We won.| We lost,” said Ana.",
        "“Who won?” asked Ana.| “Nobody!” the prime minister said.",
        "It rose 3.5 per cent to 2.3 million.| Then it fell.",
        "He was running.|It fell.",
        "He waited ... and left.| Then...| She came.",
        "(He left.)| She stayed.",
        "He said (they won!) and left.",
        "It ran on\nand on.| It\nstopped.",
        "See No. 5, e.g. this.| No.| Never.",
        "1. Open the box.| Close it.",
        "John F. Kennedy spoke.| He said no.| Yes.",
    ] {
        check_sentences(marked);
    }
}

#[test]
fn marks_of_every_style_pair() {
    for marked in [
        "\"[We won,]\" he said.",
        "“[We won,]” he said. “[We lost.]”",
        "‘[We won,]’ he said.",
        "'[We won,]' he said.",
        "«[Nous avons gagné]», « [oui] »",
        "„[Ja]“ und »[nein]«",
        "``[We won,]'' he said.",
        "“[He said ‘[go]’ to me.]”",
        "‘[He said “[go]” to me,]’ she said.",
        "\"['[Go,]' he said,]\" she said.",
        "He said \" [we won] \" and \" [lost] \".",
    ] {
        assert_eq!(check_regions(marked), 0, "{marked}");
    }
}
