//! One figure: heading, sentence, drawing, table, files. It is drawn when it comes near the window, its table when it is
//! opened: a reader who never looks waits for neither.

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::file::{self, Caption, SvgFile};
use super::subject::{Facts, Sheet, Subject};
use crate::hooks::use_width;
use crate::words::figures as words;
use crate::{download, picture};

/// Rows of a table that are shown; the CSV has all.
const MOST_ROWS: usize = 500;

/// Which figure of which analysis.
#[derive(Clone, PartialEq, Properties)]
pub struct FigureProps {
    /// The analysis, counted.
    pub facts: Rc<Facts>,
    /// Which figure.
    pub subject: Subject,
}

/// The figure.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let FigureProps { facts, subject } = props;
    let all = use_state(|| false);
    let opened = use_state(|| false);
    let refused = use_state(|| false);
    let place = use_node_ref();
    let width = use_width(&place);
    let slug = subject.slug();
    let (heading, sentence) = (format!("{slug}-heading"), format!("{slug}-sentence"));
    let drawing = use_memo((facts.clone(), width, *all), {
        let subject = *subject;
        move |(facts, width, all)| width.map(|width| subject.draw(facts, f64::from(width), *all))
    });
    let show_all = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let ontoggle = {
        let opened = opened.clone();
        Callback::from(move |event: Event| {
            opened.set(event.target_dyn_into::<HtmlDetailsElement>().is_some_and(|details| details.open()));
        })
    };
    let label = format!("{}, drawn", words::heading(*subject));
    // Only the drawing that can be wider than its place is a stop on the way of the Tab key.
    let scrolls = *subject == Subject::Exchanges;
    html! {
        <figure class="figure" id={slug} data-subject={slug} aria-labelledby={heading.clone()}>
            <h3 id={heading.clone()}>{words::heading(*subject)}</h3>
            <p class="sentence" id={sentence.clone()}>{subject.sentence(facts)}</p>
            <div
                class="drawn"
                ref={place}
                role={scrolls.then_some("group")}
                aria-label={scrolls.then_some(label)}
                tabindex={scrolls.then_some("0")}
            >
                if let Some(drawing) = drawing.as_ref() {
                    { drawing.html(heading, sentence) }
                }
            </div>
            <div class="more">
                if subject.is_long(facts) {
                    <button type="button" aria-pressed={all.to_string()} onclick={show_all}>
                        { words::show_all(*subject, facts) }
                    </button>
                }
                { files(props, *all, &refused) }
                <details class="behind" {ontoggle}>
                    <summary>{"Table"}<span class="unseen">{format!(" of {}", words::heading(*subject))}</span></summary>
                    if *opened {
                        { table(*subject, &subject.sheet(facts)) }
                    }
                </details>
            </div>
        </figure>
    }
}

/// Buttons for the files.
fn files(props: &FigureProps, all: bool, refused: &UseStateHandle<bool>) -> Html {
    let FigureProps { facts, subject } = props;
    let name = |ending: &str| format!("whosaid-{}.{ending}", subject.slug());
    let button = |ending: &'static str, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" {onclick}>
                <span class="unseen">{format!("{} as ", words::heading(*subject))}</span>
                {ending.to_uppercase()}
            </button>
        }
    };
    let svg = {
        let (props, name) = (props.clone(), name("svg"));
        Callback::from(move |_: MouseEvent| {
            download::save(&name, "image/svg+xml", file_of(&props, all).text.as_bytes());
        })
    };
    let png = {
        let (props, name, refused) = (props.clone(), name("png"), refused.clone());
        Callback::from(move |_: MouseEvent| {
            let SvgFile { text, width, height } = file_of(&props, all);
            let (name, refused) = (name.clone(), refused.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let drawn = picture::png(&text, width, height).await;
                refused.set(drawn.is_err());
                if let Ok(picture) = drawn {
                    download::save_blob(&name, &picture);
                }
            });
        })
    };
    let csv = {
        let (facts, subject, name) = (facts.clone(), *subject, name("csv"));
        Callback::from(move |_: MouseEvent| {
            download::save(&name, "text/csv;charset=utf-8", subject.csv(&facts).as_bytes());
        })
    };
    html! {
        <>
        <div class="files" role="group" aria-label={format!("Download {}", words::heading(*subject))}>
            <span aria-hidden="true">{"Download"}</span>
            { button("svg", svg) }
            { button("png", png) }
            { button("csv", csv) }
        </div>
        if **refused {
            <p class="refused" role="alert">{words::NO_PICTURE}</p>
        }
        </>
    }
}

fn file_of(props: &FigureProps, all: bool) -> SvgFile {
    let FigureProps { facts, subject } = props;
    let (sentence, source) = (subject.sentence(facts), words::source(facts, subject.is_long(facts) && !all));
    let caption = Caption { heading: words::heading(*subject), sentence: &sentence, source: &source };
    file::svg(&subject.draw(facts, file::WIDTH, all), caption)
}

fn table(subject: Subject, sheet: &Sheet) -> Html {
    let class = |column: usize| (column >= sheet.first_number).then_some("number");
    let row = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(|(column, cell)| match column {
            0 => html! { <th scope="row">{cell.clone()}</th> },
            _ => html! { <td class={class(column)}>{cell.clone()}</td> },
        });
        html! { <tr>{ for cells }</tr> }
    };
    let columns = sheet.columns.iter().enumerate();
    let left_out = sheet.rows.len().saturating_sub(MOST_ROWS);
    let label = format!("Table of {}", words::heading(subject));
    html! {
        <div class="table" role="group" aria-label={label} tabindex="0">
            <table>
                <caption>{words::heading(subject)}</caption>
                <thead>
                    <tr>
                        { for columns.map(|(place, name)| html! { <th scope="col" class={class(place)}>{name.clone()}</th> }) }
                    </tr>
                </thead>
                <tbody>{ for sheet.rows.iter().take(MOST_ROWS).map(row) }</tbody>
            </table>
            if left_out > 0 {
                <p>{words::left_out(left_out)}</p>
            }
        </div>
    }
}
