use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    desk::{CaseId, refuse_identity::RefuseIdentity, reject::RejectRegistration},
    limits,
    refusal::Field as Of,
};
use liaison_ui::{Button, ButtonKind, Dialog, TextArea};

use crate::{screens::Form, words::desk as word};

/// A refusal carries a reason that the applicant can act on (REG 7, IDV 6).
#[component]
pub fn RefuseDialog(id: CaseId, attempt: u64, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog title=word::refuse_title() open=open>
            <Refuse id=id attempt=attempt open=open />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Refuse(id: CaseId, attempt: u64, open: RwSignal<bool>) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let reason = RwSignal::new(String::new());
    let refuse = move || {
        let reason = reason.get();
        let answer = match id {
            CaseId::Registration(registration) => db.run(RejectRegistration {
                registration,
                attempt,
                reason,
            }),
            CaseId::Identity(submission) => db.run(RefuseIdentity { submission, reason }),
        };
        if form.take(answer).is_some() {
            open.set(false);
        }
    };
    view! {
        <div class="form">
            <TextArea
                label=word::refuse_why()
                value=reason
                limit=*limits::REASON.end()
                hint=word::refuse_why_hint()
                error=form.error(Of::Reason)
            />
            {form.card(word::not_possible(), &[Of::Reason])}
            <div class="actions end">
                <Button label=word::refuse() kind=ButtonKind::Danger on_press=refuse />
            </div>
        </div>
    }
    .into_any()
}
