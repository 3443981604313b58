//! Where on a page the article is: which nodes to leave out, and the stretch of nodes to read.

use super::roles::{Form, Kind, Traits, Unwanted};
use super::tree::{Node, NodeKind, Page};

/// A block with at least this much text of its own, most of it not links, counts as prose. Menu entries,
/// buttons and teasers are shorter.
const PROSE: usize = 60;

/// With this much prose outside, an element whose class says furniture is believed.
const ENOUGH_ELSEWHERE: usize = 200;

/// A table none of whose cells has this much text holds figures, not paragraphs.
const TEXT_CELL: usize = 120;

/// What to read of a page.
#[derive(Debug)]
pub(super) struct Article {
    /// For each node, whether it is left out with all it holds.
    pub(super) dropped: Vec<bool>,
    /// First node of the stretch to read, and one past the last.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The container with the density of text; outside it only the head of the article is read.
    pub(super) body: (usize, usize),
    /// The main heading, if there is one before or in the body.
    pub(super) heading: Option<usize>,
}

/// Finds the article.
pub(super) fn find(page: &Page) -> Article {
    let nodes = &page.nodes;
    let prose = own_prose(page);
    let dropped = unwanted(nodes, &prose);
    let total = subtree_sums(nodes, &prose, &dropped);
    let all = total.first().copied().unwrap_or(0);
    // The elements that hold four fifths of the prose form a chain; the last of them is the innermost.
    let body = nodes
        .iter()
        .zip(&total)
        .enumerate()
        .filter(|(_, (node, total))| **total * 5 >= all * 4 && is_container(node))
        .map(|(index, _)| index)
        .next_back()
        .filter(|_| all > 0)
        .unwrap_or(0);
    let body_end = nodes.get(body).map_or(0, |node| node.end);
    let heading = main_heading(nodes, &prose, &dropped, body, body_end);
    let root = ancestors(nodes, body)
        .find(|index| heading.is_none_or(|heading| contains(nodes, *index, heading)))
        .unwrap_or(0);
    let root = ancestors(nodes, root).find(|index| is_article(nodes, *index)).unwrap_or(root);
    let end = nodes.get(root).map_or(0, |node| node.end);
    Article { dropped, start: root, end, body: (body, body_end), heading }
}

fn contains(nodes: &[Node], outer: usize, inner: usize) -> bool {
    nodes.get(outer).is_some_and(|node| (outer..node.end).contains(&inner))
}

fn element(node: &Node) -> Option<Traits> {
    match node.kind {
        NodeKind::Element(traits) => Some(traits),
        NodeKind::Text { .. } => None,
    }
}

fn is_article(nodes: &[Node], index: usize) -> bool {
    nodes.get(index).and_then(element).is_some_and(|traits| traits.kind == Kind::Article)
}

fn is_container(node: &Node) -> bool {
    element(node).is_some_and(|traits| {
        traits.form == Form::Block && matches!(traits.kind, Kind::Other | Kind::Article | Kind::Main)
    })
}

/// `index` and the elements around it, from inside out. Walked twice a page.
fn ancestors(nodes: &[Node], index: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(index), |index| {
        nodes.get(*index).map(|node| node.parent).filter(|parent| parent < index)
    })
}

/// For each block element, the characters of prose that it holds itself or through inline elements.
fn own_prose(page: &Page) -> Vec<usize> {
    let nodes = &page.nodes;
    let mut owner = vec![0; nodes.len()];
    let mut in_link = vec![false; nodes.len()];
    let mut text = vec![0_usize; nodes.len()];
    let mut linked = vec![0_usize; nodes.len()];
    for (index, node) in nodes.iter().enumerate() {
        let parent_owner = owner.get(node.parent).copied().unwrap_or(0);
        let parent_link = in_link.get(node.parent).copied().unwrap_or(false);
        let (own, link) = match node.kind {
            NodeKind::Element(traits) => {
                let own = if traits.form == Form::Inline { parent_owner } else { index };
                (own, parent_link || traits.kind == Kind::Link)
            }
            NodeKind::Text { start, end } => {
                let characters = page.characters.get(start..end).unwrap_or_default();
                let count = characters.chars().filter(|c| !c.is_whitespace()).count();
                *entry(&mut text, parent_owner) += count;
                *entry(&mut linked, parent_owner) += if parent_link { count } else { 0 };
                (parent_owner, parent_link)
            }
        };
        *entry(&mut owner, index) = own;
        *entry(&mut in_link, index) = link;
    }
    text.iter()
        .zip(&linked)
        .map(|(text, linked)| if *text >= PROSE && linked * 2 < *text { *text } else { 0 })
        .collect()
}

