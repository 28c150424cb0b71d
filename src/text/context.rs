//! Contexts: what stands around a match. Each line is one or two runs of a pattern over the match's sentence; nothing is computed
//! before it is asked for.

use super::api::{Match, TextError};
use super::automaton::Readout;
use super::bits::{Bits, SHORT, WIDE};
use super::engine::TextEngine;
use super::run::{Meter, Runner};
use super::sentence;
use super::window::Window;
use crate::pack::model::{Context, ContextLine, Ref};
use crate::syntax::tree::Reach;

/// Most contexts.
const MAX_CONTEXTS: usize = 1 << 16;
/// Deepest inclusion of contexts in contexts.
const MAX_INCLUDES: usize = 64;

/// Checks references, and that no context includes itself.
pub(super) fn check(contexts: &[Context], patterns: usize) -> Result<(), TextError> {
    if contexts.len() > MAX_CONTEXTS {
        return Err(TextError::TooLarge("contexts"));
    }
    let included = |context: &Context| -> Vec<Ref> {
        context.lines.iter().filter_map(|l| if let ContextLine::Include(to) = l { Some(*to) } else { None }).collect()
    };
    let mut depth = vec![0usize; contexts.len()];
    for context in contexts {
        for line in &context.lines {
            let (table, index, count) = match line {
                ContextLine::PrecededBy { pattern, .. } | ContextLine::FollowedBy { pattern, .. } => {
                    ("patterns", *pattern, patterns)
                }
                ContextLine::ClauseHas(pattern)
                | ContextLine::SentenceHas(pattern)
                | ContextLine::NearbyHas(pattern)
                | ContextLine::PartOf(pattern)
                | ContextLine::SentenceEnds(pattern) => ("patterns", *pattern, patterns),
                ContextLine::EnclosedBy { .. } => continue,
                ContextLine::Include(context) => ("contexts", *context, contexts.len()),
            };
            if index as usize >= count {
                return Err(TextError::Index { table, index });
            }
        }
    }
    // Depths grow by rounds; what still grows after the last round is a circle, or deeper than allowed.
    for round in 0..=MAX_INCLUDES {
        let mut grown = None;
        for (index, context) in contexts.iter().enumerate() {
            let deepest = included(context).into_iter().filter_map(|to| depth.get(to as usize)).max();
            let own = deepest.map_or(0, |d| d.saturating_add(1));
            if let Some(place) = depth.get_mut(index)
                && own > *place
            {
                *place = own;
                grown = Some(context);
            }
        }
        match grown {
            None => break,
            Some(context) if round == MAX_INCLUDES => return Err(TextError::Cycle { key: context.key.clone() }),
            Some(_) => {}
        }
    }
    Ok(())
}

/// Answers about one text; keeps the last window open.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    window: Window,
    /// The window's bytes.
    open: Option<(usize, usize)>,
    other: Window,
    read: Readout,
}

/// A context about a match.
pub(super) struct Question<'a> {
    pub(super) engine: &'a TextEngine,
    pub(super) text: &'a str,
    pub(super) of: &'a Match,
    pub(super) meter: &'a Meter,
}

impl Contexts {
    pub(super) fn ask(&mut self, question: &Question, context: Ref) -> bool {
        let bytes = question.of.start..question.of.end;
        let known = self.open.is_some_and(|(start, end)| start <= bytes.start && bytes.end <= end)
            && self.open.is_some_and(|(start, _)| start == question.of.sentence.start);
        if !known {
            let reader = &question.engine.reader;
            let floor = question.of.sentence.start;
            let first = question.text.get(bytes.start..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
            let (start, end) =
                sentence::around(&reader.symbols, question.text, floor, bytes.start.saturating_add(first));
            let end = end.max(bytes.end);
            question.engine.open(&mut self.window, &mut self.read, question.text, (start, end), question.meter);
            self.open = Some((floor, end));
        }
        match self.window.positions.len() {
            0..SHORT => self.lines::<2>(question, context),
            _ => self.lines::<WIDE>(question, context),
        }
    }

    fn lines<const W: usize>(&mut self, question: &Question, context: Ref) -> bool {
        let engine = question.engine;
        let Some(context) = engine.contexts.get(context as usize) else { return false };
        for line in &context.lines {
            question.meter.add(1);
            if question.meter.exhausted() {
                return false;
            }
            let holds = match line {
                ContextLine::Include(other) => self.lines::<W>(question, *other),
                ContextLine::NearbyHas(pattern) => {
                    Around::<W>::of(question, &self.window).sentence_has(*pattern) || self.beside(question, *pattern)
                }
                line => Around::<W>::of(question, &self.window).holds(line),
            };
            if holds {
                return true;
            }
        }
        false
    }

    /// Whether the sentence before or after has the pattern.
    fn beside(&mut self, question: &Question, pattern: Ref) -> bool {
        let Some((start, end)) = self.open else { return false };
        let symbols = &question.engine.reader.symbols;
        let before = sentence::previous(symbols, question.text, start);
        let after = sentence::following(symbols, question.text, end);
        for bytes in before.into_iter().chain(after) {
            question.engine.open(&mut self.other, &mut self.read, question.text, bytes, question.meter);
            let has = match self.other.positions.len() {
                0..SHORT => Around::<2>::of(question, &self.other).sentence_has(pattern),
                _ => Around::<WIDE>::of(question, &self.other).sentence_has(pattern),
            };
            if has {
                return true;
            }
        }
        false
    }
}

/// The match in its window.
struct Around<'a, const W: usize> {
    runner: Runner<'a, W>,
    window: &'a Window,
    text: &'a str,
    engine: &'a TextEngine,
    start: usize,
    end: usize,
}

