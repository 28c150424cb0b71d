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
use serde::{Deserialize, Serialize};
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
    /// The product that its words are bound to.
    pub product: Option<u32>,
    /// Index into the scan's matches, or into what was kept.
    index: u32,
    pub start: u32,
    pub end: u32,
    /// It needed an uncertain fold.
    pub uncertain: bool,
}

/// A match that outlives its text, with everything that rules may ask about it and a report tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub pattern: Ref,
    pub place: Place,
    /// Bytes of the utterance.
    pub start: u32,
    pub end: u32,
    pub product: Option<u32>,
    pub uncertain: bool,
    /// A [`FoldSet`].
    pub folds: u32,
    pub captures: Vec<(NameId, Decimal)>,
    /// The contexts that rules ask of it, and whether they are true.
    pub contexts: Vec<(Ref, bool)>,
    pub spans: Vec<KeptSpan>,
    /// Rules that forbid the words and have not yet said their last word about them.
    pub rules: Vec<u32>,
}

/// Where a kept match stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Place {
    /// In the subject's own words: the first segment of the utterance, and the segment.
    Own(u32, u32),
    /// In the script: the utterance and the segment, both counted.
    Script(u32, u32),
}

/// A span of a kept match, as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptSpan {
    pub path: String,
    pub utf8: [usize; 2],
    pub utf16: [usize; 2],
    pub chars: [usize; 2],
    pub text: String,
    /// What stands before and after in its sentence.
    pub around: (String, String),
}

/// Runs something with memory for scans, which is kept by thread; it carries nothing from one scan to the next.
pub(crate) fn with_scratch<T>(run: impl FnOnce(&mut Scratch) -> T) -> T {
    thread_local! {
        static SCRATCH: RefCell<Scratch> = RefCell::default();
    }
    SCRATCH.with(|kept| match kept.try_borrow_mut() {
        Ok(mut scratch) => run(&mut scratch),
        Err(_) => run(&mut Scratch::default()),
    })
}

impl Hit {
    /// Which of the kept matches it is.
    pub(crate) const fn index(&self) -> u32 {
        self.index
    }
}

/// What was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// Matches whose texts are gone; then there are no scans.
    kept: Vec<&'e Kept>,
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
    /// Scans all utterances.
    pub fn scan(
        engine: &'e TextEngine,
        segments: &'e [Segment],
        speech: &'e Utterances,
        wanted: &PatternSet,
        limits: &Limits,
    ) -> Self {
        with_scratch(|scratch| Self::scan_with(engine, segments, speech, wanted, limits, scratch))
    }

    fn scan_with(
        engine: &'e TextEngine,
        segments: &'e [Segment],
        speech: &'e Utterances,
        wanted: &PatternSet,
        limits: &Limits,
        scratch: &mut Scratch,
    ) -> Self {
        let mut words =
            Self { scans: Vec::with_capacity(speech.list.len()), hits: Vec::new(), kept: Vec::new(), cut: None };
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
                let segment = utterance.segment_at(start);
                words.hits.push(Hit {
                    pattern: m.pattern,
                    unit,
                    segment,
                    product: segments.get(segment as usize).and_then(|s| s.product),
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

    /// Matches whose texts are gone: utterance and segment of each, and the match.
    pub fn of_kept(kept: impl Iterator<Item = ((u32, u32), &'e Kept)>, cut: Option<Cut>) -> Self {
        let mut words = Self { scans: Vec::new(), hits: Vec::new(), kept: Vec::new(), cut };
        for (index, ((unit, segment), k)) in (0u32..).zip(kept) {
            let Kept { pattern, start, end, product, uncertain, .. } = *k;
            words.hits.push(Hit { pattern, unit, segment, product, index, start, end, uncertain });
            words.kept.push(k);
        }
        order::by_key(&mut words.hits, |h| order::key([h.pattern, h.unit, h.start, !h.end]));
        words
    }

    /// A match whose text is gone.
    pub fn kept(&self, hit: Hit) -> Option<&'e Kept> {
        self.kept.get(hit.index as usize).copied()
    }

    /// Whether the rule has not yet said its last word about the hit.
    pub fn is_open(&self, hit: Hit, rule: u32) -> bool {
        self.kept(hit).is_none_or(|k| k.rules.contains(&rule))
    }

    fn found(&self, hit: Hit) -> Option<(&Scan<'e, 'e>, &Match)> {
        let scan = self.scans.get(hit.unit as usize)?.as_ref()?;
        Some((scan, scan.matches.get(hit.index as usize)?))
    }

    /// Whether a context is true of the hit; `None` where that could not be found out.
    pub fn context(&self, context: Ref, hit: Hit) -> Option<bool> {
        if let Some(kept) = self.kept(hit) {
            return kept.contexts.iter().find(|(c, _)| *c == context).map(|(_, holds)| *holds);
        }
        let (scan, m) = self.found(hit)?;
        scan.context(context, m)
    }

    /// A number the hit captured.
    pub fn capture(&self, name: NameId, hit: Hit) -> Option<Decimal> {
        if let Some(kept) = self.kept(hit) {
            return kept.captures.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
        }
        self.found(hit)?.1.captures.iter().find(|c| c.name == name).map(|c| c.value)
    }

    /// All numbers the hit captured.
    pub fn captures(&self, hit: Hit) -> Vec<(NameId, Decimal)> {
        self.found(hit).map_or_else(Vec::new, |(_, m)| m.captures.iter().map(|c| (c.name, c.value)).collect())
    }

    pub fn folds(&self, hit: Hit) -> FoldSet {
        if let Some(kept) = self.kept(hit) {
            return FoldSet(kept.folds);
        }
        self.found(hit).map_or(FoldSet::EMPTY, |(_, m)| m.folds)
    }

    /// The sentence the hit lies in.
    pub fn sentence(&self, hit: Hit) -> Range<usize> {
        self.found(hit).map_or(0..0, |(_, m)| m.sentence.clone())
    }
}
