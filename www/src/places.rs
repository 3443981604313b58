//! Where the files of the page are: beside it, or in it where it is one file.

use js_sys::{Function, Promise, Reflect, global};
use wasm_bindgen::prelude::*;

/// Where `one_file/boot.js` leaves the addresses of the files that it made.
const PLACES: &str = "whosaidPlaces";

/// Where it leaves what promises an answer with the pack, each time anew.
const PACK: &str = "whosaidPack";

/// The address of a file that the build puts beside the page.
pub fn address(file: &str) -> String {
    let places = Reflect::get(&global(), &JsValue::from_str(PLACES)).unwrap_or_default();
    let place = places.is_object().then(|| Reflect::get(&places, &JsValue::from_str(file)).ok()).flatten();
    place.and_then(|place| place.as_string()).unwrap_or_else(|| format!("./{file}"))
}

/// The promise of an answer with the model pack, where the page has it inside.
pub fn pack() -> Option<Promise> {
    let given = Reflect::get(&global(), &JsValue::from_str(PACK)).ok()?;
    given.dyn_into::<Function>().ok()?.call0(&JsValue::NULL).ok()?.dyn_into().ok()
}
