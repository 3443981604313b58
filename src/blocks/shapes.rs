//! One line → what it is by its own form and words: furniture, list item, date, byline, caption.

use super::lines::{End, Line, without_footnote};
use crate::input::ElementHint;
use crate::model::{BlockPhrases, LineWord, PhraseMeaning, phrase_words};

/// What a line is, as far as it tells alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Running text, a headline or part of either.
    Text,
    /// Page furniture.
    Furniture,
    /// Page number or running header: may stand in the middle of a sentence.
    PageMark,
    /// Furniture, like everything after it.
    After,
    /// Furniture, like the short lines after it.
    List,
    /// A label over a list that belongs to the article.
    Items,
    /// Begins a list item.
    Bullet,
    /// A date or time alone.
    Timestamp,
    /// Who wrote it.
    Byline,
    /// Text of a picture.
    Caption,
    /// Headline or heading, as HTML says.
    Heading,
    /// Line under the headline, as HTML says.
    Subheadline,
}

/// A line that says who wrote has no more words than this: two names with offices, places and an update time.
const BYLINE_WORDS: usize = 25;

/// Captions with a credit run to two or three sentences.
const CAPTION_WORDS: usize = 70;

/// A credit with two names and an agency has no more words than this.
const CREDIT_WORDS: usize = 10;

/// The shapes of all lines.
pub(super) fn shapes(lines: &[Line], phrases: &BlockPhrases) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = lines.iter().map(|line| shape(line, phrases)).collect();
    keep_real_bullets(lines, &mut shapes);
    footnotes(lines, &mut shapes);
    shapes
}

fn shape(line: &Line, phrases: &BlockPhrases) -> Shape {
    let words = phrase_words(line.text);
    let heading = matches!(line.hint, Some((_, ElementHint::Heading(_))));
    match phrases.meaning(&words) {
        Some(PhraseMeaning::Items) if heading => return Shape::Heading,
        // What a page set as a heading is furniture only if the whole of it is: "Updates to follow" is, the
        // headline "Want to lose weight? Eat less" is not.
        Some(PhraseMeaning::Furniture) if heading && words.len() > 5 => {}
        Some(PhraseMeaning::Furniture) => return Shape::Furniture,
        Some(PhraseMeaning::After) => return Shape::After,
        Some(PhraseMeaning::List) => return Shape::List,
        Some(PhraseMeaning::Items) => return Shape::Items,
        Some(PhraseMeaning::Byline) => return Shape::Byline,
        None => {}
    }
    if is_rule(line.text)
        || is_mail_header(line.text)
        || is_count(line)
        || is_address(line.text, &words)
        || is_menu(line)
        || is_handle_note(line, &words)
    {
        return Shape::Furniture;
    }
    match line.hint.map(|(_, element)| element) {
        Some(ElementHint::Heading(_)) => return Shape::Heading,
        Some(ElementHint::Subheadline) => return Shape::Subheadline,
        Some(ElementHint::ListItem) => return Shape::Bullet,
        Some(ElementHint::Caption) => return Shape::Caption,
        Some(ElementHint::Timestamp) if words.len() <= BYLINE_WORDS && line.end != End::Stop => {
            return Shape::Timestamp;
        }
        Some(ElementHint::Byline) if words.len() <= BYLINE_WORDS => return Shape::Byline,
        _ => {}
    }
    if is_page_mark(line) {
        Shape::PageMark
    } else if is_timestamp(line.text, phrases) {
        Shape::Timestamp
    } else if bullet(line.text).is_some() {
        Shape::Bullet
    } else if is_byline(line, &words, phrases) {
        Shape::Byline
    } else if is_caption(line, &words, phrases) {
        Shape::Caption
    } else {
        Shape::Text
    }
}

/// `###`, `* * *`, `— 30 —` apart: nothing but marks. Emoji alone are somebody's words.
fn is_rule(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_ascii_punctuation() || c.is_whitespace() || "•·–—―…§¶©®™►▶▼▲◄◀●■□▪→←↑↓›‹»«|".contains(c)
    })
}

/// "From: Jane Doe <jane@example.org>"
fn is_mail_header(text: &str) -> bool {
    let label = text.split_once(':').map_or("", |(label, _)| label);
    let known = matches!(label, "From" | "To" | "Cc" | "CC" | "Bcc" | "Reply-To");
    known && text.len() <= 200 && text.contains('@')
}

/// "212" in a paragraph of its own: how many people clapped. In plain text it may be a page number.
fn is_count(line: &Line) -> bool {
    let paragraph = matches!(line.hint, Some((_, ElementHint::Paragraph)));
    paragraph
        && line.len <= 7
        && line.text.starts_with(|c: char| c.is_ascii_digit())
        && !line.text.contains(' ')
}

