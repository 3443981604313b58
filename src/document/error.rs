//! What can be wrong with a Document that comes from outside.

use std::fmt;

/// Why a Document cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DocumentError {
    /// It is not JSON, or not JSON of this shape.
    Json {
        /// Line number from 1.
        line: usize,
        /// Column number from 1.
        column: usize,
        /// What the reader of JSON says.
        found: String,
    },
    /// It follows another schema.
    Schema {
        /// The version that it states.
        found: String,
    },
    /// A row does not stand where its number says, or a column of tokens is too short or too long.
    Rows {
        /// Name of the layer or column.
        layer: &'static str,
        /// The number expected.
        expected: usize,
        /// The number found.
        found: usize,
    },
    /// A row refers to one that does not exist, or to itself through others.
    Reference {
        /// Place and field: `quotes[3].speaker`.
        place: String,
        /// The layer referred to.
        layer: &'static str,
        /// The number found.
        found: u32,
    },
    /// A start or end lies outside the text, inside a character, or the end before the start.
    Span {
        /// Place: `mentions[7]`.
        place: String,
        /// The start found.
        start: u32,
        /// The end found.
        end: u32,
    },
    /// A confidence is not between 0 and 1.
    Confidence {
        /// Place: `quotes[3]`.
        place: String,
    },
}

impl DocumentError {
    /// A stable code for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Json { .. } => "documentJson",
            Self::Schema { .. } => "documentSchema",
            Self::Rows { .. } => "documentRows",
            Self::Reference { .. } => "documentReference",
            Self::Span { .. } => "documentSpan",
            Self::Confidence { .. } => "documentConfidence",
        }
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json { line, column, found } => {
                write!(f, "not a Document: line {line}, column {column}: {found}")
            }
            Self::Schema { found } => {
                write!(f, "the Document states schema {found:?}; this version reads 1.0 and its additions")
            }
            Self::Rows { layer, expected, found } => {
                write!(f, "{layer}: expected {expected}, found {found}")
            }
            Self::Reference { place, layer, found } => {
                write!(f, "{place} is {found}, which is not a row of {layer} that it can refer to")
            }
            Self::Span { place, start, end } => write!(
                f,
                "{place} is {start}..{end}, which is not a stretch of the text from one character edge to another"
            ),
            Self::Confidence { place } => write!(f, "{place}: a confidence must lie between 0 and 1"),
        }
    }
}

impl std::error::Error for DocumentError {}
