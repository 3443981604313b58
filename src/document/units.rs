//! A [`Document`] → the same with its offsets in another unit: a saved analysis may count what its maker counts, and
//! its reader something else.

use super::records::{Document, SpanRecord};
use crate::text::{OffsetUnit, UnitConverter};

/// Gives a Document's offsets in another unit. Of a [checked](super::check) Document every span keeps its words; an offset
/// that lies inside a character moves to its start.
///
/// ```
/// use whosaid::document::{check, in_unit};
/// use whosaid::{Input, Models, OffsetUnit, Options, analyze};
/// let document = analyze(&Input::text("😀 Ana Ruiz won."), &Models::builtin()?, &Options::default())?;
/// let (start, end) = (document.mentions[0].start, document.mentions[0].end);
/// assert_eq!((start, end), (2, 10));
/// let document = in_unit(document, OffsetUnit::Utf16);
/// assert_eq!((document.mentions[0].start, document.mentions[0].end), (3, 11));
/// assert_eq!(check(&document), Ok(()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn in_unit(mut document: Document, unit: OffsetUnit) -> Document {
    if document.offset_unit == unit {
        return document;
    }
    let from = UnitConverter::new(&document.text, document.offset_unit);
    let to = UnitConverter::new(&document.text, unit);
    move_offsets(&mut document, &|offset| *offset = to.from_byte(from.to_byte(*offset)));
    document.offset_unit = unit;
    document
}

/// Calls `change` with every offset there is.
fn move_offsets(document: &mut Document, change: &dyn Fn(&mut u32)) {
    let span = |start: &mut u32, end: &mut u32| {
        change(start);
        change(end);
    };
    let record = |it: &mut SpanRecord| span(&mut it.start, &mut it.end);
    for row in &mut document.blocks {
        span(&mut row.start, &mut row.end);
    }
    for row in &mut document.sentences {
        span(&mut row.start, &mut row.end);
    }
    document.tokens.start.iter_mut().chain(&mut document.tokens.end).for_each(change);
    for row in &mut document.mentions {
        span(&mut row.start, &mut row.end);
    }
    for row in &mut document.quotes {
        row.content.iter_mut().chain(&mut row.cue).chain(&mut row.source).for_each(record);
    }
    for row in &mut document.notices {
        span(&mut row.start, &mut row.end);
    }
}
