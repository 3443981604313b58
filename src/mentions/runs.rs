//! [`Words`] and [`Evidence`] → runs of words written as names, with the small words that names hold:
//! "Department of Health and Human Services", "Ursula von der Leyen".

use super::evidence::Evidence;
use super::words::{Style, Word, Words};
use crate::labels::Upos;
use crate::model::{KnownName, Role, leading_letters};
use crate::segment::TokenKind;
use crate::text::Case;

/// Longest name looked up in the gazetteers, in tokens: "Syrian Observatory for Human Rights" has five.
const LONGEST_KNOWN: usize = 10;

/// Longest run, in tokens: names are shorter, and what follows it begins a new one. Keeps the work linear.
const LONGEST_RUN: usize = 24;

/// A run of words that may hold one name or several, with titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
}

/// Finds runs of name words.
#[derive(Debug)]
pub struct Runs<'a, 'b> {
    /// The words.
    pub words: &'b Words<'a>,
    /// How the article writes them.
    pub evidence: &'b Evidence,
}

impl Runs<'_, '_> {
    /// All runs of a text, in order.
    pub fn find(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for (id, _) in self.words.segments.sentences.iter() {
            let (mut at, end) = self.words.sentence_bounds(id);
            while at < end {
                match self.run_from(at, end) {
                    Some(run) => {
                        at = run.end;
                        runs.push(run);
                    }
                    None => at += 1,
                }
            }
        }
        runs
    }

    fn run_from(&self, start: usize, limit: usize) -> Option<Run> {
        let limit = limit.min(start + LONGEST_RUN);
        if let Some((end, _)) = self.known_from(start, limit) {
            return Some(Run { start, end: self.extend(start, end, limit) });
        }
        let particle = self.words.is(start, Role::Particle) && self.opens_name(start);
        if particle || self.is_name_word(start, limit) {
            return Some(Run { start, end: self.extend(start, start + 1, limit) });
        }
        None
    }

    /// "al - Assad", "el-Sisi" at the start of a name: a small particle and a capital right after a hyphen.
    fn opens_name(&self, at: usize) -> bool {
        let joined = |index: usize| self.words.at(index).is_some_and(|word| !word.space_after);
        matches!(self.words.form(at), "al" | "el" | "ul" | "Al" | "El")
            && joined(at)
            && self.words.form(at + 1) == "-"
            && joined(at + 1)
            && self.words.at(at + 2).is_some_and(Word::is_capitalised)
    }

    fn extend(&self, start: usize, from: usize, limit: usize) -> usize {
        let mut end = from;
        while end < limit && !self.words.follows_short_line(end) {
            if let Some((known_end, _)) = self.known_from(end, limit)
                && known_end > end + 1
            {
                end = known_end;
            } else if self.is_name_word(end, limit) || self.words.is(end, Role::NameSuffix) {
                end += 1;
            } else if let Some(next) = self.over_connector(start, end, limit) {
                end = next;
            } else {
                break;
            }
        }
        end
    }

    /// The longest name of the gazetteers that begins here, where its place does not speak against it.
    pub fn known_from(&self, start: usize, limit: usize) -> Option<(usize, KnownName)> {
        let first = self.words.at(start)?;
        let small = first.case == Case::Lower && !first.is(Role::Particle) && first.text != "sub";
        if small
            || first.kind == TokenKind::Punctuation
            || self.words.value(start + 1).has(Role::CurrencySign)
        {
            return None;
        }
        let names = &self.words.models.names;
        let mut phrase = String::new();
        self.words.phrase(start, start + 1, &mut phrase);
        let longest = names.longest_from(leading_letters(&phrase));
        if longest > 0 {
            for end in (start + 2..=limit.min(start + LONGEST_KNOWN)).rev() {
                self.words.phrase(start, end, &mut phrase);
                if phrase.len() <= longest
                    && let Some(known) = names.known(&phrase)
                {
                    return Some((end, known));
                }
            }
        }
        self.words.phrase(start, start + 1, &mut phrase);
        let known = names.known(&phrase)?;
        let letters = first.case == Case::Upper && first.style == Style::Prose && first.text.len() > 1;
        let owed = !letters && (first.initial || first.style != Style::Prose);
        let capital_tells = !owed || self.evidence.shows_name(first.text);
        (first.is_capitalised() && (capital_tells || !first.ordinary)).then_some((start + 1, known))
    }

