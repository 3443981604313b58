//! The ugliest Documents that still are one.

use proptest::prelude::*;
use whosaid::Document;
use whosaid::document::{
    BlockRecord, EntityRecord, MentionRecord, NoticeRecord, ProducedBy, QuoteRecord, SentenceRecord,
    SpanRecord, TokenColumns, ValueRecord,
};
use whosaid::text::{OffsetUnit, UnitConverter};

/// A Document with a text and nothing else.
pub fn bare(text: &str) -> Document {
    Document {
        schema: "1.2".to_owned(),
        id: None,
        produced_by: ProducedBy { name: "test".into(), version: "0".into(), model: "none".into() },
        language: "en".to_owned(),
        offset_unit: OffsetUnit::Codepoint,
        text: text.to_owned(),
        title: None,
        blocks: Vec::new(),
        sentences: Vec::new(),
        tokens: TokenColumns::default(),
        mentions: Vec::new(),
        entities: Vec::new(),
        quotes: Vec::new(),
        notices: Vec::new(),
    }
}

/// A name without an entity.
pub fn mention(id: u32, start: u32, end: u32) -> MentionRecord {
    MentionRecord {
        id,
        start,
        end,
        kind: "name".to_owned(),
        entity_type: "PERSON".to_owned(),
        entity: None,
        value: None,
        confidence: 0.5,
        why: None,
        corrected: false,
    }
}

/// A statement with that content.
pub fn quote(id: u32, content: &[SpanRecord]) -> QuoteRecord {
    QuoteRecord {
        id,
        kind: "direct".to_owned(),
        class: "statement".to_owned(),
        polarity: "asserted".to_owned(),
        content: content.to_vec(),
        cue: None,
        source: None,
        speaker: None,
        addressees: Vec::new(),
        parent: None,
        confidence: 0.5,
        why: None,
        corrected: false,
    }
}

/// Pieces of text that have broken programs before: signs of markup, control characters, line ends, astral and
/// right-to-left characters, combining marks, noncharacters.
fn ugly_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Ana Ruiz",
        "said",
        "“",
        "”",
        "\"",
        "'",
        "’s",
        "n't",
        "do",
        " ",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\t",
        "\0",
        "\u{1}",
        "\u{b}",
        "\u{c}",
        "\u{1b}[31m",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{200d}",
        "\u{2028}",
        "\u{202e}",
        "\u{feff}",
        "\u{fdd0}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{1fffe}",
        "\u{10ffff}",
        "😀",
        "👩\u{200d}⚖️",
        "𐍈",
        "e\u{301}",
        "\u{301}",
        "שלום",
        "مرحبا",
        "<script>alert(1)</script>",
        "</style>",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
        "&amp;",
        "&#0;",
        "&",
        "<",
        ">",
        "|",
        "=",
        "_",
        "#",
        "# text",
        "1.",
        "(",
        ")",
        "\\",
        "-",
        "*",
        "`",
    ]);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

fn label(known: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        9 => prop::sample::select(known).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["", "new label", "<b>\"&", "a|b=c\td\n", "\0", "é", "12"])
            .prop_map(str::to_owned),
    ]
}

/// Numbers from which spans, references and choices of one Document are drawn.
type Draw = prop::collection::VecStrategy<std::ops::Range<u32>>;

fn draw() -> Draw {
    prop::collection::vec(0..1000_u32, 160)
}

