//! Figures of an article, as a newspaper would draw them, each with its numbers as a table and as files. What they count
//! are views of the core; here it is laid out.

mod appearances;
mod drawing;
mod exchanges;
mod figure;
mod file;
mod manners;
mod measure;
mod share;
mod subject;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

pub use measure::width_of;
pub use subject::{FIRST_ROWS, Facts, Subject};

use crate::reading::Reading;
use crate::words::figures as words;
use figure::Figure;

/// The analysis whose figures are shown.
#[derive(Clone, PartialEq, Properties)]
pub struct FiguresProps {
    /// The analysis.
    pub reading: Rc<Reading>,
}

/// The figures for which there is anything to draw.
#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let facts = use_memo(props.reading.clone(), |reading| Facts::new(reading.clone()));
    let drawn: Vec<Subject> = Subject::ALL.into_iter().filter(|subject| subject.rows(&facts) > 0).collect();
    html! {
        <section class="figures" id="figures" aria-labelledby="figures-heading" tabindex="-1">
            <h2 id="figures-heading">{"Figures"}</h2>
            if let Some(missing) = words::missing(&facts) {
                <p class="none">{missing}</p>
            }
            <div class="sheet">
                { for drawn.into_iter().map(|subject| html! {
                    <Figure key={subject.slug()} facts={facts.clone()} {subject} />
                }) }
            </div>
        </section>
    }
}
