//! The network of the analysis: what it is made of, what it learns from, how it learns.
//!
//! Words become vectors (tables for form, edges, shape and facts), look at their neighbours (a window of three),
//! then at their whole sentence (gated scans from both sides), and heads read tags, trees and names from what
//! comes out. All heads share the layers below and are learned together.

pub mod checkpoint;
mod data;
mod export;
mod fit;
mod model;
pub mod names;
pub mod recipe;
pub mod run;
mod shape;
mod silver;
