//! Working calendars: holidays and make-up days, year by year, each year with its source.

use super::Checker;
use crate::diagnostic::{Diagnostic, Message};
use crate::eval::date::day;
use crate::pack::model::{CalendarYear, Day};
use crate::syntax::tree::{CalendarDecl, DayRange, Span, YearDecl};

/// Most days of one line: no holiday lasts longer, and a slip of the year would.
const LONGEST: i32 = 31;

impl Checker<'_> {
    pub(super) fn calendar(&mut self, decl: &CalendarDecl) {
        for year in &decl.years {
            self.calendar_year(year);
        }
    }

    fn calendar_year(&mut self, decl: &YearDecl) {
        let number = i32::try_from(decl.year.node).unwrap_or(0);
        let (Some(first), Some(last)) = (day(number, 1, 1), day(number, 12, 31)) else { return };
        if decl.source.is_none() {
            self.wrong_days(
                decl.year.span,
                "这一年没有写明来源，无从核对",
                "the year names no source to check it by",
                "写上公布放假安排的文件",
                "name the document that announces the holidays",
            );
        }
        if self.b.core.calendar.iter().any(|y| y.first == first) {
            self.wrong_days(decl.year.span, "这一年写了两次", "the year is there twice", "合并成一处", "merge them");
            return;
        }
        let mut held = CalendarYear { first, last, rest: Vec::new(), work: Vec::new(), source: 0 };
        for range in &decl.days {
            let days = self.days_of(range, first, last);
            if range.works { &mut held.work } else { &mut held.rest }.extend(days);
        }
        for list in [&mut held.rest, &mut held.work] {
            list.sort_unstable();
            list.dedup();
        }
        if held.rest.iter().any(|d| held.work.binary_search(d).is_ok()) {
            self.wrong_days(
                decl.year.span,
                "有一天既是休息日又是上班日",
                "a day is both off and worked",
                "核对文件上的日期",
                "check the dates on the document",
            );
        }
        held.source = self.b.bilingual(decl.source.as_ref());
        self.b.core.calendar.push(held);
    }

    fn days_of(&mut self, range: &DayRange, first: Day, last: Day) -> Vec<Day> {
        let from = self.maybe_day(Some(&range.from));
        let to = range.to.as_ref().map_or(from, |to| self.maybe_day(Some(to)));
        let (Some(from), Some(to)) = (from, to) else { return Vec::new() };
        if from > to || to.saturating_sub(from) >= LONGEST || from < first || to > last {
            self.wrong_days(
                range.from.span,
                "这几天不在这一年里、先后颠倒或者太长",
                "these days are not of the year, out of order, or too many",
                "核对日期；跨年的假期分写在两年里",
                "check the dates; a holiday across New Year stands in both years",
            );
            return Vec::new();
        }
        (from..=to).collect()
    }

    /// E0344.
    fn wrong_days(&mut self, span: Span, zh: &str, en: &str, help_zh: &str, help_en: &str) {
        self.report(Diagnostic::error("E0344", span, Message::new(zh, en), Message::new(help_zh, help_en)));
    }
}
