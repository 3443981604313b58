//! Coreference on inputs built by hand.
//!
//! In a fixture words and marks are parted by spaces. `[Ana Ruiz]{1,PERSON,s}` is a mention of entity 1: a
//! person, subject of the next clause (`o` object, `x` oblique, `p` possessor, `a` apposition to the mention
//! before, `c` said of the subject with "be"); entity `-` means that the mention must stay alone. `Mayor | Ana`
//! parts title and name. `said*` is the head of a clause, `left*advcl` with its relation to the one before.

use std::collections::HashMap;

use super::pronoun_forms::pronoun_form;
use super::*;
use crate::blocks::{Block, BlockId, BlockKind};
use crate::input::{Input, clean};
use crate::labels::{Deprel, Upos, Xpos};
use crate::mentions::{Mention, MentionKind};
use crate::model::{Confidence, MODELS};
use crate::options::Options;
use crate::segment::{QuotedRegion, Sentence, Token, TokenKind};
use crate::text::{Id, TextSpan};

/// What a fixture says of one mention.
struct Marked {
    start: usize,
    end: usize,
    title: usize,
    entity: String,
    entity_type: EntityType,
    role: char,
}

#[derive(Default)]
struct Fixture {
    words: Vec<String>,
    clauses: Vec<(usize, String)>,
    marked: Vec<Marked>,
    /// Rows of `marked` by the word after them.
    by_end: HashMap<usize, usize>,
}

fn read(fixture: &str) -> Fixture {
    let mut read = Fixture::default();
    let mut open: Vec<(usize, usize)> = Vec::new();
    for chunk in fixture.split_whitespace() {
        let at = read.words.len();
        if chunk == "|" {
            open.last_mut().expect("a title inside a mention").1 = at;
            continue;
        }
        let inner = chunk.trim_start_matches('[');
        open.extend((0..chunk.len() - inner.len()).map(|_| (at, at)));
        let (word, notes) = inner.split_once(']').map_or((inner, ""), |(word, notes)| (word, notes));
        match word.split_once('*') {
            Some((verb, relation)) => {
                read.clauses.push((at, relation.to_owned()));
                read.words.push(verb.to_owned());
            }
            None => read.words.push(word.to_owned()),
        }
        for note in notes.split('}').filter(|note| !note.is_empty()) {
            let (start, title) = open.pop().expect("an open mention");
            let mut fields = note.trim_start_matches([']', '{']).split(',');
            read.marked.push(Marked {
                start,
                end: at + 1,
                title,
                entity: fields.next().expect("an entity").to_owned(),
                entity_type: EntityType::from_name(fields.next().unwrap_or("PERSON")).expect("a type"),
                role: fields.next().and_then(|role| role.chars().next()).unwrap_or('-'),
            });
        }
    }
    read.marked.sort_by_key(|marked| (marked.title.max(marked.start), std::cmp::Reverse(marked.end)));
    read.by_end = read.marked.iter().enumerate().rev().map(|(row, marked)| (marked.end, row)).collect();
    read
}

fn resolve_fixture(fixture: &Fixture) -> (Coreference, String, Mentions, Segments) {
    let text = fixture.words.join(" ");
    let mut offset = 0;
    let mut tokens = Vec::new();
    for word in &fixture.words {
        let span = TextSpan::new(offset, offset + word.len() as u32);
        tokens.push(Token { span, kind: TokenKind::Word, space_after: true });
        offset += word.len() as u32 + 1;
    }
    let mut sentences = Vec::new();
    let mut start = 0;
    for (index, word) in fixture.words.iter().enumerate() {
        if word == "." || index + 1 == fixture.words.len() {
            sentences.push(Sentence { tokens: IdRange::new(start, index + 1), block: BlockId(0) });
            start = index + 1;
        }
    }
    let mut regions = Vec::new();
    let mut opening = None;
    let mut innermost: Vec<Option<crate::segment::RegionId>> = vec![None; tokens.len()];
    for (index, word) in fixture.words.iter().enumerate() {
        if word == "“" {
            opening = Some(index);
        } else if let (true, Some(open)) = (word == "”", opening.take_if(|_| word == "”")) {
            for row in &mut innermost[open + 1..index] {
                *row = Some(crate::segment::RegionId(regions.len() as u32));
            }
            regions.push(QuotedRegion {
                open: Some(TokenId(open as u32)),
                close: Some(TokenId(index as u32)),
                tokens: IdRange::new(open + 1, index),
                depth: 0,
            });
        }
    }
    let segments = Segments {
        tokens: Table::new(tokens),
        sentences: Table::new(sentences),
        regions: Table::new(regions),
        innermost: Table::new(innermost),
        ..Segments::default()
    };
    let block = Block {
        span: TextSpan::new(0, text.len() as u32),
        kind: BlockKind::Paragraph,
        level: 0,
        confidence: Confidence::CERTAIN,
    };
    let blocks = Blocks { table: Table::new(vec![block]) };
    let mentions = mentions(fixture);
    let syntax = syntax(fixture, &segments);
    let clean = clean(&Input::text(&text), &Options::default()).expect("a short text");
    let coref = resolve(&clean, &blocks, &segments, &syntax, &mentions, &MODELS);
    (coref, text, mentions, segments)
}

