//! Each field of the form, the same in the steps and in an answer.

use leptos::prelude::*;
use liaison_core::{
    numbers::regions,
    order,
    organization::Realm,
    refusal::Field as Of,
    registration::{ApplicantRole, DataRegion, Industry, Jurisdiction, Plan, Scale, Sector},
};
use liaison_ui::{Choice, Choices, Field, Input, RadioCards, Select, Text, intl};

use super::super::draft::Draft;
use crate::{tell, tell::company, words::register as word};

/// A Unified Social Credit Code has as many signs (GB 32100-2015).
const CODE_SIGNS: usize = 18;

#[component]
pub fn FormField(draft: Draft, field: Of) -> impl IntoView {
    match field {
        Of::Jurisdiction => {
            view! { <JurisdictionField chosen=draft.jurisdiction error=draft.error(field) /> }
                .into_any()
        }
        Of::LegalName => line(
            draft,
            field,
            draft.legal_name,
            Input::Text,
            word::legal_name_hint(),
        ),
        Of::DisplayName => line(
            draft,
            field,
            draft.display_name,
            Input::Text,
            word::display_name_hint(),
        ),
        Of::SocialCreditCode => credit_code(draft),
        Of::RegistrationNumber => {
            line(draft, field, draft.number, Input::Code, word::number_hint())
        }
        Of::Industry => view! { <IndustryFields draft=draft /> }.into_any(),
        Of::Scale => {
            let choices = Scale::ALL.map(|scale| Choice::new(scale, company::scale(scale)));
            cards(draft, field, choices.to_vec(), draft.scale, None)
        }
        Of::Address => line(
            draft,
            field,
            draft.address,
            Input::Text,
            word::address_hint(),
        ),
        Of::DataRegion => {
            let choices = move || {
                let realm = draft.realm().unwrap_or(Realm::International);
                let offered = DataRegion::offered(realm).iter();
                offered
                    .map(|one| Choice::new(*one, company::data_region(*one)))
                    .collect::<Vec<_>>()
            };
            let hint = Some(word::data_region_hint());
            cards(draft, field, choices, draft.data_region, hint)
        }
        Of::Plan => {
            let choice = |plan| Choice::new(plan, company::plan(plan)).note(plan_note(plan));
            let choices = Plan::ALL.map(choice).to_vec();
            cards(draft, field, choices, draft.plan, Some(word::plan_hint()))
        }
        Of::ApplicantName => {
            let hint = word::applicant_name_hint();
            line(draft, field, draft.applicant_name, Input::Name, hint)
        }
        Of::ApplicantRole => {
            let choice = |role| Choice::new(role, company::applicant_role(role));
            let choices = ApplicantRole::ALL.map(choice).to_vec();
            cards(draft, field, choices, draft.applicant_role, None)
        }
        Of::ApplicantPosition => {
            let hint = word::position_hint();
            line(draft, field, draft.applicant_position, Input::Text, hint)
        }
        Of::ApplicantMobile => line(
            draft,
            field,
            draft.applicant_mobile,
            Input::Phone,
            word::mobile_hint(),
        ),
        _ => ().into_any(),
    }
}

fn line(draft: Draft, field: Of, value: RwSignal<String>, input: Input, hint: Text) -> AnyView {
    let (error, left) = (draft.error(field), draft.left(None, field));
    view! { <Field label=tell::field(field) value=value input=input hint=hint error=error on_leave=left /> }
        .into_any()
}

fn cards<T>(
    draft: Draft,
    field: Of,
    choices: impl Into<Choices<T>>,
    chosen: RwSignal<Option<T>>,
    hint: Option<Text>,
) -> AnyView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let choose = move |other| chosen.set(Some(other));
    let choices = choices.into();
    let label = tell::field(field);
    let error = draft.error(field);
    match hint {
        Some(hint) => view! { <RadioCards label=label choices=choices chosen=chosen on_choose=choose hint=hint error=error /> }
            .into_any(),
        None => view! { <RadioCards label=label choices=choices chosen=chosen on_choose=choose error=error /> }
            .into_any(),
    }
}

/// Judged as soon as it is as long as it will be; that it passes its check is said too.
fn credit_code(draft: Draft) -> AnyView {
    let field = Of::SocialCreditCode;
    let hint = move || match draft.is_sound(field) {
        true => word::code_passes(),
        false => word::code_hint(),
    };
    let error = draft.number_error(field, CODE_SIGNS);
    view! {
        <Field
            label=tell::field(field)
            value=draft.number
            input=Input::Code
            hint=hint
            error=error
            on_leave=draft.left(None, field)
        />
    }
    .into_any()
}

/// Two levels: the second offers what belongs to the first.
#[component]
fn IndustryFields(draft: Draft) -> impl IntoView {
    let chosen = draft.industry.get_untracked();
    let sector = RwSignal::new(chosen.map(Industry::sector));
    let choose_sector = move |other: Sector| {
        sector.set(Some(other));
        draft
            .industry
            .update(|industry| *industry = industry.filter(|one| one.sector() == other));
    };
    let sectors = Sector::ALL.iter();
    let sectors = sectors.map(|sector| Choice::new(*sector, company::sector(*sector)));
    let industries = move || {
        let industries = sector.get().map_or(&[][..], Sector::industries).iter();
        industries
            .map(|one| Choice::new(*one, company::industry(*one)))
            .collect::<Vec<_>>()
    };
    view! {
        <div class="field-pair">
            <Select
                label=word::sector()
                choices={sectors.collect::<Vec<_>>()}
                chosen=sector
                on_choose=choose_sector
                placeholder=word::choose()
            />
            <Select
                label=tell::field(Of::Industry)
                choices=industries
                chosen=draft.industry
                on_choose=move |industry| draft.industry.set(Some(industry))
                placeholder=move || match sector.get() {
                    Some(_) => word::choose(),
                    None => word::choose_sector_first(),
                }
                locked=Signal::derive(move || sector.get().is_none())
                error=draft.error(Of::Industry)
            />
        </div>
    }
    .into_any()
}

/// Every region with companies of its own but the mainland, which has its own entrance.
#[component]
pub fn JurisdictionField(
    chosen: RwSignal<Option<Jurisdiction>>,
    #[prop(optional, into)] error: Signal<Option<Text>>,
) -> impl IntoView {
    let choices = || {
        let all = regions().iter().map(|entry| Jurisdiction(entry.region));
        let abroad = all.filter(|one| one.realm() == Realm::International);
        let mut named: Vec<_> = abroad
            .map(|one| (company::jurisdiction(one), one))
            .collect();
        order::sort_by(&mut named, |(a, _), (b, _)| {
            intl::compare(&a.get(), &b.get())
        });
        let choice = |(name, one)| Choice::new(one, name);
        named.into_iter().map(choice).collect::<Vec<_>>()
    };
    view! {
        <Select
            label=tell::field(Of::Jurisdiction)
            choices=choices
            chosen=chosen
            on_choose=move |other| chosen.set(Some(other))
            placeholder=word::choose()
            hint=word::jurisdiction_hint()
            error=error
        />
    }
    .into_any()
}

fn plan_note(plan: Plan) -> Text {
    match plan {
        Plan::Free => word::plan_free(),
        Plan::Business => word::plan_business(),
        Plan::Enterprise => word::plan_enterprise(),
    }
}
