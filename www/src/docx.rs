//! A Word file (.docx) → HTML of its headings, paragraphs and list items, which the core reads as it reads a page. Nothing else
//! of it is looked at: pictures, notes, changes that were taken back and comments are not the article.
//!
//! A .docx is a ZIP archive of XML. Both are somebody else's and may be made to harm: what an archive unfolds into is counted
//! while it is read and never believed beforehand, and the XML is read as a stream, without entities of its own.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

/// Bytes that one part of the archive may unfold into. A long novel takes ten million.
const LIMIT_PART_BYTES: u64 = 64_000_000;

/// Parts within parts deeper than this are none of a text.
const LIMIT_DEPTH: usize = 200;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocxFault {
    /// An old Word file (.doc), or one with a password, which has the same form.
    OldOrLocked,
    /// No archive, or one without a text.
    Foreign,
    /// It is cut short or changed.
    Damaged,
    /// It unfolds into more than can be read.
    TooLarge,
}

impl DocxFault {
    /// All.
    pub const ALL: [Self; 4] = [Self::OldOrLocked, Self::Foreign, Self::Damaged, Self::TooLarge];

    /// Its name in messages between page and worker.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OldOrLocked => "oldOrLocked",
            Self::Foreign => "foreign",
            Self::Damaged => "damaged",
            Self::TooLarge => "tooLarge",
        }
    }

    /// The fault of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.code() == code)
    }
}

/// The first bytes of the container of old Word files.
const OLD: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// What kind of block a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Block {
    #[default]
    Paragraph,
    Item,
    Heading(u8),
}

impl Block {
    const fn tag(self) -> &'static str {
        match self {
            Self::Paragraph => "p",
            Self::Item => "li",
            Self::Heading(1) => "h1",
            Self::Heading(2) => "h2",
            Self::Heading(_) => "h3",
        }
    }
}

/// The text of a Word file as HTML.
///
/// # Errors
/// [`DocxFault`], the first found.
pub fn html(bytes: &[u8]) -> Result<String, DocxFault> {
    if bytes.starts_with(&OLD) {
        return Err(DocxFault::OldOrLocked);
    }
    if !bytes.starts_with(b"PK") {
        return Err(DocxFault::Foreign);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DocxFault::Damaged)?;
    let main = main_part(&mut archive)?;
    let styles = match part(&mut archive, "word/styles.xml")? {
        Some(xml) => headings(&xml),
        None => BTreeMap::new(),
    };
    let xml = part(&mut archive, &main)?.ok_or(DocxFault::Foreign)?;
    text(&xml, &styles)
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A part of the archive; `None` where there is none of that name.
fn part(archive: &mut Archive, name: &str) -> Result<Option<String>, DocxFault> {
    let Some(index) = archive.index_for_name(name) else { return Ok(None) };
    let file = archive.by_index(index).map_err(|_| DocxFault::Damaged)?;
    let mut bytes = Vec::new();
    file.take(LIMIT_PART_BYTES + 1).read_to_end(&mut bytes).map_err(|_| DocxFault::Damaged)?;
    if bytes.len() as u64 > LIMIT_PART_BYTES {
        return Err(DocxFault::TooLarge);
    }
    String::from_utf8(bytes).map(Some).map_err(|_| DocxFault::Damaged)
}

/// The name of the part that holds the text: most programs call it word/document.xml, some otherwise, and all say so.
fn main_part(archive: &mut Archive) -> Result<String, DocxFault> {
    let usual = || "word/document.xml".to_owned();
    let Some(xml) = part(archive, "_rels/.rels")? else { return Ok(usual()) };
    let mut reader = Reader::from_str(&xml);
    loop {
        match reader.read_event().map_err(|_| DocxFault::Damaged)? {
            Event::Eof => return Ok(usual()),
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                if attribute(&tag, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
                    && let Some(target) = attribute(&tag, "Target")
                {
                    return Ok(target.trim_start_matches('/').to_owned());
                }
            }
            _ => {}
        }
    }
}

/// An attribute by its name without prefix.
fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten().find(|it| it.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// Styles that are headings, by their ids; their names are English in every language of Word.
fn headings(xml: &str) -> BTreeMap<String, u8> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut style) = (BTreeMap::new(), None);
    // What cannot be read of the styles costs headings, not the text.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(tag) if tag.local_name().as_ref() == "style" => style = attribute(&tag, "styleId"),
            Event::Empty(tag) if tag.local_name().as_ref() == "name" => {
                let level = attribute(&tag, "val").and_then(|name| level_of(&name));
                if let (Some(style), Some(level)) = (style.take(), level) {
                    found.insert(style, level);
                }
            }
            _ => {}
        }
    }
    found
}

