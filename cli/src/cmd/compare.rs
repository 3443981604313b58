//! `whosaid compare`: who speaks in two articles on one story, and what each has of them.

use std::path::Path;
use std::process::ExitCode;

use whosaid::{Document, Input, Models, Options, analyze};

use super::export::{LIMIT, documents};
use crate::args::CompareArgs;
use crate::fault::Fault;
use crate::file;
use crate::job::{Form, Place};
use crate::model;
use crate::report::{Article, Look, compared};
use crate::sink::Sink;
use crate::task::{self, open};

pub fn run(args: &CompareArgs) -> Result<ExitCode, Fault> {
    let paths = [&args.first, &args.second];
    let is_text = |path: &&std::path::PathBuf| !is_saved(path);
    // Saved analyses need no models.
    let models = if paths.iter().any(is_text) { Some(model::load(args.model.as_deref())?) } else { None };
    let read = |path: &Path| read(path, args, models.as_ref());
    let [first, second] = [read(&args.first)?, read(&args.second)?];
    let articles = [
        Article { name: &name(&args.first), document: &first },
        Article { name: &name(&args.second), document: &second },
    ];
    let mut sink = Sink::open(args.output.as_deref())?;
    sink.write(compared(&articles, &Look::of_output(args.output.is_some())).as_bytes())?;
    sink.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The file's own name: its folders are in the way.
fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Whether a file holds an analysis and not a text.
fn is_saved(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

fn read(path: &Path, args: &CompareArgs, models: Option<&Models>) -> Result<Document, Fault> {
    let place = Place::new(path.to_owned(), args.input);
    let Some(models) = models.filter(|_| !is_saved(path)) else {
        let json = file::read(&place.name(), open(&place)?, LIMIT)?;
        let mut documents = documents(&place.name(), &json)?;
        return match documents.len() {
            1 => Ok(documents.remove(0)),
            count => Err(Fault::Usage(format!(
                "{} holds {count} analyses; compare takes one a file",
                place.name()
            ))),
        };
    };
    let Form::One(format) = place.form else {
        return Err(Fault::Usage("compare reads two texts or saved analyses, not JSON lines".to_owned()));
    };
    let options = Options { strictness: args.strictness.into(), ..Options::default() };
    let body = task::whole(&place, format, options.limit_bytes).body?;
    let input = Input { text: &body.text, format: body.format, id: None };
    analyze(&input, models, &options).map_err(|error| Fault::Refused { name: place.name(), error })
}
