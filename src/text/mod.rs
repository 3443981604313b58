//! Places in text: spans, the map between cleaned and given text, units of offsets, ids and tables.
//!
//! The ground layer: knows nothing of language.

pub mod chars;
mod offset_map;
mod shape;
mod span;
mod table;
mod units;

pub use offset_map::{OffsetMap, OffsetMapBuilder};
pub use shape::{Case, case_of};
pub use span::{SourceSpan, TextSpan};
pub(crate) use table::define_id;
pub use table::{Id, IdRange, Table};
pub use units::{OffsetUnit, UnitConverter};