impl<'a, const W: usize> Around<'a, W> {
    fn of(question: &Question<'a>, window: &'a Window) -> Self {
        let engine = question.engine;
        let runner = Runner::new(&engine.programs, &engine.reader, &engine.numerals, window, question.meter, false);
        let start = window.position_of(question.of.start);
        let end = window.position_of(question.of.end).max(start);
        Self { runner, window, text: question.text, engine, start, end }
    }

    fn holds(&self, line: &ContextLine) -> bool {
        match line {
            ContextLine::PrecededBy { pattern, distance, within } => {
                let (from, _) = self.reach(*within, self.start);
                let ends = self.ends(*pattern, &Bits::range(from, self.start));
                let near = self.start.saturating_sub(usize::from(*distance)).max(from);
                !ends.and(&Bits::range(near, self.start.saturating_add(1))).is_empty()
            }
            ContextLine::FollowedBy { pattern, distance, within } => {
                let (_, to) = self.reach(*within, self.end.saturating_sub(1).max(self.start));
                let last = self.end.saturating_add(usize::from(*distance)).saturating_add(1).min(to.max(self.end));
                let ends = self.ends(*pattern, &Bits::range(self.end, last));
                !ends.and(&Bits::range(0, to.saturating_add(1))).is_empty()
            }
            ContextLine::ClauseHas(pattern) => {
                let (from, to) = self.window.clause(self.start);
                let ends = self.ends(*pattern, &Bits::range(from, to));
                !ends.and(&Bits::range(0, to.saturating_add(1))).is_empty()
            }
            ContextLine::SentenceHas(pattern) => self.sentence_has(*pattern),
            ContextLine::EnclosedBy { open, close } => self.enclosed(open, close),
            ContextLine::PartOf(pattern) => {
                let ends = self.ends(*pattern, &Bits::range(0, self.start.saturating_add(1)));
                ends.last().is_some_and(|last| last >= self.end)
            }
            ContextLine::SentenceEnds(pattern) => {
                let all = self.ends(*pattern, &Bits::range(0, self.window.positions.len()));
                all.iter().any(|end| self.only_marks_after(end))
            }
            ContextLine::NearbyHas(_) | ContextLine::Include(_) => false,
        }
    }

    fn sentence_has(&self, pattern: Ref) -> bool {
        !self.ends(pattern, &Bits::range(0, self.window.positions.len())).is_empty()
    }

    /// Where non-empty matches of a pattern end that start in `from`.
    fn ends(&self, pattern: Ref, from: &Bits<W>) -> Bits<W> {
        let Some(program) = self.engine.programs.patterns.get(pattern as usize) else { return Bits::EMPTY };
        if !program.nullable {
            return self.runner.step(program.root, from);
        }
        let mut ends = Bits::EMPTY;
        for start in from.iter() {
            let mut own = self.runner.step(program.root, &Bits::of(start));
            own.remove(start);
            ends = ends.or(&own);
        }
        ends
    }

    fn reach(&self, within: Reach, at: usize) -> (usize, usize) {
        match within {
            Reach::Clause => self.window.clause(at),
            Reach::Sentence => (0, self.window.positions.len()),
        }
    }

    /// Whether the sentence ends here, or after separators and closing marks.
    fn only_marks_after(&self, end: usize) -> bool {
        let rest = self.window.positions.get(end..).unwrap_or(&[]);
        rest.iter().enumerate().all(|(offset, position)| {
            self.window.masks.sentence_ends.contains(end.saturating_add(offset)) || position.is_separator()
        })
    }

    /// Between `open` and the next `close`.
    fn enclosed(&self, open: &str, close: &str) -> bool {
        if open.is_empty() || close.is_empty() {
            return false;
        }
        let (from, to) = self.window.bytes(0, self.window.positions.len());
        let (start, end) = self.window.bytes(self.start, self.end);
        let before = self.text.get(from..start).unwrap_or("");
        let after = self.text.get(end..to).unwrap_or("");
        let within = self.text.get(start..end).unwrap_or("");
        if open == close {
            return before.matches(open).count() % 2 == 1 && after.contains(close) && !within.contains(close);
        }
        let opened = match (before.rfind(open), before.rfind(close)) {
            (Some(open), Some(close)) => open > close,
            (open, _) => open.is_some(),
        };
        opened && after.contains(close) && !within.contains(close)
    }
}
