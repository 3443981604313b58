//! What is shown of each step.

use whosaid::explain::{NameLayer, ReferenceLayer, SentenceLayers, WordLayer};
use whosaid::labels::{Deprel, EntityType, Upos, Xpos};
use whosaid::views::{deprel_words, upos_words, value_words, xpos_words};
use yew::prelude::*;

use super::evidence::{bar, percent};
use super::{quotation, tree};
use crate::reading::{Reading, Tone};
use crate::state::Step;
use crate::words::{count, how as words, type_name};

/// What the steps are seen in.
pub struct Setting<'a> {
    /// The analysis.
    pub reading: &'a Reading,
    /// Whether the text came as a page of the web.
    pub from_html: bool,
}

/// The picture of a step.
pub fn shown(step: Step, layers: &SentenceLayers, setting: &Setting) -> Html {
    match step {
        Step::Text => text(layers, setting),
        Step::Words => word_list(layers),
        Step::Tags => tags(layers),
        Step::Tree => tree::tree(layers),
        Step::Names => names(layers),
        Step::Meant => meant(layers, setting.reading),
        Step::Cue => quotation::cues(layers),
        Step::Content => quotation::contents(layers),
        Step::Speaker => quotation::speakers(layers, setting.reading),
    }
}

/// What is said of what is not there.
pub fn nothing(said: &'static str) -> Html {
    html! { <p class="nothing">{said}</p> }
}

/// A part of the names of people is beyond what is told of a sentence without an end.
fn left_out(layers: &SentenceLayers) -> Html {
    if layers.left_out == 0 {
        return Html::default();
    }
    let more = count(layers.left_out as usize, "word is", "words are");
    html! { <p class="aside">{format!("This sentence does not end soon: {more} not shown.")}</p> }
}

