//! The answers to the questions that coreference asks, with their names in the file of weights.

/// Defines the answers to a question with their names. The first is that of a candidate of which it cannot be asked.
macro_rules! answers {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $answer:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $name {
            /// Cannot be asked.
            #[default]
            None,
            $($(#[$about])* $answer),+
        }

        impl $name {
            /// The names in the file of weights.
            pub const NAMES: &'static [&'static str] = &["-", $($text),+];
        }
    };
}

answers! {
    /// Which pronoun.
    Form {
        /// "he", "she" and their forms.
        Person = "he",
        /// "it", "its", "itself".
        Thing = "it",
        /// "they" and its forms.
        Group = "they",
    }
}

answers! {
    /// What a pronoun does in its clause.
    Use {
        /// "**he** said".
        Subject = "subject",
        /// "saw **him**".
        Object = "object",
        /// "spoke with **him**".
        Oblique = "oblique",
        /// "**his** mother said".
        OwnerInSubject = "owner-in-subject",
        /// "saw **his** mother".
        Owner = "owner",
        /// "himself".
        Reflexive = "reflexive",
        /// Anything else.
        Other = "other",
    }
}

answers! {
    /// The clause of a pronoun.
    ClauseKind {
        /// Main.
        Main = "main",
        /// "said **that he left**".
        Complement = "complement",
        /// "while he left".
        Adverbial = "adverbial",
        /// "the man he saw".
        Relative = "relative",
        /// "came and he left".
        Coordinate = "coordinate",
        /// Anything else.
        Other = "other",
    }
}

answers! {
    /// Where in its sentence a pronoun stands.
    Opening {
        /// Among the first words.
        First = "first",
        /// In a clause or phrase before the main clause.
        Fronted = "fronted",
        /// Later.
        Later = "later",
    }
}

answers! {
    /// Which way an entity's nearest mention lies.
    Direction {
        /// Before.
        Behind = "behind",
        /// After, where a fronted clause or phrase leads: "While **he** waits, **Gallant** …".
        Ahead = "ahead",
        /// After, as another subject of the sentence.
        AheadAnywhere = "ahead-anywhere",
    }
}

answers! {
    /// What an entity's mention does in its clause.
    MentionUse {
        /// "**Ana** said".
        Subject = "subject",
        /// "thanked **Ana**".
        Object = "object",
        /// "spoke with **Ana**".
        Oblique = "oblique",
        /// "**Ana's** house".
        Possessor = "possessor",
        /// Inside another noun phrase.
        Other = "other",
    }
}

answers! {
    /// How an entity was mentioned last.
    LastForm {
        /// By a name of several words.
        FullName = "full-name",
        /// By a name of one word.
        ShortName = "short-name",
        /// "a man".
        Indefinite = "indefinite",
        /// "the man".
        Definite = "definite",
        /// "her mother".
        Owned = "owned",
        /// By the same pronoun in any of its forms.
        SamePronoun = "same-pronoun",
        /// By another pronoun.
        OtherPronoun = "other-pronoun",
    }
}

answers! {
    /// What kind of thing an entity is.
    Sort {
        /// A person with a name.
        Person = "person",
        /// A person without.
        SomePerson = "someone",
        /// A named organisation.
        Org = "org",
        /// A group without name: "the company".
        SomeOrg = "group",
        /// A country, city or place.
        Place = "place",
        /// A people or party.
        Norp = "norp",
        /// Anything else.
        Other = "other",
    }
}

answers! {
    /// How gender and number of an entity stand to a pronoun.
    Agreement {
        /// The article's words tell the same.
        Told = "told",
        /// Only pronouns before told the same.
        Linked = "linked",
        /// A first name suggests the same.
        Hinted = "hinted",
        /// Nothing is known.
        Open = "open",
        /// A first name suggests another.
        HintedAgainst = "hinted-against",
        /// Something else was told.
        Against = "against",
    }
}

answers! {
    /// How an entity's mention stands to a pronoun in the tree.
    Relation {
        /// In another sentence.
        Apart = "apart",
        /// The subject of the pronoun's clause.
        OwnSubject = "own-subject",
        /// Another argument of the same verb.
        Beside = "beside",
        /// The subject that a clause without subject shares: "wants to see him".
        Controls = "controls",
        /// The subject of the verb that reports the pronoun's clause.
        Reports = "reports",
        /// Another subject of a clause above.
        SubjectAbove = "subject-above",
        /// Something else in a clause above.
        Above = "above",
        /// A subject in a clause below.
        SubjectBelow = "subject-below",
        /// Deeper in the same clause, or in one below.
        Below = "below",
        /// A subject in a clause beside.
        SubjectAcross = "subject-across",
        /// Elsewhere in the sentence.
        Across = "across",
    }
}

answers! {
    /// On which side of quotation marks both stand.
    Marks {
        /// Both outside.
        Outside = "outside",
        /// Both in the same.
        Same = "same",
        /// The pronoun inside, the mention outside.
        Into = "into",
        /// The pronoun outside, the mention inside.
        OutOf = "out-of",
        /// In different ones.
        Different = "different",
    }
}

answers! {
    /// Who was meant by the last pronoun of the same form.
    Chain {
        /// There was none.
        First = "first",
        /// This entity, in this sentence or the one before.
        Same = "same",
        /// This entity, further back.
        SameFar = "same-far",
        /// Another entity.
        Other = "other",
        /// Nobody that was found.
        Lost = "lost",
    }
}

answers! {
    /// Whether an entity's mention is what its sentence is about.
    Topic {
        /// The first mention, and subject.
        FirstSubject = "first-subject",
        /// The subject of the main clause.
        Subject = "subject",
        /// The first mention.
        First = "first",
        /// Neither.
        No = "no",
    }
}

answers! {
    /// Which of the entities that agree an entity is in the sentence of its last mention.
    Order {
        /// The only one.
        Only = "only",
        /// The first of several.
        First = "first",
        /// Another.
        Later = "later",
    }
}

answers! {
    /// Whether the text began with an entity.
    Theme {
        /// It is in the headline.
        Headline = "headline",
        /// It is the first person or organisation of its kind.
        First = "first",
        /// Neither.
        No = "no",
    }
}

answers! {
    /// Whether and where an entity is named after the pronoun.
    Follows {
        /// As the subject that a fronted clause or phrase leads to: "In **his** speech, **Gallant** said".
        Led = "led",
        /// As another subject of the sentence.
        Subject = "subject",
        /// Elsewhere in the sentence.
        Sentence = "sentence",
        /// Not in the sentence.
        No = "no",
    }
}

answers! {
    /// Yes or no.
    Answer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}
