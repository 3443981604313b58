//! Layers of ids and byte spans → records of numbers and units.

use std::collections::{BTreeMap, BTreeSet};

use super::records::{
    BlockRecord, Document, EntityRecord, MentionRecord, NoticeRecord, ProducedBy, QuoteRecord,
    SCHEMA_VERSION, SentenceRecord, SpanRecord, TokenColumns,
};
use super::values::value_record;
use super::why::why;
use crate::blocks::{BlockKind, Blocks};
use crate::coref::{Coreference, Entity, EntityId};
use crate::input::{CleanText, Input};
use crate::mentions::{EntityType, Mention, MentionId, MentionKind, Mentions};
use crate::model::{AttributionNetwork, Models};
use crate::options::Options;
use crate::quotes::{Quote, Quotes, Speaker};
use crate::segment::{Segments, TokenId};
use crate::syntax::Syntax;
use crate::text::{Id, IdRange, TextSpan, UnitConverter};

/// Every layer of one text.
#[derive(Clone, Copy, Debug)]
pub struct Layers<'a> {
    /// Cleaned text.
    pub text: &'a CleanText,
    /// Blocks.
    pub blocks: &'a Blocks,
    /// Words, sentences, marks.
    pub segments: &'a Segments,
    /// Tags and trees.
    pub syntax: &'a Syntax,
    /// Mentions.
    pub mentions: &'a Mentions,
    /// Entities.
    pub coref: &'a Coreference,
    /// Attributions.
    pub quotes: &'a Quotes,
}

/// Makes the record.
pub fn build(layers: &Layers, input: &Input, models: &Models, options: &Options) -> Document {
    let places = Places {
        layers,
        converter: UnitConverter::new(&layers.text.source, options.offset_unit),
        explain: options.explain,
        attribution: &models.attribution,
    };
    let (entities, phrases) = entity_records(&places);
    Document {
        schema: SCHEMA_VERSION.to_owned(),
        id: input.id.map(str::to_owned),
        produced_by: ProducedBy {
            name: "whosaid".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            model: models.name.clone(),
        },
        language: "en".to_owned(),
        offset_unit: options.offset_unit,
        text: layers.text.source.clone(),
        title: title(&places),
        blocks: block_records(&places),
        sentences: sentence_records(&places),
        tokens: token_columns(&places),
        mentions: mention_records(&places),
        quotes: quote_records(&places, &phrases),
        entities,
        notices: notice_records(&places),
    }
}

/// Turns places of the cleaned text into places of the record.
pub(super) struct Places<'a> {
    pub(super) layers: &'a Layers<'a>,
    converter: UnitConverter,
    explain: bool,
    pub(super) attribution: &'a AttributionNetwork,
}

impl Places<'_> {
    fn span(&self, span: TextSpan) -> SpanRecord {
        let source = self.layers.text.map.to_source(span);
        SpanRecord {
            start: self.converter.from_byte(source.start()),
            end: self.converter.from_byte(source.end()),
        }
    }

    fn tokens(&self, tokens: IdRange<TokenId>) -> SpanRecord {
        let span = self.layers.segments.span_of(tokens).unwrap_or(TextSpan::new(0, 0));
        self.span(span)
    }

    /// The words of a run as one line: white space collapsed, hyphens at line ends kept.
    pub(super) fn words(&self, tokens: IdRange<TokenId>) -> String {
        let span = self.layers.segments.span_of(tokens).unwrap_or(TextSpan::new(0, 0));
        self.layers.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn mention(&self, id: MentionId) -> Option<&Mention> {
        self.layers.mentions.table.get(id)
    }
}

fn number(id: impl Id) -> u32 {
    id.index() as u32
}

fn title(places: &Places) -> Option<String> {
    let text = places.layers.text;
    text.title.clone().or_else(|| {
        let blocks = places.layers.blocks.table.rows();
        let headline = blocks.iter().find(|block| block.kind == BlockKind::Headline)?;
        Some(text.slice(headline.span).split_whitespace().collect::<Vec<_>>().join(" "))
    })
}

fn block_records(places: &Places) -> Vec<BlockRecord> {
    let blocks = places.layers.blocks.table.iter();
    blocks
        .map(|(id, block)| {
            let SpanRecord { start, end } = places.span(block.span);
            BlockRecord { id: number(id), kind: block.kind.name().to_owned(), start, end }
        })
        .collect()
}

fn sentence_records(places: &Places) -> Vec<SentenceRecord> {
    let sentences = places.layers.segments.sentences.iter();
    sentences
        .map(|(id, sentence)| {
            let SpanRecord { start, end } = places.tokens(sentence.tokens);
            SentenceRecord { id: number(id), start, end, block: number(sentence.block) }
        })
        .collect()
}

fn token_columns(places: &Places) -> TokenColumns {
    let mut columns = TokenColumns::default();
    let syntax = places.layers.syntax;
    for (id, token) in places.layers.segments.tokens.iter() {
        let SpanRecord { start, end } = places.span(token.span);
        columns.start.push(start);
        columns.end.push(end);
        columns.upos.push(syntax.upos.get(id).map_or("X", |upos| upos.name()).to_owned());
        columns.lemma.push(syntax.lemma.get(id).map_or("", |lemma| lemma).to_owned());
        columns.head.push(syntax.head.get(id).copied().flatten().map(number));
        columns.deprel.push(syntax.deprel.get(id).map_or("dep", |rel| rel.name()).to_owned());
    }
    columns
}

