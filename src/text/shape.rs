//! The case of a word.

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letters.
    None,
    /// `word`
    Lower,
    /// `Word`
    Title,
    /// `WORD` (one capital letter alone counts as [`Case::Title`])
    Upper,
    /// `iPhone`, `McDonald`
    Mixed,
}

/// The case of `word`; letters without case (Arabic, Chinese) count as lower.
pub fn case_of(word: &str) -> Case {
    // Nearly all words, and several times as quick by bytes.
    if word.is_ascii() {
        let letters = word.bytes().filter(u8::is_ascii_alphabetic);
        return case(letters.map(|letter| letter.is_ascii_uppercase()));
    }
    case(word.chars().filter(|c| c.is_alphabetic()).map(char::is_uppercase))
}

/// The case of letters, of which each is a capital or not.
fn case(mut capitals: impl Iterator<Item = bool>) -> Case {
    let Some(first) = capitals.next() else { return Case::None };
    let (mut upper, mut lower) = (0, 0);
    for capital in capitals {
        if capital {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first, upper, lower) {
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        (false, 0, _) => Case::Lower,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        for (word, case) in [
            ("said", Case::Lower),
            ("Said", Case::Title),
            ("I", Case::Title),
            ("IDF", Case::Upper),
            ("U.S.", Case::Upper),
            ("iPhone", Case::Mixed),
            ("McKay", Case::Mixed),
            ("14", Case::None),
            ("سميرة", Case::Lower),
        ] {
            assert_eq!(case_of(word), case, "{word}");
        }
    }
}
