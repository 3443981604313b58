//! Why a name was taken for what it is: what the network went by, found by leaving it out and reading again, and
//! what the second look added.

mod guesses;
mod lists;
mod standing;

#[cfg(test)]
mod tests;

pub use self::guesses::{Guesses, guess_names};
use self::lists::{KNOWN, ROLES};
use self::standing::Standing;
use super::article::{Article, Hint, hints, key};
use super::bioes::Labelled;
use super::lines::Lines;
use super::names::{Settled, bounds, decode, first_scores, settled, told_by_first_word};
use super::nicknames::has_nickname;
use super::reasons::{Evidence, NameList, NameReason, NameWhy};
use super::words::Words;
use super::{Mention, MentionId, MentionKind, Mentions};
use crate::blocks::Blocks;
use crate::input::CleanText;
use crate::labels::EntityType;
use crate::labels::bioes::{LABELS, NAME_TYPES, place};
use crate::model::{Models, Role, SCALE};
use crate::reading::Reading;
use crate::reading::features::{
    FIRST_NAME, HEADED, SEEN_AS_NAME, SEEN_SMALL, STARTS, beginning, ending, known_facts, role_fact,
};
use crate::reading::probe::{Omitted, Probe};
use crate::segment::{Segments, TokenId};
use crate::syntax::Syntax;
use crate::text::{Id, IdRange};

/// Reasons told at most for a type, and against it.
const MOST_FOR: usize = 4;
const MOST_AGAINST: usize = 1;
/// Words before and after a name told at most.
const MOST_NEIGHBOURS: usize = 2;
/// A reason for a type moves its margin at least so far, in the units of the network's scores: a third of a unit
/// of log-odds. A guess.
const LEAST_FOR: i32 = (1 << SCALE) / 3;
/// A reason against: one unit. A guess.
const LEAST_AGAINST: i32 = 1 << SCALE;
/// The weight of a rule that decides whatever the scores are.
const DECISIVE: i32 = 10 << SCALE;
/// The weight of a list that confirms what was decided.
const CONFIRMS: i32 = 1 << SCALE >> 1;
/// Words on either side of a name that are looked at one by one.
const NEIGHBOURS: usize = 3;
/// Words of a name that are looked at one by one.
const LONGEST_NAME: usize = 8;
/// Characters of words that are told; the rest of ten megabytes of one letter tells nothing.
const LONGEST_TOLD: usize = 80;

/// The layers that a name was found in.
#[derive(Clone, Copy, Debug)]
pub struct FoundIn<'a> {
    /// Cleaned text.
    pub text: &'a CleanText,
    /// Blocks.
    pub blocks: &'a Blocks,
    /// Words, sentences.
    pub segments: &'a Segments,
    /// What the network says.
    pub reading: &'a Reading,
    /// Tags and trees.
    pub syntax: &'a Syntax,
    /// Mentions.
    pub mentions: &'a Mentions,
}

