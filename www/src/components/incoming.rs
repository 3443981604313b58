//! What a reader brings along: files, rich and plain text, by paste, drop or picker, on the paste area and on the article.

use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, File, FileList};
use yew::prelude::{Callback, UseStateHandle};

use super::Dispatch;
use crate::files;
use crate::state::{Action, Format, Source};

/// The HTML where there is some, with the plain text beside it; else the plain text; `None` for neither.
pub fn rich_or_plain(data: &dyn Fn(&str) -> String) -> Option<Source> {
    let (html, plain) = (data("text/html"), data("text/plain"));
    if !html.trim().is_empty() {
        return Some(Source { format: Format::Html, content: html.into(), plain: Some(plain.into()) });
    }
    (!plain.trim().is_empty()).then(|| Source::text(&plain))
}

/// The files of a list, taken out of it at once: it empties when the drop is over or the picker reset.
pub fn some_files(list: Option<FileList>) -> Option<Vec<File>> {
    let list = list?;
    let files: Vec<File> = (0..list.length()).filter_map(|place| list.get(place)).collect();
    (!files.is_empty()).then_some(files)
}

/// Reads files and sends what is in them.
pub fn take_files(files: Vec<File>, dispatch: Dispatch) {
    spawn_local(async move {
        let files::Came { entries, logs, trouble } = files::read_all(files).await;
        if !entries.is_empty() {
            dispatch.dispatch(Action::Shelved(entries));
        }
        // After the texts that they may be about.
        logs.into_iter().for_each(|log| dispatch.dispatch(Action::Logged(log)));
        if let Some(trouble) = trouble {
            dispatch.dispatch(Action::Refused(trouble));
        }
    });
}

/// Keeps whether something is held over a field, and lets it be dropped there.
pub fn on_drag(over: &UseStateHandle<bool>, entering: bool) -> Callback<DragEvent> {
    let over = over.clone();
    Callback::from(move |event: DragEvent| {
        event.prevent_default();
        over.set(entering);
    })
}

/// Takes files that were dropped; says whether there were any.
pub fn take_dropped(event: &DragEvent, dispatch: &Dispatch) -> bool {
    let Some(files) = event.data_transfer().and_then(|data| some_files(data.files())) else { return false };
    event.prevent_default();
    take_files(files, dispatch.clone());
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_comes_before_the_plain_text_beside_it() {
        let both = rich_or_plain(&|form| if form == "text/html" { "<p>a" } else { "a" }.to_owned());
        assert_eq!(
            both,
            Some(Source { format: Format::Html, content: "<p>a".into(), plain: Some("a".into()) })
        );
        let plain = rich_or_plain(&|form| if form == "text/html" { "" } else { "a" }.to_owned());
        assert_eq!(plain, Some(Source::text("a")));
        assert_eq!(rich_or_plain(&|_| " ".to_owned()), None);
    }
}
