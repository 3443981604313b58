//! Texts that nobody would call news: none panics, none freezes, and the promises hold for them too.

mod common;

use std::time::Duration;

use common::{analyzed, keeps_its_promises, within};
use whosaid::{Input, OffsetUnit};

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
    let text = String::from_utf8_lossy(&noise(300_000)).into_owned();
    survives("random bytes", text.clone());
    survives_as_html("random bytes as HTML", text);
}

#[test]
fn ten_megabytes_of_one_letter() {
    survives("one letter", "a".repeat(10_000_000));
}

#[test]
fn ten_megabytes_of_one_capital() {
    survives("one capital", "A".repeat(10_000_000));
}

#[test]
fn ten_megabytes_of_blanks() {
    survives("blanks", " \n".repeat(5_000_000));
}

#[test]
fn a_million_straight_marks() {
    survives("straight", "\"".repeat(1_000_000));
    survives("straight with words", "\"a ".repeat(300_000));
}

#[test]
fn a_million_curly_marks() {
    survives("opening", "“".repeat(1_000_000));
    survives("closing", "”".repeat(1_000_000));
    survives("pairs", "“a” ".repeat(250_000));
}

#[test]
fn a_million_single_marks() {
    survives("opening single", "‘".repeat(1_000_000));
    survives("apostrophes", "’".repeat(1_000_000));
    survives("typewriter", "'".repeat(1_000_000));
    survives("backticks", "`".repeat(1_000_000));
}

#[test]
fn a_million_guillemets() {
    survives("guillemets", "«".repeat(500_000) + &"»".repeat(500_000));
    survives("low marks", "„‚".repeat(500_000));
}

#[test]
fn deeply_nested_quotations() {
    survives("nested curly", "“a ‘b ".repeat(50_000) + &"c’ d” ".repeat(50_000));
    survives("nested sayings", "Ana said “Ben said ‘".repeat(20_000) + &"no.’” ".repeat(20_000));
}

#[test]
fn deeply_nested_html() {
    survives_as_html("nested elements", "<div>".repeat(100_000) + "text" + &"</div>".repeat(100_000));
    survives_as_html("unclosed emphasis", "<b>bold <i>".repeat(100_000));
    survives_as_html("misnested", "<p><b></p></b>".repeat(50_000));
    survives_as_html("half tags", "<".repeat(500_000));
    survives_as_html("half entities", "&amp".repeat(200_000));
    survives_as_html("unclosed comment", format!("<!--{}", "-".repeat(500_000)));
    survives_as_html("unclosed script", format!("<script>{}", "</".repeat(300_000)));
    survives_as_html("many attributes", format!("<p {}>x</p>", "a=\"b\" ".repeat(100_000)));
}

#[test]
fn only_emoji() {
    survives("emoji", "👩‍⚖️🇬🇧😀🏽".repeat(20_000));
    survives("flags", "🇬".repeat(200_000));
    survives("joiners", "\u{200d}\u{fe0f}".repeat(200_000));
}

#[test]
fn right_to_left() {
    survives("Arabic", "قال الرئيس: «لا تعليق». ".repeat(5_000));
    survives("Hebrew", "הוא אמר: „אין תגובה”. ".repeat(5_000));
    survives("direction marks", "\u{202e}\u{2067}abc\u{2069}\u{200f} ".repeat(30_000));
}

#[test]
fn combining_marks_and_line_separators() {
    survives("combining", "e\u{301}\u{302}\u{303}".repeat(100_000));
    survives("separators", "a\u{2028}b\u{2029}c\u{85}d\u{b}".repeat(30_000));
    survives("carriage returns", "a\r".repeat(200_000));
    survives("soft hyphens", "so\u{ad}ft\u{200b} ".repeat(100_000));
}

#[test]
fn one_very_long_line() {
    survives("one line", "Ana Ruiz said the plan works and Ben Cole denied it, ".repeat(20_000));
    survives("one sentence of pronouns", "he said she said ".repeat(30_000));
    survives("one name", "Ana ".repeat(100_000));
    survives("many names", (0..40_000).map(|n| format!("Ana{n} Ruiz{n} said so. ")).collect());
}

#[test]
fn a_hundred_thousand_short_lines() {
    survives("short lines", "Ana said no\n".repeat(100_000));
    survives("blank lines between", "and then\n\n".repeat(100_000));
    survives("labels", "RUIZ: no\n".repeat(60_000));
    survives("headlines", "Ruiz: Plan Is Dead\n\n".repeat(30_000));
}

#[test]
fn a_hundred_thousand_sentences_without_spaces() {
    survives("no spaces", "Ana.Said.No.".repeat(33_000));
    survives("stops", ".".repeat(1_000_000));
    survives("dashes", "-".repeat(1_000_000));
    survives("digits", "1,000.5".repeat(100_000));
    survives("colons", "a:".repeat(300_000));
    survives("brackets", "(".repeat(300_000) + &")".repeat(300_000));
    survives("addresses", "https://a.b/c?d=e&".repeat(50_000));
}
