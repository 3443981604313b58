//! Runs → [`Piece`]s: single names with the titles before them, and the type where the words alone tell it.
//!
//! "Israeli Prime Minister Benjamin Netanyahu" is the nationality Israeli and the name Benjamin Netanyahu with
//! the title Prime Minister.

use super::runs::{Run, Runs};
use super::words::{Style, Word};
use crate::labels::EntityType;
use crate::model::{KnownName, Role};
use crate::text::Case;

/// Why a name has its type: each class of reasons has its own measured precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A gazetteer has the name.
    Known,
    /// A word of nationality, religion or party.
    Nationality,
    /// The last word tells: "Harlow University".
    Head,
    /// Nothing yet: the words around it and the rest of the article must tell.
    Open,
}

/// One name.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// The type, where the words alone tell it.
    pub entity_type: Option<EntityType>,
    /// Why.
    pub reason: Reason,
    /// The title right before it: first token and one past the last.
    pub title: Option<(usize, usize)>,
}

impl Piece {
    /// Number of tokens.
    pub const fn len(&self) -> usize {
        self.end - self.start
    }
}

/// Takes a run apart into names.
pub fn pieces_of(runs: &Runs, run: Run, pieces: &mut Vec<Piece>) {
    let mut at = run.start;
    let mut title = None;
    while at < run.end {
        if is_mark(runs, at) || runs.words.is(at, Role::NotName) {
            at += 1;
            title = None;
            continue;
        }
        let headed = headed(runs, at, run.end);
        if let Some(end) = title_from(runs, at, run.end)
            && !headed.is_some_and(|(_, head)| head >= end && !person_follows(runs, end))
        {
            title = Some((title.map_or(at, |(start, _)| start), end));
            at = end;
            continue;
        }
        let piece = next_piece(runs, at, run.end, headed);
        at = piece.end;
        let nationality = piece.reason == Reason::Nationality;
        pieces.push(Piece { title: title.filter(|_| !nationality), ..piece });
        title = None;
    }
}

/// A title whose words are small: "president Ana Ruiz", "Hamas leader Ismail Haniyeh".
pub fn small_title_before(runs: &Runs, start: usize) -> Option<(usize, usize)> {
    let words = runs.words;
    let mut phrase = String::new();
    let mut found = None;
    for from in (start.saturating_sub(3)..start).rev() {
        let word = words.at(from)?;
        if word.case != Case::Lower || !word.space_after {
            break;
        }
        phrase.clear();
        for index in from..start {
            let mut letters = words.form(index).chars();
            phrase.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            phrase.extend(letters);
            if index + 1 < start {
                phrase.push(' ');
            }
        }
        if words.models.names.is_title(&phrase) {
            found = Some((from, start));
        }
    }
    found
}

fn is_mark(runs: &Runs, at: usize) -> bool {
    runs.words.at(at).is_some_and(|word| {
        !word.is_capitalised() && !word.is(Role::Particle) && !word.is(Role::NameSuffix)
            || word.is(Role::Particle) && word.case == Case::Lower && matches!(word.text, "e" | "y")
    }) && runs.known_from(at, at + 10).is_none()
}

fn person_follows(runs: &Runs, at: usize) -> bool {
    runs.words.is_given_name(at) || runs.words.at(at).is_some_and(Word::is_initial_letter)
}

/// The end of the title that begins here: "Deputy Prime Minister", "Lt. Gen.", "Secretary of State".
fn title_from(runs: &Runs, start: usize, limit: usize) -> Option<usize> {
    let words = runs.words;
    let mut phrase = String::new();
    let mut at = start;
    let mut end = None;
    while at < limit && at < start + 8 {
        let longest = (at + 1..=limit.min(at + 5)).rev().find(|to| {
            words.phrase(at, *to, &mut phrase);
            words.models.names.is_title(&phrase)
        });
        if let Some(to) = longest {
            at = to;
            end = Some(to);
        } else if words.is(at, Role::TitleModifier) || words.form(at) == "-" || words.form(at) == "and" {
            at += 1;
        } else {
            break;
        }
    }
    // "Judge Judy", but not "King" in "Larry King" or "Chair Professor" that nobody follows
    end
}

