//! The tree of a sentence as arcs: where each word stands, how high each arc goes. Made before any browser sets it.

use whosaid::explain::WordLayer;

use super::steps::{kind, relation};
use crate::components::figures::width_of;

/// Size of words and of what is written over and under them.
pub const WORD: f64 = 16.0;
pub const LABEL: f64 = 12.0;
/// Room between two words.
const GAP: f64 = 18.0;
/// Room on either side of a label on its arc.
const AIR: f64 = 14.0;
/// Height of one level of arcs.
const LEVEL: f64 = 24.0;
/// Room over the arcs for the words "main word", and under them for words and kinds.
const TOP: f64 = 26.0;
const FOOT: f64 = 52.0;
/// Arcs leave a word a little beside its middle, and come down in the middle.
const ASIDE: f64 = 5.0;
/// Radius of the corners of arcs.
const CORNER: f64 = 8.0;

/// A word in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its middle.
    pub x: f64,
    /// Its kind in plain English.
    pub kind: String,
    /// Whether it is a sign, whose arc is not drawn.
    pub sign: bool,
}

/// An arc from a word to one that hangs on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// The word that it leaves, counted in the sentence.
    pub head: usize,
    /// The word that hangs on it.
    pub word: usize,
    /// As what.
    pub label: String,
    /// From 1; arcs over others are higher.
    pub level: usize,
}

/// Everything in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// The words.
    pub words: Vec<Placed>,
    /// The arcs.
    pub arcs: Vec<Arc>,
    /// The word that hangs on nothing.
    pub root: Option<usize>,
    /// Size of the whole.
    pub width: f64,
    /// Size of the whole.
    pub height: f64,
    /// Where arcs end and words begin.
    pub ground: f64,
}

/// Places the words of a sentence and the arcs between them. Signs hang on words too, but tell nothing: their arcs are
/// left out.
pub fn shape(words: &[WordLayer]) -> Shape {
    let first = words.first().map_or(0, |word| word.id);
    let place = |id: u32| id.checked_sub(first).map(|at| at as usize).filter(|at| *at < words.len());
    let mut arcs: Vec<Arc> = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.deprel != "punct") {
        if let Some(head) = word.head.and_then(place) {
            arcs.push(Arc { head, word: at, label: relation(&word.deprel).to_owned(), level: 1 });
        }
    }
    arcs.sort_by_key(|arc| (arc.head.abs_diff(arc.word), arc.word));
    for at in 0..arcs.len() {
        let (below, rest) = arcs.split_at_mut(at);
        let Some(arc) = rest.first_mut() else { continue };
        let (from, to) = edges(arc);
        // Side by side they may stand at one height; what shares more than an end may not.
        let shares = |other: &&Arc| {
            let (start, end) = edges(other);
            start < to && from < end
        };
        arc.level = below.iter().filter(shares).map(|other| other.level + 1).max().unwrap_or(1);
    }
    let placed = place_words(words, &arcs);
    let levels = arcs.iter().map(|arc| arc.level).max().unwrap_or(0);
    let ground = TOP + levels as f64 * LEVEL + LEVEL / 2.0;
    let half = |at: usize| words.get(at).map_or(0.0, |word| wide(word) / 2.0);
    let last = placed.len().saturating_sub(1);
    Shape {
        width: placed.last().map_or(0.0, |word| word.x + half(last) + GAP / 2.0),
        height: ground + FOOT,
        root: words.iter().position(|word| word.head.is_none()),
        words: placed,
        arcs,
        ground,
    }
}

const fn edges(arc: &Arc) -> (usize, usize) {
    if arc.head < arc.word { (arc.head, arc.word) } else { (arc.word, arc.head) }
}

/// Room that a word takes, with its kind below.
fn wide(word: &WordLayer) -> f64 {
    width_of(&word.text, WORD).max(width_of(&kind(&word.upos), LABEL))
}

