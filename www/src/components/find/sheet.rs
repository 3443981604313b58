//! The sheet for paper: who compared what and when, the figures, and every row.

use std::rc::Rc;

use js_sys::Date;
use whosaid::Document;
use whosaid::export::agreement::{Sheet, agreement_table};
use whosaid::views::Agreement;
use yew::prelude::*;

use super::row::{said, speakers};
use super::title;
use crate::reading::Reading;
use crate::state::find::Find;
use crate::{download, saving, words};

/// The sheet; seen on paper alone.
pub fn sheet(find: &Find, agreement: &Agreement, analysed: &Document, reading: &Rc<Reading>) -> Html {
    let rows = agreement.rows.iter().enumerate().map(|(at, row)| {
        let [you, program] = speakers(analysed, find, row);
        let objection = find.marked.objections.iter().find(|it| it.place == row.place);
        let wrong = objection.map_or_else(String::new, |it| match it.why.trim() {
            "" => "yes".to_owned(),
            why => format!("yes: {why}"),
        });
        html! {
            <tr>
                <td>{at + 1}</td>
                <td>{words::find::verdict(row.verdict)}</td>
                <td>{said(analysed, find, row, reading)}</td>
                <td>{you.unwrap_or_else(|| "–".to_owned())}</td>
                <td>{program.unwrap_or_else(|| "–".to_owned())}</td>
                <td>{wrong}</td>
            </tr>
        }
    });
    let day = words::find::day(today());
    let group = find.setting.group.trim();
    html! {
        <section class="result" aria-labelledby="result-heading">
            <h3 id="result-heading">{words::find::NAME}{": "}{title(analysed)}</h3>
            <p>{"Class or group: "}{if group.is_empty() { "______________________" } else { group }}{"   Date: "}{day}</p>
            { for words::find::figures(agreement).into_iter().map(|sentence| html! { <p>{sentence}</p> }) }
            <table>
                <thead>
                    <tr>
                        { for ["No.", "Found", "Words", "You", "Program", "Program wrong?"].map(|head| html! { <th scope="col">{head}</th> }) }
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

/// Saves the table.
pub fn save(find: &Find, agreement: &Agreement, analysed: &Document) {
    let date = today();
    let sheet = Sheet {
        group: find.setting.group.trim(),
        date: &date,
        marks: &find.marked.marks,
        objections: &find.marked.objections,
    };
    // Excel takes a table without this mark for one in the system's old character set.
    let table = format!("\u{feff}{}", agreement_table(analysed, agreement, &sheet));
    let name = format!("{}-find-it-first.csv", saving::stem(analysed));
    download::save(&name, "text/csv;charset=utf-8", table.as_bytes());
}

/// This day, as ISO 8601 writes it.
fn today() -> String {
    let today = Date::new_0();
    format!("{}-{:02}-{:02}", today.get_full_year(), today.get_month() + 1, today.get_date())
}
