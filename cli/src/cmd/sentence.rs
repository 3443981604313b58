//! `whosaid explain --sentence`: how one sentence was read, layer by layer.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;
use whosaid::explain::{CueLayer, NameLayer, QuoteLayer, ReferenceLayer, SentenceLayers, Who, WordLayer};
use whosaid::labels::{Deprel, EntityType, Upos};
use whosaid::views::{deprel_words, type_words, upos_words};

use super::explain::confidence;
use crate::report::{Look, Piece, wrapped};

/// Widest column of words and lemmas.
const WIDEST: usize = 20;

/// The layers in the order of the stages. `sentences` is how many the text has.
pub fn explained(layers: &SentenceLayers, sentences: usize, look: &Look) -> String {
    let mut page = Page { out: String::new(), look };
    page.row("Sentence", &format!("{} of 0 to {}, {}", layers.id, sentences.saturating_sub(1), layers.block));
    page.row("Text", &layers.cleaned.split_whitespace().collect::<Vec<_>>().join(" "));
    if layers.changes.is_empty() {
        page.row("Cleaned", "nothing had to be changed");
    }
    for (at, change) in layers.changes.iter().enumerate() {
        let became =
            if change.cleaned.is_empty() { "dropped".to_owned() } else { format!("{:?}", change.cleaned) };
        let told = format!("{:?} at {}: {became} ({})", change.given, change.start, change.kind);
        page.row(if at == 0 { "Cleaned" } else { "" }, &told);
    }
    page.out.push('\n');
    page.out += &words(&layers.words);
    if layers.left_out > 0 {
        page.row("", &format!("… and {} words more", layers.left_out));
    }
    for name in &layers.names {
        page.name(name);
    }
    for reference in &layers.references {
        page.reference(reference);
    }
    for cue in &layers.cues {
        page.cue(cue);
    }
    for quote in &layers.quotes {
        page.quote(quote);
    }
    page.out
}

/// A line a word: the word, its lemma, its tags with what else it may be, and the word it depends on.
fn words(all: &[WordLayer]) -> String {
    let widest =
        |of: fn(&WordLayer) -> &str| all.iter().map(|word| of(word).width()).max().unwrap_or(0).min(WIDEST);
    let (forms, lemmas) = (widest(|word| &word.text), widest(|word| &word.lemma));
    let first = all.first().map_or(0, |word| word.id);
    let pad = |text: &str, width: usize| format!("{text}{}", " ".repeat(width.saturating_sub(text.width())));
    let mut out = String::new();
    for word in all {
        let guesses = word.guesses.iter().map(|guess| {
            let tag = Upos::from_name(&guess.upos).map(upos_words).unwrap_or(&guess.upos);
            format!("{tag} {:.0}%", guess.share * 100.0)
        });
        let guesses = guesses.collect::<Vec<_>>().join(", ");
        let (form, lemma) = (pad(&word.text, forms), pad(&word.lemma, lemmas));
        out += &format!("  {form}  {lemma}  {:<6}{:<6}{}", word.upos, word.xpos, pad(&guesses, 26));
        let relation = Deprel::from_name(&word.deprel).map(deprel_words).unwrap_or(&word.deprel);
        let head = word.head.and_then(|head| all.get(head.checked_sub(first)? as usize));
        out += &match (head, word.head) {
            (Some(head), _) => format!("  {relation} ← {}\n", head.text),
            (None, Some(_)) => format!("  {relation} ← …\n"),
            (None, None) => format!("  {relation}\n"),
        };
    }
    out
}

struct Page<'a> {
    out: String,
    look: &'a Look,
}

impl Page<'_> {
    fn row(&mut self, label: &str, words: &str) {
        if !words.is_empty() {
            self.out += &wrapped(&[Piece::new(Style::new(), words)], &format!("{label:<13}"), self.look);
        }
    }

    fn name(&mut self, name: &NameLayer) {
        self.out.push('\n');
        self.row("Name", &name.at.text);
        self.row("In full", named(name.entity.as_ref().filter(|who| who.name != name.at.text)));
        let taken_for = EntityType::from_name(&name.entity_type).map(type_words).unwrap_or(&name.entity_type);
        self.row("Taken for", &format!("{taken_for}: {}", confidence(name.confidence)));
        let guesses = name.guesses.iter().map(|guess| {
            let kind = guess.entity_type.as_deref();
            let words = kind.map(|kind| EntityType::from_name(kind).map(type_words).unwrap_or(kind));
            format!("{} {:.0}%", words.unwrap_or("no name"), guess.share * 100.0)
        });
        self.row("Guesses", &guesses.collect::<Vec<_>>().join(", "));
    }

    fn reference(&mut self, reference: &ReferenceLayer) {
        self.out.push('\n');
        self.row(if reference.kind == "pronoun" { "Pronoun" } else { "Description" }, &reference.at.text);
        self.row("Means", reference.entity.as_ref().map_or("nobody that was found", |who| &who.name));
        let linked = reference.antecedent.as_ref().map(|linked| format!(", through “{}”", linked.text));
        self.row("Settled", &format!("{}{}", settled(&reference.how), linked.unwrap_or_default()));
        for (at, candidate) in reference.candidates.iter().enumerate() {
            let who = candidate.entity.as_ref().map_or("nobody", |who| &who.name);
            let nearest = candidate.nearest.as_ref().filter(|near| near.text != who);
            let nearest = nearest.map_or_else(String::new, |near| format!(" (“{}”)", near.text));
            let chosen = if candidate.chosen { " ← chosen" } else { "" };
            let share = candidate.share * 100.0;
            let told = format!("{share:>3.0}%  {:>+6.2}  {who}{nearest}{chosen}", candidate.score);
            self.row(if at == 0 { "Candidates" } else { "" }, &told);
        }
    }

    fn cue(&mut self, cue: &CueLayer) {
        self.out.push('\n');
        self.row("Cue", &cue.at.text);
        let likelihood =
            cue.likelihood.map_or_else(|| "found by a rule".to_owned(), |it| format!("{:.0}%", it * 100.0));
        let makes = cue.quote.map_or_else(|| "no quotation".to_owned(), |quote| format!("quotation {quote}"));
        self.row("Likelihood", &format!("{likelihood}; makes {makes}"));
    }

    fn quote(&mut self, quote: &QuoteLayer) {
        self.out.push('\n');
        let content: Vec<_> = quote.content.iter().map(|piece| piece.text.as_str()).collect();
        self.row(&format!("Quotation {}", quote.id), &content.join(" … "));
        self.row("Cue", quote.cue.as_ref().map_or("", |cue| &cue.text));
        self.row("Source", quote.source.as_ref().map_or("", |source| &source.text));
        self.row("Speaker", quote.speaker.as_ref().map_or("not told", |who| &who.name));
        self.row("To", &quote.addressees.iter().map(|who| who.name.as_str()).collect::<Vec<_>>().join(", "));
        self.row("Kind", &format!("{}, {}, {}", quote.kind, quote.class, quote.polarity));
        self.row("Confidence", &confidence(quote.confidence));
        self.row("Or else", quote.runner_up.as_ref().map_or("", |other| &other.text));
    }
}

fn named(who: Option<&Who>) -> &str {
    who.map_or("", |who| &who.name)
}

fn settled(how: &str) -> &str {
    match how {
        "weighed" => "by weighing the candidates",
        "grammar" => "by grammar",
        "speaker" => "it is whoever speaks in the quotation",
        "description" => "by its words",
        "first" => "nobody was mentioned so before",
        _ => "not at all",
    }
}
