//! "Bonnie Tyler (then known as **Gaynor Hopkins**)": two names of one person, by the words between them.

use rustc_hash::FxHashMap;

use super::facts::{Layers, word};
use crate::labels::EntityType;
use crate::mentions::{MentionId, MentionKind};
use crate::segment::TokenId;
use crate::text::{Id, IdRange};

/// What stands right before a person's other name. "née" and the like also bring a former surname alone.
const BEFORE: [&[&str]; 8] =
    [&["known", "as"], &["born", "as"], &["born"], &["née"], &["nee"], &["aka"], &["a.k.a."], &["alias"]];
/// What may stand between the first name and that.
const BETWEEN: [&str; 24] = [
    "(",
    ",",
    "–",
    "—",
    "-",
    "also",
    "became",
    "been",
    "best",
    "better",
    "commonly",
    "earlier",
    "formerly",
    "has",
    "is",
    "later",
    "now",
    "often",
    "originally",
    "popularly",
    "previously",
    "then",
    "was",
    "who",
];
/// The most words between.
const REACH: usize = 6;

/// The main name that each other name of a person was given beside.
pub(super) fn other_names(layers: &Layers) -> FxHashMap<MentionId, MentionId> {
    let people = || {
        layers.mentions.table.iter().filter(|(_, mention)| {
            mention.kind == MentionKind::Name && mention.entity_type == EntityType::Person
        })
    };
    let ending: FxHashMap<usize, MentionId> =
        people().map(|(id, mention)| (mention.tokens.end(), id)).collect();
    let word_at = |index: usize| word(layers, TokenId::from_index(index));
    let main_name = |start: usize| {
        let quoted = |at: &usize| matches!(word_at(*at).as_str(), "“" | "\"" | "``" | "‘" | "'");
        let start = start.checked_sub(1).filter(quoted).unwrap_or(start);
        let phrase = BEFORE.iter().find(|phrase| {
            phrase.len() <= start
                && phrase.iter().zip(start - phrase.len()..).all(|(wanted, at)| word_at(at) == *wanted)
        })?;
        let mut at = start - phrase.len();
        for _ in 0..=REACH {
            if let Some(name) = ending.get(&at) {
                return Some(*name);
            }
            at = at.checked_sub(1)?;
            if !BETWEEN.contains(&&*word_at(at)) {
                return None;
            }
        }
        None
    };
    people()
        .filter_map(|(id, mention)| {
            let start = mention.title.map_or(mention.tokens.start(), IdRange::start);
            Some((id, main_name(start)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_is_known_by_another_name_has_both() {
        check(
            "[Ana Ruiz]{1,PERSON,s} , also known as [Rosa Luz]{1,PERSON,o} , stayed* . [Tom Okafor]{2,PERSON,s} was born [Tomas Obi]{2,PERSON,o} *.",
        );
    }

    #[test]
    fn who_is_born_to_somebody_is_somebody_else() {
        check("[Ana Ruiz]{1,PERSON,s} was born* to [Rosa Luz]{2,PERSON,o} .");
    }
}
