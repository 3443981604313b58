//! Segments and Syntax → [`Words`]: what the other files of this stage ask about each token, gathered once.

use crate::blocks::{BlockKind, Blocks};
use crate::input::CleanText;
use crate::model::{Models, Role, Roles, ValueWord, ValueWordId};
use crate::segment::{Segments, SentenceId, TokenId, TokenKind};
use crate::syntax::{Syntax, Upos, Xpos};
use crate::text::{Case, Id, IdRange, Table, case_of};

/// Bytes of the longest word that may be part of a name: ten megabytes of one letter are none.
const LONGEST_WORD: usize = 120;

/// Lines that are wrapped have more characters than this; signatures, labels and headings often fewer.
const SHORT_LINE: usize = 30;

/// How a sentence uses capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As prose does: capitals mean names.
    Prose,
    /// "Hamas Rejects Agreement": capitals mean little.
    TitleCase,
    /// "BRIGHTWATER TO BUILD PLANT": capitals mean nothing.
    Capitals,
}

/// A token and what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// As printed.
    pub text: &'a str,
    /// How it is written.
    pub case: Case,
    /// What it is made of.
    pub kind: TokenKind,
    /// Its part of speech.
    pub upos: Upos,
    /// Its fine part of speech.
    pub xpos: Xpos,
    /// What it shows about a name it stands in.
    pub roles: Roles,
    /// What it is in dates, sums and numbers.
    pub value: ValueWordId,
    /// Whether a capital is owed to its place: first in a sentence, a quotation, after a colon.
    pub initial: bool,
    /// How its sentence uses capital letters.
    pub style: Style,
    /// Whether white space follows.
    pub space_after: bool,
}

impl Word<'_> {
    /// Whether it has a role in names.
    pub const fn is(&self, role: Role) -> bool {
        self.roles.has(role)
    }

    /// Whether it is written as names are: `Ruiz`, `IDF`, `iPhone`, `W.`
    pub fn is_capitalised(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper | Case::Mixed)
            && matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }

    /// Whether it is a possessive mark: `'s`, or `'` after a plural.
    pub fn is_possessive(&self) -> bool {
        self.xpos == Xpos::Pos || matches!(self.text, "'s" | "’s" | "'S" | "’S")
    }
}

/// All words of a text, with the layers they come from.
#[derive(Debug)]
pub struct Words<'a> {
    /// One row a token.
    pub table: Table<TokenId, Word<'a>>,
    /// The cleaned text.
    pub text: &'a str,
    /// Tokens and sentences.
    pub segments: &'a Segments,
    /// The tree.
    pub syntax: &'a Syntax,
    /// Lexicons.
    pub models: &'a Models,
}

impl<'a> Words<'a> {
    /// Gathers what is known of each token.
    pub fn new(
        text: &'a CleanText,
        blocks: &Blocks,
        segments: &'a Segments,
        syntax: &'a Syntax,
        models: &'a Models,
    ) -> Self {
        let mut table = Table::default();
        for (_, sentence) in segments.sentences.iter() {
            let kind = blocks.table.get(sentence.block).map_or(BlockKind::Paragraph, |block| block.kind);
            let style = style_of(&text.text, segments, sentence.tokens, kind);
            let mut initial = true;
            for id in sentence.tokens.ids() {
                let Some(token) = segments.tokens.get(id) else { continue };
                let printed = token.span.slice(&text.text);
                let sane = printed.len() <= LONGEST_WORD;
                let word = Word {
                    text: printed,
                    case: if sane { case_of(printed) } else { Case::Lower },
                    kind: token.kind,
                    upos: syntax.upos.get(id).copied().unwrap_or_default(),
                    xpos: syntax.xpos.get(id).copied().unwrap_or_default(),
                    roles: if sane { roles_of(printed, style, models) } else { Roles::default() },
                    value: if sane { models.values.find(printed) } else { 0 },
                    initial,
                    style,
                    space_after: token.space_after,
                };
                initial = keeps_initial(&word, initial);
                table.push(word);
            }
        }
        Self { table, text: &text.text, segments, syntax, models }
    }

