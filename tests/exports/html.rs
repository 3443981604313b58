//! Annotated HTML, read as browsers read it (html5ever, which tells every fault).

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};
use whosaid::Document;
use whosaid::export::html::html;

use crate::{for_all, real};

fn parsed(page: &str) -> Html {
    let parsed = Html::parse_document(page);
    assert!(parsed.errors.is_empty(), "{:?} in {page}", parsed.errors);
    parsed
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

/// The article's characters without signs and white space.
fn article(page: &Html) -> String {
    let mut out = String::new();
    add_words(page.select(&Selector::parse("article").unwrap()).next().unwrap(), &mut out);
    out
}

fn add_words(element: ElementRef, out: &mut String) {
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            out.extend(text.chars().filter(|c| !c.is_whitespace()));
        } else if let Some(inner) = ElementRef::wrap(child)
            && inner.value().name() != "sup"
            && !inner.value().classes().any(|class| class == "sign")
        {
            add_words(inner, out);
        }
    }
}

#[test]
fn it_is_valid_runs_nothing_and_fetches_nothing() {
    for_all(|document| {
        let page = parsed(&html(document));
        for forbidden in [
            "script",
            "img",
            "link",
            "iframe",
            "object",
            "base",
            "form",
            "svg",
            "[src]",
            "[style]",
            "[onclick]",
        ] {
            assert_eq!(count(&page, forbidden), 0, "{forbidden}");
        }
        for link in page.select(&Selector::parse("[href]").unwrap()) {
            assert!(link.value().attr("href").unwrap().starts_with('#'));
        }
        let ids: Vec<_> =
            page.select(&Selector::parse("[id]").unwrap()).map(|e| e.value().id().unwrap()).collect();
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id stands twice");
        for link in page.select(&Selector::parse("a[href]").unwrap()) {
            let to = link.value().attr("href").unwrap().trim_start_matches('#');
            assert!(unique.contains(to), "a link to {to}, which does not exist");
        }
        assert_eq!(count(&page, "h1"), 1);
        assert_eq!(count(&page, "aside li[id]"), document.quotes.len());
    });
}

#[test]
fn every_character_of_the_text_is_there_in_order() {
    for_all(|document| {
        let page = parsed(&html(document));
        let shown = article(&page);
        let text: Vec<char> = document.text.chars().filter(|c| !c.is_whitespace()).collect();
        if !text.is_empty() {
            let shown: Vec<char> = shown.chars().collect();
            // White space that is also a control character becomes U+FFFD; all others stand one for one.
            let shown: Vec<char> = shown.into_iter().filter(|c| *c != '\u{FFFD}').collect();
            let held: Vec<char> = text.into_iter().filter(|c| html_holds(*c)).collect();
            assert_eq!(shown, held);
        }
    });
}

fn html_holds(character: char) -> bool {
    let code = character as u32;
    !character.is_control()
        && character != '\u{FFFD}'
        && !(0xFDD0..=0xFDEF).contains(&code)
        && code & 0xFFFE != 0xFFFE
}

#[test]
fn quotations_and_names_are_marked_and_listed() {
    let document: &Document = real().iter().max_by_key(|document| document.quotes.len()).unwrap();
    let page = parsed(&html(document));
    let quoted = document.quotes.iter().filter(|quote| !quote.content.is_empty()).count();
    assert_eq!(count(&page, "article .said[id]"), quoted);
    assert_eq!(count(&page, "article [id^=m]"), document.mentions.len());
    assert!(count(&page, "aside h3") > 3 && count(&page, "aside dl a") > 3);
}

#[test]
fn a_script_in_the_text_is_words() {
    let mut document = crate::documents::bare("<script>alert(1)</script>");
    document.title = Some("</title></style><script>alert(2)</script>".to_owned());
    document.language = "\"><script>".to_owned();
    document.produced_by.name = "<script>".to_owned();
    let page = parsed(&html(&document));
    assert_eq!(count(&page, "script"), 0);
    assert_eq!(article(&page), "<script>alert(1)</script>");
    assert_eq!(page.root_element().value().attr("lang"), Some("und"));
}
