//! Aho-Corasick over the words' symbols, laid out for reading: a double array whose parents stand apart, so that a step that
//! fails touches one small table, and a root that is dense and knows what its children need.

use super::symbols::{EXPAND, FIRST, LINE, OTHER, SEP, SEP_UNSURE, SYMBOL, Symbols, ZERO};
use super::trie::{Output, Parts, ROOT, Slot};
use super::words::MAX_SEPARATORS;

/// A hit of a separator, where words of separators may start.
pub(super) const MARK: u32 = u32::MAX;

/// A state; see [`Slot`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State {
    index: u32,
    base: u32,
    fail: u32,
    out: u32,
}

/// The root. Its children are in a table of their own.
static START: State = State { index: ROOT, base: 0, fail: ROOT, out: 0 };

/// The automaton.
#[derive(Debug)]
pub(super) struct Automaton {
    parents: Vec<u32>,
    states: Vec<State>,
    /// The root's children by symbol.
    root: Vec<State>,
    outputs: Vec<Output>,
    words: Vec<u32>,
}

/// A hit: the byte after the character that completed it, and the output.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawHit {
    pub(super) end: u32,
    pub(super) output: u32,
}

/// How far the automaton has read, letter by letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    state: State,
    previous: u16,
}

impl Default for Reading {
    fn default() -> Self {
        Self { state: START, previous: OTHER }
    }
}

impl Reading {
    /// Whether the symbol was read last.
    pub(super) const fn repeats(&self, symbol: u16) -> bool {
        self.previous == symbol
    }

    /// Whether no word is under way.
    pub(super) const fn is_start(&self) -> bool {
        self.state.index == ROOT
    }
}

/// What reading a text gives.
#[derive(Debug, Default)]
pub(super) struct Readout {
    /// By end.
    pub(super) hits: Vec<RawHit>,
    /// Where sentences end, with their marks, and where the next may begin: after line breaks.
    pub(super) sentences: Vec<(u32, u32)>,
}

impl Readout {
    pub(super) fn clear(&mut self) {
        self.hits.clear();
        self.sentences.clear();
    }

    /// Notes a mark that ends a sentence; marks in a row belong together.
    fn mark(&mut self, (start, end): (u32, u32)) {
        if !self.over(start, end) {
            self.sentences.push((end, end));
        }
    }

    /// Gives a character to the sentence whose marks end where it starts.
    fn over(&mut self, start: u32, end: u32) -> bool {
        let last = self.sentences.last_mut().filter(|last| **last == (start, start));
        last.map(|last| *last = (end, end)).is_some()
    }
}

/// Separators in a row.
struct Gap {
    separators: usize,
    /// Where the last one ended, zero-width characters after it included.
    end: u32,
}

impl Gap {
    /// Takes a character that belongs to no word; whether it ends all words that are under way.
    #[inline(never)]
    fn breaks(&mut self, symbol: u16, (start, end): (u32, u32), marks: bool, read: &mut Readout) -> bool {
        match symbol {
            ZERO => {
                if self.end == start {
                    self.end = end;
                }
                read.over(start, end);
                false
            }
            SEP | SEP_UNSURE => {
                self.separators = if self.end == start { self.separators.saturating_add(1) } else { 1 };
                self.end = end;
                if marks {
                    read.hits.push(RawHit { end, output: MARK });
                }
                self.separators > MAX_SEPARATORS
            }
            LINE => {
                read.sentences.push((start, end));
                true
            }
            _ => true,
        }
    }
}

impl Automaton {
    /// From its parts.
    pub(super) fn new(parts: Parts) -> Self {
        let state = |(index, slot): (u32, &Slot)| {
            let Slot { base, fail, out, .. } = *slot;
            State { index, base, fail, out }
        };
        let states: Vec<State> = (0u32..).zip(&parts.slots).map(state).collect();
        let child = |index: &u32| states.get(*index as usize).filter(|_| *index != ROOT).copied().unwrap_or(START);
        let root = parts.root.iter().map(child).collect();
        let parents = parts.slots.iter().map(|slot| slot.parent).collect();
        Self { parents, root, outputs: parts.outputs, words: parts.words, states }
    }

    #[inline(always)]
    fn step<'a>(&'a self, from: &'a State, symbol: u16) -> &'a State {
        let mut at = from;
        while at.index != ROOT {
            let child = at.base.wrapping_add(u32::from(symbol)) as usize;
            if self.parents.get(child) == Some(&at.index) {
                return self.states.get(child).unwrap_or(&START);
            }
            if at.fail == ROOT {
                break;
            }
            at = self.states.get(at.fail as usize).unwrap_or(&START);
        }
        self.root.get(usize::from(symbol)).unwrap_or(&START)
    }

