//! Organizations with which ours may speak in the mode *partners only* (POL 1).

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::OrganizationId,
    limits,
    policy::{
        ExternalMode, Partner, add_partner::AddPartner, external_policy, partners,
        remove_partner::RemovePartner,
    },
    refusal::{Field as Of, Problem},
    row::ReadRows,
    time::{DAY, Date, Time},
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Callout, Column, Dialog, EmptyState, Field, Icon, Input,
    PageHeader, Pill, Table, TextArea, Tone, intl, notices,
};

use super::{ConsoleRoute, ReadOnlyNote, use_console};
use crate::{
    screens::{Form, title},
    tell,
    words::{console, partners as word},
};

#[component]
pub fn PartnersPage() -> impl IntoView {
    title(console::partners());
    let db = use_db();
    let console = use_console();
    let organization = console.organization;
    let adding = RwSignal::new(false);
    let listed = db.live(move |view, _| view.list(&partners(organization)).unwrap_or_default());
    let mode = db.live(move |view, _| {
        let policy = view.find(&external_policy(organization).at(()));
        policy.ok().flatten().unwrap_or_default().mode
    });
    let now = db.live(|_, now| now.time());
    let idle = move || {
        (mode.get() != ExternalMode::Partners).then(|| {
            view! {
                <Callout tone=Tone::Waiting title=word::idle(tell::mode(mode.get()))>
                    <p>{word::idle_why()}</p>
                    <div class="actions">
                        <ButtonLink label=word::to_external() small=true href=console.href(ConsoleRoute::External) />
                    </div>
                </Callout>
            }
        })
    };
    let list = move || {
        match listed.with(Vec::is_empty) {
        true => view! { <EmptyState icon=Icon::PARTNERS title=word::none() text=word::none_why() /> }.into_any(),
        false => view! {
            <Table
                label=console::partners()
                columns=vec![
                    Column::new(tell::field(Of::Partner)),
                    Column::new(tell::field(Of::CorporateId)).wide(),
                    Column::new(tell::field(Of::Until)),
                    Column::new(word::added()).wide(),
                    Column::new(word::acts()).acts(),
                ]
            >
                {move || listed.get().into_iter().map(|(id, partner)| row(id, partner, now)).collect_view()}
            </Table>
        }
        .into_any(),
    }
    };
    view! {
        <PageHeader title=console::partners() subtitle=word::what()>
            {move || console.may_change().get().then(|| view! {
                <Button label=word::add() icon=Icon::ADD kind=ButtonKind::Primary on_press=move || adding.set(true) />
            })}
        </PageHeader>
        <ReadOnlyNote />
        {idle}
        {list}
        <Dialog title=word::add() open=adding>
            <Add open=adding />
        </Dialog>
    }
    .into_any()
}

fn row(id: OrganizationId, partner: Partner, now: Memo<Time>) -> AnyView {
    let console = use_console();
    let until = partner.until;
    let ended = move || until.is_some_and(|until| now.get() >= until);
    let until = move || match (until, ended()) {
        (None, _) => word::no_end().into_any(),
        (Some(until), false) => intl::date(until.0).into_any(),
        (Some(until), true) => {
            view! { {intl::date(until.0)} " " <Pill label=word::ended() tone=Tone::Waiting /> }
                .into_any()
        }
    };
    let name = partner.name.to_string();
    let removed = name.clone();
    let acts = move || {
        let name = removed.clone();
        console
            .may_change()
            .get()
            .then(|| view! { <Remove id=id name=name /> })
    };
    view! {
        <tr>
            <td class="cut" title=name.clone()><bdi>{name.clone()}</bdi></td>
            <td class="wide code">{partner.corporate_id.to_string()}</td>
            <td class="figures">{until}</td>
            <td class="wide figures">{intl::date(partner.added.0)}</td>
            <td class="acts">{acts}</td>
        </tr>
    }
    .into_any()
}

#[component]
fn Add(open: RwSignal<bool>) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let form = Form::new();
    let notices = notices();
    let [corporate_id, until, why] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let until = match until.with_untracked(|until| end_of(until)) {
            Ok(until) => until,
            Err(problem) => return form.refuse(Of::Until, problem),
        };
        let act = AddPartner {
            organization,
            corporate_id: corporate_id.get(),
            until,
            why: why.get(),
        };
        if form.take(db.run(act)).is_some() {
            notices.tell(word::was_added());
            open.set(false);
        }
    };
    view! {
        <form class="form dense" novalidate=true on:submit=submit>
            <Field
                label=tell::field(Of::CorporateId)
                value=corporate_id
                input=Input::Code
                hint=word::corporate_id_hint()
                error=form.error(Of::CorporateId)
                first=true
            />
            <Field
                label=tell::field(Of::Until)
                value=until
                input=Input::Date
                hint=word::until_hint()
                error=form.error(Of::Until)
                optional=true
            />
            <TextArea
                label=tell::field(Of::Reason)
                value=why
                limit=*limits::REASON.end()
                error=form.error(Of::Reason)
                optional=true
            />
            {form.card(word::cannot_add(), &[Of::CorporateId, Of::Until, Of::Reason])}
            <div class="actions end">
                <Button label=word::add() kind=ButtonKind::Primary submit=true />
            </div>
        </form>
    }
    .into_any()
}

/// The end of the day that was chosen, on this browser's calendar; no day is no end.
fn end_of(day: &str) -> Result<Option<Time>, Problem> {
    if day.trim().is_empty() {
        return Ok(None);
    }
    let date = Date::from_iso(day).ok_or(Problem::NoSuchDay)?;
    let days = u64::try_from(date.days()).map_err(|_| Problem::Expired)?;
    let here = js_sys::Date::new(&(Time(days * DAY).0 as f64).into());
    let ahead = (here.get_timezone_offset() * 60_000.0) as i64;
    let end = ((days + 1) * DAY) as i64 + ahead - 1;
    Ok(Some(Time(u64::try_from(end).unwrap_or_default())))
}

#[component]
fn Remove(id: OrganizationId, name: String) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let asking = RwSignal::new(false);
    let notices = notices();
    let title = word::remove_title(name);
    let content = move || {
        let form = Form::new();
        let why = RwSignal::new(String::new());
        let remove = move || {
            let act = RemovePartner {
                organization,
                partner: id,
                why: why.get(),
            };
            if form.take(db.run(act)).is_some() {
                notices.tell(word::was_removed());
                _ = asking.try_set(false);
            }
        };
        view! {
            <div class="form dense">
                <p>{word::remove_why()}</p>
                <TextArea
                    label=tell::field(Of::Reason)
                    value=why
                    limit=*limits::REASON.end()
                    error=form.error(Of::Reason)
                    optional=true
                />
                {form.card(word::cannot_remove(), &[Of::Reason])}
                <div class="actions end">
                    <Button label=crate::words::ui::cancel() on_press=move || asking.set(false) />
                    <Button label=word::remove() kind=ButtonKind::Danger on_press=remove />
                </div>
            </div>
        }
        .into_any()
    };
    view! {
        <Button label=word::remove() kind=ButtonKind::Quiet small=true on_press=move || asking.set(true) />
        <Dialog title=title open=asking>{content()}</Dialog>
    }
    .into_any()
}
