//! Members from a file (ORG 3): chosen, read, shown row by row before anything happens, then brought in.

mod dry_run;
mod files;
mod read;
mod work;

use std::sync::Arc;

use leptos::{callback::UnsyncCallback, prelude::*};
use liaison_bridge::use_db;
use liaison_core::{
    organization::import::{FileTrouble, plan::Plan, report::Results},
    store::Stop,
};
use liaison_ui::{
    Button, ButtonKind, ButtonLink, Callout, Card, FileFace, FileField, Icon, PageHeader, Progress,
    Switch, Text, Tone, intl, notices,
};
use wasm_bindgen_futures::spawn_local;

use self::{
    dry_run::DryRun,
    files::{Downloads, trouble},
    read::{Read, plan_of},
    work::{Finished, run},
};
use super::{ConsoleRoute, ReadOnlyNote, members::people::own_region, use_console};
use crate::{
    screens::{stopped, title},
    words::{app, import as word, ui},
};

/// How far an import is.
#[derive(Clone)]
enum Stage {
    Choosing,
    /// Reading the file and comparing it.
    Reading,
    Shown(Arc<Plan>),
    Working,
    Done(Arc<Plan>, Arc<Results>, Finished),
}

/// Work that takes a while: its share, and the wish to stop it.
#[derive(Clone, Copy)]
pub struct Work {
    pub share: RwSignal<f64>,
    pub stopped: RwSignal<bool>,
}

impl Work {
    fn begin(self) {
        self.share.set(0.0);
        self.stopped.set(false);
    }

    /// Says how far it is; whether to go on.
    pub fn goes_on(self, share: f64) -> bool {
        _ = self.share.try_set(share);
        !self.stopped.try_get_untracked().unwrap_or(true)
    }
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    File(FileTrouble),
    /// The browser could not read it.
    Unreadable,
    Stop(Stop),
}

/// The import of a console. It stands above the pages, so that it goes on while one looks at another.
#[derive(Clone, Copy)]
pub struct Import {
    stage: RwSignal<Stage>,
    file: RwSignal<Option<FileFace>>,
    wrong: RwSignal<Option<Trouble>>,
    absent_leave: RwSignal<bool>,
    work: Work,
}

impl Import {
    /// Whoever leaves the console hears that an import stops with it.
    pub fn new() -> Self {
        let import = Self {
            stage: RwSignal::new(Stage::Choosing),
            file: RwSignal::new(None),
            wrong: RwSignal::new(None),
            absent_leave: RwSignal::new(false),
            work: Work {
                share: RwSignal::new(0.0),
                stopped: RwSignal::new(false),
            },
        };
        let notices = notices();
        on_cleanup(move || {
            let is_working = |stage: &Stage| matches!(stage, Stage::Working);
            if import.stage.try_with_untracked(is_working) == Some(true) {
                notices.tell(word::left_alone());
            }
        });
        import
    }
}

