//! scratch
use whosaid::*;
fn main(){let m=Models::builtin().unwrap();for l in std::io::stdin().lines(){let l=l.unwrap();let d=analyze(&Input::text(&l),&m,&Options{offset_unit:OffsetUnit::Byte,..Default::default()}).unwrap();
let t:Vec<_>=d.tokens.start.iter().zip(&d.tokens.end).map(|(a,b)|&l[*a as usize..*b as usize]).collect();println!("{}",t.join(" | "));}}
