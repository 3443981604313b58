//! [`Words`] → names with types: pieces of runs, typed by their own words, the words around them and the rest of
//! the article.
//!
//! Within an article a name keeps its type: "Netanyahu" has the type of "Benjamin Netanyahu", "SDF" that of
//! "Syrian Democratic Forces".

use std::collections::HashMap;

use super::evidence::Evidence;
use super::pieces::{Piece, Reason, pieces_of, small_title_before};
use super::runs::{Run, Runs};
use super::votes::{Votes, inner, outer};
use super::words::{Style, Words};
use crate::labels::EntityType;
use crate::model::{KnownName, Role};
use crate::segment::TokenId;
use crate::text::Id;

/// Most points that all places of a name together give each of them.
const MOST_FROM_ELSEWHERE: i32 = 10;

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
pub fn find_names(words: &Words) -> Vec<Name> {
    let evidence = Evidence::new(words);
    let runs = Runs { words, evidence: &evidence };
    let mut pieces = Vec::new();
    for run in runs.find() {
        let from = pieces.len();
        pieces_of(&runs, run, &mut pieces);
        add_small_title(&runs, run, pieces.get_mut(from));
    }
    let article = Article::new(&runs, &pieces);
    pieces.iter().filter_map(|piece| article.name(piece)).collect()
}

fn add_small_title(runs: &Runs, run: Run, piece: Option<&mut Piece>) {
    if let Some(piece) = piece
        && piece.start == run.start
        && piece.title.is_none()
        && !matches!(piece.reason, Reason::Nationality | Reason::Head)
    {
        piece.title = small_title_before(runs, piece.start);
    }
}

/// What all places of an article together say about its names.
struct Article<'a, 'b> {
    words: &'b Words<'a>,
    /// Points of each name over all its places, by its lower-case words.
    votes: HashMap<String, Votes>,
    /// Types that longer names lend to their parts: "Netanyahu", "SDF", "Norland".
    short_forms: HashMap<String, EntityType>,
}

impl<'a, 'b> Article<'a, 'b> {
    fn new(runs: &Runs<'a, 'b>, pieces: &[Piece]) -> Self {
        let mut article = Self { words: runs.words, votes: HashMap::new(), short_forms: HashMap::new() };
        for piece in pieces {
            let votes = article.outer(piece);
            let total = article.votes.entry(key(runs.words, piece.start, piece.end)).or_default();
            *total = total.plus(votes);
        }
        for piece in pieces.iter().filter(|piece| piece.len() > 1) {
            article.add_short_forms(piece);
        }
        article
    }

    fn outer(&self, piece: &Piece) -> Votes {
        let id = self.words.segments.sentence_of(TokenId::from_index(piece.start));
        outer(self.words, piece, id.map_or((0, 0), |id| self.words.sentence_bounds(id)))
    }

    fn known(&self, piece: &Piece) -> Option<KnownName> {
        if piece.reason != Reason::Known {
            return None;
        }
        let mut phrase = String::new();
        self.words.phrase(piece.start, piece.end, &mut phrase);
        self.words.models.names.known(&phrase)
    }

    /// A long name lends its type to its last word (people), its first words and its initials (organisations).
    fn add_short_forms(&mut self, piece: &Piece) {
        let (entity_type, margin) = self.decide(piece);
        match entity_type {
            EntityType::Person if margin >= 3 => {
                let mut last = piece.end - 1;
                while last > piece.start && self.words.is(last, Role::NameSuffix) {
                    last -= 1;
                }
                for at in [last, piece.start] {
                    self.short_forms.entry(key(self.words, at, at + 1)).or_insert(entity_type);
                }
                // "el-Sisi" of "Abdel Fattah el-Sisi"
                if let Some(particle) = (piece.start + 1..last).find(|at| self.words.is(*at, Role::Particle))
                {
                    self.short_forms.entry(key(self.words, particle, last + 1)).or_insert(entity_type);
                }
            }
            EntityType::Org => {
                let initials = self.initials(piece);
                if initials.len() > 1 {
                    self.short_forms.entry(initials).or_insert(entity_type);
                }
                let first = self.words.at(piece.start);
                if first.is_some_and(|word| !word.ordinary && word.is_capitalised() && word.text.len() > 3) {
                    self.short_forms
                        .entry(key(self.words, piece.start, piece.start + 1))
                        .or_insert(entity_type);
                }
            }
            _ => {}
        }
    }

