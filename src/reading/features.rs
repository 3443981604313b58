//! What the network sees of a word: its form, its edges, its shape, and facts from lexicons and from the rest of
//! the article. Learning and use call the same functions.

use rustc_hash::FxHashSet;

use crate::labels::Gender;
use crate::model::{KnownName, Models, Role, leading_letters};
use crate::reading::casing::{Cased, Style, casing};
use crate::text::{Case, case_of};

/// Rows of the tables of prefixes, endings and shapes; forms fall into them by their hash.
pub const PREFIX_ROWS: u32 = 2048;
/// Endings of two characters.
pub const SHORT_SUFFIX_ROWS: u32 = 1024;
/// Endings of four characters.
pub const LONG_SUFFIX_ROWS: u32 = 6144;
/// Shapes: `Xxx`, `dd,ddd`.
pub const SHAPE_ROWS: u32 = 256;
/// Bytes beyond which a word is looked at no closer: ten megabytes of one letter are no word.
const LONGEST_WORD: usize = 120;
/// Most tokens of a gazetteer's phrase.
const LONGEST_PHRASE: usize = 8;

/// What a form shows by itself, wherever it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Fingerprint of the form in lower case with its digits made equal.
    pub word: u32,
    /// Row of its first three characters.
    pub prefix: u32,
    /// Row of its last two characters.
    pub short_suffix: u32,
    /// Row of its last four characters.
    pub long_suffix: u32,
    /// Row of its shape.
    pub shape: u32,
    /// Facts that hold wherever it stands.
    pub flags: u64,
    /// Bytes of the longest phrase of a gazetteer that begins like it; 0 if there is none.
    pub longest_phrase: u32,
}

/// A token as the network sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Row of its form, where the caller keeps rows of forms.
    pub row: u32,
    /// What its form shows.
    pub form: Form,
    /// Facts of this place, with those of the form.
    pub flags: u64,
}

/// A fact of a place.
#[derive(Clone, Copy, Debug)]
enum Fact {
    /// A capital would be owed to the place.
    Starts = 0,
    /// In a line in title case.
    Titled = 1,
    /// In a line of capitals.
    Capitals = 2,
    /// The form has a capital somewhere in the article where only names have one.
    SeenAsName = 3,
    /// The form stands in small letters elsewhere in the article.
    SeenSmall = 4,
}

/// First bit of the five cases.
const CASES: u32 = 5;
/// First bit of the roles that the lexicons give a form.
const ROLES: u32 = 10;
/// The roles that are seen: the first 37, which are those of names and the commoner ones of values.
const ROLES_SEEN: u64 = (1 << 37) - 1;
/// First bit of "begins" and "goes on" for each kind of known name.
const KNOWN: u32 = 49;
/// A first name that is mostly given to girls, to boys.
const FEMININE: u32 = 61;
const MASCULINE: u32 = 62;
/// Joined to the word before.
const JOINED: u32 = 63;

/// The facts of a word's case.
pub const CASE_FACTS: u64 = 0b1_1111 << CASES;
/// The fact that a capital would be owed to the place.
pub const STARTS: u64 = 1 << Fact::Starts as u32;
/// The facts of lines in which most words have capitals.
pub const HEADED: u64 = 1 << Fact::Titled as u32 | 1 << Fact::Capitals as u32;
/// The fact that the form has a capital, here or elsewhere, where only names have one.
pub const SEEN_AS_NAME: u64 = 1 << Fact::SeenAsName as u32;
/// The fact that the form stands in small letters elsewhere.
pub const SEEN_SMALL: u64 = 1 << Fact::SeenSmall as u32;
/// The facts that lists of first names give beside the role.
pub const FIRST_NAME: u64 = 1 << FEMININE | 1 << MASCULINE;

/// The fact that a word has a role; none for the roles that are not seen.
pub const fn role_fact(role: Role) -> u64 {
    (1 << role as u32 & ROLES_SEEN) << ROLES
}