    /// The word at a place, if there is one.
    pub fn at(&self, index: usize) -> Option<&Word<'a>> {
        self.table.get(TokenId::from_index(index))
    }

    /// The printed form at a place; empty outside the text.
    pub fn form(&self, index: usize) -> &'a str {
        self.at(index).map_or("", |word| word.text)
    }

    /// Whether the word at a place has a role in names.
    pub fn is(&self, index: usize, role: Role) -> bool {
        self.at(index).is_some_and(|word| word.is(role))
    }

    /// The word at a place as values know it.
    pub fn value_word(&self, index: usize) -> ValueWord<'a> {
        self.models.values.word(self.at(index).map_or(0, |word| word.value))
    }

    /// Whether the word at a place is a first name.
    pub fn is_given_name(&self, index: usize) -> bool {
        let Some(word) = self.at(index) else { return false };
        if !word.is_capitalised() || (word.case == Case::Upper && word.style == Style::Prose) {
            return false;
        }
        word.is(Role::GivenName) || self.models.nouns.first_name(word.text).is_some()
    }

    /// Whether a short line ends before this token: "Dale⏎Dale" are two names, while a name may run across the
    /// end of a wrapped line.
    pub fn follows_short_line(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).map(TokenId::from_index) else { return false };
        let (Some(last), Some(next)) =
            (self.segments.tokens.get(before), self.segments.tokens.get(TokenId::from_index(index)))
        else {
            return false;
        };
        let gap = self.between(last.span.end(), next.span.start());
        if !gap.contains('\n') {
            return false;
        }
        let mut line = self.between(0, last.span.end()).chars().rev().take(SHORT_LINE);
        // the text before has a line end nearby, or is itself short
        line.by_ref().any(|c| c == '\n') || (last.span.end() as usize) < SHORT_LINE
    }

    fn between(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// These words with single spaces between them, as gazetteers have them: capitals softened in a line
    /// that is all capitals.
    pub fn phrase(&self, start: usize, end: usize, phrase: &mut String) {
        phrase.clear();
        for index in start..end {
            let Some(word) = self.at(index) else { return };
            if word.style == Style::Capitals && word.text.len() > 1 {
                push_title_case(phrase, word.text, index > start);
            } else {
                phrase.extend(word.text.chars().map(|c| if c == '’' { '\'' } else { c }));
            }
            if index + 1 < end && word.space_after {
                phrase.push(' ');
            }
        }
    }

    /// The sentence that holds a token: its first token and one past its last.
    pub fn sentence_bounds(&self, sentence: SentenceId) -> (usize, usize) {
        self.segments.sentences.get(sentence).map_or((0, 0), |s| (s.tokens.start(), s.tokens.end()))
    }
}

/// `UNITED` as `United`; small words inside a name in lower case: `OF` as `of`.
fn push_title_case(phrase: &mut String, word: &str, inside: bool) {
    let lower = word.to_lowercase();
    if inside && matches!(lower.as_str(), "of" | "the" | "and" | "for" | "de" | "in" | "'s" | "’s") {
        phrase.push_str(&lower.replace('’', "'"));
        return;
    }
    let mut letters = word.chars();
    phrase.extend(letters.next());
    phrase.extend(letters.flat_map(char::to_lowercase));
}

fn roles_of(printed: &str, style: Style, models: &Models) -> Roles {
    let roles = models.names.word(printed);
    if style != Style::Capitals || printed.len() < 2 {
        return roles;
    }
    let mut softened = String::new();
    push_title_case(&mut softened, printed, false);
    roles.with(models.names.word(&softened))
}

/// A sentence may begin with marks: "“We won": the capital of "We" is owed to its place.
fn keeps_initial(word: &Word, initial: bool) -> bool {
    let closes_list_mark = initial && word.kind == TokenKind::Number;
    match word.kind {
        TokenKind::Punctuation | TokenKind::Symbol => {
            initial && word.text != ","
                || matches!(word.text, ":" | "•" | "“" | "\"" | "‘" | "``" | "…" | "..." | "—" | ";")
        }
        _ => closes_list_mark,
    }
}

/// Tells how a sentence uses capitals, by its words of four letters and more.
///
/// "Israel and Hamas Clash as Peace Talks Falter": title case, if at most one word in four begins with a small
/// letter and four capitals are there to judge by (three in a block that is a headline).
fn style_of(text: &str, segments: &Segments, tokens: IdRange<TokenId>, block: BlockKind) -> Style {
    let (mut upper, mut title, mut lower) = (0, 0, 0);
    let last = segments.tokens.range(tokens).last().map_or("", |token| token.span.slice(text));
    for token in segments.tokens.range(tokens) {
        let word = token.span.slice(text);
        if token.kind != TokenKind::Word || word.chars().count() < 4 {
            continue;
        }
        match case_of(word) {
            Case::Upper => upper += 1,
            Case::Title | Case::Mixed => title += 1,
            Case::Lower => lower += 1,
            Case::None => {}
        }
    }
    let headline = matches!(block, BlockKind::Headline | BlockKind::Subheadline);
    if upper >= 2 && upper > 4 * (title + lower) {
        return Style::Capitals;
    }
    // "Prime Minister Benjamin Netanyahu left." is prose: headlines have no full stop
    let enough = if headline { 3 } else { 4 };
    if title + upper >= enough && lower * 4 <= title + upper && last != "." {
        Style::TitleCase
    } else {
        Style::Prose
    }
}