fn kind(words: &[String]) -> MentionKind {
    let first = words[0].to_lowercase();
    let determiner = matches!(first.as_str(), "the" | "a" | "his" | "her" | "its" | "their");
    match words {
        [word] if pronoun_form(&first).is_some() && word != "WHO" => MentionKind::Pronoun,
        [.., last] if last.starts_with(char::is_uppercase) && !determiner => MentionKind::Name,
        _ => MentionKind::Nominal,
    }
}

fn mentions(fixture: &Fixture) -> Mentions {
    let row = |marked: &Marked| {
        let tokens = IdRange::new(marked.title, marked.end);
        Mention {
            tokens,
            head: TokenId((marked.end - 1) as u32),
            kind: kind(&fixture.words[marked.title..marked.end]),
            entity_type: marked.entity_type,
            title: (marked.title > marked.start).then(|| IdRange::new(marked.start, marked.title)),
            value: None,
            confidence: Confidence::CERTAIN,
        }
    };
    Mentions { table: fixture.marked.iter().map(row).collect() }
}

fn syntax(fixture: &Fixture, segments: &Segments) -> Syntax {
    let mut syntax = Syntax::default();
    for (index, word) in fixture.words.iter().enumerate() {
        let lower = word.to_lowercase();
        let capital = word.starts_with(char::is_uppercase);
        // Clauses are in order of their place.
        let here = fixture.clauses.partition_point(|(at, _)| *at < index);
        let clause = fixture.clauses.get(here).filter(|(at, _)| *at == index);
        let following = if clause.is_some() { here + 1 } else { here };
        let plural = lower.len() > 3 && lower.ends_with('s');
        let (upos, xpos) = match lower.as_str() {
            _ if clause.is_some() => (Upos::Verb, Xpos::Vbd),
            "the" | "a" => (Upos::Det, Xpos::Dt),
            "is" | "was" => (Upos::Aux, Xpos::Vbz),
            "his" | "her" | "their" | "its" => (Upos::Pron, Xpos::PrpPoss),
            _ if pronoun_form(&lower).is_some() => (Upos::Pron, Xpos::Prp),
            _ if !lower.chars().any(char::is_alphabetic) => (Upos::Punct, Xpos::Stop),
            _ if capital => (Upos::Propn, Xpos::Nnp),
            _ if plural => (Upos::Noun, Xpos::Nns),
            _ => (Upos::Noun, Xpos::Nn),
        };
        syntax.upos.push(upos);
        syntax.xpos.push(xpos);
        let inflected = xpos == Xpos::Nns || upos == Upos::Verb;
        let lemma = if inflected { lower.trim_end_matches('s').to_owned() } else { lower };
        syntax.lemma.push(lemma.into());
        let sentence = segments.sentence_of(TokenId(index as u32)).expect("every word has a sentence");
        let inside = |at: usize| segments.sentences[sentence].tokens.contains(TokenId(at as u32));
        let previous =
            here.checked_sub(1).and_then(|at| fixture.clauses.get(at)).filter(|(at, _)| inside(*at));
        let next = fixture.clauses.get(following).filter(|(at, _)| inside(*at));
        let (head, relation) = attach(fixture, index, clause, previous, next);
        syntax.head.push(head.map(|head| TokenId(head as u32)));
        syntax.deprel.push(relation);
    }
    syntax
}

type Clause = (usize, String);

