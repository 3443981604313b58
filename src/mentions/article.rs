//! What all places of an article together say about a name: its full form, its other places.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::bioes::Labelled;
use super::names::margin;
use super::words::{Word, Words};
use crate::labels::EntityType;
use crate::labels::bioes::{LABELS, NAME_TYPES, label, place};
use crate::model::{Role, SCALE};
use crate::segment::TokenKind;

/// Number of types.
const TYPES: usize = NAME_TYPES.len();
/// How much one clear place of a name says about the others, in the units of the network's scores.
const MOST_FROM_ONE: i32 = 3 << SCALE;
/// How much all other places of a name say about one at most.
const MOST_FROM_ALL: i32 = 6 << SCALE;
/// What a long name says about its short form: "Netanyahu" after "Benjamin Netanyahu".
const FROM_LONG_NAME: i32 = 4 << SCALE;

/// What all places of an article together say about its names.
pub struct Article<'a, 'b> {
    words: &'b Words<'a>,
    /// Points of each type for names by their words in lower case.
    points: FxHashMap<String, [i32; TYPES]>,
    /// How many words the names of several have, the most first, by the first of them in lower case.
    lengths: FxHashMap<String, Vec<usize>>,
}

impl<'a, 'b> Article<'a, 'b> {
    /// Gathers what the names found first say.
    pub fn new(words: &'b Words<'a>, scores: &[[i32; LABELS]], names: &[Labelled]) -> Self {
        let mut points = FxHashMap::default();
        for name in names {
            hints(words, scores, name, |_, key, more| {
                let row: &mut [i32; TYPES] = points.entry(key).or_insert([0; TYPES]);
                if let Some(sum) = row.get_mut(name.name_type) {
                    *sum = (*sum + more).min(MOST_FROM_ALL);
                }
            });
        }
        let mut lengths: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for name in names.iter().filter(|name| name.end - name.start > 1) {
            let known = lengths.entry(key(words, name.start, name.start + 1)).or_default();
            let length = name.end - name.start;
            if let Err(place) = known.binary_search_by_key(&Reverse(length), |length| Reverse(*length)) {
                known.insert(place, length);
            }
        }
        Self { words, points, lengths }
    }

    /// Gives every place of a name what its other places say.
    pub fn adjust(&self, scores: &mut [[i32; LABELS]], names: &[Labelled]) {
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
            if let Some((end, points)) = self.missed(at, &named) {
                add_points(scores, at, end, points);
                named.get_mut(at..end).unwrap_or(&mut []).fill(true);
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

    /// The end of a name of several words that begins here and was found elsewhere, and what the other places say.
    fn missed(&self, start: usize, named: &[bool]) -> Option<(usize, &[i32; TYPES])> {
        let lengths = self.lengths.get(&key(self.words, start, start + 1))?;
        lengths.iter().find_map(|length| {
            let end = start + length;
            let capital = self.words.at(end - 1).is_some_and(Word::is_capitalised);
            let free = named.get(start..end).is_some_and(|named| !named.contains(&true));
            if !capital || !free {
                return None;
            }
            Some((end, self.points.get(&key(self.words, start, end))?))
        })
    }
}

/// How one place of a name speaks of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// It has the same words.
    SameWords,
    /// It is the full name of which the other is a part.
    FullName,
    /// It is the full name of which the other has the initials.
    Initials,
}

/// What a name says of other places: for each name it speaks of the points for its own type.
pub fn hints(
    words: &Words,
    scores: &[[i32; LABELS]],
    name: &Labelled,
    mut give: impl FnMut(Hint, String, i32),
) {
    let sure = margin(scores, name).min(MOST_FROM_ONE);
    give(Hint::SameWords, key(words, name.start, name.end), sure);
    if name.end - name.start < 2 {
        return;
    }
    match NAME_TYPES.get(name.name_type) {
        Some(EntityType::Person) => {
            let mut last = name.end - 1;
            while last > name.start && words.is(last, Role::NameSuffix) {
                last -= 1;
            }
            for at in [name.start, last] {
                give(Hint::FullName, key(words, at, at + 1), FROM_LONG_NAME);
            }
        }
        Some(EntityType::Org) => {
            let initials = initials(words, name);
            if initials.len() > 1 {
                give(Hint::Initials, initials, FROM_LONG_NAME);
            }
            // "Norland" of "Norland Lines", not "United" of "United Nations"
            let first = words.at(name.start);
            if first.is_some_and(|word| {
                word.is_capitalised() && word.text.len() > 3 && !is_common(words, word.text)
            }) {
                give(Hint::FullName, key(words, name.start, name.start + 1), FROM_LONG_NAME);
            }
        }
        _ => {}
    }
}

/// Whether the form is a word of the language.
fn is_common(words: &Words, form: &str) -> bool {
    words.models.words.count(&form.to_lowercase()) > 0
}

fn initials(words: &Words, name: &Labelled) -> String {
    let letters = (name.start..name.end).filter_map(|index| words.at(index));
    let capitals = letters.filter(|word| word.is_capitalised() && !word.is(Role::OrgSuffix));
    capitals.filter_map(|word| word.text.chars().next()).flat_map(char::to_lowercase).collect()
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

/// The words of a name as all its places share them.
pub fn key(words: &Words, start: usize, end: usize) -> String {
    let mut key = String::new();
    words.phrase(start, end, &mut key);
    key.make_ascii_lowercase();
    key
}
