//! [`Words`] → people whom the network left unnamed: a proper noun that does or owns something.
//!
//! A surname alone is easily missed where the article gives no full name: "Hanbury was a vigorous critic". The tagger
//! and the parser look at such a word each by themselves.

use rustc_hash::FxHashSet;

use super::names::Name;
use super::words::{Word, Words};
use crate::labels::{Deprel, EntityType, Upos, Xpos};
use crate::model::Role;
use crate::segment::{SentenceId, TokenId, TokenKind};
use crate::text::{Case, Id};

/// How sure such a name is, in thousandths. A guess, below the least of the names found by their scores.
const CONFIDENCE: u32 = 380;

/// Words after the noun in which a pronoun speaks for a person.
const REACH: usize = 40;

/// Adds them to the names, which stay in order. A word taken once is taken wherever it stands alone as a proper noun.
pub fn add_actors(words: &Words, names: &mut Vec<Name>) {
    let mut free = vec![true; words.table.len()];
    for name in names.iter() {
        let start = name.title.map_or(name.start, |(start, _)| start);
        // A word beside a name belongs to it or to nobody: "the Lloyd George government".
        free.get_mut(start.saturating_sub(1)..(name.end + 1).min(words.table.len()))
            .unwrap_or(&mut [])
            .fill(false);
    }
    let alone = |at: &usize| free.get(*at).copied().unwrap_or(false) && is_alone(words, *at);
    let candidates: Vec<usize> = (0..words.table.len()).filter(alone).collect();
    let acting: FxHashSet<&str> =
        candidates.iter().filter(|at| acts(words, **at)).map(|at| words.form(*at)).collect();
    let taken = candidates.into_iter().filter(|at| acting.contains(words.form(*at)));
    let found = taken.map(|start| Name {
        start,
        end: start + 1,
        entity_type: EntityType::Person,
        title: None,
        confidence: CONFIDENCE,
    });
    names.extend(found);
    names.sort_by_key(|name| name.start);
}

/// A proper noun with no other beside it that may be somebody's name: not "the Council", "Secretary", "March".
fn is_alone(words: &Words, at: usize) -> bool {
    let Some(word) = words.at(at) else { return false };
    let printed = word.upos == Upos::Propn
        && word.xpos == Xpos::Nnp
        && word.case == Case::Title
        && word.kind == TokenKind::Word
        && word.text.chars().count() > 2
        && word.text.chars().all(char::is_alphabetic);
    let capital = |at: Option<usize>| at.and_then(|at| words.at(at)).is_some_and(Word::is_capitalised);
    let before = at.checked_sub(1);
    let owned = before.and_then(|at| words.at(at)).is_some_and(|word| {
        matches!(word.upos, Upos::Det | Upos::Num | Upos::Adj)
            || matches!(word.xpos, Xpos::PrpPoss)
            || word.is_possessive()
            || matches!(word.text, "-" | "“" | "\"" | "‘" | "``" | "''" | "'" | "#" | "@")
    });
    let numbered = words.at(at + 1).is_some_and(|word| word.kind == TokenKind::Number);
    printed
        && !owned
        && !numbered
        && !capital(before.filter(|at| words.at(*at).is_some_and(|word| !word.initial)))
        && !capital(Some(at + 1))
        && !matches!(words.form(at + 1), "of" | "-" | "&")
        && may_be_a_name(words, at, word)
}

/// A word that only names, or one of the lists of names.
fn may_be_a_name(words: &Words, at: usize, word: &Word) -> bool {
    let lower = word.text.to_lowercase();
    let other = [Role::Title, Role::TitleModifier, Role::Nationality].iter().any(|role| word.is(*role));
    let listed = words.is_given_name(at) || word.is(Role::Surname);
    let common = words.models.words.count(&lower) > 0;
    let known = words.models.names.known(word.text).is_some() || words.models.nouns.noun(&lower).is_some();
    !other
        && !known
        && !words.value_word(at).roles.has_any(&[Role::Month, Role::Weekday])
        && (!common || listed && !word.initial)
}

/// Whether it is the subject or object of a verb or owns something, and something speaks for a person: "**Neeson** founded
/// … he", "they blamed **Perot** … he", "**Kane**'s allegations … her", "**Hannity** said". "Politifact deemed those
/// statements false" says nothing of that.
pub fn acts(words: &Words, at: usize) -> bool {
    let token = TokenId::from_index(at);
    let verb = words.syntax.head.get(token).copied().flatten();
    let speaks = || {
        let lemma = verb.and_then(|verb| words.syntax.lemma.get(verb));
        lemma.is_some_and(|lemma| words.models.reporting.is_strong(lemma))
    };
    match words.syntax.deprel.get(token) {
        Some(Deprel::Nsubj | Deprel::NsubjPass) => speaks() || is_person(words, at),
        Some(Deprel::Obj | Deprel::Iobj) => is_person(words, at),
        Some(Deprel::NmodPoss) => words.at(at + 1).is_some_and(Word::is_possessive) && is_person(words, at),
        _ => false,
    }
}

/// Whether a list of names has the word, or a pronoun follows.
fn is_person(words: &Words, at: usize) -> bool {
    words.is_given_name(at) || words.is(at, Role::Surname) || has_pronoun_after(words, at)
}

/// Whether a pronoun for people follows in this sentence or the next.
pub fn has_pronoun_after(words: &Words, at: usize) -> bool {
    let Some(sentence) = words.segments.sentence_of(TokenId::from_index(at)) else { return false };
    let next = SentenceId::from_index(sentence.index() + 1);
    let end = words.sentence_bounds(sentence).1.max(words.sentence_bounds(next).1).min(at + REACH);
    (at + 1..end).any(|at| {
        let form = words.form(at).to_ascii_lowercase();
        matches!(&*form, "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" | "who")
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::names;

    #[test]
    fn a_proper_noun_that_acts_is_somebody_where_a_pronoun_follows() {
        names("Hardly anyone came. [Pellow]{PERSON}, a carpenter, built it before he died.");
    }

    #[test]
    fn so_is_one_to_whom_something_is_done() {
        names(
            "The board blamed [Pellow]{PERSON} for the loss, and he resigned. The press praised Lumex for that.",
        );
    }

    #[test]
    fn what_is_a_word_or_may_be_a_thing_is_nobody() {
        names("The Council met, and he left. Your Honor, he is late.");
        names("Lumex deemed the claim false.");
    }
}
