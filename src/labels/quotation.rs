//! Kinds, classes and polarity of attributions.

/// How much of a quotation stands inside quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// None of it.
    Indirect,
    /// Some of it.
    Mixed,
}

impl QuoteKind {
    /// All kinds, from what is told word for word to what is not.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Mixed, Self::Indirect];

    /// The name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// What the speaker does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QuoteClass {
    /// Says, tells, writes; "Name: claim"; "according to".
    #[default]
    Statement,
    /// Thinks, knows, hopes, fears, wants, plans.
    Belief,
    /// Urges, orders, asks to.
    Directive,
    /// Supports, rejects, criticises without a clause.
    Attitude,
    /// A poll shows, records indicate.
    Evidence,
}

impl QuoteClass {
    /// All classes, in order.
    pub const ALL: [Self; 5] =
        [Self::Statement, Self::Belief, Self::Directive, Self::Attitude, Self::Evidence];

    /// The name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Belief => "belief",
            Self::Directive => "directive",
            Self::Attitude => "attitude",
            Self::Evidence => "evidence",
        }
    }

    /// The class of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }
}

/// Whether the attribution takes place and the speaker stands behind the content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// "said that".
    #[default]
    Asserted,
    /// "denied that": the speaker rejects the content.
    Denied,
    /// "did not say", "would say", "if he says", "asked whether".
    Hypothetical,
}

impl Polarity {
    /// All polarities, in order.
    pub const ALL: [Self; 3] = [Self::Asserted, Self::Denied, Self::Hypothetical];

    /// The polarity of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }

    /// The name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Denied => "denied",
            Self::Hypothetical => "hypothetical",
        }
    }
}
