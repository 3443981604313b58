//! The words that page makers put into `class` and `id`, and what they say of the element's text.

/// What a class name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordRole {
    /// Comments, adverts, menus, related stories.
    Furniture,
    /// The same, but also found on wrappers of the article.
    PerhapsFurniture,
    /// The article's body.
    Body,
    /// Who wrote it.
    Byline,
    /// When.
    Timestamp,
    /// Text of a picture.
    Caption,
    /// The line under the headline.
    Subheadline,
    /// The headline.
    Headline,
}

/// Sorted. One word of a class or id is enough.
const FURNITURE: [&str; 88] = [
    "ad",
    "addthis",
    "ads",
    "adslot",
    "adspot",
    "adunit",
    "advert",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "cat",
    "categories",
    "colophon",
    "comment",
    "commenting",
    "commentlist",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "disclaimer",
    "disqus",
    "donate",
    "donation",
    "footer",
    "gdpr",
    "likes",
    "livefyre",
    "login",
    "masthead",
    "menu",
    "mostpopular",
    "mostread",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "onetrust",
    "outbrain",
    "pager",
    "pagination",
    "paywall",
    "pingback",
    "pingbacks",
    "pinned",
    "player",
    "popular",
    "popup",
    "promo",
    "promos",
    "promoted",
    "promotion",
    "pullquote",
    "pullquotes",
    "puzzles",
    "rating",
    "ratings",
    "readmore",
    "recirc",
    "recommended",
    "related",
    "relateds",
    "respond",
    "search",
    "share",
    "sharebar",
    "sharedaddy",
    "sharing",
    "sidebar",
    "signin",
    "signup",
    "skip",
    "skiplink",
    "social",
    "socials",
    "sponsor",
    "subscribe",
    "subscription",
    "taboola",
    "tagcloud",
    "taglist",
    "tags",
    "toolbar",
    "tooltip",
    "trackback",
    "trackbacks",
    "trending",
];

/// Beginnings of words that tell the same: "relatedposts", "commentform".
const FURNITURE_BEGINNINGS: [&str; 14] = [
    "advert",
    "breadcrumb",
    "commentf",
    "commentl",
    "cookie",
    "jp-related",
    "newsletter",
    "outbrain",
    "pullquote",
    "recommend",
    "related",
    "sharedaddy",
    "sponsor",
    "taboola",
];

/// Sorted. Names that stand for furniture and for wrappers alike.
const PERHAPS_FURNITURE: [&str; 14] = [
    "banner",
    "carousel",
    "gallery",
    "modal",
    "overlay",
    "pin",
    "poll",
    "pull",
    "quiz",
    "slideshow",
    "teaser",
    "teasers",
    "video",
    "widget",
];

/// Pairs of neighbouring words that say where the article is.
const BODY_PAIRS: [(&str, &str); 16] = [
    ("article", "body"),
    ("article", "content"),
    ("article", "text"),
    ("available", "content"),
    ("body", "content"),
    ("body", "copy"),
    ("body", "text"),
    ("content", "body"),
    ("entry", "content"),
    ("post", "body"),
    ("post", "content"),
    ("post", "text"),
    ("rich", "text"),
    ("story", "body"),
    ("story", "content"),
    ("story", "text"),
];

/// Pairs that say more than their words: "author-bio" is no byline, "sr-only" no text for the eye.
const FURNITURE_PAIRS: [(&str, &str); 26] = [
    ("about", "author"),
    ("author", "bio"),
    ("author", "box"),
    ("author", "card"),
    ("author", "info"),
    ("call", "action"),
    ("cat", "links"),
    ("editors", "picks"),
    ("entry", "footer"),
    ("further", "reading"),
    ("inline", "promo"),
    ("like", "this"),
    ("load", "more"),
    ("more", "from"),
    ("more", "on"),
    ("more", "stories"),
    ("most", "popular"),
    ("most", "read"),
    ("pull", "quote"),
    ("read", "also"),
    ("read", "more"),
    ("read", "next"),
    ("reader", "text"),
    ("see", "also"),
    ("sr", "only"),
    ("visually", "hidden"),
];

/// Words of class and id in lower case: "articleBody", "article-body" and "article__body" give the same.
pub(super) fn split(names: &str) -> impl Iterator<Item = String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut before_small = false;
    // Longer class lists are style sheets in disguise.
    for character in names.chars().take(400) {
        if !character.is_ascii_alphanumeric() || (before_small && character.is_ascii_uppercase()) {
            words.push(std::mem::take(&mut word));
        }
        if character.is_ascii_alphanumeric() {
            word.push(character.to_ascii_lowercase());
        }
        before_small = character.is_ascii_lowercase();
    }
    words.push(word);
    words.into_iter().filter(|word| !word.is_empty())
}

/// What the words of class and id say together.
pub(super) fn role(words: &[String]) -> Option<WordRole> {
    let has = |list: &[&str]| words.iter().any(|word| list.binary_search(&word.as_str()).is_ok());
    let pair = |list: &[(&str, &str)]| {
        words
            .iter()
            .zip(words.iter().skip(1))
            .any(|(first, second)| list.contains(&(first.as_str(), second.as_str())))
    };
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    // A post embedded from elsewhere is part of the story: "social-embed", "twitter-tweet".
    let embedded = any(&["embed", "embedded", "tweet", "oembed"]);
    if words.is_empty() {
        return None;
    }
    if pair(&FURNITURE_PAIRS) {
        return Some(WordRole::Furniture);
    }
    if pair(&BODY_PAIRS) || any(&["articlebody", "storybody", "postcontent", "entrycontent"]) {
        return Some(WordRole::Body);
    }
    let beginning = |word: &String| FURNITURE_BEGINNINGS.iter().any(|start| word.starts_with(start));
    if !embedded && (has(&FURNITURE) || words.iter().any(beginning)) {
        return Some(WordRole::Furniture);
    }
    if !embedded && has(&PERHAPS_FURNITURE) {
        return Some(WordRole::PerhapsFurniture);
    }
    if any(&["standfirst", "subtitle", "dek", "deck", "subheadline", "subhead", "strapline", "subheading"]) {
        Some(WordRole::Subheadline)
    } else if any(&[
        "byline",
        "bylines",
        "author",
        "authors",
        "contributor",
        "contributors",
        "meta",
        "signature",
    ]) {
        Some(WordRole::Byline)
    } else if any(&["timestamp", "dateline", "date", "pubdate", "published", "datetime", "updated"]) {
        Some(WordRole::Timestamp)
    } else if any(&["caption", "figcaption", "credit", "credits"]) {
        Some(WordRole::Caption)
    } else if any(&["headline"]) || pair(&[("entry", "title"), ("article", "title"), ("post", "title")]) {
        Some(WordRole::Headline)
    } else {
        None
    }
}
