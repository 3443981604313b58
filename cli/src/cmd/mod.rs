//! One file a command.

pub mod analyze;
pub mod explain;
pub mod export;
pub mod name;
pub mod schema;
