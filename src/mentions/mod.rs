//! [`Syntax`] → [`Mentions`]: names, descriptions, pronouns, values.

mod actors;
mod article;
pub mod bioes;
mod lines;
mod names;
mod nicknames;
mod nominals;
mod people;
mod pronouns;
mod reasons;
mod titles;
mod values;
mod whole;
mod why;
mod words;

#[cfg(test)]
mod tests;

use self::actors::add_actors;
use self::lines::Lines;
use self::names::{Name, find_names};
use self::nicknames::join_nicknames;
use self::nominals::find_nominals;
use self::people::find_people;
use self::pronouns::find_pronouns;
use self::values::{FoundValue, find_values};
use self::whole::grow_to_words;
use self::words::Words;
use crate::blocks::Blocks;
use crate::input::CleanText;
pub use crate::labels::{EntityType, Value};
use crate::model::{Confidence, Models};
use crate::reading::Reading;
use crate::segment::{Segments, TokenId};
use crate::syntax::Syntax;
use crate::text::{Id, IdRange, Table, define_id};
pub use reasons::{Evidence, NameList, NameReason, NameWhy, Rival};
pub use why::{FoundIn, Guesses, explain_name, guess_names};

define_id!(
    /// A row of [`Mentions`].
    MentionId
);

/// How something is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionKind {
    /// By a name, or a value such as a date.
    Name,
    /// By a description: "the prime minister".
    Nominal,
    /// By a pronoun.
    Pronoun,
}

impl MentionKind {
    /// The name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Nominal => "nominal",
            Self::Pronoun => "pronoun",
        }
    }
}

/// A place where someone or something is mentioned.
///
/// A name's tokens leave out title, article and possessive mark; a description has the whole noun phrase
/// without relative clauses ("The Israeli army"), and may hold names ("Israeli").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub tokens: IdRange<TokenId>,
    /// Its head word; for names the last word.
    pub head: TokenId,
    /// How.
    pub kind: MentionKind,
    /// What kind of thing.
    pub entity_type: EntityType,
    /// The title before a name ("Prime Minister"), kept apart.
    pub title: Option<IdRange<TokenId>>,
    /// What a value means, where that is certain.
    pub value: Option<Value>,
    /// How sure.
    pub confidence: Confidence,
}

/// The mentions of a text, sorted by start, longer before shorter. They may nest, never cross.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// The rows.
    pub table: Table<MentionId, Mention>,
}

/// Finds names, descriptions of people and organisations, pronouns and values.
///
/// ```
/// use whosaid::mentions::{EntityType, find_mentions};
/// use whosaid::{Input, Models, Options, blocks, input, reading, segment, syntax};
///
/// let models = Models::builtin()?;
/// let text = input::clean(&Input::text("Mayor Ana Ruiz said on Monday she had met the council."), &Options::default())?;
/// let blocks = blocks::find_blocks(&text, &models);
/// let segments = segment::segment(&text, &blocks, &models);
/// let reading = reading::read(&text, &segments, &models);
/// let syntax = syntax::tag_and_parse(&text, &segments, &reading, &models);
/// let mentions = find_mentions(&text, &blocks, &segments, &reading, &syntax, &models);
/// let found: Vec<_> = mentions
///     .table
///     .rows()
///     .iter()
///     .filter_map(|mention| Some((text.slice(segments.span_of(mention.tokens)?), mention.entity_type)))
///     .collect();
/// assert_eq!(found[0], ("Ana Ruiz", EntityType::Person));
/// assert_eq!(found[1], ("Monday", EntityType::Date));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn find_mentions(
    text: &CleanText,
    blocks: &Blocks,
    segments: &Segments,
    reading: &Reading,
    syntax: &Syntax,
    models: &Models,
) -> Mentions {
    let words = Words::new(text, blocks, segments, syntax, models);
    let mut names = find_names(&words, reading, &Lines::of(&words, blocks));
    grow_to_words(&words, &mut names);
    find_people(&words, &mut names);
    add_actors(&words, &mut names);
    join_nicknames(&words, &mut names);
    let values = find_values(&words, blocks);
    leave_to_values(&mut names, &values);
    let mut taken = vec![false; words.table.len()];
    let mut rows: Vec<Mention> = Vec::new();
    for name in &names {
        let mention = Mention {
            tokens: IdRange::new(name.start, name.end),
            head: TokenId::from_index(name.end.saturating_sub(1)),
            kind: MentionKind::Name,
            entity_type: name.entity_type,
            title: name.title.map(|(start, end)| IdRange::new(start, end)),
            value: None,
            confidence: Confidence::from_thousandths(name.confidence),
        };
        take(&mut taken, mention.tokens);
        rows.push(mention);
    }
    for found in values {
        let tokens = IdRange::new(found.start, found.end);
        if take(&mut taken, tokens) {
            let row = simple(tokens, MentionKind::Name, found.entity_type, VALUE_CONFIDENCE);
            rows.push(Mention { value: found.value, ..row });
        }
    }
    for pronoun in find_pronouns(&words) {
        let tokens = IdRange::new(pronoun.at, pronoun.at + 1);
        if take(&mut taken, tokens) {
            rows.push(simple(tokens, MentionKind::Pronoun, pronoun.entity_type, PRONOUN_CONFIDENCE));
        }
    }
    for nominal in find_nominals(&words, &names) {
        let confidence = if nominal.determined { NOMINAL_CONFIDENCE } else { BARE_NOMINAL_CONFIDENCE };
        let tokens = IdRange::new(nominal.start, nominal.end);
        let head = TokenId::from_index(nominal.head);
        rows.push(Mention { head, ..simple(tokens, MentionKind::Nominal, nominal.entity_type, confidence) });
    }
    Mentions { table: arranged(rows) }
}

