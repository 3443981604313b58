//! Tests of the input stage: what cleaning changes, that offsets lead back, what is read of HTML.

use super::*;
use crate::notice::NoticeCode;
use crate::text::SourceSpan;

fn text(source: &str) -> CleanText {
    clean(&Input::text(source), &Options::default()).unwrap()
}

fn html(page: &str) -> CleanText {
    clean(&Input::html(page), &Options::default()).unwrap()
}

/// What the source holds for the first occurrence of `word` in the cleaned text.
fn behind<'a>(clean: &'a CleanText, word: &str) -> &'a str {
    let start = clean.text.find(word).unwrap() as u32;
    clean.map.to_source(TextSpan::new(start, start + word.len() as u32)).slice(&clean.source)
}

#[test]
fn the_source_of_plain_text_is_the_text_as_given() {
    for source in ["", "a\r\nb\u{a0}c", "\u{feff}x\u{ad}y", "Octo-\nber"] {
        assert_eq!(text(source).source, source);
    }
}

#[test]
fn line_ends_spaces_and_invisible_characters() {
    let cases = [
        ("a\r\nb\rc\u{2028}d\u{85}e", "a\nb\nc\nd\ne"),
        ("a\u{a0}b\u{202f}c\u{2009}d\te\u{c}f", "a b c d e f"),
        ("\u{feff}so\u{ad}ft\u{200b} \u{200f}mark\u{2060}", "soft mark"),
        ("ﬁnished oﬀ the eﬄuent", "finished off the effluent"),
        ("a\u{0}b\u{7}c", "abc"),
        ("👩\u{200d}⚖\u{fe0f} x\u{200d}y", "👩\u{200d}⚖\u{fe0f} xy"),
    ];
    for (source, clean) in cases {
        assert_eq!(text(source).text, clean, "{source:?}");
    }
}

#[test]
fn words_broken_at_line_ends_are_joined() {
    let cases = [
        ("in Octo-\nber, warned", "in October, warned"),
        ("Joan Abernethy-\nCole", "Joan Abernethy-Cole"),
        ("closed “with-\r\nout delay”", "closed “without delay”"),
        ("Os\u{ad}\ntrow", "Ostrow"),
        ("a well-\nknown firm", "a well-known firm"),
        ("state-of-the-\nart", "state-of-the-art"),
        ("hard-wrapped\n\ninter-\n\nnational text", "hard-wrapped\n\ninternational text"),
        ("a dash -\nand more", "a dash -\nand more"),
        ("mid-\nand long-term", "mid-\nand long-term"),
        ("a 40-\nmegawatt plant", "a 40-megawatt plant"),
        ("said so--\nand left", "said so--\nand left"),
    ];
    for (source, clean) in cases {
        assert_eq!(text(source).text, clean, "{source:?}");
    }
}

#[test]
fn cleaned_words_lead_back_to_the_characters_given() {
    let clean = text("x\u{a0}Os\u{ad}trow, ﬁnished in Octo-\r\nber,\r\nwith 👩\u{200d}⚖\u{fe0f}\u{200f}!");
    for (word, source) in [
        ("Ostrow", "Os\u{ad}trow"),
        ("finished", "ﬁnished"),
        ("October", "Octo-\r\nber"),
        ("👩\u{200d}⚖\u{fe0f}", "👩\u{200d}⚖\u{fe0f}"),
        ("with", "with"),
        ("!", "!"),
    ] {
        assert_eq!(behind(&clean, word), source);
    }
}

/// A fixed run of odd texts: pieces put together by a linear congruence, so that no run differs.
fn odd_texts() -> impl Iterator<Item = String> {
    const PIECES: [&str; 26] = [
        "a",
        "b-",
        "-",
        "\n",
        "\r",
        "\r\n",
        "\u{ad}",
        "\u{a0}",
        " ",
        "é",
        "ﬁ",
        "👩\u{200d}⚖\u{fe0f}",
        "\u{200d}",
        "Cole",
        "well-",
        "\u{200b}",
        "“",
        "\u{2028}",
        "و",
        "\u{0}",
        "9",
        "\t",
        "A",
        ".",
        "and ",
        "\u{301}",
    ];
    (0_u64..400).map(|seed| {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut text = String::new();
        for _ in 0..seed % 40 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(PIECES[(state >> 33) as usize % PIECES.len()]);
        }
        text
    })
}

#[test]
fn cleaning_clean_text_changes_nothing() {
    for source in odd_texts() {
        let once = text(&source).text;
        let twice = text(&once);
        assert_eq!(twice.text, once, "{source:?}");
        assert_eq!(twice.map, OffsetMap::identity(once.len() as u32), "{source:?}");
    }
}

#[test]
fn text_and_source_lead_to_each_other() {
    for source in odd_texts() {
        let clean = text(&source);
        let mut reached = 0;
        for (start, character) in clean.text.char_indices() {
            let span = TextSpan::new(start as u32, (start + character.len_utf8()) as u32);
            let there = clean.map.to_source(span);
            let given = source.get(there.start() as usize..there.end() as usize);
            assert!(given.is_some_and(|given| !given.is_empty()), "{source:?} at {start}");
            assert!(there.start() >= reached || given == Some("ﬁ"), "{source:?} at {start}");
            reached = there.end();
            assert!(clean.map.to_text(there).contains(span), "{source:?} at {start}");
        }
        let all = clean.map.to_text(SourceSpan::new(0, source.len() as u32));
        assert_eq!(all, TextSpan::new(0, clean.text.len() as u32), "{source:?}");
    }
}

