//! Bylines and datelines → the names that their form tells: "By **Tessa Almgren**, State Correspondent", "**HARLOW FALLS**, Oct. 14 —".
//!
//! The network has seen few such lines, and no capitals that mean a place.

use super::reasons::Evidence;
use super::titles::title_end;
use super::words::{Word, Words};
use crate::blocks::{BlockKind, Blocks};
use crate::labels::EntityType;
use crate::labels::bioes::{LABELS, NAME_TYPES, OUTSIDE, label, place};
use crate::model::{KnownName, Role, SCALE};
use crate::text::Case;

/// What a line says about a word of a name in it. A guess, above all that the network says of such words in texts of the
/// project.
const FROM_LINE: i32 = 12 << SCALE;

/// Words of the name of somebody who writes, at least and at most.
const WRITER: std::ops::RangeInclusive<usize> = 2..=4;

/// Most words of a place that something is reported from.
const LONGEST_PLACE: usize = 4;

/// Words that a line tells of: a name of some type, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Told {
    start: usize,
    end: usize,
    entity_type: Option<EntityType>,
}

/// The lines of a text that tell names, with what they tell.
#[derive(Debug, Default)]
pub struct Lines {
    told: Vec<Told>,
}

impl Lines {
    /// Reads the bylines and datelines of a text.
    pub fn of(words: &Words, blocks: &Blocks) -> Self {
        let mut told = Vec::new();
        for (id, sentence) in words.segments.sentences.iter() {
            let (start, end) = words.sentence_bounds(id);
            match blocks.table.get(sentence.block).map(|block| block.kind) {
                Some(BlockKind::Byline) => byline(words, start, end, &mut told),
                Some(BlockKind::Dateline) => dateline(words, start, end, &mut told),
                _ => {}
            }
        }
        Self { told }
    }

    /// The line that tells a name, as a reason for its type, if one does.
    pub fn reason(&self, start: usize, end: usize) -> Option<Evidence> {
        let told = self.told.iter().find(|told| (told.start, told.end) == (start, end))?;
        let is_person = told.entity_type? == EntityType::Person;
        Some(if is_person { Evidence::Byline } else { Evidence::Dateline })
    }

    /// Adds it to the scores of the words.
    pub fn add_to(&self, scores: &mut [[i32; LABELS]]) {
        self.told.iter().for_each(|told| add(*told, scores));
    }
}

fn add(told: Told, scores: &mut [[i32; LABELS]]) {
    let Told { start, end, entity_type } = told;
    let name_type = entity_type.and_then(|wanted| NAME_TYPES.iter().position(|it| *it == wanted));
    for at in start..end {
        let label = name_type.map_or(OUTSIDE, |name_type| label(name_type, place(at, start, end)));
        if let Some(score) = scores.get_mut(at).and_then(|row| row.get_mut(label)) {
            *score += FROM_LINE;
        }
    }
}

/// Who is named after "By" and after "and", and what they are by trade, which is no name.
fn byline(words: &Words, start: usize, end: usize, told: &mut Vec<Told>) {
    let mut opened = false;
    let mut at = start;
    while at < end {
        opened = match words.form(at).to_lowercase().as_str() {
            "by" => true,
            "and" | "," | "&" => opened,
            _ => false,
        };
        at += 1;
        if !opened {
            continue;
        }
        let run = |written: fn(&Word) -> bool| {
            let is_and = |at: usize| words.form(at).eq_ignore_ascii_case("and");
            let last = (at..end).take_while(|at| words.at(*at).is_some_and(written) && !is_and(*at)).last();
            last.map_or(at, |last| last + 1)
        };
        let trade = run(|word| word.is_capitalised());
        if trade > at && (words.is(trade - 1, Role::Title) || title_end(words, at, trade) == Some(trade)) {
            told.push(Told { start: at, end: trade, entity_type: None });
            at = trade;
            continue;
        }
        let to = run(may_be_in_a_name);
        if WRITER.contains(&(to - at)) && is_somebody(words, at, to) {
            told.push(Told { start: at, end: to, entity_type: Some(EntityType::Person) });
        } else {
            opened = false;
        }
        at = to.max(at);
    }
}

