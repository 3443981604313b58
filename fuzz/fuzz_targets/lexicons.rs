//! Any bytes as a lexicon of a sound pack; the first byte chooses which.
#![no_main]

#[allow(dead_code)]
#[path = "../../tests/common/pack_checks.rs"]
mod pack_checks;

use std::sync::LazyLock;

use whosaid::model::Pack;

static PACK: LazyLock<Pack<'static>> =
    LazyLock::new(|| Pack::read(include_bytes!("../../models/en.pack")).expect("the committed pack is sound"));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let [number, bytes @ ..] = bytes {
        pack_checks::any_lexicon(&PACK, usize::from(*number), bytes);
    }
});
