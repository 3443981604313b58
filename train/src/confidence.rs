//! Measures how well the confidence of names agrees with how often they are right.

use std::collections::BTreeMap;
use std::path::Path;

use whosaid::labels::EntityType;
use whosaid::mentions::MentionKind;
use whosaid::{Input, Models, Options};

use crate::network::names::documents;

/// Right and all names of one confidence.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: usize,
    all: usize,
}

/// Prints, for each confidence that persons, organisations and places are given, how many are right in span and
/// type, and the expected calibration error over ten bins.
pub fn report(path: &Path) -> Result<(), String> {
    let models = Models::builtin().map_err(|error| error.to_string())?;
    let mut tallies: BTreeMap<u32, Tally> = BTreeMap::new();
    for document in documents(path)? {
        let input = Input::text(&document.text);
        let layers = whosaid::analyze::analyze_layers(&input, &models, &Options::default());
        let layers = layers.map_err(|error| error.to_string())?;
        for mention in layers.mentions.table.rows() {
            let Some(kind) = kind_of(mention.entity_type).filter(|_| mention.kind == MentionKind::Name)
            else {
                continue;
            };
            let Some(span) = layers.segments.span_of(mention.tokens) else { continue };
            let (start, end) = (span.start() as usize, span.end() as usize);
            let right = document.names.iter().any(|(gold_start, gold_end, class)| {
                (*gold_start, *gold_end) == (start, end) && gold_kind(class) == Some(kind)
            });
            let thousandths = u32::from(mention.confidence.thousandths());
            let tally = tallies.entry(thousandths).or_default();
            tally.all += 1;
            tally.right += usize::from(right);
        }
    }
    let all: usize = tallies.values().map(|tally| tally.all).sum();
    let mut bins = [(0.0f64, Tally::default()); 10];
    println!("confidence  names  right");
    for (thousandths, tally) in &tallies {
        let share = 100.0 * tally.right as f64 / tally.all as f64;
        println!("{:>10.3} {:>6} {share:>5.1} %", f64::from(*thousandths) / 1000.0, tally.all);
        let bin = &mut bins[(*thousandths as usize / 100).min(9)];
        bin.0 += f64::from(*thousandths) / 1000.0 * tally.all as f64;
        bin.1.all += tally.all;
        bin.1.right += tally.right;
    }
    let error: f64 = bins.iter().map(|(sum, tally)| (sum - tally.right as f64).abs()).sum();
    println!("{all} names, expected calibration error {:.3}", error / all.max(1) as f64);
    Ok(())
}

/// Cities and rivers count alike: the corpora do not tell them apart.
const fn kind_of(entity_type: EntityType) -> Option<char> {
    match entity_type {
        EntityType::Person => Some('p'),
        EntityType::Org => Some('o'),
        EntityType::Gpe | EntityType::Loc => Some('l'),
        _ => None,
    }
}

fn gold_kind(class: &str) -> Option<char> {
    match class {
        "Person" | "PER" | "person" | "politician" => Some('p'),
        "Organization" | "ORG" | "organization" | "organisation" | "politicalparty" => Some('o'),
        "Location" | "LOC" | "place" | "location" | "country" => Some('l'),
        _ => None,
    }
}
