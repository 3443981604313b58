//! Why a name was taken for what it is, in plain sentences.

use crate::document::{Evidence, NameList, NameReason, NameWhy, Rival};
use crate::labels::EntityType;

/// "a person": a type with its article.
pub const fn type_words(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "a person",
        EntityType::Org => "an organisation",
        EntityType::Gpe => "a country, state or city",
        EntityType::Loc => "a place such as a sea or a mountain",
        EntityType::Fac => "a building or road",
        EntityType::Norp => "a nationality or group",
        EntityType::Event => "an event",
        EntityType::Work => "a work",
        EntityType::Product => "a thing or product",
        EntityType::Law => "a law",
        EntityType::Misc => "a name of another kind",
        EntityType::Date => "a date",
        EntityType::Time => "a time",
        EntityType::Money => "a sum of money",
        EntityType::Percent => "a percentage",
        EntityType::Quantity => "a quantity",
        EntityType::Ordinal | EntityType::Cardinal => "a number",
    }
}

/// The reasons for a name of this type, one sentence each: what speaks for it, the strongest first, then what speaks
/// against it, then what else it might be.
///
/// ```
/// use whosaid::document::{Evidence, NameReason, NameWhy};
/// use whosaid::labels::EntityType;
/// use whosaid::views::name_sentences;
///
/// let title = NameReason { evidence: Evidence::Title { title: "leader".into() }, weight: 2.5 };
/// let why = NameWhy { rival: None, reasons: vec![title] };
/// assert_eq!(name_sentences(EntityType::Person, &why), ["It follows the title ‘leader’."]);
/// ```
pub fn name_sentences(entity_type: EntityType, why: &NameWhy) -> Vec<String> {
    let mut sentences: Vec<String> =
        why.reasons.iter().filter_map(|reason| sentence(entity_type, reason)).collect();
    if !why.reasons.iter().any(|reason| reason.weight > 0.0) {
        let many = "No single reason stands out: many small ones together decided.";
        sentences.insert(0, many.to_owned());
    }
    sentences.extend(why.rival.as_ref().map(rival));
    sentences
}

fn rival(rival: &Rival) -> String {
    let kind = rival.entity_type.as_deref().and_then(EntityType::from_name);
    let what = match (&rival.entity_type, kind) {
        (None, _) => "no name at all",
        (Some(_), Some(kind)) => type_words(kind),
        (Some(_), None) => "something else",
    };
    let share = rival.share * 100.0;
    if rival.share > 0.5 {
        format!(
            "The sentence alone would rather suggest {what} ({share:.0}%), but other evidence outweighed it."
        )
    } else {
        format!("It might also be {what} ({share:.0}%).")
    }
}

/// `None` for what only a later version knows.
fn sentence(entity_type: EntityType, reason: &NameReason) -> Option<String> {
    let against = reason.weight < 0.0;
    let what = if against { "something else" } else { type_words(entity_type) };
    let place = |earlier: &bool| if *earlier { "earlier" } else { "later" };
    let told = match &reason.evidence {
        Evidence::Word { word } => {
            format!("The word ‘{word}’ itself speaks for {what}, as learned from news.")
        }
        Evidence::Ending { word, part } => {
            format!("The ending ‘-{part}’ of ‘{word}’ speaks for {what}.")
        }
        Evidence::Beginning { word, part } => {
            format!("The beginning ‘{part}-’ of ‘{word}’ speaks for {what}.")
        }
        Evidence::Capital { word, inside } => {
            let several = word.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
            let all = several && !word.chars().any(char::is_lowercase);
            let how = if all { "in capitals" } else { "with a capital" };
            let place = if *inside { " inside a sentence, as names are" } else { "" };
            format!("‘{word}’ is written {how}{place}.")
        }
        Evidence::Listed { words, list } => format!("‘{words}’ {}.", listed(*list)?),
        Evidence::SeenAsName { word } => {
            format!("‘{word}’ has a capital elsewhere in the article too, inside a sentence.")
        }
        Evidence::SeenSmall { word } => format!("‘{word}’ also stands in small letters in the article."),
        Evidence::SentenceStart => "It begins a sentence, where any word has a capital.".to_owned(),
        Evidence::Title { title } => format!("It follows the title ‘{title}’."),
        Evidence::Before { word } => format!("The word ‘{word}’ before it speaks for {what}."),
        Evidence::After { word } => format!("The word ‘{word}’ after it speaks for {what}."),
        Evidence::FullName { name, earlier } if against => {
            format!("‘{name}’, {} in the article, is something else.", place(earlier))
        }
        Evidence::FullName { name, earlier } => {
            format!("The same name stands in full as ‘{name}’ {} in the article.", place(earlier))
        }
        Evidence::Initials { name, earlier } if against => {
            format!("‘{name}’, {} in the article, has these initials and is something else.", place(earlier))
        }
        Evidence::Initials { name, earlier } => {
            format!("Its letters are the initials of ‘{name}’, {} in the article.", place(earlier))
        }
        Evidence::OtherPlaces { count: 1 } => {
            format!("Elsewhere in the article (once) the same name speaks for {what}.")
        }
        Evidence::OtherPlaces { count } => {
            format!("Elsewhere in the article ({count} times) the same name speaks for {what}.")
        }
        Evidence::FirstWord { word } => format!("A name of two words that begins with ‘{word}’ is {what}."),
        Evidence::Byline => "It stands in the byline, where an article names who wrote it.".to_owned(),
        Evidence::Dateline => "It begins the dateline, with the place of the report.".to_owned(),
        Evidence::SettledByList { words, list } => format!("‘{words}’ {}.", listed(*list)?),
        Evidence::SettledByLastWord { word } => {
            format!("A name of a place that ends with ‘{word}’ is {what}.")
        }
        Evidence::Firm => "Two names joined by ‘&’ are one firm.".to_owned(),
        Evidence::Nickname => {
            "A nickname in quotation marks stands between the first name and the surname of a person."
                .to_owned()
        }
        Evidence::Value => format!("Its words have the form of {what}."),
        Evidence::Other => return None,
    };
    Some(if against { format!("On the other hand: {}", small(&told)) } else { told })
}

