//! [`Words`] and names → the places of full names that the network missed: what is a name in one sentence is one in another.

use rustc_hash::FxHashMap;

use super::names::Name;
use super::words::{Style, Word, Words};

/// How much less sure such a place is, in thousandths: at most half as sure as where the name was found.
const SHARE: u32 = 500;

/// Most words of a name that is looked for.
const LONGEST: usize = 8;

/// Adds places with the very words of a name of two words or more, unless another name crosses them or the words go on;
/// shorter names inside are left to it ("its hefty **American** Community Survey"). The names stay in order.
pub fn add_repeated(words: &Words, names: &mut Vec<Name>) {
    let mut by_first: FxHashMap<&str, Vec<Name>> = FxHashMap::default();
    for name in names.iter().filter(|name| is_telling(words, name)) {
        let known = by_first.entry(words.form(name.start)).or_default();
        if !known.iter().any(|other| same(words, other, name.start, name.end)) {
            known.push(*name);
        }
    }
    if by_first.is_empty() {
        return;
    }
    by_first
        .values_mut()
        .for_each(|known| known.sort_by_key(|name| std::cmp::Reverse(name.end - name.start)));
    let mut found: Vec<Name> = Vec::new();
    let mut at = 0;
    // The first name that ends behind the place.
    let mut next = 0;
    while at < words.table.len() {
        while names.get(next).is_some_and(|name| name.end <= at) {
            next += 1;
        }
        let rest = names.get(next..).unwrap_or(&[]);
        let known = by_first.get(words.form(at)).into_iter().flatten();
        let place = known
            .filter(|name| same(words, name, at, at + name.end - name.start))
            .map(|name| Name { start: at, end: at + name.end - name.start, title: None, ..*name })
            .find(|place| is_free(rest, place) && stands_alone(words, place.start, place.end));
        at = match place {
            Some(place) => {
                found.push(Name { confidence: place.confidence * SHARE / 1000, ..place });
                place.end
            }
            None => at + 1,
        };
    }
    if found.is_empty() {
        return;
    }
    let covered = |name: &Name| {
        let after = found.partition_point(|place| place.end <= name.start);
        found.get(after).is_some_and(|place| place.start <= name.start)
    };
    names.retain(|name| !covered(name));
    names.extend(found);
    names.sort_by_key(|name| name.start);
}

/// Whether names that share words with a place, of those that end behind its beginning, lie inside it and are shorter.
fn is_free(names: &[Name], place: &Name) -> bool {
    names.iter().take_while(|name| name.start < place.end).all(|name| {
        let length = name.end - name.start;
        name.start >= place.start && name.end <= place.end && length < place.end - place.start
    })
}

/// Whether a name has capitals that mean something, and two of them.
fn is_telling(words: &Words, name: &Name) -> bool {
    let written = (name.start..name.end).filter_map(|at| words.at(at));
    (2..=LONGEST).contains(&(name.end - name.start))
        && written.clone().all(|word| word.style == Style::Prose)
        && written.filter(|word| word.is_capitalised()).count() > 1
}

fn same(words: &Words, name: &Name, start: usize, end: usize) -> bool {
    end - start == name.end - name.start
        && (name.start..name.end).zip(start..end).all(|(one, other)| words.form(one) == words.form(other))
}

/// Whether no other word with a capital stands beside, so that it is not part of a longer name.
fn stands_alone(words: &Words, start: usize, end: usize) -> bool {
    let capital = |at: usize| words.at(at).is_some_and(Word::is_capitalised);
    let opens = start
        .checked_sub(1)
        .is_none_or(|before| !capital(before) || words.at(before).is_some_and(|word| word.initial));
    let hyphen =
        |at: usize| words.at(at).is_some_and(|word| !word.space_after && matches!(word.text, "-" | "/"));
    opens && !capital(end) && !hyphen(end) && !start.checked_sub(1).is_some_and(hyphen)
}

#[cfg(test)]
mod tests {
    use super::super::tests::names;

    #[test]
    fn what_is_a_name_in_one_sentence_is_one_in_another() {
        names(
            "I received its hefty [American Community Survey]{ORG} again. I refuse to answer the \
             [American Community Survey]{ORG}, he said.",
        );
    }
}
