//! Where in the article each name appears, and where its bearer is quoted. Places are counted in words from the
//! beginning, so that they mean the same in every unit of offsets.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::{NameEntry, NameGroup, WordCount};
use super::{joined, speaker_of};
use crate::document::{Document, SpanRecord};
use crate::labels::EntityType;

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// By a name.
    Name,
    /// By a description: "the minister".
    Description,
    /// By a pronoun.
    Pronoun,
}

/// One mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MentionAt {
    /// The mention.
    pub mention: u32,
    /// How it refers.
    pub form: Form,
    /// Words of the article before it.
    pub word: u32,
}

/// A stretch of words, half-open: the words number `start` up to `end`, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Words of the article before it.
    pub start: u32,
    /// Words before its end.
    pub end: u32,
}

/// One name with all its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// The entity; `None` for a name that belongs to none.
    pub entity: Option<u32>,
    /// Its fullest name.
    pub name: String,
    /// Its type.
    pub entity_type: EntityType,
    /// Its mentions in order.
    pub mentions: Vec<MentionAt>,
    /// The words that its bearer is quoted with, in order; stretches that touch are one.
    pub said: Vec<Stretch>,
}

impl Appearance {
    /// How often it is mentioned in that form.
    pub fn count(&self, form: Form) -> usize {
        self.mentions.iter().filter(|mention| mention.form == form).count()
    }
}

/// Every name but dates and numbers, the most mentioned first, then by first mention. `names` are those of the same
/// Document.
pub fn appearances(document: &Document, names: &[NameGroup]) -> Vec<Appearance> {
    let words = WordCount::new(document);
    let said = said(document, &words);
    let mut appearances = Vec::new();
    for group in names.iter().filter(|group| !group.entity_type.is_value()) {
        for entry in &group.entries {
            appearances.push(Appearance {
                entity: entry.entity,
                name: entry.name.clone(),
                entity_type: group.entity_type,
                mentions: mentions(document, &words, entry),
                said: entry.entity.and_then(|id| said.get(&id)).cloned().unwrap_or_default(),
            });
        }
    }
    appearances.sort_by_key(|it| {
        let first = it.mentions.first().map(|mention| mention.mention);
        (Reverse(it.mentions.len()), first)
    });
    appearances
}

fn mentions(document: &Document, words: &WordCount, entry: &NameEntry) -> Vec<MentionAt> {
    let mentions = entry.mentions.iter().filter_map(|id| document.mentions.get(*id as usize));
    let mut mentions: Vec<MentionAt> = mentions
        .map(|mention| MentionAt {
            mention: mention.id,
            form: match mention.kind.as_str() {
                "name" => Form::Name,
                "pronoun" => Form::Pronoun,
                _ => Form::Description,
            },
            word: words.before(mention.start),
        })
        .collect();
    mentions.sort_by_key(|mention| mention.word);
    mentions
}

/// The words that each entity is quoted with.
fn said(document: &Document, words: &WordCount) -> BTreeMap<u32, Vec<Stretch>> {
    let mut spans: BTreeMap<u32, Vec<SpanRecord>> = BTreeMap::new();
    for quote in &document.quotes {
        if let Some(speaker) = speaker_of(document, quote) {
            spans.entry(speaker).or_default().extend(&quote.content);
        }
    }
    let stretch = |span: SpanRecord| Stretch { start: words.before(span.start), end: words.before(span.end) };
    spans
        .into_iter()
        .map(|(speaker, spans)| (speaker, joined(spans).into_iter().map(stretch).collect()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::names;
    use crate::views::testing::document;

    #[test]
    fn names_carry_the_places_of_their_mentions_and_of_what_their_bearers_say() {
        let document = document(
            "[Bo]{e1} met [Ana Ruiz]{e0} on [Monday]{DATE}. [The mayor]{e0 nominal} said [[she]{e0 pronoun} won]{q0 by e0}.",
            &["Ana Ruiz", "Bo"],
        );
        let appearances = appearances(&document, &names(&document));
        let told: Vec<_> = appearances.iter().map(|it| (it.name.as_str(), it.mentions.len())).collect();
        assert_eq!(told, [("Ana Ruiz", 3), ("Bo", 1)]);
        let ana = &appearances[0];
        let places: Vec<_> = ana.mentions.iter().map(|mention| (mention.form, mention.word)).collect();
        assert_eq!(places, [(Form::Name, 2), (Form::Description, 6), (Form::Pronoun, 9)]);
        assert_eq!(ana.count(Form::Pronoun), 1);
        assert_eq!(ana.said, [Stretch { start: 9, end: 11 }]);
        assert!(appearances[1].said.is_empty());
    }
}
