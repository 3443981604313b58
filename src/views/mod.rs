//! Questions about a [`Document`](crate::Document): what a page or a report shows. Sees no other layer.
//!
//! ```
//! use whosaid::views::{outline, segments, voices};
//! use whosaid::{Input, Models, Options, analyze};
//!
//! let models = Models::builtin()?;
//! let document = analyze(&Input::text("Ana Ruiz said the plan works."), &models, &Options::default())?;
//! let pieces = segments(&document);
//! assert_eq!(pieces.first().map(|piece| piece.start), Some(0));
//! assert!(outline(&document, &pieces).len() <= 1);
//! assert!(voices(&document).iter().all(|voice| voice.share_thousandths <= 1000));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod agreement;
mod at;
mod compare;
mod entity;
mod figures;
mod filter;
mod find;
mod label_words;
mod name_why;
mod names;
mod outline;
mod quote;
mod segments;
mod sentence;
mod speakers;
#[cfg(test)]
pub(crate) mod testing;
mod values;
mod words;

pub use agreement::{
    Agreement, AgreementRow, MarkedPiece, Objection, ReaderMark, Verdict, agreement, is_speaker,
    marked_pieces, whole_words,
};
pub use at::TextAt;
pub use compare::{Comparison, compare};
pub use entity::{entity, initials, is_named};
pub use figures::{
    Appearance, CLASSES, Exchange, Exchanges, Form, KINDS, Manner, Manners, MentionAt, Stretch, appearances,
    exchanges, manners,
};
pub use filter::QuoteFilter;
pub use find::find_words;
pub use label_words::{deprel_words, upos_words, xpos_words};
pub use name_why::{name_sentences, type_words};
pub use names::{NameEntry, NameGroup, names};
pub use outline::{Section, outline};
pub use quote::{place_of, quote, quote_line};
pub use segments::{LANES, Mark, Segment, segments, segments_where};
pub use sentence::sentence_at;
pub use speakers::{Voice, voices, voices_where};
pub use values::value_words;
pub use words::WordCount;
