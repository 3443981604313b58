//! How one name can be a form of another: words, initials, nicknames, acronyms, short forms of organisations.

use crate::model::AliasLexicon;

/// "Jr." and numbers after a name tell generations apart.
const GENERATIONS: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "junior"];

/// Words at the end of an organisation's name that its short form leaves out: "Brightwater **Energy**".
const ORGANISATION_ENDS: [&str; 62] = [
    "airlines",
    "airways",
    "ag",
    "bancorp",
    "bank",
    "brands",
    "brothers",
    "capital",
    "co",
    "communications",
    "companies",
    "company",
    "corp",
    "corporation",
    "enterprises",
    "energy",
    "entertainment",
    "financial",
    "foods",
    "foundation",
    "gmbh",
    "group",
    "health",
    "healthcare",
    "holding",
    "holdings",
    "inc",
    "industries",
    "institute",
    "insurance",
    "international",
    "labs",
    "laboratories",
    "limited",
    "llc",
    "llp",
    "ltd",
    "media",
    "motor",
    "motors",
    "movement",
    "networks",
    "nv",
    "oil",
    "organisation",
    "organization",
    "partners",
    "party",
    "pharmaceuticals",
    "plc",
    "resources",
    "sa",
    "securities",
    "se",
    "services",
    "software",
    "solutions",
    "stores",
    "studios",
    "systems",
    "technologies",
    "university",
];

/// Newspapers that are called by their last word: "The New York **Times**".
const PAPERS: [&str; 22] = [
    "chronicle",
    "courier",
    "enquirer",
    "examiner",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "mail",
    "mirror",
    "news",
    "observer",
    "post",
    "register",
    "star",
    "sun",
    "telegraph",
    "times",
    "tribune",
];

/// Words that are no name when they stand alone.
const GENERIC_WORDS: [&str; 21] = [
    "agency",
    "association",
    "bank",
    "church",
    "city",
    "college",
    "commission",
    "committee",
    "company",
    "council",
    "court",
    "department",
    "foundation",
    "fund",
    "group",
    "institute",
    "ministry",
    "office",
    "party",
    "state",
    "university",
];

/// Whether a word alone says too little: "the Committee".
pub(super) fn is_generic_word(word: &str) -> bool {
    GENERIC_WORDS.contains(&word)
}

/// "**Trayvon Martin Foundation**" is no person, whatever it was taken for.
pub(super) fn is_named_for_person(words: &[Box<str>]) -> bool {
    let ends = |last: &str| is_generic_word(last) || ORGANISATION_ENDS.contains(&last);
    words.len() > 2 && words.last().is_some_and(|last| ends(last))
}

/// The name without "Jr." and the like.
pub(super) fn without_generation(words: &[Box<str>]) -> &[Box<str>] {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() && GENERATIONS.contains(&&**last) => rest,
        _ => words,
    }
}

fn generation(words: &[Box<str>]) -> Option<&str> {
    let last = words.last()?;
    (words.len() > 1 && GENERATIONS.contains(&&**last)).then_some(last)
}

/// The first name, by which a friend or an interviewer calls a person: not an initial.
pub(super) fn first_name_of(words: &[Box<str>]) -> Option<Box<str>> {
    words.first().filter(|word| word.chars().count() > 1).cloned()
}

/// Whether `short` can be a form of the person's name `long`; both in lower case.
pub(super) fn person_fits(aliases: &AliasLexicon, short: &[Box<str>], long: &[Box<str>]) -> bool {
    if let (Some(one), Some(other)) = (generation(short), generation(long))
        && one != other
    {
        return false;
    }
    let (short, long) = (without_generation(short), without_generation(long));
    let (Some(short_last), Some(long_last)) = (short.last(), long.last()) else { return false };
    let same_last = short_last == long_last || long_last.strip_prefix("al-") == Some(short_last);
    if !same_last {
        return false;
    }
    // "van der Berg" of "Joost van der Berg", "Gallant" of "Yoav Gallant"
    if short.len() <= long.len() && (short.len() == 1 || long.ends_with(short)) {
        return true;
    }
    let (Some(one), Some(other)) = (short.first(), long.first()) else { return false };
    // "Bill Clinton" and "William Clinton", "J Rowling" and "Joanne Rowling", "Edgar Hoover" and "J Edgar Hoover"
    let between = long.get(1..long.len().saturating_sub(1)).unwrap_or(&[]);
    aliases.same_first_name(one, other) || initial(one, other) || between.iter().any(|middle| middle == one)
}

