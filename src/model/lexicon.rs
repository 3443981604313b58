//! The shape of every lexicon, file or section: `#` lines at the head with source and licence, then one entry a line,
//! fields parted by tabs, sorted.

use super::ModelError;
use super::pack::{Features, Pack};

/// What sections of text in this shape are made for. The version is raised when a column changes its meaning, so
/// that no version reads what another means.
pub const LEXICON: Features = Features { task: "lexicon", version: 1 };

/// One line of a lexicon.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    lexicon: &'static str,
    line: usize,
    text: &'a str,
}

impl<'a> Entry<'a> {
    /// Field `index`, or an error that names file, line and what should stand there.
    ///
    /// # Errors
    /// [`ModelError::BadLine`] if the line is shorter.
    pub fn field(&self, index: usize, expected: &'static str) -> Result<&'a str, ModelError> {
        self.text.split('\t').nth(index).ok_or_else(|| self.bad(expected))
    }

    /// Field `index`, or `""` where the line is shorter: for optional columns.
    pub fn optional(&self, index: usize) -> &'a str {
        self.text.split('\t').nth(index).unwrap_or("")
    }

    /// The error for this line.
    pub fn bad(&self, expected: &'static str) -> ModelError {
        ModelError::BadLine { lexicon: self.lexicon, line: self.line, expected, found: self.text.to_owned() }
    }
}

/// The entries of a lexicon of a pack.
pub(super) fn section<'a>(
    pack: &Pack<'a>,
    name: &'static str,
) -> Result<impl Iterator<Item = Entry<'a>> + use<'a>, ModelError> {
    Ok(entries(name, pack.text(name, LEXICON)?))
}

/// The entries of a lexicon, in file order; head lines and empty lines are left out.
///
/// ```
/// use whosaid::model::entries;
/// let entry = entries("titles", "# own, CC0\nPresident\tperson\n").next().unwrap();
/// assert_eq!(entry.field(1, "a kind"), Ok("person"));
/// ```
pub fn entries<'a>(lexicon: &'static str, tsv: &'a str) -> impl Iterator<Item = Entry<'a>> {
    tsv.lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(move |(index, line)| Entry { lexicon, line: index + 1, text: line })
}
