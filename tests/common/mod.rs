//! What several tests need: the models, an analysis, and the promises that hold for every Document.

// Each test is a program of its own and uses a part of this.
#![allow(dead_code)]

pub mod json_schema;

use std::sync::OnceLock;
use std::time::Duration;

use whosaid::document::{Document, SpanRecord, check};
use whosaid::text::UnitConverter;
use whosaid::{Input, Models, OffsetUnit, Options};

pub const UNITS: [OffsetUnit; 3] = [OffsetUnit::Byte, OffsetUnit::Utf16, OffsetUnit::Codepoint];

pub fn models() -> &'static Models {
    static MODELS: OnceLock<Models> = OnceLock::new();
    MODELS.get_or_init(|| Models::builtin().expect("the lexicons are read by their own tests"))
}

pub fn analyzed(input: &Input, offset_unit: OffsetUnit) -> Document {
    let options = Options { offset_unit, explain: true, ..Options::default() };
    whosaid::analyze(input, models(), &options).expect("the text is below the limit")
}

/// Runs `work` on a thread of its own and fails if it does not end in time: a freeze must not hang the tests.
#[track_caller]
pub fn within(limit: Duration, what: &str, work: impl FnOnce() + Send + 'static) {
    let (done, ended) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        work();
        let _ = done.send(());
    });
    match ended.recv_timeout(limit) {
        Err(std::sync::mpsc::RecvTimeoutError::Timeout) => panic!("{what}: not done after {limit:?}"),
        // A panic drops the sender; joining shows it.
        _ => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
    }
}

/// Fails unless `document` keeps every promise of docs/SCHEMA.md that can be checked without a gold standard.
#[track_caller]
pub fn keeps_its_promises(document: &Document) {
    if let Err(fault) = check(document) {
        panic!("{fault}");
    }
    rows_are_in_order(document);
    tokens_fill_sentences(document);
    marks_cover_tokens(document);
    entities_agree_with_mentions(document);
}

#[track_caller]
fn rows_are_in_order(document: &Document) {
    for pair in document.sentences.windows(2) {
        assert!(pair[0].end <= pair[1].start, "sentences {} and {} overlap", pair[0].id, pair[1].id);
    }
    for row in &document.sentences {
        let block = &document.blocks[row.block as usize];
        assert!(row.start < row.end, "sentence {} is empty", row.id);
        assert!(block.start <= row.start && row.end <= block.end, "sentence {} leaves its block", row.id);
        assert_ne!(block.kind, "boilerplate", "sentence {} stands in boilerplate", row.id);
    }
    for pair in document.blocks.windows(2) {
        // A piece of furniture may cut a paragraph: then it lies inside and comes right after it.
        let inside =
            pair[1].kind == "boilerplate" && pair[1].end <= pair[0].end && pair[0].start <= pair[1].start;
        assert!(pair[0].start <= pair[1].start, "block {} stands before block {}", pair[1].id, pair[0].id);
        let furniture = pair[0].kind == "boilerplate";
        assert!(
            pair[0].end <= pair[1].start || inside || furniture,
            "blocks {} and {} overlap",
            pair[0].id,
            pair[1].id
        );
    }
    let mention_key = |at: usize| (document.mentions[at].start, std::cmp::Reverse(document.mentions[at].end));
    for at in 1..document.mentions.len() {
        assert!(mention_key(at - 1) <= mention_key(at), "mentions {} and {at} are out of order", at - 1);
    }
    let quote_key = |at: usize| document.quotes[at].content.first().map(|span| span.start);
    for at in 1..document.quotes.len() {
        assert!(quote_key(at - 1) <= quote_key(at), "quotes {} and {at} are out of order", at - 1);
    }
}

