use leptos::prelude::*;
use liaison_bridge::{Db, Memo, StorageFault, use_db};
use liaison_core::{
    desk::{CaseId, Correction, IdentityFile, Pictures, Shown, Stage},
    refusal::Field as Of,
};
use liaison_ui::{Button, Callout, Card, KeyValue, KeyValues, Text, Tone, Waiting, intl};
use wasm_bindgen_futures::spawn_local;

use super::{DeskRoute, decided_as, document::CaseDocument};
use crate::{route::Route, tell, words::desk as word};

/// What a person showed, beside the pictures that prove it.
#[component]
pub fn IdentityCase(id: CaseId, file: Memo<Option<IdentityFile>>) -> impl IntoView {
    let erasure = Erasure::follow(file);
    // Neither changes when the case is claimed, so that what was opened stays open.
    let submitted = Memo::new(move |_| file.with(|file| Some(file.as_ref()?.submitted.clone())));
    let earlier = Memo::new(move |_| {
        let earlier = file.with(|file| Some(file.as_ref()?.earlier.clone()));
        earlier.unwrap_or_default()
    });
    let body = move || {
        let submitted = submitted.get()?;
        let facts = view! {
            <KeyValue label=tell::field(Of::DocumentKind)>{tell::document_kind(submitted.kind)}</KeyValue>
            <KeyValue label=tell::field(Of::DocumentCountry)>{intl::region_name(submitted.country.as_str())}</KeyValue>
        };
        Some(match submitted.evidence {
            Some(shown) => evidence(id, shown, facts.into_any()),
            None => view! {
                <Card title=word::person()>
                    <KeyValues>
                        {facts}
                        <KeyValue label=word::last_four()><span class="code">{submitted.last_four}</span></KeyValue>
                    </KeyValues>
                </Card>
                {move || erasure.shown()}
            }
            .into_any(),
        })
    };
    let earlier = move || {
        let earlier: Vec<_> = earlier.get().into_iter().map(|(other, case, row)| {
            let href = Route::Desk(DeskRoute::Case(CaseId::Identity(other))).href();
            view! {
                <li>
                    <a href=href>{intl::date_time(row.at.0)}</a> " · " {tell::document_kind(row.kind)} " · " {outcome(case.stage)}
                </li>
            }
        }).collect();
        (!earlier.is_empty()).then(|| {
            view! { <Card title=word::earlier_attempts()><ul class="changes">{earlier}</ul></Card> }
        })
    };
    view! {
        {body}
        {earlier}
    }
    .into_any()
}

/// Whether what was decided about can be found in the browser's database no more.
#[derive(Clone, Copy)]
struct Erasure {
    db: Db,
    /// None while it is under way.
    ended: RwSignal<Option<Result<(), StorageFault>>>,
}

impl Erasure {
    /// Sees to it once the file is without its evidence: after a decision, and again if an earlier time was cut short.
    fn follow(file: Memo<Option<IdentityFile>>) -> Self {
        let erasure = Self {
            db: use_db(),
            ended: RwSignal::new(None),
        };
        let is_decided = Memo::new(move |_| {
            file.with(|file| {
                let file = file.as_ref();
                file.is_some_and(|file| file.submitted.evidence.is_none())
            })
        });
        Effect::new(move |_| {
            if is_decided.get() {
                erasure.begin();
            }
        });
        erasure
    }

    fn begin(self) {
        self.ended.set(None);
        spawn_local(async move {
            let ended = self.db.erased().await;
            _ = self.ended.try_set(Some(ended));
        });
    }

    fn shown(self) -> AnyView {
        match self.ended.get() {
            None => view! { <Waiting label=word::erasing() /> }.into_any(),
            Some(Ok(())) => {
                view! { <Callout title=word::erased()>{word::erased_why()}</Callout> }.into_any()
            }
            Some(Err(fault)) => view! {
                <Callout tone=Tone::Bad title=word::cannot_erase()>
                    <p>{tell::storage_fault(&fault)}</p>
                    <Button label=word::erase_again() small=true on_press=move || self.begin() />
                </Callout>
            }
            .into_any(),
        }
    }
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
        Stage::Decided { outcome, .. } => decided_as(&outcome),
        Stage::Withdrawn { .. } => word::withdrawn(),
        Stage::Open | Stage::Asked { .. } => word::stage_open(),
    }
}
