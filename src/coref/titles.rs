//! Titles beside names and what they tell of the entity: its roles and where it belongs.

use super::clusters::Clusters;
use super::facts::{Layers, word};
use crate::labels::{EntityType, Upos, Xpos};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::segment::TokenId;
use crate::text::{Id, IdRange};

/// Mentions before a name that may stand with its title: "Israeli Defence Ministry spokesman Ana Ruiz".
const NEIGHBOURS: usize = 4;
/// Words before the noun of a title without capital.
const LONGEST: usize = 4;

/// Notes the titles of all names, once the names are joined.
pub(super) fn note_titles(layers: &Layers, clusters: &mut Clusters) {
    for (id, mention) in layers.mentions.table.iter() {
        if mention.kind == MentionKind::Name
            && let Some(title) = mention.title.or_else(|| plain_title(layers, mention))
        {
            note_title(layers, clusters, id, title);
        }
    }
}

/// "**columnist** Ai Jun", "the **Syrian engineer** Asab Al-Tabchi": nouns for people right before a name, which are no
/// posts with a capital. Whose brother somebody is, is no title: "his brother John".
fn plain_title(layers: &Layers, name: &Mention) -> Option<IdRange<TokenId>> {
    if name.entity_type != EntityType::Person {
        return None;
    }
    let end = name.tokens.start();
    let upos = |index: usize| layers.syntax.upos.get(TokenId::from_index(index)).copied().unwrap_or_default();
    let xpos = |index: usize| layers.syntax.xpos.get(TokenId::from_index(index)).copied();
    let head =
        end.checked_sub(1).filter(|head| upos(*head) == Upos::Noun && xpos(*head) != Some(Xpos::Nns))?;
    let noun = layers.models.nouns.noun(&word(layers, TokenId::from_index(head)))?;
    if noun.entity_type != EntityType::Person {
        return None;
    }
    let modifies = |index: &usize| matches!(upos(*index), Upos::Noun | Upos::Adj | Upos::Propn);
    let start = (head.saturating_sub(LONGEST)..head).rev().take_while(modifies).last().unwrap_or(head);
    let owned = start.checked_sub(1).and_then(xpos);
    (!matches!(owned, Some(Xpos::PrpPoss | Xpos::Pos))).then(|| IdRange::new(start, end))
}

/// The noun that a shortened title stands for: "Gov. Scott Walker" is "the governor".
fn written_out(title: &str) -> Option<&'static str> {
    const SHORT: [(&str, &str); 16] = [
        ("adm", "admiral"),
        ("capt", "captain"),
        ("col", "colonel"),
        ("det", "detective"),
        ("dr", "doctor"),
        ("gen", "general"),
        ("gov", "governor"),
        ("lt", "lieutenant"),
        ("maj", "major"),
        ("pres", "president"),
        ("prof", "professor"),
        ("rep", "representative"),
        ("rev", "reverend"),
        ("sen", "senator"),
        ("sgt", "sergeant"),
        ("supt", "superintendent"),
    ];
    let at = SHORT.binary_search_by_key(&title, |(short, _)| short).ok()?;
    SHORT.get(at).map(|(_, long)| *long)
}

/// Notes that `tokens` are a title of the entity of `id`: "Prime Minister", also from an apposition.
pub(super) fn note_title(layers: &Layers, clusters: &mut Clusters, id: MentionId, tokens: IdRange<TokenId>) {
    let Some(entity) = clusters.entity(id) else { return };
    let affiliations = affiliations_near(layers, id, tokens);
    let Some(cluster) = clusters.table.get_mut(entity) else { return };
    // "Hamas leader": the name is an affiliation, the rest the title.
    let start = affiliations
        .iter()
        .filter_map(|affiliation| layers.mentions.table.get(*affiliation))
        .filter(|affiliation| tokens.covers(affiliation.tokens))
        .map(|affiliation| affiliation.tokens.end())
        .max()
        .unwrap_or(tokens.start());
    // "Israel’s defence minister": the mark belongs to the affiliation.
    let possessive = layers.syntax.xpos.get(TokenId::from_index(start)) == Some(&Xpos::Pos);
    let start = start + usize::from(possessive);
    let title = IdRange::new(start.min(tokens.end()), tokens.end());
    if !title.is_empty() && cluster.titles.len() < 16 && !cluster.titles.contains(&title) {
        cluster.titles.push(title);
    }
    for token in tokens.ids().take(12) {
        let word = word(layers, token).replace('.', "");
        cluster.qualify(&word);
        if Some(token) == tokens.last() {
            let lemma = layers.syntax.lemma.get(token).map_or_else(String::new, |lemma| lemma.to_lowercase());
            cluster.describe(&word);
            cluster.describe(&lemma);
            if let Some(noun) = written_out(&word) {
                cluster.describe(noun);
            }
        }
    }
    // "Secretary of State", "Minister for Health": the head stands before the preposition.
    for pair in tokens.ids().zip(tokens.ids().skip(1)).take(12) {
        if matches!(word(layers, pair.1).as_str(), "of" | "for") {
            cluster.describe(&word(layers, pair.0));
        }
    }
    for affiliation in affiliations {
        if cluster.affiliations.len() < 16 && !cluster.affiliations.contains(&affiliation) {
            cluster.affiliations.push(affiliation);
        }
        if let Some(mention) = layers.mentions.table.get(affiliation) {
            for token in mention.tokens.ids().take(6) {
                cluster.qualify(&word(layers, token).replace('.', ""));
            }
        }
    }
}

/// Countries, nationalities and organisations inside a title or right before it: "**Israeli** Prime Minister",
/// "**France**'s president".
fn affiliations_near(layers: &Layers, id: MentionId, title: IdRange<TokenId>) -> Vec<MentionId> {
    let mentions = &layers.mentions.table;
    let belongs = |mention: &Mention| {
        use EntityType::{Gpe, Loc, Norp, Org};
        mention.kind == MentionKind::Name && matches!(mention.entity_type, Gpe | Loc | Norp | Org)
    };
    let touches = |mention: &Mention| {
        let end = mention.tokens.end();
        let possessive = || {
            let mark = word(layers, TokenId::from_index(end));
            end + 1 == title.start() && matches!(mark.as_str(), "'s" | "’s" | "'" | "’")
        };
        title.covers(mention.tokens) || end == title.start() || end < title.start() && possessive()
    };
    let from = id.index().saturating_sub(NEIGHBOURS);
    let near = IdRange::<MentionId>::new(from, (id.index() + NEIGHBOURS).min(mentions.len()));
    near.ids()
        .filter(|other| *other != id)
        .filter(|other| mentions.get(*other).is_some_and(|mention| belongs(mention) && touches(mention)))
        .collect()
}
