//! Pasted text or HTML → [`CleanText`].
//!
//! Plain text is never changed in the record; the cleaned text that the stages read differs from it in
//! characters that print nothing or print alike, and an [`OffsetMap`] knows the way back. HTML is extracted
//! first; the extracted text then takes the same way.

mod characters;
mod error;
mod html;
mod language;
mod sniff;
#[cfg(test)]
mod tests;

pub use error::InputError;

use crate::notice::Notice;
use crate::options::Options;
use crate::text::{OffsetMap, TextSpan};
use characters::{LineEnds, clean_characters};

/// What the caller says about the form of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputFormat {
    /// Told from the text itself: HTML if it begins like a page or a clipboard fragment.
    #[default]
    Auto,
    /// Plain text.
    Text,
    /// An HTML page or fragment.
    Html,
}

/// One text to analyse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input<'a> {
    /// The text as given.
    pub text: &'a str,
    /// Its form.
    pub format: InputFormat,
    /// A name for it that the Document keeps.
    pub id: Option<&'a str>,
}

impl<'a> Input<'a> {
    /// Plain text.
    pub const fn text(text: &'a str) -> Self {
        Self { text, format: InputFormat::Text, id: None }
    }

    /// An HTML page or fragment.
    pub const fn html(text: &'a str) -> Self {
        Self { text, format: InputFormat::Html, id: None }
    }
}

/// What HTML says of a stretch of text; plain text has none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElementHint {
    /// `h1` … `h6` with the level.
    Heading(u8),
    /// `p` and other text blocks.
    Paragraph,
    /// `li`, `dt`, `dd`.
    ListItem,
    /// `figcaption`, `caption`.
    Caption,
    /// `time`, or a class that says so.
    Timestamp,
    /// A class such as `byline`, `author`.
    Byline,
    /// A class such as `standfirst`, `subtitle`, `dek`.
    Subheadline,
    /// A block quotation or embedded post.
    BlockQuote,
}

/// A stretch of cleaned text and what HTML says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where.
    pub span: TextSpan,
    /// What.
    pub element: ElementHint,
}

/// The text that all stages read, with the way back to the text as given.
#[derive(Clone, Debug)]
pub struct CleanText {
    /// Cleaned text: LF line ends, plain spaces, no invisible characters.
    pub text: String,
    /// The text of the record: as given, or extracted from HTML.
    pub source: String,
    /// From `text` to `source`.
    pub map: OffsetMap,
    /// What HTML said, in order; empty for plain text.
    pub hints: Vec<Hint>,
    /// The title of an HTML page.
    pub title: Option<String>,
    /// What to tell the reader.
    pub notices: Vec<Notice>,
}

impl CleanText {
    /// The cleaned characters of `span`.
    pub fn slice(&self, span: TextSpan) -> &str {
        span.slice(&self.text)
    }
}

/// Cleans a text, extracting it first where it is HTML.
///
/// # Errors
/// [`InputError::TooLarge`] over `options.limit_bytes`.
///
/// ```
/// use whosaid::{Input, Options, input::clean};
/// let clean = clean(&Input::text("one\r\ntwo"), &Options::default())?;
/// assert_eq!(clean.source, "one\r\ntwo");
/// # Ok::<(), whosaid::InputError>(())
/// ```
pub fn clean(input: &Input, options: &Options) -> Result<CleanText, InputError> {
    if input.text.len() > options.limit_bytes {
        return Err(InputError::TooLarge { limit_bytes: options.limit_bytes, found_bytes: input.text.len() });
    }
    let html = match input.format {
        InputFormat::Auto => sniff::is_html(input.text),
        InputFormat::Text => false,
        InputFormat::Html => true,
    };
    Ok(if html { from_html(input.text) } else { from_text(input.text) })
}

fn from_text(source: &str) -> CleanText {
    let (text, map) = clean_characters(source, LineEnds::MayBreakWords);
    let notices = language::notices(&text);
    CleanText { text, source: source.to_owned(), map, hints: Vec::new(), title: None, notices }
}

fn from_html(page: &str) -> CleanText {
    let html::Extract { text: source, hints, title } = html::extract(page);
    let (text, map) = clean_characters(&source, LineEnds::AreMeant);
    let hints = hints
        .into_iter()
        .map(|(span, element)| Hint { span: map.to_text(span), element })
        .filter(|hint| !hint.span.is_empty())
        .collect();
    let notices = language::notices(&text);
    CleanText { text, source, map, hints, title, notices }
}
