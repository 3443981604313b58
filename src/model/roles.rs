//! The roles that words play in names and values: sets of them, and their names in the lexicons.

/// What a word shows about the name or value it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// Ends the name of a firm or club: "Inc.", "FC".
    OrgSuffix,
    /// The last word of names of organisations: "University".
    OrgHead,
    /// The last word of names of places: "River".
    PlaceHead,
    /// The first word of names of places: "Lake", "San".
    PlaceBefore,
    /// The last word of names of buildings and roads: "Airport".
    FacHead,
    /// The last word of names of events: "War".
    EventHead,
    /// The first word of names of events: "Hurricane".
    EventBefore,
    /// The last word of names of laws: "Act".
    LawHead,
    /// The last word of names of works: "Bible".
    WorkHead,
    /// A small word inside names: "van", "bin".
    Particle,
    /// Follows a person's name: "Jr.".
    NameSuffix,
    /// Never a name, though it begins sentences: "However".
    NotName,
    /// Capital letters that name no organisation: "CEO".
    Acronym,
    /// A title before a name: "Senator".
    Title,
    /// A word of a longer title: "Deputy".
    TitleModifier,
    /// A nationality, people, religion or political group: "French".
    Nationality,
    /// A first name.
    GivenName,
    /// A frequent surname.
    Surname,
    /// "March", "Sept."
    Month,
    /// "Friday".
    Weekday,
    /// "Christmas".
    Holiday,
    /// "spring".
    Season,
    /// "week".
    DateUnit,
    /// "hour".
    TimeUnit,
    /// "morning", "noon".
    DayPart,
    /// "yesterday".
    Day,
    /// "seven".
    Number,
    /// "million", "dozen".
    Scale,
    /// "third".
    Ordinal,
    /// "half".
    Fraction,
    /// "euros".
    Currency,
    /// "USD".
    CurrencyCode,
    /// "$".
    CurrencySign,
    /// "kilometres".
    Unit,
    /// "square", before a unit.
    UnitBefore,
    /// "percent", "%".
    Percent,
    /// "GMT".
    Zone,
    /// "the", "last", "between": a value may begin with it.
    Lead,
    /// "Route", "page": a number after it is a label.
    LabelBefore,
    /// "people": a number before it counts and is no year.
    Counted,
    /// "Canadian", "Cairo": speaks for the money of its country.
    MoneyHome,
}

/// Names of the roles in `name_words.tsv`.
pub(super) const NAME_ROLES: [(&str, Role); 13] = [
    ("org_suffix", Role::OrgSuffix),
    ("org_head", Role::OrgHead),
    ("place_head", Role::PlaceHead),
    ("place_before", Role::PlaceBefore),
    ("fac_head", Role::FacHead),
    ("event_head", Role::EventHead),
    ("event_before", Role::EventBefore),
    ("law_head", Role::LawHead),
    ("work_head", Role::WorkHead),
    ("particle", Role::Particle),
    ("name_suffix", Role::NameSuffix),
    ("not_name", Role::NotName),
    ("acronym", Role::Acronym),
];

/// Names of the roles in `value_words.tsv`.
pub(super) const VALUE_ROLES: [(&str, Role); 23] = [
    ("month", Role::Month),
    ("weekday", Role::Weekday),
    ("holiday", Role::Holiday),
    ("season", Role::Season),
    ("date_unit", Role::DateUnit),
    ("time_unit", Role::TimeUnit),
    ("daypart", Role::DayPart),
    ("day", Role::Day),
    ("number", Role::Number),
    ("scale", Role::Scale),
    ("ordinal", Role::Ordinal),
    ("fraction", Role::Fraction),
    ("currency", Role::Currency),
    ("currency_code", Role::CurrencyCode),
    ("currency_sign", Role::CurrencySign),
    ("unit", Role::Unit),
    ("unit_before", Role::UnitBefore),
    ("percent", Role::Percent),
    ("zone", Role::Zone),
    ("lead", Role::Lead),
    ("label_before", Role::LabelBefore),
    ("counted", Role::Counted),
    ("money_home", Role::MoneyHome),
];

/// A set of roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u64);

impl Roles {
    /// Adds a role.
    pub const fn add(&mut self, role: Role) {
        self.0 |= 1 << role as u8;
    }

    /// The union of two sets.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set holds a role.
    pub const fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u8) != 0
    }

    /// Whether the set holds one of these roles.
    pub fn has_any(self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has(*role))
    }

    /// The set as bits, [`Role`] by [`Role`].
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Whether the set holds no role.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_added() {
        let mut roles = Roles::default();
        roles.add(Role::OrgHead);
        roles.add(Role::Zone);
        assert!(roles.has(Role::Zone) && roles.has_any(&[Role::Month, Role::OrgHead]));
        assert!(!roles.has(Role::Month));
    }
}