/// Tokens follow each other, each lies in exactly one sentence, none is empty, and heads stay in the sentence.
#[track_caller]
fn tokens_fill_sentences(document: &Document) {
    let tokens = &document.tokens;
    let mut sentence_of = Vec::with_capacity(tokens.start.len());
    let mut sentences = document.sentences.iter().peekable();
    let mut before = 0;
    for (index, (start, end)) in tokens.start.iter().zip(&tokens.end).enumerate() {
        assert!(start < end, "token {index} is empty");
        assert!(before <= *start, "token {index} begins before token {} ends", index.wrapping_sub(1));
        before = *end;
        while sentences.peek().is_some_and(|sentence| sentence.end <= *start) {
            sentences.next();
        }
        let sentence =
            sentences.peek().unwrap_or_else(|| panic!("token {index} stands after the last sentence"));
        assert!(sentence.start <= *start && *end <= sentence.end, "token {index} stands in no sentence");
        sentence_of.push(sentence.id);
    }
    for (index, head) in tokens.head.iter().enumerate() {
        if let Some(head) = head {
            assert_eq!(
                sentence_of[index], sentence_of[*head as usize],
                "token {index} depends on another sentence"
            );
        }
    }
}

/// Mentions and the pieces of quotes begin and end with tokens; a quote has content.
#[track_caller]
fn marks_cover_tokens(document: &Document) {
    let begins = |offset: u32| document.tokens.start.binary_search(&offset).is_ok();
    let ends = |offset: u32| document.tokens.end.binary_search(&offset).is_ok();
    let on_tokens = |span: &SpanRecord| span.start < span.end && begins(span.start) && ends(span.end);
    for row in &document.mentions {
        let span = SpanRecord { start: row.start, end: row.end };
        assert!(on_tokens(&span), "mention {} does not stand on tokens: {span:?}", row.id);
    }
    for quote in &document.quotes {
        assert!(!quote.content.is_empty(), "quote {} has no content", quote.id);
        for span in quote.content.iter().chain(&quote.cue).chain(&quote.source) {
            assert!(on_tokens(span), "quote {} does not stand on tokens: {span:?}", quote.id);
        }
        for pair in quote.content.windows(2) {
            assert!(pair[0].end <= pair[1].start, "the pieces of quote {} overlap", quote.id);
        }
        // The analysis was asked to explain; no reasons stand behind what a reader says.
        assert!(quote.why.is_some() || quote.corrected, "quote {} has no reasons", quote.id);
        let reasons = quote.why.iter().flat_map(|why| &why.reasons);
        assert!(reasons.clone().all(|reason| reason.ends_with('.')), "{:?}", quote.why);
    }
}

/// A mention's entity lists the mention, and an entity's mentions name the entity.
#[track_caller]
fn entities_agree_with_mentions(document: &Document) {
    let mut listed = vec![None; document.mentions.len()];
    for entity in &document.entities {
        assert!(!entity.name.is_empty(), "entity {} has no name", entity.id);
        for mention in &entity.mentions {
            let slot = &mut listed[*mention as usize];
            assert_eq!(*slot, None, "mention {mention} belongs to two entities");
            *slot = Some(entity.id);
        }
    }
    for (mention, listed) in document.mentions.iter().zip(listed) {
        assert_eq!(mention.entity, listed, "mention {} and its entity disagree", mention.id);
    }
}

/// The pieces of text that a Document's spans stand for, layer by layer: equal in every unit.
pub fn pieces(document: &Document) -> Vec<&str> {
    let converter = UnitConverter::new(&document.text, document.offset_unit);
    let cut = |start: u32, end: u32| {
        let (start, end) = (converter.to_byte(start) as usize, converter.to_byte(end) as usize);
        document.text.get(start..end).expect("spans lie on character edges")
    };
    let mut pieces = Vec::new();
    pieces.extend(document.blocks.iter().map(|row| cut(row.start, row.end)));
    pieces.extend(document.sentences.iter().map(|row| cut(row.start, row.end)));
    pieces
        .extend(document.tokens.start.iter().zip(&document.tokens.end).map(|(start, end)| cut(*start, *end)));
    pieces.extend(document.mentions.iter().map(|row| cut(row.start, row.end)));
    for quote in &document.quotes {
        pieces.extend(
            quote.content.iter().chain(&quote.cue).chain(&quote.source).map(|span| cut(span.start, span.end)),
        );
    }
    pieces.extend(document.notices.iter().map(|row| cut(row.start, row.end)));
    pieces
}
