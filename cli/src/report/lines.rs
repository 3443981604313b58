//! Styled words → lines of a given width.

use anstyle::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Look;

/// Words in one style.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    style: Style,
    words: &'a str,
}

impl<'a> Piece<'a> {
    pub fn new(style: Style, words: &'a str) -> Self {
        Self { style, words }
    }
}

/// The pieces as one paragraph: `label` before the first line, as many blanks before the others.
pub fn wrapped(pieces: &[Piece], label: &str, look: &Look) -> String {
    let indent = label.width();
    let room = look.width.saturating_sub(indent).max(8);
    let mut out = label.to_owned();
    let mut column = 0;
    for word in words(pieces) {
        let width: usize = word.iter().map(|part| part.words.width()).sum();
        if column > 0 && column + 1 + width > room {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = 0;
        } else if column > 0 {
            // A blank between two words of one style belongs to it, so that tints and underlines have no holes.
            column += 1;
            out.push(' ');
        }
        for part in &word {
            column = put(&mut out, part, column, (room, indent, look));
        }
    }
    out.push('\n');
    out
}

/// Writes a part of a word, cut where it is wider than a line. Gives the column after it.
fn put(out: &mut String, part: &Piece, mut column: usize, page: (usize, usize, &Look)) -> usize {
    let (room, indent, look) = page;
    let style = look.style(part.style);
    out.push_str(&style.render().to_string());
    for character in part.words.graphemes(true) {
        let width = character.width();
        if column > 0 && column + width > room {
            out.push_str(&format!("{}\n{}{}", style.render_reset(), " ".repeat(indent), style.render()));
            column = 0;
        }
        // An article must not steer the terminal.
        out.push_str(if character.chars().any(char::is_control) { "\u{fffd}" } else { character });
        column += width;
    }
    out.push_str(&style.render_reset().to_string());
    column
}

/// Words are what stands between white space, each in as many parts as it has styles.
fn words<'a>(pieces: &[Piece<'a>]) -> Vec<Vec<Piece<'a>>> {
    let mut words: Vec<Vec<Piece>> = vec![Vec::new()];
    for piece in pieces {
        for (index, words_of_piece) in piece.words.split(char::is_whitespace).enumerate() {
            if index > 0 {
                words.push(Vec::new());
            }
            if let Some(word) = words.last_mut().filter(|_| !words_of_piece.is_empty()) {
                word.push(Piece::new(piece.style, words_of_piece));
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
