//! The features of the parser: what it looks at to choose an action, and to name a relation. Training and
//! parsing call the same two functions.

use super::parse_state::{Family, Item, Landmark, State};
use crate::model::{Feature, Symbol};

/// How far the parser looks ahead for the next landmarks.
const HORIZON: usize = 12;

/// What is known of one place of the state.
#[derive(Clone, Copy, Default)]
struct View {
    item: Item,
    family: Family,
}

impl View {
    fn flags(&self) -> Symbol {
        Symbol::number(self.family.flags)
    }
}

fn view(state: &State, at: Option<usize>) -> View {
    let item = at.and_then(|at| state.items.get(at)).copied().unwrap_or_default();
    let family = at.and_then(|at| state.families.get(at)).copied().unwrap_or_default();
    View { item, family }
}

/// 1, 2, 3, 4, 5–7, 8–12, more.
fn distance(from: usize, to: usize) -> Symbol {
    Symbol::number(match to.abs_diff(from) {
        near @ 0..=4 => near as u16,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    })
}

/// The next landmarks after the next word: the first two that are not `None`, and whether a finite verb is in
/// sight.
fn ahead(state: &State) -> Symbol {
    let mut first = 0;
    let mut finite = 0;
    for at in 1..HORIZON {
        let Some(item) = state.to_come(at).and_then(|at| state.items.get(at)) else { break };
        let code = match item.landmark {
            Landmark::None => continue,
            Landmark::Finite => 1,
            Landmark::Pause => 2,
            Landmark::Quote => 3,
            Landmark::Joint => 4,
        };
        if first == 0 {
            first = code;
        }
        if code == 1 {
            finite = 1;
            break;
        }
    }
    Symbol::number(first * 2 + finite)
}

/// Gives every feature that speaks for or against an action.
pub fn action_features(state: &State, mut sink: impl FnMut(Feature)) {
    const N: Symbol = Symbol::NONE;
    let (top, below) = (state.on_stack(0), state.on_stack(1));
    let s0 = view(state, top);
    let s1 = view(state, below);
    let s2 = view(state, state.on_stack(2));
    let b0 = view(state, state.to_come(0));
    let b1 = view(state, state.to_come(1)).item;
    let b2 = view(state, state.to_come(2)).item;
    let far = top.map_or(N, |top| distance(top, state.next));
    let near = top.zip(below).map_or(N, |(top, below)| distance(below, top));
    let sight = ahead(state);
    let mut add = |template: u8, a: Symbol, b: Symbol, c: Symbol, d: Symbol| {
        sink(Feature::new(template, [a, b, c, d]));
    };
    add(0, s0.item.fine, b0.item.fine, N, N);
    add(1, s0.item.atom, b0.item.fine, N, N);
    add(2, s0.item.fine, b0.item.atom, N, N);
    add(3, s0.item.atom, b0.item.atom, N, N);
    add(4, s1.item.fine, s0.item.fine, N, N);
    add(5, s1.item.atom, s0.item.fine, b0.item.coarse, N);
    add(6, s1.item.fine, s0.item.atom, b0.item.coarse, N);
    add(7, s1.item.coarse, s0.item.coarse, b0.item.atom, N);
    add(8, s0.item.fine, b0.item.fine, b1.fine, N);
    add(9, s0.item.coarse, b0.item.atom, b1.coarse, b2.coarse);
    add(10, s0.item.coarse, b0.item.coarse, b1.atom, N);
    add(11, s2.item.coarse, s1.item.coarse, s0.item.coarse, b0.item.coarse);
    add(12, s0.item.fine, b0.item.fine, far, N);
    add(13, s1.item.fine, s0.item.fine, b0.item.coarse, near);
    add(14, s0.item.fine, s0.flags(), b0.item.fine, N);
    add(15, s1.item.fine, s1.flags(), s0.item.coarse, b0.item.coarse);
    add(16, s0.item.coarse, b0.item.fine, b0.flags(), N);
    add(17, s1.flags(), s0.flags(), b0.flags(), b0.item.coarse);
    add(18, s0.item.coarse, s0.family.rightmost, b0.item.fine, N);
    add(19, s1.item.coarse, s1.family.rightmost, s0.item.coarse, b0.item.coarse);
    add(20, s0.item.coarse, b0.item.coarse, b0.family.leftmost, N);
    add(21, s0.family.marker, s0.item.coarse, s1.item.atom, N);
    add(22, s0.family.marker, s0.item.coarse, b0.item.coarse, s1.item.coarse);
    add(23, s0.item.coarse, b0.item.coarse, sight, s1.item.coarse);
    add(24, s0.item.fine, s0.flags(), sight, b0.item.coarse);
    add(25, s1.item.atom, s0.item.coarse, s0.flags(), b0.item.coarse);
    add(26, s0.item.atom, s0.flags(), b0.item.coarse, N);
    add(27, b0.item.fine, b1.fine, b2.coarse, N);
}

/// Gives every feature that speaks for or against a relation between these two.
pub fn label_features(state: &State, head: usize, dependent: usize, mut sink: impl FnMut(Feature)) {
    const N: Symbol = Symbol::NONE;
    let h = view(state, Some(head));
    let d = view(state, Some(dependent));
    let side = |code: u16| Symbol::number(code * 2 + u16::from(head < dependent));
    let direction = side(0);
    // A neighbour tells "said Tuesday" from "on Tuesday", an outer neighbour a comma before an apposition.
    let before = view(state, dependent.checked_sub(1)).item;
    let after = view(state, Some(dependent + 1)).item;
    let gap = match head.abs_diff(dependent) {
        near @ 0..=3 => near as u16,
        _ => 4,
    };
    let mut add = |template: u8, a: Symbol, b: Symbol, c: Symbol, d: Symbol| {
        sink(Feature::new(template, [a, b, c, d]));
    };
    add(0, h.item.fine, d.item.fine, direction, N);
    add(1, h.item.atom, d.item.fine, direction, N);
    add(2, h.item.coarse, d.item.atom, direction, N);
    add(3, h.item.coarse, d.item.fine, d.flags(), direction);
    add(4, h.item.coarse, d.item.coarse, d.family.marker, direction);
    add(5, h.item.atom, d.item.coarse, d.family.marker, direction);
    add(6, h.item.fine, h.flags(), d.item.coarse, direction);
    add(7, h.item.coarse, d.item.coarse, d.family.leftmost, direction);
    add(8, h.item.coarse, d.item.fine, before.atom, direction);
    add(9, h.item.coarse, d.item.coarse, after.coarse, direction);
    add(10, h.item.fine, d.item.fine, side(gap), N);
    add(11, h.family.leftmost, d.item.coarse, d.flags(), direction);
    add(12, h.item.coarse, d.item.fine, h.family.rightmost, direction);
    add(13, h.item.atom, d.item.coarse, d.flags(), direction);
}