fn attach(
    fixture: &Fixture,
    index: usize,
    clause: Option<&Clause>,
    previous: Option<&Clause>,
    next: Option<&Clause>,
) -> (Option<usize>, Deprel) {
    if let Some((_, relation)) = clause {
        // A fronted clause hangs on the one after it.
        let relation = Deprel::from_name(relation);
        let above = if relation == Some(Deprel::Advcl) { next.or(previous) } else { previous };
        return match above {
            Some((above, _)) => (Some(*above), relation.unwrap_or(Deprel::Ccomp)),
            None => (None, Deprel::Root),
        };
    }
    let marked = fixture.by_end.get(&(index + 1)).map(|row| &fixture.marked[*row]);
    let before = |end: usize| fixture.marked.iter().rev().find(|marked| marked.end <= end);
    let nearest = previous.or(next).map(|(at, _)| *at);
    match marked.map(|marked| (marked.role, marked)) {
        Some(('s', _)) => (next.map(|(at, _)| *at), Deprel::Nsubj),
        Some(('o', _)) => (nearest, Deprel::Obj),
        Some(('x', _)) => (nearest, Deprel::Obl),
        Some(('p', _)) => (Some(index + 1), Deprel::NmodPoss),
        Some(('a', marked)) => (before(marked.start).map(|other| other.end - 1), Deprel::Appos),
        _ => (nearest, Deprel::Dep),
    }
}

/// Mentions of one number are one entity, of different numbers different ones.
pub(super) fn check(marked: &str) {
    let fixture = read(marked);
    let (coref, text, mentions, segments) = resolve_fixture(&fixture);
    let say =
        |id: MentionId| segments.span_of(mentions.table[id].tokens).map_or("", |span| span.slice(&text));
    let rows: Vec<_> = mentions.table.ids().ids().zip(&fixture.marked).collect();
    for (id, row) in &rows {
        if row.entity == "-" {
            assert_eq!(coref.entity_of[*id], None, "{} in {text}", say(*id));
            continue;
        }
        for (other, other_row) in rows.iter().filter(|(_, row)| row.entity != "-") {
            let same = coref.entity_of[*id].is_some() && coref.entity_of[*id] == coref.entity_of[*other];
            let (one, two) = (say(*id), say(*other));
            assert_eq!(
                same,
                row.entity == other_row.entity,
                "{one} {} / {two} {} in {text}",
                id.index(),
                other.index()
            );
        }
    }
}

/// The first entity of a fixture.
fn first_entity(marked: &str) -> (Entity, String) {
    let (coref, text, mentions, segments) = resolve_fixture(&read(marked));
    let entity = coref.entities.rows()[0].clone();
    let tokens = mentions.table[entity.representative].tokens;
    let name = segments.span_of(tokens).expect("a name has words").slice(&text).to_owned();
    (entity, name)
}

#[test]
fn short_forms_find_the_full_name_wherever_it_stands() {
    check("[Netanyahu]{1} rejects* talks . [Benjamin Netanyahu]{1} spoke* . [Mr. | Netanyahu]{1} left* .");
    check("[World Health Organization]{1,ORG} ( [WHO]{1,ORG} ) met* . [The WHO]{1,ORG} said* .");
    check("[Brightwater Energy]{1,ORG} and [Brightwater]{1,ORG} and [Northgate Energy]{2,ORG}");
    check("[U.S.]{1,GPE} and [America]{1,GPE} and [United States]{1,GPE} and [American]{2,NORP}");
    check("[IDF]{1,ORG} closed* it . [The Israeli army]{1,ORG,s} reported* .");
}

#[test]
fn families_are_kept_apart() {
    check(
        "[John Smith]{1} met* [Mary Smith]{2,PERSON,o} . [Mr. | Smith]{1} left* . [Mrs. | Smith]{2} stayed* .",
    );
    check("[George Bush Sr.]{1} and [George Bush Jr.]{2}");
}

#[test]
fn he_is_the_last_subject_that_can_be_meant() {
    check(
        "[Emmanuel Macron]{1,PERSON,s} met* [Angela Merkel]{2,PERSON,o} . [He]{1,PERSON,s} left* . \
         [She]{2,PERSON,s} stayed* .",
    );
    check("[Yoav Gallant]{1,PERSON,s} praised* [him]{-,PERSON,o} .");
    check("[Yoav Gallant]{1,PERSON,s} hurt* [himself]{1,PERSON,o} .");
}

#[test]
fn in_reported_speech_he_is_the_speaker() {
    check(
        "[Ismail Haniyeh]{1,PERSON,s} left* . [Yoav Gallant]{2,PERSON,s} said* while [he]{2,PERSON,s} \
         understands*advcl the calls , [he]{2,PERSON,s} believes* it .",
    );
}

#[test]
fn a_fronted_clause_points_ahead() {
    check("While [he]{1,PERSON,s} understands*advcl calls , [Yoav Gallant]{1,PERSON,s} waits* .");
}

#[test]
fn the_speaker_is_i_between_his_own_marks() {
    check(
        "[Donald Trump]{1,PERSON,s} spoke* . “ [He]{1,PERSON,s} lies*ccomp , ” [Ted Cruz]{2,PERSON,s} said* .",
    );
    check("“ [I]{-,PERSON,s} won*ccomp , ” [Ted Cruz]{1,PERSON,s} said* .");
}

