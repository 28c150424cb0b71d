//! A sentence opened for matching: its characters as positions, its clauses, and its word hits.
//!
//! Positions count characters of the original text without zero-width ones; every position knows its bytes, so the way back is
//! exact. A window is a sentence with the marks that end it; it ends before the line does, and after [`MAX_SENTENCE`] characters.

use super::api::FoldSet;
use super::automaton::{Automaton, Expansions, MARK, RawHit};
use super::bits::{Bits, LAST, WIDE};
use super::engine::TextEngine;
use super::fold::Folds;
use super::members::Members;
use super::program::SetId;
use super::respelt;
use super::run::Meter;
use super::symbols::{DIGIT, EXPAND, LETTER, LINE, SEP, SEP_UNSURE, SYMBOL, Symbols, ZERO, is_han};
use super::verify::Verifier;
use super::words::{MAX_SEPARATORS, Words};
use crate::order;

/// Most characters of a sentence; a longer one is cut there.
pub(super) const MAX_SENTENCE: usize = 2000;

/// Most word hits of a sentence. No text has more but one made for it: its scan ends there, and tells that it does.
pub(super) const MAX_HITS: usize = 1 << 16;

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
    #[inline]
    pub(super) const fn end(&self) -> usize {
        (self.byte as usize).saturating_add(self.c.len_utf8())
    }

    pub(super) const fn is_digit(&self) -> bool {
        self.entry & DIGIT != 0
    }

    pub(super) const fn is_letter(&self) -> bool {
        self.entry & LETTER != 0
    }

    pub(super) const fn is_alnum(&self) -> bool {
        self.entry & (DIGIT | LETTER) != 0
    }

    pub(super) const fn is_separator(&self) -> bool {
        matches!(self.entry & SYMBOL, SEP | SEP_UNSURE)
    }
}

/// A letter of the text: a character that is not dropped, or a part of what it stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextLetter {
    pub(super) symbol: u16,
    pub(super) position: u16,
    /// The first of its character.
    pub(super) first: bool,
    /// The last of its character.
    pub(super) last: bool,
}

/// A word in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// First position.
    pub(super) start: u16,
    /// One past the last.
    pub(super) end: u16,
    pub(super) word: u32,
    pub(super) folds: FoldSet,
    pub(super) uncertain: bool,
}

impl Hit {
    pub(super) fn order(&self) -> u128 {
        let place = u32::from(self.start) << 16 | u32::from(self.end);
        order::key([place, self.word, self.folds.0, u32::from(self.uncertain)])
    }
}

/// See the module's docs.
#[derive(Debug, Default)]
pub(super) struct Window {
    pub(super) positions: Vec<Position>,
    pub(super) letters: Vec<TextLetter>,
    /// Word hits by start, then end.
    pub(super) hits: Vec<Hit>,
    /// Those of words that are respelt, wanted or not.
    pub(super) respelt: Vec<Hit>,
    /// The same by set.
    pub(super) members: Members,
    /// The positions before the marks that end the sentence.
    pub(super) length: usize,
    pub(super) masks: Masks,
    /// Something in it can only be read with an uncertain fold.
    pub(super) uncertain: bool,
    /// A hit needed folds, or there are separators.
    pub(super) folded: bool,
    /// Zero-width characters were left out.
    pub(super) zero: bool,
    /// Some character stands for several.
    expanded: bool,
    /// There are ASCII commas or colons, which may belong to numbers.
    commas: bool,
    /// Whether [`Self::letters`] is made.
    spelt: bool,
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
    /// Digits and Chinese numerals.
    pub(super) numerals: Bits<WIDE>,
}

impl Default for Masks {
    fn default() -> Self {
        let none = Bits::EMPTY;
        Self {
            ends: none,
            sentence_ends: none,
            separators: none,
            sure: none,
            landing: none,
            has_separators: false,
            numerals: none,
        }
    }
}

impl Masks {
    /// Forgets the positions up to `last`.
    fn clear(&mut self, last: usize) {
        self.ends.clear(last);
        self.sentence_ends.clear(last);
        self.numerals.clear(last);
        if self.has_separators {
            self.separators.clear(last);
            self.sure.clear(last);
            self.landing.clear(last);
            self.has_separators = false;
        }
    }
}

impl Window {
    /// Opens the window over `text[start..end]` of the whole text; `raw` holds the hits that end in it, by end. Only hits of
    /// `wanted` sets are looked at.
    pub(super) fn open(
        &mut self,
        engine: &TextEngine,
        text: &str,
        bytes: (usize, usize),
        raw: &[RawHit],
        wanted: impl Fn(SetId) -> bool,
        meter: &Meter,
    ) {
        self.begin(engine, text, bytes, raw, meter);
        self.fill(engine, text, raw, wanted, meter);
    }

