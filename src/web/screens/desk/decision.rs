use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    command::Actor,
    desk::{
        Case, CaseId, Outcome, Stage, approve::ApproveRegistration,
        approve_identity::ApproveIdentity, claim::ClaimCase, pass_on::PassOnCase,
        release::ReleaseCase, reviewers,
    },
    id::AccountId,
    registration::Question,
    row::ReadRows,
    store::Stop,
};
use liaison_ui::{Button, ButtonKind, Callout, Choice, Confirm, Dialog, Icon, Select, Tone, intl};

use super::{ask::AskDialog, me, reason::RefuseDialog, reviewer_name};
use crate::{screens::Form, tell, words::desk as word};

/// Who has the case in hand, and what can be done with it (DESK 1).
#[component]
pub fn Decision(id: CaseId, case: Memo<Option<Case>>) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    // It follows the case and not the time, so that what is being typed stays.
    let content = move || {
        let case = case.get()?;
        let mine = case
            .claim
            .as_ref()
            .is_some_and(|claim| Some(claim.by) == me(db));
        Some(match case.stage.clone() {
            Stage::Open if mine => view! { <InHand id=id case=case form=form /> }.into_any(),
            Stage::Open => view! { <ToClaim id=id case=case form=form /> }.into_any(),
            Stage::Asked { question, .. } => {
                view! { <Asked id=id case=case question=question mine=mine form=form /> }.into_any()
            }
            Stage::Decided { at, by, outcome } => decided(at.0, by, outcome),
            Stage::Withdrawn { at } => {
                view! { <Callout title=word::withdrawn()>{intl::date_time(at.0)}</Callout> }
                    .into_any()
            }
        })
    };
    view! {
        <section class="case-decision" aria-label=word::decision()>
            <h2>{word::decision()}</h2>
            {content}
            {form.card(word::not_possible(), &[])}
        </section>
    }
    .into_any()
}

fn decided(at: u64, by: AccountId, outcome: Outcome) -> AnyView {
    let name = reviewer_name(use_db(), by);
    let (tone, title, reason) = match outcome {
        Outcome::Approved => (Tone::Good, word::approved(), None),
        Outcome::Refused { reason } => (Tone::Bad, word::refused(), Some(reason.to_string())),
    };
    view! {
        <Callout tone=tone title=title>
            {reason.map(|reason| view! { <p class="prose"><bdi>{reason}</bdi></p> })}
            <p class="small"><bdi>{move || name.get()}</bdi> " · " {intl::date_time(at)}</p>
        </Callout>
    }
    .into_any()
}

/// The applicant has the word, for a while. Who has the case in hand can let it go meanwhile.
#[component]
fn Asked(id: CaseId, case: Case, question: Question, mine: bool, form: Form) -> impl IntoView {
    let until = use_db().live(move |_, now| case.answer_until(now.time()));
    let title = move || match until.get() {
        Some(until) => word::waits_until(intl::date(until.0)),
        None => word::closed(),
    };
    let fields = question.fields.iter();
    let fields = fields.map(|field| tell::field(*field)).collect();
    view! {
        <Callout tone=Tone::Waiting title=title>
            <p>{intl::list(fields)}</p>
            <p class="prose"><bdi>{question.why.to_string()}</bdi></p>
        </Callout>
        {move || (mine && until.with(Option::is_some)).then(|| view! { <LetGo id=id form=form /> })}
    }
    .into_any()
}

/// Nobody's, or another reviewer's.
#[component]
fn ToClaim(id: CaseId, case: Case, form: Form) -> impl IntoView {
    let db = use_db();
    let claim = move || {
        form.take(db.run(ClaimCase { case: id }));
    };
    // Unlinked, this browser is the operator as well (DEMO 4).
    let release = move || {
        form.take(db.run_as(Actor::Operator, ReleaseCase { case: id }));
    };
    match case.claim {
        Some(claim) => {
            let name = reviewer_name(db, claim.by);
            view! {
                <Callout title=word::claimed_by()>
                    <p><bdi>{move || name.get()}</bdi></p>
                    <p class="small">{intl::date_time(claim.at.0)}</p>
                </Callout>
                <p class="muted small">{word::operator_release_why()}</p>
                <div class="case-acts">
                    <Button label=word::operator_release() kind=ButtonKind::Quiet small=true on_press=release />
                </div>
            }
            .into_any()
        }
        None => view! {
            <p class="muted">{word::claim_why()}</p>
            <div class="case-acts">
                <Button label=word::claim() kind=ButtonKind::Primary on_press=claim />
            </div>
        }
        .into_any(),
    }
}

