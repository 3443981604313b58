//! Chooses a speaker: somebody in the article, somebody else by name, or nobody in particular.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use whosaid::corrections::Who;
use whosaid::labels::EntityType;
use yew::prelude::*;

use super::chosen_value;
use crate::reading::Reading;

/// What the chooser offers.
#[derive(Clone, PartialEq, Properties)]
pub struct WhoProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// Who stands there now.
    pub speaker: Option<u32>,
    /// Begins the ids of the fields.
    pub id: AttrValue,
    /// Hears the choice.
    pub on_choice: Callback<Option<Who>>,
}

const NOBODY: &str = "nobody";
const OTHER: &str = "other";

/// The chooser.
#[component]
pub fn WhoChooser(props: &WhoProps) -> Html {
    let asks_name = use_state(|| false);
    let name = use_node_ref();
    let reading = &props.reading;
    let on_change = {
        let (asks_name, on_choice, reading) = (asks_name.clone(), props.on_choice.clone(), reading.clone());
        Callback::from(move |event: Event| {
            let value = chosen_value(&event);
            asks_name.set(value == OTHER);
            match value.as_str() {
                OTHER => {}
                NOBODY => on_choice.emit(None),
                id => {
                    if let Some(who) = id.parse().ok().and_then(|id| who_is(&reading, id)) {
                        on_choice.emit(Some(who));
                    }
                }
            }
        })
    };
    let on_name = {
        let (asks_name, on_choice, name) = (asks_name.clone(), props.on_choice.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let written = name.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            if !written.trim().is_empty() {
                asks_name.set(false);
                on_choice.emit(Some(Who::Name(written)));
            }
        })
    };
    let option = |id: u32| {
        let label = reading.entity(id).map_or_else(String::new, |who| who.name.clone());
        let selected = !*asks_name && props.speaker == Some(id);
        html! { <option key={id} value={id.to_string()} {selected}>{label}</option> }
    };
    let group = |label: &'static str, all: &[u32]| {
        if all.is_empty() {
            return Html::default();
        }
        html! { <optgroup {label}>{ for all.iter().copied().map(option) }</optgroup> }
    };
    let [voices, people, others] = candidates(reading);
    let field = format!("{}-speaker", props.id);
    html! {
        <>
            <label for={field.clone()}>{"Speaker"}</label>
            <select id={field} onchange={on_change}>
                <option value={NOBODY} selected={props.speaker.is_none() && !*asks_name}>{"Nobody in particular"}</option>
                { group("Voices", &voices) }
                { group("People", &people) }
                { group("Others who are named", &others) }
                <option value={OTHER} selected={*asks_name}>{"Somebody else …"}</option>
            </select>
            if *asks_name {
                <form class="other" onsubmit={on_name}>
                    <label for={format!("{}-name", props.id)}>{"Name"}</label>
                    <div class="field">
                        <input id={format!("{}-name", props.id)} ref={name} type="text" autocomplete="off" maxlength="200" />
                        <button type="submit">{"Set"}</button>
                    </div>
                </form>
            }
        </>
    }
}

/// How a log names an entity.
pub fn who_is(reading: &Reading, entity: u32) -> Option<Who> {
    let record = reading.entity(entity)?;
    Some(reading.place_of(entity).map_or_else(|| Who::Name(record.name.clone()), Who::Mention))
}

/// Those who speak, other people, and others with a name, each by name.
fn candidates(reading: &Reading) -> [Vec<u32>; 3] {
    let named = reading.document.entities.iter();
    let named = named.filter(|it| reading.is_named(it.id) && !reading.speakers.contains(&it.id));
    let (people, others): (Vec<_>, Vec<_>) =
        named.partition(|entity| entity.entity_type == EntityType::Person.name());
    let sorted = |mut all: Vec<&whosaid::document::EntityRecord>| {
        all.sort_by_key(|entity| entity.name.to_lowercase());
        all.into_iter().map(|entity| entity.id).collect()
    };
    [reading.speakers.clone(), sorted(people), sorted(others)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_speak_come_first_and_only_once() {
        let text = "Tom Becker met Ana Ruiz in Lorne. Ana Ruiz said the plan works.";
        let reading = Reading::new(crate::messages::answer_for(text).document().unwrap());
        let names = candidates(&reading).map(|all| {
            all.into_iter().filter_map(|id| reading.entity(id)).map(|it| it.name.clone()).collect::<Vec<_>>()
        });
        assert_eq!(names[0], ["Ana Ruiz"]);
        assert_eq!(names[1], ["Tom Becker"]);
        assert!(names[2].contains(&"Lorne".to_owned()));
    }
}
