//! [`CleanText`] → [`Blocks`]: headlines, paragraphs, boilerplate …

use crate::input::CleanText;
use crate::model::{Confidence, Models};
use crate::text::{Table, TextSpan, define_id};

define_id!(
    /// A row of [`Blocks`].
    BlockId
);

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BlockKind {
    /// Title of the article, or a heading inside it.
    Headline,
    /// The line under the headline.
    Subheadline,
    /// Who wrote it.
    Byline,
    /// Place, date and agency before the first sentence.
    Dateline,
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem,
    /// The text of a picture.
    Caption,
    /// A date or time that stands alone.
    Timestamp,
    /// `NAME:` before a turn of an interview.
    SpeakerLabel,
    /// Page furniture: menus, adverts, comments, "Leave a Reply". Nothing later looks into it.
    Boilerplate,
}

impl BlockKind {
    /// All kinds, in order.
    pub const ALL: [Self; 10] = [
        Self::Headline,
        Self::Subheadline,
        Self::Byline,
        Self::Dateline,
        Self::Paragraph,
        Self::ListItem,
        Self::Caption,
        Self::Timestamp,
        Self::SpeakerLabel,
        Self::Boilerplate,
    ];

    /// The name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Subheadline => "subheadline",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Paragraph => "paragraph",
            Self::ListItem => "listItem",
            Self::Caption => "caption",
            Self::Timestamp => "timestamp",
            Self::SpeakerLabel => "speakerLabel",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// A stretch of text of one kind. May hold line breaks and blank lines where a sentence runs across them.
///
/// Blocks are sorted by start and do not overlap, with one exception: a `Boilerplate` block that cuts a
/// paragraph (a page header, an advert) lies inside it and comes right after it in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where: from its first printed character to its last.
    pub span: TextSpan,
    /// What.
    pub kind: BlockKind,
    /// 1 for the main headline, 2 and more for headings below it; 0 for all other kinds.
    pub level: u8,
    /// How sure.
    pub confidence: Confidence,
}

/// The blocks of a text. Every printed character lies in one.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    /// The rows.
    pub table: Table<BlockId, Block>,
}

/// Finds the blocks of a text.
pub fn find_blocks(text: &CleanText, models: &Models) -> Blocks {
    let _ = models;
    let body = text.text.trim();
    if body.is_empty() {
        return Blocks::default();
    }
    let start = (text.text.len() - text.text.trim_start().len()) as u32;
    let block = Block {
        span: TextSpan::new(start, start + body.len() as u32),
        kind: BlockKind::Paragraph,
        level: 0,
        confidence: Confidence::CERTAIN,
    };
    Blocks { table: Table::new(vec![block]) }
}
