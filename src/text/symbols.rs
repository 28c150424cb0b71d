//! Code point → symbol in one look-up, folds included. The symbols of the alphabet are the folded characters that occur in words;
//! all other characters share one. A table entry also tells ASCII digits and letters apart, as word borders need that.

use super::api::TextError;
use super::fold::{CLAUSE_ENDS, Fate, Folds, SENTENCE_ENDS, Script};
use super::number;
use crate::order;

/// In no word.
pub(super) const OTHER: u16 = 0;
/// Dropped anywhere.
pub(super) const ZERO: u16 = 1;
/// Dropped between words' characters.
pub(super) const SEP: u16 = 2;
/// The same, but a match that needs it is only suspected.
pub(super) const SEP_UNSURE: u16 = 3;
/// Stands for several characters; see [`Folds::of`].
pub(super) const EXPAND: u16 = 4;
/// Ends the line.
pub(super) const LINE: u16 = 5;
/// The first symbol that words can contain.
pub(super) const FIRST: u16 = 6;

/// The symbol in a table entry.
pub(super) const SYMBOL: u16 = 0x3fff;
/// Set for ASCII digits.
pub(super) const DIGIT: u16 = 0x4000;
/// Set for ASCII letters.
pub(super) const LETTER: u16 = 0x8000;

/// Code point → entry.
#[derive(Debug)]
pub(super) struct Symbols {
    low: Box<[u16; 0x1_0000]>,
    high: Box<[u16; 0x1000]>,
    pages: Vec<[u16; 256]>,
    /// Folded characters with their symbols, ascending.
    alphabet: Vec<(char, u16)>,
    /// One past the last symbol.
    pub(super) count: u16,
    /// Runs of symbols from here on count as one: Han characters, but not numerals (八八折 is not 八折).
    pub(super) repeat_from: u16,
    /// Symbols from [`FIRST`] to here end sentences.
    sentence_end: u16,
    /// From there to here, clauses.
    clause_end: u16,
    /// From there to here are numerals.
    numeral_end: u16,
}

impl Symbols {
    /// `folded`: the characters of all folded words.
    pub(super) fn build(folds: &Folds, folded: impl Iterator<Item = char>) -> Result<Self, TextError> {
        let folded = distinct(folded);
        let mark = |c: char| folds.of(c).to.first().copied().unwrap_or(c);
        let mut marks: Vec<(u8, char)> = Vec::with_capacity(16);
        marks.extend(SENTENCE_ENDS.map(|c| (0, mark(c))));
        marks.extend(CLAUSE_ENDS.map(|c| (1, mark(c))));
        order::by_key(&mut marks, |(group, c)| order::key([0, 0, u32::from(*group), u32::from(*c)]));
        marks.dedup_by_key(|(_, c)| *c);
        let group = |c: char| match c {
            c if number::is_numeral(c) => 2u8,
            c if folds.repeat.is_some() && is_han(c) => 4,
            _ => 3,
        };
        let rest = folded.into_iter().filter(|c| !marks.iter().any(|(_, mark)| mark == c));
        let rest: Vec<(u8, char)> = rest.map(|c| (group(c), c)).collect();
        let in_group = |wanted: u8| rest.iter().filter(move |(group, _)| *group == wanted).copied();
        let mut ranked = marks.clone();
        ranked.extend(in_group(2).chain(in_group(3)).chain(in_group(4)));
        if ranked.len() >= usize::from(SYMBOL - FIRST) {
            return Err(TextError::TooLarge("alphabet"));
        }
        let mut symbols = Self {
            low: boxed(OTHER)?,
            high: boxed(0u16)?,
            pages: vec![[OTHER; 256]],
            alphabet: Vec::with_capacity(ranked.len()),
            count: FIRST,
            repeat_from: u16::MAX,
            sentence_end: FIRST,
            clause_end: FIRST,
            numeral_end: FIRST,
        };
        for (group, c) in ranked {
            if group == 4 && symbols.repeat_from == u16::MAX {
                symbols.repeat_from = symbols.count;
            }
            symbols.alphabet.push((c, symbols.count));
            symbols.count = symbols.count.saturating_add(1);
            match group {
                0 => symbols.sentence_end = symbols.count,
                1 => symbols.clause_end = symbols.count,
                2 => symbols.numeral_end = symbols.count,
                _ => {}
            }
        }
        symbols.clause_end = symbols.clause_end.max(symbols.sentence_end);
        symbols.numeral_end = symbols.numeral_end.max(symbols.clause_end);
        order::by_key(&mut symbols.alphabet, |(c, _)| u128::from(u32::from(*c)));
        symbols.fill(folds);
        Ok(symbols)
    }

