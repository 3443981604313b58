//! One file a command.

pub mod analyze;
pub mod explain;
pub mod schema;
