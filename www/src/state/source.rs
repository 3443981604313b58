//! A text to analyse, as it came.

use std::rc::Rc;

/// The form of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// HTML, from the clipboard or a file.
    Html,
}

impl Format {
    /// Its name in messages and in the browser's storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
        }
    }

    /// The form of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Text, Self::Html].into_iter().find(|format| format.name() == name)
    }
}

/// A text to analyse as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its form.
    pub format: Format,
    /// The text or HTML.
    pub content: Rc<str>,
    /// The same as plain text where HTML came with one: used if the HTML holds no words.
    pub plain: Option<Rc<str>>,
}

impl Source {
    /// Plain text.
    pub fn text(content: &str) -> Self {
        Self { format: Format::Text, content: content.into(), plain: None }
    }

    /// Whether there is nothing to analyse.
    pub fn is_blank(&self) -> bool {
        self.content.trim().is_empty()
    }
}
