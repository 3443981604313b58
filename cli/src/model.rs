//! The models to analyse with: from a file, or those inside the program.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use whosaid::Models;

use crate::fault::Fault;

/// A hundred times a pack of today; more than this is some other file.
const LIMIT_BYTES: u64 = 256 * 1024 * 1024;

/// Reads the models of a pack, or those inside the program if none is named.
pub fn load(path: Option<&Path>) -> Result<Models, Fault> {
    let Some(path) = path else {
        return Models::builtin().map_err(Fault::BuiltinModel);
    };
    let name = path.display().to_string();
    if path.is_dir() {
        return Err(Fault::Folder { name });
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LIMIT_BYTES + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        return Err(Fault::Unreadable { name, error });
    }
    if bytes.len() as u64 > LIMIT_BYTES {
        return Err(Fault::LargeModel { name, limit: LIMIT_BYTES });
    }
    Models::from_pack(&bytes).map_err(|error| Fault::Model { name, error })
}
