//! Strict F of marked stretches, where a corpus may leave some open.

use std::collections::BTreeMap;

use super::{Figure, rounded};

/// A stretch that a corpus marks, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Gold {
    pub start: usize,
    pub end: usize,
    /// `None` where the corpus marks something that no class of ours answers: what is found there says nothing.
    pub class: Option<&'static str>,
}

/// A stretch that was found.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub start: usize,
    pub end: usize,
    pub class: &'static str,
    /// Whether it is a false alarm where the corpus marks nothing. Not so for classes that the corpus does not mark
    /// by themselves: then only what meets a marked stretch can be judged.
    pub alarm: bool,
}

/// How one stretch that was found, or missed, stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    /// Found where it is not.
    Wrong,
    /// It cannot be judged.
    Open,
}

/// Counts of one class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub gold: usize,
    pub found: usize,
    pub right: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.right += other.right;
    }

    /// Precision, recall and F in per cent.
    pub fn scores(self) -> (f64, f64, f64) {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let f = share(2 * self.right, self.gold + self.found);
        (share(self.right, self.found), share(self.right, self.gold), f)
    }

    fn figure(self, name: &str) -> Figure {
        let (precision, recall, score) = self.scores();
        Figure {
            name: name.to_owned(),
            score: rounded(score),
            precision: Some(rounded(precision)),
            recall: Some(rounded(recall)),
            count: self.gold,
        }
    }
}

