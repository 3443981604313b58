//! "How it works": the sentence that is looked at layer by layer, and what is known of its layers.

use std::collections::BTreeMap;
use std::rc::Rc;

use whosaid::Strictness;
use whosaid::document::SpanRecord;
use whosaid::explain::SentenceLayers;
use whosaid::views::{place_of, sentence_at};

use super::State;

/// One step of the way from text to speaker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The characters.
    #[default]
    Text,
    /// Words and signs.
    Words,
    /// Parts of speech and lemmas.
    Tags,
    /// The tree.
    Tree,
    /// Names.
    Names,
    /// Whom pronouns and descriptions mean.
    Meant,
    /// The words that report.
    Cue,
    /// What is reported.
    Content,
    /// Who said it.
    Speaker,
}

impl Step {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Words,
        Self::Tags,
        Self::Tree,
        Self::Names,
        Self::Meant,
        Self::Cue,
        Self::Content,
        Self::Speaker,
    ];

    /// The one after it.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }
}

/// Where the reader is on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The sentence.
    pub sentence: u32,
    /// The step.
    pub step: Step,
}

/// What is known of layers; `None` inside for a sentence that could not be told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct How {
    /// Where the reader is, while the dialog is open.
    pub walk: Option<Walk>,
    /// The request whose analysis the layers are of.
    request: u32,
    layers: BTreeMap<u32, Option<Rc<SentenceLayers>>>,
}

/// What can happen on the way.
#[derive(Clone, Debug, PartialEq)]
pub enum Look {
    /// Begin with the first sentence that quotes somebody.
    Begin,
    /// Look at the sentence of a quotation: where its cue stands.
    Quote(u32),
    /// Look at the sentence of a mention.
    Mention(u32),
    /// Look at the sentence of some words.
    Words(SpanRecord),
    /// Look at another sentence, at the same step.
    Sentence(u32),
    /// Look at another step.
    Step(Step),
    /// Leave.
    Leave,
    /// The analyser told the layers of a sentence of a request's text.
    Told(u32, u32, Option<Rc<SentenceLayers>>),
}

impl State {
    /// Takes a step on the way.
    pub(super) fn looking(self, look: Look) -> Self {
        match look {
            Look::Begin => {
                let quotes = self.reading.as_ref().map(|reading| reading.in_order());
                match quotes.and_then(|quotes| quotes.first().copied()) {
                    Some(quote) => self.looking(Look::Quote(quote)),
                    None => self.at_offset(Some(0)),
                }
            }
            Look::Quote(id) => {
                let quote = self.reading.as_ref().and_then(|reading| reading.quote(id));
                let place = quote.map(|quote| quote.cue.map_or_else(|| place_of(quote), |cue| cue.start));
                self.at_offset(place)
            }
            Look::Mention(id) => {
                let mentions = self.reading.as_ref().map(|reading| &reading.document.mentions);
                let place = mentions.and_then(|all| all.get(id as usize)).map(|mention| mention.start);
                self.at_offset(place)
            }
            Look::Words(words) => self.at_offset(Some(words.start)),
            Look::Sentence(sentence) => {
                let step = self.how.walk.map_or(Step::Text, |walk| walk.step);
                self.with_walk(Some(Walk { sentence, step }))
            }
            Look::Step(step) => {
                let walk = self.how.walk.map(|walk| Walk { step, ..walk });
                self.with_walk(walk)
            }
            Look::Leave => self.with_walk(None),
            Look::Told(request, sentence, layers) if request == self.request => {
                let mut how = self.how.clone();
                if how.request != request {
                    how.layers.clear();
                    how.request = request;
                }
                how.layers.insert(sentence, layers);
                Self { how, ..self }
            }
            Look::Told(..) => self,
        }
    }

    fn at_offset(self, offset: Option<u32>) -> Self {
        let document = self.reading.as_ref().map(|reading| &reading.document);
        let sentence = document.zip(offset).and_then(|(document, offset)| sentence_at(document, offset));
        match sentence {
            Some(sentence) => self.with_walk(Some(Walk { sentence, step: Step::Text })),
            None => self,
        }
    }

    fn with_walk(self, walk: Option<Walk>) -> Self {
        let how = How { walk, ..self.how.clone() };
        Self { how, ..self }
    }

    /// The layers of a sentence of the analysis at hand: none while they are asked for, then what was found, if anything was.
    pub fn layers(&self, sentence: u32) -> Option<Option<Rc<SentenceLayers>>> {
        let current = self.how.request == self.request;
        self.how.layers.get(&sentence).filter(|_| current).cloned()
    }

    /// What is to be asked: request, sentence, strictness. Not of a saved analysis, which another model may have made.
    pub fn to_look_at(&self) -> Option<(u32, u32, Strictness)> {
        let walk = self.how.walk.filter(|_| self.is_current() && self.saved.is_none())?;
        self.layers(walk.sentence).is_none().then_some((self.request, walk.sentence, self.strictness))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Reading;

    fn state(text: &str) -> State {
        let document = crate::messages::answer_for(text).document().unwrap();
        State { reading: Some(Rc::new(Reading::new(document))), request: 3, ..State::default() }
    }

    #[test]
    fn the_way_begins_where_somebody_is_quoted_and_keeps_its_step() {
        let state = state("It rained. Ana Ruiz said that the plan works. Nobody left.");
        let at = |state: &State| state.how.walk.map(|walk| (walk.sentence, walk.step));
        let state = state.looking(Look::Begin);
        assert_eq!(at(&state), Some((1, Step::Text)));
        assert_eq!(state.to_look_at(), Some((3, 1, Strictness::default())));
        let state = state.looking(Look::Step(Step::Tree)).looking(Look::Sentence(2));
        assert_eq!(at(&state), Some((2, Step::Tree)));
        assert_eq!(at(&state.looking(Look::Leave)), None);
        assert_eq!(Step::Speaker.next(), None);
    }

    #[test]
    fn layers_belong_to_the_request_they_were_asked_for() {
        let state = state("Ana Ruiz said that the plan works.").looking(Look::Begin);
        let told = state.clone().looking(Look::Told(3, 0, None));
        assert_eq!((told.layers(0), told.to_look_at()), (Some(None), None));
        assert_eq!(state.clone().looking(Look::Told(2, 0, None)).layers(0), None);
        let next = State { request: 4, ..told };
        assert_eq!(next.layers(0), None);
        assert!(next.to_look_at().is_some());
        let saved = Some(crate::state::Saved { name: "a.json".into() });
        assert_eq!(State { saved, ..next }.to_look_at(), None);
    }

    #[test]
    fn a_text_without_sentences_has_no_way() {
        let state = state("").looking(Look::Begin);
        assert_eq!(state.how.walk, None);
    }
}