#[component]
pub fn ImportPage() -> impl IntoView {
    title(word::title());
    let db = use_db();
    let console = use_console();
    let organization = console.organization;
    let Import {
        stage,
        file,
        wrong,
        absent_leave,
        work,
    } = expect_context();
    // What was compared with the members of then is not run later: a dry run goes with its page.
    if stage.with_untracked(|stage| matches!(stage, Stage::Shown(_))) {
        file.set(None);
        absent_leave.set(false);
        stage.set(Stage::Choosing);
    }
    let region = db.live(|view, _| own_region(view));
    let start_again = move || {
        file.set(None);
        stage.set(Stage::Choosing);
    };
    let choose = UnsyncCallback::new(move |chosen: web_sys::File| {
        file.set(Some(FileFace {
            name: chosen.name(),
            bytes: chosen.size() as u64,
        }));
        wrong.set(None);
        work.begin();
        stage.set(Stage::Reading);
        let read = Read {
            db,
            organization,
            region: region.get_untracked(),
            absent_leave: absent_leave.get_untracked(),
        };
        spawn_local(async move {
            match plan_of(chosen, read, work).await {
                Ok(Some(plan)) => _ = stage.try_set(Stage::Shown(Arc::new(plan))),
                Ok(None) => _ = stage.try_set(Stage::Choosing),
                Err(trouble) => {
                    _ = wrong.try_set(Some(trouble));
                    _ = stage.try_set(Stage::Choosing);
                }
            }
        });
    });
    let bring_in = move |plan: Arc<Plan>| {
        work.begin();
        stage.set(Stage::Working);
        let source = file.with_untracked(|file| {
            file.as_ref()
                .map(|file| file.name.clone())
                .unwrap_or_default()
        });
        spawn_local(async move {
            let (results, finished) = run(db, organization, &plan, &source, work).await;
            _ = stage.try_set(Stage::Done(plan, Arc::new(results), finished));
        });
    };
    let error = Signal::derive(move || wrong.get().map(say));
    let choosing = move || {
        view! {
            <Card title=word::choose()>
                <div class="form">
                    <FileField
                        label=word::file()
                        chosen=file
                        on_choose=choose
                        on_remove=move || file.set(None)
                        accept=".csv,text/csv,text/plain"
                        hint=word::file_hint()
                        error=error
                    />
                    <Switch
                        label=word::absent_leave()
                        checked=absent_leave
                        on_change=move |on| absent_leave.set(on)
                        hint=word::absent_leave_why()
                    />
                </div>
            </Card>
            <Downloads />
        }
        .into_any()
    };
    let progress = move |label: Text, stop: Text| {
        let share = Signal::derive(move || Some(work.share.get()));
        view! {
            <Card>
                <Progress label=label share=share>
                    <Button label=stop small=true on_press=move || work.stopped.set(true) />
                </Progress>
            </Card>
        }
        .into_any()
    };
    let content = move || match stage.get() {
        _ if !console.may_change().get() => view! { <ReadOnlyNote /> <Downloads /> }.into_any(),
        Stage::Choosing => choosing(),
        Stage::Reading => progress(word::reading(), ui::cancel()),
        Stage::Shown(plan) => {
            let run = {
                let plan = plan.clone();
                move || bring_in(plan.clone())
            };
            view! { <DryRun plan=plan on_run=run on_again=start_again /> }.into_any()
        }
        Stage::Working => {
            let label = move || word::bringing_in(intl::percent(work.share.get()));
            progress(label.into(), word::stop())
        }
        Stage::Done(plan, results, finished) => {
            view! { <Done plan=plan results=results finished=finished on_again=start_again /> }
                .into_any()
        }
    };
    view! {
        <PageHeader
            title=word::title()
            back=Signal::stored(console.href(ConsoleRoute::MEMBERS))
            subtitle=word::what()
        />
        {content}
    }
    .into_any()
}

#[component]
fn Done(
    plan: Arc<Plan>,
    results: Arc<Results>,
    finished: Finished,
    #[prop(into)] on_again: Callback<()>,
) -> impl IntoView {
    let console = use_console();
    let (tone, text) = match finished.stop {
        None if finished.stopped => (Tone::Waiting, word::was_stopped()),
        None => (Tone::Good, word::is_in()),
        Some(_) => (Tone::Bad, word::broke_off()),
    };
    let reason = finished.stop.map(|stop| stopped(word::not_all(), stop));
    let errors = results.errors().count() as u64;
    let errors = (errors > 0).then(|| view! { <p>{word::errors_left(errors)}</p> });
    let save = move || files::save_results(&plan, &results);
    view! {
        <Callout tone=tone title=text>
            <p>{word::brought(
                intl::number(finished.added),
                intl::number(finished.changed),
                intl::number(finished.left),
            )}</p>
            {errors}
        </Callout>
        {reason}
        <div class="actions">
            <ButtonLink label=word::to_members() kind=ButtonKind::Primary href=console.href(ConsoleRoute::MEMBERS) />
            <Button label=word::result() icon=Icon::DOWNLOAD on_press=save />
            <Button label=word::again() kind=ButtonKind::Quiet on_press=move || on_again.run(()) />
        </div>
    }
    .into_any()
}

fn say(wrong: Trouble) -> Text {
    match wrong {
        Trouble::File(file) => trouble(file),
        Trouble::Unreadable => word::unreadable(),
        Trouble::Stop(_) => app::fault(),
    }
}
