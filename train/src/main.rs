//! Derives lexicons and weights from corpora and measures syntax against them.
//!
//!     cargo run -p whosaid-train --release -- lexicons --data ../shared
//!     cargo run -p whosaid-train --release -- coreference --data ../shared
//!     cargo run -p whosaid-train --release -- pack
//!     cargo xtask train
//!     cargo run -p whosaid-train --release -- segmentation --data ../shared
//!     cargo run -p whosaid-train --release -- score ../shared/data/ud-gum/dev.conllu
//!     cargo run -p whosaid-train --release -- evaluate --data ../shared
//!     cargo run -p whosaid-train --release -- show FILE.txt

mod attribution;
mod conllu;
mod coreference;
mod evaluate;
mod lemmas;
mod lexicons;
mod network;
mod neural;
mod pack;
mod score;
mod segmentation;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use network::recipe::Recipe;

const USAGE: &str = "usage: whosaid-train lexicons --data FOLDER [--out FOLDER]
       whosaid-train coreference --data FOLDER [--out FOLDER] [--hold-out]
       whosaid-train pack [--lexicons FOLDER] [--out PACK]
       whosaid-train network --recipe FILE.toml --data FOLDER [--out PACK] [--work FOLDER] [--stop-after EPOCHS]
       whosaid-train attributions --recipe FILE.toml --data FOLDER [--out PACK] [--work FOLDER] [--stop-after EPOCHS]
       whosaid-train segmentation --data FOLDER [--out FOLDER]
       whosaid-train score [--model PACK] FILE.conllu...
       whosaid-train confidence [--model PACK] FILE.ner.tsv
       whosaid-train evaluate --data FOLDER [--model PACK] [--show CLASS] [MEASURE...]
       whosaid-train show FILE.txt
The data folder is the one that holds data/ud-ewt and data/ud-gum.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    let result = match arguments.first().map(String::as_str) {
        Some(command @ ("lexicons" | "coreference" | "segmentation")) => match option("--data") {
            Some(data) => {
                let out = option("--out").unwrap_or_else(|| "seeds/lexicons".to_owned());
                match command {
                    "lexicons" => lexicons::write_all(data.as_ref(), out.as_ref()),
                    "coreference" => {
                        let hold_out = arguments.iter().any(|argument| argument == "--hold-out");
                        coreference::write_weights(data.as_ref(), out.as_ref(), hold_out)
                    }
                    _ => segmentation::write_weights(data.as_ref(), out.as_ref()),
                }
            }
            None => Err(USAGE.to_owned()),
        },
        Some("pack") => {
            let place = |name, usual: &str| option(name).unwrap_or_else(|| usual.to_owned()).into();
            let (lexicons, pack): (PathBuf, PathBuf) =
                (place("--lexicons", "seeds/lexicons"), place("--out", "models/en.pack"));
            let name =
                pack.file_stem().map_or_else(|| "en".into(), |stem| stem.to_string_lossy().into_owned());
            let network: Option<Result<_, _>> = option("--network")
                .map(|file| std::fs::read(&file).map_err(|error| format!("{file}: {error}")));
            network.transpose().and_then(|bytes| {
                let learned: Vec<_> = bytes.map(pack::network).into_iter().collect();
                pack::write_pack(&pack::Places { name, lexicons, pack }, &learned)
            })
        }
        Some(command @ ("network" | "attributions")) => network_command(command == "attributions", option),
        Some("evaluate") => evaluate_command(&arguments, option),
        Some(command @ ("confidence" | "score")) if arguments.len() > 1 => {
            let pack = option("--model");
            score::models(pack.as_deref().map(Path::new)).and_then(|models| {
                let mut files = plain(&arguments).map(Path::new);
                files.try_for_each(|file| match command {
                    "score" => score::score(file, &models),
                    _ => evaluate::confidence::report(file, &models),
                })
            })
        }
        Some("show") if arguments.len() == 2 => score::show(arguments[1].as_ref()),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

/// The arguments after the command that are no option and no value of one.
fn plain(arguments: &[String]) -> impl Iterator<Item = &String> {
    let is_option = |argument: &String| argument.starts_with("--");
    let pairs = arguments.windows(2).filter(move |pair| !is_option(&pair[0]) && !is_option(&pair[1]));
    pairs.map(|pair| &pair[1])
}

/// Scores stages on the development parts.
fn evaluate_command(arguments: &[String], option: impl Fn(&str) -> Option<String>) -> Result<(), String> {
    let data = option("--data").ok_or(USAGE)?.into();
    let models = score::models(option("--model").as_deref().map(Path::new))?;
    let names: Vec<String> = plain(arguments).cloned().collect();
    evaluate::run(&evaluate::Desk { data, models, show: option("--show") }, &names)
}

/// Learns the networks of a recipe and packs them; of attributions alone, if so asked, for the pack that is there.
fn network_command(attributions_alone: bool, option: impl Fn(&str) -> Option<String>) -> Result<(), String> {
    let recipe_file: PathBuf = option("--recipe").ok_or(USAGE)?.into();
    let data: PathBuf = option("--data").ok_or(USAGE)?.into();
    let mut stop_after =
        option("--stop-after").map(|epochs| epochs.parse().map_err(|_| USAGE)).transpose()?;
    let recipe = Recipe::read(&recipe_file)?;
    let name = recipe.name.clone();
    let pack: PathBuf = option("--out").map_or_else(|| format!("models/{name}.pack").into(), PathBuf::from);
    let lexicons = option("--lexicons").unwrap_or_else(|| "models/en.pack".to_owned()).into();
    let work = option("--work").map_or_else(|| Path::new("target/training").join(&name), PathBuf::from);
    let places = pack::Places { name, lexicons: "seeds/lexicons".into(), pack: pack.clone() };
    let folders =
        network::run::Places { recipe: recipe_file, data: data.clone(), lexicons, work: work.clone() };
    network::run::prepare(&recipe, &folders)?;
    if !attributions_alone {
        let Some(bytes) = network::run::follow(&recipe, &folders, &mut stop_after)? else {
            return stopped();
        };
        pack::write_pack(&places, &[pack::network(bytes)])?;
    }
    if recipe.attributions.is_none() {
        return Ok(());
    }
    let models = score::models(Some(&pack))?;
    match attribution::follow(&recipe, &data.join("data"), &work, &models, &mut stop_after)? {
        Some(bytes) => pack::write_pack(&places, &[pack::attribution(bytes)]),
        None => stopped(),
    }
}

fn stopped() -> Result<(), String> {
    println!("stopped; the same command without --stop-after goes on from here");
    Ok(())
}
