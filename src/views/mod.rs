//! Questions about a [`Document`](crate::Document): what a page or a report shows. Sees no other layer.
