use std::sync::Arc;

use leptos::prelude::*;
use liaison_bridge::Memo;
use liaison_core::{
    organization::import::{
        Column as Of,
        plan::{Absent, Plan, Summary, Verdict},
        row::RowError,
    },
    refusal::Refusal,
};
use liaison_ui::{
    Button, ButtonKind, Callout, Choice, Column, Confirm, EmptyState, Icon, LongTable, Pill,
    Segmented, Text, Tone, intl,
};

use crate::{
    tell,
    words::{self, field, import as word},
};

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    All,
    Add,
    Change,
    Same,
    Error,
    /// No row at all: members who are not in the file.
    Leave,
}

impl Kind {
    fn admits(self, verdict: &Verdict) -> bool {
        match self {
            Kind::All => true,
            Kind::Add => *verdict == Verdict::Add,
            Kind::Change => matches!(verdict, Verdict::Change(_)),
            Kind::Same => *verdict == Verdict::Same,
            Kind::Error => matches!(verdict, Verdict::Error(_)),
            Kind::Leave => false,
        }
    }
}

/// Every row with what would become of it, and who would leave, before anything happens.
#[component]
pub fn DryRun(
    plan: Arc<Plan>,
    #[prop(into)] on_run: Callback<()>,
    #[prop(into)] on_again: Callback<()>,
) -> impl IntoView {
    let sum = plan.summary;
    let kind = RwSignal::new(match (sum.error, sum.leave) {
        (0, 0) => Kind::All,
        (0, _) => Kind::Leave,
        _ => Kind::Error,
    });
    let counted = |label: fn(Text) -> Text, count: usize| label(intl::number(count as u64));
    let mut kinds = vec![
        Choice::new(Kind::All, counted(word::all_rows, plan.len())),
        Choice::new(Kind::Add, counted(word::add_rows, sum.add)),
        Choice::new(Kind::Change, counted(word::change_rows, sum.change)),
        Choice::new(Kind::Same, counted(word::same_rows, sum.same)),
        Choice::new(Kind::Error, counted(word::error_rows, sum.error)),
    ];
    if sum.leave > 0 {
        kinds.push(Choice::new(
            Kind::Leave,
            counted(word::leave_rows, sum.leave),
        ));
    }
    let to_do = sum.add + sum.change + sum.leave;
    let refused = plan
        .refusal
        .map(|refusal| view! { <tell::Refused what=word::cannot_run() refusal=refusal /> });
    let may_run = plan.refusal.is_none() && to_do > 0;
    let departments =
        (sum.departments > 0).then(|| view! { <p>{word::departments(sum.departments as u64)}</p> });
    let leave = (sum.leave > 0).then(|| view! { <p>{word::leave(sum.leave as u64)}</p> });
    let shown = plan.clone();
    let rows = Memo::new(move |_| {
        let kind = kind.get();
        let rows = (0..shown.len()).filter(|row| kind.admits(shown.verdict(*row)));
        Arc::new(match kind {
            Kind::Leave => (shown.len()..shown.len() + shown.leave().len()).collect(),
            _ => rows.collect::<Vec<usize>>(),
        })
    });
    let cells = Callback::new(move |row| cells(&plan, row));
    let columns = || {
        vec![
            Column::new(field::row()).number(),
            Column::new(field::employee_id()).wide(),
            Column::new(field::name()).wide(),
            Column::new(word::becomes()),
            Column::new(word::why()).broad(),
        ]
    };
    let is_empty = Memo::new(move |_| rows.with(|rows| rows.is_empty()));
    let list = move || match is_empty.get() {
        true => view! { <EmptyState icon=Icon::DOCUMENT title=word::no_such_row() /> }.into_any(),
        false => view! { <LongTable label=word::rows() columns=columns() rows=rows cells=cells /> }
            .into_any(),
    };
    let run = may_run.then(|| view! { <Run sum=sum on_run=on_run /> });
    let nothing = (to_do == 0).then(|| view! { <Callout>{word::nothing_to_do()}</Callout> });
    let errors = (sum.error > 0 && to_do > 0)
        .then(|| view! { <Callout tone=Tone::Waiting>{word::errors_stay_out(sum.error as u64)}</Callout> });
    view! {
        {refused} {nothing} {errors}
        <div class="stack tight">{departments} {leave}</div>
        <div class="import-kinds">
            <Segmented
                label=word::rows()
                choices=kinds
                chosen=Signal::derive(move || Some(kind.get()))
                on_choose=move |chosen| kind.set(chosen)
            />
        </div>
        {list}
        <div class="actions">
            {run}
            <Button label=word::other_file() on_press=move || on_again.run(()) />
        </div>
    }
    .into_any()
}

