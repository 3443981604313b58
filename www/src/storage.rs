//! What the browser keeps for the reader: the text and the theme. Nothing else, and nowhere else.

use web_sys::Storage;

use crate::state::{Format, Source, Theme};

const TEXT: &str = "whosaid.text";
const THEME: &str = "whosaid.theme";

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

/// The theme kept last time.
pub fn kept_theme() -> Theme {
    let kept = storage().and_then(|storage| storage.get_item(THEME).ok().flatten());
    kept.and_then(|name| Theme::from_name(&name)).unwrap_or_default()
}

/// Keeps the theme.
pub fn keep_theme(theme: Theme) {
    let Some(storage) = storage() else { return };
    let _ = match theme {
        Theme::System => storage.remove_item(THEME),
        other => storage.set_item(THEME, other.name()),
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
