//! The facts of words that are told, each with the list it comes from.

use crate::mentions::NameList;
use crate::model::{KnownName, Role};

/// The roles that are told, each with the list it comes from.
pub const ROLES: [(Role, NameList); 18] = [
    (Role::Surname, NameList::Surnames),
    (Role::Nationality, NameList::Nationalities),
    (Role::Title, NameList::Titles),
    (Role::TitleModifier, NameList::Titles),
    (Role::OrgSuffix, NameList::FirmEndings),
    (Role::OrgHead, NameList::OrganisationWords),
    (Role::PlaceHead, NameList::PlaceWords),
    (Role::PlaceBefore, NameList::PlaceBeginnings),
    (Role::FacHead, NameList::BuildingWords),
    (Role::EventHead, NameList::EventWords),
    (Role::EventBefore, NameList::EventBeginnings),
    (Role::LawHead, NameList::LawWords),
    (Role::WorkHead, NameList::WorkWords),
    (Role::Particle, NameList::Particles),
    (Role::NameSuffix, NameList::NameSuffixes),
    (Role::Acronym, NameList::Acronyms),
    (Role::NotName, NameList::NotNames),
    (Role::Month, NameList::Months),
];

/// The kinds of known names, each with its list.
pub const KNOWN: [(KnownName, NameList); 6] = [
    (KnownName::Country, NameList::Countries),
    (KnownName::State, NameList::States),
    (KnownName::City, NameList::Cities),
    (KnownName::Place, NameList::Places),
    (KnownName::Organisation, NameList::Organisations),
    (KnownName::Event, NameList::Events),
];
