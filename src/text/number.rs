//! Numbers as Chinese sales talk writes them: 199, １，０００ stays two numbers, 1,000 is one, 3.5万, 十二, 两千五, 一百九十九块九, 三块五毛八.
//! Values are exact. What the characters mean as numerals is the language's, so it stands here and not in a fold table.
//!
//! A number starts where no digit or numeral precedes it. Its readings are what a pattern may choose from: with and without a
//! multiplier after Arabic digits (3万 元, 3 万元).

use super::api::FoldSet;
use super::symbols::{SYMBOL, Symbols};
use super::window::{Position, Reader, Window};
use crate::pack::decimal::Decimal;
use crate::syntax::tree::FoldKind;

/// What a character means in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numeral {
    None,
    Digit(u8),
    /// 十百千: a power of ten.
    Unit(u8),
    /// 万亿.
    Myriad(u8),
    Half,
    Point,
    /// 多余几来: "and some".
    Some,
    /// 毛角.
    Tenth,
    Part,
    Of,
}

const NUMERALS: [(char, Numeral); 32] = [
    ('零', Numeral::Digit(0)),
    ('〇', Numeral::Digit(0)),
    ('一', Numeral::Digit(1)),
    ('二', Numeral::Digit(2)),
    ('两', Numeral::Digit(2)),
    ('俩', Numeral::Digit(2)),
    ('三', Numeral::Digit(3)),
    ('仨', Numeral::Digit(3)),
    ('四', Numeral::Digit(4)),
    ('五', Numeral::Digit(5)),
    ('六', Numeral::Digit(6)),
    ('七', Numeral::Digit(7)),
    ('八', Numeral::Digit(8)),
    ('九', Numeral::Digit(9)),
    ('十', Numeral::Unit(1)),
    ('百', Numeral::Unit(2)),
    ('千', Numeral::Unit(3)),
    ('万', Numeral::Myriad(4)),
    ('亿', Numeral::Myriad(8)),
    ('半', Numeral::Half),
    ('点', Numeral::Point),
    ('多', Numeral::Some),
    ('余', Numeral::Some),
    ('几', Numeral::Some),
    ('来', Numeral::Some),
    ('毛', Numeral::Tenth),
    ('角', Numeral::Tenth),
    ('分', Numeral::Part),
    ('之', Numeral::Of),
    ('块', Numeral::None),
    ('元', Numeral::None),
    ('圆', Numeral::None),
];

/// What follows a digit that is no tenth of a yuan: 三块五折, 三块五个.
const COUNTERS: &str = "折分块元圆件个瓶盒袋斤克米天日月年号片支条只双张倍人次万千百十亿%％度层寸公小星成";

/// What follows a 分 that is no hundredth of a yuan: 分期, 分之, 分钟.
const NOT_FEN: &str = "期之钟鐘店类類享批次";

/// The characters that the alphabet must have for numbers to be read.
pub(super) fn chars() -> impl Iterator<Item = char> {
    NUMERALS.iter().map(|(c, _)| *c)
}

/// Whether the character is a digit or a unit of Chinese numbers.
pub(super) fn is_numeral(c: char) -> bool {
    NUMERALS.iter().any(|(n, kind)| {
        *n == c && matches!(kind, Numeral::Digit(_) | Numeral::Unit(_) | Numeral::Myriad(_) | Numeral::Half)
    })
}

/// Symbol → numeral.
#[derive(Debug)]
pub(super) struct Numerals {
    by_symbol: Vec<Numeral>,
    /// 块元圆.
    money: [u16; 3],
}

/// A number at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    /// One past its last position.
    pub(super) end: usize,
    pub(super) folds: FoldSet,
    pub(super) uncertain: bool,
    /// 百分之N: its unit is a per cent sign that is not there.
    pub(super) percent: bool,
}

impl Numerals {
    pub(super) fn build(reader: &Reader) -> Self {
        let symbols: &Symbols = &reader.symbols;
        let of = |c: char| symbols.symbol(reader.folds.of(c).to.first().copied().unwrap_or(c));
        let mut by_symbol = vec![Numeral::None; usize::from(symbols.count)];
        // Should a table fold one numeral into another, the one that stands for itself decides.
        let own = |c: &char| reader.folds.of(*c).to.is_empty();
        for pass in [false, true] {
            for (c, numeral) in NUMERALS.iter().filter(|(c, _)| own(c) == pass) {
                if let Some(place) = by_symbol.get_mut(usize::from(of(*c))) {
                    *place = *numeral;
                }
            }
        }
        Self { by_symbol, money: [of('块'), of('元'), of('圆')] }
    }

    fn of(&self, position: &Position) -> Numeral {
        if position.is_digit() {
            return Numeral::None;
        }
        self.by_symbol.get(usize::from(position.entry & SYMBOL)).copied().unwrap_or(Numeral::None)
    }

