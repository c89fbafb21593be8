use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    desk::{
        CaseId, Match, RegistrationFile, Stage, SubmittedApplication,
        owner_to_be::{KnownAccount, OwnerToBe},
    },
    id::RegistrationId,
    refusal::Field as Of,
    registration::{Evidence, Statement},
};
use liaison_ui::{Callout, Card, Icon, KeyValue, KeyValues, Pill, Text, Tone, intl};

use super::{DeskRoute, attempts::EarlierAttempts, decided_as, document::CaseDocument};
use crate::{
    route::Route,
    tell::{self, company::stated_in},
    words::desk as word,
};

/// What was stated beside the documents that prove it (DESK 2).
#[component]
pub fn RegistrationCase(id: CaseId, file: Memo<Option<RegistrationFile>>) -> impl IntoView {
    let newest = Memo::new(move |_| file.with(|file| file.as_ref()?.attempts.last().cloned()));
    let before = Memo::new(move |_| {
        file.with(|file| {
            let attempts = &file.as_ref()?.attempts;
            attempts
                .iter()
                .rev()
                .nth(1)
                .map(|one| one.statement.clone())
        })
    });
    let matching = Memo::new(move |_| {
        file.with(|file| {
            file.as_ref()
                .map(|file| file.matching.clone())
                .unwrap_or_default()
        })
    });
    let attempts = Signal::derive(move || {
        file.with(|file| {
            file.as_ref()
                .map(|file| file.attempts.clone())
                .unwrap_or_default()
        })
    });
    let owner = move || {
        let statement = newest.get()?.statement;
        let registration = match id {
            CaseId::Registration(registration) => registration,
            CaseId::Identity(_) => return None,
        };
        Some(view! { <BecomesOwner registration=registration statement=statement /> })
    };
    view! {
        {move || matching.get().into_iter().map(matches).collect_view()}
        {move || newest.get().and_then(|newest| reply(&newest))}
        <div class="case-pair">
            <div class="stack">{move || newest.get().map(|newest| stated(&newest.statement, before.get().as_ref()))}
                {owner}</div>
            <div class="stack">
                {move || newest.get().map(|newest| {
                    let statement = newest.statement;
                    statement.evidence.clone().into_iter().map(|proof| evidence(id, &statement, proof)).collect_view()
                })}
            </div>
        </div>
        <EarlierAttempts attempts=attempts />
    }
    .into_any()
}

/// The fields in two groups; what changed since the attempt before says so.
fn stated(statement: &Statement, before: Option<&Statement>) -> AnyView {
    let before = before.map(stated_in).unwrap_or_default();
    let line = |(field, text): (Of, Text)| {
        let was = before.iter().find(|(other, _)| *other == field);
        let changed = was.is_some_and(|(_, was)| *was != text);
        let mark = changed.then(
            || view! { " " <Pill label=word::changed() tone=Signal::stored(Tone::Waiting) /> },
        );
        view! { <KeyValue label=tell::field(field)><bdi>{text}</bdi> {mark}</KeyValue> }
    };
    let is_applicant = |field: Of| {
        matches!(
            field,
            Of::ApplicantName | Of::ApplicantRole | Of::ApplicantPosition | Of::ApplicantMobile
        )
    };
    let (applicant, company): (Vec<_>, Vec<_>) = stated_in(statement)
        .into_iter()
        .partition(|(field, _)| is_applicant(*field));
    let company = company.into_iter().map(line).collect_view();
    let applicant = applicant.into_iter().map(line).collect_view();
    view! {
        <Card title=word::company()><KeyValues>{company}</KeyValues></Card>
        <Card title=word::applicant()><KeyValues>{applicant}</KeyValues></Card>
    }
    .into_any()
}

/// The account that gets the organization, held against the person whom the application names (REG 2, 7).
#[component]
fn BecomesOwner(registration: RegistrationId, statement: Statement) -> impl IntoView {
    let known = use_db().live_ask(move || OwnerToBe { registration });
    move || Some(becomes_owner(known.get().ok()?, &statement))
}

