//! Two articles on one story: who speaks in both, and who in one alone.

use super::{Voice, entity, voices};
use crate::document::{Document, EntityRecord};

/// The voices of two articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Who speaks in both, as in the first and as in the second article; who is given most words in both together first.
    pub both: Vec<[Voice; 2]>,
    /// Who speaks in the first alone, in the order of [`voices`].
    pub first: Vec<Voice>,
    /// Who speaks in the second alone.
    pub second: Vec<Voice>,
}

/// Which voice of an article is which of another.
///
/// Two are the same where a name of one, or how it goes by, is a name of the other, whatever its capitals; among people also by the
/// last name, where one article has nobody else of that name among its voices and their first names or initials agree, or one of
/// them has none. Voices without a name are the same where they are called the same ("police", "officials"): whether they are, nobody
/// can tell. Quotations without a speaker are left out.
///
/// ```
/// use whosaid::views::compare;
/// use whosaid::{Input, Models, Options, analyze};
///
/// let models = Models::builtin()?;
/// let read = |text| analyze(&Input::text(text), &models, &Options::default());
/// let (first, second) = (read("Ana Ruiz said the plan works.")?, read("Ruiz said it fails.")?);
/// let compared = compare(&first, &second);
/// assert_eq!(compared.both.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare(first: &Document, second: &Document) -> Comparison {
    let speakers = |document| voices(document).into_iter().filter(|voice| voice.speaker.is_some());
    let mut left: Vec<Voice> = speakers(first).collect();
    let mut right: Vec<Voice> = speakers(second).collect();
    let mut both = Vec::new();
    // The surer way for all voices first: a last name must not take whom a full name knows.
    for same in [same_name, same_last_name] {
        let pairs = pairs((first, &left), (second, &right), same);
        both.extend(
            pairs.iter().filter_map(|(at, other)| Some([left.get(*at)?.clone(), right.get(*other)?.clone()])),
        );
        left = others(left, pairs.iter().map(|pair| pair.0));
        right = others(right, pairs.iter().map(|pair| pair.1));
    }
    both.sort_by_key(|[first, second]| std::cmp::Reverse(first.words.saturating_add(second.words)));
    Comparison { both, first: left, second: right }
}

/// Places of voices that are the same, each of one alone: of two Smiths nobody can tell which.
fn pairs(
    (first, left): (&Document, &[Voice]),
    (second, right): (&Document, &[Voice]),
    same: fn(&Known, &Known) -> bool,
) -> Vec<(usize, usize)> {
    let known = |document, voices: &[Voice]| -> Vec<_> {
        voices.iter().map(|voice| Known::of(document, voice)).collect()
    };
    let (left, right) = (known(first, left), known(second, right));
    let mut all = Vec::new();
    for (at, own) in left.iter().enumerate() {
        for (to, other) in right.iter().enumerate() {
            if own.as_ref().zip(other.as_ref()).is_some_and(|(own, other)| same(own, other)) {
                all.push((at, to));
            }
        }
    }
    let alone = |pair: &&(usize, usize)| {
        all.iter().filter(|other| other.0 == pair.0 || other.1 == pair.1).count() == 1
    };
    all.iter().filter(alone).copied().collect()
}

/// The voices that are left.
fn others(voices: Vec<Voice>, taken: impl Iterator<Item = usize>) -> Vec<Voice> {
    let taken: Vec<usize> = taken.collect();
    voices.into_iter().enumerate().filter(|(at, _)| !taken.contains(at)).map(|(_, voice)| voice).collect()
}

/// What is known of somebody who speaks.
pub(super) struct Known<'a> {
    /// Names, type and gender.
    pub(super) entity: &'a EntityRecord,
    /// Whether any of them is a name, not a description.
    pub(super) named: bool,
}

impl<'a> Known<'a> {
    fn of(document: &'a Document, voice: &Voice) -> Option<Self> {
        let entity = voice.speaker.and_then(|id| entity(document, id))?;
        Some(Self { entity, named: voice.named })
    }

    fn names(&self) -> impl Iterator<Item = String> {
        std::iter::once(&self.entity.name).chain(&self.entity.aliases).map(|name| plain(name))
    }
}

/// A name without capitals, marks and article.
pub(super) fn plain(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let from =
        usize::from(words.len() > 1 && matches!(words.first().map(String::as_str), Some("the" | "a" | "an")));
    words.get(from..).unwrap_or(&[]).join(" ")
}

pub(super) fn same_name(first: &Known, second: &Known) -> bool {
    let kinds_differ = first.entity.entity_type != second.entity.entity_type;
    if first.named != second.named || kinds_differ {
        return false;
    }
    // Last names alone are looked at later, with more care.
    let is_person = first.entity.entity_type == "PERSON" && first.named;
    let telling = |name: &String| !name.is_empty() && (!is_person || name.contains(' '));
    let others: Vec<String> = second.names().filter(telling).collect();
    first.names().filter(telling).any(|name| others.contains(&name))
}

