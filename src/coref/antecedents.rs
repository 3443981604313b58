//! The entities that a pronoun may mean: gathered, questioned, weighed.

use super::EntityId;
use super::asked::{Asking, ask, ask_of_none};
use super::clauses::{Role, clauses_above, head, is_predicate, relation};
use super::clusters::Cluster;
use super::decision::{Decision, Row, Weighed};
use super::descriptions::described;
use super::facts::{Fact, word};
use super::pronoun_forms::{Case, PronounForm};
use super::pronouns::ahead;
use super::walk::Walk;
use crate::labels::{Deprel, EntityType, Gender};
use crate::mentions::{MentionId, MentionKind};
use crate::model::coreference_questions::{
    ASKED_OF_PRONOUN, Agreement, AskedOfPronoun, Direction, Order, PRONOUNS, Relation,
};
use crate::segment::TokenId;
use crate::text::Id;

/// Mentions before a pronoun that are looked at.
const REACH: usize = 90;
/// Sentences back to the person behind "he": news names people again within a few.
const REACH_PERSON: usize = 8;
/// Sentences back to the thing behind "it".
const REACH_THING: usize = 3;
/// Sentences back to the group behind "they".
const REACH_GROUP: usize = 4;
/// What a sure link tells of a gender.
const SURE_LINKS: u32 = 2;
/// What speaks against "none" for "it", "they", and for "she" where a woman was named, in thousandths: GUM, which the
/// weights are from, marks clauses and abstract things as what "it" means; news says of an organisation what it does.
const SOMETHING: i32 = 2_500;
/// What speaks for who is named together with what a pronoun owns, in thousandths: nearly a rule; no other value was tried.
const COMPANION: i32 = 4_000;
/// Mentions before a pronoun among which its companion is looked for.
const REACH_COMPANION: usize = 6;
/// Entities that are weighed, the nearest.
const MOST: usize = 16;

/// What is known of an entity that may be meant, from its mentions before the pronoun.
#[derive(Clone, Debug)]
pub(super) struct Met {
    pub entity: EntityId,
    /// Its nearest mention.
    pub last: MentionId,
    /// Its mentions in the sentence of the nearest one.
    pub near: Vec<MentionId>,
    /// How many mentions it has in the pronoun's sentence and the one before.
    pub lately: usize,
    /// Whether it comes before the pronoun, or only after.
    pub direction: Direction,
    /// How it follows as a subject of the sentence, if it does.
    pub ahead: Option<Direction>,
}

/// The entity that the pronoun means, its nearest mention, and by how many points it leads; `None` if it means none
/// that was found.
pub(super) fn best(walk: &mut Walk, id: MentionId, form: PronounForm) -> Option<(MentionId, EntityId, i32)> {
    let rows = rows(walk, id, form)?;
    // "It said", "they told": whoever speaks is somebody.
    let somebody = rows.len() > 1 && walk.facts.get(id).is_some_and(|fact| fact.says);
    let (mut at, mut lead) = leader(&rows, usize::from(somebody))?;
    if let Some(taken) = show(walk, id, &rows, at) {
        (at, lead) = (taken, i32::MAX);
    }
    let row = rows.get(at)?;
    Some((row.mention?, row.entity?, lead))
}

type PronounRow = Row<ASKED_OF_PRONOUN>;

/// The row for "none" and those of the entities that may be meant, weighed.
fn rows(walk: &Walk, id: MentionId, form: PronounForm) -> Option<Vec<PronounRow>> {
    let met = met(walk, id, form);
    let asking = Asking::new(walk, id, form, &met)?;
    let mut rows = vec![ask_of_none(&asking)];
    for (rank, one) in met.iter().enumerate() {
        rows.extend(ask(walk, &asking, one, rank, order(walk, &met, one)));
    }
    // "Gallant praised **him**", "Gallant tried to praise **him**": somebody else.
    if form.case == Case::Personal && walk.facts.get(id)?.place.direct {
        rows.retain(|row| !is_bound(row));
    }
    if let Some(entity) = owned_one(walk, id, form) {
        rows.retain(|row| row.entity != Some(entity));
    }
    leave_out_other_gender(&mut rows);
    let person = matches!(form.gender, Gender::Feminine | Gender::Masculine);
    let somebody = !person || rows.iter().any(is_evident);
    let weights = &walk.layers.models.coreference.pronouns;
    let companion = companion(walk, id, form);
    for row in &mut rows {
        row.points = weights.score(&row.answers);
        if companion.is_some() && row.entity == companion {
            row.points += COMPANION;
        }
        if row.entity.is_none() && somebody {
            row.points -= SOMETHING;
        }
    }
    Some(rows)
}

