use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    account::seats,
    command::Actor,
    id::OrganizationId,
    organization::{Company, company, role_of},
    row::ReadRows,
    store::Stop,
    view::View,
};
use liaison_ui::{
    Act, Dialog, DialogShape, Icon, IconButton, Menu, OrgMark, Place, SideNav, Size, Text,
    VerifiedMark,
};

use super::{ConsoleRoute, use_console};
use crate::{
    route::Route,
    screens::chats::ChatsRoute,
    words::{self, console as word},
};

/// What is around every page: whose console it is, the places in it, and the way back to the employee app.
#[component]
pub fn ConsoleFrame(route: Signal<ConsoleRoute>, page: AnyView) -> impl IntoView {
    let console = use_console();
    let open = RwSignal::new(false);
    let name = company_of_console();
    // A place was chosen: the panel that shows the places makes room for it.
    let chosen = move |event: leptos::ev::MouseEvent| {
        let pressed = event_target::<web_sys::Element>(&event);
        if matches!(pressed.closest("a"), Ok(Some(_))) {
            open.set(false);
        }
    };
    // Another place begins at its top.
    let main = NodeRef::<leptos::html::Main>::new();
    let place = Memo::new(move |_| std::mem::discriminant(&route.get()));
    Effect::new(move |_| {
        place.get();
        if let Some(main) = main.get() {
            main.set_scroll_top(0);
        }
    });
    let side = move || view! { <Side route=route /> }.into_any();
    let display_name = move || {
        name.with(|company| {
            company
                .as_ref()
                .map(|company| company.display_name.to_string())
                .unwrap_or_default()
        })
    };
    view! {
        <div class="console dense">
            <div class="console-bar">
                <IconButton label=word::menu() icon=Icon::MENU on_press=move || open.set(true) />
                <a class="console-name cut" href=console.href(ConsoleRoute::Overview)>
                    <bdi>{display_name}</bdi>
                </a>
            </div>
            <div class="console-side">{side()}</div>
            <main class="console-main" node_ref=main>
                <div class="console-page">{page}</div>
            </main>
        </div>
        <Dialog title=word::menu() open=open shape=DialogShape::Panel>
            <div class="dense stack tight" on:click=chosen>{side()}</div>
        </Dialog>
    }
    .into_any()
}

fn company_of_console() -> Memo<Option<Company>> {
    let organization = use_console().organization;
    use_db().live(move |view, _| view.find(&company(organization).at(())).ok().flatten())
}

#[component]
fn Side(route: Signal<ConsoleRoute>) -> impl IntoView {
    let company = company_of_console();
    let others = use_db().live(|view, _| consoles(view).unwrap_or_default());
    let head = move || {
        let name = company.get()?.display_name.to_string();
        Some(view! {
            <OrgMark name=Signal::stored(name.clone()) size=Size::Small />
            <strong class="cut" title=name.clone()><bdi>{name.clone()}</bdi></strong>
            <VerifiedMark meaning=word::verified_organization() />
        })
    };
    let switch = move || {
        let acts = others.with(|others| others.iter().map(act).collect::<Vec<_>>());
        (acts.len() > 1).then(|| {
            view! {
                <Menu label=word::switch() icon=Icon::SWITCH small=true acts=Signal::stored(acts) />
            }
        })
    };
    view! {
        <div class="console-head list-line">{head} <span class="list-end">{switch}</span></div>
        <SideNav label=word::title() groups=groups(route) />
        <ul class="console-back">
            <li>
                <a class="side-place" href=Route::Chats(ChatsRoute::List).href()>
                    {Icon::BACK} <span class="place-label">{word::to_chats()}</span>
                </a>
            </li>
        </ul>
    }
    .into_any()
}

fn act((organization, name): &(OrganizationId, String)) -> Act {
    let there = Route::Console(*organization, ConsoleRoute::Overview);
    Act::link(name.clone(), there.href()).icon(Icon::BUILDING)
}

/// The organizations whose console this person sees.
fn consoles(view: &View) -> Result<Vec<(OrganizationId, String)>, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(Vec::new());
    };
    let mut consoles = Vec::new();
    for (organization, _) in view.list(&seats(me))? {
        if role_of(view, me, organization)?.is_some()
            && let Some(company) = view.find(&company(organization).at(()))?
        {
            consoles.push((organization, company.display_name.to_string()));
        }
    }
    Ok(consoles)
}

fn groups(route: Signal<ConsoleRoute>) -> Vec<(Option<Text>, Vec<Place>)> {
    let console = use_console();
    let place = |icon, label: Text, to: ConsoleRoute| {
        let here = move || std::mem::discriminant(&route.get()) == std::mem::discriminant(&to);
        Place::new(icon, label, console.href(to), Signal::derive(here))
    };
    vec![
        (
            None,
            vec![place(
                Icon::OVERVIEW,
                word::overview(),
                ConsoleRoute::Overview,
            )],
        ),
        (
            Some(word::organization()),
            vec![
                place(Icon::PEOPLE, word::members(), ConsoleRoute::MEMBERS),
                place(Icon::INVITE, word::invitations(), ConsoleRoute::Invitations),
                place(Icon::ROLES, word::roles(), ConsoleRoute::Roles),
            ],
        ),
        (
            Some(word::connections()),
            vec![
                place(
                    Icon::GLOBE,
                    words::field::external_mode(),
                    ConsoleRoute::External,
                ),
                place(Icon::PARTNERS, word::partners(), ConsoleRoute::Partners),
            ],
        ),
        (
            Some(word::data()),
            vec![
                place(Icon::HISTORY, word::audit(), ConsoleRoute::Audit),
                place(
                    Icon::BUILDING,
                    word::registration(),
                    ConsoleRoute::Registration,
                ),
            ],
        ),
    ]
}
