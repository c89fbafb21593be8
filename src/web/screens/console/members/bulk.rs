use std::{collections::BTreeSet, sync::Arc};

use leptos::prelude::*;
use liaison_bridge::{Db, Memo, use_db};
use liaison_core::{
    id::{DepartmentId, MemberId, OrganizationId},
    limits,
    organization::{
        OrganizationRefusal, Role, move_members::MoveMembers, remove_members::RemoveMembers,
        restore_members::RestoreMembers, roles, still_members::StillMembers,
        suspend_members::SuspendMembers, tree::Tree,
    },
    refusal::Refusal,
    row::ReadRows,
    store::Stop,
    view::View,
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

const OWNER_STAYS: Stop = Stop::Refused(Refusal::Organization(OrganizationRefusal::OwnerStays));

impl Bulk {
    fn spares_owner(self) -> bool {
        match self {
            Bulk::Suspend | Bulk::Remove => true,
            Bulk::Restore | Bulk::Move(_) => false,
        }
    }

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

/// An act on many, of a console. It stands above the pages, so that it goes on while one looks at another.
#[derive(Clone, Copy)]
pub struct BulkWork {
    /// How many are done, of how many, while it works.
    progress: RwSignal<Option<(usize, usize)>>,
    stopped: RwSignal<bool>,
    form: Form,
}

impl BulkWork {
    /// Whoever leaves the console hears that the act stops with it.
    pub fn new() -> Self {
        let work = Self {
            progress: RwSignal::new(None),
            stopped: RwSignal::new(false),
            form: Form::new(),
        };
        let notices = notices();
        on_cleanup(move || {
            if work.progress.try_with_untracked(Option::is_some) == Some(true) {
                notices.tell(word::left_alone());
            }
        });
        work
    }

    /// Batch by batch. Each that is done is no longer chosen, so that what is chosen is what is left to do.
    async fn run(
        self,
        db: Db,
        bulk: Bulk,
        still: StillMembers,
        chosen: RwSignal<BTreeSet<MemberId>>,
    ) -> u64 {
        let StillMembers {
            organization,
            members,
        } = still;
        let (mut done, mut looked) = (0, 0);
        for batch in members.chunks(limits::IMPORT_ROWS) {
            _ = self.progress.try_set(Some((looked, members.len())));
            // Some may have left meanwhile.
            let still = StillMembers {
                organization,
                members: batch.to_vec(),
            };
            let act = |members: Vec<MemberId>| {
                let count = members.len() as u64;
                bulk.run(db, organization, members).map(|()| count)
            };
            let Some(count) = self.form.take(db.ask(&still).and_then(act)) else {
                break;
            };
            done += count;
            looked += batch.len();
            _ = chosen.try_update(|chosen| {
                for member in batch {
                    chosen.remove(member);
                }
            });
            pause().await;
            if self.stopped.try_get_untracked().unwrap_or(true) {
                break;
            }
        }
        _ = self.progress.try_set(None);
        done
    }
}

/// The bar over the table while somebody in it is chosen. Many are done in batches, between which one can stop.
#[component]
pub fn BulkActs(
    chosen: RwSignal<BTreeSet<MemberId>>,
    /// Those of the chosen who stand in the table.
    meant: Memo<Vec<MemberId>>,
    tree: Memo<Arc<Tree>>,
) -> impl IntoView {
    let db = use_db();
    let organization = use_console().organization;
    let notices = notices();
    let work: BulkWork = expect_context();
    let BulkWork {
        progress,
        stopped,
        form,
    } = work;
    let owner = db.live(move |view, _| owner_of(view, organization).unwrap_or_default());
    let owner_is_meant =
        Memo::new(move |_| meant.with(|meant| owner.get().is_some_and(|id| meant.contains(&id))));
    // Whom an act is for: an owner can be moved, and neither suspended nor removed.
    let aimed = move |bulk: Bulk| {
        let owner = owner.get_untracked().filter(|_| bulk.spares_owner());
        let mut members = meant.get_untracked();
        members.retain(|member| Some(*member) != owner);
        members
    };
    let run = move |bulk: Bulk| {
        let still = StillMembers {
            organization,
            members: aimed(bulk),
        };
        stopped.set(false);
        form.clear();
        spawn_local(async move {
            let done = work.run(db, bulk, still, chosen).await;
            if done > 0 {
                notices.tell(word::bulk_done(done));
            }
        });
    };
    let (suspending, removing, moving) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let count = move || meant.with(|meant| meant.len() as u64);
    let count_without_owner = move || count() - u64::from(owner_is_meant.get());
    // A refusal to ask goes with what was chosen then.
    let asked = Form::new();
    Effect::watch(move || meant.track(), move |_, _, _| asked.clear(), false);
    let ask = move |bulk: Bulk, asking: RwSignal<bool>| match aimed(bulk).is_empty() {
        true => _ = asked.take::<()>(Err(OWNER_STAYS)),
        false => {
            form.clear();
            asking.set(true);
        }
    };
    let owner_stays = move || {
        owner_is_meant
            .get()
            .then(|| view! { <p>{word::owner_stays()}</p> })
    };
    let bar = move || {
        (count() > 0 && progress.with(Option::is_none)).then(|| {
            view! {
                <div class="bulk" role="group" aria-label=word::chosen(count())>
                    <strong class="grow">{word::chosen(count())}</strong>
                    <Button label=word::move_to() icon=Icon::DEPARTMENT small=true on_press=move || moving.set(true) />
                    <Button label=word::suspend() icon=Icon::BLOCK small=true on_press=move || ask(Bulk::Suspend, suspending) />
                    <Button label=word::restore() icon=Icon::UNDO small=true on_press=move || run(Bulk::Restore) />
                    <Button label=word::remove() icon=Icon::REMOVE_PERSON small=true on_press=move || ask(Bulk::Remove, removing) />
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
        {bar} {work} {asked.card(word::not_done(), &[])}
        {form.card(word::not_done(), &[])}
        <Confirm title=move || word::suspend_title(count_without_owner()) open=suspending act=word::suspend() on_confirm=move || run(Bulk::Suspend)>
            <p>{word::suspend_why()}</p>
            {owner_stays}
        </Confirm>
        <Confirm title=move || word::remove_title(count_without_owner()) open=removing act=word::remove() on_confirm=move || run(Bulk::Remove)>
            <p>{word::remove_why()}</p>
            {owner_stays}
        </Confirm>
        <ChooseDepartment tree=tree title=word::move_to() open=moving on_choose=move |to| run(Bulk::Move(to)) />
    }
    .into_any()
}

fn owner_of(view: &View, organization: OrganizationId) -> Result<Option<MemberId>, Stop> {
    let roles = view.list(&roles(organization))?;
    let owner = roles.into_iter().find(|(_, row)| row.role == Role::Owner);
    Ok(owner.map(|(member, _)| member))
}
