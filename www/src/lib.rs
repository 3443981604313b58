//! The page: paste an article, see who said what. Runs in the browser; the analysis runs in a worker beside it.
//!
//! | module | holds |
//! |---|---|
//! | [`state`] | what the page knows, what can happen, and the pure `reduce` between them |
//! | [`reading`] | one analysed article with everything the components show of it |
//! | [`messages`] | what page and worker say to each other |
//! | [`pack`] | fetches the model pack, which lies beside the page |
//! | [`analyzer`], [`idle`] | the page's end of the worker, and when it starts |
//! | [`places`] | where the page's files are |
//! | [`offline`] | that the browser keeps the page's files, and has newer ones |
//! | [`files`], [`docx`], [`saved`], [`link`] | what comes from files, Word files, saved analyses and links |
//! | [`saving`], [`saver`], [`picture`], [`citation`] | what leaves: files, figures, a link, a quotation with its source |
//! | [`lessons`] | the teacher's guide to finding first, with its lessons |
//! | [`download`], [`clipboard`], [`compression`] | what the browser does for them |
//! | [`words`] | every sentence people read |
//! | [`components`], [`hooks`] | what is shown, and what happens beside showing it |
#![forbid(unsafe_code)]

pub mod analyzer;
pub mod app;
pub mod citation;
pub mod clipboard;
pub mod components;
pub mod compression;
pub mod docx;
pub mod download;
pub mod files;
pub mod hooks;
pub mod idle;
pub mod lessons;
pub mod lighting;
pub mod link;
pub mod messages;
pub mod offline;
pub mod pack;
pub mod picture;
pub mod places;
pub mod reading;
pub mod samples;
pub mod saved;
pub mod saver;
pub mod saving;
pub mod selection;
pub mod state;
pub mod storage;
pub mod words;