/// The facts that a known name begins and goes on.
pub const fn known_facts(known: KnownName) -> [u64; 2] {
    let begins = 1 << (KNOWN + 2 * known as u32);
    [begins, begins << 1]
}

/// What the whole article shows of its forms.
#[derive(Clone, Debug, Default)]
pub struct Seen<'a> {
    names: FxHashSet<&'a str>,
    small: FxHashSet<&'a str>,
}

impl<'a> Seen<'a> {
    /// Looks at all sentences, each a list of forms.
    pub fn new<S: Iterator<Item = &'a str>>(sentences: impl Iterator<Item = S>) -> Self {
        let mut seen = Self::default();
        for forms in sentences {
            let (words, style) = casing(forms);
            if style != Style::Running {
                continue;
            }
            for word in words {
                match word.case {
                    Case::Title | Case::Mixed if !word.starts => _ = seen.names.insert(word.form),
                    Case::Lower => _ = seen.small.insert(word.form),
                    _ => {}
                }
            }
        }
        seen
    }
}

/// What a form shows by itself. `soften` is for lines of capitals: "NETANYAHU" is looked up as "Netanyahu".
pub fn form(printed: &str, soften: bool, models: &Models) -> Form {
    let printed = cut(printed);
    let case = case_of(printed);
    let softened = if soften && case == Case::Upper { title_case(printed) } else { String::new() };
    let looked_up = if softened.is_empty() { printed } else { &softened };
    let normal = normal(printed);
    let roles = models.names.word(looked_up).with(models.values.word(models.values.find(looked_up)).roles);
    let mut flags = (roles.bits() & ROLES_SEEN) << ROLES | 1 << (CASES + case as u32);
    match models.nouns.first_name(looked_up) {
        Some(Gender::Feminine) => flags |= 1 << FEMININE,
        Some(Gender::Masculine) => flags |= 1 << MASCULINE,
        _ => {}
    }
    Form {
        word: (fingerprint(&normal, 0) >> 32) as u32,
        prefix: row(beginning(&normal), 1, PREFIX_ROWS),
        short_suffix: row(last(&normal, 2), 2, SHORT_SUFFIX_ROWS),
        long_suffix: row(ending(&normal), 3, LONG_SUFFIX_ROWS),
        shape: row(&shape(printed), 4, SHAPE_ROWS),
        flags,
        longest_phrase: models.names.longest_from(leading_letters(looked_up)) as u32,
    }
}

/// The form in lower case with its digits made equal.
fn normal(printed: &str) -> String {
    let same = |c: char| match c {
        '0'..='9' => '0',
        '’' => '\'',
        _ => c,
    };
    if printed.is_ascii() {
        printed.chars().map(|c| same(c.to_ascii_lowercase())).collect()
    } else {
        printed.chars().flat_map(char::to_lowercase).map(same).collect()
    }
}

