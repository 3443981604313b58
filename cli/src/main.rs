//! The command `whosaid`.
//!
//! First form: reads one text from standard input and prints its Document as JSON.

use std::io::Read;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let models = whosaid::Models::builtin()?;
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let document = whosaid::analyze(&whosaid::Input::text(&text), &models, &whosaid::Options::default())?;
    println!("{}", serde_json::to_string(&document)?);
    Ok(())
}
