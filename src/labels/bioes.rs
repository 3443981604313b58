//! Labels of tokens in names: begin, inside, end, or alone, for each type (BIOES; L. Ratinov and D. Roth, 2009).

use super::EntityType;

/// Types of names, in the order of their labels.
pub const NAME_TYPES: [EntityType; 11] = [
    EntityType::Person,
    EntityType::Org,
    EntityType::Gpe,
    EntityType::Loc,
    EntityType::Fac,
    EntityType::Norp,
    EntityType::Event,
    EntityType::Work,
    EntityType::Product,
    EntityType::Law,
    EntityType::Misc,
];

/// Labels in all: no name, and four for each type.
pub const LABELS: usize = 1 + 4 * NAME_TYPES.len();

/// The label of a token in no name.
pub const OUTSIDE: usize = 0;

/// Where in a name a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first of several.
    Begin,
    /// In the middle.
    Inside,
    /// The last of several.
    End,
    /// The only one.
    Single,
}

/// The label of a token at a place in a name of a type, which is a row of [`NAME_TYPES`].
pub const fn label(name_type: usize, place: Place) -> usize {
    1 + 4 * name_type + place as usize
}

/// The place of a token among those of its name.
pub const fn place(at: usize, start: usize, end: usize) -> Place {
    match (at == start, at + 1 == end) {
        (true, true) => Place::Single,
        (true, false) => Place::Begin,
        (false, true) => Place::End,
        (false, false) => Place::Inside,
    }
}
