//! Why a name was taken for what it is, as data. [`crate::views::name_sentences`] puts it into words.

use serde::{Deserialize, Serialize};

/// Why a name was taken for a name of its type.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NameWhy {
    /// What else the network thought of, where it hesitated.
    #[serde(default)]
    pub rival: Option<Rival>,
    /// What speaks for the type, the strongest first, then what speaks against it.
    pub reasons: Vec<NameReason>,
}

/// The second guess of the network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rival {
    /// Its type; `None` for no name at all.
    #[serde(rename = "type")]
    pub entity_type: Option<String>,
    /// How much it has of what the two guesses have together, between 0 and 1. Above one half the network by itself
    /// preferred it, and the rest of the article decided otherwise.
    pub share: f64,
}

/// One reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NameReason {
    /// What it is.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// How far the type would fall back without it, in units of log-odds a word; below 0 it speaks against the type.
    /// Rules that decide whatever the scores are have 10.
    pub weight: f64,
}

/// Something that was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Evidence {
    /// The network knows a word of the name from the texts it learned from.
    Word {
        /// The word.
        word: String,
    },
    /// The ending of a word that the network does not know.
    Ending {
        /// The word.
        word: String,
        /// Its last characters.
        part: String,
    },
    /// The beginning of a word that the network does not know.
    Beginning {
        /// The word.
        word: String,
        /// Its first characters.
        part: String,
    },
    /// A word's capitals.
    Capital {
        /// The word.
        word: String,
        /// Whether it stands where only names have one: inside a sentence that is no heading.
        inside: bool,
    },
    /// Words of the name, or a longer name around them, are in a list.
    Listed {
        /// The words.
        words: String,
        /// The list.
        list: NameList,
    },
    /// A word at the beginning of a sentence or in a heading has a capital elsewhere in the article too, where only
    /// names have one.
    SeenAsName {
        /// The word.
        word: String,
    },
    /// A word stands in small letters elsewhere in the article.
    SeenSmall {
        /// The word.
        word: String,
    },
    /// The name begins a sentence or a quotation, where any word has a capital.
    SentenceStart,
    /// A title stands before the name.
    Title {
        /// The title.
        title: String,
    },
    /// A word before the name.
    Before {
        /// The word.
        word: String,
    },
    /// A word after the name.
    After {
        /// The word.
        word: String,
    },
    /// A longer name in the article of which this is a part.
    FullName {
        /// The longer name.
        name: String,
        /// Whether it comes before this place.
        earlier: bool,
    },
    /// A longer name in the article of which these are the initials.
    Initials {
        /// The longer name.
        name: String,
        /// Whether it comes before this place.
        earlier: bool,
    },
    /// The same name at other places of the article.
    OtherPlaces {
        /// How many.
        count: u32,
    },
    /// The first of two words tells what the name is: "Hurricane Agnes", "June Calloway".
    FirstWord {
        /// The word.
        word: String,
    },
    /// It stands in a byline, where those who wrote the article are named.
    Byline,
    /// It begins a dateline, with the place that something is reported from.
    Dateline,
    /// A list settles which kind of place it is.
    SettledByList {
        /// The words.
        words: String,
        /// The list.
        list: NameList,
    },
    /// The last word settles which kind of place it is: "County", "River".
    SettledByLastWord {
        /// The word.
        word: String,
    },
    /// Two names joined by "&" are one firm.
    Firm,
    /// A nickname in quotation marks stands between first name and surname.
    Nickname,
    /// Its words have the form of a date, sum or number.
    Value,
    /// Something that a later version knows.
    #[serde(other)]
    Other,
}

/// A list of names, or of words that tell what a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum NameList {
    /// First names.
    FirstNames,
    /// Frequent surnames.
    Surnames,
    /// Nationalities, peoples, religions, political groups.
    Nationalities,
    /// Titles.
    Titles,
    /// Countries, territories, capitals.
    Countries,
    /// States, provinces, regions.
    States,
    /// Cities and towns.
    Cities,
    /// Seas, rivers, continents.
    Places,
    /// Organisations, firms, parties, clubs, media.
    Organisations,
    /// Events.
    Events,
    /// "Inc.", "FC".
    FirmEndings,
    /// "University".
    OrganisationWords,
    /// "River".
    PlaceWords,
    /// "Lake", "San".
    PlaceBeginnings,
    /// "Airport".
    BuildingWords,
    /// "War".
    EventWords,
    /// "Hurricane".
    EventBeginnings,
    /// "Act".
    LawWords,
    /// "Bible".
    WorkWords,
    /// "van", "bin".
    Particles,
    /// "Jr."
    NameSuffixes,
    /// "CEO": capital letters that name nobody.
    Acronyms,
    /// "However": no name, though it begins sentences.
    NotNames,
    /// Months.
    Months,
    /// A list that a later version knows.
    #[serde(other)]
    Other,
}
