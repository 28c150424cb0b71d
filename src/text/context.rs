//! Contexts: what stands around a match. Each line is one or two runs of a pattern over the match's sentence; nothing is computed
//! before it is asked for.

use super::api::{Match, TextError};
use super::automaton::Readout;
use super::bits::{Bits, SHORT, WIDE};
use super::engine::TextEngine;
use super::program::SetId;
use super::run::{Meter, Runner};
use super::sentence;
use super::window::Window;
use crate::pack::model::{Context, ContextLine, LineRef, Ref};
use crate::syntax::tree::Reach;
use std::collections::BTreeMap;

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
            let (table, index, count) = match line.reference() {
                Some(LineRef::Pattern(pattern)) => ("patterns", pattern, patterns),
                Some(LineRef::Context(context)) => ("contexts", context, contexts.len()),
                None => continue,
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

/// The patterns that a context's own lines look for.
pub(super) fn patterns(context: &Context) -> impl Iterator<Item = Ref> {
    context.lines.iter().filter_map(ContextLine::pattern)
}

/// Most sentences that are kept open.
const KEPT: usize = 256;

/// Answers about one text; keeps sentences open, and what was found out about them, since rules ask about the same ones again.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    /// By the sentence's first byte.
    kept: BTreeMap<usize, Box<Opened>>,
    read: Readout,
}

/// A sentence.
#[derive(Debug, Default)]
struct Opened {
    /// What it was opened for.
    bytes: (usize, usize),
    window: Window,
    /// Patterns: whether the sentence has them.
    has: Vec<(Ref, bool)>,
    /// Patterns: whether the sentence or one beside it has them.
    near: Vec<(Ref, bool)>,
    /// Contexts: whether they are true of the match of these bytes.
    answers: Vec<(Ref, (usize, usize), bool)>,
}

fn known<K: PartialEq>(memory: &[(K, bool)], key: &K) -> Option<bool> {
    memory.iter().find(|(k, _)| k == key).map(|(_, holds)| *holds)
}

/// A context about a match.
pub(super) struct Question<'a> {
    pub(super) engine: &'a TextEngine,
    pub(super) text: &'a str,
    pub(super) of: &'a Match,
    pub(super) meter: &'a Meter,
}

impl Question<'_> {
    const fn span(&self) -> (usize, usize) {
        (self.of.start, self.of.end)
    }
}

impl Contexts {
    pub(super) fn ask(&mut self, question: &Question, context: Ref) -> bool {
        let Some(opened) = self.around(question) else { return false };
        let asked = |(c, span, _): &&(Ref, (usize, usize), bool)| *c == context && *span == question.span();
        if let Some((.., holds)) = opened.answers.iter().find(asked) {
            return *holds;
        }
        let holds = self.lines(question, context);
        if let Some(opened) = self.around(question) {
            opened.answers.push((context, question.span(), holds));
        }
        holds
    }