/// From left to right, each so far from those before that the words do not touch and each arc has room for its label.
fn place_words(words: &[WordLayer], arcs: &[Arc]) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let half = wide(word) / 2.0;
        let mut x = GAP / 2.0 + half;
        if let (Some(last), Some(before)) = (placed.last(), words.get(at.wrapping_sub(1))) {
            x = last.x + wide(before) / 2.0 + GAP + half;
        }
        for arc in arcs.iter().filter(|arc| edges(arc).1 == at) {
            if let Some(start) = placed.get(edges(arc).0) {
                x = x.max(start.x + width_of(&arc.label, LABEL) + AIR);
            }
        }
        let sign = word.deprel == "punct";
        placed.push(Placed { x, kind: kind(&word.upos), sign });
    }
    placed
}

impl Shape {
    /// Height of an arc's upper edge.
    pub fn top(&self, arc: &Arc) -> f64 {
        self.ground - arc.level as f64 * LEVEL
    }

    /// Both ends of an arc, the word that it leaves first.
    pub fn ends(&self, arc: &Arc) -> (f64, f64) {
        let x = |at: usize| self.words.get(at).map_or(0.0, |word| word.x);
        let aside = if arc.word > arc.head { ASIDE } else { -ASIDE };
        (x(arc.head) + aside, x(arc.word))
    }

    /// The line of an arc: up, across, down, round at the corners.
    pub fn line(&self, arc: &Arc) -> String {
        let ((from, to), top) = (self.ends(arc), self.top(arc));
        let turn = if to > from { CORNER } else { -CORNER };
        let turn = if (to - from).abs() < 2.0 * CORNER { (to - from) / 2.0 } else { turn };
        format!(
            "M{from:.1} {ground:.1}V{side:.1}Q{from:.1} {top:.1} {a:.1} {top:.1}H{b:.1}Q{to:.1} {top:.1} {to:.1} {side:.1}V{ground:.1}",
            ground = self.ground,
            side = top + CORNER,
            a = from + turn,
            b = to - turn,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(id: u32, text: &str, head: Option<u32>, deprel: &str) -> WordLayer {
        WordLayer {
            id,
            start: 0,
            end: 1,
            text: text.into(),
            lemma: text.into(),
            upos: "NOUN".into(),
            xpos: "NN".into(),
            guesses: Vec::new(),
            head,
            deprel: deprel.into(),
        }
    }

    #[test]
    fn arcs_over_others_are_higher_and_every_label_has_room() {
        let words = [
            word(7, "The", Some(8), "det"),
            word(8, "mayor", Some(9), "nsubj"),
            word(9, "said", None, "root"),
            word(10, "it", Some(11), "nsubj"),
            word(11, "works", Some(9), "ccomp"),
            word(12, ".", Some(9), "punct"),
        ];
        let shape = shape(&words);
        assert_eq!((shape.root, shape.arcs.len(), shape.words.len()), (Some(2), 4, 6));
        let level = |word: usize| shape.arcs.iter().find(|arc| arc.word == word).map(|arc| arc.level);
        assert_eq!([0, 1, 3, 4].map(level), [1, 1, 1, 2].map(Some));
        for arc in &shape.arcs {
            let (from, to) = shape.ends(arc);
            assert!((to - from).abs() > width_of(&arc.label, LABEL), "{arc:?}");
            assert!(shape.top(arc) > 0.0 && shape.top(arc) < shape.ground);
        }
        assert!(shape.words.windows(2).all(|pair| pair[0].x < pair[1].x));
        assert!(shape.words[5].sign && shape.width > shape.words[5].x);
    }

    #[test]
    fn no_two_arcs_of_one_height_share_more_than_an_end() {
        let text = include_str!("../../../../seeds/articles/court-report.txt");
        let models = whosaid::Models::builtin().unwrap();
        let (input, options) = (whosaid::Input::text(text), whosaid::Options::default());
        let analysis = whosaid::analyze::analyze_layers(&input, &models, &options).unwrap();
        let document = whosaid::document::build(&analysis.layers(), &input, &models, &options);
        for sentence in &document.sentences {
            let layers = analysis.explain_sentence(&document, &models, sentence.id).unwrap();
            let shape = shape(&layers.words);
            for (at, one) in shape.arcs.iter().enumerate() {
                for other in shape.arcs.iter().skip(at + 1).filter(|other| other.level == one.level) {
                    let ((a, b), (c, d)) = (edges(one), edges(other));
                    assert!(b <= c || d <= a, "{one:?} {other:?}");
                }
            }
        }
        assert_eq!(shape(&[]).arcs, []);
    }
}
