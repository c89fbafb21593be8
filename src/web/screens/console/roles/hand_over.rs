use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::MemberId,
    organization::hand_over_ownership::HandOverOwnership,
    refusal::{Field as Of, Problem},
};
use liaison_ui::{Button, ButtonKind, Card, Checkbox, Confirm, Dialog, notices};

use crate::{
    screens::{
        Form,
        console::{
            members::{people::People, pick::MembersField},
            use_console,
        },
    },
    words::roles as word,
};

/// The owner hands the organization over: asked twice, and at once.
#[component]
pub fn HandOver(people: Memo<People>) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let notices = notices();
    let form = Form::new();
    let heir = RwSignal::new(Vec::<MemberId>::new());
    let understood = RwSignal::new(false);
    let (first, second) = (RwSignal::new(false), RwSignal::new(false));
    let name = move || {
        let heir = heir.with(|heir| heir.first().copied());
        let name = heir.and_then(|heir| {
            people.with(|people| people.find(heir).map(|person| person.name.clone()))
        });
        name.unwrap_or_default()
    };
    let go_on = move || {
        if heir.with(Vec::is_empty) {
            return form.refuse(Of::Owner, Problem::Missing);
        }
        if !understood.get() {
            return form.refuse(Of::Declaration, Problem::Missing);
        }
        form.clear();
        first.set(false);
        second.set(true);
    };
    let hand_over = move || {
        let Some(to) = heir.with_untracked(|heir| heir.first().copied()) else {
            return;
        };
        match form.take(db.run(HandOverOwnership { organization, to })) {
            Some(()) => notices.tell(word::handed_over()),
            None => first.set(true),
        }
    };
    let content = move || {
        view! {
            <div class="form dense">
                <p>{word::hand_over_why()}</p>
                <MembersField people=people label=word::heir() value=heir most=1 error=form.error(Of::Owner) />
                <Checkbox
                    label=word::understood()
                    checked=understood
                    on_change=move |on| understood.set(on)
                    error=form.error(Of::Declaration)
                />
                {form.card(word::cannot_hand_over(), &[Of::Owner, Of::Declaration])}
                <div class="actions end">
                    <Button label=crate::words::ui::cancel() on_press=move || first.set(false) />
                    <Button label=word::go_on() kind=ButtonKind::Danger on_press=go_on />
                </div>
            </div>
        }
        .into_any()
    };
    view! {
        <Card title=word::hand_over()>
            <p class="muted">{word::hand_over_what()}</p>
            <div><Button label=word::hand_over_act() on_press=move || first.set(true) /></div>
        </Card>
        <Dialog title=word::hand_over() open=first>{content()}</Dialog>
        <Confirm
            title=move || word::hand_over_title(name())
            open=second
            act=word::hand_over()
            on_confirm=hand_over
        >
            <p>{word::hand_over_last()}</p>
        </Confirm>
    }
    .into_any()
}
