//! [`Words`] → descriptions: noun phrases that name people, groups, organisations, documents and governed
//! places by a common noun. "The Israeli army", "a spokesman for Okafor", "officials".

use super::names::Name;
use super::words::{Word, Words};
use crate::labels::{EntityType, Upos, Xpos};
use crate::text::Case;

/// Most words before the noun: "the former deputy chief of staff's top legal adviser" has eight.
const MOST_BEFORE: usize = 10;

/// A description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nominal {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// The noun.
    pub head: usize,
    /// What kind of thing the noun names.
    pub entity_type: EntityType,
    /// Whether an article or possessor opens it.
    pub determined: bool,
}

/// Finds the descriptions of a text, in order of their nouns. `name_at` tells which tokens are parts of names.
pub fn find_nominals(words: &Words, names: &[Name]) -> Vec<Nominal> {
    let mut nominals = Vec::new();
    let mut after = 0;
    for (id, _) in words.segments.sentences.iter() {
        let (start, end) = words.sentence_bounds(id);
        let first = after;
        while names.get(after).is_some_and(|name| name.start < end) {
            after += 1;
        }
        let finder = Finder { words, names: names.get(first..after).unwrap_or(&[]), start, end };
        nominals.extend((start..end).filter_map(|head| finder.nominal(head)));
    }
    nominals
}

/// One sentence and its names.
#[derive(Clone, Copy, Debug)]
struct Finder<'a, 'b> {
    words: &'b Words<'a>,
    names: &'b [Name],
    start: usize,
    end: usize,
}

impl Finder<'_, '_> {
    fn nominal(&self, head: usize) -> Option<Nominal> {
        let entity_type = self.head_type(head)?;
        let (start, determined) = self.first_of(head)?;
        let word = self.words.at(head)?;
        let many =
            matches!(word.xpos, Xpos::Nns | Xpos::Nnps) || matches!(word.text, "police" | "staff" | "people");
        // a lone singular noun is a post or part of a set phrase: "as president", "by law"
        if !determined && (!many || word.case != Case::Lower && !word.initial) {
            return None;
        }
        let end = self.complement_end(head);
        let cut = |at: usize| self.name_with(at).is_some_and(|name| name.start < at);
        let crosses = cut(start) || cut(end);
        (!crosses).then_some(Nominal { start, end, head, entity_type, determined })
    }

    /// The kind of thing, where this token is the noun of a phrase: not "army" in "army chief", not "president" in
    /// "President Ana Ruiz".
    fn head_type(&self, head: usize) -> Option<EntityType> {
        let word = self.words.at(head)?;
        let proper = word.upos == Upos::Propn && word.is_capitalised();
        if word.upos != Upos::Noun && !proper || self.name_with(head).is_some() {
            return None;
        }
        let next = self.words.at(head + 1).filter(|_| head + 1 < self.end);
        if let Some(next) = next {
            let compound = next.upos == Upos::Noun || next.text == "-" && !word.space_after;
            let name = self.name_with(head + 1).filter(|name| name.start == head + 1);
            let named = name.is_some_and(|name| name.entity_type != EntityType::Norp);
            if compound || named {
                return None;
            }
        }
        let entity_type = if proper {
            self.words.models.nouns.noun(&word.text.to_lowercase()).map(|facts| facts.entity_type)
        } else {
            noun_type(self.words, head)
        }?;
        matches!(
            entity_type,
            EntityType::Person | EntityType::Org | EntityType::Norp | EntityType::Gpe | EntityType::Work
        )
        .then_some(entity_type)
    }

    fn name_with(&self, at: usize) -> Option<&Name> {
        let after = self.names.partition_point(|name| name.start <= at);
        self.names.get(after.checked_sub(1)?).filter(|name| name.end > at)
    }

