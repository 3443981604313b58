//! Sentences of the menu to save and share.

use super::{LIMIT_BYTES, number};
use crate::link::{LONGEST_LINK, LinkFault};
use crate::saving::Form;

/// What a form is called.
pub const fn form(form: Form) -> &'static str {
    match form {
        Form::Html => "Web page",
        Form::Json => "Analysis",
        Form::Csv => "Table",
        Form::Markdown => "Report",
        Form::WebAnnotation => "Web Annotations",
        Form::Tei => "TEI",
        Form::Conllu => "CoNLL-U",
        Form::BratMarks => "brat, marks",
        Form::BratText => "brat, text",
    }
}

/// For whom it is.
pub const fn form_use(form: Form) -> &'static str {
    match form {
        Form::Html => "To read, print or send on: the marked article as one file, without script.",
        Form::Json => {
            "To open here again as it is now, and for programs: everything that was found. Offsets count UTF-16."
        }
        Form::Csv => "For a spreadsheet: one row for each quotation.",
        Form::Markdown => "For notes and documents: voices, quotations and names in Markdown.",
        Form::WebAnnotation => "For annotation tools: W3C Web Annotations in JSON-LD.",
        Form::Tei => "For editions and digital humanities: TEI P5 in XML.",
        Form::Conllu => "For linguists: a line for each word, with its tree.",
        Form::BratMarks => "For annotators who use brat; it needs the text beside it.",
        Form::BratText => "The text that the marks of brat are about.",
    }
}

/// While a file is made.
pub const MAKING_FILE: &str = "Making the file …";

/// Where it cannot be made: the worker could not be loaded, or ran out of memory.
pub const NO_FILE: &str = "The file could not be made. Reload the page and try again; the text stays.";

/// How long a link has become.
pub fn link_length(characters: usize) -> String {
    format!("The text itself is in the link ({} characters); nothing is stored or sent.", number(characters))
}

/// Why a link cannot be made, or why its text cannot be read.
pub fn link_fault(fault: LinkFault) -> String {
    match fault {
        LinkFault::TooLong(characters) => format!(
            "This text is too long for a link: it would have {} characters, and many programs cut links of more than {}. \
             Save the analysis instead and send the file.",
            number(characters),
            number(LONGEST_LINK)
        ),
        LinkFault::NoCompression => "This browser cannot make such links. Save the analysis instead.".to_owned(),
        LinkFault::Damaged => "The link you opened is damaged: some of its characters are missing or changed. Ask for \
                               it again, as one piece. What you had here before is still here."
            .to_owned(),
        LinkFault::TooLarge => format!(
            "The link you opened holds more than the {} million characters that can be read here. What you had here \
             before is still here.",
            LIMIT_BYTES / 1_000_000
        ),
        LinkFault::Foreign => {
            "The link you opened holds no text that this page can read. What you had here before is still here.".to_owned()
        }
        LinkFault::Newer => "The link you opened was made by a newer Whosaid. Reload the page to get the newest. What \
                             you had here before is still here."
            .to_owned(),
    }
}
