//! The utterance that is being spoken: the part of its text that matches and contexts to come may still reach.
//!
//! Invariants: `settled` is a byte of the joined text on a character border; matches that start before it were taken. What was
//! dropped is counted, so that positions are those of the whole segments and of the whole utterance.

use super::Voiced;
use crate::eval::build;
use crate::eval::utterance::{MAX_OPEN, open_length, spaced};
use crate::eval::words::{Kept, KeptSpan, Place};
use crate::text::span::positions;
use crate::text::{Match, Scan, TextEngine};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A segment, as far as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    /// Which segment of the script it is, from 0.
    number: u32,
    path: String,
    text: String,
    /// What was dropped before: bytes, UTF-16 units, characters.
    dropped: [usize; 3],
}

/// See the module's docs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tail {
    parts: Vec<Part>,
    /// Who speaks the last segment; `None`: nothing goes on with it.
    voice: Option<Voiced>,
    product: Option<u32>,
    /// Which utterance it is, from 0.
    unit: u32,
    /// Bytes of the utterance that were dropped.
    offset: u32,
    settled: usize,
}

/// The joined text of a tail, and where its parts stand in it.
pub(super) struct Joined {
    pub text: String,
    parts: Vec<Range<usize>>,
}

impl Tail {
    pub fn new(unit: u32, voice: Option<Voiced>, product: Option<u32>) -> Self {
        Self { parts: Vec::new(), voice, product, unit, offset: 0, settled: 0 }
    }

    pub const fn unit(&self) -> u32 {
        self.unit
    }

    /// Whether a segment goes on with it.
    pub fn goes_on(&self, engine: &TextEngine, voice: Option<&Voiced>, product: Option<u32>) -> bool {
        let (Some(before), Some(next)) = (&self.voice, voice) else { return false };
        self.product == product
            && before.voice().goes_on(&next.voice())
            && open_length(engine, &self.joined().text) < MAX_OPEN
    }

    /// Adds a segment.
    pub fn add(&mut self, number: u32, path: String, text: &str, voice: Option<Voiced>) {
        self.voice = voice;
        self.parts.push(Part { number, path, text: text.to_owned(), dropped: [0; 3] });
    }

    /// Adds words to the last segment; `false` where there is none.
    pub fn extend(&mut self, text: &str) -> bool {
        match self.parts.last_mut() {
            Some(part) => {
                part.text.push_str(text);
                true
            }
            None => false,
        }
    }

    /// As utterances join segments; what is left of the first has nothing before it.
    pub fn joined(&self) -> Joined {
        let mut joined = Joined { text: String::new(), parts: Vec::with_capacity(self.parts.len()) };
        for part in &self.parts {
            if spaced(&joined.text, &part.text) {
                joined.text.push(' ');
            }
            let start = joined.text.len();
            joined.text.push_str(&part.text);
            joined.parts.push(start..joined.text.len());
        }
        joined
    }

    /// Where matches may still change: at the first sentence that is not followed by as many as its horizon. A match that is part
    /// of a cluster of overlapping ones waits for all of them.
    pub fn boundary(&self, engine: &TextEngine, joined: &Joined, matches: &[Match], closed: bool) -> usize {
        if closed {
            return joined.text.len();
        }
        let sentences = engine.sentences(&joined.text);
        let open = sentences.len().saturating_sub(1).saturating_sub(engine.horizon());
        let mut boundary = sentences.get(open).map_or(0, |(start, _)| *start).max(self.settled);
        // Matches come by start; from the last to the first, a cluster that reaches over the boundary moves it.
        for m in matches.iter().rev() {
            if m.start < boundary && m.end > boundary && m.start >= self.settled {
                boundary = m.start;
            }
        }
        boundary
    }

    pub const fn settled(&self) -> usize {
        self.settled
    }

