//! Word files made here, whole, odd and hostile.

use std::io::Write;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const RELATIONSHIPS: &str = r#"<Relationships xmlns="r"><Relationship Id="x" Type="http://s/coreProperties" Target="x"/><Relationship Id="y" Type="http://s/officeDocument" Target="/word/document2.xml"/></Relationships>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="Liste"><w:name w:val="List Paragraph"/></w:style></w:styles>"#;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A file with this between the tags of its body.
fn word(body: &str) -> Vec<u8> {
    let document =
        format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    archive(&[("_rels/.rels", RELATIONSHIPS), ("word/styles.xml", STYLES), ("word/document2.xml", &document)])
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn headings_paragraphs_and_items_are_told_apart_whatever_the_language_of_word() {
    let styled = |style: &str, words: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#)
    };
    let item = r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>"#;
    let body = [
        &styled("Titel", "Council votes"),
        &styled("berschrift2", "Why"),
        &styled("Heading3", "So"),
        &styled("Liste", "Plain"),
        item,
        "<w:p/>",
        &paragraph("<![CDATA[Fish]]> &amp; &lt;chips&gt; &#8220;x&#x201d;"),
    ]
    .map(str::to_owned);
    assert_eq!(
        html(&word(&body.concat())).unwrap(),
        "<h1>Council votes</h1>\n<h2>Why</h2>\n<h3>So</h3>\n<p>Plain</p>\n<li>One</li>\n\
         <p>Fish &amp; &lt;chips&gt; “x”</p>\n"
    );
}

#[test]
fn runs_join_breaks_part_and_what_is_no_text_is_left_out() {
    let body = r#"<w:p>
        <w:r><w:t>We </w:t></w:r><w:hyperlink><w:r><w:t>won</w:t></w:r></w:hyperlink>
        <w:r><w:tab/><w:t>twice</w:t><w:br/><w:t>now</w:t></w:r>
        <w:del><w:r><w:delText>lost</w:delText><w:t>gone</w:t></w:r></w:del>
        <w:ins><w:r><w:t>.</w:t></w:r></w:ins>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>
        <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:instrText>PAGE</w:instrText><w:t>!</w:t></w:r>
    </w:p>"#;
    assert_eq!(html(&word(body)).unwrap(), "<p>We won twice<br>now.!</p>\n");
    let boxed = r#"<w:p><w:r><w:t>Around</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> it</w:t></w:r></w:p>"#;
    assert_eq!(html(&word(boxed)).unwrap(), "<p>Box</p>\n<p>Around it</p>\n");
}

#[test]
fn what_is_no_word_file_is_told_by_name() {
    assert_eq!(html(b""), Err(DocxFault::Foreign));
    assert_eq!(html(b"It rained."), Err(DocxFault::Foreign));
    assert_eq!(html(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Err(DocxFault::OldOrLocked));
    assert_eq!(html(b"PK\x03\x04 and no more"), Err(DocxFault::Damaged));
    assert_eq!(html(&archive(&[("a.txt", "It rained.")])), Err(DocxFault::Foreign));
    assert_eq!(html(&archive(&[("word/document.xml", "<sheet/>")])), Err(DocxFault::Foreign));
    let whole = word(&paragraph("It rained."));
    assert_eq!(html(&whole).unwrap(), "<p>It rained.</p>\n");
    assert_eq!(html(&whole[..whole.len() - 30]), Err(DocxFault::Damaged));
    for broken in ["<w:body><w:p>", "<w:body></w:p>", "<w:body", "\u{1}"] {
        let faulty = archive(&[("word/document.xml", broken)]);
        assert!(html(&faulty).is_err(), "{broken}");
    }
    for code in DocxFault::ALL {
        assert_eq!(DocxFault::from_code(code.code()), Some(code));
    }
}

#[test]
fn bytes_changed_anywhere_stop_nothing() {
    let whole = word(&paragraph("It rained."));
    for place in 0..whole.len() {
        for change in [0x01, 0xff] {
            let mut changed = whole.clone();
            changed[place] ^= change;
            let _ = html(&changed);
        }
    }
}

#[test]
fn a_file_that_unfolds_into_too_much_is_refused_whatever_it_says() {
    let bomb = word(&paragraph(&"0".repeat(LIMIT_PART_BYTES as usize)));
    assert!(bomb.len() < 200_000, "a bomb is small");
    assert_eq!(html(&bomb), Err(DocxFault::TooLarge));
    let deep = word(&"<w:p>".repeat(LIMIT_DEPTH));
    assert_eq!(html(&deep), Err(DocxFault::Damaged));
}

#[test]
fn entities_that_a_file_defines_are_nothing() {
    let document = r#"<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>x&b;y</w:t></w:r></w:p></w:body></w:document>"#;
    assert_eq!(html(&archive(&[("word/document.xml", document)])).unwrap(), "<p>xy</p>\n");
}
