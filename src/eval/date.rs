//! Calendar days and durations. Total: what does not exist is `None`.

use crate::pack::model::Day;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Days from 0001-01-01 (day 1) to 1970-01-01.
const EPOCH: i32 = 719_163;

/// The day of a calendar date that exists.
#[must_use]
pub fn day(year: i32, month: u32, day_of_month: u32) -> Option<Day> {
    NaiveDate::from_ymd_opt(year, month, day_of_month)?.num_days_from_ce().checked_sub(EPOCH)
}

/// Reads `YYYY-MM-DD`, exactly so, years 0001 to 9999.
#[must_use]
pub fn parse_day(text: &str) -> Option<Day> {
    let b = text.as_bytes();
    if b.len() != 10 || b.get(4) != Some(&b'-') || b.get(7) != Some(&b'-') {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        let digits = text.get(range)?;
        digits.bytes().all(|c| c.is_ascii_digit()).then(|| digits.parse::<u32>().ok()).flatten()
    };
    let year = number(0..4).filter(|y| *y > 0)?;
    day(i32::try_from(year).ok()?, number(5..7)?, number(8..10)?)
}

fn date(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day.checked_add(EPOCH)?)
}

/// Writes `YYYY-MM-DD`.
#[must_use]
pub fn format_day(day: Day) -> String {
    date(day).map_or_else(String::new, |d| format!("{:04}-{:02}-{:02}", d.year(), d.month(), d.day()))
}

/// The day `months` and `days` later (or earlier): months first, clamped to the month's end, as periods run in civil law.
#[must_use]
pub fn shift(day: Day, months: i32, days: i64) -> Option<Day> {
    let start = date(day)?;
    let size = Months::new(months.unsigned_abs());
    let by_month = if months < 0 { start.checked_sub_months(size)? } else { start.checked_add_months(size)? };
    let size = Days::new(days.unsigned_abs());
    let end = if days < 0 { by_month.checked_sub_days(size)? } else { by_month.checked_add_days(size)? };
    end.num_days_from_ce().checked_sub(EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_written() {
        for text in ["1970-01-01", "2024-02-29", "2026-11-21", "0001-01-01", "9999-12-31"] {
            assert_eq!(format_day(parse_day(text).unwrap()), text);
        }
        assert_eq!(parse_day("1970-01-02"), Some(1));
        for text in ["2023-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "0000-01-01", "2026-11-21 ", "+026-11-21"] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn months_end_where_the_month_ends() {
        let shifted = |text, months, days| format_day(shift(parse_day(text).unwrap(), months, days).unwrap());
        assert_eq!(shifted("2026-01-31", 1, 0), "2026-02-28");
        assert_eq!(shifted("2024-01-31", 1, 0), "2024-02-29");
        assert_eq!(shifted("2026-03-31", -1, 1), "2026-03-01");
        assert_eq!(shifted("2024-02-29", 36, 0), "2027-02-28");
        assert_eq!(shift(i32::MAX, 1, 0), None);
        assert_eq!(shift(0, 0, i64::MAX), None);
    }
}