/// The level of a heading by the name of its style.
fn level_of(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    match name.strip_prefix("heading").map(str::trim) {
        Some(level) => level.parse().ok().filter(|level| (1..=9).contains(level)),
        None => (name == "title").then_some(1),
    }
}

/// Reads the part that holds the text.
#[derive(Default)]
struct Writer {
    html: String,
    /// Paragraphs that are open: a text box stands inside the paragraph that it hangs on.
    open: Vec<(Block, String)>,
    /// Whether letters are text here.
    in_text: bool,
    /// Whether the run is hidden.
    hidden: bool,
    /// How deep the reader is in what is left out; 0 where it is not.
    skipped: usize,
}

/// What is no text of the article, or the same once more for older programs.
const LEFT_OUT: [&str; 4] = ["del", "moveFrom", "Fallback", "instrText"];

fn text(xml: &str, styles: &BTreeMap<String, u8>) -> Result<String, DocxFault> {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::default();
    let (mut depth, mut has_body) = (0_usize, false);
    loop {
        match reader.read_event().map_err(|_| DocxFault::Damaged)? {
            Event::Eof if depth > 0 => return Err(DocxFault::Damaged),
            Event::Eof => break,
            Event::Start(tag) => {
                depth += 1;
                if depth > LIMIT_DEPTH {
                    return Err(DocxFault::Damaged);
                }
                has_body |= tag.local_name().as_ref() == "body";
                writer.start(&tag, styles);
            }
            Event::Empty(tag) => writer.mark(&tag, styles),
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                writer.end(tag.local_name().as_ref());
            }
            Event::Text(letters) if writer.takes() => writer.add(&letters.xml10_content()),
            Event::CData(letters) if writer.takes() => writer.add(&letters.xml10_content()),
            // The five of XML and numbers; others, which a file might define, are nothing.
            Event::GeneralRef(reference) if writer.takes() => {
                let name = reference.xml10_content();
                let number = reference.resolve_char_ref().ok().flatten();
                let letter = number.map(String::from);
                let known = quick_xml::escape::resolve_predefined_entity(&name).map(str::to_owned);
                writer.add(&letter.or(known).unwrap_or_default());
            }
            _ => {}
        }
    }
    if has_body { Ok(writer.html) } else { Err(DocxFault::Foreign) }
}

impl Writer {
    const fn takes(&self) -> bool {
        self.in_text && !self.hidden && self.skipped == 0
    }

    fn start(&mut self, tag: &BytesStart, styles: &BTreeMap<String, u8>) {
        let name = tag.local_name();
        if self.skipped > 0 || LEFT_OUT.contains(&name.as_ref()) {
            self.skipped += 1;
            return;
        }
        match name.as_ref() {
            "p" => self.open.push((Block::default(), String::new())),
            "r" => self.hidden = false,
            "t" => self.in_text = true,
            _ => self.mark(tag, styles),
        }
    }

    /// What an element says that may as well be empty.
    fn mark(&mut self, tag: &BytesStart, styles: &BTreeMap<String, u8>) {
        if self.skipped > 0 {
            return;
        }
        let block = self.open.last_mut().map(|(block, _)| block);
        match (tag.local_name().as_ref(), block) {
            ("pStyle", Some(block)) => {
                let style = attribute(tag, "val").unwrap_or_default();
                if let Some(level) = styles.get(&style).copied().or_else(|| level_of(&style)) {
                    *block = Block::Heading(level);
                }
            }
            ("numPr", Some(block)) if *block == Block::Paragraph => *block = Block::Item,
            ("vanish", _) => self.hidden = attribute(tag, "val").is_none_or(|it| it != "0" && it != "false"),
            ("tab", Some(_)) if !self.hidden => self.write(" "),
            ("br" | "cr", Some(_)) if !self.hidden => self.write("<br>"),
            ("noBreakHyphen", Some(_)) if !self.hidden => self.add("\u{2011}"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "t" => self.in_text = false,
            "p" => {
                let Some((block, inside)) = self.open.pop() else { return };
                if !inside.trim().is_empty() {
                    let tag = block.tag();
                    self.html.push_str(&format!("<{tag}>{inside}</{tag}>\n"));
                }
            }
            _ => {}
        }
    }

    fn write(&mut self, html: &str) {
        if let Some((_, inside)) = self.open.last_mut() {
            inside.push_str(html);
        }
    }

    fn add(&mut self, letters: &str) {
        let Some((_, inside)) = self.open.last_mut() else { return };
        for letter in letters.chars() {
            match letter {
                '&' => inside.push_str("&amp;"),
                '<' => inside.push_str("&lt;"),
                '>' => inside.push_str("&gt;"),
                _ => inside.push(letter),
            }
        }
    }
}

#[cfg(test)]
mod tests;
