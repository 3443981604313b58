//! [`Reading`] → names with types: the best labels of each sentence, then a second look with what the whole
//! article knows.
//!
//! Within an article a name keeps its type: "Netanyahu" has the type of "Benjamin Netanyahu", "SDF" that of
//! "Syrian Democratic Forces", and a name seen clearly once is looked for everywhere.

use super::article::Article;
use super::bioes::{Labelled, best_names};
use super::lines::Lines;
use super::titles::{title_before, title_end};
use super::words::{Word, Words};
use crate::labels::EntityType;
use crate::labels::bioes::{LABELS, NAME_TYPES, Place, label, place};
use crate::model::{KnownName, Role, SCALE};
use crate::reading::Reading;
use crate::segment::{TokenId, TokenKind};
use crate::text::{Case, Id};

/// Number of types.
const TYPES: usize = NAME_TYPES.len();

/// Last words of places that somebody governs: "Fulton County"; "Volta River" is a place alone.
const GOVERNED: [&str; 16] = [
    "Borough",
    "Canton",
    "City",
    "County",
    "Emirate",
    "Governorate",
    "Kingdom",
    "Municipality",
    "Oblast",
    "Prefecture",
    "Province",
    "Republic",
    "State",
    "Town",
    "Township",
    "Village",
];

/// What a telling first word says about itself and its next word.
pub const FROM_FIRST_WORD: i32 = 6 << SCALE;

/// A name with its type.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// What kind of thing.
    pub entity_type: EntityType,
    /// The title before it.
    pub title: Option<(usize, usize)>,
    /// How sure, in thousandths.
    pub confidence: u32,
}

/// Finds the names of a text, in order.
pub fn find_names(words: &Words, reading: &Reading, lines: &Lines) -> Vec<Name> {
    let sentences = bounds(words);
    let mut scores = first_scores(words, reading);
    lines.add_to(&mut scores);
    let first = decode(&scores, &sentences);
    let article = Article::new(words, &scores, &first);
    article.adjust(&mut scores, &first);
    let mut names = Vec::new();
    let mut sentence = 0;
    let mut free = 0;
    for found in decode(&scores, &sentences) {
        while sentences.get(sentence).is_some_and(|(_, end)| *end <= found.start) {
            sentence += 1;
        }
        let first = sentences.get(sentence).map_or(0, |bounds| bounds.0);
        if let Some(name) = finish(words, &scores, found, first.max(free)) {
            free = name.end;
            if !join_firm(words, &mut names, name) {
                names.push(name);
            }
        }
    }
    names
}

/// First and one past the last token of each sentence.
pub fn bounds(words: &Words) -> Vec<(usize, usize)> {
    words.segments.sentences.iter().map(|(id, _)| words.sentence_bounds(id)).collect()
}

/// The network's scores with what single words and lines add.
pub fn first_scores(words: &Words, reading: &Reading) -> Vec<[i32; LABELS]> {
    let mut scores: Vec<[i32; LABELS]> =
        (0..words.table.len()).map(|at| *reading.name_scores(TokenId::from_index(at))).collect();
    for at in 1..scores.len() {
        let Some(name_type) = told_by_first_word(words, at - 1) else { continue };
        let Some(name_type) = NAME_TYPES.iter().position(|other| *other == name_type) else { continue };
        for (at, place) in [(at - 1, Place::Begin), (at, Place::End)] {
            if let Some(score) = scores.get_mut(at).and_then(|row| row.get_mut(label(name_type, place))) {
                *score += FROM_FIRST_WORD;
            }
        }
    }
    leave_directions(words, &mut scores);
    part_at_lines(words, &mut scores);
    scores
}

