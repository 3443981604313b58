//! One analysed article with everything the components show of it, asked of the core's views once.

mod again;
mod look;

use std::collections::BTreeMap;
use std::rc::Rc;

use whosaid::Document;
use whosaid::document::{EntityRecord, MentionRecord, QuoteRecord, SpanRecord};
use whosaid::views::{self, NameEntry, NameGroup, QuoteFilter, Section, Segment, TextAt, Voice, WordCount};

pub use again::name_at;
pub use look::{Look, NameLook, Tone};

/// Colours that voices are told apart by; the thirteenth voice takes the first again, its initials differ.
pub const TINTS: usize = 12;

/// What stands below one another in the article.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A headline, paragraph …
    Block(Section),
    /// Page furniture, folded away together.
    Furniture(Vec<Section>),
}

/// An analysed article.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The record.
    pub document: Rc<Document>,
    /// The text in flat pieces.
    pub segments: Vec<Segment>,
    /// The pieces by block.
    pub parts: Vec<Part>,
    /// Who speaks, of the quotations that are shown.
    pub voices: Vec<Voice>,
    /// Everybody who speaks, shown or not, in the order of the voices.
    pub speakers: Vec<u32>,
    /// How many quotations are shown.
    pub shown: usize,
    /// Who and what is named.
    pub names: Vec<NameGroup>,
    /// Words of the whole text.
    pub words: u32,
    /// Notices by code, with how many there are of each.
    pub notices: BTreeMap<String, usize>,
    /// Whether each entity has a name.
    named: Vec<bool>,
    /// Colour of each speaker, from 1.
    tints: BTreeMap<u32, usize>,
    /// Quotes by the place where their sign stands.
    tags: BTreeMap<u32, Vec<u32>>,
}

