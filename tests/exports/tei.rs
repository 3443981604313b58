//! TEI, read by an XML parser: well-formed, every pointer leads somewhere, every word is there.

use std::collections::BTreeSet;

use roxmltree::{Document as Xml, Node};
use whosaid::export::tei::tei;

use crate::{documents, for_all, real};

const XML: &str = "http://www.w3.org/XML/1998/namespace";

fn named<'a, 'i>(xml: &'a Xml<'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    xml.descendants().filter(move |node| node.has_tag_name(("http://www.tei-c.org/ns/1.0", name)))
}

fn id<'a>(node: &Node<'a, '_>) -> Option<&'a str> {
    node.attribute((XML, "id"))
}

#[test]
fn it_is_well_formed_and_every_pointer_leads_somewhere() {
    for_all(|document| {
        let written = tei(document);
        let xml = Xml::parse(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
        let ids: Vec<_> = xml.descendants().filter_map(|node| id(&node)).collect();
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id stands twice in {written}");
        for node in xml.descendants() {
            for name in ["who", "toWhom", "ref", "corresp", "next", "prev", "ana", "source"] {
                for pointer in node.attribute(name).unwrap_or_default().split_whitespace() {
                    let to = pointer.strip_prefix('#').unwrap();
                    assert!(unique.contains(to), "{name} leads to {to}, which does not exist: {written}");
                }
            }
        }
    });
}

#[test]
fn the_body_holds_every_character_of_the_text() {
    for_all(|document| {
        let written = tei(document);
        let xml = Xml::parse(&written).unwrap();
        let body = named(&xml, "body").next().unwrap();
        let text = |text: &str| text.chars().filter(|c| !c.is_whitespace()).map(held).collect::<String>();
        let read: String = body.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
        // Vertical tab and form feed are white space that XML cannot hold.
        let plain = |text: String| text.replace('\u{FFFD}', "");
        assert_eq!(plain(text(&read)), plain(text(&document.text)));
    });
}

#[test]
fn no_words_and_no_odd_blanks_stand_between_the_paragraphs() {
    let between = |document: &whosaid::Document| {
        let written = tei(document);
        let xml = Xml::parse(&written).unwrap();
        let body = named(&xml, "body").next().unwrap();
        let bare: String = body.children().filter(Node::is_text).filter_map(|node| node.text()).collect();
        assert!(bare.chars().all(|c| matches!(c, ' ' | '\t' | '\n')), "{bare:?} in {written}");
    };
    for_all(between);
    // As web pages part paragraphs: the schema of TEI allows no text there, and a no-break space is text.
    let mut document = documents::bare("One.\n\u{a0}\n\u{2028}\nTwo.");
    let block = |id, start, end| whosaid::document::BlockRecord { id, kind: "paragraph".into(), start, end };
    document.blocks = vec![block(0, 0, 4), block(1, 9, 13)];
    between(&document);
}

fn held(character: char) -> char {
    match character {
        '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        _ => character,
    }
}

#[test]
fn a_carriage_return_inside_a_paragraph_survives_the_reader() {
    let mut document = documents::bare("a\r\nb\rc");
    document.blocks.push(whosaid::document::BlockRecord {
        id: 0,
        kind: "paragraph".into(),
        start: 0,
        end: 6,
    });
    let written = tei(&document);
    let xml = Xml::parse(&written).unwrap();
    assert_eq!(named(&xml, "p").last().unwrap().text(), Some("a\r\nb\rc"));
}

#[test]
fn who_leads_to_the_speaker_and_fragments_make_one_quotation() {
    let mut seen = 0;
    for document in real() {
        let written = tei(document);
        let xml = Xml::parse(&written).unwrap();
        let people: BTreeSet<_> = named(&xml, "person").filter_map(|node| id(&node)).collect();
        for quote in &document.quotes {
            let first = xml.descendants().find(|node| id(node) == Some(&format!("q{}", quote.id))).unwrap();
            let mut words = String::new();
            let mut next = Some(first);
            while let Some(node) = next {
                words.extend(node.descendants().filter(Node::is_text).filter_map(|node| node.text()));
                let to = node.attribute("next").map(|to| to.trim_start_matches('#'));
                next = to.map(|to| xml.descendants().find(|node| id(node) == Some(to)).unwrap());
            }
            let at = whosaid::views::TextAt::new(document);
            let expected: String = quote.content.iter().map(|span| at.slice(span.start, span.end)).collect();
            assert_eq!(
                words.split_whitespace().collect::<String>(),
                expected.split_whitespace().collect::<String>()
            );
            let speaker = quote.speaker.map(|id| &document.entities[id as usize]);
            if let Some(speaker) =
                speaker.filter(|speaker| speaker.entity_type == "PERSON" && speaker.gender != "plural")
            {
                let pointer = first.attribute("who").or(first.attribute("source")).unwrap();
                assert_eq!(pointer, format!("#e{}", speaker.id));
                assert!(people.contains(&pointer[1..]));
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "only {seen} quotations of people");
}
