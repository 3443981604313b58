//! HTML → a flat tree: the tokens of the HTML tokenizer as nodes in document order, each with the end of its
//! subtree, so that no later step needs recursion however deep the nesting.

use html5gum::{StartTag, Token};

use super::guard::tokens;
use super::roles::{Attributes, Form, Traits, traits};

/// Elements without content.
const VOID: [&str; 17] = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
];

/// How many open elements are looked at for the partner of an end tag. Well-formed pages find it at once;
/// the bound keeps broken ones linear.
const LOOK_UP: usize = 256;

/// An element, or a run of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// What it is.
    pub(super) kind: NodeKind,
    /// One past the last node of its subtree.
    pub(super) end: usize,
    /// The element that holds it; the first node holds itself.
    pub(super) parent: usize,
}

/// What a node is.
#[derive(Clone, Copy, Debug)]
pub(super) enum NodeKind {
    /// An element with what its name and attributes say.
    Element(Traits),
    /// Text from `start` to `end` of [`Page::characters`].
    Text { start: usize, end: usize },
}

/// A page as a flat tree.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Nodes in document order; the first is the root.
    pub(super) nodes: Vec<Node>,
    /// The decoded text of all text nodes.
    pub(super) characters: String,
    /// Text of the `title` element.
    pub(super) title: Option<String>,
    /// Nodes between the marks of a clipboard fragment.
    pub(super) fragment: Option<(usize, usize)>,
}

/// Reads a page.
pub(super) fn read(html: &str) -> Page {
    let mut builder = Builder::new();
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) => builder.open(&tag),
            Token::EndTag(tag) => builder.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => builder.text(&String::from_utf8_lossy(&text)),
            Token::Comment(comment) => builder.comment(&String::from_utf8_lossy(&comment)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    builder.finish()
}

struct Open {
    name: String,
    node: usize,
    form: Form,
}

struct Builder {
    page: Page,
    open: Vec<Open>,
    title: Option<String>,
    fragment_start: Option<usize>,
}

impl Builder {
    fn new() -> Self {
        let root = Node { kind: NodeKind::Element(Traits::root()), end: 0, parent: 0 };
        Self {
            page: Page { nodes: vec![root], ..Page::default() },
            open: vec![Open { name: String::new(), node: 0, form: Form::Block }],
            title: None,
            fragment_start: None,
        }
    }

    fn parent(&self) -> usize {
        self.open.last().map_or(0, |open| open.node)
    }

    fn open(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attributes = Attributes::new(
            tag.attributes
                .iter()
                .map(|(name, value)| (String::from_utf8_lossy(name), String::from_utf8_lossy(value))),
        );
        let traits = traits(&name, &attributes);
        self.close_implied(&name, traits.form);
        let node = self.page.nodes.len();
        let parent = self.parent();
        self.page.nodes.push(Node { kind: NodeKind::Element(traits), end: node + 1, parent });
        if name == "title"
            && self.page.title.is_none()
            && !self.open.iter().rev().take(4).any(|o| o.name == "svg")
        {
            self.title = Some(String::new());
        }
        if VOID.binary_search(&name.as_str()).is_err() && !(tag.self_closing && is_foreign(&name)) {
            self.open.push(Open { name, node, form: traits.form });
        }
    }

    /// Ends the elements whose end tag HTML lets one leave out.
    fn close_implied(&mut self, name: &str, form: Form) {
        match name {
            "li" => self.close_within(&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => self.close_within(&["dt", "dd"], &["dl"]),
            "tr" => self.close_within(&["tr"], &["table"]),
            "td" | "th" => self.close_within(&["td", "th"], &["table", "tr"]),
            "option" => self.close_within(&["option"], &["select"]),
            "body" => self.close_within(&["head"], &[]),
            _ => {}
        }
        if form != Form::Inline {
            self.close_within(
                &["p"],
                &["table", "td", "th", "button", "caption", "object", "li", "blockquote", "div"],
            );
        }
    }

    /// Closes the innermost open element with one of `names`, if no `barrier` lies inside it.
    fn close_within(&mut self, names: &[&str], barriers: &[&str]) {
        let near = self.open.iter().enumerate().rev().take(LOOK_UP);
        for (index, open) in near {
            if names.contains(&open.name.as_str()) {
                self.close_from(index);
                return;
            }
            if barriers.contains(&open.name.as_str()) {
                return;
            }
        }
    }

    fn close(&mut self, name: &str) {
        if name == "title"
            && let Some(title) = self.title.take()
        {
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            self.page.title = (!title.is_empty()).then_some(title);
        }
        let near = self.open.iter().enumerate().rev().take(LOOK_UP);
        let mut found = None;
        let mut inside_block = false;
        for (index, open) in near {
            if open.name == name {
                // `<b><p>x</b>y</p>`: the end of an inline element does not end the block around it.
                found = (index > 0 && !(inside_block && open.form == Form::Inline)).then_some(index);
                break;
            }
            inside_block |= open.form != Form::Inline;
        }
        if let Some(index) = found {
            self.close_from(index);
        }
    }

    fn close_from(&mut self, index: usize) {
        let end = self.page.nodes.len();
        for open in self.open.drain(index..) {
            if let Some(node) = self.page.nodes.get_mut(open.node) {
                node.end = end;
            }
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(title) = &mut self.title {
            title.push_str(text);
            return;
        }
        let start = self.page.characters.len();
        self.page.characters.push_str(text);
        let node = self.page.nodes.len();
        let kind = NodeKind::Text { start, end: self.page.characters.len() };
        let parent = self.parent();
        self.page.nodes.push(Node { kind, end: node + 1, parent });
    }

    fn comment(&mut self, comment: &str) {
        match comment.trim() {
            "StartFragment" => self.fragment_start = Some(self.page.nodes.len()),
            "EndFragment" => {
                if let Some(start) = self.fragment_start.take() {
                    self.page.fragment = Some((start, self.page.nodes.len()));
                }
            }
            _ => {}
        }
    }

    fn finish(mut self) -> Page {
        self.close_from(0);
        if let Some(start) = self.fragment_start {
            self.page.fragment = Some((start, self.page.nodes.len()));
        }
        self.page
    }
}

/// Elements of other vocabularies, in which `/>` closes.
fn is_foreign(name: &str) -> bool {
    matches!(name, "svg" | "path" | "g" | "use" | "circle" | "rect" | "line" | "polygon" | "math")
        || name.contains(':')
}
