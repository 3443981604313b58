//! Every sentence people read, in one place. Numbers are written as people write them.

pub mod comparison;
pub mod corrections;
pub mod figures;
pub mod how;

use whosaid::Strictness;
use whosaid::document::QuoteRecord;
use whosaid::labels::EntityType;

use crate::reading::{Reading, Tone};
use crate::state::{LIMIT_BYTES, Layer, Size, Theme, Trouble};

mod files;
mod sharing;

pub use files::{former, saved_fault, saved_note, saved_quotes, word_fault};
pub use sharing::{MAKING_FILE, NO_FILE, form, form_use, link_fault, link_length};

/// A whole number with commas.
pub fn number(value: usize) -> String {
    let digits = value.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// "1 word", "2 words".
pub fn count(value: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(value), if value == 1 { one } else { many })
}

/// The way to all rows of a long list.
pub fn all_of(all: usize, what: &str) -> String {
    format!("Show all {} {what}", number(all))
}

/// The way back from there.
pub fn first_of(most: usize) -> String {
    format!("Show the first {}", number(most))
}

/// Thousandths as per cent.
pub fn percent(thousandths: u32) -> String {
    match thousandths {
        0 => "0%".to_owned(),
        1..10 => "under 1%".to_owned(),
        _ => format!("{}%", (thousandths + 5) / 10),
    }
}

/// What an analysis found, in one sentence.
pub fn summary(reading: &Reading) -> String {
    let quotes = reading.document.quotes.len();
    let voices = reading.voices.iter().filter(|voice| voice.speaker.is_some()).count();
    let words = count(reading.words as usize, "word", "words");
    if quotes == 0 {
        return format!("{words}. Nobody is quoted.");
    }
    let quotes = count(quotes, "quotation", "quotations");
    format!("{words}, {quotes}, {}.", count(voices, "voice", "voices"))
}

/// The letter that marks a type.
pub const fn type_letter(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "p",
        EntityType::Org => "o",
        EntityType::Gpe => "c",
        EntityType::Loc => "l",
        EntityType::Fac => "b",
        EntityType::Norp => "g",
        EntityType::Event => "e",
        EntityType::Work => "w",
        EntityType::Product => "t",
        EntityType::Law => "§",
        EntityType::Misc => "n",
        EntityType::Date => "d",
        EntityType::Time => "h",
        EntityType::Money => "$",
        EntityType::Percent => "%",
        EntityType::Quantity => "q",
        EntityType::Ordinal | EntityType::Cardinal => "#",
    }
}

/// Heading of a group of names.
pub const fn type_heading(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "People",
        EntityType::Org => "Organisations",
        EntityType::Gpe => "Countries and cities",
        EntityType::Loc => "Other places",
        EntityType::Fac => "Buildings and roads",
        EntityType::Norp => "Nationalities and groups",
        EntityType::Event => "Events",
        EntityType::Work => "Works",
        EntityType::Product => "Things and products",
        EntityType::Law => "Laws",
        EntityType::Misc => "Other names",
        EntityType::Date => "Dates",
        EntityType::Time => "Times",
        EntityType::Money => "Money",
        EntityType::Percent => "Percentages",
        EntityType::Quantity => "Quantities",
        EntityType::Ordinal => "First, second …",
        EntityType::Cardinal => "Numbers",
    }
}

/// One name of a type.
pub const fn type_name(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "Person",
        EntityType::Org => "Organisation",
        EntityType::Gpe => "Country, state or city",
        EntityType::Loc => "Place, such as a sea or mountain",
        EntityType::Fac => "Building or road",
        EntityType::Norp => "Nationality or group",
        EntityType::Event => "Event",
        EntityType::Work => "Work",
        EntityType::Product => "Thing or product",
        EntityType::Law => "Law",
        EntityType::Misc => "Other name",
        EntityType::Date => "Date",
        EntityType::Time => "Time",
        EntityType::Money => "Sum of money",
        EntityType::Percent => "Percentage",
        EntityType::Quantity => "Quantity",
        EntityType::Ordinal => "Place in a row",
        EntityType::Cardinal => "Number",
    }
}

