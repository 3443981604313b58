//! One entity: whether it has a name, and the letters that stand for it.

use crate::document::{Document, EntityRecord};

/// The entity of that number.
pub fn entity(document: &Document, id: u32) -> Option<&EntityRecord> {
    document.entities.get(id as usize).filter(|entity| entity.id == id)
}

/// Whether the article calls it by a name somewhere; "officials" and "a spokesman" have none.
pub fn is_named(document: &Document, entity: &EntityRecord) -> bool {
    let mentions = entity.mentions.iter().filter_map(|id| document.mentions.get(*id as usize));
    mentions.into_iter().any(|mention| mention.kind == "name")
}

/// Up to two letters for a name: the initials of its first and last word that is more than a small word.
///
/// ```
/// use whosaid::views::initials;
/// assert_eq!(initials("Ursula von der Leyen"), "UL");
/// assert_eq!(initials("the Israeli army"), "IA");
/// assert_eq!(initials("officials"), "O");
/// assert_eq!(initials(""), "");
/// ```
pub fn initials(name: &str) -> String {
    const SMALL: [&str; 9] = ["the", "a", "an", "of", "and", "for", "in", "some", "his"];
    let letters: Vec<char> = name
        .split_whitespace()
        .filter(|word| !SMALL.contains(&word.to_lowercase().as_str()))
        .filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()))
        .collect();
    let first = letters.first();
    let last = letters.last().filter(|_| letters.len() > 1);
    first.into_iter().chain(last).flat_map(|letter| letter.to_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;

    #[test]
    fn a_description_is_not_a_name() {
        let document = document("[Ana Ruiz]{e0} met [officials]{e1 nominal}", &["Ana Ruiz", "officials"]);
        let named: Vec<_> = document.entities.iter().map(|entity| is_named(&document, entity)).collect();
        assert_eq!(named, [true, false]);
    }

    #[test]
    fn a_number_outside_the_table_is_none() {
        assert!(entity(&document("", &[]), 7).is_none());
    }
}
