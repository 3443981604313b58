//! [`Mentions`] with what coreference asks of each: its words, place, gender, number.

use rustc_hash::FxHashSet;

use super::clauses::{Place, Role, clauses_above, head, place, relation};
use super::pronoun_forms::{PronounForm, pronoun_form};
use crate::blocks::{BlockKind, Blocks};
use crate::input::CleanText;
use crate::labels::{Deprel, EntityType, Gender, Upos, Xpos};
use crate::mentions::{Mention, MentionId, MentionKind, Mentions};
use crate::model::Models;
use crate::segment::{RegionId, Segments, SentenceId, TokenId};
use crate::syntax::Syntax;
use crate::text::{Id, IdRange, Table};

/// The layers that every part of coreference reads.
#[derive(Clone, Copy)]
pub(super) struct Layers<'a> {
    pub text: &'a CleanText,
    pub blocks: &'a Blocks,
    pub segments: &'a Segments,
    pub syntax: &'a Syntax,
    pub mentions: &'a Mentions,
    pub models: &'a Models,
}

/// How a description begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    /// "the", "this", "his", "Israel's": known to the reader.
    Definite,
    /// "a", "some", "another", a number: new.
    Indefinite,
    /// None: "officials".
    Bare,
}

/// What is known of one mention before any is joined.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    /// Sentence.
    pub sentence: usize,
    /// Whether it stands in a headline or subheadline.
    pub heading: bool,
    /// Its place in the tree.
    pub place: Place,
    /// The innermost quotation marks around it.
    pub region: Option<RegionId>,
    /// Its words in lower case: for names without article and full stops, for descriptions without
    /// determiner; the head is the last word for names.
    pub words: Vec<Box<str>>,
    /// Lemma of the head, lower case.
    pub head: Box<str>,
    /// Gender or number that the words tell: "Mrs", "actress", "officials".
    pub gender: Gender,
    /// What a first name suggests.
    pub hint: Gender,
    /// For descriptions.
    pub determiner: Determiner,
    /// For pronouns.
    pub pronoun: Option<PronounForm>,
    /// Clauses above its own.
    pub depth: u8,
    /// Whether it is the first mention of its sentence.
    pub opens: bool,
    /// Whether it stands inside another mention.
    pub nested: bool,
    /// Whether "and" or "or" joins it to another.
    pub joined: bool,
    /// Whether it is the subject of a reporting verb.
    pub says: bool,
    /// Whether it stands in brackets: "the mayor (played by **Ana Ruiz**)".
    pub aside: bool,
    /// For names: whether nothing but a type that may be wrong speaks against a person: "Lindrum", not "Facebook",
    /// "NATO", "#Vote".
    pub may_be_person: bool,
    /// For descriptions: whether its noun is a proper one, so that it names what it describes: "The Wall Street Journal".
    pub proper: bool,
}

/// Reads the facts of all mentions.
pub(super) fn facts(layers: &Layers) -> Table<MentionId, Fact> {
    let joined: FxHashSet<TokenId> = layers
        .mentions
        .table
        .rows()
        .iter()
        .filter(|mention| relation(layers.syntax, mention.head) == Deprel::Conj)
        .flat_map(|mention| [Some(mention.head), head(layers.syntax, mention.head)])
        .flatten()
        .collect();
    let mut outer_end = 0;
    let mut last_sentence = None;
    let mut facts = Table::default();
    for mention in layers.mentions.table.rows() {
        let mut fact = fact(layers, mention);
        fact.joined = joined.contains(&mention.head);
        fact.nested = mention.tokens.start() < outer_end;
        outer_end = outer_end.max(mention.tokens.end());
        if !mention.entity_type.is_value() {
            fact.opens = last_sentence != Some(fact.sentence);
            last_sentence = Some(fact.sentence);
        }
        facts.push(fact);
    }
    facts
}

