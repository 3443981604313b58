//! `whosaid explain`: why a quotation was found, a name taken for what it is, or how a sentence was read, in plain words.

use std::process::ExitCode;

use anstyle::Style;
use whosaid::analyze::analyze_layers;
use whosaid::document::{QuoteRecord, build};
use whosaid::views::{TextAt, entity, quote, quote_line, sentence_at};
use whosaid::{Document, Input, Options};

use super::{name, sentence};
use crate::args::{ExplainArgs, LayersFormatArg};
use crate::fault::Fault;
use crate::job::{Form, Place};
use crate::model;
use crate::report::{Look, Piece, wrapped};
use crate::sink::Sink;
use crate::task;

pub fn run(args: &ExplainArgs) -> Result<ExitCode, Fault> {
    let place = Place::new(args.file.clone(), args.input);
    let Form::One(format) = place.form else {
        return Err(Fault::Usage("explain reads one text, not JSON lines".to_owned()));
    };
    let models = model::load(args.model.as_deref())?;
    let options = Options { explain: true, strictness: args.strictness.into(), ..Options::default() };
    let body = task::whole(&place, format, options.limit_bytes).body?;
    let input = Input { text: &body.text, format: body.format, id: None };
    let analysis = analyze_layers(&input, &models, &options)
        .map_err(|error| Fault::Refused { name: place.name(), error })?;
    let document = build(&analysis.layers(), &input, &models, &options);

    let look = Look::of_output(false);
    let mut sink = Sink::open(None)?;
    let at = args.at.map(|offset| sentence_at(&document, offset).unwrap_or(0));
    if let Some(number) = args.sentence.or(at) {
        let sentences = document.sentences.len();
        let layers = analysis.explain_sentence(&document, &models, number);
        let layers = layers.ok_or_else(|| Fault::NoSentence { name: place.name(), number, sentences })?;
        let told = match args.format {
            LayersFormatArg::Text => sentence::explained(&layers, sentences, &look),
            LayersFormatArg::Json => {
                let json = serde_json::to_string_pretty(&layers);
                json.map_err(|_| Fault::Internal("layers that are no JSON"))? + "\n"
            }
        };
        sink.write(told.as_bytes())?;
        sink.finish()?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(words) = &args.name {
        let places = name::places(&document, words);
        let fault = || name::missing(&document, place.name(), words, args.place, places.len());
        let mention = args.place.checked_sub(1).and_then(|at| places.get(at)).ok_or_else(fault)?;
        let why = analysis.explain_name(&models, mention.id);
        let told = name::explained(&document, mention, why.as_ref(), (args.place, places.len()), &look);
        sink.write(told.as_bytes())?;
        sink.finish()?;
        return Ok(ExitCode::SUCCESS);
    }
    match args.quote {
        Some(number) => {
            let quotes = document.quotes.len();
            let found = quote(&document, number);
            let found = found.ok_or_else(|| Fault::NoQuote { name: place.name(), number, quotes })?;
            sink.write(explained(&document, found, &look).as_bytes())?;
        }
        None if document.quotes.is_empty() => sink.write(b"Nobody is quoted.\n")?,
        None => {
            for (index, quote) in document.quotes.iter().enumerate() {
                let gap = if index == 0 { "" } else { "\n" };
                sink.write(format!("{gap}{}", explained(&document, quote, &look)).as_bytes())?;
            }
        }
    }
    sink.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn explained(document: &Document, quote: &QuoteRecord, look: &Look) -> String {
    let at = TextAt::new(document);
    let mut out = String::new();
    let mut row = |label: &str, words: &str| {
        if !words.is_empty() {
            out += &wrapped(&[Piece::new(Style::new(), words)], &format!("{label:<13}"), look);
        }
    };
    let speaker = quote.speaker.and_then(|id| entity(document, id));
    row(&format!("Quotation {}", quote.id), &quote_line(&at, quote));
    row("Speaker", speaker.map_or("not told", |speaker| &speaker.name));
    row("Source", &quote.source.map_or_else(String::new, |span| at.line(span)));
    row("Cue", &quote.cue.map_or_else(String::new, |span| at.line(span)));
    row("Kind", &format!("{}, {}, {}", quote.kind, quote.class, quote.polarity));
    row("Confidence", &confidence(quote.confidence));
    for (index, reason) in quote.why.iter().flat_map(|why| &why.reasons).enumerate() {
        row(if index == 0 { "Why" } else { "" }, reason);
    }
    out
}

/// "0.86, rather sure"
pub fn confidence(confidence: f64) -> String {
    let words = match confidence {
        _ if confidence >= 0.9 => "nearly certain",
        _ if confidence >= 0.75 => "rather sure",
        _ if confidence >= 0.5 => "more likely than not",
        _ => "doubtful",
    };
    format!("{confidence:.2}, {words}")
}
