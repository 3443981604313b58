//! What readers marked before seeing the analysis, by the text that it is of, and how far they are.

use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage as _};
use serde::{Deserialize, Serialize};

use super::corrections::key_of;
use crate::state::find::{Marked, Setting};

const FINDING: &str = "whosaid.find";

/// How the keys of marks begin.
const PREFIX: &str = "whosaid.marks.";

#[derive(Serialize, Deserialize)]
struct Kept {
    setting: Setting,
    /// Whether it was what the reader looked at.
    open: bool,
}

/// How far the reader was, and whether it was what they looked at.
pub fn kept_finding() -> (Setting, bool) {
    LocalStorage::get::<Kept>(FINDING).map(|kept| (kept.setting, kept.open)).unwrap_or_default()
}

/// Keeps that.
pub fn keep_finding(setting: &Setting, open: bool) {
    if *setting == Setting::default() && !open {
        LocalStorage::delete(FINDING);
        return;
    }
    let _ = LocalStorage::set(FINDING, Kept { setting: setting.clone(), open });
}

/// The key of a text's marks.
pub fn marks_key(text: &str) -> Rc<str> {
    key_of(PREFIX, text).into()
}

/// What was marked in the text of that key.
pub fn kept_marks(key: &str) -> Marked {
    LocalStorage::get(key).unwrap_or_default()
}

/// Keeps what was marked, or forgets it where it is nothing.
pub fn keep_marks(key: &str, marked: &Marked) {
    if *marked == Marked::default() {
        LocalStorage::delete(key);
        return;
    }
    // Fails where the browser's room is used up; the page works without.
    let _ = LocalStorage::set(key, marked);
}
