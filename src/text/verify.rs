//! A word against a place in a window: the rules of the parent's docs, run lengths, separators and borders, and which folds were
//! needed.

use super::api::FoldSet;
use super::fold::{Folds, Script};
use super::symbols::{SYMBOL, ZERO};
use super::window::{Hit, Position, Reader, Window};
use super::words::{FoldedWord, Letter, MAX_SEPARATORS, Words};
use crate::syntax::tree::FoldKind;

/// Adds what it finds to the window's hits.
pub(super) struct Verifier<'a> {
    window: &'a mut Window,
    reader: &'a Reader,
    text: &'a str,
    /// Where letters are wanted and no hits: what is written of a respelling may be a part of a word, whatever is beside it.
    letters: Option<&'a mut Vec<(usize, usize)>>,
}

/// A word and its letters.
#[derive(Clone, Copy)]
pub(super) struct Own<'a> {
    index: u32,
    letters: &'a [Letter],
    /// The word itself; `None`: parts of it are respelt.
    word: Option<&'a FoldedWord>,
    /// Separators before letters of a respelt word.
    gaps: &'a [(usize, String)],
    folds: FoldSet,
    uncertain: bool,
}

impl<'a> Own<'a> {
    fn of(index: u32, word: &'a FoldedWord, words: &'a Words) -> Self {
        let letters = words.letters(word);
        Self { index, letters, word: Some(word), gaps: &[], folds: FoldSet::EMPTY, uncertain: false }
    }

    /// A word some parts of which are respelt, so that these are its letters, with the separators before some.
    pub(super) const fn respelt(
        index: u32,
        letters: &'a [Letter],
        gaps: &'a [(usize, String)],
        folds: FoldSet,
        uncertain: bool,
    ) -> Self {
        Self { index, letters, word: None, gaps, folds, uncertain }
    }

    fn exact(&self) -> Option<&'a FoldedWord> {
        self.word.filter(|word| word.exact)
    }

    /// Whether there are separators between its letters.
    fn has_gaps(&self) -> bool {
        self.word.map_or(!self.gaps.is_empty(), |word| word.gaps)
    }

    /// The separators before a letter.
    fn gap(&self, words: &'a Words, index: usize) -> &'a str {
        match self.word {
            Some(word) => words.gap(word, index),
            None => self.gaps.iter().find(|(at, _)| *at == index).map_or("", |(_, gap)| gap),
        }
    }
}

/// A run of letters: the text's `from..to`, the word's `first..first + count`.
#[derive(Clone, Copy)]
struct Run {
    from: usize,
    to: usize,
    first: usize,
    count: usize,
}

impl<'a> Verifier<'a> {
    pub(super) const fn new(window: &'a mut Window, reader: &'a Reader, text: &'a str) -> Self {
        Self { window, reader, text, letters: None }
    }

    /// The letters at which a word may stand whose last run starts at text letter `at`, borders aside.
    pub(super) fn places(mut self, index: u32, at: usize, into: &'a mut Vec<(usize, usize)>) {
        self.letters = Some(into);
        self.word(index, at);
    }

    /// The places of a respelt word that ends in the run of text letter `at`.
    pub(super) fn respelt(&mut self, own: &Own, at: usize) {
        let mut first = at;
        if self.repeats(at) {
            while let Some(left) = first.checked_sub(1)
                && self.symbol(left) == self.symbol(at)
                && self.linked(own, first, None)
            {
                first = left;
            }
        }
        self.at(own, first);
    }

    /// The places of a word whose last run starts at text letter `at`.
    pub(super) fn word(&mut self, index: u32, at: usize) {
        let reader = self.reader;
        let Some(word) = reader.words.get(index) else { return };
        self.at(&Own::of(index, word, &reader.words), at);
    }

    fn at(&mut self, own: &Own, at: usize) {
        let Some(last) = self.run_before(own, own.letters.len()) else { return };
        if self.symbol(at) != own.letters.get(last.first).map(|l| l.symbol) {
            return;
        }
        let mut to = at.saturating_add(1);
        if self.repeats(at) {
            let left = at.checked_sub(1).and_then(|left| self.symbol(left));
            if left == self.symbol(at) && self.linked(own, at, None) {
                return;
            }
            while self.symbol(to) == self.symbol(at) && self.linked(own, to, None) {
                to = to.saturating_add(1);
            }
        }
        let last = Run { from: at, to, ..last };
        if last.first == 0 {
            self.single(own, last);
        } else if to.saturating_sub(at) >= last.count {
            self.several(own, last);
        }
    }

    /// A word that is one run: every place of its length, and the whole run of the text.
    fn single(&mut self, own: &Own, run: Run) {
        let longest = run.to.saturating_sub(run.from);
        for skip in 0..=longest {
            let start = run.from.saturating_add(skip);
            let end = start.saturating_add(run.count);
            if end > run.to {
                break;
            }
            self.emit(own, start, end, &[Run { from: start, to: end, ..run }]);
        }
        if longest > run.count && own.exact().is_none() {
            self.emit(own, run.from, run.to, &[run]);
        }
    }

