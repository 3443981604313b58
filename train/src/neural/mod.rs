//! Learning of small networks: matrices, a tape that remembers how values were made, and Adam.
//!
//! Everything here gives the same bits on every machine: sums run in a fixed order, no fused multiply-add, no
//! functions of the platform's mathematics library, and the work is cut into a fixed number of shares whatever
//! the number of processors.

pub mod adam;
pub mod course;
pub mod export;
pub mod matrix;
pub mod params;
pub mod random;
pub mod tape;
pub mod target;