    /// Whether a capital here speaks for a name.
    fn is_name_word(&self, at: usize, limit: usize) -> bool {
        let Some(word) = self.words.at(at) else { return false };
        if !word.is_capitalised() || word.text == "I" {
            return false;
        }
        let next_is_capital = at + 1 < limit && self.words.at(at + 1).is_some_and(Word::is_capitalised);
        // "US $3 billion" is money
        if word.is(Role::NotName) || self.words.value(at + 1).has(Role::CurrencySign) {
            return false;
        }
        // "April Ryan" and "Theresa May" are people; "in Santiago Saturday" holds a place and a day
        if self.is_date_word(at) {
            if !self.words.value(at).has(Role::Month) {
                return false;
            }
            return self.words.is_given_name(at) && next_is_capital && word.style == Style::Prose
                || at > 0 && self.words.is_given_name(at - 1) && !word.initial;
        }
        match word.style {
            Style::Prose if !word.initial => true,
            Style::Prose => self.initial_is_name(at, word, limit),
            Style::TitleCase | Style::Capitals => self.headline_is_name(at, word),
        }
    }

    fn is_date_word(&self, at: usize) -> bool {
        self.words.value(at).has_any(&[Role::Month, Role::Weekday, Role::Holiday])
    }

    /// The first word of a sentence: "Gallant added", "Supreme Court judges ruled", "Police Chief Ruiz said";
    /// not "Police said", "Former President Ruiz said".
    fn initial_is_name(&self, at: usize, word: &Word, limit: usize) -> bool {
        if word.is(Role::Nationality) || self.evidence.shows_name(word.text) {
            return true;
        }
        if word.case == Case::Upper && word.text.len() > 1 {
            return !word.is(Role::Acronym) && !word.ordinary;
        }
        if !word.ordinary {
            return word.is(Role::Title) || !self.evidence.shows_common_word(word.text);
        }
        let Some(next) = self.words.at(at + 1).filter(|_| at + 1 < limit) else { return false };
        if !next.is_capitalised() || next.is(Role::NotName) || self.is_date_word(at + 1) {
            return false;
        }
        if word.roles.has_any(&[Role::Title, Role::TitleModifier, Role::PlaceBefore, Role::EventBefore]) {
            return true;
        }
        if self.words.is_given_name(at) || word.upos == Upos::Propn {
            return true;
        }
        matches!(word.upos, Upos::Noun | Upos::Adj) && self.head_follows(at + 1, limit)
    }

    /// Whether the capitalised words from here end with a word such as "Court" or "River".
    fn head_follows(&self, from: usize, limit: usize) -> bool {
        let mut at = from;
        while at < limit && self.words.at(at).is_some_and(Word::is_capitalised) {
            at += 1;
        }
        at > from
            && self.words.at(at - 1).is_some_and(|word| {
                word.roles.has_any(&[
                    Role::OrgHead,
                    Role::PlaceHead,
                    Role::FacHead,
                    Role::EventHead,
                    Role::OrgSuffix,
                ])
            })
    }

    /// A word of a headline: a name if it is no ordinary word, or if the article shows it as a name elsewhere.
    fn headline_is_name(&self, at: usize, word: &Word) -> bool {
        if word.is(Role::Nationality) {
            return true;
        }
        if word.style == Style::TitleCase && word.case == Case::Upper && word.text.len() > 1 {
            return !word.is(Role::Acronym);
        }
        if self.evidence.shows_name(word.text) {
            return true;
        }
        if word.is(Role::Title)
            && self.words.at(at + 1).is_some_and(|next| !next.ordinary && next.is_capitalised())
        {
            return true;
        }
        if self.words.is_given_name(at) && !word.ordinary {
            return true;
        }
        if word.is_initial_letter() {
            return true;
        }
        let head = word.roles.has_any(&[Role::OrgHead, Role::OrgSuffix, Role::PlaceHead, Role::FacHead]);
        if head && at > 0 && self.words.at(at - 1).is_some_and(|last| !last.ordinary && last.is_capitalised())
        {
            return true;
        }
        !word.ordinary && !self.evidence.shows_common_word(word.text)
    }

