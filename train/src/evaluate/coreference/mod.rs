//! Coreference against people's marks: CoNLL F on the development part of GUM, from raw text.
//!
//! Mentions are matched by their heads, as the shared tasks on CorefUD do: GUM's go on to the end of a relative clause and
//! begin with titles, ours do not. Mentions that refer to nothing else in the text are left out on both sides, as in
//! OntoNotes. GUM marks every noun phrase, things and times too; the second figure leaves to people and organisations.

mod scorer;

use std::collections::BTreeMap;

use scorer::{Counts, Entities, Scores};
use whosaid::labels::EntityType;
use whosaid::text::Id;

use super::{Desk, Figure, rounded};
use crate::coreference::aligned::Aligned;
use crate::coreference::corpora;

/// The scores on a part of GUM.
pub fn gum(desk: &Desk, file: &str) -> Result<Vec<Figure>, String> {
    let (mut all, mut people) = (Scores::default(), Scores::default());
    let mut mentions = [0, 0];
    for document in corpora::gum(&desk.corpus(file))? {
        let aligned = Aligned::new(document, &desk.models)?;
        let sides = [(&mut all, false), (&mut people, true)];
        for ((scores, only_people), count) in sides.into_iter().zip(&mut mentions) {
            let (key, response) = (key(&aligned, only_people), response(&aligned, only_people));
            *count += key.iter().map(Vec::len).sum::<usize>();
            scores.add(&key, &response);
        }
    }
    let [count, count_of_people] = mentions;
    let part = |name: &str, counts: Counts| Figure {
        name: name.to_owned(),
        score: rounded(100.0 * counts.f()),
        precision: Some(rounded(100.0 * counts.precision())),
        recall: Some(rounded(100.0 * counts.recall())),
        count,
    };
    let mean = |name: &str, scores: &Scores, count| Figure {
        name: name.to_owned(),
        score: rounded(100.0 * scores.conll()),
        precision: None,
        recall: None,
        count,
    };
    Ok(vec![
        mean("conll", &all, count),
        part("muc", all.muc),
        part("b_cubed", all.b_cubed),
        part("ceaf_e", all.ceaf_e),
        mean("people_conll", &people, count_of_people),
    ])
}

/// Whether a type of GUM is one of people and organisations.
fn is_of_people(sort: &str) -> bool {
    matches!(sort, "person" | "organization")
}

fn without_singletons(groups: BTreeMap<usize, Vec<usize>>) -> Entities {
    groups.into_values().filter(|mentions| mentions.len() > 1).collect()
}

/// The marked entities, their mentions by number.
fn key(aligned: &Aligned, only_people: bool) -> Entities {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, mention) in aligned.document.mentions.iter().enumerate() {
        if !only_people || is_of_people(&mention.sort) {
            groups.entry(mention.cluster).or_default().push(number);
        }
    }
    without_singletons(groups)
}

/// The entities that were found, "I" inside quotations with its speaker; mentions that people did not mark have
/// numbers of their own.
fn response(aligned: &Aligned, only_people: bool) -> Entities {
    let analysis = &aligned.analysis;
    let marked = aligned.document.mentions.len();
    let mut entity_of: Vec<_> = analysis.coref.entity_of.rows().to_vec();
    for (mention, entity) in &analysis.quotes.self_mentions {
        entity_of[mention.index()] = Some(*entity);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for ((id, row), entity) in analysis.mentions.table.iter().zip(entity_of) {
        let Some(entity) = entity else { continue };
        let gold = aligned.gold_of[id.index()];
        let counts = match gold {
            _ if !only_people => true,
            Some(gold) => is_of_people(&aligned.document.mentions[gold].sort),
            None => matches!(row.entity_type, EntityType::Person | EntityType::Org),
        };
        if counts {
            groups.entry(entity.index()).or_default().push(gold.unwrap_or(marked + id.index()));
        }
    }
    without_singletons(groups)
}
