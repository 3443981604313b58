//! How one piece of text looks: its marks as the few facts that style sheets ask for.

use whosaid::labels::EntityType;
use whosaid::views::{LANES, Mark, Segment};

use super::Reading;

/// Families of types that share a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// People.
    Person,
    /// Organisations.
    Organisation,
    /// Countries, cities, other places, buildings.
    Place,
    /// Nationalities and other groups.
    Group,
    /// Events, works, products, laws, other names.
    Other,
    /// Dates, sums, numbers.
    Value,
}

impl Tone {
    /// The family of a type.
    pub const fn of(entity_type: EntityType) -> Self {
        match entity_type {
            EntityType::Person => Self::Person,
            EntityType::Org => Self::Organisation,
            EntityType::Gpe | EntityType::Loc | EntityType::Fac => Self::Place,
            EntityType::Norp => Self::Group,
            other if other.is_value() => Self::Value,
            _ => Self::Other,
        }
    }

    /// Its name in the style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Group => "group",
            Self::Other => "other",
            Self::Value => "value",
        }
    }
}

/// The underline of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameLook {
    /// Its colour.
    pub tone: Tone,
    /// The small letter after it, on the last piece of the name.
    pub letter: Option<&'static str>,
    /// Whether the reader corrected it.
    pub corrected: bool,
    /// Whether it is a name or value; a pronoun or description has only a hairline.
    pub full: bool,
}

/// The looks of a piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Numbers of the quotes it has any part in, outer first.
    pub quotes: Vec<u32>,
    /// Colour on each layer where content lies.
    pub lanes: [Option<usize>; LANES as usize],
    /// Whether it attributes.
    pub cue: bool,
    /// Whether it names a source.
    pub source: bool,
    /// Numbers of the mentions it is part of.
    pub mentions: Vec<u32>,
    /// Underline of the outer name and of one inside it.
    pub names: [Option<NameLook>; 2],
}

impl Look {
    /// The looks of a piece of `reading`.
    pub fn of(reading: &Reading, segment: &Segment) -> Self {
        let mut look = Self::default();
        for mark in &segment.marks {
            match *mark {
                Mark::Content { quote, lane } => {
                    look.add_quote(quote);
                    let speaker = reading.quote(quote).and_then(|quote| quote.speaker);
                    if let Some(slot) = look.lanes.get_mut(usize::from(lane)) {
                        *slot = Some(reading.tint(speaker));
                    }
                }
                Mark::Cue(quote) => {
                    look.add_quote(quote);
                    look.cue = true;
                }
                Mark::Source(quote) => {
                    look.add_quote(quote);
                    look.source = true;
                }
                Mark::Mention(mention) => {
                    look.mentions.push(mention);
                    look.add_name(name_look(reading, mention, segment));
                }
            }
        }
        look
    }

    /// A name comes before a description or pronoun that it is part of; of two of a kind the outer comes first.
    fn add_name(&mut self, name: Option<NameLook>) {
        let Some(name) = name else { return };
        match &mut self.names {
            [Some(first), _] if !first.full && name.full => *first = name,
            [Some(first), second @ None] if first.full && name.full => *second = Some(name),
            [first @ None, _] => *first = Some(name),
            _ => {}
        }
    }

    /// Whether the piece is text without any mark.
    pub fn is_plain(&self) -> bool {
        self.quotes.is_empty() && self.mentions.is_empty()
    }

    fn add_quote(&mut self, quote: u32) {
        if !self.quotes.contains(&quote) {
            self.quotes.push(quote);
        }
    }
}

fn name_look(reading: &Reading, mention: u32, segment: &Segment) -> Option<NameLook> {
    let mention = reading.document.mentions.get(mention as usize)?;
    let entity_type = EntityType::from_name(&mention.entity_type)?;
    let full = mention.kind == "name" || entity_type.is_value();
    // "it" and "the village" tell the reader something only where they stand for somebody with a name.
    if !full && !mention.entity.is_some_and(|id| reading.is_named(id)) {
        return None;
    }
    let letter = (full && segment.end == mention.end).then(|| crate::words::type_letter(entity_type));
    Some(NameLook { tone: Tone::of(entity_type), letter, corrected: mention.corrected, full })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(tone: Tone, full: bool) -> Option<NameLook> {
        Some(NameLook { tone, letter: None, corrected: false, full })
    }

    fn tones(names: &[Option<NameLook>]) -> Vec<Option<Tone>> {
        let mut look = Look::default();
        names.iter().for_each(|name| look.add_name(*name));
        look.names.iter().map(|name| name.map(|name| name.tone)).collect()
    }

    #[test]
    fn a_name_inside_a_description_is_what_is_underlined() {
        let tones = tones(&[name(Tone::Person, false), name(Tone::Place, true)]);
        assert_eq!(tones, [Some(Tone::Place), None]);
    }

    #[test]
    fn a_name_inside_a_name_has_an_underline_of_its_own() {
        let tones =
            tones(&[name(Tone::Organisation, true), name(Tone::Place, true), name(Tone::Other, false)]);
        assert_eq!(tones, [Some(Tone::Organisation), Some(Tone::Place)]);
    }
}
