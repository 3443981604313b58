//! Cards of sample articles.

use yew::prelude::*;

use super::Dispatch;
use crate::samples::SAMPLES;
use crate::state::Action;

/// Where the cards send their article.
#[derive(Clone, PartialEq, Properties)]
pub struct SamplesProps {
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The sample articles.
#[component]
pub fn Samples(props: &SamplesProps) -> Html {
    if SAMPLES.is_empty() {
        return Html::default();
    }
    let cards = SAMPLES.iter().map(|sample| {
        let dispatch = props.dispatch.clone();
        let onclick =
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Arrived(sample.source())));
        html! {
            <li>
                <button type="button" class="sample" {onclick}>
                    <span class="shape">{sample.shape}</span>
                    <span class="headline">{sample.title}</span>
                    <span class="about">{sample.about}</span>
                </button>
            </li>
        }
    });
    html! {
        <section class="samples" aria-labelledby="samples-heading">
            <h2 id="samples-heading">{"Or try a sample"}</h2>
            <ul>{ for cards }</ul>
        </section>
    }
}
