//! The words, folded: what the automaton is built from and what a hit is verified against. See the parent's docs for what a word
//! matches. A word's letters are its folded characters without dropped ones; what was dropped between two letters is remembered,
//! because it counts between ASCII digits and letters.

use super::api::{FoldSet, TextError};
use super::fold::{Fate, Folds, Script, is_line_break};
use super::spell::{Respelling, Respellings};
use super::symbols::{OTHER, Symbols};
use crate::pack::model::Word;

/// Most words.
const MAX_WORDS: usize = 1 << 20;
/// Most characters of one word.
const MAX_CHARS: usize = 1000;
/// Most characters of all words.
const MAX_TOTAL: usize = 1 << 23;
/// Most separators that are dropped between two letters.
pub(super) const MAX_SEPARATORS: usize = 3;

/// A folded character of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// As in the source.
    pub(super) source: char,
    pub(super) symbol: u16,
    pub(super) script: Script,
    /// How the source became the letter.
    pub(super) folds: FoldSet,
    pub(super) uncertain: bool,
}

/// A word.
#[derive(Clone, Debug)]
pub(super) struct FoldedWord {
    letters: (u32, u32),
    pub(super) exact: bool,
    /// Whether there are separators between its letters.
    pub(super) gaps: bool,
    /// Each of its characters is one letter, and no run of one character is among them.
    pub(super) plain: bool,
    /// It ends with a run of one character.
    pub(super) doubled: bool,
    /// The source text; only what exact words and words of separators need.
    pub(super) text: String,
    /// Characters dropped before the first letter: those that count as positions, and bytes.
    pub(super) lead: (u16, u16),
    /// The same after the last letter.
    pub(super) trail: (u16, u16),
}

/// All words.
#[derive(Debug, Default)]
pub(super) struct Words {
    letters: Vec<Letter>,
    /// Separators before a letter, by its index, ascending: folded.
    gaps: Vec<(u32, String)>,
    words: Vec<FoldedWord>,
    /// Words that consist of separators: the folded characters.
    pub(super) marks: Vec<(u32, Vec<char>)>,
    /// The most letters of a word.
    pub(super) longest: usize,
    /// How many of them are words; then comes what is written of respellings, then the parts of words it stands for.
    pub(super) given: usize,
    /// What respellings stand for, by what is written.
    respellings: Vec<Respelling>,
}

impl Words {
    /// Folds words, one more that is the engine's own, and respellings, which follow the words.
    pub(super) fn build(
        words: &[Word],
        own: Option<&str>,
        respelt: Respellings,
        folds: &Folds,
    ) -> Result<(Self, Symbols), TextError> {
        let Respellings { parts, entries } = respelt;
        let given = words.len().saturating_add(own.iter().len());
        if given.saturating_add(entries.len()).saturating_add(parts.len()) > MAX_WORDS {
            return Err(TextError::TooLarge("words"));
        }
        let respellings = entries.iter().map(|(_, entry)| *entry).collect();
        let mut built = Self { given, respellings, ..Self::default() };
        built.words.reserve(given.saturating_add(entries.len()).saturating_add(parts.len()));
        let mut folded: Vec<char> = Vec::new();
        let more = own.into_iter().chain(entries.iter().map(|(written, _)| *written)).chain(parts);
        let more = more.map(|text| (text, false));
        for (index, (text, exact)) in words.iter().map(|w| (w.text.as_str(), w.exact)).chain(more).enumerate() {
            let respelt = index >= given;
            built.add(u32::try_from(index).unwrap_or(u32::MAX), text, (exact, respelt), folds, &mut folded)?;
            if folded.len() > MAX_TOTAL {
                return Err(TextError::TooLarge("words"));
            }
        }
        let numbers = super::number::chars().map(|c| folds.of(c).to.first().copied().unwrap_or(c));
        let symbols = Symbols::build(folds, folded.iter().copied().chain(numbers))?;
        for (letter, c) in built.letters.iter_mut().zip(folded) {
            letter.symbol = symbols.of_folded(c);
        }
        for word in &mut built.words {
            let letters = built.letters.get(word.letters.0 as usize..word.letters.1 as usize).unwrap_or(&[]);
            let run =
                |pair: &[Letter]| matches!(pair, [a, b] if a.symbol == b.symbol && a.symbol >= symbols.repeat_from);
            word.plain &= !letters.windows(2).any(run);
            word.doubled = letters.windows(2).next_back().is_some_and(run);
        }
        Ok((built, symbols))
    }

