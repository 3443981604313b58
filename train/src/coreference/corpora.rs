//! Texts with marked coreference: UD English-GUM, LitBank, GAP.

use std::collections::HashMap;
use std::path::Path;

use serde_json::Value;

/// A mention as a corpus marks it, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldMention {
    pub start: usize,
    pub end: usize,
    /// Its head words, where the corpus tells them.
    pub heads: Vec<(usize, usize)>,
    pub cluster: usize,
    /// The corpus's own type.
    pub sort: String,
}

/// A pronoun and two names, in bytes of the text, and whether each name is meant.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    pub pronoun: (usize, usize),
    pub names: [((usize, usize), bool); 2],
}

/// A text.
#[derive(Clone, Debug)]
pub struct Document {
    pub id: String,
    pub text: String,
    /// All mentions; empty where only a pair is marked.
    pub mentions: Vec<GoldMention>,
    pub pair: Option<Pair>,
}

fn told(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}

/// The documents of UD English-GUM: the words as they were printed, an empty line between paragraphs.
pub fn gum(path: &Path) -> Result<Vec<Document>, String> {
    let text = std::fs::read_to_string(path).map_err(told(path))?;
    let mut documents: Vec<GumReader> = Vec::new();
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            documents.push(GumReader::new(id));
        }
        if let Some(reader) = documents.last_mut() {
            reader.line(line);
        }
    }
    Ok(documents.into_iter().map(|reader| reader.document).collect())
}

struct GumReader {
    document: Document,
    /// Open mentions: entity, type, head words by number, start, word spans so far.
    open: Vec<OpenMention>,
    paragraph: bool,
    /// A multiword token's last word, and whether a space follows.
    joined: Option<(usize, bool)>,
}

struct OpenMention {
    entity: usize,
    sort: String,
    heads: Vec<usize>,
    words: Vec<(usize, usize)>,
}

impl GumReader {
    fn new(id: &str) -> Self {
        let document = Document { id: id.to_owned(), text: String::new(), mentions: Vec::new(), pair: None };
        Self { document, open: Vec::new(), paragraph: false, joined: None }
    }

    fn line(&mut self, line: &str) {
        self.paragraph |= line.starts_with("# newpar");
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, .., misc] = columns[..] else { return };
        let text = &mut self.document.text;
        if std::mem::take(&mut self.paragraph) && !text.is_empty() {
            text.truncate(text.trim_end().len());
            text.push_str("\n\n");
        }
        let space = !misc.split('|').any(|note| note == "SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            self.joined = last.parse().ok().map(|last| (last, space));
            return;
        }
        let Ok(number) = id.parse::<usize>() else { return };
        let space = match self.joined {
            Some((last, _)) if number < last => false,
            Some((last, space)) if number == last => space,
            _ => space,
        };
        let start = text.len();
        text.push_str(form);
        let span = (start, text.len());
        if space {
            text.push(' ');
        }
        let marks = misc.split('|').find_map(|note| note.strip_prefix("Entity=")).unwrap_or("");
        self.word(span, marks);
    }

    /// "(1-person-…-coref(2-place-…)3)": what opens at this word, and what closes.
    fn word(&mut self, span: (usize, usize), marks: &str) {
        let mut closing = Vec::new();
        let mut rest = marks;
        while !rest.is_empty() {
            let opens = rest.starts_with('(');
            let body = rest.trim_start_matches('(');
            let end = body.find(['(', ')']).unwrap_or(body.len());
            let (mark, after) = body.split_at(end);
            let closes = after.starts_with(')');
            rest = if closes { &after[1..] } else { after };
            let mut fields = mark.split('-');
            let number = |text: &str| text.split('[').next().and_then(|id| id.parse::<usize>().ok());
            let Some(entity) = fields.next().and_then(number) else { continue };
            if opens {
                let sort = fields.next().unwrap_or("").to_owned();
                let heads = fields.nth(3).unwrap_or("").split(',').filter_map(|head| head.parse().ok());
                self.open.push(OpenMention { entity, sort, heads: heads.collect(), words: Vec::new() });
            }
            if closes {
                closing.push(entity);
            }
        }
        for open in &mut self.open {
            open.words.push(span);
        }
        for entity in closing {
            let Some(at) = self.open.iter().rposition(|open| open.entity == entity) else { continue };
            let open = self.open.remove(at);
            let heads = open.heads.iter().filter_map(|head| open.words.get(head.checked_sub(1)?)).copied();
            self.document.mentions.push(GoldMention {
                start: open.words[0].0,
                end: span.1,
                heads: heads.collect(),
                cluster: entity,
                sort: open.sort,
            });
        }
    }
}

