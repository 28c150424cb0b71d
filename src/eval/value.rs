//! Truth values, scalar values, comparison and arithmetic. Total: what overflows or does not fit is [`Val::Error`].

use super::date::shift;
use crate::pack::decimal::Decimal;
use crate::pack::model::{Day, Ref};
use crate::syntax::tree::{ArithOp, CmpOp};
use std::cmp::Ordering;

/// Kleene's three values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// Known to be false.
    False,
    /// Not known.
    Unknown,
    /// Known to be true.
    True,
}

impl Truth {
    /// A known value.
    #[must_use]
    pub const fn known(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }

    /// Conjunction.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    /// Disjunction.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::True, _) | (_, Self::True) => Self::True,
            (Self::False, Self::False) => Self::False,
            _ => Self::Unknown,
        }
    }

    /// As the report writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::False => "false",
            Self::Unknown => "unknown",
            Self::True => "true",
        }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    /// Negation: what is unknown stays unknown.
    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

/// A moment: seconds since 1970-01-01T00:00:00Z, and the offset it was written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Seconds, UTC.
    pub utc: i64,
    /// Local time minus UTC, seconds.
    pub offset: i32,
}

impl Stamp {
    /// The local day.
    #[must_use]
    pub fn day(self) -> Day {
        let local = self.utc.saturating_add(i64::from(self.offset));
        Day::try_from(local.div_euclid(DAY_SECONDS)).unwrap_or(Day::MAX)
    }
}

/// A calendar duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Months (a year is twelve).
    pub months: i32,
    /// Days (a week is seven).
    pub days: i32,
    /// Seconds.
    pub seconds: i64,
}

const DAY_SECONDS: i64 = 86_400;
/// Fewest days that n months in a row can have, n from 0 to 12.
const FEWEST: [i64; 13] = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334, 365];
/// Most days that n months in a row can have, n from 0 to 12.
const MOST: [i64; 13] = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337, 366];

impl Period {
    fn rest(self) -> Option<i64> {
        i64::from(self.days).checked_mul(DAY_SECONDS)?.checked_add(self.seconds)
    }

    /// Shortest and longest it can be, in seconds.
    fn bounds(self) -> Option<(i64, i64)> {
        let months = self.months.unsigned_abs();
        let years = i64::from(months.checked_div(12)?);
        let part = usize::try_from(months.checked_rem(12)?).ok()?;
        // Of n years n/4 are leap years, one more or one fewer at most.
        let leaps = years.checked_div(4)?;
        let base = years.checked_mul(365)?;
        let least = base.checked_add(leaps.saturating_sub(1).max(0))?.checked_add(*FEWEST.get(part)?)?;
        let most =
            base.checked_add(if years == 0 { 0 } else { leaps.checked_add(1)? })?.checked_add(*MOST.get(part)?)?;
        let (least, most) = if self.months < 0 { (most.checked_neg()?, least.checked_neg()?) } else { (least, most) };
        let rest = self.rest()?;
        let seconds = |days: i64| days.checked_mul(DAY_SECONDS)?.checked_add(rest);
        Some((seconds(least)?, seconds(most)?))
    }

    /// Order, where the calendar leaves no doubt: a month against 27 or 32 days, not against 30.
    fn order(self, other: Self) -> Option<Ordering> {
        if self.months == other.months {
            return Some(self.rest()?.cmp(&other.rest()?));
        }
        let (a, b) = (self.bounds()?, other.bounds()?);
        if a.1 < b.0 {
            Some(Ordering::Less)
        } else if a.0 > b.1 {
            Some(Ordering::Greater)
        } else {
            None
        }
    }

    fn add(self, other: Self) -> Option<Self> {
        Some(Self {
            months: self.months.checked_add(other.months)?,
            days: self.days.checked_add(other.days)?,
            seconds: self.seconds.checked_add(other.seconds)?,
        })
    }

    fn negated(self) -> Option<Self> {
        Some(Self {
            months: self.months.checked_neg()?,
            days: self.days.checked_neg()?,
            seconds: self.seconds.checked_neg()?,
        })
    }

    fn times(self, by: Decimal) -> Option<Self> {
        let by = by.normal();
        let by = if by.scale == 0 { by.units } else { return None };
        Some(Self {
            months: self.months.checked_mul(i32::try_from(by).ok()?)?,
            days: self.days.checked_mul(i32::try_from(by).ok()?)?,
            seconds: self.seconds.checked_mul(by)?,
        })
    }
}

/// A scalar value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Val<'v> {
    /// Not stated.
    Unknown,
    /// Overflow, or types that do not fit: unknown, and nobody can supply it.
    Error,
    /// Known to be none.
    Null,
    /// Bool.
    Bool(bool),
    /// Int, decimal, money, percent.
    Number(Decimal),
    /// Date.
    Date(Day),
    /// Moment.
    Moment(Stamp),
    /// Duration.
    Period(Period),
    /// Working days, which only a calendar turns into days.
    WorkingDays(i32),
    /// Text.
    Text(&'v str),
    /// Enum member or category: type and index of the member.
    Member(Ref, u32),
}

