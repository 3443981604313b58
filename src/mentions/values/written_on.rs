//! "Yesterday" and "last year", where a timestamp, dateline or byline tells the day the article was written.
//!
//! Only words of the writer: inside quotation marks "yesterday" may be of another day.

use super::FoundValue;
use crate::blocks::{BlockKind, Blocks};
use crate::labels::{Calendar, Period, Precision, Value};
use crate::mentions::words::Words;
use crate::segment::TokenId;
use crate::text::Id;

/// How far from the day of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relative {
    /// "today", "yesterday".
    Days(i32),
    /// "this month".
    Months(i32),
    /// "last year".
    Years(i32),
}

/// Gives the values at these places their dates.
pub(super) fn resolve(
    words: &Words,
    blocks: &Blocks,
    relative: &[(usize, Relative)],
    values: &mut [FoundValue],
) {
    if relative.is_empty() {
        return;
    }
    let Some(written) = written_on(words, blocks, values) else { return };
    for (index, when) in relative {
        let Some(found) = values.get_mut(*index) else { continue };
        if words.segments.region_at(TokenId::from_index(found.start)).is_some() {
            continue;
        }
        let date = match when {
            Relative::Days(0) => Some(written),
            Relative::Days(by) => written.neighbour(*by > 0),
            Relative::Months(by) => written.months_away(*by),
            Relative::Years(by) => written.years_away(*by),
        };
        found.value = date.map(|date| Value::Date(Period::one(date)));
    }
}

/// The one day that timestamps, datelines and bylines name; none if they name several.
fn written_on(words: &Words, blocks: &Blocks, values: &[FoundValue]) -> Option<Calendar> {
    let mut only = None;
    let mut values = values.iter().peekable();
    for (id, sentence) in words.segments.sentences.iter() {
        let kind = blocks.table.get(sentence.block).map_or(BlockKind::Paragraph, |block| block.kind);
        let (start, end) = words.sentence_bounds(id);
        while let Some(found) = values.next_if(|found| found.start < end) {
            let dated = matches!(kind, BlockKind::Timestamp | BlockKind::Dateline | BlockKind::Byline);
            let Some(Value::Date(period)) = found.value.filter(|_| dated && found.start >= start) else {
                continue;
            };
            if period.precision != Precision::Day {
                continue;
            }
            if only.is_some_and(|day| day != period.start) {
                return None;
            }
            only = Some(period.start);
        }
    }
    only
}
