//! The last steps: cues, contents, sources and speakers.

use whosaid::explain::{QuoteLayer, SentenceLayers};
use yew::prelude::*;

use super::evidence::{bar, percent};
use super::mark::{Part, marked, parts};
use super::steps::nothing;
use crate::reading::Reading;
use crate::words::{self, how};

const NOBODY: &str = "No word of this sentence was taken for a cue, and no quotation runs through it.";

/// Step 7.
pub fn cues(layers: &SentenceLayers) -> Html {
    if layers.cues.is_empty() {
        return if layers.quotes.is_empty() {
            nothing("No word of this sentence looks as if it reported anything.")
        } else {
            nothing("No cue stands in this sentence: what it reports has its cue in another one, or none.")
        };
    }
    let taken = layers.cues.iter().filter(|cue| cue.quote.is_some());
    let marks: Vec<_> = taken.map(|cue| (Part::Cue, &cue.at)).collect();
    let rows = layers.cues.iter().map(|cue| {
        let used = cue.quote.is_some();
        html! {
            <li data-chosen={used.then_some("")}>
                <span class="what"><span lang="en">{format!("“{}”", cue.at.text)}</span>
                    <span class={if used { "chosen" } else { "left" }}>{how::cue_used(used)}</span>
                </span>
                if let Some(likelihood) = cue.likelihood {
                    { bar(likelihood) }
                } else {
                    <span class="points">{"found by a rule"}</span>
                }
            </li>
        }
    });
    html! {
        <>
            { marked(layers, &marks) }
            <p class="label">{"How likely each is to report something:"}</p>
            <ol class="shares">{ for rows }</ol>
            if layers.cues.iter().any(|cue| cue.quote.is_none() && cue.likelihood > Some(0.5)) {
                <p class="aside">
                    {"A likely word is left alone where it stands inside what another word reports, or where nothing stands out \
                      that it could report."}
                </p>
            }
        </>
    }
}

/// Step 8.
pub fn contents(layers: &SentenceLayers) -> Html {
    if layers.quotes.is_empty() {
        return nothing(NOBODY);
    }
    let one = |quote: &QuoteLayer| {
        let marks: Vec<_> = parts(quote).into_iter().filter(|(part, _)| *part != Part::Source).collect();
        let beyond = quote.content.iter().any(|piece| piece.start < layers.start || piece.end > layers.end);
        let told = match quote.kind.as_str() {
            "direct" => "All of it stands in quotation marks: it is told word for word.",
            "mixed" => "A part of it stands in quotation marks; the rest is in the writer’s words.",
            _ => "Nothing of it stands in quotation marks: it is told in the writer’s words.",
        };
        html! {
            <li>
                { title(quote) }
                { marked(layers, &marks) }
                <p>{told}</p>
                if beyond {
                    <p class="label">{"It goes beyond this sentence. In whole:"}</p>
                    <blockquote lang="en">{whole(quote)}</blockquote>
                }
            </li>
        }
    };
    html! { <ul class="found">{ for layers.quotes.iter().map(one) }</ul> }
}

/// The cue that a quotation is known by.
fn title(quote: &QuoteLayer) -> Html {
    match &quote.cue {
        Some(cue) => html! { <h4>{"Reported by "}<span lang="en">{format!("“{}”", cue.text)}</span></h4> },
        None => html! { <h4>{"Reported by no word of its own"}</h4> },
    }
}

fn whole(quote: &QuoteLayer) -> String {
    quote.content.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" … ")
}

/// Step 9.
pub fn speakers(layers: &SentenceLayers, reading: &Reading) -> Html {
    if layers.quotes.is_empty() {
        return nothing(NOBODY);
    }
    html! { <ul class="found">{ for layers.quotes.iter().map(|quote| speaker(layers, quote, reading)) }</ul> }
}

fn speaker(layers: &SentenceLayers, quote: &QuoteLayer, reading: &Reading) -> Html {
    let row = |term: &'static str, told: String| html! { <><dt>{term}</dt><dd>{told}</dd></> };
    let source = quote.source.as_ref().map(|source| source.text.as_str());
    let speaker = quote.speaker.as_ref().map(|who| who.name.as_str());
    // "She" leads to a name, and "Mayor Ana Ruiz" is one.
    let linked = layers.references.iter().find(|reference| {
        quote.source.as_ref().is_some_and(|it| it.start <= reference.at.start && reference.at.end <= it.end)
            && reference.kind == "pronoun"
    });
    let way = match (source, speaker) {
        (None, None) => "No words say who spoke, and nothing around them does.".to_owned(),
        (None, Some(speaker)) => format!("No words beside it say who spoke; {speaker} spoke before."),
        (Some(source), None) => format!("“{source}” names nobody that the article tells more of."),
        (Some(source), Some(speaker)) if source == speaker => format!("“{source}” names the speaker."),
        (Some(source), Some(speaker)) if linked.is_some() => {
            format!("“{source}” means {speaker}, as “Who is meant” has settled.")
        }
        (Some(source), Some(speaker)) => format!("“{source}” stands for {speaker}."),
    };
    let other = quote.runner_up.as_ref().map(|other| match &quote.runner_up_speaker {
        Some(who) if who.name != other.text => format!("“{}”, that is {}", other.text, who.name),
        _ => format!("“{}”", other.text),
    });
    let to = quote.addressees.iter().map(|who| who.name.as_str()).collect::<Vec<_>>().join(", ");
    html! {
        <li data-tint={reading.tint(quote.speaker.as_ref().map(|who| who.id)).to_string()}>
            <h4 class="who" lang="en">{speaker.unwrap_or("Nobody named").to_owned()}</h4>
            { marked(layers, &parts(quote)) }
            <p>{way}</p>
            <dl>
                if !to.is_empty() {
                    { row("To", to) }
                }
                { row("What is done", words::quote_class(&quote.class).to_owned()) }
                { row("Stance", words::polarity(&quote.polarity).to_owned()) }
                { row("How sure", percent(quote.confidence)) }
                if let Some(other) = other {
                    { row("If not, then", other) }
                }
            </dl>
            if let Some(why) = &quote.why {
                <details>
                    <summary>{"All reasons"}</summary>
                    <ul class="reasons">{ for why.reasons.iter().map(|reason| html! { <li>{reason.clone()}</li> }) }</ul>
                </details>
            }
        </li>
    }
}
