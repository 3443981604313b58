//! What is told of a sentence layer by layer is what the Document says, and what the stages went by.

mod common;

use std::path::Path;

use common::json_schema::follows;
use common::models;
use whosaid::analyze::{Analysis, analyze_layers};
use whosaid::document::{SpanRecord, build};
use whosaid::explain::{JSON_SCHEMA, SentenceLayers, WordsAt};
use whosaid::views::{TextAt, entity, sentence_at};
use whosaid::{Document, Input, OffsetUnit, Options};

fn analysed(input: &Input, offset_unit: OffsetUnit) -> (Analysis, Document) {
    let options = Options { offset_unit, explain: true, ..Options::default() };
    let analysis = analyze_layers(input, models(), &options).unwrap();
    let document = build(&analysis.layers(), input, models(), &options);
    (analysis, document)
}

/// The layers of the sentence that holds these words.
fn layers_at(text: &str, words: &str) -> SentenceLayers {
    let (analysis, document) = analysed(&Input::text(text), OffsetUnit::Byte);
    let number = sentence_at(&document, text.find(words).unwrap() as u32).unwrap();
    analysis.explain_sentence(&document, models(), number).unwrap()
}

fn seeds() -> Vec<String> {
    let mut texts = vec![
        "“I won,” said Ana Ruiz. \u{fb01}ne\u{200b} words 😀.\r\nShe left.".to_owned(),
        "He said that she said that they left. Which it was, itself, I know. ".repeat(3),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    texts.extend(paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()));
    texts
}

#[test]
fn every_sentence_agrees_with_its_document() {
    let schema = serde_json::from_str(JSON_SCHEMA).expect("the schema is JSON");
    let (mut weighed, mut taken, mut left) = (0, 0, 0);
    for (at, text) in seeds().iter().enumerate() {
        let unit = common::UNITS[at % common::UNITS.len()];
        let (analysis, document) = analysed(&Input::text(text), unit);
        let count = document.sentences.len() as u32;
        assert!(analysis.explain_sentence(&document, models(), count).is_none());
        for number in 0..count {
            let layers = analysis.explain_sentence(&document, models(), number).unwrap();
            agrees(&layers, &document);
            let value = serde_json::to_value(&layers).unwrap();
            let mut faults = Vec::new();
            follows(&schema, &schema, &value, "", &mut faults);
            assert!(faults.is_empty(), "{}", faults.join("\n"));
            assert_eq!(serde_json::from_value::<SentenceLayers>(value).unwrap(), layers);
            weighed += layers.references.iter().filter(|it| it.how == "weighed").count();
            taken += layers.cues.iter().filter(|cue| cue.quote.is_some()).count();
            left += layers.cues.iter().filter(|cue| cue.quote.is_none()).count();
        }
    }
    assert!(weighed > 50 && taken > 100 && left > 20, "{weighed} {taken} {left}");
}

fn agrees(layers: &SentenceLayers, document: &Document) {
    let at = TextAt::new(document);
    let row = &document.sentences[layers.id as usize];
    assert_eq!((layers.start, layers.end), (row.start, row.end));
    assert_eq!(at.slice(row.start, row.end), layers.given);
    let stands = |words: &WordsAt| {
        assert!(words.start < words.end && !words.text.is_empty());
        assert!(!at.slice(words.start, words.end).is_empty(), "{words:?}");
    };
    for change in &layers.changes {
        assert_eq!(at.slice(change.start, change.end), change.given);
    }
    let tokens = &document.tokens;
    for word in &layers.words {
        let id = word.id as usize;
        assert_eq!((word.start, word.end), (tokens.start[id], tokens.end[id]));
        assert_eq!((&word.upos, &word.lemma), (&tokens.upos[id], &tokens.lemma[id]));
        assert_eq!((word.head, &word.deprel), (tokens.head[id], &tokens.deprel[id]));
        assert!(!word.guesses.is_empty() && word.guesses.is_sorted_by(|a, b| a.share >= b.share));
        assert!(word.guesses.iter().map(|guess| guess.share).sum::<f64>() < 1.01, "{word:?}");
        assert!(word.guesses.iter().any(|guess| guess.upos == word.upos), "{word:?}");
    }
    let name = |id: Option<u32>| id.and_then(|id| entity(document, id)).map(|who| who.name.clone());
    for found in &layers.names {
        let record = &document.mentions[found.id as usize];
        stands(&found.at);
        assert_eq!((found.at.start, found.at.end), (record.start, record.end));
        assert_eq!((&found.entity_type, &found.value), (&record.entity_type, &record.value));
        assert_eq!(found.entity.as_ref().map(|who| who.name.clone()), name(record.entity));
        assert!(found.guesses.iter().map(|guess| guess.share).sum::<f64>() < 1.02, "{found:?}");
    }
    for found in &layers.references {
        let record = &document.mentions[found.id as usize];
        assert_eq!((found.at.start, found.at.end), (record.start, record.end));
        assert_eq!(found.entity.as_ref().map(|who| who.id), record.entity);
        assert_eq!(found.how == "weighed", !found.candidates.is_empty());
        assert_eq!(found.how == "nobody", found.entity.is_none() && found.how != "weighed", "{found:?}");
        let mut chosen = found.candidates.iter().filter(|candidate| candidate.chosen);
        // Who was chosen is who is meant, though "I" of a quotation may stand in between.
        if let Some(chosen) = chosen.next() {
            assert_eq!(chosen.entity.as_ref().map(|who| who.id), record.entity, "{found:?}");
        }
        assert!(chosen.next().is_none());
        assert!(found.candidates.is_sorted_by(|a, b| a.score >= b.score));
        let shares: f64 = found.candidates.iter().map(|candidate| candidate.share).sum();
        assert!(found.candidates.is_empty() || (shares - 1.0).abs() < 0.02, "{shares}");
    }
    for quote in &layers.quotes {
        let record = &document.quotes[quote.id as usize];
        let span = |words: &WordsAt| SpanRecord { start: words.start, end: words.end };
        assert_eq!(quote.content.iter().map(span).collect::<Vec<_>>(), record.content);
        assert_eq!(quote.cue.as_ref().map(span), record.cue);
        assert_eq!(quote.source.as_ref().map(span), record.source);
        assert_eq!(quote.speaker.as_ref().map(|who| who.id), record.speaker);
        assert_eq!((quote.confidence, &quote.why), (record.confidence, &record.why));
        quote.content.iter().chain(&quote.runner_up).for_each(stands);
    }
    for cue in &layers.cues {
        stands(&cue.at);
        let quote = cue.quote.map(|id| &document.quotes[id as usize]);
        let own = quote.and_then(|quote| quote.cue).map(|span| (span.start, span.end));
        assert!(own.is_none_or(|own| own == (cue.at.start, cue.at.end)));
    }
    assert!(layers.cues.is_sorted_by_key(|cue| cue.at.start));
}

