//! Derived values, compiled once.
//!
//! A memo of `reactive_graph` is compiled anew for every type that it holds, about a kilobyte each, and the app has more
//! than a hundred. This one forgets the type inside, and remembers it where the value is taken out.

use std::{any::Any, marker::PhantomData, sync::Arc};

use reactive_graph::{
    computed::Memo as Untyped,
    traits::{Track, With, WithUntracked},
    wrappers::read::Signal,
};

/// A value that follows what it is made of, and tells those who look at it only when it has become another one.
pub struct Memo<T> {
    kept: Untyped<Kept>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

#[derive(Clone)]
struct Kept(Arc<dyn Value>);

trait Value: Any + Send + Sync {
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl Kept {
    fn of<T: 'static>(&self) -> &T {
        let value: &dyn Any = &*self.0;
        value
            .downcast_ref()
            .expect("a memo holds what it was made for")
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(&*other.0)
    }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// `derive` is given the value before, if there was one.
    #[track_caller]
    pub fn new(derive: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let kept = following(Box::new(move |before| {
            Kept(Arc::new(derive(before.map(Kept::of))))
        }));
        Self {
            kept,
            of: PhantomData,
        }
    }

    #[track_caller]
    pub fn with<U>(&self, look: impl FnOnce(&T) -> U) -> U {
        self.kept.with(|kept| look(kept.of()))
    }

    #[track_caller]
    pub fn with_untracked<U>(&self, look: impl FnOnce(&T) -> U) -> U {
        self.kept.with_untracked(|kept| look(kept.of()))
    }

    #[track_caller]
    pub fn track(&self) {
        self.kept.track();
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    #[track_caller]
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    #[track_caller]
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    #[track_caller]
    fn from(memo: Memo<T>) -> Self {
        Signal::derive(move || memo.get())
    }
}

type Derive = dyn Fn(Option<&Kept>) -> Kept + Send + Sync;

#[track_caller]
fn following(derive: Box<Derive>) -> Untyped<Kept> {
    Untyped::new(derive)
}