    /// The readings at a position, shortest first.
    pub(super) fn read(&self, reader: &Reader, window: &Window, at: usize) -> [Option<Number>; 2] {
        let mut found = [None, None];
        let position = |at: usize| window.positions.get(at);
        let Some(first) = position(at) else { return found };
        let before = at.checked_sub(1).and_then(position);
        if before.is_some_and(|p| p.is_digit() || is_number(self.of(p)) && !first.is_digit()) {
            return found;
        }
        let beyond = at.checked_sub(2).and_then(position);
        if first.is_digit()
            && before.is_some_and(|p| matches!(p.c, '.' | ',' | '．'))
            && beyond.is_some_and(Position::is_digit)
        {
            return found;
        }
        let number = |(value, end): (Decimal, usize)| {
            let (folds, uncertain) = needed(reader, window, at, end);
            Number { value, end, folds, uncertain, percent: false }
        };
        if first.is_digit() {
            if let Some((value, end)) = arabic(reader, window, at) {
                let multiplied = self.multiplied(window, value, end).map(number);
                found = [Some(number((value, end))), multiplied];
            }
        } else if let Some((value, end)) = self.chinese(reader, window, at) {
            found = [Some(number((value, end))), None];
        }
        found
    }

    fn chinese(&self, reader: &Reader, window: &Window, at: usize) -> Option<(Decimal, usize)> {
        let run: Vec<Numeral> = window.positions.iter().skip(at).map_while(|p| self.digit_or_unit(reader, p)).collect();
        let (value, length) = chinese(&run)?;
        let end = at.saturating_add(length);
        if window.positions.get(end).is_some_and(|p| self.of(p) == Numeral::Point)
            && let Some((fraction, end)) = self.fraction(window, end.saturating_add(1))
        {
            return Some((value.checked_add(fraction)?, end));
        }
        Some((value, end))
    }

    /// 百分之N.
    pub(super) fn percent(&self, reader: &Reader, window: &Window, at: usize) -> Option<Number> {
        let symbol = |at: usize| window.positions.get(at).map(|p| self.of(p));
        let second = at.checked_add(1)?;
        let third = at.checked_add(2)?;
        if symbol(at)? != Numeral::Unit(2) || symbol(second)? != Numeral::Part || symbol(third)? != Numeral::Of {
            return None;
        }
        let start = third.checked_add(1)?;
        let number = self.read(reader, window, start).into_iter().flatten().next_back().or_else(|| {
            (symbol(start)? == Numeral::Unit(2)).then(|| Number {
                value: Decimal::int(100),
                end: start.saturating_add(1),
                folds: FoldSet::EMPTY,
                uncertain: false,
                percent: true,
            })
        })?;
        Some(Number { percent: true, ..number })
    }

    /// 几, 多, 余, 来 between a number from ten on and its unit.
    pub(super) fn and_some(&self, window: &Window, number: &Number) -> Option<usize> {
        let some = window.positions.get(number.end).is_some_and(|p| self.of(p) == Numeral::Some);
        (some && number.value >= Decimal::int(10)).then(|| number.end.saturating_add(1))
    }

    /// What follows the unit and belongs to the number: the 九 of 一百九十九块九, the 五毛 of 三块五毛.
    pub(super) fn tail(
        &self,
        reader: &Reader,
        window: &Window,
        number: &Number,
        unit_end: usize,
    ) -> Option<(Decimal, usize)> {
        let position = |at: usize| window.positions.get(at);
        let unit = position(unit_end.checked_sub(1)?)?;
        if !self.money.contains(&(unit.entry & SYMBOL)) || number.value.scale != 0 {
            return None;
        }
        let first = position(unit_end)?;
        let half = self.of(first) == Numeral::Half;
        let digit = if half { 5 } else { self.spoken_digit(reader, first)? };
        let after = unit_end.saturating_add(1);
        // 三块零五: hundredths alone.
        if self.of(first) == Numeral::Digit(0) {
            let (hundredths, end) = self.hundredths(reader, window, after)?;
            return Some((number.value.checked_add(Decimal { units: hundredths, scale: 2 }.normal())?, end));
        }
        let tenths = i64::from(digit);
        let sum = |hundredths: i64| {
            let units = tenths.checked_mul(10)?.checked_add(hundredths)?;
            number.value.checked_add(Decimal { units, scale: 2 }.normal())
        };
        let Some(next) = position(after) else { return Some((sum(0)?, after)) };
        // 三块五毛, 三块五毛八.
        if self.of(next) == Numeral::Tenth {
            let end = after.saturating_add(1);
            return match self.hundredths(reader, window, end).filter(|_| !half) {
                Some((hundredths, end)) => Some((sum(hundredths)?, end)),
                None => Some((sum(0)?, end)),
            };
        }
        // 三块五八, where the digits are spoken.
        if !half
            && !first.is_digit()
            && !next.is_digit()
            && let Some((hundredths, end)) = self.hundredths(reader, window, after)
        {
            return Some((sum(hundredths)?, end));
        }
        let word = half && matches!(next.c, '价' | '價');
        if self.goes_on(next) || word || matches!(next.c, '.' | '．') {
            return None;
        }
        Some((sum(0)?, after))
    }

