//! What happens beside showing the page: the worker, the browser's storage, the theme, links, keys.

mod use_analyzer;
mod use_comparison;
mod use_find;
mod use_kept;
mod use_keys;
mod use_link;
mod use_print;
mod use_upkeep;
mod use_width;

pub use use_analyzer::use_analyzer;
pub use use_comparison::use_comparison;
pub use use_find::use_find;
pub use use_kept::use_kept;
pub use use_keys::use_keys;
pub use use_link::use_link;
pub use use_print::{print, use_print};
pub use use_upkeep::use_upkeep;
pub use use_width::use_width;
