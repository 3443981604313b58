//! Words of the figures: headings, one sentence each, what marks and columns mean.

use whosaid::views::{CLASSES, Form, KINDS};

use super::{count, number, percent};
use crate::components::figures::{FIRST_ROWS, Facts, Subject};

/// Whoever speaks where the article does not tell.
pub const NOBODY: &str = "Nobody named";

/// All voices together.
pub const EVERYONE: &str = "Everyone";

/// Voices with a name, without one, quotations of nobody.
pub const VOICE_GROUPS: [&str; 3] = ["With a name", "Without a name", "Speaker not found"];

/// Kinds in the order of [`KINDS`].
pub const KINDS_SHORT: [&str; KINDS.len()] = ["Word for word", "Partly", "Writer’s words"];

/// Classes in the order of [`CLASSES`], in two lines.
pub const CLASSES_SHORT: [[&str; 2]; CLASSES.len()] =
    [["", "Says"], ["Thinks", "or wants"], ["Asks", "or urges"], ["Takes", "a stand"], ["", "Shows"]];

/// Marks of the strips: the band, then the ticks from long to short.
pub const APPEARANCE_MARKS: [&str; 4] = ["quoted with these words", "by name", "described", "pronoun"];

/// Where an axis of words begins.
pub const FIRST_WORD: &str = "First word";

/// Columns of the table of shares.
pub const SHARE_COLUMNS: [&str; 5] = ["Speaker", "Kind of source", "Quotations", "Words", "Share"];

/// Columns of the table of names.
pub const APPEARANCE_COLUMNS: [&str; 9] = [
    "Name",
    "Type",
    "Mentions",
    "By name",
    "Described",
    "Pronouns",
    "First at word",
    "Last at word",
    "Words quoted",
];

/// Columns of the table of who speaks about whom.
pub const EXCHANGE_COLUMNS: [&str; 4] = ["Speaker", "Name", "Speaks about, times", "Speaks to, quotations"];

/// Signs in the cells of that figure with what they mean; the first stands in most cells.
pub const EXCHANGE_SIGNS: [(&str, &str); 3] = [
    ("", "Each row is a speaker. Numbers: how often what they say mentions the name above."),
    ("(", "In brackets: themselves."),
    ("→", "Arrows: how many of their quotations are spoken to that name."),
];

/// Where a picture could not be made.
pub const NO_PICTURE: &str = "Your browser could not make this picture. The SVG holds the same.";

/// The heading of a figure.
pub const fn heading(subject: Subject) -> &'static str {
    match subject {
        Subject::Share => "Share of voice",
        Subject::Manners => "How they are quoted",
        Subject::Appearances => "Where names appear",
        Subject::Exchanges => "Who speaks about whom",
    }
}

/// Where a drawing comes from, as it stands in a file; `part` tells that it shows only the first rows.
pub fn source(facts: &Facts, part: bool) -> String {
    let document = &facts.reading.document;
    let part = if part { format!("The first {FIRST_ROWS} are drawn. ") } else { String::new() };
    let made = format!("{part}Found by Whosaid {}; it can be wrong.", document.produced_by.version);
    match document.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) {
        Some(title) => {
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("Article: {}. {made}", title.trim_end_matches('.'))
        }
        None => made,
    }
}

/// Why figures are missing, where any are.
pub fn missing(facts: &Facts) -> Option<&'static str> {
    match (facts.reading.voices.is_empty(), facts.appearances.is_empty()) {
        (true, true) => Some("There is nothing to draw: nobody is quoted, and no names were found."),
        (true, false) => Some("Nobody is quoted, so there is only a figure of names."),
        _ => None,
    }
}

/// Rows that a table leaves out.
pub fn left_out(rows: usize) -> String {
    format!("{} more in the CSV.", count(rows, "row", "rows"))
}

/// How to see what a drawing leaves out.
pub fn show_all(subject: Subject, facts: &Facts) -> String {
    let rows = number(subject.rows(facts));
    match subject {
        Subject::Share | Subject::Manners => format!("Show all {rows} voices"),
        Subject::Appearances => format!("Show all {rows} names"),
        Subject::Exchanges => {
            let names = number(facts.exchanges.names.len());
            format!("Show all: {rows} by {names}")
        }
    }
}