/// Where the article's words, its pronouns or a first name speak for somebody, a first name that speaks against another
/// decides: "The actress thanked Sam. **She** wept."
fn leave_out_other_gender(rows: &mut Vec<PronounRow>) {
    if rows.iter().any(is_evident) {
        rows.retain(|row| !answered(row, AskedOfPronoun::Agreement, &[Agreement::HintedAgainst as u8]));
    }
}

/// Whether something speaks for the entity's gender or number.
fn is_evident(row: &PronounRow) -> bool {
    let fitting = [Agreement::Told, Agreement::Linked, Agreement::Hinted].map(|answer| answer as u8);
    answered(row, AskedOfPronoun::Agreement, &fitting)
}

/// Whether the entity stands beside the pronoun in its clause, or is the subject that this clause has from the one above.
fn is_bound(row: &PronounRow) -> bool {
    let beside = [Relation::OwnSubject, Relation::Beside, Relation::Controls].map(|answer| answer as u8);
    answered(row, AskedOfPronoun::Relation, &beside)
}

/// Who is described as the pronoun's: in "Bonnie, **her** younger sister" she is somebody else's sister. Not so in "his own
/// boss".
fn owned_one(walk: &Walk, id: MentionId, form: PronounForm) -> Option<EntityId> {
    let pronoun = walk.mention(id).filter(|_| form.case == Case::Possessive)?;
    let owned = head(walk.layers.syntax, pronoun.head)?;
    let around = MentionId::from_index(id.index().checked_sub(1)?);
    let description = walk.mention(around)?;
    let is_owned = description.kind == MentionKind::Nominal
        && description.head == owned
        && description.tokens.covers(pronoun.tokens);
    let own = word(&walk.layers, TokenId::from_index(pronoun.tokens.end())) == "own";
    if is_owned && !own { described(walk, around) } else { None }
}

/// Who is named together with what the pronoun owns: "**Clinton** and her husband", "neither **Brokesby** nor his friends".
fn companion(walk: &Walk, id: MentionId, form: PronounForm) -> Option<EntityId> {
    let (syntax, pronoun) = (walk.layers.syntax, walk.mention(id)?);
    let owned = head(syntax, pronoun.head).filter(|_| form.case == Case::Possessive)?;
    let is_joined = |token| relation(syntax, token) == Deprel::Conj;
    let first = head(syntax, owned).filter(|_| is_joined(owned))?;
    let stands_beside = |token| token == first || is_joined(token) && head(syntax, token) == Some(first);
    let before = (id.index().saturating_sub(REACH_COMPANION)..id.index()).rev().map(MentionId::from_index);
    let mut companions = before.filter(|earlier| {
        walk.mention(*earlier).is_some_and(|mention| {
            mention.kind != MentionKind::Pronoun
                && mention.tokens.end() <= pronoun.tokens.start()
                && stands_beside(mention.head)
        })
    });
    companions.find_map(|mention| walk.clusters.entity(mention))
}

fn answered(row: &PronounRow, question: AskedOfPronoun, answers: &[u8]) -> bool {
    row.answers.get(question as usize).is_some_and(|answer| answers.contains(answer))
}

/// Whether an entity is named before the others that agree in its nearest sentence (J. Hobbs, 1978, goes from left to
/// right).
fn order(walk: &Walk, met: &[Met], one: &Met) -> Order {
    let place = |met: &Met| met.near.iter().min().copied().unwrap_or(met.last);
    let sentence = |id: MentionId| walk.facts.get(id).map(|fact| fact.sentence);
    let here = sentence(one.last);
    let mut others = met.iter().filter(|other| other.entity != one.entity && sentence(other.last) == here);
    match (others.clone().next().is_some(), others.any(|other| place(other) < place(one))) {
        (false, _) => Order::Only,
        (true, false) => Order::First,
        (true, true) => Order::Later,
    }
}

