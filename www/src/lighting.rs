//! Lights one attribution or name in the article and brings places into view.
//!
//! Pointing moves faster than thousands of elements can be drawn anew, so this sets attributes on the elements
//! that are there; no component draws them, and style sheets do the rest.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, NodeList, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Id of the element that holds the article.
pub const ARTICLE: &str = "article";

/// Lights source, cue and content of a quote, and nothing else.
pub fn light_quote(quote: u32) {
    light(&format!("[data-q~=\"{quote}\"]"), "quote");
}

/// Lights one mention.
pub fn light_mention(mention: u32) {
    light(&format!("[data-m~=\"{mention}\"]"), "mention");
}

/// Puts all lights out.
pub fn dark() {
    let Some(article) = article() else { return };
    let _ = article.remove_attribute("data-lit");
    for element in elements(&article, "[data-on]") {
        let _ = element.remove_attribute("data-on");
    }
}

/// Brings a quote into view.
pub fn show_quote(quote: u32) {
    show(&format!("[data-tag=\"{quote}\"], [data-q~=\"{quote}\"]"), ScrollLogicalPosition::Center);
}

/// Moves the page only as far as it takes to see a quote: its card may lie over it.
pub fn keep_in_view(quote: u32) {
    show(&format!("[data-tag=\"{quote}\"], [data-q~=\"{quote}\"]"), ScrollLogicalPosition::Nearest);
}

/// Moves the page only as far as it takes to see a mention.
pub fn keep_mention_in_view(mention: u32) {
    show(&format!("[data-m~=\"{mention}\"]"), ScrollLogicalPosition::Nearest);
}

/// Brings a mention into view.
pub fn show_mention(mention: u32) {
    show(&format!("[data-m~=\"{mention}\"]"), ScrollLogicalPosition::Center);
}

/// Moves the keyboard to the sign of a quote.
pub fn focus_quote(quote: u32) {
    let Some(article) = article() else { return };
    if let Some(sign) = elements(&article, &format!("[data-tag=\"{quote}\"]")).next() {
        // Before it has the focus: what has it may not be hidden.
        set_tab_stop(&sign);
        focus(&sign);
    }
}

/// Moves the keyboard to the row of a name, known by its first mention: to what opens its card, or to the name.
pub fn focus_name(first: u32) {
    let document = web_sys::window().and_then(|window| window.document());
    let find =
        |part: &str| document.as_ref()?.query_selector(&format!("#name-{first} {part}")).ok().flatten();
    let Some(button) = find(".ask").or_else(|| find(".jump")) else { return };
    focus(&button);
    // Beside the article the list has a scroll bar of its own; below it, the page stays where the reader looks.
    if edge_of(&button).is_some_and(|edge| edge.scroll_height() > edge.client_height()) {
        at_once(&button);
    }
}

/// Moves whatever scrolls only as far as it takes to see an element, and at once.
fn at_once(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Moves the keyboard to the heading of a card, and what lies beside the article to its top, where cards open. Where the reader
/// has gone on to the figures that top is out of sight, and the page moves as far as it takes to see it.
pub fn focus_card(heading: &Element) {
    if let Some(edge) = edge_of(heading) {
        edge.set_scroll_top(0);
    }
    focus(heading);
    at_once(heading);
}

fn edge_of(element: &Element) -> Option<Element> {
    element.closest(".edge").ok().flatten()
}

/// Moves the keyboard to an element without moving the page.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// All signs of quotes in the order of the text.
pub fn signs() -> Vec<Element> {
    article().map(|article| elements(&article, "[data-tag]").collect()).unwrap_or_default()
}

/// Makes a sign the one that the Tab key reaches, and a screen reader finds; arrow keys lead to the others.
pub fn set_tab_stop(sign: &Element) {
    for other in signs() {
        let is_stop = other == *sign;
        let _ = other.set_attribute("tabindex", if is_stop { "0" } else { "-1" });
        let _ = match is_stop {
            true => other.remove_attribute("aria-hidden"),
            false => other.set_attribute("aria-hidden", "true"),
        };
    }
}

/// Makes the sign that has the keyboard, else the first, the one that the Tab key reaches.
pub fn place_tab_stop() {
    let active = web_sys::window().and_then(|window| window.document()?.active_element());
    let signs = signs();
    let stop = signs.iter().find(|sign| Some(*sign) == active.as_ref()).or(signs.first());
    if let Some(stop) = stop {
        set_tab_stop(stop);
    }
}

/// The quote that an element belongs to: the innermost of those it has a part in.
pub fn quote_at(element: &Element) -> Option<u32> {
    let owner = element.closest("[data-tag], [data-q]").ok().flatten()?;
    let numbers = owner.get_attribute("data-tag").or_else(|| owner.get_attribute("data-q"))?;
    numbers.split(' ').next_back()?.parse().ok()
}

/// The mentions of the name that an element is a piece of.
pub fn mentions_at(element: &Element) -> Vec<u32> {
    let owner = element.closest("[data-m]").ok().flatten();
    let numbers = owner.and_then(|owner| owner.get_attribute("data-m")).unwrap_or_default();
    numbers.split(' ').filter_map(|number| number.parse().ok()).collect()
}

/// Whether the reader wants things to stand still.
pub fn motion_reduced() -> bool {
    let query = web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

fn light(selector: &str, how: &str) {
    dark();
    let Some(article) = article() else { return };
    let _ = article.set_attribute("data-lit", how);
    for element in elements(&article, selector) {
        let _ = element.set_attribute("data-on", "");
    }
}

fn show(selector: &str, place: ScrollLogicalPosition) {
    let Some(article) = article() else { return };
    if let Some(element) = elements(&article, selector).next() {
        bring(&element, place);
    }
}

/// Moves the page only as far as it takes to see a part of the article.
pub fn bring_into_view(element: &Element) {
    bring(element, ScrollLogicalPosition::Nearest);
}

fn bring(element: &Element, place: ScrollLogicalPosition) {
    // A place inside folded page furniture can only be seen unfolded.
    if let Ok(Some(folded)) = element.closest("details:not([open])") {
        let _ = folded.set_attribute("open", "");
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    options.set_behavior(if motion_reduced() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn article() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(ARTICLE)
}

fn elements(inside: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found: Option<NodeList> = inside.query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |place| found.as_ref()?.item(place)?.dyn_into().ok())
}
