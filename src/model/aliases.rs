//! Names that mean the same thing: "US" and "United States", "Bill" and "William"; for `coref`.
//!
//! Read from the sections `aliases` and `nicknames`.

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicon::section;
use super::{ModelError, Pack};

/// Other names of countries and organisations, short forms of first names.
#[derive(Clone, Debug, Default)]
pub struct AliasLexicon {
    main_names: FxHashMap<Box<str>, Box<str>>,
    /// Short forms, each with the first names it may stand for.
    nicknames: FxHashMap<Box<str>, FxHashSet<Box<str>>>,
}

impl AliasLexicon {
    /// The one of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if a section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        let mut lexicon = Self::default();
        for entry in section(pack, "aliases")? {
            let alias = entry.field(0, "an alias")?.into();
            lexicon.main_names.insert(alias, entry.field(1, "a main name")?.into());
        }
        for entry in section(pack, "nicknames")? {
            let names = lexicon.nicknames.entry(entry.field(0, "a short form")?.into()).or_default();
            names.insert(entry.field(1, "a first name")?.into());
        }
        Ok(lexicon)
    }

    /// The main name behind an alias: `us` is `united states`; both without article and full stops.
    pub fn main_name(&self, alias: &str) -> Option<&str> {
        self.main_names.get(alias).map(|name| &**name)
    }

    /// Whether two first names, in lower case, may be one person's: `bill` and `william`.
    pub fn same_first_name(&self, one: &str, other: &str) -> bool {
        let is_short = |short, long| self.nicknames.get(short).is_some_and(|names| names.contains(long));
        one == other || is_short(one, other) || is_short(other, one)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::MODELS;

    #[test]
    fn aliases_lead_to_one_main_name() {
        let lexicon = &MODELS.aliases;
        assert_eq!(lexicon.main_name("us"), Some("united states"));
        assert_eq!(lexicon.main_name("idf"), lexicon.main_name("israeli army"));
        assert_eq!(lexicon.main_name("united states"), None);
        assert!(lexicon.same_first_name("bill", "william"));
        assert!(!lexicon.same_first_name("bill", "robert"));
    }
}