/// The organisation, place, building, event or law that begins here and ends with a word that tells it: one
/// past its last token, and the place of that word.
fn headed(runs: &Runs, start: usize, limit: usize) -> Option<(usize, usize)> {
    const HEADS: [Role; 7] = [
        Role::OrgHead,
        Role::OrgSuffix,
        Role::PlaceHead,
        Role::FacHead,
        Role::EventHead,
        Role::LawHead,
        Role::WorkHead,
    ];
    let words = runs.words;
    let mut head = None;
    let mut end = start;
    let mut at = start;
    while at < limit {
        let word = words.at(at)?;
        if matches!(word.text, "of" | "for") {
            // "Secretary of State Antony Blinken" is no body
            if at > start && words.is(at - 1, Role::Title) && !words.is(at - 1, Role::OrgHead) {
                return None;
            }
            // the words after "of" belong to the name; its head stands before
            if head.is_none() && at > start {
                head = Some(at - 1);
            }
            let stop = of_object_end(runs, at + 1, limit);
            return head.map(|head| (stop, head));
        }
        if word.roles.has_any(&HEADS) && (at > start || word.is(Role::EventBefore)) {
            head = Some(at);
            end = at + 1;
        } else if head.is_some()
            && (words.is(at, Role::Title) || words.is_given_name(at) || !word.is_capitalised())
        {
            break;
        }
        at += 1;
    }
    let head = head?;
    // "Tiger Woods", "Gordon Banks": two words that make a person's name
    let person = head == start + 1 && words.is_given_name(start) && words.is(head, Role::Surname);
    (!person && end > start + 1).then_some((end, head))
}

fn of_object_end(runs: &Runs, from: usize, limit: usize) -> usize {
    let mut at = from;
    while at < limit {
        let titled =
            runs.words.is(at, Role::Title) && at > from && at + 1 < limit && person_follows(runs, at + 1);
        if titled {
            break;
        }
        at += 1;
    }
    at
}

fn head_type(runs: &Runs, start: usize, head: usize) -> Option<EntityType> {
    let word = runs.words.at(head)?;
    // bodies as much as buildings: "the Regent Hospital said", "a fire at Regent Hospital"
    let body = matches!(
        word.text,
        "School"
            | "Church"
            | "Hospital"
            | "Hospitals"
            | "Clinic"
            | "Centre"
            | "Center"
            | "Museum"
            | "Theatre"
            | "Theater"
            | "Gallery"
            | "Library"
            | "Kindergarten"
    );
    if body {
        let place = start.checked_sub(1).map_or("", |before| {
            let before = if runs.words.form(before) == "the" { before.saturating_sub(1) } else { before };
            runs.words.form(before)
        });
        let at_place =
            matches!(place, "at" | "in" | "near" | "outside" | "inside" | "into" | "to" | "behind" | "on");
        return Some(if at_place { EntityType::Fac } else { EntityType::Org });
    }
    let governed = matches!(
        word.text,
        "City"
            | "County"
            | "State"
            | "Province"
            | "Town"
            | "Village"
            | "Township"
            | "Republic"
            | "Kingdom"
            | "Prefecture"
            | "Governorate"
            | "Oblast"
            | "Borough"
            | "Municipality"
            | "Emirate"
            | "Canton"
    );
    if governed {
        return Some(EntityType::Gpe);
    }
    [
        (Role::OrgSuffix, EntityType::Org),
        (Role::OrgHead, EntityType::Org),
        (Role::EventHead, EntityType::Event),
        (Role::LawHead, EntityType::Law),
        (Role::FacHead, EntityType::Fac),
        (Role::PlaceHead, EntityType::Loc),
        (Role::WorkHead, EntityType::Work),
    ]
    .into_iter()
    .find(|(role, _)| word.is(*role))
    .map(|(_, entity_type)| entity_type)
}

fn next_piece(runs: &Runs, at: usize, limit: usize, headed: Option<(usize, usize)>) -> Piece {
    let words = runs.words;
    let piece = |end: usize, entity_type, reason| Piece { start: at, end, entity_type, reason, title: None };
    let known = runs.known_from(at, limit);
    let nation = words.is(at, Role::Nationality) || nationality_end(runs, at, limit) > at + 1;
    if let Some(end) = compass_place(runs, at, limit) {
        return piece(end, Some(EntityType::Loc), Reason::Known);
    }
    if let Some(end) = joint_known(runs, at, limit) {
        return piece(end, Some(EntityType::Org), Reason::Known);
    }
    if let Some((end, head)) = headed
        && known.is_none_or(|(known_end, _)| known_end <= head)
        && !(nation && runs.known_from(at + 1, limit).is_some_and(|(known_end, _)| known_end >= end))
    {
        let from_before = words.is(at, Role::EventBefore) && !words.is(head, Role::OrgHead);
        let entity_type = if from_before { Some(EntityType::Event) } else { head_type(runs, at, head) };
        // "Natural Resources Canada", "Volkswagen Group China"
        let country = runs.known_from(end, limit).filter(|(country_end, known)| {
            entity_type == Some(EntityType::Org)
                && *known == KnownName::Country
                && *country_end == limit
                && end == head + 1
        });
        let end = country.map_or(end, |(country_end, _)| country_end);
        return piece(end, entity_type.or(Some(EntityType::Org)), Reason::Head);
    }
    if nation && known.is_none_or(|(end, _)| end == at + 1 || nationality_end(runs, at, limit) > at + 1) {
        return piece(nationality_end(runs, at, limit), Some(EntityType::Norp), Reason::Nationality);
    }
    if words.is(at, Role::EventBefore) && at + 1 < limit {
        return piece(open_end(runs, at + 1, limit), Some(EntityType::Event), Reason::Head);
    }
    if words.is(at, Role::PlaceBefore) && at + 1 < limit && known.is_none() {
        return piece(open_end(runs, at + 1, limit), Some(EntityType::Loc), Reason::Head);
    }
    if let Some((end, known)) = known {
        let alone = end >= limit || !continues(runs, end) || end > at + 1;
        if alone {
            return piece(end, Some(known.entity_type()), Reason::Known);
        }
    }
    piece(open_end(runs, at, limit), None, Reason::Open)
}

