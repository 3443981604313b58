//! The core for JavaScript: translates values and errors, nothing more.