    /// Keeps a match without its text. The caller fills in what the plan says.
    pub fn keep(&self, joined: &Joined, scan: &Scan, m: &Match, contexts: &[u32]) -> (Kept, bool) {
        let mut limited = false;
        let answers = contexts.iter().filter_map(|context| match scan.context(*context, m) {
            Some(holds) => Some((*context, holds)),
            None => {
                limited = true;
                None
            }
        });
        let contexts = answers.collect();
        let spans = self.parts.iter().zip(&joined.parts).filter_map(|(part, range)| {
            let (start, end) = (m.start.max(range.start), m.end.min(range.end));
            let (from, to) = (start.checked_sub(range.start)?, end.checked_sub(range.start)?);
            if start >= end {
                return None;
            }
            let at = positions(&part.text, &[(from, to)]).pop()?;
            let [bytes, units, chars] = part.dropped;
            let text = |range: Range<usize>| joined.text.get(range).unwrap_or_default();
            let beyond = |[a, b]: [usize; 2], by: usize| [a.saturating_add(by), b.saturating_add(by)];
            Some(KeptSpan {
                path: part.path.clone(),
                utf8: beyond(at.utf8, bytes),
                utf16: beyond(at.utf16, units),
                chars: beyond(at.chars, chars),
                text: text(start..end).to_owned(),
                around: (
                    build::last(text(m.sentence.start..start)).trim_start().to_owned(),
                    build::first(text(end..m.sentence.end)).trim_end().to_owned(),
                ),
            })
        });
        let spans: Vec<KeptSpan> = spans.collect();
        let first = self.parts.iter().zip(&joined.parts).rev().find(|(_, range)| range.start <= m.start);
        let absolute = |at: usize| u32::try_from(at).unwrap_or(u32::MAX).saturating_add(self.offset);
        let kept = Kept {
            pattern: m.pattern,
            place: Place::Script(self.unit, first.map_or(0, |(part, _)| part.number)),
            start: absolute(m.start),
            end: absolute(m.end),
            product: self.product,
            uncertain: m.uncertain,
            folds: m.folds.0,
            captures: m.captures.iter().map(|c| (c.name, c.value)).collect(),
            contexts,
            spans,
            rules: Vec::new(),
        };
        (kept, limited)
    }

    /// Drops what nothing to come can reach: what stands before the sentences that are the horizon of those still open.
    pub fn trim(&mut self, engine: &TextEngine, joined: &Joined, boundary: usize) {
        self.settled = boundary.max(self.settled);
        let sentences = engine.sentences(&joined.text);
        let open = sentences.iter().take_while(|(start, _)| *start < self.settled).count();
        let back = engine.horizon().saturating_add(1);
        let Some((from, _)) = open.checked_sub(back).and_then(|at| sentences.get(at)).filter(|(from, _)| *from > 0)
        else {
            return;
        };
        let last = self.parts.len().saturating_sub(1);
        let kept = joined.parts.iter().enumerate().position(|(index, range)| range.end > *from || index == last);
        let kept = kept.unwrap_or(last);
        let Some(range) = joined.parts.get(kept) else { return };
        // A cut between two parts is made where the second begins.
        let cut = (*from).clamp(range.start, range.end);
        self.parts.drain(..kept);
        if let Some(part) = self.parts.first_mut() {
            let head = cut.saturating_sub(range.start);
            let text = part.text.get(..head).unwrap_or_default();
            let [bytes, units, chars] = &mut part.dropped;
            *bytes = bytes.saturating_add(text.len());
            *units = units.saturating_add(text.encode_utf16().count());
            *chars = chars.saturating_add(text.chars().count());
            part.text = part.text.get(head..).unwrap_or_default().to_owned();
        }
        self.offset = self.offset.saturating_add(u32::try_from(cut).unwrap_or(u32::MAX));
        self.settled = self.settled.saturating_sub(cut);
    }

    /// Whether its indices hold together; a state that was read may hold anything.
    pub fn is_sound(&self) -> bool {
        self.joined().text.is_char_boundary(self.settled)
    }
}