#[test]
fn a_pronoun_tells_whom_it_might_have_meant_and_what_was_far_from_it() {
    let text = "Ana Ruiz met Tom Becker in Harlow. Becker runs the ferry. He said that it needs an engine.";
    let layers = layers_at(text, "He said");
    let he = layers.references.iter().find(|it| it.at.text == "He").unwrap();
    let names: Vec<_> =
        he.candidates.iter().map(|it| it.entity.as_ref().map_or("nobody", |who| who.name.as_str())).collect();
    assert_eq!(names[0], "Tom Becker");
    assert!(he.candidates[0].chosen && names.contains(&"nobody"), "{names:?}");
    assert_eq!(he.candidates[0].nearest.as_ref().map(|near| near.text.as_str()), Some("Becker"));
    assert_eq!(layers.quotes[0].speaker.as_ref().map(|who| who.name.as_str()), Some("Tom Becker"));
    let said = &layers.cues[0];
    assert!(said.at.text == "said" && said.quote == Some(layers.quotes[0].id) && said.likelihood > Some(0.9));
}

#[test]
fn what_was_cleaned_is_told_and_offsets_are_those_of_the_text_as_given() {
    let layers = layers_at("It rained. The \u{fb01}nal\u{200b} vote, Ana Ruiz\u{a0}said, is near.", "vote");
    let kinds: Vec<_> = layers.changes.iter().map(|change| change.kind.as_str()).collect();
    assert_eq!(kinds, ["letters", "invisible", "space"]);
    assert_eq!(layers.cleaned, "The final vote, Ana Ruiz said, is near.");
    assert_eq!(layers.words[1].text, "final");
    assert!(layers.given.contains('\u{fb01}'));
}

#[test]
fn how_each_pronoun_was_settled_is_told() {
    let text = "“I won,” said Ana Ruiz. Ruiz praised herself. The mayor, who lost, left. We think so.";
    let of = |words: &str, sentence: &str| {
        let layers = layers_at(text, sentence);
        layers.references.iter().find(|it| it.at.text == words).map(|it| it.how.clone())
    };
    assert_eq!(of("I", "I won").as_deref(), Some("speaker"));
    assert_eq!(of("who", "who lost").as_deref(), Some("grammar"));
    assert_eq!(of("herself", "Ruiz praised").as_deref(), Some("grammar"));
    assert_eq!(of("We", "We think").as_deref(), Some("nobody"));
}

#[test]
fn a_sentence_without_an_end_is_told_as_far_as_it_is_read() {
    let text = format!("Ana Ruiz said {}", "that he left Paris and ".repeat(2_000));
    let (analysis, document) = analysed(&Input::text(&text), OffsetUnit::Codepoint);
    let layers = analysis.explain_sentence(&document, models(), 0).unwrap();
    assert_eq!(layers.words.len(), 400);
    assert!(layers.left_out > 1_000, "{}", layers.left_out);
    let end = layers.words.last().unwrap().end;
    assert!(layers.names.iter().all(|name| name.at.end <= end));
    assert!(layers.references.iter().all(|it| it.at.end <= end));
}

/// Written anew with `WHOSAID_UPDATE_GOLDEN=1`, like those of tests/golden.rs.
#[test]
fn a_sentence_is_told_as_it_was_read_and_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/indirect");
    let text = std::fs::read_to_string(folder.join("input.txt")).unwrap();
    let (analysis, document) = analysed(&Input::text(&text), OffsetUnit::Codepoint);
    let layers = analysis.explain_sentence(&document, models(), 1).unwrap();
    let found = serde_json::to_string_pretty(&layers).unwrap() + "\n";
    let path = folder.join("sentence-1.json");
    if std::env::var_os("WHOSAID_UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    let first = kept.lines().zip(found.lines()).position(|(kept, found)| kept != found);
    assert!(kept == found, "{} differs in line {}", path.display(), first.map_or(0, |line| line + 1));
}
