//! What the names of a sentence might be, with the share of each guess.

use super::standing::shares;
use super::{FoundIn, Labelled};
use crate::labels::EntityType;
use crate::labels::bioes::place;
use crate::mentions::article::Article;
use crate::mentions::names::{bounds, decode, first_scores};
use crate::mentions::words::Words;
use crate::mentions::{MentionId, MentionKind};
use crate::model::Models;
use crate::segment::TokenId;
use crate::text::IdRange;

/// What a name might be, each with its share of all in thousandths, the likeliest first; `None` for no name at all.
pub type Guesses = Vec<(Option<EntityType>, u32)>;

/// What each name among some tokens might be, by the network and by what the other places of the article add. Rules may
/// decide otherwise in the end. A value, which rules find alone, has no guesses.
pub fn guess_names(
    found_in: &FoundIn,
    models: &Models,
    tokens: IdRange<TokenId>,
) -> Vec<(MentionId, Guesses)> {
    let FoundIn { text, blocks, segments, reading, syntax, mentions } = *found_in;
    let words = Words::new(text, blocks, segments, syntax, models);
    let sentences = bounds(&words);
    let mut scores = first_scores(&words, reading);
    let first = decode(&scores, &sentences);
    Article::new(&words, &scores, &first).adjust(&mut scores, &first);
    let labelled = decode(&scores, &sentences);
    let guesses = |name: &Labelled, of: IdRange<TokenId>| {
        let rows =
            (of.start()..of.end()).filter_map(|at| Some((*scores.get(at)?, place(at, name.start, name.end))));
        shares(rows)
    };
    let names = mentions.table.iter().filter(|(_, row)| row.kind == MentionKind::Name);
    names
        .filter(|(_, row)| tokens.covers(row.tokens))
        .map(|(id, row)| {
            let found = labelled.partition_point(|name| name.end <= row.tokens.start());
            let found = labelled.get(found).filter(|name| name.start < row.tokens.end());
            let found = found.filter(|_| !row.entity_type.is_value());
            (id, found.map_or_else(Vec::new, |name| guesses(name, row.tokens)))
        })
        .collect()
}
