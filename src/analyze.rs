//! The one place that knows the whole order of the stages.

use crate::blocks::{Blocks, find_blocks};
use crate::coref::{Coreference, resolve};
use crate::document::{Document, Layers, build};
use crate::explain::{SentenceLayers, explain_sentence};
use crate::input::{CleanText, Input, InputError, clean};
use crate::mentions::{FoundIn, MentionId, Mentions, NameWhy, explain_name, find_mentions};
use crate::model::Models;
use crate::options::Options;
use crate::quotes::{Quotes, attribute_quotes};
use crate::reading::{Reading, read};
use crate::segment::{Segments, segment};
use crate::syntax::{Syntax, tag_and_parse};

/// Every layer of one text, for whoever wants more than the record: training, viewers.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// Cleaned text.
    pub text: CleanText,
    /// Blocks.
    pub blocks: Blocks,
    /// Words, sentences, marks.
    pub segments: Segments,
    /// What the network says of each word.
    pub reading: Reading,
    /// Tags and trees.
    pub syntax: Syntax,
    /// Mentions.
    pub mentions: Mentions,
    /// Entities.
    pub coref: Coreference,
    /// Attributions.
    pub quotes: Quotes,
}

impl Analysis {
    /// All layers by reference.
    pub fn layers(&self) -> Layers<'_> {
        Layers {
            text: &self.text,
            blocks: &self.blocks,
            segments: &self.segments,
            syntax: &self.syntax,
            mentions: &self.mentions,
            coref: &self.coref,
            quotes: &self.quotes,
        }
    }
}

impl Analysis {
    /// Says why a mention was taken for a name of its type; `None` for other mentions, and where there is none of that
    /// number. The models must be those that the text was analysed with.
    ///
    /// ```
    /// use whosaid::analyze::analyze_layers;
    /// use whosaid::labels::EntityType;
    /// use whosaid::{Input, Models, Options, views::name_sentences};
    ///
    /// let models = Models::builtin()?;
    /// let analysis = analyze_layers(&Input::text("“We won,” said Ana Ruiz."), &models, &Options::default())?;
    /// let found: Vec<_> = (0..5).filter_map(|number| analysis.explain_name(&models, number)).collect();
    /// let [why] = found.as_slice() else { panic!("Ana Ruiz is the only name") };
    /// for sentence in name_sentences(EntityType::Person, why) {
    ///     println!("{sentence}");
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn explain_name(&self, models: &Models, number: u32) -> Option<NameWhy> {
        let found_in = FoundIn {
            text: &self.text,
            blocks: &self.blocks,
            segments: &self.segments,
            reading: &self.reading,
            syntax: &self.syntax,
            mentions: &self.mentions,
        };
        explain_name(&found_in, models, MentionId(number))
    }
}

impl Analysis {
    /// Tells how the sentence of a number was read, layer by layer; `None` where there is none of that number. The
    /// Document is the one built of this analysis, the models those that the text was analysed with. Takes
    /// about as long as coreference and names of the whole article together.
    ///
    /// ```
    /// use whosaid::analyze::analyze_layers;
    /// use whosaid::document::build;
    /// use whosaid::{Input, Models, Options};
    ///
    /// let (models, options) = (Models::builtin()?, Options::default());
    /// let input = Input::text("Ana Ruiz spoke. She said that talks had failed.");
    /// let analysis = analyze_layers(&input, &models, &options)?;
    /// let document = build(&analysis.layers(), &input, &models, &options);
    /// let layers = analysis.explain_sentence(&document, &models, 1).expect("there are two");
    /// let she = &layers.references[0];
    /// assert_eq!((she.at.text.as_str(), she.how.as_str()), ("She", "weighed"));
    /// let best = &she.candidates[0];
    /// assert!(best.chosen && best.entity.as_ref().is_some_and(|who| who.name == "Ana Ruiz"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn explain_sentence(
        &self,
        document: &Document,
        models: &Models,
        number: u32,
    ) -> Option<SentenceLayers> {
        explain_sentence(&self.layers(), &self.reading, document, models, number)
    }
}

/// Analyses one text and keeps every layer.
///
/// # Errors
/// [`InputError::TooLarge`] if the text has more bytes than `options.limit_bytes`.
pub fn analyze_layers(input: &Input, models: &Models, options: &Options) -> Result<Analysis, InputError> {
    let mut text = clean(input, options)?;
    let blocks = find_blocks(&text, models);
    text.notices.extend(blocks.notice(&text));
    let segments = segment(&text, &blocks, models);
    let reading = read(&text, &segments, models);
    let syntax = tag_and_parse(&text, &segments, &reading, models);
    let mentions = find_mentions(&text, &blocks, &segments, &reading, &syntax, models);
    let coref = resolve(&text, &blocks, &segments, &syntax, &mentions, models);
    let quotes =
        attribute_quotes(&text, &blocks, &segments, &syntax, &mentions, &coref, models, options.strictness);
    Ok(Analysis { text, blocks, segments, reading, syntax, mentions, coref, quotes })
}

/// Analyses one text.
///
/// The same input, models and options give the same Document everywhere, byte for byte.
///
/// # Errors
/// [`InputError::TooLarge`] if the text has more bytes than `options.limit_bytes`. Odd text is never an
/// error: the Document carries notices.
pub fn analyze(input: &Input, models: &Models, options: &Options) -> Result<Document, InputError> {
    let analysis = analyze_layers(input, models, options)?;
    let mut document = build(&analysis.layers(), input, models, options);
    if let Some(number) = options.explain_name
        && let Some(mention) = document.mentions.get_mut(number as usize)
    {
        mention.why = analysis.explain_name(models, number);
    }
    Ok(document)
}
