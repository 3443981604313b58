//! Pieces → headlines by form and place: the headline and the lines under it, bylines of names alone, headings
//! between paragraphs.

use super::BlockKind;
use super::kinds::{Kind, View, kind, set};
use super::lines::{End, is_title_case};
use super::shapes::{Shape, is_timestamp};
use crate::input::ElementHint;
use crate::model::BlockPhrases;

/// A headline has no more words than this. Of 924 titles in PolNeAR 99 % have at most 21, one has more than 25.
const HEADLINE_WORDS: usize = 25;

/// A heading between paragraphs has no more words than this.
const HEADING_WORDS: usize = 14;

/// Headlines and the lines under them at the top, headings between paragraphs.
pub(super) fn headlines(views: &[View], kinds: &mut [Kind], phrases: &BlockPhrases) {
    let is = |kinds: &[Kind], index: usize, wanted| {
        kinds.get(index).is_some_and(|kind: &Kind| kind.kind == wanted)
    };
    let main_hint = views.iter().position(|view| matches!(view.hint(), Some(ElementHint::Heading(1))));
    let first_hint = views.iter().position(|view| view.shape == Shape::Heading);
    if let Some(main) = main_hint.or(first_hint)
        && is(kinds, main, BlockKind::Headline)
    {
        set(kinds, main, kind(BlockKind::Headline, 1, 950));
    }
    if first_hint.is_none() {
        kickers(views, kinds);
    }
    let mut have_main = first_hint.is_some();
    let mut head = true;
    let mut names_allowed = 4;
    let mut previous: Option<usize> = None;
    for (index, view) in views.iter().enumerate() {
        if is(kinds, index, BlockKind::Boilerplate) {
            continue;
        }
        let next =
            (index + 1..views.len().min(index + 8)).find(|next| !is(kinds, *next, BlockKind::Boilerplate));
        let next = next.and_then(|next| views.get(next));
        if view.shape != Shape::Text || view.labelled || !is(kinds, index, BlockKind::Paragraph) {
            head &= matches!(
                view.shape,
                Shape::Byline | Shape::Caption | Shape::Timestamp | Shape::Heading | Shape::Subheadline
            );
            previous = Some(index);
            continue;
        }
        let before = previous.and_then(|previous| views.get(previous));
        let before_kind = previous.and_then(|previous| kinds.get(previous)).map(|kind| kind.kind);
        previous = Some(index);
        if head && have_main && names_allowed > 0 && is_names(view, phrases) {
            set(kinds, index, kind(BlockKind::Byline, 0, 700));
            continue;
        }
        names_allowed -= i32::from(have_main);
        if head && !have_main {
            have_main = is_first_headline(view, next);
            if have_main {
                set(kinds, index, kind(BlockKind::Headline, 1, 850));
                continue;
            }
        } else if head && is_headline(view, HEADLINE_WORDS) && next.is_some() && view.hint().is_none() {
            let claim = matches!(before_kind, Some(BlockKind::Headline)) && is_claim(view.first.text);
            let found = if before_kind == Some(BlockKind::Headline) && !claim {
                kind(BlockKind::Subheadline, 0, 750)
            } else {
                kind(BlockKind::Headline, 2, 750)
            };
            set(kinds, index, found);
            continue;
        }
        head = false;
        if is_heading(view, before, next) {
            set(kinds, index, kind(BlockKind::Headline, 2, 700));
        }
    }
}

/// Short lines over the headline of a page: "World", "Support us", "News Opinion Sport".
///
/// A headline may be short, and the line under it longer: so it takes one word alone, or several short lines,
/// or two with page furniture about them.
fn kickers(views: &[View], kinds: &mut [Kind]) {
    let is = |index: usize, wanted| kinds.get(index).is_some_and(|kind: &Kind| kind.kind == wanted);
    let mut short = Vec::new();
    let mut furniture = false;
    let mut real = false;
    for (index, view) in views.iter().enumerate().take(40) {
        if is(index, BlockKind::Boilerplate) && view.shape != Shape::Items {
            furniture = true;
        } else if !is(index, BlockKind::Paragraph) || view.prose || view.labelled {
            break;
        } else if view.words <= 5 && is_headline(view, HEADLINE_WORDS) {
            short.push(index);
        } else {
            real = is_headline(view, HEADLINE_WORDS);
            break;
        }
    }
    let one_word = matches!(short.as_slice(), [only] if views.get(*only).is_some_and(|view| view.words <= if furniture { 2 } else { 1 }));
    let several = short.len() >= 3 || (short.len() == 2 && furniture);
    if real && (one_word || several) {
        for index in short {
            set(kinds, index, kind(BlockKind::Boilerplate, 0, 650));
        }
    }
}