/// Counts by class.
#[derive(Clone, Debug, Default)]
pub struct Tallies(BTreeMap<&'static str, Tally>);

impl Tallies {
    /// Counts one text: right is what has edges and class of a marked stretch, each once. Gives a verdict for each of
    /// `found`, and whether each of `gold` was found.
    pub fn count(&mut self, gold: &[Gold], found: &[Found]) -> (Vec<Verdict>, Vec<bool>) {
        let mut met = vec![false; gold.len()];
        let mut verdicts = Vec::with_capacity(found.len());
        for mark in found {
            let same = |(at, other): (usize, &Gold)| {
                !met[at] && (other.start, other.end, other.class) == (mark.start, mark.end, Some(mark.class))
            };
            let twin = gold.iter().enumerate().position(same);
            if let Some(at) = twin {
                met[at] = true;
            }
            let mut over = gold.iter().filter(|other| other.start < mark.end && mark.start < other.end);
            let verdict = match twin {
                Some(_) => Verdict::Right,
                None if over.clone().any(|other| other.class.is_none()) => Verdict::Open,
                None if !mark.alarm && over.next().is_none() => Verdict::Open,
                None => Verdict::Wrong,
            };
            if verdict != Verdict::Open {
                let tally = self.0.entry(mark.class).or_default();
                tally.found += 1;
                tally.right += usize::from(verdict == Verdict::Right);
            }
            verdicts.push(verdict);
        }
        for mark in gold {
            if let Some(class) = mark.class {
                self.0.entry(class).or_default().gold += 1;
            }
        }
        (verdicts, met)
    }

    /// A figure for each class in the order given; `micro`: all together; `macro`: the mean of the classes' F.
    pub fn figures(&self, classes: &[&str]) -> Vec<Figure> {
        let mut all = Tally::default();
        let mut sum = 0.0;
        let mut figures = Vec::new();
        for class in classes {
            let tally = self.0.get(class).copied().unwrap_or_default();
            all.add(tally);
            sum += tally.scores().2;
            figures.push(tally.figure(class));
        }
        figures.push(all.figure("micro"));
        let score = rounded(sum / classes.len().max(1) as f64);
        figures.push(Figure {
            name: "macro".to_owned(),
            score,
            precision: None,
            recall: None,
            count: all.gold,
        });
        figures
    }
}

/// The edges that the exam of names compares: without "the" or a form of address before, without a possessive mark
/// after, without punctuation at either side. Corpora differ in these, and no reader minds.
pub fn trimmed(text: &str, start: usize, end: usize) -> (usize, usize) {
    const BEFORE: &[char] = &['"', '\'', '“', '”', '‘', '’', '(', ',', '.', ';', ':', '-'];
    const AFTER: &[char] = &['"', '\'', '“', '”', '‘', '’', ')', ',', ';', ':'];
    const ADDRESS: [&str; 11] = ["the", "mr", "mrs", "ms", "miss", "dr", "sir", "sen", "rep", "gov", "prof"];
    let words = text.get(start..end).unwrap_or("");
    let cut = |words: &str| -> usize {
        let rest = words.trim_start_matches(|c: char| c.is_whitespace() || BEFORE.contains(&c));
        words.len() - rest.len()
    };
    let mut from = cut(words);
    let rest = &words[from..];
    let letters = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let (first, after) = rest.split_at(letters);
    let after = after.strip_prefix('.').unwrap_or(after);
    if ADDRESS.iter().any(|word| word.eq_ignore_ascii_case(first)) && after.starts_with(char::is_whitespace) {
        from += rest.len() - after.len();
        from += cut(after);
    }
    if from == words.len() {
        from = 0;
    }
    let words = &words[from..];
    let mut kept = words.trim_end_matches(|c: char| c.is_whitespace() || AFTER.contains(&c));
    kept = kept.strip_suffix("'s").or_else(|| kept.strip_suffix("’s")).unwrap_or(kept);
    let kept = if kept.is_empty() { words } else { kept };
    (start + from, start + from + kept.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gold(start: usize, end: usize, class: Option<&'static str>) -> Gold {
        Gold { start, end, class }
    }

    fn found(start: usize, end: usize, class: &'static str) -> Found {
        Found { start, end, class, alarm: true }
    }

    #[test]
    fn same_edges_and_class_are_right_and_nothing_else() {
        let mut tallies = Tallies::default();
        let marks = [
            gold(0, 5, Some("person")),
            gold(10, 30, Some("org")),
            gold(40, 45, Some("place")),
            gold(50, 55, Some("place")),
        ];
        let guesses = [
            found(0, 5, "person"),
            // a part of the organisation, and one around it
            found(10, 20, "org"),
            found(10, 35, "org"),
            // the right edges with the wrong class
            found(40, 45, "org"),
            found(60, 65, "place"),
        ];
        let (verdicts, met) = tallies.count(&marks, &guesses);
        use Verdict::{Right, Wrong};
        assert_eq!(verdicts, [Right, Wrong, Wrong, Wrong, Wrong]);
        assert_eq!(met, [true, false, false, false]);
        assert_eq!(tallies.0["person"], Tally { gold: 1, found: 1, right: 1 });
        assert_eq!(tallies.0["org"], Tally { gold: 1, found: 3, right: 0 });
        assert_eq!(tallies.0["place"], Tally { gold: 2, found: 1, right: 0 });
        let figures = tallies.figures(&["person", "org", "place"]);
        let scores: Vec<f64> = figures.iter().map(|figure| figure.score).collect();
        // one of four marked, one of five found: 2 / 9; the mean of 100, 0 and 0
        assert_eq!(scores, [100.0, 0.0, 0.0, 22.22, 33.33]);
        assert_eq!((figures[3].precision, figures[3].recall), (Some(20.0), Some(25.0)));
    }

    #[test]
    fn a_marked_stretch_is_found_once() {
        let mut tallies = Tallies::default();
        tallies.count(&[gold(0, 5, Some("org"))], &[found(0, 5, "org"), found(0, 5, "org")]);
        assert_eq!(tallies.0["org"], Tally { gold: 1, found: 2, right: 1 });
    }

    #[test]
    fn what_the_corpus_leaves_open_is_not_counted() {
        let mut tallies = Tallies::default();
        let marks = [gold(0, 5, None), gold(10, 20, Some("place")), gold(30, 40, Some("org"))];
        let quiet = |start, end| Found { start, end, class: "place", alarm: false };
        let guesses = [
            // where the corpus marks what is no class of ours
            found(2, 5, "place"),
            // of a class that the corpus has no word for: open by itself, right or wrong where it marks a name
            quiet(50, 60),
            quiet(10, 20),
            quiet(30, 40),
        ];
        let (verdicts, _) = tallies.count(&marks, &guesses);
        assert_eq!(verdicts, [Verdict::Open, Verdict::Open, Verdict::Right, Verdict::Wrong]);
        assert_eq!(tallies.0["place"], Tally { gold: 1, found: 2, right: 1 });
        assert_eq!(tallies.0["org"], Tally { gold: 1, found: 0, right: 0 });
    }

    #[test]
    fn a_class_never_seen_counts_as_nothing() {
        let figures = Tallies::default().figures(&["event"]);
        assert_eq!((figures[0].score, figures[0].count), (0.0, 0));
    }

    #[test]
    fn articles_address_and_marks_at_the_edges_do_not_count() {
        let check = |words: &str, left: &str| {
            let text = format!("x {words}");
            let (start, end) = trimmed(&text, 2, text.len());
            assert_eq!(&text[start..end], left, "{words}");
        };
        check("the Senate", "Senate");
        check("The Hague", "Hague");
        check("Mr. Brown’s", "Brown");
        check("“Dr Ana Ruiz,”", "Ana Ruiz");
        check("Senators", "Senators");
        check("U.S.", "U.S.");
        check("the", "the");
        check("…", "…");
    }
}
