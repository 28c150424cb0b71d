//! Exact decimal numbers: money, percentages, counts. No float touches a judgement.

use serde::{Deserialize, Serialize};

/// An exact decimal: `units × 10^-scale`. Money is in yuan.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Decimal {
    /// The unscaled value.
    pub units: i64,
    /// Digits after the point, at most 18.
    pub scale: u8,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { units: 0, scale: 0 };

    /// An integer.
    #[must_use]
    pub const fn int(units: i64) -> Self {
        Self { units, scale: 0 }
    }

    /// Parses `-12.50`; at most 18 digits after the point. `None` for anything else or too large.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |d| (true, d));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty()
            || !all_digits(whole)
            || !all_digits(fraction)
            || (digits.contains('.') && fraction.is_empty())
        {
            return None;
        }
        let scale = u8::try_from(fraction.len()).ok().filter(|s| *s <= 18)?;
        let units: i64 = [whole, fraction].concat().parse().ok()?;
        Some(Self { units: if negative { units.checked_neg()? } else { units }, scale }.normal())
    }

    /// Without trailing zeros after the point.
    #[must_use]
    pub fn normal(mut self) -> Self {
        while self.scale > 0 && self.units.checked_rem(10) == Some(0) {
            self.units /= 10;
            self.scale = self.scale.saturating_sub(1);
        }
        self
    }

    fn at_scale(self, scale: u8) -> Option<i128> {
        let steps = u32::from(scale.checked_sub(self.scale)?);
        10i128.checked_pow(steps)?.checked_mul(i128::from(self.units))
    }

    fn from_wide(units: i128, scale: u8) -> Option<Self> {
        let (mut units, mut scale) = (units, scale);
        while scale > 0 && units.checked_rem(10) == Some(0) {
            units = units.checked_div(10)?;
            scale = scale.checked_sub(1)?;
        }
        (scale <= 18).then_some(Self { units: i64::try_from(units).ok()?, scale })
    }

    /// Sum, `None` on overflow.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        Self::from_wide(self.at_scale(scale)?.checked_add(other.at_scale(scale)?)?, scale)
    }

    /// Difference, `None` on overflow.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(Self { units: other.units.checked_neg()?, scale: other.scale })
    }

    /// Product, `None` on overflow.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Self::from_wide(
            i128::from(self.units).checked_mul(i128::from(other.units))?,
            self.scale.checked_add(other.scale)?,
        )
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        // i64 × 10^18 fits i128, so both sides exist unless a hostile pack gives a larger scale: then compare what is there.
        let scale = self.scale.max(other.scale);
        match (self.at_scale(scale), other.at_scale(scale)) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => (self.units, self.scale).cmp(&(other.units, other.scale)),
        }
    }
}

impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        let n = self.normal();
        (n.units, n.scale).hash(state);
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.units);
        }
        let scale = usize::from(self.scale);
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = scale.saturating_add(1));
        let (whole, fraction) = digits.split_at(digits.len().saturating_sub(scale));
        write!(f, "{}{whole}.{fraction}", if self.units < 0 { "-" } else { "" })
    }
}
