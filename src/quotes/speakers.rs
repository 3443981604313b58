//! Source → speaker: the entity behind the words; "I" inside a quotation → its speaker.

use super::phrases::{noun_phrase_at, noun_phrase_ending};
use super::scene::{Scene, Tokens};
use super::{Quote, QuoteId, Speaker};
use crate::coref::EntityId;
use crate::labels::{EntityType, Upos, Xpos};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::text::{Id, IdRange, Table};

/// The entity or phrase behind a source.
pub(super) fn speaker_of(scene: &Scene, source: Tokens) -> Option<Speaker> {
    let start = source.start();
    if matches!(scene.xpos(start), Xpos::Wp | Xpos::Wdt | Xpos::WpPoss) {
        return behind_relative(scene, start);
    }
    let head = head_of(scene, source)?;
    let speaking = naming_mention(scene, source, head).and_then(|id| entity_of(scene, id));
    if let Some(entity) = speaking {
        return Some(Speaker::Entity(entity));
    }
    // "it" and "they" without antecedent name nobody.
    let empty = source.len() == 1 && matches!(scene.xpos(start), Xpos::Prp | Xpos::PrpPoss);
    (!empty && scene.has_words(source)).then(|| Speaker::Phrase(phrase(scene, source)))
}

fn entity_of(scene: &Scene, mention: MentionId) -> Option<EntityId> {
    scene.coref.entity_of.get(mention).copied().flatten()
}

/// The last word of the first noun phrase.
fn head_of(scene: &Scene, source: Tokens) -> Option<usize> {
    let mut start = source.start();
    // "with Senator Bernie Sanders now pressing his attack"
    let leads = |at: usize| matches!(scene.upos(at), Upos::Adp | Upos::Sconj | Upos::Cconj);
    while start < source.end() && (scene.is_mark(start) || leads(start)) {
        start += 1;
    }
    let mut head = None;
    while let Some(phrase) = noun_phrase_at(scene, start, source.end()) {
        head = Some(phrase.head);
        let next = phrase.end;
        // "the **Oscar**-winning actress", "this **CNN** “reporter”": not yet the head.
        let compound = scene.xpos(next) == Xpos::Hyph;
        let marked = scene.is_mark(next) && scene.upos(next + 1) == Upos::Noun;
        if next + 1 >= source.end() || !(compound || marked) {
            break;
        }
        start = next + 1;
    }
    head.or(Some(start))
}

/// The mention that the source's head belongs to; a name in apposition right after it is better.
fn naming_mention(scene: &Scene, source: Tokens, head: usize) -> Option<MentionId> {
    let inside: Vec<(MentionId, &Mention)> = mentions_in(scene, source).collect();
    let at_head = |kind: MentionKind| {
        inside.iter().find(|(_, mention)| mention.kind == kind && holds(mention, head)).map(|(id, _)| *id)
    };
    let by_kind = at_head(MentionKind::Name)
        .filter(|id| scene.mentions.table.get(*id).is_some_and(|m| m.entity_type != EntityType::Norp))
        .or_else(|| at_head(MentionKind::Nominal))
        .or_else(|| at_head(MentionKind::Pronoun));
    let named = |id: &MentionId| scene.mentions.table.get(*id).is_some_and(|m| m.kind == MentionKind::Name);
    if by_kind.as_ref().is_some_and(named) {
        return by_kind;
    }
    // "the engineer, Rory Pask,"
    let apposed = inside.iter().find(|(_, mention)| {
        mention.kind == MentionKind::Name
            && mention.entity_type == EntityType::Person
            && mention.tokens.start() == head + 2
            && scene.is(head + 1, ",")
    });
    // "columnist Ai Jun", "master of ceremonies Asab Al-Tabchi": the person at the end of a title that was not
    // taken for one.
    let titled = || {
        let people = inside.iter().filter(|(_, mention)| {
            mention.kind == MentionKind::Name && mention.entity_type == EntityType::Person
        });
        let mut plain = people.filter(|(_, mention)| is_plain(scene, head, mention.tokens.start()));
        plain.next().map(|(id, _)| *id)
    };
    // "the Global Times tabloid": the name before a noun for what it is.
    let called = || {
        const KINDS: [&str; 14] = [
            "agency",
            "blog",
            "broadcaster",
            "channel",
            "company",
            "daily",
            "group",
            "magazine",
            "network",
            "newspaper",
            "paper",
            "site",
            "tabloid",
            "website",
        ];
        let mut bodies = inside.iter().filter(|(_, mention)| {
            mention.kind == MentionKind::Name && mention.entity_type == EntityType::Org
        });
        bodies
            .find(|(_, mention)| mention.tokens.end() == head && scene.is_any(head, &KINDS))
            .map(|(id, _)| *id)
    };
    apposed.map(|(id, _)| *id).or_else(called).or(by_kind).or_else(titled)
}