/// What a name of two words is by its first word: an event ("Hurricane Agnes", "Operation Sunrise": corpora of names
/// hold few of them), or a person with the name of a month ("June Calloway", "August Wilson") before a word that is none
/// of the language.
pub fn told_by_first_word(words: &Words, first: usize) -> Option<EntityType> {
    let next = words.at(first + 1).filter(|word| word.case == Case::Title)?;
    if words.is(first, Role::EventBefore) && words.at(first).is_some_and(Word::is_capitalised) {
        return Some(EntityType::Event);
    }
    let named = words.value_word(first).roles.has(Role::Month)
        && words.is_given_name(first)
        && words.models.words.count(&next.text.to_lowercase()) == 0;
    named.then_some(EntityType::Person)
}

/// "Harlow & Pike" is one firm, though each part might be a person.
fn join_firm(words: &Words, names: &mut [Name], name: Name) -> bool {
    let Some(last) = names.last_mut() else { return false };
    let parts = [last.entity_type, name.entity_type];
    let joins = words.form(last.end) == "&"
        && last.end + 1 == name.start
        && last.end - last.start == 1
        && name.title.is_none()
        && parts.iter().all(|part| matches!(part, EntityType::Person | EntityType::Org));
    if joins {
        *last = Name { end: name.end, entity_type: EntityType::Org, title: None, ..*last };
    }
    joins
}

/// What forbids a label.
const NEVER: i32 = 100 << SCALE;

/// No name runs over the end of a short line: "Ana Ruiz⏎Tom Okafor" are two.
fn part_at_lines(words: &Words, scores: &mut [[i32; LABELS]]) {
    for at in 1..scores.len() {
        let both = words.at(at).is_some_and(Word::is_capitalised)
            && words.at(at - 1).is_some_and(Word::is_capitalised);
        if !both || !words.follows_short_line(at) {
            continue;
        }
        let mut forbid = |at: usize, places: [Place; 2]| {
            let Some(row) = scores.get_mut(at) else { return };
            for name_type in 0..TYPES {
                for place in places {
                    if let Some(score) = row.get_mut(label(name_type, place)) {
                        *score -= NEVER;
                    }
                }
            }
        };
        forbid(at - 1, [Place::Begin, Place::Inside]);
        forbid(at, [Place::Inside, Place::End]);
    }
}

/// No place begins with the small word of a direction: what speaks for "southern Gaza" speaks for "Gaza".
fn leave_directions(words: &Words, scores: &mut [[i32; LABELS]]) {
    for at in 1..scores.len() {
        let named = words.at(at).is_some_and(Word::is_capitalised);
        if !named || !DIRECTIONS.contains(&words.form(at - 1)) {
            continue;
        }
        let place = |name_type: &EntityType| matches!(name_type, EntityType::Gpe | EntityType::Loc);
        for (name_type, _) in NAME_TYPES.iter().enumerate().filter(|(_, name_type)| place(name_type)) {
            if let Some(score) =
                scores.get_mut(at - 1).and_then(|row| row.get_mut(label(name_type, Place::Begin)))
            {
                *score -= NEVER;
            }
            let Some(row) = scores.get_mut(at) else { continue };
            for (alone, joined) in [(Place::Single, Place::End), (Place::Begin, Place::Inside)] {
                let joined = row.get_mut(label(name_type, joined));
                let from = joined.map_or(i32::MIN, |score| std::mem::replace(score, *score - NEVER));
                if let Some(score) = row.get_mut(label(name_type, alone)) {
                    *score = from.max(*score);
                }
            }
        }
    }
}

/// The names of each sentence by themselves, with places counted in the text.
pub fn decode(scores: &[[i32; LABELS]], sentences: &[(usize, usize)]) -> Vec<Labelled> {
    let mut names = Vec::new();
    for (start, end) in sentences {
        let rows = scores.get(*start..*end).unwrap_or(&[]);
        names.extend(best_names(rows).into_iter().map(|name| Labelled {
            start: name.start + start,
            end: name.end + start,
            ..name
        }));
    }
    names
}

