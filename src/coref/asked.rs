//! The answers to the questions about a pronoun and an entity.

use super::antecedents::{Met, below, binds};
use super::clauses::{Role, clauses_above};
use super::clusters::Cluster;
use super::decision::Row;
use super::facts::{Determiner, Fact};
use super::pronoun_forms::{Case, PronounForm};
use super::pronouns::{controller, fronted_under};
use super::walk::Walk;
use crate::labels::{Deprel, EntityType, Gender};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::model::coreference_questions::{
    ASKED_OF_PRONOUN, Agreement, Answer, AskedOfPronoun as Q, Chain, ClauseKind, Direction, Follows, Form,
    LastForm, Marks, MentionUse, Opening, Order, Relation, Sort, Theme, Topic, Use,
};
use crate::segment::TokenId;
use crate::text::Id;

/// Words before a pronoun in its sentence with which it still opens it: "But when **he**".
const OPENING: usize = 3;

/// A pronoun that is asked about, and what is the same for every entity.
pub(super) struct Asking<'a> {
    form: PronounForm,
    fact: &'a Fact,
    mention: &'a Mention,
    /// The mention after it.
    after: MentionId,
    /// The clause whose subject this clause without one shares.
    controller: Option<TokenId>,
    /// The most mentions of any entity that agrees, and whether several have as many.
    oftenest: (u32, bool),
    /// The clauses above.
    above: Vec<(TokenId, Deprel)>,
    answers: [u8; ASKED_OF_PRONOUN],
}

impl<'a> Asking<'a> {
    pub fn new(walk: &'a Walk, id: MentionId, form: PronounForm, met: &[Met]) -> Option<Self> {
        let fact = walk.facts.get(id)?;
        let mention = walk.mention(id)?;
        let seen = |met: &Met| walk.clusters.table.get(met.entity).map_or(0, |cluster| cluster.seen);
        let most = met.iter().map(seen).max().unwrap_or(0);
        let several = met.iter().filter(|met| seen(met) == most).count() > 1;
        let subject = fact.place.role == Role::Subject;
        let clause = fact.place.clause;
        let mut asking = Self {
            form,
            fact,
            mention,
            after: MentionId::from_index(id.index() + 1),
            controller: clause.filter(|_| !subject).and_then(|clause| controller(walk, clause)),
            oftenest: (most, several),
            above: clause.map_or_else(Vec::new, |clause| clauses_above(walk.layers.syntax, clause)),
            answers: [0; ASKED_OF_PRONOUN],
        };
        let form = match form.gender {
            Gender::Neuter => Form::Thing,
            Gender::Plural => Form::Group,
            _ => Form::Person,
        };
        let set = &mut asking.answers;
        put(set, Q::Form, form as u8);
        put(set, Q::Use, used(walk, asking.form, fact, mention) as u8);
        put(set, Q::Quoted, yes(fact.region.is_some()));
        put(set, Q::Opening, opening(walk, id, mention) as u8);
        put(set, Q::Clause, clause_kind(walk, fact) as u8);
        put(set, Q::Says, yes(fact.says));
        put(set, Q::Rivals, step(met.len(), &[0, 1, 2, 3, 5, 8]));
        Some(asking)
    }
}

fn put(answers: &mut [u8; ASKED_OF_PRONOUN], question: Q, answer: u8) {
    if let Some(slot) = answers.get_mut(question as usize) {
        *slot = answer;
    }
}

fn yes(answer: bool) -> u8 {
    (if answer { Answer::Yes } else { Answer::No }) as u8
}

/// The number of the first limit that a count does not exceed, from 1: 0 is for what cannot be counted.
fn step(count: usize, limits: &[usize]) -> u8 {
    let at = limits.iter().position(|limit| count <= *limit).unwrap_or(limits.len());
    at as u8 + 1
}

/// The row for "none that was found".
pub(super) fn ask_of_none(asking: &Asking) -> Row<ASKED_OF_PRONOUN> {
    Row { entity: None, mention: None, answers: asking.answers, points: 0 }
}

