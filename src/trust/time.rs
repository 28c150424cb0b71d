//! Times as TUF writes them, `2027-01-01T00:00:00Z`, and as the caller gives them: seconds since 1970. There is no clock here.

use crate::eval::date::parse_day;
use chrono::{Datelike, NaiveDate, TimeDelta};

/// Seconds since 1970-01-01T00:00:00Z.
pub type Seconds = i64;

/// The time in a text that is written exactly as TUF writes it.
#[must_use]
pub fn parse(text: &str) -> Option<Seconds> {
    let (day, clock) = text.split_once('T')?;
    let day = i64::from(parse_day(day)?);
    let mut parts = clock.strip_suffix('Z')?.split(':');
    let mut part = |limit: i64| -> Option<i64> {
        let digits = parts.next().filter(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit()))?;
        digits.parse().ok().filter(|n| *n < limit)
    };
    let (hour, minute, second) = (part(24)?, part(60)?, part(60)?);
    if parts.next().is_some() {
        return None;
    }
    let clock = hour.checked_mul(3600)?.checked_add(minute.checked_mul(60)?)?.checked_add(second)?;
    day.checked_mul(86_400)?.checked_add(clock)
}

/// A time as TUF writes it; `None` outside of the years 0 to 9999.
#[must_use]
pub fn write(at: Seconds) -> Option<String> {
    let day = NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_signed(TimeDelta::try_days(at.div_euclid(86_400))?)?;
    if !(0..=9999).contains(&day.year()) {
        return None;
    }
    let clock = at.rem_euclid(86_400);
    let (hour, rest) = (clock.div_euclid(3600), clock.rem_euclid(3600));
    Some(format!("{day}T{hour:02}:{:02}:{:02}Z", rest.div_euclid(60), rest.rem_euclid(60)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for at in [0, 1, 86_399, 86_400, 1_795_000_000, -1] {
            assert_eq!(write(at).as_deref().and_then(parse), Some(at));
        }
        assert_eq!(parse("2027-01-01T00:00:00Z"), Some(1_798_761_600));
    }

    #[test]
    fn anything_else_is_no_time() {
        for text in [
            "",
            "2027-01-01",
            "2027-02-30T00:00:00Z",
            "2027-01-01T24:00:00Z",
            "2027-01-01T00:00:00",
            "2027-01-01T00:00:00+08:00",
            "2027-01-01T0:00:00Z",
            "2027-01-01T00:00:00:00Z",
            "2027-01-01T+1:00:00Z",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(write(i64::MAX), None);
    }
}
