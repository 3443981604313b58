//! What the reader chooses to see, beside the text: layers of marks, light or dark.

/// Kinds of mark that can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Tints, cues and sources.
    Quotations,
    /// Names of people, organisations, places …
    Names,
    /// Dates, sums, numbers.
    Values,
}

impl Layer {
    /// All, in the order of the switches.
    pub const ALL: [Self; 3] = [Self::Quotations, Self::Names, Self::Values];

    /// Its name in the style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quotations => "quotations",
            Self::Names => "names",
            Self::Values => "values",
        }
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
