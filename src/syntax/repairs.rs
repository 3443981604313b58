//! Second thoughts of the tagger, where what decides stands further away than two words.

use crate::labels::{Upos, Xpos};
use crate::model::{Tag, WordLexicon};

/// How far a verb may stand from its auxiliary: *has, the minister said on Monday, **rejected***.
const REACH: usize = 6;

/// Settles whether *have* and *do* are auxiliaries: *Israel **has** evidence* against *has rejected*.
pub fn repair<'a>(tags: &mut [Tag], forms: impl Iterator<Item = &'a str>, lexicon: &WordLexicon) {
    for (at, form) in forms.enumerate() {
        let Some(&tag) = tags.get(at) else { return };
        if !matches!(lexicon.upos(tag), Upos::Verb | Upos::Aux) {
            continue;
        }
        let participle = match form.to_ascii_lowercase().as_str() {
            "have" | "has" | "had" | "having" | "'ve" | "’ve" => true,
            "do" | "does" | "did" => false,
            _ => continue,
        };
        let helps = tags.get(at + 1..).is_some_and(|after| has_verb(after, participle, lexicon));
        let upos = if helps { Upos::Aux } else { Upos::Verb };
        if let (Some(better), Some(slot)) = (lexicon.tag(upos, lexicon.xpos(tag)), tags.get_mut(at)) {
            *slot = better;
        }
    }
}

/// Whether the verb that an auxiliary wants comes before anything that would be its object.
fn has_verb(after: &[Tag], participle: bool, lexicon: &WordLexicon) -> bool {
    for (index, tag) in after.iter().take(REACH).enumerate() {
        let (upos, xpos) = (lexicon.upos(*tag), lexicon.xpos(*tag));
        match (upos, xpos) {
            (Upos::Verb | Upos::Aux, Xpos::Vbn | Xpos::Vbd) => return participle,
            (Upos::Verb | Upos::Aux, Xpos::Vb | Xpos::Vbp) => return !participle,
            (Upos::Adv, _) | (Upos::Part, Xpos::Rb) => {}
            // "has he said", "did they come": the subject of a question.
            (Upos::Pron, Xpos::Prp | Xpos::Ex) if index <= 1 => {}
            _ => return false,
        }
    }
    false
}