    /// Reads the characters, and finds the words that are respelt.
    pub(super) fn begin(
        &mut self,
        engine: &TextEngine,
        text: &str,
        (start, end): (usize, usize),
        raw: &[RawHit],
        meter: &Meter,
    ) {
        self.masks.clear(self.positions.len());
        self.positions.clear();
        self.hits.clear();
        self.respelt.clear();
        (self.uncertain, self.zero, self.expanded, self.spelt, self.commas) = (false, false, false, false, false);
        self.read(&engine.reader, text, start, end);
        self.mark();
        if raw.iter().any(|hit| engine.respelt(hit.output)) {
            respelt::read(self, engine, text, raw, meter);
        }
    }

    /// Finds the words.
    pub(super) fn fill(
        &mut self,
        engine: &TextEngine,
        text: &str,
        raw: &[RawHit],
        wanted: impl Fn(SetId) -> bool,
        meter: &Meter,
    ) {
        let reader = &engine.reader;
        let mut position = 0usize;
        for hit in raw {
            let mut next = position.saturating_add(1);
            while self.positions.get(next).is_some_and(|p| p.byte < hit.end) {
                position = next;
                next = next.saturating_add(1);
            }
            if engine.is_in(hit.output, &wanted) {
                self.resolve(reader, text, hit.output, position, meter);
            }
            if self.hits.len() > MAX_HITS {
                meter.add(u64::MAX);
                break;
            }
        }
        self.hits.extend(self.respelt.iter().filter(|hit| engine.programs.sets_of(hit.word).any(&wanted)));
        if !self.hits.is_sorted() {
            order::by_key(&mut self.hits, Hit::order);
        }
        self.hits.dedup();
        self.members.fill(&engine.programs, &self.hits, wanted);
        self.folded = self.masks.has_separators || self.hits.iter().any(|hit| !hit.folds.is_empty());
    }

    fn read(&mut self, reader: &Reader, text: &str, start: usize, end: usize) {
        let symbols = &reader.symbols;
        let from = u32::try_from(start).unwrap_or(u32::MAX);
        for (at, c) in text.get(start..end).unwrap_or("").char_indices() {
            let entry = symbols.entry(c);
            let index = self.positions.len();
            if index >= LAST {
                break;
            }
            if symbols.is_special(entry) {
                match entry & SYMBOL {
                    ZERO => {
                        self.zero = true;
                        continue;
                    }
                    LINE => break,
                    SEP => {
                        self.masks.separators.insert(index);
                        self.masks.sure.insert(index);
                        self.masks.has_separators = true;
                    }
                    SEP_UNSURE => {
                        self.masks.separators.insert(index);
                        self.masks.has_separators = true;
                        self.uncertain = true;
                    }
                    EXPAND => self.expanded = true,
                    _ if symbols.ends_sentence(entry) => {
                        self.masks.ends.insert(index);
                        self.masks.sentence_ends.insert(index);
                    }
                    _ if symbols.ends_clause(entry) => {
                        self.masks.ends.insert(index);
                        self.commas |= matches!(c, ',' | ':');
                    }
                    _ => {}
                }
                if symbols.is_numeral(entry) {
                    self.masks.numerals.insert(index);
                }
            }
            self.positions.push(Position { byte: from.wrapping_add(at as u32), c, entry });
        }
    }

    /// Makes the letters of the text, where something needs a closer look.
    pub(super) fn spell(&mut self, reader: &Reader) {
        if self.spelt {
            return;
        }
        self.spelt = true;
        self.letters.clear();
        for (index, p) in self.positions.iter().enumerate() {
            let position = index as u16;
            match p.entry & SYMBOL {
                SEP | SEP_UNSURE => {}
                EXPAND => {
                    let parts = reader.expansions.of(p.c);
                    let count = parts.len();
                    for (index, symbol) in parts.iter().enumerate() {
                        let last = index.saturating_add(1) == count;
                        self.letters.push(TextLetter { symbol: *symbol, position, first: index == 0, last });
                    }
                }
                symbol => self.letters.push(TextLetter { symbol, position, first: true, last: true }),
            }
        }
    }

    /// Corrects clauses, finds where separators may be dropped and where the sentence proper ends.
    fn mark(&mut self) {
        let mut length = self.positions.len();
        while let Some(index) = length.checked_sub(1)
            && self.masks.sentence_ends.contains(index)
        {
            length = index;
        }
        self.length = length;
        let mut at = if self.commas { 0 } else { self.positions.len() };
        while let Some(index) = self.masks.ends.from(at) {
            if self.in_number(index) {
                self.masks.ends.remove(index);
            }
            at = index.saturating_add(1);
        }
        if !self.masks.has_separators {
            return;
        }
        let (mut before, mut run) = (None::<Position>, false);
        for (index, position) in self.positions.iter().enumerate() {
            if position.is_separator() {
                run = true;
                continue;
            }
            if run && !before.is_some_and(|b| b.is_alnum() && position.is_alnum()) {
                self.masks.landing.insert(index);
            }
            (before, run) = (Some(*position), false);
        }
    }

