//! The tree of a sentence: arcs over its words, and the same as a table.

use std::fmt::Display;

use whosaid::explain::{SentenceLayers, WordLayer};
use yew::prelude::*;

use super::steps::{relation, table};
use super::tree_shape::{Arc, LABEL, Shape, shape};
use crate::words::count;

/// Step 4.
pub fn tree(layers: &SentenceLayers) -> Html {
    let words = &layers.words;
    let shape = shape(words);
    let main = shape.root.and_then(|root| words.get(root)).map_or("none", |word| word.text.as_str());
    let label = format!(
        "The tree, drawn: {} over the words, the main word is “{main}”. The table below says the same.",
        count(shape.arcs.len(), "arc", "arcs")
    );
    // In the size of type that the reader chose.
    let rem = |pixels: f64| format!("{:.2}rem", pixels / 16.0);
    let (width, height) = (shape.width, shape.height);
    let is_deep = words.len() > 60;
    html! {
        <>
            <div class="scroll arcs" role="region" aria-label="Drawing of the tree" tabindex="0">
                <svg
                    role="img"
                    aria-label={label}
                    viewBox={format!("0 0 {width:.0} {height:.0}")}
                    width={rem(width)}
                    height={rem(height)}
                >
                    { for shape.arcs.iter().map(|it| arc(&shape, it, words)) }
                    { for root(&shape) }
                    { for words.iter().enumerate().map(|(at, it)| word(&shape, at, it)) }
                </svg>
            </div>
            <p class="aside">
                {"The arrow comes down at the word that hangs on the other. Signs hang somewhere too; their arcs are left out."}
                if is_deep {
                    {" This is a long sentence: push the drawing sideways to see all of it."}
                }
            </p>
            <details>
                <summary>{"The tree as a table"}</summary>
                { as_table(words) }
            </details>
        </>
    }
}

fn text(class: &'static str, (x, y): (f64, f64), said: impl Display) -> Html {
    html! { <text {class} x={format!("{x:.1}")} y={format!("{y:.1}")}>{said.to_string()}</text> }
}

fn arc(shape: &Shape, arc: &Arc, words: &[WordLayer]) -> Html {
    let ((from, to), top, ground) = (shape.ends(arc), shape.top(arc), shape.ground);
    let tag = words.get(arc.word).map_or("", |word| word.deprel.as_str());
    let middle = (from.midpoint(to), top + LABEL / 3.0);
    let head = format!("M{to:.1} {ground:.1}l-4 -7h8z");
    html! {
        <g class="arc">
            <title>{format!("{}: {tag}", arc.label)}</title>
            <path class="line" d={shape.line(arc)} />
            <path class="head" d={head} />
            { text("label", middle, &arc.label) }
        </g>
    }
}

/// The arrow that comes from nowhere.
fn root(shape: &Shape) -> Option<Html> {
    let x = shape.words.get(shape.root?)?.x;
    let ground = shape.ground;
    let (line, head) = (format!("M{x:.1} 20V{ground:.1}"), format!("M{x:.1} {ground:.1}l-4 -7h8z"));
    Some(html! {
        <g class="arc" data-root="">
            <title>{"main word: root"}</title>
            <path class="line" d={line} />
            <path class="head" d={head} />
            { text("label", (x, 14.0), "main word") }
        </g>
    })
}

fn word(shape: &Shape, at: usize, word: &WordLayer) -> Html {
    let Some(placed) = shape.words.get(at) else { return Html::default() };
    html! {
        <g data-sign={placed.sign.then_some("")}>
            { text("word", (placed.x, shape.ground + 20.0), &word.text) }
            { text("kind", (placed.x, shape.ground + 38.0), &placed.kind) }
        </g>
    }
}

fn as_table(words: &[WordLayer]) -> Html {
    let first = words.first().map_or(0, |word| word.id);
    let row = |word: &WordLayer| {
        let head = word.head.and_then(|head| words.get(head.checked_sub(first)? as usize));
        let head = match (head, word.head) {
            (Some(head), _) => format!("“{}”", head.text),
            (None, Some(_)) => "a word that is not shown".to_owned(),
            (None, None) => "nothing".to_owned(),
        };
        html! {
            <tr>
                <th scope="row" lang="en">{word.text.clone()}</th>
                <td lang="en">{head}</td>
                <td><span title={word.deprel.clone()}>{relation(&word.deprel).to_owned()}</span></td>
            </tr>
        }
    };
    table("The tree as a table", &["Word", "Hangs on", "As its"], words.iter().map(row).collect())
}
