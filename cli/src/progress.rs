//! The progress bar on standard error.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::job::Place;

/// A run that ends within this shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Counts texts and bytes; shows a bar once the run is long enough to want one.
pub struct Progress {
    wanted: bool,
    started: Instant,
    total: Option<u64>,
    bytes: u64,
    texts: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub fn new(wanted: bool, places: &[Place]) -> Self {
        let sizes = places.iter().map(|place| {
            let data = std::fs::metadata(place.path.as_ref()?).ok()?;
            data.is_file().then_some(data.len())
        });
        Self { wanted, started: Instant::now(), total: sizes.sum(), bytes: 0, texts: 0, bar: None }
    }

    /// One text is done.
    pub fn advance(&mut self, bytes: u64) {
        self.bytes += bytes;
        self.texts += 1;
        if self.wanted && self.bar.is_none() && self.started.elapsed() > PATIENCE {
            self.bar = Some(bar(self.total));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.bytes);
            bar.set_message(format!("{} texts", self.texts));
        }
    }

    /// Runs `print` with the bar out of the way.
    pub fn aside(&self, print: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: Option<u64>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => (ProgressBar::new(total), "{wide_bar} {percent}% {msg}, {bytes_per_sec}, {eta} left"),
        None => (ProgressBar::no_length(), "{spinner} {msg}, {bytes}, {bytes_per_sec}, {elapsed}"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
