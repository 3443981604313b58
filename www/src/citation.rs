//! A quotation with its source, to be copied into somebody's own text.

use whosaid::document::QuoteRecord;

use crate::reading::Reading;
use crate::words;

/// The same words in two forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
}

/// What is attributed, in quotation marks: who said it and how, and the headline it stands under. Words that are the
/// writer's and not the speaker's are said to be so: in quotation marks they would look like the speaker's.
pub fn citation(reading: &Reading, quote: &QuoteRecord) -> Citation {
    let said = inner_marks(&reading.line_of(quote));
    let speaker = reading.speaker(quote).map(|who| who.name.clone());
    let speaker = speaker.or_else(|| quote.source.map(|span| reading.line(span)));
    let cue = quote.cue.map(|span| reading.line(span)).filter(|cue| !cue.is_empty());
    let writer = (quote.kind == "indirect").then(|| words::quote_kind(&quote.kind).to_lowercase());
    let around: Vec<String> = [speaker, cue, writer].into_iter().flatten().collect();
    let title = reading.document.title.as_deref().map(one_line).filter(|title| !title.is_empty());
    let plain_title = title.as_ref().map(|title| format!("“{}”", inner_marks(title)));
    let html_title = title.map(|title| format!("<cite>{}</cite>", escaped(&title)));
    let html_around: Vec<String> = around.iter().map(|part| escaped(part)).collect();
    Citation {
        text: format!("“{said}”{}", source(around, plain_title)),
        html: format!("<p>“{}”{}</p>", escaped(&said), source(html_around, html_title)),
    }
}

fn source(mut parts: Vec<String>, title: Option<String>) -> String {
    parts.extend(title.map(|title| format!("in {title}")));
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks inside of marks are single ones.
fn inner_marks(text: &str) -> String {
    let mut open = false;
    text.chars()
        .map(|letter| match letter {
            '“' | '„' => '‘',
            '”' => '’',
            '"' => {
                open = !open;
                if open { '‘' } else { '’' }
            }
            other => other,
        })
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::answer_for;

    fn citations(text: &str) -> Vec<Citation> {
        let reading = Reading::new(answer_for(text).document().unwrap());
        reading.document.quotes.iter().map(|quote| citation(&reading, quote)).collect()
    }

    #[test]
    fn words_of_the_speaker_and_of_the_writer_are_told_apart() {
        let told = citations("“We won,” said Ana Ruiz. Ana Ruiz said that the plan works.");
        assert_eq!(told[0].text, "“We won” (Ana Ruiz, said)".replace("won”", "won,”"));
        assert_eq!(told[1].text, "“that the plan works” (Ana Ruiz, said, in the writer’s words)");
    }

    #[test]
    fn marks_inside_are_single_and_html_is_escaped() {
        let told = citations("Ana Ruiz said that the <b> plan is \"a gift\" & more.");
        assert!(told[0].text.contains("‘a gift’"), "{}", told[0].text);
        assert!(told[0].html.contains("&lt;b&gt;") && told[0].html.contains("&amp;"), "{}", told[0].html);
    }

    #[test]
    fn the_headline_is_part_of_the_source() {
        let mut document = answer_for("“We won,” said Ana Ruiz.").document().unwrap();
        document.title = Some("A “day”\n of joy".to_owned());
        let reading = Reading::new(document);
        let told = citation(&reading, &reading.document.quotes[0]);
        assert!(told.text.ends_with("(Ana Ruiz, said, in “A ‘day’ of joy”)"), "{}", told.text);
        assert!(told.html.contains("in <cite>A “day” of joy</cite>)"), "{}", told.html);
    }
}
