//! [`Reading`] → names with types: the best labels of each sentence, then a second look with what the whole
//! article knows.
//!
//! Within an article a name keeps its type: "Netanyahu" has the type of "Benjamin Netanyahu", "SDF" that of
//! "Syrian Democratic Forces", and a name seen clearly once is looked for everywhere.

use rustc_hash::FxHashMap;

use super::bioes::{Labelled, best_names};
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
/// How much one clear place of a name says about the others, in the units of the network's scores.
const MOST_FROM_ONE: i32 = 3 << SCALE;
/// How much all other places of a name say about one at most.
const MOST_FROM_ALL: i32 = 6 << SCALE;
/// What a long name says about its short form: "Netanyahu" after "Benjamin Netanyahu".
const FROM_LONG_NAME: i32 = 4 << SCALE;

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
const FROM_FIRST_WORD: i32 = 6 << SCALE;

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
pub fn find_names(words: &Words, reading: &Reading) -> Vec<Name> {
    let sentences: Vec<(usize, usize)> =
        words.segments.sentences.iter().map(|(id, _)| words.sentence_bounds(id)).collect();
    let mut scores: Vec<[i32; LABELS]> =
        (0..words.table.len()).map(|at| *reading.name_scores(TokenId::from_index(at))).collect();
    add_storms(words, &mut scores);
    add_month_names(words, &mut scores);
    part_at_lines(words, &mut scores);
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

/// "Hurricane Agnes", "Operation Sunrise": corpora of names hold few of them, so their first word is told to speak.
fn add_storms(words: &Words, scores: &mut [[i32; LABELS]]) {
    let Some(event) = NAME_TYPES.iter().position(|name_type| *name_type == EntityType::Event) else { return };
    for at in 1..scores.len() {
        let named = words.is(at - 1, Role::EventBefore)
            && words.at(at - 1).is_some_and(Word::is_capitalised)
            && words.at(at).is_some_and(|word| word.case == Case::Title);
        if !named {
            continue;
        }
        for (at, place) in [(at - 1, Place::Begin), (at, Place::End)] {
            if let Some(score) = scores.get_mut(at).and_then(|row| row.get_mut(label(event, place))) {
                *score += FROM_FIRST_WORD;
            }
        }
    }
}

/// "June Calloway", "August Wilson": a first name that is also a month, before a word that is none of the language.
fn add_month_names(words: &Words, scores: &mut [[i32; LABELS]]) {
    for at in 1..scores.len() {
        let named = words.value_word(at - 1).roles.has(Role::Month)
            && words.is_given_name(at - 1)
            && words.at(at).is_some_and(|word| {
                word.case == Case::Title && words.models.words.count(&word.text.to_lowercase()) == 0
            });
        if !named {
            continue;
        }
        for (at, place) in [(at - 1, Place::Begin), (at, Place::End)] {
            if let Some(score) = scores.get_mut(at).and_then(|row| row.get_mut(label(0, place))) {
                *score += FROM_FIRST_WORD;
            }
        }
    }
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

/// No name runs over the end of a short line: "Ana Ruiz⏎Tom Okafor" are two.
fn part_at_lines(words: &Words, scores: &mut [[i32; LABELS]]) {
    const NEVER: i32 = 100 << SCALE;
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

/// The names of each sentence by themselves, with places counted in the text.
fn decode(scores: &[[i32; LABELS]], sentences: &[(usize, usize)]) -> Vec<Labelled> {
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

/// What all places of an article together say about its names.
struct Article<'a, 'b> {
    words: &'b Words<'a>,
    /// Points of each type for names by their words in lower case.
    points: FxHashMap<String, [i32; TYPES]>,
}

impl<'a, 'b> Article<'a, 'b> {
    fn new(words: &'b Words<'a>, scores: &[[i32; LABELS]], names: &[Labelled]) -> Self {
        let mut article = Self { words, points: FxHashMap::default() };
        for name in names {
            let margin = margin(scores, name).min(MOST_FROM_ONE);
            article.add(name.start, name.end, name.name_type, margin);
            if name.end - name.start < 2 {
                continue;
            }
            match NAME_TYPES.get(name.name_type) {
                Some(EntityType::Person) => {
                    let mut last = name.end - 1;
                    while last > name.start && words.is(last, Role::NameSuffix) {
                        last -= 1;
                    }
                    for at in [name.start, last] {
                        article.add(at, at + 1, name.name_type, FROM_LONG_NAME);
                    }
                }
                Some(EntityType::Org) => {
                    let initials = article.initials(name);
                    if initials.len() > 1 {
                        article.add_key(initials, name.name_type, FROM_LONG_NAME);
                    }
                    // "Norland" of "Norland Lines", not "United" of "United Nations"
                    let first = words.at(name.start);
                    if first.is_some_and(|word| {
                        word.is_capitalised() && word.text.len() > 3 && !article.is_common(word.text)
                    }) {
                        article.add(name.start, name.start + 1, name.name_type, FROM_LONG_NAME);
                    }
                }
                _ => {}
            }
        }
        article
    }

    fn add(&mut self, start: usize, end: usize, name_type: usize, points: i32) {
        self.add_key(key(self.words, start, end), name_type, points);
    }

    fn add_key(&mut self, key: String, name_type: usize, points: i32) {
        let row = self.points.entry(key).or_insert([0; TYPES]);
        if let Some(sum) = row.get_mut(name_type) {
            *sum = (*sum + points).min(MOST_FROM_ALL);
        }
    }

    /// Whether the form is a word of the language.
    fn is_common(&self, form: &str) -> bool {
        self.words.models.words.count(&form.to_lowercase()) > 0
    }

    fn initials(&self, name: &Labelled) -> String {
        let letters = (name.start..name.end).filter_map(|index| self.words.at(index));
        let capitals = letters.filter(|word| word.is_capitalised() && !word.is(Role::OrgSuffix));
        capitals.filter_map(|word| word.text.chars().next()).flat_map(char::to_lowercase).collect()
    }

    /// Gives every place of a name what its other places say.
    fn adjust(&self, scores: &mut [[i32; LABELS]], names: &[Labelled]) {
        let mut named = vec![false; scores.len()];
        // What a place itself gave is no news to it.
        let mut own = vec![None; scores.len()];
        for name in names {
            if name.end - name.start == 1 {
                if let Some(slot) = own.get_mut(name.start) {
                    *slot = Some((name.name_type, margin(scores, name).min(MOST_FROM_ONE)));
                }
                continue;
            }
            if let Some(points) = self.points.get(&key(self.words, name.start, name.end)) {
                add_points(scores, name.start, name.end, points);
            }
            named.get_mut(name.start..name.end).unwrap_or(&mut []).fill(true);
        }
        for at in 0..scores.len() {
            let capital =
                self.words.at(at).is_some_and(|word| word.is_capitalised() && word.kind != TokenKind::Number);
            if !capital || named.get(at).copied().unwrap_or(true) {
                continue;
            }
            if let Some(points) = self.points.get(&key(self.words, at, at + 1)) {
                let mut points = *points;
                if let Some((name_type, margin)) = own.get(at).copied().flatten()
                    && let Some(sum) = points.get_mut(name_type)
                {
                    *sum = (*sum - margin).max(0);
                }
                add_points(scores, at, at + 1, &points);
            }
        }
    }
}

fn add_points(scores: &mut [[i32; LABELS]], start: usize, end: usize, points: &[i32; TYPES]) {
    let width = (end - start) as i32;
    for at in start..end {
        let Some(row) = scores.get_mut(at) else { return };
        for (name_type, points) in points.iter().enumerate() {
            if let Some(score) = row.get_mut(label(name_type, place(at, start, end))) {
                *score += points / width;
            }
        }
    }
}

/// How far a name is ahead of no name and of other types, where it is least so.
fn margin(scores: &[[i32; LABELS]], name: &Labelled) -> i32 {
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
    if matches!(entity_type, EntityType::Gpe | EntityType::Loc) {
        let mut phrase = String::new();
        words.phrase(start, end, &mut phrase);
        let river = end > start + 1 && words.is(end - 1, Role::PlaceHead);
        entity_type = match words.models.names.known(&phrase) {
            Some(KnownName::Place) => EntityType::Loc,
            Some(known) if known.is_place() => EntityType::Gpe,
            _ if river => {
                if GOVERNED.contains(&words.form(end - 1)) {
                    EntityType::Gpe
                } else {
                    EntityType::Loc
                }
            }
            _ => entity_type,
        };
    }
    let speaks = (start..end)
        .any(|at| words.at(at).is_some_and(|word| word.case != Case::None || word.kind == TokenKind::Number));
    (start < end && speaks).then(|| Name { start, end, entity_type, title, confidence: confidence(margin) })
}

/// In thousandths: the share of persons, organisations and places of worldwide-newswire dev that are right in span
/// and type, by the margin in half units of log-odds, from -2 on, smoothed (`whosaid-train confidence`).
fn confidence(margin: i32) -> u32 {
    const SHARES: [u32; 28] = [
        300, 440, 480, 500, 590, 600, 640, 740, 760, 790, 810, 840, 850, 860, 880, 880, 880, 890, 890, 910,
        920, 925, 935, 950, 955, 955, 960, 980,
    ];
    let step = (margin >> (SCALE - 1)).saturating_add(2).clamp(0, SHARES.len() as i32 - 1);
    SHARES.get(step as usize).copied().unwrap_or(300)
}

fn key(words: &Words, start: usize, end: usize) -> String {
    let mut key = String::new();
    words.phrase(start, end, &mut key);
    key.make_ascii_lowercase();
    key
}
