//! How wide an element is, once it has come near the window.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
    window,
};
use yew::prelude::*;

use super::use_print;

/// How far below or above the window is near: what comes next is there when the reader comes.
const NEAR: &str = "600px 0px";

/// What a sheet of paper has room for, whatever the window.
const PAPER: u32 = 600;

/// Width in CSS pixels at the usual size of type: who has larger type gets fewer. `None` until the element has come near,
/// and for one that takes no room. On paper everything is near.
#[hook]
pub fn use_width(node: &NodeRef) -> Option<u32> {
    let near = use_state(|| false);
    let width = use_state(|| None);
    use_effect_with((node.clone(), *near), {
        let (near, width) = (near.clone(), width.clone());
        move |(node, is_near)| {
            let element = node.cast::<Element>();
            let watch = element.and_then(|element| {
                if *is_near {
                    Watch::size(&element, move |size| width.set((size > 0).then_some(size)))
                } else {
                    Watch::near(&element, move || near.set(true))
                }
            });
            move || drop(watch)
        }
    });
    if use_print() { Some(PAPER) } else { *width }
}

/// An observer of the browser that ends when dropped.
enum Watch {
    Near(IntersectionObserver, #[expect(dead_code, reason = "kept alive")] Closure<dyn FnMut(Array)>),
    Size(ResizeObserver, #[expect(dead_code, reason = "kept alive")] Closure<dyn FnMut(Array)>),
}

impl Watch {
    fn near(element: &Element, mut tell: impl FnMut() + 'static) -> Option<Self> {
        let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let mut entries = entries.iter().map(JsCast::unchecked_into::<IntersectionObserverEntry>);
            if entries.any(|entry| entry.is_intersecting()) {
                tell();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(NEAR);
        let observer =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Self::Near(observer, seen))
    }

    fn size(element: &Element, mut tell: impl FnMut(u32) + 'static) -> Option<Self> {
        let watched = element.clone();
        let sized = Closure::<dyn FnMut(Array)>::new(move |_: Array| {
            tell((f64::from(watched.client_width()) / scale_of_type()) as u32);
        });
        let observer = ResizeObserver::new(sized.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self::Size(observer, sized))
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        match self {
            Self::Near(observer, _) => observer.disconnect(),
            Self::Size(observer, _) => observer.disconnect(),
        }
    }
}

/// How much larger than 16 pixels the reader's type is.
fn scale_of_type() -> f64 {
    let size = window().and_then(|window| {
        let root = window.document()?.document_element()?;
        let style = window.get_computed_style(&root).ok()??;
        style.get_property_value("font-size").ok()?.strip_suffix("px")?.parse::<f64>().ok()
    });
    size.filter(|size| *size > 0.0).map_or(1.0, |size| size / 16.0)
}
