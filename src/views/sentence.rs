//! The sentence at a place.

use crate::document::Document;

/// The number of the sentence that holds an offset; of one between sentences that of the next, of one after the last
/// that of the last. `None` where there is no sentence.
///
/// ```
/// use whosaid::views::sentence_at;
/// use whosaid::{Input, Models, Options, analyze};
/// let document = analyze(&Input::text("It rained. Ana left."), &Models::builtin()?, &Options::default())?;
/// assert_eq!([0, 9, 10, 11, 99].map(|offset| sentence_at(&document, offset)), [0, 0, 1, 1, 1].map(Some));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn sentence_at(document: &Document, offset: u32) -> Option<u32> {
    let sentences = &document.sentences;
    let next = sentences.partition_point(|sentence| sentence.end <= offset);
    sentences.get(next).or(sentences.last()).map(|sentence| sentence.id)
}
