use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    desk::{CaseId, Correction, IdentityFile, Outcome, Pictures, Shown, Stage},
    refusal::Field as Of,
};
use liaison_ui::{Callout, Card, KeyValue, KeyValues, Text, Tone, Waiting, intl};
use wasm_bindgen_futures::spawn_local;

use super::{DeskRoute, document::CaseDocument};
use crate::{route::Route, tell, words::desk as word};

/// What a person showed, beside the pictures that prove it.
#[component]
pub fn IdentityCase(id: CaseId, file: Memo<Option<IdentityFile>>) -> impl IntoView {
    let gone = gone(file);
    move || {
        let file = file.get()?;
        let submitted = file.submitted;
        let facts = view! {
            <KeyValue label=tell::field(Of::DocumentKind)>{tell::document_kind(submitted.kind)}</KeyValue>
            <KeyValue label=tell::field(Of::DocumentCountry)>{intl::region_name(submitted.country.as_str())}</KeyValue>
        };
        let body = match submitted.evidence {
            Some(shown) => evidence(id, shown, facts.into_any()),
            None => view! {
                <Card title=word::person()>
                    <KeyValues>
                        {facts}
                        <KeyValue label=word::last_four()><span class="code">{submitted.last_four}</span></KeyValue>
                    </KeyValues>
                </Card>
                {move || match gone.get() {
                    true => view! { <Callout title=word::erased()>{word::erased_why()}</Callout> }.into_any(),
                    false => view! { <Waiting label=word::erasing() /> }.into_any(),
                }}
            }
            .into_any(),
        };
        let earlier: Vec<_> = file.earlier.into_iter().map(|(other, case, row)| {
            let href = Route::Desk(DeskRoute::Case(CaseId::Identity(other))).href();
            view! {
                <li>
                    <a href=href>{intl::date_time(row.at.0)}</a> " · " {tell::document_kind(row.kind)} " · " {outcome(case.stage)}
                </li>
            }
        }).collect();
        let earlier = (!earlier.is_empty()).then(|| {
            view! { <Card title=word::earlier_attempts()><ul class="changes">{earlier}</ul></Card> }
        });
        Some(view! { {body} {earlier} })
    }
}

/// Whether what was erased can be found in the browser's database no more: after a decision that takes a moment.
fn gone(file: Memo<Option<IdentityFile>>) -> RwSignal<bool> {
    let db = use_db();
    let erased = Memo::new(move |_| {
        file.with(|file| {
            let file = file.as_ref();
            file.is_some_and(|file| file.submitted.evidence.is_none())
        })
    });
    let gone = RwSignal::new(erased.get_untracked());
    let erase = move |now: &bool, _: Option<&bool>, _| {
        if *now && !gone.get_untracked() {
            spawn_local(async move {
                if db.erased().await.is_ok() {
                    gone.try_set(true);
                }
            });
        }
    };
    Effect::watch(move || erased.get(), erase, false);
    gone
}

fn evidence(id: CaseId, shown: Shown, facts: AnyView) -> AnyView {
    let Shown {
        name,
        number,
        pictures,
        correction,
    } = shown;
    let pictures = match pictures {
        Some(pictures) => pair(id, pictures),
        None => view! { <Callout>{word::no_pictures()}</Callout> }.into_any(),
    };
    view! {
        {correction.map(corrects)}
        <div class="case-pair">
            <Card title=word::person()>
                <KeyValues>
                    <KeyValue label=tell::field(Of::RealName)><bdi>{name.to_string()}</bdi></KeyValue>
                    {facts}
                    <KeyValue label=tell::field(Of::DocumentNumber)><span class="code">{number.as_str().to_owned()}</span></KeyValue>
                </KeyValues>
            </Card>
            <div class="stack">{pictures}</div>
        </div>
    }
    .into_any()
}

fn pair(id: CaseId, pictures: Pictures) -> AnyView {
    let expires = pictures.expires.map(|date| {
        view! { <KeyValue label=tell::field(Of::ExpiresOn)>{intl::day(date.days())}</KeyValue> }
    });
    view! {
        <CaseDocument id=id file=pictures.certificate label=tell::field(Of::IdCertificate)>
            <KeyValues>{expires}</KeyValues>
        </CaseDocument>
        <CaseDocument id=id file=pictures.statement label=tell::field(Of::Statement)>
            <KeyValues>
                <KeyValue label=tell::field(Of::StatementDate)>{intl::day(pictures.statement_date.days())}</KeyValue>
            </KeyValues>
        </CaseDocument>
    }
    .into_any()
}

fn corrects(correction: Correction) -> AnyView {
    view! {
        <Callout tone=Tone::Waiting title=word::corrects(correction.from.to_string())>
            <p class="prose"><bdi>{correction.reason.to_string()}</bdi></p>
        </Callout>
    }
    .into_any()
}

fn outcome(stage: Stage) -> Text {
    match stage {
        Stage::Decided {
            outcome: Outcome::Approved,
            ..
        } => word::approved(),
        Stage::Decided {
            outcome: Outcome::Refused { reason },
            ..
        } => word::refused_because(reason.to_string()),
        Stage::Withdrawn { .. } => word::withdrawn(),
        Stage::Open | Stage::Asked { .. } => word::stage_open(),
    }
}
