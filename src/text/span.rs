//! Byte offsets → UTF-16 units and characters, for many spans of one text in one pass.

use crate::order;
/// One span in the three units callers count in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Positions {
    /// Bytes.
    pub utf8: [usize; 2],
    /// UTF-16 units.
    pub utf16: [usize; 2],
    /// Characters (Unicode scalar values).
    pub chars: [usize; 2],
}

/// The positions of `spans` (byte ranges of `text`, in any order), in the same order. An offset inside a character counts as that
/// character's start, one past the text as its end.
#[must_use]
pub fn positions(text: &str, spans: &[(usize, usize)]) -> Vec<Positions> {
    let mut ends: Vec<(usize, usize)> = Vec::with_capacity(spans.len().saturating_mul(2));
    for (index, (start, end)) in spans.iter().enumerate() {
        let first = index.saturating_mul(2);
        ends.push((*start, first));
        ends.push((*end, first.saturating_add(1)));
    }
    order::by_key(&mut ends, |(byte, index)| (*byte as u128) << 64 | *index as u128);
    let mut result = vec![Positions::default(); spans.len()];
    let mut chars = text.char_indices().peekable();
    let (mut byte, mut units, mut count) = (0usize, 0usize, 0usize);
    for (offset, slot) in ends {
        while let Some((at, c)) = chars.peek().copied() {
            let next = at.saturating_add(c.len_utf8());
            if next > offset {
                break;
            }
            byte = next;
            units = units.saturating_add(c.len_utf16());
            count = count.saturating_add(1);
            chars.next();
        }
        let side = slot & 1;
        if let Some(p) = result.get_mut(slot >> 1) {
            for (values, value) in [(&mut p.utf8, byte), (&mut p.utf16, units), (&mut p.chars, count)] {
                if let Some(place) = values.get_mut(side) {
                    *place = value;
                }
            }
        }
    }
    result
}
