//! The one place that knows the whole order of the stages.

use crate::blocks::find_blocks;
use crate::coref::resolve;
use crate::document::{Document, Layers, build};
use crate::input::{Input, InputError, clean};
use crate::mentions::find_mentions;
use crate::model::Models;
use crate::options::Options;
use crate::quotes::attribute_quotes;
use crate::segment::segment;
use crate::syntax::tag_and_parse;

/// Analyses one text.
///
/// The same input, models and options give the same Document everywhere, byte for byte.
///
/// # Errors
/// [`InputError::TooLarge`] if the text has more bytes than `options.limit_bytes`. Odd text is never an
/// error: the Document carries notices.
pub fn analyze(input: &Input, models: &Models, options: &Options) -> Result<Document, InputError> {
    let text = clean(input, options)?;
    let blocks = find_blocks(&text, models);
    let segments = segment(&text, &blocks, models);
    let syntax = tag_and_parse(&text, &segments, models);
    let mentions = find_mentions(&text, &blocks, &segments, &syntax, models);
    let coref = resolve(&text, &blocks, &segments, &syntax, &mentions, models);
    let quotes = attribute_quotes(&text, &blocks, &segments, &syntax, &mentions, &coref, models);
    let layers = Layers {
        text: &text,
        blocks: &blocks,
        segments: &segments,
        syntax: &syntax,
        mentions: &mentions,
        coref: &coref,
        quotes: &quotes,
    };
    Ok(build(&layers, input, models, options))
}
