//! Texts that nobody would call news: none panics, none freezes, and the promises hold for them too.

mod common;

use std::time::Duration;

use common::{analyzed, keeps_its_promises, within};
use whosaid::{Input, OffsetUnit};

/// Without optimisation everything is a tenth as large, so that the tests stay quick while one writes;
/// `cargo test --profile checks --test junk` takes the full size.
const fn size(full: usize) -> usize {
    if cfg!(debug_assertions) { full / 10 } else { full }
}

/// Far above what any of these takes on an idle machine (seconds), below what a quadratic scan would need (hours).
const LIMIT: Duration = Duration::from_secs(240);

#[track_caller]
fn survives(what: &str, text: String) {
    within(LIMIT, what, move || keeps_its_promises(&analyzed(&Input::text(&text), OffsetUnit::Utf16)));
}

#[track_caller]
fn survives_as_html(what: &str, text: String) {
    within(LIMIT, what, move || keeps_its_promises(&analyzed(&Input::html(&text), OffsetUnit::Utf16)));
}

/// Bytes that look like chance and are the same in every run (xorshift).
fn noise(bytes: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    (0..bytes).map(|_| next()).collect()
}

#[test]
fn random_bytes() {
    let text = String::from_utf8_lossy(&noise(size(300_000))).into_owned();
    survives("random bytes", text.clone());
    survives_as_html("random bytes as HTML", text);
}

#[test]
fn ten_megabytes_of_one_letter() {
    survives("one letter", "a".repeat(size(10_000_000)));
}

#[test]
fn ten_megabytes_of_one_capital() {
    survives("one capital", "A".repeat(size(10_000_000)));
}

#[test]
fn ten_megabytes_of_blanks() {
    survives("blanks", " \n".repeat(size(5_000_000)));
}

#[test]
fn a_million_straight_marks() {
    survives("straight", "\"".repeat(size(1_000_000)));
    survives("straight with words", "\"a ".repeat(size(300_000)));
}

#[test]
fn a_million_curly_marks() {
    survives("opening", "“".repeat(size(1_000_000)));
    survives("closing", "”".repeat(size(1_000_000)));
    survives("pairs", "“a” ".repeat(size(250_000)));
}

#[test]
fn a_million_single_marks() {
    survives("opening single", "‘".repeat(size(1_000_000)));
    survives("apostrophes", "’".repeat(size(1_000_000)));
    survives("typewriter", "'".repeat(size(1_000_000)));
    survives("backticks", "`".repeat(size(1_000_000)));
}

#[test]
fn a_million_guillemets() {
    survives("guillemets", "«".repeat(size(500_000)) + &"»".repeat(size(500_000)));
    survives("low marks", "„‚".repeat(size(500_000)));
}

#[test]
fn deeply_nested_quotations() {
    survives("nested curly", "“a ‘b ".repeat(size(50_000)) + &"c’ d” ".repeat(size(50_000)));
    survives("nested sayings", "Ana said “Ben said ‘".repeat(size(20_000)) + &"no.’” ".repeat(size(20_000)));
}

#[test]
fn deeply_nested_html() {
    survives_as_html(
        "nested elements",
        "<div>".repeat(size(100_000)) + "text" + &"</div>".repeat(size(100_000)),
    );
    survives_as_html("unclosed emphasis", "<b>bold <i>".repeat(size(100_000)));
    survives_as_html("misnested", "<p><b></p></b>".repeat(size(50_000)));
    survives_as_html("half tags", "<".repeat(size(500_000)));
    survives_as_html("half entities", "&amp".repeat(size(200_000)));
    survives_as_html("unclosed comment", format!("<!--{}", "-".repeat(size(500_000))));
    survives_as_html("unclosed script", format!("<script>{}", "</".repeat(size(300_000))));
    survives_as_html("many attributes", format!("<p {}>x</p>", "a=\"b\" ".repeat(size(100_000))));
}

#[test]
fn only_emoji() {
    survives("emoji", "👩‍⚖️🇬🇧😀🏽".repeat(size(20_000)));
    survives("flags", "🇬".repeat(size(200_000)));
    survives("joiners", "\u{200d}\u{fe0f}".repeat(size(200_000)));
}

#[test]
fn right_to_left() {
    survives("Arabic", "قال الرئيس: «لا تعليق». ".repeat(size(5_000)));
    survives("Hebrew", "הוא אמר: „אין תגובה”. ".repeat(size(5_000)));
    survives("direction marks", "\u{202e}\u{2067}abc\u{2069}\u{200f} ".repeat(size(30_000)));
}

#[test]
fn combining_marks_and_line_separators() {
    survives("combining", "e\u{301}\u{302}\u{303}".repeat(size(100_000)));
    survives("separators", "a\u{2028}b\u{2029}c\u{85}d\u{b}".repeat(size(30_000)));
    survives("carriage returns", "a\r".repeat(size(200_000)));
    survives("soft hyphens", "so\u{ad}ft\u{200b} ".repeat(size(100_000)));
}

#[test]
fn one_very_long_line() {
    survives("one line", "Ana Ruiz said the plan works and Ben Cole denied it, ".repeat(size(20_000)));
    survives("one sentence of pronouns", "he said she said ".repeat(size(30_000)));
    survives("one name", "Ana ".repeat(size(100_000)));
    survives("many names", (0..size(40_000)).map(|n| format!("Ana{n} Ruiz{n} said so. ")).collect());
}

#[test]
fn a_hundred_thousand_short_lines() {
    survives("short lines", "Ana said no\n".repeat(size(100_000)));
    survives("blank lines between", "and then\n\n".repeat(size(100_000)));
    survives("labels", "RUIZ: no\n".repeat(size(60_000)));
    survives("headlines", "Ruiz: Plan Is Dead\n\n".repeat(size(30_000)));
}

#[test]
fn a_hundred_thousand_sentences_without_spaces() {
    survives("no spaces", "Ana.Said.No.".repeat(size(33_000)));
    survives("stops", ".".repeat(size(1_000_000)));
    survives("dashes", "-".repeat(size(1_000_000)));
    survives("digits", "1,000.5".repeat(size(100_000)));
    survives("colons", "a:".repeat(size(300_000)));
    survives("brackets", "(".repeat(size(300_000)) + &")".repeat(size(300_000)));
    survives("addresses", "https://a.b/c?d=e&".repeat(size(50_000)));
}