/// Whether words from `from` on to a name can be its title or what leads to it: no clause, comma, possessor.
fn is_plain(scene: &Scene, from: usize, name: usize) -> bool {
    (from..name).all(|at| {
        let fits = matches!(scene.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adp | Upos::Det);
        fits && scene.xpos(at) != Xpos::Pos
    })
}

fn holds(mention: &Mention, head: usize) -> bool {
    !mention.entity_type.is_value()
        && (mention.head.index() == head || mention.tokens.last().map(Id::index) == Some(head))
}

fn mentions_in<'a>(scene: &'a Scene, tokens: Tokens) -> impl Iterator<Item = (MentionId, &'a Mention)> {
    let rows = scene.mentions.table.rows();
    let from = rows.partition_point(|mention| mention.tokens.start() < tokens.start());
    rows.iter()
        .enumerate()
        .skip(from)
        .take_while(move |(_, mention)| mention.tokens.start() < tokens.end())
        .filter(move |(_, mention)| tokens.covers(mention.tokens))
        .map(|(index, mention)| (MentionId::from_index(index), mention))
}

/// "Brandt, who said": the noun before the relative pronoun.
fn behind_relative(scene: &Scene, relative: usize) -> Option<Speaker> {
    let linked = mentions_in(scene, IdRange::new(relative, relative + 1)).next();
    if let Some(entity) = linked.and_then(|(id, _)| entity_of(scene, id)) {
        return Some(Speaker::Entity(entity));
    }
    let mut last = relative.checked_sub(1)?;
    if scene.is(last, ",") {
        last = last.checked_sub(1)?;
    }
    let phrase = noun_phrase_ending(scene, last, last.saturating_sub(8))?;
    speaker_of(scene, IdRange::new(phrase.start, phrase.end))
}

/// A source without entity speaks for itself: up to its first comma or relative clause.
fn phrase(scene: &Scene, source: Tokens) -> Tokens {
    let end = source
        .ids()
        .map(Id::index)
        .skip(1)
        .find(|at| scene.is(*at, ",") || matches!(scene.xpos(*at), Xpos::Wp | Xpos::Wdt | Xpos::WpPoss))
        .unwrap_or(source.end());
    IdRange::new(source.start(), end)
}

/// The entities that a phrase names, for those spoken to: one for each conjunct.
pub(super) fn entities_in(scene: &Scene, phrase: Tokens) -> Vec<EntityId> {
    let mut found = Vec::new();
    let mut end = 0;
    for (id, mention) in mentions_in(scene, phrase) {
        let speaks = !mention.entity_type.is_value() && mention.entity_type != EntityType::Norp;
        // Mentions inside a longer one ("the mayor of Port Aldo") are not spoken to themselves.
        if mention.tokens.start() < end || !speaks {
            continue;
        }
        end = mention.tokens.end();
        if let Some(entity) = entity_of(scene, id).filter(|entity| !found.contains(entity)) {
            found.push(entity);
        }
    }
    found
}

/// "I", "me", "we" … inside the marks of a quote, with the quote's speaker: the innermost quote wins.
pub(super) fn self_mentions(scene: &Scene, quotes: &Table<QuoteId, Quote>) -> Vec<(MentionId, EntityId)> {
    const FIRST_PERSON: [&str; 10] =
        ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"];
    let mut linked: Vec<Option<EntityId>> = vec![None; scene.segments.tokens.len()];
    // Outer quotes come before inner ones, so the inner speaker overwrites the outer.
    for quote in quotes.rows() {
        let Some(Speaker::Entity(speaker)) = quote.speaker else { continue };
        let label = quote.construction == super::Construction::SpeakerLabel;
        for id in quote.content.iter().flat_map(|run| run.ids()) {
            if (label || scene.region_at(id.index()).is_some())
                && let Some(slot) = linked.get_mut(id.index())
            {
                *slot = Some(speaker);
            }
        }
    }
    let mentions = scene.mentions.table.iter();
    mentions
        .filter(|(_, mention)| mention.kind == MentionKind::Pronoun && mention.tokens.len() == 1)
        .filter_map(|(id, mention)| {
            let at = mention.head.index();
            let first = scene.is_any(at, &FIRST_PERSON) && scene.upos(at) != Upos::Propn;
            let speaker = linked.get(at).copied().flatten()?;
            first.then_some((id, speaker))
        })
        .collect()
}
