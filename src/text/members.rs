//! The word hits of a window by the sets that hold their words: what a part of a pattern asks for, without a look at other hits.

use super::program::{GroupId, Marks, Programs, SetId};
use super::window::Hit;
use crate::order;
use std::cell::Cell;

/// The hits of one set.
#[derive(Clone, Copy, Debug)]
struct List {
    set: SetId,
    first: u32,
    count: u32,
}

/// Fewest places of the table of sets.
const FEW: usize = 64;
/// Places of the memory of groups.
const GROUPS: usize = 256;

/// See the module's docs.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// Sets → lists, hashed, with free places between: the number of a list from 1, or 0.
    table: Vec<u32>,
    lists: Vec<List>,
    hits: Vec<Hit>,
    /// While filling: lists and hits.
    pairs: Vec<(u32, Hit)>,
    /// Groups and whether a hit is in one of their sets, by hash: the last that was asked for. Twice the group, and 2 more.
    groups: Vec<Cell<u64>>,
    /// The branches of alternatives that may lead somewhere.
    pub(super) branches: Marks,
}

const fn hash(number: u32) -> usize {
    (number.wrapping_mul(0x9e37_79b1) >> 12) as usize
}

impl Members {
    /// Sorts `hits` into the wanted sets. They stay in order within each.
    pub(super) fn fill(&mut self, programs: &Programs, hits: &[Hit], wanted: impl Fn(SetId) -> bool) {
        self.lists.clear();
        self.hits.clear();
        self.pairs.clear();
        self.table.clear();
        self.table.resize(FEW, 0);
        self.groups.clear();
        self.groups.resize(GROUPS, Cell::new(0));
        programs.start(&mut self.branches);
        for hit in hits {
            for set in programs.sets_of(hit.word).filter(|set| wanted(*set)) {
                let slot = self.slot(set).unwrap_or_else(|| {
                    programs.reach(set, &mut self.branches);
                    self.add(set)
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

    /// The number of a new list.
    fn add(&mut self, set: SetId) -> usize {
        let slot = self.lists.len();
        self.lists.push(List { set, first: 0, count: 0 });
        let all = self.lists.len();
        if all.saturating_mul(2) > self.table.len() {
            let size = self.table.len().saturating_mul(4);
            self.table.clear();
            self.table.resize(size, 0);
            (0..all).for_each(|slot| self.place(slot));
        } else {
            self.place(slot);
        }
        slot
    }

    fn place(&mut self, slot: usize) {
        let Some(set) = self.lists.get(slot).map(|list| list.set) else { return };
        let mut at = hash(set);
        let mask = self.table.len().saturating_sub(1);
        while let Some(place) = self.table.get_mut(at & mask) {
            if *place == 0 {
                *place = (slot as u32).saturating_add(1);
                break;
            }
            at = at.wrapping_add(1);
        }
    }

    /// At least half of the table is free, so the search ends.
    #[inline]
    fn slot(&self, set: SetId) -> Option<usize> {
        let mut at = hash(set);
        let mask = self.table.len().saturating_sub(1);
        loop {
            let slot = (*self.table.get(at & mask)? as usize).checked_sub(1)?;
            if self.lists.get(slot).is_some_and(|list| list.set == set) {
                return Some(slot);
            }
            at = at.wrapping_add(1);
        }
    }

    /// Whether there is a hit of the group.
    #[inline]
    pub(super) fn has(&self, programs: &Programs, group: GroupId) -> bool {
        let Some(known) = self.groups.get(hash(group) % GROUPS) else { return false };
        let key = u64::from(group).wrapping_add(1) << 1;
        if known.get() & !1 != key {
            let has = programs.sets(group).iter().any(|set| self.slot(*set).is_some());
            known.set(key | u64::from(has));
        }
        known.get() & 1 == 1
    }

    /// The hits of a set, by start, then end.
    #[inline]
    fn of_set(&self, set: SetId) -> &[Hit] {
        let Some(list) = self.slot(set).and_then(|slot| self.lists.get(slot)) else { return &[] };
        let (first, end) = (list.first as usize, list.first.saturating_add(list.count) as usize);
        self.hits.get(first..end).unwrap_or(&[])
    }

    /// The hits of a group, set by set; one that is in two sets comes twice.
    #[inline]
    pub(super) fn of<'a>(&'a self, programs: &'a Programs, group: GroupId) -> impl Iterator<Item = &'a Hit> {
        programs.sets(group).iter().flat_map(|set| self.of_set(*set))
    }

    /// The same that start at a position.
    pub(super) fn at<'a>(
        &'a self,
        programs: &'a Programs,
        group: GroupId,
        position: usize,
    ) -> impl Iterator<Item = &'a Hit> {
        programs.sets(group).iter().flat_map(move |set| {
            let hits = self.of_set(*set);
            let first = hits.partition_point(|hit| usize::from(hit.start) < position);
            let rest = hits.get(first..).unwrap_or(&[]);
            rest.iter().take_while(move |hit| usize::from(hit.start) == position)
        })
    }

    /// The hits of a group by start, then end, each once.
    pub(super) fn sorted(&self, programs: &Programs, group: GroupId, into: &mut Vec<Hit>) {
        into.clear();
        into.extend(self.of(programs, group));
        if programs.sets(group).len() > 1 {
            order::by_key(into, Hit::order);
            into.dedup();
        }
    }
}
