//! Strict F of names of all classes, by the classes that a corpus tells apart.
//!
//! Corpora and analysis cut the world differently, so labels and types meet in coarse classes, by tables alone: to
//! ask our own lexicon whether a `place` is a country, as training does, would have it mark its own work. Only CrossNER
//! tells countries, so only there is GPE judged by itself.

use std::path::Path;

use whosaid::labels::{EntityType, Upos};
use whosaid::mentions::MentionKind;
use whosaid::{Input, Models, Options};

use super::spans::{Found, Gold, Tallies, Verdict, trimmed};
use super::{Desk, Figure};
use crate::network::names::{Document, documents};

/// A name that the analysis found, in bytes of the text as given.
pub struct Name {
    pub start: usize,
    pub end: usize,
    pub entity_type: EntityType,
    /// Its confidence.
    pub thousandths: u16,
    /// Whether its last word is an adjective: "American".
    pub adjective: bool,
}

/// The names of a text, values left out.
pub fn names_of(text: &str, models: &Models) -> Result<Vec<Name>, String> {
    let layers = whosaid::analyze::analyze_layers(&Input::text(text), models, &Options::default())
        .map_err(|error| error.to_string())?;
    let rows = layers.mentions.table.rows().iter();
    let names = rows.filter(|row| row.kind == MentionKind::Name && !row.entity_type.is_value());
    let name = names.filter_map(|row| {
        let span = layers.text.map.to_source(layers.segments.span_of(row.tokens)?);
        Some(Name {
            start: span.start() as usize,
            end: span.end() as usize,
            entity_type: row.entity_type,
            thousandths: row.confidence.thousandths(),
            adjective: layers.syntax.upos.get(row.head) == Some(&Upos::Adj),
        })
    });
    Ok(name.collect())
}

/// The texts of a corpus. Where it does not say which sentences belong together, each is a text of its own: names
/// of an article help each other, and strangers must not.
pub fn texts(path: &Path) -> Result<Vec<Document>, String> {
    let known = super::text_of(path)?.lines().any(|line| line.starts_with("# doc"));
    let documents = documents(path)?;
    if known { Ok(documents) } else { Ok(documents.iter().flat_map(sentences).collect()) }
}

/// The lines of a document.
fn sentences(document: &Document) -> Vec<Document> {
    let mut names = document.names.iter().peekable();
    let mut start = 0;
    let mut texts = Vec::new();
    for line in document.text.split_inclusive('\n') {
        let end = start + line.len();
        let mut text = Document { text: line.to_owned(), names: Vec::new() };
        while let Some((from, to, class)) = names.next_if(|name| name.0 < end) {
            text.names.push((from - start, to - start, class.clone()));
        }
        texts.push(text);
        start = end;
    }
    texts
}

