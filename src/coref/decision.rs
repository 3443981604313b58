//! A decision of the walk: the entities weighed for one mention, and who takes it.

use super::EntityId;
use crate::mentions::MentionId;
use crate::model::FeatureSpace;

/// An entity weighed for a mention, or that there is none.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// Its mentions so far; empty for "none".
    pub mentions: Vec<MentionId>,
    /// The nearest of them.
    pub nearest: Option<MentionId>,
    /// The answers to the questions of the decision.
    pub answers: Vec<u8>,
    /// What they come to, in thousandths of log-odds; the row that is chosen has the most.
    pub points: i32,
}

/// Which entity a pronoun belongs to: the first row stands for "none".
#[derive(Clone, Debug)]
pub struct Decision {
    /// What is asked.
    pub space: &'static FeatureSpace,
    /// Of which mention.
    pub mention: MentionId,
    /// The rows to choose from.
    pub rows: Vec<Weighed>,
    /// The row that the weights choose.
    pub chosen: usize,
}

/// Looks at a decision; gives the row to take, or `None` to leave it to the weights.
pub type Guide<'a> = &'a mut dyn FnMut(&Decision) -> Option<usize>;

/// A row while it is weighed.
#[derive(Clone, Debug)]
pub(super) struct Row<const N: usize> {
    /// The entity; `None` for "none".
    pub entity: Option<EntityId>,
    /// Its nearest mention.
    pub mention: Option<MentionId>,
    /// The answers.
    pub answers: [u8; N],
    /// The sum of their weights.
    pub points: i32,
}
