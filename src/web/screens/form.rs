//! What a form does with an answer: a refused field says so beside itself, any other refusal stands as a card, and what
//! was typed stays.

use leptos::prelude::*;
use liaison_core::{
    refusal::{Field, Problem, Refusal},
    store::Stop,
};
use liaison_ui::{Callout, Text, Tone};
use wasm_bindgen::JsCast;

use crate::{tell, words};

/// The state of one form. Made in the body of its component.
#[derive(Clone, Copy)]
pub struct Form {
    stop: RwSignal<Option<Stop>>,
}

impl Form {
    pub fn new() -> Self {
        Self {
            stop: RwSignal::new(None),
        }
    }

    /// The value when it was done; else the form shows why not.
    pub fn take<T>(self, answer: Result<T, Stop>) -> Option<T> {
        match answer {
            Ok(value) => {
                self.stop.set(None);
                Some(value)
            }
            Err(stop) => {
                self.stop.set(Some(stop));
                request_animation_frame(point_out);
                None
            }
        }
    }

    /// The same for an act whose refusal was counted.
    pub fn take_counted<T>(self, answer: Result<Result<T, Refusal>, Stop>) -> Option<T> {
        self.take(answer.and_then(|done| done.map_err(Stop::Refused)))
    }

    pub fn refuse(self, field: Field, problem: Problem) {
        self.stop
            .set(Some(Stop::Refused(Refusal::Input(field, problem))));
        request_animation_frame(point_out);
    }

    pub fn clear(self) {
        self.stop.set(None);
    }

    /// What stands beside the field.
    pub fn error(self, field: Field) -> Signal<Option<Text>> {
        Signal::derive(move || match self.stop.get() {
            Some(Stop::Refused(Refusal::Input(refused, problem))) if refused == field => {
                Some(tell::problem(field, problem))
            }
            _ => None,
        })
    }

    /// Whether it was refused by this.
    pub fn refused_by(self, refusal: Refusal) -> bool {
        self.stop
            .with(|stop| matches!(stop, Some(Stop::Refused(by)) if *by == refusal))
    }

    /// What no field of the form can say. `what` names what was not possible; `fields` are those that speak themselves.
    pub fn card(self, what: impl Into<Text>, fields: &'static [Field]) -> AnyView {
        self.card_of(Signal::stored(what.into()), fields)
    }

    /// The same where `what` depends on why.
    pub fn card_of(self, what: Signal<Text>, fields: &'static [Field]) -> AnyView {
        self.card_with(what, fields, |_| None)
    }

    /// The same where this screen knows the way to a next step that has no place of its own.
    pub fn card_with(
        self,
        what: Signal<Text>,
        fields: &'static [Field],
        way: impl Fn(Refusal) -> Option<AnyView> + Copy + Send + 'static,
    ) -> AnyView {
        (move || {
            let what = what.get();
            match self.stop.get()? {
                Stop::Refused(Refusal::Input(field, _)) if fields.contains(&field) => None,
                stop => Some(stopped_with(what, stop, way)),
            }
        })
        .into_any()
    }
}

/// Why something is not possible: refused, needs the server, or broke. `what` names what is not possible.
pub fn stopped(what: Text, stop: Stop) -> AnyView {
    stopped_with(what, stop, |_| None)
}

/// The same where this screen knows the way to a next step that has no place of its own.
pub fn stopped_with(
    what: Text,
    stop: Stop,
    way: impl FnOnce(Refusal) -> Option<AnyView> + 'static,
) -> AnyView {
    match stop {
        Stop::Refused(refusal) => match way(refusal) {
            Some(way) => {
                view! { <tell::Refused what=what refusal=refusal>{way}</tell::Refused> }.into_any()
            }
            None => view! { <tell::Refused what=what refusal=refusal /> }.into_any(),
        },
        Stop::NeedsServer => {
            view! { <Callout tone=Tone::Waiting title=what>{words::app::needs_server()}</Callout> }
                .into_any()
        }
        Stop::Fault(_) => {
            view! { <Callout tone=Tone::Bad title=what>{words::app::fault()}</Callout> }.into_any()
        }
    }
}

/// Leads to the field that was refused, in the form in which somebody is.
fn point_out() {
    let form = document()
        .active_element()
        .and_then(|element| element.closest("form").ok()?);
    let refused = form.and_then(|form| form.query_selector("[aria-invalid='true']").ok()?);
    if let Some(field) = refused.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        // What is in the page can take it.
        _ = field.focus();
    }
}
