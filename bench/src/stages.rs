//! Runs the stages over texts, round after round, and keeps the least time of each.
//!
//! The stages are called here one by one only to be timed; [`Stage::Analyze`] is the time of the real thing.

use std::hint::black_box;

use whosaid::{Input, InputError, Models, Options};
use whosaid::{blocks, coref, document, input, mentions, quotes, reading, segment, syntax};

/// What is timed: the stages in their order, then the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Input,
    Blocks,
    Segment,
    Reading,
    Syntax,
    Mentions,
    Coref,
    Quotes,
    Document,
    Analyze,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::Input,
        Self::Blocks,
        Self::Segment,
        Self::Reading,
        Self::Syntax,
        Self::Mentions,
        Self::Coref,
        Self::Quotes,
        Self::Document,
        Self::Analyze,
    ];

    /// The module's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Blocks => "blocks",
            Self::Segment => "segment",
            Self::Reading => "reading",
            Self::Syntax => "syntax",
            Self::Mentions => "mentions",
            Self::Coref => "coref",
            Self::Quotes => "quotes",
            Self::Document => "document",
            Self::Analyze => "analyze",
        }
    }
}

/// The stages that speak from what was learned, which have a target together: words and sentences, tags, trees, names.
pub const LEARNED: [Stage; 4] = [Stage::Segment, Stage::Reading, Stage::Syntax, Stage::Mentions];

/// What was measured over all texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// How many texts.
    pub texts: usize,
    /// How many tokens they have together.
    pub tokens: usize,
    /// Milliseconds of each stage, as [`Stage::ALL`] orders them: the least of all rounds.
    pub(crate) times: [f64; Stage::ALL.len()],
}

impl Measured {
    /// Milliseconds that the stages took together.
    pub fn milliseconds(&self, stages: &[Stage]) -> f64 {
        stages.iter().map(|&stage| self.times[stage as usize]).sum()
    }
}

/// Analyses every text in each round, at least once. `now` gives milliseconds since any moment.
///
/// A round adds up the times of all texts, and of several rounds the least counts, stage by stage: the one least
/// disturbed by other work, and in a browser the one whose code was compiled to the end.
///
/// # Errors
/// [`InputError::TooLarge`] for a text that the analysis refuses.
pub fn measure(
    texts: &[impl AsRef<str>],
    models: &Models,
    rounds: u32,
    now: impl FnMut() -> f64,
) -> Result<Measured, InputError> {
    let mut watch = Watch { now, times: [0.0; Stage::ALL.len()] };
    let mut least = [f64::INFINITY; Stage::ALL.len()];
    let mut tokens = 0;
    for _ in 0..rounds.max(1) {
        watch.times.fill(0.0);
        tokens = 0;
        for text in texts {
            tokens += watch.analyze(text.as_ref(), models)?;
        }
        for (least, time) in least.iter_mut().zip(watch.times) {
            *least = time.min(*least);
        }
    }
    Ok(Measured { texts: texts.len(), tokens, times: least })
}

/// The clock, and what each stage took in this round.
struct Watch<Clock> {
    now: Clock,
    times: [f64; Stage::ALL.len()],
}

impl<Clock: FnMut() -> f64> Watch<Clock> {
    fn time<Layer>(&mut self, stage: Stage, work: impl FnOnce() -> Layer) -> Layer {
        let begin = (self.now)();
        let layer = work();
        self.times[stage as usize] += (self.now)() - begin;
        layer
    }

    /// Times everything over one text; gives its number of tokens.
    fn analyze(&mut self, text: &str, models: &Models) -> Result<usize, InputError> {
        let options = Options::default();
        let source = Input::text(text);

        let mut text = self.time(Stage::Input, || input::clean(&source, &options))?;
        let blocks = self.time(Stage::Blocks, || {
            let blocks = blocks::find_blocks(&text, models);
            text.notices.extend(blocks.notice(&text));
            blocks
        });
        let segments = self.time(Stage::Segment, || segment::segment(&text, &blocks, models));
        let reading = self.time(Stage::Reading, || reading::read(&text, &segments, models));
        let syntax = self.time(Stage::Syntax, || syntax::tag_and_parse(&text, &segments, &reading, models));
        let mentions = self.time(Stage::Mentions, || {
            mentions::find_mentions(&text, &blocks, &segments, &reading, &syntax, models)
        });
        let coref =
            self.time(Stage::Coref, || coref::resolve(&text, &blocks, &segments, &syntax, &mentions, models));
        let quotes = self.time(Stage::Quotes, || {
            quotes::attribute_quotes(
                &text,
                &blocks,
                &segments,
                &syntax,
                &mentions,
                &coref,
                models,
                options.strictness,
            )
        });
        let layers = document::Layers {
            text: &text,
            blocks: &blocks,
            segments: &segments,
            syntax: &syntax,
            mentions: &mentions,
            coref: &coref,
            quotes: &quotes,
        };
        let record = self.time(Stage::Document, || document::build(&layers, &source, models, &options));
        drop(black_box(record));

        let record = self.time(Stage::Analyze, || whosaid::analyze(&source, models, &options))?;
        Ok(record.tokens.start.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 2] = ["“We won,” said Ana Ruiz.", "Officials declined to comment."];

    #[test]
    fn every_stage_of_every_text_is_timed() -> Result<(), Box<dyn std::error::Error>> {
        let models = Models::builtin()?;
        let mut clock = 0.0;
        // A clock that goes on by one each time it is read: a stage takes one a text.
        let measured = measure(&TEXTS, &models, 3, || {
            clock += 1.0;
            clock
        })?;
        assert_eq!(measured.times, [2.0; 10]);
        assert_eq!((measured.texts, measured.tokens), (2, 14));
        assert_eq!(measured.milliseconds(&LEARNED), 8.0);
        Ok(())
    }

    #[test]
    fn the_least_of_several_rounds_counts() -> Result<(), Box<dyn std::error::Error>> {
        let models = Models::builtin()?;
        let (mut clock, mut readings) = (0.0, 0);
        // The first round is read 20 times for each text, and it is slow.
        let measured = measure(&TEXTS, &models, 2, || {
            readings += 1;
            clock += if readings <= 40 { 5.0 } else { 1.0 };
            clock
        })?;
        assert_eq!(measured.times, [2.0; 10]);
        Ok(())
    }
}
