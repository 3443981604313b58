//! What tags and relations are called in plain English: for whoever does not know "PROPN" and "nsubj".

use crate::labels::{Deprel, Upos, Xpos};

/// "proper noun": a universal part of speech.
///
/// ```
/// use whosaid::labels::Upos;
/// use whosaid::views::upos_words;
/// assert_eq!(upos_words(Upos::Propn), "proper noun");
/// ```
pub const fn upos_words(upos: Upos) -> &'static str {
    match upos {
        Upos::Adj => "adjective",
        Upos::Adp => "preposition",
        Upos::Adv => "adverb",
        Upos::Aux => "helping verb",
        Upos::Cconj => "joining word",
        Upos::Det => "determiner",
        Upos::Intj => "interjection",
        Upos::Noun => "noun",
        Upos::Num => "number",
        Upos::Part => "particle",
        Upos::Pron => "pronoun",
        Upos::Propn => "proper noun",
        Upos::Punct => "punctuation",
        Upos::Sconj => "clause opener",
        Upos::Sym => "symbol",
        Upos::Verb => "verb",
        Upos::X => "other",
    }
}

/// "verb, past tense": a part of speech of the Penn Treebank.
pub const fn xpos_words(xpos: Xpos) -> &'static str {
    match xpos {
        Xpos::Add => "address on the web",
        Xpos::Afx => "part of a word",
        Xpos::Cc => "joining word",
        Xpos::Cd => "number",
        Xpos::Dt => "determiner",
        Xpos::Ex => "“there” that says that something exists",
        Xpos::Fw => "foreign word",
        Xpos::Gw => "part of a word written apart",
        Xpos::Hyph => "hyphen",
        Xpos::In => "preposition or clause opener",
        Xpos::Jj => "adjective",
        Xpos::Jjr => "adjective that compares",
        Xpos::Jjs => "adjective, most of all",
        Xpos::Ls => "number of a list",
        Xpos::Md => "helping verb such as “would”",
        Xpos::Nfp => "needless punctuation",
        Xpos::Nn => "noun, one",
        Xpos::Nnp => "proper noun, one",
        Xpos::Nnps => "proper noun, several",
        Xpos::Nns => "noun, several",
        Xpos::Pdt => "word before a determiner",
        Xpos::Pos => "mark of the owner",
        Xpos::Prp => "personal pronoun",
        Xpos::PrpPoss => "pronoun of the owner",
        Xpos::Rb => "adverb",
        Xpos::Rbr => "adverb that compares",
        Xpos::Rbs => "adverb, most of all",
        Xpos::Rp => "particle of a verb",
        Xpos::Sym => "symbol",
        Xpos::To => "“to” before a verb",
        Xpos::Uh => "interjection",
        Xpos::Vb => "verb, base form",
        Xpos::Vbd => "verb, past tense",
        Xpos::Vbg => "verb with -ing",
        Xpos::Vbn => "verb, past participle",
        Xpos::Vbp => "verb, present",
        Xpos::Vbz => "verb, present with -s",
        Xpos::Wdt => "determiner that asks or relates",
        Xpos::Wp => "pronoun that asks or relates",
        Xpos::WpPoss => "“whose”",
        Xpos::Wrb => "adverb that asks or relates",
        Xpos::Xx => "unknown",
        Xpos::Dollar => "sign of a currency",
        Xpos::OpenMark => "opening quotation mark",
        Xpos::CloseMark => "closing quotation mark",
        Xpos::Comma => "comma",
        Xpos::Stop => "end of a sentence",
        Xpos::Colon => "colon, semicolon or dash",
        Xpos::OpenBracket => "opening bracket",
        Xpos::CloseBracket => "closing bracket",
    }
}

/// "subject": what a word is to the word it depends on.
///
/// ```
/// use whosaid::labels::Deprel;
/// use whosaid::views::deprel_words;
/// assert_eq!(deprel_words(Deprel::Nsubj), "subject");
/// ```
pub const fn deprel_words(deprel: Deprel) -> &'static str {
    match deprel {
        Deprel::Acl => "clause about it",
        Deprel::AclRelcl => "relative clause",
        Deprel::Advcl => "side clause",
        Deprel::Advmod => "adverb",
        Deprel::Amod => "adjective",
        Deprel::Appos => "other name for it",
        Deprel::Aux => "helping verb",
        Deprel::AuxPass => "passive helper",
        Deprel::Case => "preposition",
        Deprel::Cc => "joining word",
        Deprel::CcPreconj => "“both” or “either”",
        Deprel::Ccomp => "clause as object",
        Deprel::Clf => "counting word",
        Deprel::Compound => "part of the noun",
        Deprel::CompoundPrt => "part of the verb",
        Deprel::Conj => "joined by “and”",
        Deprel::Cop => "form of “be”",
        Deprel::Csubj => "clause as subject",
        Deprel::CsubjPass => "clause as passive subject",
        Deprel::Dep => "unclear",
        Deprel::Det => "determiner",
        Deprel::DetPredet => "before the determiner",
        Deprel::Discourse => "interjection",
        Deprel::Dislocated => "moved to the edge",
        Deprel::Expl => "empty word",
        Deprel::Fixed => "fixed phrase",
        Deprel::Flat => "part of the name",
        Deprel::Goeswith => "same word",
        Deprel::Iobj => "receiver",
        Deprel::List => "list item",
        Deprel::Mark => "clause opener",
        Deprel::Nmod => "detail",
        Deprel::NmodPoss => "owner",
        Deprel::Nsubj => "subject",
        Deprel::NsubjPass => "passive subject",
        Deprel::Nummod => "number",
        Deprel::Obj => "object",
        Deprel::Obl => "circumstance",
        Deprel::OblAgent => "doer",
        Deprel::OblUnmarked => "time or amount",
        Deprel::Orphan => "left over",
        Deprel::Parataxis => "set beside it",
        Deprel::Punct => "punctuation",
        Deprel::Reparandum => "slip",
        Deprel::Root => "main word",
        Deprel::Vocative => "who is addressed",
        Deprel::Xcomp => "verb that goes on",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_words_short_enough_for_an_arc() {
        for deprel in Deprel::ALL {
            let words = deprel_words(deprel);
            assert!((4..=26).contains(&words.chars().count()) && words != deprel.name(), "{words}");
        }
        for xpos in Xpos::ALL {
            assert!(!xpos_words(xpos).is_empty());
        }
        let mut names = Upos::ALL.map(upos_words).to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Upos::ALL.len());
    }
}
