//! [`Document`] → CoNLL-U: a line a word, a blank line after each sentence, as Universal Dependencies has it.
//!
//! MISC keeps what the format has no column for: the place in the text, the characters after each word, and marks of
//! names, quotations, cues and sources in the bracket notation of CorefUD (docs/EXPORTS.md).

mod marks;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use super::places::Places;
use crate::document::Document;
use marks::Marks;

/// Writes the sentences; nothing for a Document without any, since the format has no place for what is no sentence.
/// Documents can follow each other in one file.
///
/// ```
/// use whosaid::{Input, Models, Options, analyze, export::conllu::conllu};
/// let document = analyze(&Input::text("Ana Ruiz didn't say so."), &Models::builtin()?, &Options::default())?;
/// let written = conllu(&document);
/// assert!(written.starts_with("# newdoc\n# global.Entity = eid-etype-head-other\n"));
/// assert!(written.contains("\n3-4\tdidn't\t_"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn conllu(document: &Document) -> String {
    let places = Places::new(document);
    let words = words(document, &places);
    let marks = Marks::new(document, &places, &words);
    let mut out = String::new();
    let mut rest = words.as_slice();
    let mut block = None;
    for sentence in &document.sentences {
        let Some(range) = places.bytes(sentence.start, sentence.end) else { continue };
        let before = rest.partition_point(|word| word.range.start < range.start);
        let inside = rest.partition_point(|word| word.range.start < range.end);
        let Some(own) = rest.get(before..inside).filter(|own| !own.is_empty()) else { continue };
        rest = rest.get(inside..).unwrap_or_default();
        if out.is_empty() {
            heading(&mut out, document);
        }
        if block != Some(sentence.block) {
            block = Some(sentence.block);
            let kind = document.blocks.get(sentence.block as usize).map_or("", |block| block.kind.as_str());
            let _ = writeln!(out, "# newpar id = {}b{}", prefix(document), sentence.block);
            let _ = writeln!(out, "# newpar_kind = {}", one_line(kind));
        }
        let _ = writeln!(out, "# sent_id = {}s{}", prefix(document), sentence.id);
        let numbers = own.iter().enumerate().map(|(number, word)| (word.token, number)).collect();
        let lines =
            Lines { document, places: &places, marks: &marks, words: own, numbers, next: rest.first() };
        lines.write(&mut out);
        out.push('\n');
    }
    out
}

fn heading(out: &mut String, document: &Document) {
    match document.id.as_deref().map(one_line).filter(|id| !id.is_empty()) {
        Some(id) => {
            let _ = writeln!(out, "# newdoc id = {id}");
        }
        None => out.push_str("# newdoc\n"),
    }
    out.push_str("# global.Entity = eid-etype-head-other\n");
    out.push_str("# global.Quote = qid-kind-class-polarity-speaker\n");
    if let Some(title) = document.title.as_deref().map(one_line).filter(|title| !title.is_empty()) {
        let _ = writeln!(out, "# title = {title}");
    }
}

/// A token that has characters.
struct Word {
    /// Its number in the Document.
    token: usize,
    range: Range<usize>,
}

/// Tokens in the order of the text; one that lies nowhere is left out.
fn words(document: &Document, places: &Places) -> Vec<Word> {
    let spans = document.tokens.start.iter().zip(&document.tokens.end);
    let mut words: Vec<_> = spans
        .enumerate()
        .filter_map(|(token, (start, end))| Some(Word { token, range: places.bytes(*start, *end)? }))
        .collect();
    words.sort_by_key(|word| (word.range.start, word.range.end));
    words
}

/// One sentence.
struct Lines<'a> {
    document: &'a Document,
    places: &'a Places<'a>,
    marks: &'a Marks,
    words: &'a [Word],
    /// The place of each token in `words`.
    numbers: BTreeMap<usize, usize>,
    next: Option<&'a Word>,
}