/// Says why a mention was taken for a name of its type; `None` for what is no name.
///
/// The network's reasons are measured: its sentence is read again without each feature of the name's words and
/// without each word around, and a reason weighs as much as the type falls back. It takes as long as reading some sixty
/// sentences, and a look at the whole article.
pub fn explain_name(found_in: &FoundIn, models: &Models, id: MentionId) -> Option<NameWhy> {
    let mention = found_in.mentions.table.get(id).filter(|mention| mention.kind == MentionKind::Name)?;
    let mut found = Vec::new();
    if mention.entity_type.is_value() {
        found.push((Evidence::Value, DECISIVE));
        return Some(NameWhy { rival: None, reasons: chosen(found) });
    }
    let FoundIn { text, blocks, segments, reading, syntax, .. } = *found_in;
    let words = Words::new(text, blocks, segments, syntax, models);
    if mention.entity_type == EntityType::Person && has_nickname(&words, mention.tokens) {
        found.push((Evidence::Nickname, DECISIVE));
        return Some(NameWhy { rival: None, reasons: chosen(found) });
    }
    let sentences = bounds(&words);
    let network = first_scores(&words, reading);
    let lines = Lines::of(&words, blocks);
    let mut plain = network.clone();
    lines.add_to(&mut plain);
    let first = decode(&plain, &sentences);
    let mut scores = plain.clone();
    Article::new(&words, &plain, &first).adjust(&mut scores, &first);
    let mut labelled = decode(&scores, &sentences);
    labelled.retain(|name| name.start < mention.tokens.end() && name.end > mention.tokens.start());
    let Some(name) = labelled.first().copied() else { return Some(NameWhy::default()) };
    if labelled.len() > 1 {
        found.push((Evidence::Firm, DECISIVE));
        return Some(NameWhy { rival: None, reasons: chosen(found) });
    }
    let case = Case { words: &words, mention, name };
    let mut probe = Probe::new(text, segments, models, TokenId::from_index(name.start))?;
    let base = case.read(&mut probe, &[]);
    for (evidence, omitted) in case.seen(&probe) {
        let without = case.read(&mut probe, &omitted);
        found.push((evidence, base.margin - without.margin));
    }
    let alone = case.standing(|at| network.get(at).copied());
    found.extend(case.first_word(alone.margin - base.margin));
    let before = case.standing(|at| plain.get(at).copied());
    found.extend(lines.reason(name.start, name.end).map(|reason| (reason, before.margin - alone.margin)));
    let after = case.standing(|at| scores.get(at).copied());
    found.extend(case.added_by_article(&plain, &first, after.margin - before.margin));
    let changed = NAME_TYPES.get(name.name_type) != Some(&mention.entity_type);
    found.extend(case.settled(changed));
    Some(NameWhy { rival: if changed { None } else { base.rival() }, reasons: chosen(found) })
}

/// The strongest reasons, those for the type first.
fn chosen(mut found: Vec<(Evidence, i32)>) -> Vec<NameReason> {
    found.retain(|(evidence, weight)| speaks(evidence, *weight > 0));
    found.sort_by_key(|(_, weight)| std::cmp::Reverse(weight.unsigned_abs()));
    let mut settled: Vec<String> = Vec::new();
    let (mut neighbours, mut capitals) = (0, 0);
    found.retain(|(evidence, weight)| match evidence {
        Evidence::Before { .. } | Evidence::After { .. } if *weight > 0 => {
            neighbours += 1;
            neighbours <= MOST_NEIGHBOURS
        }
        Evidence::Capital { .. } => {
            capitals += 1;
            capitals <= 1
        }
        // One list is told once, however it spoke.
        Evidence::Listed { words, .. } | Evidence::SettledByList { words, .. } if *weight > 0 => {
            let new = !settled.contains(words);
            settled.push(words.clone());
            new
        }
        _ => true,
    });
    let reason = |(evidence, weight): &(Evidence, i32)| NameReason {
        evidence: evidence.clone(),
        weight: f64::from(hundredths(*weight)) / 100.0,
    };
    let speaking = found.iter().filter(|(_, weight)| *weight >= LEAST_FOR).take(MOST_FOR);
    let against = found.iter().filter(|(_, weight)| *weight <= -LEAST_AGAINST).take(MOST_AGAINST);
    speaking.chain(against).map(reason).collect()
}

/// Whether a reader can make something of it as a reason for the type, or against it. The measure finds that a capital
/// spoke against a name, or that the beginning of a sentence spoke for it: true, but of the network alone.
const fn speaks(evidence: &Evidence, for_it: bool) -> bool {
    match evidence {
        Evidence::Ending { .. }
        | Evidence::Beginning { .. }
        | Evidence::Capital { .. }
        | Evidence::SeenAsName { .. }
        | Evidence::Title { .. } => for_it,
        Evidence::SeenSmall { .. }
        | Evidence::SentenceStart
        | Evidence::Listed { list: NameList::Acronyms | NameList::NotNames, .. } => !for_it,
        _ => true,
    }
}

fn hundredths(weight: i32) -> i32 {
    ((i64::from(weight) * 100 + (1 << (SCALE - 1))) >> SCALE) as i32
}

/// A name with what its reasons are looked for in.
struct Case<'a, 'b> {
    words: &'b Words<'a>,
    mention: &'b Mention,
    name: Labelled,
}

