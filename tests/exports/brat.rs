//! brat standoff, read and checked as brat does it: the words of a mark are those at its offsets, no mark covers a line
//! end, no reference leads nowhere.

use std::collections::BTreeMap;

use whosaid::export::brat::{CONFIGURATION, brat};

use crate::{documents, for_all, real, slice};

/// Marks by id: type, spans and words.
type Marks = BTreeMap<String, (String, Vec<(usize, usize)>, String)>;

/// Python's `str.splitlines`, by which brat reads a file.
fn lines(text: &str) -> Vec<&str> {
    let ends = |c| {
        matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    text.split_terminator(ends).collect()
}

fn read(text: &str, annotations: &str) -> (Marks, Vec<Vec<String>>) {
    let mut marks = Marks::new();
    let mut rest = Vec::new();
    for line in lines(annotations) {
        let fields: Vec<&str> = line.split('\t').collect();
        if !line.starts_with('T') {
            rest.push(fields.iter().flat_map(|field| field.split(' ')).map(str::to_owned).collect());
            continue;
        }
        let [id, kind, words] = fields[..] else { panic!("{line:?} has not three fields") };
        let (kind, spans) = kind.split_once(' ').unwrap();
        assert!(
            !kind.is_empty() && kind.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)),
            "{kind}"
        );
        let number = |digits: &str| digits.parse::<usize>().unwrap();
        let spans: Vec<_> = spans.split(';').map(|span| span.split_once(' ').unwrap()).collect();
        let spans: Vec<_> = spans.into_iter().map(|(start, end)| (number(start), number(end))).collect();
        let there: Vec<_> = spans.iter().map(|(start, end)| slice(text, *start, *end)).collect();
        assert_eq!(there.join(" "), words, "{line:?}");
        assert!(there.iter().all(|piece| lines(piece).len() == 1 && !piece.contains('\t')), "{line:?}");
        assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0), "pieces overlap: {line:?}");
        assert!(
            marks.insert(id.to_owned(), (kind.to_owned(), spans, words.to_owned())).is_none(),
            "{id} twice"
        );
    }
    (marks, rest)
}

#[test]
fn every_mark_has_the_words_at_its_offsets_and_every_reference_a_mark() {
    for_all(|document| {
        let files = brat(document);
        assert_eq!(files.text, document.text);
        let (marks, rest) = read(&files.text, &files.annotations);
        for fields in rest {
            let references: Vec<_> = match fields[0].as_bytes()[0] {
                b'R' => fields[2..].iter().map(|field| field.split_once(':').unwrap().1).collect(),
                b'*' => fields[2..].iter().map(String::as_str).collect(),
                b'A' | b'#' => vec![fields[2].as_str()],
                other => panic!("a line of sort {}", other as char),
            };
            assert!(
                !references.is_empty() && references.iter().all(|id| marks.contains_key(*id)),
                "{fields:?}"
            );
        }
    });
}

#[test]
fn the_configuration_knows_every_type_of_real_articles() {
    let known = |word: &str| {
        CONFIGURATION.lines().any(|line| line.split(['\t', ' ', ',', '|', ':']).any(|known| known == word))
    };
    for document in real() {
        let files = brat(document);
        let (marks, rest) = read(&files.text, &files.annotations);
        assert!(marks.values().all(|(kind, ..)| known(kind)));
        for fields in rest.iter().filter(|fields| !fields[0].starts_with('#')) {
            assert!(known(&fields[1]), "{fields:?}");
            assert!(!fields[0].starts_with('A') || known(&fields[3]), "{fields:?}");
        }
    }
}

#[test]
fn a_mark_over_line_ends_is_in_pieces_on_one_line() {
    let mut document = documents::bare("Ana\r\n Ruiz\u{2028}😀x");
    document.mentions.push(documents::mention(0, 0, 13));
    assert_eq!(brat(&document).annotations, "T1\tPERSON 0 3;6 10;11 13\tAna Ruiz 😀x\n");
    document.mentions[0] = documents::mention(0, 3, 5);
    assert_eq!(brat(&document).annotations, "", "nothing to mark");
}
