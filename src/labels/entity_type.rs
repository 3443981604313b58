//! Types of entities and values.

/// Types of entities and values, after OntoNotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityType {
    /// People, also invented ones.
    Person,
    /// Companies, authorities, parties, teams.
    Org,
    /// Countries, cities, states.
    Gpe,
    /// Other places: mountains, regions, waters.
    Loc,
    /// Buildings, airports, roads, bridges.
    Fac,
    /// Nationalities, religious and political groups.
    Norp,
    /// Named storms, battles, sports events.
    Event,
    /// Titles of books, songs, films.
    Work,
    /// Things, vehicles, foods.
    Product,
    /// Named documents made into laws.
    Law,
    /// Any other name; the type of descriptions and pronouns that fit none.
    Misc,
    /// Dates and periods.
    Date,
    /// Times shorter than a day.
    Time,
    /// Sums of money.
    Money,
    /// Percentages.
    Percent,
    /// Measures of weight, distance …
    Quantity,
    /// "first", "2nd".
    Ordinal,
    /// Other numbers.
    Cardinal,
}

impl EntityType {
    /// All types, in order.
    pub const ALL: [Self; 18] = [
        Self::Person,
        Self::Org,
        Self::Gpe,
        Self::Loc,
        Self::Fac,
        Self::Norp,
        Self::Event,
        Self::Work,
        Self::Product,
        Self::Law,
        Self::Misc,
        Self::Date,
        Self::Time,
        Self::Money,
        Self::Percent,
        Self::Quantity,
        Self::Ordinal,
        Self::Cardinal,
    ];

    /// The name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Org => "ORG",
            Self::Gpe => "GPE",
            Self::Loc => "LOC",
            Self::Fac => "FAC",
            Self::Norp => "NORP",
            Self::Event => "EVENT",
            Self::Work => "WORK",
            Self::Product => "PRODUCT",
            Self::Law => "LAW",
            Self::Misc => "MISC",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Money => "MONEY",
            Self::Percent => "PERCENT",
            Self::Quantity => "QUANTITY",
            Self::Ordinal => "ORDINAL",
            Self::Cardinal => "CARDINAL",
        }
    }

    /// The type of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }

    /// Whether this is a value (date, sum, number) and not a name.
    pub const fn is_value(self) -> bool {
        matches!(
            self,
            Self::Date
                | Self::Time
                | Self::Money
                | Self::Percent
                | Self::Quantity
                | Self::Ordinal
                | Self::Cardinal
        )
    }
}
