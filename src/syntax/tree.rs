//! Questions about the tree of [`Syntax`]: children, subtree, subject, verb group, noun phrase.

use super::{Deprel, Syntax, Upos};
use crate::segment::TokenId;
use crate::text::{Id, IdRange, Table};

/// The children of every token, found once.
///
/// ```
/// use whosaid::syntax::{Syntax, tree::Tree};
/// let syntax = Syntax::default();
/// let tree = Tree::new(&syntax);
/// assert_eq!(tree.children(whosaid::segment::TokenId(0)).count(), 0);
/// ```
#[derive(Clone, Debug)]
pub struct Tree<'s> {
    syntax: &'s Syntax,
    /// Children of all tokens, token by token, each run in order of the text.
    children: Vec<TokenId>,
    /// Where each token's run begins in `children`; one more row closes the last.
    starts: Vec<u32>,
    /// From the first to the last token of each subtree.
    subtrees: Table<TokenId, IdRange<TokenId>>,
}

impl<'s> Tree<'s> {
    /// Indexes a syntax layer, in linear time.
    pub fn new(syntax: &'s Syntax) -> Self {
        let heads = &syntax.head;
        let mut starts = vec![0u32; heads.len() + 1];
        for head in heads.rows().iter().flatten() {
            if let Some(count) = starts.get_mut(head.index() + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut children = vec![TokenId(0); sum as usize];
        for (token, head) in heads.iter() {
            let place = head.and_then(|head| next.get_mut(head.index()));
            if let Some(place) = place {
                if let Some(slot) = children.get_mut(*place as usize) {
                    *slot = token;
                }
                *place += 1;
            }
        }
        let mut tree = Self { syntax, children, starts, subtrees: Table::default() };
        tree.subtrees = tree.all_subtrees();
        tree
    }

    /// Each token's extent, leaves first: a token is done when all its children are.
    fn all_subtrees(&self) -> Table<TokenId, IdRange<TokenId>> {
        let heads = &self.syntax.head;
        let mut extents: Vec<(TokenId, TokenId)> = heads.ids().ids().map(|token| (token, token)).collect();
        let mut waiting: Vec<usize> = heads.ids().ids().map(|token| self.children(token).count()).collect();
        let mut done: Vec<TokenId> =
            heads.ids().ids().filter(|token| self.children(*token).next().is_none()).collect();
        while let Some(token) = done.pop() {
            let Some(&(first, last)) = extents.get(token.index()) else { continue };
            let Some(head) = self.head(token) else { continue };
            if let Some(extent) = extents.get_mut(head.index()) {
                *extent = (extent.0.min(first), extent.1.max(last));
            }
            if let Some(left) = waiting.get_mut(head.index()) {
                *left -= 1;
                if *left == 0 {
                    done.push(head);
                }
            }
        }
        extents.into_iter().map(|(first, last)| IdRange::inclusive(first, last)).collect()
    }

    /// The syntax layer that this indexes.
    pub fn syntax(&self) -> &'s Syntax {
        self.syntax
    }

    /// The tokens that depend on `token` directly, in order of the text.
    pub fn children(&self, token: TokenId) -> impl DoubleEndedIterator<Item = TokenId> + Clone {
        let at = |index: usize| self.starts.get(index).map_or(0, |start| *start as usize);
        let run = self.children.get(at(token.index())..at(token.index() + 1)).unwrap_or(&[]);
        run.iter().copied()
    }

    /// The first child with this relation.
    pub fn child(&self, token: TokenId, deprel: Deprel) -> Option<TokenId> {
        self.children(token).find(|child| self.is(*child, deprel))
    }

    /// The children with one of these relations, in order of the text.
    pub fn children_with(&self, token: TokenId, deprels: &[Deprel]) -> impl Iterator<Item = TokenId> {
        self.children(token).filter(move |child| deprels.contains(&self.deprel(*child)))
    }

    /// The head of `token`.
    pub fn head(&self, token: TokenId) -> Option<TokenId> {
        self.syntax.head.get(token).copied().flatten()
    }

    /// The relation of `token` to its head.
    pub fn deprel(&self, token: TokenId) -> Deprel {
        self.syntax.deprel.get(token).copied().unwrap_or_default()
    }

    fn is(&self, token: TokenId, deprel: Deprel) -> bool {
        self.deprel(token) == deprel
    }

    fn upos(&self, token: TokenId) -> Upos {
        self.syntax.upos.get(token).copied().unwrap_or_default()
    }

    /// Head, head's head and so on up to the root.
    pub fn ancestors(&self, token: TokenId) -> impl Iterator<Item = TokenId> {
        // The tree has no cycles; the limit keeps a broken one from hanging.
        std::iter::successors(self.head(token), |token| self.head(*token)).take(self.syntax.head.len())
    }

    /// Everything under `token` and itself, from the first token to the last.
    pub fn subtree(&self, token: TokenId) -> IdRange<TokenId> {
        self.subtrees.get(token).copied().unwrap_or_else(|| IdRange::one(token))
    }

    /// The subject of a predicate: its own, or for one without (*Macron called and **urged***; *wants to
    /// **speak***) that of the predicate it is coordinated with or depends on as a complement.
    pub fn subject_of(&self, predicate: TokenId) -> Option<TokenId> {
        let mut at = predicate;
        // Chains of coordinated verbs and infinitives are short; the limit bounds odd trees.
        for _ in 0..6 {
            if let Some(subject) = self.own_subject(at) {
                return Some(subject);
            }
            match self.deprel(at) {
                Deprel::Conj => at = self.head(at)?,
                // "urged Y to V": the object is the subject of the infinitive.
                Deprel::Xcomp => {
                    at = self.head(at)?;
                    if let Some(object) = self.child(at, Deprel::Obj).or_else(|| self.child(at, Deprel::Iobj))
                    {
                        return Some(object);
                    }
                }
                Deprel::Advcl if self.own_mark(at).is_none() => at = self.head(at)?,
                Deprel::Acl => return self.head(at),
                _ => return None,
            }
        }
        None
    }

    /// The subject that depends on the predicate itself.
    pub fn own_subject(&self, predicate: TokenId) -> Option<TokenId> {
        self.children_with(predicate, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Csubj, Deprel::CsubjPass])
            .next()
    }

