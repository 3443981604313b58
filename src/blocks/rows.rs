//! Pieces with their kinds → the rows of [`Blocks`](super::Blocks): labels and datelines split off,
//! neighbouring lines of furniture as one block, furniture that cuts a paragraph inside it.

use super::join::Piece;
use super::kinds::Kind;
use super::labels::dateline;
use super::lines::Line;
use super::{Block, BlockKind};
use crate::input::CleanText;
use crate::model::{BlockPhrases, Confidence};
use crate::text::TextSpan;

/// The rows in order.
pub(super) fn rows(
    text: &CleanText,
    lines: &[Line],
    pieces: &[Piece],
    kinds: &[Kind],
    labels: &[Option<usize>],
    phrases: &BlockPhrases,
) -> Vec<Block> {
    let mut rows = Vec::with_capacity(pieces.len());
    let mut first_paragraph = true;
    // Whether the last row is furniture that the next line may add to.
    let mut open = false;
    for (piece, found) in pieces.iter().zip(kinds) {
        let (Some(first), Some(last)) = (lines.get(piece.first), lines.get(piece.last)) else { continue };
        let span = first.span.cover(last.span);
        if found.kind == BlockKind::Boilerplate {
            furniture(&mut rows, span, found.confidence, open && first.blanks == 0);
            open = true;
            continue;
        }
        open = false;
        let label = labels.get(piece.first).copied().flatten();
        let head = match (found.kind, label) {
            (BlockKind::Paragraph, Some(len)) => Some((len, BlockKind::SpeakerLabel)),
            (BlockKind::Paragraph, None) => {
                dateline(first.text, first_paragraph, phrases).map(|len| (len, BlockKind::Dateline))
            }
            _ => None,
        };
        first_paragraph &= found.kind != BlockKind::Paragraph;
        let row = |span, kind, level| Block { span, kind, level, confidence: found.confidence };
        let mut body = span;
        if let Some((len, kind)) = head {
            let edge = span.start() + len as u32;
            rows.push(row(TextSpan::new(span.start(), edge), kind, 0));
            let rest = text.slice(TextSpan::new(edge, span.end()));
            body = TextSpan::new(edge + (rest.len() - rest.trim_start().len()) as u32, span.end());
        }
        if !body.is_empty() {
            rows.push(row(body, found.kind, found.level));
        }
        cuts(&mut rows, piece, lines);
    }
    rows
}

fn furniture(rows: &mut Vec<Block>, span: TextSpan, confidence: Confidence, add: bool) {
    match rows.last_mut() {
        Some(before) if add => {
            before.span = before.span.cover(span);
            before.confidence = before.confidence.min(confidence);
        }
        _ => rows.push(Block { span, kind: BlockKind::Boilerplate, level: 0, confidence }),
    }
}

/// The furniture inside a piece.
fn cuts(rows: &mut Vec<Block>, piece: &Piece, lines: &[Line]) {
    let mut before = None;
    for index in &piece.cuts {
        let Some(line) = lines.get(*index) else { continue };
        let add = before == index.checked_sub(1) && before.is_some() && line.blanks == 0;
        furniture(rows, line.span, Confidence::from_thousandths(850), add);
        before = Some(*index);
    }
}
