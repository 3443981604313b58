//! The table of what was measured, as CSV.

use std::fmt::Write as _;

use crate::stages::{LEARNED, Measured, Stage};

const COLUMNS: &str = "stage,texts,tokens,milliseconds,tokens_per_second,share";

impl Measured {
    /// A row a stage, then two for the whole: the learned stages together, and `analyze`.
    ///
    /// `share` is in percent of all stages together. `analyze` is measured by itself: how far its share is from 100 shows
    /// what taking the time of each stage cost, and how quiet the machine was.
    pub fn to_csv(&self) -> String {
        let mut table = format!("{COLUMNS}\n");
        let mut stages = Stage::ALL.to_vec();
        stages.retain(|&stage| stage != Stage::Analyze);
        for &stage in &stages {
            self.add_row(&mut table, stage.name(), &[stage], &stages);
        }
        self.add_row(&mut table, "learned stages", &LEARNED, &stages);
        self.add_row(&mut table, Stage::Analyze.name(), &[Stage::Analyze], &stages);
        table
    }

    fn add_row(&self, table: &mut String, name: &str, stages: &[Stage], all: &[Stage]) {
        let milliseconds = self.milliseconds(stages);
        // A clock too coarse for what was measured gives 0, and a table still has to be a table.
        let speed = self.tokens as f64 * 1e3 / milliseconds.max(1e-6);
        let share = milliseconds * 100.0 / self.milliseconds(all).max(1e-6);
        let _ =
            writeln!(table, "{name},{},{},{milliseconds:.2},{speed:.0},{share:.1}", self.texts, self.tokens);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_the_stages_and_speed_of_the_tokens() {
        let times = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 14.0, 48.0];
        let table = Measured { texts: 2, tokens: 900, times }.to_csv();
        let rows: Vec<&str> = table.lines().collect();
        assert_eq!(rows.len(), 12);
        assert_eq!(rows[0], COLUMNS);
        assert_eq!(rows[1], "input,2,900,1.00,900000,2.0");
        assert_eq!(rows[10], "learned stages,2,900,18.00,50000,36.0");
        assert_eq!(rows[11], "analyze,2,900,48.00,18750,96.0");
    }

    #[test]
    fn a_clock_that_stands_still_gives_a_table_of_numbers() {
        let table = Measured { texts: 0, tokens: 0, times: [0.0; 10] }.to_csv();
        assert!(!table.contains("NaN") && !table.contains("inf"), "{table}");
    }
}