    /// A word of several runs: follows them back from the last, then tries tight and wide ends.
    fn several(&mut self, own: &Own, last: Run) {
        let mut runs = Vec::with_capacity(own.letters.len());
        runs.push(last);
        let mut run = last;
        while run.first > 0 {
            let Some(before) = self.run_before(own, run.first) else { return };
            let Some(end) = run.from.checked_sub(1) else { return };
            let same = own.letters.get(before.first).map(|l| l.symbol);
            if self.symbol(end) != same || !self.linked(own, run.from, Some(run.first)) {
                return;
            }
            let mut from = end;
            if self.repeats(end) {
                while let Some(left) = from.checked_sub(1)
                    && self.symbol(left) == same
                    && self.linked(own, from, None)
                {
                    from = left;
                }
            }
            if run.from.saturating_sub(from) < before.count {
                return;
            }
            run = Run { from, to: run.from, ..before };
            runs.push(run);
        }
        let tight_start = run.to.saturating_sub(run.count);
        let tight_end = last.from.saturating_add(last.count);
        let wide = own.exact().is_none();
        for start in [Some(tight_start), (wide && tight_start != run.from).then_some(run.from)].into_iter().flatten() {
            for end in [Some(tight_end), (wide && tight_end != last.to).then_some(last.to)].into_iter().flatten() {
                self.emit(own, start, end, &runs);
            }
        }
    }

    fn symbol(&self, at: usize) -> Option<u16> {
        self.window.letters.get(at).map(|l| l.symbol)
    }

    fn repeats(&self, at: usize) -> bool {
        self.symbol(at).is_some_and(|s| s >= self.reader.symbols.repeat_from)
    }

    /// The word's run that ends before letter `end`.
    fn run_before(&self, own: &Own, end: usize) -> Option<Run> {
        let last = end.checked_sub(1)?;
        let symbol = own.letters.get(last)?.symbol;
        let mut first = last;
        if symbol >= self.reader.symbols.repeat_from {
            while let Some(left) = first.checked_sub(1)
                && own.letters.get(left).is_some_and(|l| l.symbol == symbol)
            {
                first = left;
            }
        }
        Some(Run { from: 0, to: 0, first, count: end.saturating_sub(first) })
    }

    fn position(&self, letter: usize) -> Option<(usize, &Position)> {
        let index = usize::from(self.window.letters.get(letter)?.position);
        Some((index, self.window.positions.get(index)?))
    }

    /// Whether text letter `right` may follow the one before it, where the word has its letter `at` (`None`: inside a run).
    fn linked(&self, own: &Own, right: usize, at: Option<usize>) -> bool {
        let pair = right.checked_sub(1).and_then(|left| Some((self.position(left)?, self.position(right)?)));
        let Some(((a, x), (b, y))) = pair else { return false };
        let dropped = b.saturating_sub(a).saturating_sub(1);
        if dropped > MAX_SEPARATORS {
            return false;
        }
        let Some(at) = at else { return true };
        if dropped == 0 && !own.has_gaps() {
            return true;
        }
        let script = |at: usize| own.letters.get(at).map_or(Script::Other, |l| l.script);
        let (left, next) = (script(at.saturating_sub(1)), script(at));
        let gap = own.gap(&self.reader.words, at);
        if x.is_digit() && y.is_digit() || left == Script::Digit && next == Script::Digit {
            let between = self.window.positions.get(a.saturating_add(1)..b).unwrap_or(&[]);
            return between.iter().flat_map(|p| FoldedChars::of(p.c, &self.reader.folds)).eq(gap.chars());
        }
        let alnum = x.is_alnum() && y.is_alnum() || left != Script::Other && next != Script::Other;
        dropped == 0 || !alnum || !gap.is_empty()
    }

    /// Adds the text letters `start..end` as a hit, if its borders allow that.
    fn emit(&mut self, own: &Own, start: usize, end: usize, runs: &[Run]) {
        if let Some(letters) = &mut self.letters {
            letters.push((start, end));
            return;
        }
        let Some(last) = end.checked_sub(1) else { return };
        let letters = &self.window.letters;
        let (Some(head), Some(tail)) = (letters.get(start), letters.get(last)) else { return };
        if !head.first || !tail.last {
            return;
        }
        let (mut from, mut to) = (usize::from(head.position), usize::from(tail.position).saturating_add(1));
        if !self.window.borders(from, to) {
            return;
        }
        let (mut folds, mut uncertain) = (FoldSet::EMPTY, false);
        if let Some(word) = own.exact() {
            let (byte_from, byte_to) = self.window.bytes(from, to);
            let byte_from = byte_from.checked_sub(usize::from(word.lead.1));
            let byte_to = byte_to.saturating_add(usize::from(word.trail.1));
            if byte_from.and_then(|from| self.text.get(from..byte_to)) != Some(word.text.as_str()) {
                return;
            }
            let Some(wide) = from.checked_sub(usize::from(word.lead.0)) else { return };
            from = wide;
            to = to.saturating_add(usize::from(word.trail.0));
            if to > self.window.positions.len() {
                return;
            }
        } else {
            (folds, uncertain) = self.needed(own, start, end, runs);
        }
        let (folds, uncertain) = (folds.union(own.folds), uncertain || own.uncertain);
        self.window.uncertain |= uncertain;
        self.window.hits.push(Hit { start: from as u16, end: to as u16, word: own.index, folds, uncertain });
    }