/// What a type that was found means in a corpus.
enum Meaning {
    /// A name of this class.
    Class(&'static str),
    /// The same, but the corpus has no word for it: no false alarm where it marks nothing.
    Unmarked(&'static str),
}

/// How the labels of a corpus and our types meet.
pub struct Corpus {
    file: &'static str,
    classes: &'static [&'static str],
    /// The class of a label; `None` where no type of ours answers it.
    label: fn(&str) -> Option<&'static str>,
    meaning: fn(&Name) -> Meaning,
    /// The label of countries, if there is one.
    country: Option<&'static str>,
}

use EntityType::{Event, Fac, Gpe, Loc, Norp, Org, Person};

/// News. Works, laws and events are all "Misc".
pub const NEWSWIRE: Corpus = Corpus {
    file: "research-only/worldwide-newswire/dev.ner.tsv",
    classes: &["person", "org", "place", "fac", "norp", "other"],
    label: |label| {
        Some(match label {
            "Person" => "person",
            "Organization" => "org",
            "Location" => "place",
            "Facility" => "fac",
            "NORP" => "norp",
            "Misc" | "Product" => "other",
            _ => return None,
        })
    },
    meaning: |name| {
        Meaning::Class(match name.entity_type {
            Person => "person",
            Org => "org",
            Gpe | Loc => "place",
            Fac => "fac",
            Norp => "norp",
            _ => "other",
        })
    },
    country: None,
};

/// Buildings are places. Groups are marked where they are nouns, so "American" alone says nothing; times are the
/// business of values.
pub const GUM: Corpus = Corpus {
    file: "ud-gum/dev.ner.tsv",
    classes: &["person", "org", "place", "norp", "event", "other"],
    label: |label| {
        Some(match label {
            "person" => "person",
            "organization" => "org",
            "place" => "place",
            "group" => "norp",
            "event" => "event",
            "abstract" | "object" => "other",
            _ => return None,
        })
    },
    meaning: |name| match name.entity_type {
        Person => Meaning::Class("person"),
        Org => Meaning::Class("org"),
        Gpe | Loc | Fac => Meaning::Class("place"),
        Norp if name.adjective => Meaning::Unmarked("norp"),
        Norp => Meaning::Class("norp"),
        Event => Meaning::Class("event"),
        _ => Meaning::Class("other"),
    },
    country: None,
};

/// Encyclopedia. Nationalities, works and laws are all "misc"; buildings have no label and are at times locations.
pub const POLITICS: Corpus = Corpus {
    file: "crossner-politics/dev.ner.tsv",
    classes: &["person", "org", "place", "event", "other"],
    label: |label| {
        Some(match label {
            "person" | "politician" => "person",
            "organisation" | "politicalparty" => "org",
            "country" | "location" => "place",
            "event" | "election" => "event",
            "misc" => "other",
            _ => return None,
        })
    },
    meaning: |name| match name.entity_type {
        Person => Meaning::Class("person"),
        Org => Meaning::Class("org"),
        Gpe | Loc => Meaning::Class("place"),
        Fac => Meaning::Unmarked("place"),
        Event => Meaning::Class("event"),
        _ => Meaning::Class("other"),
    },
    country: Some("country"),
};

/// Scores of a corpus.
pub fn corpus(desk: &Desk, corpus: &Corpus) -> Result<Vec<Figure>, String> {
    let mut tallies = Tallies::default();
    let (mut countries, mut right_countries) = (0, 0);
    for document in texts(&desk.corpus(corpus.file))? {
        let text = &document.text;
        let gold: Vec<Gold> = document
            .names
            .iter()
            .map(|(start, end, label)| {
                let (start, end) = trimmed(text, *start, *end);
                Gold { start, end, class: (corpus.label)(label) }
            })
            .collect();
        let names = names_of(text, &desk.models)?;
        let found: Vec<Found> = names
            .iter()
            .map(|name| {
                let (start, end) = trimmed(text, name.start, name.end);
                let (class, alarm) = match (corpus.meaning)(name) {
                    Meaning::Class(class) => (class, true),
                    Meaning::Unmarked(class) => (class, false),
                };
                Found { start, end, class, alarm }
            })
            .collect();
        for (mark, (.., label)) in gold.iter().zip(&document.names) {
            if corpus.country == Some(label.as_str()) {
                countries += 1;
                right_countries += usize::from(names.iter().zip(&found).any(|(name, found)| {
                    name.entity_type == Gpe && (found.start, found.end) == (mark.start, mark.end)
                }));
            }
        }
        let (verdicts, met) = tallies.count(&gold, &found);
        for (mark, met) in gold.iter().zip(met) {
            if let Some(class) = mark.class.filter(|_| !met) {
                desk.show(class, || format!("- {}", around(text, mark.start, mark.end)));
            }
        }
        for (mark, verdict) in found.iter().zip(verdicts) {
            if verdict == Verdict::Wrong {
                desk.show(mark.class, || format!("+ {}", around(text, mark.start, mark.end)));
            }
        }
    }
    let mut figures = tallies.figures(corpus.classes);
    if let Some(country) = corpus.country {
        figures.push(Figure::share(country, right_countries, countries));
    }
    Ok(figures)
}

/// A stretch in brackets with what stands around it, on one line.
pub fn around(text: &str, start: usize, end: usize) -> String {
    let before: String = text[..start].chars().rev().take(30).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[end..].chars().take(25).collect();
    format!("{before}[{}]{after}", &text[start..end]).replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_take_their_names_along() {
        let name = |start, end| (start, end, "LOC".to_owned());
        let document = Document {
            text: "In Oslo.\nNo name.\nTo Rome, to Paris.".to_owned(),
            names: vec![name(3, 7), name(21, 25), name(30, 35)],
        };
        let texts = sentences(&document);
        let told: Vec<Vec<&str>> = texts
            .iter()
            .map(|text| text.names.iter().map(|(start, end, _)| &text.text[*start..*end]).collect())
            .collect();
        assert_eq!(told, [vec!["Oslo"], vec![], vec!["Rome", "Paris"]]);
    }

    #[test]
    fn labels_meet_types_in_the_classes_of_the_corpus() {
        for corpus in [&NEWSWIRE, &GUM, &POLITICS] {
            for entity_type in EntityType::ALL.into_iter().filter(|entity_type| !entity_type.is_value()) {
                let name = Name { start: 0, end: 1, entity_type, thousandths: 0, adjective: false };
                let (Meaning::Class(class) | Meaning::Unmarked(class)) = (corpus.meaning)(&name);
                assert!(corpus.classes.contains(&class), "{} of {}", entity_type.name(), corpus.file);
            }
        }
        assert_eq!((GUM.label)("time"), None);
        assert_eq!((POLITICS.label)("country"), Some("place"));
    }
}