/// A table that is wider than its place scrolls in it.
pub fn table(label: &'static str, heads: &[&'static str], rows: Vec<Html>) -> Html {
    html! {
        <div class="scroll" role="region" aria-label={label} tabindex="0">
            <table>
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{*head}</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn text(layers: &SentenceLayers, setting: &Setting) -> Html {
    // Litter comes in heaps: what is alike is told once.
    let mut kinds: Vec<(&whosaid::explain::Change, usize)> = Vec::new();
    for change in &layers.changes {
        match kinds.iter_mut().find(|(other, _)| other.given == change.given && other.kind == change.kind) {
            Some((_, times)) => *times += 1,
            None => kinds.push((change, 1)),
        }
    }
    let rows = kinds.into_iter().map(|(change, times)| {
        let (what, became) = words::change(change);
        html! {
            <tr>
                <td>{what}</td><td><code>{words::characters(&change.given)}</code></td>
                <td class="figure">{times}</td><td>{became}</td>
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    html! {
        <>
            <p class="sentence" lang="en">{layers.cleaned.clone()}</p>
            if setting.from_html {
                <p>{"The text came as a web page: its tags and codes were turned into plain text before this."}</p>
            }
            if rows.is_empty() {
                { nothing("In this sentence nothing had to be cleaned: every character is as it came.") }
            } else {
                { table("What was cleaned", &["What stood there", "Characters", "Times", "What became of it"], rows) }
            }
        </>
    }
}

fn word_list(layers: &SentenceLayers) -> Html {
    let mut end = None;
    let chips = layers.words.iter().map(|word| {
        let touches = end.replace(word.end) == Some(word.start);
        let sign = word.upos == "PUNCT" || word.upos == "SYM";
        html! {
            <li data-sign={sign.then_some("")} data-joined={touches.then_some("")}>{word.text.clone()}</li>
        }
    });
    let chips: Vec<_> = chips.collect();
    let signs = layers.words.iter().filter(|word| word.upos == "PUNCT").count();
    let told = format!(
        "{} and {}.",
        count(layers.words.len() - signs, "word", "words"),
        count(signs, "sign", "signs")
    );
    html! {
        <>
            <ol class="chips" lang="en" aria-label="Words of the sentence">{ for chips }</ol>
            <p>{told}</p>
            { left_out(layers) }
        </>
    }
}

/// The kind of a word in plain English.
pub fn kind(upos: &str) -> String {
    Upos::from_name(upos).map(upos_words).unwrap_or(upos).to_owned()
}

/// What a word is to another in plain English.
pub fn relation(deprel: &str) -> &str {
    Deprel::from_name(deprel).map(deprel_words).unwrap_or(deprel)
}

fn tags(layers: &SentenceLayers) -> Html {
    let row = |word: &WordLayer| {
        let fine = Xpos::from_name(&word.xpos).map(xpos_words).unwrap_or(&word.xpos);
        let title = format!("{}, {}: {fine}", word.upos, word.xpos);
        let own = word.guesses.iter().find(|guess| guess.upos == word.upos);
        let others = word.guesses.iter().filter(|guess| guess.upos != word.upos);
        let others: Vec<_> =
            others.map(|guess| format!("{} {}", kind(&guess.upos), percent(guess.share))).collect();
        html! {
            <tr>
                <th scope="row" lang="en">{word.text.clone()}</th>
                <td lang="en">{word.lemma.clone()}</td>
                <td><span {title}>{kind(&word.upos)}</span><small>{fine}</small></td>
                <td>{ bar(own.map_or(1.0, |own| own.share)) }</td>
                <td>{others.join(", ")}</td>
            </tr>
        }
    };
    let heads = ["Word", "Base form", "Kind", "How sure", "Or else"];
    html! {
        <>
            { table("Tags and base forms", &heads, layers.words.iter().map(row).collect()) }
            { left_out(layers) }
        </>
    }
}

fn names(layers: &SentenceLayers) -> Html {
    if layers.names.is_empty() {
        return nothing("This sentence names nobody and nothing.");
    }
    html! { <ul class="found">{ for layers.names.iter().map(name) }</ul> }
}

fn name(found: &NameLayer) -> Html {
    let entity_type = EntityType::from_name(&found.entity_type).unwrap_or(EntityType::Misc);
    let full = found.entity.as_ref().filter(|who| who.name != found.at.text);
    let value = found.value.as_ref().map(value_words);
    let guesses = found.guesses.iter().map(|guess| {
        let guessed = guess
            .entity_type
            .as_deref()
            .map(|guessed| EntityType::from_name(guessed).map_or(guessed, |guessed| type_name(guessed)));
        let own = guess.entity_type.as_deref() == Some(found.entity_type.as_str());
        html! {
            <li data-chosen={own.then_some("")}>
                <span class="what">{guessed.unwrap_or("No name at all").to_owned()}</span>{ bar(guess.share) }
            </li>
        }
    });
    let best = found.guesses.first().map(|best| best.entity_type.as_deref());
    let agrees = best.is_none_or(|best| best == Some(found.entity_type.as_str()));
    let alone = agrees && found.guesses.len() == 1;
    html! {
        <li data-n={Tone::of(entity_type).name()}>
            <h4 lang="en">{found.at.text.clone()}</h4>
            <p>
                <strong>{type_name(entity_type)}</strong>
                if let Some(full) = full {
                    {format!(", in full {}", full.name)}
                }
                if let Some(value) = value {
                    {format!(", meaning {value}")}
                }
                {format!(". How sure: {}.", percent(found.confidence))}
            </p>
            if found.guesses.is_empty() {
                <p class="aside">{"Found by a rule: its words have the form of one."}</p>
            } else if alone {
                <p class="aside">{"The network and the rest of the article left no other guess."}</p>
            } else {
                <p class="label">{"What it might be, by the network and the rest of the article:"}</p>
                <ul class="shares">{ for guesses }</ul>
                if !agrees {
                    <p class="aside">{"A rule decided otherwise in the end, for example a list of known places."}</p>
                }
            }
        </li>
    }
}

fn meant(layers: &SentenceLayers, reading: &Reading) -> Html {
    if layers.references.is_empty() {
        return nothing("No “he”, “she” or “the mayor” here: nothing had to be settled.");
    }
    let (pronouns, descriptions): (Vec<_>, Vec<_>) =
        layers.references.iter().partition(|reference| reference.kind == "pronoun");
    let all = pronouns.into_iter().chain(descriptions);
    html! { <ul class="found">{ for all.map(|reference| one_meant(reference, reading)) }</ul> }
}

fn one_meant(reference: &ReferenceLayer, reading: &Reading) -> Html {
    let candidates = reference.candidates.iter().map(|candidate| {
        let name = candidate.entity.as_ref().map_or("Nobody that is named", |who| who.name.as_str());
        let nearest = candidate.nearest.as_ref().filter(|near| near.text != name);
        html! {
            <li data-chosen={candidate.chosen.then_some("")}>
                <span class="what">
                    <span lang="en">{name.to_owned()}</span>
                    if let Some(nearest) = nearest {
                        <small lang="en">{format!(" as “{}”", nearest.text)}</small>
                    }
                    if candidate.chosen {
                        <span class="chosen">{"chosen"}</span>
                    }
                </span>
                { bar(candidate.share) }
                <span class="points">{format!("{:+.1} points", candidate.score).replace('-', "−")}</span>
            </li>
        }
    });
    let who = reference.entity.as_ref().filter(|who| who.name != reference.at.text);
    html! {
        <li data-tint={reading.tint(reference.entity.as_ref().map(|who| who.id)).to_string()}>
            <h4 lang="en">{reference.at.text.clone()}</h4>
            <p>
                if let Some(who) = who {
                    {"means "}<strong lang="en">{who.name.clone()}</strong>{". "}
                }
                {words::settled(reference)}
            </p>
            if !reference.candidates.is_empty() {
                <ol class="shares" aria-label={format!("Candidates for “{}”", reference.at.text)}>{ for candidates }</ol>
            }
        </li>
    }
}
