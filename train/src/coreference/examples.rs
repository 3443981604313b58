//! The decisions of coreference over marked texts, each with the rows that are right.

use whosaid::Models;
use whosaid::coref::{Coreference, Decision};
use whosaid::mentions::{MentionId, MentionKind};

use super::aligned::Aligned;

/// A decision to learn from.
pub struct Example {
    /// The features of each row.
    pub rows: Vec<Vec<u32>>,
    /// The rows that may be taken.
    pub right: Vec<bool>,
    pub weight: f64,
}

/// The rows of a decision that may be taken; `None` where nobody marked what is right.
pub fn right(aligned: &Aligned, decision: &Decision) -> Option<Vec<bool>> {
    match &aligned.document.pair {
        Some(_) => right_of_pair(aligned, decision),
        None => right_of_clusters(aligned, decision),
    }
}

/// An entity is right if more of its mentions are of the marked entity than of others.
fn right_of_clusters(aligned: &Aligned, decision: &Decision) -> Option<Vec<bool>> {
    let Some(wanted) = aligned.cluster_of(decision.mention) else {
        // GUM marks everything: what it does not mark refers to nothing.
        let marks_all = aligned.document.id.starts_with("GUM");
        return marks_all.then(|| (0..decision.rows.len()).map(|row| row == 0).collect());
    };
    let is_right = |mentions: &[MentionId]| {
        let before = |id: &&MentionId| **id < decision.mention;
        let clusters = |ids: &mut dyn Iterator<Item = &MentionId>| -> Vec<usize> {
            ids.filter_map(|id| aligned.cluster_of(*id)).collect()
        };
        let mut known = clusters(&mut mentions.iter().filter(before));
        if known.is_empty() {
            known = clusters(&mut mentions.iter());
        }
        let same = known.iter().filter(|cluster| **cluster == wanted).count();
        same * 2 > known.len()
    };
    let mut rows: Vec<bool> = decision.rows.iter().map(|row| is_right(&row.mentions)).collect();
    if !rows.contains(&true)
        && let Some(none) = rows.first_mut()
    {
        *none = true;
    }
    Some(rows)
}

/// Of GAP's two names one is right, or neither; of other entities nothing is known.
fn right_of_pair(aligned: &Aligned, decision: &Decision) -> Option<Vec<bool>> {
    let pair = aligned.document.pair.as_ref()?;
    if !aligned.touching(pair.pronoun).any(|id| id == decision.mention) {
        return None;
    }
    let named = |span| -> Vec<MentionId> {
        let touching: Vec<MentionId> = aligned.touching(span).collect();
        let table = &aligned.analysis.mentions.table;
        let names: Vec<MentionId> =
            touching.iter().copied().filter(|id| table[*id].kind == MentionKind::Name).collect();
        if names.is_empty() { touching } else { names }
    };
    let [one, two] = pair.names.map(|(span, truth)| (named(span), truth));
    let holds = |mentions: &[MentionId], name: &[MentionId]| name.iter().any(|id| mentions.contains(id));
    let of = |truth: bool| [&one, &two].into_iter().filter(move |(_, is)| *is == truth);
    let rows = || decision.rows.iter();
    let meant: Vec<bool> = rows().map(|row| of(true).any(|(name, _)| holds(&row.mentions, name))).collect();
    if meant.contains(&true) {
        return Some(meant);
    }
    if of(true).next().is_some() {
        // The name was not found, or too far: nothing to learn.
        return None;
    }
    let rest: Vec<bool> = rows().map(|row| !of(false).any(|(name, _)| holds(&row.mentions, name))).collect();
    Some(rest)
}

/// How a text is walked through while examples are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Steering {
    /// Along what people marked, so that mistakes do not pile up.
    Marked,
    /// By the weights alone, so that decisions are met as they will be.
    Weights,
}

/// Walks through a text; gives each decision with its right rows to `sink`.
pub fn walk(
    aligned: &Aligned,
    models: &Models,
    steering: Steering,
    sink: &mut dyn FnMut(&Decision, Vec<bool>),
) -> Coreference {
    let mut guide = |decision: &Decision| {
        let right = right(aligned, decision)?;
        let marked = right.iter().position(|right| *right).filter(|_| steering == Steering::Marked);
        sink(decision, right);
        marked
    };
    aligned.resolve(models, &mut guide)
}

/// Whether an entity that touches a name is one that touches the pronoun.
pub fn pair_found(aligned: &Aligned, coref: &Coreference) -> Option<[(bool, bool); 2]> {
    let pair = aligned.document.pair.as_ref()?;
    let entities = |span| -> Vec<_> {
        aligned.touching(span).filter_map(|id| coref.entity_of.get(id).copied().flatten()).collect()
    };
    let meant = entities(pair.pronoun);
    Some(pair.names.map(|(span, truth)| (truth, entities(span).iter().any(|entity| meant.contains(entity)))))
}

/// For the eye: the words of a mention.
pub fn words(aligned: &Aligned, mention: MentionId) -> &str {
    let row = aligned.analysis.mentions.table.get(mention);
    let span = row.and_then(|row| aligned.span(row.tokens));
    span.and_then(|(start, end)| aligned.document.text.get(start..end)).unwrap_or("")
}
