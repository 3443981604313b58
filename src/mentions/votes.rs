//! [`Piece`]s → [`Votes`]: what the words of a name and the words around it say about its type.
//!
//! The weights were set on worldwide-newswire train (measured only; no name comes from it) and GMB train, by
//! looking at the errors; see docs/EVALUATION.md, section Names.

use super::pieces::Piece;
use super::words::{Style, Word, Words};
use crate::labels::{EntityType, Upos};
use crate::model::{KnownName, Role};
use crate::segment::TokenKind;
use crate::text::Case;

/// Points for each type of name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// For a person.
    pub person: i32,
    /// For an organisation.
    pub org: i32,
    /// For a place.
    pub place: i32,
    /// For a people or group.
    pub group: i32,
    /// For any other name.
    pub other: i32,
}

impl Votes {
    /// The sum of two.
    pub const fn plus(self, other: Self) -> Self {
        Self {
            person: self.person + other.person,
            org: self.org + other.org,
            place: self.place + other.place,
            group: self.group + other.group,
            other: self.other + other.other,
        }
    }

    /// The same, each kind of points at most `most` either way: many places do not outvote everything.
    pub fn capped(self, most: i32) -> Self {
        let cap = |points: i32| points.clamp(-most, most);
        Self {
            person: cap(self.person),
            org: cap(self.org),
            place: cap(self.place),
            group: cap(self.group),
            other: cap(self.other),
        }
    }

    /// The type with most points and how far it is ahead of the next.
    pub fn winner(self) -> (EntityType, i32) {
        let mut ranked = [
            (self.person, EntityType::Person),
            (self.org, EntityType::Org),
            (self.place, EntityType::Gpe),
            (self.group, EntityType::Norp),
            (self.other, EntityType::Misc),
        ];
        ranked.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
        let [(first, entity_type), (second, _), ..] = ranked;
        (entity_type, first - second)
    }
}

/// What the words of the name itself say.
pub fn inner(words: &Words, piece: &Piece, known: Option<KnownName>) -> Votes {
    let mut votes = Votes::default();
    match known {
        Some(known) if known.is_place() => votes.place += 8,
        Some(_) => votes.org += 6,
        None => {}
    }
    let mut ordinary = 0;
    let mut capitalised = 0;
    let last = piece.end - 1;
    for index in piece.start..piece.end {
        let Some(word) = words.at(index) else { continue };
        capitalised += i32::from(word.is_capitalised());
        ordinary += i32::from(word.ordinary && word.is_capitalised() && !words.is_given_name(index));
        if index < last && words.is_given_name(index) && (index == piece.start || !word.ordinary) {
            votes.person += if index == piece.start { 6 } else { 2 };
        }
        if word.is_initial_letter() && piece.len() > 1 && word.text.len() == 2 {
            votes.person += 4;
        }
        if word.is(Role::NameSuffix) {
            votes.person += 5;
        }
        if word.is(Role::Particle) && word.case == Case::Lower {
            votes.person += 3;
        }
        match word.text {
            "&" => {
                votes.org += 8;
                votes.person -= 4;
            }
            "of" | "for" => votes.org += 4,
            _ => {}
        }
        if word.roles.has_any(&[Role::OrgHead, Role::OrgSuffix]) {
            votes.org += 2;
        }
        if word.kind == TokenKind::Number {
            votes.other += 2;
        }
    }
    if let Some(word) = words.at(last) {
        shape(word, piece.len() == 1, &mut votes);
        if word.is(Role::Surname) {
            votes.person += if piece.len() > 1 { 3 } else { 2 };
        }
        if piece.len() == 1 && words.is_given_name(last) {
            votes.person += 3;
        }
    }
    match capitalised {
        2 | 3 if ordinary == 0 => votes.person += 3,
        2 | 3 if ordinary == capitalised => votes.org += 2,
        1..=3 => {}
        _ => votes.org += 1,
    }
    votes
}

