//! Counts words, endings and sequences of tags.

use std::collections::BTreeMap;

use whosaid::labels::{Upos, Xpos};
use whosaid::reading::casing::{Cased, Style, casing};
use whosaid::text::Case;

use crate::conllu::Word;

/// A tag of the tagger: a pair of both parts of speech.
pub type Pair = (Upos, Xpos);
type Counts<T> = BTreeMap<T, u32>;
/// Two or three tags in a row; `None` is the edge of the sentence.
type Costs<const N: usize> = BTreeMap<[Option<Pair>; N], u32>;

/// Pairs that are rarer are slips of annotation or hardly learnable; they count as the commonest pair with the
/// same fine part of speech.
const LEAST_PAIR: u32 = 90;
/// Words up to this count teach what unknown words are like, as in Brants's TnT.
const RARE: u32 = 10;
/// Triples seen less often add little and cost much.
const LEAST_TRIPLE: u32 = 4;

/// All counts.
pub struct TagCounts {
    /// The tags, commonest first, with their counts.
    pub tags: Vec<(Pair, u32)>,
    /// Tags of each form.
    pub words: BTreeMap<String, Counts<Pair>>,
    sentences: Vec<Vec<Pair>>,
    /// For each class of case and ending, tags of rare words.
    endings: BTreeMap<String, Counts<Pair>>,
}

/// How a form is looked up: as it is, or in lower case where its capital says nothing.
fn key(word: &Cased, style: Style, xpos: Xpos) -> String {
    let form = word.form.replace('’', "'");
    let name = matches!(xpos, Xpos::Nnp | Xpos::Nnps);
    let placed = word.starts || style != Style::Running;
    match word.case {
        Case::Title | Case::Upper if placed && !name && form != "I" => form.to_lowercase(),
        _ => form,
    }
}

impl TagCounts {
    /// Counts the sentences of a treebank.
    pub fn count(sentences: &[Vec<Word>]) -> Self {
        let mut all: Counts<Pair> = Counts::new();
        for word in sentences.iter().flatten() {
            *all.entry((word.upos, word.xpos)).or_default() += 1;
        }
        let mut kept: Vec<Pair> = all.iter().filter(|row| *row.1 >= LEAST_PAIR).map(|row| *row.0).collect();
        kept.sort_by_key(|pair| (std::cmp::Reverse(all[pair]), *pair));
        let nearest = |pair: Pair| {
            if kept.contains(&pair) {
                return pair;
            }
            kept.iter()
                .find(|other| other.1 == pair.1)
                .or_else(|| kept.iter().find(|other| other.0 == pair.0))
                .copied()
                .unwrap_or(kept[0])
        };
        let mut counts = Self {
            tags: Vec::new(),
            words: BTreeMap::new(),
            sentences: Vec::new(),
            endings: BTreeMap::new(),
        };
        let mut totals: Counts<Pair> = Counts::new();
        let mut rows: Vec<(String, char, Pair)> = Vec::new();
        for sentence in sentences {
            let (cased, style) = casing(sentence.iter().map(|word| word.form.as_str()));
            let pairs: Vec<Pair> = sentence.iter().map(|word| nearest((word.upos, word.xpos))).collect();
            for (word, pair) in cased.iter().zip(&pairs) {
                let key = key(word, style, pair.1);
                *totals.entry(*pair).or_default() += 1;
                *counts.words.entry(key.clone()).or_default().entry(*pair).or_default() += 1;
                let class = match word.case {
                    Case::None => '-',
                    _ if word.form.chars().any(char::is_numeric) => 'u',
                    Case::Lower | Case::Mixed => 'l',
                    Case::Title if word.starts => 's',
                    Case::Title if style == Style::Running => 't',
                    Case::Upper if style == Style::Running => 'u',
                    _ => '-',
                };
                rows.push((key, class, *pair));
            }
            counts.sentences.push(pairs);
        }
        for (key, class, pair) in &rows {
            let count: u32 = counts.words[key].values().sum();
            if *class != '-' && count <= RARE {
                counts.count_ending(*class, &key.to_lowercase(), *pair);
            }
        }
        counts.tags = kept.into_iter().map(|pair| (pair, totals[&pair])).collect();
        counts
    }

    fn count_ending(&mut self, class: char, lower: &str, pair: Pair) {
        let longest = if class == 'l' || class == 's' { 5 } else { 3 };
        let starts = lower.char_indices().rev().map(|(at, _)| at).take(longest);
        for start in starts.chain([lower.len()]) {
            let key = format!("{class}:{}", &lower[start..]);
            *self.endings.entry(key).or_default().entry(pair).or_default() += 1;
        }
    }

    /// What each ending makes likely, in thousandths, smoothed by the shorter endings.
    pub fn endings(&self) -> BTreeMap<String, Vec<(Pair, u32)>> {
        let mut smooth: BTreeMap<String, BTreeMap<Pair, f64>> = BTreeMap::new();
        let mut keys: Vec<&String> = self.endings.keys().collect();
        keys.sort_by_key(|key| (key.chars().count(), *key));
        let mut rows = BTreeMap::new();
        for key in keys {
            let counts = &self.endings[key];
            let total: u32 = counts.values().sum();
            let least = if key.chars().count() > 5 { 10 } else { 5 };
            if total < least && key.chars().count() > 2 {
                continue;
            }
            let parent = shorter(key);
            let mut shares: BTreeMap<Pair, f64> =
                counts.iter().map(|(pair, count)| (*pair, f64::from(*count))).collect();
            if let Some(parent) = parent.as_ref().and_then(|parent| smooth.get(parent)) {
                // The shorter ending counts as three more occurrences.
                for (pair, share) in parent {
                    *shares.entry(*pair).or_default() += 3.0 * share;
                }
            }
            let sum: f64 = shares.values().sum();
            shares.values_mut().for_each(|share| *share /= sum);
            let row = thousandths(&shares);
            // An ending that says what the shorter one says is left out.
            let same = parent.as_ref().and_then(|parent| smooth.get(parent)).is_some_and(|before| {
                let distance: f64 =
                    shares.iter().map(|(pair, share)| (share - before.get(pair).unwrap_or(&0.0)).abs()).sum();
                distance < 0.15
            });
            if !same || parent.is_none() {
                rows.insert(key.clone(), row);
            }
            smooth.insert(key.clone(), shares);
        }
        rows
    }

