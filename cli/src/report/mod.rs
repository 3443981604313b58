//! The report that people read: the article with its marks, then who said what, then who is named.

mod article;
mod compared;
mod lines;

use anstyle::{AnsiColor, Style};
use whosaid::Document;
use whosaid::document::QuoteRecord;
use whosaid::labels::EntityType;
use whosaid::views::{NameGroup, TextAt, Voice, entity, names, quote, quote_line, voices};

pub use compared::{Article, compared};
pub use lines::{Piece, wrapped};

/// How the report is to look.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub colour: bool,
    /// Columns of the page.
    pub width: usize,
}

/// Lines longer than this are hard to read, shorter ones hold too little beside the numbers.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

impl Look {
    /// The look that standard output wants, or a file.
    pub fn of_output(file: bool) -> Self {
        let choice = anstream::AutoStream::choice(&std::io::stdout());
        let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = terminal.filter(|_| !file).or(told).unwrap_or(80);
        Self {
            colour: !file && choice != anstream::ColorChoice::Never,
            width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
        }
    }

    /// `style` where colours are wanted.
    fn style(&self, style: Style) -> Style {
        if self.colour { style } else { Style::new() }
    }
}

/// Colours that differ in lightness too, and stay readable on dark and light grounds. Who speaks first gets the first.
const SPEAKERS: [AnsiColor; 6] = [
    AnsiColor::Cyan,
    AnsiColor::Yellow,
    AnsiColor::Magenta,
    AnsiColor::Green,
    AnsiColor::Blue,
    AnsiColor::Red,
];

/// The colour of each entity that speaks, by its number.
struct Colours(Vec<Option<AnsiColor>>);

impl Colours {
    fn new(document: &Document, voices: &[Voice]) -> Self {
        let mut colours = vec![None; document.entities.len()];
        let speakers = voices.iter().filter_map(|voice| voice.speaker);
        for (speaker, colour) in speakers.zip(SPEAKERS.into_iter().cycle()) {
            if let Some(slot) = colours.get_mut(speaker as usize) {
                *slot = Some(colour);
            }
        }
        Self(colours)
    }

    fn of(&self, speaker: Option<u32>) -> Style {
        let colour = speaker.and_then(|speaker| self.0.get(speaker as usize).copied().flatten());
        colour.map_or(Style::new(), AnsiColor::on_default)
    }
}

/// The whole report of one Document.
pub fn report(document: &Document, look: &Look) -> String {
    let voices = voices(document);
    let colours = Colours::new(document, &voices);
    let mut out = String::new();
    if let Some(id) = &document.id {
        out += &wrapped(&[Piece::new(Style::new().dimmed(), id)], "", look);
    }
    out += &article::article(document, &colours, look);
    out += &heading(&summary(document, &voices), look);
    let at = TextAt::new(document);
    for voice in &voices {
        out += &voice_section(document, &at, voice, (&colours, look));
    }
    out += &names_section(document, look);
    out += &values_section(document, look);
    out += &notices(document, &at, look);
    out
}

fn heading(words: &str, look: &Look) -> String {
    format!("\n{}", wrapped(&[Piece::new(Style::new().bold(), words)], "", look))
}

fn summary(document: &Document, voices: &[Voice]) -> String {
    let counted =
        |number: usize, noun: &str| format!("{number} {noun}{}", if number == 1 { "" } else { "s" });
    let speakers = voices.iter().filter(|voice| voice.speaker.is_some()).count();
    match document.quotes.len() {
        0 => "Nobody is quoted.".to_owned(),
        quotes => {
            format!("Who said what: {} from {}", counted(quotes, "quotation"), counted(speakers, "speaker"))
        }
    }
}

/// A speaker's name, titles, number of quotations and share of all words, then each quotation.
fn voice_section(document: &Document, at: &TextAt, voice: &Voice, paint: (&Colours, &Look)) -> String {
    let (colours, look) = paint;
    let speaker = voice.speaker.and_then(|id| entity(document, id));
    let name = speaker.map_or("Speaker not told", |speaker| speaker.name.as_str());
    let facts = speaker.map_or_else(String::new, |speaker| {
        speaker.titles.iter().chain(&speaker.affiliations).map(|fact| format!(", {fact}")).collect()
    });
    let figures = format!(" ({}, {} % of the words)", voice.quotes.len(), (voice.share_thousandths + 5) / 10);
    let head = [
        Piece::new(colours.of(voice.speaker).bold(), name),
        Piece::new(Style::new(), &facts),
        Piece::new(Style::new().dimmed(), &figures),
    ];
    let mut out = format!("\n{}", wrapped(&head, "", look));
    for quote in voice.quotes.iter().filter_map(|id| quote(document, *id)) {
        out += &quote_row(document, at, quote, colours.of(voice.speaker), look);
    }
    out
}