    /// Whether an ASCII comma or colon stands between ASCII digits.
    fn in_number(&self, index: usize) -> bool {
        let digit = |at: Option<usize>| at.and_then(|at| self.positions.get(at)).is_some_and(|p| p.c.is_ascii_digit());
        let comma = self.positions.get(index).is_some_and(|p| matches!(p.c, ',' | ':'));
        comma && digit(index.checked_sub(1)) && digit(index.checked_add(1))
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
        let count = self.positions.len();
        let start = self.masks.ends.before(position).map_or(0, |at| at.saturating_add(1));
        (start, self.masks.ends.from(position).unwrap_or(count))
    }

    /// Adds the words of an output that was reached at a position.
    fn resolve(&mut self, reader: &Reader, text: &str, output: u32, position: usize, meter: &Meter) {
        if output == MARK {
            self.spell(reader);
            Verifier::new(self, reader, text).marks(position);
            return;
        }
        reader.automaton.outputs(output, |index| {
            meter.add(1);
            if reader.words.written(index).is_some() || meter.exhausted() || self.plain(reader, index, position) {
                return;
            }
            self.spell(reader);
            // The letter at which the automaton completed the word is among those of that character.
            let before = self.letters.partition_point(|l| usize::from(l.position) < position);
            let after = self.letters.partition_point(|l| usize::from(l.position) <= position);
            for at in before..after {
                if self.hits.len() > MAX_HITS {
                    return;
                }
                Verifier::new(self, reader, text).word(index, at);
            }
        });
    }

    /// Whether a word may stand at the positions `start..end`: not within a number or a Latin word.
    pub(super) fn borders(&self, start: usize, end: usize) -> bool {
        let (first, last) = (self.positions.get(start), end.checked_sub(1).and_then(|last| self.positions.get(last)));
        let free = |inside: Option<&Position>, outside: Option<usize>, beyond: Option<usize>| {
            inside.is_none_or(|own| !own.is_alnum() || self.border(own, outside, beyond))
        };
        free(first, start.checked_sub(1), start.checked_sub(2)) && free(last, Some(end), end.checked_add(1))
    }

    /// A number goes on over one point or comma, so what is `beyond` the neighbour counts too.
    fn border(&self, own: &Position, outside: Option<usize>, beyond: Option<usize>) -> bool {
        let at = |index: Option<usize>| index.and_then(|index| self.positions.get(index));
        let Some(out) = at(outside) else { return true };
        if own.is_letter() && out.is_letter() {
            return false;
        }
        let goes_on = matches!(out.c, '.' | ',' | '．') && at(beyond).is_some_and(Position::is_digit);
        !(own.is_digit() && (out.is_digit() || goes_on))
    }

    /// Whether a position outside a word has the same letter as one inside, so that the two may be one run.
    fn runs_on(&self, reader: &Reader, inside: usize, outside: impl Iterator<Item = usize>) -> bool {
        let symbol = |at: usize| self.positions.get(at).map_or(0, |p| p.entry & SYMBOL);
        let own = symbol(inside);
        if own < reader.symbols.repeat_from {
            return false;
        }
        let next = outside.take(MAX_SEPARATORS.saturating_add(1)).map(symbol).find(|s| !matches!(*s, SEP | SEP_UNSURE));
        next.is_some_and(|next| next == own || next == EXPAND)
    }

    /// The usual case: the text has the word as it was written. `false`: look closer.
    fn plain(&mut self, reader: &Reader, index: u32, last: usize) -> bool {
        let Some(word) = reader.words.get(index).filter(|word| word.plain) else { return false };
        let letters = reader.words.letters(word);
        let end = last.saturating_add(1);
        let Some(start) = end.checked_sub(letters.len()) else { return false };
        let own = self.positions.get(start..end).unwrap_or(&[]);
        let same = own.len() == letters.len() && own.iter().zip(letters).all(|(p, letter)| p.c == letter.source);
        if self.zero || !same {
            return false;
        }
        let count = self.positions.len();
        if self.runs_on(reader, start, (0..start).rev()) || self.runs_on(reader, last, end..count) {
            return false;
        }
        if !self.borders(start, end) {
            return true;
        }
        let (start, end) = (start as u16, end as u16);
        self.hits.push(Hit { start, end, word: index, folds: FoldSet::EMPTY, uncertain: false });
        true
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
