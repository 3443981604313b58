//! Every promise of the command, kept by the program itself: streams, formats, bad input, ends.

mod bad_input;
mod compare;
mod ends;
mod exports;
mod formats;
mod models;
mod output;
mod run;
mod words;