/// The best row from `first` on and by how much it leads. The first of equals: nobody before anybody, the nearer before the farther.
fn leader(rows: &[PronounRow], first: usize) -> Option<(usize, i32)> {
    let from_first = || rows.iter().enumerate().skip(first);
    let (at, best) = from_first().max_by_key(|(at, row)| (row.points, std::cmp::Reverse(*at)))?;
    let others = from_first().filter(|(other, _)| *other != at);
    let second = others.map(|(_, row)| row.points).max().unwrap_or(i32::MIN / 2);
    Some((at, best.points.saturating_sub(second)))
}

/// Shows the decision to the guide, if there is one; gives the row that it takes.
fn show(walk: &mut Walk, id: MentionId, rows: &[PronounRow], chosen: usize) -> Option<usize> {
    let guide = walk.guide.as_mut()?;
    let clusters = &walk.clusters;
    let weighed = |row: &PronounRow| {
        let cluster = row.entity.and_then(|entity| clusters.table.get(entity));
        Weighed {
            mentions: cluster.map_or_else(Vec::new, |cluster| cluster.mentions.iter().copied().collect()),
            nearest: row.mention,
            answers: row.answers.to_vec(),
            points: row.points,
        }
    };
    let rows = rows.iter().map(weighed).collect();
    guide(&Decision { space: &PRONOUNS, mention: id, rows, chosen })
}

/// The entities that agree with a pronoun, the nearest first, then those ahead.
fn met(walk: &Walk, id: MentionId, form: PronounForm) -> Vec<Met> {
    let Some(sentence) = walk.facts.get(id).map(|fact| fact.sentence) else { return Vec::new() };
    let reach = match form.gender {
        Gender::Neuter => REACH_THING,
        Gender::Plural => REACH_GROUP,
        _ => REACH_PERSON,
    };
    let first = id.index().saturating_sub(REACH);
    let behind = (first..id.index()).rev().map(MentionId::from_index).take_while(|earlier| {
        walk.facts.get(*earlier).is_some_and(|earlier| earlier.sentence + reach >= sentence)
    });
    let mut found: Vec<Met> = Vec::new();
    let behind = behind.map(|mention| (mention, Direction::Behind));
    for (mention, direction) in behind.chain(ahead(walk, id)) {
        let Some(entity) = walk.clusters.entity(mention) else { continue };
        let late = walk.facts.get(mention).is_some_and(|fact| fact.sentence + 1 >= sentence);
        let later = (direction != Direction::Behind).then_some(direction);
        if let Some(met) = found.iter_mut().find(|met| met.entity == entity) {
            met.ahead = met.ahead.or(later);
            let sentence_of = |id: MentionId| walk.facts.get(id).map(|fact| fact.sentence);
            if direction == Direction::Behind && sentence_of(met.last) == sentence_of(mention) {
                met.near.push(mention);
            }
            met.lately += usize::from(late && direction == Direction::Behind);
            continue;
        }
        let Some(cluster) = walk.clusters.table.get(entity) else { continue };
        let animate = !matches!(form.gender, Gender::Feminine | Gender::Masculine)
            || cluster.entity_type() == EntityType::Person
            || walk.facts.get(mention).is_some_and(|fact| fact.may_be_person);
        if found.len() < MOST && animate && can_be_meant(walk, mention, id) && agrees(cluster, form) {
            found.push(Met {
                entity,
                last: mention,
                near: vec![mention],
                lately: usize::from(late),
                direction,
                ahead: later,
            });
        }
    }
    found
}

/// Whether a mention can be what a pronoun refers back to.
fn can_be_meant(walk: &Walk, mention: MentionId, pronoun: MentionId) -> bool {
    let (Some(row), Some(of)) = (walk.mention(mention), walk.mention(pronoun)) else { return false };
    // "his father" is not he; "became a promising author": she is who became one, not the author.
    let predicate = row.kind == MentionKind::Nominal && is_predicate(walk.layers.syntax, row.head);
    !row.tokens.overlaps(of.tokens) && !predicate
}