/// "Southern Nigeria", "East Jerusalem": a point of the compass and a known place.
fn compass_place(runs: &Runs, at: usize, limit: usize) -> Option<usize> {
    let compass = matches!(
        runs.words.form(at),
        "Northern" | "Southern" | "Eastern" | "Western" | "Central" | "North" | "South" | "East" | "West"
    );
    let (end, known) = runs.known_from(at + 1, limit).filter(|_| compass)?;
    (known.is_place() && end == limit && runs.known_from(at, limit).is_none()).then_some(end)
}

/// "UN World Food Programme": a body and whose it is, in one name.
fn joint_known(runs: &Runs, at: usize, limit: usize) -> Option<usize> {
    let owner = matches!(runs.words.form(at), "UN" | "U.N." | "EU");
    let (end, known) = runs.known_from(at + 1, limit).filter(|_| owner)?;
    (known == KnownName::Organisation && end > at + 2).then_some(end)
}

/// "Latin American", "South Korean": nationalities of two words.
fn nationality_end(runs: &Runs, at: usize, limit: usize) -> usize {
    let mut phrase = String::new();
    if at + 1 >= limit {
        return at + 1;
    }
    runs.words.phrase(at, at + 2, &mut phrase);
    if runs.words.models.names.word(&phrase).has(Role::Nationality) { (at + 2).min(limit) } else { at + 1 }
}

fn is_acronym(runs: &Runs, at: usize) -> bool {
    runs.words.at(at).is_some_and(|word| {
        word.style == Style::Prose
            && word.case == Case::Upper
            && word.text.len() > 2
            && !word.text.contains('.')
    })
}

/// Whether the word here goes on a name that began before: "Sydney Sweeney", not "Gaza President".
fn continues(runs: &Runs, at: usize) -> bool {
    let words = runs.words;
    let Some(word) = words.at(at) else { return false };
    word.is_capitalised()
        && word.style == Style::Prose
        && !word.is(Role::Nationality)
        && !word.is(Role::Title)
        && !word.is(Role::TitleModifier)
        && runs.known_from(at, at + 10).is_none()
}

/// The end of a name without any word that tells: it stops before a title, a nationality, another known name.
fn open_end(runs: &Runs, start: usize, limit: usize) -> usize {
    let words = runs.words;
    let mut at = start + 1;
    while at < limit {
        let Some(word) = words.at(at) else { break };
        let joins = matches!(word.text, "-" | "‐" | "‑" | "&");
        if joins || word.is(Role::Particle) && word.case == Case::Lower || word.is(Role::NameSuffix) {
            at += 1;
            continue;
        }
        if !word.is_capitalised()
            && !word.is_possessive()
            && !matches!(word.text, "of" | "the" | "and" | "for")
        {
            break;
        }
        let tight = words.at(at - 1).is_some_and(|last| !last.space_after);
        if !tight {
            let long_known = runs.known_from(at, limit).is_some_and(|(end, _)| end > at + 1);
            // "CID Inspector Monir Hossain"; not "Stephen King Jr."
            let titled = words.is(at, Role::Title)
                && at + 1 < limit
                && words.at(at + 1).is_some_and(Word::is_capitalised)
                && !words.is_given_name(at - 1);
            // "CAM Hector Llaitul": letters, then a person
            let lettered = at == start + 1 && is_acronym(runs, start) && person_follows(runs, at);
            // "Gilbert Houngbo ILO Director-General": a person, then letters
            let letters = at > start + 1 && is_acronym(runs, at) && words.is_given_name(start);
            if lettered
                || letters
                || long_known
                || titled
                || word.is(Role::Nationality) && !words.is(at, Role::Surname)
            {
                break;
            }
        }
        at += 1;
    }
    at.min(limit)
}