/// Any Document that `whosaid::document::check` accepts: spans on character edges, references that exist, trees;
/// everything else as ugly as it comes.
pub fn any_document() -> impl Strategy<Value = Document> {
    let labels = (
        label(&["headline", "subheadline", "byline", "paragraph", "listItem", "speakerLabel", "boilerplate"]),
        label(&["name", "nominal", "pronoun"]),
        label(&["PERSON", "ORG", "GPE", "FAC", "NORP", "EVENT", "WORK", "PRODUCT", "LAW", "MISC"]),
        label(&["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"]),
        label(&["direct", "indirect", "mixed"]),
        label(&["statement", "belief", "directive", "attitude", "evidence"]),
        label(&["asserted", "denied", "hypothetical"]),
    );
    let unit = prop::sample::select(vec![OffsetUnit::Byte, OffsetUnit::Utf16, OffsetUnit::Codepoint]);
    let words =
        (prop::option::of(ugly_text()), prop::option::of(ugly_text()), ugly_text(), label(&["en", "pt-BR"]));
    (ugly_text(), unit, draw(), labels, words).prop_map(|(text, unit, draw, labels, words)| {
        let (block, kind, name, value, quote_kind, class, polarity) = labels;
        let (id, title, other, language) = words;
        let mut from = Source { draw: draw.into_iter().cycle(), edges: edges(&text, unit) };
        let mut document = Document { id, title, language, offset_unit: unit, ..bare(&text) };
        for id in 0..from.below(4) {
            let SpanRecord { start, end } = from.span();
            let kind = if id == 1 { block.clone() } else { "paragraph".to_owned() };
            document.blocks.push(BlockRecord { id, kind, start, end });
        }
        add_words(&mut document, &mut from, &other);
        let people = from.below(4);
        for id in 0..from.below(6) {
            let SpanRecord { start, end } = from.span();
            let entity_type = if id % 2 == 0 { name.clone() } else { value.clone() };
            let value = (id % 3 == 1).then(|| ValueRecord {
                kind: "date".to_owned(),
                iso: Some(if id == 1 { "2024-05-03".to_owned() } else { other.clone() }),
                amount: Some(other.clone()),
                unit: Some(other.clone()),
                ..ValueRecord::default()
            });
            let entity = from.reference(people);
            let kind = kind.clone();
            document.mentions.push(MentionRecord {
                kind,
                entity_type,
                entity,
                value,
                ..mention(id, start, end)
            });
        }
        for id in 0..people {
            let own = |mention: &&MentionRecord| mention.entity == Some(id);
            document.entities.push(EntityRecord {
                id,
                entity_type: if id == 0 { "PERSON".to_owned() } else { name.clone() },
                name: other.clone(),
                aliases: vec![other.clone()],
                titles: vec![other.clone()],
                affiliations: vec![other.clone()],
                gender: "plural".to_owned(),
                mentions: document.mentions.iter().filter(own).map(|mention| mention.id).collect(),
                corrected: false,
            });
        }
        for id in 0..from.below(5) {
            let content: Vec<_> = (0..from.below(4)).map(|_| from.span()).collect();
            document.quotes.push(QuoteRecord {
                kind: quote_kind.clone(),
                class: class.clone(),
                polarity: polarity.clone(),
                cue: (from.below(3) > 0).then(|| from.span()),
                source: (from.below(3) > 0).then(|| from.span()),
                speaker: from.reference(people),
                addressees: from.reference(people).into_iter().collect(),
                parent: from.reference(id),
                ..quote(id, &content)
            });
        }
        let SpanRecord { start, end } = from.span();
        document.notices.push(NoticeRecord { code: other, start, end });
        document
    })
}

/// Tokens cut at random, sentences of a few of them each.
fn add_words(document: &mut Document, from: &mut Source, lemma: &str) {
    let count = document.blocks.len() as u32;
    let mut rest = from.edges.clone();
    rest.dedup();
    while rest.len() > 1 && count > 0 {
        let length = 1 + from.below(7) as usize;
        let sentence: Vec<u32> = rest.drain(..length.min(rest.len() - 1)).collect();
        let (start, end) = (sentence[0], rest[0]);
        let first = document.tokens.start.len() as u32;
        for pair in sentence.chunks(2) {
            let tokens = &mut document.tokens;
            tokens.start.push(pair[0]);
            tokens.end.push(pair.get(1).copied().unwrap_or(end));
            tokens.upos.push(if pair[0] % 5 == 0 { "PUNCT".into() } else { "NOUN".into() });
            tokens.lemma.push(if pair[0] % 2 == 0 { lemma.to_owned() } else { "x".to_owned() });
            let here = tokens.start.len() as u32 - 1;
            tokens.head.push((here > first && from.below(4) > 0).then(|| here - 1));
            tokens.deprel.push("dep".into());
        }
        let id = document.sentences.len() as u32;
        document.sentences.push(SentenceRecord { id, start, end, block: from.below(count) });
    }
}

struct Source {
    draw: std::iter::Cycle<std::vec::IntoIter<u32>>,
    edges: Vec<u32>,
}

impl Source {
    fn below(&mut self, bound: u32) -> u32 {
        self.draw.next().unwrap_or_default() % bound.max(1)
    }

    fn span(&mut self) -> SpanRecord {
        let count = self.edges.len() as u32;
        let (one, other) = (self.below(count) as usize, self.below(count) as usize);
        SpanRecord { start: self.edges[one.min(other)], end: self.edges[one.max(other)] }
    }

    fn reference(&mut self, rows: u32) -> Option<u32> {
        let drawn = self.below(rows + 1);
        drawn.checked_sub(1)
    }
}

fn edges(text: &str, unit: OffsetUnit) -> Vec<u32> {
    let converter = UnitConverter::new(text, unit);
    let bytes = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
    bytes.map(|byte| converter.from_byte(byte as u32)).collect()
}
