//! The whole page: holds the state and lays out what is shown of it.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::{
    Article, AsSaved, Card, Key, Masthead, NameCard, Names, Notes, Paste, Progress, Samples, Shelf, Voices,
    leave_card,
};
use crate::hooks::{use_analyzer, use_kept, use_link};
use crate::reading::Reading;
use crate::state::{Action, Opened, Screen, State, Work};
use crate::{storage, words};

/// The page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(restored);
    use_analyzer(&state);
    use_kept(&state);
    use_link(&state);
    let on_key = {
        let (dispatch, open, reading) = (state.dispatcher(), state.open, state.reading.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape"
                && let Some(opened) = open
                && let Some(reading) = &reading
            {
                dispatch.dispatch(Action::Close);
                leave_card(reading, opened);
            }
        })
    };
    html! {
        <div class="page" data-screen={screen_name(state.screen)} onkeydown={on_key}>
            <a class="skip" href="#main">{"Skip to the text"}</a>
            <Masthead
                screen={state.screen}
                theme={state.theme}
                reading={state.reading.clone()}
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
            { if state.screen == Screen::Article { article_screen(&state) } else { text_screen(&state) } }
            <footer class="colophon">
                <p>
                    {"The analysis runs on this device; nothing is sent anywhere. It follows rules and can be wrong: "}
                    {"look at its reasons before you rely on it."}
                </p>
            </footer>
        </div>
    }
}

/// The page as the reader left it.
fn restored() -> State {
    let state = State::restored(storage::kept_text(), storage::kept_theme(), storage::kept_strictness());
    match storage::kept_saved() {
        Some((saved, document)) => state.opened_saved(saved, Rc::new(Reading::new(document))),
        None => state,
    }
}

const fn screen_name(screen: Screen) -> &'static str {
    match screen {
        Screen::Text => "text",
        Screen::Article => "article",
    }
}

fn text_screen(state: &UseReducerHandle<State>) -> Html {
    html! {
        <main id="main" class="start" tabindex="-1">
            <Notes trouble={state.trouble.clone()} reading={None} dispatch={state.dispatcher()} />
            <Shelf shelf={state.shelf.clone()} dispatch={state.dispatcher()} />
            <Paste
                draft={state.draft.to_string()}
                summary={summary(state)}
                stopped={state.work == Work::Stopped}
                dispatch={state.dispatcher()}
            />
            <Samples dispatch={state.dispatcher()} />
        </main>
    }
}

fn article_screen(state: &UseReducerHandle<State>) -> Html {
    let Some(reading) = state.reading.clone() else { return Html::default() };
    let hidden = state.hidden.clone();
    html! {
        <main id="main" class="spread" tabindex="-1">
            <div class="column">
                <Shelf shelf={state.shelf.clone()} dispatch={state.dispatcher()} />
                <Notes trouble={state.trouble.clone()} reading={reading.clone()} dispatch={state.dispatcher()} />
                if let Some(saved) = state.saved.clone() {
                    <AsSaved {saved} reading={reading.clone()} dispatch={state.dispatcher()} />
                }
                <Key {hidden} dispatch={state.dispatcher()} />
                <Article
                    reading={reading.clone()}
                    hidden={state.hidden.clone()}
                    open={state.open}
                    dispatch={state.dispatcher()}
                />
            </div>
            <div class="edge">
                { card(state, &reading) }
                <Voices
                    reading={reading.clone()}
                    strictness={state.strictness}
                    saved={state.saved.is_some()}
                    reads={state.work == Work::Reading}
                    dispatch={state.dispatcher()}
                />
                <Names {reading} dispatch={state.dispatcher()} />
            </div>
            <nav class="jumps" aria-label="Parts of this page">
                <a href="#article">{"Article"}</a>
                <a href="#voices">{"Voices"}</a>
                <a href="#names">{"Names"}</a>
            </nav>
        </main>
    }
}

fn card(state: &UseReducerHandle<State>, reading: &Rc<Reading>) -> Html {
    let (reading, dispatch) = (reading.clone(), state.dispatcher());
    match state.open {
        Some(Opened::Quote(quote)) => html! { <Card {reading} {quote} {dispatch} /> },
        Some(Opened::Name(mention)) => {
            let why = state.reasons.of(mention);
            html! { <NameCard {reading} {mention} saved={state.saved.is_some()} {why} {dispatch} /> }
        }
        None => Html::default(),
    }
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
        Work::Idle if state.saved.is_some() => {
            summary(state).map_or_else(String::new, |summary| format!("Saved analysis opened: {summary}"))
        }
        Work::Idle => summary(state).map_or_else(String::new, |summary| format!("Analysis ready: {summary}")),
    }
}
