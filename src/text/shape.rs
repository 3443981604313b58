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
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    let (mut upper, mut lower) = (0, 0);
    for letter in letters {
        if letter.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
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
