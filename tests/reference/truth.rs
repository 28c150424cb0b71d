//! Kleene's tables, and scalars: how they compare and add up.

use super::facts::Fact;
use chrono::{Days, Months, NaiveDate};
use zhunze::pack::model::Day;
use zhunze::syntax::tree::{ArithOp, CmpOp};

/// A truth value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    False,
    Unknown,
    True,
}
pub use Truth::{False, True, Unknown};

impl From<bool> for Truth {
    fn from(b: bool) -> Self {
        if b { True } else { False }
    }
}

impl Truth {
    pub fn not(self) -> Self {
        match self {
            False => True,
            Unknown => Unknown,
            True => False,
        }
    }

    /// The table of "and" is the minimum, that of "or" the maximum.
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }
}

pub fn all(truths: impl IntoIterator<Item = Truth>) -> Truth {
    truths.into_iter().fold(True, Truth::and)
}

pub fn any(truths: impl IntoIterator<Item = Truth>) -> Truth {
    truths.into_iter().fold(False, Truth::or)
}

fn date(day: Day) -> NaiveDate {
    NaiveDate::default() + chrono::TimeDelta::days(day.into())
}

/// Months first, clamped to the month's end, then days.
pub fn shift(day: Day, months: i64, days: i64) -> Day {
    let d = date(day);
    let d = if months < 0 { d - Months::new(-months as u32) } else { d + Months::new(months as u32) };
    let d = if days < 0 { d - Days::new(-days as u64) } else { d + Days::new(days as u64) };
    (d - NaiveDate::default()).num_days() as Day
}

fn holds(op: CmpOp, order: std::cmp::Ordering) -> bool {
    match op {
        CmpOp::Eq => order.is_eq(),
        CmpOp::Ne => order.is_ne(),
        CmpOp::Lt => order.is_lt(),
        CmpOp::Le => order.is_le(),
        CmpOp::Gt => order.is_gt(),
        CmpOp::Ge => order.is_ge(),
    }
}

/// Compares two facts.
pub fn compare(op: CmpOp, a: &Fact, b: &Fact) -> Truth {
    use Fact::*;
    match (a, b) {
        (Missing, _) | (_, Missing) => Unknown,
        // Against null: equal to nothing, above and below nothing.
        (Null, _) | (_, Null) => (op == CmpOp::Ne).into(),
        (Number(a), Number(b)) => holds(op, a.cmp(b)).into(),
        (Date(a), Date(b)) => holds(op, a.cmp(b)).into(),
        (Moment(a), Moment(b)) => holds(op, a.cmp(b)).into(),
        (Duration { .. }, Duration { .. }) => durations(op, a, b),
        (Bool(a), Bool(b)) => holds(op, a.cmp(b)).into(),
        (Text(a), Text(b)) => holds(op, a.cmp(b)).into(),
        (Member(t, a), Member(u, b)) => {
            assert_eq!(t, u);
            holds(op, a.cmp(b)).into()
        }
        other => panic!("{other:?} do not compare"),
    }
}

/// Durations compare where the calendar leaves no doubt: whatever day they start on.
fn durations(op: CmpOp, a: &Fact, b: &Fact) -> Truth {
    let length = |from: Day, f: &Fact| match f {
        Fact::Duration { months, days, seconds } => {
            (i64::from(shift(from, *months, *days)) - i64::from(from)) * 86_400 + seconds
        }
        _ => panic!("no duration"),
    };
    // A leap year and its neighbours: every length that months in a row can have.
    let start = 9_800;
    let found: Vec<bool> = (start..start + 4 * 366).map(|d| holds(op, length(d, a).cmp(&length(d, b)))).collect();
    match (found.contains(&true), found.contains(&false)) {
        (true, false) => True,
        (false, true) => False,
        _ => Unknown,
    }
}

/// Calculates: with what is missing nothing is known, with null there is none.
pub fn arithmetic(op: ArithOp, a: Fact, b: Fact) -> Fact {
    use Fact::*;
    let sign = if op == ArithOp::Sub { -1 } else { 1 };
    match (a, b) {
        (Missing, _) | (_, Missing) => Missing,
        (Null, _) | (_, Null) => Null,
        (Number(a), Number(b)) => Number(
            match op {
                ArithOp::Add => a.checked_add(b),
                ArithOp::Sub => a.checked_sub(b),
                ArithOp::Mul => a.checked_mul(b),
            }
            .unwrap(),
        ),
        (Date(d), Duration { months, days, seconds: 0 }) => Date(shift(d, sign * months, sign * days)),
        other => panic!("{other:?} do not add up"),
    }
}