/// Two readings are the same only if they are the same analysis: comparing every word would cost more than
/// showing it again.
impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Reading {
    /// Asks everything once.
    pub fn new(document: impl Into<Rc<Document>>) -> Self {
        Self::with_filter(document.into(), &QuoteFilter::default())
    }

    /// Asks everything once of the quotations that the reader wants to see. Colours are those of all voices.
    pub fn with_filter(document: Rc<Document>, filter: &QuoteFilter) -> Self {
        let shown = filter.shown(&document);
        let shows = |quote: &QuoteRecord| shown.get(quote.id as usize).copied().unwrap_or(true);
        let segments = views::segments_where(&document, &shows);
        let (segments, tags) = place_signs(&document, segments, &shows);
        let parts = fold_furniture(views::outline(&document, &segments));
        let all = views::voices(&document);
        let speakers: Vec<u32> = all.iter().filter_map(|voice| voice.speaker).collect();
        let tints =
            speakers.iter().enumerate().map(|(place, speaker)| (*speaker, place % TINTS + 1)).collect();
        let mut notices = BTreeMap::new();
        for notice in &document.notices {
            *notices.entry(notice.code.clone()).or_default() += 1;
        }
        Self {
            names: views::names(&document),
            named: document.entities.iter().map(|entity| views::is_named(&document, entity)).collect(),
            words: WordCount::new(&document).total(),
            segments,
            parts,
            voices: if filter.shows_all() { all } else { views::voices_where(&document, &shows) },
            speakers,
            shown: shown.into_iter().filter(|shown| *shown).count(),
            notices,
            tints,
            tags,
            document,
        }
    }

    /// Gives the voices that speak in `other` too, an analysis of the same text, the colours they have there: what
    /// comes and goes is seen better where the rest looks as before.
    pub fn keep_tints(&mut self, other: &Self) {
        let tints: BTreeMap<_, _> =
            other.tints.iter().map(|(speaker, tint)| (other.key_of(Some(*speaker)), *tint)).collect();
        let staying = |speaker: &u32| Some((*speaker, *tints.get(&self.key_of(Some(*speaker)))?));
        self.tints = self.speakers.iter().filter_map(staying).collect();
        for speaker in self.speakers.clone() {
            let used = |tint: &usize| self.tints.values().filter(|other| *other == tint).count();
            let rarest = (1..=TINTS).min_by_key(used).unwrap_or(1);
            self.tints.entry(speaker).or_insert(rarest);
        }
    }

    /// The text of the article at any place.
    pub fn at(&self) -> TextAt<'_> {
        TextAt::new(&self.document)
    }

    /// The quote of that number.
    pub fn quote(&self, id: u32) -> Option<&QuoteRecord> {
        views::quote(&self.document, id)
    }

    /// The entity of that number.
    pub fn entity(&self, id: u32) -> Option<&EntityRecord> {
        views::entity(&self.document, id)
    }

    /// The mention of that number, if it is by a name or a value.
    pub fn named(&self, mention: u32) -> Option<&MentionRecord> {
        self.document.mentions.get(mention as usize).filter(|mention| mention.kind == "name")
    }

    /// The row of the names that a mention belongs to.
    pub fn name_of(&self, mention: u32) -> Option<&NameEntry> {
        let mut entries = self.names.iter().flat_map(|group| &group.entries);
        entries.find(|entry| entry.mentions.binary_search(&mention).is_ok())
    }

    /// Whether the article calls an entity by a name.
    pub fn is_named(&self, id: u32) -> bool {
        self.named.get(id as usize).copied().unwrap_or(false)
    }

    /// Who speaks in a quote.
    pub fn speaker(&self, quote: &QuoteRecord) -> Option<&EntityRecord> {
        quote.speaker.and_then(|id| self.entity(id))
    }

    /// Colour of a speaker, from 1; 0 where nobody is known to speak.
    pub fn tint(&self, speaker: Option<u32>) -> usize {
        speaker.and_then(|id| self.tints.get(&id)).copied().unwrap_or(0)
    }

    /// Letters that stand for a speaker; a question mark where nobody is known to speak.
    pub fn letters(&self, speaker: Option<u32>) -> String {
        let letters =
            speaker.and_then(|id| self.entity(id)).map_or_else(String::new, |who| views::initials(&who.name));
        if letters.is_empty() { "?".to_owned() } else { letters }
    }

    /// Quotes whose sign stands before the text at `start`.
    pub fn tags_at(&self, start: u32) -> &[u32] {
        self.tags.get(&start).map_or(&[], Vec::as_slice)
    }

    /// The place of the first sign.
    pub fn first_tag(&self) -> Option<u32> {
        self.tags.keys().next().copied()
    }

    /// What is attributed, as one line.
    pub fn line_of(&self, quote: &QuoteRecord) -> String {
        views::quote_line(&self.at(), quote)
    }

    /// Words of a span, as one line.
    pub fn line(&self, span: SpanRecord) -> String {
        self.at().line(span)
    }

    /// Pieces of one section.
    pub fn pieces(&self, section: &Section) -> &[Segment] {
        self.segments.get(section.segments.clone()).unwrap_or(&[])
    }

    /// The quotes that are shown, in the order of the text.
    pub fn in_order(&self) -> Vec<u32> {
        self.tags.values().flatten().copied().collect()
    }

    /// The quote after (or before) one in the order of the text.
    pub fn neighbour(&self, quote: u32, step: i32) -> Option<u32> {
        let order = self.in_order();
        let place = order.iter().position(|id| *id == quote)?;
        let place = place.checked_add_signed(step as isize)?;
        order.get(place).copied()
    }
}

