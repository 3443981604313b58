//! Candidates: what the rules propose and the scorer judges.

use super::Construction;
use super::scene::Tokens;

/// The grammatical frame in which a cue word offers its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Frame {
    /// "said that …"
    That,
    /// "said he …"
    Clause,
    /// "asked whether …", "explained how …"
    Question,
    /// "said “…”", "said: …"
    Marks,
    /// "vowed to …"
    Infinitive,
    /// "urged Y to …"
    ObjectInfinitive,
    /// "described X as Y", "called X Y"
    ObjectAs,
    /// "rejected the plan"
    Object,
    /// "warned of danger", "called for calm"
    Preposition,
    /// "denied taking it"
    Gerund,
    /// "seemed unsure"
    Adjective,
    /// "…, X said"
    Trailing,
    /// "…, said X"
    Inverted,
    /// "according to X"
    According,
    /// "the claim that …", "his call for …", "the plan to …"
    Noun,
    /// "X: …" in a headline
    HeadlineColon,
    /// "X: …" in an interview
    Label,
}

impl Frame {
    /// Number of frames.
    pub const COUNT: usize = Self::Label as usize + 1;

    /// The form of words that a reader is told of.
    pub const fn construction(self) -> Construction {
        match self {
            Self::That | Self::Clause | Self::Question => Construction::VerbWithClause,
            Self::Marks => Construction::VerbWithMarks,
            Self::Infinitive | Self::ObjectInfinitive => Construction::VerbWithInfinitive,
            Self::ObjectAs | Self::Object | Self::Preposition | Self::Gerund | Self::Adjective => {
                Construction::VerbWithObject
            }
            Self::Trailing | Self::Inverted => Construction::TrailingVerb,
            Self::According => Construction::AccordingTo,
            Self::Noun => Construction::NounWithClause,
            Self::HeadlineColon => Construction::HeadlineColon,
            Self::Label => Construction::SpeakerLabel,
        }
    }
}

/// What one cue word would attribute, if it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Position of the word that carries the meaning of the cue.
    pub head: usize,
    /// The words that attribute.
    pub cue: Tokens,
    /// The words that name who speaks.
    pub source: Option<Tokens>,
    /// What is attributed.
    pub content: Vec<Tokens>,
    /// Who is spoken to.
    pub addressee: Option<Tokens>,
    /// How the cue offers its content.
    pub frame: Frame,
    /// Position of the preposition, in frames that have one.
    pub preposition: Option<usize>,
    /// "did not say"
    pub negated: bool,
    /// "would say"
    pub modal: bool,
    /// "was told"
    pub passive: bool,
    /// "to say"
    pub infinitive: bool,
}
