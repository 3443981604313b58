//! The reader's marks beside what the program found.

use std::rc::Rc;

use whosaid::views::Verdict;
use yew::prelude::*;

use super::choose::lesson_box;
use super::row::Row;
use super::text::{PlainText, both};
use super::{Whole, agreement, sheet, use_heading, way};
use crate::components::{Dispatch, Toast};
use crate::lessons::lesson_at;
use crate::reading::Reading;
use crate::state::find::{Find, Finding};
use crate::state::{Action, Done, Edits, Screen};
use crate::{hooks, words};

/// What is compared.
#[derive(Clone, PartialEq, Properties)]
pub struct ComparedProps {
    /// The marks.
    pub find: Find,
    /// The analysis with corrections.
    pub reading: Rc<Reading>,
    /// The analysis without them.
    pub analysed: Whole,
    /// The corrections.
    pub edits: Edits,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The screen.
#[component]
pub fn Compared(props: &ComparedProps) -> Html {
    let ComparedProps { find, reading, analysed, edits, dispatch } = props;
    let heading = use_heading();
    let lesson = use_memo(find.setting.lesson, |lesson| lesson.and_then(lesson_at));
    let compared =
        use_memo((analysed.clone(), find.marked.marks.clone()), |(analysed, _)| agreement(find, &analysed.0));
    let paints = both(&compared, &find.marked.marks, &analysed.0);
    let lists = Verdict::ALL.map(|verdict| {
        let rows = compared.of(verdict).map(|(at, row)| {
            html! {
                <Row
                    key={at}
                    number={at + 1}
                    row={row.clone()}
                    find={find.clone()}
                    reading={reading.clone()}
                    analysed={analysed.clone()}
                    edits={edits.clone()}
                    dispatch={dispatch.clone()}
                />
            }
        });
        let id = format!("found-{}", verdict.name());
        let rows: Vec<Html> = rows.collect();
        html! {
            <section class="kind" aria-labelledby={id.clone()} data-verdict={verdict.name()}>
                <h3 {id}>{words::find::verdict(verdict)}<span class="count">{format!(" {}", rows.len())}</span></h3>
                if rows.is_empty() {
                    <p class="none">{"None."}</p>
                } else {
                    <p class="about">{words::find::about(verdict)}</p>
                    <ol>{rows}</ol>
                }
            </section>
        }
    });
    let print = Callback::from(|_: MouseEvent| hooks::print());
    let save = {
        let (find, compared, analysed) = (find.clone(), compared.clone(), analysed.clone());
        Callback::from(move |_: MouseEvent| sheet::save(&find, &compared, &analysed.0))
    };
    let mut figures = words::find::figures(&compared).into_iter();
    let first = figures.next().unwrap_or_default();
    html! {
        <>
            <div class="head">
                <h2 ref={heading} tabindex="-1">{"You and the program"}</h2>
                <div class="ways">
                    { way(dispatch, "Go on marking", Action::Find(Finding::GoOn)) }
                    { way(dispatch, "Another text", Action::Find(Finding::Enter)) }
                    { way(dispatch, "Whole analysis", Action::Show(Screen::Article)) }
                </div>
            </div>
            <div class="figures-told">
                <p class="first">{first}</p>
                <p>{figures.collect::<Vec<_>>().join(" ")}</p>
                <div class="ways">
                    <button type="button" onclick={print}>{"Print the sheet"}</button>
                    <button type="button" onclick={save}>{"Save as CSV"}</button>
                </div>
            </div>
            { sheet::sheet(find, &compared, &analysed.0, reading) }
            <div class="spread">
                <div class="column">
                    if let Some(lesson) = &*lesson {
                        { lesson_box(lesson, true) }
                    }
                    <p class="legend">
                        <span class="found" data-you="">{"your marks"}</span>
                        {", "}
                        <span class="found" data-program="">{"the program’s"}</span>
                        {", "}
                        <span class="found" data-you="" data-program="">{"both"}</span>
                    </p>
                    <PlainText reading={reading.clone()} {paints} />
                </div>
                <div class="edge" id="find-kinds" tabindex="-1">{ for lists }</div>
            </div>
            <nav class="jumps" aria-label="Parts of this page">
                <a href="#find-text">{"Text"}</a>
                <a href="#find-kinds">{"Comparison"}</a>
            </nav>
            if let Some(done) = edits.last.clone().filter(|done| matches!(done, Done::Refused(_))) {
                <div class="afloat">
                    <Toast said={words::corrections::done(reading, &done)} {done} dispatch={dispatch.clone()} />
                </div>
            }
        </>
    }
}