    /// Whether what follows a digit makes it another number, or the number of something else.
    fn goes_on(&self, next: &Position) -> bool {
        next.is_digit() || is_number(self.of(next)) || COUNTERS.contains(next.c)
    }

    fn spoken_digit(&self, reader: &Reader, position: &Position) -> Option<u8> {
        match self.of(position) {
            Numeral::Digit(digit) => Some(digit),
            _ if position.is_digit() => single_digit(reader, position),
            _ => None,
        }
    }

    /// A last digit of an amount, with or without 分; none where it counts something else (三块五毛八个, 分期).
    fn hundredths(&self, reader: &Reader, window: &Window, at: usize) -> Option<(i64, usize)> {
        let digit = self.spoken_digit(reader, window.positions.get(at)?)?;
        let end = at.saturating_add(1);
        let Some(next) = window.positions.get(end) else { return Some((i64::from(digit), end)) };
        if self.of(next) == Numeral::Part {
            let beyond = end.saturating_add(1);
            let other = window.positions.get(beyond).is_some_and(|p| NOT_FEN.contains(p.c));
            return (!other).then_some((i64::from(digit), beyond));
        }
        (!self.goes_on(next) && !matches!(next.c, '.' | '．')).then_some((i64::from(digit), end))
    }

    /// A Chinese digit or unit; an Arabic digit inside Chinese numerals counts too (十4).
    fn digit_or_unit(&self, reader: &Reader, position: &Position) -> Option<Numeral> {
        if position.is_digit() {
            return single_digit(reader, position).map(Numeral::Digit);
        }
        let numeral = self.of(position);
        is_number(numeral).then_some(numeral)
    }

    /// With 百千万亿 after Arabic digits.
    fn multiplied(&self, window: &Window, value: Decimal, end: usize) -> Option<(Decimal, usize)> {
        let (mut product, mut at) = (Some(value), end);
        while let Some(position) = window.positions.get(at) {
            let (Numeral::Unit(power) | Numeral::Myriad(power)) = self.of(position) else { break };
            product = product.zip(power_of_ten(power)).and_then(|(a, b)| a.checked_mul(b));
            at = at.saturating_add(1);
        }
        product.filter(|_| at > end).map(|value| (value, at))
    }

    /// The digits after 点.
    fn fraction(&self, window: &Window, at: usize) -> Option<(Decimal, usize)> {
        let (mut units, mut scale, mut end) = (0i64, 0u8, at);
        while let Some(position) = window.positions.get(end) {
            let Numeral::Digit(digit) = self.of(position) else { break };
            units = units.checked_mul(10)?.checked_add(i64::from(digit))?;
            scale = scale.checked_add(1).filter(|s| *s <= 18)?;
            end = end.saturating_add(1);
        }
        (end > at).then(|| (Decimal { units, scale }.normal(), end))
    }
}

const fn is_number(numeral: Numeral) -> bool {
    matches!(numeral, Numeral::Digit(_) | Numeral::Unit(_) | Numeral::Myriad(_) | Numeral::Half)
}

fn power_of_ten(power: u8) -> Option<Decimal> {
    10i64.checked_pow(u32::from(power)).map(Decimal::int)
}

/// The ASCII digits of a character.
fn digits<'a>(reader: &'a Reader, position: &Position, own: &'a mut [char; 1]) -> &'a [char] {
    if !position.c.is_ascii() {
        let ascii = reader.folds.of(position.c).ascii;
        if !ascii.is_empty() {
            return ascii;
        }
    }
    *own = [position.c];
    own
}

fn single_digit(reader: &Reader, position: &Position) -> Option<u8> {
    match digits(reader, position, &mut ['0']) {
        [c] => c.to_digit(10).and_then(|d| u8::try_from(d).ok()),
        _ => None,
    }
}

