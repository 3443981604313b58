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