    /// Adds one, and its folded characters, one for each letter, to those of all.
    fn add(
        &mut self,
        index: u32,
        text: &str,
        (exact, respelt): (bool, bool),
        folds: &Folds,
        folded: &mut Vec<char>,
    ) -> Result<(), TextError> {
        let first = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        let (mut lead, mut dropped) = ((0u16, 0u16), (0u16, 0u16));
        let mut marks: Vec<char> = Vec::new();
        let (mut gaps, mut split) = (false, false);
        let broken = text.chars().any(is_line_break);
        for (count, source) in text.chars().enumerate() {
            if count >= MAX_CHARS {
                return Err(TextError::TooLarge("a word"));
            }
            let fold = folds.of(source);
            if fold.fate != Fate::Kept {
                let bytes = u16::try_from(source.len_utf8()).unwrap_or(4);
                let position = u16::from(fold.fate == Fate::Separator);
                dropped = (dropped.0.saturating_add(position), dropped.1.saturating_add(bytes));
                if fold.fate == Fate::Separator {
                    if fold.to.is_empty() { marks.push(source) } else { marks.extend_from_slice(fold.to) }
                }
                continue;
            }
            let at = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
            if at == first {
                lead = dropped;
            } else if !marks.is_empty() {
                self.gaps.push((at, marks.iter().collect()));
                gaps = true;
            }
            marks.clear();
            dropped = (0, 0);
            let own = [source];
            let to = if fold.to.is_empty() { &own[..] } else { fold.to };
            split |= to.len() != 1;
            for c in to {
                folded.push(*c);
                self.letters.push(Letter {
                    source,
                    symbol: OTHER,
                    script: fold.script,
                    folds: fold.folds,
                    uncertain: fold.uncertain,
                });
            }
        }
        if broken {
            // A line break is part of no word: this one matches nothing.
            self.letters.truncate(first as usize);
            folded.truncate(first as usize);
        } else if self.letters.len() == first as usize && !marks.is_empty() && !respelt {
            self.marks.push((index, marks));
        }
        let last = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        let length = last.saturating_sub(first) as usize;
        self.longest = self.longest.max(length);
        let keep = exact || length == 0;
        self.words.push(FoldedWord {
            letters: (first, last),
            exact,
            gaps,
            // An exact word is compared as written where anything of it was dropped, also between its letters.
            plain: !gaps && !split && (!exact || length == text.chars().count()),
            doubled: false,
            text: if keep { text.to_owned() } else { String::new() },
            lead,
            trail: dropped,
        });
        Ok(())
    }

    /// Those that a text is searched for: words, and what is written of respellings.
    pub(super) const fn searched(&self) -> usize {
        self.given.saturating_add(self.respellings.len())
    }

    /// The number of what is written of a respelling; `None`: it is a word.
    #[inline]
    pub(super) fn written(&self, word: u32) -> Option<u32> {
        (word as usize).checked_sub(self.given).and_then(|at| u32::try_from(at).ok())
    }

    /// What is written of a respelling.
    pub(super) fn written_word(&self, written: u32) -> Option<&FoldedWord> {
        self.words.get(self.given.saturating_add(written as usize))
    }

    /// What it stands for.
    pub(super) fn stands_for(&self, written: u32) -> Option<&Respelling> {
        self.respellings.get(written as usize)
    }

    fn part_word(&self, part: u32) -> Option<&FoldedWord> {
        self.words.get(self.searched().saturating_add(part as usize))
    }

    /// The letters of a part of words that respellings stand for.
    pub(super) fn part(&self, part: u32) -> &[Letter] {
        self.part_word(part).map_or(&[], |word| self.letters(word))
    }

    /// The separators before a letter of such a part.
    pub(super) fn part_gap(&self, part: u32, index: usize) -> &str {
        self.part_word(part).map_or("", |word| self.gap(word, index))
    }

    pub(super) fn get(&self, word: u32) -> Option<&FoldedWord> {
        self.words.get(word as usize)
    }

    /// A word's letters; empty for a word that is dropped as a whole.
    #[inline]
    pub(super) fn letters(&self, word: &FoldedWord) -> &[Letter] {
        self.letters.get(word.letters.0 as usize..word.letters.1 as usize).unwrap_or(&[])
    }

    /// The separators that the word has before its letter `index`, folded.
    pub(super) fn gap(&self, word: &FoldedWord, index: usize) -> &str {
        if self.gaps.is_empty() {
            return "";
        }
        let at = word.letters.0.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
        let found = self.gaps.binary_search_by_key(&at, |(at, _)| *at);
        found.ok().and_then(|found| self.gaps.get(found)).map_or("", |(_, gap)| gap.as_str())
    }

    /// The symbols of a word as the automaton reads them: runs of repeating characters as one. With the number of letters.
    pub(super) fn symbols(&self, word: &FoldedWord, repeat_from: u16, into: &mut Vec<u16>) {
        into.clear();
        for letter in self.letters(word) {
            if letter.symbol < repeat_from || into.last() != Some(&letter.symbol) {
                into.push(letter.symbol);
            }
        }
    }
}
