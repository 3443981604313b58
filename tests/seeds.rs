//! What the project ships with is named: every seed has a source and a licence, every sample its line in the index.

use std::fs;
use std::path::PathBuf;

fn seeds(folder: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds").join(folder)
}

/// The names of the files in a folder that end so, sorted.
fn files(folder: &str, endings: &[&str]) -> Vec<String> {
    let entries = fs::read_dir(seeds(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> =
        names.filter(|name| endings.iter().any(|ending| name.ends_with(ending))).collect();
    names.sort();
    names
}

#[test]
fn every_lexicon_is_in_the_readme_and_says_where_it_is_from() {
    let readme = fs::read_to_string(seeds("README.md")).unwrap();
    for name in files("lexicons", &[".tsv"]) {
        assert!(readme.contains(&name), "seeds/README.md does not name {name}");
        let text = fs::read_to_string(seeds("lexicons").join(&name)).unwrap();
        let head: String = text.lines().take_while(|line| line.starts_with('#')).collect();
        let told =
            ["CC0", "CC BY", "MIT", "PDDL", "Open Database License", "public domain", "no licence stated"];
        assert!(told.iter().any(|licence| head.contains(licence)), "{name} tells no licence: {head}");
    }
    let word = |line: &str| line.trim_matches(['|', ',', ' ']).to_owned();
    for name in
        readme.split_whitespace().map(word).filter(|word| word.ends_with(".tsv") && !word.contains('/'))
    {
        let exists = seeds("lexicons").join(name.trim_matches('`')).is_file();
        assert!(exists, "seeds/README.md names {name}, which is not there");
    }
}

#[test]
fn every_article_is_in_the_index_under_its_title() {
    let index = fs::read_to_string(seeds("articles/index.tsv")).unwrap();
    let rows: Vec<Vec<&str>> =
        index.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    let listed: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(listed, files("articles", &[".txt", ".html"]));
    for row in rows {
        assert_eq!(row.len(), 4, "{row:?}");
        let text = fs::read_to_string(seeds("articles").join(row[0])).unwrap();
        assert!(text.contains(row[1]), "{} does not hold its title", row[0]);
        if row[0].ends_with(".txt") {
            let words = text.split_whitespace().count();
            assert!((250..=700).contains(&words), "{} has {words} words", row[0]);
        }
    }
}