/// What a switch shows.
pub const fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Quotations => "Quotations",
        Layer::Names => "Names",
        Layer::Of(Tone::Value) => "Dates and numbers",
        Layer::Of(Tone::Person) => "People",
        Layer::Of(Tone::Organisation) => "Organisations",
        Layer::Of(Tone::Place) => "Places",
        Layer::Of(Tone::Group) => "Groups",
        Layer::Of(Tone::Other) => "Other names",
    }
}

/// A theme.
pub const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "As system",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

/// A size of the text.
pub const fn size(size: Size) -> &'static str {
    match size {
        Size::Small => "Small",
        Size::Usual => "As usual",
        Size::Large => "Large",
        Size::Largest => "Very large",
    }
}

/// How sure a quotation must be.
pub const fn strictness(strictness: Strictness) -> &'static str {
    match strictness {
        Strictness::Strict => "Only sure",
        Strictness::Balanced => "Balanced",
        Strictness::Everything => "Everything",
    }
}

/// What that gives.
pub const fn strictness_gives(strictness: Strictness) -> &'static str {
    match strictness {
        Strictness::Strict => "Few are wrong; more are missing.",
        Strictness::Balanced => "About as many are missing as are wrong.",
        Strictness::Everything => "Fewer are missing; more are wrong.",
    }
}

/// Where there is no quotation.
pub const fn nobody(strictness: Strictness) -> &'static str {
    match strictness {
        Strictness::Strict => "Nobody is surely quoted in this text.",
        Strictness::Balanced | Strictness::Everything => "Nobody is quoted in this text.",
    }
}

/// Kind of a quote.
pub fn quote_kind(kind: &str) -> &str {
    match kind {
        "direct" => "Word for word",
        "indirect" => "In the writer’s words",
        "mixed" => "Partly word for word",
        other => other,
    }
}

/// What the speaker does.
pub fn quote_class(class: &str) -> &str {
    match class {
        "statement" => "Says",
        "belief" => "Thinks or wants",
        "directive" => "Asks or urges",
        "attitude" => "Takes a stand",
        "evidence" => "Shows",
        other => other,
    }
}

/// Whether the speaker stands behind it.
pub fn polarity(polarity: &str) -> &str {
    match polarity {
        "asserted" => "Stands behind it",
        "denied" => "Denies it",
        "hypothetical" => "Not said, or only perhaps",
        other => other,
    }
}

/// What a screen reader says of a quotation: what it is, whose, of which kind, then its words.
pub fn quotation(reading: &Reading, quote: &QuoteRecord) -> String {
    format!("quotation, {}, {}", quotation_head(reading, quote), reading.line_of(quote))
}

/// Whose a quotation is and of which kind. Class and stance are told where they are not those of most.
pub fn quotation_head(reading: &Reading, quote: &QuoteRecord) -> String {
    let speaker = reading.speaker(quote).map_or("nobody named", |speaker| speaker.name.as_str());
    let class = Some(quote_class(&quote.class)).filter(|_| quote.class != "statement").map(str::to_lowercase);
    let stance =
        Some(polarity(&quote.polarity)).filter(|_| quote.polarity != "asserted").map(str::to_lowercase);
    let yours = quote.corrected.then(|| "corrected by you".to_owned());
    let parts = [speaker, &quote.kind].map(str::to_owned).into_iter();
    parts.chain(class).chain(stance).chain(yours).collect::<Vec<_>>().join(", ")
}

/// How something is said, most briefly: the stance where it is not asserted, else the class.
pub fn manner(quote: &QuoteRecord) -> &str {
    match quote.polarity.as_str() {
        "asserted" => quote_class(&quote.class),
        other => polarity(other),
    }
}