/// A web or mail address or a telephone number alone.
fn is_address(text: &str, words: &[String]) -> bool {
    let address = |word: &str| {
        word.starts_with("http://")
            || word.starts_with("https://")
            || word.starts_with("www.")
            || word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    let mut pieces = text.split_whitespace();
    let web = match (pieces.next(), pieces.next(), pieces.next()) {
        (Some(only), None, None) => address(only),
        (Some(label), Some(second), None) => label.ends_with(':') && address(second),
        _ => false,
    };
    let telephone = words.iter().all(|word| matches!(word.as_str(), "0" | "tel" | "phone" | "fax"))
        && text.chars().take(200).filter(char::is_ascii_digit).count() >= 7
        && text.chars().take(40).all(|c| c.is_ascii_alphanumeric() || " ()+-.:/".contains(c));
    web || telephone
}

/// "Home > News > Local", "Accept all | Manage choices": short pieces between signs.
fn is_menu(line: &Line) -> bool {
    if line.len > 200 || line.end == End::Stop {
        return false;
    }
    let signs = [" > ", " » ", " › ", " / ", " | ", " · ", " • "];
    signs.iter().any(|sign| {
        let pieces = line.text.split(sign);
        let count = pieces.clone().count();
        // Two pieces with a bar are often "Name | Date" or "Headline | Site".
        let enough = if matches!(*sign, " > " | " » " | " › ") { 2 } else { 3 };
        count >= enough && pieces.clone().all(|piece| piece.split_whitespace().count() <= 4)
    })
}

/// "Tamsin Orde covers transport. Follow her @tamsinorde_news": the last line of many columns.
fn is_handle_note(line: &Line, words: &[String]) -> bool {
    let handle = |word: &str| word.strip_prefix('@').is_some_and(|name| name.len() >= 2);
    words.len() <= 40
        && words.iter().any(|word| word == "follow" || word == "tweets")
        && line.text.split_whitespace().any(|word| handle(word.trim_start_matches(['(', '“', '"'])))
}

/// A page number, or a running header with its columns set apart: "THE VALLEY COURIER      3 MAY      3".
fn is_page_mark(line: &Line) -> bool {
    if line.hint.is_some() || line.len > 120 || line.end == End::Stop {
        return false;
    }
    let bare =
        line.text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '[' | ']'));
    let number = !bare.is_empty() && bare.len() <= 4 && bare.chars().all(|c| c.is_ascii_digit());
    let words: Vec<&str> = line.text.split_whitespace().take(8).collect();
    let page = matches!(words.first(), Some(&("Page" | "PAGE" | "page" | "p.")))
        && words
            .iter()
            .skip(1)
            .all(|word| *word == "of" || *word == "/" || word.chars().all(|c| c.is_ascii_digit()))
        && words.len() >= 2;
    let columns = line.text.split("   ").filter(|piece| !piece.trim().is_empty()).count();
    number || page || columns >= 3
}

/// Only words of dates, clocks and updates, with a number or "ago" among them: "2.30pm", "17 February 2031",
/// "15 minutes ago (updated 3:58 p.m.)".
pub(super) fn is_timestamp(text: &str, phrases: &BlockPhrases) -> bool {
    let mut number = false;
    let mut dated = false;
    for (index, word) in text.split_whitespace().enumerate() {
        if index >= 16 {
            return false;
        }
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_lowercase();
        let bare = word.trim_end_matches('.').trim_start_matches('.');
        if bare.is_empty() {
            continue;
        }
        let is = |class| phrases.is(&word, class) || phrases.is(bare, class);
        if bare.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = bare.chars().filter(char::is_ascii_digit).count();
            let suffix: String = bare.chars().filter(|c| c.is_alphabetic() || *c == '.').collect();
            let suffix = suffix.trim_matches('.');
            let known = matches!(
                suffix,
                "" | "st" | "nd" | "rd" | "th" | "am" | "pm" | "a.m" | "p.m" | "t" | "z" | "tz" | "h"
            );
            if digits > 14 || !known {
                return false;
            }
            number = true;
            dated |= matches!(suffix, "am" | "pm" | "a.m" | "p.m")
                || bare.contains(':')
                || bare.contains('/')
                || bare.matches('-').count() == 2;
        } else if is(LineWord::Date) || is(LineWord::Clock) {
            dated = true;
            number |= bare == "ago" || bare == "now";
        } else if !is(LineWord::Stamp) {
            return false;
        }
    }
    // A bare year or number is no date, nor is "May" or "Sunday" in a headline of one word.
    number && dated
}

/// If a line begins with the mark of a list item, the length of the mark in bytes.
pub(super) fn bullet(text: &str) -> Option<usize> {
    let mut characters = text.char_indices();
    let (_, first) = characters.next()?;
    let (offset, second) = characters.next()?;
    if "•●▪▫◦‣∙·■□◆◇►▶➤➢✓✔*–—-".contains(first) && second.is_whitespace()
    {
        return Some(offset);
    }
    let digits = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let letter = usize::from(digits == 0 && first.is_ascii_lowercase());
    let mark = text.get(digits.max(letter)..)?;
    let closes =
        if letter == 1 { mark.starts_with(") ") } else { mark.starts_with(". ") || mark.starts_with(") ") };
    ((1..=2).contains(&digits.max(letter)) && closes).then_some(digits.max(letter) + 1)
}

