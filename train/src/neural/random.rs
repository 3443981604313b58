//! Repeatable random numbers: xorshift64* (S. Vigna, 2016).

/// A generator with a fixed seed.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Starts a stream; different seeds give unrelated ones.
    pub fn new(seed: u64) -> Self {
        let mut random = Self((seed ^ 0x9E37_79B9_7F4A_7C15).max(1));
        (0..8).for_each(|_| _ = random.next());
        random
    }

    /// Where the stream stands.
    pub const fn state(&self) -> u64 {
        self.0
    }

    /// A stream that stands there.
    pub const fn from_state(state: u64) -> Self {
        Self(state)
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// Evenly from 0 up to 1, not 1 itself.
    pub fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    /// Evenly from 0 to `limit - 1`.
    pub fn below(&mut self, limit: usize) -> usize {
        (((self.next() >> 32) * limit as u64) >> 32) as usize
    }

    pub fn chance(&mut self, probability: f32) -> bool {
        self.unit() < probability
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}
