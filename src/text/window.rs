//! A sentence opened for matching: its characters as positions, its clauses, and its word hits.
//!
//! Positions count characters of the original text without zero-width ones; every position knows its bytes, so the way back is
//! exact. A window is a sentence with the marks that end it; it ends before the line does, and after [`MAX_SENTENCE`] characters.

use super::api::FoldSet;
use super::automaton::{Automaton, Expansions, MARK, RawHit};
use super::bits::{Bits, LAST, WIDE};
use super::fold::{Folded, Folds, Script};
use super::symbols::{DIGIT, EXPAND, LETTER, LINE, SEP, SEP_UNSURE, SYMBOL, Symbols, ZERO, is_han};
use super::words::{FoldedWord, Letter, MAX_SEPARATORS, Words};
use crate::syntax::tree::FoldKind;

/// Most characters of a sentence; a longer one is cut there.
pub(super) const MAX_SENTENCE: usize = 2000;

/// What is needed to open a window.
#[derive(Debug)]
pub(super) struct Reader {
    pub(super) folds: Folds,
    pub(super) symbols: Symbols,
    pub(super) words: Words,
    pub(super) expansions: Expansions,
    pub(super) automaton: Automaton,
}

/// A character of the window.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    /// Its first byte in the whole text.
    pub(super) byte: u32,
    pub(super) c: char,
    /// Its table entry.
    pub(super) entry: u16,
}

impl Position {
    pub(super) const fn end(&self) -> usize {
        (self.byte as usize).saturating_add(self.c.len_utf8())
    }

    pub(super) const fn is_digit(&self) -> bool {
        self.entry & DIGIT != 0
    }

    pub(super) const fn is_letter(&self) -> bool {
        self.entry & LETTER != 0
    }

    pub(super) const fn is_separator(&self) -> bool {
        matches!(self.entry & SYMBOL, SEP | SEP_UNSURE)
    }
}

/// A letter of the text: a character that is not dropped, or a part of what it stands for.
#[derive(Clone, Copy, Debug)]
struct TextLetter {
    symbol: u16,
    position: u16,
    first: bool,
    last: bool,
}

/// A word in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// First position.
    pub(super) start: u16,
    /// One past the last.
    pub(super) end: u16,
    pub(super) word: u32,
    pub(super) folds: FoldSet,
    pub(super) uncertain: bool,
}

/// See the module's docs.
#[derive(Debug, Default)]
pub(super) struct Window {
    pub(super) positions: Vec<Position>,
    letters: Vec<TextLetter>,
    /// Word hits by start, then end.
    pub(super) hits: Vec<Hit>,
    /// For every position the index of the first hit that starts there or later.
    first_hit: Vec<u32>,
    /// The positions before the marks that end the sentence.
    pub(super) length: usize,
    pub(super) masks: Masks,
    /// Whether something in it is uncertain.
    pub(super) uncertain: bool,
}

/// Sets of positions.
#[derive(Debug)]
pub(super) struct Masks {
    /// Marks that end a clause or the sentence.
    pub(super) ends: Bits<WIDE>,
    pub(super) sentence_ends: Bits<WIDE>,
    pub(super) separators: Bits<WIDE>,
    /// Separators that are certain.
    pub(super) sure: Bits<WIDE>,
    /// Positions after separators that may be dropped there.
    pub(super) landing: Bits<WIDE>,
    pub(super) has_separators: bool,
}

impl Default for Masks {
    fn default() -> Self {
        let none = Bits::EMPTY;
        Self { ends: none, sentence_ends: none, separators: none, sure: none, landing: none, has_separators: false }
    }
}

impl Window {
    /// Opens the window over `text[start..end]` of the whole text; `raw` holds at least the hits that end in it.
    pub(super) fn open(&mut self, reader: &Reader, text: &str, start: usize, end: usize, raw: &[RawHit]) {
        self.positions.clear();
        self.letters.clear();
        self.hits.clear();
        self.uncertain = false;
        self.read(reader, text, start, end);
        self.mark(reader);
        for hit in raw {
            self.resolve(reader, text, hit);
        }
        self.hits.sort_unstable();
        self.hits.dedup();
        self.first_hit.clear();
        let mut index = 0u32;
        let mut hits = self.hits.iter().peekable();
        for position in 0..=self.positions.len() {
            while hits.next_if(|hit| usize::from(hit.start) < position).is_some() {
                index = index.saturating_add(1);
            }
            self.first_hit.push(index);
        }
    }

