//! Why a text is refused.

use std::fmt;

/// Why a text cannot be analysed. Odd text is not among the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputError {
    /// More bytes than the limit allows.
    TooLarge {
        /// The limit in bytes.
        limit_bytes: usize,
        /// The size in bytes.
        found_bytes: usize,
    },
}

impl InputError {
    /// A stable code for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "tooLarge",
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { limit_bytes, found_bytes } => write!(
                f,
                "the text has {found_bytes} bytes and the limit is {limit_bytes}; give a part of it, or raise the limit"
            ),
        }
    }
}

impl std::error::Error for InputError {}
