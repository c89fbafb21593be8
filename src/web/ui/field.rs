//! What is typed. Label above, hint below, the error takes the hint's place; what was typed stays.

use leptos::{ev, html, prelude::*};

use crate::{Icon, Text, id::fresh_id, wording::wording};

/// What a field is for: decides keyboard, autofill and correction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Input {
    #[default]
    Text,
    /// A person's name, filled in by the browser.
    Name,
    Phone,
    Email,
    Url,
    Date,
    /// Digits that are no amount: a code, a card number.
    Digits,
    /// The code of a text message.
    OneTimeCode,
    /// An identifier as printed: no correction, no capitals added.
    Code,
    Search,
}

/// The value of a date field in which something stands that is no date, or only half of one: the browser gives nothing
/// then, and nothing would mean that the field is empty.
const NO_DATE: &str = "?";

impl Input {
    fn kind(self) -> &'static str {
        match self {
            Input::Phone => "tel",
            Input::Email => "email",
            Input::Url => "url",
            Input::Date => "date",
            Input::Search => "search",
            _ => "text",
        }
    }

    fn keyboard(self) -> Option<&'static str> {
        matches!(self, Input::Digits | Input::OneTimeCode).then_some("numeric")
    }

    fn autofill(self) -> &'static str {
        match self {
            Input::Name => "name",
            Input::Phone => "tel",
            Input::Email => "email",
            Input::OneTimeCode => "one-time-code",
            _ => "off",
        }
    }

    fn is_literal(self) -> bool {
        matches!(
            self,
            Input::Code | Input::Digits | Input::OneTimeCode | Input::Email | Input::Url
        )
    }
}

#[component]
pub fn Field(
    #[prop(into)] label: Text,
    value: RwSignal<String>,
    #[prop(optional)] input: Input,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<Text>>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] placeholder: Option<Text>,
    #[prop(optional, into)] locked: Signal<bool>,
    /// The field was left: the moment to judge what was typed.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// Takes the focus when it appears.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let frame = Frame::new(label, hint, error, optional);
    let element = NodeRef::<html::Input>::new();
    if first {
        Effect::new(move |_| _ = element.get().map(|element| element.focus()));
    }
    let is_date = input == Input::Date;
    // What no calendar has stays in sight until it is mended.
    let shown = Memo::new(move |before: Option<&String>| {
        let value = value.get();
        match is_date && value == NO_DATE {
            true => before.cloned().unwrap_or_default(),
            false => value,
        }
    });
    let read = move || {
        // A field that goes while it has the focus is left, too.
        let Some(element) = element.try_get_untracked().flatten() else {
            return;
        };
        let typed = match is_date && element.validity().bad_input() {
            true => NO_DATE.to_owned(),
            false => element.value(),
        };
        if value.try_with_untracked(|value| *value != typed) == Some(true) {
            value.set(typed);
        }
    };
    // Half a date, or one that no calendar has, comes with no other event.
    let read_date = move || {
        if is_date {
            read();
        }
    };
    let leave = move || {
        read_date();
        _ = on_leave.map(|leave| leave.try_run(()));
    };
    let control = view! {
        <input
            node_ref=element
            id=frame.id.clone()
            class="input"
            class:code=input.is_literal()
            type=input.kind()
            inputmode=input.keyboard()
            autocomplete=input.autofill()
            autocapitalize=input.is_literal().then_some("none")
            spellcheck=input.is_literal().then_some("false")
            dir=if input.is_literal() { "ltr" } else { "auto" }
            placeholder=placeholder
            readonly=locked
            aria-required=(!optional).then_some("true")
            aria-describedby=frame.note_id()
            aria-invalid=frame.invalid()
            prop:value=shown
            on:input=move |_| read()
            on:keyup=move |_: ev::KeyboardEvent| read_date()
            on:blur=move |_: ev::FocusEvent| leave()
        />
    };
    frame.around(control.into_any())
}

/// Text of more than a line, with how much room is left.
#[component]
pub fn TextArea(
    #[prop(into)] label: Text,
    value: RwSignal<String>,
    /// The bound in signs; more can be typed, is counted, and is for the form to refuse.
    limit: usize,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<Text>>,
    #[prop(optional)] optional: bool,
    /// The field was left: the moment to judge what was typed.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    #[prop(default = 3)] rows: u32,
) -> impl IntoView {
    let frame = Frame::new(label, hint, error, optional);
    let left = move || limit as i64 - value.with(|text| text.trim().chars().count()) as i64;
    let count = move || match left() {
        left @ 0.. => (wording().signs_left)(left.unsigned_abs()),
        left => (wording().signs_too_many)(left.unsigned_abs()),
    };
    let control = view! {
        <textarea
            id=frame.id.clone()
            class="input"
            style=("--rows", rows.to_string())
            dir="auto"
            aria-required=(!optional).then_some("true")
            aria-describedby=frame.note_id()
            aria-invalid=frame.invalid()
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
            on:blur=move |_: ev::FocusEvent| _ = on_leave.map(|leave| leave.try_run(()))
        ></textarea>
    };
    let count = view! {
        <span class="count" class:over=move || left() < 0>
            {count}
        </span>
    };
    frame.around_with(control.into_any(), Some(count.into_any()))
}

/// Label, note and their ties to the control, alike for everything that is filled in.
pub(crate) struct Frame {
    pub id: String,
    label: Text,
    hint: Option<Text>,
    error: Signal<Option<Text>>,
    pub optional: bool,
}

impl Frame {
    pub fn new(
        label: Text,
        hint: Option<Text>,
        error: Signal<Option<Text>>,
        optional: bool,
    ) -> Frame {
        Frame {
            id: fresh_id("field"),
            label,
            hint,
            error,
            optional,
        }
    }

    pub fn note_id(&self) -> String {
        format!("{}-note", self.id)
    }

    pub fn invalid(&self) -> Signal<Option<&'static str>> {
        let error = self.error;
        Signal::derive(move || error.with(Option::is_some).then_some("true"))
    }

    pub fn around(self, control: AnyView) -> AnyView {
        self.around_with(control, None)
    }

    /// `aside` stands at the end of the note's line.
    fn around_with(self, control: AnyView, aside: Option<AnyView>) -> AnyView {
        view! {
            <div class="field">
                <label class="label" for=self.id.clone()>
                    {self.label.clone()} {self.optional.then(optional_mark)}
                </label>
                {control}
                <div class="foot">{note(self.note_id(), self.hint, self.error)} {aside}</div>
            </div>
        }
        .into_any()
    }
}

pub(crate) fn optional_mark() -> AnyView {
    view! { <span class="optional">{(wording().optional)()}</span> }.into_any()
}

/// The hint, or the error in its place; a screen reader is told when it changes.
pub(crate) fn note(id: String, hint: Option<Text>, error: Signal<Option<Text>>) -> AnyView {
    view! {
        <div class="note" id=id aria-live="polite">
            {move || match (error.get(), hint.clone()) {
                (Some(error), _) => view! { <p class="error">{Icon::ALERT} <span>{error}</span></p> }.into_any(),
                (None, Some(hint)) => view! { <p class="hint">{hint}</p> }.into_any(),
                (None, None) => ().into_any(),
            }}
        </div>
    }
    .into_any()
}
