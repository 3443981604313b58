//! What the name and the attributes of an element say of its text: block or inline, wanted or page
//! furniture, headline or caption.

use std::borrow::Cow;

use super::class_words::{self, WordRole};
use crate::input::ElementHint;

/// How an element stands in the flow of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Within a line.
    Inline,
    /// Begins and ends a paragraph.
    Block,
    /// `br`.
    Break,
}

/// Whether an element is page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unwanted {
    /// Nothing says so.
    No,
    /// An attribute hints at it, but pages also put such names on the article's own wrapper.
    Perhaps,
    /// Its class names it: comments, adverts, related stories.
    Likely,
    /// By its very name: script, nav, button.
    Surely,
}

/// Elements that the extraction treats in a way of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing special.
    Other,
    /// `a` with a target.
    Link,
    /// `figure`: only its caption and quotations count.
    Figure,
    /// `figcaption`, `blockquote`: kept inside a figure.
    InFigure,
    /// `article`, or what the page marks as the article's body.
    Article,
    /// `main`.
    Main,
    /// `p`, `li`, `h2` …: never the container of an article.
    Leaf,
    /// `table`.
    Table,
    /// `h1`.
    MainHeading,
    /// `pre`.
    Preformatted,
}

/// What is known of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Traits {
    pub(super) form: Form,
    pub(super) unwanted: Unwanted,
    pub(super) kind: Kind,
    pub(super) hint: Option<ElementHint>,
}

impl Traits {
    /// The page itself.
    pub(super) const fn root() -> Self {
        Self { form: Form::Block, unwanted: Unwanted::No, kind: Kind::Other, hint: None }
    }
}

/// The attributes that tell something about text.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    /// Words of class, id and the names that components give themselves.
    words: Vec<String>,
    hidden: bool,
    link: bool,
    role: String,
    article_body: bool,
    author: bool,
    block: bool,
}

impl Attributes {
    /// Reads the attributes of a tag.
    pub(super) fn new<'a>(attributes: impl Iterator<Item = (Cow<'a, str>, Cow<'a, str>)>) -> Self {
        let mut found = Self::default();
        for (name, value) in attributes {
            match name.as_ref() {
                "class" | "id" | "name" | "data-component" | "data-testid" | "data-block" => {
                    found.words.extend(class_words::split(&value));
                }
                "hidden" => found.hidden |= value != "until-found",
                "aria-hidden" => found.hidden |= value == "true",
                "href" => found.link = true,
                "role" => found.role = value.to_ascii_lowercase(),
                "itemprop" => {
                    found.article_body |= value.eq_ignore_ascii_case("articleBody");
                    found.author |= value == "author";
                }
                "rel" => found.author |= value.split_whitespace().any(|word| word == "author"),
                "style" => {
                    let style: String =
                        value.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
                    found.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
                    found.block |= style.contains("display:block");
                }
                _ => {}
            }
        }
        found
    }
}

/// What an element is.
pub(super) fn traits(name: &str, attributes: &Attributes) -> Traits {
    let words = class_words::role(&attributes.words);
    let form = match name {
        "br" => Form::Break,
        _ if is_inline(name) && !attributes.block => Form::Inline,
        _ => Form::Block,
    };
    let kind = kind(name, attributes, words);
    let unwanted = match name {
        _ if is_furniture(name) => Unwanted::Surely,
        "html" | "body" | "main" => Unwanted::No,
        _ if kind == Kind::Article && name != "article" => Unwanted::No,
        _ => by_attributes(attributes, words),
    };
    // A form may wrap a whole page on some servers.
    let unwanted = if name == "form" { unwanted.max(Unwanted::Perhaps) } else { unwanted };
    Traits { form, unwanted, kind, hint: hint(name, attributes, words) }
}

