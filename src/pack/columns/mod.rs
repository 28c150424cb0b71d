//! How a section is written: by columns. All first fields of a type stand together, then all second ones, and so on, as the
//! type's shape says; numbers of one meaning are near each other, and so is text. What is alike compresses well, and a number that
//! grows from row to row is stored as how far it grew.
//!
//! ```text
//! number of columns, then the length of each, twice; odd where it holds differences
//! the columns, one after the other
//! ```
//!
//! A column belongs to a place in the type: a field, the elements of a list, the text of a string. Places are numbered as they are
//! first reached, by who writes and who reads alike, so that no name is stored. A list's place holds lengths, an option's and an
//! enum's what is there, a string's how many bytes of its text column it takes.
//!
//! Numbers have a first byte that says how many follow: below 192 it is the number; below 240 one follows (see [`number`]).

mod read;
mod write;

use std::fmt;

pub(super) use read::from_bytes;
pub(super) use write::to_bytes;

/// Most columns: far more than any type has places.
const MAX_COLUMNS: usize = 4096;

/// Why something is not written or read.
#[derive(Debug)]
pub(super) struct ColumnError;

impl fmt::Display for ColumnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not in columns")
    }
}

impl std::error::Error for ColumnError {}

impl serde::ser::Error for ColumnError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl serde::de::Error for ColumnError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Which column stands at which place below a column: by field, by variant, or 0 for elements, values and text.
#[derive(Clone, Debug, Default)]
struct Below(Vec<u32>);

impl Below {
    /// The column at a place, if it was reached before.
    #[inline]
    fn at(&self, place: usize) -> Option<usize> {
        self.0.get(place).and_then(|at| at.checked_sub(1)).map(|at| at as usize)
    }

    fn set(&mut self, place: usize, column: usize) -> Result<(), ColumnError> {
        if self.0.len() <= place {
            self.0.resize(place.saturating_add(1), 0);
        }
        let column = u32::try_from(column).ok().and_then(|c| c.checked_add(1)).ok_or(ColumnError)?;
        *self.0.get_mut(place).ok_or(ColumnError)? = column;
        Ok(())
    }
}

/// Numbers as bytes.
pub(super) mod number {
    /// Below this a number is its first byte.
    const ONE: u64 = 192;
    /// From here on a first byte says how many follow.
    const MORE: u8 = 240;
    /// Numbers below this take two bytes.
    const TWO: u64 = ONE + ((MORE as u64 - ONE) << 8);

    /// How many bytes a number takes.
    pub(super) fn len(number: u64) -> u64 {
        match number {
            0..ONE => 1,
            ONE..TWO => 2,
            _ => 1u64.saturating_add(more(number)),
        }
    }

    /// How many bytes follow the first.
    fn more(number: u64) -> u64 {
        u64::from(64u32.saturating_sub(number.leading_zeros()).div_ceil(8))
    }

    pub(in crate::pack) fn write(number: u64, into: &mut Vec<u8>) {
        match number {
            0..ONE => into.push(number as u8),
            ONE..TWO => {
                let rest = number.saturating_sub(ONE);
                into.extend([ONE.saturating_add(rest >> 8) as u8, rest as u8]);
            }
            _ => {
                let more = more(number);
                into.push(MORE.saturating_add(more.saturating_sub(1) as u8));
                let all = number.to_be_bytes();
                into.extend_from_slice(all.get(8usize.saturating_sub(more as usize)..).unwrap_or(&[]));
            }
        }
    }

