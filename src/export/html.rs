//! [`Document`] → one HTML page to read, print or send on: the article with its names and quotations marked, who says
//! what, and who is named. No script, nothing fetched: the styles are inside, and a policy forbids the rest.

mod article;
mod lists;

use std::collections::BTreeMap;
use std::fmt::Write;

use super::markup::{html as escaped, language};
use super::nest::{Mark, counts, marks, nest};
use super::places::{Places, paragraphs};
use crate::document::{Document, QuoteRecord};
use crate::views::{TextAt, Voice, entity, initials, voices};

const STYLE: &str = include_str!("html/style.css");

/// Voices that have a colour of their own; others share them. The initials tell them apart all the same.
const TINTS: usize = 12;

/// Writes the page.
///
/// ```
/// use whosaid::{Input, Models, Options, analyze, export::html::html};
/// let document = analyze(&Input::text("“We <b>won</b>,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
/// let page = html(&document);
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// assert!(page.contains("&lt;b&gt;won&lt;/b&gt;") && !page.contains("<b>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn html(document: &Document) -> String {
    let page = Page::new(document);
    let heading = document.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    let title = heading.map_or("Who said what".into(), |title| one_line(title).into_owned());
    let mut out = String::from("<!DOCTYPE html>\n");
    let _ =
        writeln!(out, "<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">", language(&document.language));
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    // Whatever a pasted text may hold: nothing of it can run or fetch.
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    let _ = writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>");
    let (article, has_heading) = article::write(&page, heading);
    let _ = writeln!(out, "<header>\n<p class=\"kicker\">Who said what</p>");
    if !has_heading {
        let _ = writeln!(out, "<h1 dir=\"auto\">{title}</h1>");
    }
    let _ = writeln!(out, "<p class=\"sum\">{}</p>\n</header>", page.sum());
    let _ = writeln!(out, "<main>\n<article>\n{article}</article>\n<aside>");
    lists::write(&mut out, &page);
    out.push_str("</aside>\n</main>\n<footer>\n");
    lists::key(&mut out, &page);
    let made_by = &document.produced_by;
    let _ = writeln!(
        out,
        "<p>Found by {} {} ({}), a program that can be wrong. The words are those of the article.</p>\n</footer>\n</body>\n</html>",
        escaped(&made_by.name),
        escaped(&made_by.version),
        escaped(&made_by.model)
    );
    out
}

/// What all parts of the page look at.
struct Page<'a> {
    document: &'a Document,
    places: Places<'a>,
    at: TextAt<'a>,
    voices: Vec<Voice>,
    /// Place of each speaker among the voices.
    tints: BTreeMap<u32, usize>,
    steps: Vec<(super::places::Paragraph<'a>, Vec<super::nest::Step>)>,
    /// Marks that the article shows: what can be linked to.
    shown: BTreeMap<Mark, usize>,
}

impl<'a> Page<'a> {
    fn new(document: &'a Document) -> Self {
        let places = Places::new(document);
        let voices = voices(document);
        let parts = paragraphs(document, &places);
        let ranges: Vec<_> = parts.iter().map(|part| part.range.clone()).collect();
        let steps = nest(&marks(document, &places), &ranges);
        let speakers = voices.iter().filter_map(|voice| voice.speaker).enumerate();
        Self {
            at: TextAt::new(document),
            tints: speakers.map(|(place, id)| (id, place % TINTS + 1)).collect(),
            shown: counts(&steps),
            steps: parts.into_iter().zip(steps).collect(),
            document,
            places,
            voices,
        }
    }

    /// The colour of a quotation's speaker, 0 where there is none.
    fn tint(&self, speaker: Option<u32>) -> usize {
        speaker.and_then(|id| self.tints.get(&id)).copied().unwrap_or(0)
    }

    fn speaker_name(&self, quote: &QuoteRecord) -> &'a str {
        let speaker = quote.speaker.and_then(|id| entity(self.document, id));
        speaker.map_or("speaker not told", |speaker| speaker.name.as_str())
    }

    /// Initials, or a question mark where nobody is named.
    fn letters(&self, speaker: Option<u32>) -> String {
        let letters = speaker.and_then(|id| entity(self.document, id)).map(|speaker| initials(&speaker.name));
        let letters = letters.filter(|letters| !letters.is_empty()).unwrap_or_else(|| "?".to_owned());
        one_line(&letters).into_owned()
    }

    fn sum(&self) -> String {
        let speakers = self.voices.iter().filter(|voice| voice.speaker.is_some()).count();
        match self.document.quotes.len() {
            0 => "No quotations found.".to_owned(),
            quotes => format!("{} from {}", counted(quotes, "quotation"), counted(speakers, "speaker")),
        }
    }
}

/// Escaped, every run of white space one space.
fn one_line(words: &str) -> std::borrow::Cow<'static, str> {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    escaped(&line).into_owned().into()
}

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// `direct statement, denied`: what is usual is not said.
fn facts(quote: &QuoteRecord) -> String {
    let polarity = if quote.polarity == "asserted" { String::new() } else { format!(", {}", quote.polarity) };
    one_line(&format!("{} {}{polarity}", quote.kind, quote.class)).into_owned()
}
