//! Whether the name that somebody typed is the speaker of a quotation.

use crate::document::{Document, EntityRecord, MentionRecord, QuoteRecord, SpanRecord};
use crate::views::compare::{Known, plain, same_last_name, same_name};
use crate::views::{TextAt, entity, is_named, place_of};

/// Titles that may stand before anybody's name; others are those that the article gives.
const TITLES: [&str; 14] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "reverend",
];

/// Words after which a description goes on: "a spokeswoman | for the board".
const GOES_ON: [&str; 12] =
    ["of", "in", "at", "for", "from", "on", "with", "who", "that", "which", "familiar", "close"];

/// Whether a reader who typed `said` means the speaker of that quotation; `None` says that nobody is named.
///
/// Kind on purpose: any name or description that the article has for the speaker will do, with or without titles, and last
/// names as [`compare`](crate::views::compare) knows people by. So will the words that name the source, and a pronoun
/// of the speaker's in the same paragraph. Nobody is named is right for speakers without a name, too ("officials").
pub fn is_speaker(document: &Document, quote: &QuoteRecord, said: Option<&str>) -> bool {
    let speaker = quote.speaker.and_then(|id| entity(document, id));
    let Some(said) = said.filter(|said| !plain(said).is_empty()) else {
        return speaker.is_none_or(|speaker| !is_named(document, speaker));
    };
    // "Ana Ruiz, the mayor"
    let first = said.split([',', '(']).next().unwrap_or(said);
    [said, first].into_iter().map(plain).any(|said| is_meant(document, quote, speaker, &said))
}

fn is_meant(document: &Document, quote: &QuoteRecord, speaker: Option<&EntityRecord>, said: &str) -> bool {
    let at = TextAt::new(document);
    let source = quote.source.map(|span| plain(&at.line(span)));
    if source.as_deref() == Some(said) {
        return true;
    }
    let Some(speaker) = speaker else { return source.is_some_and(|source| is_head(said, &source)) };
    let mentions = || speaker.mentions.iter().filter_map(|id| document.mentions.get(*id as usize));
    let line = |it: &MentionRecord| plain(&at.line(SpanRecord { start: it.start, end: it.end }));
    if mentions().any(|it| line(it) == said && (it.kind != "pronoun" || same_block(document, quote, it))) {
        return true;
    }
    // "The mayor" for Mayor Ana Ruiz; "Ms." alone is nobody.
    let mut titles = speaker.titles.iter().map(|title| plain(title));
    if titles.any(|title| !TITLES.contains(&said) && is_head(said, &title)) {
        return true;
    }
    let described: Vec<String> = mentions().filter(|it| it.kind == "nominal").map(line).collect();
    let typed = EntityRecord::unknown(0, speaker.entity_type.clone(), untitled(said, speaker, &described));
    let (typed, known) = (
        Known { entity: &typed, named: true },
        Known { entity: speaker, named: is_named(document, speaker) },
    );
    let is_unnamed = !known.named || speaker.entity_type != "PERSON";
    let unnamed = Known { named: known.named, ..typed };
    if same_name(&unnamed, &known) || same_last_name(&typed, &known) {
        return true;
    }
    let names = std::iter::once(&speaker.name).chain(&speaker.aliases).map(|name| plain(name));
    let all = names.filter(|_| is_unnamed).chain(described).chain(source.filter(|_| is_unnamed));
    all.into_iter().any(|full| is_head(said, &full) || is_head(&full, said))
}

/// Whether a description is another with less said: "council members" and "two council members who spoke", "a
/// spokeswoman" and "spokeswoman for the board"; not "council" and "council members".
fn is_head(short: &str, full: &str) -> bool {
    let (short, full): (Vec<_>, Vec<_>) = (short.split(' ').collect(), full.split(' ').collect());
    let ends = |at: usize| full.get(at).is_none_or(|next| GOES_ON.contains(next));
    let mut places = (0..full.len()).filter(|from| full.get(*from..from + short.len()) == Some(&short));
    !short.is_empty() && places.any(|from| ends(from + short.len()))
}

fn same_block(document: &Document, quote: &QuoteRecord, mention: &MentionRecord) -> bool {
    let place = place_of(quote);
    let mut blocks = document.blocks.iter();
    blocks.any(|it| [place, mention.start].iter().all(|at| (it.start..it.end).contains(at)))
}

/// What was typed without the titles before it: "Dr. Chen", "Governor Marchetti" where the article calls her so.
fn untitled(said: &str, speaker: &EntityRecord, described: &[String]) -> String {
    let titles: Vec<String> = speaker.titles.iter().map(|title| plain(title)).collect();
    let is_title = |word: &&str| {
        let known = titles.iter().chain(described).any(|it| it.split(' ').any(|other| other == *word));
        TITLES.contains(word) || known
    };
    let words: Vec<&str> = said.split(' ').collect();
    let before = words.iter().take(words.len().saturating_sub(1)).take_while(|word| is_title(word)).count();
    words.get(before..).unwrap_or(&[]).join(" ")
}
