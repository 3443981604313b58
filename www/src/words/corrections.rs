//! Corrections in words.

use whosaid::corrections::{Edit, Reason, Who};
use whosaid::document::SpanRecord;
use whosaid::labels::EntityType;

use super::{count, number, polarity, quote_class, type_name};
use crate::reading::Reading;
use crate::state::Done;

/// Letters of a quotation that stand in a sentence about it.
const SHORT: usize = 60;

/// What an edit says: "“Ruiz” is an organisation."
pub fn edit(reading: &Reading, edit: &Edit) -> String {
    let words = |span: SpanRecord| short(&reading.line(span));
    let content = |content: &[SpanRecord]| {
        short(&content.iter().map(|piece| reading.line(*piece)).collect::<Vec<_>>().join(" … "))
    };
    match edit {
        Edit::Retype { name, entity_type } => {
            format!("“{}” is of the type “{}”.", words(*name), type_called(entity_type))
        }
        Edit::Rename { name, to } => format!("“{}” is called “{}”.", words(*name), short(to)),
        Edit::Merge { name, into } => format!("“{}” is the same as “{}”.", words(*name), words(*into)),
        Edit::Split { name, everywhere: false } => format!("“{}” is somebody else here.", words(*name)),
        Edit::Split { name, everywhere: true } => format!("“{}” is somebody else everywhere.", words(*name)),
        Edit::AddName { span, entity_type, .. } => {
            format!("“{}” is a name of the type “{}”.", words(*span), type_called(entity_type))
        }
        Edit::RejectName { name, everywhere: false } => format!("“{}” is no name here.", words(*name)),
        Edit::RejectName { name, everywhere: true } => format!("“{}” is no name anywhere.", words(*name)),
        Edit::AddQuote { content: said, speaker, .. } => {
            format!("“{}” is a quotation of {}.", content(said), who(reading, speaker.as_ref()))
        }
        Edit::RejectQuote { quote } => format!("“{}” is no quotation.", content(&quote.content)),
        Edit::SetSpeaker { quote, speaker } => {
            format!("“{}” is said by {}.", content(&quote.content), who(reading, speaker.as_ref()))
        }
        Edit::SetContent { content: said, .. } => format!("What was said is “{}”.", content(said)),
        Edit::Classify { quote, class, polarity: stance } => {
            let labels = [class.as_deref().map(quote_class), stance.as_deref().map(polarity)];
            let labels: Vec<_> = labels.into_iter().flatten().map(str::to_lowercase).collect();
            format!("“{}”: {}.", content(&quote.content), labels.join(", "))
        }
    }
}

/// What was done last.
pub fn done(reading: &Reading, done: &Done) -> String {
    match done {
        Done::Made(made) => format!("Corrected: {}", edit(reading, made)),
        Done::Undone(undone) => format!("Taken back: {}", edit(reading, undone)),
        Done::Removed { edit: removed, without_place } => {
            format!(
                "Taken back: {}{}",
                edit(reading, removed),
                lost(*without_place, "One later correction", "later corrections", "without it")
            )
        }
        Done::Opened { new: 0, .. } => "All corrections in the file are made already.".to_owned(),
        Done::Opened { new, without_place } => {
            let made = count(*new, "correction", "corrections");
            format!(
                "From the file: {made}.{}",
                lost(*without_place, "One of them", "of them", "in this article")
            )
        }
        Done::Refused(reason) => format!("Not corrected. {}", no_place(*reason)),
        Done::Reset => "All corrections are taken back.".to_owned(),
    }
}

/// How many edits have no place now, after a sentence.
fn lost(edits: usize, one: &str, many: &str, without: &str) -> String {
    match edits {
        0 => String::new(),
        1 => format!(" {one} has no place {without}; the list tells which."),
        _ => format!(" {} {many} have no place {without}; the list tells which.", number(edits)),
    }
}

/// Why an edit has no place.
pub const fn no_place(reason: Reason) -> &'static str {
    match reason {
        Reason::NoMention => "The name is no longer found there.",
        Reason::NoQuote => "The quotation is no longer found there.",
        Reason::NoWords => "Those are no words of one sentence. Select words inside a sentence.",
        Reason::Label => "That type or class is not known.",
        Reason::NoName => "A name needs at least one letter.",
        Reason::Alone => "There is nothing to take apart: every mention has these words.",
    }
}

fn who(reading: &Reading, speaker: Option<&Who>) -> String {
    match speaker {
        Some(Who::Mention(span)) => format!("“{}”", short(&reading.line(*span))),
        Some(Who::Name(name)) => short(name),
        None => "nobody in particular".to_owned(),
    }
}

fn type_called(name: &str) -> String {
    EntityType::from_name(name).map_or_else(|| name.to_owned(), |it| type_name(it).to_lowercase())
}

fn short(words: &str) -> String {
    match words.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{} …", words.get(..end).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_reads_as_a_sentence() {
        let reading =
            Reading::new(crate::messages::answer_for("Ana Ruiz said the plan works.").document().unwrap());
        let name = SpanRecord { start: 0, end: 8 };
        let to = |entity_type: &str| Edit::Retype { name, entity_type: entity_type.into() };
        assert_eq!(edit(&reading, &to("ORG")), "“Ana Ruiz” is of the type “organisation”.");
        let quote =
            whosaid::corrections::QuotePlace { content: vec![SpanRecord { start: 14, end: 28 }], cue: None };
        let said = Edit::SetSpeaker { quote, speaker: Some(Who::Mention(name)) };
        assert_eq!(edit(&reading, &said), "“the plan works” is said by “Ana Ruiz”.");
        assert_eq!(short(&"x".repeat(61)).chars().count(), 62);
    }
}
