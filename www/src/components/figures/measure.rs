//! How wide words are, estimated: a drawing is made before any browser sets it, and the fonts differ anyway. The
//! estimate is that of wide fonts, so that words rather end early than run into what stands beside them.

/// Width of words in type of that size.
pub fn width_of(words: &str, size: f64) -> f64 {
    words.chars().map(width_of_letter).sum::<f64>() * size
}

/// The words cut so that they fit, with an ellipsis; `None` where they fit as they are.
pub fn fitted(words: &str, size: f64, room: f64) -> Option<String> {
    if width_of(words, size) <= room {
        return None;
    }
    let mut left = room - width_of("…", size);
    let mut cut = String::new();
    for letter in words.chars() {
        left -= width_of_letter(letter) * size;
        if left < 0.0 {
            break;
        }
        cut.push(letter);
    }
    Some(format!("{}…", cut.trim_end()))
}

/// The words in lines that fit.
pub fn lines(words: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width_of(line, size) + width_of(word, size) + 0.35 * size <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// In parts of the size of the type.
fn width_of_letter(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '’' | '‘' | ':' | ';' | '|' | '!' => 0.33,
        ' ' | 'f' | 't' | 'r' | '-' | '(' | ')' => 0.43,
        'm' | 'w' | 'M' | 'W' | '…' | '%' => 0.97,
        'A'..='Z' => 0.72,
        '\u{300}'..='\u{36f}' => 0.0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' | '\u{1f000}'.. => 1.05,
        _ => 0.6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_fit_stay() {
        assert_eq!(fitted("Ana", 10.0, 100.0), None);
        assert_eq!(fitted("Ana Ruiz", 10.0, 25.0).as_deref(), Some("An…"));
        assert_eq!(fitted("Ana", 10.0, 1.0).as_deref(), Some("…"));
    }

    #[test]
    fn a_sentence_is_broken_between_words() {
        assert_eq!(lines("one two three", 10.0, 50.0), ["one two", "three"]);
        assert!(lines("", 10.0, 50.0).is_empty());
    }
}