#[test]
fn titles_and_appositions_name_the_person_again() {
    check(
        "[Prime Minister | Ana Ruiz]{1,PERSON,s} spoke* . [Bo Li]{2,PERSON,s} left* . \
         [The prime minister]{1,PERSON,s} stayed* .",
    );
    check(
        "[Joan Abernethy]{1,PERSON,s} , [the head teacher]{1,PERSON,a} , spoke* . [The teacher]{1,PERSON,s} left* .",
    );
    check("[The engineer]{1,PERSON,s} , [Rory Pask]{1,PERSON,a} , spoke* .");
    check("[A minister]{1,PERSON,s} spoke* . [Another minister]{2,PERSON,s} left* .");
}

#[test]
fn the_company_is_the_last_one_named() {
    check("[Brightwater Energy]{1,ORG,s} grew* . [The company]{1,ORG,s} said* [it]{1,ORG,s} hires* .");
    check("[The Senate Judiciary Committee]{1,ORG,s} met* . [The company]{2,ORG,s} said* .");
}

#[test]
fn officials_named_again_are_the_same_officials() {
    check("[officials]{1,PERSON,s} came* . [The officials]{1,PERSON,s} said* [they]{1,PERSON,s} stay* .");
}

#[test]
fn it_may_mean_nothing() {
    check("[Brightwater Energy]{1,ORG,s} grew* . [It]{-,MISC,s} seems*root that all is well .");
}

#[test]
fn an_entity_knows_name_title_place_and_gender() {
    let (entity, name) = first_entity(
        "[NETANYAHU]{1} rejects* . [Israeli]{2,NORP} [Prime Minister | Benjamin Netanyahu]{1,PERSON,s} said* \
         [he]{1,PERSON,s} won* .",
    );
    assert_eq!(name, "Benjamin Netanyahu");
    assert_eq!(entity.gender, Gender::Masculine);
    assert_eq!(entity.titles.len(), 1);
    assert_eq!(entity.affiliations.len(), 1);
    assert_eq!(entity.entity_type, EntityType::Person);
}

#[test]
fn a_first_name_alone_does_not_tell_the_gender() {
    let (entity, _) = first_entity("[Benjamin Netanyahu]{1,PERSON,s} left* .");
    assert_eq!(entity.gender, Gender::Unknown);
}

#[test]
fn many_mentions_take_linear_time() {
    let text = "[John Smith]{1,PERSON,s} met* [Mary Smith]{2,PERSON,o} . [Smith]{1,PERSON,s} said* \
                [he]{1,PERSON,s} left* . "
        .repeat(2_500);
    let (coref, ..) = resolve_fixture(&read(&text));
    assert_eq!(coref.entity_of.len(), 10_000);
}

#[test]
fn gender_of_titles_and_nouns_chooses() {
    check("[Mrs. | Alon]{1,PERSON,s} met* [Mr. | Baruch]{2,PERSON,o} . [She]{1,PERSON,s} left* .");
    check("[Mrs. | Alon]{1,PERSON,s} met* [Mr. | Baruch]{2,PERSON,o} . [He]{2,PERSON,s} left* .");
    check("[The queen]{1,PERSON,s} thanked* [Paul Okoro]{2,PERSON,o} . [She]{1,PERSON,s} wept* .");
}

#[test]
fn number_and_animacy_choose() {
    check("[Ana Ruiz]{1,PERSON,s} joined* [Brightwater Energy]{2,ORG,o} . [It]{2,MISC,s} grew* .");
    check("[Ana Ruiz]{1,PERSON,s} joined* [Brightwater Energy]{2,ORG,o} . [She]{1,PERSON,s} left* .");
}

#[test]
fn acronyms_and_descriptions_mean_the_organisation() {
    check(
        "[Israel Defense Forces]{1,ORG,s} said* . [The IDF]{1,ORG,s} denied* . [The Israeli army]{1,ORG,s} left* .",
    );
}

#[test]
fn first_names_mean_the_person_too() {
    check("[Bernie Sanders]{1,PERSON,s} spoke* . [Bernie]{1,PERSON,s} left* . [Sanders]{1,PERSON,s} won* .");
}

#[test]
fn a_chain_of_pronouns_goes_on() {
    check(
        "[Ana Ruiz]{1,PERSON,s} spoke* . [She]{1,PERSON,s} thanked* [Eva Li]{2,PERSON,o} . \
         [She]{1,PERSON,s} left* .",
    );
}
