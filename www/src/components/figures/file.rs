//! A drawing as a file of its own: SVG with everything inside, in light colours and common fonts, under its heading and
//! sentence; as PNG twice as large.

use std::fmt::Write;

use super::drawing::{Anchor, Colour, Drawing, Face, RAISED, Shape, short, turned};
use super::measure;

/// The page's colours, where the light ones are read from.
const TOKENS: &str = include_str!("../../styles/tokens.css");

/// Width of a drawing in a file.
pub const WIDTH: f64 = 720.0;

/// Room around it.
const MARGIN: f64 = 24.0;

/// The words around a drawing in a file.
#[derive(Clone, Copy, Debug)]
pub struct Caption<'a> {
    /// Its heading.
    pub heading: &'a str,
    /// What it shows, in a sentence.
    pub sentence: &'a str,
    /// What it was made from.
    pub source: &'a str,
}

/// A file of SVG.
#[derive(Clone, Debug, PartialEq)]
pub struct SvgFile {
    /// The text of the file.
    pub text: String,
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
}

/// The drawing with its words as SVG.
pub fn svg(drawing: &Drawing, caption: Caption) -> SvgFile {
    let width = drawing.width + 2.0 * MARGIN;
    let mut y = MARGIN + 18.0;
    let mut head = String::new();
    let bold = "font-family=\"Georgia, serif\" font-size=\"20\" font-weight=\"700\"";
    let plain = "font-family=\"system-ui, sans-serif\" font-size=\"13\"";
    let mut line = |y: f64, words: &str, attributes: &str, colour: Colour| {
        let (x, fill) = (short(MARGIN), light(colour));
        let _ = writeln!(
            head,
            "<text x=\"{x}\" y=\"{}\" fill=\"{fill}\" {attributes}>{}</text>",
            short(y),
            escaped(words)
        );
    };
    line(y, caption.heading, bold, Colour::Ink);
    y += 8.0;
    for words in measure::lines(caption.sentence, 13.0, drawing.width) {
        y += 18.0;
        line(y, &words, plain, Colour::Soft);
    }
    y += 20.0;
    let top = y;
    y += drawing.height + 16.0;
    for words in measure::lines(caption.source, 13.0, drawing.width) {
        y += 18.0;
        line(y, &words, plain, Colour::Soft);
    }
    let height = y + MARGIN;
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" \
         aria-labelledby=\"title desc\">\n<title id=\"title\">{2}</title>\n<desc id=\"desc\">{3} {4}</desc>\n\
         <rect width=\"{0}\" height=\"{1}\" fill=\"{5}\"/>\n{head}<g transform=\"translate({6} {7})\">\n",
        short(width),
        short(height),
        escaped(caption.heading),
        escaped(caption.sentence),
        escaped(caption.source),
        light(Colour::Paper),
        short(MARGIN),
        short(top),
    );
    drawing.shapes.iter().for_each(|shape| shape_of_file(&mut text, shape));
    text.push_str("</g>\n</svg>\n");
    SvgFile { text, width, height }
}

fn shape_of_file(file: &mut String, shape: &Shape) {
    // Writing to a string cannot fail.
    let _ = match shape {
        Shape::Box { at: [x, y, width, height], colour, fill, edge } => {
            let colour = light(*colour);
            let stroke =
                if *edge { format!(" stroke=\"{colour}\" stroke-opacity=\"0.6\"") } else { String::new() };
            writeln!(
                file,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{colour}\" fill-opacity=\"{}\"{stroke}/>",
                short(*x),
                short(*y),
                short(*width),
                short(*height),
                short(*fill)
            )
        }
        Shape::Lines { path, colour, width } => writeln!(
            file,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"/>",
            light(*colour),
            short(*width)
        ),
        Shape::Words { at, words, full, face, anchor, colour, rising, letter } => {
            let family = if *face == Face::Name { "Georgia, serif" } else { "system-ui, sans-serif" };
            let weight = if *face == Face::Bold { " font-weight=\"700\"" } else { "" };
            let anchor = match anchor {
                Anchor::Start => String::new(),
                other => format!(" text-anchor=\"{}\"", other.name()),
            };
            let turn = turned(*at, *rising).map_or_else(String::new, |turn| format!(" transform=\"{turn}\""));
            let full =
                full.as_deref().map_or_else(String::new, |it| format!("<title>{}</title>", escaped(it)));
            let letter = letter.map_or_else(String::new, |(letter, colour)| {
                let (fill, size) = (light(colour), short(Face::Tiny.size()));
                format!(
                    "<tspan dx=\"3\" dy=\"{RAISED}\" fill=\"{fill}\" font-size=\"{size}\">{letter}</tspan>"
                )
            });
            writeln!(
                file,
                "<text x=\"{}\" y=\"{}\" fill=\"{}\" font-family=\"{family}\" font-size=\"{}\"{weight}{anchor}{turn}>{full}{}{letter}</text>",
                short(at[0]),
                short(at[1]),
                light(*colour),
                short(face.size()),
                escaped(words)
            )
        }
    };
}

/// A colour as it is in light.
fn light(colour: Colour) -> &'static str {
    let token = match colour {
        Colour::Ink => "--ink".to_owned(),
        Colour::Soft => "--ink-soft".to_owned(),
        Colour::Line => "--line".to_owned(),
        Colour::Paper => "--paper".to_owned(),
        Colour::Voice(tint) => format!("--voice-{tint}"),
        Colour::Name(tone) => format!("--name-{}", tone.name()),
    };
    let pair = TOKENS.split_once(&format!("{token}: light-dark(")).map(|(_, after)| after);
    pair.and_then(|pair| pair.split_once(',')).map_or("#000000", |(light, _)| light)
}

/// Words as XML has them. What XML 1.0 forbids even as a reference becomes U+FFFD.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{TINTS, Tone};

    #[test]
    fn every_colour_is_among_the_tokens() {
        let tones = [Tone::Person, Tone::Organisation, Tone::Place, Tone::Group, Tone::Other, Tone::Value];
        let colours = [Colour::Ink, Colour::Soft, Colour::Line, Colour::Paper].into_iter();
        let colours = colours.chain((0..=TINTS).map(Colour::Voice)).chain(tones.map(Colour::Name));
        for colour in colours {
            let light = light(colour);
            assert!(light.len() == 7 && light.starts_with('#') && light != "#000000", "{colour:?}: {light}");
        }
        assert_ne!(light(Colour::Voice(1)), light(Colour::Voice(11)));
    }

    #[test]
    fn a_file_holds_all_it_needs_and_its_words_are_words() {
        let mut drawing = Drawing::new(100.0);
        drawing.height = 20.0;
        drawing.words([0.0, 9.0], "<b>&\u{1}", Face::Name, Anchor::End, Colour::Voice(2));
        let caption = Caption { heading: "A \"heading\"", sentence: "One sentence.", source: "Made of it." };
        let file = svg(&drawing, caption);
        assert!(file.text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"148\""));
        assert!(file.text.contains("<title id=\"title\">A &quot;heading&quot;</title>"));
        assert!(file.text.contains("One sentence. Made of it.</desc>"));
        assert!(file.text.contains(">&lt;b&gt;&amp;\u{fffd}</text>"));
        for forbidden in ["class=", "style=", "var(", "href", "url(", "<script"] {
            assert!(!file.text.contains(forbidden), "{forbidden}");
        }
    }
}
