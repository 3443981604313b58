//! Edits of names and of those that they name.

use super::Reason;
use super::draft::{CERTAIN, Draft, Row, add_once, span_of, touch};
use super::places::{Places, covers, overlap};
use crate::document::{MentionRecord, SpanRecord};
use crate::labels::EntityType;

impl Draft {
    pub fn retype(&mut self, places: &Places, name: SpanRecord, entity_type: &str) -> Result<(), Reason> {
        let entity_type = type_of_a_name(entity_type)?;
        let mention = self.mention_at(places, name)?;
        let entity = self.entity_of(places, mention);
        self.set_type(entity, entity_type);
        Ok(())
    }

    /// Gives an entity and all its mentions a type.
    fn set_type(&mut self, entity: usize, entity_type: EntityType) {
        if let Some(row) = self.entities.get_mut(entity) {
            row.record.entity_type = entity_type.name().to_owned();
            row.record.corrected = true;
        }
        for mention in self.mentions_of(entity) {
            let Some(row) = self.mentions.get_mut(mention) else { continue };
            row.record.entity_type = entity_type.name().to_owned();
            // A date that is a name has no day.
            row.record.value = None;
            touch(&mut row.record);
        }
    }

    pub fn rename(&mut self, places: &Places, name: SpanRecord, to: &str) -> Result<(), Reason> {
        let to = to.split_whitespace().collect::<Vec<_>>().join(" ");
        if !to.chars().any(char::is_alphanumeric) {
            return Err(Reason::NoName);
        }
        let mention = self.mention_at(places, name)?;
        let entity = self.entity_of(places, mention);
        if let Some(Row { record, .. }) = self.entities.get_mut(entity) {
            let before = std::mem::replace(&mut record.name, to);
            record.aliases.retain(|alias| *alias != record.name);
            add_once(&mut record.aliases, before, &record.name);
            record.corrected = true;
        }
        Ok(())
    }

    pub fn merge(&mut self, places: &Places, name: SpanRecord, into: SpanRecord) -> Result<(), Reason> {
        let (name, into) = (self.mention_at(places, name)?, self.mention_at(places, into)?);
        let (from, into) = (self.entity_of(places, name), self.entity_of(places, into));
        if from == into {
            return Ok(());
        }
        let Some(target) = self.entities.get(into).map(|row| row.record.clone()) else { return Ok(()) };
        for mention in self.mentions_of(from) {
            self.give(mention, into);
            if let Some(row) = self.mentions.get_mut(mention) {
                row.record.entity_type.clone_from(&target.entity_type);
                row.record.value = None;
            }
        }
        let Some(source) = self.entities.get_mut(from) else { return Ok(()) };
        source.gone = true;
        let source = source.record.clone();
        if let Some(Row { record, .. }) = self.entities.get_mut(into) {
            for alias in std::iter::once(source.name).chain(source.aliases) {
                add_once(&mut record.aliases, alias, &target.name);
            }
            source.titles.into_iter().for_each(|title| add_once(&mut record.titles, title, ""));
            source.affiliations.into_iter().for_each(|name| add_once(&mut record.affiliations, name, ""));
            if record.gender == "unknown" {
                record.gender = source.gender;
            }
            record.corrected = true;
        }
        self.follow(from, into, |_| true);
        Ok(())
    }

    /// Speakers and addressees of one entity become those of another, in the quotations that are asked for.
    fn follow(&mut self, from: usize, into: usize, is_asked: impl Fn(&crate::document::QuoteRecord) -> bool) {
        let (from, into) = (from as u32, into as u32);
        for row in self.quotes.iter_mut().filter(|row| !row.gone && is_asked(&row.record)) {
            let quote = &mut row.record;
            let names = quote.speaker == Some(from) || quote.addressees.contains(&from);
            if !names {
                continue;
            }
            quote.corrected = true;
            if quote.speaker == Some(from) {
                quote.speaker = Some(into);
            }
            let already = quote.addressees.contains(&into);
            quote.addressees.retain(|addressee| !(already && *addressee == from));
            quote.addressees.iter_mut().filter(|addressee| **addressee == from).for_each(|it| *it = into);
        }
    }

