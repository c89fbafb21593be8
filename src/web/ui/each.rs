//! Lists whose rows stay what they are while others come, go and move.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use leptos::prelude::*;

/// A row that is not there yet: by what it is known, and how it is made.
struct Row {
    key: u64,
    make: Box<dyn FnOnce() -> AnyView + Send>,
}

/// One view for each item, kept as long as an item with its key is there. What the items are is forgotten before the
/// list is compared with the one before, so that this is compiled once and not for every kind of item (4 kB each).
#[component]
pub fn Each<T, K, N>(
    #[prop(into)] items: Signal<Vec<T>>,
    key: fn(&T) -> K,
    children: impl Fn(T) -> N + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    K: Hash + 'static,
    N: IntoView + 'static,
{
    let children = Arc::new(children);
    let rows = move || {
        let row = |item: T| {
            let children = children.clone();
            Row {
                key: hash(&key(&item)),
                make: Box::new(move || children(item).into_any()),
            }
        };
        items.get().into_iter().map(row).collect()
    };
    list(Box::new(rows))
}

fn list(rows: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    view! { <For each=rows key=|row| row.key children=|row: Row| (row.make)() /> }.into_any()
}

/// In 64 bits two of a list's items never meet.
fn hash(key: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
