//! A [`Document`](crate::Document) in the formats of other programs, one file a format. Sees no other layer.
