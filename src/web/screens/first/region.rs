use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    identity::{built_in_ways, ways},
    numbers::{Region, VerificationWay},
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
    let ways = use_db().live(|view, _| ways(view).unwrap_or_else(|_| built_in_ways()));
    let choices = move || {
        let mut named: Vec<_> = ways
            .get()
            .into_iter()
            .map(|(region, way)| (intl::region_name(region.as_str()), region, way))
            .collect();
        order::sort_by(&mut named, |(a, ..), (b, ..)| {
            intl::compare(&a.get(), &b.get())
        });
        let choice = |(name, region, way): (Text, Region, VerificationWay)| {
            let label = match way {
                VerificationWay::None { .. } => word::region_blocked(name),
                VerificationWay::Mainland | VerificationWay::Documents => name,
            };
            Choice::new(region, label)
        };
        named.into_iter().map(choice).collect::<Vec<_>>()
    };
    let is_blocked = move || {
        let chosen = region.get();
        let blocked = |(region, way): &(Region, VerificationWay)| {
            Some(*region) == chosen && matches!(way, VerificationWay::None { .. })
        };
        ways.with(|ways| ways.iter().any(blocked))
    };
    let hint = move || match is_blocked() {
        true => word::region_blocked_hint(),
        false => word::region_hint(),
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
