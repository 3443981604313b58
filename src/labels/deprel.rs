//! Dependency relations of Universal Dependencies 2.

/// A dependency relation of Universal Dependencies 2, with the subtypes that news needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Deprel {
    /// Clause that modifies a noun.
    Acl,
    /// Relative clause.
    AclRelcl,
    /// Adverbial clause.
    Advcl,
    /// Adverb.
    Advmod,
    /// Adjective.
    Amod,
    /// Apposition.
    Appos,
    /// Auxiliary.
    Aux,
    /// Passive auxiliary.
    AuxPass,
    /// Preposition or possessive mark.
    Case,
    /// Conjunction.
    Cc,
    /// *Both* before a conjunction.
    CcPreconj,
    /// Complement clause with its own subject.
    Ccomp,
    /// Classifier.
    Clf,
    /// Compound.
    Compound,
    /// Particle of a phrasal verb.
    CompoundPrt,
    /// Conjunct.
    Conj,
    /// Copula.
    Cop,
    /// Clause as subject.
    Csubj,
    /// Clause as subject of a passive.
    CsubjPass,
    #[default]
    /// Unknown relation.
    Dep,
    /// Determiner.
    Det,
    /// Predeterminer.
    DetPredet,
    /// Discourse element.
    Discourse,
    /// Dislocated element.
    Dislocated,
    /// Expletive.
    Expl,
    /// Part of a fixed phrase.
    Fixed,
    /// Part of a name without a head.
    Flat,
    /// Part of a word written apart.
    Goeswith,
    /// Indirect object.
    Iobj,
    /// List item.
    List,
    /// Mark of a clause: *that*, *to*.
    Mark,
    /// Nominal that modifies a noun.
    Nmod,
    /// Possessor.
    NmodPoss,
    /// Subject.
    Nsubj,
    /// Subject of a passive.
    NsubjPass,
    /// Number.
    Nummod,
    /// Object.
    Obj,
    /// Oblique nominal.
    Obl,
    /// Agent of a passive.
    OblAgent,
    /// Oblique without preposition: *Tuesday*.
    OblUnmarked,
    /// Left over where a head is elided.
    Orphan,
    /// Loosely attached clause: *he said* amid speech.
    Parataxis,
    /// Punctuation.
    Punct,
    /// Corrected slip.
    Reparandum,
    /// Root of the sentence.
    Root,
    /// The one spoken to.
    Vocative,
    /// Complement clause that borrows its subject.
    Xcomp,
}

impl Deprel {
    /// All values, in order.
    pub const ALL: [Self; 47] = [
        Self::Acl,
        Self::AclRelcl,
        Self::Advcl,
        Self::Advmod,
        Self::Amod,
        Self::Appos,
        Self::Aux,
        Self::AuxPass,
        Self::Case,
        Self::Cc,
        Self::CcPreconj,
        Self::Ccomp,
        Self::Clf,
        Self::Compound,
        Self::CompoundPrt,
        Self::Conj,
        Self::Cop,
        Self::Csubj,
        Self::CsubjPass,
        Self::Dep,
        Self::Det,
        Self::DetPredet,
        Self::Discourse,
        Self::Dislocated,
        Self::Expl,
        Self::Fixed,
        Self::Flat,
        Self::Goeswith,
        Self::Iobj,
        Self::List,
        Self::Mark,
        Self::Nmod,
        Self::NmodPoss,
        Self::Nsubj,
        Self::NsubjPass,
        Self::Nummod,
        Self::Obj,
        Self::Obl,
        Self::OblAgent,
        Self::OblUnmarked,
        Self::Orphan,
        Self::Parataxis,
        Self::Punct,
        Self::Reparandum,
        Self::Root,
        Self::Vocative,
        Self::Xcomp,
    ];

    /// The name in CoNLL-U and in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Acl => "acl",
            Self::AclRelcl => "acl:relcl",
            Self::Advcl => "advcl",
            Self::Advmod => "advmod",
            Self::Amod => "amod",
            Self::Appos => "appos",
            Self::Aux => "aux",
            Self::AuxPass => "aux:pass",
            Self::Case => "case",
            Self::Cc => "cc",
            Self::CcPreconj => "cc:preconj",
            Self::Ccomp => "ccomp",
            Self::Clf => "clf",
            Self::Compound => "compound",
            Self::CompoundPrt => "compound:prt",
            Self::Conj => "conj",
            Self::Cop => "cop",
            Self::Csubj => "csubj",
            Self::CsubjPass => "csubj:pass",
            Self::Dep => "dep",
            Self::Det => "det",
            Self::DetPredet => "det:predet",
            Self::Discourse => "discourse",
            Self::Dislocated => "dislocated",
            Self::Expl => "expl",
            Self::Fixed => "fixed",
            Self::Flat => "flat",
            Self::Goeswith => "goeswith",
            Self::Iobj => "iobj",
            Self::List => "list",
            Self::Mark => "mark",
            Self::Nmod => "nmod",
            Self::NmodPoss => "nmod:poss",
            Self::Nsubj => "nsubj",
            Self::NsubjPass => "nsubj:pass",
            Self::Nummod => "nummod",
            Self::Obj => "obj",
            Self::Obl => "obl",
            Self::OblAgent => "obl:agent",
            Self::OblUnmarked => "obl:unmarked",
            Self::Orphan => "orphan",
            Self::Parataxis => "parataxis",
            Self::Punct => "punct",
            Self::Reparandum => "reparandum",
            Self::Root => "root",
            Self::Vocative => "vocative",
            Self::Xcomp => "xcomp",
        }
    }

    /// The value of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }
}
