use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    command::Actor,
    limits,
    organization::Realm,
    registration::{DocumentKind, Jurisdiction, Wanted},
};
use liaison_ui::{ButtonKind, ButtonLink, Icon, PageHeader, RowLink, Text, intl};

use super::{RegisterRoute, steps::JurisdictionField, to};
use crate::{
    route::Route,
    screens::{Copyable, title},
    tell,
    words::register as word,
};

/// *Before you start* (REG 1): who, what, how long, and where help is. It can be sent to a colleague.
#[component]
pub fn Before() -> impl IntoView {
    title(word::before_title());
    let db = use_db();
    let is_somebody = Memo::new(move |_| matches!(db.actor(), Actor::Account(_)));
    let mine = move || {
        is_somebody.get().then(|| {
            view! { <ButtonLink label=word::mine() kind=ButtonKind::Quiet icon=Icon::DOCUMENT href=to(RegisterRoute::Mine) /> }
        })
    };
    view! {
        <div class="task">
            <PageHeader
                title=word::before_title()
                back=Signal::stored(Route::First.href())
                subtitle=word::before_what()
            >
                {mine}
            </PageHeader>
            <div class="task-body">
                <div class="stack loose">
                    <Who />
                    <Documents />
                    <HowLong />
                    <section class="form-part">
                        <h2>{word::entrances()}</h2>
                        <p class="muted">{word::entrances_why()}</p>
                        <div class="rows">
                            <Entrance realm=Realm::Mainland note=word::mainland_note() />
                            <Entrance realm=Realm::International note=word::international_note() />
                        </div>
                    </section>
                </div>
                <aside class="task-help">
                    <h2>{word::send_title()}</h2>
                    <p>{word::send_why()}</p>
                    <Copyable label=word::page_link() value=Signal::stored(Route::Register(RegisterRoute::Before).link()) />
                    <h2>{word::help_title()}</h2>
                    <p>{word::help_who()}</p>
                </aside>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Who() -> impl IntoView {
    view! {
        <section class="form-part">
            <h2>{word::who_title()}</h2>
            <p>{word::who()}</p>
            <ul class="points">
                <li>{Icon::CHECK} <span>{word::who_authority()}</span></li>
                <li>{Icon::CHECK} <span>{word::who_technical()}</span></li>
                <li>{Icon::CHECK} <span>{word::who_owner()}</span></li>
            </ul>
        </section>
    }
    .into_any()
}

/// Which documents, by jurisdiction: asked of the same rule that the form follows.
#[component]
fn Documents() -> impl IntoView {
    let elsewhere = RwSignal::new(None::<Jurisdiction>);
    let mainland = Jurisdiction(liaison_core::numbers::Region::CN);
    let needs = |jurisdiction| {
        let kinds = DocumentKind::ALL.into_iter();
        let kinds = kinds.filter(|kind| *kind != DocumentKind::Other);
        kinds
            .filter_map(|kind| need(kind, kind.wanted(jurisdiction)))
            .map(|text| view! { <li>{Icon::DOCUMENT} <span>{text}</span></li> })
            .collect_view()
    };
    let international = move || {
        match elsewhere.get() {
        Some(jurisdiction) => needs(jurisdiction).into_any(),
        None => view! {
            <li>{Icon::DOCUMENT} <span>{tell::field(DocumentKind::CertificateOfIncorporation.field())}</span></li>
            <li>{Icon::DOCUMENT} <span>{word::if_issued(tell::field(DocumentKind::BusinessLicense.field()))}</span></li>
        }
        .into_any(),
    }
    };
    view! {
        <section class="form-part">
            <h2>{word::which_documents()}</h2>
            <h3>{tell::realm(Realm::Mainland)}</h3>
            <ul class="points">
                {needs(mainland)} <li>{Icon::KEY} <span>{word::code_needed()}</span></li>
            </ul>
            <h3>{tell::realm(Realm::International)}</h3>
            <JurisdictionField chosen=elsewhere />
            <ul class="points">
                {international} <li>{Icon::KEY} <span>{word::number_needed()}</span></li>
            </ul>
            <p class="muted">{word::which_files(intl::bytes(limits::DOCUMENT_BYTES))}</p>
        </section>
    }
    .into_any()
}

fn need(kind: DocumentKind, wanted: Wanted) -> Option<Text> {
    let name = tell::field(kind.field());
    match wanted {
        Wanted::Always => Some(name),
        Wanted::IfIssued => Some(word::if_issued(name)),
        Wanted::Never => None,
    }
}

#[component]
fn HowLong() -> impl IntoView {
    view! {
        <section class="form-part">
            <h2>{word::how_long()}</h2>
            <p>{word::review_takes()}</p>
            <p class="muted">
                {word::questions_come(
                    intl::number(limits::QUESTION_DAYS),
                    intl::number(u64::from(limits::RESUBMISSIONS)),
                )}
            </p>
        </section>
    }
    .into_any()
}

/// Each realm has its own. A visitor makes an account on the way and comes back.
#[component]
fn Entrance(realm: Realm, #[prop(into)] note: Text) -> impl IntoView {
    let db = use_db();
    let href = move || {
        let begin = Route::Register(RegisterRoute::Begin(realm));
        match db.actor() {
            Actor::Account(_) => begin.href(),
            Actor::Visitor | Actor::Operator => Route::SignUp {
                then: Box::new(begin),
            }
            .href(),
        }
    };
    let icon = match realm {
        Realm::Mainland => Icon::BUILDING,
        Realm::International => Icon::GLOBE,
    };
    view! { <RowLink label=tell::realm(realm) icon=icon note=note href=Signal::derive(href) /> }
        .into_any()
}
