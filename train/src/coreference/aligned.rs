//! A text as the analysis reads it, its mentions laid beside those that people marked.

use whosaid::analyze::{Analysis, analyze_layers};
use whosaid::coref::{Coreference, Guide, resolve_with};
use whosaid::mentions::MentionId;
use whosaid::segment::TokenId;
use whosaid::text::{Id, IdRange};
use whosaid::{Input, Models, Options};

use super::corpora::{Document, GoldMention};

/// A text, read and aligned.
pub struct Aligned {
    pub document: Document,
    pub analysis: Analysis,
    /// The marked mention, by number, of each mention that was found.
    pub gold_of: Vec<Option<usize>>,
}

impl Aligned {
    /// Reads a text.
    pub fn new(document: Document, models: &Models) -> Result<Self, String> {
        let analysis = analyze_layers(&Input::text(&document.text), models, &Options::default())
            .map_err(|error| error.to_string())?;
        let mut aligned = Self { document, analysis, gold_of: Vec::new() };
        aligned.gold_of = aligned.align();
        Ok(aligned)
    }

    /// Coreference again, with other weights or a guide.
    pub fn resolve(&self, models: &Models, guide: Guide) -> Coreference {
        let a = &self.analysis;
        resolve_with(&a.text, &a.blocks, &a.segments, &a.syntax, &a.mentions, models, guide)
    }

    /// The bytes of the text as given that tokens stand for.
    pub fn span(&self, tokens: IdRange<TokenId>) -> Option<(usize, usize)> {
        let span = self.analysis.text.map.to_source(self.analysis.segments.span_of(tokens)?);
        Some((span.start() as usize, span.end() as usize))
    }

    /// The entity that people marked for a mention that was found.
    pub fn cluster_of(&self, mention: MentionId) -> Option<usize> {
        let gold = self.gold_of.get(mention.index()).copied().flatten()?;
        Some(self.document.mentions[gold].cluster)
    }

    /// Mentions whose span touches this one.
    pub fn touching(&self, (start, end): (usize, usize)) -> impl Iterator<Item = MentionId> + '_ {
        let rows = self.analysis.mentions.table.iter();
        rows.filter(move |(_, row)| {
            !row.entity_type.is_value()
                && self.span(row.tokens).is_some_and(|(from, to)| from < end && start < to)
        })
        .map(|(id, _)| id)
    }

    /// Found and marked mentions belong together where the head of the found one is a head of the marked one: the
    /// narrowest, and each but once.
    fn align(&self) -> Vec<Option<usize>> {
        let gold = &self.document.mentions;
        let mut order: Vec<usize> = (0..gold.len()).collect();
        order.sort_by_key(|at| (gold[*at].end - gold[*at].start, gold[*at].start));
        let mut taken = vec![false; gold.len()];
        let rows = self.analysis.mentions.table.rows();
        let mut aligned = vec![None; rows.len()];
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.entity_type.is_value()) {
            let Some(head) = self.span(IdRange::one(row.head)) else { continue };
            let Some(whole) = self.span(row.tokens) else { continue };
            let fits = |number: &&usize| {
                let mention = &gold[**number];
                let around = mention.start <= head.0 && head.1 <= mention.end;
                around && !taken[**number] && self.is_head(mention, head, whole)
            };
            if let Some(found) = order.iter().find(fits) {
                taken[*found] = true;
                aligned[at] = Some(*found);
            }
        }
        aligned
    }

    /// Whether the head of a found mention is one of the marked mention.
    fn is_head(&self, mention: &GoldMention, head: (usize, usize), whole: (usize, usize)) -> bool {
        if !mention.heads.is_empty() {
            return mention.heads.iter().any(|(start, end)| *start < head.1 && head.0 < *end);
        }
        // Without marked heads: the word that the others of the mention hang on.
        let segments = &self.analysis.segments;
        let inside = |token: TokenId| {
            let span = self.analysis.text.map.to_source(segments.tokens[token].span);
            mention.start <= span.start() as usize && span.end() as usize <= mention.end
        };
        let from = segments.tokens.rows().partition_point(|token| {
            (self.analysis.text.map.to_source(token.span).end() as usize) <= mention.start
        });
        let mut tokens = (from..segments.tokens.len()).map(TokenId::from_index).take_while(|id| inside(*id));
        let top = tokens.find(|token| !self.analysis.syntax.head[*token].is_some_and(inside));
        let top = top.and_then(|top| self.span(IdRange::one(top)));
        top.is_some_and(|top| whole.0 <= top.0 && top.1 <= whole.1)
    }
}
