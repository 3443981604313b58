//! Whole texts through `segment`, with the expected marks in the text.

use super::*;
use crate::blocks::Block;
use crate::input::{Input, clean};
use crate::model::{Confidence, MODELS};
use crate::options::Options;

/// One paragraph for each part between blank lines.
pub(super) fn segment_paragraphs(text: &str) -> (CleanText, Segments) {
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
    let segments = segment(&text, &blocks, &MODELS);
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
        "See _ draft-8-7-01.doc _ , _ Q3_plan.xls _ and _ a _ .pdf _ file _ .",
        "Read _ comp.sources.unix _ or _ alt.animals.cat _ .",
        "It _ was _ # 1 _ in _ May _ , _ # 12 _ in _ June _ .",
        "Cats _ , _ dogs _ , _ etc. _ and _ birds _ , _ fish _ , _ etc . _ They _ left _ .",
        "Open _ Mon. _ to _ Fri. _ , _ Sat. _ 9 _ to _ 5 _ .",
        "Its _ own _ house _ . _ It s _ a _ pity _ : _ it s _ not _ its _ fault _ .",
        "He _ does nt _ know _ ; _ he s _ late _ =) _ <3",
        "‘‘ Go _ , ’’ _ he _ said _ .",
        "A _ self - employed _ anti-war _ re-elected _ co-chair",
        "At _ 3.5 _ and _ .5 _ per _ cent _ , _ v1.2 _ and _ 10.30 _ a.m. _ today",
        "It s _ for _ us _ and _ it s _ like _ that _ ; _ its _ only _ fault _ .",
        "Write _ c/o _ Ana _ , _ w/ _ or _ w/o _ the _ A/C _ ; _ he / she _ and / or _ a / bc _ .",
        "It _ cost _ $$$ _ , _ and _ $ 5 _ more _ .",
        "----== _ News _ ==---- _ a - b _ *** _ - =",
        "It _ fell .? _ Then _ : _ what _ ?",
        "See _ Newsfeed.Com _ or _ ( draft _ 2 ) .doc _ ; _ he _ left . DE _ too _ .",
        "Go _ to _ www.example.org/a.b _ , _ example.com _ or _ http://example.org _ !",
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
        "Yahoo! shares fell.| He left?| who knows.| GEN. RUIZ left.",
        "It was built in c. 1230 BC. [17]| He was happy. :)| She was not.",
        "The letter ends| ------| Another begins.",
        "We won. 👩‍⚖️ #Peace #Now",
        "It was never shown.1| She left.",
    ] {
        check_sentences(marked);
    }
}

/// Three rows and more for each thing that makes ends of sentences hard in news.
#[test]
fn sentences_of_news_end_where_they_should() {
    for marked in [
        // abbreviations
        "Sen. Ruiz met Gov. Sato of Acme Co. in Gary, Ind., and left.| He flew home.",
        "The firm sold Brightwater Inc. to Acme Ltd.| The deal closed on Sept. 4.| Both fell.",
        "She lives in Washington, D.C. and works for the U.N. there.| He lives in the U.K.| They met once.",
        // initials
        "J. K. Rowling met George W. Bush.| They talked.",
        "The book is by A.B. Sato and C. D. Ruiz.| It sold well.",
        "Ana B. Ruiz, John F. Sato and W. E. B. Du Bois spoke.| No one else did.",
        // decimal points
        "It rose 3.5 per cent.| It fell 0.2 per cent to 1.25 million.| It stopped.",
        "Shares fell to $2.30.| The index lost 1.1 points.",
        "The quake of magnitude 6.4 struck at 5.30 a.m. on Monday.| Nobody was hurt.",
        // datelines
        "WASHINGTON (AP) — The Senate voted on Tuesday.| It was close.",
        "ST. LOUIS, Mo. — The mayor left.| He was 70.",
        "NEW YORK, Jan. 5 (Reuters) - Shares fell.| Oil rose.",
        // ellipses
        "He waited … and left.| She stayed.",
        "“I don’t know ... maybe,” he said.| Nobody laughed.",
        "It could have gone on...| But it did not.",
        // quotation marks after full stops
        "“We won.”| He left the room.| “They lost.”| She stayed.",
        "\"It was late.\"| The minister agreed.",
        "He said: “We won. ”| Then he left.| ‘It was good.’| She agreed.",
        // what is said belongs to who says it
        "“Who won?” the minister asked.| “We did!” Ana Ruiz said.| “Why?” she asked.",
        "“We won,” he said.| “They lost.”",
        "“Stop!” cried Ana.| “Why?” said Ben.",
        // titles
        "Dr. Ana Ruiz and Prof. Ben Sato met Lt. Col. Roe.| They ate.",
        "The Rev. Al Roe spoke to Mrs. Ruiz.| Ms. Sato did not.",
        "It was said by Sgt. Roe, Capt. Ruiz and Gen. Sato.| No one heard it.",
        // addresses
        "He wrote on example.org.| She read it at www.example.com.| They met.",
        "See https://example.org/a.b?c=1.| It is free.",
        "Write to ana@example.org.| She will answer.",
        // line ends
        "The mayor left\nearly.| He was\n70.",
        "The ferry left Skerry Point in\nMarch.| It came\nback.",
        "It is known to the U.S.\nSenate.| They said so on\nMonday.",
        // names after small words without a mark
        "He told Ana Ruiz that the Acme Corp. chairman Ben Sato would meet Prime Minister Roe in Paris on Monday.",
        "On Friday The New York Times said it.| It was right.",
    ] {
        check_sentences(marked);
    }
}