#[test]
fn a_page_and_a_fragment_are_html_and_a_sign_in_text_is_not() {
    for page in [
        "<!DOCTYPE html><p>x",
        "\n <html><body>x</body></html>",
        "<p>One</p><p>Two</p>",
        "<meta charset='utf-8'><b id=\"docs-internal-guid-1\">x</b>",
        "Version:0.9\nStartHTML:00\n<html><!--StartFragment-->x<!--EndFragment--></html>",
        "<!-- saved --><div>x</div>",
    ] {
        assert!(sniff::is_html(page), "{page:?}");
    }
    for plain in [
        "",
        "a < b and c > d",
        "I <3 this",
        "<name@host.example> wrote:",
        "<b>Note",
        "<<quoted>>",
        "If x<p then",
    ] {
        assert!(!sniff::is_html(plain), "{plain:?}");
    }
}

#[test]
fn notices_tell_of_empty_and_foreign_text() {
    let codes = |source: &str| text(source).notices.iter().map(|notice| notice.code).collect::<Vec<_>>();
    let german = "Der Bürgermeister sagte am Montag, dass die Brücke bis zum Herbst gesperrt bleibe, weil das Geld \
        für die Arbeiten fehle und der Kreis nicht helfen wolle; die Anwohner sind darüber sehr verärgert und fordern Ersatz.";
    let english = "The mayor said on Monday that the bridge would stay shut until the autumn, because there is no \
        money for the work and the county does not want to help; people who live there are angry and want another one.";
    assert_eq!(codes(" \n\u{200b}…"), [NoticeCode::NoText]);
    assert_eq!(codes(german), [NoticeCode::NotEnglish]);
    assert_eq!(codes(&"Мэр сказал в понедельник, что мост закрыт. ".repeat(8)), [NoticeCode::NotEnglish]);
    assert_eq!(codes(english), []);
    assert_eq!(codes("Bürgermeister tritt zurück"), [], "too few words to be sure");
}

#[test]
fn a_page_gives_its_article_alone() {
    let clean = html(
        "<html><head><title>Wall falls | Post</title><style>p{}</style><script>say('x')</script></head><body>\
        <nav><a href='/'>Home</a></nav><div id='cookie-banner'><p>We use cookies to improve your visit to this page, always.</p></div>\
        <article><h1>Wall falls</h1><div class='byline'>By <a href='#'>Ana Ruiz</a></div><time>2 May 2031</time>\
        <figure><img><span>View full image</span><figcaption>The wall.</figcaption></figure>\
        <p>The wall at Tolland fell on <em>Mon</em>day, and nobody was hurt, the county&rsquo;s engineer said.</p>\
        <div class='newsletter'><p>Get the news before breakfast, every day of the week, for nothing.</p></div>\
        <ul><li>One</li><li>Two</li></ul><p>It had stood <del>twenty</del> since&nbsp;1911, long before the town was built around it.</p>\
        </article><section id='comments'><p>I have been saying this for years and years and nobody ever listened.</p></section>\
        <footer>All rights reserved</footer></body></html>",
    );
    assert_eq!(clean.title.as_deref(), Some("Wall falls | Post"));
    assert_eq!(
        clean.text,
        "Wall falls\n\nBy Ana Ruiz\n\n2 May 2031\n\nThe wall.\n\nThe wall at Tolland fell on Monday, and nobody was hurt, \
         the county’s engineer said.\n\nOne\nTwo\n\nIt had stood since 1911, long before the town was built around it."
    );
    let hints: Vec<_> = clean.hints.iter().map(|hint| (clean.slice(hint.span), hint.element)).collect();
    assert_eq!(hints[0], ("Wall falls", ElementHint::Heading(1)));
    assert_eq!(hints[1], ("By Ana Ruiz", ElementHint::Byline));
    assert_eq!(hints[2], ("2 May 2031", ElementHint::Timestamp));
    assert_eq!(hints[3], ("The wall.", ElementHint::Caption));
    assert_eq!(hints[5], ("One", ElementHint::ListItem));
    assert_eq!(hints.len(), 8);
}

#[test]
fn the_wrapper_of_an_article_may_bear_the_name_of_furniture() {
    let clean = html(
        "<body><div class='page has-sidebar promo'><p>The mayor said that the bridge would stay shut until the autumn.</p>\
        <p>She said there was no money for the work, and that the county would not help.</p></div></body>",
    );
    assert!(clean.text.starts_with("The mayor said"), "{}", clean.text);
}

#[test]
fn a_clipboard_fragment_is_read_and_what_stands_around_it_is_not() {
    let clean = html(
        "Version:0.9\nStartHTML:1\n<html><body><!--StartFragment--><div><span>One&shy;half</span> said.<br><br>Two.</div><!--EndFragment-->\
        <p>rest</p></body></html>",
    );
    assert_eq!(clean.text, "Onehalf said.\n\nTwo.");
}

#[test]
fn deep_and_broken_html_is_read_without_recursion() {
    let deep = "<div>".repeat(100_000) + "The end.";
    assert_eq!(html(&deep).text, "The end.");
    let broken = "<b><p>one</b> two</p></table></div><p>three<li>four<td>five";
    assert_eq!(
        html(broken).text.split_whitespace().collect::<Vec<_>>(),
        ["one", "two", "three", "four", "five"]
    );
    let unclosed = "<i>x".repeat(50_000) + &"</p>".repeat(50_000);
    assert_eq!(html(&unclosed).text.len(), 50_000);
    for attribute in ["a=\"b\" ", "a='b' ", "a=b ", "a ", "a=\"\""] {
        let page = format!("<p>one</p><p {}>two</p><p>three</p>", attribute.repeat(20_000));
        assert_eq!(
            html(&page).text,
            "one

two

three",
            "{attribute}"
        );
    }
}
