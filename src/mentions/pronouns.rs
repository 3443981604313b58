//! [`Words`] → pronouns that can stand for someone or something.

use super::words::{Word, Words};
use crate::labels::{EntityType, Upos, Xpos};
use crate::text::Case;

/// A pronoun: its token, and a person or anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    /// Where.
    pub at: usize,
    /// `Person` for those that stand for people alone, else `Misc`.
    pub entity_type: EntityType,
}

/// Finds the pronouns of a text, in order.
pub fn find_pronouns(words: &Words) -> Vec<Pronoun> {
    let mut pronouns = Vec::new();
    for (id, _) in words.segments.sentences.iter() {
        let (start, end) = words.sentence_bounds(id);
        for at in start..end {
            let Some(word) = words.at(at) else { continue };
            let refers = match word.text.to_ascii_lowercase().as_str() {
                "it" => !is_empty_it(words, at, end),
                "who" | "whom" | "whose" => is_relative(words, at, start),
                // "US" the country; "us" and "Us" the pronoun
                "us" => word.case != Case::Upper,
                "mine" => word.upos == Upos::Pron,
                _ => true,
            };
            if let Some(entity_type) = pronoun_type(word).filter(|_| refers) {
                pronouns.push(Pronoun { at, entity_type });
            }
        }
    }
    pronouns
}

fn pronoun_type(word: &Word) -> Option<EntityType> {
    if word.xpos == Xpos::Ex {
        return None;
    }
    match word.text.to_ascii_lowercase().as_str() {
        "i" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours" | "ourselves" | "you"
        | "your" | "yours" | "yourself" | "yourselves" | "he" | "him" | "his" | "himself" | "she" | "her"
        | "hers" | "herself" | "who" | "whom" | "whose" => Some(EntityType::Person),
        "it" | "its" | "itself" | "they" | "them" | "their" | "theirs" | "themselves" | "themself" => {
            Some(EntityType::Misc)
        }
        _ => None,
    }
}

/// "the man who left", "Ruiz, who left"; not "Who left?", "asked who left".
fn is_relative(words: &Words, at: usize, start: usize) -> bool {
    let Some(before) =
        at.checked_sub(1).filter(|before| *before >= start).and_then(|before| words.at(before))
    else {
        return false;
    };
    // "those of whom", "people with whom"
    let behind =
        if before.upos == Upos::Adp { words.at(at.wrapping_sub(2)).unwrap_or(before) } else { before };
    matches!(behind.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
        || matches!(behind.text, "," | ")" | "those")
}

/// "it is expected that", "it would be wrong to", "it seems", "it was raining": "it" that stands for nothing.
fn is_empty_it(words: &Words, at: usize, end: usize) -> bool {
    const SEEMING: [&str; 12] = [
        "seems", "seemed", "seem", "appears", "appeared", "turns", "turned", "happens", "happened", "rained",
        "rains", "snowed",
    ];
    let mut next = at + 1;
    let mut be = false;
    while next < end && next < at + 5 {
        let Some(word) = words.at(next) else { return false };
        let lower = word.text.to_ascii_lowercase();
        match lower.as_str() {
            "is" | "was" | "'s" | "’s" | "be" | "been" | "were" => be = true,
            "will" | "would" | "may" | "might" | "could" | "should" | "must" | "has" | "had" | "have"
            | "not" | "n't" | "also" | "now" | "still" | "not_yet" | "very" | "quite" | "too" | "so"
            | "more" | "clearly" => {}
            _ => break,
        }
        next += 1;
    }
    let Some(word) = words.at(next).filter(|_| next < end) else { return false };
    let lower = word.text.to_ascii_lowercase();
    if SEEMING.contains(&lower.as_str()) {
        return true;
    }
    if !be {
        // "it remains to be seen", "it takes two to"
        return matches!(lower.as_str(), "remains" | "remained" | "takes")
            && matches!(words.form(next + 1), "to" | "unclear");
    }
    if matches!(lower.as_str(), "raining" | "snowing" | "time" | "unclear" | "likely" | "unlikely") {
        return true;
    }
    let judged = matches!(word.xpos, Xpos::Jj | Xpos::Jjr | Xpos::Jjs | Xpos::Vbn | Xpos::Vbd);
    let clause = (next + 1..(next + 4).min(end))
        .any(|index| matches!(words.form(index), "that" | "to" | "whether" | "if" | "how"));
    judged && clause
}
