//! CoNLL-U, read by the rs-conllu crate and held against the format's rules: one root a sentence, ids in order, a text
//! that is its words, brackets that pair.

use std::collections::{BTreeMap, BTreeSet};

use rs_conllu::parsers::Parser;
use rs_conllu::{Sentence, Token, TokenID};
use whosaid::Document;
use whosaid::export::conllu::conllu;

use crate::{for_all, real, slice};

fn sentences(written: &str) -> Vec<Sentence> {
    // The crate wants the labels of UPOS; ugly Documents have others, which the format itself does not forbid.
    let plain = written.replace("\tnew label\t", "\tX\t");
    Parser::new(plain.as_bytes()).parse().unwrap_or_else(|e| panic!("{e}: {written}")).into_iter().collect()
}

fn misc(token: &Token) -> BTreeMap<&str, &str> {
    let misc = token.misc.as_deref().unwrap_or_default();
    misc.split('|').filter_map(|entry| entry.split_once('=')).collect()
}

fn comment<'a>(sentence: &'a Sentence, key: &str) -> Option<&'a str> {
    sentence.get_meta().iter().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
}

fn well_formed(document: &Document) {
    let written = conllu(document);
    assert!(written.is_empty() || written.ends_with("\n\n"));
    for line in written.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let columns: Vec<_> = line.split('\t').collect();
        assert_eq!(columns.len(), 10, "{line:?}");
        assert!(columns.iter().all(|column| !column.is_empty() && column.trim() == *column), "{line:?}");
    }
    let mut ids = BTreeSet::new();
    for sentence in sentences(&written) {
        assert!(ids.insert(comment(&sentence, "sent_id").unwrap().to_owned()), "an id stands twice");
        let words: Vec<_> = sentence.iter().filter(|token| matches!(token.id, TokenID::Single(_))).collect();
        let mut text = String::new();
        let mut covered = 0;
        for token in sentence.iter() {
            let (first, last) = match token.id {
                TokenID::Single(number) => (number, number),
                TokenID::Range(first, last) => (first, last),
                TokenID::Empty(..) => panic!("an empty node"),
            };
            if first > covered {
                text += &token.form;
                text += if misc(token).get("SpaceAfter") == Some(&"No") { "" } else { " " };
                covered = last;
            }
        }
        assert_eq!(comment(&sentence, "text"), Some(text.trim_end()), "{written}");
        for (number, word) in words.iter().enumerate() {
            assert_eq!(word.id, TokenID::Single(number + 1));
            let Some(TokenID::Single(head)) = word.head else { panic!("no head in {written}") };
            assert!(head <= words.len() && head != number + 1, "{written}");
            assert_eq!(head == 0, word.deprel.as_deref() == Some("root"));
            let range = misc(word)["TokenRange"];
            let (start, end) = range.split_once(':').unwrap();
            let there = slice(&document.text, start.parse().unwrap(), end.parse().unwrap());
            if there.chars().all(|c| !c.is_whitespace() && !c.is_control() && c != '\u{2028}') {
                assert_eq!(there, word.form);
            }
        }
        assert_eq!(
            words.iter().filter(|word| word.head == Some(TokenID::Single(0))).count(),
            1,
            "roots of {written}"
        );
    }
}

#[test]
fn it_is_well_formed_and_leads_back_to_the_text() {
    for_all(well_formed);
}

#[test]
fn every_bracket_that_opens_closes() {
    for_all(|document| {
        let written = conllu(document);
        let mut open: BTreeMap<String, i32> = BTreeMap::new();
        for sentence in sentences(&written) {
            for (token, key) in
                sentence.iter().flat_map(|t| ["Entity", "Quote", "QuoteSource", "QuoteCue"].map(|k| (t, k)))
            {
                let misc = misc(token);
                let Some(marks) = misc.get(key) else { continue };
                for part in marks.split_inclusive(')').flat_map(opening) {
                    let id = part.trim_matches(['(', ')']).split('-').next().unwrap();
                    let count = open.entry(format!("{key} {id}")).or_default();
                    *count += i32::from(part.starts_with('(')) - i32::from(part.ends_with(')'));
                }
            }
        }
        // A mark may begin or end at a word outside of all sentences only where sentences leave words out.
        if covers(document) {
            assert!(open.values().all(|count| *count == 0), "{open:?} in {written}");
        }
    });
}

/// `(e1-PERSON-1-kind:name(e2-…` is two brackets.
fn opening(part: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for character in part.chars() {
        if character == '(' || out.is_empty() {
            out.push(String::new());
        }
        out.last_mut().unwrap().push(character);
    }
    out
}

fn covers(document: &Document) -> bool {
    let tokens = document.tokens.start.iter().filter(|start| {
        document.sentences.iter().any(|sentence| (sentence.start..sentence.end).contains(start))
    });
    tokens.count() == document.tokens.start.len()
}

#[test]
fn every_word_of_real_articles_is_there_and_every_mark_on_it() {
    for document in real() {
        let written = conllu(document);
        let sentences = sentences(&written);
        let words: Vec<_> = sentences
            .iter()
            .flat_map(Sentence::iter)
            .filter(|t| matches!(t.id, TokenID::Single(_)))
            .collect();
        assert_eq!(words.len(), document.tokens.start.len());
        let lemmas: Vec<_> = words.iter().map(|word| word.lemma.clone().unwrap_or("_".to_owned())).collect();
        assert_eq!(lemmas, document.tokens.lemma);
        let opened = |prefix: &str| {
            words
                .iter()
                .map(|word| misc(word).get(prefix).map_or(0, |marks| marks.matches('(').count()))
                .sum::<usize>()
        };
        assert_eq!(opened("Entity"), document.mentions.len());
        assert_eq!(opened("Quote"), document.quotes.iter().map(|quote| quote.content.len()).sum::<usize>());
        assert_eq!(opened("QuoteCue"), document.quotes.iter().filter(|quote| quote.cue.is_some()).count());
    }
}

#[test]
fn words_written_as_one_are_one_token_of_several_words() {
    let models = whosaid::Models::builtin().unwrap();
    let input = whosaid::Input::text("Ana Ruiz's plan didn't cost $5,\n\nshe says.");
    let written = conllu(&whosaid::analyze(&input, &models, &whosaid::Options::default()).unwrap());
    assert!(written.contains("# text = Ana Ruiz's plan didn't cost $5, she says.\n"), "{written}");
    for token in ["2-3\tRuiz's\t", "5-6\tdidn't\t"] {
        assert!(written.contains(&format!("\n{token}")), "{written}");
    }
    assert!(written.contains("SpacesAfter=\\n\\n") && written.contains("SpaceAfter=No"), "{written}");
}