/// What the letters of the last word say: "IAEA", "YouTube", "Sunderland", "Sandinistas".
fn shape(word: &Word, alone: bool, votes: &mut Votes) {
    const PLACE_ENDINGS: [&str; 16] = [
        "land", "stan", "shire", "burg", "burgh", "ville", "pur", "abad", "grad", "polis", "ton", "ham",
        "bury", "mouth", "istan", "nagar",
    ];
    const GROUP_ENDINGS: [&str; 6] = ["eans", "ians", "ists", "ites", "crats", "ese"];
    let letters = word.text.chars().count();
    if word.style == Style::Prose && word.case == Case::Upper && (2..=7).contains(&letters) && alone {
        votes.org += if word.is(Role::Acronym) { -4 } else { 5 };
        votes.person -= 6;
        votes.other += if word.is(Role::Acronym) { 6 } else { 1 };
    }
    let scottish = ["Mc", "Mac", "De", "O'", "O’", "La", "Le", "D'", "D’"]
        .iter()
        .any(|start| word.text.starts_with(start));
    if word.case == Case::Mixed && alone && !scottish && !word.text.contains('-') {
        votes.org += 3;
        votes.other += 1;
    }
    if alone && word.case == Case::Title && letters > 5 && !word.ordinary {
        if PLACE_ENDINGS.iter().any(|end| word.text.ends_with(end)) {
            votes.place += 2;
        }
        if GROUP_ENDINGS.iter().any(|end| word.text.ends_with(end)) {
            votes.group += 5;
        }
    }
}

/// What the words around the name say.
pub fn outer(words: &Words, piece: &Piece, sentence: (usize, usize)) -> Votes {
    let mut votes = Votes::default();
    if piece.title.is_some() {
        votes.person += 8;
    }
    if piece.start > sentence.0 && piece.title.is_none() {
        before(words, piece, sentence, &mut votes);
    }
    after(words, piece, sentence, &mut votes);
    votes
}

fn before(words: &Words, piece: &Piece, sentence: (usize, usize), votes: &mut Votes) {
    let at = piece.start - 1;
    let Some(word) = words.at(at) else { return };
    let lower = word.text.to_lowercase();
    match lower.as_str() {
        "in" => votes.place += 5,
        "near" | "across" | "throughout" | "outside" | "around" => votes.place += 4,
        "northern" | "southern" | "eastern" | "western" | "central" | "northwestern" | "northeastern"
        | "southwestern" | "southeastern" | "downtown" | "north" | "south" | "east" | "west" | "nearby"
        | "neighbouring" | "neighboring" | "mainland" => votes.place += 5,
        "from" => votes.place += 2,
        "to" | "into" | "towards" | "toward" => votes.place += 1,
        "at" => {
            votes.place += 1;
            votes.org += 2;
        }
        "says" | "said" | "asks" | "adds" | "added" | "explains" | "explained" | "recalls" => {
            votes.person += 5
        }
        "by" | "told" | "asked" => votes.person += 2,
        "with" => votes.person += 1,
        "the" => {
            votes.person -= 6;
            votes.org += 2;
        }
        "a" | "an" => {
            votes.person -= 4;
            votes.other += 2;
        }
        "named" | "called" => votes.person += 1,
        "of" if at > sentence.0 => match words.form(at - 1).to_lowercase().as_str() {
            "city" | "town" | "village" | "capital" | "province" | "district" | "region" | "state"
            | "port" | "island" | "suburb" | "county" | "outskirts" | "north" | "south" | "east" | "west"
            | "coast" | "municipality" | "people" => votes.place += 6,
            "ceo" | "owner" | "director" | "chairman" | "shares" | "member" | "chief" => votes.org += 2,
            _ => {}
        },
        _ => noun_before(words, at, votes),
    }
}

/// "spokesman Ned Price", "rebel group Harakat", "the village Al-Tira": the noun right before a name.
fn noun_before(words: &Words, at: usize, votes: &mut Votes) {
    let Some(word) = words.at(at) else { return };
    if word.case != Case::Lower || matches!(word.upos, Upos::Verb | Upos::Aux | Upos::Adp) {
        return;
    }
    match noun_type(words, at) {
        Some(EntityType::Person) => votes.person += 5,
        Some(EntityType::Org) => votes.org += 3,
        Some(EntityType::Gpe | EntityType::Loc | EntityType::Fac) => votes.place += 3,
        _ => {}
    }
}

/// The kind of thing that a common noun names, by its lemma.
pub fn noun_type(words: &Words, at: usize) -> Option<EntityType> {
    let lemma = words.syntax.lemma.get(crate::segment::TokenId(u32::try_from(at).ok()?))?;
    words.models.nouns.noun(lemma).map(|facts| facts.entity_type)
}

