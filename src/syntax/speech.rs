//! Reported speech in the tree: the verb of saying is the head, what was said its complement, as in the
//! treebanks, wherever the parser made the speech the head and hung the verb below it.

use super::parse_state::{Item, Landmark, State};
use crate::labels::Deprel;

/// *“We won,” **said** Ana Ruiz*; *talks will resume, officials **said***: where a verb of saying follows the
/// speech after a comma or a closing mark and depends on the verb of the speech, the two change places.
pub fn raise_speech_verbs(state: &mut State) {
    let len = state.items.len();
    for verb in 0..len {
        let Some(item) = state.items.get(verb).copied() else { return };
        if !item.says || item.landmark != Landmark::Finite {
            continue;
        }
        let Some(&speech) = state.heads.get(verb) else { return };
        let loose = matches!(
            state.deprels.get(verb),
            Some(
                Deprel::Parataxis
                    | Deprel::Conj
                    | Deprel::Ccomp
                    | Deprel::Advcl
                    | Deprel::Appos
                    | Deprel::Acl
            )
        );
        if speech >= verb || !loose || joined(state, verb) || !after_speech(state, verb) {
            continue;
        }
        let above = state.heads.get(speech).copied().unwrap_or(len);
        let relation = state.deprels.get(speech).copied().unwrap_or_default();
        set(state, verb, above, relation);
        set(state, speech, verb, Deprel::Ccomp);
        // The full stop goes with the sentence's verb.
        let last = len.saturating_sub(1);
        if last > verb && state.heads.get(last) == Some(&speech) {
            set(state, last, verb, Deprel::Punct);
        }
    }
}

/// *Talks will **continue**, officials said*: nothing before a verb of saying can be coordinated with it, so a
/// clause there is what was said.
pub fn name_speech(state: &mut State) {
    for word in 0..state.items.len() {
        let Some(&head) = state.heads.get(word) else { return };
        let after = head > word && state.items.get(head).is_some_and(|item| item.says);
        let coordinated = matches!(state.deprels.get(word), Some(Deprel::Conj | Deprel::Parataxis));
        if after && coordinated {
            set(state, word, head, Deprel::Ccomp);
        }
    }
}

fn set(state: &mut State, word: usize, head: usize, deprel: Deprel) {
    if let (Some(slot), Some(relation)) = (state.heads.get_mut(word), state.deprels.get_mut(word)) {
        *slot = head;
        *relation = deprel;
    }
}

/// Whether the verb has a conjunction or mark of its own: *he won and **said** so* is no speech.
fn joined(state: &State, verb: usize) -> bool {
    let first = verb.saturating_sub(REACH);
    (first..verb).any(|word| {
        state.heads.get(word) == Some(&verb)
            && matches!(state.deprels.get(word), Some(Deprel::Cc | Deprel::Mark))
    })
}

/// Most words between the speech and its verb: the subject with its titles.
const REACH: usize = 12;

/// Whether a comma or closing mark stands right before the verb or before its subject and auxiliaries.
fn after_speech(state: &State, verb: usize) -> bool {
    let mut start = verb;
    let first = verb.saturating_sub(REACH);
    for word in (first..verb).rev() {
        let Some(item) = state.items.get(word) else { return false };
        if is_pause(item) {
            return word + 1 == start;
        }
        // Everything back to the pause belongs to the verb: its subject, what modifies it, auxiliaries.
        let mut at = word;
        let belongs = (0..REACH).any(|_| {
            at = state.heads.get(at).copied().unwrap_or(usize::MAX);
            at == verb
        });
        if !belongs {
            return false;
        }
        start = word;
    }
    false
}

fn is_pause(item: &Item) -> bool {
    matches!(item.landmark, Landmark::Pause | Landmark::Quote)
}