    /// The share of each tag that the ending of a form suggests, for smoothing rare forms.
    pub fn ending_shares(&self, rows: &BTreeMap<String, Vec<(Pair, u32)>>, form: &str) -> Vec<(Pair, u32)> {
        let class = match whosaid::text::case_of(form) {
            _ if form.chars().any(char::is_numeric) => return Vec::new(),
            Case::None => return Vec::new(),
            Case::Lower | Case::Mixed => 'l',
            Case::Title => 't',
            Case::Upper => 'u',
        };
        let lower = form.to_lowercase();
        let starts: Vec<usize> = lower.char_indices().map(|(at, _)| at).collect();
        let skip = starts.len().saturating_sub(5);
        starts
            .into_iter()
            .skip(skip)
            .chain([lower.len()])
            .find_map(|start| rows.get(&format!("{class}:{}", &lower[start..])).cloned())
            .unwrap_or_default()
    }

    /// Costs of pairs and of triples: interpolated shares, weighted by deleted interpolation.
    pub fn transitions(&self) -> (Costs<2>, Costs<3>) {
        let mut one: Counts<Option<Pair>> = Counts::new();
        let mut two: Counts<[Option<Pair>; 2]> = Counts::new();
        let mut three: Counts<[Option<Pair>; 3]> = Counts::new();
        for sentence in &self.sentences {
            let mut tags = vec![None, None];
            tags.extend(sentence.iter().copied().map(Some));
            tags.push(None);
            *two.entry([None, None]).or_default() += 1;
            for run in tags.windows(3) {
                *one.entry(run[2]).or_default() += 1;
                *two.entry([run[1], run[2]]).or_default() += 1;
                *three.entry([run[0], run[1], run[2]]).or_default() += 1;
            }
        }
        // How often a tag, or a pair, has a follower: the start is followed but follows nothing.
        let mut heads: Counts<Option<Pair>> = Counts::new();
        let mut pair_heads: Counts<[Option<Pair>; 2]> = Counts::new();
        for ([first, second, _], count) in &three {
            *heads.entry(*second).or_default() += count;
            *pair_heads.entry([*first, *second]).or_default() += count;
        }
        let all: u32 = one.values().sum();
        let part = |top: u32, bottom: u32| if bottom == 0 { 0.0 } else { f64::from(top) / f64::from(bottom) };
        let mut weights = [0.0f64; 3];
        for ([first, second, third], count) in &three {
            let cases = [
                part(one[third] - 1, all - 1),
                part(two[&[*second, *third]] - 1, heads[second] - 1),
                part(count - 1, pair_heads[&[*first, *second]] - 1),
            ];
            let best = (0..3).max_by(|a, b| cases[*a].total_cmp(&cases[*b])).unwrap_or(0);
            weights[best] += f64::from(*count);
        }
        let sum: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum);
        let share = |triple: &[Option<Pair>; 3]| {
            let [first, second, third] = *triple;
            let unigram = part(one.get(&third).copied().unwrap_or(0), all);
            let bigram = part(
                two.get(&[second, third]).copied().unwrap_or(0),
                heads.get(&second).copied().unwrap_or(0),
            );
            let trigram = part(
                three.get(triple).copied().unwrap_or(0),
                pair_heads.get(&[first, second]).copied().unwrap_or(0),
            );
            (weights[0] * unigram, weights[1] * bigram, weights[2] * trigram)
        };
        let tags: Vec<Option<Pair>> = self.tags.iter().map(|row| Some(row.0)).chain([None]).collect();
        let mut pairs = BTreeMap::new();
        for second in &tags {
            for third in &tags {
                let (unigram, bigram, _) = share(&[*second, *second, *third]);
                // Where no triple was seen the pair has to carry the triple's weight too.
                pairs.insert(
                    [*second, *third],
                    cost(unigram + bigram * (1.0 + weights[2] / weights[1]) * 0.7),
                );
            }
        }
        let mut triples = BTreeMap::new();
        for (triple, count) in &three {
            let (unigram, bigram, trigram) = share(triple);
            let cost = cost(unigram + bigram + trigram);
            let without = pairs.get(&[triple[1], triple[2]]).copied().unwrap_or(0);
            if *count >= LEAST_TRIPLE && cost.abs_diff(without) >= 24 {
                triples.insert(*triple, cost);
            }
        }
        (pairs, triples)
    }
}

fn shorter(key: &str) -> Option<String> {
    let (class, ending) = key.split_once(':')?;
    let next = ending.chars().next()?;
    Some(format!("{class}:{}", &ending[next.len_utf8()..]))
}

fn thousandths(shares: &BTreeMap<Pair, f64>) -> Vec<(Pair, u32)> {
    let mut row: Vec<(Pair, u32)> =
        shares.iter().map(|(pair, share)| (*pair, (share * 1000.0).round() as u32)).collect();
    row.retain(|(_, share)| *share >= 20);
    row.sort_by_key(|(pair, share)| (std::cmp::Reverse(*share), *pair));
    row
}

fn cost(share: f64) -> u32 {
    ((-share.max(1e-6).log2() * f64::from(whosaid::model::UNIT)).round() as u32).min(1024)
}
