//! One file a command.

pub mod analyze;
