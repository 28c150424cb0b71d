//! The seam to the text engine: all public words of a subject, scanned once for what its rules want.
//!
//! Invariant: a [`Hit`] names an existing match of an existing scan; [`Words::of`] gives hits by utterance, then position.

use super::facts::Segment;
use super::options::Limits;
use super::utterance::Utterances;
use crate::order;
use crate::pack::decimal::Decimal;
use crate::pack::model::{NameId, Ref};
use crate::text::{FoldSet, Match, PatternSet, Scan, ScanLimits, Scratch, TextEngine};
use std::cell::RefCell;
use std::ops::Range;

/// A match, found by its scan and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub pattern: Ref,
    /// The utterance, of whose text `start` and `end` are bytes.
    pub unit: u32,
    /// The segment it starts in.
    pub segment: u32,
    /// Index into the scan's matches.
    index: u32,
    pub start: u32,
    pub end: u32,
    /// It needed an uncertain fold.
    pub uncertain: bool,
}

/// What was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cut {
    TextBytes,
    Matches,
    Work,
}

/// Scanned words.
pub(crate) struct Words<'e> {
    scans: Vec<Option<Scan<'e, 'e>>>,
    /// By pattern, utterance, start, longest first.
    hits: Vec<Hit>,
    /// Per segment: the product it is bound to.
    products: Vec<Option<u32>>,
    /// A limit that was hit: the absence of a match is not known.
    pub cut: Option<Cut>,
}

/// At most so many bytes of a text.
fn head(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    text.get(..end).unwrap_or("")
}

impl<'e> Words<'e> {
    /// Scans all segments. The memory of scans is kept by thread; it carries nothing from one scan to the next.
    pub fn scan(
        engine: &'e TextEngine,
        segments: &'e [Segment],
        speech: &'e Utterances,
        wanted: &PatternSet,
        limits: &Limits,
    ) -> Self {
        thread_local! {
            static SCRATCH: RefCell<Scratch> = RefCell::default();
        }
        SCRATCH.with(|kept| match kept.try_borrow_mut() {
            Ok(mut scratch) => Self::scan_with(engine, segments, speech, wanted, limits, &mut scratch),
            Err(_) => Self::scan_with(engine, segments, speech, wanted, limits, &mut Scratch::default()),
        })
    }

    fn scan_with(
        engine: &'e TextEngine,
        segments: &'e [Segment],
        speech: &'e Utterances,
        wanted: &PatternSet,
        limits: &Limits,
        scratch: &mut Scratch,
    ) -> Self {
        let mut words = Self {
            scans: Vec::with_capacity(speech.list.len()),
            hits: Vec::new(),
            products: segments.iter().map(|s| s.product).collect(),
            cut: None,
        };
        let (mut bytes, mut work) = (0usize, 0u64);
        for (unit, utterance) in (0u32..).zip(&speech.list) {
            let left = limits.text_bytes.saturating_sub(bytes);
            bytes = bytes.saturating_add(utterance.text.len());
            let room = limits.matches.saturating_sub(words.hits.len());
            if bytes > limits.text_bytes {
                words.cut.get_or_insert(Cut::TextBytes);
            }
            if room == 0 || work >= limits.work {
                words.cut.get_or_insert(if room == 0 { Cut::Matches } else { Cut::Work });
            }
            if left == 0 || room == 0 || work >= limits.work {
                words.scans.push(None);
                continue;
            }
            // What fits is read all the same: an offence in it is one, whatever comes after.
            let text = head(utterance.text.as_ref(), left);
            let bounds = ScanLimits { matches: room, work: limits.work.saturating_sub(work) };
            let scan = engine.scan(text, wanted, &bounds, scratch);
            work = work.saturating_add(scan.outcome().work);
            if let Some(limit) = scan.outcome().limit {
                words.cut.get_or_insert(match limit {
                    crate::text::Limit::Matches => Cut::Matches,
                    crate::text::Limit::Work => Cut::Work,
                    crate::text::Limit::Text => Cut::TextBytes,
                });
            }
            for (index, m) in (0u32..).zip(&scan.matches) {
                let start = u32::try_from(m.start).unwrap_or(u32::MAX);
                words.hits.push(Hit {
                    pattern: m.pattern,
                    unit,
                    segment: utterance.segment_at(start),
                    index,
                    start,
                    end: u32::try_from(m.end).unwrap_or(u32::MAX),
                    uncertain: m.uncertain,
                });
            }
            words.scans.push(Some(scan));
        }
        order::by_key(&mut words.hits, |h| order::key([h.pattern, h.unit, h.start, !h.end]));
        words
    }

    pub fn is_empty(&self) -> bool {
        self.hits.is_empty()
    }

    /// Every hit of a pattern.
    pub fn of(&self, pattern: Ref) -> &[Hit] {
        let first = self.hits.partition_point(|h| h.pattern < pattern);
        let last = self.hits.partition_point(|h| h.pattern <= pattern);
        self.hits.get(first..last).unwrap_or_default()
    }

    pub fn product(&self, segment: u32) -> Option<u32> {
        self.products.get(segment as usize).copied().flatten()
    }

    fn found(&self, hit: Hit) -> Option<(&Scan<'e, 'e>, &Match)> {
        let scan = self.scans.get(hit.unit as usize)?.as_ref()?;
        Some((scan, scan.matches.get(hit.index as usize)?))
    }

    /// Whether a context is true of the hit; `None` where that could not be found out.
    pub fn context(&self, context: Ref, hit: Hit) -> Option<bool> {
        let (scan, m) = self.found(hit)?;
        scan.context(context, m)
    }

    /// A number the hit captured.
    pub fn capture(&self, name: NameId, hit: Hit) -> Option<Decimal> {
        self.found(hit)?.1.captures.iter().find(|c| c.name == name).map(|c| c.value)
    }

    pub fn folds(&self, hit: Hit) -> FoldSet {
        self.found(hit).map_or(FoldSet::EMPTY, |(_, m)| m.folds)
    }

    /// The sentence the hit lies in.
    pub fn sentence(&self, hit: Hit) -> Range<usize> {
        self.found(hit).map_or(0..0, |(_, m)| m.sentence.clone())
    }
}
