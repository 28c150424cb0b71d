//! One sort for the whole library. Each type that is sorted costs about ten kilobytes of WebAssembly, since the standard sort is
//! written out anew for it; here keys are sorted, and there is one type of key, and one of plain numbers.

/// Sorts by key; equal keys keep their order.
pub(crate) fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u128) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let keys: Vec<u128> = items.iter().map(key).collect();
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order(keys).into_iter().filter_map(|i| slots.get_mut(i as usize)?.take()));
}

/// Sorts and drops repetitions.
pub(crate) fn set<T: Copy + Into<u32> + TryFrom<u32> + PartialEq>(items: &mut Vec<T>) {
    if items.len() > FEW {
        if !items.is_sorted_by_key(|item| (*item).into()) {
            let mut numbers: Vec<u32> = items.drain(..).map(Into::into).collect();
            sort(&mut numbers);
            items.extend(numbers.into_iter().filter_map(|number| T::try_from(number).ok()));
        }
    } else {
        for end in 1..items.len() {
            let mut at = end;
            while let Some(before) = at.checked_sub(1)
                && let Some([a, b]) = items.get_mut(before..=at)
                && (*a).into() > (*b).into()
            {
                std::mem::swap(a, b);
                at = before;
            }
        }
    }
    items.dedup();
}

#[inline(never)]
fn sort(numbers: &mut [u32]) {
    numbers.sort_unstable();
}

/// So many are sorted in place, by insertion.
const FEW: usize = 24;

/// A key of up to four numbers, the first the most significant.
pub(crate) fn key(parts: [u32; 4]) -> u128 {
    parts.into_iter().fold(0, |key, part| key << 32 | u128::from(part))
}

#[inline(never)]
fn order(keys: Vec<u128>) -> Vec<u32> {
    let mut pairs: Vec<(u128, u32)> = keys.into_iter().zip(0..).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, i)| i).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn sorts_like_the_standard_library_and_keeps_ties() {
        let mut state = 7u32;
        for len in 0..200usize {
            let mut items: Vec<(u32, usize)> = (0..len)
                .map(|i| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 28, i)
                })
                .collect();
            let mut wanted = items.clone();
            wanted.sort_by_key(|(k, _)| *k);
            super::by_key(&mut items, |(k, _)| u128::from(*k));
            assert_eq!(items, wanted);
        }
        for len in 0..40u32 {
            let mut numbers: Vec<u32> = (0..len).map(|i| i * 17 % 23).collect();
            let mut wanted = numbers.clone();
            wanted.sort_unstable();
            wanted.dedup();
            super::set(&mut numbers);
            assert_eq!(numbers, wanted);
        }
        let mut chars = vec!['b', 'a', 'b'];
        super::set(&mut chars);
        assert_eq!(chars, ['a', 'b']);
    }
}
