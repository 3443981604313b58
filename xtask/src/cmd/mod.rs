//! The commands, one a file: what was written on the command line, and what it does.

pub mod bench;
pub mod build;
pub mod eval;
pub mod pack;
pub mod package;
pub mod serve;
pub mod setup;
pub mod test;
pub mod train;
