//! What can be wrong with a model.

use std::fmt;

/// Why a model cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ModelError {
    /// A line of a lexicon has another shape than its file promises.
    BadLine {
        /// Name of the lexicon.
        lexicon: &'static str,
        /// Line number from 1.
        line: usize,
        /// What was expected.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadLine { lexicon, line, expected, found } => {
                write!(f, "lexicon {lexicon}, line {line}: expected {expected}, found {found:?}")
            }
        }
    }
}

impl std::error::Error for ModelError {}
