//! What is shown: one component a file, one style sheet of the same name each. Components get small props and
//! send actions; whatever takes counting or sorting is asked of [`crate::reading`].

mod article;
mod as_saved;
mod block;
mod card;
mod comparison;
mod copy_quote;
mod correct;
mod drop_veil;
mod export;
pub mod figures;
mod filter;
mod fold;
mod former;
mod help;
mod how;
mod incoming;
mod key;
mod late;
mod masthead;
mod mine;
mod name_card;
mod names;
mod newer;
mod note;
mod paste;
mod piece;
mod progress;
mod quotations;
mod samples;
mod settings;
mod shelf;
mod sign;
mod strictness;
mod toast;
mod voices;

pub use article::Article;
pub use as_saved::{AsSaved, ReadAnew};
pub use block::Block;
pub use card::{Card, leave_card};
pub use comparison::{Comparison, offers};
pub use copy_quote::CopyQuote;
pub use correct::{CorrectionsLog, SelectionOffer, WordsCard};
pub use drop_veil::DropVeil;
pub use export::Export;
pub use figures::Figures;
pub use filter::Filter;
pub use former::FormerText;
pub use help::Help;
pub use how::HowItWorks;
pub use key::Key;
pub use late::Late;
pub use masthead::Masthead;
pub use mine::mine;
pub use name_card::NameCard;
pub use names::Names;
pub use newer::NewerPage;
pub use note::Notes;
pub use paste::Paste;
pub use piece::piece;
pub use progress::Progress;
pub use quotations::Quotations;
pub use samples::Samples;
pub use settings::Settings;
pub use shelf::Shelf;
pub use sign::sign;
pub use strictness::StrictnessSwitch;
pub use toast::Toast;
pub use voices::Voices;

use yew::UseReducerDispatcher;

/// Sends actions to the page's state.
pub type Dispatch = UseReducerDispatcher<crate::state::State>;
