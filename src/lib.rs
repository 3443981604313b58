//! Whosaid finds who and what a news article is about, and who said what.
//!
//! The core is a function: text in, [`Document`] out; no files, no clock, no JavaScript. The stages, each a
//! module with its layer's types and one function, run in this order (only [`mod@analyze`] knows it):
//!
//! | stage | function | gives |
//! |---|---|---|
//! | [`input`] | `clean` | `CleanText`: text without invisible characters, and the way back |
//! | [`blocks`] | `find_blocks` | `Blocks`: headlines, paragraphs, boilerplate … |
//! | [`segment`] | `segment` | `Segments`: words, sentences, paired quotation marks |
//! | [`reading`] | `read` | `Reading`: what the learned network says of each word |
//! | [`syntax`] | `tag_and_parse` | `Syntax`: parts of speech, lemmas, a dependency tree |
//! | [`mentions`] | `find_mentions` | `Mentions`: names, descriptions, pronouns, values |
//! | [`coref`] | `resolve` | `Coreference`: who is the same person or thing |
//! | [`quotes`] | `attribute_quotes` | `Quotes`: source, cue, content, speaker |
//! | [`document`] | `build` | [`Document`]: the record other programs read |
//!
//! ```
//! use whosaid::{Input, Models, Options, analyze};
//!
//! let models = Models::builtin()?;
//! let document = analyze(&Input::text("“We won,” said Ana Ruiz."), &models, &Options::default())?;
//! assert_eq!(document.text, "“We won,” said Ana Ruiz.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

pub mod analyze;
pub mod blocks;
pub mod coref;
pub mod corrections;
pub mod document;
pub mod explain;
pub mod export;
pub mod input;
pub mod labels;
pub mod mentions;
pub mod model;
pub mod notice;
pub mod options;
pub mod quotes;
pub mod reading;
pub mod segment;
pub mod syntax;
pub mod text;
pub mod views;

pub use analyze::analyze;
pub use document::Document;
pub use input::{Input, InputError, InputFormat};
pub use model::{ModelError, Models};
pub use options::{Options, Strictness};
pub use text::OffsetUnit;
