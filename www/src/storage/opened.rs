//! What came from files and links: a saved analysis that is open, with the steps of its corrections; several files to switch
//! between; the text that gave way to them.

use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage as _};
use serde::{Deserialize, Serialize};
use whosaid::Document;
use whosaid::corrections::History;
use whosaid::export::json;

use super::storage;
use crate::reading::Reading;
use crate::saved;
use crate::state::{Analysed, Content, Entry, Format, Former, Saved, Shelf, Source};

const SAVED: &str = "whosaid.saved";
const HISTORY: &str = "whosaid.saved.history";
const SHELF: &str = "whosaid.shelf";
const FORMER: &str = "whosaid.former";
const OTHER: &str = "whosaid.other";

/// A saved analysis is kept beside its text as long as both fit. Of a longer one the text alone stays, and is read anew.
const MOST_SAVED: usize = 2_500_000;

/// Several files are kept as long as all fit beside the text at hand, and so is a former one.
const MOST_FILES: usize = 1_500_000;

/// The opened analysis kept last time. It is newer than the kept text: another text makes it forgotten.
pub fn kept_saved() -> Option<(Saved, Analysed)> {
    let kept = storage()?.get_item(SAVED).ok().flatten()?;
    let (name, document) = kept.split_once('\n')?;
    let reading = Rc::new(Reading::new(saved::open(document).ok()?));
    Some((Saved { name: name.into() }, Analysed { reading, kept: LocalStorage::get(HISTORY).ok() }))
}

/// Keeps an opened analysis as it came, or forgets it.
pub fn keep_saved(opened: Option<(&Saved, &Document)>) {
    let Some(storage) = storage() else { return };
    let kept =
        opened.map(|(saved, document)| format!("{}\n{}", saved.name.replace('\n', " "), json(document)));
    let fits = kept
        .filter(|kept| kept.len() <= MOST_SAVED)
        .is_some_and(|kept| storage.set_item(SAVED, &kept).is_ok());
    if !fits {
        let _ = storage.remove_item(SAVED);
    }
}

/// Keeps what was corrected in an opened analysis, or forgets it.
pub fn keep_saved_history(history: Option<&History>) {
    match history.filter(|history| history.can_undo() || history.can_redo()) {
        Some(history) => drop(LocalStorage::set(HISTORY, history)),
        None => LocalStorage::delete(HISTORY),
    }
}

/// Files, as they are kept.
#[derive(Serialize, Deserialize)]
struct KeptFiles {
    current: usize,
    files: Vec<KeptFile>,
}

/// A file, as it is kept.
#[derive(Serialize, Deserialize)]
struct KeptFile {
    name: String,
    /// `text`, `html`, or `saved` for an analysis.
    form: String,
    content: String,
    #[serde(default)]
    plain: Option<String>,
    #[serde(default)]
    words: Option<usize>,
    #[serde(default)]
    history: Option<History>,
}

/// A former text, as it is kept.
#[derive(Serialize, Deserialize)]
struct KeptFormer {
    title: String,
    file: KeptFile,
}

const ANALYSIS: &str = "saved";

impl KeptFile {
    fn of(entry: &Entry) -> Self {
        let Entry { name, words, content } = entry;
        let (name, words) = (name.to_string(), *words);
        match content {
            Content::Text(Source { format, content, plain }) => Self {
                name,
                form: format.name().to_owned(),
                content: content.to_string(),
                plain: plain.as_deref().map(str::to_owned),
                words,
                history: None,
            },
            Content::Saved(Analysed { reading, kept }) => Self {
                name,
                form: ANALYSIS.to_owned(),
                content: json(&reading.document),
                plain: None,
                words,
                history: kept.clone(),
            },
        }
    }

    /// The file again; `None` where it is none of ours.
    fn entry(self) -> Option<Entry> {
        let Self { name, form, content, plain, words, history } = self;
        let content = if form == ANALYSIS {
            let reading = Rc::new(Reading::new(saved::open(&content).ok()?));
            Content::Saved(Analysed { reading, kept: history })
        } else {
            let format = Format::from_name(&form)?;
            Content::Text(Source { format, content: content.into(), plain: plain.map(Rc::from) })
        };
        Some(Entry { words, ..Entry::new(&name, content) })
    }
}

