//! A recipe: what a network learns from, how large it is, how it learns.

use std::path::Path;

use serde::Deserialize;

use super::shape::{Dropout, Shape};

/// A file of `train/recipes/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Name of the pack: `models/NAME.pack`.
    pub name: String,
    /// Where all random numbers begin.
    pub seed: u64,
    pub vocabulary: Vocabulary,
    #[serde(default)]
    pub trees: Vec<Source>,
    #[serde(default)]
    pub names: Vec<Source>,
    #[serde(default)]
    pub text: Vec<Source>,
    /// What the packed network also learns from, if there is one.
    pub teacher: Option<Learning>,
    pub student: Learning,
    /// The network that finds attributions; learned on what the student says.
    pub attributions: Option<Attributions>,
    pub dev: Dev,
}

/// What the network of attributions learns from, and how.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attributions {
    /// Articles with marked attributions, below the folder `data`; the first annotator of each counts.
    pub files: Vec<String>,
    /// Files whose articles stay out, by their ids.
    #[serde(default)]
    pub held_out: Vec<String>,
    /// Scored after each epoch.
    pub dev: Vec<String>,
    /// Families of facts that are left out (`whosaid::quotes::passage::FAMILIES`), to see what they are worth.
    #[serde(default)]
    pub without: Vec<String>,
    /// Lemmas seen this often have a row of their own.
    pub least: u32,
    pub lemma: usize,
    /// Half of the width of the layers of tokens, and their number.
    pub scan: usize,
    pub layers: usize,
    /// The same of pairs of a cue and a token.
    pub pair_scan: usize,
    pub pair_layers: usize,
    pub epochs: usize,
    /// The mean of the weights after so many of the last epochs is what is packed.
    pub average: usize,
    pub rate: f32,
    /// Tokens of a batch.
    pub batch: usize,
    pub drop_lemma: f32,
    pub drop_hidden: f32,
    /// How much a cue counts beside a word that is none.
    pub cue_weight: f32,
    /// How much the label of a token near a cue counts, and the verdict on the cue.
    pub label_weight: f32,
    pub verdict_weight: f32,
}

/// Which words have rows of their own.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    pub least: usize,
    pub most: usize,
    /// How often a pair of tags must be seen to be learned.
    #[serde(default = "twenty")]
    pub least_tags: usize,
}

const fn twenty() -> usize {
    20
}

/// A file to learn from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Below the folder `data`.
    pub file: String,
    /// How often each sentence comes in an epoch.
    #[serde(default = "once")]
    pub times: usize,
    /// How much each of its tokens counts.
    #[serde(default = "whole")]
    pub weight: f32,
}

const fn once() -> usize {
    1
}

const fn whole() -> f32 {
    1.0
}

/// Files that are scored after each epoch.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dev {
    pub trees: Vec<String>,
    pub names: Vec<String>,
}

/// Size of a network and the course of its learning.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learning {
    pub scan: usize,
    pub layers: usize,
    pub arcs: usize,
    pub relations: usize,
    #[serde(default = "wide_word")]
    pub word: usize,
    /// How many such networks learn, each from other random numbers; teachers are better in company.
    #[serde(default = "once")]
    pub count: usize,
    pub epochs: usize,
    /// The share of the sentences without trees that an epoch takes, others each time: there are many of them, and
    /// trees ask for more epochs.
    #[serde(default = "whole")]
    pub treeless: f32,
    pub rate: f32,
    /// Tokens of a batch.
    pub batch: usize,
    pub drop_input: f32,
    pub drop_hidden: f32,
    pub drop_head: f32,
    /// How much what the teachers think counts beside what people marked.
    #[serde(default = "half")]
    pub silver: f32,
}

const fn wide_word() -> usize {
    48
}

const fn half() -> f32 {
    0.5
}

impl Learning {
    pub const fn shape(&self) -> Shape {
        Shape {
            word: self.word,
            prefix: 16,
            short_suffix: 8,
            long_suffix: 24,
            shape: 8,
            flags: 24,
            scan: self.scan,
            layers: self.layers,
            arcs: self.arcs,
            relations: self.relations,
        }
    }

    pub const fn dropout(&self) -> Dropout {
        Dropout { input: self.drop_input, hidden: self.drop_hidden, head: self.drop_head }
    }
}

impl Recipe {
    /// Reads a recipe.
    pub fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Every file that the recipe names.
    pub fn files(&self) -> Vec<&str> {
        let sources =
            self.trees.iter().chain(&self.names).chain(&self.text).map(|source| source.file.as_str());
        let attributions = self.attributions.iter();
        let attributions = attributions.flat_map(|a| a.files.iter().chain(&a.held_out).chain(&a.dev));
        let dev = self.dev.trees.iter().chain(&self.dev.names);
        sources.chain(dev.chain(attributions).map(String::as_str)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipe(name: &str) -> Recipe {
        Recipe::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("recipes").join(name)).unwrap()
    }

    #[test]
    fn every_recipe_is_read_and_has_the_name_of_its_file() {
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("recipes")).unwrap() {
            let path = entry.unwrap().path();
            let recipe = Recipe::read(&path).unwrap();
            assert_eq!(Some(recipe.name.as_str()), path.file_stem().and_then(|stem| stem.to_str()));
            assert!(recipe.student.scan.is_multiple_of(16), "{}: layers are read by sixteens", recipe.name);
        }
    }

    #[test]
    fn the_open_recipe_names_no_closed_data() {
        let open = recipe("en-open.toml");
        let closed = ["research-only/", "polnear/", "gmb/"];
        let named: Vec<_> = open
            .files()
            .into_iter()
            .filter(|file| closed.iter().any(|part| file.starts_with(part)))
            .collect();
        assert!(named.is_empty(), "{named:?}");
        assert!(open.files().contains(&"ud-ewt/train.conllu"));
    }

    #[test]
    fn all_files_are_listed_and_unknown_settings_refused() {
        let mini = recipe("mini.toml");
        let files = [
            "train.conllu",
            "train.ner.tsv",
            "text.jsonl",
            "dev.conllu",
            "dev.ner.tsv",
            "attributions.jsonl",
            "dev.attributions.jsonl",
        ]
        .map(|file| format!("mini/{file}"));
        assert_eq!(mini.files(), files);
        let path = std::env::temp_dir().join(format!("whosaid-recipe-{}.toml", std::process::id()));
        std::fs::write(&path, "name = \"x\"\nsede = 1\n").unwrap();
        let told = Recipe::read(&path).unwrap_err();
        std::fs::remove_file(&path).unwrap();
        assert!(told.contains("sede"), "{told}");
    }
}