fn fact(layers: &Layers, mention: &Mention) -> Fact {
    let segments = layers.segments;
    let sentence = segments.sentence_of(mention.head);
    let kind = sentence.and_then(|id| block_kind(layers, id));
    let lemma = layers.syntax.lemma.get(mention.head).map_or_else(String::new, |lemma| lemma.to_lowercase());
    let pronoun = (mention.kind == MentionKind::Pronoun)
        .then(|| pronoun_form(&word(layers, mention.head)))
        .flatten()
        .map(|form| possessive_her(layers, mention.head, form));
    let place = place(layers.syntax, mention.head);
    let says = place.role == Role::Subject
        && place
            .clause
            .and_then(|verb| layers.syntax.lemma.get(verb))
            .is_some_and(|verb| layers.models.reporting.is_strong(verb));
    let mut fact = Fact {
        sentence: sentence.map_or(0, Id::index),
        heading: matches!(kind, Some(BlockKind::Headline | BlockKind::Subheadline)),
        depth: place.clause.map_or(0, |clause| clauses_above(layers.syntax, clause).len().min(200) as u8),
        place,
        opens: false,
        nested: false,
        joined: false,
        says,
        aside: is_aside(layers, mention),
        may_be_person: false,
        proper: layers.syntax.upos.get(mention.head) == Some(&Upos::Propn),
        region: mention.tokens.first().and_then(|token| segments.region_at(token)),
        words: Vec::new(),
        head: lemma.into(),
        gender: Gender::Unknown,
        hint: Gender::Unknown,
        determiner: Determiner::Bare,
        pronoun,
    };
    match mention.kind {
        MentionKind::Name => name_facts(layers, mention, &mut fact),
        MentionKind::Nominal => nominal_facts(layers, mention, &mut fact),
        MentionKind::Pronoun => fact.gender = pronoun.map_or(Gender::Unknown, |form| form.gender),
    }
    fact
}

/// Words before a mention in brackets: longer brackets hold sentences of their own.
const LONGEST_ASIDE: usize = 8;

fn is_aside(layers: &Layers, mention: &Mention) -> bool {
    let start = mention.tokens.start();
    let before = (start.saturating_sub(LONGEST_ASIDE)..start).rev().map(TokenId::from_index);
    let mut marks = before.map(|token| layers.text.slice(span(layers, token)));
    marks.find(|mark| matches!(*mark, "(" | ")" | "[" | "]")).is_some_and(|mark| matches!(mark, "(" | "["))
}

fn block_kind(layers: &Layers, sentence: SentenceId) -> Option<BlockKind> {
    let block = layers.segments.sentences.get(sentence)?.block;
    Some(layers.blocks.table.get(block)?.kind)
}

/// "her house" is possessive, "saw her" is not.
fn possessive_her(layers: &Layers, token: TokenId, form: PronounForm) -> PronounForm {
    let possessive = layers.syntax.xpos.get(token) == Some(&Xpos::PrpPoss);
    let case = if possessive { super::pronoun_forms::Case::Possessive } else { form.case };
    PronounForm { case, ..form }
}

fn name_facts(layers: &Layers, mention: &Mention, fact: &mut Fact) {
    fact.words = name_words(layers, mention.tokens);
    let name = layers.segments.span_of(mention.tokens).map_or("", |span| layers.text.slice(span));
    let printed = name.starts_with(char::is_alphabetic)
        && name.contains(char::is_lowercase)
        && !name.contains(|c: char| c.is_ascii_digit());
    fact.may_be_person =
        mention.entity_type == EntityType::Person || printed && layers.models.names.known(name).is_none();
    let nouns = &layers.models.nouns;
    let plural = layers.syntax.xpos.get(mention.head) == Some(&Xpos::Nnps);
    if mention.entity_type == EntityType::Norp {
        fact.gender = if plural { Gender::Plural } else { Gender::Unknown };
        return;
    }
    if mention.entity_type != EntityType::Person {
        return;
    }
    // "the Clintons"
    if plural && fact.words.len() == 1 && before(layers, mention.tokens).as_deref() == Some("the") {
        fact.gender = Gender::Plural;
        return;
    }
    let title = mention.title.into_iter().flat_map(|title| title.ids());
    let told = title.filter_map(|token| {
        let word = word(layers, token);
        nouns.honorific(&word).or_else(|| nouns.noun(&word).map(|noun| noun.gender))
    });
    fact.gender = told
        .filter(|gender| matches!(gender, Gender::Feminine | Gender::Masculine))
        .fold(Gender::Unknown, |_, gender| gender);
    let first = mention.tokens.first().map(|token| layers.text.slice(span(layers, token)));
    fact.hint = first.and_then(|name| nouns.first_name(name)).unwrap_or_default();
}

