//! Sources in the words of news, each with the name of its speaker: what the rules of coreference and sources are for.

use std::sync::LazyLock;

use whosaid::analyze::analyze_layers;
use whosaid::quotes::Speaker;
use whosaid::{Input, Models, Options};

static MODELS: LazyLock<Models> = LazyLock::new(|| Models::builtin().unwrap());

/// The speaker of the last quote: the entity's main name, or the words that name nobody else.
fn last_speaker(text: &str) -> Option<String> {
    let a = analyze_layers(&Input::text(text), &MODELS, &Options::default()).unwrap();
    let tokens = match a.quotes.table.rows().last()?.speaker? {
        Speaker::Entity(entity) => a.mentions.table[a.coref.entities[entity].representative].tokens,
        Speaker::Phrase(tokens) => tokens,
    };
    Some(a.text.slice(a.segments.span_of(tokens)?).to_owned())
}

#[track_caller]
fn check(text: &str, speaker: &str) {
    assert_eq!(last_speaker(text).as_deref(), Some(speaker), "{text}");
}

#[test]
fn a_city_is_nobodys_he() {
    check(
        "Refugees are welcome in Clarkston. Every year more of them come to Clarkston.\n\n“Thanks, Clarkston, for \
         welcoming them,” said Omar Haddad, an engineer who came to Clarkston decades ago.\n\n“It is a good place,” he said.",
        "Omar Haddad",
    );
}

#[test]
fn shortened_titles_are_written_out_later() {
    check(
        "The vote is a victory for Gov. Scott Walker and his friends. The court was full.\n\nThe governor said that the \
         judge would serve ten years.",
        "Scott Walker",
    );
}

#[test]
fn a_title_without_capital_names_the_person_again() {
    check(
        "“His ideas are not welcome,” columnist Ai Jun wrote on Monday. Readers agreed.\n\nThe columnist said that the \
         trade would suffer.",
        "Ai Jun",
    );
}

#[test]
fn a_foundation_is_not_whom_it_is_named_for() {
    check(
        "Trayvon Martin was killed in Florida. The Trayvon Martin Foundation has an office in Miami.\n\nThe foundation said \
         that it would not comment.",
        "Trayvon Martin Foundation",
    );
}

#[test]
fn the_head_of_a_source_may_follow_a_hyphen() {
    check(
        "Oscar-winning actress Susan Sarandon said that she was not sure about the vote.",
        "Susan Sarandon",
    );
}

#[test]
fn a_newspaper_before_the_word_for_it() {
    check("As the nationalist Global Times tabloid noted, the candidate has fans in China.", "Global Times");
}
