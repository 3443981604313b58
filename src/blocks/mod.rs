//! [`CleanText`] → [`Blocks`]: headlines, paragraphs, boilerplate …
//!
//! Lines are looked at one by one (`lines`, `shapes`, `labels`), joined into pieces where a sentence goes on
//! (`join`), told apart by form and place (`kinds`, `headlines`), and written as rows (`rows`).

mod headlines;
mod join;
mod kinds;
mod labels;
mod lines;
mod rows;
mod shapes;
#[cfg(test)]
mod tests;

use crate::input::CleanText;
use crate::model::{Confidence, Models};
use crate::notice::{Notice, NoticeCode};
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

impl Blocks {
    /// The notice that there is nothing but page furniture, if so.
    pub fn notice(&self, text: &CleanText) -> Option<Notice> {
        let furniture = self.table.rows().iter().all(|block| block.kind == BlockKind::Boilerplate);
        let span = TextSpan::new(0, text.text.len() as u32);
        (furniture && !self.table.is_empty()).then_some(Notice { code: NoticeCode::OnlyBoilerplate, span })
    }
}

/// Finds the blocks of a text.
///
/// ```
/// use whosaid::blocks::{BlockKind, find_blocks};
/// use whosaid::{Input, Models, Options, input::clean};
///
/// let text = clean(&Input::text("Ferry late again\n\nThe ferry was late.\n\nLeave a Reply"), &Options::default())?;
/// let blocks = find_blocks(&text, &Models::builtin()?);
/// let kinds: Vec<_> = blocks.table.rows().iter().map(|block| block.kind).collect();
/// assert_eq!(kinds, [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Boilerplate]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn find_blocks(text: &CleanText, models: &Models) -> Blocks {
    let phrases = &models.blocks;
    let lines = lines::lines(text, phrases);
    let shapes = shapes::shapes(&lines, phrases);
    let labels = labels::speaker_labels(&lines, &shapes);
    let pieces = join::pieces(&lines, &shapes, &labels);
    let kinds = kinds::kinds(&pieces, &lines, &labels, phrases);
    Blocks { table: Table::new(rows::rows(text, &lines, &pieces, &kinds, &labels, phrases)) }
}
