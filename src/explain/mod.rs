//! All layers and the [`Document`] made of them → [`SentenceLayers`]: how one sentence was read, stage by stage.
//!
//! What a stage decided is taken from its layer. What it decided by is asked of the stage once more, for this
//! sentence alone and by the same functions, with the whole article around it; reading a text does none of it.

mod changes;
mod records;
mod references;

pub use records::{
    Candidate, Change, CueLayer, NameLayer, QuoteLayer, ReferenceLayer, SentenceLayers, TagGuess, TypeGuess,
    Who, WordLayer, WordsAt,
};

use self::changes::changes;
use self::references::references;
use crate::document::{Document, Layers, QuoteRecord, SpanRecord};
use crate::mentions::{FoundIn, guess_names};
use crate::model::Models;
use crate::quotes::{QuoteId, cue_odds};
use crate::reading::Reading;
use crate::reading::probe::Probe;
use crate::segment::{SentenceId, TokenId};
use crate::text::{Id, IdRange, SourceSpan, TextSpan, UnitConverter};

/// The JSON Schema of [`SentenceLayers`], as `docs/sentence.schema.json` holds it.
pub const JSON_SCHEMA: &str = include_str!("../../docs/sentence.schema.json");

/// Words of a sentence that are told of: longer ones are lists or junk, and reading all of them again would take as long
/// as the square of their number.
const MOST_WORDS: usize = 400;
/// Guesses with a smaller share are not told, in thousandths.
const LEAST_SHARE: u32 = 10;

/// Tells how the sentence of a number was read; `None` if there is none of that number. `document` is what was built of
/// these layers.
pub fn explain_sentence(
    layers: &Layers,
    reading: &Reading,
    document: &Document,
    models: &Models,
    number: u32,
) -> Option<SentenceLayers> {
    let id = SentenceId(number);
    let sentence = layers.segments.sentences.get(id)?;
    let (start, end) = (sentence.tokens.start(), sentence.tokens.end());
    let tokens = IdRange::new(start, end.min(start + MOST_WORDS));
    let case = Case {
        layers,
        reading,
        document,
        models,
        id,
        tokens,
        converter: UnitConverter::new(&layers.text.source, document.offset_unit),
    };
    let span = layers.segments.span_of(sentence.tokens)?;
    let source = layers.text.map.to_source(span);
    let place = case.place(source.start(), source.end());
    let changed = |from: SourceSpan| case.place(from.start(), from.end());
    Some(SentenceLayers {
        id: number,
        start: place.start,
        end: place.end,
        block: layers.blocks.table.get(sentence.block).map_or("", |block| block.kind.name()).to_owned(),
        offset_unit: document.offset_unit,
        given: source.slice(&layers.text.source).to_owned(),
        cleaned: layers.text.slice(span).to_owned(),
        changes: changes(layers.text, span, changed),
        words: case.words(),
        left_out: (end - tokens.end()) as u32,
        names: case.names(),
        references: references(&case),
        cues: case.cues(),
        quotes: case.quotes().map(|quote| case.quote(quote)).collect(),
    })
}

/// A sentence with what it is asked in.
struct Case<'a> {
    layers: &'a Layers<'a>,
    reading: &'a Reading,
    document: &'a Document,
    models: &'a Models,
    id: SentenceId,
    /// Its tokens, as far as they are told of.
    tokens: IdRange<TokenId>,
    converter: UnitConverter,
}

