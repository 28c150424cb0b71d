//! Words that a window has respelt. Where what is written of a respelling is found, the window is read on from there as if the part
//! it stands for were written instead, by the automaton; what that completes is then held against the text letter by letter, as the
//! word with that part respelt. Few texts have any of this, and they pay for it only around where they have it.

use super::api::FoldSet;
use super::automaton::{MARK, RawHit, Reading};
use super::engine::TextEngine;
use super::run::Meter;
use super::spell::Respelling;
use super::verify::{Own, Verifier};
use super::window::{MAX_HITS, Reader, Window};
use super::words::{FoldedWord, Letter, Words};

/// Most parts of a word that are respelt.
const MAX_PARTS: usize = 2;
/// Most places in a window at which a respelling may stand. Where a text has more, its scan ends there, and tells that it does.
const MAX_PLACES: usize = 1 << 12;

/// Where something is written that a respelling may be: letters of the window.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: usize,
    end: usize,
    /// The letter at which the automaton saw its end.
    at: usize,
    written: u32,
}

/// A respelling that is read as the part it stands for.
#[derive(Clone, Copy, Debug)]
struct Part {
    written: u32,
    entry: Respelling,
    /// What the automaton has read before the next part.
    reading: Reading,
}

struct Search<'a> {
    reader: &'a Reader,
    text: &'a str,
    window: &'a mut Window,
    meter: &'a Meter,
    /// By start, then end.
    places: Vec<Place>,
    /// What the automaton has read before each letter, and at the end.
    plain: Vec<Reading>,
    letters: Vec<Letter>,
    gaps: Vec<(usize, String)>,
}

/// Fills the window's respelt words. `raw`: the hits that end in it.
pub(super) fn read(window: &mut Window, engine: &TextEngine, text: &str, raw: &[RawHit], meter: &Meter) {
    let reader = &engine.reader;
    window.spell(reader);
    let places = places(window, engine, text, raw, meter);
    if places.is_empty() {
        return;
    }
    let mut plain = Vec::with_capacity(window.letters.len().saturating_add(1));
    let mut reading = Reading::default();
    plain.push(reading);
    for letter in &window.letters {
        let _ = reader.automaton.advance(&mut reading, letter.symbol, reader.symbols.repeat_from);
        plain.push(reading);
    }
    meter.add(plain.len() as u64);
    let own = std::mem::take(&mut window.hits);
    let mut search = Search { reader, text, window, meter, places, plain, letters: Vec::new(), gaps: Vec::new() };
    for index in 0..search.places.len() {
        search.from(index, &[]);
    }
    window.respelt = std::mem::replace(&mut window.hits, own);
}

/// Where respellings may stand.
fn places(window: &mut Window, engine: &TextEngine, text: &str, raw: &[RawHit], meter: &Meter) -> Vec<Place> {
    let reader = &engine.reader;
    let mut places: Vec<Place> = Vec::new();
    let mut found = Vec::new();
    for hit in raw.iter().filter(|hit| hit.output != MARK && engine.respelt(hit.output)) {
        let position = window.positions.partition_point(|p| p.byte < hit.end).saturating_sub(1);
        let first = window.letters.partition_point(|l| usize::from(l.position) < position);
        let last = window.letters.partition_point(|l| usize::from(l.position) <= position);
        reader.automaton.outputs(hit.output, |index| {
            let Some(written) = reader.words.written(index) else { return };
            meter.add(1);
            for at in first..last {
                found.clear();
                Verifier::new(window, reader, text).places(index, at, &mut found);
                places.extend(found.iter().map(|(start, end)| Place { start: *start, end: *end, at, written }));
            }
        });
        if places.len() > MAX_PLACES {
            meter.add(u64::MAX);
        }
        if meter.exhausted() {
            break;
        }
    }
    crate::order::by_key(&mut places, |p| (p.start as u128) << 64 | (p.end as u128) << 32 | u128::from(p.written));
    places.dedup_by_key(|p| (p.start, p.end, p.written));
    places
}

