//! Undo and redo.

use serde::{Deserialize, Serialize};

use super::edit::{Corrections, Edit};
use crate::text::OffsetUnit;

/// A log of edits that can be taken back and made again.
///
/// ```
/// use whosaid::corrections::{Edit, History};
/// use whosaid::{OffsetUnit, document::SpanRecord};
/// let mut history = History::new(OffsetUnit::Utf16);
/// history.push(Edit::RejectName { name: SpanRecord { start: 0, end: 3 }, everywhere: true });
/// assert!(history.undo() && !history.undo() && history.redo());
/// assert_eq!(history.corrections().edits.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    done: Corrections,
    /// What was taken back, the last one last.
    #[serde(default)]
    undone: Vec<Edit>,
}

impl History {
    /// One without edits.
    pub fn new(offset_unit: OffsetUnit) -> Self {
        Self::from(Corrections::new(offset_unit))
    }

    /// The edits that hold.
    pub const fn corrections(&self) -> &Corrections {
        &self.done
    }

    /// Adds an edit. What was taken back before cannot be made again.
    pub fn push(&mut self, edit: Edit) {
        self.done.edits.push(edit);
        self.undone.clear();
    }

    /// Takes the last edit back; `false` if there is none.
    pub fn undo(&mut self) -> bool {
        self.done.edits.pop().map(|edit| self.undone.push(edit)).is_some()
    }

    /// Makes the edit again that was taken back last; `false` if there is none.
    pub fn redo(&mut self) -> bool {
        self.undone.pop().map(|edit| self.done.edits.push(edit)).is_some()
    }

    /// Takes all edits back; each can be made again.
    pub fn reset(&mut self) {
        while self.undo() {}
    }

    /// Whether there is an edit to take back.
    pub const fn can_undo(&self) -> bool {
        !self.done.edits.is_empty()
    }

    /// Whether there is one to make again.
    pub const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

impl From<Corrections> for History {
    fn from(done: Corrections) -> Self {
        Self { done, undone: Vec::new() }
    }
}