    fn read(&mut self, reader: &Reader, text: &str, start: usize, end: usize) {
        for (at, c) in text.get(start..end).unwrap_or("").char_indices() {
            let entry = reader.symbols.entry(c);
            let byte = u32::try_from(start.saturating_add(at)).unwrap_or(u32::MAX);
            let index = self.positions.len();
            if index >= LAST {
                break;
            }
            let position = index as u16;
            match entry & SYMBOL {
                ZERO => continue,
                LINE => break,
                SEP | SEP_UNSURE => {}
                EXPAND => {
                    let symbols = reader.expansions.of(c);
                    let count = symbols.len();
                    for (index, symbol) in symbols.iter().enumerate() {
                        let last = index.saturating_add(1) == count;
                        self.letters.push(TextLetter { symbol: *symbol, position, first: index == 0, last });
                    }
                }
                symbol => self.letters.push(TextLetter { symbol, position, first: true, last: true }),
            }
            self.positions.push(Position { byte, c, entry });
        }
    }

    /// Finds clauses, separators and where the sentence proper ends.
    fn mark(&mut self, reader: &Reader) {
        let mut masks = Masks::default();
        self.length = self.positions.len();
        let (mut before, mut run) = (None::<Position>, 0usize);
        for (index, position) in self.positions.iter().enumerate() {
            if reader.symbols.ends_sentence(position.entry) {
                masks.ends.insert(index);
                masks.sentence_ends.insert(index);
            } else if reader.symbols.ends_clause(position.entry) && !self.in_number(index) {
                masks.ends.insert(index);
            }
            if position.is_separator() {
                masks.has_separators = true;
                masks.separators.insert(index);
                if position.entry & SYMBOL == SEP {
                    masks.sure.insert(index);
                } else {
                    self.uncertain = true;
                }
                run = run.saturating_add(1);
                continue;
            }
            if run > 0 && !before.is_some_and(|b| is_alnum(&b) && is_alnum(position)) {
                masks.landing.insert(index);
            }
            (before, run) = (Some(*position), 0);
        }
        while let Some(index) = self.length.checked_sub(1)
            && masks.sentence_ends.contains(index)
        {
            self.length = index;
        }
        self.masks = masks;
    }

    /// Whether an ASCII comma or colon stands between ASCII digits.
    fn in_number(&self, index: usize) -> bool {
        let digit = |at: Option<usize>| at.and_then(|at| self.positions.get(at)).is_some_and(|p| p.c.is_ascii_digit());
        let ascii = self.positions.get(index).is_some_and(|p| p.c.is_ascii());
        ascii && digit(index.checked_sub(1)) && digit(index.checked_add(1))
    }

    /// The hits that start at a position.
    #[inline]
    pub(super) fn hits_at(&self, position: usize) -> &[Hit] {
        let first = self.first_hit.get(position).copied().unwrap_or(u32::MAX) as usize;
        let last = self.first_hit.get(position.wrapping_add(1)).map_or(self.hits.len(), |at| *at as usize);
        self.hits.get(first..last).unwrap_or(&[])
    }

    /// The bytes of the positions `start..end`.
    pub(super) fn bytes(&self, start: usize, end: usize) -> (usize, usize) {
        let from = match self.positions.get(start) {
            Some(position) => position.byte as usize,
            None => self.positions.last().map_or(0, Position::end),
        };
        let to = match end.checked_sub(1) {
            Some(last) if end > start => self.positions.get(last).map_or(from, Position::end),
            _ => from,
        };
        (from, to)
    }

    /// The position of the character that starts at or after a byte.
    pub(super) fn position_of(&self, byte: usize) -> usize {
        self.positions.partition_point(|position| (position.byte as usize) < byte)
    }

    /// The clause around a position: from after the mark before it to before the mark after it.
    pub(super) fn clause(&self, position: usize) -> (usize, usize) {
        let ends = &self.masks.ends;
        let start = (0..position.min(self.positions.len())).rev().find(|at| ends.contains(*at));
        let end = (position..self.positions.len()).find(|at| ends.contains(*at));
        (start.map_or(0, |at| at.saturating_add(1)), end.unwrap_or(self.positions.len()))
    }