/// How sure the analysis is.
pub fn confidence(confidence: f64, corrected: bool) -> String {
    if corrected {
        return "Sure, since you corrected it".to_owned();
    }
    let word = match confidence {
        0.85.. => "Quite sure",
        0.6..0.85 => "Fairly sure",
        _ => "Unsure",
    };
    format!("{word} ({:.0}%)", confidence * 100.0)
}

/// A notice about the text, with how often it applies; `None` for codes that newer analysers may send.
pub fn notice(code: &str, times: usize) -> Option<String> {
    Some(match code {
        "noText" => "There are no words here yet. Paste an article, or try a sample.".to_owned(),
        "notEnglish" => {
            "This does not look like English. The analysis only knows English, so expect little.".to_owned()
        }
        "unpairedQuotationMark" if times == 1 => {
            "One quotation mark has no partner, so a quotation may end too early or too late.".to_owned()
        }
        "unpairedQuotationMark" => format!(
            "{} quotation marks have no partner, so some quotations may end too early or too late.",
            number(times)
        ),
        "truncated" => "The text is very long; only its first part was analysed.".to_owned(),
        "onlyBoilerplate" => {
            "This looks like menus and links without an article. Try to select just the article.".to_owned()
        }
        _ => return None,
    })
}

/// What went wrong and what to do.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::TooLarge => format!(
            "That is more than {} million characters, too much for one go. Paste a part of it.",
            LIMIT_BYTES / 1_000_000
        ),
        Trouble::NotUtf8 { name, position } => format!(
            "“{name}” is not text in UTF-8: its byte {} does not fit. Save it again as UTF-8, or paste its text.",
            number(position + 1)
        ),
        Trouble::Unreadable { name } => format!("“{name}” could not be read. Try again, or paste its text."),
        Trouble::WrongKind { name } => {
            format!(
                "“{name}” is of another kind. Files that end in .txt, .html, .md, .docx or .json can be read; of a PDF \
                 file, copy the text and paste it here."
            )
        }
        Trouble::NotText { name } => {
            format!("“{name}” is not a text, whatever its name says: it holds bytes that no text has.")
        }
        Trouble::Saved { name, fault } => saved_fault(name, fault),
        Trouble::Word { name, fault } => word_fault(name, *fault),
        Trouble::LogAlone => {
            "That file holds corrections. Open the article that they are about first, then the file again."
                .to_owned()
        }
        Trouble::Link(fault) => link_fault(*fault),
        Trouble::NoPack { found } => format!(
            "The word lists and models that the analysis needs could not be fetched ({found}). Nothing you pasted is \
             lost: check the connection and try again."
        ),
        Trouble::BadPack { sentence } => format!(
            "The word lists and models that the analysis needs have come, but cannot be used: {sentence}. Nothing you \
             pasted is lost: try again, and if that does not help, reload the page."
        ),
        Trouble::Analyzer { sentence } => {
            format!("The analysis failed: {sentence}. Your text is still here; reload the page to try again.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_told_with_whose_it_is_and_of_which_kind() {
        let text = "Ana Ruiz said that the plan works.";
        let mut document = crate::messages::answer_for(text).document().unwrap();
        let told = |document: &whosaid::Document| {
            let reading = Reading::new(document.clone());
            quotation(&reading, &reading.document.quotes[0])
        };
        let first = told(&document);
        assert!(
            first.starts_with("quotation, Ana Ruiz, indirect, ") && first.ends_with("the plan works"),
            "{first}"
        );
        let quote = &mut document.quotes[0];
        (quote.speaker, quote.class, quote.polarity) = (None, "belief".into(), "denied".into());
        let other = told(&document);
        assert!(
            other.starts_with("quotation, nobody named, indirect, thinks or wants, denies it, "),
            "{other}"
        );
    }

    #[test]
    fn numbers_read_well() {
        assert_eq!(number(0), "0");
        assert_eq!(number(1234567), "1,234,567");
        assert_eq!(count(1, "word", "words"), "1 word");
        assert_eq!((percent(4).as_str(), percent(375).as_str()), ("under 1%", "38%"));
    }
}
