//! Limits and switches of an analysis.

use crate::text::OffsetUnit;

/// What the caller chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Unit of every start and end in the Document.
    pub offset_unit: OffsetUnit,
    /// Texts of more bytes are refused. Default 20 MB: some thirty times the longest novel chapter anyone
    /// pasted, and still a few seconds of work.
    pub limit_bytes: usize,
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
            explain: false,
            explain_name: None,
        }
    }
}
