//! Forms of news, each with the attributions that must be found in it.

use std::sync::LazyLock;

use whosaid::analyze::{Analysis, analyze_layers};
use whosaid::quotes::Speaker;
use whosaid::text::IdRange;
use whosaid::{Input, Models, Options, Strictness};

static MODELS: LazyLock<Models> = LazyLock::new(|| Models::builtin().unwrap());

fn analysed(text: &str) -> Analysis {
    analyze_layers(&Input::text(text), &MODELS, &Options::default()).unwrap()
}

/// `source | cue | content | class, polarity` of each quote.
fn found(text: &str) -> Vec<String> {
    let a = analysed(text);
    let words = |tokens: IdRange<_>| {
        let span = a.segments.span_of(tokens).unwrap();
        a.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let rows = a.quotes.table.rows().iter();
    rows.map(|quote| {
        let content: Vec<_> = quote.content.iter().map(|piece| words(*piece)).collect();
        format!(
            "{} | {} | {} | {}, {}",
            quote.source.map_or("-".to_owned(), words),
            quote.cue.map_or("-".to_owned(), words),
            content.join(" … "),
            quote.class.name(),
            quote.polarity.name(),
        )
    })
    .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(found(text), expected, "{text}");
}

#[test]
fn a_clause_after_a_verb_of_saying() {
    check(
        "Raman said that the bridge could carry cars.",
        &["Raman | said | that the bridge could carry cars | statement, asserted"],
    );
    check(
        "The minister announced the talks would begin on Monday.",
        &["The minister | announced | the talks would begin on Monday | statement, asserted"],
    );
}

#[test]
fn marks_before_and_after_the_cue() {
    check(
        "“It will hold,” said Priya Raman, the city's chief engineer.",
        &["Priya Raman, the city's chief engineer | said | It will hold, | statement, asserted"],
    );
    check("Raman said: “It will hold.”", &["Raman | said | It will hold. | statement, asserted"]);
}

#[test]
fn an_interrupted_quotation_is_one() {
    check(
        "“Every model we ran,” he told this newspaper, “shows the same water.”",
        &["he | told | Every model we ran, … shows the same water. | statement, asserted"],
    );
}

#[test]
fn a_quotation_that_goes_on_after_the_cue_is_one() {
    check(
        "“We asked for jobs,” Zielinski said. “Now we have them.”",
        &["Zielinski | said | We asked for jobs, … Now we have them. | statement, asserted"],
    );
}

#[test]
fn directives_keep_the_addressee_apart() {
    check(
        "Brandt urged the farmers to apply for grants.",
        &["Brandt | urged | to apply for grants | directive, asserted"],
    );
    check(
        "Macron called on Netanyahu and Haniyeh to find common ground.",
        &["Macron | called on | to find common ground | directive, asserted"],
    );
}

#[test]
fn according_to_on_either_side() {
    check(
        "According to the log, the radar failed twice.",
        &["the log | According to | the radar failed twice | statement, asserted"],
    );
    check(
        "The radar failed twice, according to the log.",
        &["the log | according to | The radar failed twice | statement, asserted"],
    );
}

#[test]
fn negation_and_modals_are_hypothetical() {
    check(
        "Pask did not say who had read his notes.",
        &["Pask | did not say | who had read his notes | statement, hypothetical"],
    );
}

#[test]
fn denials_are_denied() {
    check(
        "Tolliver denied that she had seen the letter.",
        &["Tolliver | denied | that she had seen the letter | statement, denied"],
    );
}

#[test]
fn every_fact_has_a_row_in_its_table() {
    use whosaid::quotes::passage::{FACTS, PAIR_FACTS, PairFacts};
    let a = analysed(
        "Raman: Bridge Holds\n\n“It will hold,” he told CNN on Monday, according to Raman. She called for calm.\n\n\
         “They came, they “saw”,” she said.",
    );
    let passages =
        whosaid::quotes::passages(&a.text, &a.blocks, &a.segments, &a.syntax, &a.mentions, &a.coref, &MODELS);
    let [passage] = &passages[..] else { panic!("{} passages", passages.len()) };
    assert_eq!((passage.start(), passage.len()), (0, a.segments.tokens.len()));
    for cue in 0..passage.len() {
        assert!(passage.facts(cue).iter().all(|fact| usize::from(*fact) < FACTS), "{:?}", passage.facts(cue));
        let window = passage.window(cue);
        assert!(window.contains(&cue) && window.end <= passage.len());
        let of_pair = PairFacts::new(passage, cue);
        for at in window {
            let mut facts = Vec::new();
            of_pair.facts(at, &mut facts);
            assert!(
                !facts.is_empty() && facts.iter().all(|fact| usize::from(*fact) < PAIR_FACTS),
                "{facts:?}"
            );
        }
    }
}

#[test]
fn there_is_nobody() {
    let a = analysed("Currently, there are no reports of injuries from the attack.");
    assert!(a.quotes.table.rows().iter().all(|quote| quote.speaker.is_none()), "{:?}", a.quotes.table);
}

#[test]
fn scare_quotes_are_no_quotation() {
    check("There was some “rudeness” in the hall.", &[]);
}

#[test]
fn a_nickname_is_no_quotation() {
    check("Dwayne “The Rock” Johnson smiled.", &[]);
}

#[test]
fn the_first_person_inside_marks_is_the_speaker() {
    let a = analysed("“I am done,” said June Calloway.");
    let quote = a.quotes.table.rows().first().unwrap();
    let Some(Speaker::Entity(speaker)) = quote.speaker else { panic!("no speaker: {quote:?}") };
    let linked: Vec<_> = a.quotes.self_mentions.iter().map(|(_, entity)| *entity).collect();
    assert_eq!(linked, [speaker]);
}

#[test]
fn a_nested_quote_knows_its_parent() {
    let a = analysed("The engineer said that Ruiz had told reporters that the set was failing.");
    let rows = a.quotes.table.rows();
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(rows[1].parent.map(|id| id.0), Some(0));
}

#[test]
fn a_person_before_a_colon_in_a_headline() {
    check("Raman: Bridge Will Hold", &["Raman | : | Bridge Will Hold | statement, asserted"]);
}

#[test]
fn the_place_of_the_words_is_no_part_of_them() {
    check(
        "The bridge will hold, the engineer said in a statement.",
        &["the engineer | said | The bridge will hold | statement, asserted"],
    );
    check(
        "The bridge, Raman said, could carry cars again by June.",
        &["Raman | said | The bridge … could carry cars again by June | statement, asserted"],
    );
    check(
        "The mayor wrote on Twitter that the road would open in May.",
        &["The mayor | wrote | that the road would open in May | statement, asserted"],
    );
    check(
        "“This is a disgrace,” Holm posted on Facebook on Monday.",
        &["Holm | posted | This is a disgrace, | statement, asserted"],
    );
}

#[test]
fn somebody_is_told() {
    check(
        "Ruiz told the council that the bridge was safe.",
        &["Ruiz | told | that the bridge was safe | statement, asserted"],
    );
    check(
        "Officials warned residents to stay indoors.",
        &["Officials | warned | to stay indoors | directive, asserted"],
    );
}

#[test]
fn nobody_is_named() {
    check(
        "It is expected that the council will vote on Friday.",
        &["- | is expected | that the council will vote on Friday | belief, asserted"],
    );
}

#[test]
fn polls_reports_and_documents_say_things() {
    check(
        "The report says that 40 people died in the fire.",
        &["The report | says | that 40 people died in the fire | statement, asserted"],
    );
    check(
        "Documents show that the company knew of the danger.",
        &["Documents | show | that the company knew of the danger | evidence, asserted"],
    );
}

#[test]
fn relative_clauses_report() {
    check(
        "Brandt, who said the money was gone, resigned on Tuesday.",
        &["who | said | the money was gone | statement, asserted"],
    );
}

#[test]
fn beliefs_hopes_and_vows() {
    check(
        "Experts believe the river may rise.",
        &["Experts | believe | the river may rise | belief, asserted"],
    );
    check(
        "Voters fear that prices will rise.",
        &["Voters | fear | that prices will rise | belief, asserted"],
    );
    check("Falk vowed to appeal.", &["Falk | vowed | to appeal | statement, asserted"]);
}

#[test]
fn what_is_called_something() {
    check(
        "Critics complain about what she calls a waste.",
        &[
            "Critics | complain about | what she calls a waste | statement, asserted",
            "she | calls | a waste | statement, asserted",
        ],
    );
}

#[test]
fn what_was_proposed_by_somebody() {
    check(
        "Holm said that the town could not accept the terms proposed by the union.",
        &[
            "Holm | said | that the town could not accept the terms proposed by the union | statement, asserted",
            "the union | proposed | the terms | statement, asserted",
        ],
    );
}

#[test]
fn what_followed_from_the_saying_is_the_writers() {
    let found =
        found("Gallant stated that Israel has evidence, prompting the army to prepare for an offensive.");
    assert!(found.iter().any(|quote| quote.contains("| that Israel has evidence |")), "{found:?}");
}

#[test]
fn stricter_is_less() {
    let text = include_str!("../seeds/articles/wire-story.txt");
    let [strict, balanced, everything] = Strictness::ALL.map(|strictness| {
        let options = Options { strictness, ..Options::default() };
        analyze_layers(&Input::text(text), &MODELS, &options).unwrap().quotes.table.len()
    });
    assert!(0 < strict && strict < balanced && balanced < everything, "{strict} {balanced} {everything}");
}
