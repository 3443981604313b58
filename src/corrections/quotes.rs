//! Edits of quotations.

use super::Reason;
use super::draft::{CERTAIN, Draft, Row, span_of};
use super::edit::{QuotePlace, Who};
use super::places::{Places, covers};
use crate::document::{QuoteRecord, SpanRecord};
use crate::labels::{EntityType, Polarity, QuoteClass};

/// Labels of a quotation, as the log has them.
pub(super) struct Labels<'a> {
    pub class: &'a str,
    pub polarity: &'a str,
}

impl Labels<'_> {
    fn known(&self) -> Result<(QuoteClass, Polarity), Reason> {
        let class = QuoteClass::from_name(self.class).ok_or(Reason::Label)?;
        Ok((class, Polarity::from_name(self.polarity).ok_or(Reason::Label)?))
    }
}

impl Draft {
    /// The number of a quotation of the log: that with most of its words, one with its cue before others.
    fn quote_at(&self, places: &Places, place: &QuotePlace) -> Result<usize, Reason> {
        let content: Vec<_> = place.content.iter().map(|piece| places.place(*piece)).collect();
        let cue = place.cue.map(|cue| places.place(cue));
        let live = self.quotes.iter().enumerate().filter(|(_, row)| !row.gone);
        let like = live.filter_map(|(number, row)| {
            let (both, either) = SpanRecord::shared(&content, &row.record.content);
            let by_cue = cue.is_some() && row.record.cue == cue;
            let is_like = both > 0 && (by_cue || 2 * both >= either);
            is_like.then(|| ((by_cue, both * 1000 / either.max(1)), std::cmp::Reverse(number)))
        });
        like.max().map(|(_, std::cmp::Reverse(number))| number).ok_or(Reason::NoQuote)
    }

    fn quote(&mut self, places: &Places, place: &QuotePlace) -> Result<&mut Row<QuoteRecord>, Reason> {
        let number = self.quote_at(places, place)?;
        self.quotes.get_mut(number).ok_or(Reason::NoQuote)
    }

    pub fn add_quote(
        &mut self,
        places: &Places,
        content: &[SpanRecord],
        [cue, source]: [Option<SpanRecord>; 2],
        speaker: Option<&Who>,
        labels: &Labels,
    ) -> Result<(), Reason> {
        let (class, polarity) = labels.known()?;
        let content = pieces(places, content)?;
        let words = |span: Option<SpanRecord>| span.map(|span| places.words(span).ok_or(Reason::NoWords));
        let (cue, source) = (words(cue).transpose()?, words(source).transpose()?);
        let speaker = speaker.map(|who| self.speaker(places, who)).transpose()?;
        self.quotes.push(Row::new(QuoteRecord {
            id: self.quotes.len() as u32,
            kind: places.kind(&content).name().to_owned(),
            class: class.name().to_owned(),
            polarity: polarity.name().to_owned(),
            content,
            cue,
            source,
            speaker: speaker.map(|entity| entity as u32),
            addressees: Vec::new(),
            parent: None,
            confidence: CERTAIN,
            why: None,
            corrected: true,
        }));
        self.moved = true;
        Ok(())
    }

    pub fn reject_quote(&mut self, places: &Places, place: &QuotePlace) -> Result<(), Reason> {
        self.quote(places, place)?.gone = true;
        self.moved = true;
        Ok(())
    }

    pub fn set_speaker(
        &mut self,
        places: &Places,
        place: &QuotePlace,
        speaker: Option<&Who>,
    ) -> Result<(), Reason> {
        let number = self.quote_at(places, place)?;
        let speaker = speaker.map(|who| self.speaker(places, who)).transpose()?;
        let Some(Row { record, .. }) = self.quotes.get_mut(number) else { return Err(Reason::NoQuote) };
        let before = std::mem::replace(&mut record.speaker, speaker.map(|entity| entity as u32));
        touch(record);
        // "he" in the source is the new speaker, too.
        if let (Some(source), Some(before), Some(speaker)) = (record.source, before, speaker) {
            let is_his = |number: &usize| {
                self.mentions
                    .get(*number)
                    .is_some_and(|row| row.record.kind != "name" && covers(source, span_of(&row.record)))
            };
            let own: Vec<usize> = self.mentions_of(before as usize).into_iter().filter(is_his).collect();
            own.into_iter().for_each(|mention| self.give(mention, speaker));
        }
        Ok(())
    }

    /// The entity of a speaker of the log.
    fn speaker(&mut self, places: &Places, who: &Who) -> Result<usize, Reason> {
        match who {
            Who::Mention(span) => {
                let mention = self.mention_at(places, *span)?;
                Ok(self.entity_of(places, mention))
            }
            Who::Name(name) => {
                let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
                if !name.chars().any(char::is_alphanumeric) {
                    return Err(Reason::NoName);
                }
                let known = self.entity_called(&name, None);
                Ok(known.unwrap_or_else(|| self.add_entity(name, EntityType::Misc.name().to_owned())))
            }
        }
    }

    pub fn set_content(
        &mut self,
        places: &Places,
        place: &QuotePlace,
        content: &[SpanRecord],
    ) -> Result<(), Reason> {
        let content = pieces(places, content)?;
        let record = &mut self.quote(places, place)?.record;
        record.kind = places.kind(&content).name().to_owned();
        record.content = content;
        touch(record);
        self.moved = true;
        Ok(())
    }

    pub fn classify(
        &mut self,
        places: &Places,
        place: &QuotePlace,
        class: Option<&str>,
        polarity: Option<&str>,
    ) -> Result<(), Reason> {
        let record = &mut self.quote(places, place)?.record;
        let labels =
            Labels { class: class.unwrap_or(&record.class), polarity: polarity.unwrap_or(&record.polarity) };
        let (class, polarity) = labels.known()?;
        record.class = class.name().to_owned();
        record.polarity = polarity.name().to_owned();
        touch(record);
        Ok(())
    }
}

/// Pieces of content as whole words without the quotation marks around them, in order; those that touch or overlap are
/// one.
fn pieces(places: &Places, content: &[SpanRecord]) -> Result<Vec<SpanRecord>, Reason> {
    let mut pieces = content
        .iter()
        .map(|piece| places.words(*piece).map(|words| places.without_marks(words)).ok_or(Reason::NoWords))
        .collect::<Result<Vec<_>, _>>()?;
    pieces.sort_unstable();
    pieces.dedup_by(|next, piece| {
        let joins = next.start <= piece.end;
        if joins {
            piece.end = piece.end.max(next.end);
        }
        joins
    });
    if pieces.is_empty() { Err(Reason::NoWords) } else { Ok(pieces) }
}

/// Marks a quotation as the reader's; the reasons were for what it was.
fn touch(quote: &mut QuoteRecord) {
    quote.corrected = true;
    quote.confidence = CERTAIN;
    quote.why = None;
}