#[test]
fn a_word_parted_at_the_end_of_a_line_is_read_whole() {
    for (text, word) in [
        ("The govern-\nment left. It was late.", "government"),
        ("He read the news-\npaper. It was late.", "newspaper"),
        ("They met the under-\nstanding Ana. It was late.", "understanding"),
    ] {
        let (clean, segments) = segment_paragraphs(text);
        let words: Vec<&str> = segments.tokens.rows().iter().map(|token| clean.slice(token.span)).collect();
        assert!(words.contains(&word), "{words:?}");
        assert_eq!(segments.sentences.len(), 2, "{text}");
    }
}

/// Letters and posts leave out full stops; articles do not, and are not cut where they have none.
#[test]
fn sentences_without_marks_end_in_letters_alone() {
    for marked in [
        "Hi all|\n\nPlease see below and let me know.| Thanks| Kay|\n\nKay Mann@ECT| 03/15/2001 04:44 PM| I got it",
        "ana@example.org|\n\nCall me when you are back.| Best regards,| Ana",
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

#[test]
fn apostrophes_are_no_marks() {
    for text in [
        "Don't go, it's the dogs' bowls and the boys’ house.",
        "Rock 'n' roll of the '90s, ’em and o’ the summer of ’16.",
        "He is 6'2\" tall.",
        "Hamas’ request and Jesus’ words.",
    ] {
        assert_eq!(check_regions(text), 0, "{text}");
    }
    // British marks around apostrophes that look like closing ones
    check_regions("‘[The dogs’ owner didn’t go to the boys’ house,]’ she said.");
    check_regions("'[It's the dogs' house,]' he said. The cats' house is '[ours]'.");
    let (text, segments) = segment_paragraphs("the dogs’ bowls");
    let apostrophe = segments.tokens.rows()[2];
    assert_eq!((text.slice(apostrophe.span), apostrophe.kind), ("’", TokenKind::Word));
}

#[test]
fn a_quotation_of_several_paragraphs_is_one_region() {
    for marked in [
        "He said: “[We won.\n\n“We won well.\n\n“We stay,]” and left. “[Good.]”",
        "\"[We won.\n\n\"We stay,]\" he said.",
        "'[We won.\n\n'We stay,]' he said.",
        "“[He said: ‘[We won.\n\n“‘We stay.]’]”",
        // line breaks alone
        "“[We won.\n“We stay,]” he said.",
    ] {
        assert_eq!(check_regions(marked), 0, "{marked}");
    }
    let (_, segments) = segment_paragraphs("“We won.\n\n“We stay,” he said.");
    let repeated = segments.repeated_marks[0];
    assert!(segments.is_repeated_mark(repeated));
    assert_eq!(segments.region_at(repeated), Some(RegionId(0)));
}

#[test]
fn a_headline_ends_an_open_quotation_and_a_caption_does_not() {
    let kind = |part: &str| match part {
        "Caption" => BlockKind::Caption,
        "Headline" => BlockKind::Headline,
        _ => BlockKind::Paragraph,
    };
    let (_, segments) = segment_blocks("“We won.\n\nCaption\n\n“We stay.”", kind);
    assert_eq!((segments.regions.len(), segments.notices.len()), (1, 0));
    let (_, segments) = segment_blocks("“We won.\n\nHeadline\n\n“We stay.”", kind);
    assert_eq!((segments.regions.len(), segments.notices.len()), (2, 1));
}

#[test]
fn a_forgotten_mark_does_not_derail_the_rest() {
    for marked in [
        // the closing mark
        "“[We won, he said.] “[We lost,]” she said. “[Good.]”",
        "“[We won, he said.]\n\nShe left. “[Good.]”",
        "\"[We won, he said.] \"[We lost,]\" she said.\n\n\"[Good.]\"",
        // the opening mark
        "He came. [We won,]” he said.\n\n“[Good.]”",
        "She left. [We won,]\" he said. \"[Good.]\"",
        // one too many
        "“[We won,]”” he said. “[Good.]”",
        // one inside another
        "“[We ‘won,]” he said. “[Good.]”",
    ] {
        assert_eq!(check_regions(marked), 1, "{marked}");
    }
    // wrong keys are no fault
    assert_eq!(check_regions("“[We won,]“ he said. ”[Good,]” she said. ‘[Yes,]‘ he said."), 0);
}

#[test]
fn regions_know_their_depth_and_tokens_their_innermost_region() {
    let (_, segments) = segment_paragraphs("“He said ‘go “now” or’ never.”");
    let depths: Vec<u8> = segments.regions.rows().iter().map(|region| region.depth).collect();
    assert_eq!(depths, [0, 1, 2]);
    let at = |token| segments.region_at(TokenId(token)).map(|id| id.0);
    // “ He said ‘ go “ now ” or ’ never . ”
    let found: Vec<_> = (0..13).map(at).collect();
    let expected = [
        None,
        Some(0),
        Some(0),
        Some(0),
        Some(1),
        Some(1),
        Some(2),
        Some(1),
        Some(1),
        Some(0),
        Some(0),
        Some(0),
        None,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_paragraph_cut_by_boilerplate_is_read_around_it() {
    let text = clean(&Input::text("He said that ADVERT they won."), &Options::default()).unwrap();
    let block = |start, end, kind| Block {
        span: TextSpan::new(start, end),
        kind,
        level: 0,
        confidence: Confidence::CERTAIN,
    };
    let rows = vec![block(0, 29, BlockKind::Paragraph), block(13, 19, BlockKind::Boilerplate)];
    let segments = segment(&text, &Blocks { table: Table::new(rows) }, &MODELS);
    let words: Vec<&str> = segments.tokens.rows().iter().map(|token| text.slice(token.span)).collect();
    assert_eq!(words, ["He", "said", "that", "they", "won", "."]);
    assert_eq!(segments.sentences.len(), 1);
}

#[test]
fn a_label_is_one_sentence() {
    let (_, segments) = segment_blocks("ST. LOUIS, Mo. (AP). 4 p.m.", |_| BlockKind::Dateline);
    assert_eq!(segments.sentences.len(), 1);
}

/// Each would take minutes if any look around were not bounded.
#[test]
fn long_and_deep_texts_are_quick() {
    let many = 10_000;
    for text in [
        "a".repeat(10 * many),
        "\"".repeat(many),
        "'".repeat(many),
        format!("{}x{}", "“".repeat(many), "”".repeat(many)),
        "“‘".repeat(many),
        "“a.\n\n".repeat(many),
        "a.".repeat(many),
        "a-".repeat(many),
        "1/".repeat(many) + "x",
        "www.".repeat(many),
        "a@".repeat(many),
        "1,222".repeat(many),
        ".)".repeat(many) + ", he",
        "?.".repeat(many) + ", he",
        "👨‍👩‍👧".repeat(many),
    ] {
        let (_, segments) = segment_paragraphs(&text);
        assert!(!segments.tokens.is_empty());
        let covered: usize = segments.sentences.rows().iter().map(|sentence| sentence.tokens.len()).sum();
        assert_eq!(covered, segments.tokens.len());
    }
}