impl Case<'_> {
    /// Bytes of the text as given in the Document's unit.
    fn place(&self, start: u32, end: u32) -> SpanRecord {
        SpanRecord { start: self.converter.from_byte(start), end: self.converter.from_byte(end) }
    }

    fn at(&self, tokens: IdRange<TokenId>) -> WordsAt {
        let span = self.layers.segments.span_of(tokens).unwrap_or(TextSpan::new(0, 0));
        let source = self.layers.text.map.to_source(span);
        let SpanRecord { start, end } = self.place(source.start(), source.end());
        WordsAt { start, end, text: line(self.layers.text.slice(span)) }
    }

    /// Words of the Document.
    fn record(&self, span: SpanRecord) -> WordsAt {
        let from = self.converter.to_byte(span.start) as usize;
        let to = self.converter.to_byte(span.end) as usize;
        let text = line(self.document.text.get(from..to).unwrap_or(""));
        WordsAt { start: span.start, end: span.end, text }
    }

    fn who(&self, entity: Option<u32>) -> Option<Who> {
        let entity = self.document.entities.get(entity? as usize)?;
        Some(Who { id: entity.id, name: entity.name.clone() })
    }

    fn words(&self) -> Vec<WordLayer> {
        let Layers { text, segments, syntax, .. } = *self.layers;
        let mut guesses = Vec::new();
        while guesses.len() < self.tokens.len() {
            let next = TokenId::from_index(self.tokens.start() + guesses.len());
            let Some(mut probe) = Probe::new(text, segments, self.models, next) else { break };
            guesses.extend(probe.tag_shares());
        }
        let rows = self.tokens.ids().zip(guesses.into_iter().chain(std::iter::repeat(Vec::new())));
        let words = rows.map(|(id, guesses)| {
            let at = self.at(IdRange::one(id));
            let told =
                guesses.into_iter().enumerate().filter(|(at, (_, share))| *at == 0 || *share >= LEAST_SHARE);
            WordLayer {
                id: number(id),
                start: at.start,
                end: at.end,
                text: at.text,
                lemma: syntax.lemma.get(id).map_or("", |lemma| lemma).to_owned(),
                upos: syntax.upos.get(id).map_or("X", |upos| upos.name()).to_owned(),
                xpos: syntax.xpos.get(id).map_or("XX", |xpos| xpos.name()).to_owned(),
                guesses: told
                    .map(|(_, (upos, part))| TagGuess { upos: upos.name().to_owned(), share: share(part) })
                    .collect(),
                head: syntax.head.get(id).copied().flatten().map(number),
                deprel: syntax.deprel.get(id).map_or("dep", |rel| rel.name()).to_owned(),
            }
        });
        words.collect()
    }

    fn names(&self) -> Vec<NameLayer> {
        let Layers { text, blocks, segments, syntax, mentions, .. } = *self.layers;
        let found_in = FoundIn { text, blocks, segments, reading: self.reading, syntax, mentions };
        let guessed = guess_names(&found_in, self.models, self.tokens);
        let names = guessed.into_iter().filter_map(|(id, guesses)| {
            let row = mentions.table.get(id)?;
            let record = self.document.mentions.get(id.index())?;
            let told = guesses.into_iter().filter(|(_, share)| *share >= LEAST_SHARE);
            Some(NameLayer {
                id: number(id),
                at: self.at(row.tokens),
                entity_type: row.entity_type.name().to_owned(),
                confidence: row.confidence.as_f64(),
                entity: self.who(record.entity),
                value: record.value.clone(),
                guesses: told
                    .map(|(guess, part)| TypeGuess {
                        entity_type: guess.map(|it| it.name().to_owned()),
                        share: share(part),
                    })
                    .collect(),
            })
        });
        names.collect()
    }

    /// The quotations that have a part in the sentence.
    fn quotes(&self) -> impl Iterator<Item = &QuoteRecord> {
        let span = self.at(self.tokens);
        let touches = move |part: &SpanRecord| part.start < span.end && span.start < part.end;
        self.document
            .quotes
            .iter()
            .filter(move |quote| quote.content.iter().chain(&quote.cue).chain(&quote.source).any(&touches))
    }

    fn cues(&self) -> Vec<CueLayer> {
        let Layers { text, blocks, segments, syntax, mentions, coref, quotes } = *self.layers;
        let mut found: Vec<(TokenId, CueLayer)> = Vec::new();
        for record in self.quotes() {
            let quote = quotes.table.get(QuoteId(record.id));
            let Some(cue) = quote.and_then(|quote| quote.cue).filter(|cue| self.tokens.covers(*cue)) else {
                continue;
            };
            let likelihood = quote.and_then(|quote| quote.evidence).map(|evidence| evidence.cue().as_f64());
            let layer = CueLayer { at: self.at(cue), likelihood, quote: Some(record.id) };
            found.push((TokenId::from_index(cue.start()), layer));
        }
        let taken: Vec<_> = found.iter().map(|(_, cue)| cue.at.clone()).collect();
        let odds = cue_odds(text, blocks, segments, syntax, mentions, coref, self.models, self.id);
        for odds in odds.into_iter().filter(|odds| self.tokens.contains(odds.token)) {
            let at = self.at(IdRange::one(odds.token));
            if taken.iter().all(|cue| at.end <= cue.start || cue.end <= at.start) {
                // What its sentence alone made unlikely was never looked at in whole.
                let likelihood = Some(odds.verdict.min(odds.alone).as_f64());
                found.push((odds.token, CueLayer { at, likelihood, quote: None }));
            }
        }
        found.sort_by_key(|(token, _)| *token);
        found.into_iter().map(|(_, cue)| cue).collect()
    }

    fn quote(&self, record: &QuoteRecord) -> QuoteLayer {
        let quote = self.layers.quotes.table.get(QuoteId(record.id));
        let runner_up = quote.and_then(|quote| quote.runner_up);
        let behind = runner_up.and_then(|tokens| {
            let mentions = self.layers.mentions.table.iter();
            let (id, _) = mentions.into_iter().find(|(_, row)| row.tokens == tokens)?;
            self.who(self.document.mentions.get(id.index())?.entity)
        });
        QuoteLayer {
            id: record.id,
            kind: record.kind.clone(),
            class: record.class.clone(),
            polarity: record.polarity.clone(),
            cue: record.cue.map(|cue| self.record(cue)),
            content: record.content.iter().map(|piece| self.record(*piece)).collect(),
            source: record.source.map(|source| self.record(source)),
            speaker: self.who(record.speaker),
            addressees: record.addressees.iter().filter_map(|id| self.who(Some(*id))).collect(),
            confidence: record.confidence,
            runner_up: runner_up.map(|tokens| self.at(tokens)),
            runner_up_speaker: behind,
            why: record.why.clone(),
        }
    }
}

fn number(id: impl Id) -> u32 {
    id.index() as u32
}

fn share(thousandths: u32) -> f64 {
    f64::from(thousandths) / 1000.0
}

/// Words as one line: every run of white space is one space.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
