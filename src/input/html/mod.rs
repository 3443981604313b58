//! An HTML page or fragment → the text of its article, with what its elements say of each stretch.
//!
//! The tokenizer is a library's; here is only what needs judgement: which parts of a page are the article,
//! and how its elements become lines.

mod article;
mod class_words;
mod guard;
mod roles;
mod tree;
mod write;

use super::ElementHint;
use crate::text::SourceSpan;

/// The text of a page.
#[derive(Debug, Default)]
pub(super) struct Extract {
    /// Paragraphs parted by blank lines.
    pub(super) text: String,
    /// What the elements say, in order.
    pub(super) hints: Vec<(SourceSpan, ElementHint)>,
    /// Text of the `title` element.
    pub(super) title: Option<String>,
}

/// Reads a page.
pub(super) fn extract(html: &str) -> Extract {
    let page = tree::read(html);
    let article = article::find(&page);
    let mut extract = write::write(&page, &article);
    extract.title = page.title;
    extract
}
