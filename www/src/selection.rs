//! The words of the article that the reader has selected.
//!
//! Counted from the start of their block, whose place in the text stands at its element: the pieces of a block are its text,
//! letter by letter, and what else stands there (signs of quotations) is left out of the count.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use whosaid::document::SpanRecord;

use crate::lighting;

/// What holds words that can be selected: the marked article, or the text that readers mark themselves.
const TEXTS: &str = ":is(#article, #find-text)";

/// The selected words, in bytes of the Document's text; `None` where nothing is selected, or something outside of the
/// text's blocks.
pub fn selected() -> Option<SpanRecord> {
    let selection = web_sys::window()?.get_selection().ok().flatten()?;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = place(&range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = place(&range.end_container().ok()?, range.end_offset().ok()?)?;
    (start < end).then_some(SpanRecord { start, end })
}

/// Selects words of one block and brings them into view.
pub fn select(words: SpanRecord) {
    let Some((block, start)) = block_at(words.start) else { return };
    let (from, to) = (words.start - start, words.end.saturating_sub(start));
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    let (Some(selection), Some(from), Some(to)) =
        (selection, point(&block, from, true), point(&block, to, false))
    else {
        return;
    };
    let _ = selection.set_base_and_extent(&from.0, from.1, &to.0, to.1);
    lighting::bring_into_view(&block);
}

/// The block that holds a byte of the text, and where it starts.
fn block_at(byte: u32) -> Option<(Element, u32)> {
    let document = web_sys::window()?.document()?;
    let blocks = document.query_selector_all(&format!("{TEXTS} .block")).ok()?;
    let blocks = (0..blocks.length()).filter_map(|at| blocks.get(at)?.dyn_into::<Element>().ok());
    let edge = |block: &Element, name: &str| block.get_attribute(name)?.parse::<u32>().ok();
    let mut found = blocks.filter_map(|block| {
        let (start, end) = (edge(&block, "data-start")?, edge(&block, "data-end")?);
        (start <= byte && byte < end).then_some((block, start))
    });
    found.next()
}

/// The text node and the UTF-16 unit in it so many bytes into a block; at the edge of two pieces the start of the
/// second, or else the end of the first.
fn point(inside: &Node, bytes: u32, starts: bool) -> Option<(Node, u32)> {
    fn walk(inside: &Node, left: &mut u32, starts: bool) -> Option<(Node, u32)> {
        if inside.node_type() == Node::TEXT_NODE {
            let text = inside.node_value().unwrap_or_default();
            let length = text.len() as u32;
            if *left < length || (*left == length && !starts) {
                let units = text.get(..*left as usize)?.encode_utf16().count();
                return Some((inside.clone(), units as u32));
            }
            *left -= length;
            return None;
        }
        if is_sign(inside) {
            return None;
        }
        let children = inside.child_nodes();
        (0..children.length()).find_map(|at| walk(&children.get(at)?, left, starts))
    }
    walk(inside, &mut { bytes }, starts)
}

/// Whether a node stands in a block without being a part of its text.
fn is_sign(node: &Node) -> bool {
    node.dyn_ref::<Element>().is_some_and(|element| element.matches(".sign, .glue").unwrap_or(false))
}

/// Selects nothing.
pub fn clear() {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    if let Some(selection) = selection {
        let _ = selection.remove_all_ranges();
    }
}

/// The byte of the text at a place in the page: between the letters of a text node, or between the children of an
/// element.
fn place(node: &Node, offset: u32) -> Option<u32> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let block = element.closest(&format!("{TEXTS} .block")).ok().flatten();
    let Some(block) = block else { return edge(node, offset) };
    let start: u32 = block.get_attribute("data-start")?.parse().ok()?;
    let mut before = 0;
    count(&block, node, offset, &mut before);
    Some(start + before)
}

/// Between blocks: where the next one starts, as when a whole paragraph is selected up to the next.
fn edge(node: &Node, offset: u32) -> Option<u32> {
    let element = node.dyn_ref::<Element>()?;
    element.closest(TEXTS).ok().flatten()?;
    let children = element.child_nodes();
    let next = (offset..children.length()).filter_map(|at| children.get(at)?.dyn_into::<Element>().ok());
    let block = next.filter_map(|child| {
        if child.has_attribute("data-start") { Some(child) } else { child.query_selector(".block").ok()? }
    });
    if let Some(start) = block.filter_map(|block| block.get_attribute("data-start")?.parse().ok()).next() {
        return Some(start);
    }
    let blocks = element.query_selector_all(".block").ok()?;
    let last: Element = blocks.get(blocks.length().checked_sub(1)?)?.dyn_into().ok()?;
    last.get_attribute("data-end")?.parse().ok()
}

/// Adds the bytes of text inside of `inside` that stand before a place; whether the place was reached.
fn count(inside: &Node, node: &Node, offset: u32, before: &mut u32) -> bool {
    let is_here = inside.is_same_node(Some(node));
    if inside.node_type() == Node::TEXT_NODE {
        let text = inside.node_value().unwrap_or_default();
        let part = if is_here { bytes_before(&text, offset) } else { text.len() as u32 };
        *before += part;
        return is_here;
    }
    if is_sign(inside) {
        return inside.contains(Some(node));
    }
    let children = inside.child_nodes();
    for at in 0..children.length() {
        if is_here && at == offset {
            return true;
        }
        if let Some(child) = children.get(at)
            && count(&child, node, offset, before)
        {
            return true;
        }
    }
    is_here
}

/// Bytes of the first UTF-16 units of a text; a unit in the middle of a letter counts as before it.
fn bytes_before(text: &str, units: u32) -> u32 {
    let mut left = units as usize;
    let mut bytes = 0;
    for letter in text.chars() {
        match left.checked_sub(letter.len_utf16()) {
            Some(rest) if left > 0 => left = rest,
            _ => break,
        }
        bytes += letter.len_utf8() as u32;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_the_browser_are_bytes_of_the_text() {
        assert_eq!(bytes_before("a“b😀c", 0), 0);
        assert_eq!(bytes_before("a“b😀c", 2), 4);
        assert_eq!(bytes_before("a“b😀c", 4), 5);
        assert_eq!(bytes_before("a“b😀c", 5), 9);
        assert_eq!(bytes_before("a“b😀c", 99), 10);
    }
}
