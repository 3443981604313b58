//! Scores of each token → names: the best sequence of labels that says where names begin, go on and end.

use crate::labels::bioes::{LABELS, NAME_TYPES, OUTSIDE, Place, label};

/// A name found by the labels of its tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// First token.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Row of [`NAME_TYPES`].
    pub name_type: usize,
}

/// The names of the best sequence of labels; each row of `scores` has one for every label. Ties go to the lower
/// label.
///
/// ```
/// use whosaid::labels::bioes::{LABELS, Place, label};
/// use whosaid::mentions::bioes::best_names;
/// let mut rows = vec![[0i32; LABELS]; 3];
/// rows[0][label(0, Place::Begin)] = 9;
/// rows[1][label(0, Place::End)] = 7;
/// rows[1][label(1, Place::End)] = 8;
/// rows[2][0] = 3;
/// let names = best_names(&rows);
/// assert_eq!((names[0].start, names[0].end, names[0].name_type), (0, 2, 0));
/// ```
pub fn best_names(scores: &[[i32; LABELS]]) -> Vec<Labelled> {
    // Of all labels that can follow another, there are two kinds: those inside a name (only after the begin or
    // inside of the same type), and those that start afresh (only after an end, a single or no name).
    const OPEN: usize = NAME_TYPES.len();
    let mut closed = 0i32;
    let mut open = [i32::MIN / 2; OPEN];
    let mut steps: Vec<(usize, [bool; OPEN])> = Vec::with_capacity(scores.len());
    for row in scores {
        let mut best = closed.saturating_add(at(row, OUTSIDE));
        let mut best_label = OUTSIDE;
        let mut continued = [false; OPEN];
        let mut next = [0; OPEN];
        if let Some(same) = same_for_all(row) {
            let afresh = closed.saturating_add(same);
            if afresh > best {
                (best, best_label) = (afresh, label(0, Place::Single));
            }
            for (name_type, open) in open.iter_mut().enumerate() {
                let goes_on = open.saturating_add(same);
                if goes_on > best {
                    (best, best_label) = (goes_on, label(name_type, Place::End));
                }
                if let Some(flag) = continued.get_mut(name_type) {
                    *flag = goes_on > afresh;
                }
                *open = goes_on.max(afresh);
            }
            closed = best;
            steps.push((best_label, continued));
            continue;
        }
        for name_type in 0..OPEN {
            let single = closed.saturating_add(at(row, label(name_type, Place::Single)));
            let end = value(&open, name_type).saturating_add(at(row, label(name_type, Place::End)));
            if single > best {
                (best, best_label) = (single, label(name_type, Place::Single));
            }
            if end > best {
                (best, best_label) = (end, label(name_type, Place::End));
            }
            let begin = closed.saturating_add(at(row, label(name_type, Place::Begin)));
            let inside = value(&open, name_type).saturating_add(at(row, label(name_type, Place::Inside)));
            let goes_on = inside > begin;
            if let (Some(flag), Some(slot)) = (continued.get_mut(name_type), next.get_mut(name_type)) {
                *flag = goes_on;
                *slot = begin.max(inside);
            }
        }
        closed = best;
        open = next;
        steps.push((best_label, continued));
    }
    read_back(&steps)
}

/// The score of all labels but "no name" where it is the same: most words are in no name beyond doubt.
fn same_for_all(row: &[i32; LABELS]) -> Option<i32> {
    let (first, others) = row.get(OUTSIDE + 1..)?.split_first()?;
    let differing: u32 = others.iter().map(|other| u32::from(other != first)).sum();
    (differing == 0).then_some(*first)
}

fn at(row: &[i32; LABELS], label: usize) -> i32 {
    row.get(label).copied().unwrap_or(0)
}

fn value(open: &[i32; NAME_TYPES.len()], name_type: usize) -> i32 {
    open.get(name_type).copied().unwrap_or(i32::MIN / 2)
}

fn read_back(steps: &[(usize, [bool; NAME_TYPES.len()])]) -> Vec<Labelled> {
    let mut names = Vec::new();
    let mut index = steps.len();
    while let Some((label, _)) = index.checked_sub(1).and_then(|last| steps.get(last)) {
        if *label == OUTSIDE {
            index -= 1;
            continue;
        }
        let (name_type, place) = ((label - 1) / 4, (label - 1) % 4);
        let end = index;
        let mut start = index - 1;
        if place == Place::End as usize {
            start -= usize::from(start > 0);
            while start > 0
                && steps.get(start).is_some_and(|step| step.1.get(name_type).copied().unwrap_or(false))
            {
                start -= 1;
            }
        }
        names.push(Labelled { start, end, name_type });
        index = start;
    }
    names.reverse();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    /// They are read a quicker way. The single name of the last type, never chosen where all are alike, makes them differ.
    #[test]
    fn rows_of_one_score_are_read_as_others() {
        let mut seed = 5u64;
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 40) as i32 % 8
        };
        for _ in 0..300 {
            let mut alike = Vec::new();
            for at in 0..12 {
                let mut row = [next(); LABELS];
                if at % 3 == 0 {
                    row.fill_with(&mut next);
                }
                row[OUTSIDE] = next();
                alike.push(row);
            }
            let mut others = alike.clone();
            for row in others.iter_mut().filter(|row| same_for_all(row).is_some()) {
                row[label(NAME_TYPES.len() - 1, Place::Single)] -= 1;
            }
            assert_eq!(best_names(&alike), best_names(&others));
        }
    }
}
