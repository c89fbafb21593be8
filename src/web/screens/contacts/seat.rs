use leptos::prelude::*;
use liaison_bridge::Memo;
use liaison_core::{
    account::{SeatState, seats},
    command::Actor,
    id::OrganizationId,
    organization::company,
    row::ReadRows,
    store::Stop,
    view::View,
};
use liaison_ui::{Choice, Select};

use crate::words::contacts as word;

/// The active seats of this person: the organization and its name.
pub fn own_seats(view: &View) -> Result<Vec<(OrganizationId, String)>, Stop> {
    let Actor::Account(me) = view.actor() else {
        return Ok(Vec::new());
    };
    let mut own = Vec::new();
    for (organization, seat) in view.list(&seats(me))? {
        if seat.state == SeatState::Active
            && let Some(company) = view.find(&company(organization).at(()))?
        {
            own.push((organization, company.display_name.to_string()));
        }
    }
    Ok(own)
}

/// From which seat somebody acts; there is nothing to choose where there is one (ACC 2).
#[component]
pub fn SeatField(
    seats: Memo<Vec<(OrganizationId, String)>>,
    #[prop(into)] chosen: Signal<Option<OrganizationId>>,
    #[prop(into)] on_choose: Callback<OrganizationId>,
) -> impl IntoView {
    let choices = move || {
        let choice =
            |(organization, name): (OrganizationId, String)| Choice::new(organization, name);
        seats.get().into_iter().map(choice).collect::<Vec<_>>()
    };
    move || {
        (seats.with(Vec::len) > 1).then(|| {
            view! {
                <Select
                    label=word::seat()
                    hint=word::seat_hint()
                    choices=choices
                    chosen=chosen
                    on_choose=on_choose
                    placeholder=word::seat()
                />
            }
        })
    }
}
