//! Fold tables derived from Unicode: what `= unicode` means for each kind. Case and compatibility forms come from the standard
//! library and from `unicode-normalization`; only the blocks to take them from are listed here.

use crate::syntax::tree::FoldKind;
use std::ops::RangeInclusive;
use unicode_normalization::UnicodeNormalization;

/// Full-width and half-width forms, small and vertical punctuation, the wide space.
const WIDTH: [RangeInclusive<u32>; 5] =
    [0x3000..=0x3000, 0xff01..=0xffee, 0xfe50..=0xfe6b, 0xfe10..=0xfe19, 0xfe30..=0xfe4f];

/// Blocks of letters with case.
const CASE: [RangeInclusive<u32>; 4] = [0x41..=0x5a, 0xc0..=0x24f, 0x370..=0x52f, 0x1e00..=0x1eff];

/// Letterlike signs, Roman numerals, enclosed letters and digits, squared units, mathematical alphabets, ligatures, radicals and
/// compatibility ideographs. Superscripts are not here: 10² is not 102.
const STYLE: [RangeInclusive<u32>; 14] = [
    0x2100..=0x214f,
    0x2160..=0x217f,
    0x2460..=0x24ff,
    0x2776..=0x2793,
    0x2e80..=0x2fd5,
    0x3220..=0x3247,
    0x3280..=0x32b0,
    0x3358..=0x33df,
    0xf900..=0xfaff,
    0xfb00..=0xfb06,
    0x1_d400..=0x1_d7ff,
    0x1_f100..=0x1_f189,
    0x1_f200..=0x1_f251,
    0x1_fbf0..=0x1_fbf9,
];

/// Enclosed digits and letters for which Unicode gives no plain form: first character, what it stands for, how many follow.
const ENCLOSED: [(u32, Plain, u32); 8] = [
    (0x24eb, Plain::Number(11), 10),
    (0x24f5, Plain::Number(1), 10),
    (0x24ff, Plain::Number(0), 1),
    (0x2776, Plain::Number(1), 10),
    (0x2780, Plain::Number(1), 10),
    (0x278a, Plain::Number(1), 10),
    (0x1_f150, Plain::Letter('A'), 26),
    (0x1_f170, Plain::Letter('A'), 26),
];

/// Characters without width: default ignorables, joiners, variation selectors, tags, combining marks, controls.
const ZERO_WIDTH: [RangeInclusive<u32>; 25] = [
    0x00..=0x08,
    0x0e..=0x1f,
    0x7f..=0x84,
    0x86..=0x9f,
    0xad..=0xad,
    0x300..=0x36f,
    0x489..=0x489,
    0x61c..=0x61c,
    0x115f..=0x1160,
    0x17b4..=0x17b5,
    0x180b..=0x180f,
    0x1ab0..=0x1ace,
    0x1dc0..=0x1dff,
    0x200b..=0x200f,
    0x202a..=0x202e,
    0x2060..=0x206f,
    0x20d0..=0x20f0,
    0x3164..=0x3164,
    0xfe00..=0xfe0f,
    0xfe20..=0xfe2f,
    0xfeff..=0xfeff,
    0xffa0..=0xffa0,
    0xfff0..=0xfffb,
    0xe_0001..=0xe_007f,
    0xe_0100..=0xe_01ef,
];

#[derive(Clone, Copy)]
enum Plain {
    Number(u32),
    Letter(char),
}

/// The Unicode-derived table of a kind, ascending; empty for kinds that Unicode says nothing about.
#[must_use]
pub fn unicode_table(kind: FoldKind) -> Vec<(char, String)> {
    match kind {
        FoldKind::Width => chars(&WIDTH).filter_map(|c| Some((c, width(c)?))).collect(),
        FoldKind::Case => chars(&CASE).filter_map(|c| Some((c, lower(c)?))).collect(),
        FoldKind::Style => chars(&STYLE).filter_map(|c| Some((c, plain(c)?))).collect(),
        FoldKind::ZeroWidth => chars(&ZERO_WIDTH).map(|c| (c, String::new())).collect(),
        FoldKind::Separator => {
            let spaces = chars(&[0x09..=0x09, 0x20..=0x20, 0xa0..=0x3000]);
            spaces.filter(|c| c.is_whitespace() && !is_line_end(*c)).map(|c| (c, String::new())).collect()
        }
        _ => Vec::new(),
    }
}