/// Bytes that files take, about; told before anything is written.
fn size(entries: &[Entry]) -> usize {
    let of = |entry: &Entry| match &entry.content {
        Content::Text(source) => source.content.len() + source.plain.as_ref().map_or(0, |plain| plain.len()),
        // Some thirty bytes a letter.
        Content::Saved(analysed) => analysed.reading.document.text.len() * 30,
    };
    entries.iter().map(of).sum()
}

fn keep(key: &str, kept: Option<String>) {
    let Some(storage) = storage() else { return };
    let fits =
        kept.filter(|kept| kept.len() <= MOST_FILES).is_some_and(|kept| storage.set_item(key, &kept).is_ok());
    if !fits {
        let _ = storage.remove_item(key);
    }
}

/// The files kept last time; none where they were not several.
pub fn kept_shelf() -> Shelf {
    let kept = || -> Option<Shelf> {
        let KeptFiles { current, files } = LocalStorage::get(SHELF).ok()?;
        let entries: Vec<_> = files.into_iter().map(KeptFile::entry).collect::<Option<_>>()?;
        (current < entries.len()).then_some(Shelf { entries, current })
    };
    kept().unwrap_or_default()
}

/// Keeps several files, or forgets them.
pub fn keep_shelf(shelf: &Shelf) {
    let several = Some(&shelf.entries).filter(|entries| entries.len() > 1 && size(entries) <= MOST_FILES);
    keep(
        SHELF,
        several.and_then(|entries| {
            let files = entries.iter().map(KeptFile::of).collect();
            serde_json::to_string(&KeptFiles { current: shelf.current, files }).ok()
        }),
    );
}

/// The former text kept last time.
pub fn kept_former() -> Option<Former> {
    let KeptFormer { title, file } = LocalStorage::get(FORMER).ok()?;
    Some(Former { title: title.into(), entry: file.entry()?, shelf: Shelf::default() })
}

/// Keeps a former text, or forgets it. The files that came with it are not kept.
pub fn keep_former(former: Option<&Former>) {
    let fits = former.filter(|former| size(std::slice::from_ref(&former.entry)) <= MOST_FILES);
    keep(
        FORMER,
        fits.and_then(|former| {
            let file = KeptFile::of(&former.entry);
            serde_json::to_string(&KeptFormer { title: former.title.to_string(), file }).ok()
        }),
    );
}

/// The article that was compared with the one at hand last time.
pub fn kept_other() -> Option<Entry> {
    LocalStorage::get::<KeptFile>(OTHER).ok()?.entry()
}

/// Keeps an article to compare with, or forgets it.
pub fn keep_other(other: Option<&Entry>) {
    let fits = other.filter(|other| size(std::slice::from_ref(other)) <= MOST_FILES);
    keep(OTHER, fits.and_then(|other| serde_json::to_string(&KeptFile::of(other)).ok()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::answer_for;

    #[test]
    fn files_come_back_as_they_were() {
        let html = Source { format: Format::Html, content: "<p>a\r\nb".into(), plain: Some("a".into()) };
        let entry = Entry { words: Some(7), ..Entry::new("b.html", Content::Text(html)) };
        let kept = serde_json::to_string(&KeptFile::of(&entry)).unwrap();
        assert_eq!(serde_json::from_str::<KeptFile>(&kept).unwrap().entry(), Some(entry));

        let reading = Rc::new(Reading::new(answer_for("😀 Ana Ruiz said so.").document().unwrap()));
        let mut history = History::new(whosaid::OffsetUnit::Byte);
        let name = whosaid::document::SpanRecord { start: 5, end: 13 };
        history.push(whosaid::corrections::Edit::Rename { name, to: "Ana".into() });
        history.undo();
        let saved = Content::Saved(Analysed { reading: reading.clone(), kept: Some(history.clone()) });
        let kept = serde_json::to_string(&KeptFile::of(&Entry::new("a.json", saved))).unwrap();
        let Some(Entry { content: Content::Saved(back), words, .. }) =
            serde_json::from_str::<KeptFile>(&kept).unwrap().entry()
        else {
            panic!("it is no analysis any more")
        };
        assert_eq!((&back.reading.document, back.kept), (&reading.document, Some(history)));
        assert_eq!(words, Some(reading.words as usize));
        let foreign = kept.replace("\"saved\"", "\"rtf\"");
        assert_eq!(serde_json::from_str::<KeptFile>(&foreign).unwrap().entry(), None);
    }
}
