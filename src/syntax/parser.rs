//! The tree of a sentence: the likeliest action at every step (greedy arc-hybrid), and at every arc the
//! likeliest relation. Time and memory grow with the length of the sentence and no faster.

use super::parse_features::{action_features, label_features};
use super::parse_state::{Action, Item, Kind, Landmark, State};
use super::speech::{name_speech, raise_speech_verbs};
use crate::labels::{Deprel, Upos, Xpos};
use crate::model::{ParseLexicon, Symbol, Tag, WordLexicon};

/// The word as the parser sees it.
pub fn item(tag: Tag, lemma: &str, words: &WordLexicon, lexicon: &ParseLexicon) -> Item {
    let (upos, xpos) = (words.upos(tag), words.xpos(tag));
    let fine = Symbol::tag(tag);
    // Names and nouns are told apart by their tags alone; the list holds the words that build sentences.
    let known = match upos {
        Upos::Propn | Upos::Num | Upos::Punct => None,
        _ => lexicon.word(lemma),
    };
    Item {
        tag,
        fine,
        coarse: Symbol::coarse(coarse(upos, xpos)),
        atom: known.unwrap_or(fine),
        kind: match (upos, xpos) {
            (Upos::Sconj, Xpos::In)
            | (Upos::Det, Xpos::Dt)
            | (Upos::Pron, Xpos::PrpPoss)
            | (Upos::Part, Xpos::To) => Kind::Opener,
            (Upos::Noun | Upos::Propn, _) => Kind::Nominal,
            (Upos::Adj, _) => Kind::Adjective,
            _ => Kind::Other,
        },
        says: upos == Upos::Verb && lexicon.is_saying(lemma),
        is_name: upos == Upos::Propn,
        plain: (upos == Upos::Punct).then_some(Deprel::Punct),
        landmark: landmark(upos, xpos),
    }
}

/// A class of tags for features that look at several words at once.
const fn coarse(upos: Upos, xpos: Xpos) -> u8 {
    match (upos, xpos) {
        (_, Xpos::Comma) => 1,
        (_, Xpos::OpenMark) => 2,
        (_, Xpos::CloseMark) => 3,
        (_, Xpos::Colon | Xpos::Hyph) => 4,
        (_, Xpos::OpenBracket) => 5,
        (_, Xpos::CloseBracket) => 6,
        (Upos::Punct, _) => 7,
        (Upos::Verb, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) => 8,
        (Upos::Verb, Xpos::Vbg) => 9,
        (Upos::Verb, Xpos::Vbn) => 10,
        (Upos::Verb, _) => 11,
        (Upos::Aux, _) => 12,
        (Upos::Noun, _) => 13,
        (Upos::Propn, _) => 14,
        (Upos::Pron, Xpos::Wp | Xpos::Wdt | Xpos::WpPoss) => 15,
        (Upos::Pron, Xpos::PrpPoss) => 16,
        (Upos::Pron, _) => 17,
        (Upos::Det, _) => 18,
        (Upos::Adj, _) => 19,
        (Upos::Adv, Xpos::Wrb) => 20,
        (Upos::Adv, _) => 21,
        (Upos::Adp, _) => 22,
        (Upos::Sconj, _) => 23,
        (Upos::Cconj, _) => 24,
        (Upos::Part, Xpos::To) => 25,
        (Upos::Part, Xpos::Pos) => 26,
        (Upos::Part, _) => 27,
        (Upos::Num, _) => 28,
        (Upos::Sym, _) => 29,
        _ => 30,
    }
}

const fn landmark(upos: Upos, xpos: Xpos) -> Landmark {
    match (upos, xpos) {
        (Upos::Verb | Upos::Aux, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md) => Landmark::Finite,
        (_, Xpos::OpenMark | Xpos::CloseMark) => Landmark::Quote,
        (_, Xpos::Comma | Xpos::Colon | Xpos::OpenBracket | Xpos::CloseBracket) => Landmark::Pause,
        (Upos::Sconj | Upos::Cconj, _) | (_, Xpos::Wdt | Xpos::Wp | Xpos::Wrb) => Landmark::Joint,
        _ => Landmark::None,
    }
}

/// What an action that makes an odd tree has to be better by; no sum of weights reaches it, and where nothing
/// else is allowed the action is still taken.
const UNLIKELY: i32 = 10_000;

/// Whether an action makes an odd tree whatever the weights say.
fn is_unlikely(state: &State, action: Action) -> bool {
    let item = |at: usize| state.items.get(at).copied().unwrap_or_default();
    let next = state.to_come(0).map(item).unwrap_or_default();
    let Some(top) = state.on_stack(0) else { return false };
    // "Israeli" in "Israeli Prime Minister": an adjective before a noun modifies one.
    let modifies = |at: usize| {
        item(at).kind == Kind::Adjective && matches!(item(at + 1).kind, Kind::Nominal | Kind::Adjective)
    };
    match action {
        // The noun phrase ends with the next word, or goes on with a name (which is flat, its first word the
        // head): now or never.
        Action::Shift => {
            let after = state.to_come(1).map(item).unwrap_or_default();
            let ends = !matches!(after.kind, Kind::Nominal | Kind::Adjective) || after.is_name;
            modifies(top) && next.kind == Kind::Nominal && ends
        }
        Action::Left => false,
        Action::Right => {
            let Some(below) = state.on_stack(1) else { return false };
            // "stated that Israel has": a word that opens a phrase or clause finds its head after it.
            let opens = |at: usize| item(at).kind == Kind::Opener;
            let has_more = state.to_come(0).is_some() && next.plain.is_none();
            opens(top) && !opens(below) && has_more || modifies(below) && item(top).kind == Kind::Nominal
        }
    }
}