/// The tokens of one sentence. Forms are asked of `form_of`, with their row, so that a caller may keep them.
pub fn sentence<'a>(
    printed: &[&'a str],
    space_after: &[bool],
    seen: &Seen,
    models: &Models,
    mut form_of: impl FnMut(&'a str, bool) -> (u32, Form),
) -> Vec<Token> {
    let (cased, style) = casing(printed.iter().copied());
    let soften = style == Style::Capitals;
    let mut tokens = Vec::with_capacity(printed.len());
    let mut joined = false;
    for (word, space) in cased.iter().zip(space_after) {
        let (row, form) = form_of(word.form, soften);
        tokens.push(Token {
            row,
            form,
            flags: form.flags | place(word, style, seen) | u64::from(joined) << JOINED,
        });
        joined = !space;
    }
    let mut phrase = String::new();
    let mut at = 0;
    while at < printed.len() {
        let step = match known_from(at, printed, space_after, &tokens, soften, models, &mut phrase) {
            Some((end, known)) => {
                for (index, token) in tokens.iter_mut().enumerate().take(end).skip(at) {
                    token.flags |= 1 << (KNOWN + 2 * known as u32 + u32::from(index > at));
                }
                end - at
            }
            None => 1,
        };
        at += step;
    }
    tokens
}

fn place(word: &Cased, style: Style, seen: &Seen) -> u64 {
    let mut flags = 0;
    let mut add = |fact: Fact, holds: bool| flags |= u64::from(holds) << fact as u32;
    add(Fact::Starts, word.starts);
    add(Fact::Titled, style == Style::Title);
    add(Fact::Capitals, style == Style::Capitals);
    if matches!(word.case, Case::Title | Case::Mixed | Case::Upper) {
        add(Fact::SeenAsName, seen.names.contains(word.form));
        add(
            Fact::SeenSmall,
            !seen.small.is_empty() && seen.small.contains(word.form.to_lowercase().as_str()),
        );
    }
    flags
}

/// The longest name of the gazetteers that begins here.
fn known_from(
    at: usize,
    printed: &[&str],
    space_after: &[bool],
    tokens: &[Token],
    soften: bool,
    models: &Models,
    phrase: &mut String,
) -> Option<(usize, KnownName)> {
    let first = tokens.get(at)?;
    if first.flags >> (CASES + Case::Lower as u32) & 1 == 1
        || first.flags >> (CASES + Case::None as u32) & 1 == 1
    {
        return None;
    }
    let longest = first.form.longest_phrase as usize;
    let most = if longest == 0 { at + 1 } else { (at + LONGEST_PHRASE).min(printed.len()) };
    phrase.clear();
    let mut found = None;
    for end in at + 1..=most {
        let word = cut(printed.get(end - 1)?);
        if soften && case_of(word) == Case::Upper {
            phrase.push_str(&title_case(word));
        } else {
            phrase.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }));
        }
        if end > at + 1 && phrase.len() > longest {
            break;
        }
        if let Some(known) = models.names.known(phrase) {
            found = Some((end, known));
        }
        if space_after.get(end - 1).copied().unwrap_or(true) {
            phrase.push(' ');
        }
    }
    found
}

fn cut(word: &str) -> &str {
    if word.len() <= LONGEST_WORD {
        return word;
    }
    let end = (0..=LONGEST_WORD).rev().find(|end| word.is_char_boundary(*end)).unwrap_or(0);
    word.get(..end).unwrap_or("")
}

fn title_case(word: &str) -> String {
    let mut starts = true;
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if starts {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        starts = !c.is_alphanumeric() && c != '\'' && c != '’';
    }
    out
}

/// The last characters of a form whose table is the finer one.
pub fn ending(word: &str) -> &str {
    last(word, 4)
}

/// The first characters of a form.
pub fn beginning(word: &str) -> &str {
    first(word, 3)
}

/// The form with runs of equal kinds cut to three: `Xxxx` is `Xxx`, `12,500` is `dd,ddd`.
fn shape(word: &str) -> String {
    let mut out = String::new();
    let (mut last, mut run) = ('\0', 0);
    for c in word.chars().take(40) {
        let kind = if c.is_uppercase() {
            'X'
        } else if c.is_alphabetic() {
            'x'
        } else if c.is_numeric() {
            'd'
        } else {
            c
        };
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run <= 3 {
            out.push(kind);
        }
    }
    out
}

fn first(word: &str, count: usize) -> &str {
    word.char_indices().nth(count).map_or(word, |(end, _)| word.get(..end).unwrap_or(word))
}

fn last(word: &str, count: usize) -> &str {
    word.char_indices().rev().nth(count - 1).map_or(word, |(start, _)| word.get(start..).unwrap_or(word))
}

fn row(piece: &str, seed: u64, rows: u32) -> u32 {
    ((fingerprint(piece, seed) >> 32) % u64::from(rows)) as u32
}

/// FNV-1a (G. Fowler, L. Noll, K.-P. Vo) with its bits stirred once more, since the upper ones of short words
/// are poor.
pub fn fingerprint(text: &str, seed: u64) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325 ^ seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    }
    hash ^= hash >> 29;
    hash = hash.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash ^ hash >> 32
}