/// Arabic digits with thousands commas and a point.
fn arabic(reader: &Reader, window: &Window, start: usize) -> Option<(Decimal, usize)> {
    let position = |at: usize| window.positions.get(at);
    let is_digit = |at: usize| position(at).is_some_and(Position::is_digit);
    // The digits so far as a number, and how many they are; `None` once they are too many.
    let mut value = Some((0i64, 0u32));
    let run = |from: usize, value: &mut Option<(i64, u32)>| {
        let mut at = from;
        while let Some(position) = window.positions.get(at).filter(|p| p.is_digit()) {
            for c in digits(reader, position, &mut ['0']) {
                *value = value.and_then(|(number, count)| {
                    let digit = i64::from(c.to_digit(10)?);
                    Some((number.checked_mul(10)?.checked_add(digit)?, count.checked_add(1)?))
                });
            }
            at = at.saturating_add(1);
        }
        at
    };
    let mut end = run(start, &mut value);
    if value.is_some_and(|(_, count)| count <= 3) {
        while position(end).is_some_and(|p| p.c == ',') {
            let from = end.saturating_add(1);
            let to = from.saturating_add(3);
            if !(from..to).all(is_digit) || is_digit(to) {
                break;
            }
            end = run(from, &mut value);
        }
    }
    let point = |at: usize| position(at).is_some_and(|p| matches!(p.c, '.' | '．')) && is_digit(at.saturating_add(1));
    let (_, whole) = value?;
    if point(end) {
        end = run(end.saturating_add(1), &mut value);
        if point(end) {
            return None;
        }
    }
    let (units, count) = value?;
    let scale = u8::try_from(count.saturating_sub(whole)).ok().filter(|scale| *scale <= 18)?;
    Some((Decimal { units, scale }.normal(), end))
}

/// A run of Chinese numerals: its value and how many characters it takes.
fn chinese(run: &[Numeral]) -> Option<(Decimal, usize)> {
    match run {
        // 百八十: a hundred or so, said by its upper end.
        [Numeral::Unit(2..), Numeral::Digit(1..), Numeral::Unit(_), ..] => {}
        [] | [Numeral::Myriad(_) | Numeral::Unit(2..), ..] => return None,
        [Numeral::Half, ..] => return Some((Decimal { units: 5, scale: 1 }, 1)),
        _ => {}
    }
    let length = run.iter().position(|n| *n == Numeral::Half).unwrap_or(run.len());
    let run = run.get(..length)?;
    let digits: Option<Vec<i64>> =
        run.iter().map(|n| if let Numeral::Digit(d) = n { Some(i64::from(*d)) } else { None }).collect();
    if let Some(digits) = digits {
        return Some((positional(&digits)?, length));
    }
    let (mut total, mut section, mut digit) = (0i64, 0i64, None::<i64>);
    // The power of ten below which a last digit stands without its own: two of 两千五 is 五百.
    let mut below = 0u8;
    for numeral in run {
        match numeral {
            Numeral::Digit(value) => {
                if *value == 0 {
                    below = 0;
                }
                // 一百二三十: the last of several digits counts.
                digit = Some(i64::from(*value));
            }
            Numeral::Unit(power) => {
                let scaled = digit.take().unwrap_or(1).checked_mul(10i64.checked_pow(u32::from(*power))?)?;
                section = section.checked_add(scaled)?;
                below = *power;
            }
            Numeral::Myriad(power) => {
                section = section.checked_add(digit.take().unwrap_or(0))?;
                let scale = 10i64.checked_pow(u32::from(*power))?;
                if *power == 8 {
                    total = total.checked_add(section)?.max(1).checked_mul(scale)?;
                } else {
                    total = total.checked_add(section.max(1).checked_mul(scale)?)?;
                }
                section = 0;
                below = *power;
            }
            _ => return None,
        }
    }
    let last = digit.unwrap_or(0);
    let after_unit = matches!(run, [.., Numeral::Unit(_) | Numeral::Myriad(_), Numeral::Digit(_)]);
    let scaled = if after_unit && below >= 2 {
        last.checked_mul(10i64.checked_pow(u32::from(below.saturating_sub(1)))?)?
    } else {
        last
    };
    Some((Decimal::int(total.checked_add(section)?.checked_add(scaled)?), length))
}

/// Digits without units: 二零二五 is 2025, 九八 is 98, but 三五 and 七八 are "three to five", "seven or eight": the upper bound.
fn positional(digits: &[i64]) -> Option<Decimal> {
    if let [low, high] = digits
        && *low > 0
        && low < high
    {
        return Some(Decimal::int(*high));
    }
    digits.iter().try_fold(0i64, |value, digit| value.checked_mul(10)?.checked_add(*digit)).map(Decimal::int)
}

/// The folds that reading the number needed: not the one that makes Arabic digits Chinese.
fn needed(reader: &Reader, window: &Window, start: usize, end: usize) -> (FoldSet, bool) {
    let (mut folds, mut uncertain) = (FoldSet::EMPTY, false);
    for position in window.positions.get(start..end).unwrap_or(&[]).iter().filter(|p| !p.c.is_ascii()) {
        let fold = reader.folds.of(position.c);
        let own = if position.is_digit() { fold.folds.without(FoldKind::Digit) } else { fold.folds };
        folds = folds.union(own);
        uncertain |= fold.uncertain;
    }
    (folds, uncertain)
}
