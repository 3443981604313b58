//! Fixtures are words parted by spaces with the expected tags printed under them.

use super::*;
use crate::blocks::BlockId;
use crate::input::{Input, clean};
use crate::options::Options;
use crate::segment::{Sentence, Token, TokenKind};
use crate::text::{IdRange, TextSpan};

/// The layers of sentences given as words parted by spaces, a sentence a line.
pub(super) fn layers(lines: &str) -> (CleanText, Segments) {
    let text = clean(&Input::text(lines), &Options::default()).expect("short");
    let mut segments = Segments::default();
    let mut at = 0;
    for line in lines.split('\n') {
        let first = segments.tokens.len();
        for word in line.split(' ') {
            let span = TextSpan::new(at, at + word.len() as u32);
            at = span.end() + 1;
            if !word.is_empty() {
                segments.tokens.push(Token { span, kind: TokenKind::Word, space_after: true });
            }
        }
        let tokens = IdRange::new(first, segments.tokens.len());
        segments.sentences.push(Sentence { tokens, block: BlockId(0) });
    }
    (text, segments)
}

pub(super) fn syntax(lines: &str) -> Syntax {
    let (text, segments) = layers(lines);
    tag_and_parse(&text, &segments, &Models::builtin().expect("a sound lexicon"))
}

/// Checks the fine tags, which stand in the second line under the words of the first.
fn check_tags(fixture: &str) {
    let lines: Vec<&str> = fixture.trim().lines().collect();
    let [words, expected] = lines[..] else { panic!("a line of words and one of tags: {fixture}") };
    let words: Vec<&str> = words.split_whitespace().collect();
    let expected: Vec<&str> = expected.split_whitespace().collect();
    let found = syntax(&words.join(" "));
    let found: Vec<&str> = found.xpos.rows().iter().map(|xpos| xpos.name()).collect();
    let table: Vec<String> = words.iter().zip(&found).map(|(word, tag)| format!("{word}/{tag}")).collect();
    assert_eq!(found, expected, "{}", table.join(" "));
}

#[test]
fn reporting_sentences_have_their_tags() {
    for fixture in [
        "Netanyahu stated that Israel can not accept the conditions proposed by Hamas .
         NNP       VBD    IN   NNP    MD  RB  VB     DT  NNS        VBN      IN NNP   .",
        "He urged foreign leaders to put pressure on Netanyahu to withdraw .
         PRP VBD  JJ      NNS     TO VB  NN       IN NNP       TO VB       .",
        "“ We won , ” she said , adding that her team had worked hard .
         `` PRP VBD , '' PRP VBD , VBG  IN   PRP$ NN  VBD VBN   RB   .",
        "The minister 's spokesman told her that it 's not his plan .
         DT  NN       POS NN       VBD  PRP IN   PRP VBZ RB PRP$ NN .",
        "The army has rejected a report which said dozens were killed .
         DT  NN   VBZ VBN      DT NN    WDT   VBD  NNS    VBD  VBN    .",
    ] {
        check_tags(fixture);
    }
}

#[test]
fn words_of_a_title_are_not_all_names() {
    check_tags(
        "Government Rejects New Plan to Stop Rocket Attacks in Gaza
         NN         VBZ     JJ  NN   TO VB   NN     NNS     IN NNP",
    );
}

#[test]
fn lemmas_undo_inflection() {
    let found = syntax("Officials denied that agencies were planning or rated worse cities");
    let found: Vec<&str> = found.lemma.rows().iter().map(|lemma| &**lemma).collect();
    assert_eq!(found, ["official", "deny", "that", "agency", "be", "plan", "or", "rate", "bad", "city"]);
}

#[test]
fn any_token_gets_a_row() {
    for text in ["", "\n\n", "� 🧨 שלום 你好 ’ ’’ “ \" — 1.5e9 #x @y", "a’b ﬁ ß İ"]
    {
        let (clean, segments) = layers(text);
        let found = tag_and_parse(&clean, &segments, &Models::builtin().expect("a sound lexicon"));
        assert_eq!(found.upos.len(), segments.tokens.len());
        assert_eq!(found.head.len(), segments.tokens.len());
    }
}