/// The row of an entity; `rank` entities that agree were mentioned since.
pub(super) fn ask(
    walk: &Walk,
    asking: &Asking,
    met: &Met,
    rank: usize,
    order: Order,
) -> Option<Row<ASKED_OF_PRONOUN>> {
    let cluster = walk.clusters.table.get(met.entity)?;
    let last = walk.facts.get(met.last)?;
    let mention = walk.mention(met.last)?;
    let near = || met.near.iter().filter_map(|id| walk.facts.get(*id));
    let mut answers = asking.answers;
    let set = &mut answers;
    put(set, Q::Direction, met.direction as u8);
    let sentences = asking.fact.sentence.abs_diff(last.sentence);
    put(set, Q::Sentences, step(sentences, &[0, 1, 2, 3, 5]));
    put(set, Q::Rank, step(rank, &[0, 1, 2, 3, 5]));
    let words = asking.mention.head.index().abs_diff(mention.head.index());
    put(set, Q::Words, step(words, &[3, 6, 10, 15, 22, 35, 60, 100]));
    put(set, Q::Last, mention_use(last.place.role) as u8);
    let best = near().map(|fact| mention_use(fact.place.role)).min().unwrap_or_default();
    put(set, Q::Best, best as u8);
    put(set, Q::Mentioned, mentioned(walk, asking, met.last, mention, last) as u8);
    put(set, Q::Sort, sort(cluster) as u8);
    put(set, Q::Seen, step(cluster.seen as usize, &[0, 1, 2, 3, 5, 8, 13]));
    put(set, Q::Subjects, step(cluster.seen_as_subject as usize, &[0, 1, 2, 4]));
    let (most, several) = asking.oftenest;
    put(set, Q::Oftenest, yes(cluster.seen == most && !several));
    put(set, Q::Agreement, agreement(cluster, asking.form) as u8);
    let same_sentence = || met.near.iter().filter(|_| sentences == 0);
    let relation = same_sentence()
        .filter_map(|id| Some(relation(walk, asking, walk.facts.get(*id)?)))
        .min()
        .unwrap_or(Relation::Apart);
    put(set, Q::Relation, relation as u8);
    let topic = near().map(topic).min().unwrap_or_default();
    put(set, Q::Topic, topic as u8);
    put(set, Q::Marks, marks(asking.fact, last) as u8);
    put(set, Q::Said, yes(near().any(|fact| fact.says)));
    put(set, Q::Chain, chain(walk, asking, met) as u8);
    put(set, Q::Theme, theme(walk, asking, met) as u8);
    put(set, Q::Depth, step(usize::from(last.depth), &[0, 1, 2]));
    put(set, Q::Nested, yes(last.nested));
    put(set, Q::Joined, yes(last.joined));
    put(set, Q::Lately, step(met.lately, &[0, 1, 2, 3]));
    put(set, Q::Order, order as u8);
    // Of things and groups these were tried too: they tell nothing.
    if matches!(asking.form.gender, Gender::Feminine | Gender::Masculine) {
        put(set, Q::Follows, follows(walk, asking, met) as u8);
        put(set, Q::Aside, yes(last.aside));
    }
    Some(Row { entity: Some(met.entity), mention: Some(met.last), answers, points: 0 })
}

fn used(walk: &Walk, form: PronounForm, fact: &Fact, mention: &Mention) -> Use {
    match (form.case, fact.place.role) {
        (Case::Reflexive, _) => Use::Reflexive,
        (Case::Possessive, _) => {
            let syntax = walk.layers.syntax;
            let owned = super::clauses::head(syntax, mention.head);
            let role = owned.map(|owned| super::clauses::place(syntax, owned).role);
            if role == Some(Role::Subject) { Use::OwnerInSubject } else { Use::Owner }
        }
        (_, Role::Subject) => Use::Subject,
        (_, Role::Object) => Use::Object,
        (_, Role::Oblique) => Use::Oblique,
        _ => Use::Other,
    }
}

