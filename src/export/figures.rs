//! The numbers behind the figures of a [`Document`] as tables, each as RFC 4180 has it; docs/EXPORTS.md names their
//! columns.
//!
//! ```
//! use whosaid::{Input, Models, Options, analyze, export::figures};
//! let document = analyze(&Input::text("“We won,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
//! assert!(figures::share(&document).starts_with("speaker,speakerId,named,quotes,words,share\r\n"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use super::csv::record;
use crate::document::Document;
use crate::views::{self, CLASSES, Form, KINDS};

/// A row a voice: the words it is given, and their part of all that anyone is given, between 0 and 1.
pub fn share(document: &Document) -> String {
    let mut table = record(["speaker", "speakerId", "named", "quotes", "words", "share"]);
    for voice in views::voices(document) {
        let [name, id] = who(document, voice.speaker);
        let share = f64::from(voice.share_thousandths) / 1000.0;
        let numbers = [voice.quotes.len().to_string(), voice.words.to_string(), share.to_string()];
        table += &record([name, id, voice.named.to_string()].into_iter().chain(numbers));
    }
    table
}

/// A row a voice: its quotations, those of each kind and of each class.
pub fn manners(document: &Document) -> String {
    let mut table = record(["speaker", "speakerId", "quotes"].into_iter().chain(KINDS).chain(CLASSES));
    for (speaker, manner) in views::manners(document, &views::voices(document)).by_voice {
        let numbers = [manner.quotes].into_iter().chain(manner.kinds).chain(manner.classes);
        table += &record(who(document, speaker).into_iter().chain(numbers.map(|number| number.to_string())));
    }
    table
}

/// A row a place: where a name is mentioned, and where its bearer is quoted. `word` counts from 0; `words` is empty for
/// mentions.
pub fn appearances(document: &Document) -> String {
    let mut table = record(["name", "nameId", "type", "place", "word", "words"]);
    for name in views::appearances(document, &views::names(document)) {
        let mut add = |place: &str, word: u32, words: String| {
            let id = name.entity.map_or_else(String::new, |id| id.to_string());
            let [kind, place] = [name.entity_type.name(), place].map(str::to_owned);
            table += &record([name.name.clone(), id, kind, place, word.to_string(), words]);
        };
        for mention in &name.mentions {
            let form = match mention.form {
                Form::Name => "name",
                Form::Description => "nominal",
                Form::Pronoun => "pronoun",
            };
            add(form, mention.word, String::new());
        }
        for said in &name.said {
            add("content", said.start, said.end.saturating_sub(said.start).to_string());
        }
    }
    table
}

/// A row for each voice and whom it speaks of or to.
pub fn exchanges(document: &Document) -> String {
    let mut table = record(["speaker", "speakerId", "name", "nameId", "mentions", "addressed"]);
    for cell in views::exchanges(document, &views::voices(document)).cells {
        let numbers = [cell.mentions.to_string(), cell.addressed.to_string()];
        let parties = [who(document, cell.speaker), who(document, Some(cell.name))];
        table += &record(parties.into_iter().flatten().chain(numbers));
    }
    table
}

/// Name and number of an entity; empty for nobody.
fn who(document: &Document, id: Option<u32>) -> [String; 2] {
    let entity = id.and_then(|id| views::entity(document, id));
    entity.map_or_else(Default::default, |entity| [entity.name.clone(), entity.id.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;

    #[test]
    fn every_table_has_its_rows() {
        let mut document =
            document("[Ana, jr]{e0} told [Bo]{e1} [[she]{e0 pronoun} won]{q0 by e0}.", &["Ana, jr", "Bo"]);
        document.quotes[0].addressees = vec![1];
        assert_eq!(
            share(&document),
            "speaker,speakerId,named,quotes,words,share\r\n\"Ana, jr\",0,true,1,2,1\r\n"
        );
        assert_eq!(
            manners(&document),
            "speaker,speakerId,quotes,direct,mixed,indirect,statement,belief,directive,attitude,evidence\r\n\
             \"Ana, jr\",0,1,0,0,1,1,0,0,0,0\r\n"
        );
        assert_eq!(
            appearances(&document),
            "name,nameId,type,place,word,words\r\n\"Ana, jr\",0,PERSON,name,0,\r\n\"Ana, jr\",0,PERSON,pronoun,4,\r\n\
             \"Ana, jr\",0,PERSON,content,4,2\r\nBo,1,PERSON,name,3,\r\n"
        );
        assert_eq!(
            exchanges(&document),
            "speaker,speakerId,name,nameId,mentions,addressed\r\n\
             \"Ana, jr\",0,Bo,1,0,1\r\n\"Ana, jr\",0,\"Ana, jr\",0,1,0\r\n"
        );
    }

    #[test]
    fn where_there_is_nothing_only_the_first_lines_stand() {
        let empty = document("", &[]);
        for table in [share, manners, appearances, exchanges] {
            assert_eq!(table(&empty).lines().count(), 1);
        }
    }
}