    fn resolve(&mut self, reader: &Reader, text: &str, raw: &RawHit) {
        let end = raw.end as usize;
        let Some(position) = self.position_of(end).checked_sub(1) else { return };
        if self.positions.get(position).is_none_or(|p| p.end() != end) {
            return;
        }
        if raw.output == MARK {
            self.resolve_marks(reader, text, position);
            return;
        }
        // The letter at which the automaton completed the word is among those of that character.
        let after = self.letters.partition_point(|l| usize::from(l.position) <= position);
        let before = self.letters.partition_point(|l| usize::from(l.position) < position);
        for index in reader.automaton.outputs(raw.output) {
            let Some(word) = reader.words.get(index) else { continue };
            let letters = reader.words.letters(word);
            for at in before..after {
                Verifier { window: self, reader, word, letters }.verify(at, index, text);
            }
        }
    }

    fn resolve_marks(&mut self, reader: &Reader, text: &str, position: usize) {
        for (index, marks) in &reader.words.marks {
            let rest = self.positions.get(position..).unwrap_or(&[]);
            let mut wanted = marks.iter();
            let mut folds = FoldSet::EMPTY;
            let mut uncertain = false;
            let mut end = position;
            for p in rest {
                if wanted.as_slice().is_empty() || !p.is_separator() {
                    break;
                }
                let fold = reader.folds.of(p.c);
                let own = [p.c];
                let to = if fold.to.is_empty() { &own[..] } else { fold.to };
                let Some(left) = wanted.as_slice().strip_prefix(to) else { break };
                wanted = left.iter();
                if !matches!(to, [c] if *c == p.c) {
                    folds = folds.union(fold.folds.without(FoldKind::Separator));
                    uncertain |= fold.uncertain;
                }
                end = end.saturating_add(1);
            }
            if !wanted.as_slice().is_empty() || end == position {
                continue;
            }
            let Some(word) = reader.words.get(*index) else { continue };
            let (from, to) = self.bytes(position, end);
            if word.exact && text.get(from..to) != Some(word.text.as_str()) {
                continue;
            }
            self.uncertain |= uncertain;
            self.hits.push(Hit { start: position as u16, end: end as u16, word: *index, folds, uncertain });
        }
    }
}

const fn is_alnum(position: &Position) -> bool {
    position.entry & (DIGIT | LETTER) != 0
}

/// One word against one place.
struct Verifier<'a> {
    window: &'a mut Window,
    reader: &'a Reader,
    word: &'a FoldedWord,
    letters: &'a [Letter],
}

/// A run of letters: the text's `from..to`, the word's `first..first + count`.
#[derive(Clone, Copy)]
struct Run {
    from: usize,
    to: usize,
    first: usize,
    count: usize,
}

