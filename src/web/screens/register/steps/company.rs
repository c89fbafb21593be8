use leptos::prelude::*;
use liaison_bridge::Memo;
use liaison_core::{organization::Realm, refusal::Field as Of};

use super::{super::draft::Draft, FormField};
use crate::words::register as word;

/// The company itself, and what it wants (REG 2).
#[component]
pub fn CompanyStep(draft: Draft) -> impl IntoView {
    let realm = Memo::new(move |_| draft.realm());
    // On the mainland there is nothing to choose; elsewhere the country can still change.
    let jurisdiction = move || {
        (realm.get() != Some(Realm::Mainland))
            .then(|| view! { <FormField draft=draft field=Of::Jurisdiction /> })
    };
    let number = move || {
        let field = match realm.get() {
            Some(Realm::International) => Of::RegistrationNumber,
            Some(Realm::Mainland) | None => Of::SocialCreditCode,
        };
        view! { <FormField draft=draft field=field /> }
    };
    view! {
        <div class="form-part">
            <h2>{word::company()}</h2>
            {jurisdiction}
            <FormField draft=draft field=Of::LegalName />
            <FormField draft=draft field=Of::DisplayName />
            {number}
            <FormField draft=draft field=Of::Industry />
            <FormField draft=draft field=Of::Scale />
            <FormField draft=draft field=Of::Address />
        </div>
        <div class="form-part">
            <h2>{word::service()}</h2>
            <FormField draft=draft field=Of::DataRegion />
            <FormField draft=draft field=Of::Plan />
        </div>
    }
    .into_any()
}