fn after(words: &Words, piece: &Piece, (_, limit): (usize, usize), votes: &mut Votes) {
    const SPEECH: [&str; 30] = [
        "said",
        "says",
        "told",
        "added",
        "asked",
        "replied",
        "wrote",
        "tweeted",
        "insisted",
        "argued",
        "explained",
        "recalled",
        "joked",
        "noted",
        "stressed",
        "stated",
        "claimed",
        "admitted",
        "warned",
        "testified",
        "continued",
        "thinks",
        "believes",
        "smiled",
        "laughed",
        "nodded",
        "died",
        "married",
        "resigned",
        "tells",
    ];
    let at = piece.end;
    if at >= limit {
        return;
    }
    let Some(word) = words.at(at) else { return };
    let form = word.text;
    if SPEECH.contains(&form) {
        votes.person += 3;
        votes.org += 1;
    } else if form == "who" || form == "," && words.form(at + 1) == "who" {
        votes.person += 6;
    } else if form == "," {
        after_comma(words, at + 1, limit, votes);
    } else if form == "(" {
        let age =
            words.at(at + 1).is_some_and(|inner| inner.text.len() == 2 && inner.kind == TokenKind::Number);
        if age && words.form(at + 2) == ")" {
            votes.person += 6;
        }
    } else if word.is_possessive() {
        match words.form(at + 1) {
            "capital" | "population" | "economy" | "border" | "borders" | "parliament" | "government"
            | "president" | "prime" | "foreign" | "ruling" | "largest" | "military" => votes.place += 4,
            "wife" | "husband" | "mother" | "father" | "son" | "daughter" | "lawyer" | "family" | "death"
            | "brother" | "sister" | "attorney" | "body" | "career" | "parents" => votes.person += 4,
            "shares" | "headquarters" | "chairman" | "board" | "profit" | "stock" | "ceo" => votes.org += 3,
            _ => {}
        }
    } else if word.case == Case::Lower {
        match form {
            "city" | "town" | "village" | "province" | "region" | "area" | "district" | "border"
            | "state" | "river" | "neighbourhood" | "neighborhood" | "suburb" | "county" | "island"
            | "peninsula" | "residents" | "municipality" | "constituency" => votes.place += 4,
            "government" | "authorities" | "coast" | "airport" | "street" => votes.place += 2,
            "spokesman" | "spokeswoman" | "spokesperson" | "officials" | "executives" | "employees"
            | "shares" | "headquarters" | "ceo" | "members" | "fighters" | "militants" | "leader"
            | "leaders" | "supporters" | "lawmakers" | "candidate" | "party" | "group" | "coach"
            | "striker" | "midfielder" | "captain" | "chairman" | "boss" | "manager" | "stock"
            | "customers" | "staff" => votes.org += 3,
            "is" | "was" | "has" | "had" | "will" => {}
            "language" | "languages" => votes.other += 6,
            _ if word.upos == Upos::Verb => votes.person += 1,
            // "in Indigenous languages", "the Copa final": the name tells what kind
            _ if word.upos == Upos::Noun => {
                votes.person -= 1;
                votes.place -= 3;
                votes.other += 2;
            }
            _ => {}
        }
    } else if form == "-" && matches!(words.form(at + 1), "based" | "born" | "wide") {
        votes.place += 4;
    }
}

/// ", 34, …", ", a spokesman for …", ", Illinois".
fn after_comma(words: &Words, at: usize, limit: usize, votes: &mut Votes) {
    let Some(word) = words.at(at).filter(|_| at < limit) else { return };
    let closes = |index: usize| matches!(words.form(index), "," | "." | ")" | "and" | ";");
    if word.kind == TokenKind::Number && word.text.len() <= 2 && closes(at + 1) {
        votes.person += 7;
        return;
    }
    if word.is_capitalised() {
        let mut phrase = String::new();
        words.phrase(at, at + 1, &mut phrase);
        if words.models.names.known(&phrase).is_some_and(KnownName::is_place) {
            votes.place += 2;
        }
        return;
    }
    let determined = matches!(word.text, "a" | "an" | "the" | "his" | "her" | "their" | "its");
    for index in at..(at + 7).min(limit) {
        let Some(next) = words.at(index) else { return };
        if matches!(next.text, "," | "." | "of" | "for" | "in" | "that" | "which" | "who") {
            // the head noun stands right before: "a former engineer of …"
            if index > at && (determined || index > at + 1) {
                match noun_type(words, index - 1) {
                    Some(EntityType::Person) => votes.person += 5,
                    Some(EntityType::Org) => votes.org += 3,
                    Some(EntityType::Gpe | EntityType::Loc) => votes.place += 4,
                    _ => {}
                }
            }
            return;
        }
        if matches!(next.upos, Upos::Verb | Upos::Aux) && next.case == Case::Lower && !next.ordinary {
            return;
        }
    }
}
