//! The questions that coreference asks: of a pronoun and an entity it may mean, of a description and an entity.
//!
//! What is asked follows the literature on ranking antecedents: nearness and grammatical role (S. Lappin and H. Leass,
//! 1994), agreement, parallel roles, salience; asked of entities with their mentions so far rather than of pairs of
//! mentions (A. Rahman and V. Ng, 2009), with conjunctions that are learned (G. Durrett and D. Klein, 2013).

use super::coreference::{FeatureSpace, Question};
pub use super::coreference_answers::{
    Agreement, Answer, Chain, ClauseKind, Direction, Follows, Form, LastForm, Marks, MentionUse, Opening,
    Order, Relation, Sort, Theme, Topic, Use,
};

/// Names of counts up to eight steps.
const STEPS: &[&str] = &["-", "0", "1", "2", "3", "4", "5", "6", "7", "8"];

/// The questions about a pronoun and an entity, in the order of [`PRONOUNS`].
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
pub enum AskedOfPronoun {
    /// [`Form`].
    Form,
    /// [`Use`].
    Use,
    /// Whether it stands in quotation marks: [`Answer`].
    Quoted,
    /// [`Opening`].
    Opening,
    /// [`ClauseKind`].
    Clause,
    /// Whether it is the subject of a reporting verb: [`Answer`].
    Says,
    /// How many entities agree.
    Rivals,
    /// [`Direction`].
    Direction,
    /// Sentences between.
    Sentences,
    /// Agreeing entities mentioned since.
    Rank,
    /// Words between.
    Words,
    /// [`MentionUse`] of its last mention.
    Last,
    /// The best [`MentionUse`] in the sentence of its last mention.
    Best,
    /// [`LastForm`] of its last mention.
    Mentioned,
    /// [`Sort`].
    Sort,
    /// How often it was mentioned.
    Seen,
    /// How often as a subject.
    Subjects,
    /// Whether it was mentioned oftenest of those that agree: [`Answer`].
    Oftenest,
    /// [`Agreement`].
    Agreement,
    /// [`Relation`].
    Relation,
    /// [`Topic`].
    Topic,
    /// [`Marks`].
    Marks,
    /// Whether its last mention is the subject of a reporting verb: [`Answer`].
    Said,
    /// [`Chain`].
    Chain,
    /// [`Theme`].
    Theme,
    /// Clauses above its last mention.
    Depth,
    /// Whether its last mention stands inside another: [`Answer`].
    Nested,
    /// Whether its last mention is joined to another by "and": [`Answer`].
    Joined,
    /// How often it was mentioned in this sentence and the one before.
    Lately,
    /// [`Order`].
    Order,
    /// [`Follows`].
    Follows,
    /// Whether its last mention stands in brackets: [`Answer`].
    Aside,
}

/// How many questions are asked of a pronoun and an entity.
pub const ASKED_OF_PRONOUN: usize = 32;

