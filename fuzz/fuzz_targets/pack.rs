//! Any bytes as a pack.
#![no_main]

#[allow(dead_code)]
#[path = "../../tests/common/pack_checks.rs"]
mod pack_checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| pack_checks::any_bytes(bytes));
