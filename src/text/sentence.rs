//! Where sentences begin and end in a text: at sentence marks and line breaks, and after [`MAX_SENTENCE`] characters. A sentence
//! has its marks at its end; line breaks belong to none.

use super::symbols::{LINE, SEP, SEP_UNSURE, SYMBOL, Symbols, ZERO};
use super::window::MAX_SENTENCE;

/// The sentence of the character that ends at byte `at`, as a byte range. It does not begin before `floor`, which is where a
/// sentence or a cut is known to be.
pub(super) fn around(symbols: &Symbols, text: &str, floor: usize, at: usize) -> (usize, usize) {
    let mut start = at;
    let mut content = false;
    for (index, c) in text.get(floor..at).unwrap_or("").char_indices().rev() {
        let entry = symbols.entry(c);
        let mark = symbols.ends_sentence(entry);
        if entry & SYMBOL == LINE || mark && content {
            break;
        }
        content |= !mark && entry & SYMBOL != ZERO;
        start = floor.saturating_add(index);
    }
    let (mut first, mut end, mut count, mut marks) = (start, start, 0usize, false);
    for (index, c) in text.get(start..).unwrap_or("").char_indices() {
        let index = start.saturating_add(index);
        let entry = symbols.entry(c);
        if entry & SYMBOL == LINE {
            break;
        }
        let mark = symbols.ends_sentence(entry);
        let zero = entry & SYMBOL == ZERO;
        if marks && !mark && !zero {
            break;
        }
        if count == MAX_SENTENCE {
            if index >= at {
                break;
            }
            (first, count) = (index, 0);
        }
        marks |= mark;
        count = count.saturating_add(1);
        end = index.saturating_add(c.len_utf8());
    }
    (first, end)
}

/// The sentence that ends before byte `before`; blank ones are passed over.
pub(super) fn previous(symbols: &Symbols, text: &str, before: usize) -> Option<(usize, usize)> {
    let mut rest = text.get(..before)?.char_indices().rev();
    let (at, c) = rest.find(|(_, c)| !is_blank(symbols, *c))?;
    Some(around(symbols, text, 0, at.saturating_add(c.len_utf8())))
}

/// The sentence that starts at or after byte `after`, even a blank one.
pub(super) fn next(symbols: &Symbols, text: &str, after: usize) -> Option<(usize, usize)> {
    let mut rest = text.get(after..)?.char_indices();
    let (at, c) = rest.find(|(_, c)| symbols.entry(*c) & SYMBOL != LINE)?;
    let at = after.saturating_add(at);
    Some(around(symbols, text, at, at.saturating_add(c.len_utf8())))
}

/// The sentence that starts after byte `after`; blank ones are passed over.
pub(super) fn following(symbols: &Symbols, text: &str, after: usize) -> Option<(usize, usize)> {
    let mut rest = text.get(after..)?.char_indices();
    let (at, c) = rest.find(|(_, c)| !is_blank(symbols, *c))?;
    let at = after.saturating_add(at);
    Some(around(symbols, text, at, at.saturating_add(c.len_utf8())))
}

fn is_blank(symbols: &Symbols, c: char) -> bool {
    matches!(symbols.entry(c) & SYMBOL, LINE | ZERO | SEP | SEP_UNSURE) || c.is_whitespace()
}
