//! Links by which provisioned people join (ORG 4): one person, or everybody whose number was entered.

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::{InvitationId, MemberId, OrganizationId},
    order,
    organization::{
        Invitation, invitation::InvitationState, invitations, make_invitation::MakeInvitation,
        member::name_of, revoke_invitation::RevokeInvitation,
    },
    refusal::Field as Of,
    row::ReadRows,
    store::Stop,
    time::Time,
    view::View,
};
use liaison_ui::{
    Button, ButtonKind, Card, Choice, Column, Confirm, EmptyState, Icon, PageHeader, Pill, Select,
    Table, Text, Tone, intl, notices,
};

use super::{ConsoleRoute, MembersRoute, ReadOnlyNote, use_console};
use crate::{
    route::Route,
    screens::{Copyable, Form, QrCode, title},
    words::{console, field, invitations as word},
};

/// For how many days an invitation is made unless somebody chooses otherwise.
const DAYS: u32 = 7;

#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: InvitationId,
    invitation: Invitation,
    /// Whom it is for.
    name: Option<String>,
    state: InvitationState,
}

fn lines(view: &View, organization: OrganizationId, now: Time) -> Result<Vec<Line>, Stop> {
    let mut lines = Vec::new();
    for (id, invitation) in view.list(&invitations(organization))? {
        let name = match invitation.member {
            Some(member) => Some(name_of(view, organization, member)?.to_string()),
            None => None,
        };
        lines.push(Line {
            id,
            name,
            state: invitation.state(view, organization, now)?,
            invitation,
        });
    }
    order::sort_by_key(&mut lines, |line| {
        (line.state, std::cmp::Reverse(line.invitation.made))
    });
    Ok(lines)
}

