//! How wide a network is, and how much of it is left out while it learns.

/// Widths of the layers.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub word: usize,
    pub prefix: usize,
    pub short_suffix: usize,
    pub long_suffix: usize,
    pub shape: usize,
    pub flags: usize,
    /// Half of the width of what the layers hand on.
    pub scan: usize,
    pub layers: usize,
    /// Width in which heads meet their dependents.
    pub arcs: usize,
    /// Width in which relations are told.
    pub relations: usize,
}

/// How many of each thing there are.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    pub words: usize,
    pub tags: usize,
    pub relations: usize,
    pub names: usize,
}

/// Shares that are left out while learning.
#[derive(Clone, Copy, Debug)]
pub struct Dropout {
    pub input: f32,
    pub hidden: f32,
    pub head: f32,
}

impl Dropout {
    pub const NONE: Self = Self { input: 0.0, hidden: 0.0, head: 0.0 };
}
