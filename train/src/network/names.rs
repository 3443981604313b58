//! Names of corpora whose classes differ, as labels that may leave several types open.

use std::path::Path;

use whosaid::blocks::find_blocks;
use whosaid::input::clean;
use whosaid::labels::EntityType;
use whosaid::labels::bioes::{NAME_TYPES, OUTSIDE, label, place};
use whosaid::model::{KnownName, Role};
use whosaid::reading::features::Token;
use whosaid::segment::segment;
use whosaid::{Input, Models, Options};

use super::data::{Example, Reader, Writing, rewrite};
use crate::neural::random::Random;
use crate::neural::target::Target;

/// A document of a names corpus: text with spans in bytes and the corpus's own labels.
pub struct Document {
    pub text: String,
    pub names: Vec<(usize, usize, String)>,
}

/// Sets of types, a bit each in the order of [`NAME_TYPES`].
type Types = u16;

const fn types(list: &[EntityType]) -> Types {
    let mut set = 0;
    let mut at = 0;
    while at < list.len() {
        let mut index = 0;
        while index < NAME_TYPES.len() {
            if NAME_TYPES[index] as u8 == list[at] as u8 {
                set |= 1 << index;
            }
            index += 1;
        }
        at += 1;
    }
    set
}

/// Reads a file of tokens and BIO tags into documents, with the spaces that print would have.
pub fn documents(path: &Path) -> Result<Vec<Document>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut documents = Vec::new();
    let mut document = Document { text: String::new(), names: Vec::new() };
    let mut last: Option<String> = None;
    for line in text.lines() {
        if line.starts_with("# doc") && !line.contains('\t') {
            if !document.text.is_empty() {
                documents.push(std::mem::replace(
                    &mut document,
                    Document { text: String::new(), names: Vec::new() },
                ));
            }
            last = None;
            continue;
        }
        let Some((token, tag)) = line.split_once('\t') else {
            if line.is_empty() && last.is_some() {
                document.text.push('\n');
                last = None;
            }
            continue;
        };
        if let Some(last) = &last
            && !is_glued(last, token)
        {
            document.text.push(' ');
        }
        let start = document.text.len();
        document.text.push_str(token);
        let end = document.text.len();
        match tag.split_once('-') {
            Some(("B", class)) => document.names.push((start, end, class.to_owned())),
            Some(("I", _)) => {
                if let Some(name) = document.names.last_mut() {
                    name.1 = end;
                }
            }
            _ => {}
        }
        last = Some(token.to_owned());
    }
    if !document.text.is_empty() {
        documents.push(document);
    }
    Ok(documents)
}

fn is_glued(before: &str, token: &str) -> bool {
    const CLITICS: [&str; 19] = [
        "n't", "'", "'s", "'S", "'re", "'ve", "'d", "'m", "'ll", "’s", "’re", "’ve", "’d", "’m", "’ll", "''",
        "...", "n’t", "%",
    ];
    matches!(token, "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "}" | "’" | "”")
        || CLITICS.contains(&token)
        || matches!(before, "(" | "[" | "{" | "$" | "“" | "‘" | "``" | "#")
}

/// The types that a class of a corpus may mean for these words; `None` where the class is no name of ours.
fn meaning(class: &str, words: &str, models: &Models) -> Option<Types> {
    use EntityType::{Event, Fac, Gpe, Law, Loc, Misc, Norp, Org, Person, Product, Work};
    let known = models.names.known(words.strip_prefix("the ").unwrap_or(words));
    let last = models.names.word(words.rsplit(' ').next().unwrap_or(words));
    let first = models.names.word(words.split(' ').next().unwrap_or(words));
    let place = |open: &[EntityType]| match known {
        Some(KnownName::Place) => types(&[Loc]),
        Some(known) if known.is_place() => types(&[Gpe]),
        _ if last.has(Role::FacHead) && open.contains(&Fac) => types(&[Fac]),
        _ if last.has(Role::PlaceHead) || first.has(Role::PlaceBefore) && !first.has(Role::Surname) => {
            types(&[Loc, Gpe])
        }
        _ => types(open),
    };
    let other = || {
        if last.has(Role::EventHead) || first.has(Role::EventBefore) || known == Some(KnownName::Event) {
            types(&[Event])
        } else if last.has(Role::LawHead) {
            types(&[Law])
        } else {
            types(&[Event, Work, Product, Law, Misc])
        }
    };
    Some(match class {
        "Person" | "PER" | "person" | "politician" => types(&[Person]),
        "Organization" | "ORG" | "organisation" | "politicalparty" => types(&[Org]),
        "organization" => match known {
            Some(known) if known.is_place() => types(&[Gpe, Org]),
            _ => types(&[Org]),
        },
        "Location" | "location" => place(&[Gpe, Loc]),
        "country" => types(&[Gpe]),
        "LOC" | "place" => place(&[Gpe, Loc, Fac]),
        "Facility" => types(&[Fac]),
        "NORP" | "group" => types(&[Norp]),
        "election" | "event" => types(&[Event]),
        "Product" => types(&[Product]),
        "object" => types(&[Product, Misc]),
        "Misc" => other(),
        "misc" if first.has(Role::Nationality) => types(&[Norp]),
        "misc" => other() | types(&[Norp]),
        "OTH" if first.has(Role::Nationality) => types(&[Norp]),
        "OTH" => other() | types(&[Norp]),
        "abstract" => other() | types(&[Norp]),
        _ => return None,
    })
}

