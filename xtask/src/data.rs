//! The data folder: exams and corpora, outside the tree and not needed for building.

use std::path::PathBuf;

use crate::project::Project;

/// The exam program, if the data folder has it; otherwise what to tell.
pub fn exam_program(project: &Project) -> Result<PathBuf, String> {
    let program = project.data.join("eval/exam.py");
    if program.is_file() {
        return Ok(program);
    }
    Err(format!("no exams at {} (set WHOSAID_DATA to the data folder)", project.data.display()))
}