fn nominal_facts(layers: &Layers, mention: &Mention, fact: &mut Fact) {
    fact.determiner = determiner(layers, mention);
    for token in mention.tokens.ids() {
        let upos = layers.syntax.upos.get(token).copied().unwrap_or_default();
        if matches!(upos, Upos::Det | Upos::Punct | Upos::Pron | Upos::Part) {
            continue;
        }
        if token == mention.head {
            fact.words.push(fact.head.clone());
        } else {
            fact.words.push(word(layers, token).replace('.', "").into());
        }
    }
    let noun = layers.models.nouns.noun(&fact.head);
    let plural =
        layers.syntax.xpos.get(mention.head).is_some_and(|tag| matches!(tag, Xpos::Nns | Xpos::Nnps));
    fact.gender = match noun.map(|noun| noun.gender) {
        Some(Gender::Plural) => Gender::Plural,
        _ if plural => Gender::Plural,
        Some(gender) => gender,
        None if mention.entity_type == EntityType::Person => Gender::Unknown,
        None => Gender::Neuter,
    };
}

fn determiner(layers: &Layers, mention: &Mention) -> Determiner {
    let Some(first) = mention.tokens.first() else { return Determiner::Bare };
    if first == mention.head {
        return Determiner::Bare;
    }
    match word(layers, first).as_str() {
        "the" | "this" | "that" | "these" | "those" | "both" => Determiner::Definite,
        "my" | "our" | "your" | "his" | "her" | "its" | "their" => Determiner::Definite,
        "a" | "an" | "some" | "any" | "no" | "another" | "every" | "each" | "many" | "several" | "few"
        | "most" | "other" | "one" | "more" => Determiner::Indefinite,
        _ if layers.syntax.upos.get(first) == Some(&Upos::Num) => Determiner::Indefinite,
        _ => {
            // "Israel's army"
            let inside = mention.tokens.ids().take(8);
            let possessed =
                inside.filter(|token| layers.syntax.xpos.get(*token) == Some(&Xpos::Pos)).count() > 0;
            if possessed { Determiner::Definite } else { Determiner::Bare }
        }
    }
}

/// The words of a name as names are compared: lower case, without article, full stops, possessive mark.
pub(super) fn name_words(layers: &Layers, tokens: IdRange<TokenId>) -> Vec<Box<str>> {
    let mut words: Vec<Box<str>> = Vec::new();
    // A name of more words than any real one is cut: what follows cannot tell it apart.
    let mut tokens = tokens.ids().take(16);
    while let Some(mut token) = tokens.next() {
        let mut word = word(layers, token);
        while layers.segments.word_goes_on(layers.text.text.as_str(), token)
            && let Some(next) = tokens.next()
        {
            word.push_str(&self::word(layers, next));
            token = next;
        }
        let word = word.replace('.', "").replace('’', "'");
        let word = word.strip_suffix("'s").unwrap_or(&word);
        let article = words.is_empty() && word == "the";
        if !article && word.chars().any(char::is_alphanumeric) {
            words.push(word.into());
        }
    }
    words
}

/// A token in lower case.
pub(super) fn word(layers: &Layers, token: TokenId) -> String {
    layers.text.slice(span(layers, token)).to_lowercase()
}

/// Whether a token begins with a capital.
pub(super) fn is_capitalised(layers: &Layers, token: TokenId) -> bool {
    layers.text.slice(span(layers, token)).starts_with(char::is_uppercase)
}

/// The word before a run of tokens, in lower case.
pub(super) fn before(layers: &Layers, tokens: IdRange<TokenId>) -> Option<String> {
    let token = TokenId::from_index(tokens.start().checked_sub(1)?);
    Some(word(layers, token))
}

fn span(layers: &Layers, token: TokenId) -> crate::text::TextSpan {
    layers.segments.tokens.get(token).map_or(crate::text::TextSpan::new(0, 0), |token| token.span)
}