fn mention_records(places: &Places) -> Vec<MentionRecord> {
    let owners = owners(places);
    let mentions = places.layers.mentions.table.iter();
    mentions
        .zip(owners)
        .map(|((id, mention), owner)| {
            let SpanRecord { start, end } = places.tokens(mention.tokens);
            MentionRecord {
                id: number(id),
                start,
                end,
                kind: mention.kind.name().to_owned(),
                entity_type: mention.entity_type.name().to_owned(),
                entity: owner.map(number),
                value: mention.value.as_ref().map(value_record),
                confidence: mention.confidence.as_f64(),
                why: None,
                corrected: false,
            }
        })
        .collect()
}

/// The entity of each mention: "I" inside a quotation belongs to the speaker, everything else to what
/// coreference found.
fn owners(places: &Places) -> Vec<Option<EntityId>> {
    let entity_of = &places.layers.coref.entity_of;
    let mut owners: Vec<_> =
        places.layers.mentions.table.ids().ids().map(|id| entity_of.get(id).copied().flatten()).collect();
    for (mention, entity) in &places.layers.quotes.self_mentions {
        if let Some(owner) = owners.get_mut(mention.index()) {
            *owner = Some(*entity);
        }
    }
    owners
}

/// Entities of coreference first, then one for each speaker that is only a phrase, with the number of
/// each such phrase.
fn entity_records(places: &Places) -> (Vec<EntityRecord>, BTreeMap<String, u32>) {
    let coref = places.layers.coref;
    let mut records: Vec<_> =
        coref.entities.iter().map(|(id, entity)| entity_record(places, number(id), entity)).collect();
    for (mention, owner) in owners(places).into_iter().enumerate() {
        if let Some(record) = owner.and_then(|entity| records.get_mut(entity.index())) {
            record.mentions.push(mention as u32);
        }
    }
    let mut phrases = BTreeMap::new();
    for quote in places.layers.quotes.table.rows() {
        let Some(Speaker::Phrase(tokens)) = quote.speaker else { continue };
        let name = places.words(tokens);
        phrases.entry(name.to_lowercase()).or_insert_with(|| {
            let id = records.len() as u32;
            records.push(EntityRecord::unknown(id, EntityType::Misc.name().to_owned(), name));
            id
        });
    }
    (records, phrases)
}

fn entity_record(places: &Places, id: u32, entity: &Entity) -> EntityRecord {
    let mentions = &places.layers.mentions.table;
    let name =
        mentions.get(entity.representative).map_or_else(String::new, |mention| places.words(mention.tokens));
    let named = entity.mentions.iter().filter_map(|id| mentions.get(*id));
    let aliases = named
        .filter(|mention| mention.kind == MentionKind::Name)
        .map(|mention| places.words(mention.tokens))
        .filter(|alias| *alias != name);
    let affiliations = entity.affiliations.iter().filter_map(|id| mentions.get(*id));
    EntityRecord {
        id,
        entity_type: entity.entity_type.name().to_owned(),
        aliases: distinct(aliases),
        titles: distinct(entity.titles.iter().map(|title| places.words(*title))),
        affiliations: distinct(affiliations.map(|mention| places.words(mention.tokens))),
        gender: entity.gender.name().to_owned(),
        // Filled from the mentions' side, so that the two always agree.
        mentions: Vec::new(),
        corrected: false,
        name,
    }
}

/// Each string once, in order of first occurrence.
fn distinct(strings: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    strings.filter(|string| seen.insert(string.clone())).collect()
}

fn quote_records(places: &Places, phrases: &BTreeMap<String, u32>) -> Vec<QuoteRecord> {
    let quotes = places.layers.quotes.table.iter();
    quotes.map(|(id, quote)| quote_record(places, number(id), quote, phrases)).collect()
}

fn quote_record(places: &Places, id: u32, quote: &Quote, phrases: &BTreeMap<String, u32>) -> QuoteRecord {
    let speaker = match quote.speaker {
        Some(Speaker::Entity(entity)) => Some(number(entity)),
        Some(Speaker::Phrase(tokens)) => phrases.get(&places.words(tokens).to_lowercase()).copied(),
        None => None,
    };
    QuoteRecord {
        id,
        kind: quote.kind.name().to_owned(),
        class: quote.class.name().to_owned(),
        polarity: quote.polarity.name().to_owned(),
        content: quote.content.iter().map(|piece| places.tokens(*piece)).collect(),
        cue: quote.cue.map(|cue| places.tokens(cue)),
        source: quote.source.map(|source| places.tokens(source)),
        speaker,
        addressees: quote.addressees.iter().map(|id| number(*id)).collect(),
        parent: quote.parent.map(number),
        confidence: quote.confidence.as_f64(),
        why: places.explain.then(|| why(places, quote)),
        corrected: false,
    }
}

fn notice_records(places: &Places) -> Vec<NoticeRecord> {
    let notices = places.layers.text.notices.iter().chain(&places.layers.segments.notices);
    notices
        .map(|notice| {
            let SpanRecord { start, end } = places.span(notice.span);
            NoticeRecord { code: notice.code.name().to_owned(), start, end }
        })
        .collect()
}