#[allow(clippy::indexing_slicing, reason = "columns have one row a node, and indexes come from nodes")]
fn entry<T>(column: &mut [T], index: usize) -> &mut T {
    &mut column[index]
}

/// Sums of `own` over each subtree without the dropped parts. Children come after their parents, so one
/// walk backwards is enough.
fn subtree_sums(nodes: &[Node], own: &[usize], dropped: &[bool]) -> Vec<usize> {
    let mut sums = own.to_vec();
    for (index, node) in nodes.iter().enumerate().rev() {
        let gone = dropped.get(index).copied().unwrap_or(false);
        if index > 0 && !gone {
            let sum = sums.get(index).copied().unwrap_or(0);
            *entry(&mut sums, node.parent) += sum;
        }
    }
    sums
}

/// Which elements are left out. What names and roles hint at is believed if there is prose elsewhere; else
/// the one with the most prose of its own is taken for a wrapper of the article.
fn unwanted(nodes: &[Node], prose: &[usize]) -> Vec<bool> {
    let level = |node: &Node| element(node).map_or(Unwanted::No, |traits| traits.unwanted);
    let mut dropped: Vec<bool> = nodes.iter().map(|node| level(node) > Unwanted::No).collect();
    drop_outside_captions(nodes, &mut dropped);
    drop_tables(nodes, prose, &mut dropped);
    let sums = subtree_sums(nodes, prose, &dropped);
    let outside = sums.first().copied().unwrap_or(0);
    let doubtful = |least: Unwanted| {
        let rows = nodes.iter().zip(&sums).enumerate();
        rows.filter(move |(_, (node, _))| (Unwanted::Perhaps..=least).contains(&level(node)))
            .map(|(index, (_, sum))| (*sum, std::cmp::Reverse(index)))
            .max()
    };
    let wrapper =
        doubtful(Unwanted::Perhaps).filter(|(sum, _)| *sum > outside * 2 && *sum >= PROSE).or_else(|| {
            doubtful(Unwanted::Likely).filter(|(sum, _)| outside < ENOUGH_ELSEWHERE && *sum > outside)
        });
    if let Some((_, std::cmp::Reverse(wrapper))) = wrapper {
        for index in ancestors(nodes, wrapper) {
            if nodes.get(index).is_some_and(|node| level(node) < Unwanted::Surely) {
                *entry(&mut dropped, index) = false;
            }
        }
    }
    dropped
}

/// Of a figure only captions and quotations are text: "View full image" is not.
fn drop_outside_captions(nodes: &[Node], dropped: &mut [bool]) {
    let mut figure_end = 0;
    let mut kept_until = 0;
    for (index, node) in nodes.iter().enumerate() {
        match node.kind {
            NodeKind::Element(traits) if traits.kind == Kind::Figure => figure_end = figure_end.max(node.end),
            NodeKind::Element(traits) if traits.kind == Kind::InFigure => {
                kept_until = kept_until.max(node.end)
            }
            NodeKind::Text { .. } if index < figure_end && index >= kept_until => {
                *entry(dropped, index) = true
            }
            _ => {}
        }
    }
}

/// Tables of figures are left out; tables that only lay out a page are read.
fn drop_tables(nodes: &[Node], prose: &[usize], dropped: &mut [bool]) {
    let mut long: Vec<bool> = prose.iter().map(|prose| *prose >= TEXT_CELL).collect();
    for (index, node) in nodes.iter().enumerate().rev() {
        if long.get(index).copied().unwrap_or(false) {
            *entry(&mut long, node.parent) = true;
        }
        if element(node).is_some_and(|traits| traits.kind == Kind::Table) {
            let text = long.get(index).copied().unwrap_or(false);
            *entry(dropped, index) |= !text;
        }
    }
}

/// The last `h1` before the first prose of the body; else the first one in it.
fn main_heading(nodes: &[Node], prose: &[usize], dropped: &[bool], body: usize, end: usize) -> Option<usize> {
    let mut skip_until = 0;
    let mut found = None;
    for (index, node) in nodes.iter().enumerate().take(end) {
        if index < skip_until {
            continue;
        }
        if dropped.get(index).copied().unwrap_or(false) {
            skip_until = node.end;
            continue;
        }
        let Some(traits) = element(node) else { continue };
        if traits.kind == Kind::MainHeading {
            found = Some(index);
        }
        let is_prose = prose.get(index).is_some_and(|prose| *prose > 0);
        if index >= body && is_prose && traits.kind != Kind::MainHeading && found.is_some() {
            break;
        }
    }
    found
}
