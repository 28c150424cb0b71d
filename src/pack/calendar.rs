//! Which days are worked: the weekly days of rest, with the holidays and make-up days of the years that are held.

use super::linked::Linked;
use super::model::{CalendarYear, Day};

/// Where a count of working days ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// On this day.
    On(Day),
    /// It needs a day of a year that no calendar holds.
    NotHeld(Day),
    /// Beyond the days there are.
    Beyond,
}

/// Monday is 0.
fn weekday(day: Day) -> i32 {
    day.saturating_add(3).rem_euclid(7)
}

impl CalendarYear {
    /// Whether a day of this year is worked.
    #[must_use]
    pub fn works(&self, day: Day) -> bool {
        let has = |days: &[Day]| days.binary_search(&day).is_ok();
        has(&self.work) || weekday(day) < 5 && !has(&self.rest)
    }
}

impl Linked {
    /// The day so many working days after another, or before it where `by` is negative. The day itself does not count.
    #[must_use]
    pub fn working_days(&self, from: Day, by: i32) -> Counted {
        let step = by.signum();
        let (mut day, mut left) = (from, by.unsigned_abs());
        while left > 0 {
            let Some(next) = day.checked_add(step) else { return Counted::Beyond };
            day = next;
            let Some(year) = self.calendar.iter().find(|y| y.first <= day && day <= y.last) else {
                return Counted::NotHeld(day);
            };
            left = left.saturating_sub(u32::from(year.works(day)));
        }
        Counted::On(day)
    }
}
