//! How each voice is quoted: in its own words or the writer's, and what it does when it speaks.

use super::super::{Voice, quote};
use crate::document::{Document, QuoteRecord};
use crate::labels::{QuoteClass, QuoteKind};

/// Kinds from the speaker's own words to the writer's, the order of [`Manner::kinds`].
pub const KINDS: [&str; 3] = [QuoteKind::Direct.name(), QuoteKind::Mixed.name(), QuoteKind::Indirect.name()];

/// Classes in the order of [`Manner::classes`].
pub const CLASSES: [&str; 5] = [
    QuoteClass::Statement.name(),
    QuoteClass::Belief.name(),
    QuoteClass::Directive.name(),
    QuoteClass::Attitude.name(),
    QuoteClass::Evidence.name(),
];

/// Numbers of quotations. A kind or class of a later schema is counted in `quotes` alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// All quotations.
    pub quotes: u32,
    /// Those of each of [`KINDS`].
    pub kinds: [u32; KINDS.len()],
    /// Those of each of [`CLASSES`].
    pub classes: [u32; CLASSES.len()],
}

/// Manners of everyone and of each voice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manners {
    /// All quotations of the article.
    pub all: Manner,
    /// Those of each voice, in the order of the voices given; `None` is nobody.
    pub by_voice: Vec<(Option<u32>, Manner)>,
}

/// Counts quotations by kind and class. `voices` are those of the same Document.
pub fn manners(document: &Document, voices: &[Voice]) -> Manners {
    let count = |quotes: &mut dyn Iterator<Item = &QuoteRecord>| {
        let mut manner = Manner::default();
        quotes.for_each(|quote| manner.add(quote));
        manner
    };
    let of_voice = |voice: &Voice| {
        let mut quotes = voice.quotes.iter().filter_map(|id| quote(document, *id));
        (voice.speaker, count(&mut quotes))
    };
    Manners { all: count(&mut document.quotes.iter()), by_voice: voices.iter().map(of_voice).collect() }
}

impl Manner {
    fn add(&mut self, quote: &QuoteRecord) {
        let place = |names: &[&str], name: &str| names.iter().position(|other| *other == name);
        self.quotes += 1;
        if let Some(slot) = place(&KINDS, &quote.kind).and_then(|place| self.kinds.get_mut(place)) {
            *slot += 1;
        }
        if let Some(slot) = place(&CLASSES, &quote.class).and_then(|place| self.classes.get_mut(place)) {
            *slot += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;
    use crate::views::voices;

    #[test]
    fn every_quotation_counts_once_for_its_voice_and_once_for_all() {
        let text = "[Ana]{e0} said [one two three]{q0 by e0}, [four]{q1 by e0}. [Five]{q2}.";
        let mut document = document(text, &["Ana"]);
        document.quotes[1].kind = "direct".into();
        document.quotes[1].class = "directive".into();
        document.quotes[2].kind = "sung".into();
        let manners = manners(&document, &voices(&document));
        assert_eq!(manners.all, Manner { quotes: 3, kinds: [1, 0, 1], classes: [2, 0, 1, 0, 0] });
        let ana = Manner { quotes: 2, kinds: [1, 0, 1], classes: [1, 0, 1, 0, 0] };
        let nobody = Manner { quotes: 1, kinds: [0, 0, 0], classes: [1, 0, 0, 0, 0] };
        assert_eq!(manners.by_voice, [(Some(0), ana), (None, nobody)]);
    }

    #[test]
    fn where_nobody_is_quoted_everything_is_nought() {
        assert_eq!(manners(&document("Rain.", &[]), &[]), Manners::default());
    }
}
