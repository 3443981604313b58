//! Products of matrices, row by row, and the exponential: the inner loops of learning.

/// Columns that are kept in registers at a time.
const WIDE: usize = 16;
/// Rows that are kept in registers at a time.
const TALL: usize = 4;

/// `c += a · b`, where `a` is `m × k`, `b` is `k × n`, all by rows. Each cell is summed in the order of `k`.
pub fn multiply_add(m: usize, n: usize, k: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    assert!(a.len() == m * k && b.len() == k * n && c.len() == m * n);
    let mut row = 0;
    while row + TALL <= m {
        let mut column = 0;
        while column + WIDE <= n {
            tile::<TALL>(row, column, n, k, a, b, c);
            column += WIDE;
        }
        edge(row, TALL, column, n, k, a, b, c);
        row += TALL;
    }
    while row < m {
        let mut column = 0;
        while column + WIDE <= n {
            tile::<1>(row, column, n, k, a, b, c);
            column += WIDE;
        }
        edge(row, 1, column, n, k, a, b, c);
        row += 1;
    }
}

fn tile<const ROWS: usize>(
    row: usize,
    column: usize,
    n: usize,
    k: usize,
    a: &[f32],
    b: &[f32],
    c: &mut [f32],
) {
    let mut sums = [[0.0f32; WIDE]; ROWS];
    let lines: [&[f32]; ROWS] = std::array::from_fn(|r| &a[(row + r) * k..(row + r + 1) * k]);
    for at in 0..k {
        let from: &[f32; WIDE] = b[at * n + column..][..WIDE].try_into().expect("a whole tile");
        for r in 0..ROWS {
            let factor = lines[r][at];
            for q in 0..WIDE {
                sums[r][q] += factor * from[q];
            }
        }
    }
    for r in 0..ROWS {
        let to = &mut c[(row + r) * n + column..][..WIDE];
        for q in 0..WIDE {
            to[q] += sums[r][q];
        }
    }
}

/// The columns that fill no tile.
#[allow(clippy::too_many_arguments, reason = "a part of `multiply_add` with its loop variables")]
fn edge(row: usize, rows: usize, column: usize, n: usize, k: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    for r in row..row + rows {
        for at in 0..k {
            let factor = a[r * k + at];
            for q in column..n {
                c[r * n + q] += factor * b[at * n + q];
            }
        }
    }
}

/// The `m × n` matrix turned over.
pub fn transposed(m: usize, n: usize, a: &[f32]) -> Vec<f32> {
    let mut out = vec![0.0; a.len()];
    const BLOCK: usize = 16;
    for top in (0..m).step_by(BLOCK) {
        for left in (0..n).step_by(BLOCK) {
            for r in top..(top + BLOCK).min(m) {
                for c in left..(left + BLOCK).min(n) {
                    out[c * m + r] = a[r * n + c];
                }
            }
        }
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_schoolbook() {
        let (m, n, k) = (7, 37, 11);
        let a: Vec<f32> = (0..m * k).map(|i| (i % 13) as f32 - 6.0).collect();
        let b: Vec<f32> = (0..k * n).map(|i| (i % 17) as f32 - 8.0).collect();
        let mut c = vec![1.0; m * n];
        multiply_add(m, n, k, &a, &b, &mut c);
        for r in 0..m {
            for q in 0..n {
                let sum: f32 = (0..k).map(|i| a[r * k + i] * b[i * n + q]).sum();
                assert_eq!(c[r * n + q], sum + 1.0);
            }
        }
        let turned = transposed(m, k, &a);
        assert_eq!(turned[3 * m + 2], a[2 * k + 3]);
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
