use std::{collections::BTreeSet, sync::Arc};

use leptos::prelude::*;
use liaison_bridge::{Db, Memo, use_db};
use liaison_core::{
    id::{DepartmentId, MemberId, OrganizationId},
    limits,
    organization::{
        move_members::MoveMembers, remove_members::RemoveMembers, restore_members::RestoreMembers,
        suspend_members::SuspendMembers, tree::Tree,
    },
    store::Stop,
};
use liaison_ui::{Button, ButtonKind, Confirm, Icon, Progress, intl, notices};
use wasm_bindgen_futures::spawn_local;

use super::pick::ChooseDepartment;
use crate::{
    screens::{Form, console::use_console, pause},
    words::{members as word, ui},
};

/// What is done with everybody chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Bulk {
    Suspend,
    Restore,
    Remove,
    Move(DepartmentId),
}

impl Bulk {
    fn run(self, db: Db, organization: OrganizationId, members: Vec<MemberId>) -> Result<(), Stop> {
        match self {
            Bulk::Suspend => db.run(SuspendMembers {
                organization,
                members,
            }),
            Bulk::Restore => db.run(RestoreMembers {
                organization,
                members,
            }),
            Bulk::Remove => db.run(RemoveMembers {
                organization,
                members,
            }),
            Bulk::Move(to) => db.run(MoveMembers {
                organization,
                members,
                to,
            }),
        }
    }
}

/// The bar over the table while somebody is chosen. Many are done in batches, between which one can stop.
#[component]
pub fn BulkActs(chosen: RwSignal<BTreeSet<MemberId>>, tree: Memo<Arc<Tree>>) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let form = Form::new();
    let notices = notices();
    // How many are done, of how many, while it works.
    let progress = RwSignal::new(None::<(usize, usize)>);
    let stopped = RwSignal::new(false);
    let run = move |bulk: Bulk| {
        let members: Vec<_> = chosen.get_untracked().into_iter().collect();
        let all = members.len();
        stopped.set(false);
        spawn_local(async move {
            let mut done = 0;
            for batch in members.chunks(limits::IMPORT_ROWS) {
                _ = progress.try_set(Some((done, all)));
                if form
                    .take(bulk.run(db, organization, batch.to_vec()))
                    .is_none()
                {
                    break;
                }
                done += batch.len();
                pause().await;
                if stopped.try_get_untracked().unwrap_or(true) {
                    break;
                }
            }
            _ = progress.try_set(None);
            if done == all {
                _ = chosen.try_set(BTreeSet::new());
            }
            if done > 0 {
                notices.tell(word::bulk_done(done as u64));
            }
        });
    };
    let (suspending, removing, moving) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let count = move || chosen.with(|chosen| chosen.len() as u64);
    let bar = move || {
        (count() > 0).then(|| {
            view! {
                <div class="bulk" role="group" aria-label=word::chosen(count())>
                    <strong class="grow">{word::chosen(count())}</strong>
                    <Button label=word::move_to() icon=Icon::DEPARTMENT small=true on_press=move || moving.set(true) />
                    <Button label=word::suspend() icon=Icon::BLOCK small=true on_press=move || suspending.set(true) />
                    <Button label=word::restore() icon=Icon::UNDO small=true on_press=move || run(Bulk::Restore) />
                    <Button label=word::remove() icon=Icon::REMOVE_PERSON small=true on_press=move || removing.set(true) />
                    <Button label=word::choose_none() kind=ButtonKind::Quiet small=true on_press=move || chosen.set(BTreeSet::new()) />
                </div>
            }
        })
    };
    let is_working = Memo::new(move |_| {
        progress
            .get()
            .is_some_and(|(_, all)| all > limits::IMPORT_ROWS)
    });
    let work = move || {
        is_working.get().then(|| {
            let share =
                Signal::derive(move || progress.get().map(|(done, all)| done as f64 / all as f64));
            let label = move || {
                let (done, all) = progress.get().unwrap_or_default();
                word::working(intl::number(done as u64), intl::number(all as u64))
            };
            view! {
                <Progress label=label share=share>
                    <Button label=ui::cancel() small=true on_press=move || stopped.set(true) />
                </Progress>
            }
        })
    };
    view! {
        {bar} {work} {form.card(word::not_done(), &[])}
        <Confirm title=move || word::suspend_title(count()) open=suspending act=word::suspend() on_confirm=move || run(Bulk::Suspend)>
            <p>{word::suspend_why()}</p>
        </Confirm>
        <Confirm title=move || word::remove_title(count()) open=removing act=word::remove() on_confirm=move || run(Bulk::Remove)>
            <p>{word::remove_why()}</p>
        </Confirm>
        <ChooseDepartment tree=tree title=word::move_to() open=moving on_choose=move |to| run(Bulk::Move(to)) />
    }
    .into_any()
}
