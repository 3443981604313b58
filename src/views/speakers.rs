//! Who speaks, how often, and with what share of all words that anyone is given.

use std::collections::BTreeMap;

use super::{WordCount, entity, is_named};
use crate::document::{Document, QuoteRecord, SpanRecord};

/// One speaker with what is attributed to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The entity that speaks; `None` gathers the quotations without a speaker.
    pub speaker: Option<u32>,
    /// Whether the article gives a name.
    pub named: bool,
    /// Their quotes in order.
    pub quotes: Vec<u32>,
    /// Words attributed to them; a word inside two of their own quotes counts once.
    pub words: u32,
    /// Part of all voices' words, in thousandths.
    pub share_thousandths: u32,
}

/// All speakers: those with a name first, then those without, then quotations without a speaker; inside each
/// the most words first.
pub fn voices(document: &Document) -> Vec<Voice> {
    voices_where(document, &|_| true)
}

/// The same, of some quotations only.
pub fn voices_where(document: &Document, shows: &dyn Fn(&QuoteRecord) -> bool) -> Vec<Voice> {
    let count = WordCount::new(document);
    let mut by_speaker: BTreeMap<Option<u32>, (Vec<u32>, Vec<SpanRecord>)> = BTreeMap::new();
    for quote in document.quotes.iter().filter(|quote| shows(quote)) {
        let speaker = quote.speaker.filter(|id| entity(document, *id).is_some());
        let (quotes, spans) = by_speaker.entry(speaker).or_default();
        quotes.push(quote.id);
        spans.extend(&quote.content);
    }
    let mut voices: Vec<_> = by_speaker
        .into_iter()
        .map(|(speaker, (quotes, mut spans))| Voice {
            speaker,
            named: speaker
                .and_then(|id| entity(document, id))
                .is_some_and(|entity| is_named(document, entity)),
            quotes,
            words: count.within_any(&mut spans),
            share_thousandths: 0,
        })
        .collect();
    let all: u64 = voices.iter().map(|voice| u64::from(voice.words)).sum();
    for voice in &mut voices {
        voice.share_thousandths = (u64::from(voice.words) * 1000 / all.max(1)) as u32;
    }
    voices.sort_by_key(|voice| {
        let rank = if voice.named { 0 } else { 1 + u8::from(voice.speaker.is_none()) };
        (rank, std::cmp::Reverse(voice.words), voice.quotes.first().copied())
    });
    voices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;

    #[test]
    fn shares_are_of_all_attributed_words_and_the_unnamed_stand_last() {
        let document = document(
            "[Ana Ruiz]{e0} said [the plan [works]{q1 by e1}]{q0 by e0}. [Officials]{e1 nominal} said [no way now ok]{q2 by e1}.",
            &["Ana Ruiz", "Officials"],
        );
        let voices = voices(&document);
        let told: Vec<_> = voices.iter().map(|voice| (voice.speaker, voice.named, voice.words)).collect();
        assert_eq!(told, [(Some(0), true, 3), (Some(1), false, 5)]);
        assert_eq!(voices[0].share_thousandths, 375);
        assert_eq!(voices[1].quotes, [1, 2]);
    }

    #[test]
    fn a_speaker_that_does_not_exist_is_no_speaker() {
        let document = document("[no]{q0 by e9}", &[]);
        assert_eq!(voices(&document)[0].speaker, None);
    }
}
