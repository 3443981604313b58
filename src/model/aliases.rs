//! Names that mean the same thing: "US" and "United States", "Bill" and "William"; for `coref`.
//!
//! Read from `seeds/lexicons/aliases.tsv` and `nicknames.tsv`.

use std::collections::{HashMap, HashSet};

use super::{ModelError, entries};

const ALIASES: &str = include_str!("../../seeds/lexicons/aliases.tsv");
const NICKNAMES: &str = include_str!("../../seeds/lexicons/nicknames.tsv");

/// Other names of countries and organisations, short forms of first names.
#[derive(Clone, Debug, Default)]
pub struct AliasLexicon {
    main_names: HashMap<&'static str, &'static str>,
    nicknames: HashSet<(&'static str, &'static str)>,
}

impl AliasLexicon {
    /// The English one that is compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if a file is damaged.
    pub fn builtin() -> Result<Self, ModelError> {
        let mut lexicon = Self::default();
        for entry in entries("aliases", ALIASES) {
            lexicon.main_names.insert(entry.field(0, "an alias")?, entry.field(1, "a main name")?);
        }
        for entry in entries("nicknames", NICKNAMES) {
            lexicon.nicknames.insert((entry.field(0, "a short form")?, entry.field(1, "a first name")?));
        }
        Ok(lexicon)
    }

    /// The main name behind an alias: `us` is `united states`; both without article and full stops.
    pub fn main_name(&self, alias: &str) -> Option<&'static str> {
        self.main_names.get(alias).copied()
    }

    /// Whether two first names, in lower case, may be one person's: `bill` and `william`.
    pub fn same_first_name(&self, one: &str, other: &str) -> bool {
        one == other || self.nicknames.contains(&(one, other)) || self.nicknames.contains(&(other, one))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_lead_to_one_main_name() {
        let lexicon = AliasLexicon::builtin().expect("the lexicons are whole");
        assert_eq!(lexicon.main_name("us"), Some("united states"));
        assert_eq!(lexicon.main_name("idf"), lexicon.main_name("israeli army"));
        assert_eq!(lexicon.main_name("united states"), None);
        assert!(lexicon.same_first_name("bill", "william"));
        assert!(!lexicon.same_first_name("bill", "robert"));
    }
}
