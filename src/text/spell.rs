//! Spellings: how words are respelt so that a list of words does not see them (`zhi疗`, `氵台疗`, `薇信`). A respelling stands for
//! a part of words, not for a character wherever it stands: `嘴` is no `最` in 嘴唇. So each word that has the part gets spellings,
//! which the automaton reads like words, and a hit of one is a hit of the word, with the kind of the respelling among its folds.

use super::api::{FoldSet, TextError};
use super::fold::{CLAUSE_ENDS, Fate, Folds, SENTENCE_ENDS, is_line_break};
use crate::order;
use crate::pack::model::{FoldTable, Word};
use crate::syntax::tree::FoldKind;

/// Most spellings of one word.
pub(super) const MAX_OF_WORD: usize = 64;
/// Most spellings of all words.
const MAX_TOTAL: usize = 1 << 18;
/// Most respellings of all tables.
const MAX_ENTRIES: usize = 1 << 16;

/// A spelling of a word.
#[derive(Debug)]
pub(super) struct Spelling {
    pub(super) word: u32,
    pub(super) text: String,
    pub(super) folds: FoldSet,
    pub(super) uncertain: bool,
}

/// A respelling and what it stands for.
struct Entry<'a> {
    from: &'a str,
    to: &'a str,
    kind: FoldKind,
    uncertain: bool,
}

/// A place in a word at which an entry applies, in bytes.
#[derive(Clone, Copy)]
struct Place<'a> {
    start: usize,
    end: usize,
    entry: &'a Entry<'a>,
}

/// The spellings of all words: each word with one, then with two of its parts respelt.
pub(super) fn spellings(words: &[Word], tables: &[FoldTable], folds: &Folds) -> Result<Vec<Spelling>, TextError> {
    let mut entries: Vec<Entry> = Vec::new();
    for table in tables {
        for (from, to) in &table.spellings {
            // Of a respelling that is dropped as a whole nothing would be left to see.
            let seen = from.chars().any(|c| folds.of(c).fate == Fate::Kept);
            if seen && from != to && !to.is_empty() && !from.chars().any(is_mark) {
                entries.push(Entry { from, to, kind: table.kind, uncertain: table.uncertain });
            }
        }
    }
    if entries.len() > MAX_ENTRIES {
        return Err(TextError::TooLarge("respellings"));
    }
    let head = |text: &str| text.chars().next().map_or(0, |c| u32::from(c.to_ascii_lowercase()));
    order::by_key(&mut entries, |entry| u128::from(head(entry.to)));
    let mut all = Vec::new();
    if entries.is_empty() {
        return Ok(all);
    }
    // Most characters begin nothing that is ever respelt.
    let mut heads = vec![0u64; 0x1_0000 / 64];
    for entry in &entries {
        let head = head(entry.to);
        if let Some(bits) = heads.get_mut(head as usize >> 6) {
            *bits |= 1 << (head & 63);
        }
    }
    let mut places: Vec<Place> = Vec::new();
    for (index, word) in (0u32..).zip(words) {
        if word.exact {
            continue;
        }
        places.clear();
        for (start, c) in word.text.char_indices() {
            let wanted = u32::from(c.to_ascii_lowercase());
            if heads.get(wanted as usize >> 6).is_some_and(|bits| bits >> (wanted & 63) & 1 == 0) {
                continue;
            }
            let first = entries.partition_point(|entry| head(entry.to) < wanted);
            let here = entries.get(first..).unwrap_or(&[]);
            for entry in here.iter().take_while(|entry| head(entry.to) == wanted) {
                let end = start.saturating_add(entry.to.len());
                if fits(&word.text, start, end, entry.to) {
                    places.push(Place { start, end, entry });
                }
            }
        }
        let before = all.len();
        let mut add = |parts: &[Place]| {
            if all.len().saturating_sub(before) < MAX_OF_WORD {
                all.push(respelt(index, &word.text, parts));
            }
        };
        // Characters that merely sound alike are many: they come last, one to a word, so that they leave room for the others.
        let alike = |place: &&Place| place.entry.uncertain && place.entry.kind == FoldKind::Homophone;
        for place in places.iter().filter(|p| !alike(p)) {
            add(&[*place]);
        }
        for (at, one) in places.iter().enumerate().filter(|(_, p)| !alike(p)) {
            for other in places.iter().skip(at).filter(|other| other.start >= one.end && !alike(other)) {
                add(&[*one, *other]);
            }
        }
        for place in places.iter().filter(alike) {
            add(&[*place]);
        }
        if all.len() > MAX_TOTAL {
            return Err(TextError::TooLarge("spellings"));
        }
    }
    Ok(all)
}

fn is_mark(c: char) -> bool {
    is_line_break(c) || CLAUSE_ENDS.contains(&c) || SENTENCE_ENDS.contains(&c)
}

/// Whether `to` stands there, in any case, and not inside a Latin word.
fn fits(text: &str, start: usize, end: usize, to: &str) -> bool {
    let here = text.get(start..end).is_some_and(|part| part.eq_ignore_ascii_case(to));
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let before = text.get(..start).and_then(|t| t.chars().next_back());
    let after = text.get(end..).and_then(|t| t.chars().next());
    here && !(letter(before) && letter(to.chars().next())) && !(letter(after) && letter(to.chars().next_back()))
}

fn respelt(word: u32, text: &str, parts: &[Place]) -> Spelling {
    let mut out = Spelling { word, text: String::with_capacity(text.len()), folds: FoldSet::EMPTY, uncertain: false };
    let mut from = 0;
    for Place { start, end, entry } in parts {
        out.text.push_str(text.get(from..*start).unwrap_or(""));
        out.text.push_str(entry.from);
        out.folds.insert(entry.kind);
        out.uncertain |= entry.uncertain;
        from = *end;
    }
    out.text.push_str(text.get(from..).unwrap_or(""));
    out
}
