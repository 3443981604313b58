//! Fine parts of speech: the Penn Treebank tags of the English UD treebanks.

/// A part of speech of the Penn Treebank, as the English UD treebanks extend it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Xpos {
    /// Address: web, mail.
    Add,
    /// Affix that stands alone.
    Afx,
    /// Coordinating conjunction.
    Cc,
    /// Cardinal number.
    Cd,
    /// Determiner.
    Dt,
    /// Existential *there*.
    Ex,
    /// Foreign word.
    Fw,
    /// Part of a word that was written apart.
    Gw,
    /// Hyphen inside a compound.
    Hyph,
    /// Preposition or subordinating conjunction.
    In,
    /// Adjective.
    Jj,
    /// Comparative adjective.
    Jjr,
    /// Superlative adjective.
    Jjs,
    /// List item marker.
    Ls,
    /// Modal.
    Md,
    /// Superfluous punctuation, smiley.
    Nfp,
    /// Singular noun.
    Nn,
    /// Singular proper noun.
    Nnp,
    /// Plural proper noun.
    Nnps,
    /// Plural noun.
    Nns,
    /// Predeterminer.
    Pdt,
    /// Possessive mark.
    Pos,
    /// Personal pronoun.
    Prp,
    /// Possessive pronoun.
    PrpPoss,
    /// Adverb.
    Rb,
    /// Comparative adverb.
    Rbr,
    /// Superlative adverb.
    Rbs,
    /// Particle of a phrasal verb.
    Rp,
    /// Symbol.
    Sym,
    /// Infinitival *to*.
    To,
    /// Interjection.
    Uh,
    /// Base form of a verb.
    Vb,
    /// Past tense.
    Vbd,
    /// Gerund or present participle.
    Vbg,
    /// Past participle.
    Vbn,
    /// Present tense, not third person singular.
    Vbp,
    /// Present tense, third person singular.
    Vbz,
    /// *Wh*-determiner.
    Wdt,
    /// *Wh*-pronoun.
    Wp,
    /// Possessive *wh*-pronoun.
    WpPoss,
    /// *Wh*-adverb.
    Wrb,
    #[default]
    /// Unknown.
    Xx,
    /// Currency sign.
    Dollar,
    /// Opening quotation mark.
    OpenMark,
    /// Closing quotation mark.
    CloseMark,
    /// Comma.
    Comma,
    /// Full stop, question or exclamation mark.
    Stop,
    /// Colon, semicolon, dash, ellipsis.
    Colon,
    /// Opening bracket.
    OpenBracket,
    /// Closing bracket.
    CloseBracket,
}

impl Xpos {
    /// All values, in order.
    pub const ALL: [Self; 50] = [
        Self::Add,
        Self::Afx,
        Self::Cc,
        Self::Cd,
        Self::Dt,
        Self::Ex,
        Self::Fw,
        Self::Gw,
        Self::Hyph,
        Self::In,
        Self::Jj,
        Self::Jjr,
        Self::Jjs,
        Self::Ls,
        Self::Md,
        Self::Nfp,
        Self::Nn,
        Self::Nnp,
        Self::Nnps,
        Self::Nns,
        Self::Pdt,
        Self::Pos,
        Self::Prp,
        Self::PrpPoss,
        Self::Rb,
        Self::Rbr,
        Self::Rbs,
        Self::Rp,
        Self::Sym,
        Self::To,
        Self::Uh,
        Self::Vb,
        Self::Vbd,
        Self::Vbg,
        Self::Vbn,
        Self::Vbp,
        Self::Vbz,
        Self::Wdt,
        Self::Wp,
        Self::WpPoss,
        Self::Wrb,
        Self::Xx,
        Self::Dollar,
        Self::OpenMark,
        Self::CloseMark,
        Self::Comma,
        Self::Stop,
        Self::Colon,
        Self::OpenBracket,
        Self::CloseBracket,
    ];

    /// The name in CoNLL-U and in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Add => "ADD",
            Self::Afx => "AFX",
            Self::Cc => "CC",
            Self::Cd => "CD",
            Self::Dt => "DT",
            Self::Ex => "EX",
            Self::Fw => "FW",
            Self::Gw => "GW",
            Self::Hyph => "HYPH",
            Self::In => "IN",
            Self::Jj => "JJ",
            Self::Jjr => "JJR",
            Self::Jjs => "JJS",
            Self::Ls => "LS",
            Self::Md => "MD",
            Self::Nfp => "NFP",
            Self::Nn => "NN",
            Self::Nnp => "NNP",
            Self::Nnps => "NNPS",
            Self::Nns => "NNS",
            Self::Pdt => "PDT",
            Self::Pos => "POS",
            Self::Prp => "PRP",
            Self::PrpPoss => "PRP$",
            Self::Rb => "RB",
            Self::Rbr => "RBR",
            Self::Rbs => "RBS",
            Self::Rp => "RP",
            Self::Sym => "SYM",
            Self::To => "TO",
            Self::Uh => "UH",
            Self::Vb => "VB",
            Self::Vbd => "VBD",
            Self::Vbg => "VBG",
            Self::Vbn => "VBN",
            Self::Vbp => "VBP",
            Self::Vbz => "VBZ",
            Self::Wdt => "WDT",
            Self::Wp => "WP",
            Self::WpPoss => "WP$",
            Self::Wrb => "WRB",
            Self::Xx => "XX",
            Self::Dollar => "$",
            Self::OpenMark => "``",
            Self::CloseMark => "''",
            Self::Comma => ",",
            Self::Stop => ".",
            Self::Colon => ":",
            Self::OpenBracket => "-LRB-",
            Self::CloseBracket => "-RRB-",
        }
    }

    /// The value of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }
}