    /// Reads `text`, which starts at byte `from` of the whole, and adds its hits and where its sentences end.
    pub(super) fn run(
        &self,
        symbols: &Symbols,
        more: &Expansions,
        marks: bool,
        text: &str,
        from: u32,
        read: &mut Readout,
    ) {
        let mut state = &START;
        let mut previous = OTHER;
        let (common, repeat_from) = (symbols.common_from(), symbols.repeat_from);
        let mut gap = Gap { separators: 0, end: u32::MAX };
        let whole = from.wrapping_add(text.len() as u32);
        let mut chars = text.chars();
        let at = |rest: &str| whole.wrapping_sub(rest.len() as u32);
        loop {
            let before = chars.as_str();
            let Some(c) = chars.next() else { break };
            let symbol = symbols.entry(c) & SYMBOL;
            if symbol < common {
                if symbol == OTHER {
                    (state, previous) = (&START, OTHER);
                    continue;
                }
                let place = (at(before), at(chars.as_str()));
                match symbol {
                    EXPAND => {
                        (state, previous) = self.expand(more.of(c), (state, previous), repeat_from, place.1, read)
                    }
                    FIRST.. => read.mark(place),
                    _ if gap.breaks(symbol, place, marks, read) => (state, previous) = (&START, OTHER),
                    _ => {}
                }
                if symbol < FIRST {
                    continue;
                }
            }
            if symbol == previous && symbol >= repeat_from {
                continue;
            }
            previous = symbol;
            state = self.step(state, symbol);
            if state.out > 1 {
                read.hits.push(RawHit { end: at(chars.as_str()), output: state.out >> 1 });
                if state.out & 1 == 1 {
                    state = if state.fail == ROOT {
                        &START
                    } else {
                        self.states.get(state.fail as usize).unwrap_or(&START)
                    };
                }
            }
        }
    }

    /// Reads one letter on; gives the output that it completes, again where it repeats the letter before it.
    pub(super) fn advance(&self, reading: &mut Reading, symbol: u16, repeat_from: u16) -> Option<u32> {
        if symbol < FIRST {
            *reading = Reading::default();
            return None;
        }
        if symbol != reading.previous || symbol < repeat_from {
            reading.previous = symbol;
            reading.state = *self.step(&reading.state, symbol);
        }
        Some(reading.state.out >> 1).filter(|output| *output > 0)
    }

    /// A character that stands for several.
    #[cold]
    fn expand<'a>(
        &'a self,
        symbols: &[u16],
        (mut state, mut previous): (&'a State, u16),
        repeat_from: u16,
        end: u32,
        read: &mut Readout,
    ) -> (&'a State, u16) {
        for symbol in symbols {
            if *symbol < FIRST {
                (state, previous) = (&START, OTHER);
            } else if *symbol != previous || *symbol < repeat_from {
                previous = *symbol;
                state = self.step(state, *symbol);
                if state.out > 1 {
                    read.hits.push(RawHit { end, output: state.out >> 1 });
                }
            }
        }
        (state, previous)
    }

    /// The words of an output.
    #[inline]
    pub(super) fn outputs(&self, output: u32, mut each: impl FnMut(u32)) {
        let mut output = output;
        while let Some(own) = output.checked_sub(1).and_then(|at| self.outputs.get(at as usize)) {
            self.words.get(own.first as usize..own.last as usize).unwrap_or(&[]).iter().for_each(|word| each(*word));
            output = own.next;
        }
    }

    /// An output's own words, and the output of its longest suffix that has one.
    pub(super) fn output(&self, output: u32) -> (&[u32], u32) {
        let own = output.checked_sub(1).and_then(|at| self.outputs.get(at as usize));
        own.map_or((&[], 0), |own| (self.words.get(own.first as usize..own.last as usize).unwrap_or(&[]), own.next))
    }

    /// By output, from 1: whether a word of it or of a suffix is such.
    pub(super) fn chains(&self, is_such: impl Fn(u32) -> bool) -> Vec<bool> {
        let mut such = vec![false; self.outputs.len().saturating_add(1)];
        // Suffixes are shorter, and come before.
        for (at, output) in (1usize..).zip(&self.outputs) {
            let own = self.words.get(output.first as usize..output.last as usize).unwrap_or(&[]);
            let any = own.iter().any(|word| is_such(*word)) || such.get(output.next as usize) == Some(&true);
            if let Some(place) = such.get_mut(at) {
                *place = any;
            }
        }
        such
    }

    /// Outputs are numbered from 1 to this.
    pub(super) fn output_count(&self) -> usize {
        self.outputs.len()
    }
}

/// The symbols of characters that stand for several.
#[derive(Debug, Default)]
pub(super) struct Expansions {
    entries: Vec<(char, u32, u32)>,
    symbols: Vec<u16>,
}

impl Expansions {
    pub(super) fn build(folds: &super::fold::Folds, symbols: &Symbols) -> Self {
        let mut built = Self::default();
        for (c, fold) in folds.all() {
            if symbols.entry(c) & SYMBOL == EXPAND {
                let first = u32::try_from(built.symbols.len()).unwrap_or(u32::MAX);
                built.symbols.extend(fold.to.iter().map(|c| symbols.symbol(*c)));
                let last = u32::try_from(built.symbols.len()).unwrap_or(u32::MAX);
                built.entries.push((c, first, last));
            }
        }
        built
    }

    pub(super) fn of(&self, c: char) -> &[u16] {
        let at = self.entries.binary_search_by_key(&c, |entry| entry.0);
        let entry = at.ok().and_then(|at| self.entries.get(at));
        entry.and_then(|(_, first, last)| self.symbols.get(*first as usize..*last as usize)).unwrap_or(&[])
    }
}