/// Names of a corpus on the words and sentences that the analysis itself finds.
pub fn names(
    documents: &[Document],
    models: &Models,
    reader: &mut Reader,
    weight: f32,
    copies: bool,
) -> Vec<Example> {
    let mut random = Random::new(23);
    let mut examples = Vec::new();
    for document in documents {
        let Ok(text) = clean(&Input::text(&document.text), &Options::default()) else { continue };
        if text.text != document.text {
            continue;
        }
        let segments = segment(&text, &find_blocks(&text, models), models);
        let mut sentences: Vec<Vec<(&str, bool)>> = Vec::new();
        let mut targets: Vec<Vec<Target>> = Vec::new();
        let mut from = 0;
        for row in segments.sentences.rows() {
            let tokens = segments.tokens.range(row.tokens);
            sentences.push(tokens.iter().map(|token| (text.slice(token.span), token.space_after)).collect());
            let mut labels = vec![Target::One(OUTSIDE as u32, weight); tokens.len()];
            let start_of = |at: usize| tokens[at].span.start() as usize;
            let end_of = |at: usize| tokens[at].span.end() as usize;
            while document.names.get(from).is_some_and(|name| name.1 <= start_of(0)) {
                from += 1;
            }
            for (start, end, class) in
                document.names[from..].iter().take_while(|name| name.0 < end_of(tokens.len() - 1))
            {
                let touched: Vec<usize> =
                    (0..tokens.len()).filter(|at| start_of(*at) < *end && end_of(*at) > *start).collect();
                let (Some(first), Some(last)) = (touched.first().copied(), touched.last().copied()) else {
                    continue;
                };
                let words = document.text[*start..*end].replace('\n', " ");
                let Some(types) = meaning(class, &words, models) else { continue };
                let whole = start_of(first) == *start && end_of(last) == *end;
                for at in touched {
                    labels[at] =
                        if whole { target(types, at, first, last + 1, weight) } else { Target::Nothing };
                }
            }
            targets.push(labels);
        }
        for (tokens, names) in reader.document(&sentences).into_iter().zip(&targets) {
            examples.push(example(tokens, names.clone()));
        }
        if !copies {
            continue;
        }
        for (words, names) in sentences.iter().zip(&targets) {
            let writing = match random.below(100) {
                0..4 => Writing::Title,
                4..7 => Writing::Capitals,
                7..9 => Writing::Small,
                _ => continue,
            };
            let forms: Vec<String> =
                words.iter().enumerate().map(|(at, word)| rewrite(word.0, writing, at == 0)).collect();
            let line = words.iter().zip(&forms).map(|(word, form)| (form.as_str(), word.1)).collect();
            let tokens = reader.document(&[line]).pop().unwrap_or_default();
            examples.push(example(tokens, names.clone()));
        }
    }
    examples
}

fn target(types: Types, at: usize, start: usize, end: usize, weight: f32) -> Target {
    let place = place(at, start, end);
    let mut labels =
        (0..NAME_TYPES.len()).filter(|index| types >> index & 1 == 1).map(|index| label(index, place));
    if types.count_ones() == 1 {
        return Target::One(labels.next().unwrap_or(OUTSIDE) as u32, weight);
    }
    Target::Any(labels.fold(0, |set, label| set | 1 << label), weight)
}

fn example(tokens: Vec<Token>, names: Vec<Target>) -> Example {
    let count = tokens.len();
    Example {
        words: Vec::new(),
        tags: vec![Target::Nothing; count],
        heads: vec![Target::Nothing; count],
        relations: vec![Target::Nothing; count],
        names,
        tokens,
    }
}
