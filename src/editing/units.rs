//! Bytes ↔ UTF-16 units, in which JavaScript and CodeMirror count.

/// The byte at which a UTF-16 unit stands; one inside a character is that of the character, one beyond the end is the end.
#[must_use]
pub fn byte(text: &str, unit: usize) -> usize {
    let mut units: usize = 0;
    for (at, c) in text.char_indices() {
        units = units.saturating_add(c.len_utf16());
        if units > unit {
            return at;
        }
    }
    text.len()
}

/// How many UTF-16 units stand before a byte; before one inside a character, those before the character.
#[must_use]
pub fn utf16(text: &str, byte: usize) -> usize {
    text.char_indices().take_while(|(at, c)| at.saturating_add(c.len_utf8()) <= byte).map(|(_, c)| c.len_utf16()).sum()
}

#[cfg(test)]
mod tests {
    use super::{byte, utf16};

    #[test]
    fn units_become_bytes_and_come_back() {
        let text = "规则 甲\r\n😀𠮷b\n";
        let mut units = 0;
        for (at, c) in text.char_indices() {
            assert_eq!((byte(text, units), utf16(text, at)), (at, units), "{c}");
            assert_eq!(byte(text, units + c.len_utf16() - 1), at, "inside {c}");
            assert_eq!(utf16(text, at + c.len_utf8() - 1), units, "inside {c}");
            units += c.len_utf16();
        }
        assert_eq!((byte(text, units), byte(text, 999)), (text.len(), text.len()));
        assert_eq!((utf16(text, text.len()), utf16(text, 999)), (units, units));
    }
}