/// How far a name is ahead of no name and of other types, where it is least so.
pub(super) fn margin(scores: &[[i32; LABELS]], name: &Labelled) -> i32 {
    let of = |at: usize| {
        let row = scores.get(at)?;
        let chosen = label(name.name_type, place(at, name.start, name.end));
        let mine = row.get(chosen)?;
        let other =
            row.iter().enumerate().filter(|(label, _)| *label != chosen).map(|(_, score)| *score).max()?;
        Some(mine - other)
    };
    (name.start..name.end).filter_map(of).min().unwrap_or(0)
}

/// Small words before the name of a place that are no part of it, as OntoNotes, EWT and GUM have it: "southern Gaza".
/// Worldwide-newswire takes them in half of the time.
const DIRECTIONS: [&str; 9] =
    ["central", "east", "eastern", "north", "northern", "south", "southern", "west", "western"];

/// The name without title, article and possessive mark, with its type settled; `None` if nothing is left.
fn finish(words: &Words, scores: &[[i32; LABELS]], found: Labelled, from: usize) -> Option<Name> {
    let margin = margin(scores, &found);
    let Labelled { mut start, mut end, name_type } = found;
    let mut entity_type = NAME_TYPES.get(name_type).copied()?;
    while end > start && words.at(end - 1).is_some_and(|word| word.is_possessive()) {
        end -= 1;
    }
    while end > start + 1 && matches!(words.form(start), "the" | "The" | "THE" | "“" | "\"" | "‘") {
        start += 1;
    }
    let mut title = None;
    if entity_type == EntityType::Person {
        if let Some(after) = title_end(words, start, end).filter(|after| *after < end) {
            title = Some((start, after));
            start = after;
        } else {
            title = title_before(words, start, from);
        }
    }
    if let Some(settled) = settled(words, start, end, entity_type) {
        entity_type = settled.entity_type();
    }
    let speaks = (start..end)
        .any(|at| words.at(at).is_some_and(|word| word.case != Case::None || word.kind == TokenKind::Number));
    (start < end && speaks).then(|| Name { start, end, entity_type, title, confidence: confidence(margin) })
}

/// What tells a governed place from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// A gazetteer.
    Listed(KnownName),
    /// Its last word: "County", "River".
    LastWord(EntityType),
}

impl Settled {
    /// The type that it gives.
    pub const fn entity_type(self) -> EntityType {
        match self {
            Self::Listed(known) => known.entity_type(),
            Self::LastWord(entity_type) => entity_type,
        }
    }
}

/// What settles which kind of place a name of a place is.
pub fn settled(words: &Words, start: usize, end: usize, entity_type: EntityType) -> Option<Settled> {
    if !matches!(entity_type, EntityType::Gpe | EntityType::Loc) {
        return None;
    }
    let mut phrase = String::new();
    words.phrase(start, end, &mut phrase);
    let known = words.models.names.known(&phrase).filter(|known| known.is_place());
    let last_word = || {
        let governed = GOVERNED.contains(&words.form(end - 1));
        let head = end > start + 1 && words.is(end - 1, Role::PlaceHead);
        head.then_some(Settled::LastWord(if governed { EntityType::Gpe } else { EntityType::Loc }))
    };
    known.map(Settled::Listed).or_else(last_word)
}

/// In thousandths: the share of persons, organisations and places that are right in span and type on the dev parts of
/// worldwide-newswire, UNER-EWT and CrossNER politics together, by the margin in half units of log-odds, from -2 on,
/// smoothed (`whosaid-train confidence`). Each step has a number of its own, by which that command tells them apart.
fn confidence(margin: i32) -> u32 {
    const SHARES: [u32; 28] = [
        382, 418, 419, 533, 579, 627, 726, 727, 728, 797, 843, 851, 852, 885, 894, 931, 954, 969, 977, 978,
        979, 980, 981, 982, 983, 988, 989, 990,
    ];
    let step = (margin >> (SCALE - 1)).saturating_add(2).clamp(0, SHARES.len() as i32 - 1);
    SHARES.get(step as usize).copied().unwrap_or(382)
}
