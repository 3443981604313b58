//! Cleaned text → the notices that hold for all of it: nothing there, or not English.

use crate::notice::{Notice, NoticeCode};
use crate::text::TextSpan;

/// Frequent English words that no neighbouring language writes the same way often; without "in", "is",
/// "was", "a", which Dutch, German or Italian have too.
const FUNCTION_WORDS: [&str; 34] = [
    "after", "and", "are", "be", "been", "but", "by", "for", "from", "had", "has", "have", "his", "it",
    "its", "not", "said", "she", "that", "the", "their", "there", "they", "this", "to", "we", "were",
    "which", "who", "will", "with", "would", "you", "your",
];

/// Fewer words than this tell too little: a headline in English may have none of the frequent ones.
const ENOUGH_WORDS: usize = 30;

/// Least share of frequent words, in thousandths. In PolNeAR (924 articles) the median is 230 and the lowest 80, in
/// a newswire corpus (987 stretches of 20 sentences) 245 and 54, a list of names and sums; samples of German,
/// Dutch, French, Spanish, Italian and Danish have 0 to 22.
const LEAST_FUNCTION_WORDS: usize = 40;

/// Least share of letters that are Latin, in thousandths.
const LEAST_LATIN: usize = 600;

/// What is to be said about the text as a whole.
pub(super) fn notices(text: &str) -> Vec<Notice> {
    let span = TextSpan::new(0, text.len() as u32);
    let code = if !text.chars().any(char::is_alphanumeric) {
        NoticeCode::NoText
    } else if !may_be_english(text) {
        NoticeCode::NotEnglish
    } else {
        return Vec::new();
    };
    vec![Notice { code, span }]
}

fn may_be_english(text: &str) -> bool {
    let (mut words, mut frequent, mut letters, mut latin) = (0, 0, 0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        letters += word.chars().count();
        latin += word.chars().filter(|c| is_latin(*c)).count();
        // No frequent word is longer than five letters, so long ones need no lower-casing.
        if word.len() <= 5 && FUNCTION_WORDS.binary_search(&word.to_ascii_lowercase().as_str()).is_ok() {
            frequent += 1;
        }
    }
    // A script without spaces makes few and long words: letters count as well.
    if words < ENOUGH_WORDS && letters < ENOUGH_WORDS * 5 {
        return true;
    }
    let enough_latin = latin * 1000 >= letters * LEAST_LATIN;
    enough_latin && (words < ENOUGH_WORDS || frequent * 1000 >= words * LEAST_FUNCTION_WORDS)
}

const fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}
