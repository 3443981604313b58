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
    let mut page = Page {
        out: label.to_owned(),
        column: 0,
        room: look.width.saturating_sub(indent).max(8),
        indent,
        open: Style::new(),
    };
    for word in words(pieces) {
        let width: usize = word.iter().map(|part| part.words.width()).sum();
        let style = word.first().map_or(Style::new(), |part| look.style(part.style));
        if page.column > 0 && page.column + 1 + width > page.room {
            page.line();
        } else if page.column > 0 {
            page.blank(style);
        }
        for part in &word {
            page.turn(look.style(part.style));
            page.put(part.words);
        }
    }
    page.turn(Style::new());
    page.out.push('\n');
    page.out
}

/// Lines as they grow.
struct Page {
    out: String,
    /// Where the next character comes, after the indent.
    column: usize,
    /// Columns after the indent.
    room: usize,
    indent: usize,
    /// The style that holds at the end of what is written.
    open: Style,
}

impl Page {
    fn turn(&mut self, style: Style) {
        if self.open != style {
            self.out.push_str(&self.open.render_reset().to_string());
            self.out.push_str(&style.render().to_string());
            self.open = style;
        }
    }

    /// Ends the line; no style runs over the edge of the page.
    fn line(&mut self) {
        let style = self.open;
        self.turn(Style::new());
        self.out.push('\n');
        self.out.push_str(&" ".repeat(self.indent));
        self.column = 0;
        self.turn(style);
    }

    /// A blank between two words of one style belongs to it, so that tints and underlines have no holes.
    fn blank(&mut self, next: Style) {
        if self.open != next {
            self.turn(Style::new());
        }
        self.out.push(' ');
        self.column += 1;
    }

    /// Writes a part of a word, cut where it is wider than a line.
    fn put(&mut self, words: &str) {
        for character in words.graphemes(true) {
            let width = character.width();
            if self.column > 0 && self.column + width > self.room {
                self.line();
            }
            // An article must not steer the terminal.
            let printed = if character.chars().any(char::is_control) { "\u{fffd}" } else { character };
            self.out.push_str(printed);
            self.column += width;
        }
    }
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