const fn question(name: &'static str, answers: &'static [&'static str]) -> Question {
    Question { name, answers }
}

const PRONOUN_QUESTIONS: [Question; ASKED_OF_PRONOUN] = [
    question("form", Form::NAMES),
    question("use", Use::NAMES),
    question("quoted", Answer::NAMES),
    question("opening", Opening::NAMES),
    question("clause", ClauseKind::NAMES),
    question("says", Answer::NAMES),
    question("rivals", STEPS),
    question("direction", Direction::NAMES),
    question("sentences", STEPS),
    question("rank", STEPS),
    question("words", STEPS),
    question("last", MentionUse::NAMES),
    question("best", MentionUse::NAMES),
    question("mentioned", LastForm::NAMES),
    question("sort", Sort::NAMES),
    question("seen", STEPS),
    question("subjects", STEPS),
    question("oftenest", Answer::NAMES),
    question("agreement", Agreement::NAMES),
    question("relation", Relation::NAMES),
    question("topic", Topic::NAMES),
    question("marks", Marks::NAMES),
    question("said", Answer::NAMES),
    question("chain", Chain::NAMES),
    question("theme", Theme::NAMES),
    question("depth", STEPS),
    question("nested", Answer::NAMES),
    question("joined", Answer::NAMES),
    question("lately", STEPS),
    question("order", Order::NAMES),
    question("follows", Follows::NAMES),
    question("aside", Answer::NAMES),
];

/// The antecedents of pronouns.
pub static PRONOUNS: FeatureSpace = FeatureSpace {
    name: "pronoun",
    questions: &PRONOUN_QUESTIONS,
    templates: {
        use AskedOfPronoun as Q;
        const fn n(question: Q) -> u8 {
            question as u8
        }
        const F: u8 = n(Q::Form);
        const U: u8 = n(Q::Use);
        &[
            &[F, U, n(Q::Direction)],
            &[F, n(Q::Quoted), n(Q::Direction)],
            &[F, n(Q::Clause), n(Q::Direction)],
            &[F, n(Q::Opening), n(Q::Direction)],
            &[F, n(Q::Says), n(Q::Direction)],
            &[F, n(Q::Rivals), n(Q::Direction)],
            &[F, n(Q::Rivals), U, n(Q::Direction)],
            &[F, U, n(Q::Opening), n(Q::Direction)],
            &[F, n(Q::Direction), n(Q::Relation)],
            &[F, n(Q::Direction), n(Q::Words)],
            &[F, n(Q::Direction), n(Q::Rank)],
            &[F, n(Q::Direction), n(Q::Chain)],
            &[F, n(Q::Direction), n(Q::Topic)],
            &[F, n(Q::Sentences)],
            &[F, n(Q::Rank)],
            &[F, n(Q::Words)],
            &[F, n(Q::Last)],
            &[F, n(Q::Best)],
            &[F, n(Q::Mentioned)],
            &[F, n(Q::Sort)],
            &[F, n(Q::Seen)],
            &[F, n(Q::Subjects)],
            &[F, n(Q::Oftenest)],
            &[F, n(Q::Agreement)],
            &[F, n(Q::Relation)],
            &[F, n(Q::Topic)],
            &[F, n(Q::Marks)],
            &[F, n(Q::Said)],
            &[F, n(Q::Chain)],
            &[F, n(Q::Theme)],
            &[F, n(Q::Depth)],
            &[F, n(Q::Nested)],
            &[F, n(Q::Joined)],
            &[F, n(Q::Lately)],
            &[F, n(Q::Order)],
            &[F, n(Q::Order), n(Q::Sentences)],
            &[F, n(Q::Order), n(Q::Sentences), n(Q::Best)],
            &[F, n(Q::Order), n(Q::Sentences), U],
            &[F, n(Q::Order), n(Q::Rank)],
            &[F, n(Q::Order), n(Q::Relation)],
            &[F, n(Q::Order), n(Q::Chain)],
            &[F, n(Q::Lately), n(Q::Sentences)],
            &[F, n(Q::Lately), n(Q::Chain)],
            &[F, n(Q::Lately), n(Q::Best)],
            &[F, n(Q::Lately), n(Q::Rank)],
            // nearness with everything
            &[F, n(Q::Sentences), n(Q::Rank)],
            &[F, n(Q::Sentences), n(Q::Best)],
            &[F, n(Q::Sentences), n(Q::Last)],
            &[F, n(Q::Sentences), n(Q::Mentioned)],
            &[F, n(Q::Sentences), n(Q::Chain)],
            &[F, n(Q::Sentences), n(Q::Topic)],
            &[F, n(Q::Sentences), n(Q::Seen)],
            &[F, n(Q::Sentences), n(Q::Theme)],
            &[F, n(Q::Sentences), n(Q::Opening), n(Q::Rank)],
            &[F, n(Q::Sentences), n(Q::Opening), n(Q::Best)],
            &[F, n(Q::Sentences), U],
            &[F, n(Q::Rank), n(Q::Best)],
            &[F, n(Q::Rank), n(Q::Last)],
            &[F, n(Q::Rank), n(Q::Chain)],
            &[F, n(Q::Rank), n(Q::Rivals)],
            &[F, n(Q::Rank), U],
            &[F, n(Q::Words), U],
            &[F, n(Q::Words), n(Q::Last)],
            // roles, parallel or not
            &[F, U, n(Q::Last)],
            &[F, U, n(Q::Best)],
            &[F, U, n(Q::Best), n(Q::Sentences)],
            &[F, U, n(Q::Relation)],
            &[F, U, n(Q::Relation), n(Q::Clause)],
            &[F, U, n(Q::Relation), n(Q::Mentioned)],
            &[F, n(Q::Relation), n(Q::Rank)],
            &[F, n(Q::Relation), n(Q::Marks)],
            &[F, n(Q::Relation), n(Q::Chain)],
            &[F, n(Q::Clause), n(Q::Best), n(Q::Sentences)],
            &[F, U, n(Q::Topic)],
            &[F, U, n(Q::Chain)],
            &[F, U, n(Q::Mentioned)],
            &[F, U, n(Q::Nested), n(Q::Last)],
            &[F, U, n(Q::Sort)],
            &[F, n(Q::Best), n(Q::Topic)],
            &[F, n(Q::Best), n(Q::Depth)],
            &[F, n(Q::Last), n(Q::Mentioned)],
            // who speaks
            &[F, n(Q::Says), n(Q::Said)],
            &[F, n(Q::Says), n(Q::Said), n(Q::Sentences)],
            &[F, n(Q::Says), n(Q::Marks), n(Q::Sentences)],
            &[F, n(Q::Says), n(Q::Chain)],
            &[F, n(Q::Quoted), n(Q::Said), n(Q::Sentences)],
            &[F, n(Q::Quoted), n(Q::Chain)],
            &[F, U, n(Q::Marks)],
            &[F, n(Q::Marks), n(Q::Said)],
            &[F, n(Q::Marks), n(Q::Best)],
            // salience
            &[F, n(Q::Seen), n(Q::Chain)],
            &[F, n(Q::Seen), n(Q::Mentioned)],
            &[F, n(Q::Seen), n(Q::Oftenest)],
            &[F, n(Q::Oftenest), n(Q::Chain)],
            &[F, n(Q::Oftenest), n(Q::Rank)],
            &[F, n(Q::Theme), n(Q::Chain)],
            &[F, n(Q::Theme), n(Q::Oftenest)],
            &[F, n(Q::Chain), n(Q::Mentioned)],
            &[F, n(Q::Chain), n(Q::Best)],
            // what can be meant
            &[F, n(Q::Agreement), n(Q::Sort)],
            &[F, n(Q::Agreement), n(Q::Rivals)],
            &[F, n(Q::Agreement), n(Q::Mentioned)],
            &[F, n(Q::Agreement), n(Q::Chain)],
            &[F, n(Q::Agreement), n(Q::Rank)],
            &[F, n(Q::Sort), n(Q::Mentioned)],
            &[F, n(Q::Sort), n(Q::Sentences)],
            &[F, n(Q::Sort), n(Q::Best)],
            &[F, n(Q::Joined), n(Q::Last)],
            &[F, n(Q::Joined), n(Q::Rank)],
            &[F, n(Q::Nested), n(Q::Rank)],
            &[F, n(Q::Nested), n(Q::Mentioned)],
            // who is named again after the pronoun
            &[F, n(Q::Follows)],
            &[F, U, n(Q::Follows)],
            &[F, n(Q::Follows), n(Q::Opening)],
            &[F, U, n(Q::Follows), n(Q::Opening)],
            &[F, n(Q::Aside)],
        ]
    },
};