/// Runs the import; when somebody would leave by it, only after asking.
#[component]
fn Run(sum: Summary, on_run: Callback<()>) -> impl IntoView {
    let (rows, leave) = ((sum.add + sum.change) as u64, sum.leave as u64);
    let label = match (rows, leave) {
        (_, 0) => word::run(rows),
        (0, _) => word::remove(leave),
        _ => word::run_and_remove(leave, word::run(rows)),
    };
    let asking = RwSignal::new(false);
    let press = move || match leave {
        0 => on_run.run(()),
        _ => asking.set(true),
    };
    view! {
        <Button label=label.clone() kind=ButtonKind::Primary on_press=press />
        <Confirm title=word::remove_title(leave) open=asking act=label on_confirm=on_run>
            <p>{words::members::remove_why()}</p>
        </Confirm>
    }
    .into_any()
}

/// A row of the file, or behind them somebody who is not in it.
fn cells(plan: &Plan, row: usize) -> AnyView {
    match row.checked_sub(plan.len()) {
        None => cells_of_row(plan, row),
        Some(absent) => cells_of_absent(&plan.leave()[absent]),
    }
}

fn cells_of_row(plan: &Plan, row: usize) -> AnyView {
    let cell = |column| plan.cell(row, column).unwrap_or_default().to_owned();
    let verdict = plan.verdict(row);
    let (label, tone) = match verdict {
        Verdict::Add => (word::add(), Tone::Good),
        Verdict::Change(_) => (word::change(), Tone::Info),
        Verdict::Same => (word::same(), Tone::Neutral),
        Verdict::Error(_) => (word::error(), Tone::Bad),
    };
    let number = intl::number(u64::from(plan.number(row)));
    let (name, employee_id) = (cell(Of::Name), cell(Of::EmployeeId));
    line(number, name, employee_id, (label, tone), why(verdict))
}

fn cells_of_absent(absent: &Absent) -> AnyView {
    let (name, employee_id) = (absent.name.clone(), absent.employee_id.clone());
    let becomes = (word::leaves(), Tone::Bad);
    // On a phone it is the only place in which they are named.
    let why = word::not_in_file(name.clone(), employee_id.clone());
    line(Text::default(), name, employee_id, becomes, why)
}

fn line(
    number: Text,
    name: String,
    employee_id: String,
    (label, tone): (Text, Tone),
    why: Text,
) -> AnyView {
    view! {
        <td class="number figures">{number}</td>
        <td class="wide cut code" title=employee_id.clone()>{employee_id.clone()}</td>
        <td class="wide cut" title=name.clone()><bdi>{name.clone()}</bdi></td>
        <td class="cut"><Pill label=label tone=tone /></td>
        <td class="broad" title=why.clone()><span class="two-lines">{why.clone()}</span></td>
    }
    .into_any()
}

/// Which columns change, or what is wrong in which column and how to mend it.
pub fn why(verdict: &Verdict) -> Text {
    match verdict {
        Verdict::Add | Verdict::Same => Text::default(),
        Verdict::Change(columns) => intl::list(
            columns
                .iter()
                .map(|column| tell::field(column.field()))
                .collect(),
        ),
        Verdict::Error(errors) => reasons(errors),
    }
}

pub fn reasons(errors: &[RowError]) -> Text {
    let errors = errors.to_vec();
    Text::from(move || {
        let reasons = errors.iter().map(|error| match error.refusal {
            Refusal::Input(at, problem) => tell::problem(at, problem),
            refusal => word::in_column(tell::field(error.column.field()), tell::rule(refusal)),
        });
        let reasons: Vec<String> = reasons.map(|reason| reason.get().to_string()).collect();
        Text::from(reasons.join(" "))
    })
}
