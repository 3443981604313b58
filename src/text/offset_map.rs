//! The map between cleaned text and text as given.
//!
//! Runs store only where the two differ: each run covers a stretch of both texts. In a *copied* run the
//! bytes are the same on both sides, so offsets move in step; any other run is an indivisible
//! replacement (a soft hyphen that vanished, CRLF that became LF, a ligature that became two letters).

use super::{SourceSpan, TextSpan};

/// A stretch of both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    clean: u32,
    source: u32,
    clean_len: u32,
    source_len: u32,
    copied: bool,
}

/// Translates byte offsets of the cleaned text into byte offsets of the text as given, and back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OffsetMap {
    runs: Vec<Run>,
}

impl OffsetMap {
    /// The map of a text that was not changed.
    pub fn identity(len: u32) -> Self {
        let mut builder = OffsetMapBuilder::default();
        builder.copy(len);
        builder.finish()
    }

    /// The span of given text behind a span of cleaned text: from the start of the first character's
    /// origin to the end of the last one's. What was dropped at either edge stays outside.
    ///
    /// An empty span stays empty.
    pub fn to_source(&self, span: TextSpan) -> SourceSpan {
        let start = self.start_in_source(span.start());
        if span.is_empty() {
            return SourceSpan::new(start, start);
        }
        SourceSpan::new(start, self.end_in_source(span.end()))
    }

    /// The span of cleaned text that came from a span of given text; characters that were dropped give
    /// nothing, a replacement that is only touched counts whole.
    pub fn to_text(&self, span: SourceSpan) -> TextSpan {
        let mut found: Option<(u32, u32)> = None;
        let first = self.runs.partition_point(|run| run.source + run.source_len <= span.start());
        for run in self.runs.iter().skip(first) {
            if run.source >= span.end() {
                break;
            }
            let (start, end) = if run.copied {
                let start = span.start().max(run.source) - run.source;
                let end = span.end().min(run.source + run.source_len) - run.source;
                (run.clean + start, run.clean + end)
            } else {
                (run.clean, run.clean + run.clean_len)
            };
            if start < end {
                found = Some(found.map_or((start, end), |(first, _)| (first, end)));
            }
        }
        let at = self
            .runs
            .get(first)
            .map_or_else(|| self.runs.last().map_or(0, |run| run.clean + run.clean_len), |run| run.clean);
        let (start, end) = found.unwrap_or((at, at));
        TextSpan::new(start, end)
    }

    /// What became something else inside a span of cleaned text, in order: the span of each replacement, empty where
    /// characters were dropped, and of what it came from.
    pub fn replaced(&self, span: TextSpan) -> impl Iterator<Item = (TextSpan, SourceSpan)> {
        let first = self.runs.partition_point(|run| run.clean + run.clean_len <= span.start());
        let inside = self.runs.iter().skip(first).take_while(move |run| run.clean < span.end());
        inside.filter(move |run| !run.copied && run.clean + run.clean_len <= span.end()).map(|run| {
            (
                TextSpan::new(run.clean, run.clean + run.clean_len),
                SourceSpan::new(run.source, run.source + run.source_len),
            )
        })
    }

    /// Origin of the character that begins at `offset`.
    fn start_in_source(&self, offset: u32) -> u32 {
        let index = self.runs.partition_point(|run| run.clean + run.clean_len <= offset);
        match self.runs.get(index) {
            Some(run) if run.copied => run.source + (offset - run.clean),
            Some(run) => run.source,
            None => self.runs.last().map_or(0, |run| run.source + run.source_len),
        }
    }

    /// End of the origin of the character that ends at `offset`.
    fn end_in_source(&self, offset: u32) -> u32 {
        let index = self.runs.partition_point(|run| run.clean + run.clean_len < offset);
        // Runs without cleaned text (dropped characters) end at `offset` too: the first run that
        // reaches it and has text is the one that holds the last character.
        match self.runs.iter().skip(index).find(|run| run.clean_len > 0) {
            Some(run) if run.copied => run.source + (offset - run.clean),
            Some(run) => run.source + run.source_len,
            None => self.runs.last().map_or(0, |run| run.source + run.source_len),
        }
    }
}