fn kind(name: &str, attributes: &Attributes, words: Option<WordRole>) -> Kind {
    match name {
        "a" if attributes.link => Kind::Link,
        "figure" => Kind::Figure,
        "figcaption" | "blockquote" => Kind::InFigure,
        "article" => Kind::Article,
        "main" => Kind::Main,
        "table" => Kind::Table,
        "h1" => Kind::MainHeading,
        "pre" => Kind::Preformatted,
        "p" | "li" | "dt" | "dd" | "h2" | "h3" | "h4" | "h5" | "h6" | "tr" => Kind::Leaf,
        _ if attributes.article_body || words == Some(WordRole::Body) => Kind::Article,
        _ if attributes.role == "main" => Kind::Main,
        _ => Kind::Other,
    }
}

fn by_attributes(attributes: &Attributes, words: Option<WordRole>) -> Unwanted {
    match attributes.role.as_str() {
        "navigation" | "complementary" | "contentinfo" | "search" | "dialog" | "alertdialog" | "menu"
        | "menubar" | "toolbar" | "tablist" | "button" | "tooltip" => return Unwanted::Likely,
        "banner" | "alert" | "form" => return Unwanted::Perhaps,
        _ => {}
    }
    match words {
        Some(WordRole::Furniture) => Unwanted::Likely,
        Some(WordRole::PerhapsFurniture) => Unwanted::Perhaps,
        _ if attributes.hidden => Unwanted::Perhaps,
        _ => Unwanted::No,
    }
}

fn hint(name: &str, attributes: &Attributes, words: Option<WordRole>) -> Option<ElementHint> {
    let by_name = match name {
        "h1" => Some(ElementHint::Heading(1)),
        "h2" => Some(ElementHint::Heading(2)),
        "h3" => Some(ElementHint::Heading(3)),
        "h4" => Some(ElementHint::Heading(4)),
        "h5" => Some(ElementHint::Heading(5)),
        "h6" => Some(ElementHint::Heading(6)),
        "li" | "dt" | "dd" => Some(ElementHint::ListItem),
        "figcaption" | "caption" => Some(ElementHint::Caption),
        "time" => Some(ElementHint::Timestamp),
        "blockquote" => Some(ElementHint::BlockQuote),
        "address" => Some(ElementHint::Byline),
        _ => None,
    };
    let by_words = match words {
        Some(WordRole::Byline) => Some(ElementHint::Byline),
        Some(WordRole::Timestamp) => Some(ElementHint::Timestamp),
        Some(WordRole::Caption) => Some(ElementHint::Caption),
        Some(WordRole::Subheadline) => Some(ElementHint::Subheadline),
        Some(WordRole::Headline) => Some(ElementHint::Heading(1)),
        _ if attributes.author => Some(ElementHint::Byline),
        _ => None,
    };
    // `<h2 class="standfirst">` is a standfirst, whatever the designer made of it.
    match (by_name, by_words) {
        (Some(ElementHint::Heading(level)), Some(ElementHint::Subheadline)) if level > 1 => by_words,
        (None, None) if !is_inline(name) => Some(ElementHint::Paragraph),
        _ => by_name.or(by_words),
    }
}

/// Elements that never hold the words of an article. `s` and `del` hold words that were taken back.
fn is_furniture(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "math"
            | "title"
            | "iframe"
            | "object"
            | "canvas"
            | "audio"
            | "video"
            | "map"
            | "select"
            | "option"
            | "datalist"
            | "textarea"
            | "button"
            | "label"
            | "dialog"
            | "del"
            | "s"
            | "strike"
            | "rp"
            | "rt"
            | "nav"
            | "menu"
            | "footer"
            | "aside"
            | "progress"
            | "meter"
            | "xml"
            | "noframes"
            | "noembed"
            | "legend"
            | "frameset"
    )
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "mark"
            | "nobr"
            | "q"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "label"
            | "button"
            | "input"
            | "select"
            | "rp"
            | "rt"
            | "map"
            | "area"
            | "picture"
            | "source"
            | "link"
            | "meta"
            | "bsp-link"
    ) || name.contains(':')
}
