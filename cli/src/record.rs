//! A Document as JSON, with what came with its text, whole or in parts.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use whosaid::Document;

use crate::args::PartArg;
use crate::lines::Meta;

/// A Document to write: the parts in `only`, all where it is empty.
pub struct Record<'a> {
    pub document: &'a Document,
    pub meta: &'a Meta,
    pub only: &'a [PartArg],
}

/// What stands in the place of a text that could not be analysed.
#[derive(Serialize)]
pub struct Failure<'a> {
    pub id: Option<&'a str>,
    pub error: &'a str,
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = self.document;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &document.schema)?;
        map.serialize_entry("id", &document.id)?;
        map.serialize_entry("producedBy", &document.produced_by)?;
        map.serialize_entry("language", &document.language)?;
        map.serialize_entry("offsetUnit", &document.offset_unit)?;
        let mut part = |part: PartArg, name: &'static str, value: &dyn Part<S::SerializeMap>| {
            if self.only.is_empty() || self.only.contains(&part) {
                value.write(name, &mut map)
            } else {
                Ok(())
            }
        };
        part(PartArg::Text, "text", &document.text)?;
        part(PartArg::Title, "title", &document.title)?;
        part(PartArg::Blocks, "blocks", &document.blocks)?;
        part(PartArg::Sentences, "sentences", &document.sentences)?;
        part(PartArg::Tokens, "tokens", &document.tokens)?;
        part(PartArg::Mentions, "mentions", &document.mentions)?;
        part(PartArg::Entities, "entities", &document.entities)?;
        part(PartArg::Quotes, "quotes", &document.quotes)?;
        part(PartArg::Notices, "notices", &document.notices)?;
        if !self.meta.is_empty() {
            map.serialize_entry("meta", self.meta)?;
        }
        map.end()
    }
}

/// A value of any type that goes into a map.
trait Part<M: SerializeMap> {
    fn write(&self, name: &'static str, map: &mut M) -> Result<(), M::Error>;
}

impl<M: SerializeMap, T: Serialize> Part<M> for T {
    fn write(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry(name, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A field that the Document gains must be written here too.
    #[test]
    fn all_parts_together_are_the_whole_document() {
        let input = whosaid::Input::text("“We won,” said Ana Ruiz.");
        let models = whosaid::Models::builtin().unwrap();
        let document = whosaid::analyze(&input, &models, &whosaid::Options::default()).unwrap();
        let record = Record { document: &document, meta: &Meta::default(), only: &[] };
        assert_eq!(serde_json::to_string(&record).unwrap(), serde_json::to_string(&document).unwrap());
    }
}
