//! A Document while it is being corrected: rows keep their numbers, and those that go are only marked.

use super::Reason;
use super::edit::Edit;
use super::places::{Places, overlap};
use crate::document::{Document, EntityRecord, MentionRecord, QuoteRecord, SpanRecord};

/// What a correction says is certain.
pub(super) const CERTAIN: f64 = 1.0;

pub(super) struct Draft {
    pub mentions: Vec<Row<MentionRecord>>,
    pub entities: Vec<Row<EntityRecord>>,
    pub quotes: Vec<Row<QuoteRecord>>,
    /// Whether quotations came, went or were moved: their parents are found again then.
    pub moved: bool,
}

pub(super) struct Row<R> {
    pub record: R,
    pub gone: bool,
}

impl<R> Row<R> {
    pub const fn new(record: R) -> Self {
        Self { record, gone: false }
    }
}

fn rows<R: Clone>(records: &[R]) -> Vec<Row<R>> {
    records.iter().cloned().map(Row::new).collect()
}

impl Draft {
    pub fn new(document: &Document) -> Self {
        Self {
            mentions: rows(&document.mentions),
            entities: rows(&document.entities),
            quotes: rows(&document.quotes),
            moved: false,
        }
    }

    pub fn apply(&mut self, places: &Places, edit: &Edit) -> Result<(), Reason> {
        match edit {
            Edit::Retype { name, entity_type } => self.retype(places, *name, entity_type),
            Edit::Rename { name, to } => self.rename(places, *name, to),
            Edit::Merge { name, into } => self.merge(places, *name, *into),
            Edit::Split { name, everywhere } => self.split(places, *name, *everywhere),
            Edit::AddName { span, entity_type, everywhere } => {
                self.add_name(places, *span, entity_type, *everywhere)
            }
            Edit::RejectName { name, everywhere } => self.reject_name(places, *name, *everywhere),
            Edit::AddQuote { content, cue, source, speaker, class, polarity } => {
                let labels = super::quotes::Labels { class, polarity };
                self.add_quote(places, content, [*cue, *source], speaker.as_ref(), &labels)
            }
            Edit::RejectQuote { quote } => self.reject_quote(places, quote),
            Edit::SetSpeaker { quote, speaker } => self.set_speaker(places, quote, speaker.as_ref()),
            Edit::SetContent { quote, content } => self.set_content(places, quote, content),
            Edit::Classify { quote, class, polarity } => {
                self.classify(places, quote, class.as_deref(), polarity.as_deref())
            }
        }
    }

    /// The number of the mention at a place of the log: the one that stands there, or the one most like it.
    pub fn mention_at(&self, places: &Places, span: SpanRecord) -> Result<usize, Reason> {
        let span = places.place(span);
        let live = self.mentions.iter().enumerate().filter(|(_, row)| !row.gone);
        let likeness = |mention: &MentionRecord| {
            let (both, either) = SpanRecord::shared(&[span], &[span_of(mention)]);
            // At least half of the units of both; in thousandths.
            (2 * both >= either).then(|| both * 1000 / either.max(1))
        };
        let like = live.filter(|(_, row)| overlap(span_of(&row.record), span)).filter_map(|(number, row)| {
            let is_name = row.record.kind == "name";
            Some(((likeness(&row.record)?, is_name), std::cmp::Reverse(number)))
        });
        like.max().map(|(_, std::cmp::Reverse(number))| number).ok_or(Reason::NoMention)
    }

    /// The entity of a mention; one of its own if it has none.
    pub fn entity_of(&mut self, places: &Places, mention: usize) -> usize {
        let Some(row) = self.mentions.get(mention) else { return 0 };
        if let Some(entity) = row.record.entity {
            return entity as usize;
        }
        let (name, entity_type) = (places.line(span_of(&row.record)), row.record.entity_type.clone());
        let entity = self.add_entity(name, entity_type);
        self.give(mention, entity);
        entity
    }

    /// A new entity without mentions.
    pub fn add_entity(&mut self, name: String, entity_type: String) -> usize {
        let id = self.entities.len();
        let entity = EntityRecord::unknown(id as u32, entity_type, name);
        self.entities.push(Row::new(EntityRecord { corrected: true, ..entity }));
        id
    }

    /// Makes a mention one of an entity.
    pub fn give(&mut self, mention: usize, entity: usize) {
        if let Some(row) = self.mentions.get_mut(mention) {
            row.record.entity = Some(entity as u32);
            touch(&mut row.record);
        }
    }

    /// The numbers of an entity's mentions.
    pub fn mentions_of(&self, entity: usize) -> Vec<usize> {
        let all = self.mentions.iter().enumerate();
        let own = all.filter(|(_, row)| !row.gone && row.record.entity == Some(entity as u32));
        own.map(|(number, _)| number).collect()
    }

    /// Those of some mentions that have the same words as one of them.
    pub fn alike(&self, places: &Places, mentions: &[usize], one: usize) -> Vec<usize> {
        let words = |mention: usize| self.mentions.get(mention).map(|row| places.line(span_of(&row.record)));
        mentions.iter().copied().filter(|mention| words(*mention) == words(one)).collect()
    }

    /// Names an entity anew by its mentions, if its name was one of theirs that is no more.
    pub fn rename_by_mentions(&mut self, places: &Places, entity: usize) {
        let mentions = self.mentions_of(entity);
        let named = |kind: &str| -> Vec<String> {
            let rows = mentions.iter().filter_map(|mention| self.mentions.get(*mention));
            rows.filter(|row| row.record.kind == kind).map(|row| places.line(span_of(&row.record))).collect()
        };
        let names = named("name");
        let longest =
            |words: &[String]| words.iter().rev().max_by_key(|words| words.chars().count()).cloned();
        let name =
            longest(&names).or_else(|| longest(&named("nominal"))).or_else(|| longest(&named("pronoun")));
        let Some(row) = self.entities.get_mut(entity) else { return };
        if let Some(name) = name.filter(|_| !names.contains(&row.record.name)) {
            row.record.name = name;
        }
        row.record.aliases = Vec::new();
        for alias in names {
            add_once(&mut row.record.aliases, alias, &row.record.name);
        }
        row.record.corrected = true;
    }
}

/// Adds a string to a list that has it not, unless it is the main one.
pub(super) fn add_once(list: &mut Vec<String>, string: String, main: &str) {
    if string != main && !list.contains(&string) {
        list.push(string);
    }
}

/// Where a mention stands.
pub(super) const fn span_of(mention: &MentionRecord) -> SpanRecord {
    SpanRecord { start: mention.start, end: mention.end }
}

/// Marks a mention as the reader's.
pub(super) fn touch(mention: &mut MentionRecord) {
    mention.corrected = true;
    mention.confidence = CERTAIN;
    mention.why = None;
}
