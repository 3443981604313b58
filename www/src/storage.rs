//! What the browser keeps for the reader: the text, or a saved analysis that was opened; files that came with it, a text that
//! gave way to it, one that it is compared with; corrections, and what was chosen to be shown and how. Nothing else, and nowhere else.

mod corrections;
mod opened;

use std::collections::BTreeSet;

use gloo_storage::{LocalStorage, Storage as _};
use serde::{Deserialize, Serialize};
use web_sys::Storage;
use whosaid::Strictness;
use whosaid::views::QuoteFilter;

pub use corrections::{keep_corrections, kept_corrections};
pub use opened::{
    keep_former, keep_other, keep_saved, keep_saved_history, keep_shelf, kept_former, kept_other, kept_saved,
    kept_shelf,
};

use crate::state::{Format, Kept, Layer, Size, Source, Theme};

const TEXT: &str = "whosaid.text";
const THEME: &str = "whosaid.theme";
const SIZE: &str = "whosaid.size";
const STRICTNESS: &str = "whosaid.strictness";
const SHOWN: &str = "whosaid.shown";

/// How all keys begin.
const OURS: &str = "whosaid.";

/// Longer texts are not kept: browsers allow some five million characters for a whole site.
const MOST_KEPT: usize = 2_000_000;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The text kept last time.
pub fn kept_text() -> Option<Source> {
    let kept = storage()?.get_item(TEXT).ok().flatten()?;
    source_from(&kept)
}

/// Keeps the text, or forgets it where it is empty. Says whether it is kept now.
pub fn keep_text(source: &Source) -> bool {
    let Some(storage) = storage() else { return false };
    if source.is_blank() || source.content.len() > MOST_KEPT {
        let _ = storage.remove_item(TEXT);
        return false;
    }
    // Fails where the browser's room is used up; the page works without.
    storage.set_item(TEXT, &kept_form(source)).is_ok()
}

/// The reader's choices kept last time.
pub fn kept_choices() -> Kept {
    let usual = Kept::default();
    let shown = LocalStorage::get::<Shown>(SHOWN).ok();
    let layers = |shown: &Shown| shown.hidden.iter().filter_map(|name| Layer::from_name(name)).collect();
    Kept {
        theme: kept_name(THEME).and_then(|name| Theme::from_name(&name)).unwrap_or(usual.theme),
        size: kept_name(SIZE).and_then(|name| Size::from_name(&name)).unwrap_or(usual.size),
        strictness: kept_name(STRICTNESS)
            .and_then(|name| Strictness::from_name(&name))
            .unwrap_or(usual.strictness),
        hidden: shown.as_ref().map_or(usual.hidden, layers),
        filter: QuoteFilter { hidden: shown.map(|shown| shown.labels).unwrap_or_default(), ..usual.filter },
    }
}

/// What is shown, as it is kept.
#[derive(Serialize, Deserialize)]
struct Shown {
    /// Names of layers that are not.
    hidden: Vec<String>,
    /// Labels of quotations that are not.
    labels: BTreeSet<String>,
}

/// Keeps the theme.
pub fn keep_theme(theme: Theme) {
    keep_name(THEME, (theme != Theme::default()).then_some(theme.name()));
}

/// Keeps the size of the text.
pub fn keep_size(size: Size) {
    keep_name(SIZE, (size != Size::default()).then_some(size.name()));
}

/// Keeps the strictness.
pub fn keep_strictness(strictness: Strictness) {
    keep_name(STRICTNESS, (strictness != Strictness::default()).then_some(strictness.name()));
}

/// Keeps which layers and labels are not shown. Words that were looked for are not kept: who comes back with another
/// article would wonder where its quotations are.
pub fn keep_shown(hidden: &[Layer], filter: &QuoteFilter) {
    if hidden == Kept::default().hidden && filter.hidden.is_empty() {
        LocalStorage::delete(SHOWN);
        return;
    }
    let hidden = hidden.iter().map(|layer| layer.name().to_owned()).collect();
    let _ = LocalStorage::set(SHOWN, Shown { hidden, labels: filter.hidden.clone() });
}

/// Forgets everything that the page keeps.
pub fn forget_all() {
    let storage = LocalStorage::raw();
    let count = storage.length().unwrap_or(0);
    let keys: Vec<_> = (0..count).filter_map(|place| storage.key(place).ok().flatten()).collect();
    keys.iter().filter(|key| key.starts_with(OURS)).for_each(LocalStorage::delete);
}

fn kept_name(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// What is usual is not kept: whoever never chose follows the page if that changes.
fn keep_name(key: &str, name: Option<&str>) {
    let Some(storage) = storage() else { return };
    let _ = match name {
        Some(name) => storage.set_item(key, name),
        None => storage.remove_item(key),
    };
}

/// First line the form, then the text as it is.
fn kept_form(source: &Source) -> String {
    format!("{}\n{}", source.format.name(), source.content)
}

fn source_from(kept: &str) -> Option<Source> {
    let (format, content) = kept.split_once('\n')?;
    Some(Source { format: Format::from_name(format)?, content: content.into(), plain: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_text_comes_back_as_it_was() {
        let source = Source { format: Format::Html, content: "<p>a\r\nb</p>".into(), plain: None };
        assert_eq!(source_from(&kept_form(&source)), Some(source));
        assert_eq!(source_from("somebody else's"), None);
    }
}
