//! Corrections by the text that they are of, so that they are there again when the text is.

use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};
use whosaid::corrections::History;

/// How the keys begin.
const PREFIX: &str = "whosaid.corrections.";

#[derive(Serialize, Deserialize)]
struct Kept {
    history: History,
    /// When it was kept, in milliseconds since 1970.
    at: f64,
}

/// The corrections kept for a text.
pub fn kept_corrections(text: &str) -> Option<History> {
    LocalStorage::get::<Kept>(key(text)).ok().map(|kept| kept.history)
}

/// Keeps the corrections of a text, or forgets them where there are none. Where the browser's room is used up, those that
/// were kept longest ago go first. Says whether they are kept now.
pub fn keep_corrections(text: &str, history: &History) -> bool {
    let key = key(text);
    if !history.can_undo() && !history.can_redo() {
        LocalStorage::delete(key);
        return true;
    }
    let kept = Kept { history: history.clone(), at: js_sys::Date::now() };
    while LocalStorage::set(&key, &kept).is_err() {
        let Some(oldest) = oldest_but(&key) else { return false };
        LocalStorage::delete(oldest);
    }
    true
}

/// The key of the corrections kept longest ago, of another text.
fn oldest_but(own: &str) -> Option<String> {
    let storage = LocalStorage::raw();
    let keys = (0..storage.length().ok()?).filter_map(|place| storage.key(place).ok().flatten());
    let others = keys.filter(|key| key.starts_with(PREFIX) && key != own);
    let dated = others.map(|key| (LocalStorage::get::<Kept>(&key).map_or(0.0, |kept| kept.at), key));
    dated.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, key)| key)
}

fn key(text: &str) -> String {
    key_of(PREFIX, text)
}

/// A key that is the text's own.
pub(super) fn key_of(prefix: &str, text: &str) -> String {
    format!("{prefix}{:016x}-{}", fingerprint(text), text.len())
}

/// FNV-1a in 64 bits: the same in every version of the page, which the standard library's hashes do not promise.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_key() {
        // Test vectors of the FNV authors.
        assert_eq!(fingerprint(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint("foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(key("foobar"), "whosaid.corrections.85944171f73967e8-6");
    }
}