impl Verifier<'_> {
    /// `at`: the text letter that starts the word's last run.
    fn verify(&mut self, at: usize, index: u32, text: &str) {
        let Some(last) = self.run_before(self.letters.len()) else { return };
        if self.symbol(at) != self.letters.get(last.first).map(|l| l.symbol) {
            return;
        }
        let mut to = at.saturating_add(1);
        if self.repeats(at) {
            if at.checked_sub(1).and_then(|left| self.symbol(left)) == self.symbol(at) && self.linked(at, None) {
                return;
            }
            while self.symbol(to) == self.symbol(at) && self.linked(to, None) {
                to = to.saturating_add(1);
            }
        }
        let last = Run { from: at, to, ..last };
        if last.first == 0 {
            self.single(last, index, text);
            return;
        }
        if to.saturating_sub(at) < last.count {
            return;
        }
        let mut runs = vec![last];
        let mut run = last;
        while run.first > 0 {
            let Some(before) = self.run_before(run.first) else { return };
            let Some(end) = run.from.checked_sub(1) else { return };
            let same = self.letters.get(before.first).map(|l| l.symbol);
            if self.symbol(end) != same || !self.linked(run.from, Some(run.first)) {
                return;
            }
            let mut from = end;
            if self.repeats(end) {
                while let Some(left) = from.checked_sub(1)
                    && self.symbol(left) == same
                    && self.linked(from, None)
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
        let starts = [Some(tight_start), (tight_start != run.from && !self.word.exact).then_some(run.from)];
        let ends = [Some(tight_end), (tight_end != last.to && !self.word.exact).then_some(last.to)];
        for start in starts.into_iter().flatten() {
            for end in ends.into_iter().flatten() {
                self.emit(start, end, index, text, &runs);
            }
        }
    }

    /// A word that is one run: every place of its length, and the whole run of the text.
    fn single(&mut self, run: Run, index: u32, text: &str) {
        let count = run.count;
        let longest = run.to.saturating_sub(run.from);
        for skip in 0..=longest {
            let start = run.from.saturating_add(skip);
            let end = start.saturating_add(count);
            if end > run.to {
                break;
            }
            self.emit(start, end, index, text, &[Run { from: start, to: end, ..run }]);
        }
        if longest > count && !self.word.exact {
            self.emit(run.from, run.to, index, text, &[run]);
        }
    }

    fn symbol(&self, at: usize) -> Option<u16> {
        self.window.letters.get(at).map(|l| l.symbol)
    }

    fn repeats(&self, at: usize) -> bool {
        self.symbol(at).is_some_and(|s| s >= self.reader.symbols.repeat_from)
    }

    /// The word's run that ends before letter `end`.
    fn run_before(&self, end: usize) -> Option<Run> {
        let last = end.checked_sub(1)?;
        let symbol = self.letters.get(last)?.symbol;
        let mut first = last;
        if symbol >= self.reader.symbols.repeat_from {
            while let Some(left) = first.checked_sub(1)
                && self.letters.get(left).is_some_and(|l| l.symbol == symbol)
            {
                first = left;
            }
        }
        Some(Run { from: 0, to: 0, first, count: end.saturating_sub(first) })
    }

    fn position(&self, at: usize) -> Option<(usize, &Position)> {
        let index = usize::from(self.window.letters.get(at)?.position);
        Some((index, self.window.positions.get(index)?))
    }

    /// Whether text letter `right` may follow the one before it, where the word has its letter `own` (`None`: inside a run).
    fn linked(&self, right: usize, own: Option<usize>) -> bool {
        let Some(((a, x), (b, y))) =
            right.checked_sub(1).and_then(|left| Some((self.position(left)?, self.position(right)?)))
        else {
            return false;
        };
        let dropped = b.saturating_sub(a).saturating_sub(1);
        if dropped > MAX_SEPARATORS {
            return false;
        }
        let Some(own) = own else { return true };
        let script = |at: usize| self.letters.get(at).map_or(Script::Other, |l| l.script);
        let (left, next) = (script(own.saturating_sub(1)), script(own));
        let digits = x.is_digit() && y.is_digit() || left == Script::Digit && next == Script::Digit;
        let gap = self.reader.words.gap(self.word, own);
        if digits {
            let between = self.window.positions.get(a.saturating_add(1)..b).unwrap_or(&[]);
            return between.iter().flat_map(|p| FoldedChars::of(p.c, &self.reader.folds)).eq(gap.chars());
        }
        let alnum = is_alnum(x) && is_alnum(y) || left != Script::Other && next != Script::Other;
        dropped == 0 || !alnum || !gap.is_empty()
    }

    fn emit(&mut self, start: usize, end: usize, index: u32, text: &str, runs: &[Run]) {
        let Some(last) = end.checked_sub(1) else { return };
        let letters = &self.window.letters;
        let (Some(head), Some(tail)) = (letters.get(start), letters.get(last)) else { return };
        if !head.first || !tail.last {
            return;
        }
        let (mut from, mut to) = (usize::from(head.position), usize::from(tail.position).saturating_add(1));
        if !self.border(from.checked_sub(1), from, from.checked_sub(2))
            || !self.border(Some(to), to.saturating_sub(1), to.checked_add(1))
        {
            return;
        }
        let (mut folds, mut uncertain) = (FoldSet::EMPTY, false);
        if self.word.exact {
            let (byte_from, byte_to) = self.window.bytes(from, to);
            let byte_from = byte_from.checked_sub(usize::from(self.word.lead.1));
            let byte_to = byte_to.saturating_add(usize::from(self.word.trail.1));
            if byte_from.and_then(|from| text.get(from..byte_to)) != Some(self.word.text.as_str()) {
                return;
            }
            let Some(wide) = from.checked_sub(usize::from(self.word.lead.0)) else { return };
            from = wide;
            to = to.saturating_add(usize::from(self.word.trail.0));
            if to > self.window.positions.len() {
                return;
            }
        } else {
            (folds, uncertain) = self.needed(start, end, runs, text);
        }
        self.window.uncertain |= uncertain;
        self.window.hits.push(Hit { start: from as u16, end: to as u16, word: index, folds, uncertain });
    }

    /// Whether the word may end between `inside` and its neighbour `outside`: not within a number or a Latin word. A number goes
    /// on over one point or comma, so `beyond` counts too.
    fn border(&self, outside: Option<usize>, inside: usize, beyond: Option<usize>) -> bool {
        let at = |index: Option<usize>| index.and_then(|index| self.window.positions.get(index));
        let (Some(out), Some(own)) = (at(outside), at(Some(inside))) else { return true };
        if own.is_letter() && out.is_letter() {
            return false;
        }
        let goes_on = matches!(out.c, '.' | ',' | '．') && at(beyond).is_some_and(Position::is_digit);
        !(own.is_digit() && (out.is_digit() || goes_on))
    }

    /// The folds by which the text letters `start..end` differ from the word as written.
    fn needed(&self, start: usize, end: usize, runs: &[Run], text: &str) -> (FoldSet, bool) {
        let (mut folds, mut uncertain) = (FoldSet::EMPTY, false);
        for run in runs {
            let (from, to) = (run.from.max(start), run.to.min(end));
            let length = to.saturating_sub(from);
            if length > run.count {
                folds.insert(FoldKind::Repeat);
                uncertain |= self.reader.folds.repeat == Some(true);
            }
            for (offset, at) in (from..to).enumerate() {
                let own = run.first.saturating_add(offset.min(run.count.saturating_sub(1)));
                let (Some(letter), Some((_, position))) = (self.letters.get(own), self.position(at)) else { continue };
                if letter.source == position.c {
                    continue;
                }
                let fold = self.reader.folds.of(position.c);
                let differ = fold.folds.difference(letter.folds);
                folds = folds.union(if differ.is_empty() { fold.folds } else { differ });
                uncertain |= fold.uncertain || letter.uncertain;
            }
        }
        let positions = |at: usize| self.position(at).map_or(0, |(index, _)| index);
        let last = positions(end.saturating_sub(1));
        let span = self.window.positions.get(positions(start)..=last).unwrap_or(&[]);
        if self.window.masks.has_separators {
            for position in span.iter().filter(|p| p.is_separator()) {
                let fold = self.reader.folds.of(position.c);
                let own = FoldedChars::of(position.c, &self.reader.folds).all(|c| self.own_separator(c));
                folds = folds.union(if own { fold.folds.without(FoldKind::Separator) } else { fold.folds });
                uncertain |= fold.uncertain && !(own && self.own_separator(position.c));
            }
        }
        let bytes = span.iter().fold(0usize, |sum, p| sum.saturating_add(p.c.len_utf8()));
        if let (Some(first), Some(last)) = (span.first(), span.last())
            && last.end().saturating_sub(first.byte as usize) > bytes
        {
            let whole = text.get(first.byte as usize..last.end()).unwrap_or("");
            for c in whole.chars().filter(|c| self.reader.symbols.entry(*c) & SYMBOL == ZERO) {
                let fold = self.reader.folds.of(c);
                folds = folds.union(fold.folds);
                uncertain |= fold.uncertain;
            }
        }
        (folds, uncertain)
    }

    /// Whether the word itself has this separator somewhere.
    fn own_separator(&self, c: char) -> bool {
        (0..self.letters.len()).any(|index| self.reader.words.gap(self.word, index).contains(c))
    }
}

struct FoldedChars<'a> {
    own: Option<char>,
    to: std::slice::Iter<'a, char>,
}

impl<'a> FoldedChars<'a> {
    fn of(c: char, folds: &'a Folds) -> Self {
        let Folded { fate: _, to, .. } = folds.of(c);
        Self { own: to.is_empty().then_some(c), to: to.iter() }
    }
}

impl Iterator for FoldedChars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.own.take().or_else(|| self.to.next().copied())
    }
}

/// Character classes of the language.
pub(super) fn in_class(position: &Position, class: &crate::pack::model::Class) -> bool {
    use crate::pack::model::Class;
    match class {
        Class::Han => is_han(position.c),
        Class::Latin => position.is_letter(),
        Class::Digit => position.is_digit(),
        Class::Any => true,
        Class::Set(_) => false,
    }
}
