use leptos::prelude::*;
use liaison_core::{
    numbers::{Region, VerificationWay, regions},
    order,
    refusal::Field,
};
use liaison_ui::{Choice, Select, Text, intl};

use crate::{tell, words::first as word};

/// Choosing a region. Where verification is blocked, the list says so before one is chosen (IDV 5).
#[component]
pub fn RegionField(
    region: RwSignal<Option<Region>>,
    #[prop(optional, into)] error: Signal<Option<Text>>,
) -> impl IntoView {
    let choices = || {
        let mut named: Vec<_> = regions()
            .iter()
            .map(|entry| (intl::region_name(entry.region.as_str()), entry))
            .collect();
        order::sort_by(&mut named, |(a, _), (b, _)| {
            intl::compare(&a.get(), &b.get())
        });
        let choice = |(name, entry): (Text, &liaison_core::numbers::RegionEntry)| {
            let label = match entry.verification {
                VerificationWay::None { .. } => word::region_blocked(name),
                VerificationWay::Mainland | VerificationWay::Documents => name,
            };
            Choice::new(entry.region, label)
        };
        named.into_iter().map(choice).collect::<Vec<_>>()
    };
    let hint = move || match region.get().map(|region| region.entry().verification) {
        Some(VerificationWay::None { .. }) => word::region_blocked_hint(),
        _ => word::region_hint(),
    };
    view! {
        <Select
            label=tell::field(Field::Region)
            choices=choices
            chosen=region
            on_choose=move |chosen| region.set(Some(chosen))
            placeholder=word::choose_region()
            hint=hint
            error=error
        />
    }
    .into_any()
}
