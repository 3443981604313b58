//! What every loop of learning does: batches in shares that are computed side by side, and the step after each.

use super::adam::Adam;
use super::params::{Grads, Params};
use super::random::Random;

/// Shares of a batch that are computed side by side, whatever the number of processors.
const SHARES: usize = 2;
/// How much large weights cost.
const DECAY: f32 = 1e-4;

/// Examples in shares of about the same size.
pub struct Batch<'a, E> {
    shares: [Vec<&'a E>; SHARES],
    /// Tokens of all.
    pub size: usize,
}

/// The next examples in this order, until they have so many tokens; `None` at the end.
pub fn next_batch<'a, E>(
    examples: &'a [E],
    order: &mut impl Iterator<Item = usize>,
    tokens: usize,
    size_of: impl Fn(&E) -> usize,
) -> Option<Batch<'a, E>> {
    let mut shares: [Vec<&E>; SHARES] = Default::default();
    let mut filled = [0usize; SHARES];
    while filled.iter().sum::<usize>() < tokens
        && let Some(next) = order.next()
    {
        let least = (0..SHARES).min_by_key(|share| filled[*share]).unwrap_or(0);
        filled[least] += size_of(&examples[next]);
        shares[least].push(&examples[next]);
    }
    let some = shares.iter().any(|share| !share.is_empty());
    some.then(|| Batch { shares, size: filled.iter().sum() })
}

/// The course of learning: gradients, the optimiser, how far it is.
pub struct Course {
    pub adam: Adam,
    /// Steps that are done.
    pub step: f32,
    grads: Vec<Grads>,
    /// Steps in which the rate rises, and all steps.
    warm: f32,
    steps: f32,
    rate: f32,
}

impl Course {
    /// A course of so many steps: the rate rises to `rate` in the first `warm` and falls to a fiftieth of it at the end.
    pub fn new(params: &Params, rate: f32, warm: f32, steps: usize) -> Self {
        let grads = (0..SHARES).map(|_| Grads::new(params)).collect();
        Self { adam: Adam::new(params), step: 0.0, grads, warm, steps: steps as f32, rate }
    }

    /// Lets `work` add the gradients of each share, then moves the weights; gives the sums of the losses.
    pub fn learn<E: Sync, const N: usize>(
        &mut self,
        params: &mut Params,
        batch: &Batch<E>,
        random: &mut Random,
        work: impl Fn(&Params, &mut Grads, &[&E], u64) -> [f32; N] + Sync,
    ) -> [f32; N] {
        let seeds: [u64; SHARES] = std::array::from_fn(|_| random.next());
        let (shared, work): (&Params, _) = (params, &work);
        let results: Vec<[f32; N]> = std::thread::scope(|scope| {
            let shares = self.grads.iter_mut().zip(&batch.shares).zip(seeds);
            let workers: Vec<_> = shares
                .map(|((grads, share), seed)| scope.spawn(move || work(shared, grads, share, seed)))
                .collect();
            workers.into_iter().map(|worker| worker.join().expect("a worker that ends")).collect()
        });
        let (first, others) = self.grads.split_at_mut(1);
        for other in others.iter_mut() {
            first[0].add(other, params);
            other.clear(params);
        }
        self.step += 1.0;
        let warm = (self.step / self.warm).min(1.0);
        let left = 1.0 - (self.step / self.steps).min(1.0);
        self.adam.step(params, &first[0], self.rate * warm * (0.02 + 0.98 * left), DECAY);
        first[0].clear(params);
        let mut losses = [0.0; N];
        for result in results {
            losses.iter_mut().zip(result).for_each(|(sum, loss)| *sum += loss);
        }
        losses
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_hold_all_examples_once_in_shares_of_about_one_size() {
        let examples: Vec<usize> = vec![5, 1, 2, 9, 1, 0];
        let mut order = [3, 0, 1, 2, 5, 4].into_iter();
        let mut seen = Vec::new();
        while let Some(batch) = next_batch(&examples, &mut order, 12, |size| *size) {
            seen.push((batch.size, batch.shares.map(|share| share.into_iter().copied().collect::<Vec<_>>())));
        }
        assert_eq!(seen, [(14, [vec![9], vec![5]]), (4, [vec![1, 0, 1], vec![2]])]);
    }
}
