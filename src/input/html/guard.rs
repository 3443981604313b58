//! A bound for the tokenizer: it reads the attributes of one tag by calls nested in calls, so a tag with a
//! hundred thousand of them would exhaust the stack.

use std::cell::Cell;
use std::convert::Infallible;
use std::rc::Rc;

use html5gum::{
    DefaultEmitter, Emitter, ForwardingEmitter, Readable, Reader, StringReader, Token, Tokenizer,
};

/// Attributes of one tag; pages have a few dozen at most. The rest of a tag with more is not read.
const MOST_ATTRIBUTES: u32 = 100;

/// The tokens of a page.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token<()>> {
    let attributes = Rc::new(Cell::new(0));
    let mut emitter = DefaultEmitter::default();
    // Without a tree builder the tokenizer has to be told by tag names where script and style begin.
    emitter.naively_switch_states(true);
    let reader = GuardedReader { inner: html.to_reader(), attributes: Rc::clone(&attributes), end: &[] };
    let tokens = Tokenizer::new_with_emitter(reader, CountingEmitter { inner: emitter, attributes });
    tokens.map(|Ok(token)| token)
}

/// Counts the attributes of the tag being read.
struct CountingEmitter {
    inner: DefaultEmitter,
    attributes: Rc<Cell<u32>>,
}

impl ForwardingEmitter for CountingEmitter {
    type Token = Token<()>;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.inner
    }

    fn init_start_tag(&mut self) {
        self.attributes.set(0);
        self.inner().init_start_tag();
    }

    fn init_end_tag(&mut self) {
        self.attributes.set(0);
        self.inner().init_end_tag();
    }

    fn init_attribute(&mut self) {
        self.attributes.set(self.attributes.get() + 1);
        self.inner().init_attribute();
    }
}

/// Cuts a tag with too many attributes short.
struct GuardedReader<'a> {
    inner: StringReader<'a>,
    attributes: Rc<Cell<u32>>,
    /// What is still to be read of the end put in place of the rest of a tag.
    end: &'static [u8],
}

impl GuardedReader<'_> {
    /// The next byte of the end put in place of the rest of a tag, if the tag is cut here.
    ///
    /// Wherever the tag is cut, in a name or a value in quotation marks of either kind, `'">` ends it.
    fn end_of_tag(&mut self) -> Result<Option<u8>, Infallible> {
        if self.attributes.get() > MOST_ATTRIBUTES {
            self.attributes.set(0);
            self.end = b"'\">";
            while self.inner.read_byte()?.is_some_and(|byte| byte != b'>') {}
        }
        let next = self.end.split_first();
        self.end = next.map_or(&[], |(_, rest)| rest);
        Ok(next.map(|(byte, _)| *byte))
    }
}

impl Reader for GuardedReader<'_> {
    type Error = Infallible;

    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        match self.end_of_tag()? {
            None => self.inner.read_byte(),
            byte => Ok(byte),
        }
    }

    fn try_read_string(&mut self, s: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        if self.end.is_empty() { self.inner.try_read_string(s, case_sensitive) } else { Ok(false) }
    }

    fn read_until<'b>(
        &'b mut self,
        needle: &[u8],
        char_buf: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, Infallible> {
        match self.end_of_tag()? {
            None => self.inner.read_until(needle, char_buf),
            Some(byte) => {
                let [first, ..] = char_buf;
                *first = byte;
                Ok(char_buf.get(..1))
            }
        }
    }
}