/// Dashes and numbers begin items only in company: "10. He said" may be the second half of "in the top 10."
fn keep_real_bullets(lines: &[Line], shapes: &mut [Shape]) {
    let weak = |line: &Line| {
        line.text.starts_with(['-', '–', '—', '·', '*'])
            || line.text.starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    let bullets: Vec<usize> = shapes
        .iter()
        .enumerate()
        .filter(|(index, shape)| {
            **shape == Shape::Bullet
                && lines
                    .get(*index)
                    .is_some_and(|line| line.hint.is_none_or(|(_, hint)| hint != ElementHint::ListItem))
        })
        .map(|(index, _)| index)
        .collect();
    for (place, index) in bullets.iter().enumerate() {
        let Some(line) = lines.get(*index) else { continue };
        let before = place
            .checked_sub(1)
            .and_then(|before| bullets.get(before))
            .is_some_and(|before| index - before <= 4);
        let after = bullets.get(place + 1).is_some_and(|after| after - index <= 4);
        let announced = index
            .checked_sub(1)
            .and_then(|before| lines.get(before))
            .is_some_and(|before| before.end == End::Colon);
        if weak(line)
            && !(before || after || announced)
            && let Some(shape) = shapes.get_mut(*index)
        {
            *shape = Shape::Text;
        }
    }
}

/// "1 Letter to this newspaper, 28 April." after "… was never shown it.1"
fn footnotes(lines: &[Line], shapes: &mut [Shape]) {
    let mut marked = [false; 100];
    for (line, shape) in lines.iter().zip(shapes) {
        if *shape != Shape::Text || line.hint.is_some() {
            continue;
        }
        let number: usize = line.text.split(' ').next().and_then(|word| word.parse().ok()).unwrap_or(0);
        let capital = line.text.split(' ').nth(1).is_some_and(|word| word.starts_with(char::is_uppercase));
        if capital && line.end == End::Stop && marked.get(number).copied().unwrap_or(false) {
            *shape = Shape::Furniture;
            continue;
        }
        for word in line.text.split_whitespace() {
            let mark = footnote_mark(word).and_then(|number| marked.get_mut(number));
            if let Some(mark) = mark {
                *mark = true;
            }
        }
    }
}

/// The number behind the mark of a footnote: 1 for "it.1".
fn footnote_mark(word: &str) -> Option<usize> {
    let bare = without_footnote(word);
    if bare.len() == word.len() { None } else { word.get(bare.len()..)?.parse().ok() }
}

/// "By Tamsin Orde, Transport Reporter", "Interview by Casper Lindqvist", "— Nils Aberg (@nilsaberg) Feb 2".
fn is_byline(line: &Line, words: &[String], phrases: &BlockPhrases) -> bool {
    if words.len() > BYLINE_WORDS || words.len() < 2 {
        return false;
    }
    let small = line.text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    let signature = line.text.starts_with(['—', '–', '-']) && line.text.contains("(@") && words.len() <= 10;
    let opener = (1..=3)
        .rev()
        .find(|len| words.get(..*len).is_some_and(|words| phrases.is(&words.join(" "), LineWord::Byline)));
    let Some(opener) = opener else { return signature };
    let name = line.text.split_whitespace().nth(opener);
    let named = name.is_some_and(|word| word.starts_with(|c: char| c.is_uppercase() || c == '@'));
    // "Reporting by A; editing by B." ends with a full stop; "By Monday, the river had …" goes on in small
    // letters.
    named
        && small * 5 <= words.len() * 2
        && (line.end != End::Stop || line.text.contains("diting by") || opener > 1)
        && line.end != End::Open
}

/// "A closed lane on the bridge. (Photo: Del Avery/The Riverton Record)"
fn is_caption(line: &Line, words: &[String], phrases: &BlockPhrases) -> bool {
    if words.len() > CAPTION_WORDS {
        return false;
    }
    let lower = line.text.to_lowercase();
    let tokens: Vec<&str> = lower.split_whitespace().collect();
    let credited = tokens.iter().enumerate().any(|(at, word)| {
        // A credit stands at either end; in the middle people talk of photographs.
        if at >= 2 && at + CREDIT_WORDS < tokens.len() {
            return false;
        }
        let word = word.trim_start_matches(['(', '[']);
        let two = tokens.get(at + 1).map(|next| format!("{word} {next}"));
        let two = two.as_deref().map(|two| two.trim_end_matches([',', '.', ')', ';', ':']));
        phrases.is(word, LineWord::Credit) || two.is_some_and(|two| phrases.is(two, LineWord::Credit))
    });
    let slash = [
        "reuters/",
        "/file photo",
        "/getty",
        "/ap)",
        "/afp",
        "/reuters",
        "/shutterstock",
        "/epa",
        "/alamy",
        "/bloomberg",
    ];
    let agency = slash.iter().any(|agency| lower.contains(agency));
    credited && (line.end != End::Open) || agency && !lower.contains("http")
}
