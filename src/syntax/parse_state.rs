//! The state of the parser: a stack of words whose heads are still open, and the words to come.
//!
//! The arc-hybrid system: *shift* moves the next word onto the stack; *left* gives the top of the stack the next
//! word as its head; *right* gives it the word below it. Either way the top is done, with all its own children.

use crate::labels::Deprel;
use crate::model::{Symbol, Tag};

/// What the parser can do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Action {
    /// The next word goes onto the stack.
    Shift,
    /// The next word is the head of the stack's top.
    Left,
    /// The word below the stack's top is its head.
    Right,
}

impl Action {
    /// All, in order; ties go to the earlier one.
    pub const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// A word as the parser sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its tag.
    pub tag: Tag,
    /// The same, as a symbol.
    pub fine: Symbol,
    /// The class of its tag.
    pub coarse: Symbol,
    /// The word itself where the parser knows it, else its tag.
    pub atom: Symbol,
    /// The relation that all words of its kind have, whatever their head.
    pub plain: Option<Deprel>,
    /// Whether it is a verb of saying or thinking.
    pub says: bool,
    /// Whether it is a name or part of one.
    pub is_name: bool,
    /// What the rules against odd trees ask.
    pub kind: Kind,
    /// What it does for the view ahead.
    pub landmark: Landmark,
}

/// Kinds of words that the rules against odd trees tell apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Any other word.
    #[default]
    Other,
    /// Opens a phrase or clause whose head is still to come: *the*, *that*, *to*.
    Opener,
    /// A noun or name.
    Nominal,
    /// An adjective.
    Adjective,
}

/// Words that bound clauses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Landmark {
    /// Any other word.
    #[default]
    None,
    /// A finite verb or auxiliary.
    Finite,
    /// A comma, bracket, dash.
    Pause,
    /// A quotation mark.
    Quote,
    /// *that*, *which*, *and*, *while*: a word that begins a clause or joins two.
    Joint,
}

/// What is known of a word's children so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Family {
    /// Relation of the leftmost left child.
    pub leftmost: Symbol,
    /// Relation of the rightmost right child.
    pub rightmost: Symbol,
    /// The latest preposition or mark.
    pub marker: Symbol,
    /// Which kinds of children there are: see [`flag`].
    pub flags: u16,
}

/// The flag of a relation in [`Family::flags`].
pub const fn flag(deprel: Deprel) -> u16 {
    match deprel {
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj | Deprel::CsubjPass | Deprel::Expl => 1,
        Deprel::Obj | Deprel::Iobj => 2,
        Deprel::Ccomp | Deprel::Xcomp => 4,
        Deprel::Mark => 8,
        Deprel::Case => 16,
        Deprel::Cop | Deprel::Aux => 32,
        Deprel::AuxPass => 64,
        Deprel::Cc => 128,
        Deprel::Det | Deprel::NmodPoss => 256,
        _ => 0,
    }
}

/// A parse in progress. Words are numbered from 0 in the sentence; `len` is the artificial root, which comes
/// last.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The words.
    pub items: Vec<Item>,
    /// Words whose heads are open.
    pub stack: Vec<usize>,
    /// The next word.
    pub next: usize,
    /// Heads found so far; `items.len()` for the root.
    pub heads: Vec<usize>,
    /// Relations found so far.
    pub deprels: Vec<Deprel>,
    /// What is known of each word's children.
    pub families: Vec<Family>,
}

impl State {
    /// The state before the first action.
    pub fn new(items: Vec<Item>) -> Self {
        let len = items.len();
        Self {
            items,
            stack: Vec::new(),
            next: 0,
            heads: vec![len; len],
            deprels: vec![Deprel::Dep; len],
            families: vec![Family::default(); len],
        }
    }

    /// Whether all words have heads.
    pub fn is_done(&self) -> bool {
        self.next >= self.items.len() && self.stack.is_empty()
    }

    /// Whether an action can be taken: the root takes one word alone.
    pub fn allows(&self, action: Action) -> bool {
        let at_root = self.next >= self.items.len();
        match action {
            Action::Shift => !at_root,
            Action::Left => !self.stack.is_empty() && (!at_root || self.stack.len() == 1),
            Action::Right => self.stack.len() >= 2,
        }
    }

    /// The word `depth` below the top of the stack.
    pub fn on_stack(&self, depth: usize) -> Option<usize> {
        self.stack.len().checked_sub(depth + 1).and_then(|at| self.stack.get(at).copied())
    }

    /// The word `ahead` of the next one.
    pub fn to_come(&self, ahead: usize) -> Option<usize> {
        let at = self.next + ahead;
        (at < self.items.len()).then_some(at)
    }

    /// Head and dependent of the arc that an action would make.
    pub fn arc(&self, action: Action) -> Option<(usize, usize)> {
        let top = self.on_stack(0)?;
        match action {
            Action::Shift => None,
            Action::Left => Some((self.next, top)),
            Action::Right => Some((self.on_stack(1)?, top)),
        }
    }

    /// Takes an action; an arc gets this relation.
    pub fn take(&mut self, action: Action, deprel: Deprel) {
        let Some((head, dependent)) = self.arc(action) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        if let (Some(slot), Some(relation)) = (self.heads.get_mut(dependent), self.deprels.get_mut(dependent))
        {
            *slot = head;
            *relation = deprel;
        }
        let atom = self.items.get(dependent).map_or(Symbol::NONE, |item| item.atom);
        let Some(family) = self.families.get_mut(head) else { return };
        let symbol = Symbol::relation(deprel);
        match action {
            Action::Left => family.leftmost = symbol,
            _ => family.rightmost = symbol,
        }
        if matches!(deprel, Deprel::Case | Deprel::Mark) {
            family.marker = atom;
        }
        family.flags |= flag(deprel);
    }
}
