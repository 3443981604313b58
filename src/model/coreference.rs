//! What coreference asks of a pronoun and of an entity that it may mean, and how much each answer weighs.
//!
//! A feature is one answer or several together: `form+role=he+subject`. Answers are numbers, so that a candidate is
//! weighed by looking into tables, without building a text for each feature.

use rustc_hash::FxHashMap;

use super::coreference_questions::PRONOUNS;
use super::lexicon::section;
use super::{Entry, ModelError, Pack};

/// A question with a closed list of answers.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Its name in the file of weights.
    pub name: &'static str,
    /// The names of its answers; the first is that of a candidate of which it cannot be asked.
    pub answers: &'static [&'static str],
}

/// The questions of one decision, and which are asked together.
#[derive(Debug)]
pub struct FeatureSpace {
    /// The name of the decision in the file of weights.
    pub name: &'static str,
    /// The questions.
    pub questions: &'static [Question],
    /// Numbers of questions that make a feature together.
    pub templates: &'static [&'static [u8]],
}

impl FeatureSpace {
    /// How many features a template has.
    fn size(&self, template: &[u8]) -> usize {
        template.iter().map(|question| self.answers(*question).len()).product()
    }

    fn answers(&self, question: u8) -> &'static [&'static str] {
        self.questions.get(usize::from(question)).map_or(&[], |question| question.answers)
    }

    /// How many features there are.
    pub fn len(&self) -> usize {
        self.templates.iter().map(|template| self.size(template)).sum()
    }

    /// Whether there are no features.
    pub fn is_empty(&self) -> bool {
        self.templates.is_empty()
    }

    /// Where a feature stands among those of its template.
    fn place(&self, template: &[u8], answers: &[u8]) -> usize {
        template.iter().fold(0, |place, question| {
            let answer = answers.get(usize::from(*question)).copied().unwrap_or(0);
            place * self.answers(*question).len() + usize::from(answer)
        })
    }

    /// The numbers of a candidate's features, one for each template.
    pub fn features<'a>(&'a self, answers: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
        let mut start = 0;
        self.templates.iter().map(move |template| {
            let feature = start + self.place(template, answers);
            start += self.size(template);
            feature
        })
    }

    /// The name of a feature: the questions, and the answers.
    pub fn name_of(&self, feature: usize) -> Option<String> {
        let mut rest = feature;
        for template in self.templates {
            let size = self.size(template);
            if rest >= size {
                rest -= size;
                continue;
            }
            let mut answers: Vec<&str> = Vec::new();
            for question in template.iter().rev() {
                let known = self.answers(*question);
                answers.push(known.get(rest % known.len().max(1))?);
                rest /= known.len().max(1);
            }
            answers.reverse();
            return Some(format!("{}={}", self.names(template).join("+"), answers.join("+")));
        }
        None
    }

    fn names(&self, template: &[u8]) -> Vec<&'static str> {
        template
            .iter()
            .filter_map(|question| self.questions.get(usize::from(*question)))
            .map(|question| question.name)
            .collect()
    }

    /// The templates by the names of their questions, each with the number of its first feature.
    fn by_questions(&self) -> Templates {
        let mut start = 0;
        let mut templates = Templates::default();
        for template in self.templates {
            templates.insert(self.names(template).join("+"), (start, *template));
            start += self.size(template);
        }
        templates
    }

    /// The number of the feature of this name.
    fn number_of(&self, templates: &Templates, name: &str) -> Option<usize> {
        let (questions, answers) = name.split_once('=')?;
        let (start, template) = templates.get(questions)?;
        let mut given = answers.split('+');
        let mut place = 0;
        for question in *template {
            let known = self.answers(*question);
            let answer = given.next()?;
            place = place * known.len() + known.iter().position(|known| *known == answer)?;
        }
        given.next().is_none().then_some(start + place)
    }
}