fn opening(walk: &Walk, id: MentionId, mention: &Mention) -> Opening {
    let segments = walk.layers.segments;
    let sentence = segments.sentence_of(mention.head).and_then(|id| segments.sentences.get(id));
    let start = sentence.map_or(0, |sentence| sentence.tokens.start());
    if fronted_under(walk, id).is_some() {
        Opening::Fronted
    } else if mention.head.index() < start + OPENING {
        Opening::First
    } else {
        Opening::Later
    }
}

fn clause_kind(walk: &Walk, fact: &Fact) -> ClauseKind {
    let Some(clause) = fact.place.clause else { return ClauseKind::Other };
    match super::clauses::relation(walk.layers.syntax, clause) {
        Deprel::Root => ClauseKind::Main,
        Deprel::Ccomp | Deprel::Xcomp => ClauseKind::Complement,
        Deprel::Advcl => ClauseKind::Adverbial,
        Deprel::AclRelcl | Deprel::Acl => ClauseKind::Relative,
        Deprel::Conj => ClauseKind::Coordinate,
        _ => ClauseKind::Other,
    }
}

fn mention_use(role: Role) -> MentionUse {
    match role {
        Role::Subject => MentionUse::Subject,
        Role::Object => MentionUse::Object,
        Role::Oblique => MentionUse::Oblique,
        Role::Possessor => MentionUse::Possessor,
        Role::Other => MentionUse::Other,
    }
}

fn mentioned(walk: &Walk, asking: &Asking, id: MentionId, mention: &Mention, fact: &Fact) -> LastForm {
    match mention.kind {
        MentionKind::Name if fact.words.len() > 1 => LastForm::FullName,
        MentionKind::Name => LastForm::ShortName,
        MentionKind::Pronoun if fact.gender == asking.form.gender => LastForm::SamePronoun,
        MentionKind::Pronoun => LastForm::OtherPronoun,
        MentionKind::Nominal => {
            let owner = walk.layers.mentions.table.near(id, 1).is_some_and(|next| {
                next.kind == MentionKind::Pronoun && next.tokens.start() == mention.tokens.start()
            });
            match fact.determiner {
                _ if owner => LastForm::Owned,
                Determiner::Definite => LastForm::Definite,
                _ => LastForm::Indefinite,
            }
        }
    }
}

fn sort(cluster: &Cluster) -> Sort {
    match (cluster.entity_type(), cluster.is_named()) {
        (EntityType::Person, true) => Sort::Person,
        (EntityType::Person, false) => Sort::SomePerson,
        (EntityType::Org, true) => Sort::Org,
        (EntityType::Org, false) => Sort::SomeOrg,
        (EntityType::Gpe | EntityType::Loc | EntityType::Fac, _) => Sort::Place,
        (EntityType::Norp, _) => Sort::Norp,
        _ => Sort::Other,
    }
}

fn agreement(cluster: &Cluster, form: PronounForm) -> Agreement {
    let gender = form.gender;
    let others = [Gender::Feminine, Gender::Masculine, Gender::Neuter, Gender::Plural];
    let others = || others.into_iter().filter(|other| *other != gender);
    let against = || others().any(|other| cluster.told_by_words(other) + cluster.told_by_links(other) > 0);
    let person = matches!(gender, Gender::Feminine | Gender::Masculine);
    match cluster.hint {
        _ if cluster.told_by_words(gender) > 0 => Agreement::Told,
        _ if cluster.told_by_links(gender) > 0 && !against() => Agreement::Linked,
        _ if against() => Agreement::Against,
        Gender::Unknown => Agreement::Open,
        hint if hint == gender => Agreement::Hinted,
        _ if person || gender == Gender::Plural => Agreement::HintedAgainst,
        _ => Agreement::Open,
    }
}

