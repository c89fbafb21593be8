//! Rows and columns. Head and acts stay in sight; a list that may be
//! long is a [`crate::LongTable`].

use leptos::prelude::*;

use crate::{Icon, Text};

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    label: Text,
    sorts: bool,
    class: &'static str,
    heard: bool,
}

impl Column {
    pub fn new(label: impl Into<Text>) -> Column {
        Column {
            label: label.into(),
            sorts: false,
            class: "",
            heard: false,
        }
    }

    /// Its head is a button that sorts.
    pub fn sorts(self) -> Column {
        Column {
            sorts: true,
            ..self
        }
    }

    /// Numbers stand under each other.
    pub fn number(self) -> Column {
        Column {
            class: "number",
            ..self
        }
    }

    /// What can be done with a row; its head is heard and not seen.
    pub fn acts(self) -> Column {
        Column {
            class: "acts",
            heard: true,
            ..self
        }
    }

    /// Gets more room than the others where a table shares its width out.
    pub fn broad(self) -> Column {
        Column {
            class: match self.class {
                "wide" => "wide broad",
                _ => "broad",
            },
            ..self
        }
    }

    /// Left out on a phone.
    pub fn wide(self) -> Column {
        Column {
            class: match self.class {
                "broad" => "wide broad",
                _ => "wide",
            },
            ..self
        }
    }
}

/// By which column a table is sorted, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorting {
    pub column: usize,
    pub descending: bool,
}

/// The children are the `<tr>`s. A cell of a column with a class has the same class: `number`, `acts`, `wide`.
#[component]
pub fn Table(
    /// What the rows are; heard, not seen.
    #[prop(into)]
    label: Text,
    columns: Vec<Column>,
    #[prop(optional, into)] sorting: Signal<Option<Sorting>>,
    #[prop(optional, into)] on_sort: Option<Callback<Sorting>>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="table" role="region" tabindex="0" aria-label=label>
            <table aria-label=label.clone()>
                <thead>
                    <tr>{heads(columns, sorting, on_sort)}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The cells of the head, alike for every table.
pub(crate) fn heads(
    columns: Vec<Column>,
    sorting: Signal<Option<Sorting>>,
    on_sort: Option<Callback<Sorting>>,
) -> AnyView {
    let head = move |(place, column): (usize, Column)| {
        let sorted = move || sorting.get().filter(|sorting| sorting.column == place);
        let order = move || {
            sorted().map(|sorting| {
                if sorting.descending {
                    "descending"
                } else {
                    "ascending"
                }
            })
        };
        let sort = move |_| {
            let descending = sorted().is_some_and(|sorting| !sorting.descending);
            if let Some(on_sort) = on_sort {
                on_sort.try_run(Sorting {
                    column: place,
                    descending,
                });
            }
        };
        let face = match (column.sorts, column.heard) {
            (true, _) => view! {
                <button type="button" class="sort" on:click=sort>
                    <span>{column.label}</span>
                    {move || match sorted() {
                        None => Icon::SORT,
                        Some(Sorting { descending: false, .. }) => Icon::ARROW_UP,
                        Some(_) => Icon::ARROW_DOWN,
                    }.view()}
                </button>
            }
            .into_any(),
            (false, true) => view! { <span class="heard">{column.label}</span> }.into_any(),
            (false, false) => column.label.into_any(),
        };
        view! { <th scope="col" class=column.class aria-sort=order>{face}</th> }.into_any()
    };
    columns
        .into_iter()
        .enumerate()
        .map(head)
        .collect_view()
        .into_any()
}