type Templates = FxHashMap<String, (usize, &'static [u8])>;

/// The most questions that a decision may ask, and that a template may ask together.
const MOST_QUESTIONS: usize = 64;
const MOST_TOGETHER: usize = 4;

/// A template with what its place is reckoned from: a candidate meets all of them, so nothing is looked up twice.
#[derive(Clone, Debug, Default)]
struct Reckoned {
    /// The number of its first feature.
    start: u32,
    /// Questions, each with what a step of its answer counts; those beyond the template count nothing.
    parts: [(u8, u32); MOST_TOGETHER],
}

/// The weights of one decision, in thousandths.
#[derive(Clone, Debug, Default)]
pub struct DecisionWeights {
    weights: Vec<i16>,
    templates: Vec<Reckoned>,
}

impl DecisionWeights {
    /// All weights nothing.
    fn new(space: &FeatureSpace) -> Self {
        let mut start = 0;
        let reckoned = |template: &&[u8]| {
            let mut reckoned = Reckoned { start, ..Reckoned::default() };
            let mut step = 1;
            for (part, question) in reckoned.parts.iter_mut().zip(template.iter().rev()) {
                *part = (*question, step);
                step *= space.answers(*question).len() as u32;
            }
            start += step;
            reckoned
        };
        let templates = space.templates.iter().map(reckoned).collect();
        Self { weights: vec![0; space.len()], templates }
    }

    /// The sum of a candidate's weights.
    pub fn score(&self, answers: &[u8]) -> i32 {
        let mut given = [0; MOST_QUESTIONS];
        for (slot, answer) in given.iter_mut().zip(answers) {
            *slot = u32::from(*answer);
        }
        let answer = |question: u8| given.get(usize::from(question) % MOST_QUESTIONS).copied().unwrap_or(0);
        let weight = |template: &Reckoned| {
            let steps = template.parts.iter().map(|(question, step)| answer(*question) * step);
            let feature = template.start + steps.sum::<u32>();
            self.weights.get(feature as usize).map_or(0, |weight| i32::from(*weight))
        };
        self.templates.iter().map(weight).sum()
    }

    /// Whether nothing was learned.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }
}

/// All weights of `coref`.
#[derive(Clone, Debug, Default)]
pub struct CoreferenceWeights {
    /// Of the antecedents of pronouns.
    pub pronouns: DecisionWeights,
}

impl CoreferenceWeights {
    /// Those of a pack: rows of decision, feature and weight.
    ///
    /// # Errors
    /// [`ModelError`] if the section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        Self::read(section(pack, "coreference_weights")?)
    }

    /// Those of the lines of a file.
    ///
    /// # Errors
    /// [`ModelError::BadLine`] at a line of another shape, or a feature that is not asked for.
    pub fn read<'a>(entries: impl Iterator<Item = Entry<'a>>) -> Result<Self, ModelError> {
        let mut read = Self::default();
        let pronouns = PRONOUNS.by_questions();
        for entry in entries {
            let (space, templates, decision) = match entry.field(0, "a decision")? {
                name if name == PRONOUNS.name => (&PRONOUNS, &pronouns, &mut read.pronouns),
                _ => return Err(entry.bad("a decision")),
            };
            if decision.is_empty() {
                *decision = DecisionWeights::new(space);
            }
            let feature = space.number_of(templates, entry.field(1, "a feature")?);
            let expected = "a whole number";
            let weight: i16 = entry.field(2, expected)?.parse().map_err(|_| entry.bad(expected))?;
            let slot = feature.and_then(|feature| decision.weights.get_mut(feature));
            *slot.ok_or_else(|| entry.bad("a feature that is asked for"))? = weight;
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPACE: FeatureSpace = FeatureSpace {
        name: "test",
        questions: &[
            Question { name: "form", answers: &["-", "he", "it"] },
            Question { name: "role", answers: &["-", "subject"] },
        ],
        templates: &[&[0], &[0, 1]],
    };

    #[test]
    fn features_have_numbers_and_names() {
        assert_eq!(SPACE.len(), 9);
        let numbers: Vec<usize> = SPACE.features(&[2, 1]).collect();
        let names: Vec<String> = numbers.iter().filter_map(|number| SPACE.name_of(*number)).collect();
        assert_eq!(names, ["form=it", "form+role=it+subject"]);
        let templates = SPACE.by_questions();
        let number_of = |name: &str| SPACE.number_of(&templates, name);
        for number in 0..SPACE.len() {
            assert_eq!(SPACE.name_of(number).and_then(|name| number_of(&name)), Some(number));
        }
        assert_eq!(number_of("form=she"), None);
        assert_eq!(SPACE.name_of(9), None);
    }

    #[test]
    fn a_candidate_weighs_what_its_features_do() {
        let weights = DecisionWeights { weights: (0..9).collect(), ..DecisionWeights::new(&SPACE) };
        assert_eq!(weights.score(&[2, 1]), 2 + 3 + 5);
        assert_eq!(DecisionWeights::default().score(&[2, 1]), 0);
    }

    #[test]
    fn templates_fit_what_is_reckoned_at_once() {
        assert!(PRONOUNS.questions.len() <= MOST_QUESTIONS);
        assert!(PRONOUNS.templates.iter().all(|template| template.len() <= MOST_TOGETHER));
        // As many features as their numbers say, each once.
        let ones = DecisionWeights { weights: vec![1; PRONOUNS.len()], ..DecisionWeights::new(&PRONOUNS) };
        assert_eq!(ones.score(&[1; MOST_QUESTIONS]), PRONOUNS.templates.len() as i32);
    }

    #[test]
    fn weights_are_read_and_faults_are_named() {
        let read = |tsv| CoreferenceWeights::read(crate::model::entries("coreference_weights", tsv));
        let weights = read("pronoun\tform+rank=he+0\t-12\n").unwrap();
        assert!(!weights.pronouns.is_empty());
        for wrong in ["verb\tform=he\t1\n", "pronoun\tform=xe\t1\n", "pronoun\tform+rank=he+0\tmuch\n"] {
            assert!(matches!(read(wrong), Err(ModelError::BadLine { .. })), "{wrong}");
        }
    }
}
