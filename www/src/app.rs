//! The whole page: holds the state and lays out what is shown of it.
//!
//! Browsers compile a function of WebAssembly when it is first called, and first of all this one: what is not there when the page
//! opens is never inlined, so that nobody waits for it.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::{
    Article, AsSaved, Card, Comparison, CorrectionsLog, DropVeil, Figures, FindEntry, FindItFirst,
    FormerText, Help, HowItWorks, Key, Late, Masthead, NameCard, Names, NewerPage, Notes, Paste, Progress,
    Quotations, Samples, SelectionOffer, Shelf, Toast, Voices, WordsCard, agreement, offers,
};
use crate::hooks::{use_analyzer, use_comparison, use_find, use_kept, use_keys, use_link, use_upkeep};
use crate::offline::Upkeep;
use crate::reading::Reading;
use crate::state::{Done, Format, Opened, Other, Screen, State, Work};
use crate::{storage, words};

/// The page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(restored);
    use_analyzer(&state);
    use_comparison(&state);
    use_kept(&state);
    use_find(&state);
    use_link(&state);
    // A sample may have been chosen far down: an article begins with its headline.
    use_effect_with(state.screen, |screen| {
        if let Some(window) = web_sys::window().filter(|_| *screen != Screen::Text) {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    let (upkeep, open_newer) = use_upkeep(state.ready && state.work == Work::Idle);
    use_keys(&state);
    html! {
        <div class="page" data-screen={screen_name(state.screen)}>
            <a class="skip" href="#main">{"Skip to the text"}</a>
            <Masthead
                screen={state.screen}
                theme={state.theme}
                size={state.size}
                reading={state.reading.clone()}
                corrections={state.edits.history.corrections().clone()}
                dispatch={state.dispatcher()}
            />
            <p class="unseen" role="status">{announcement(&state)}</p>
            if state.work == Work::Reading {
                <Progress
                    ready={state.ready}
                    fetched={state.fetched}
                    bytes={state.source.content.len()}
                    dispatch={state.dispatcher()}
                />
            }
            if upkeep == Upkeep::Newer {
                <NewerPage onuse={open_newer} />
            }
            <main id="main" tabindex="-1">
                if state.screen == Screen::Text {
                    { text_screen(&state) }
                }
                if state.screen == Screen::Find {
                    { find_screen(&state) }
                }
                { article_screen(&state) }
                if state.screen == Screen::Comparison {
                    { comparison_screen(&state) }
                }
            </main>
            <Late>
                <Help open={state.help} dispatch={state.dispatcher()} />
            </Late>
            { how(&state) }
            <footer class="colophon">
                <p>
                    {"The analysis runs on this device; nothing is sent anywhere. It comes from rules and learned weights and can be wrong: "}
                    {"look at its reasons before you rely on it."}
                </p>
                if upkeep != Upkeep::Unkept {
                    <p class="kept">{"The page is kept on this device and opens without a network."}</p>
                }
            </footer>
        </div>
    }
}

/// The page as the reader left it.
#[inline(never)]
fn restored() -> State {
    let state = State::restored(storage::kept_text(), storage::kept_choices());
    let state = match storage::kept_saved() {
        Some((saved, analysed)) => state.opened_saved(saved, analysed),
        None => state,
    };
    let other = storage::kept_other().map(|entry| Other::new(entry, state.compared));
    let (setting, finds) = storage::kept_finding();
    State { shelf: storage::kept_shelf(), former: storage::kept_former(), other, ..state }
        .finding_again(setting, finds)
}

const fn screen_name(screen: Screen) -> &'static str {
    match screen {
        Screen::Text => "text",
        Screen::Article => "article",
        Screen::Comparison => "comparison",
        Screen::Find => "find",
    }
}

fn text_screen(state: &UseReducerHandle<State>) -> Html {
    html! {
        <div class="start">
            <FormerText former={state.former.clone()} dispatch={state.dispatcher()} />
            <Notes trouble={state.trouble.clone()} reading={None} dispatch={state.dispatcher()} />
            <Shelf shelf={state.shelf.clone()} dispatch={state.dispatcher()} />
            <Paste
                draft={state.draft.to_string()}
                summary={summary(state)}
                stopped={state.work == Work::Stopped}
                turning={state.turn && state.work == Work::Reading}
                dispatch={state.dispatcher()}
            />
            <Late>
                <FindEntry dispatch={state.dispatcher()} />
                <Samples dispatch={state.dispatcher()} />
            </Late>
        </div>
    }
}

#[inline(never)]
fn find_screen(state: &UseReducerHandle<State>) -> Html {
    html! {
        <>
            <Notes trouble={state.trouble.clone()} reading={None} dispatch={state.dispatcher()} />
            <FindItFirst
                find={state.find.clone()}
                reading={state.reading.clone()}
                edits={state.edits.clone()}
                has_text={!state.source.is_blank()}
                reads={state.work != Work::Idle}
                dispatch={state.dispatcher()}
            />
        </>
    }
}

/// The article with what stands beside and below it. The article itself is there on the other screen too, hidden, until it
/// has been taken away piece by piece.
fn article_screen(state: &UseReducerHandle<State>) -> Html {
    let reading = state.reading.clone().filter(|_| state.screen == Screen::Article);
    html! {
        <>
            <div class="spread" data-gone={reading.is_none().then_some("")} inert={reading.is_none()}>
                <div class="column">
                    if let Some(reading) = &reading {
                        { above(state, reading) }
                    }
                    <Article
                        reading={reading.clone()}
                        hidden={state.hidden.clone()}
                        open={state.open}
                        dispatch={state.dispatcher()}
                    />
                </div>
                if let Some(reading) = &reading {
                    { beside(state, reading) }
                }
            </div>
            if let Some(reading) = reading {
                <Late>
                    <Figures {reading} />
                </Late>
            }
        </>
    }
}

/// The article beside another.
#[inline(never)]
fn comparison_screen(state: &UseReducerHandle<State>) -> Html {
    let Some(reading) = state.reading.clone() else { return Html::default() };
    html! {
        <>
            <Notes trouble={state.trouble.clone()} reading={None} dispatch={state.dispatcher()} />
            <Comparison
                reading={reading.clone()}
                other={state.other.clone()}
                offers={offers(state, &reading)}
                dispatch={state.dispatcher()}
            />
        </>
    }
}

/// A sentence layer by layer.
#[inline(never)]
fn how(state: &UseReducerHandle<State>) -> Html {
    let (Some(walk), Some(reading)) = (state.how.walk, state.reading.clone()) else { return Html::default() };
    html! {
        <HowItWorks
            {reading}
            {walk}
            layers={state.layers(walk.sentence)}
            saved={state.saved.is_some()}
            corrected={!state.edits.history.corrections().edits.is_empty()}
            from_html={state.source.format == Format::Html}
            dispatch={state.dispatcher()}
        />
    }
}

#[inline(never)]
fn above(state: &UseReducerHandle<State>, reading: &Rc<Reading>) -> Html {
    let hidden = state.hidden.clone();
    html! {
        <>
            <Shelf shelf={state.shelf.clone()} dispatch={state.dispatcher()} />
            <FormerText former={state.former.clone()} dispatch={state.dispatcher()} />
            <Notes trouble={state.trouble.clone()} reading={reading.clone()} dispatch={state.dispatcher()} />
            if let Some(saved) = state.saved.clone() {
                <AsSaved {saved} reading={reading.clone()} dispatch={state.dispatcher()} />
            }
            <Key {hidden} dispatch={state.dispatcher()} />
        </>
    }
}

#[inline(never)]
fn beside(state: &UseReducerHandle<State>, reading: &Rc<Reading>) -> Html {
    html! {
        <>
            <div class="edge">
                { card(state, reading) }
                <a class="onward" href="#figures">{"Figures ↓"}</a>
                <Late>
                    <Voices
                        reading={reading.clone()}
                        strictness={state.strictness}
                        filter={state.filter.clone()}
                        saved={state.saved.is_some()}
                        reads={state.work == Work::Reading}
                        dispatch={state.dispatcher()}
                    />
                </Late>
                <Late>
                    <Quotations reading={reading.clone()} dispatch={state.dispatcher()} />
                </Late>
                <Late>
                    <Names reading={reading.clone()} dispatch={state.dispatcher()} />
                </Late>
                <Late>
                    <CorrectionsLog reading={reading.clone()} edits={state.edits.clone()} dispatch={state.dispatcher()} />
                </Late>
            </div>
            <nav class="jumps" aria-label="Parts of this page">
                <a href="#article">{"Article"}</a>
                <a href="#voices">{"Voices"}</a>
                <a href="#names">{"Names"}</a>
                <a href="#corrections">{"Corrections"}</a>
                <a href="#figures">{"Figures"}</a>
            </nav>
            <div class="afloat">
                <DropVeil dispatch={state.dispatcher()} />
                <SelectionOffer reading={reading.clone()} open={state.open} dispatch={state.dispatcher()} />
                { toast(state, reading) }
            </div>
        </>
    }
}

#[inline(never)]
fn card(state: &UseReducerHandle<State>, reading: &Rc<Reading>) -> Html {
    let (reading, dispatch) = (reading.clone(), state.dispatcher());
    match state.open {
        Some(Opened::Quote(quote)) => html! { <Card {reading} {quote} {dispatch} /> },
        Some(Opened::Name(mention)) => {
            let why = state.analysed_mention(mention).and_then(|analysed| state.reasons.of(analysed));
            html! { <NameCard {reading} {mention} saved={state.saved.is_some()} {why} {dispatch} /> }
        }
        Some(Opened::Words(words)) => html! { <WordsCard {reading} {words} {dispatch} /> },
        None => Html::default(),
    }
}

/// Told in sight where no card shows what became of a correction.
#[inline(never)]
fn toast(state: &UseReducerHandle<State>, reading: &Reading) -> Html {
    let is_told = |done: &Done| state.open.is_none() || matches!(done, Done::Refused(_));
    let Some(done) = state.edits.last.clone().filter(is_told) else { return Html::default() };
    let said = words::corrections::done(reading, &done);
    html! { <Toast {done} {said} dispatch={state.dispatcher()} /> }
}

fn summary(state: &State) -> Option<String> {
    let reading = state.reading.as_ref().filter(|_| state.is_current())?;
    Some(words::summary(reading))
}

/// What a screen reader hears when it changes.
fn announcement(state: &State) -> String {
    match state.work {
        Work::Reading if state.before.is_some() => "Reading the text again …".to_owned(),
        Work::Reading => "Reading the text …".to_owned(),
        Work::Stopped => "Stopped.".to_owned(),
        Work::Idle if state.screen == Screen::Find && (state.edits.last.is_none() || state.is_secret()) => {
            let analysed = state.edits.analysed.clone();
            words::find::announcement(state, |_| {
                analysed.map(|analysed| agreement(&state.find, &analysed)).unwrap_or_default()
            })
        }
        Work::Idle => match (&state.edits.last, &state.reading) {
            (Some(done), Some(reading)) => words::corrections::done(reading, done),
            _ => {
                let event = if state.saved.is_some() { "Saved analysis opened" } else { "Analysis ready" };
                summary(state).map_or_else(String::new, |summary| format!("{event}: {summary}"))
            }
        },
    }
}
