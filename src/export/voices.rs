//! The quotations of a [`Document`] by who speaks.

use crate::document::{Document, EntityRecord, QuoteRecord};

/// One speaker and all that is attributed to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice<'a> {
    /// Who; `None` for quotations whose speaker the text does not tell.
    pub speaker: Option<&'a EntityRecord>,
    /// What, in the order of the text.
    pub quotes: Vec<&'a QuoteRecord>,
}

/// The speakers of a Document: who says most comes first, then who speaks first; the unknown come last.
pub fn voices(document: &Document) -> Vec<Voice<'_>> {
    let mut named: Vec<_> =
        document.entities.iter().map(|entity| Voice { speaker: Some(entity), quotes: Vec::new() }).collect();
    let mut unknown = Voice { speaker: None, quotes: Vec::new() };
    for quote in &document.quotes {
        let voice = quote.speaker.and_then(|speaker| named.get_mut(speaker as usize));
        voice.unwrap_or(&mut unknown).quotes.push(quote);
    }
    named.retain(|voice| !voice.quotes.is_empty());
    named.sort_by_key(|voice| {
        (std::cmp::Reverse(voice.quotes.len()), voice.quotes.first().map(|quote| quote.id))
    });
    named.extend(Some(unknown).filter(|voice| !voice.quotes.is_empty()));
    named
}
