//! The features of a candidate: one extractor for scoring and for counting the weights.

use super::candidate::{Candidate, Frame};
use super::scene::{Scene, Tokens};
use crate::coref::Gender;
use crate::labels::{EntityType, Upos, Xpos};
use crate::mentions::MentionKind;
use crate::text::Id;

/// Names of the feature templates, for the table of weights and whoever explains a score.
pub const FEATURES: [&str; 22] = [
    "bias",
    "frame",
    "lemma",
    "lemma+frame",
    "prep",
    "lemma+prep",
    "source",
    "source+frame",
    "form",
    "form+frame",
    "mood",
    "marks",
    "marks+frame",
    "length",
    "place",
    "class",
    "class+frame",
    "class+source",
    "next",
    "addressee",
    "addressee+lemma",
    "pieces",
];

/// Gives every feature of a candidate to `sink`, in the order of [`FEATURES`].
pub(super) fn extract(scene: &Scene, candidate: &Candidate, mut sink: impl FnMut(&str)) {
    let frame = candidate.frame.name();
    let lemma = scene.lemma(candidate.head);
    let lemma = if candidate.frame == Frame::HeadlineColon { ":" } else { lemma };
    let source = source_form(scene, candidate.source);
    let mut key = String::with_capacity(48);
    let mut give = |parts: &[&str]| {
        key.clear();
        for (number, part) in parts.iter().enumerate() {
            if number == 1 {
                key.push('=');
            } else if number > 1 {
                key.push('+');
            }
            key.push_str(part);
        }
        sink(&key);
    };
    give(&["bias"]);
    give(&["frame", frame]);
    give(&["lemma", lemma]);
    give(&["lemma+frame", lemma, frame]);
    if let Some(at) = candidate.preposition {
        let preposition = scene.lemma(at);
        give(&["prep", preposition, frame]);
        give(&["lemma+prep", lemma, preposition]);
    }
    give(&["source", source]);
    give(&["source+frame", source, frame]);
    give(&["form", scene.xpos(candidate.head).name(), if candidate.passive { "passive" } else { "active" }]);
    give(&["form+frame", scene.xpos(candidate.head).name(), frame]);
    give(&["mood", mood(candidate)]);
    let marks = marks_in(scene, candidate);
    give(&["marks", marks]);
    give(&["marks+frame", marks, frame]);
    give(&["length", length(candidate), frame]);
    give(&["place", place(scene, candidate)]);
    let known = scene.models.reporting.verb(lemma);
    let class = known.map_or("unknown", |facts| facts.class.name());
    give(&["class", class]);
    give(&["class+frame", class, frame]);
    give(&["class+source", class, source]);
    let next = candidate.content.first().map_or(0, |run| run.start());
    give(&["next", scene.upos(next).name(), frame]);
    if candidate.addressee.is_some() {
        give(&["addressee", frame]);
        give(&["addressee+lemma", lemma]);
    }
    if candidate.content.len() > 1 {
        give(&["pieces", frame]);
    }
}

fn mood(candidate: &Candidate) -> &'static str {
    match (candidate.negated, candidate.modal, candidate.infinitive) {
        (true, ..) => "negated",
        (_, true, _) => "modal",
        (.., true) => "infinitive",
        _ => "plain",
    }
}

fn length(candidate: &Candidate) -> &'static str {
    match candidate.content.iter().map(|run| run.len()).sum::<usize>() {
        0..=1 => "1",
        2 => "2",
        3..=4 => "3",
        5..=8 => "5",
        9..=16 => "9",
        _ => "17",
    }
}

/// How much of the content stands inside quotation marks.
fn marks_in(scene: &Scene, candidate: &Candidate) -> &'static str {
    let words = candidate.content.iter().flat_map(|run| run.ids());
    let (mut inside, mut all) = (0, 0);
    for id in words {
        if scene.upos(id.index()) != Upos::Punct {
            all += 1;
            inside += usize::from(scene.region_at(id.index()).is_some());
        }
    }
    let cue_inside = scene.region_at(candidate.head).is_some();
    match (cue_inside, inside) {
        (true, _) => "cue",
        (_, 0) => "none",
        (_, n) if n == all => "all",
        _ => "some",
    }
}

/// Where the cue stands: headline, list, heading …
fn place(scene: &Scene, candidate: &Candidate) -> &'static str {
    scene.sentence_at(candidate.head).map_or("paragraph", |sentence| scene.block_kind(sentence).name())
}

/// What kind of words the source is.
pub(super) fn source_form(scene: &Scene, source: Option<Tokens>) -> &'static str {
    let Some(source) = source else { return "none" };
    let Some(first) = source.first().map(Id::index) else { return "none" };
    if source.len() == 1 || scene.xpos(first) == Xpos::Prp {
        let word = scene.word(first).to_ascii_lowercase();
        match word.as_str() {
            "he" | "she" => return "he",
            "they" | "them" => return "they",
            "it" => return "it",
            "i" | "we" | "me" => return "i",
            "you" => return "you",
            "who" => return "who",
            "that" | "which" | "this" | "what" => return "which",
            "his" | "her" | "their" => return "his",
            "its" | "my" | "our" | "your" => return "its",
            _ => {}
        }
    }
    let inside = scene.mentions.table.rows();
    let from = inside.partition_point(|mention| mention.tokens.start() < source.start());
    let mention = inside.iter().skip(from).take_while(|mention| mention.tokens.start() < source.end()).find(
        |mention| {
            mention.tokens.end() <= source.end()
                && !mention.entity_type.is_value()
                && mention.entity_type != EntityType::Norp
        },
    );
    match mention.map(|mention| (mention.kind, mention.entity_type)) {
        Some((MentionKind::Name, EntityType::Person)) => "person",
        Some((MentionKind::Name, EntityType::Org)) => "org",
        Some((MentionKind::Name, EntityType::Gpe)) => "gpe",
        Some((MentionKind::Name, _)) => "name",
        Some((MentionKind::Nominal, EntityType::Person)) => "aPerson",
        Some((MentionKind::Nominal, EntityType::Org)) => "anOrg",
        Some((MentionKind::Nominal, EntityType::Work)) => "aWork",
        Some((MentionKind::Nominal, _)) => "aThing",
        Some((MentionKind::Pronoun, _)) => "pronoun",
        None => by_noun(scene, source),
    }
}

/// Without a mention the head noun decides.
fn by_noun(scene: &Scene, source: Tokens) -> &'static str {
    let head = source.ids().map(Id::index).take_while(|at| scene.upos(*at) != Upos::Adp).last();
    let Some(head) = head else { return "other" };
    match scene.models.nouns.noun(scene.lemma(head)) {
        Some(facts) if facts.entity_type == EntityType::Person && facts.gender == Gender::Plural => "people",
        Some(facts) => match facts.entity_type {
            EntityType::Person => "aPerson",
            EntityType::Org => "anOrg",
            EntityType::Work => "aWork",
            _ => "aThing",
        },
        None if scene.upos(head) == Upos::Propn => "name",
        None => "other",
    }
}
