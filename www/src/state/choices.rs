//! What the reader chooses to see, beside the text: layers of marks, light or dark, large or small.

use whosaid::Strictness;
use whosaid::views::QuoteFilter;

use crate::reading::Tone;

/// Kinds of mark that can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Tints, cues and sources.
    Quotations,
    /// All names of people, organisations, places …
    Names,
    /// Names of one family of types, or dates, sums, numbers.
    Of(Tone),
}

impl Layer {
    /// All, in the order of the switches.
    pub const ALL: [Self; 8] = [
        Self::Quotations,
        Self::Names,
        Self::Of(Tone::Value),
        Self::Of(Tone::Person),
        Self::Of(Tone::Organisation),
        Self::Of(Tone::Place),
        Self::Of(Tone::Group),
        Self::Of(Tone::Other),
    ];

    /// Its name in the style sheets and in the browser's storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quotations => "quotations",
            Self::Names => "names",
            Self::Of(tone) => tone.name(),
        }
    }

    /// The layer of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.name() == name)
    }
}

/// How large the text of the page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// Nine tenths.
    Small,
    /// As the browser is set.
    #[default]
    Usual,
    /// A fifth larger.
    Large,
    /// Half as large again.
    Largest,
}

impl Size {
    /// All, in the order of the switch.
    pub const ALL: [Self; 4] = [Self::Small, Self::Usual, Self::Large, Self::Largest];

    /// Its name in the style sheets and in the browser's storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Usual => "usual",
            Self::Large => "large",
            Self::Largest => "largest",
        }
    }

    /// The size of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.name() == name)
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name in the style sheets and in the browser's storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// What the browser keeps of the reader's choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Light or dark.
    pub theme: Theme,
    /// Large or small.
    pub size: Size,
    /// How sure a quotation must be to be shown.
    pub strictness: Strictness,
    /// Layers that are not shown.
    pub hidden: Vec<Layer>,
    /// Which quotations are shown.
    pub filter: QuoteFilter,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            size: Size::default(),
            strictness: Strictness::default(),
            hidden: vec![Layer::Of(Tone::Value)],
            filter: QuoteFilter::default(),
        }
    }
}
