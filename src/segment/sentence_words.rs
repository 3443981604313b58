//! Words that the rules for ends of sentences ask for.

/// Verbs after a question or cry in marks that make one sentence with it.
pub(super) const SPEECH_VERBS: [&str; 22] = [
    "added",
    "adds",
    "announced",
    "answered",
    "asked",
    "asks",
    "begged",
    "called",
    "cried",
    "demanded",
    "exclaimed",
    "joked",
    "quipped",
    "read",
    "replied",
    "said",
    "says",
    "screamed",
    "shouted",
    "tells",
    "told",
    "wrote",
];

/// What may follow "9 a.m." in the same sentence with a capital.
pub(super) fn is_time_word(word: &str) -> bool {
    const WORDS: [&str; 28] = [
        "AEST",
        "BST",
        "CDT",
        "CEST",
        "CET",
        "CST",
        "Central",
        "EDT",
        "EST",
        "ET",
        "Eastern",
        "Friday",
        "GMT",
        "IST",
        "JST",
        "MST",
        "Monday",
        "Mountain",
        "PDT",
        "PST",
        "PT",
        "Pacific",
        "Saturday",
        "Sunday",
        "Thursday",
        "Tuesday",
        "UTC",
        "Wednesday",
    ];
    WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_can_be_searched() {
        assert!(SPEECH_VERBS.is_sorted());
        for day in ["AEST", "Central", "ET", "Eastern", "Wednesday", "UTC"] {
            assert!(is_time_word(day), "{day}");
        }
    }
}
