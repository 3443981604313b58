//! Rows that stay, in order and with numbers of their own again.

use std::cmp::Reverse;

use super::draft::{Draft, Row};
use super::places::covers;
use crate::document::{Document, QuoteRecord, SCHEMA_VERSION};

impl Draft {
    /// The corrected Document; what no edit can touch is taken from the one that was corrected.
    pub fn finish(mut self, document: &Document) -> Document {
        self.drop_nobodies();
        let mentions = sort(&mut self.mentions, |row| row.id, |row| (row.start, Reverse(row.end)));
        let entities = sort(&mut self.entities, |row| row.id, |row| row.id);
        let quotes = sort(
            &mut self.quotes,
            |row| row.id,
            |quote| {
                let size: u32 = quote.content.iter().map(|piece| piece.end.saturating_sub(piece.start)).sum();
                (quote.content.first().map_or(0, |piece| piece.start), Reverse(size))
            },
        );
        let mut next = Document {
            schema: SCHEMA_VERSION.to_owned(),
            mentions: records(self.mentions),
            entities: records(self.entities),
            quotes: records(self.quotes),
            ..document.clone()
        };
        let new = |numbers: &[Option<u32>], old: u32| numbers.get(old as usize).copied().flatten();
        next.entities.iter_mut().for_each(|entity| entity.mentions.clear());
        for (id, mention) in (0..).zip(&mut next.mentions) {
            mention.id = id;
            mention.entity = mention.entity.and_then(|entity| new(&entities, entity));
            let entity = mention.entity.and_then(|entity| next.entities.get_mut(entity as usize));
            entity.into_iter().for_each(|entity| entity.mentions.push(id));
        }
        (0..).zip(&mut next.entities).for_each(|(id, entity)| entity.id = id);
        for (id, quote) in (0..).zip(&mut next.quotes) {
            quote.id = id;
            quote.speaker = quote.speaker.and_then(|entity| new(&entities, entity));
            quote.addressees = quote.addressees.iter().filter_map(|it| new(&entities, *it)).collect();
            quote.parent = quote.parent.and_then(|parent| new(&quotes, parent));
        }
        debug_assert_eq!(mentions.iter().flatten().count(), next.mentions.len());
        if self.moved {
            link_parents(&mut next.quotes);
        }
        next
    }

    /// Entities without a place in the text go, unless they speak or are spoken to.
    fn drop_nobodies(&mut self) {
        let mut needed = vec![false; self.entities.len()];
        let of_mentions = self.mentions.iter().filter(|row| !row.gone).filter_map(|row| row.record.entity);
        let quotes = || self.quotes.iter().filter(|row| !row.gone).map(|row| &row.record);
        let of_quotes = quotes().flat_map(|quote| quote.speaker.iter().chain(&quote.addressees).copied());
        for entity in of_mentions.chain(of_quotes) {
            if let Some(needed) = needed.get_mut(entity as usize) {
                *needed = true;
            }
        }
        for (row, needed) in self.entities.iter_mut().zip(needed) {
            row.gone |= !needed;
        }
    }
}

/// Puts rows in order; the new number of each old one, `None` for those that are gone.
fn sort<R, K: Ord>(
    rows: &mut Vec<Row<R>>,
    number: impl Fn(&R) -> u32,
    key: impl Fn(&R) -> K,
) -> Vec<Option<u32>> {
    let mut numbers = vec![None; rows.len()];
    rows.retain(|row| !row.gone);
    // Stable: of equals, the one with the lower number stays first.
    rows.sort_by_key(|row| key(&row.record));
    for (new, row) in (0..).zip(rows.iter()) {
        if let Some(slot) = numbers.get_mut(number(&row.record) as usize) {
            *slot = Some(new);
        }
    }
    numbers
}

fn records<R>(rows: Vec<Row<R>>) -> Vec<R> {
    rows.into_iter().map(|row| row.record).collect()
}

/// The last quotation before whose content holds another is its parent: of those that do, it is the smallest.
fn link_parents(quotes: &mut [QuoteRecord]) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..quotes.len() {
        let parent = {
            let Some(quote) = quotes.get(at) else { break };
            let Some(first) = quote.content.first().copied() else { continue };
            let anchor = quote.cue.unwrap_or(first);
            let content = |outer: usize| quotes.get(outer).map_or(&[][..], |outer| &outer.content[..]);
            open.retain(|outer| content(*outer).last().is_some_and(|piece| piece.end > first.start));
            let holds = |outer: usize, inner| content(outer).iter().any(|piece| covers(*piece, inner));
            open.iter().rev().copied().find(|outer| holds(*outer, first) && holds(*outer, anchor))
        };
        if let Some(quote) = quotes.get_mut(at) {
            quote.parent = parent.map(|parent| parent as u32);
            open.push(at);
        }
    }
}
