//! One file a command.

pub mod analyze;
pub mod compare;
pub mod explain;
pub mod export;
pub mod name;
pub mod schema;
mod sentence;
