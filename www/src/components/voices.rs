//! Who speaks: one row a speaker with the share of voice; opened, a row lists what they said.

use std::rc::Rc;

use whosaid::Strictness;
use whosaid::document::QuoteRecord;
use whosaid::views::{QuoteFilter, Voice};
use yew::prelude::*;

use super::fold::{MOST_ROWS, on_toggle, unfold};
use super::{Dispatch, Filter, StrictnessSwitch, mine};
use crate::lighting;
use crate::reading::Reading;
use crate::state::{Action, Opened};
use crate::words;

/// The analysis whose voices are shown.
#[derive(Clone, PartialEq, Properties)]
pub struct VoicesProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// How sure a quotation must be to be among them.
    pub strictness: Strictness,
    /// Which quotations are shown.
    pub filter: QuoteFilter,
    /// Whether the analysis came from a file.
    pub saved: bool,
    /// Whether the text is being read again.
    pub reads: bool,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The voices, those without a name apart.
#[component]
pub fn Voices(props: &VoicesProps) -> Html {
    let unfolded = use_state(|| false);
    let most = if *unfolded { usize::MAX } else { MOST_ROWS };
    let voices = &props.reading.voices;
    let all = props.reading.document.quotes.len();
    let rows = |wanted: &dyn Fn(&Voice) -> bool| -> Vec<Html> {
        voices.iter().filter(|voice| wanted(voice)).take(most).map(|voice| row(props, voice)).collect()
    };
    let named = rows(&|voice| voice.named);
    let unnamed = rows(&|voice| !voice.named && voice.speaker.is_some());
    let nobody = rows(&|voice| voice.speaker.is_none());
    let folded = named.len() + unnamed.len() + nobody.len() < voices.len();
    html! {
        <section class="voices" id="voices" aria-labelledby="voices-heading" tabindex="-1">
            <h2 id="voices-heading">{"Voices"}</h2>
            if props.saved {
                <p class="as-saved">{words::saved_quotes(all)}</p>
            } else {
                <StrictnessSwitch
                    strictness={props.strictness}
                    quotes={(!props.reads).then_some(all)}
                    dispatch={props.dispatch.clone()}
                />
            }
            if all > 0 {
                <Filter filter={props.filter.clone()} shown={props.reading.shown} {all} dispatch={props.dispatch.clone()} />
            }
            if all == 0 {
                <p class="none">{words::nobody(props.strictness)}</p>
            }
            if !named.is_empty() {
                <ul>{named}</ul>
            }
            if !unnamed.is_empty() {
                <h3>{"Without a name"}</h3>
                <ul>{unnamed}</ul>
            }
            if !nobody.is_empty() {
                <h3>{"Speaker not found"}</h3>
                <ul>{nobody}</ul>
            }
            if folded || *unfolded {
                { unfold(&unfolded, voices.len(), "voices") }
            }
        </section>
    }
}

/// A row, keyed by who speaks, so that one that was opened stays open where others come and go.
fn row(props: &VoicesProps, voice: &Voice) -> Html {
    let (reading, dispatch) = (props.reading.clone(), props.dispatch.clone());
    let key = reading.key_of(voice.speaker);
    html! { <VoiceRow {key} {reading} voice={voice.clone()} {dispatch} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct VoiceRowProps {
    reading: Rc<Reading>,
    voice: Voice,
    dispatch: Dispatch,
}

/// One voice. What it said is drawn when it is opened: in a long text thousands of lines that nobody sees.
#[component]
fn VoiceRow(props: &VoiceRowProps) -> Html {
    let opened = use_state(|| false);
    let VoiceRowProps { reading, voice, .. } = props;
    let speaker = voice.speaker.and_then(|id| reading.entity(id));
    let name = speaker.map_or_else(|| "Nobody named".to_owned(), |who| who.name.clone());
    let titles = speaker.map_or_else(String::new, |who| who.titles.join(", "));
    let quotes = words::count(voice.quotes.len(), "quotation", "quotations");
    let spoken = words::count(voice.words as usize, "word", "words");
    let share = voice.share_thousandths.to_string();
    let said = voice.quotes.iter().filter_map(|id| reading.quote(*id)).map(|quote| jump(props, quote));
    html! {
        <li data-tint={reading.tint(voice.speaker).to_string()}>
            <details ontoggle={on_toggle(&opened)}>
                <summary>
                    <span class="letters" aria-hidden="true">{reading.letters(voice.speaker)}</span>
                    <span class="who">
                        <span class="name">{name}</span>
                        if !titles.is_empty() {
                            <span class="titles">{titles}</span>
                        }
                    </span>
                    <span class="counts">{format!("{quotes}, {spoken}")}</span>
                    <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="whole" width="1000" height="10" />
                        <rect class="part" width={share} height="10" />
                    </svg>
                    <span class="share">{words::percent(voice.share_thousandths)}</span>
                </summary>
                if *opened {
                    <ol>{ for said }</ol>
                }
            </details>
        </li>
    }
}

fn jump(props: &VoiceRowProps, quote: &QuoteRecord) -> Html {
    let (id, dispatch) = (quote.id, props.dispatch.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Open(Opened::Quote(id)));
        lighting::show_quote(id);
    });
    html! {
        <li>
            <button type="button" class="jump" {onclick}>
                <span class="manner">{words::manner(quote).to_owned()}{mine(quote.corrected)}</span>
                <span class="said" data-kind={quote.kind.clone()}>{props.reading.line_of(quote)}</span>
            </button>
        </li>
    }
}
