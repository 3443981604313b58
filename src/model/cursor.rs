//! Reads numbers and names from the bytes of a section, with errors that say what was expected where.

use super::ModelError;

/// A place in the bytes of a section.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    section: &'static str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The beginning of a section's bytes.
    pub const fn new(section: &'static str, bytes: &'a [u8]) -> Self {
        Self { section, bytes, at: 0 }
    }

    /// The next `count` bytes.
    ///
    /// # Errors
    /// [`ModelError`] if there are fewer.
    pub fn take(&mut self, count: usize, expected: &'static str) -> Result<&'a [u8], ModelError> {
        let end = self.at.checked_add(count);
        let bytes = end.and_then(|end| self.bytes.get(self.at..end)).ok_or_else(|| self.bad(expected))?;
        self.at += count;
        Ok(bytes)
    }

    /// The next byte.
    ///
    /// # Errors
    /// [`ModelError`] at the end.
    pub fn u8(&mut self, expected: &'static str) -> Result<u8, ModelError> {
        self.take(1, expected).map(|bytes| bytes.first().copied().unwrap_or(0))
    }

    /// The next four bytes as a number, the least of them first.
    ///
    /// # Errors
    /// [`ModelError`] if there are fewer.
    pub fn u32(&mut self, expected: &'static str) -> Result<u32, ModelError> {
        let bytes = self.take(4, expected)?;
        bytes.try_into().map(u32::from_le_bytes).map_err(|_| self.bad(expected))
    }

    /// A byte with a length, then as many bytes of text; `None` if that is not what comes.
    pub fn name(&mut self) -> Option<&'a str> {
        let length = self.u8("a name").ok()?;
        std::str::from_utf8(self.take(length.into(), "a name").ok()?).ok()
    }

    /// That nothing is left.
    ///
    /// # Errors
    /// [`ModelError`] if something is.
    pub fn end(&self) -> Result<(), ModelError> {
        if self.at == self.bytes.len() { Ok(()) } else { Err(self.bad("the end of the section")) }
    }

    /// The error of not finding what was expected here.
    pub const fn bad(&self, expected: &'static str) -> ModelError {
        ModelError::BadSection { section: self.section, position: self.at, expected }
    }
}
