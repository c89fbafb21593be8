use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    numbers::Region,
    organization::Realm,
    refusal::{Field as Of, Problem},
    registration::{
        DataRegion, Jurisdiction,
        begin::BeginRegistration,
        data_facts::{DataFacts, Deployment, Host, Law, Place, data_facts},
    },
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Card, KeyValue, KeyValues, PageHeader, Text, intl,
};

use super::{RegisterRoute, route::Step, steps::JurisdictionField, to};
use crate::{
    route::{Route, replace},
    screens::{Form, title},
    tell,
    tell::company,
    words::register as word,
};

/// The first question is the jurisdiction; it decides the realm, and what that means is said here (REG 2, GOV 1).
#[component]
pub fn Begin(realm: Realm) -> impl IntoView {
    title(word::title());
    let db = use_db();
    let form = Form::new();
    let chosen = RwSignal::new(match realm {
        Realm::Mainland => Some(Jurisdiction(Region::CN)),
        Realm::International => None,
    });
    let begin = move || {
        let jurisdiction = chosen.get();
        if jurisdiction.is_none() {
            return form.refuse(Of::Jurisdiction, Problem::Missing);
        }
        if let Some(id) = form.take(db.run(BeginRegistration { jurisdiction })) {
            replace(Route::Register(RegisterRoute::Draft(id, Step::Company)));
        }
    };
    let question = match realm {
        Realm::Mainland => view! { <p>{word::mainland_means()}</p> }.into_any(),
        Realm::International => view! {
            <p>{word::international_means()}</p>
            <JurisdictionField chosen=chosen error=form.error(Of::Jurisdiction) />
        }
        .into_any(),
    };
    let (other, other_label) = match realm {
        Realm::Mainland => (Realm::International, word::to_international()),
        Realm::International => (Realm::Mainland, word::to_mainland()),
    };
    view! {
        <div class="task">
            <PageHeader
                title=word::title()
                back=Signal::stored(to(RegisterRoute::Before))
                subtitle=tell::realm(realm)
            />
            <div class="form">
                {question}
                <DataFactsCard realm=realm region=Signal::stored(None) />
                {form.card(word::cannot_begin(), &[Of::Jurisdiction])}
                <div class="actions">
                    <Button label=word::begin() kind=ButtonKind::Primary on_press=begin />
                    <ButtonLink label=other_label kind=ButtonKind::Quiet href=to(RegisterRoute::Begin(other)) />
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Whose servers hold the data, where, under which law (GOV 1).
#[component]
pub fn DataFactsCard(realm: Realm, region: Signal<Option<DataRegion>>) -> impl IntoView {
    let lines = move || {
        let facts = data_facts(&Deployment::ThisBrowser, realm, region.get());
        let DataFacts { host, place, laws } = facts;
        let laws = intl::list(laws.iter().map(|one| law(*one)).collect());
        view! {
            <KeyValue label=word::whose_servers()>{self::host(host)}</KeyValue>
            <KeyValue label=word::which_region()>{self::place(place)}</KeyValue>
            <KeyValue label=word::which_law()>{laws}</KeyValue>
        }
    };
    view! {
        <Card title=word::your_data()>
            <KeyValues>{lines}</KeyValues>
        </Card>
    }
    .into_any()
}

fn host(host: Host) -> Text {
    match host {
        Host::ThisDevice => word::this_device_holds(),
        Host::Operator(name) => name.into(),
    }
}

fn place(place: Place) -> Text {
    match place {
        Place::ThisDevice => word::where_this_device_is(),
        Place::Region(region) => company::data_region(region),
    }
}

fn law(law: Law) -> Text {
    use crate::words::company::law as word;
    match law {
        Law::PersonalInformationProtectionLaw => word::personal_information_protection_law(),
        Law::DataSecurityLaw => word::data_security_law(),
        Law::CybersecurityLaw => word::cybersecurity_law(),
        Law::PersonalDataProtectionAct => word::personal_data_protection_act(),
        Law::GeneralDataProtectionRegulation => word::general_data_protection_regulation(),
        Law::FederalDataProtectionAct => word::federal_data_protection_act(),
        Law::PersonalInformationProtectionAndElectronicDocumentsAct => word::pipeda(),
        Law::OfThisPlace => word::of_this_place(),
    }
}
