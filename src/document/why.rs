//! A [`Quote`] and the layers it was found in → [`WhyRecord`]: why it was found, in plain sentences.
//!
//! The strongest reason comes first: the form of words, then who the source is, then what the choice of words
//! says of the speaker's stand, then where it stands.

use super::build::Places;
use super::records::WhyRecord;
use crate::coref::EntityId;
use crate::labels::{Polarity, QuoteClass, QuoteKind};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::model::SCALE;
use crate::quotes::{Construction, EvidenceKind, Quote, Speaker};
use crate::segment::TokenId;
use crate::text::IdRange;

/// Says why `quote` was found.
pub(super) fn why(places: &Places, quote: &Quote) -> WhyRecord {
    let mut reasons = vec![construction(places, quote)];
    reasons.extend(speaker(places, quote));
    reasons.extend(stand(places, quote));
    reasons.push(marks(quote));
    reasons.extend(parent(places, quote));
    reasons.extend(evidence(places, quote));
    reasons.extend(runner_up(places, quote));
    WhyRecord { construction: quote.construction.name().to_owned(), reasons }
}

/// The words of a run between quotation marks, shortened in the middle where they are many.
fn quoted(places: &Places, tokens: IdRange<TokenId>) -> String {
    /// A source of more words is cut: its beginning and end tell which it is.
    const MOST: usize = 12;
    let words = places.words(tokens);
    let list: Vec<_> = words.split(' ').collect();
    match (list.get(..MOST / 2), list.get(list.len().saturating_sub(MOST / 2)..)) {
        (Some(first), Some(last)) if list.len() > MOST => {
            format!("“{} … {}”", first.join(" "), last.join(" "))
        }
        _ => format!("“{words}”"),
    }
}

/// The form of words: “urged” with an infinitive: its subject “He” says who, what follows says what.
fn construction(places: &Places, quote: &Quote) -> String {
    let cue = quote.cue.map_or_else(|| "A verb".to_owned(), |cue| quoted(places, cue));
    let source = quote.source.map(|source| quoted(places, source));
    let who = |role: &str| match &source {
        Some(source) => format!("its {role} {source} says who"),
        None => "no word beside it says who".to_owned(),
    };
    match quote.construction {
        Construction::VerbWithClause => {
            format!("{cue} with a clause: {}, the clause says what.", who("subject"))
        }
        Construction::VerbWithInfinitive => {
            format!("{cue} with an infinitive: {}, what follows says what.", who("subject"))
        }
        Construction::VerbWithObject => {
            format!("{cue} with an object: {}, the object says what it is about.", who("subject"))
        }
        Construction::VerbWithMarks => {
            format!("{cue} beside quotation marks: {}, the words inside the marks say what.", who("subject"))
        }
        Construction::TrailingVerb => {
            format!("{cue} after or amid the words it reports: {}.", who("subject"))
        }
        Construction::AccordingTo => match source {
            Some(source) => format!("{cue} gives {source} as where the rest of the sentence comes from."),
            None => format!("{cue} says that the rest of the sentence comes from someone else."),
        },
        Construction::NounWithClause => {
            format!("{cue} is a noun of saying or thinking: {}, what follows says what.", who("owner"))
        }
        Construction::HeadlineColon => match source {
            Some(source) => format!("In a headline, {source} before the colon says who, the rest says what."),
            None => "In a headline, the words before the colon say who, the rest says what.".to_owned(),
        },
        Construction::SpeakerLabel => match source {
            Some(source) => {
                format!("{source} stands as a label before a turn of an interview or transcript.")
            }
            None => "A label stands before a turn of an interview or transcript.".to_owned(),
        },
        Construction::FloatingMarks => {
            "Quotation marks without a verb of their own: whoever spoke before them goes on.".to_owned()
        }
    }
}

/// Who the source is: “He” refers to Ismail Haniyeh.
fn speaker(places: &Places, quote: &Quote) -> Option<String> {
    match quote.speaker {
        None => Some("The text does not tell who the speaker is.".to_owned()),
        Some(Speaker::Phrase(tokens)) => {
            Some(format!("The text gives no other name for {}.", quoted(places, tokens)))
        }
        Some(Speaker::Entity(entity)) => resolved(places, quote, entity),
    }
}

fn resolved(places: &Places, quote: &Quote, entity: EntityId) -> Option<String> {
    let coref = places.layers.coref;
    let representative = coref.entities.get(entity)?.representative;
    let name = places.words(places.mention(representative)?.tokens);
    let Some(source) = quote.source else {
        return Some(format!("The speaker is taken from the words around it: {name}."));
    };
    let (id, mention) = mention_in(places, source, entity)?;
    let words = places.words(mention.tokens);
    let named = quoted(places, mention.tokens);
    if words == name {
        return None;
    }
    match mention.kind {
        MentionKind::Name => Some(format!("{named} is another name for {name}.")),
        MentionKind::Pronoun | MentionKind::Nominal => {
            let link = coref.antecedent.get(id).copied().flatten().and_then(|link| places.mention(link));
            let before = link.map(|link| (places.words(link.tokens), quoted(places, link.tokens)));
            Some(match before {
                Some((before, shown)) if before != name => {
                    format!("{named} refers to {name}, mentioned as {shown}.")
                }
                _ => format!("{named} refers to {name}."),
            })
        }
    }
}

