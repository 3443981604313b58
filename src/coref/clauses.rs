//! [`Syntax`] read for coreference: the clause a word stands in, its role there, the clauses above.

use crate::labels::{Deprel, Upos};
use crate::segment::TokenId;
use crate::syntax::Syntax;
use crate::text::Id;

/// Steps up a tree that are looked at: deeper nesting tells nothing, and odd text may nest without end.
const CLIMB: usize = 24;

/// What a mention does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// "**Ana** said".
    Subject,
    /// "thanked **Ana**".
    Object,
    /// "spoke with **Ana**".
    Oblique,
    /// "**Ana's** house".
    Possessor,
    /// Inside another noun phrase, or unknown.
    Other,
}

/// Where a mention's head stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// What it does.
    pub role: Role,
    /// The head of the nearest clause.
    pub clause: Option<TokenId>,
    /// Whether the word depends on that head directly, as subject, object or oblique.
    pub direct: bool,
}

/// The place of a mention whose head is `token`.
pub(super) fn place(syntax: &Syntax, token: TokenId) -> Place {
    let mut first = None;
    let mut at = token;
    for step in 0..CLIMB {
        let rel = relation(syntax, at);
        if step > 0 && opens_clause(syntax, at) {
            let role = first.unwrap_or(Role::Other);
            let direct = step == 1 && !matches!(role, Role::Possessor | Role::Other);
            return Place { role, clause: Some(at), direct };
        }
        let role = match rel {
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj => Some(Role::Subject),
            Deprel::Obj | Deprel::Iobj => Some(Role::Object),
            Deprel::Obl | Deprel::OblAgent | Deprel::OblUnmarked => Some(Role::Oblique),
            Deprel::NmodPoss => Some(Role::Possessor),
            // "Ana and **Rui** said", "Ana, the **mayor**, said": the role of the first.
            Deprel::Conj | Deprel::Appos | Deprel::Flat => None,
            _ => Some(Role::Other),
        };
        if first.is_none() {
            first = role;
        }
        match head(syntax, at) {
            Some(next) => at = next,
            None => return Place { role: first.unwrap_or(Role::Other), clause: Some(at), direct: false },
        }
    }
    Place { role: first.unwrap_or(Role::Other), clause: None, direct: false }
}

/// Whether the word is what a subject is said to be: "she is **mayor**", "he became a **colonel**".
pub(super) fn is_predicate(syntax: &Syntax, token: TokenId) -> bool {
    let nominal = matches!(syntax.upos.get(token), Some(Upos::Noun | Upos::Propn));
    let upwards = || head(syntax, token).and_then(|verb| syntax.lemma.get(verb));
    let becomes = || upwards().is_some_and(|verb| matches!(&**verb, "become" | "remain" | "be"));
    nominal && (copula(syntax, token).is_some() || relation(syntax, token) == Deprel::Xcomp && becomes())
}

/// The form of "be" that makes a noun a predicate; it stands a few words before.
pub(super) fn copula(syntax: &Syntax, predicate: TokenId) -> Option<TokenId> {
    let before = (predicate.index().saturating_sub(12)..predicate.index()).rev().map(TokenId::from_index);
    before
        .filter(|token| relation(syntax, *token) == Deprel::Cop)
        .find(|token| head(syntax, *token) == Some(predicate))
}

/// The heads of the clauses above a clause, nearest first, each with the relation of the one below.
pub(super) fn clauses_above(syntax: &Syntax, clause: TokenId) -> Vec<(TokenId, Deprel)> {
    let mut above = Vec::new();
    let mut at = clause;
    let mut below = relation(syntax, clause);
    for _ in 0..CLIMB {
        let Some(next) = head(syntax, at) else { break };
        at = next;
        if opens_clause(syntax, at) {
            above.push((at, below));
            below = relation(syntax, at);
        }
    }
    above
}

/// Whether `token` is the head of a clause: "said", "left" in "when he left", "mayor" in "she is mayor".
fn opens_clause(syntax: &Syntax, token: TokenId) -> bool {
    let verbal = matches!(syntax.upos.get(token), Some(Upos::Verb | Upos::Aux));
    match relation(syntax, token) {
        Deprel::Root
        | Deprel::Ccomp
        | Deprel::Advcl
        | Deprel::Acl
        | Deprel::AclRelcl
        | Deprel::Xcomp
        | Deprel::Csubj
        | Deprel::CsubjPass
        | Deprel::Parataxis => true,
        Deprel::Conj => verbal,
        _ => head(syntax, token).is_none(),
    }
}

/// How a token depends on its head.
pub(super) fn relation(syntax: &Syntax, token: TokenId) -> Deprel {
    syntax.deprel.get(token).copied().unwrap_or_default()
}

/// The head of a token.
pub(super) fn head(syntax: &Syntax, token: TokenId) -> Option<TokenId> {
    syntax.head.get(token).copied().flatten()
}
