//! What is at hand to compare an article with, the likeliest first.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::reading::Reading;
use crate::samples::SAMPLES;
use crate::state::{Content, Entry, State};

/// Other files that came, the text that was here before, samples: those first that name whom the article names too, as
/// articles on one story do.
pub fn offers(state: &State, reading: &Reading) -> Vec<(String, Entry)> {
    let files = state.shelf.entries.iter().enumerate().filter(|(place, _)| *place != state.shelf.current);
    let files = files.map(|(_, entry)| (entry.name.to_string(), entry.clone()));
    let former = state.former.iter().map(|former| (former.title.to_string(), former.entry.clone()));
    let samples = SAMPLES.iter().filter(|sample| *sample.content != *state.source.content);
    let samples =
        samples.map(|sample| (sample.title.to_owned(), Entry::new("", Content::Text(sample.source()))));
    let mut offers: Vec<_> = files.chain(former).chain(samples).collect();
    let names = last_names(reading);
    offers.sort_by_cached_key(|(_, entry)| Reverse(shared(&names, entry)));
    offers
}

/// The last word of each name of people and organisations, which another article uses too.
fn last_names(reading: &Reading) -> BTreeSet<&str> {
    let named = reading.document.entities.iter().filter(|it| reading.is_named(it.id));
    let who = named.filter(|it| matches!(it.entity_type.as_str(), "PERSON" | "ORG"));
    who.filter_map(|it| it.name.split_whitespace().next_back()).collect()
}

/// How many of these names stand in a text.
fn shared(names: &BTreeSet<&str>, entry: &Entry) -> usize {
    let text = match &entry.content {
        Content::Text(source) => &*source.content,
        Content::Saved(analysed) => &analysed.reading.document.text,
    };
    let words: BTreeSet<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
    names.iter().filter(|name| words.contains(*name)).count()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::messages::answer_for;
    use crate::state::{Kept, Source};

    #[test]
    fn the_same_story_comes_first_and_the_article_itself_is_not_among_them() {
        let bridge = SAMPLES.iter().find(|sample| sample.file == "press-conference.txt").unwrap();
        let state = State::restored(Some(bridge.source()), Kept::default());
        let reading = Rc::new(Reading::new(answer_for(bridge.content).document().unwrap()));
        let offers = offers(&state, &reading);
        assert_eq!(offers.len(), SAMPLES.len() - 1);
        let rival = SAMPLES.iter().find(|sample| sample.file == "second-paper.txt").unwrap();
        assert_eq!(offers[0].0, rival.title);
        assert_eq!(offers[0].1.content, Content::Text(Source::text(rival.content)));
    }
}