pub(super) fn same_last_name(first: &Known, second: &Known) -> bool {
    let is_person = |known: &Known| known.named && known.entity.entity_type == "PERSON";
    if !is_person(first) || !is_person(second) || genders_differ(first, second) {
        return false;
    }
    let (first, second) = (plain(&first.entity.name), plain(&second.entity.name));
    let parts = |name: &str| match name.rsplit_once(' ') {
        Some((others, last)) => (others.to_owned(), last.to_owned()),
        None => (String::new(), name.to_owned()),
    };
    let ((own, last), (other, other_last)) = (parts(&first), parts(&second));
    if last.is_empty() {
        return false;
    }
    if last == other_last {
        return own.is_empty() || other.is_empty() || initials_agree(&own, &other);
    }
    // One article has the first name alone: "Boris".
    let is_first_of = |short: &str, full: &str| full.split(' ').next() == Some(short) && full.contains(' ');
    own.is_empty() && is_first_of(&last, &second) || other.is_empty() && is_first_of(&other_last, &first)
}

/// "j" and "joseph", "joseph r" and "joseph"; not "anna" and "arthur".
fn initials_agree(first: &str, second: &str) -> bool {
    let begin = |name: &str| name.split(' ').next().unwrap_or("").to_owned();
    let (first, second) = (begin(first), begin(second));
    let is_letter = |name: &str| name.chars().count() == 1;
    let (one, other) = (first.chars().next(), second.chars().next());
    first == second || (is_letter(&first) || is_letter(&second)) && one == other
}

fn genders_differ(first: &Known, second: &Known) -> bool {
    let told = |known: &Known| matches!(known.entity.gender.as_str(), "feminine" | "masculine");
    told(first) && told(second) && first.entity.gender != second.entity.gender
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;

    fn names(document: &Document, voices: &[Voice]) -> Vec<String> {
        let known = voices.iter().filter_map(|voice| Known::of(document, voice));
        known.map(|known| known.entity.name.clone()).collect()
    }

    /// Each name says something; `=` before one of them makes it a description.
    fn article(speakers: &[&str]) -> Document {
        let said = speakers.iter().enumerate().map(|(id, name)| {
            let kind = if name.starts_with('=') { " nominal" } else { "" };
            format!(
                "[{}]{{e{id}{kind}}} said [this and that]{{q{id} by e{id}}}. ",
                name.trim_start_matches('=')
            )
        });
        let plain: Vec<&str> = speakers.iter().map(|name| name.trim_start_matches('=')).collect();
        document(&said.collect::<String>(), &plain)
    }

    fn compared(first: &[&str], second: &[&str]) -> (Vec<[String; 2]>, Vec<String>, Vec<String>) {
        let (first, second) = (article(first), article(second));
        let found = compare(&first, &second);
        let name = |document: &Document, voice: &Voice| names(document, std::slice::from_ref(voice)).concat();
        let both = found.both.iter().map(|[left, right]| [name(&first, left), name(&second, right)]);
        (both.collect(), names(&first, &found.first), names(&second, &found.second))
    }

    #[test]
    fn people_are_known_by_full_and_last_names() {
        let (both, first, second) =
            compared(&["Ana Ruiz", "Tom Becker"], &["ANA RUIZ", "Becker", "Vera Holm"]);
        assert_eq!(both, [["Ana Ruiz", "ANA RUIZ"], ["Tom Becker", "Becker"]]);
        assert!(first.is_empty());
        assert_eq!(second, ["Vera Holm"]);
        let (both, ..) = compared(&["J. Smith", "Boris"], &["Jane Smith", "Boris Johnson"]);
        assert_eq!(both.len(), 2);
    }

    #[test]
    fn a_last_name_that_two_have_tells_nobody_and_other_first_names_are_others() {
        let (both, first, second) = compared(&["Smith"], &["Anna Smith", "Arthur Smith"]);
        assert_eq!((both.len(), first.len(), second.len()), (0, 1, 2));
        assert!(compared(&["Anna Smith"], &["Arthur Smith"]).0.is_empty());
        // The full name knows its own, so that the last name alone is left for the other.
        let (both, ..) = compared(&["Anna Smith", "Smith"], &["Anna Smith"]);
        assert_eq!(both, [["Anna Smith", "Anna Smith"]]);
    }

    #[test]
    fn who_has_no_name_is_known_by_the_same_words_alone() {
        let (both, first, second) = compared(&["=the police", "=officials"], &["=Police", "=a spokesman"]);
        assert_eq!(both, [["the police", "Police"]]);
        assert_eq!((first.len(), second.len()), (1, 1));
        assert!(compared(&["=ruiz"], &["Ruiz"]).0.is_empty());
    }

    #[test]
    fn other_names_count_and_genders_keep_apart() {
        let mut first = article(&["Israel Defense Forces"]);
        let second = article(&["IDF"]);
        first.entities[0].aliases.push("IDF".into());
        let as_organisation = |mut document: Document| {
            document.entities[0].entity_type = "ORG".into();
            document
        };
        let (first, second) = (as_organisation(first), as_organisation(second));
        assert_eq!(compare(&first, &second).both.len(), 1);

        let (mut first, mut second) = (article(&["Clinton"]), article(&["Hillary Clinton"]));
        first.entities[0].gender = "masculine".into();
        second.entities[0].gender = "feminine".into();
        assert!(compare(&first, &second).both.is_empty());
    }

    #[test]
    fn who_says_most_in_both_stands_first() {
        let first = document(
            "[Ana Ruiz]{e0} said [no]{q0 by e0}. [Tom Becker]{e1} said [one two three]{q1 by e1}. [lost]{q2}",
            &["Ana Ruiz", "Tom Becker"],
        );
        let compared = compare(&first, &first);
        assert_eq!(compared.both.iter().map(|[voice, _]| voice.words).collect::<Vec<_>>(), [3, 1]);
        assert!(compared.first.is_empty() && compared.second.is_empty());
    }
}