type Reason = (Evidence, i32);

/// Words as they are told.
fn told(words: &str) -> String {
    match words.char_indices().nth(LONGEST_TOLD) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or("")),
        None => words.to_owned(),
    }
}

impl Case<'_, '_> {
    fn own(&self) -> std::ops::Range<usize> {
        self.mention.tokens.start()..self.mention.tokens.end()
    }

    fn standing(&self, row: impl Fn(usize) -> Option<[i32; LABELS]>) -> Standing {
        let rows = self.own().filter_map(|at| Some((row(at)?, place(at, self.name.start, self.name.end))));
        Standing::of(rows, self.name.name_type)
    }

    /// How the network reads the name with something left out.
    fn read(&self, probe: &mut Probe, omitted: &[(usize, Omitted)]) -> Standing {
        let scores = probe.scores(omitted);
        let first = probe.range().start;
        self.standing(|at| scores.get(at.checked_sub(first)?).copied())
    }

    /// These words as one line.
    fn line(&self, start: usize, end: usize) -> String {
        let span = self.words.segments.span_of(IdRange::new(start, end));
        told(
            &span
                .map_or("", |span| span.slice(self.words.text))
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    /// What the network saw of the name and around it, each with what is to be left out to be without it.
    fn seen(&self, probe: &Probe) -> Vec<(Evidence, Vec<(usize, Omitted)>)> {
        let mut seen = Vec::new();
        for at in self.own().take(LONGEST_NAME) {
            let mut add = |evidence, omitted| seen.push((evidence, vec![(at, omitted)]));
            let Some(known) = self.words.at(at) else { continue };
            let word = told(known.text);
            if probe.knows(at) {
                add(Evidence::Word { word: word.clone() }, Omitted::Form);
            } else {
                let (last, first) = (ending(known.text).to_owned(), beginning(known.text).to_owned());
                if last.len() < known.text.len() {
                    add(Evidence::Ending { word: word.clone(), part: last }, Omitted::Ending);
                }
                if first.len() < known.text.len() {
                    add(Evidence::Beginning { word: word.clone(), part: first }, Omitted::Beginning);
                }
            }
            let facts = probe.facts(at);
            if known.is_capitalised() {
                // Inside a sentence the two facts are one: the capital that is seen somewhere is this one.
                let inside = facts & (STARTS | HEADED) == 0;
                let more = if inside { SEEN_AS_NAME } else { 0 };
                add(Evidence::Capital { word: word.clone(), inside }, Omitted::Case(more));
            }
            let mut fact = |bits: u64, evidence| {
                if facts & bits != 0 {
                    add(evidence, Omitted::Facts(bits));
                }
            };
            let listed = |list| Evidence::Listed { words: word.clone(), list };
            fact(role_fact(Role::GivenName) | FIRST_NAME, listed(NameList::FirstNames));
            for (role, list) in ROLES {
                fact(role_fact(role), listed(list));
            }
            if facts & (STARTS | HEADED) != 0 {
                fact(SEEN_AS_NAME, Evidence::SeenAsName { word: word.clone() });
            }
            fact(SEEN_SMALL, Evidence::SeenSmall { word: word.clone() });
            fact(STARTS, Evidence::SentenceStart);
        }
        self.add_known(probe, &mut seen);
        self.add_neighbours(probe, &mut seen);
        seen
    }

    /// Names of the gazetteers that share words with the name.
    fn add_known(&self, probe: &Probe, seen: &mut Vec<(Evidence, Vec<(usize, Omitted)>)>) {
        for (known, list) in KNOWN {
            let [begins, goes_on] = known_facts(known);
            let mut at = self.own().start;
            while at > probe.range().start && probe.facts(at) & goes_on != 0 {
                at -= 1;
            }
            while at < self.own().end {
                let start = at;
                at += 1;
                if probe.facts(start) & begins == 0 {
                    continue;
                }
                while probe.facts(at) & goes_on != 0 {
                    at += 1;
                }
                let omitted = (start..at).map(|at| (at, Omitted::Facts(begins | goes_on))).collect();
                seen.push((Evidence::Listed { words: self.line(start, at), list }, omitted));
            }
        }
    }

    /// The title before the name, and the words around both.
    fn add_neighbours(&self, probe: &Probe, seen: &mut Vec<(Evidence, Vec<(usize, Omitted)>)>) {
        let mut start = self.own().start;
        if let Some(title) = self.mention.title.filter(|title| !title.is_empty()) {
            let omitted = (title.start()..title.end()).map(|at| (at, Omitted::Token)).collect();
            seen.push((Evidence::Title { title: self.line(title.start(), title.end()) }, omitted));
            start = start.min(title.start());
        }
        let range = probe.range();
        let speaks = |at: &usize| self.words.form(*at).chars().any(char::is_alphanumeric);
        let before = (range.start.min(start)..start).rev().filter(speaks).take(NEIGHBOURS);
        let end = self.own().end;
        let after = (end..range.end.max(end)).filter(speaks).take(NEIGHBOURS);
        for at in before.chain(after) {
            let word = told(self.words.form(at));
            let evidence = if at < start { Evidence::Before { word } } else { Evidence::After { word } };
            seen.push((evidence, vec![(at, Omitted::Token)]));
        }
    }

    /// What the rule about first words added.
    fn first_word(&self, weight: i32) -> Option<Reason> {
        let by_word = told_by_first_word(self.words, self.name.start)?;
        let whole = self.name.end - self.name.start == 2;
        let mine = NAME_TYPES.get(self.name.name_type) == Some(&by_word);
        let word = told(self.words.form(self.name.start));
        (whole && mine).then_some((Evidence::FirstWord { word }, weight))
    }

    /// What the other names of the article added, each its share of the effect.
    fn added_by_article(&self, plain: &[[i32; LABELS]], first: &[Labelled], effect: i32) -> Vec<Reason> {
        let own = key(self.words, self.name.start, self.name.end);
        // The first name of each kind that hints, what all of a kind give, and how many they are.
        let mut same = (None, 0i64, 0u32);
        let (mut full, mut initials) = (same, same);
        for name in first {
            let here = name.start == self.name.start && name.end == self.name.end;
            // A name speaks for its own type; where it speaks for another, it speaks against this one.
            if here || (name.name_type == self.name.name_type) != (effect > 0) {
                continue;
            }
            hints(self.words, plain, name, |hint, key, points| {
                if key != own || points <= 0 {
                    return;
                }
                let sum = match hint {
                    Hint::SameWords => &mut same,
                    Hint::FullName => &mut full,
                    Hint::Initials => &mut initials,
                };
                sum.0.get_or_insert(*name);
                sum.1 += i64::from(points);
                sum.2 += 1;
            });
        }
        let all = (same.1 + full.1 + initials.1).max(1);
        let part = |points: i64| (i64::from(effect) * points / all) as i32;
        let named = |name: Labelled| (self.line(name.start, name.end), name.start < self.name.start);
        let mut found = Vec::new();
        if let Some((name, earlier)) = full.0.map(named) {
            found.push((Evidence::FullName { name, earlier }, part(full.1)));
        }
        if let Some((name, earlier)) = initials.0.map(named) {
            found.push((Evidence::Initials { name, earlier }, part(initials.1)));
        }
        if same.2 > 0 {
            found.push((Evidence::OtherPlaces { count: same.2 }, part(same.1)));
        }
        found
    }

    /// What told a governed place from another.
    fn settled(&self, changed: bool) -> Option<Reason> {
        let own = self.own();
        let found = NAME_TYPES.get(self.name.name_type).copied()?;
        let evidence = match settled(self.words, own.start, own.end, found)? {
            Settled::Listed(known) => {
                let list = KNOWN.iter().find(|(other, _)| *other == known)?.1;
                Evidence::SettledByList { words: self.line(own.start, own.end), list }
            }
            Settled::LastWord(_) => {
                Evidence::SettledByLastWord { word: told(self.words.form(own.end.checked_sub(1)?)) }
            }
        };
        Some((evidence, if changed { DECISIVE } else { CONFIRMS }))
    }
}
