//! [`Words`] and names → names with a nickname in quotation marks as one: "Dwayne “The Rock” Johnson".

use super::names::Name;
use super::words::{Word, Words};
use crate::labels::{EntityType, Upos};
use crate::segment::{TokenId, TokenKind};
use crate::text::{Case, Id, IdRange};

/// Most words of a nickname.
const LONGEST: usize = 4;
/// Most words before it.
const MOST_BEFORE: usize = 3;
/// How sure such a name is where its first word was not found, in thousandths. A guess.
const CONFIDENCE: u32 = 600;

/// Joins what stands before and after a nickname to one name of a person. The names are in order and stay so.
pub fn join_nicknames(words: &Words, names: &mut Vec<Name>) {
    let mut free = 0;
    let mut wholes: Vec<Name> = Vec::new();
    for open in 1..words.table.len() {
        let whole = whole_name(words, names, open).filter(|whole| whole.start >= free);
        if let Some(whole) = whole {
            free = whole.end;
            wholes.push(whole);
        }
    }
    if wholes.is_empty() {
        return;
    }
    let mut next = 0;
    names.retain(|name| {
        while wholes.get(next).is_some_and(|whole| whole.end <= name.start) {
            next += 1;
        }
        wholes.get(next).is_none_or(|whole| name.end <= whole.start)
    });
    names.extend(wholes);
    names.sort_by_key(|name| name.start);
}

/// Whether a name has a nickname in marks.
pub fn has_nickname(words: &Words, name: IdRange<TokenId>) -> bool {
    let mut tokens = name.ids().map(Id::index);
    tokens.any(|at| {
        closing(words.form(at)).is_some_and(|mark| (at + 2..name.end()).any(|at| words.form(at) == mark))
    })
}

/// What closes what a mark opens.
fn closing(mark: &str) -> Option<&'static str> {
    Some(match mark {
        "“" => "”",
        "\"" => "\"",
        "``" => "''",
        "‘" => "’",
        "'" => "'",
        _ => return None,
    })
}

/// The name of a person with a nickname in the marks that open at a place.
fn whole_name(words: &Words, names: &[Name], open: usize) -> Option<Name> {
    let mark = closing(words.form(open))?;
    let close = (open + 2..open + 2 + LONGEST).find(|at| words.form(*at) == mark)?;
    let sentence = words.segments.sentence_of(TokenId::from_index(open))?;
    let bounds = words.sentence_bounds(sentence);
    let spaced = |at: usize| words.at(at).is_some_and(|word| word.space_after);
    if open <= bounds.0 || close + 1 >= bounds.1 || !spaced(open - 1) || !spaced(close) {
        return None;
    }
    let inside = (open + 1..close).all(|at| words.at(at).is_some_and(may_be_nickname));
    let last = words.at(close - 1).is_some_and(Word::is_capitalised);
    if !inside || !last {
        return None;
    }
    let before = name_before(words, names, open).filter(|name| name.start >= bounds.0)?;
    let end = end_after(words, names, close).filter(|end| *end <= bounds.1)?;
    Some(Name { end, ..before })
}

fn may_be_nickname(word: &Word) -> bool {
    word.kind == TokenKind::Word && (word.is_capitalised() || matches!(word.text, "the" | "of" | "de" | "la"))
}

/// The first name, which may have taken the mark for its own; also one that was not found and is no word of the language.
fn name_before(words: &Words, names: &[Name], open: usize) -> Option<Name> {
    let near = names.partition_point(|name| name.start < open);
    let found = near.checked_sub(1).and_then(|at| names.get(at)).filter(|name| name.end >= open).copied();
    let word = words.at(open - 1)?;
    let only_names = word.upos == Upos::Propn && words.models.words.count(&word.text.to_lowercase()) == 0;
    let unfound = (only_names || words.is_given_name(open - 1)).then_some(Name {
        start: open - 1,
        end: open,
        entity_type: EntityType::Person,
        title: None,
        confidence: CONFIDENCE,
    });
    let short = |name: &Name| open - name.start <= MOST_BEFORE && name.entity_type == EntityType::Person;
    let capitalised = |name: &Name| words.at(name.start).is_some_and(Word::is_capitalised);
    found.or(unfound).filter(|name| short(name) && capitalised(name))
}

/// One past the surname after the nickname: a name that begins there, or a proper noun.
fn end_after(words: &Words, names: &[Name], close: usize) -> Option<usize> {
    let next = words.at(close + 1).filter(|word| matches!(word.case, Case::Title | Case::Mixed))?;
    let near = names.partition_point(|name| name.end <= close + 1);
    match names.get(near).filter(|name| name.start <= close + 1) {
        Some(name) => (name.title.is_none()).then_some(name.end),
        None => (next.upos == Upos::Propn && next.kind == TokenKind::Word).then_some(close + 2),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::names;

    #[test]
    fn a_nickname_in_marks_is_part_of_the_name() {
        names("The [actor]{TITLE} [Dwayne “The Rock” Johnson]{PERSON} smiled.");
        names("[Patricia \"Tricia\" Nixon Cox]{PERSON} was born in 1946.");
        names("[Manfred ``Fred'' Okafor]{PERSON} left early.");
    }

    #[test]
    fn what_somebody_said_is_no_nickname() {
        names(
            "[Ana Ruiz]{PERSON} said “Never” and left. To [Tom Okafor]{PERSON} “Cats,” [Lena Ortega]{PERSON} wrote, is dear.",
        );
    }
}