/// How a mention of the pronoun's sentence stands to it.
fn relation(walk: &Walk, asking: &Asking, other: &Fact) -> Relation {
    let (fact, subject) = (asking.fact, other.place.role == Role::Subject);
    let (Some(clause), Some(theirs)) = (fact.place.clause, other.place.clause) else {
        return Relation::Across;
    };
    if clause == theirs {
        return match (subject, binds(fact, asking.form, other)) {
            (true, _) => Relation::OwnSubject,
            (false, true) => Relation::Beside,
            _ => Relation::Below,
        };
    }
    if subject && asking.controller == Some(theirs) {
        return Relation::Controls;
    }
    if let Some(at) = asking.above.iter().position(|(head, _)| *head == theirs) {
        let path = asking.above.get(..=at).unwrap_or(&[]);
        let reported = path.iter().any(|(_, below)| *below == Deprel::Ccomp);
        return match (subject, reported) {
            (true, true) => Relation::Reports,
            (true, false) => Relation::SubjectAbove,
            _ => Relation::Above,
        };
    }
    match (subject, below(walk, theirs, clause).is_some()) {
        (true, true) => Relation::SubjectBelow,
        (false, true) => Relation::Below,
        (true, false) => Relation::SubjectAcross,
        (false, false) => Relation::Across,
    }
}

fn topic(fact: &Fact) -> Topic {
    let subject = fact.place.role == Role::Subject && fact.depth == 0;
    match (fact.opens, subject) {
        (true, true) => Topic::FirstSubject,
        (false, true) => Topic::Subject,
        (true, false) => Topic::First,
        _ => Topic::No,
    }
}

fn marks(pronoun: &Fact, mention: &Fact) -> Marks {
    match (pronoun.region, mention.region) {
        (None, None) => Marks::Outside,
        (Some(one), Some(other)) if one == other => Marks::Same,
        (Some(_), Some(_)) => Marks::Different,
        (Some(_), None) => Marks::Into,
        (None, Some(_)) => Marks::OutOf,
    }
}

fn chain(walk: &Walk, asking: &Asking, met: &Met) -> Chain {
    match walk.last_pronoun.get(&asking.form.gender) {
        None => Chain::First,
        Some((_, None)) => Chain::Lost,
        Some((sentence, Some(entity))) if *entity == met.entity => {
            if sentence + 1 >= asking.fact.sentence {
                Chain::Same
            } else {
                Chain::SameFar
            }
        }
        Some(_) => Chain::Other,
    }
}

/// How an entity is named after the pronoun in its sentence.
fn follows(walk: &Walk, asking: &Asking, met: &Met) -> Follows {
    match met.ahead {
        Some(Direction::Ahead) => return Follows::Led,
        Some(_) => return Follows::Subject,
        None => {}
    }
    let cluster = walk.clusters.table.get(met.entity);
    let mut later = cluster.into_iter().flat_map(|cluster| cluster.mentions.range(asking.after..));
    let named = later.find(|id| is_name(walk, **id)).and_then(|id| walk.facts.get(*id));
    let here = named.is_some_and(|fact| fact.sentence == asking.fact.sentence);
    if here { Follows::Sentence } else { Follows::No }
}

fn is_name(walk: &Walk, id: MentionId) -> bool {
    walk.mention(id).is_some_and(|mention| mention.kind == MentionKind::Name)
}

fn theme(walk: &Walk, asking: &Asking, met: &Met) -> Theme {
    let [person, other] = walk.first_named;
    let first = match asking.form.gender {
        Gender::Feminine | Gender::Masculine => person,
        _ => other,
    };
    if walk.in_headline.contains(&met.entity) {
        Theme::Headline
    } else if first == Some(met.entity) {
        Theme::First
    } else {
        Theme::No
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_follows_a_fronted_pronoun_is_meant_though_another_was_named_since() {
        check(
            "[Yoav Gallant]{1,PERSON,s} stayed* . [Tom Okafor]{2,PERSON,s} left* . While [he]{1,PERSON,s} rests*advcl , \
             [Yoav Gallant]{1,PERSON,s} waits* .",
        );
    }
}
