//! The one way to put things in order.
//!
//! The standard library's sort is compiled anew for every type that it sorts, three to four kilobytes each time, and so
//! is what `collect` does for a tree. Here places are sorted instead of things: the algorithm is in the download once,
//! and what is compiled for each type is a comparison and a swap.

use std::cmp::Ordering;

/// What is equal keeps its order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// What is equal keeps its order. The key is asked for with every comparison: one that is dear to make is kept, see
/// [`sort_by_kept_key`].
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The same with one key made for each item.
pub fn sort_by_kept_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let places = sorted(keys.len(), &mut |a, b| keys[a].cmp(&keys[b]));
    arrange(places, &mut |a, b| items.swap(a, b));
}

/// What is equal keeps its order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    arrange(places, &mut |a, b| items.swap(a, b));
}

/// In a list that ascends by its first parts, as the rows of a table do.
pub fn found<'a, K: Ord, V>(listed: &'a [(K, V)], key: &K) -> Option<&'a V> {
    let place = listed.binary_search_by(|(other, _)| other.cmp(key)).ok()?;
    Some(&listed[place].1)
}

/// A tree filled one by one, where `collect` would sort first.
pub fn gathered<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}

/// For each place, which item is to stand there.
#[inline(never)]
#[expect(
    clippy::disallowed_methods,
    reason = "the one sort that all others use"
)]
fn sorted(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..len as u32).collect();
    places.sort_by(|a, b| compare(*a as usize, *b as usize));
    places
}

/// Follows each circle of items that stand in each other's place.
#[inline(never)]
fn arrange(mut places: Vec<u32>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at as u32) as usize;
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "compared with the library's own")]
mod tests {
    use std::{cmp::Reverse, collections::BTreeMap};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_the_standard_library(items in prop::collection::vec((0..20u8, any::<u16>()), 0..300)) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);

            // Many are equal in their first part, and the second tells whether they kept their order.
            let mut theirs = items.clone();
            theirs.sort_by_key(|item| Reverse(item.0));
            let (mut asked, mut kept, mut compared) = (items.clone(), items.clone(), items.clone());
            sort_by_key(&mut asked, |item| Reverse(item.0));
            sort_by_kept_key(&mut kept, |item| Reverse(item.0));
            sort_by(&mut compared, |a, b| b.0.cmp(&a.0));
            prop_assert_eq!([&asked, &kept, &compared], [&theirs; 3]);

            let tree: BTreeMap<_, _> = gathered(items.iter().copied());
            prop_assert_eq!(tree, items.into_iter().collect::<BTreeMap<_, _>>());
        }
    }
}