/// What is said of words in a list.
const fn listed(list: NameList) -> Option<&'static str> {
    Some(match list {
        NameList::FirstNames => "is in the list of first names",
        NameList::Surnames => "is in the list of surnames",
        NameList::Nationalities => "is in the list of nationalities and groups",
        NameList::Titles => "is in the list of titles",
        NameList::Countries => "is in the list of countries and capitals",
        NameList::States => "is in the list of states and regions",
        NameList::Cities => "is in the list of cities",
        NameList::Places => "is in the list of seas, rivers and other places",
        NameList::Organisations => "is in the list of organisations",
        NameList::Events => "is in the list of events",
        NameList::FirmEndings => "is a word that ends names of firms and clubs",
        NameList::OrganisationWords => "is a word that ends names of organisations",
        NameList::PlaceWords => "is a word that ends names of places",
        NameList::PlaceBeginnings => "is a word that begins names of places",
        NameList::BuildingWords => "is a word that ends names of buildings and roads",
        NameList::EventWords => "is a word that ends names of events",
        NameList::EventBeginnings => "is a word that begins names of events",
        NameList::LawWords => "is a word that ends names of laws",
        NameList::WorkWords => "is a word that ends names of works",
        NameList::Particles => "is a small word that stands inside names of people",
        NameList::NameSuffixes => "is a word that follows names of people",
        NameList::Acronyms => "is in the list of abbreviations that name nobody",
        NameList::NotNames => "is in the list of words that are no names, though they begin sentences",
        NameList::Months => "is in the list of months",
        NameList::Other => return None,
    })
}

/// A sentence after a colon.
fn small(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(entity_type: EntityType, reasons: Vec<(Evidence, f64)>, rival: Option<Rival>) -> Vec<String> {
        let reasons = reasons.into_iter().map(|(evidence, weight)| NameReason { evidence, weight });
        name_sentences(entity_type, &NameWhy { rival, reasons: reasons.collect() })
    }

    #[test]
    fn what_speaks_against_says_so() {
        let word = |word: &str| Evidence::Word { word: word.into() };
        let rival = Rival { entity_type: Some("GPE".into()), share: 0.221 };
        assert_eq!(
            told(EntityType::Org, vec![(word("Sinai"), 1.0), (Evidence::SentenceStart, -1.0)], Some(rival)),
            [
                "The word ‘Sinai’ itself speaks for an organisation, as learned from news.",
                "On the other hand: it begins a sentence, where any word has a capital.",
                "It might also be a country, state or city (22%)."
            ]
        );
    }

    #[test]
    fn where_nothing_stands_out_that_is_said() {
        let found = told(EntityType::Person, vec![], Some(Rival { entity_type: None, share: 0.7 }));
        assert!(found[0].starts_with("No single reason"));
        assert!(found[1].contains("no name at all (70%)"), "{}", found[1]);
    }

    #[test]
    fn what_a_later_version_knows_is_left_out() {
        let json = r#"{"rival":null,"reasons":[{"kind":"dream","weight":2.0},{"kind":"listed","words":"Ana","list":"saints","weight":1.0},{"kind":"title","title":"Mayor","weight":0.5}]}"#;
        let why: NameWhy = serde_json::from_str(json).unwrap();
        assert_eq!(name_sentences(EntityType::Person, &why), ["It follows the title ‘Mayor’."]);
        let back: NameWhy = serde_json::from_str(&serde_json::to_string(&why).unwrap()).unwrap();
        assert_eq!(back, why);
    }
}
