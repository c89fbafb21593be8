//! The company as it is registered (REG 7), and where its data is (GOV 1).

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    organization::{Company, Realm, company},
    row::ReadRows,
};
use liaison_ui::{
    Callout, Card, KeyValue, KeyValues, OrgMark, PageHeader, Size, VerifiedMark, intl,
};

use super::use_console;
use crate::{
    screens::{Copyable, title},
    tell,
    words::{console, field, registration_page as word},
};

fn own_company() -> Memo<Option<Company>> {
    let organization = use_console().organization;
    use_db().live(move |view, _| view.find(&company(organization).at(())).ok().flatten())
}

/// Name, mark, corporate ID, realm and data at one glance.
#[component]
pub fn Identity() -> impl IntoView {
    let company = own_company();
    move || {
        let company = company.get()?;
        let name = company.display_name.to_string();
        let id = Signal::stored(company.corporate_id.to_string());
        Some(view! {
            <Card>
                <div class="list-line">
                    <OrgMark name=Signal::stored(name.clone()) size=Size::Large />
                    <div class="list-text">
                        <h2>
                            <bdi>{name}</bdi> " "
                            <VerifiedMark meaning=console::verified_organization() />
                        </h2>
                        <p class="muted"><bdi>{company.legal_name.to_string()}</bdi></p>
                    </div>
                </div>
                <KeyValues>
                    <KeyValue label=field::corporate_id()>
                        <Copyable label=field::corporate_id() value=id />
                    </KeyValue>
                    <KeyValue label=word::realm()>{tell::realm(company.realm)}</KeyValue>
                    <KeyValue label=word::data()>{word::data_here()}</KeyValue>
                </KeyValues>
            </Card>
        })
    }
}

#[component]
pub fn RegistrationPage() -> impl IntoView {
    title(console::registration());
    let company = own_company();
    let facts = move || {
        let company = company.get()?;
        let law = match company.realm {
            Realm::Mainland => word::law_mainland(),
            Realm::International => word::law_international(),
        };
        Some(view! {
            <Card title=word::registered_as()>
                <KeyValues>
                    <KeyValue label=field::legal_name()><bdi>{company.legal_name.to_string()}</bdi></KeyValue>
                    <KeyValue label=word::since()>{intl::date(company.verified.0)}</KeyValue>
                    <KeyValue label=word::law()>{law}</KeyValue>
                </KeyValues>
                <p class="muted">{word::to_change()}</p>
            </Card>
        })
    };
    view! {
        <PageHeader title=console::registration() subtitle=word::what() />
        <Identity />
        {facts}
        <Callout title=word::data()>{word::data_why()}</Callout>
    }
    .into_any()
}