impl Val<'_> {
    fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => Some(a.cmp(b)),
            (Self::Date(a), Self::Date(b)) => Some(a.cmp(b)),
            (Self::Moment(a), Self::Moment(b)) => Some(a.utc.cmp(&b.utc)),
            (Self::Moment(a), Self::Date(b)) => Some(a.day().cmp(b)),
            (Self::Date(a), Self::Moment(b)) => Some(a.cmp(&b.day())),
            (Self::Period(a), Self::Period(b)) => a.order(*b),
            _ => None,
        }
    }

    fn same(&self, other: &Self) -> Option<bool> {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => Some(a == b),
            (Self::Text(a), Self::Text(b)) => Some(a == b),
            (Self::Member(t, a), Self::Member(u, b)) => (t == u).then_some(a == b),
            // A month is not thirty days, whatever their order.
            (Self::Period(a), Self::Period(b)) => Some(a.months == b.months && a.rest()? == b.rest()?),
            _ => Some(self.order(other)?.is_eq()),
        }
    }
}

/// Compares. Against what is missing: unknown. Against null: `==` and the orders are false, `!=` is true. `None`: an error.
#[must_use]
pub fn compare(op: CmpOp, a: &Val, b: &Val) -> Option<Truth> {
    match (a, b) {
        (Val::Error, _) | (_, Val::Error) => return None,
        (Val::Unknown, _) | (_, Val::Unknown) => return Some(Truth::Unknown),
        (Val::Null, _) | (_, Val::Null) => return Some(Truth::known(op == CmpOp::Ne)),
        _ => {}
    }
    let result = match op {
        CmpOp::Eq => a.same(b)?,
        CmpOp::Ne => !a.same(b)?,
        CmpOp::Lt => a.order(b)?.is_lt(),
        CmpOp::Le => a.order(b)?.is_le(),
        CmpOp::Gt => a.order(b)?.is_gt(),
        CmpOp::Ge => a.order(b)?.is_ge(),
    };
    Some(Truth::known(result))
}

fn moved<'v>(from: Val<'v>, by: Period) -> Option<Val<'v>> {
    match from {
        Val::Date(d) => {
            let whole = by.seconds.checked_div(DAY_SECONDS)?;
            let exact = by.seconds.checked_rem(DAY_SECONDS)? == 0;
            exact.then_some(())?;
            Some(Val::Date(shift(d, by.months, i64::from(by.days).checked_add(whole)?)?))
        }
        Val::Moment(m) => {
            let days = shift(m.day(), by.months, i64::from(by.days))?.checked_sub(m.day())?;
            let utc = m.utc.checked_add(i64::from(days).checked_mul(DAY_SECONDS)?)?.checked_add(by.seconds)?;
            Some(Val::Moment(Stamp { utc, offset: m.offset }))
        }
        _ => None,
    }
}

fn combine<'v>(op: ArithOp, a: Val<'v>, b: Val<'v>) -> Option<Val<'v>> {
    match (op, a, b) {
        (ArithOp::Add, Val::Number(a), Val::Number(b)) => a.checked_add(b).map(Val::Number),
        (ArithOp::Sub, Val::Number(a), Val::Number(b)) => a.checked_sub(b).map(Val::Number),
        (ArithOp::Mul, Val::Number(a), Val::Number(b)) => a.checked_mul(b).map(Val::Number),
        (ArithOp::Add, Val::Period(a), Val::Period(b)) => a.add(b).map(Val::Period),
        (ArithOp::Sub, Val::Period(a), Val::Period(b)) => a.add(b.negated()?).map(Val::Period),
        (ArithOp::Mul, Val::Period(p), Val::Number(n)) | (ArithOp::Mul, Val::Number(n), Val::Period(p)) => {
            p.times(n).map(Val::Period)
        }
        (ArithOp::Sub, Val::Date(a), Val::Date(b)) => {
            Some(Val::Period(Period { months: 0, days: a.checked_sub(b)?, seconds: 0 }))
        }
        (ArithOp::Sub, Val::Moment(a), Val::Moment(b)) => {
            Some(Val::Period(Period { months: 0, days: 0, seconds: a.utc.checked_sub(b.utc)? }))
        }
        (ArithOp::Add, at @ (Val::Date(_) | Val::Moment(_)), Val::Period(p))
        | (ArithOp::Add, Val::Period(p), at @ (Val::Date(_) | Val::Moment(_))) => moved(at, p),
        (ArithOp::Sub, at @ (Val::Date(_) | Val::Moment(_)), Val::Period(p)) => moved(at, p.negated()?),
        _ => None,
    }
}

/// Calculates. Missing with anything is unknown, null with anything known is null.
#[must_use]
pub fn arithmetic<'v>(op: ArithOp, a: Val<'v>, b: Val<'v>) -> Val<'v> {
    match (a, b) {
        (Val::Error, _) | (_, Val::Error) => Val::Error,
        (Val::Unknown, _) | (_, Val::Unknown) => Val::Unknown,
        (Val::Null, _) | (_, Val::Null) => Val::Null,
        _ => combine(op, a, b).unwrap_or(Val::Error),
    }
}