/// Whether a piece has the form of a headline: one to three lines without a full stop.
fn is_headline(view: &View, most_words: usize) -> bool {
    let asks = view.last.text.trim_end_matches(['"', '”', '’', '\'']).ends_with(['?', '!']);
    view.words <= most_words && view.lines <= 3 && (view.end() == End::Plain || asks || is_quoted_whole(view))
}

/// “‘I am done,’” and “Again.” as a headline of a quotation alone.
fn is_quoted_whole(view: &View) -> bool {
    view.first.text.starts_with(['“', '‘', '"', '\''])
        && view.last.text.ends_with(['”', '’', '"', '\''])
        && view.words <= 8
}

/// The first piece of a text. With a full stop it is a headline only in title case: news archives put one
/// there ("Trump’s East European Achilles Heel.").
fn is_first_headline(view: &View, next: Option<&View>) -> bool {
    if matches!(view.hint(), Some(ElementHint::Paragraph)) && view.words > HEADING_WORDS {
        return false;
    }
    if is_headline(view, HEADLINE_WORDS) {
        return true;
    }
    let parted = next.is_some_and(|next| next.first.blanks > 0);
    parted
        && view.words <= HEADLINE_WORDS + 5
        && view.words >= 3
        && view.end() == End::Stop
        && is_title_case(view.first.text)
}

/// "Netanyahu: Hamas Rejects Agreement": a headline of its own, not the line under one.
fn is_claim(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(name, claim)| {
        name.split_whitespace().count() <= 4
            && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
            && claim.split_whitespace().count() >= 3
    })
}

/// A heading between paragraphs: it stands apart, the text before it has ended, a text follows.
fn is_heading(view: &View, before: Option<&View>, next: Option<&View>) -> bool {
    let ended = before.is_none_or(|before| {
        before.end() != End::Open && before.end() != End::Plain || before.shape != Shape::Text
    });
    // Where no blank lines stand at all, a short line between two paragraphs is a heading too.
    let dense = before.is_some_and(|before| before.prose && before.first.blanks == 0)
        && next.is_some_and(|next| next.first.blanks == 0)
        && view.words <= 6
        && view.end() == End::Plain;
    let apart = view.first.blanks > 0
        || dense
        || before.is_some_and(|before| matches!(before.shape, Shape::Timestamp | Shape::Heading));
    let followed = next
        .is_some_and(|next| next.prose && next.shape == Shape::Text || matches!(next.shape, Shape::Bullet));
    let asks = view.last.text.ends_with('?');
    let plain = view.end() == End::Plain
        || (asks && begins_question(view.first.text))
        || is_all_capitals(view.first.text)
        || (is_quoted_whole(view) && view.end() != End::Stop);
    let paragraph = matches!(view.hint(), Some(ElementHint::Paragraph | ElementHint::BlockQuote));
    ended
        && apart
        && followed
        && plain
        && view.words <= HEADING_WORDS
        && view.lines <= 2
        && !(paragraph && view.words > 8)
        && view.first.text.starts_with(|c: char| !c.is_lowercase())
}

fn begins_question(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    matches!(
        first,
        "What"
            | "What's"
            | "What’s"
            | "Why"
            | "How"
            | "Who"
            | "When"
            | "Where"
            | "Is"
            | "Are"
            | "Will"
            | "Can"
            | "Could"
            | "Should"
            | "Does"
            | "Do"
            | "Did"
            | "So"
    )
}

fn is_all_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !text.chars().any(char::is_lowercase)
}

/// "MIRIAM ESTEVE", "Jo Strand and Wil Mbeki", "Ike Fontaine | Updated Nov 12": names under a headline.
fn is_names(view: &View, phrases: &BlockPhrases) -> bool {
    let text = view.first.text;
    if view.lines > 1
        || view.words > 14
        || view.end() != End::Plain
        || text.contains(['“', '"', '?', '!', ':', ';'])
    {
        return false;
    }
    let mut parts = text.split(['|', '•', '·']);
    let names = parts.next().unwrap_or_default();
    let rest_is_date = parts.all(|part| is_timestamp(part, phrases) || part.split_whitespace().count() <= 3);
    let mut people =
        names.split(" and ").flat_map(|names| names.split(" & ")).flat_map(|names| names.split(", "));
    rest_is_date && people.all(is_name)
}

fn is_name(text: &str) -> bool {
    let particle = |word: &str| {
        matches!(word, "de" | "van" | "von" | "der" | "den" | "bin" | "al" | "la" | "del" | "in")
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            particle(word)
                || word.starts_with(char::is_uppercase)
                    && word.chars().all(|c| c.is_alphabetic() || ".'’-".contains(c))
        })
}