/// Share of values found that are right in span and type, in thousandths: 50 of 58 in the texts of messy.
const VALUE_CONFIDENCE: u32 = 860;
/// Pronouns are told by their form. A guess: no corpus at hand marks them as news has them.
const PRONOUN_CONFIDENCE: u32 = 970;
/// Descriptions with an article or possessor. A guess, below what their fixtures show.
const NOMINAL_CONFIDENCE: u32 = 750;
/// Descriptions without: "officials". A guess.
const BARE_NOMINAL_CONFIDENCE: u32 = 650;

fn simple(tokens: IdRange<TokenId>, kind: MentionKind, entity_type: EntityType, confidence: u32) -> Mention {
    Mention {
        tokens,
        head: tokens.last().unwrap_or(TokenId(0)),
        kind,
        entity_type,
        title: None,
        value: None,
        confidence: Confidence::from_thousandths(confidence),
    }
}

/// Drops names that lie inside a value which takes its words from names: "Labor Day". Both lists are in order.
fn leave_to_values(names: &mut Vec<Name>, values: &[FoundValue]) {
    let mut holidays = values.iter().filter(|value| value.over_names).peekable();
    names.retain(|name| {
        while holidays.next_if(|value| value.end <= name.start).is_some() {}
        !holidays.peek().is_some_and(|value| value.start <= name.start && name.end <= value.end)
    });
}

/// Marks tokens as part of a mention; `false`, and nothing marked, if one of them is already.
fn take(taken: &mut [bool], tokens: IdRange<TokenId>) -> bool {
    let Some(range) = taken.get_mut(tokens.start()..tokens.end()) else { return false };
    if range.contains(&true) {
        return false;
    }
    range.fill(true);
    true
}

/// Sorts by start, longer before shorter; keeps the first of each span and leaves out what would cross.
fn arranged(mut rows: Vec<Mention>) -> Table<MentionId, Mention> {
    rows.sort_by_key(|row| (row.tokens.start(), std::cmp::Reverse(row.tokens.end()), row.kind));
    let mut table: Table<MentionId, Mention> = Table::default();
    // ends of the mentions that hold the present place, outermost first
    let mut open: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        let (start, end) = (row.tokens.start(), row.tokens.end());
        while open.last().is_some_and(|(_, last)| *last <= start) {
            open.pop();
        }
        let fits = open.last().is_none_or(|(first, last)| end <= *last && (start, end) != (*first, *last));
        if fits && start < end {
            open.push((start, end));
            table.push(row);
        }
    }
    table
}
