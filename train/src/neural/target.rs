//! What a row of scores should be, and how far it is from that.

use super::matrix::ln;

/// How many classes a teacher's target names; what lies behind them is noise.
pub const SHARES: usize = 4;

/// What a row of scores should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// This class, with this weight.
    One(u32, f32),
    /// Any of these classes, a bit each: the corpus does not tell them apart.
    Any(u64, f32),
    /// These classes with these shares, the greatest first: what a teacher thinks, with this weight.
    Shares([(u16, f32); SHARES], f32),
    /// Nothing is known.
    Nothing,
}

impl Target {
    /// The likeliest classes of these shares, made to sum to one.
    pub fn likeliest(shares: &[f32], weight: f32) -> Self {
        let mut most = [(0u16, 0.0f32); SHARES];
        for (class, share) in shares.iter().enumerate() {
            if let Some(place) = most.iter().position(|known| *share > known.1) {
                most[place..].rotate_right(1);
                most[place] = (class as u16, *share);
            }
        }
        let sum = most.iter().map(|known| known.1).sum::<f32>().max(f32::MIN_POSITIVE);
        Self::Shares(most.map(|(class, share)| (class, share / sum)), weight)
    }

    /// The same target, counting this many times as much.
    #[must_use]
    pub fn scaled(self, by: f32) -> Self {
        match self {
            Self::One(class, weight) => Self::One(class, weight * by),
            Self::Any(classes, weight) => Self::Any(classes, weight * by),
            Self::Shares(shares, weight) => Self::Shares(shares, weight * by),
            Self::Nothing => Self::Nothing,
        }
    }

    /// The likeliest class, where one is.
    pub fn best(&self) -> Option<u32> {
        match self {
            Self::One(class, _) => Some(*class),
            Self::Shares([(class, _), ..], _) => Some(u32::from(*class)),
            Self::Any(..) | Self::Nothing => None,
        }
    }

    /// The cross-entropy of the shares of all classes against this target. Turns the shares into the gradients of the
    /// scores that gave them; both are weighted, the gradients also divided.
    pub fn loss(&self, shares: &mut [f32], divide: f32) -> f32 {
        let (loss, weight) = match *self {
            Self::Nothing => (0.0, 0.0),
            Self::One(class, weight) => {
                let share = &mut shares[class as usize];
                let loss = -ln(*share);
                *share -= 1.0;
                (loss, weight)
            }
            Self::Shares(wanted, weight) => {
                let loss = wanted.iter().map(|(class, wanted)| -wanted * ln(shares[*class as usize])).sum();
                wanted.iter().for_each(|(class, wanted)| shares[*class as usize] -= wanted);
                (loss, weight)
            }
            Self::Any(allowed, weight) => {
                let is_allowed = |class: usize| allowed >> class & 1 == 1;
                let mut sum = 0.0;
                for (class, share) in shares.iter().enumerate() {
                    sum += if is_allowed(class) { *share } else { 0.0 };
                }
                let sum = f32::max(sum, 1e-8);
                for (class, share) in shares.iter_mut().enumerate() {
                    *share -= if is_allowed(class) { *share / sum } else { 0.0 };
                }
                (-ln(sum), weight)
            }
        };
        shares.iter_mut().for_each(|share| *share *= weight / divide);
        loss * weight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_classes_stand_in_order_and_sum_to_one() {
        let Target::Shares(most, weight) = Target::likeliest(&[0.1, 0.4, 0.0, 0.2, 0.05, 0.25], 0.5) else {
            panic!("no shares")
        };
        assert_eq!((most.map(|known| known.0), weight), ([1, 5, 3, 0], 0.5));
        assert!((most.iter().map(|known| known.1).sum::<f32>() - 1.0).abs() < 1e-6);
        assert!((most[0].1 - 0.4 / 0.95).abs() < 1e-6);
        assert_eq!(Target::likeliest(&[0.2, 0.8], 1.0).best(), Some(1));
    }

    #[test]
    fn a_sure_teacher_is_as_good_as_gold() {
        let shares = [0.2, 0.7, 0.1];
        let run = |target: Target| {
            let mut shares = shares;
            (target.loss(&mut shares, 4.0), shares)
        };
        let gold = run(Target::One(1, 2.0));
        assert_eq!(run(Target::likeliest(&[0.0, 1.0, 0.0], 2.0)), gold);
        assert_eq!(run(Target::Any(0b010, 2.0)).0, gold.0);
        assert_eq!(run(Target::Nothing), (0.0, [0.0; 3]));
        assert_eq!(run(Target::One(1, 1.0).scaled(2.0)), gold);
    }
}