/// Whether type, gender and number allow the pronoun.
pub(super) fn agrees(cluster: &Cluster, form: PronounForm) -> bool {
    use EntityType::{Event, Fac, Gpe, Loc, Misc, Norp, Org, Person, Product, Work};
    let words = |gender| cluster.told_by_words(gender);
    let entity_type = cluster.entity_type();
    match form.gender {
        Gender::Feminine | Gender::Masculine => {
            let may_be_person = match entity_type {
                Person => true,
                // A name may have been taken for that of something else; how likely that is, is learned.
                Misc | Org | Work | Product | Gpe | Loc | Fac | Event => {
                    cluster.is_named() && !cluster.is_surely_a_place()
                }
                _ => false,
            };
            let other = if form.gender == Gender::Feminine { Gender::Masculine } else { Gender::Feminine };
            let against = words(other) + words(Gender::Plural) + words(Gender::Neuter);
            // Pronouns that were linked to it for sure tell as much as words.
            let links = |gender| cluster.told_by_links(gender) >= SURE_LINKS;
            let by_links = words(form.gender) == 0 && links(other) && !links(form.gender);
            may_be_person && against <= words(form.gender) && !by_links
        }
        Gender::Neuter => {
            !matches!(entity_type, Person | Norp)
                && matches!(cluster.gender(), Gender::Neuter | Gender::Unknown)
        }
        Gender::Plural => {
            // Whom the article calls "she" or "he" it does not call "they".
            let one = |gender| words(gender) + cluster.told_by_links(gender) > 0;
            let single = entity_type == Person && (one(Gender::Feminine) || one(Gender::Masculine));
            cluster.gender() == Gender::Plural
                || matches!(entity_type, Org | Gpe | Person) && !single
                || entity_type == Norp && cluster.name.last().is_some_and(|word| word.ends_with('s'))
        }
        Gender::Unknown => false,
    }
}

/// Whether the pronoun's verb has the entity beside it already: "Gallant told **him**", "he met Gallant".
pub(super) fn binds(fact: &Fact, form: PronounForm, other: &Fact) -> bool {
    let subject = fact.place.role == Role::Subject;
    form.case == Case::Personal
        && other.sentence == fact.sentence
        && other.place.direct
        && other.place.clause == fact.place.clause
        && (fact.place.direct || !subject)
}

/// Whether one clause lies below another, and if so, by which relation it begins.
pub(super) fn below(
    walk: &Walk,
    clause: crate::segment::TokenId,
    above: crate::segment::TokenId,
) -> Option<Vec<Deprel>> {
    let path = clauses_above(walk.layers.syntax, clause);
    let at = path.iter().position(|(head, _)| *head == above)?;
    Some(path.get(..=at)?.iter().map(|(_, relation)| *relation).collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use crate::model::MODELS;
    use crate::{Input, Options};

    /// The name of the entity of the first mention that reads so.
    fn meant_by(word: &str, text: &str) -> Option<String> {
        let document = crate::analyze(&Input::text(text), &MODELS, &Options::default()).ok()?;
        let at = text.find(&format!(" {word} "))? as u32 + 1;
        let mention =
            document.mentions.iter().find(|mention| mention.start == at && mention.kind == "pronoun")?;
        document
            .entities
            .iter()
            .find(|entity| Some(entity.id) == mention.entity)
            .map(|entity| entity.name.clone())
    }

    #[test]
    fn who_does_something_does_it_to_somebody_else() {
        check(
            "[Tom Okafor]{1,PERSON,s} stayed* . [Yoav Gallant]{2,PERSON,s} tried* to praise*xcomp [him]{1,PERSON,o} .",
        );
    }

    #[test]
    fn who_is_named_beside_what_a_pronoun_owns_is_its_owner() {
        let text = "Mary Boseman won the primary. Later Boseman met Hillary Clinton. Boseman travelled the state with Clinton and her husband.";
        assert_eq!(meant_by("her", text).as_deref(), Some("Hillary Clinton"));
    }

    #[test]
    fn nobody_is_what_is_hers_herself() {
        let text = "Katie Boseman left for Europe. Bonnie, her younger sister, stayed.";
        assert_eq!(meant_by("her", text).as_deref(), Some("Katie Boseman"));
    }
}
