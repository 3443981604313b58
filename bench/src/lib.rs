//! Times the stages of the analysis one by one, by a clock that the caller gives: natively and in a browser alike.

mod stages;
mod table;

pub use stages::{LEARNED, Measured, Stage, measure};