/// Builds an [`OffsetMap`] from left to right.
///
/// ```
/// use whosaid::text::{OffsetMapBuilder, SourceSpan, TextSpan};
///
/// // "a\r\nb" cleaned to "a\nb"
/// let mut builder = OffsetMapBuilder::default();
/// builder.copy(1);
/// builder.replace(2, 1);
/// builder.copy(1);
/// let map = builder.finish();
/// assert_eq!(map.to_source(TextSpan::new(1, 2)), SourceSpan::new(1, 3));
/// assert_eq!(map.to_source(TextSpan::new(2, 3)), SourceSpan::new(3, 4));
/// ```
#[derive(Clone, Debug, Default)]
pub struct OffsetMapBuilder {
    runs: Vec<Run>,
    clean: u32,
    source: u32,
}

impl OffsetMapBuilder {
    /// The next `len` bytes are the same in both texts.
    pub fn copy(&mut self, len: u32) {
        if len == 0 {
            return;
        }
        match self.runs.last_mut() {
            Some(run) if run.copied => {
                run.clean_len += len;
                run.source_len += len;
            }
            _ => self.runs.push(Run {
                clean: self.clean,
                source: self.source,
                clean_len: len,
                source_len: len,
                copied: true,
            }),
        }
        self.clean += len;
        self.source += len;
    }

    /// The next `source_len` bytes of given text became `clean_len` bytes of cleaned text (0: dropped).
    pub fn replace(&mut self, source_len: u32, clean_len: u32) {
        if source_len == 0 && clean_len == 0 {
            return;
        }
        self.runs.push(Run { clean: self.clean, source: self.source, clean_len, source_len, copied: false });
        self.clean += clean_len;
        self.source += source_len;
    }

    /// The finished map.
    pub fn finish(self) -> OffsetMap {
        OffsetMap { runs: self.runs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "x" SHY "y" CRLF "z": x y LF z
    fn sample() -> OffsetMap {
        let mut builder = OffsetMapBuilder::default();
        builder.copy(1);
        builder.replace(2, 0);
        builder.copy(1);
        builder.replace(2, 1);
        builder.copy(1);
        builder.finish()
    }

    #[test]
    fn dropped_characters_lie_inside_a_span_but_not_on_its_edges() {
        let map = sample();
        assert_eq!(map.to_source(TextSpan::new(0, 2)), SourceSpan::new(0, 4));
        assert_eq!(map.to_source(TextSpan::new(0, 1)), SourceSpan::new(0, 1));
        assert_eq!(map.to_source(TextSpan::new(1, 2)), SourceSpan::new(3, 4));
        assert_eq!(map.to_source(TextSpan::new(2, 3)), SourceSpan::new(4, 6));
        assert_eq!(map.to_source(TextSpan::new(3, 4)), SourceSpan::new(6, 7));
    }

    #[test]
    fn what_was_replaced_inside_a_span_is_told_with_its_origin() {
        let map = sample();
        let all: Vec<_> = map.replaced(TextSpan::new(0, 4)).collect();
        assert_eq!(
            all,
            [(TextSpan::new(1, 1), SourceSpan::new(1, 3)), (TextSpan::new(2, 3), SourceSpan::new(4, 6)),]
        );
        assert_eq!(map.replaced(TextSpan::new(0, 1)).count() + map.replaced(TextSpan::new(1, 2)).count(), 0);
        assert_eq!(map.replaced(TextSpan::new(2, 3)).count(), 1);
        assert_eq!(OffsetMap::identity(9).replaced(TextSpan::new(0, 9)).count(), 0);
    }

    #[test]
    fn the_way_back_finds_the_same_text() {
        let map = sample();
        assert_eq!(map.to_text(SourceSpan::new(0, 4)), TextSpan::new(0, 2));
        assert_eq!(map.to_text(SourceSpan::new(1, 3)), TextSpan::new(1, 1));
        assert_eq!(map.to_text(SourceSpan::new(5, 6)), TextSpan::new(2, 3));
        assert_eq!(map.to_text(SourceSpan::new(6, 7)), TextSpan::new(3, 4));
    }
}
