//! What is said on the way from text to speaker, for readers of sixteen years.

use whosaid::explain::{Change, ReferenceLayer};

use crate::state::Step;

/// What a step is called.
pub const fn step(step: Step) -> &'static str {
    match step {
        Step::Text => "Text",
        Step::Words => "Words",
        Step::Tags => "Tags and base forms",
        Step::Tree => "Tree",
        Step::Names => "Names",
        Step::Meant => "Who is meant",
        Step::Cue => "Cue",
        Step::Content => "Content",
        Step::Speaker => "Source and speaker",
    }
}

/// What happens there, in two sentences.
pub const fn about(step: Step) -> &'static str {
    match step {
        Step::Text => {
            "Pasted text often hides characters that nobody sees, such as invisible marks and broken line ends. They are \
             taken out first, and the program remembers where each one stood."
        }
        Step::Words => {
            "The sentence is cut into words and signs, and a comma or a quotation mark counts as one too. Short forms are \
             cut as well: “don’t” becomes “do” and “n’t”."
        }
        Step::Tags => {
            "Each word gets its kind, such as noun or verb, and its base form, the one you would look up in a dictionary. \
             A small network that learned from many marked sentences gives every kind a chance, and the likeliest wins."
        }
        Step::Tree => {
            "Every word hangs on another one, and each arc says as what: “subject” leads to whoever does something, \
             “object” to what it is done to. One main word, mostly the verb, hangs on nothing, and from it you reach all \
             the others."
        }
        Step::Names => {
            "Now the program looks for names of people, places and firms, and for dates and sums, and gives each a type. \
             Here you also see what else it thought of, and how much it trusted each guess."
        }
        Step::Meant => {
            "“She” or “the mayor” means somebody, and everybody who fits is a candidate. Each candidate gets points, for \
             example for standing near or for being a subject, and the one with the most is taken."
        }
        Step::Cue => {
            "A cue is a word that reports what somebody says or thinks: “said”, “warned”, “according to”. Each word of the \
             sentence gets a chance of being one, and only the likely ones are followed up."
        }
        Step::Content => {
            "The content is what the cue reports: what somebody is said to have said or thought. Word by word, the program \
             decides what still belongs to it; quotation marks help, but most reported speech has none."
        }
        Step::Speaker => {
            "The source is the words that name who spoke, and the speaker is the person or group behind them. That is why \
             “Who is meant” came first: from a “she” it leads to a name."
        }
    }
}

/// A kind of change, and what became of the characters.
pub fn change(change: &Change) -> (&'static str, String) {
    match change.kind.as_str() {
        "invisible" => ("invisible character", "taken out".to_owned()),
        "space" => ("special blank", "a plain blank".to_owned()),
        "lineEnd" => ("end of a line", "a plain end of a line".to_owned()),
        "brokenWord" => ("line end inside a word", "taken out, so that the word is whole".to_owned()),
        _ => ("joined letters", format!("“{}”", change.cleaned)),
    }
}

/// The characters themselves: those that print as they are, others by their numbers in Unicode.
pub fn characters(given: &str) -> String {
    if given.chars().all(|letter| letter.is_alphanumeric() || letter == '-') {
        return given.to_owned();
    }
    given.chars().map(|letter| format!("U+{:04X}", u32::from(letter))).collect::<Vec<_>>().join(" ")
}

/// How it was settled whom a pronoun or description means.
pub fn settled(reference: &ReferenceLayer) -> String {
    let through = reference.antecedent.as_ref().map(|it| format!(" It was linked to “{}”.", it.text));
    let how = match (reference.how.as_str(), reference.kind.as_str()) {
        ("weighed", _) if reference.entity.is_none() => {
            "None of the candidates convinced: it may mean something that no word names."
        }
        ("weighed", _) => "The candidates were weighed.",
        ("grammar", _) => "Grammar decides alone: it goes back to the noun or the subject beside it.",
        ("speaker", _) => "It stands inside a quotation, so it is whoever speaks there.",
        ("description", _) => "Its words lead to somebody who was mentioned before, or who stands beside it.",
        ("first", _) => "Nobody was called this before, so it begins a new entry.",
        (_, "pronoun") => "It means nobody that the article names.",
        _ => "It stands for itself.",
    };
    format!("{how}{}", through.filter(|_| reference.how != "weighed").unwrap_or_default())
}

/// Whether a word is taken for a cue.
pub const fn cue_used(used: bool) -> &'static str {
    if used { "taken as a cue" } else { "left alone" }
}
