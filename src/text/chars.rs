//! Classes of characters that several stages ask about.

/// Quotation marks of any style that can only open: “ „ « ‹ ‘ is in [`is_apostrophe_like`] too.
pub const fn is_opening_mark(c: char) -> bool {
    matches!(c, '“' | '„' | '«' | '‹' | '‘' | '‚' | '‟' | '「' | '『')
}

/// Quotation marks that can only close. ” can open in some languages; English news uses it to close.
pub const fn is_closing_mark(c: char) -> bool {
    matches!(c, '”' | '»' | '›' | '’' | '」' | '』')
}

/// Marks that look the same opening and closing, and marks of every other style.
pub const fn is_quotation_mark(c: char) -> bool {
    is_opening_mark(c) || is_closing_mark(c) || matches!(c, '"' | '\'' | '`' | '´' | '＂')
}

/// Characters that serve as apostrophe: typewriter ', typographic ’ and, wrongly typed, ‘ ` ´.
pub const fn is_apostrophe_like(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ')
}

/// Dashes and hyphens.
pub const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−')
}

/// Characters that print nothing and carry no meaning for the analysis: soft hyphen, zero-width
/// characters, direction marks, byte order mark. (ZWJ and variation selectors inside emoji stay.)
pub const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Ends a sentence.
pub const fn is_sentence_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}