/// The beginnings of novels of LitBank: words with blanks between them, but before what follows closely; where
/// paragraphs end is not known.
pub fn litbank(path: &Path) -> Result<Vec<Document>, String> {
    let text = std::fs::read_to_string(path).map_err(told(path))?;
    text.lines().filter(|line| !line.is_empty()).map(novel).collect()
}

fn novel(line: &str) -> Result<Document, String> {
    let row: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut text = String::new();
    let mut places: Vec<Vec<(usize, usize)>> = Vec::new();
    for sentence in list(&row["sentences"]) {
        let mut words = Vec::new();
        for word in list(&sentence) {
            let word = word.as_str().unwrap_or_default();
            let opens = text.is_empty() || text.ends_with([' ', '\n']);
            let tight = matches!(word, "," | "." | ";" | ":" | "!" | "?" | "'s" | "’s" | "n't" | ")");
            if !opens && !tight {
                text.push(' ');
            }
            words.push((text.len(), text.len() + word.len()));
            text.push_str(word);
        }
        text.push(' ');
        places.push(words);
    }
    let place = |sentence: &Value, word: &Value| {
        let (sentence, word) = (sentence.as_u64()? as usize, word.as_u64()? as usize);
        places.get(sentence)?.get(word).copied()
    };
    let mut mentions = Vec::new();
    for (cluster, row) in list(&row["clusters"]).iter().enumerate() {
        for mention in list(&row["mentions"]) {
            let (Some(first), Some(last)) =
                (place(&mention[0], &mention[1]), place(&mention[2], &mention[3]))
            else {
                continue;
            };
            let sort = mention[4].as_str().unwrap_or_default().to_owned();
            mentions.push(GoldMention { start: first.0, end: last.1, heads: Vec::new(), cluster, sort });
        }
    }
    Ok(Document { id: row["id"].as_str().unwrap_or_default().to_owned(), text, mentions, pair: None })
}

/// The rows of GAP.
pub fn gap(path: &Path) -> Result<Vec<Document>, String> {
    let text = std::fs::read_to_string(path).map_err(told(path))?;
    let mut lines = text.lines();
    let names: HashMap<&str, usize> =
        lines.next().unwrap_or("").split('\t').enumerate().map(|(at, name)| (name, at)).collect();
    let row = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let field = |name: &str| names.get(name).and_then(|at| fields.get(*at)).copied().unwrap_or("");
        let text = field("Text").to_owned();
        // Places are counted in characters.
        let span = |at: &str, word: &str| {
            let characters: usize = field(at).parse().unwrap_or(0);
            let start = text.char_indices().nth(characters).map_or(text.len(), |(start, _)| start);
            (start, start + field(word).len())
        };
        let named = |name: &str| {
            let truth = field(&format!("{name}-coref")).eq_ignore_ascii_case("true");
            (span(&format!("{name}-offset"), name), truth)
        };
        let pair = Pair { pronoun: span("Pronoun-offset", "Pronoun"), names: [named("A"), named("B")] };
        Document { id: field("ID").to_owned(), mentions: Vec::new(), pair: Some(pair), text: text.clone() }
    };
    Ok(lines.map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_of_gum_are_read_with_their_heads() {
        let mut reader = GumReader::new("test");
        for line in [
            "# newpar",
            "1\tMr.\tMr.\t_\t_\t_\t_\t_\t_\tEntity=(1-person-new-nnnnn-cf1-1,2-coref",
            "2\tLi\tLi\t_\t_\t_\t_\t_\t_\tEntity=1)|SpaceAfter=No",
            "3\t's\t's\t_\t_\t_\t_\t_\t_\t_",
            "4\this\this\t_\t_\t_\t_\t_\t_\tEntity=(2-abstract-new-nnnnn-cf2-2-sgl(1-person-giv-nnnnn-cf1-1-ana)",
            "5\tcar\tcar\t_\t_\t_\t_\t_\t_\tEntity=2)",
        ] {
            reader.line(line);
        }
        let Document { text, mentions, .. } = reader.document;
        assert_eq!(text, "Mr. Li's his car ");
        let rows: Vec<_> = mentions
            .iter()
            .map(|row| {
                let heads: Vec<&str> = row.heads.iter().map(|(start, end)| &text[*start..*end]).collect();
                (&text[row.start..row.end], row.cluster, heads.join(" "))
            })
            .collect();
        let expected = [("Mr. Li", 1, "Mr. Li"), ("his", 1, "his"), ("his car", 2, "car")];
        assert_eq!(rows, expected.map(|(text, cluster, heads)| (text, cluster, heads.to_owned())));
    }
}
