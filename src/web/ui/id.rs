use std::cell::Cell;

/// An id for an element that another one refers to.
pub(crate) fn fresh_id(kind: &str) -> String {
    thread_local! {
        static LAST: Cell<u32> = const { Cell::new(0) };
    }
    LAST.set(LAST.get() + 1);
    format!("{kind}-{}", LAST.get())
}
