//! What is needed to go on learning after an interruption, epoch by epoch.

use std::path::Path;

use crate::neural::adam::Adam;
use crate::neural::params::Params;
use crate::neural::random::Random;

/// The state after an epoch.
pub struct Checkpoint {
    epoch: u64,
    step: f32,
    random: u64,
    updates: u64,
    /// Weights, then the first and the second moments.
    values: Vec<f32>,
}

impl Checkpoint {
    pub fn take(epoch: usize, params: &Params, adam: &Adam, random: &Random, step: f32) -> Self {
        let weights = params.table.iter().flat_map(|param| &param.values);
        let values = weights.chain(adam.moments()).copied().collect();
        Self { epoch: epoch as u64, step, random: random.state(), updates: adam.steps(), values }
    }

    /// Puts everything back; gives the number of epochs that are done.
    pub fn restore(
        &self,
        params: &mut Params,
        adam: &mut Adam,
        random: &mut Random,
        step: &mut f32,
    ) -> Result<usize, String> {
        let places = params.table.iter().map(|param| param.values.len()).sum::<usize>() * 3;
        if places != self.values.len() {
            return Err("a checkpoint of another network: remove the folder to begin anew".to_owned());
        }
        let weights = params.table.iter_mut().flat_map(|param| &mut param.values);
        weights.chain(adam.moments_mut(self.updates)).zip(&self.values).for_each(|(to, from)| *to = *from);
        *random = Random::from_state(self.random);
        *step = self.step;
        Ok(self.epoch as usize)
    }

    /// Puts back the weights alone.
    pub fn weights(&self, params: &mut Params) {
        let weights = params.table.iter_mut().flat_map(|param| &mut param.values);
        weights.zip(&self.values).for_each(|(to, from)| *to = *from);
    }

    pub fn write(&self, path: &Path) -> Result<(), String> {
        let mut bytes = Vec::with_capacity(self.values.len() * 4 + 32);
        for number in [self.epoch, u64::from(self.step.to_bits()), self.random, self.updates] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        for value in &self.values {
            bytes.extend_from_slice(&value.to_le_bytes());
        }
        // Written beside and put in place at once, so that an interruption leaves the one before.
        let beside = path.with_extension("part");
        let told = |error: std::io::Error| format!("{}: {error}", path.display());
        std::fs::write(&beside, bytes).map_err(told)?;
        std::fs::rename(&beside, path).map_err(told)
    }

    /// The checkpoint of this file, if there is one.
    pub fn read(path: &Path) -> Result<Option<Self>, String> {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        let (head, values) =
            bytes.split_at_checked(32).ok_or_else(|| format!("{}: too short", path.display()))?;
        let number = |at: usize| u64::from_le_bytes(std::array::from_fn(|byte| head[at * 8 + byte]));
        let values = values.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
        let step = f32::from_bits(number(1) as u32);
        Ok(Some(Self { epoch: number(0), step, random: number(2), updates: number(3), values }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::neural::params::Grads;

    fn network(rows: usize) -> (Params, Random) {
        let mut random = Random::new(rows as u64);
        let mut params = Params::default();
        params.sparse("table", rows, 3, 0.5, &mut random);
        params.dense("layer", 3, 2, &mut random);
        (params, random)
    }

    /// One step of learning with gradients that depend on the random numbers and the weights.
    fn learn(params: &mut Params, adam: &mut Adam, random: &mut Random) {
        let mut grads = Grads::new(params);
        grads.row(crate::neural::params::ParamId(0), 1, 3).fill(random.unit());
        grads.values[1].iter_mut().for_each(|grad| *grad = random.unit() - 0.5);
        adam.step(params, &grads, 0.1, 0.01);
    }

    fn values(params: &Params) -> Vec<f32> {
        params.table.iter().flat_map(|param| param.values.clone()).collect()
    }

    #[test]
    fn learning_goes_on_from_a_file_as_if_nothing_had_happened() {
        let (mut params, mut random) = network(4);
        let mut adam = Adam::new(&params);
        learn(&mut params, &mut adam, &mut random);
        let path = std::env::temp_dir().join(format!("whosaid-{}.checkpoint", std::process::id()));
        Checkpoint::take(3, &params, &adam, &random, 12.0).write(&path).unwrap();
        learn(&mut params, &mut adam, &mut random);

        let (mut again, mut other) = network(4);
        let (mut fresh, mut step) = (Adam::new(&again), 0.0);
        let read = Checkpoint::read(&path).unwrap().unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(read.restore(&mut again, &mut fresh, &mut other, &mut step), Ok(3));
        assert_eq!((step, fresh.steps()), (12.0, 1));
        assert_ne!(values(&again), values(&params));
        learn(&mut again, &mut fresh, &mut other);
        assert_eq!(values(&again), values(&params));
        assert_eq!(other.state(), random.state());
    }

    #[test]
    fn a_checkpoint_of_a_smaller_or_larger_network_is_refused_and_changes_nothing() {
        let (params, random) = network(4);
        let checkpoint = Checkpoint::take(1, &params, &Adam::new(&params), &random, 1.0);
        for rows in [3, 5] {
            let (mut other, mut random) = network(rows);
            let (mut adam, mut step) = (Adam::new(&other), 0.0);
            let before = values(&other);
            let refused = checkpoint.restore(&mut other, &mut adam, &mut random, &mut step);
            assert!(refused.unwrap_err().contains("another network"));
            assert_eq!(values(&other), before);
            assert_eq!((step, adam.steps()), (0.0, 0));
        }
    }

    #[test]
    fn no_file_is_no_checkpoint_and_a_short_one_an_error() {
        let path = std::env::temp_dir().join(format!("whosaid-short-{}.checkpoint", std::process::id()));
        assert!(Checkpoint::read(&path).unwrap().is_none());
        std::fs::write(&path, b"short").unwrap();
        let read = Checkpoint::read(&path);
        std::fs::remove_file(&path).unwrap();
        assert!(read.err().unwrap().contains("too short"));
    }
}