    /// The sentence of the match.
    fn around(&mut self, question: &Question) -> Option<&mut Opened> {
        let (floor, end) = (question.of.sentence.start, question.of.end);
        let open = self.opened(floor).is_some_and(|opened| opened.bytes.0 == floor && opened.bytes.1 >= end);
        if !open {
            let symbols = &question.engine.reader.symbols;
            let first = question.text.get(question.of.start..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
            let at = question.of.start.saturating_add(first);
            let (start, to) = sentence::around(symbols, question.text, floor, at);
            self.open(question, (floor, to.max(end)), start);
        }
        self.opened(floor)
    }

    fn opened(&mut self, start: usize) -> Option<&mut Opened> {
        self.kept.get_mut(&start).map(|opened| &mut **opened)
    }

    fn open(&mut self, question: &Question, bytes: (usize, usize), start: usize) {
        let mut opened = match self.kept.remove(&bytes.0) {
            Some(opened) => opened,
            None if self.kept.len() < KEPT => Box::default(),
            // The text is long: its rules come back to few of its sentences, and those are read again.
            None => std::mem::take(&mut self.kept).into_values().next().unwrap_or_default(),
        };
        opened.bytes = bytes;
        opened.has.clear();
        opened.near.clear();
        opened.answers.clear();
        let engine = question.engine;
        let wanted = |set: SetId| engine.in_contexts.get(set as usize) == Some(&true);
        engine.open(&mut opened.window, &mut self.read, question.text, (start, bytes.1), wanted, question.meter);
        self.kept.insert(bytes.0, opened);
    }

    fn lines(&mut self, question: &Question, context: Ref) -> bool {
        let engine = question.engine;
        let Some(context) = engine.contexts.get(context as usize) else { return false };
        for line in &context.lines {
            question.meter.add(1);
            if question.meter.exhausted() {
                return false;
            }
            let holds = match line {
                ContextLine::Include(other) => self.lines(question, *other),
                ContextLine::NearbyHas(pattern) => self.nearby(question, *pattern),
                ContextLine::NextHas(pattern) => self.next(question, *pattern),
                line => self.around(question).is_some_and(|opened| opened.holds(question, line)),
            };
            if holds {
                return true;
            }
        }
        false
    }

    /// Whether the sentence of the match or one beside it has the pattern.
    fn nearby(&mut self, question: &Question, pattern: Ref) -> bool {
        let Some(opened) = self.around(question) else { return false };
        if let Some(holds) = known(&opened.near, &pattern) {
            return holds;
        }
        let (start, end) = opened.bytes;
        let symbols = &question.engine.reader.symbols;
        let holds = opened.has(question, pattern)
            || sentence::previous(symbols, question.text, start).is_some_and(|at| self.sentence(question, at, pattern))
            || sentence::following(symbols, question.text, end).is_some_and(|at| self.sentence(question, at, pattern));
        if let Some(opened) = self.around(question) {
            opened.near.push((pattern, holds));
        }
        holds
    }

    /// Whether the sentence after that of the match has the pattern.
    fn next(&mut self, question: &Question, pattern: Ref) -> bool {
        let Some((_, end)) = self.around(question).map(|opened| opened.bytes) else { return false };
        let next = sentence::following(&question.engine.reader.symbols, question.text, end);
        next.is_some_and(|at| self.sentence(question, at, pattern))
    }

    /// Whether another sentence has the pattern.
    fn sentence(&mut self, question: &Question, bytes: (usize, usize), pattern: Ref) -> bool {
        if self.opened(bytes.0).is_none_or(|opened| opened.bytes != bytes) {
            self.open(question, bytes, bytes.0);
        }
        self.opened(bytes.0).is_some_and(|opened| opened.has(question, pattern))
    }
}

impl Opened {
    fn has(&mut self, question: &Question, pattern: Ref) -> bool {
        if let Some(holds) = known(&self.has, &pattern) {
            return holds;
        }
        let holds = match self.window.positions.len() {
            0..SHORT => Around::<2>::of(question, &self.window).sentence_has(pattern),
            _ => Around::<WIDE>::of(question, &self.window).sentence_has(pattern),
        };
        self.has.push((pattern, holds));
        holds
    }

    fn holds(&mut self, question: &Question, line: &ContextLine) -> bool {
        match (line, self.window.positions.len()) {
            (ContextLine::SentenceHas(pattern), _) => self.has(question, *pattern),
            (line, 0..SHORT) => Around::<2>::of(question, &self.window).holds(line),
            (line, _) => Around::<WIDE>::of(question, &self.window).holds(line),
        }
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

    fn holds(&mut self, line: &ContextLine) -> bool {
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
            ContextLine::EnclosedBy { open, close } => self.enclosed(open, close),
            ContextLine::PartOf(pattern) => {
                let ends = self.ends(*pattern, &Bits::range(0, self.start.saturating_add(1)));
                ends.last().is_some_and(|last| last >= self.end)
            }
            ContextLine::SentenceEnds(pattern) => {
                let all = self.ends(*pattern, &Bits::range(0, self.window.positions.len()));
                all.iter().any(|end| self.only_marks_after(end))
            }
            ContextLine::SentenceHas(_)
            | ContextLine::NearbyHas(_)
            | ContextLine::NextHas(_)
            | ContextLine::Include(_) => false,
        }
    }

    fn sentence_has(&mut self, pattern: Ref) -> bool {
        !self.ends(pattern, &Bits::range(0, self.window.positions.len())).is_empty()
    }

    /// Where non-empty matches of a pattern end that start in `from`.
    fn ends(&mut self, pattern: Ref, from: &Bits<W>) -> Bits<W> {
        let Some(program) = self.engine.programs.patterns.get(pattern as usize) else { return Bits::EMPTY };
        // A match starts where it is said to: separators are not dropped before it.
        let separators = if self.window.masks.has_separators { self.runner.separators() } else { Bits::EMPTY };
        let alone = if program.nullable { *from } else { from.and(&separators) };
        let mut ends = self.runner.step(program.root, &from.minus(&alone));
        for start in alone.iter() {
            self.runner.origin = Some(start);
            let mut own = self.runner.step(program.root, &Bits::of(start));
            own.remove(start);
            ends = ends.or(&own);
        }
        self.runner.origin = None;
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