    fn initials(&self, piece: &Piece) -> String {
        let letters = (piece.start..piece.end).filter_map(|index| self.words.at(index));
        let capitals = letters.filter(|word| word.is_capitalised() && !word.is(Role::OrgSuffix));
        capitals.filter_map(|word| word.text.chars().next()).flat_map(char::to_lowercase).collect()
    }

    /// The type of a piece, and how clear it is.
    fn decide(&self, piece: &Piece) -> (EntityType, i32) {
        let key = key(self.words, piece.start, piece.end);
        let fixed = match piece.reason {
            Reason::Nationality | Reason::Head => piece.entity_type,
            Reason::Known if self.known(piece) == Some(KnownName::Country) || piece.len() > 1 => {
                piece.entity_type
            }
            Reason::Known | Reason::Open => None,
        };
        if let Some(entity_type) = fixed {
            return (entity_type, 9);
        }
        let elsewhere = self.votes.get(&key).copied().unwrap_or_default().capped(MOST_FROM_ELSEWHERE);
        let mut votes = inner(self.words, piece, self.known(piece)).plus(self.outer(piece)).plus(elsewhere);
        if piece.len() <= 2 {
            match self.short_forms.get(&key) {
                Some(EntityType::Person) => votes.person += 10,
                Some(_) => votes.org += 6,
                None => {}
            }
        }
        if piece.reason == Reason::Known {
            votes.other = 0;
        }
        let (entity_type, margin) = votes.winner();
        match (entity_type, piece.entity_type) {
            (EntityType::Gpe, Some(known @ (EntityType::Gpe | EntityType::Loc))) => (known, margin),
            (EntityType::Org, Some(EntityType::Event)) => (EntityType::Event, margin),
            _ => (entity_type, margin),
        }
    }

    fn name(&self, piece: &Piece) -> Option<Name> {
        let words = self.words;
        let (winner, margin) = self.decide(piece);
        let word = words.at(piece.end - 1)?;
        let alone = piece.len() == 1;
        if alone && word.is(Role::Acronym) && piece.title.is_none() {
            return None;
        }
        let open = piece.reason == Reason::Open;
        let entity_type = if open && margin < least_margin(winner, alone, word.ordinary) {
            // nothing tells what it is: "the Council" is a word, "the Durban Call" some name
            // "Falter" in a headline: a rare word, not a rare name
            if alone && (word.ordinary || word.style != Style::Prose) {
                return None;
            }
            EntityType::Misc
        } else {
            winner
        };
        let title = piece.title.filter(|_| entity_type == EntityType::Person);
        let confidence = confidence(piece, entity_type, margin);
        Some(Name { start: piece.start, end: piece.end, entity_type, title, confidence })
    }
}

/// How far a type must be ahead of the next where no lexicon and no telling word gives it.
///
/// Each is where the share of right names on worldwide-newswire train passes 0.38: below, a wrong name costs more
/// than a right one brings.
const fn least_margin(entity_type: EntityType, alone: bool, ordinary: bool) -> i32 {
    match (entity_type, alone, ordinary) {
        (EntityType::Person, _, false) => 2,
        (EntityType::Person, _, true) => 4,
        (EntityType::Org, _, false) => 3,
        (EntityType::Org, _, true) => 9,
        (EntityType::Gpe, _, _) => 4,
        _ => 0,
    }
}

/// In thousandths: the share of names with such a reason that were right, span and type, on worldwide-newswire
/// train (500 stretches of 20 sentences, 11,700 names).
const fn confidence(piece: &Piece, entity_type: EntityType, margin: i32) -> u32 {
    match (piece.reason, entity_type) {
        (Reason::Known, EntityType::Org) => 790,
        (Reason::Known, _) => 900,
        (Reason::Nationality, _) => 880,
        (Reason::Head, EntityType::Gpe) => 520,
        (Reason::Head, _) => 750,
        (Reason::Open, EntityType::Misc) => 130,
        (Reason::Open, EntityType::Person) if margin >= 12 => 910,
        (Reason::Open, EntityType::Person) if margin >= 6 => 760,
        (Reason::Open, EntityType::Person) => 570,
        (Reason::Open, _) if margin >= 10 => 680,
        (Reason::Open, _) if margin >= 6 => 540,
        (Reason::Open, _) => 420,
    }
}

fn key(words: &Words, start: usize, end: usize) -> String {
    let mut key = String::new();
    words.phrase(start, end, &mut key);
    key.make_ascii_lowercase();
    key
}