    /// The first word of the phrase, and whether an article, pronoun or possessor opens it.
    fn first_of(&self, head: usize) -> Option<(usize, bool)> {
        let mut first = head;
        while first > self.start && first + MOST_BEFORE > head {
            let at = first - 1;
            if let Some(name) = self.name_with(at) {
                if head - name.start > MOST_BEFORE {
                    break;
                }
                first = name.start;
                continue;
            }
            let word = self.words.at(at)?;
            if word.is_possessive() {
                // "Gaza's health ministry", "the city's mayor": the possessor belongs to it
                let Some((from, _)) = self.possessor(at) else { return Some((at + 1, true)) };
                return Some((from, true));
            }
            if opens(word) {
                return Some((at, true));
            }
            if !modifies(word, self.words.at(first)) {
                break;
            }
            first = at;
        }
        Some((first, false))
    }

    /// The owner before a possessive mark: a name, or a noun with its article.
    fn possessor(&self, mark: usize) -> Option<(usize, usize)> {
        let last = mark.checked_sub(1).filter(|at| *at >= self.start)?;
        if let Some(name) = self.name_with(last) {
            return Some((name.title.map_or(name.start, |(start, _)| start), name.end));
        }
        let mut first = last;
        while first > self.start && last - first < 5 {
            let word = self.words.at(first - 1)?;
            if opens(word) {
                return Some((first - 1, mark));
            }
            if !modifies(word, self.words.at(first)) {
                break;
            }
            first -= 1;
        }
        Some((first, mark))
    }

    /// "a spokesman for Okafor", "the head of the UN mission": one "of" or "for" with what follows, where that is
    /// a name or a short phrase.
    fn complement_end(&self, head: usize) -> usize {
        let of = head + 1;
        let alone = head + 1;
        if of + 1 >= self.end {
            return alone;
        }
        let spokes = self.words.form(head).starts_with("spokes")
            || matches!(self.words.form(head), "lawyer" | "attorney" | "candidate");
        let joins = match self.words.form(of) {
            "of" => true,
            "for" => spokes,
            "at" | "from" => {
                let place = self.name_with(of + 1).filter(|name| name.entity_type == EntityType::Org);
                return place.map_or(alone, |name| name.end);
            }
            _ => false,
        };
        if !joins {
            return alone;
        }
        let mut at = of + 1;
        let mut noun = None;
        while at < self.end && at < of + 9 {
            if let Some(name) = self.name_with(at) {
                if name.start < of {
                    return alone;
                }
                at = name.end;
                noun = Some(at);
                continue;
            }
            let Some(word) = self.words.at(at) else { break };
            let opening = at == of + 1 && opens(word);
            let possessive = word.is_possessive() && noun == Some(at);
            match word.upos {
                Upos::Noun | Upos::Propn => noun = Some(at + 1),
                Upos::Adj | Upos::Num if noun.is_none_or(|end| end < at) || noun.is_none() => {}
                _ if opening || possessive => {}
                _ => break,
            }
            at += 1;
        }
        noun.unwrap_or(alone)
    }
}

/// An article, a demonstrative or a possessive pronoun.
fn opens(word: &Word) -> bool {
    word.xpos == Xpos::PrpPoss
        || word.upos == Upos::Det && !matches!(word.text, "that" | "That")
        || matches!(
            word.text.to_ascii_lowercase().as_str(),
            "the" | "a" | "an" | "some" | "many" | "several" | "most"
        )
}

/// Whether a word can stand between article and noun.
fn modifies(word: &Word, next: Option<&Word>) -> bool {
    let before_noun = next.is_some_and(|next| {
        matches!(next.upos, Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num)
            || next.text == "-"
            || next.xpos == Xpos::Vbn
    });
    match word.upos {
        Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num => true,
        Upos::Punct => word.text == "-" && !word.space_after,
        // "the elected president", "ruling party": not "said officials"
        Upos::Verb => matches!(word.xpos, Xpos::Vbn | Xpos::Vbg) && before_noun && word.case == Case::Lower,
        Upos::Adv => next.is_some_and(|next| next.upos == Upos::Adj) && word.text.ends_with("ly"),
        _ => false,
    }
}

/// The kind of thing that a common noun names, by its lemma.
fn noun_type(words: &Words, at: usize) -> Option<EntityType> {
    let lemma = words.syntax.lemma.get(crate::segment::TokenId(u32::try_from(at).ok()?))?;
    words.models.nouns.noun(lemma).map(|facts| facts.entity_type)
}