/// The action that the weights like best among those allowed.
pub fn best_action(state: &State, lexicon: &ParseLexicon) -> Action {
    let mut scores = [0i32; 3];
    action_features(state, |feature| {
        if let Some(weights) = lexicon.action_weights(feature) {
            // Weights are differences from shift's.
            for (score, weight) in scores.iter_mut().skip(1).zip(weights) {
                *score += i32::from(weight);
            }
        }
    });
    for (action, score) in Action::ALL.into_iter().zip(&mut scores) {
        if is_unlikely(state, action) {
            *score -= UNLIKELY;
        }
    }
    let mut best = None;
    for (action, score) in Action::ALL.into_iter().zip(scores) {
        if state.allows(action) && best.is_none_or(|(_, least)| score > least) {
            best = Some((action, score));
        }
    }
    best.map_or(Action::Shift, |(action, _)| action)
}

/// Relations too rare to be told from others by tags alone are never given.
pub const fn is_learned(deprel: Deprel) -> bool {
    use Deprel::{Clf, CsubjPass, Dep, Dislocated, Goeswith, List, Orphan, Reparandum, Root, Vocative};
    !matches!(
        deprel,
        Clf | CsubjPass | Dep | Dislocated | Goeswith | List | Orphan | Reparandum | Root | Vocative
    )
}

/// The relation that the weights like best.
pub fn best_label(state: &State, head: usize, dependent: usize, lexicon: &ParseLexicon) -> Deprel {
    if head >= state.items.len() {
        return Deprel::Root;
    }
    if let Some(plain) = state.items.get(dependent).and_then(|item| item.plain) {
        return plain;
    }
    let mut scores = [0i32; Deprel::ALL.len()];
    label_features(state, head, dependent, |feature| {
        for (deprel, weight) in lexicon.label_weights(feature) {
            if let Some(score) = scores.get_mut(*deprel as usize) {
                *score += i32::from(*weight);
            }
        }
    });
    // Where nothing speaks for any relation the kind of word decides.
    let coarse = state.items.get(dependent).map_or(Symbol::NONE, |item| item.coarse);
    let mut best = (usual_label(coarse, head > dependent), 0);
    for (deprel, score) in Deprel::ALL.into_iter().zip(scores) {
        if score > best.1 && is_learned(deprel) {
            best = (deprel, score);
        }
    }
    best.0
}

/// What a word of this class mostly is.
fn usual_label(class: Symbol, head_follows: bool) -> Deprel {
    const fn is(upos: Upos, xpos: Xpos) -> Symbol {
        Symbol::coarse(coarse(upos, xpos))
    }
    let classes = [
        (is(Upos::Adp, Xpos::In), Deprel::Case),
        (is(Upos::Part, Xpos::Pos), Deprel::Case),
        (is(Upos::Sconj, Xpos::In), Deprel::Mark),
        (is(Upos::Part, Xpos::To), Deprel::Mark),
        (is(Upos::Cconj, Xpos::Cc), Deprel::Cc),
        (is(Upos::Det, Xpos::Dt), Deprel::Det),
        (is(Upos::Adj, Xpos::Jj), Deprel::Amod),
        (is(Upos::Adv, Xpos::Rb), Deprel::Advmod),
        (is(Upos::Aux, Xpos::Md), Deprel::Aux),
        (is(Upos::Num, Xpos::Cd), Deprel::Nummod),
        (is(Upos::Pron, Xpos::PrpPoss), Deprel::NmodPoss),
        (is(Upos::Pron, Xpos::Prp), if head_follows { Deprel::Nsubj } else { Deprel::Obj }),
        (is(Upos::Propn, Xpos::Nnp), if head_follows { Deprel::Compound } else { Deprel::Flat }),
        (is(Upos::Noun, Xpos::Nn), if head_follows { Deprel::Compound } else { Deprel::Obl }),
    ];
    classes.iter().find(|row| row.0 == class).map_or(Deprel::Conj, |row| row.1)
}

/// Parses one sentence: the heads (the length of the sentence for the root) and relations of its words.
pub fn parse(items: Vec<Item>, lexicon: &ParseLexicon) -> State {
    let mut state = State::new(items);
    while !state.is_done() {
        let action = best_action(&state, lexicon);
        let deprel = match state.arc(action) {
            Some((head, dependent)) => best_label(&state, head, dependent, lexicon),
            None => Deprel::Dep,
        };
        state.take(action, deprel);
    }
    raise_speech_verbs(&mut state);
    name_speech(&mut state);
    state
}
