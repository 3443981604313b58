//! Finding first in words.

use whosaid::document::ValueRecord;
use whosaid::views::{Agreement, ReaderMark, Verdict, value_words};

use super::{count, number};
use crate::reading::Reading;
use crate::state::State;
use crate::state::find::{Stage, Told};

/// What it is called, everywhere.
pub const NAME: &str = "Find it first";

/// What it is, in a sentence.
pub const ABOUT: &str = "Mark who said what yourself, then see what the program found in the same words.";

/// What stands where nobody is named.
pub const NOBODY: &str = "nobody named";

/// Letters of a mark that stand in a sentence about it.
const SHORT: usize = 60;

/// Who says a mark.
pub fn speaker(mark: &ReaderMark) -> &str {
    mark.speaker.as_deref().unwrap_or(NOBODY)
}

/// How many marks there are.
pub fn marks(marks: usize) -> String {
    match marks {
        0 => "No marks yet".to_owned(),
        marks => count(marks, "mark", "marks"),
    }
}

/// What a screen reader hears when something changes.
pub fn announcement(state: &State, agreement: impl FnOnce(&Reading) -> Agreement) -> String {
    let find = &state.find;
    let Some(reading) = &state.reading else { return String::new() };
    let said = |mark: &ReaderMark| format!("“{}”, {}", short(&reading.line(mark.words)), speaker(mark));
    let marks = marks(find.marked.marks.len());
    match (find.setting.stage, &find.told) {
        (Stage::Choosing, _) => String::new(),
        (Stage::Compared, _) => figures(&agreement(reading)).join(" "),
        (Stage::Marking, Some(Told::Marked(mark))) => format!("Marked: {}. {marks}.", said(mark)),
        (Stage::Marking, Some(Told::Removed(mark))) => format!("Removed: {}. {marks}.", said(mark)),
        (Stage::Marking, Some(Told::Undone)) => format!("Taken back. {marks}."),
        (Stage::Marking, Some(Told::NoWords)) => {
            "There are no words to mark in what you selected.".to_owned()
        }
        (Stage::Marking, None) => "The text is ready to be marked.".to_owned(),
    }
}

fn short(words: &str) -> String {
    match words.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{} …", words.get(..end).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

/// The heading of a kind of row.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Both => "Found by both",
        Verdict::OtherSpeaker => "The same words, another speaker",
        Verdict::OnlyReader => "Only you",
        Verdict::OnlyProgram => "Only the program",
    }
}

/// What a kind of row means.
pub const fn about(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Both => "The same words, and the same speaker.",
        Verdict::OtherSpeaker => "You found the same words. Who is right about the speaker?",
        Verdict::OnlyReader => {
            "The program has nothing here. It misses about three quotations in ten, so you may well be right."
        }
        Verdict::OnlyProgram => {
            "You have nothing here. Look again: does somebody say, think or report these words? If not, the program is wrong."
        }
    }
}

/// Agreement in sentences, the first for everybody.
pub fn figures(agreement: &Agreement) -> Vec<String> {
    let of = |verdict| agreement.count(verdict);
    let [both, other, reader, program] = Verdict::ALL.map(of);
    let all = agreement.rows.len();
    let first = match all {
        0 => "Neither you nor the program marked anything.".to_owned(),
        1 if both == 1 => "You and the program agree on the one quotation that was marked.".to_owned(),
        all if both == all => {
            format!("You and the program agree on all {} quotations.", number(all))
        }
        all => format!(
            "You and the program agree on {} of {}.",
            number(both),
            count(all, "quotation", "quotations")
        ),
    };
    let yours = both + other + reader;
    let mut sentences = vec![first];
    if yours > 0 {
        let found = both + other;
        let them = match (yours, found) {
            (1, 1) => "The program also found the one that you marked".to_owned(),
            (1, _) => "The program did not find the one that you marked".to_owned(),
            (_, 0) => format!("Of your {} quotations it found none", number(yours)),
            (_, all) if all == yours => format!("It found all {} that you marked", number(yours)),
            _ => format!("Of the {} that you marked it found {}", number(yours), number(found)),
        };
        let speaker = match other {
            0 => String::new(),
            1 => ", once with another speaker".to_owned(),
            2 => ", twice with another speaker".to_owned(),
            _ => format!(", {} times with another speaker", number(other)),
        };
        sentences.push(format!("{them}{speaker}."));
    }
    if program > 0 {
        sentences.push(format!("It marked {} that you did not.", number(program)));
    }
    sentences
}

/// A day of ISO 8601 as people write it.
pub fn day(iso: String) -> String {
    value_words(&ValueRecord { kind: "date".to_owned(), iso: Some(iso), ..ValueRecord::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use whosaid::document::SpanRecord;
    use whosaid::views::AgreementRow;

    fn agreement(counts: [usize; 4]) -> Agreement {
        let place = SpanRecord { start: 0, end: 1 };
        let row = |verdict| AgreementRow { verdict, marks: Vec::new(), quote: None, place };
        let rows = Verdict::ALL.iter().zip(counts).flat_map(|(verdict, times)| vec![row(*verdict); times]);
        Agreement { rows: rows.collect() }
    }

    #[test]
    fn agreement_reads_as_people_say_it() {
        let told = |counts| figures(&agreement(counts)).join(" ");
        assert_eq!(
            told([7, 1, 1, 2]),
            "You and the program agree on 7 of 11 quotations. Of the 9 that you marked it found 8, once with another speaker. \
             It marked 2 that you did not."
        );
        assert_eq!(told([0, 0, 0, 0]), "Neither you nor the program marked anything.");
        assert_eq!(
            told([3, 0, 0, 0]),
            "You and the program agree on all 3 quotations. It found all 3 that you marked."
        );
        assert_eq!(
            told([0, 0, 1, 0]),
            "You and the program agree on 0 of 1 quotation. The program did not find the one that you marked."
        );
        assert!(
            told([0, 3, 0, 0]).ends_with("It found all 3 that you marked, 3 times with another speaker.")
        );
        assert!(told([0, 0, 2, 0]).ends_with("Of your 2 quotations it found none."));
    }

    #[test]
    fn a_day_is_written_out() {
        assert_eq!(day("2026-05-09".into()), "9 May 2026");
        assert_eq!(day("2026-12-31".into()), "31 December 2026");
    }
}
