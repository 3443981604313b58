//! The header: what the file is, what its labels mean, who and what the article names.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{names, word};
use crate::document::{Document, EntityRecord};
use crate::export::markup::{language, xml};

/// `teiHeader`, and `standOff` where an entity is neither person nor organisation nor place.
pub(super) fn write(out: &mut String, document: &Document) {
    let title = document.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    let title = xml(title.unwrap_or("Untitled article"), false);
    let _ = writeln!(out, "<teiHeader>\n<fileDesc>\n<titleStmt><title>{title}</title></titleStmt>");
    out.push_str("<publicationStmt><p>Not published: an analysis of an article.</p></publicationStmt>\n");
    let id = xml(document.id.as_deref().unwrap_or("A text without a name."), false);
    let _ = writeln!(out, "<sourceDesc><p>{id}</p></sourceDesc>\n</fileDesc>");
    encoding(out, document);
    profile(out, document);
    out.push_str("</teiHeader>\n");
    others(out, document);
}

/// The program, and a category for each label that occurs.
fn encoding(out: &mut String, document: &Document) {
    let made_by = &document.produced_by;
    let version: String = made_by.version.split_whitespace().collect();
    let version = if version.is_empty() { "0".to_owned() } else { version };
    let _ = writeln!(
        out,
        "<encodingDesc>\n<appInfo><application ident=\"{}\" version=\"{}\"><desc>Names and quotations were found by {} with the models {}.</desc></application></appInfo>",
        word(&made_by.name),
        xml(&version, true),
        xml(&made_by.name, false),
        xml(&made_by.model, false)
    );
    let quotes = &document.quotes;
    let sorts: [(&str, BTreeSet<&str>); 3] = [
        ("kind", quotes.iter().map(|quote| quote.kind.as_str()).collect()),
        ("class", quotes.iter().map(|quote| quote.class.as_str()).collect()),
        ("polarity", quotes.iter().map(|quote| quote.polarity.as_str()).collect()),
    ];
    if !quotes.is_empty() {
        out.push_str("<classDecl>\n");
        for (sort, labels) in sorts {
            let _ = write!(out, "<taxonomy xml:id=\"{sort}\">");
            // Two unknown labels may be one name of XML: the first stands for both.
            let mut ids = BTreeSet::new();
            for label in labels.into_iter().filter(|label| ids.insert(word(label))) {
                let _ = write!(
                    out,
                    "<category xml:id=\"{sort}.{}\"><catDesc>{}</catDesc></category>",
                    word(label),
                    xml(label, false)
                );
            }
            out.push_str("</taxonomy>\n");
        }
        out.push_str("</classDecl>\n");
    }
    out.push_str("</encodingDesc>\n");
}

fn profile(out: &mut String, document: &Document) {
    let _ = writeln!(
        out,
        "<profileDesc>\n<langUsage><language ident=\"{}\"/></langUsage>",
        language(&document.language)
    );
    let people = list(document, "listPerson", |entity| {
        let gender = Some(entity.gender.as_str()).filter(|gender| *gender != "unknown" && !gender.is_empty());
        let titles =
            entity.titles.iter().map(|title| format!("<occupation>{}</occupation>", xml(title, false)));
        let belongs =
            entity.affiliations.iter().map(|to| format!("<affiliation>{}</affiliation>", xml(to, false)));
        let gender = gender.map(|gender| format!("<note type=\"gender\">{}</note>", xml(gender, false)));
        let element = if entity.gender == "plural" { "personGrp" } else { "person" };
        let facts: String = titles.chain(belongs).chain(gender).collect();
        (element, format!("{}{facts}", forms(entity, "persName")))
    });
    let groups = list(document, "listOrg", |entity| ("org", forms(entity, "orgName")));
    if !people.is_empty() || !groups.is_empty() {
        let _ = writeln!(out, "<particDesc>\n{people}{groups}</particDesc>");
    }
    let places = list(document, "listPlace", |entity| ("place", forms(entity, "placeName")));
    if !places.is_empty() {
        let _ = writeln!(out, "<settingDesc>\n{places}</settingDesc>");
    }
    out.push_str("</profileDesc>\n");
}

/// Events, works and things, which the header has no list for.
fn others(out: &mut String, document: &Document) {
    let events = list(document, "listEvent", |entity| ("event", forms(entity, "label")));
    let works = list(document, "listBibl", |entity| ("bibl", forms(entity, "title")));
    let things = list(document, "listObject", |entity| {
        ("object", format!("<objectIdentifier>{}</objectIdentifier>", forms(entity, "objectName")))
    });
    if !(events.is_empty() && works.is_empty() && things.is_empty()) {
        let _ = writeln!(out, "<standOff>\n{events}{works}{things}</standOff>");
    }
}

/// A list with the entities that belong to it; nothing where there is none.
fn list(document: &Document, name: &str, entry: impl Fn(&EntityRecord) -> (&'static str, String)) -> String {
    let mut out = String::new();
    for entity in document.entities.iter().filter(|entity| names::list_of(entity) == Some(name)) {
        let Some(id) = names::listed(entity) else { continue };
        let (element, content) = entry(entity);
        let kind = names::sort(&entity.entity_type);
        let kind = if matches!(element, "person" | "personGrp" | "bibl") {
            String::new()
        } else {
            format!(" type=\"{kind}\"")
        };
        let _ = writeln!(out, "<{element} xml:id=\"{id}\"{kind}>{content}</{element}>");
    }
    if out.is_empty() { out } else { format!("<{name}>\n{out}</{name}>\n") }
}

/// The name and other names.
fn forms(entity: &EntityRecord, element: &str) -> String {
    let mut out = format!("<{element}>{}</{element}>", xml(&entity.name, false));
    for alias in &entity.aliases {
        let _ = write!(out, "<{element} type=\"alias\">{}</{element}>", xml(alias, false));
    }
    out
}
