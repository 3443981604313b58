//! Who speaks about whom, and to whom: mentions inside what each voice is quoted with, and the addressees.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::{Voice, entity, is_named, quote};
use super::joined;
use crate::document::{Document, SpanRecord};
use crate::labels::EntityType;

/// What one voice has to do with one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// Who speaks; `None` is nobody.
    pub speaker: Option<u32>,
    /// The entity spoken about or to.
    pub name: u32,
    /// Mentions of it in what the speaker is quoted with, pronouns and descriptions too; each counts once, however
    /// many quotations of the speaker it stands in.
    pub mentions: u32,
    /// Quotations of the speaker that are addressed to it.
    pub addressed: u32,
}

impl Exchange {
    /// Whether the voice speaks of or to itself.
    pub fn is_own(&self) -> bool {
        self.speaker == Some(self.name)
    }
}

/// A table of voices and names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchanges {
    /// The voices that speak of or to anyone, in the order of the voices given.
    pub speakers: Vec<Option<u32>>,
    /// Entities with a name that others speak of, and whoever is spoken to: the most often first. Those that only speak
    /// of themselves stand last.
    pub names: Vec<u32>,
    /// Cells that are not empty, by speaker, then by name.
    pub cells: Vec<Exchange>,
}

/// Counts mentions and addressees by voice. `voices` are those of the same Document.
pub fn exchanges(document: &Document, voices: &[Voice]) -> Exchanges {
    let mentions = named_mentions(document);
    let mut speakers = Vec::new();
    let mut cells = Vec::new();
    let mut weights: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for voice in voices {
        let row = row(document, voice, &mentions);
        if !row.is_empty() {
            speakers.push(voice.speaker);
        }
        for (name, (mentions, addressed)) in row {
            let cell = Exchange { speaker: voice.speaker, name, mentions, addressed };
            let (others, all) = weights.entry(name).or_default();
            *all += mentions + addressed;
            *others += if cell.is_own() { 0 } else { mentions + addressed };
            cells.push(cell);
        }
    }
    let mut names: Vec<_> = weights.into_iter().collect();
    names.sort_by_key(|(name, weight)| (Reverse(*weight), *name));
    let names: Vec<u32> = names.into_iter().map(|(name, _)| name).collect();
    let place: BTreeMap<u32, usize> = names.iter().copied().zip(0..).collect();
    let rank: BTreeMap<Option<u32>, usize> = speakers.iter().copied().zip(0..).collect();
    cells.sort_by_key(|cell| (rank.get(&cell.speaker).copied(), place.get(&cell.name).copied()));
    Exchanges { speakers, names, cells }
}

/// Places of mentions of named entities, in order.
fn named_mentions(document: &Document) -> Vec<(SpanRecord, u32)> {
    let counted: Vec<bool> = document
        .entities
        .iter()
        .map(|entity| {
            let value = EntityType::from_name(&entity.entity_type).is_some_and(EntityType::is_value);
            !value && is_named(document, entity)
        })
        .collect();
    let mut mentions: Vec<_> = document
        .mentions
        .iter()
        .filter_map(|mention| {
            let owner = mention.entity.and_then(|id| entity(document, id))?.id;
            let counted = counted.get(owner as usize).copied().unwrap_or(false);
            counted.then_some((SpanRecord { start: mention.start, end: mention.end }, owner))
        })
        .collect();
    mentions.sort_unstable();
    mentions
}

/// Mentions and addressed quotations of one voice by entity.
fn row(document: &Document, voice: &Voice, mentions: &[(SpanRecord, u32)]) -> BTreeMap<u32, (u32, u32)> {
    let mut row: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    let quotes = || voice.quotes.iter().filter_map(|id| quote(document, *id));
    for piece in joined(quotes().flat_map(|quote| quote.content.iter().copied()).collect()) {
        let first = mentions.partition_point(|(span, _)| span.start < piece.start);
        let inside = mentions.iter().skip(first).take_while(|(span, _)| span.start < piece.end);
        for (_, name) in inside.filter(|(span, _)| span.end <= piece.end) {
            row.entry(*name).or_default().0 += 1;
        }
    }
    for quote in quotes() {
        for addressee in quote.addressees.iter().filter(|id| entity(document, **id).is_some()) {
            row.entry(*addressee).or_default().1 += 1;
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;
    use crate::views::voices;

    #[test]
    fn mentions_inside_what_is_said_count_once_and_addressees_by_quotation() {
        let mut document = document(
            "[Ana]{e0} told [aides]{e1 nominal} [[I]{e0 pronoun} met [Bo]{e2} and [[Bo]{e2} left]{q1 by e0}]{q0 by e0}.\
             [Bo]{e2} said [[aides]{e1 nominal} knew [Ana]{e0}]{q2 by e2}.",
            &["Ana", "aides", "Bo"],
        );
        document.quotes[0].addressees = vec![1, 9];
        let exchanges = exchanges(&document, &voices(&document));
        assert_eq!(exchanges.speakers, [Some(0), Some(2)]);
        assert_eq!(exchanges.names, [2, 0, 1]);
        let told: Vec<_> =
            exchanges.cells.iter().map(|it| (it.speaker, it.name, it.mentions, it.addressed)).collect();
        assert_eq!(told, [(Some(0), 2, 2, 0), (Some(0), 0, 1, 0), (Some(0), 1, 0, 1), (Some(2), 0, 1, 0)]);
        assert!(exchanges.cells[1].is_own());
    }

    #[test]
    fn words_of_nobody_are_a_row_too() {
        let document = document("[No [Ana]{e0}]{q0}. [Rain]{q1}.", &["Ana"]);
        let exchanges = exchanges(&document, &voices(&document));
        assert_eq!((exchanges.speakers, exchanges.names), (vec![None], vec![0]));
    }
}