/// What its reviewer can do.
#[component]
fn InHand(id: CaseId, case: Case, form: Form) -> impl IntoView {
    let db = use_db();
    let [approving, refusing, asking] = [false; 3].map(RwSignal::new);
    let attempt = case.newest_attempt();
    let approve = move || {
        form.take(match id {
            CaseId::Registration(registration) => db
                .run(ApproveRegistration {
                    registration,
                    attempt,
                })
                .map(|_| ()),
            CaseId::Identity(submission) => db.run(ApproveIdentity { submission }).map(|_| ()),
        });
    };
    let questions = case.questions_left();
    let ask = match id {
        CaseId::Registration(registration) => {
            let blocked = Signal::stored((questions == 0).then(word::no_question_left));
            view! {
                <Button label=word::ask() icon=Icon::HELP blocked=blocked on_press=move || asking.set(true) />
                <AskDialog registration=registration attempt=attempt questions=questions open=asking />
            }
            .into_any()
        }
        CaseId::Identity(_) => ().into_any(),
    };
    let what = match id {
        CaseId::Registration(_) => word::approve_registration_what(),
        CaseId::Identity(_) => word::approve_identity_what(),
    };
    view! {
        <div class="case-acts">
            <Button label=word::approve() kind=ButtonKind::Primary icon=Icon::CHECK on_press=move || approving.set(true) />
            {ask}
            <Button label=word::refuse() icon=Icon::CLOSE on_press=move || refusing.set(true) />
        </div>
        <LetGo id=id form=form />
        <Confirm title=word::approve_title() open=approving act=word::approve() kind=ButtonKind::Primary on_confirm=approve>
            <p>{what.clone()}</p>
        </Confirm>
        <RefuseDialog id=id attempt=attempt open=refusing />
    }
    .into_any()
}

/// The case goes back into the queue, or to another reviewer.
#[component]
fn LetGo(id: CaseId, form: Form) -> impl IntoView {
    let db = use_db();
    let passing = RwSignal::new(false);
    let release = move || {
        form.take(db.run(ReleaseCase { case: id }));
    };
    view! {
        <div class="case-acts">
            <Button label=word::release() kind=ButtonKind::Quiet small=true on_press=release />
            <Button label=word::pass_on() kind=ButtonKind::Quiet small=true on_press=move || passing.set(true) />
        </div>
        <PassOnDialog id=id open=passing />
    }
    .into_any()
}

/// Another reviewer goes on with it.
#[component]
fn PassOnDialog(id: CaseId, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog title=word::pass_on() open=open>
            <PassOn id=id open=open />
        </Dialog>
    }
    .into_any()
}

#[component]
fn PassOn(id: CaseId, open: RwSignal<bool>) -> impl IntoView {
    let db = use_db();
    let form = Form::new();
    let to = RwSignal::new(None::<AccountId>);
    let own = me(db);
    let others = db.live(move |view, _| -> Vec<_> {
        let all: Result<Vec<_>, Stop> = view.list(&reviewers());
        let all = all.unwrap_or_default().into_iter();
        let others = all.filter(|(account, _)| Some(*account) != own);
        others
            .map(|(account, one)| (account, one.name.to_string()))
            .collect()
    });
    let choices = move || {
        let others = others.get().into_iter();
        others
            .map(|(account, name)| Choice::new(account, name))
            .collect::<Vec<_>>()
    };
    let pass = move || {
        let Some(to) = to.get() else { return };
        if form.take(db.run(PassOnCase { case: id, to })).is_some() {
            open.set(false);
        }
    };
    let why_not = Signal::derive(move || match to.get() {
        Some(_) => None,
        None if others.with(Vec::is_empty) => Some(word::no_other_reviewer()),
        None => Some(word::choose_reviewer()),
    });
    view! {
        <div class="form">
            <Select
                label=word::reviewer()
                choices=choices
                chosen=to
                on_choose=move |account| to.set(Some(account))
                placeholder=word::choose_reviewer()
            />
            {form.card(word::not_possible(), &[])}
            <div class="actions end">
                <Button label=word::pass_on() kind=ButtonKind::Primary blocked=why_not on_press=pass />
            </div>
        </div>
    }
    .into_any()
}