    pub fn split(&mut self, places: &Places, name: SpanRecord, everywhere: bool) -> Result<(), Reason> {
        let mention = self.mention_at(places, name)?;
        let before = self.entity_of(places, mention);
        let all = self.mentions_of(before);
        let going = if everywhere { self.alike(places, &all, mention) } else { vec![mention] };
        if going.len() == all.len() {
            return Err(Reason::Alone);
        }
        let Some(row) = self.mentions.get(mention) else { return Err(Reason::NoMention) };
        let (words, entity_type) = (places.line(span_of(&row.record)), row.record.entity_type.clone());
        let own = self.add_entity(words, entity_type);
        let mut spans = Vec::new();
        for mention in going {
            self.give(mention, own);
            spans.extend(self.mentions.get(mention).map(|row| span_of(&row.record)));
        }
        self.rename_by_mentions(places, before);
        // Where the place names who spoke, somebody else spoke.
        self.follow(before, own, |quote| {
            quote.source.is_some_and(|source| spans.iter().any(|span| covers(source, *span)))
        });
        Ok(())
    }

    pub fn add_name(
        &mut self,
        places: &Places,
        span: SpanRecord,
        entity_type: &str,
        everywhere: bool,
    ) -> Result<(), Reason> {
        let entity_type = type_of_a_name(entity_type)?;
        let words = places.words_of_a_sentence(span).ok_or(Reason::NoWords)?;
        let name = places.line(words);
        if !name.chars().any(char::is_alphanumeric) {
            return Err(Reason::NoName);
        }
        let known = self.entity_called(&name, Some(entity_type));
        let entity = known.unwrap_or_else(|| self.add_entity(name, entity_type.name().to_owned()));
        self.put_name(words, entity_type, entity);
        let others = if everywhere { places.same_words(words) } else { Vec::new() };
        for other in others {
            // A longer name that holds these words is that name.
            let in_longer = self.mentions.iter().any(|row| {
                let span = span_of(&row.record);
                !row.gone && row.record.kind == "name" && span != other && covers(span, other)
            });
            if !in_longer {
                self.put_name(other, entity_type, entity);
            }
        }
        self.set_type(entity, entity_type);
        Ok(())
    }

    /// A name of an entity at these words. Names that share some of them, and whatever crosses them, go.
    fn put_name(&mut self, words: SpanRecord, entity_type: EntityType, entity: usize) {
        let mut losers = Vec::new();
        for row in self.mentions.iter_mut().filter(|row| !row.gone) {
            let span = span_of(&row.record);
            let crosses = !covers(span, words) && !covers(words, span);
            if overlap(span, words) && (row.record.kind == "name" || crosses || span == words) {
                row.gone = true;
                losers.extend(row.record.entity);
            }
        }
        let id = self.mentions.len() as u32;
        self.mentions.push(Row::new(MentionRecord {
            id,
            start: words.start,
            end: words.end,
            kind: "name".to_owned(),
            entity_type: entity_type.name().to_owned(),
            entity: Some(entity as u32),
            value: None,
            confidence: CERTAIN,
            why: None,
            corrected: true,
        }));
        // Who spoke stays the same person under a better name.
        for loser in losers.into_iter().map(|loser| loser as usize).filter(|loser| *loser != entity) {
            if self.mentions_of(loser).is_empty() {
                self.follow(loser, entity, |_| true);
            }
        }
    }

    /// The entity with this name among its names, of this type if one is asked for.
    pub fn entity_called(&self, name: &str, entity_type: Option<EntityType>) -> Option<usize> {
        let folded = name.to_lowercase();
        let is_called = |name: &String| name.to_lowercase() == folded;
        self.entities.iter().position(|row| {
            let record = &row.record;
            !row.gone
                && entity_type.is_none_or(|asked| asked.name() == record.entity_type)
                && (is_called(&record.name) || record.aliases.iter().any(is_called))
        })
    }

    pub fn reject_name(&mut self, places: &Places, name: SpanRecord, everywhere: bool) -> Result<(), Reason> {
        let mention = self.mention_at(places, name)?;
        let entity =
            self.mentions.get(mention).and_then(|row| row.record.entity).map(|entity| entity as usize);
        let all = entity.map_or_else(|| vec![mention], |entity| self.mentions_of(entity));
        let going = if everywhere { self.alike(places, &all, mention) } else { vec![mention] };
        for mention in &going {
            if let Some(row) = self.mentions.get_mut(*mention) {
                row.gone = true;
            }
        }
        if let Some(entity) = entity.filter(|_| going.len() < all.len()) {
            self.rename_by_mentions(places, entity);
        }
        Ok(())
    }
}

fn type_of_a_name(name: &str) -> Result<EntityType, Reason> {
    EntityType::from_name(name).filter(|known| !known.is_value()).ok_or(Reason::Label)
}
