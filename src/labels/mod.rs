//! The closed vocabularies of the field, named as their standards name them: parts of speech, relations,
//! entity types, genders, kinds of quotation. Knows nothing but names.

pub mod bioes;
mod deprel;
mod entity_type;
mod gender;
mod quotation;
mod upos;
mod value;
mod xpos;

pub use deprel::Deprel;
pub use entity_type::EntityType;
pub use gender::Gender;
pub use quotation::{Polarity, QuoteClass, QuoteKind};
pub use upos::Upos;
pub use value::{Calendar, Currency, Decimal, Duration, Period, Precision, Time, Unit, Value};
pub use xpos::Xpos;