    /// The mark of a clause: *that*, *to*, *while*.
    pub fn own_mark(&self, predicate: TokenId) -> Option<TokenId> {
        self.child(predicate, Deprel::Mark)
    }

    /// The predicate with its auxiliaries, copula, negation and particle when they stand next to each other:
    /// **has rejected**, **will not have been told**, **ruled out**.
    pub fn verb_group(&self, predicate: TokenId) -> IdRange<TokenId> {
        let part = |token: TokenId| {
            let negation = self.is(token, Deprel::Advmod) && self.upos(token) == Upos::Part;
            let helper = matches!(
                self.deprel(token),
                Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::CompoundPrt
            );
            (helper || negation, negation || self.is(token, Deprel::Advmod))
        };
        let (mut first, mut last) = (predicate, predicate);
        let mut edge = predicate;
        for child in self.children(predicate).rev().filter(|child| *child < predicate) {
            let (belongs, may_stand_between) = part(child);
            if child.index() + 1 != edge.index() || !(belongs || may_stand_between) {
                break;
            }
            edge = child;
            if belongs {
                first = child;
            }
        }
        for child in self.children(predicate).filter(|child| *child > predicate) {
            if child.index() != last.index() + 1 || !part(child).0 {
                break;
            }
            last = child;
        }
        IdRange::inclusive(first, last)
    }

    /// The noun phrase of a head without its relative clauses and other clauses, appositions, coordinated
    /// phrases, its own preposition and marks at its edges: **the Israeli army** in *by the Israeli army,
    /// which …*.
    pub fn noun_phrase(&self, head: TokenId) -> IdRange<TokenId> {
        let inside = |child: &TokenId| {
            matches!(
                self.deprel(*child),
                Deprel::Det
                    | Deprel::DetPredet
                    | Deprel::Amod
                    | Deprel::Compound
                    | Deprel::Flat
                    | Deprel::Nummod
                    | Deprel::NmodPoss
                    | Deprel::Nmod
                    | Deprel::Goeswith
            ) || self.is(*child, Deprel::Case) && *child > head && self.upos(*child) == Upos::Part
        };
        let (mut first, mut last) = (head, head);
        for child in self.children(head).filter(inside) {
            let subtree = self.subtree(child);
            // "the leader of Hamas, which …": a later modifier ends where a clause or apposition begins.
            if child < head {
                first = subtree.first().map_or(first, |token| token.min(first));
            } else {
                let end = self.noun_phrase_end(child, 8);
                last = last.max(end);
            }
        }
        IdRange::inclusive(first, last)
    }

    fn noun_phrase_end(&self, head: TokenId, depth: u8) -> TokenId {
        let mut last = head;
        for child in self.children(head).filter(|child| *child > head) {
            match self.deprel(child) {
                Deprel::Nmod if depth > 0 => last = last.max(self.noun_phrase_end(child, depth - 1)),
                Deprel::Flat | Deprel::Compound | Deprel::Nummod | Deprel::Case | Deprel::Goeswith => {
                    last = last.max(child);
                }
                _ => {}
            }
        }
        last
    }

    /// The bare name or noun around a head: compounds, flat parts and adjectives, no determiner and nothing
    /// after the name: **Israeli Prime Minister Benjamin Netanyahu**.
    pub fn name_phrase(&self, head: TokenId) -> IdRange<TokenId> {
        let (mut first, mut last) = (head, head);
        for child in self.children(head) {
            match self.deprel(child) {
                Deprel::Compound | Deprel::Amod | Deprel::Flat | Deprel::Nmod if child < head => {
                    first = first.min(self.subtree(child).first().unwrap_or(child));
                }
                Deprel::Flat | Deprel::Compound => {
                    last = last.max(self.subtree(child).last().unwrap_or(child));
                }
                _ => {}
            }
        }
        IdRange::inclusive(first, last)
    }
}