/// Whether one is the other's initial, or holds it: "j" or "jk" and "joanne".
fn initial(one: &str, other: &str) -> bool {
    let starts = |short: &str, long: &str| {
        let length = short.chars().count();
        length <= 2 && length < long.chars().count() && short.chars().next() == long.chars().next()
    };
    // Two letters are initials only if they are no name: "Al Gore" is not "Albert Gore" by this rule.
    let vowelless = |word: &str| word.chars().count() == 1 || !word.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    (vowelless(one) && starts(one, other)) || (vowelless(other) && starts(other, one))
}

/// Initials of a name, with and without its small words: "World Health Organization" → "who".
pub(super) fn acronyms(words: &[Box<str>]) -> Vec<String> {
    const SMALL: [&str; 8] = ["of", "the", "and", "for", "in", "to", "on", "&"];
    let words = || words.iter().map(|word| &**word);
    let first = |word: &str| word.chars().next();
    let capitals: String = words().filter(|word| !SMALL.contains(word)).filter_map(first).collect();
    let all: String = words().filter_map(first).collect();
    let mut forms: Vec<String> =
        [capitals, all].into_iter().filter(|form| form.chars().count() > 1).collect();
    forms.dedup();
    forms
}

/// Short forms of an organisation's name.
pub(super) fn short_organisations(words: &[Box<str>]) -> Vec<String> {
    let mut forms = Vec::new();
    let mut rest = words;
    // "Brightwater Energy Inc" → "brightwater energy", "brightwater"
    while let Some((last, before)) = rest.split_last() {
        if before.is_empty() || !ORGANISATION_ENDS.contains(&&**last) {
            break;
        }
        forms.push(before.join(" "));
        rest = before;
    }
    // "Brennan Center for Justice" → "brennan center"
    let small = words.iter().position(|word| matches!(&**word, "for" | "on"));
    if let Some(before) = small.filter(|at| *at > 1).and_then(|at| words.get(..at)) {
        forms.push(before.join(" "));
    }
    // "UN Security Council" → "security council"
    for start in 1..words.len().saturating_sub(1).min(4) {
        if let Some(end) = words.get(start..)
            && end.first().is_some_and(|word| word.chars().count() > 3)
        {
            forms.push(end.join(" "));
        }
    }
    if let Some(last) = words.last().filter(|last| PAPERS.contains(&&***last)) {
        forms.push(last.to_string());
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<Box<str>> {
        name.to_lowercase().split(' ').map(Box::from).collect()
    }

    fn fits(short: &str, long: &str) -> bool {
        let aliases = &crate::model::MODELS.aliases;
        person_fits(aliases, &words(short), &words(long))
    }

    #[test]
    fn short_forms_of_people() {
        assert!(fits("Gallant", "Yoav Gallant"));
        assert!(fits("van der Berg", "Joost van der Berg"));
        assert!(fits("Donald Trump", "Donald J Trump"));
        assert!(fits("Bill Clinton", "William Jefferson Clinton"));
        assert!(fits("JK Rowling", "Joanne Rowling"));
        assert!(fits("Sudani", "Mohammed al-Sudani"));
        assert!(!fits("Mary Smith", "John Smith"));
        assert!(!fits("Yoav", "Yoav Gallant"), "first names are looked up apart");
        assert!(!fits("George Bush Sr", "George Bush Jr"));
    }

    #[test]
    fn acronyms_with_and_without_small_words() {
        assert!(acronyms(&words("World Health Organization")).contains(&"who".to_owned()));
        assert!(acronyms(&words("Bank of England")).contains(&"boe".to_owned()));
        assert!(acronyms(&words("Federal Bureau of Investigation")).contains(&"fbi".to_owned()));
    }

    #[test]
    fn short_forms_of_organisations() {
        assert_eq!(short_organisations(&words("Brightwater Energy")), ["brightwater"]);
        assert!(short_organisations(&words("UN Security Council")).contains(&"security council".to_owned()));
        assert!(
            short_organisations(&words("Brennan Center for Justice")).contains(&"brennan center".to_owned())
        );
        assert!(short_organisations(&words("New York Times")).contains(&"times".to_owned()));
        assert!(!short_organisations(&words("Senate Judiciary Committee")).contains(&"senate".to_owned()));
    }
}