/// A quotation with its number, cue, whom it is said to, its words, and what is unusual of it.
fn quote_row(document: &Document, at: &TextAt, quote: &QuoteRecord, colour: Style, look: &Look) -> String {
    let number = format!("{:>4}  ", quote.id);
    let cue = quote.cue.map_or_else(String::new, |cue| at.line(cue));
    let content = quote_line(at, quote);
    let content = if quote.kind == "direct" { format!("“{content}”") } else { content };
    let addressees: Vec<_> = quote
        .addressees
        .iter()
        .filter_map(|id| entity(document, *id))
        .map(|entity| entity.name.as_str())
        .collect();
    let to = if addressees.is_empty() { String::new() } else { format!(" (to {})", addressees.join(", ")) };
    let mut remarks = Vec::new();
    if quote.class != "statement" {
        remarks.push(quote.class.as_str());
    }
    if quote.polarity != "asserted" {
        remarks.push(quote.polarity.as_str());
    }
    let remarks = if remarks.is_empty() { String::new() } else { format!(" [{}]", remarks.join(", ")) };
    let pieces = [
        Piece::new(Style::new().italic(), &cue),
        Piece::new(Style::new(), &to),
        Piece::new(Style::new(), " "),
        Piece::new(colour, &content),
        Piece::new(Style::new().dimmed(), &remarks),
    ];
    wrapped(&pieces, &number, look)
}

/// Names by type with the number of their mentions; values would only swell the list.
fn names_section(document: &Document, look: &Look) -> String {
    let groups: Vec<_> = names(document).into_iter().filter(|group| !group.entity_type.is_value()).collect();
    if groups.is_empty() {
        return String::new();
    }
    let mut out = heading("Names", look);
    for group in groups {
        let list: Vec<_> =
            group.entries.iter().map(|entry| format!("{} ({})", entry.name, entry.mentions.len())).collect();
        let label = format!("  {:<8}", group.entity_type.name());
        out += &wrapped(&[Piece::new(Style::new(), &list.join(", "))], &label, look);
    }
    out
}

/// Dates, times and sums whose meaning is certain and says more than their words.
fn values_section(document: &Document, look: &Look) -> String {
    let told = |group: &NameGroup| {
        let entries = group.entries.iter().filter_map(|entry| {
            let value = entry.value.as_ref().filter(|value| **value != entry.name)?;
            Some(format!("{} = {value}", entry.name))
        });
        (group.entity_type.name(), entries.collect::<Vec<_>>())
    };
    let shown = [EntityType::Date, EntityType::Time, EntityType::Money];
    let groups: Vec<_> =
        names(document).iter().filter(|group| shown.contains(&group.entity_type)).map(told).collect();
    let mut out = String::new();
    for (label, entries) in groups.iter().filter(|(_, entries)| !entries.is_empty()) {
        out += &if out.is_empty() { heading("Dates and sums", look) } else { String::new() };
        out += &wrapped(&[Piece::new(Style::new(), &entries.join("; "))], &format!("  {label:<8}"), look);
    }
    out
}

fn notices(document: &Document, at: &TextAt, look: &Look) -> String {
    let mut out = String::new();
    for notice in &document.notices {
        let place = at.slice(notice.start, notice.end).trim();
        let sentence = match notice.code.as_str() {
            "noText" => "there is no text to analyse".to_owned(),
            "notEnglish" => "the text does not look like English; what was found may be wrong".to_owned(),
            "unpairedQuotationMark" => {
                format!("the quotation mark {place} at {} has no partner", notice.start)
            }
            "truncated" => "the text was analysed only in part".to_owned(),
            "onlyBoilerplate" => "nothing but page furniture was found".to_owned(),
            code => code.to_owned(),
        };
        out += if out.is_empty() { "\n" } else { "" };
        out += &wrapped(&[Piece::new(Style::new(), &format!("Note: {sentence}."))], "", look);
    }
    out
}

#[cfg(test)]
mod tests;