    fn fill(&mut self, folds: &Folds) {
        for (c, symbol) in self.alphabet.clone() {
            self.set(c, symbol | script(folds.of(c).script));
        }
        for c in ('0'..='9').chain('a'..='z').chain('A'..='Z') {
            self.set(c, self.symbol(c) | script(folds.of(c).script));
        }
        for (c, fold) in folds.all() {
            let symbol = match fold.fate {
                Fate::Zero => ZERO,
                Fate::Separator if fold.uncertain => SEP_UNSURE,
                Fate::Separator => SEP,
                Fate::Kept => match fold.to {
                    [] => self.symbol(c),
                    [one] => self.symbol(*one),
                    more if more.iter().any(|c| self.symbol(*c) != OTHER) => EXPAND,
                    _ => OTHER,
                },
            };
            self.set(c, symbol | script(fold.script));
        }
        for c in ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'] {
            self.set(c, LINE);
        }
    }

    fn set(&mut self, c: char, entry: u16) {
        let code = u32::from(c);
        if let Ok(low) = u16::try_from(code) {
            if let Some(place) = self.low.get_mut(usize::from(low)) {
                *place = entry;
            }
            return;
        }
        let Some(page) = self.high.get_mut((code >> 8 & 0xfff) as usize) else { return };
        if *page == 0 && entry != OTHER {
            let Ok(fresh) = u16::try_from(self.pages.len()) else { return };
            self.pages.push([OTHER; 256]);
            *page = fresh;
        }
        if *page != 0
            && let Some(place) =
                self.pages.get_mut(usize::from(*page)).and_then(|page| page.get_mut((code & 0xff) as usize))
        {
            *place = entry;
        }
    }

    /// The entry of a character.
    #[inline(always)]
    pub(super) fn entry(&self, c: char) -> u16 {
        let code = u32::from(c);
        if code < 0x1_0000 {
            self.low.get((code & 0xffff) as usize).copied().unwrap_or(OTHER)
        } else {
            self.entry_high(code)
        }
    }

    fn entry_high(&self, code: u32) -> u16 {
        let page = self.high.get((code >> 8 & 0xfff) as usize).copied().unwrap_or(0);
        self.pages.get(usize::from(page)).and_then(|page| page.get((code & 0xff) as usize)).copied().unwrap_or(OTHER)
    }

    /// The symbol of a folded character.
    pub(super) fn symbol(&self, folded: char) -> u16 {
        let at = self.alphabet.binary_search_by_key(&folded, |(c, _)| *c);
        at.ok().and_then(|at| self.alphabet.get(at)).map_or(OTHER, |(_, symbol)| *symbol)
    }

    /// The symbol of a folded character: the table knows those that fold no further.
    #[inline]
    pub(super) fn of_folded(&self, folded: char) -> u16 {
        let symbol = self.entry(folded) & SYMBOL;
        if symbol >= FIRST { symbol } else { self.symbol(folded) }
    }

    /// Symbols below this one need a second look in the automaton.
    pub(super) const fn common_from(&self) -> u16 {
        self.sentence_end
    }

    /// Whether it ends a sentence; a line break does.
    #[inline(always)]
    pub(super) const fn ends_sentence(&self, entry: u16) -> bool {
        let symbol = entry & SYMBOL;
        symbol >= LINE && symbol < self.sentence_end
    }

    /// Whether it is more than a character of words: all that the other questions here are about.
    #[inline(always)]
    pub(super) const fn is_special(&self, entry: u16) -> bool {
        entry & SYMBOL < self.numeral_end || entry & DIGIT != 0
    }

    /// Whether a number may contain it: a digit, or a Chinese numeral.
    #[inline(always)]
    pub(super) const fn is_numeral(&self, entry: u16) -> bool {
        let symbol = entry & SYMBOL;
        entry & DIGIT != 0 || symbol >= self.clause_end && symbol < self.numeral_end
    }

    /// Whether it ends a clause but not the sentence.
    #[inline(always)]
    pub(super) const fn ends_clause(&self, entry: u16) -> bool {
        let symbol = entry & SYMBOL;
        symbol >= self.sentence_end && symbol < self.clause_end
    }
}

const fn script(script: Script) -> u16 {
    match script {
        Script::Other => 0,
        Script::Digit => DIGIT,
        Script::Letter => LETTER,
    }
}

/// Each character once, ascending.
fn distinct(chars: impl Iterator<Item = char>) -> Vec<char> {
    let mut seen = vec![0u64; 0x11_0000 / 64];
    for c in chars {
        if let Some(bits) = seen.get_mut(c as usize >> 6) {
            *bits |= 1 << (c as u32 & 63);
        }
    }
    let code = |at: usize, bit: u32| char::from_u32((at as u32) << 6 | bit);
    let set = (0usize..).zip(&seen).filter(|(_, bits)| **bits != 0);
    set.flat_map(|(at, bits)| (0..64).filter(move |bit| bits >> bit & 1 == 1).filter_map(move |bit| code(at, bit)))
        .collect()
}

fn boxed<T: Clone, const N: usize>(value: T) -> Result<Box<[T; N]>, TextError> {
    vec![value; N].into_boxed_slice().try_into().map_err(|_| TextError::TooLarge("symbol table"))
}

/// Han characters, by block.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇' | '々')
}
