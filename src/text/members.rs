//! The word hits of a window by the sets that hold their words: what a part of a pattern asks for, without a look at other hits.

use super::program::{Programs, SetId};
use super::window::Hit;

/// The hits of one set.
#[derive(Clone, Copy, Debug)]
struct List {
    set: SetId,
    first: u32,
    count: u32,
}

/// See the module's docs.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// By set: its list, if that list is of the set; so nothing has to be cleared.
    slots: Vec<u32>,
    lists: Vec<List>,
    hits: Vec<Hit>,
    /// While filling: lists and hits.
    pairs: Vec<(u32, Hit)>,
}

impl Members {
    /// Sorts `hits` into the wanted sets. They stay in order within each.
    pub(super) fn fill(&mut self, programs: &Programs, hits: &[Hit], wanted: impl Fn(SetId) -> bool) {
        self.slots.resize(programs.anchored.len(), 0);
        self.lists.clear();
        self.hits.clear();
        self.pairs.clear();
        for hit in hits {
            for set in programs.sets_of(hit.word).iter().filter(|set| wanted(**set)) {
                let slot = self.slot(*set).unwrap_or_else(|| {
                    let slot = self.lists.len();
                    self.lists.push(List { set: *set, first: 0, count: 0 });
                    if let Some(place) = self.slots.get_mut(*set as usize) {
                        *place = slot as u32;
                    }
                    slot
                });
                if let Some(list) = self.lists.get_mut(slot) {
                    list.count = list.count.saturating_add(1);
                }
                self.pairs.push((slot as u32, *hit));
            }
        }
        let mut first = 0u32;
        for list in &mut self.lists {
            list.first = first;
            first = first.saturating_add(list.count);
            list.count = 0;
        }
        self.hits.resize(self.pairs.len(), Hit::default());
        for (slot, hit) in &self.pairs {
            let Some(list) = self.lists.get_mut(*slot as usize) else { continue };
            if let Some(place) = self.hits.get_mut(list.first.saturating_add(list.count) as usize) {
                *place = *hit;
            }
            list.count = list.count.saturating_add(1);
        }
    }

    #[inline]
    fn slot(&self, set: SetId) -> Option<usize> {
        let slot = *self.slots.get(set as usize)? as usize;
        self.lists.get(slot).filter(|list| list.set == set).map(|_| slot)
    }

    /// Whether there is a hit of the set.
    #[inline]
    pub(super) fn has(&self, set: SetId) -> bool {
        self.slot(set).is_some()
    }

    /// The hits of a set, by start, then end.
    #[inline]
    pub(super) fn of(&self, set: SetId) -> &[Hit] {
        let Some(list) = self.slot(set).and_then(|slot| self.lists.get(slot)) else { return &[] };
        let (first, end) = (list.first as usize, list.first.saturating_add(list.count) as usize);
        self.hits.get(first..end).unwrap_or(&[])
    }

    /// The hits of a set that start at a position.
    pub(super) fn at(&self, set: SetId, position: usize) -> &[Hit] {
        let hits = self.of(set);
        let first = hits.partition_point(|hit| usize::from(hit.start) < position);
        let rest = hits.get(first..).unwrap_or(&[]);
        let count = rest.iter().take_while(|hit| usize::from(hit.start) == position).count();
        rest.get(..count).unwrap_or(rest)
    }
}