    /// Where the run goes on after a small word or mark that belongs inside names.
    fn over_connector(&self, start: usize, at: usize, limit: usize) -> Option<usize> {
        let words = self.words;
        let word = words.at(at)?;
        let last = words.at(at.checked_sub(1)?)?;
        let name_at = |index: usize| index < limit && self.is_name_word(index, limit);
        match word.text {
            // "Abdel-Fattah", "Trans-Pacific"; but "Israel-Hamas" is two names
            "-" | "‐" | "‑" => {
                let tight = !last.space_after && !word.space_after;
                let joins =
                    tight && words.at(at + 1).is_some_and(Word::is_capitalised) && !self.two_names(at);
                (joins && at + 1 < limit).then_some(at + 2)
            }
            "&" => name_at(at + 1).then_some(at + 2),
            "," => words.is(at + 1, Role::OrgSuffix).then_some(at + 2),
            "of" | "for" => self.over_of(start, at, limit),
            "and" => self.over_and(start, at, limit),
            _ if word.is_possessive() => {
                // "Children's Hospital", "St. John's College", "Harbour Workers' Union"
                let saint = at >= 2 && matches!(words.form(at - 2), "St." | "St" | "Saint");
                let owner = last.ordinary && !words.is_given_name(at - 1) && !last.is(Role::Title) || saint;
                (owner && name_at(at + 1) && self.head_follows(at + 1, limit)).then_some(at + 2)
            }
            _ if word.is(Role::Particle) && word.case == Case::Lower => self.over_particles(at, limit),
            _ => None,
        }
    }

    /// "Israel-Hamas war", "US-China talks": both sides are known by themselves.
    fn two_names(&self, hyphen: usize) -> bool {
        let mut phrase = String::new();
        let mut known = |index: usize| {
            self.words.phrase(index, index + 1, &mut phrase);
            self.words.models.names.known(&phrase).is_some() || self.words.is(index, Role::Nationality)
        };
        known(hyphen - 1) && known(hyphen + 1)
    }

    /// "Ursula von der Leyen", "Mohammed bin Salman", "Bashar al-Assad".
    fn over_particles(&self, at: usize, limit: usize) -> Option<usize> {
        let mut next = at + 1;
        while next < limit
            && next < at + 3
            && (self.words.is(next, Role::Particle) || self.words.form(next) == "-")
        {
            next += 1;
        }
        let word = self.words.at(next).filter(|_| next < limit)?;
        (word.is_capitalised() && !word.is(Role::NotName)).then_some(next + 1)
    }

    /// "University of Leeds", "Centre for Policy Studies", "Secretary of State"; not "Army of volunteers".
    fn over_of(&self, start: usize, at: usize, limit: usize) -> Option<usize> {
        const HEADS: [Role; 7] = [
            Role::OrgHead,
            Role::PlaceHead,
            Role::FacHead,
            Role::EventHead,
            Role::EventBefore,
            Role::LawHead,
            Role::PlaceBefore,
        ];
        const OTHERS: [&str; 14] = [
            "House", "Kingdom", "State", "States", "Statue", "Battle", "Journal", "Book", "Lord", "Order",
            "Dean", "Siege", "Chief", "Day",
        ];
        let last = self.words.at(at - 1)?;
        let title = matches!(last.text, "Secretary" | "Minister" | "Undersecretary" | "Director" | "Master");
        let opens = last.roles.has_any(&HEADS)
            || OTHERS.contains(&last.text)
            || title
            || start + 1 < at && last.ordinary;
        let next = if self.words.form(at + 1) == "the" { at + 2 } else { at + 1 };
        let name = next < limit && self.is_name_word(next, limit);
        let for_title = self.words.form(at) == "for" && title;
        (opens && name && !for_title).then_some(next + 1)
    }

    /// "Department of Health and Human Services", "Food and Drug Administration"; not "Israel and Hamas".
    fn over_and(&self, start: usize, at: usize, limit: usize) -> Option<usize> {
        let words = self.words;
        let plain = |index: usize| {
            words.at(index).is_some_and(|word| {
                word.ordinary && word.is_capitalised() && word.style == Style::Prose && !word.is(Role::Title)
            }) && !words.is_given_name(index)
                && self.is_name_word(index, limit)
        };
        if !plain(at - 1) || at + 1 >= limit || !plain(at + 1) {
            return None;
        }
        let of_before = (start..at).any(|index| matches!(words.form(index), "of" | "for"));
        let headed = words.is(at - 1, Role::OrgHead);
        (of_before || !headed && self.head_follows(at + 1, limit)).then_some(at + 2)
    }
}
