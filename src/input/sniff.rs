//! Whether a text is HTML.

/// Tags that begin a page or a clipboard fragment.
const PAGE_TAGS: [&str; 8] = ["!doctype", "html", "head", "body", "meta", "title", "article", "main"];

/// Tags whose presence in numbers makes a text HTML.
const TEXT_TAGS: [&str; 20] = [
    "a",
    "b",
    "blockquote",
    "br",
    "div",
    "em",
    "figure",
    "h1",
    "h2",
    "h3",
    "header",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "section",
    "span",
    "strong",
    "ul",
];

/// How much of the text is looked at, in bytes.
const SAMPLE: usize = 4000;

/// Whether `text` is an HTML page or fragment, rather than plain text that merely contains "<".
///
/// A page begins with a page's tag, a clipboard fragment says so, and a fragment without either begins with
/// a tag and has closed tags; "a < b", "<3" and "<name@host>" in running text are none of these.
pub(super) fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let mut end = start.len().min(SAMPLE);
    while !start.is_char_boundary(end) {
        end -= 1;
    }
    let sample = start.get(..end).unwrap_or_default().to_ascii_lowercase();
    if sample.contains("<!--startfragment-->")
        || (sample.starts_with("version:") && sample.contains("starthtml:"))
    {
        return true;
    }
    let Some(first) = sample.strip_prefix('<') else { return false };
    if first.starts_with("!--") || first.starts_with("?xml") {
        return tags(&sample).any(|(name, _)| is_page_tag(name) || is_text_tag(name));
    }
    match tags(&sample).next() {
        Some((name, false)) if is_page_tag(name) => true,
        Some((name, false)) if is_text_tag(name) || name == "table" || name == "nav" => {
            // "<b>Note" alone may be typed by hand.
            let (opened, closed) =
                tags(&sample).fold(
                    (0, 0),
                    |(opened, closed), (_, closing)| {
                        if closing { (opened, closed + 1) } else { (opened + 1, closed) }
                    },
                );
            closed >= 1 || opened >= 3
        }
        _ => false,
    }
}

fn is_page_tag(name: &str) -> bool {
    PAGE_TAGS.contains(&name)
}

fn is_text_tag(name: &str) -> bool {
    TEXT_TAGS.contains(&name)
}

/// Names of the tags in `text`, and whether each closes an element.
fn tags(text: &str) -> impl Iterator<Item = (&str, bool)> {
    text.split('<').skip(1).filter_map(|piece| {
        let (name, closing) = piece.strip_prefix('/').map_or((piece, false), |name| (name, true));
        let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '!')).unwrap_or(name.len());
        let after = name.get(end..).and_then(|after| after.chars().next());
        let real = after.is_some_and(|c| c == '>' || c == '/' || c.is_ascii_whitespace());
        (end > 0 && real).then(|| (name.get(..end).unwrap_or_default(), closing))
    })
}
