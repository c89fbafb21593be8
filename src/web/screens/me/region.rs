use leptos::prelude::*;
use liaison_bridge::use_db;
use liaison_core::{
    account::change_region::ChangeRegion,
    identity::NextStep,
    numbers::{Region, VerificationWay},
    refusal::{Field as Of, Problem},
};
use liaison_ui::{Button, ButtonKind, ButtonLink, Callout, PageHeader, Tone, intl, notices};

use super::{
    MeRoute,
    identity::{SwitchBack, own_standing},
};
use crate::{
    route::Route,
    screens::{Form, first::RegionField, title},
    tell,
    words::{me::region as word, refusal::way},
};

/// *Me* → *Settings* → *Account* → *Region*, with a suggestion where verification is blocked (IDV 5).
#[component]
pub fn RegionPane(
    /// Where the person was who takes the detour.
    then: Option<Route>,
) -> impl IntoView {
    title(tell::field(Of::Region));
    let db = use_db();
    let form = Form::new();
    let notices = notices();
    let own = db.live(|view, now| {
        let standing = own_standing(view, now.time())?;
        Some((standing.region, standing.way, standing.next()))
    });
    let suggested = move || match own.get() {
        Some((_, VerificationWay::None { instead }, _)) => instead,
        _ => None,
    };
    let chosen = RwSignal::new(suggested());
    let changed = RwSignal::new(false);
    let now_in = move || {
        let (region, ..) = own.get()?;
        Some(word::now_in(intl::region_name(region.as_str())))
    };
    let suggestion = move || {
        suggested().map(|region: Region| {
            let name = intl::region_name(region.as_str());
            view! { <Callout tone=Tone::Waiting title=word::suggested(name)>{word::suggested_why()}</Callout> }
        })
    };
    let change = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(region) = chosen.get_untracked() else {
            return form.refuse(Of::Region, Problem::Missing);
        };
        if form.take(db.run(ChangeRegion { region })).is_some() {
            notices.tell(word::changed());
            changed.set(true);
        }
    };
    let identity = Route::Me(MeRoute::Identity {
        then: then.map(Box::new),
    })
    .href();
    let onward = move || {
        let leads_on = match own.get()?.2 {
            NextStep::Attempt(_) => true,
            NextStep::Correct(_) => changed.get(),
            _ => false,
        };
        let identity = identity.clone();
        leads_on.then(|| {
            view! {
                <Callout title=word::works_here()>
                    <div class="actions">
                        <ButtonLink label=way::identity() href=identity kind=ButtonKind::Primary small=true />
                    </div>
                </Callout>
            }
        })
    };
    view! {
        <PageHeader title=tell::field(Of::Region) back=Signal::stored(Route::Me(MeRoute::Account).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                <p>{now_in}</p>
                {onward}
                <SwitchBack />
                {suggestion}
                <form class="form" novalidate=true on:submit=change>
                    <RegionField region=chosen error=form.error(Of::Region) />
                    {form.card(word::cannot_change(), &[Of::Region])}
                    <div class="actions"><Button label=word::change() kind=ButtonKind::Primary submit=true /></div>
                </form>
            </div>
        </div>
    }
    .into_any()
}
