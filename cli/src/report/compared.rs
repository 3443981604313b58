//! Two articles side by side: who speaks in both, with what share, and what each has of them; then who speaks in one alone.

use anstyle::{AnsiColor, Style};
use whosaid::Document;
use whosaid::views::{TextAt, Voice, compare, entity, quote};

use super::lines::{Piece, wrapped};
use super::{Look, heading, quote_row};

/// An article with the name by which the reader knows it.
pub struct Article<'a> {
    pub name: &'a str,
    pub document: &'a Document,
}

/// The colour of each article.
const COLOURS: [AnsiColor; 2] = [AnsiColor::Cyan, AnsiColor::Yellow];

/// The whole comparison.
pub fn compared(articles: &[Article; 2], look: &Look) -> String {
    let [first, second] = articles;
    let found = compare(first.document, second.document);
    let mut out = titles(articles, look);
    if found.both.is_empty() && found.first.is_empty() && found.second.is_empty() {
        return out + &heading("Nobody is quoted in either.", look);
    }
    out +=
        &heading(if found.both.is_empty() { "Nobody speaks in both." } else { "Who speaks in both" }, look);
    for pair in &found.both {
        out += &both(articles, pair, look);
    }
    for (article, voices, colour) in [(first, &found.first, COLOURS[0]), (second, &found.second, COLOURS[1])]
    {
        if !voices.is_empty() {
            out += &heading(&format!("Only in {}", article.name), look);
        }
        let at = TextAt::new(article.document);
        for voice in voices {
            out += &format!("\n{}", head(article, voice, &share(voice), look));
            out += &quotes(article, &at, voice, colour, look);
        }
    }
    out
}

/// Which article is which.
fn titles(articles: &[Article; 2], look: &Look) -> String {
    let lines = articles.iter().zip(COLOURS).map(|(article, colour)| {
        let title = article.document.title.as_deref().unwrap_or("without a headline");
        let pieces = [
            Piece::new(colour.on_default().bold(), article.name),
            Piece::new(Style::new(), ": "),
            Piece::new(Style::new(), title),
        ];
        wrapped(&pieces, "", look)
    });
    lines.collect()
}

/// One who speaks in both.
fn both(articles: &[Article; 2], pair: &[Voice; 2], look: &Look) -> String {
    // As the article names them that says more.
    let name = |(article, voice): (&Article, &Voice)| speaker(article, voice).chars().count();
    let fuller = usize::from(name((&articles[1], &pair[1])) > name((&articles[0], &pair[0])));
    let shares = format!("{} and {}", share(&pair[0]), share(&pair[1]));
    let mut out = format!("\n{}", head(&articles[fuller], &pair[fuller], &shares, look));
    for ((article, voice), colour) in articles.iter().zip(pair).zip(COLOURS) {
        out += &wrapped(&[Piece::new(colour.on_default().bold(), article.name)], "  ", look);
        out += &quotes(article, &TextAt::new(article.document), voice, colour, look);
    }
    out
}

fn quotes(article: &Article, at: &TextAt, voice: &Voice, colour: AnsiColor, look: &Look) -> String {
    let quotes = voice.quotes.iter().filter_map(|id| quote(article.document, *id));
    quotes.map(|quote| quote_row(article.document, at, quote, colour.on_default(), look)).collect()
}

fn head(article: &Article, voice: &Voice, shares: &str, look: &Look) -> String {
    let figures = format!(" ({shares} of the words)");
    let pieces = [
        Piece::new(Style::new().bold(), speaker(article, voice)),
        Piece::new(Style::new().dimmed(), &figures),
    ];
    wrapped(&pieces, "", look)
}

fn speaker<'a>(article: &Article<'a>, voice: &Voice) -> &'a str {
    let found = voice.speaker.and_then(|id| entity(article.document, id));
    found.map_or("Speaker not told", |entity| &entity.name)
}

fn share(voice: &Voice) -> String {
    format!("{} %", (voice.share_thousandths + 5) / 10)
}