fn chars(ranges: &[RangeInclusive<u32>]) -> impl Iterator<Item = char> + '_ {
    ranges.iter().flat_map(|range| range.clone().filter_map(char::from_u32))
}

const fn is_line_end(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The compatibility form, if it is one other character.
fn width(c: char) -> Option<String> {
    let form: String = c.nfkc().collect();
    (form.chars().count() == 1 && !form.starts_with(c)).then_some(form)
}

/// The lower-case letter of a letter that has no other plain form.
fn lower(c: char) -> Option<String> {
    let form: String = c.to_lowercase().collect();
    (form.chars().count() == 1 && !form.starts_with(c) && c.nfkc().eq([c])).then_some(form)
}

/// The letters, digits or Han characters that a styled one stands for, without the marks around them.
fn plain(c: char) -> Option<String> {
    let code = u32::from(c);
    for (first, plain, count) in ENCLOSED {
        let offset = code.checked_sub(first).filter(|offset| *offset < count);
        if let Some(offset) = offset {
            return match plain {
                Plain::Number(from) => Some(from.saturating_add(offset).to_string()),
                Plain::Letter(from) => char::from_u32(u32::from(from).saturating_add(offset)).map(String::from),
            };
        }
    }
    let form: String = c.nfkc().filter(|c| !matches!(c, '(' | ')' | '.' | ',' | '〔' | '〕')).collect();
    let fits = !form.is_empty() && form.chars().all(|c| c.is_alphanumeric() && !c.is_ascii_control());
    (fits && !form.starts_with(c)).then_some(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: FoldKind, c: char) -> Option<String> {
        unicode_table(kind).into_iter().find(|(from, _)| *from == c).map(|(_, to)| to)
    }

    #[test]
    fn tables_hold_what_sellers_write() {
        for (kind, from, to) in [
            (FoldKind::Width, 'Ａ', "A"),
            (FoldKind::Width, '％', "%"),
            (FoldKind::Width, '\u{3000}', " "),
            (FoldKind::Width, '，', ","),
            (FoldKind::Case, 'Z', "z"),
            (FoldKind::Case, 'É', "é"),
            (FoldKind::Style, '①', "1"),
            (FoldKind::Style, '⑩', "10"),
            (FoldKind::Style, '⒈', "1"),
            (FoldKind::Style, '⑴', "1"),
            (FoldKind::Style, '❶', "1"),
            (FoldKind::Style, '➓', "10"),
            (FoldKind::Style, '⓫', "11"),
            (FoldKind::Style, '㊀', "一"),
            (FoldKind::Style, '㈠', "一"),
            (FoldKind::Style, '㎏', "kg"),
            (FoldKind::Style, '№', "No"),
            (FoldKind::Style, '𝟕', "7"),
            (FoldKind::Style, '𝓐', "A"),
            (FoldKind::Style, '🅥', "V"),
            (FoldKind::Style, '🅇', "X"),
            (FoldKind::Style, '🉐', "得"),
            (FoldKind::Style, '⼀', "一"),
            (FoldKind::ZeroWidth, '\u{200b}', ""),
            (FoldKind::ZeroWidth, '\u{fe0f}', ""),
            (FoldKind::ZeroWidth, '\u{20e3}', ""),
            (FoldKind::Separator, '\u{a0}', ""),
        ] {
            assert_eq!(of(kind, from).as_deref(), Some(to), "{from}");
        }
        for (kind, from) in [
            (FoldKind::Style, '²'),
            (FoldKind::Style, '℃'),
            (FoldKind::ZeroWidth, '\n'),
            (FoldKind::ZeroWidth, '\u{85}'),
            (FoldKind::Separator, '\u{2028}'),
            (FoldKind::Width, '…'),
            (FoldKind::Case, 'Ａ'),
        ] {
            assert_eq!(of(kind, from), None, "{from}");
        }
    }

    #[test]
    fn tables_ascend_and_name_each_character_once() {
        for kind in [FoldKind::Width, FoldKind::Case, FoldKind::Style, FoldKind::ZeroWidth, FoldKind::Separator] {
            let mut table = unicode_table(kind);
            let count = table.len();
            assert!(count > 0);
            table.sort();
            table.dedup_by_key(|(c, _)| *c);
            assert_eq!(table.len(), count, "{kind:?}");
        }
    }
}
