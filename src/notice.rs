//! What to tell the reader about odd text: never an error.

use crate::text::TextSpan;

/// Kinds of notice; the names are stable codes of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoticeCode {
    /// Nothing to analyse.
    NoText,
    /// The words are not those of English.
    NotEnglish,
    /// A quotation mark without a partner.
    UnpairedQuotationMark,
    /// The text was analysed only in part.
    Truncated,
    /// Nothing but page furniture was found.
    OnlyBoilerplate,
}

impl NoticeCode {
    /// All codes, in order.
    pub const ALL: [Self; 5] =
        [Self::NoText, Self::NotEnglish, Self::UnpairedQuotationMark, Self::Truncated, Self::OnlyBoilerplate];

    /// The code in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoText => "noText",
            Self::NotEnglish => "notEnglish",
            Self::UnpairedQuotationMark => "unpairedQuotationMark",
            Self::Truncated => "truncated",
            Self::OnlyBoilerplate => "onlyBoilerplate",
        }
    }
}

/// A notice and the place it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub code: NoticeCode,
    /// Where; the whole text if it is about all of it.
    pub span: TextSpan,
}
