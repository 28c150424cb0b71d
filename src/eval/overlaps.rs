//! Of overlapping matches one is told.

use super::words::Hit;
use crate::order;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Breach,
    Exempt,
    Open,
}

/// Leftmost-longest: of overlapping matches in one utterance one is told. Matches come by utterance, start, longest first.
#[derive(Default)]
pub(super) struct Overlaps {
    unit: Option<u32>,
    breach: u32,
    exempt: u32,
    open: u32,
}

impl Overlaps {
    pub fn keep(&mut self, hit: Hit, class: Class) -> bool {
        if self.unit != Some(hit.unit) {
            *self = Self { unit: Some(hit.unit), ..Self::default() };
        }
        let contained =
            hit.end <= self.breach || hit.end <= self.exempt || class == Class::Open && hit.end <= self.open;
        // What overlaps a breach is told with it; what overlaps something exempt is another claim.
        let overlaps = hit.start < self.breach && class != Class::Exempt;
        if contained || overlaps {
            return false;
        }
        let end = match class {
            Class::Breach => &mut self.breach,
            Class::Exempt => &mut self.exempt,
            Class::Open => &mut self.open,
        };
        *end = hit.end;
        true
    }
}

/// By utterance and place, each once, without those that lie within another.
pub(super) fn in_order(hits: &mut Vec<Hit>) {
    order::by_key(hits, |h| order::key([h.unit, h.start, !h.end, h.pattern]));
    drop_contained(hits);
}

/// Drops matches that lie within another; they come by utterance, start, longest first.
fn drop_contained(hits: &mut Vec<Hit>) {
    let mut last: Option<Hit> = None;
    hits.retain(|h| {
        let inside = last.is_some_and(|l| l.unit == h.unit && h.end <= l.end);
        if !inside {
            last = Some(*h);
        }
        !inside
    });
}