    /// The number that the bytes begin with, and what comes after it.
    #[inline]
    pub(in crate::pack) fn read(bytes: &[u8]) -> Option<(u64, &[u8])> {
        let (first, rest) = bytes.split_first()?;
        match u64::from(*first) {
            small @ 0..ONE => Some((small, rest)),
            large if *first < MORE => {
                let (second, rest) = rest.split_first()?;
                Some((ONE.saturating_add(large.saturating_sub(ONE) << 8 | u64::from(*second)), rest))
            }
            _ => {
                let (more, rest) = rest.split_at_checked(usize::from(first.saturating_sub(MORE)).saturating_add(1))?;
                let wide = more.len() <= 8;
                wide.then(|| (more.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)), rest))
            }
        }
    }

    /// Numbers around 0 as numbers from 0.
    pub(super) const fn zigzag(signed: i64) -> u64 {
        (signed << 1 ^ signed >> 63) as u64
    }

    pub(super) const fn unzigzag(number: u64) -> i64 {
        (number >> 1) as i64 ^ ((number & 1) as i64).wrapping_neg()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Shape {
        Dot,
        Circle(u16),
        Pair(i32, Option<i64>),
        Named { name: String, around: Vec<char> },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Row {
        key: String,
        grows: u32,
        wide: u64,
        signed: i64,
        yes: bool,
        more: Vec<Vec<u8>>,
        pair: (u8, String),
        shape: Shape,
    }

    fn rows() -> Vec<Row> {
        let numbers = [0, 1, 191, 192, 193, 447, 448, 12_479, 12_480, 12_481, 65_535, 65_536, u64::from(u32::MAX)];
        let rows = numbers.into_iter().chain([u64::MAX - 1, u64::MAX]).enumerate();
        let rows = rows.map(|(at, wide)| Row {
            key: "准则".repeat(at),
            grows: 70_000 + at as u32,
            wide,
            signed: (wide as i64).wrapping_neg(),
            yes: at % 3 == 0,
            more: (0..at % 4).map(|n| (0..n as u8).collect()).collect(),
            pair: (at as u8, format!("{at}")),
            shape: match at % 5 {
                0 => Shape::Dot,
                1 => Shape::Circle(at as u16),
                2 => Shape::Pair(-(at as i32), Some(i64::MIN)),
                3 => Shape::Pair(i32::MIN, None),
                _ => Shape::Named { name: "a".to_owned(), around: vec!['𠮷', 'a', '准'] },
            },
        });
        rows.collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = to_bytes(&rows()).unwrap();
        assert_eq!(from_bytes::<Vec<Row>>(&bytes).unwrap(), rows());
        assert_eq!(from_bytes::<Vec<Row>>(&to_bytes(&Vec::<Row>::new()).unwrap()).unwrap(), []);
    }

    #[test]
    fn what_grows_takes_a_byte() {
        let grows: Vec<u32> = (1_000_000..1_001_000).collect();
        let bytes = to_bytes(&grows).unwrap();
        assert!(bytes.len() < 1_020, "{}", bytes.len());
        assert_eq!(from_bytes::<Vec<u32>>(&bytes).unwrap(), grows);
    }

    #[test]
    fn numbers_take_as_many_bytes_as_they_say() {
        for shift in 0..64u32 {
            for number in [1u64 << shift, (1u64 << shift) - 1, u64::MAX >> shift] {
                let mut bytes = Vec::new();
                number::write(number, &mut bytes);
                assert_eq!(bytes.len() as u64, number::len(number));
                assert_eq!(number::read(&bytes), Some((number, &[][..])));
                assert_eq!(number::read(bytes.split_last().unwrap().1), None);
                assert_eq!(number::zigzag(number::unzigzag(number)), number);
            }
        }
    }

    /// Nothing hostile panics, and nothing is made of it that is much larger than itself.
    #[test]
    fn altered_bytes_are_read_or_refused() {
        let bytes = to_bytes(&rows()).unwrap();
        for at in 0..bytes.len() {
            for change in [1, 0x7f, 0x80, 0xff] {
                let mut altered = bytes.clone();
                altered[at] ^= change;
                if let Ok(read) = from_bytes::<Vec<Row>>(&altered) {
                    let texts: usize = read.iter().map(|row| row.key.len() + row.pair.1.len()).sum();
                    assert!(read.len() <= bytes.len() && texts <= bytes.len());
                }
            }
            assert!(from_bytes::<Vec<Row>>(&bytes[..at]).is_err(), "cut at {at}");
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert!(from_bytes::<Vec<Row>>(&longer).is_err());
        // A list that says it is longer than all there is.
        let mut huge = vec![1, 9 << 1, 247];
        huge.extend([0xff; 8]);
        assert!(from_bytes::<Vec<u8>>(&huge).is_err());
    }
}
