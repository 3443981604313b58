//! The texts of a run, read one after the other as they are wanted.

use std::fs::File;
use std::io::{BufReader, Read};

use whosaid::InputFormat;

use crate::fault::Fault;
use crate::file;
use crate::job::{Form, Place};
use crate::lines::{Lines, Meta};

/// One text, or the reason why there is none.
#[derive(Debug)]
pub struct Task {
    /// Where it comes from, for messages.
    pub name: String,
    /// The caller's name for it: the `id` of a line, the path of a file.
    pub id: Option<String>,
    /// Bytes that were read for it, for the progress bar.
    pub bytes: u64,
    pub body: Result<Body, Fault>,
}

/// A text and what came with it.
#[derive(Debug)]
pub struct Body {
    pub text: String,
    pub format: InputFormat,
    pub meta: Meta,
}

/// The texts of all places in order. `limit` is the most bytes of one text.
pub fn tasks(places: Vec<Place>, limit: usize) -> impl Iterator<Item = Task> {
    places.into_iter().flat_map(move |place| match place.form {
        Form::One(format) => Reading::One(std::iter::once(whole(&place, format, limit))),
        Form::Lines => match open(&place) {
            Ok(reader) => Reading::Lines(Lines::new(place.name(), reader, limit)),
            Err(fault) => Reading::One(std::iter::once(failed(&place, fault))),
        },
    })
}

enum Reading {
    One(std::iter::Once<Task>),
    Lines(Lines<Box<dyn Read + Send>>),
}

impl Iterator for Reading {
    type Item = Task;
    fn next(&mut self) -> Option<Task> {
        match self {
            Self::One(once) => once.next(),
            Self::Lines(lines) => lines.next(),
        }
    }
}

/// Opens a place; standard input is opened when its turn comes.
pub fn open(place: &Place) -> Result<Box<dyn Read + Send>, Fault> {
    let Some(path) = &place.path else { return Ok(Box::new(std::io::stdin())) };
    let unreadable = |error| Fault::Unreadable { name: place.name(), error };
    let file = File::open(path).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.is_dir() {
        return Err(Fault::Folder { name: place.name() });
    }
    Ok(Box::new(BufReader::new(file)))
}

/// A place as one text.
pub fn whole(place: &Place, format: InputFormat, limit: usize) -> Task {
    match open(place).and_then(|reader| file::read(&place.name(), reader, limit)) {
        Ok(text) => Task {
            name: place.name(),
            id: id_of(place),
            bytes: text.len() as u64,
            body: Ok(Body { text, format, meta: Meta::default() }),
        },
        Err(fault) => failed(place, fault),
    }
}

fn failed(place: &Place, fault: Fault) -> Task {
    Task { name: place.name(), id: id_of(place), bytes: 0, body: Err(fault) }
}

fn id_of(place: &Place) -> Option<String> {
    place.path.as_ref().map(|path| path.display().to_string())
}
