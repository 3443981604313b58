//! What is known again in another analysis of the same text, corrected or not: numbers change, places stay.

use whosaid::Document;
use whosaid::document::{QuoteRecord, SpanRecord};

use super::Reading;

impl Reading {
    /// What a speaker is known by in every analysis of the text, corrected or not: the first place where the article
    /// mentions them. Numbers change when others come and go. A phrase ("one of the buyers") has its words.
    pub fn key_of(&self, speaker: Option<u32>) -> String {
        let Some(entity) = speaker.and_then(|id| self.entity(id)) else { return String::new() };
        match entity.mentions.first().and_then(|first| self.document.mentions.get(*first as usize)) {
            Some(first) => format!("{}-{}", first.start, first.end),
            None => entity.name.to_lowercase(),
        }
    }

    /// The quote that is in `other`, an analysis of the same text, as number `quote`: it attributes the same words.
    pub fn same_quote(&self, other: &Self, quote: u32) -> Option<u32> {
        let wanted = other.quote(quote)?;
        let mut same = self.document.quotes.iter().filter(|it| it.content == wanted.content);
        let first = same.clone().next();
        same.find(|it| it.cue == wanted.cue).or(first).map(|it| it.id)
    }

    /// Where somebody is named: the first place by name, else the first of all.
    pub fn place_of(&self, entity: u32) -> Option<SpanRecord> {
        let mentions = self.entity(entity)?.mentions.iter();
        let mut mentions = mentions.filter_map(|id| self.document.mentions.get(*id as usize));
        let first = mentions.clone().next();
        let place = mentions.find(|mention| mention.kind == "name").or(first)?;
        Some(SpanRecord { start: place.start, end: place.end })
    }

    /// The quote that a quote of another analysis became: the one around the same cue, else the one with most of the same
    /// words.
    pub fn quote_like(&self, other: &QuoteRecord) -> Option<u32> {
        self.quote_with(&other.content, other.cue)
    }

    /// The quote with this cue, else the one most like these words; of equals the reader's own.
    pub fn quote_with(&self, content: &[SpanRecord], cue: Option<SpanRecord>) -> Option<u32> {
        let likeness = |quote: &QuoteRecord| {
            let (both, either) = SpanRecord::shared(&quote.content, content);
            let same_cue = quote.cue.is_some() && quote.cue == cue;
            (both > 0).then(|| (same_cue, both * 1000 / either.max(1), quote.corrected))
        };
        let like = self.document.quotes.iter().filter_map(|quote| Some((likeness(quote)?, quote.id)));
        like.max_by_key(|(likeness, id)| (*likeness, std::cmp::Reverse(*id))).map(|(_, id)| id)
    }
}

/// The mention by a name or a value at just this place.
pub fn name_at(document: &Document, span: SpanRecord) -> Option<u32> {
    let mentions = &document.mentions;
    let from = mentions.partition_point(|mention| mention.start < span.start);
    let mut here = mentions.iter().skip(from).take_while(|mention| mention.start == span.start);
    here.find(|mention| mention.kind == "name" && mention.end == span.end).map(|it| it.id)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    #[test]
    fn a_quote_is_known_again_by_its_words() {
        let text = "Ana Ruiz said the plan works. Tom Becker said that the old boat needs a new engine.";
        let all = Reading::new(crate::messages::answer_for(text).document().unwrap());
        let mut fewer = all.clone();
        let last = Rc::make_mut(&mut fewer.document).quotes.pop().unwrap();
        let first = fewer.document.quotes[0].id;
        assert_eq!(fewer.same_quote(&all, first), Some(first));
        assert_eq!(fewer.same_quote(&all, last.id), None);
        assert_eq!(fewer.same_quote(&all, u32::MAX), None);
    }

    #[test]
    fn a_quote_whose_words_changed_is_known_by_its_cue() {
        let text = "Ana Ruiz said the plan works. Tom Becker said that the old boat needs a new engine.";
        let all = Reading::new(crate::messages::answer_for(text).document().unwrap());
        let mut other = all.document.quotes[1].clone();
        other.content[0].start += 5;
        assert_eq!(all.quote_like(&other), Some(all.document.quotes[1].id));
        other.content = vec![SpanRecord { start: 4000, end: 4001 }];
        assert_eq!(all.quote_like(&other), None);
    }

    #[test]
    fn a_name_is_found_at_its_place_and_an_entity_where_it_is_named_first() {
        let reading = Reading::new(
            crate::messages::answer_for("Ana Ruiz said the plan works. Ruiz left.").document().unwrap(),
        );
        let place = SpanRecord { start: 0, end: 8 };
        let mention = name_at(&reading.document, place).unwrap();
        assert_eq!(name_at(&reading.document, SpanRecord { start: 0, end: 3 }), None);
        let entity = reading.named(mention).unwrap().entity.unwrap();
        assert_eq!(reading.place_of(entity), Some(place));
        assert_eq!(reading.place_of(u32::MAX), None);
    }
}
