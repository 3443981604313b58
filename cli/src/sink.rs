//! Where output goes: standard output as it comes, or a file that appears whole at the end.

use std::io::{BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::fault::Fault;

/// An open output.
pub enum Sink {
    Stdout(BufWriter<Stdout>),
    File { draft: BufWriter<NamedTempFile>, path: PathBuf },
}

impl Sink {
    /// Opens the file's draft beside it, or standard output.
    pub fn open(path: Option<&Path>) -> Result<Self, Fault> {
        let Some(path) = path else { return Ok(Self::Stdout(BufWriter::new(std::io::stdout()))) };
        let unwritable = |error| Fault::Unwritable { name: path.display().to_string(), error };
        if path.is_dir() {
            return Err(unwritable(std::io::ErrorKind::IsADirectory.into()));
        }
        // In the same folder, so that the last step is a renaming and never a copy.
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut builder = tempfile::Builder::new();
        builder.prefix(".whosaid-");
        // As other programs' files, not as temporary ones: the user's mask decides.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let draft = builder.tempfile_in(folder.unwrap_or(Path::new("."))).map_err(unwritable)?;
        Ok(Self::File { draft: BufWriter::new(draft), path: path.to_owned() })
    }

    /// Writes all of `bytes`; they are whole lines.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        match self {
            Self::Stdout(out) => {
                // A line at a time, so that a reader sees each as it comes and an end leaves whole lines.
                out.write_all(bytes)
                    .and_then(|()| out.flush())
                    .map_err(|e| Fault::writing("standard output", e))
            }
            Self::File { draft, path } => {
                draft.write_all(bytes).map_err(|error| Fault::writing(&path.display().to_string(), error))
            }
        }
    }

    /// Makes the file appear. A sink that is dropped without this leaves nothing behind.
    pub fn finish(self) -> Result<(), Fault> {
        match self {
            Self::Stdout(mut out) => out.flush().map_err(|error| Fault::writing("standard output", error)),
            Self::File { draft, path } => {
                let unwritable = |error| Fault::Unwritable { name: path.display().to_string(), error };
                let draft = draft.into_inner().map_err(|error| unwritable(error.into_error()))?;
                draft.persist(&path).map_err(|error| unwritable(error.error))?;
                Ok(())
            }
        }
    }
}