impl Lines<'_> {
    fn write(&self, out: &mut String) {
        let tokens = self.tokens();
        let mut text = String::new();
        for token in &tokens {
            text.push_str(&self.form_of(token));
            text.push_str(if self.gap(token.end).is_some_and(|gap| !spaced(gap)) { "" } else { " " });
        }
        let _ = writeln!(out, "# text = {}", text.trim_end());
        let root = self.words.iter().position(|word| self.head(word).is_none()).unwrap_or(0);
        for token in tokens {
            if token.len() > 1 {
                let (form, misc) = (self.form_of(&token), self.spaces(token.end));
                let misc = if misc.is_empty() { "_".to_owned() } else { misc.join("|") };
                let (first, last) = (token.start + 1, token.end);
                let _ = writeln!(out, "{first}-{last}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}");
            }
            for index in token.clone() {
                let spaces = if token.len() > 1 { Vec::new() } else { self.spaces(index + 1) };
                self.word(out, index, root, spaces);
            }
        }
    }

    /// Words that are written as one: "don't" is `do` and `n't`.
    fn tokens(&self) -> Vec<Range<usize>> {
        let mut tokens: Vec<Range<usize>> = Vec::new();
        for (index, word) in self.words.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| self.words.get(before));
            match tokens.last_mut() {
                Some(last) if before.is_some_and(|before| self.joined(before, word)) => last.end = index + 1,
                _ => tokens.push(index..index + 1),
            }
        }
        tokens
    }

    /// Whether no sign or space is between two words: letters touch letters, or the apostrophe of "she's".
    fn joined(&self, before: &Word, word: &Word) -> bool {
        let is_word = |word: &Word| {
            let upos = self.document.tokens.upos.get(word.token).map(String::as_str);
            !matches!(upos, Some("PUNCT" | "SYM" | "NUM" | "X") | None)
        };
        let mut letters = self.places.words(word.range.clone()).chars();
        let first = letters.next();
        let clitic = matches!(first, Some('\'' | '’')) && letters.next().is_some_and(char::is_alphabetic);
        let last = self.places.words(before.range.clone()).chars().next_back();
        before.range.end == word.range.start
            && is_word(before)
            && is_word(word)
            && last.is_some_and(char::is_alphabetic)
            && (clitic || first.is_some_and(char::is_alphabetic))
    }

    fn form_of(&self, token: &Range<usize>) -> String {
        let words = self.words.get(token.clone()).unwrap_or_default();
        let range = words.first().zip(words.last()).map(|(first, last)| first.range.start..last.range.end);
        form(range.map_or("", |range| self.places.words(range)))
    }

    /// What stands before the word of that number; after the last one, before the next sentence.
    fn gap(&self, word: usize) -> Option<&str> {
        let next = self.words.get(word).or(self.next)?;
        let before = self.words.get(word.checked_sub(1)?)?;
        Some(self.places.words(before.range.end..next.range.start.max(before.range.end)))
    }

    /// `SpaceAfter=No` where no space follows; the very characters where more than one space does.
    fn spaces(&self, word: usize) -> Vec<String> {
        match self.gap(word) {
            Some(gap) if !spaced(gap) => vec!["SpaceAfter=No".to_owned()],
            Some(gap) if gap != " " => vec![format!("SpacesAfter={}", spaces(gap))],
            _ => Vec::new(),
        }
    }

    /// The head inside this sentence, by its number here.
    fn head(&self, word: &Word) -> Option<usize> {
        let head = self.document.tokens.head.get(word.token).copied().flatten()? as usize;
        self.numbers.get(&head).copied()
    }

    fn word(&self, out: &mut String, index: usize, root: usize, spaces: Vec<String>) {
        let Some(word) = self.words.get(index) else { return };
        let tokens = &self.document.tokens;
        let column = |column: &[String]| column.get(word.token).map_or("_".to_owned(), |value| form(value));
        let head = self.head(word);
        // One root a sentence: what the Document leaves without a head hangs from the first that has none.
        let (head, deprel) = match head {
            _ if index == root => (0, "root".to_owned()),
            None => (root + 1, "parataxis".to_owned()),
            Some(head) => {
                let deprel = column(&tokens.deprel);
                (head + 1, if deprel == "root" { "dep".to_owned() } else { deprel })
            }
        };
        let (lemma, upos) = (column(&tokens.lemma), column(&tokens.upos));
        let form = self.form_of(&(index..index + 1));
        let mut misc = self.marks.of_word(word.token);
        misc.extend(spaces);
        let (start, end) = (self.places.points(word.range.start), self.places.points(word.range.end));
        misc.push(format!("TokenRange={start}:{end}"));
        misc.sort();
        let misc = misc.join("|");
        let _ = writeln!(out, "{}\t{form}\t{lemma}\t{upos}\t_\t_\t{head}\t{deprel}\t_\t{misc}", index + 1);
    }
}

/// Whether a gap is one that a reader sees; invisible characters between two words are none.
fn spaced(gap: &str) -> bool {
    gap.contains(char::is_whitespace)
}

/// Characters between words with the escapes that UDPipe uses; a blank would be lost at the end of a line.
fn spaces(gap: &str) -> String {
    let mut out = String::new();
    for character in gap.chars() {
        match character {
            ' ' => out.push_str("\\s"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\n' => out.push_str("\\n"),
            '|' => out.push_str("\\p"),
            '\\' => out.push_str("\\\\"),
            _ if breaks(character) => out.push('\u{FFFD}'),
            _ => out.push(character),
        }
    }
    out
}

/// A word or label in a column: on one line, never empty.
fn form(words: &str) -> String {
    let line = one_line(words);
    if line.is_empty() { "_".to_owned() } else { line }
}

/// Words on one line: runs of white space are one blank, control characters U+FFFD.
fn one_line(words: &str) -> String {
    let words = words.split(char::is_whitespace).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").replace(breaks, "\u{FFFD}")
}

/// What some readers take for the end of a line.
fn breaks(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

/// The Document's id before those of its parts, so that they differ in a file of several: `news%2Fa.txt-`.
fn prefix(document: &Document) -> String {
    let Some(id) = document.id.as_deref() else { return String::new() };
    let mut out = String::new();
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_') {
            out.push(byte as char);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out.push('-');
    out
}
