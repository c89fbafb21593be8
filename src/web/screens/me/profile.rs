use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    account::{Profile, SeatState, choose_main_seat::ChooseMainSeat, main_seat, profile, seats},
    command::Actor,
    id::OrganizationId,
    identity::{standing, verified_name},
    organization::company,
    row::ReadRows,
    store::Stop,
    time::Time,
    view::View,
};
use liaison_ui::{
    Avatar, Choice, Icon, OrgMark, PageHeader, Pill, RowLink, Select, Size, Text, Tone,
    VerifiedMark,
};

use super::{MeRoute, identity::state_word};
use crate::{
    route::Route,
    screens::{Form, contacts::ContactsRoute, register::RegisterRoute, title},
    words::{chats::verified_person, me as word, register},
};

/// This person, to themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Myself {
    /// The real name once it is verified.
    pub name: String,
    pub verified: bool,
    /// Where one is met first.
    pub organization: Option<String>,
    pub profile: Profile,
}

pub fn myself(view: &View) -> Result<Option<Myself>, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(None);
    };
    let Some(profile) = view.find(&profile(me).at(()))? else {
        return Ok(None);
    };
    let real = verified_name(view, me)?;
    let organization = match main_seat(view, me)? {
        Some(organization) => view.find(&company(organization).at(()))?,
        None => None,
    };
    Ok(Some(Myself {
        name: real.as_ref().unwrap_or(&profile.name).to_string(),
        verified: real.is_some(),
        organization: organization.map(|company| company.display_name.to_string()),
        profile,
    }))
}

/// The account name area: who one is here, and in which seats.
#[component]
pub fn ProfilePane() -> impl IntoView {
    title(word::profile());
    let db = use_db();
    let me = db.live(|view, _| myself(view).ok().flatten());
    let state = db.live(|view, now| state(view, now.time()));
    let sits = db.live(|view, _| sits(view).unwrap_or_default());
    let main_seat = db.live(|view, _| match view.actor() {
        Actor::Account(me) => main_seat(view, me).ok().flatten(),
        Actor::Visitor | Actor::Operator => None,
    });
    let form = Form::new();
    let head = move || {
        let me = me.get()?;
        let verified = me
            .verified
            .then(|| view! { <VerifiedMark meaning=verified_person() /> });
        Some(view! {
            <header class="person-head">
                <Avatar name=Signal::stored(me.name.clone()) size=Size::Large />
                <div class="person-who">
                    <h2><bdi>{me.name}</bdi> " " {verified}</h2>
                    <p class="muted figures">{me.profile.mobile.spaced()}</p>
                </div>
            </header>
        })
    };
    let name = move || me.with(|me| me.as_ref().map(|me| me.name.clone()).unwrap_or_default());
    let seat = |Seat {
                    organization,
                    company,
                    is_suspended,
                }: Seat| {
        let who = view! {
            <OrgMark name=Signal::stored(company.clone()) size=Size::Small />
            <span class="row-text"><bdi>{company}</bdi></span>
        };
        // Whoever is suspended does not see the directory.
        let row = match is_suspended {
            true => view! {
                <div class="row-link">
                    {who}
                    <span class="row-value"><Pill label=word::seat_suspended() tone=Tone::Bad /></span>
                </div>
            }
            .into_any(),
            false => {
                let directory = ContactsRoute::Organization(organization, None);
                view! {
                    <a class="row-link" href=Route::Contacts(directory).href()>
                        {who} <span class="row-onward">{Icon::CHEVRON_RIGHT}</span>
                    </a>
                }
                .into_any()
            }
        };
        view! { <li>{row}</li> }
    };
    let seats = move || match sits.with(Vec::is_empty) {
        true => view! { <p class="muted">{word::no_seat()}</p> }.into_any(),
        false => view! { <ul class="rows">{sits.get().into_iter().map(seat).collect_view()}</ul> }
            .into_any(),
    };
    let choose = move |organization| {
        _ = form.take(db.run(ChooseMainSeat { organization }));
    };
    let choices =
        move || sits.with(|sits| sits.iter().filter_map(Seat::choice).collect::<Vec<_>>());
    let has_choice = Memo::new(move |_| choices().len() > 1);
    let main = move || {
        has_choice.get().then(|| {
            view! {
                <Select
                    label=word::main_seat()
                    choices=choices
                    chosen=main_seat
                    on_choose=choose
                    placeholder=word::identity::select()
                    hint=word::main_seat_hint()
                />
            }
        })
    };
    view! {
        <PageHeader title=word::profile() back=Signal::stored(Route::Me(MeRoute::Profile).href()) />
        <div class="pane-scroll">
            <div class="pane-body">
                {head}
                <div class="rows">
                    <RowLink label=word::name::title() note=move || state.get() href=Signal::stored(Route::Me(MeRoute::Name).href())>
                        <bdi>{name}</bdi>
                    </RowLink>
                </div>
                <section class="stack">
                    <h2 class="list-title flush">{word::seats()}</h2>
                    {seats}
                    {main}
                    {form.card(word::cannot_choose_main_seat(), &[])}
                    <div class="rows">
                        <RowLink
                            label=register::mine()
                            icon=Icon::DOCUMENT
                            href=Signal::stored(Route::Register(RegisterRoute::Mine).href())
                        />
                    </div>
                </section>
            </div>
        </div>
    }
    .into_any()
}

fn state(view: &View, now: Time) -> Text {
    let Actor::Account(me) = view.actor() else {
        return Text::default();
    };
    match standing(view, me, now) {
        Ok(standing) => state_word(&standing).0,
        Err(_) => Text::default(),
    }
}

/// A seat as its holder sees it.
#[derive(Clone, Debug, PartialEq)]
struct Seat {
    organization: OrganizationId,
    company: String,
    is_suspended: bool,
}

impl Seat {
    /// Whoever is suspended is not met there.
    fn choice(&self) -> Option<Choice<OrganizationId>> {
        let choice = || Choice::new(self.organization, self.company.clone());
        (!self.is_suspended).then(choice)
    }
}

fn sits(view: &View) -> Result<Vec<Seat>, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(Vec::new());
    };
    let mut sits = Vec::new();
    for (organization, seat) in view.list(&seats(me))? {
        if let Some(company) = view.find(&company(organization).at(()))? {
            sits.push(Seat {
                organization,
                company: company.display_name.to_string(),
                is_suspended: seat.state == SeatState::Suspended,
            });
        }
    }
    Ok(sits)
}
