//! One of several. All parts that offer a choice take the same three things: what is offered, what is chosen, and
//! what happens when another is chosen.

use std::{any::Any, fmt, marker::PhantomData, sync::Arc};

use leptos::{html, prelude::*};

use crate::{
    Icon, Text,
    field::{Frame, note},
    id::fresh_id,
};

/// One of the things offered.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<T> {
    offered: Offered,
    of: PhantomData<fn() -> T>,
}

impl<T: PartialEq + Send + Sync + 'static> Choice<T> {
    pub fn new(value: T, label: impl Into<Text>) -> Choice<T> {
        let face = Face {
            label: label.into(),
            note: None,
            icon: None,
        };
        let value = Value(Arc::new(value));
        Choice {
            offered: Offered { value, face },
            of: PhantomData,
        }
    }

    /// A line under the label, where there is room for one.
    pub fn note(mut self, note: impl Into<Text>) -> Choice<T> {
        self.offered.face.note = Some(note.into());
        self
    }

    pub fn icon(mut self, icon: Icon) -> Choice<T> {
        self.offered.face.icon = Some(icon);
        self
    }
}

/// All that is offered, which may change. It is the same for the compiler whatever is chosen from: a signal of its own
/// for each type would weigh 5 kB.
pub struct Choices<T> {
    offered: Signal<Vec<Offered>>,
    of: PhantomData<fn() -> T>,
}

impl<T> Choices<T> {
    fn new(offered: Signal<Vec<Offered>>) -> Choices<T> {
        Choices {
            offered,
            of: PhantomData,
        }
    }
}

impl<T> From<Vec<Choice<T>>> for Choices<T> {
    fn from(choices: Vec<Choice<T>>) -> Choices<T> {
        Choices::new(Signal::stored(offered(choices)))
    }
}

impl<T, F> From<F> for Choices<T>
where
    T: 'static,
    F: Fn() -> Vec<Choice<T>> + Send + Sync + 'static,
{
    fn from(choices: F) -> Choices<T> {
        Choices::new(Signal::derive(move || offered(choices())))
    }
}

fn offered<T>(choices: Vec<Choice<T>>) -> Vec<Offered> {
    choices.into_iter().map(|choice| choice.offered).collect()
}

#[derive(Debug, Clone, PartialEq)]
struct Offered {
    value: Value,
    face: Face,
}

/// What a choice stands for, without its type.
#[derive(Clone)]
struct Value(Arc<dyn Comparable>);

trait Comparable: Any + Send + Sync {
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Comparable for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl Value {
    fn of<T: 'static>(&self) -> Option<&T> {
        let value: &dyn Any = &*self.0;
        value.downcast_ref()
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        self.0.equals(&*other.0)
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Value")
    }
}

/// What is offered, without its type: the parts are compiled once and not once per type.
#[derive(Clone)]
pub(crate) struct Offer {
    pub faces: Signal<Vec<Face>>,
    pub chosen: Signal<Option<usize>>,
    pub choose: Arc<dyn Fn(usize) + Send + Sync>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Face {
    pub label: Text,
    pub note: Option<Text>,
    pub icon: Option<Icon>,
}

impl Offer {
    pub fn of<T>(choices: Choices<T>, chosen: Signal<Option<T>>, on_choose: Callback<T>) -> Offer
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        let choices = choices.offered;
        let place = move || {
            chosen.with(|chosen| {
                let chosen = chosen.as_ref()?;
                let is = |choice: &Offered| choice.value.of() == Some(chosen);
                choices.with(|choices| choices.iter().position(is))
            })
        };
        Offer::erased(
            choices,
            Box::new(place),
            Box::new(move |value| {
                if let Some(value) = value.of::<T>() {
                    on_choose.try_run(value.clone());
                }
            }),
        )
    }

    fn erased(
        choices: Signal<Vec<Offered>>,
        place: Box<dyn Fn() -> Option<usize> + Send + Sync>,
        choose: Box<dyn Fn(&Value) + Send + Sync>,
    ) -> Offer {
        Offer {
            faces: Signal::derive(move || {
                choices.with(|choices| choices.iter().map(|choice| choice.face.clone()).collect())
            }),
            chosen: Memo::new(move |_| place()).into(),
            choose: Arc::new(move |place| {
                let value = choices.with_untracked(|choices| {
                    choices.get(place).map(|choice| choice.value.clone())
                });
                if let Some(value) = value {
                    choose(&value);
                }
            }),
        }
    }
}

