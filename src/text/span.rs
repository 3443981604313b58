//! The two coordinate systems: byte spans of the cleaned text and of the text as given.

/// A half-open byte range of the **cleaned** text, the one every stage works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextSpan {
    start: u32,
    end: u32,
}

/// A half-open byte range of the text **as given** (for HTML: of the extracted text), the one a
/// [`Document`](crate::document::Document) speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceSpan {
    start: u32,
    end: u32,
}

macro_rules! span {
    ($name:ident) => {
        impl $name {
            /// The span of bytes from `start` up to, not including, `end`; an `end` before `start` gives
            /// an empty span at `start`.
            pub const fn new(start: u32, end: u32) -> Self {
                let end = if end < start { start } else { end };
                Self { start, end }
            }

            /// First byte.
            pub const fn start(self) -> u32 {
                self.start
            }

            /// One past the last byte.
            pub const fn end(self) -> u32 {
                self.end
            }

            /// Length in bytes.
            pub const fn len(self) -> u32 {
                self.end - self.start
            }

            /// Whether the span holds no byte.
            pub const fn is_empty(self) -> bool {
                self.start == self.end
            }

            /// Whether every byte of `other` lies inside (an empty span may sit on either edge).
            pub const fn contains(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Whether the byte at `offset` lies inside: the start does, the end does not.
            pub const fn contains_offset(self, offset: u32) -> bool {
                self.start <= offset && offset < self.end
            }

            /// Whether the two share at least one byte.
            pub const fn overlaps(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }

            /// The smallest span that holds both.
            pub const fn cover(self, other: Self) -> Self {
                let start = if self.start < other.start { self.start } else { other.start };
                let end = if self.end > other.end { self.end } else { other.end };
                Self { start, end }
            }

            /// The characters of `text` in this span; empty where it lies outside or off a character edge.
            pub fn slice(self, text: &str) -> &str {
                text.get(self.start as usize..self.end as usize).unwrap_or("")
            }
        }
    };
}

span!(TextSpan);
span!(SourceSpan);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_belong_to_the_start_only() {
        let span = TextSpan::new(2, 5);
        assert!(span.contains_offset(2));
        assert!(!span.contains_offset(5));
        assert!(!span.overlaps(TextSpan::new(5, 6)));
        assert!(span.overlaps(TextSpan::new(4, 6)));
    }

    #[test]
    fn slicing_off_an_edge_gives_nothing_rather_than_panicking() {
        assert_eq!(TextSpan::new(0, 1).slice("é"), "");
        assert_eq!(TextSpan::new(0, 2).slice("é"), "é");
        assert_eq!(TextSpan::new(5, 9).slice("é"), "");
    }
}
