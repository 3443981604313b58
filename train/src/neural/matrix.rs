//! Products of matrices and the exponential: the inner loops of learning.
//!
//! Both factors are copied into panels in the order in which the innermost loop reads them (K. Goto and R. van de
//! Geijn, 2008). No product and sum are melted into one rounding, and each cell is summed in the same order
//! everywhere: all machines learn the same weights, which is why no library of matrices stands here.

/// Columns that are kept in registers at a time.
const WIDE: usize = 16;
/// Rows that are kept in registers at a time.
const TALL: usize = 4;

/// A matrix by rows, or one by columns: the other way to read the same numbers.
#[derive(Clone, Copy, Debug)]
pub struct Matrix<'a> {
    data: &'a [f32],
    /// How far it is to the next row, to the next column.
    down: usize,
    right: usize,
}

impl<'a> Matrix<'a> {
    /// A matrix of so many columns, row after row.
    pub const fn rows(data: &'a [f32], columns: usize) -> Self {
        Self { data, down: columns, right: 1 }
    }

    /// The same numbers turned over: `columns` is that of the matrix before.
    pub const fn turned(data: &'a [f32], columns: usize) -> Self {
        Self { data, down: 1, right: columns }
    }

    /// Copies up to `N` lines, which are `step` apart from `first` on, so that what they have at each of `k` places
    /// stands together; lines that are missing are zeros.
    fn panel<const N: usize>(self, first: usize, lines: usize, k: usize, by_rows: bool, to: &mut [[f32; N]]) {
        let (step, along) = if by_rows { (self.down, self.right) } else { (self.right, self.down) };
        let lines = lines.min(N);
        if step == 1 && lines == N {
            for (at, cells) in to.iter_mut().enumerate().take(k) {
                cells.copy_from_slice(&self.data[first + at * along..][..N]);
            }
            return;
        }
        if lines < N {
            to.fill([0.0; N]);
        }
        for line in 0..lines {
            let from = &self.data[(first + line) * step..];
            for (cells, value) in to.iter_mut().zip(from.iter().step_by(along)) {
                cells[line] = *value;
            }
        }
    }
}

/// `c += a · b`, where `a` is `m × k`, `b` is `k × n` and `c` lies by rows. Each cell is summed in the order of `k`.
pub fn multiply_add(m: usize, n: usize, k: usize, a: Matrix, b: Matrix, c: &mut [f32]) {
    assert!(a.data.len() == m * k && b.data.len() == k * n && c.len() == m * n);
    if k == 0 {
        return;
    }
    let mut left = vec![[0.0; TALL]; k * m.div_ceil(TALL)];
    for (part, panel) in left.chunks_exact_mut(k).enumerate() {
        a.panel(part * TALL, m - part * TALL, k, true, panel);
    }
    let mut right = vec![[0.0; WIDE]; k];
    for column in (0..n).step_by(WIDE) {
        b.panel(column, n - column, k, false, &mut right);
        let columns = WIDE.min(n - column);
        for (part, panel) in left.chunks_exact(k).enumerate() {
            let sums = tile(panel, &right);
            for (sums, row) in sums.iter().zip(part * TALL..m) {
                let to = &mut c[row * n + column..][..columns];
                to.iter_mut().zip(sums).for_each(|(to, sum)| *to += sum);
            }
        }
    }
}

/// The products of two panels.
fn tile(left: &[[f32; TALL]], right: &[[f32; WIDE]]) -> [[f32; WIDE]; TALL] {
    let mut sums = [[0.0f32; WIDE]; TALL];
    for (left, right) in left.iter().zip(right) {
        for (sums, factor) in sums.iter_mut().zip(left) {
            for (sum, value) in sums.iter_mut().zip(right) {
                *sum += factor * value;
            }
        }
    }
    sums
}

/// The exponential, right to about six digits: 2^x by a polynomial on the fraction (after S. Moshier's Cephes).
pub fn exp(x: f32) -> f32 {
    let y = x.clamp(-87.0, 87.0) * std::f32::consts::LOG2_E;
    let whole = y.floor();
    let part = (y - whole) * std::f32::consts::LN_2;
    let p = 1.0
        + part
            * (1.0
                + part
                    * (0.5
                        + part
                            * (0.166_666_67 + part * (0.041_666_6 + part * (0.008_333 + part * 0.001_4)))));
    p * f32::from_bits(((whole as i32 + 127) << 23) as u32)
}

/// Turns scores into shares that sum to one, and gives the logarithm of their sum.
pub fn softmax(scores: &mut [f32]) -> f32 {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = exp(*score - most);
        sum += *score;
    }
    scores.iter_mut().for_each(|score| *score /= sum);
    most + ln(sum)
}

/// The natural logarithm of a positive number, right to about six digits.
pub fn ln(x: f32) -> f32 {
    let bits = x.max(f32::MIN_POSITIVE).to_bits();
    let mut exponent = (bits >> 23) as i32 - 127;
    let mut mantissa = f32::from_bits(bits & 0x007F_FFFF | 0x3F80_0000);
    if mantissa > std::f32::consts::SQRT_2 {
        mantissa /= 2.0;
        exponent += 1;
    }
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let s = t * t;
    let series = 2.0 * t * (1.0 + s * (0.333_333_34 + s * (0.2 + s * (0.142_857_15 + s * 0.111_111_11))));
    series + exponent as f32 * std::f32::consts::LN_2
}

/// The place of the highest score, the last of equals.
pub fn best(row: &[f32]) -> usize {
    (0..row.len()).max_by(|a, b| row[*a].total_cmp(&row[*b])).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_schoolbook() {
        let (m, n, k) = (7, 37, 11);
        let a: Vec<f32> = (0..m * k).map(|i| (i % 13) as f32 - 6.0).collect();
        let b: Vec<f32> = (0..k * n).map(|i| (i % 17) as f32 - 8.0).collect();
        let turned = |rows: usize, columns: usize, from: &[f32]| -> Vec<f32> {
            (0..rows * columns).map(|at| from[at % rows * columns + at / rows]).collect()
        };
        let (a_turned, b_turned) = (turned(m, k, &a), turned(k, n, &b));
        for (a_now, b_now) in [
            (Matrix::rows(&a, k), Matrix::rows(&b, n)),
            (Matrix::turned(&a_turned, m), Matrix::rows(&b, n)),
            (Matrix::rows(&a, k), Matrix::turned(&b_turned, k)),
            (Matrix::turned(&a_turned, m), Matrix::turned(&b_turned, k)),
        ] {
            let mut c = vec![1.0; m * n];
            multiply_add(m, n, k, a_now, b_now, &mut c);
            for r in 0..m {
                for q in 0..n {
                    let sum: f32 = (0..k).map(|i| a[r * k + i] * b[i * n + q]).sum();
                    assert_eq!(c[r * n + q], sum + 1.0);
                }
            }
        }
    }

    #[test]
    fn exponential_and_logarithm_are_near_those_of_the_platform() {
        for step in -800..800 {
            let x = step as f32 / 10.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 2e-5, "{x}");
            let y = x.exp();
            assert!((ln(y) - x).abs() < 1e-4 * x.abs().max(1.0), "{x}");
        }
    }
}