/// A list that opens: for more than five, or where room is short. Typing finds, as the browser does it.
#[component]
pub fn Select<T>(
    #[prop(into)] label: Text,
    #[prop(into)] choices: Choices<T>,
    #[prop(into)] chosen: Signal<Option<T>>,
    #[prop(into)] on_choose: Callback<T>,
    /// Shown while nothing is chosen.
    #[prop(into)]
    placeholder: Text,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<Text>>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] locked: Signal<bool>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let frame = Frame::new(label, hint, error, optional);
    select(
        frame,
        Offer::of(choices, chosen, on_choose),
        placeholder,
        locked,
    )
}

fn select(frame: Frame, offer: Offer, placeholder: Text, locked: Signal<bool>) -> AnyView {
    let Offer {
        faces,
        chosen,
        choose,
    } = offer;
    let element = NodeRef::<html::Select>::new();
    // The options stand first and one of them is picked then; a `value` set before they exist would be lost.
    Effect::new(move |_| {
        faces.track();
        let place = chosen.get().map_or(0, |place| place as i32 + 1);
        if let Some(element) = element.get() {
            element.set_selected_index(place);
        }
    });
    let changed = move |_| {
        if let Some(place) = element
            .get_untracked()
            .and_then(|element| element.selected_index().checked_sub(1))
            && let Ok(place) = usize::try_from(place)
        {
            choose(place);
        }
    };
    let control = view! {
        <span class="select">
            <select
                node_ref=element
                id=frame.id.clone()
                class="input"
                class:unchosen=move || chosen.get().is_none()
                disabled=locked
                aria-required=(!frame.optional).then_some("true")
                aria-describedby=frame.note_id()
                aria-invalid=frame.invalid()
                on:change=changed
            >
                <option disabled=!frame.optional>{placeholder}</option>
                {move || faces.get().into_iter().map(|face| view! { <option>{face.label}</option> }).collect_view()}
            </select>
            {Icon::CHEVRON_DOWN}
        </span>
    };
    frame.around(control.into_any())
}

/// Two to five, each with a line about what it means.
#[component]
pub fn RadioCards<T>(
    #[prop(into)] label: Text,
    #[prop(into)] choices: Choices<T>,
    #[prop(into)] chosen: Signal<Option<T>>,
    #[prop(into)] on_choose: Callback<T>,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<Text>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    radios(
        "radio-cards",
        label,
        Offer::of(choices, chosen, on_choose),
        hint,
        error,
    )
}

/// Two to four short ones in a row: how something is shown, never what it is.
#[component]
pub fn Segmented<T>(
    #[prop(into)] label: Text,
    #[prop(into)] choices: Choices<T>,
    #[prop(into)] chosen: Signal<Option<T>>,
    #[prop(into)] on_choose: Callback<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    radios(
        "segmented",
        label,
        Offer::of(choices, chosen, on_choose),
        None,
        Signal::default(),
    )
}

fn radios(
    class: &'static str,
    label: Text,
    offer: Offer,
    hint: Option<Text>,
    error: Signal<Option<Text>>,
) -> AnyView {
    let name = fresh_id("choice");
    let note_id = format!("{name}-note");
    let Offer {
        faces,
        chosen,
        choose,
    } = offer;
    let radio = {
        let name = name.clone();
        move |(place, Face { label, note, icon }): (usize, Face)| {
            let choose = choose.clone();
            view! {
                <label class="radio">
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || chosen.get() == Some(place)
                        on:change=move |_| choose(place)
                    />
                    {icon.map(Icon::view)}
                    <span class="radio-text">
                        <span class="radio-label">{label}</span>
                        {note.map(|note| view! { <span class="hint">{note}</span> })}
                    </span>
                </label>
            }
            .into_any()
        }
    };
    view! {
        <fieldset
            class=format!("field {class}")
            aria-describedby=note_id
            aria-invalid=move || error.with(Option::is_some).then_some("true")
        >
            <legend class="label">{label}</legend>
            <div class="radios">
                {move || faces.get().into_iter().enumerate().map(radio.clone()).collect_view()}
            </div>
            {note(note_id.clone(), hint, error)}
        </fieldset>
    }
    .into_any()
}