fn becomes_owner(known: KnownAccount, statement: &Statement) -> AnyView {
    let stated = &statement.applicant;
    let (verified, tone) = match known.verified {
        Some(_) => (word::name_verified(), Tone::Good),
        None => (word::name_not_verified(), Tone::Waiting),
    };
    let name = known.verified.unwrap_or(known.name);
    let same_name = compared(name.folded() == stated.name.folded());
    let same_mobile = compared(known.mobile == stated.mobile);
    view! {
        <Card title=word::becomes_owner()>
            <p class="hint">{word::becomes_owner_what()}</p>
            <KeyValues>
                <KeyValue label=tell::field(Of::Name)>
                    <bdi>{name.to_string()}</bdi> {same_name} " " <Pill label=verified tone=Signal::stored(tone) />
                </KeyValue>
                <KeyValue label=tell::field(Of::Mobile)>
                    <span class="figures">{known.mobile.spaced()}</span> {same_mobile}
                </KeyValue>
            </KeyValues>
        </Card>
    }
    .into_any()
}

fn compared(agree: bool) -> AnyView {
    match agree {
        true => agrees(),
        false => {
            view! { " " <Pill label=word::differs() tone=Signal::stored(Tone::Bad) /> }.into_any()
        }
    }
}

/// A document with what the applicant reads on it, compared with the form.
fn evidence(id: CaseId, statement: &Statement, proof: Evidence) -> AnyView {
    let Evidence {
        kind,
        file,
        legal_name,
        number,
        issued,
        expires,
    } = proof;
    let same_name = legal_name.folded() == statement.legal_name.folded();
    let number = number.map(|number| {
        let same = statement.number.is_written(&number) == Ok(true);
        view! {
            <KeyValue label=tell::field(Of::DocumentNumber)>
                <span class="code">{number.to_string()}</span> {same.then(agrees)}
            </KeyValue>
        }
    });
    let expires = expires.map(|date| {
        view! { <KeyValue label=tell::field(Of::ExpiresOn)><span class="figures">{intl::day(date.days())}</span></KeyValue> }
    });
    view! {
        <CaseDocument id=id file=file label=tell::field(kind.field())>
            <KeyValues>
                <KeyValue label=tell::field(Of::DocumentLegalName)>
                    <bdi>{legal_name.to_string()}</bdi> {same_name.then(agrees)}
                </KeyValue>
                {number}
                <KeyValue label=tell::field(Of::IssuedOn)><span class="figures">{intl::day(issued.days())}</span></KeyValue>
                {expires}
            </KeyValues>
        </CaseDocument>
    }
    .into_any()
}

fn agrees() -> AnyView {
    view! { " " <span class="agrees">{Icon::CHECK.named(word::agrees())}</span> }.into_any()
}

fn reply(attempt: &SubmittedApplication) -> Option<AnyView> {
    let answered = attempt.answered.clone()?;
    let why = answered.question.why.to_string();
    let fields = answered
        .question
        .fields
        .iter()
        .map(|field| tell::field(*field))
        .collect();
    let reply = answered.reply.as_ref().map(|reply| {
        view! { <p class="prose"><strong>{word::reply()} " "</strong> <bdi>{reply.to_string()}</bdi></p> }
    });
    Some(
        view! {
            <Callout tone=Tone::Info title=word::answered(intl::list(fields))>
                <p class="prose"><strong>{word::question()} " "</strong> <bdi>{why}</bdi></p>
                {reply}
            </Callout>
        }
        .into_any(),
    )
}

/// Another registration that looks like the same company.
fn matches(found: Match) -> AnyView {
    let what = match (found.same_number, found.same_name) {
        (true, true) => word::same_both(),
        (true, false) => word::same_number(),
        (false, _) => word::same_name(),
    };
    let case = found.case;
    let now = use_db().live(|_, now| now.time());
    let stage = move || match &case.stage {
        Stage::Open => word::stage_open(),
        Stage::Asked { .. } if case.ended(now.get()).is_some() => word::closed(),
        Stage::Asked { .. } => word::stage_asked(),
        Stage::Decided { outcome, .. } => decided_as(outcome),
        Stage::Withdrawn { .. } => word::withdrawn(),
    };
    let href = Route::Desk(DeskRoute::Case(CaseId::Registration(found.registration))).href();
    view! {
        <Callout tone=Tone::Waiting title=what>
            <p><a href=href><bdi>{found.statement.legal_name.to_string()}</bdi></a> " · " {stage}</p>
        </Callout>
    }
    .into_any()
}
