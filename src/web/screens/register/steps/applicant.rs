use leptos::prelude::*;
use liaison_core::refusal::Field as Of;

use super::{super::draft::Draft, FormField};
use crate::words::register as word;

/// The designated person, who becomes the owner (REG 1).
#[component]
pub fn ApplicantStep(draft: Draft) -> impl IntoView {
    view! {
        <div class="form-part">
            <h2>{word::applicant()}</h2>
            <p class="muted">{word::applicant_why()}</p>
            <FormField draft=draft field=Of::ApplicantName />
            <FormField draft=draft field=Of::ApplicantRole />
            <FormField draft=draft field=Of::ApplicantPosition />
            <FormField draft=draft field=Of::ApplicantMobile />
        </div>
    }
    .into_any()
}
