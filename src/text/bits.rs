//! Sets of positions in a window, as bits. A position is at most [`LAST`]; what lies beyond is no member of any set.

/// Words of the widest set.
pub(super) const WIDE: usize = 32;
/// Windows with fewer positions than this are run on sets of two words: nearly all sentences.
pub(super) const SHORT: usize = 128;
/// The last position that a set can hold.
pub(super) const LAST: usize = 2047;

/// A set of the positions `0..64 * W`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bits<const W: usize>([u64; W]);

impl<const W: usize> Bits<W> {
    pub(super) const EMPTY: Self = Self([0; W]);

    pub(super) fn of(position: usize) -> Self {
        let mut set = Self::EMPTY;
        set.insert(position);
        set
    }

    /// The positions `from..to`.
    pub(super) fn range(from: usize, to: usize) -> Self {
        let mut set = Self::EMPTY;
        let mut low = 0usize;
        for word in &mut set.0 {
            let (a, b) = (from.saturating_sub(low).min(64), to.saturating_sub(low).min(64));
            *word = below(b) & !below(a);
            low = low.saturating_add(64);
        }
        set
    }

    pub(super) fn from_wide(wide: &Bits<WIDE>) -> Self {
        let mut set = Self::EMPTY;
        for (to, from) in set.0.iter_mut().zip(&wide.0) {
            *to = *from;
        }
        set
    }

    #[inline]
    pub(super) fn insert(&mut self, position: usize) {
        if let Some(word) = self.0.get_mut(position >> 6) {
            *word |= 1 << (position & 63);
        }
    }

    #[inline]
    pub(super) fn remove(&mut self, position: usize) {
        if let Some(word) = self.0.get_mut(position >> 6) {
            *word &= !(1 << (position & 63));
        }
    }

    #[inline]
    pub(super) fn contains(&self, position: usize) -> bool {
        self.0.get(position >> 6).is_some_and(|word| word >> (position & 63) & 1 == 1)
    }

    /// Removes the positions up to `last`.
    pub(super) fn clear(&mut self, last: usize) {
        self.0.iter_mut().take((last >> 6).saturating_add(1)).for_each(|word| *word = 0);
    }

    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    #[inline]
    pub(super) fn or(mut self, other: &Self) -> Self {
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a |= b;
        }
        self
    }

    #[inline]
    pub(super) fn and(mut self, other: &Self) -> Self {
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a &= b;
        }
        self
    }

    #[inline]
    pub(super) fn minus(mut self, other: &Self) -> Self {
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a &= !b;
        }
        self
    }

    /// Every member one further; the last falls off.
    #[inline]
    pub(super) fn next(mut self) -> Self {
        let mut carry = 0;
        for word in &mut self.0 {
            let out = *word >> 63;
            *word = *word << 1 | carry;
            carry = out;
        }
        self
    }

    /// The greatest member.
    #[inline]
    pub(super) fn last(&self) -> Option<usize> {
        let (index, word) = self.0.iter().enumerate().rev().find(|(_, word)| **word != 0)?;
        Some(index << 6 | (63u32.saturating_sub(word.leading_zeros())) as usize)
    }

    /// The least member.
    #[inline]
    pub(super) fn first(&self) -> Option<usize> {
        let (index, word) = self.0.iter().enumerate().find(|(_, word)| **word != 0)?;
        Some(index << 6 | word.trailing_zeros() as usize)
    }

    /// The greatest member below `position`.
    pub(super) fn before(&self, position: usize) -> Option<usize> {
        let whole = position >> 6;
        let part = self.0.get(whole).map_or(0, |word| word & below(position & 63));
        let top = |index: usize, word: u64| index << 6 | 63u32.saturating_sub(word.leading_zeros()) as usize;
        if part != 0 {
            return Some(top(whole, part));
        }
        let words = self.0.iter().enumerate().take(whole).rev();
        words.filter(|(_, word)| **word != 0).map(|(index, word)| top(index, *word)).next()
    }

    /// The least member from `position` on.
    pub(super) fn from(&self, position: usize) -> Option<usize> {
        let whole = position >> 6;
        let mut mask = !below(position & 63);
        for (index, word) in self.0.iter().enumerate().skip(whole) {
            let word = word & mask;
            if word != 0 {
                return Some(index << 6 | word.trailing_zeros() as usize);
            }
            mask = u64::MAX;
        }
        None
    }

    /// The members, ascending.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(index, word)| Members { word: *word, low: index << 6 })
    }
}

const fn below(n: usize) -> u64 {
    if n >= 64 { u64::MAX } else { (1u64 << n).wrapping_sub(1) }
}

struct Members {
    word: u64,
    low: usize,
}

impl Iterator for Members {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.word == 0 {
            return None;
        }
        let bit = self.word.trailing_zeros();
        self.word &= self.word.wrapping_sub(1);
        Some(self.low | bit as usize)
    }
}

impl DoubleEndedIterator for Members {
    fn next_back(&mut self) -> Option<usize> {
        let bit = 63u32.checked_sub(self.word.leading_zeros())?;
        self.word &= !(1 << bit);
        Some(self.low | bit as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_members() {
        let set = Bits::<4>::range(62, 130);
        assert_eq!(set.iter().collect::<Vec<_>>(), (62..130).collect::<Vec<_>>());
        assert_eq!(set.iter().rev().collect::<Vec<_>>(), (62..130).rev().collect::<Vec<_>>());
        assert_eq!(set.next(), Bits::range(63, 131));
        assert_eq!(set.last(), Some(129));
        assert_eq!(
            (set.first(), set.before(62), set.before(64), set.before(400)),
            (Some(62), None, Some(63), Some(129))
        );
        assert_eq!((set.from(0), set.from(64), set.from(129), set.from(130)), (Some(62), Some(64), Some(129), None));
        assert!(Bits::<4>::range(5, 5).is_empty());
        assert_eq!(Bits::<1>::range(0, 64).next().last(), Some(63));
        assert_eq!(Bits::<1>::from_wide(&Bits::of(70)), Bits::EMPTY);
    }
}
