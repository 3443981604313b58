//! A sentence with some of its words marked.

use whosaid::explain::{QuoteLayer, SentenceLayers, WordsAt};
use yew::prelude::*;

/// What marked words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// They report.
    Cue,
    /// They are reported.
    Content,
    /// They name who spoke.
    Source,
}

/// The sentence; where it is marked as several things, all of them show.
pub fn marked(layers: &SentenceLayers, marks: &[(Part, &WordsAt)]) -> Html {
    let inside = |words: &WordsAt| (words.start.max(layers.start), words.end.min(layers.end));
    let mut edges: Vec<u32> = vec![layers.start, layers.end];
    for (_, words) in marks {
        let (start, end) = inside(words);
        if start < end {
            edges.extend([start, end]);
        }
    }
    edges.sort_unstable();
    edges.dedup();
    let pieces = edges.iter().zip(edges.iter().skip(1)).map(|(start, end)| {
        let text = |at: u32| (at - layers.start) as usize;
        let piece = layers.given.get(text(*start)..text(*end)).unwrap_or("").to_owned();
        let has = |part: Part| {
            let covers = |(other, words): &(Part, &WordsAt)| {
                *other == part && words.start <= *start && *end <= words.end
            };
            marks.iter().any(covers).then_some("")
        };
        let (cue, content, source) = (has(Part::Cue), has(Part::Content), has(Part::Source));
        if cue.or(content).or(source).is_none() {
            return html! { {piece} };
        }
        html! { <span class="part" data-cue={cue} data-content={content} data-source={source}>{piece}</span> }
    });
    html! { <p class="sentence" lang="en">{ for pieces }</p> }
}

/// All parts of a quotation.
pub fn parts(quote: &QuoteLayer) -> Vec<(Part, &WordsAt)> {
    let content = quote.content.iter().map(|words| (Part::Content, words));
    let cue = quote.cue.iter().map(|words| (Part::Cue, words));
    let source = quote.source.iter().map(|words| (Part::Source, words));
    content.chain(cue).chain(source).collect()
}