#[component]
pub fn InvitationsPage() -> impl IntoView {
    title(console::invitations());
    let organization = use_console().organization;
    let lines =
        use_db().live(move |view, now| lines(view, organization, now.time()).unwrap_or_default());
    let personal = Memo::new(move |_| {
        let is_personal = |line: &&Line| line.invitation.member.is_some();
        lines.with(|lines| {
            lines
                .iter()
                .filter(is_personal)
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let table = move || {
        match personal.with(Vec::is_empty) {
        true => view! { <EmptyState icon=Icon::INVITE title=word::no_personal() text=word::no_personal_why() /> }.into_any(),
        false => view! {
            <Table
                label=word::personal()
                columns=vec![
                    Column::new(field::name()),
                    Column::new(field::status()),
                    Column::new(field::expiry()).wide(),
                    Column::new(word::acts()).acts(),
                ]
            >
                {move || personal.get().into_iter().map(row).collect_view()}
            </Table>
        }
        .into_any(),
    }
    };
    view! {
        <PageHeader title=console::invitations() subtitle=word::what() />
        <ReadOnlyNote />
        <Card title=word::for_everybody()>
            <p class="muted">{word::for_everybody_why()}</p>
            <InviteOne member=None />
        </Card>
        <section class="stack">
            <h2>{word::personal()}</h2>
            {table}
        </section>
    }
    .into_any()
}

fn row(line: Line) -> AnyView {
    let console = use_console();
    let (label, tone) = state(line.state);
    let name = line.name.unwrap_or_default();
    let href = line
        .invitation
        .member
        .map(|member| console.href(ConsoleRoute::Members(MembersRoute::Member(member))));
    let id = line.id;
    let can_be_revoked = line.state.can_be_revoked();
    let acts =
        move || (can_be_revoked && console.may_change().get()).then(|| view! { <Revoke id=id /> });
    view! {
        <tr>
            <td class="cut"><a class="plain-link" href=href><bdi>{name}</bdi></a></td>
            <td><Pill label=label tone=tone /></td>
            <td class="wide figures">{intl::date_time(line.invitation.expires.0)}</td>
            <td class="acts">{acts}</td>
        </tr>
    }
    .into_any()
}

fn state(state: InvitationState) -> (Text, Tone) {
    match state {
        InvitationState::Open => (word::open(), Tone::Info),
        InvitationState::Suspended => (word::suspended(), Tone::Waiting),
        InvitationState::Used => (word::used(), Tone::Good),
        InvitationState::Expired => (word::expired(), Tone::Neutral),
        InvitationState::Left => (word::left(), Tone::Neutral),
        InvitationState::Revoked => (word::revoked(), Tone::Neutral),
    }
}

/// The open invitation of one person, or of everybody: its link and code; or the way to make one.
#[component]
pub fn InviteOne(member: Option<MemberId>) -> impl IntoView {
    let organization = use_console().organization;
    let open = use_db().live(move |view, now| {
        let lines = lines(view, organization, now.time()).unwrap_or_default();
        let fits =
            |line: &Line| line.invitation.member == member && line.state == InvitationState::Open;
        lines.into_iter().find(fits)
    });
    move || match open.get() {
        Some(line) => view! { <Link line=line /> }.into_any(),
        None => view! { <Make member=member /> }.into_any(),
    }
}

#[component]
fn Link(line: Line) -> impl IntoView {
    let db = use_db();
    let may_change = use_console().may_change();
    let link = Route::Join {
        world: db.world().to_string(),
        token: line.invitation.token,
    }
    .link();
    let whom = match (&line.name, line.invitation.member) {
        (Some(name), _) => word::code_of(name.clone()),
        _ => word::code_of_everybody(),
    };
    let id = line.id;
    view! {
        <div class="invite">
            <QrCode text=Signal::stored(link.clone()) label=whom />
            <div class="stack tight grow">
                <span class="label">{word::link()}</span>
                <Copyable label=word::link() value=Signal::stored(link) />
                <p class="muted small">{word::until(intl::date_time(line.invitation.expires.0))}</p>
                {move || may_change.get().then(|| view! { <div><Revoke id=id /></div> })}
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Make(member: Option<MemberId>) -> impl IntoView {
    let db = use_db();
    let console = use_console();
    let organization = console.organization;
    let form = Form::new();
    let days = RwSignal::new(DAYS);
    let make = move || {
        form.take(db.run(MakeInvitation {
            organization,
            member,
            days: days.get(),
        }));
    };
    let choices = [1, DAYS, 30, 90, 180]
        .map(|days| Choice::new(days, word::days(u64::from(days))))
        .to_vec();
    let maker = move || {
        let choices = choices.clone();
        view! {
            <div class="form">
                <Select
                    label=word::valid_for()
                    choices=choices
                    chosen=Signal::derive(move || Some(days.get()))
                    on_choose=move |chosen| days.set(chosen)
                    placeholder=word::valid_for()
                    error=form.error(Of::Expiry)
                />
                {form.card(word::cannot_make(), &[Of::Expiry])}
                <div class="actions">
                    <Button label=word::make() icon=Icon::LINK kind=ButtonKind::Primary on_press=make />
                </div>
            </div>
        }
        .into_any()
    };
    let nothing = || view! { <p class="muted">{word::none_open()}</p> }.into_any();
    move || match console.may_change().get() {
        true => maker(),
        false => nothing(),
    }
}

#[component]
fn Revoke(id: InvitationId) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let asking = RwSignal::new(false);
    let notices = notices();
    let revoke = move || {
        let act = RevokeInvitation {
            organization,
            invitation: id,
        };
        // It can only be refused when it or the right to it has gone, and then this row goes too.
        if db.run(act).is_ok() {
            notices.tell(word::was_revoked());
        }
    };
    view! {
        <Button label=word::revoke() kind=ButtonKind::Quiet small=true on_press=move || asking.set(true) />
        <Confirm title=word::revoke_title() open=asking act=word::revoke() on_confirm=revoke>
            <p>{word::revoke_why()}</p>
        </Confirm>
    }
    .into_any()
}
