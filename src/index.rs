//! Values → their numbers in a table that somebody else keeps.

use crate::fnv::Fnv;

/// A hash table of numbers, so that no value is stored twice.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Hashes, and numbers from 1; 0 is a free place. At least half of them are free.
    places: Vec<(u32, u32)>,
    count: usize,
}

impl Index {
    /// The number of a value that has this hash, told by `same` from others of its hash; `fresh`, which becomes its number, where it
    /// has none.
    pub(crate) fn number(&mut self, hash: Fnv, fresh: u32, same: impl Fn(u32) -> bool) -> u32 {
        if self.places.len() < self.count.saturating_add(1).saturating_mul(2) {
            let larger = self.places.len().saturating_mul(4).max(64);
            for (hash, number) in std::mem::replace(&mut self.places, vec![(0, 0); larger]) {
                if number != 0 {
                    let _ = self.at(hash, |_| false).map(|free| *free = (hash, number));
                }
            }
        }
        // The low digits of such a hash know little of what came first.
        let hash = (hash.0 ^ hash.0 >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        let hash = hash as u32;
        let Some(place) = self.at(hash, same) else { return fresh };
        if let Some(known) = place.1.checked_sub(1) {
            return known;
        }
        *place = (hash, fresh.saturating_add(1));
        self.count = self.count.saturating_add(1);
        fresh
    }

    /// The place of a value, or the free one where it should stand.
    fn at(&mut self, hash: u32, same: impl Fn(u32) -> bool) -> Option<&mut (u32, u32)> {
        let mask = self.places.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        loop {
            let (own, number) = self.places.get(at).copied()?;
            if number == 0 || own == hash && same(number.saturating_sub(1)) {
                return self.places.get_mut(at);
            }
            at = at.wrapping_add(1) & mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_again() {
        let mut index = Index::default();
        let mut table: Vec<u64> = Vec::new();
        for turn in 0..3u64 {
            for value in 0..5_000u64 {
                // Many of one hash.
                let mut hash = Fnv::default();
                hash.number(value / 50);
                let fresh = table.len() as u32;
                let number = index.number(hash, fresh, |number| table[number as usize] == value);
                if number == fresh {
                    assert_eq!(turn, 0);
                    table.push(value);
                }
                assert_eq!(table[number as usize], value);
            }
        }
        assert_eq!(table.len(), 5_000);
    }
}
