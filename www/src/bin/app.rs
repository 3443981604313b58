//! Starts the page.

use gloo_timers::callback::Timeout;
use whosaid_www::app::App;

/// Draws it in a task of its own: the browser has its turn between starting the code and the first drawing.
fn main() {
    Timeout::new(0, || drop(yew::Renderer::<App>::new().render())).forget();
}