/// Who has most words, and how many have no name.
pub fn share(facts: &Facts) -> String {
    let voices = &facts.reading.voices;
    let known = voices.iter().filter(|voice| voice.speaker.is_some());
    let all: usize = voices.iter().map(|voice| voice.words as usize).sum();
    let all = count(all, "attributed word", "attributed words");
    let Some(first) =
        known.clone().max_by_key(|voice| (voice.words, voice.named, std::cmp::Reverse(voice.speaker)))
    else {
        return format!("Nobody is named for any of the {all}.");
    };
    let nameless = known.clone().filter(|voice| !voice.named).count();
    let nameless = match (nameless, known.count()) {
        (_, 1) => String::new(),
        (0, 2) => "; both voices have a name".to_owned(),
        (0, voices) => format!("; all {} voices have a name", number(voices)),
        (1, voices) => format!("; 1 of {} voices has no name", number(voices)),
        (some, voices) => format!("; {} of {} voices have no name", number(some), number(voices)),
    };
    let name = facts.name(first.speaker);
    format!("{name} is given the most words, {} of {all}{nameless}.", percent(first.share_thousandths))
}

/// How many quotations are of which kind, and what speakers do most.
pub fn manners(facts: &Facts) -> String {
    const KIND: [&str; KINDS.len()] = ["word for word", "partly", "in the writer’s words"];
    const CLASS: [&str; CLASSES.len()] =
        ["say something", "think or want something", "ask or urge", "take a stand", "show something"];
    let all = &facts.manners.all;
    let quotes = count(all.quotes as usize, "quotation", "quotations");
    let kinds: Vec<_> = all.kinds.into_iter().zip(KIND).filter(|(count, _)| *count > 0).collect();
    let kinds = match kinds.as_slice() {
        [] => format!("There are {quotes}"),
        [(1, kind)] => format!("The only quotation is {kind}"),
        [(_, kind)] => format!("All {quotes} are {kind}"),
        [(first, kind), others @ ..] => {
            let verb = if *first == 1 { "is" } else { "are" };
            let others: Vec<_> =
                others.iter().map(|(count, kind)| format!("{} {kind}", number(*count as usize))).collect();
            format!("Of {quotes}, {} {verb} {kind}, {}", number(*first as usize), others.join(" and "))
        }
    };
    let most = all.classes.into_iter().zip(CLASS).rev().max_by_key(|(count, _)| *count);
    match most.filter(|(often, _)| *often > 0) {
        Some((often, class)) => {
            format!("{kinds}. Most often, speakers {class} ({}).", number(often as usize))
        }
        None => format!("{kinds}."),
    }
}

/// Which name is mentioned most.
pub fn appearances(facts: &Facts) -> String {
    let names = count(facts.appearances.len(), "name", "names");
    let Some(first) = facts.appearances.first() else { return String::new() };
    let by_name = number(first.count(Form::Name));
    let often = count(first.mentions.len(), "time", "times");
    match facts.appearances.len() {
        1 => format!("One name is found, {}: it is mentioned {often}, {by_name} by name.", first.name),
        _ => format!("Of {names}, {} is mentioned most: {often}, {by_name} by name.", first.name),
    }
}

/// Whom others speak about most, and whom they speak to.
pub fn exchanges(facts: &Facts) -> String {
    let cells = &facts.exchanges.cells;
    let by_others = |name: u32| {
        let others =
            cells.iter().filter(move |cell| cell.name == name && !cell.is_own() && cell.mentions > 0);
        others.fold((0, 0), |(mentions, speakers), cell| (mentions + cell.mentions as usize, speakers + 1))
    };
    let names = facts.exchanges.names.iter().map(|name| (by_others(*name), *name));
    let most =
        names.rev().max_by_key(|((mentions, _), _)| *mentions).filter(|((mentions, _), _)| *mentions > 0);
    let about = match most {
        Some(((mentions, speakers), name)) => {
            let often = count(mentions, "time", "times");
            let name = facts.name(Some(name));
            format!("{name} is spoken about most: {often}, by {}", count(speakers, "voice", "voices"))
        }
        None => "Nobody speaks about another".to_owned(),
    };
    let addressed: usize = cells.iter().map(|cell| cell.addressed as usize).sum();
    match addressed {
        0 => format!("{about}."),
        _ => {
            format!("{about}; {} addressed to somebody.", count(addressed, "quotation is", "quotations are"))
        }
    }
}