/// Whether the words may be somebody's: not "By Popular Demand".
fn is_somebody(words: &Words, start: usize, end: usize) -> bool {
    // Once is a slip of the pen: "wil".
    let only_names = |at: usize| words.models.words.count(&words.form(at).to_lowercase()) <= 1;
    let last = end - 1;
    words.at(last).is_some_and(Word::is_capitalised)
        && (words.is_given_name(start) || only_names(start))
        && (words.is(last, Role::Surname) || words.is(last, Role::NameSuffix) || only_names(last))
}

/// A word of somebody's name or of what they are; not of a paper ("Courier" is an organisation's head).
fn may_be_in_a_name(word: &Word) -> bool {
    let others = [Role::OrgHead, Role::OrgSuffix, Role::PlaceHead];
    (word.is_capitalised() || word.is(Role::Particle) || matches!(word.text, "." | "-"))
        && !others.iter().any(|role| word.is(*role))
}

/// The place in capitals that a dateline begins with, and the land or state after it, if a list has it.
fn dateline(words: &Words, start: usize, end: usize, told: &mut Vec<Told>) {
    let run = |start: usize, written: fn(&Word) -> bool| {
        let last = (start..end).take_while(|at| words.at(*at).is_some_and(written)).last();
        last.map_or(start, |last| last + 1)
    };
    let to = run(start, |word| word.case == Case::Upper && word.text.len() > 1);
    let closes = matches!(words.form(to), "," | "(" | "—" | "–" | "-" | "--" | "/" | "");
    if !closes || to == start || to - start > LONGEST_PLACE {
        return;
    }
    let place = known_place(words, start, to).unwrap_or(EntityType::Gpe);
    told.push(Told { start, end: to, entity_type: Some(place) });
    if words.form(to) == "," {
        let last = run(to + 1, |word| word.case == Case::Title);
        if let Some(place) = known_place(words, to + 1, last) {
            told.push(Told { start: to + 1, end: last, entity_type: Some(place) });
        }
    }
}

/// What the lists of places say.
fn known_place(words: &Words, start: usize, end: usize) -> Option<EntityType> {
    let mut phrase = String::new();
    soften(words, start, end, &mut phrase);
    words.models.names.known(&phrase).filter(|known| known.is_place()).map(KnownName::entity_type)
}

/// "HARLOW FALLS" as "Harlow Falls".
fn soften(words: &Words, start: usize, end: usize, phrase: &mut String) {
    for at in start..end {
        if at > start {
            phrase.push(' ');
        }
        let mut letters = words.form(at).chars();
        phrase.extend(letters.next());
        phrase.extend(letters.flat_map(char::to_lowercase));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::names;

    const REPORT: &str =
        "The bridge fell on Friday, and nobody was hurt by it, as far as anybody could tell.";

    #[test]
    fn who_writes_is_a_person_and_what_they_are_is_no_name() {
        let article = |byline: &str| names(&format!("Old bridge falls\n\n{byline}\n\n{REPORT}"));
        article("By [Tessa Almgren]{PERSON}, State Correspondent");
        article("BY [MIRIAM ESTEVE]{PERSON} AND [WIL MBEKI]{PERSON}");
        article("By Popular Demand");
    }

    #[test]
    fn a_place_in_capitals_before_a_dash_is_a_place() {
        let report = |dateline: &str| names(&format!("Old bridge falls\n\n{dateline} —\n\n{REPORT}"));
        report("[HARLOW FALLS]{GPE}, Oct. 14");
        report("[DUNMORE]{GPE}, [Ohio]{GPE}, Oct. 14");
    }
}
