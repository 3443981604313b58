//! Limits and switches of an analysis.

use crate::text::OffsetUnit;

/// How sure an attribution must be to be given: fewer that are right more often, or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// Those that are surely right.
    Strict,
    /// Where as many are missed as are wrong, about.
    #[default]
    Balanced,
    /// All that may be one.
    Everything,
}

impl Strictness {
    /// All, the strictest first.
    pub const ALL: [Self; 3] = [Self::Strict, Self::Balanced, Self::Everything];

    /// Its name in options.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Balanced => "balanced",
            Self::Everything => "everything",
        }
    }

    /// The one with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|strictness| strictness.name() == name)
    }
}

/// What the caller chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Unit of every start and end in the Document.
    pub offset_unit: OffsetUnit,
    /// Texts of more bytes are refused. Default 20 MB: some thirty times the longest novel chapter anyone
    /// pasted, and still a few seconds of work.
    pub limit_bytes: usize,
    /// How sure an attribution must be to be given.
    pub strictness: Strictness,
    /// Whether each quote says why it was found ([`crate::document::QuoteRecord::why`]).
    pub explain: bool,
    /// Number of the mention that says why it was taken for a name of its type
    /// ([`crate::document::MentionRecord::why`]). One at a time: the network reads its sentence some sixty times.
    pub explain_name: Option<u32>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            offset_unit: OffsetUnit::Codepoint,
            limit_bytes: 20_000_000,
            strictness: Strictness::default(),
            explain: false,
            explain_name: None,
        }
    }
}