/// The longest mention of the entity inside the source.
fn mention_in<'a>(
    places: &'a Places,
    source: IdRange<TokenId>,
    entity: EntityId,
) -> Option<(MentionId, &'a Mention)> {
    let coref = places.layers.coref;
    let own = coref.entities.get(entity)?.mentions.iter();
    own.filter_map(|id| Some((*id, places.mention(*id)?)))
        .filter(|(_, mention)| source.covers(mention.tokens))
        .max_by_key(|(id, mention)| (mention.tokens.len(), std::cmp::Reverse(*id)))
}

/// What the choice of words says of the speaker's stand.
fn stand(places: &Places, quote: &Quote) -> Option<String> {
    let cue = quote.cue.map_or_else(|| "The form".to_owned(), |cue| quoted(places, cue));
    match (quote.polarity, quote.class) {
        (Polarity::Denied, _) => {
            Some(format!("{cue} rejects what follows: the speaker does not stand behind it."))
        }
        (Polarity::Hypothetical, _) => Some(
            "It is negated, asked, conditional or only possible: nobody is said to have said it.".to_owned(),
        ),
        (Polarity::Asserted, QuoteClass::Statement) => None,
        (Polarity::Asserted, QuoteClass::Belief) => {
            Some(format!("{cue} tells what someone thinks, feels or wants, not words that were spoken."))
        }
        (Polarity::Asserted, QuoteClass::Directive) => Some(format!("{cue} asks someone to do something.")),
        (Polarity::Asserted, QuoteClass::Attitude) => Some(format!("{cue} tells where someone stands.")),
        (Polarity::Asserted, QuoteClass::Evidence) => {
            Some(format!("{cue} speaks of a finding or a document rather than a person."))
        }
    }
}

fn marks(quote: &Quote) -> String {
    match quote.kind {
        QuoteKind::Direct => "All of it stands inside quotation marks.",
        QuoteKind::Indirect => "None of it stands inside quotation marks: it is told in the writer's words.",
        QuoteKind::Mixed => "Part of it stands inside quotation marks.",
    }
    .to_owned()
}

fn parent(places: &Places, quote: &Quote) -> Option<String> {
    let parent = places.layers.quotes.table.get(quote.parent?)?;
    Some(match parent.source {
        Some(source) => format!("It is part of what {} is reported to say.", quoted(places, source)),
        None => "It is part of another quotation.".to_owned(),
    })
}

/// What speaks most for it, and most against it: the confidence is made of these.
fn evidence(places: &Places, quote: &Quote) -> Vec<String> {
    /// Less than this moves the odds by less than a tenth.
    const LITTLE: i32 = (1 << SCALE) / 10;
    let Some(evidence) = quote.evidence else { return Vec::new() };
    let shares = evidence.shares(places.attribution);
    let most = shares.into_iter().max_by_key(|(_, share)| *share).filter(|(_, share)| *share > LITTLE);
    // Marks are no reason against: their weight takes back what the words in them make too sure.
    let others = shares.into_iter().filter(|(kind, _)| *kind != EvidenceKind::Marks);
    let least = others.min_by_key(|(_, share)| *share).filter(|(_, share)| *share < -LITTLE);
    let cue = quote.cue.map_or_else(|| "its verb".to_owned(), |cue| quoted(places, cue));
    let speaks_for = most.map(|(kind, _)| match kind {
        EvidenceKind::Cue => format!("The best sign is {cue}: here it stands as words of saying do."),
        EvidenceKind::Content => "The best sign is that the words in question stand out clearly.".to_owned(),
        EvidenceKind::Source => "The best sign is that it is clear who says it.".to_owned(),
        EvidenceKind::Marks => "The best sign is the quotation marks.".to_owned(),
        EvidenceKind::Short => "The best sign is that it is short.".to_owned(),
    });
    let speaks_against = least.map(|(kind, _)| match kind {
        EvidenceKind::Cue => format!("What speaks against it: {cue}, standing so, seldom reports words."),
        EvidenceKind::Content => {
            "What speaks against it: it is hard to tell where the words begin and end.".to_owned()
        }
        EvidenceKind::Source => "What speaks against it: hardly any word says who speaks.".to_owned(),
        EvidenceKind::Marks | EvidenceKind::Short => {
            "What speaks against it: there are only a word or two.".to_owned()
        }
    });
    speaks_for.into_iter().chain(speaks_against).collect()
}

/// Who else might have said it.
fn runner_up(places: &Places, quote: &Quote) -> Option<String> {
    let other = quote.runner_up?;
    Some(format!("If not by its source, it was most likely said by {}.", quoted(places, other)))
}