    /// The folds by which the text letters `start..end` differ from the word as written.
    fn needed(&self, own: &Own, start: usize, end: usize, runs: &[Run]) -> (FoldSet, bool) {
        let (mut folds, mut uncertain) = (FoldSet::EMPTY, false);
        for run in runs {
            let (from, to) = (run.from.max(start), run.to.min(end));
            if to.saturating_sub(from) > run.count {
                folds.insert(FoldKind::Repeat);
                uncertain |= self.reader.folds.repeat == Some(true);
            }
            for (offset, at) in (from..to).enumerate() {
                let letter = run.first.saturating_add(offset.min(run.count.saturating_sub(1)));
                let (Some(letter), Some((_, position))) = (own.letters.get(letter), self.position(at)) else {
                    continue;
                };
                if letter.source == position.c {
                    continue;
                }
                let fold = self.reader.folds.of(position.c);
                let differ = fold.folds.difference(letter.folds);
                folds = folds.union(if differ.is_empty() { fold.folds } else { differ });
                uncertain |= fold.uncertain || letter.uncertain;
            }
        }
        let position = |at: usize| self.position(at).map_or(0, |(index, _)| index);
        let span = self.window.positions.get(position(start)..=position(end.saturating_sub(1))).unwrap_or(&[]);
        if self.window.masks.has_separators {
            for position in span.iter().filter(|p| p.is_separator()) {
                let fold = self.reader.folds.of(position.c);
                let has = |c: char| (0..own.letters.len()).any(|at| own.gap(&self.reader.words, at).contains(c));
                let known = own.has_gaps() && FoldedChars::of(position.c, &self.reader.folds).all(has);
                folds = folds.union(if known { fold.folds.without(FoldKind::Separator) } else { fold.folds });
                uncertain |= fold.uncertain && !(known && has(position.c));
            }
        }
        if self.window.zero
            && let (Some(first), Some(last)) = (span.first(), span.last())
        {
            let whole = self.text.get(first.byte as usize..last.end()).unwrap_or("");
            for c in whole.chars().filter(|c| self.reader.symbols.entry(*c) & SYMBOL == ZERO) {
                let fold = self.reader.folds.of(c);
                folds = folds.union(fold.folds);
                uncertain |= fold.uncertain;
            }
        }
        (folds, uncertain)
    }

    /// The words of separators that start at a position.
    pub(super) fn marks(&mut self, position: usize) {
        let reader = self.reader;
        for (index, marks) in &reader.words.marks {
            let mut wanted = marks.as_slice();
            let (mut folds, mut uncertain, mut end) = (FoldSet::EMPTY, false, position);
            for p in self.window.positions.get(position..).unwrap_or(&[]) {
                if wanted.is_empty() || !p.is_separator() {
                    break;
                }
                let fold = reader.folds.of(p.c);
                let own = [p.c];
                let to = if fold.to.is_empty() { &own[..] } else { fold.to };
                let Some(left) = wanted.strip_prefix(to) else { break };
                wanted = left;
                if !matches!(to, [c] if *c == p.c) {
                    folds = folds.union(fold.folds.without(FoldKind::Separator));
                    uncertain |= fold.uncertain;
                }
                end = end.saturating_add(1);
            }
            if !wanted.is_empty() || end == position {
                continue;
            }
            let Some(word) = reader.words.get(*index) else { continue };
            let (from, to) = self.window.bytes(position, end);
            if word.exact && self.text.get(from..to) != Some(word.text.as_str()) {
                continue;
            }
            self.window.uncertain |= uncertain;
            self.window.hits.push(Hit { start: position as u16, end: end as u16, word: *index, folds, uncertain });
        }
    }
}

/// What a character stands for.
struct FoldedChars<'a> {
    own: Option<char>,
    to: std::slice::Iter<'a, char>,
}

impl<'a> FoldedChars<'a> {
    fn of(c: char, folds: &'a Folds) -> Self {
        let to = folds.of(c).to;
        Self { own: to.is_empty().then_some(c), to: to.iter() }
    }
}

impl Iterator for FoldedChars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.own.take().or_else(|| self.to.next().copied())
    }
}
