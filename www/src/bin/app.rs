//! Starts the page.

fn main() {
    yew::Renderer::<whosaid_www::app::App>::new().render();
}
