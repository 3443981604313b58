//! Fixtures are words parted by spaces with the expected tags printed under them.

use super::*;
use crate::blocks::BlockId;
use crate::input::{Input, clean};
use crate::model::MODELS;
use crate::options::Options;
use crate::reading::read;
use crate::segment::{Sentence, Token, TokenKind};
use crate::text::Id;
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
    tag_and_parse(&text, &segments, &read(&text, &segments, &MODELS), &MODELS)
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
        let found = tag_and_parse(&clean, &segments, &read(&clean, &segments, &MODELS), &MODELS);
        assert_eq!(found.upos.len(), segments.tokens.len());
        assert_eq!(found.head.len(), segments.tokens.len());
    }
}

/// Checks the tree: under each word its head (`-` for the root, `_` where either will do) and its relation.
fn check_tree(fixture: &str) {
    let lines: Vec<&str> = fixture.trim().lines().collect();
    let [words, heads, deprels] = lines[..] else { panic!("words, heads and relations: {fixture}") };
    let words: Vec<&str> = words.split_whitespace().collect();
    let found = syntax(&words.join(" "));
    let masked = |found: Vec<&str>, expected: &str| {
        let expected: Vec<String> = expected.split_whitespace().map(str::to_owned).collect();
        let found = found.into_iter().zip(&expected);
        let found: Vec<&str> = found.map(|(found, wanted)| if wanted == "_" { "_" } else { found }).collect();
        assert_eq!(found, expected, "{words:?}");
    };
    let head = |head: &Option<TokenId>| head.map_or("-", |head| words[head.index()]);
    masked(found.head.rows().iter().map(head).collect(), heads);
    masked(found.deprel.rows().iter().map(|deprel| deprel.name()).collect(), deprels);
}

#[test]
fn reporting_sentences_have_their_trees() {
    for fixture in [
        "The army said that rockets were launched .
         army said -   launched launched launched said said
         det nsubj root mark nsubj:pass aux:pass ccomp punct",
        "He urged foreign leaders to put pressure on Netanyahu .
         urged - leaders urged put urged put Netanyahu put urged
         nsubj root amod obj mark xcomp obj case obl punct",
        "However , she stated that Israel has evidence .
         stated However stated - has has stated has stated
         advmod punct nsubj root mark nsubj ccomp obj punct",
        "Talks will continue , officials said .
         continue continue said _ said - said
         nsubj aux ccomp punct nsubj root punct",
        "“ We won , ” said Ana Ruiz .
         _ won said _ _ - _ _ said
         punct nsubj ccomp punct punct root _ _ punct",
    ] {
        check_tree(fixture);
    }
}

#[test]
fn every_sentence_is_a_tree_with_one_root() {
    let junk = "said said said , , “ “ ” that that of of of to to Ruiz Ruiz . ? \" : 1 2 3 (";
    let long = junk.repeat(200);
    let lines = format!("{long}\n{junk}\n.\n\nof\nShe said he said they said it was theirs .");
    let (_, segments) = layers(&lines);
    let found = syntax(&lines);
    for sentence in segments.sentences.rows().iter().filter(|sentence| !sentence.tokens.is_empty()) {
        let roots = sentence.tokens.ids().filter(|token| found.head[*token].is_none()).count();
        assert_eq!(roots, 1);
        for token in sentence.tokens.ids() {
            let mut at = token;
            let mut steps = 0;
            while let Some(head) = found.head[at] {
                assert!(sentence.tokens.contains(head), "a head in another sentence");
                at = head;
                steps += 1;
                assert!(steps <= sentence.tokens.len(), "a cycle");
            }
        }
    }
}

#[test]
fn the_tree_answers_who_said_what() {
    use super::tree::Tree;
    let words =
        "Israeli Prime Minister Benjamin Netanyahu has rejected the request and urged Hamas to stop .";
    let forms: Vec<&str> = words.split(' ').collect();
    let found = syntax(words);
    let tree = Tree::new(&found);
    let token = |form: &str| TokenId::from_index(forms.iter().position(|other| *other == form).unwrap());
    let say = |run: IdRange<TokenId>| forms[run.start()..run.end()].join(" ");
    let subject = tree.subject_of(token("rejected")).unwrap();
    assert_eq!(tree.subject_of(token("urged")), Some(subject));
    assert_eq!(tree.subject_of(token("stop")), Some(token("Hamas")));
    assert_eq!(say(tree.noun_phrase(subject)), "Israeli Prime Minister Benjamin Netanyahu");
    assert_eq!(say(tree.verb_group(token("rejected"))), "has rejected");
    assert_eq!(say(tree.subtree(token("stop"))), "to stop");
}
