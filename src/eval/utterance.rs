//! Segments → utterances: what one person says without a long pause is read as one text, however a recogniser or subtitles cut it.
//!
//! An utterance is a run of consecutive segments of one list, spoken by the same person about the same product. Their texts are
//! joined as they are; a space stands between two of them only where letters or digits would run together, which no segment's
//! end means. A sentence mark at the end of a segment stays the end of a sentence.
//!
//! Invariants: every segment is in one utterance, utterances are in the order of segments, and the joined text holds each
//! segment's text unchanged, so that positions lead back.

use super::facts::Segment;
use crate::text::TextEngine;
use std::borrow::Cow;
use std::ops::Range;

/// Longest pause inside an utterance, in milliseconds, from the end of a segment to the start of the next.
pub(crate) const MAX_PAUSE_MS: i64 = 2_000;
/// Longest time inside an utterance from the start of a segment to that of the next, where no end is stated: the words of the
/// segment take up a part of it.
pub(crate) const MAX_STEP_MS: i64 = 10_000;
/// Characters of a sentence without an end after which it is taken to end with its segment, so that speech that a recogniser did
/// not punctuate is no single sentence.
pub(crate) const MAX_OPEN: usize = 120;

/// Who speaks a segment, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Voice<'a> {
    /// The list that the segment is of.
    pub list: u32,
    pub speaker: Option<&'a str>,
    /// Milliseconds.
    pub from: Option<i64>,
    pub to: Option<i64>,
}

impl Voice<'_> {
    /// Whether the next segment may go on with the sentence of this one.
    pub fn goes_on(&self, next: &Voice) -> bool {
        let near = match (self.from, self.to, next.from) {
            (Some(from), _, Some(next)) if next < from => false,
            (_, Some(to), Some(next)) => next.saturating_sub(to) <= MAX_PAUSE_MS,
            (Some(from), None, Some(next)) => next.saturating_sub(from) <= MAX_STEP_MS,
            _ => true,
        };
        self.list == next.list && self.speaker == next.speaker && near
    }
}

/// Whether a space stands between the texts of two segments.
pub(crate) fn spaced(before: &str, after: &str) -> bool {
    let runs = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c.is_numeric() || is_latin(c));
    runs(before.chars().next_back()) && runs(after.chars().next())
}

/// Letters of scripts that put spaces between words, and their full-width forms.
const fn is_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Characters after the last end of a sentence.
pub(crate) fn open_length(engine: &TextEngine, text: &str) -> usize {
    text.chars().rev().take_while(|c| !engine.ends_sentence(*c)).take(MAX_OPEN).count()
}

/// Consecutive segments, read as one text.
#[derive(Clone, Debug)]
pub(crate) struct Utterance<'a> {
    pub text: Cow<'a, str>,
    /// Its first segment.
    pub first: u32,
    /// Where in the text each of its segments begins and ends; empty for a single segment.
    parts: Vec<(u32, u32)>,
}

/// A part of an utterance within one segment: bytes of the segment's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Piece {
    pub segment: u32,
    pub start: u32,
    pub end: u32,
}

impl Utterance<'_> {
    /// The segment in which a byte of the text stands.
    pub fn segment_at(&self, byte: u32) -> u32 {
        let before = self.parts.partition_point(|(start, _)| *start <= byte);
        self.first.saturating_add(u32::try_from(before.saturating_sub(1)).unwrap_or(u32::MAX))
    }

    /// Its segments.
    pub fn segments(&self) -> Range<u32> {
        let count = u32::try_from(self.parts.len().max(1)).unwrap_or(u32::MAX);
        self.first..self.first.saturating_add(count)
    }

    /// A span of the text, by segments.
    pub fn pieces(&self, start: u32, end: u32) -> Vec<Piece> {
        if self.parts.is_empty() {
            return vec![Piece { segment: self.first, start, end }];
        }
        let inside = (self.first..).zip(&self.parts).filter_map(|(segment, (from, to))| {
            let (a, b) = (start.max(*from), end.min(*to));
            (a < b).then(|| Piece { segment, start: a.saturating_sub(*from), end: b.saturating_sub(*from) })
        });
        inside.collect()
    }

    /// Where a piece stands in the text.
    pub fn place(&self, piece: &Piece) -> Range<usize> {
        let index = piece.segment.saturating_sub(self.first) as usize;
        let base = self.parts.get(index).map_or(0, |(start, _)| *start as usize);
        base.saturating_add(piece.start as usize)..base.saturating_add(piece.end as usize)
    }
}

/// All utterances of a subject.
#[derive(Clone, Debug, Default)]
pub(crate) struct Utterances<'a> {
    pub list: Vec<Utterance<'a>>,
}

impl<'a> Utterances<'a> {
    /// Reads segments as utterances.
    pub fn of(engine: &TextEngine, segments: &'a [Segment<'a>]) -> Self {
        let mut list: Vec<Utterance<'a>> = Vec::with_capacity(segments.len());
        let mut before: Option<&Segment> = None;
        for (index, segment) in (0u32..).zip(segments) {
            let goes_on = before.is_some_and(|b| b.goes_on(segment));
            match list.last_mut().filter(|u| goes_on && open_length(engine, &u.text) < MAX_OPEN) {
                Some(utterance) => utterance.append(&segment.text),
                None => {
                    list.push(Utterance { text: Cow::Borrowed(segment.text.as_ref()), first: index, parts: Vec::new() })
                }
            }
            before = Some(segment);
        }
        Self { list }
    }

    pub fn get(&self, unit: u32) -> Option<&Utterance<'a>> {
        self.list.get(unit as usize)
    }

    /// A span of an utterance, by segments.
    pub fn pieces(&self, unit: u32, start: u32, end: u32) -> Vec<Piece> {
        self.get(unit).map_or_else(Vec::new, |u| u.pieces(start, end))
    }
}

impl Utterance<'_> {
    fn append(&mut self, next: &str) {
        let at = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        if self.parts.is_empty() {
            self.parts.push((0, at(&self.text)));
        }
        let space = spaced(&self.text, next);
        let text = self.text.to_mut();
        if space {
            text.push(' ');
        }
        let start = at(text);
        text.push_str(next);
        self.parts.push((start, at(text)));
    }
}

impl Segment<'_> {
    /// Whether the next segment may go on with the sentence of this one.
    pub(crate) fn goes_on(&self, next: &Segment) -> bool {
        match (&self.voice, &next.voice) {
            (Some(a), Some(b)) => self.product == next.product && a.goes_on(b),
            _ => false,
        }
    }
}
