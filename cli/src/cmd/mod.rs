//! One file a command.

pub mod analyze;
pub mod explain;
pub mod name;
pub mod schema;
