//! SVG → PNG, drawn by the browser.

use js_sys::{Promise, encode_uri_component};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, window};

/// Pixels of the picture for each of the drawing: sharp on paper and on fine screens.
const SCALE: f64 = 2.0;

/// Browsers draw nothing on a canvas with a longer side.
const LONGEST_SIDE: f64 = 8192.0;

/// Draws a file of SVG that needs nothing from outside. Where twice its size is too large, it is drawn smaller.
///
/// # Errors
/// What the browser said: it cannot read the file, or has no room for the picture.
pub async fn png(svg: &str, width: f64, height: f64) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(encode_uri_component(svg))));
    JsFuture::from(image.decode()).await?;
    let scale = scale(width, height);
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width((width * scale).round() as u32);
    canvas.set_height((height * scale).round() as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    let (wide, high) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, wide, high)?;
    let made = Promise::new(&mut |resolve, _| {
        // Where this fails the promise would wait for ever: it is told of nothing instead.
        if canvas.to_blob_with_type(&resolve, "image/png").is_err() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::NULL);
        }
    });
    JsFuture::from(made).await?.dyn_into()
}

fn scale(width: f64, height: f64) -> f64 {
    SCALE.min(LONGEST_SIDE / width.max(height).max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_side_is_longer_than_browsers_draw() {
        assert_eq!(scale(720.0, 400.0), 2.0);
        assert_eq!(scale(720.0, 16_384.0), 0.5);
        assert_eq!(scale(0.0, 0.0), 2.0);
    }
}