/// Where the sign of each quote stands: before its first words, and before the quotation mark that opens them.
/// The mark is cut off the piece it ends, so that the sign fits in between.
fn place_signs(
    document: &Document,
    pieces: Vec<Segment>,
    shows: &dyn Fn(&QuoteRecord) -> bool,
) -> (Vec<Segment>, BTreeMap<u32, Vec<u32>>) {
    let mut by_place: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for quote in document.quotes.iter().filter(|quote| shows(quote)) {
        by_place.entry(views::place_of(quote)).or_default().push(quote.id);
    }
    let at = TextAt::new(document);
    let mut segments = Vec::with_capacity(pieces.len());
    let mut tags: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let first = by_place.remove(&0).map(|quotes| (0, quotes));
    tags.extend(first);
    for mut piece in pieces {
        let Some(quotes) = by_place.remove(&piece.end) else {
            segments.push(piece);
            continue;
        };
        let last = at.slice(piece.start, piece.end).chars().next_back().filter(|last| OPENING.contains(last));
        let cut = last.map_or(piece.end, |mark| piece.end - document.offset_unit.length_of(mark));
        tags.entry(cut).or_default().extend(quotes);
        if cut > piece.start && cut < piece.end {
            let mark = Segment { start: cut, ..piece.clone() };
            piece.end = cut;
            segments.extend([piece, mark]);
        } else {
            segments.push(piece);
        }
    }
    (segments, tags)
}

/// Marks that open a quotation, also where they stand the wrong way round.
const OPENING: [char; 9] = ['"', '\'', '“', '”', '‘', '’', '„', '«', '»'];

fn fold_furniture(sections: Vec<Section>) -> Vec<Part> {
    let mut parts = Vec::new();
    for section in sections {
        let furniture = section.kind == "boilerplate" || section.kind == "gap";
        match parts.last_mut() {
            Some(Part::Furniture(together)) if furniture => together.push(section),
            _ if furniture => parts.push(Part::Furniture(vec![section])),
            _ => parts.push(Part::Block(section)),
        }
    }
    // A text in which nothing else was found is shown as it is.
    if let [Part::Furniture(all)] = parts.as_slice() {
        return all.iter().cloned().map(Part::Block).collect();
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(kind: &str) -> Section {
        Section { kind: kind.into(), start: 0, end: 1, segments: 0..1 }
    }

    #[test]
    fn the_sign_of_a_quotation_stands_before_its_opening_mark() {
        let answer = crate::messages::answer_for("Ana Ruiz spoke. “We won,” she said.");
        let reading = Reading::new(answer.document().unwrap());
        assert!(!reading.document.quotes.is_empty());
        let signs: Vec<_> = reading.tags.keys().map(|start| reading.at().slice(*start, start + 3)).collect();
        assert_eq!(signs, ["“"]);
        assert!(reading.segments.windows(2).all(|pair| pair[0].end == pair[1].start));
    }

    #[test]
    fn voices_that_stay_keep_their_colour_and_new_ones_take_one_that_is_free() {
        let reading = |text: &str| Reading::new(crate::messages::answer_for(text).document().unwrap());
        let text = "Ana Ruiz said the plan works. Tom Becker said that the old boat needs a new engine.";
        let all = reading(text);
        let [ana, tom] = ["Ana Ruiz", "Tom Becker"]
            .map(|name| Some(all.document.entities.iter().find(|entity| entity.name == name).unwrap().id));
        assert!(all.tint(ana) != all.tint(tom) && all.tint(ana) > 0 && all.tint(tom) > 0);
        let mut only_ana = all.clone();
        only_ana.voices.retain(|voice| voice.speaker == ana);
        only_ana.tints.retain(|speaker, _| Some(*speaker) == ana);
        only_ana.tints.insert(ana.unwrap(), 1);
        let mut again = all.clone();
        again.keep_tints(&only_ana);
        assert_eq!((again.tint(ana), again.tint(tom)), (1, 2));
        only_ana.tints.insert(ana.unwrap(), 2);
        again.keep_tints(&only_ana);
        assert_eq!((again.tint(ana), again.tint(tom)), (2, 1));
    }

    #[test]
    fn neighbouring_furniture_is_folded_together() {
        let parts = fold_furniture(vec![section("boilerplate"), section("gap"), section("paragraph")]);
        assert!(matches!(&parts[..], [Part::Furniture(both), Part::Block(_)] if both.len() == 2));
    }

    #[test]
    fn a_page_of_furniture_alone_is_not_hidden() {
        let parts = fold_furniture(vec![section("boilerplate"), section("boilerplate")]);
        assert!(matches!(&parts[..], [Part::Block(_), Part::Block(_)]));
    }
}
