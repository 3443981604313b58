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

    /// Takes the edit of that number out of the log, wherever it stands; gives it. It can be made again, as the last one then.
    pub fn remove(&mut self, number: usize) -> Option<Edit> {
        if number >= self.done.edits.len() {
            return None;
        }
        let edit = self.done.edits.remove(number);
        self.undone.push(edit.clone());
        Some(edit)
    }

    /// The same log with offsets in another unit of the text that it is about.
    #[must_use]
    pub fn in_unit(self, text: &str, unit: OffsetUnit) -> Self {
        if self.done.offset_unit == unit {
            return self;
        }
        let undone = Corrections { edits: self.undone, ..Corrections::new(self.done.offset_unit) };
        Self { done: self.done.in_unit(text, unit), undone: undone.in_unit(text, unit).edits }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::SpanRecord;

    fn reject(start: u32) -> Edit {
        Edit::RejectName { name: SpanRecord { start, end: start + 1 }, everywhere: true }
    }

    #[test]
    fn an_edit_from_the_middle_goes_alone_and_comes_back_as_the_last() {
        let mut history = History::new(OffsetUnit::Byte);
        [0, 1, 2].into_iter().for_each(|start| history.push(reject(start)));
        assert_eq!(history.remove(3), None);
        assert_eq!(history.remove(1), Some(reject(1)));
        assert_eq!(history.corrections().edits, [reject(0), reject(2)]);
        assert!(history.redo());
        assert_eq!(history.corrections().edits, [reject(0), reject(2), reject(1)]);
        // Of the last one it is what undo does.
        let mut undone = history.clone();
        assert!(undone.undo() && history.remove(2).is_some());
        assert_eq!(history, undone);
    }

    #[test]
    fn a_log_is_the_same_in_another_unit_with_what_was_undone() {
        let mut history = History::new(OffsetUnit::Codepoint);
        [0, 2].into_iter().for_each(|start| history.push(reject(start)));
        history.undo();
        let bytes = history.clone().in_unit("😀 a", OffsetUnit::Byte);
        let place = |start, end| Edit::RejectName { name: SpanRecord { start, end }, everywhere: true };
        assert_eq!((&*bytes.done.edits, &*bytes.undone), (&[place(0, 4)][..], &[place(5, 6)][..]));
        assert_eq!(bytes.in_unit("😀 a", OffsetUnit::Codepoint), history);
    }
}
