//! Training as people run it, on the miniature corpus of `tests/corpus`: the same bytes each time, also after an
//! interruption, and a network that has learned.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// In percent. The corpus is so regular that all of them are 100 today; less than these is a fault of learning.
const LEAST: [(&str, f32); 4] = [("UPOS", 97.0), ("XPOS", 97.0), ("UAS", 95.0), ("LAS", 94.0)];
const LEAST_NAMES: f32 = 94.0;
const LEAST_ATTRIBUTIONS: f32 = 90.0;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_whosaid-train"))
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("whosaid-train starts")
}

/// A folder of its own for each test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Trains with the miniature recipe into a folder.
fn train(data: &str, recipe: &str, folder: &Path, more: &[&str]) -> Output {
    let (pack, work) = (folder.join("mini.pack"), folder.join("work"));
    let (pack, work) = (pack.to_str().unwrap(), work.to_str().unwrap());
    let arguments = ["network", "--recipe", recipe, "--data", data, "--out", pack, "--work", work];
    run(&[&arguments, more].concat())
}

const CORPUS: &str = "tests/corpus";
const RECIPE: &str = "train/recipes/mini.toml";

fn succeeded(output: &Output) -> String {
    let told =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    told
}

fn failed(output: &Output) -> String {
    assert!(!output.status.success());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The number that follows the last `name` in a text.
fn figure(text: &str, name: &str) -> f32 {
    let after = text.rsplit(&format!("{name} ")).next().unwrap_or_default();
    let number = after.split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap_or_default();
    number.parse().unwrap_or_else(|_| panic!("no {name} in:\n{text}"))
}

#[test]
fn training_gives_the_same_pack_each_time_also_when_stopped_and_learns() {
    let (straight, stopped) = (folder("straight"), folder("stopped"));
    succeeded(&train(CORPUS, RECIPE, &straight, &[]));

    // Once while each network learns.
    let mut runs = 0;
    loop {
        let told = succeeded(&train(CORPUS, RECIPE, &stopped, &["--stop-after", "11"]));
        runs += 1;
        if !told.contains("stopped; the same command") {
            break;
        }
        assert!(runs < 9, "training does not go on where it stopped");
    }
    assert_eq!(runs, 4, "16, 16 and 12 epochs, 11 at a time");
    for file in ["mini.pack", "mini.fingerprints.csv"] {
        assert!(fs::read(straight.join(file)).unwrap() == fs::read(stopped.join(file)).unwrap(), "{file}");
    }

    // The network of whole numbers, as the analysis uses it.
    let pack = straight.join("mini.pack");
    let dev = root().join("tests/corpus/data/mini/dev.conllu");
    let told = succeeded(&run(&["score", "--model", pack.to_str().unwrap(), dev.to_str().unwrap()]));
    for (measure, least) in LEAST {
        let reached = figure(&told, measure);
        assert!(reached >= least, "{measure} {reached}, at least {least}");
    }

    let log = fs::read_to_string(straight.join("work/log.txt")).unwrap();
    let epochs = |log: &str| log.lines().filter(|line| line.contains(" of 16: ")).count();
    assert_eq!(epochs(&log), 32, "scores are logged after each epoch:\n{log}");
    assert_eq!(epochs(&fs::read_to_string(stopped.join("work/log.txt")).unwrap()), 32);
    let attributions = log.lines().filter(|line| line.starts_with("attributions ")).count();
    assert_eq!(attributions, 12, "{log}");
    for measure in ["cues", "found 0.3:"] {
        let reached = figure(&log, measure);
        assert!(reached >= LEAST_ATTRIBUTIONS, "{measure} {reached}, at least {LEAST_ATTRIBUTIONS}:\n{log}");
    }
    let names = figure(&log, "all types F");
    assert!(names >= LEAST_NAMES, "names F {names}, at least {LEAST_NAMES}:\n{log}");
}

#[test]
fn what_is_missing_is_named() {
    let folder = folder("missing");
    let corpus = folder.join("data/mini");
    fs::create_dir_all(&corpus).unwrap();
    for file in ["train.conllu", "dev.conllu", "train.ner.tsv"] {
        fs::copy(root().join("tests/corpus/data/mini").join(file), corpus.join(file)).unwrap();
    }
    let told = failed(&train(folder.to_str().unwrap(), RECIPE, &folder, &[]));
    assert!(told.contains("missing mini/text.jsonl, mini/dev.ner.tsv, mini/attributions.jsonl"), "{told}");
    assert!(!told.contains("train.conllu"), "{told}");
    assert!(!folder.join("mini.pack").exists());
}

#[test]
fn a_changed_recipe_does_not_go_on_from_the_old_ones_epochs() {
    let folder = folder("changed");
    let recipe = folder.join("mini.toml");
    let text = fs::read_to_string(root().join(RECIPE)).unwrap();
    fs::write(&recipe, &text).unwrap();
    let go = || train(CORPUS, recipe.to_str().unwrap(), &folder, &["--stop-after", "1"]);
    succeeded(&go());
    fs::write(&recipe, format!("# Another comment.\n{text}")).unwrap();
    succeeded(&go());
    fs::write(&recipe, text.replace("seed = 1", "seed = 2")).unwrap();
    assert!(failed(&go()).contains("begun with another recipe"));
}