impl Search<'_> {
    /// Reads a place as the part it may stand for, after those that were read so before it.
    fn from(&mut self, index: usize, before: &[Part]) {
        let Some(place) = self.places.get(index).copied() else { return };
        let reading = match before.last() {
            Some(part) => part.reading,
            None => self.plain.get(place.start).copied().unwrap_or_default(),
        };
        let reader = self.reader;
        let Some(entry) = reader.words.stands_for(place.written) else { return };
        if self.meter.exhausted() || entry.alike && !before.is_empty() {
            return;
        }
        let mut reading = reading;
        let mut output = None;
        for letter in reader.words.part(entry.part) {
            self.meter.add(1);
            output = reader.automaton.advance(&mut reading, letter.symbol, reader.symbols.repeat_from);
        }
        let mut parts = before.to_vec();
        parts.push(Part { written: place.written, entry: *entry, reading });
        if let Some(output) = output {
            self.complete(output, place.at, &parts);
        }
        self.on(place.end, reading, &mut parts);
    }

    /// Reads on from a letter, until nothing is left of what was read instead.
    fn on(&mut self, mut at: usize, mut reading: Reading, parts: &mut [Part]) {
        let reader = self.reader;
        let alike = parts.iter().any(|part| part.entry.alike);
        // Where a run goes on from the part into the text, the automaton has read the same as without the part, one letter fewer.
        let next = self.window.letters.get(at).map(|letter| letter.symbol);
        let in_run = next.is_some_and(|symbol| reading.repeats(symbol));
        for _ in 0..=reader.words.longest {
            let same = !in_run && self.plain.get(at) == Some(&reading);
            if reading.is_start() || same || self.meter.exhausted() {
                return;
            }
            if parts.len() < MAX_PARTS && !alike {
                let first = self.places.partition_point(|place| place.start < at);
                let count = self.places.get(first..).unwrap_or(&[]).iter().take_while(|p| p.start == at).count();
                for index in first..first.saturating_add(count) {
                    if let Some(last) = parts.last_mut() {
                        last.reading = reading;
                    }
                    self.from(index, parts);
                }
            }
            let Some(letter) = self.window.letters.get(at).copied() else { return };
            self.meter.add(1);
            if let Some(output) = reader.automaton.advance(&mut reading, letter.symbol, reader.symbols.repeat_from) {
                self.complete(output, at, parts);
            }
            at = at.saturating_add(1);
        }
    }

    /// Words that were completed at a letter, with these parts respelt.
    fn complete(&mut self, output: u32, at: usize, parts: &[Part]) {
        let reader = self.reader;
        let words = &reader.words;
        reader.automaton.outputs(output, |index| {
            let Some(word) = words.get(index).filter(|word| !word.exact && words.written(index).is_none()) else {
                return;
            };
            self.meter.add(words.letters(word).len() as u64);
            let Some(one) = parts.first() else { return };
            for first in fitting(words, word, one.entry.part, 0) {
                let Some(other) = parts.get(1) else {
                    self.hold(index, word, at, &[(first, one)]);
                    continue;
                };
                let after = first.saturating_add(words.part(one.entry.part).len());
                for second in fitting(words, word, other.entry.part, after) {
                    self.hold(index, word, at, &[(first, one), (second, other)]);
                }
            }
        });
        if self.window.hits.len() > MAX_HITS {
            self.meter.add(u64::MAX);
        }
    }

    /// Holds a word with parts respelt, which begin at these letters of it, against the text.
    fn hold(&mut self, index: u32, word: &FoldedWord, at: usize, parts: &[(usize, &Part)]) {
        let words = &self.reader.words;
        let own = words.letters(word);
        self.letters.clear();
        self.gaps.clear();
        let (mut folds, mut uncertain) = (FoldSet::EMPTY, false);
        let mut from = 0usize;
        let copy = |letters: &mut Vec<Letter>, gaps: &mut Vec<(usize, String)>, word: &FoldedWord, from, to| {
            for at in from..to {
                separate(gaps, letters.len(), words.gap(word, at));
                letters.extend(words.letters(word).get(at));
            }
        };
        for (start, Part { written, entry, .. }) in parts {
            copy(&mut self.letters, &mut self.gaps, word, from, *start);
            // What the word has before the part stays there.
            separate(&mut self.gaps, self.letters.len(), words.gap(word, *start));
            if let Some(written) = words.written_word(*written) {
                let count = words.letters(written).len();
                copy(&mut self.letters, &mut self.gaps, written, 0, count);
            }
            folds = folds.union(entry.folds);
            uncertain |= entry.uncertain;
            from = start.saturating_add(words.part(entry.part).len());
        }
        copy(&mut self.letters, &mut self.gaps, word, from, own.len());
        let own = Own::respelt(index, &self.letters, &self.gaps, folds, uncertain);
        Verifier::new(self.window, self.reader, self.text).respelt(&own, at);
    }
}

/// Notes the separators before a letter, if any.
fn separate(gaps: &mut Vec<(usize, String)>, letter: usize, gap: &str) {
    if !gap.is_empty() {
        gaps.push((letter, gap.to_owned()));
    }
}

/// The letters of a word, from one on, at which a part stands in it: written the same, in any case, and not inside a Latin word.
fn fitting<'a>(words: &'a Words, word: &'a FoldedWord, part: u32, from: usize) -> impl Iterator<Item = usize> + 'a {
    let (own, wanted) = (words.letters(word), words.part(part));
    let last = own.len().saturating_sub(wanted.len());
    (from..=last).filter(move |at| {
        let here = own.get(*at..at.saturating_add(wanted.len())).unwrap_or(&[]);
        let same = |(a, b): (&Letter, &Letter)| a.symbol == b.symbol && a.source.eq_ignore_ascii_case(&b.source);
        let letter = |letter: Option<&Letter>| letter.is_some_and(|l| l.source.is_ascii_alphabetic());
        let before = at.checked_sub(1).and_then(|before| own.get(before));
        let after = own.get(at.saturating_add(wanted.len()));
        let whole =
            (1..wanted.len()).all(|inner| words.gap(word, at.saturating_add(inner)) == words.part_gap(part, inner));
        here.len() == wanted.len()
            && here.iter().zip(wanted).all(same)
            && whole
            && !(letter(before) && letter(wanted.first()))
            && !(letter(after) && letter(wanted.last()))
    })
}
