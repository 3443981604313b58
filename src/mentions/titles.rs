//! Titles before names: "Deputy Prime Minister", "president", "Lt. Gen.", "Secretary of State".

use super::words::Words;
use crate::model::Role;
use crate::text::Case;

/// Most words of a title with what modifies it.
const LONGEST: usize = 8;

/// The title that ends right before a name, if there is one: its first token and one past its last.
pub fn title_before(words: &Words, name: usize, from: usize) -> Option<(usize, usize)> {
    let first = name.saturating_sub(LONGEST).max(from);
    (first..name).find(|start| title_end(words, *start, name) == Some(name)).map(|start| (start, name))
}

/// One past the last token of the title that begins here, if the words that follow are one.
pub fn title_end(words: &Words, start: usize, limit: usize) -> Option<usize> {
    let small = words.at(start)?.case == Case::Lower;
    let mut phrase = String::new();
    let mut at = start;
    let mut end = None;
    while at < limit && at < start + LONGEST {
        let longest = (at + 1..=limit.min(at + 5)).rev().find(|to| {
            if small {
                small_phrase(words, at, *to, &mut phrase);
            } else {
                words.phrase(at, *to, &mut phrase);
            }
            words.models.names.is_title(&phrase)
        });
        if let Some(to) = longest {
            at = to;
            end = Some(to);
        } else if !small && (words.is(at, Role::TitleModifier) || matches!(words.form(at), "-" | "and")) {
            at += 1;
        } else {
            break;
        }
    }
    end
}

/// "prime minister" as the lexicon has it.
fn small_phrase(words: &Words, start: usize, end: usize, phrase: &mut String) {
    phrase.clear();
    for index in start..end {
        let word = words.form(index);
        let mut letters = word.chars();
        if matches!(word, "of" | "for" | "the" | "and") {
            phrase.push_str(word);
        } else {
            phrase.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            phrase.extend(letters);
        }
        if index + 1 < end {
            phrase.push(' ');
        }
    }
}
