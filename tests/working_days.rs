//! Deadlines in working days: counted by the years that a calendar holds, unknown in every other.
#![cfg(not(target_arch = "wasm32"))]
#![cfg(feature = "compiler")]

mod common;

use common::{PREAMBLE, engine_of, listing, rule, statuses, try_engine};
use serde_json::json;
use zhunze::engine::Engine;

/// The holidays of this year are made up: the year begins on a Wednesday.
const CALENDAR: &str = "pack shop.calendar (1) { title \"日历\" \"Calendar\" layer platform publisher \"店\" \"Shop\" }\n\
    calendar workdays { year 2031 \"编造的安排\" \"made up\" { off 2031-01-01 to 2031-01-03 worked 2031-01-04 } }\n";

fn law(condition: &str) -> String {
    let in_time = rule("in-time", &format!("applies listing\n  require {condition}"));
    format!("{PREAMBLE}\n{in_time}")
}

const WITHIN: &str = "goods.seller.founded <= goods.produced + 3 working-days";

fn said(engine: &Engine, produced: &str, done: &str) -> (Vec<String>, Vec<String>) {
    let report = common::check(engine, &listing(json!({"produced": produced, "seller": {"founded": done}})));
    (statuses(&report), report.findings.iter().flat_map(|f| f.missing.clone()).collect())
}

fn status(engine: &Engine, produced: &str, done: &str) -> String {
    said(engine, produced, done).0.join(" ")
}

#[test]
fn days_off_do_not_count_and_days_made_up_do() {
    let engine = engine_of(&[law(WITHIN), CALENDAR.to_owned()]);
    // Three days off, the Saturday is worked, the Sunday is not: the third working day is Tuesday the 7th.
    assert_eq!(status(&engine, "2030-12-31", "2031-01-07"), "satisfied 1");
    assert_eq!(status(&engine, "2030-12-31", "2031-01-08"), "in-time: violation");
    // An ordinary week: from Friday to Wednesday.
    assert_eq!(status(&engine, "2031-03-07", "2031-03-12"), "satisfied 1");
    assert_eq!(status(&engine, "2031-03-07", "2031-03-13"), "in-time: violation");
    let before = engine_of(&[law("goods.seller.founded >= goods.produced - 1 working-day"), CALENDAR.to_owned()]);
    assert_eq!(status(&before, "2031-01-06", "2031-01-04"), "satisfied 1");
    assert_eq!(status(&before, "2031-01-06", "2031-01-03"), "in-time: violation");
}

#[test]
fn a_year_that_is_not_held_is_unknown() {
    let engine = engine_of(&[law(WITHIN), CALENDAR.to_owned()]);
    let (found, missing) = said(&engine, "2031-12-30", "2032-06-01");
    assert_eq!((found, missing), (vec!["in-time: undetermined".to_owned()], vec!["calendar 2032".to_owned()]));
    let bare = engine_of(&[law(WITHIN)]);
    let (found, missing) = said(&bare, "2031-03-07", "2031-03-12");
    assert_eq!((found, missing), (vec!["in-time: undetermined".to_owned()], vec!["calendar 2031".to_owned()]));
    // What is not stated is what is missing, and not the calendar.
    let report = common::check(&bare, &listing(json!({"produced": "2031-03-07", "seller": {}})));
    assert!(report.findings[0].missing.contains(&"seller.founded".to_owned()), "{:?}", report.findings[0].missing);
}

#[test]
fn working_days_only_move_dates() {
    for wrong in [
        "goods.listed + 3 working-days > goods.produced",
        "goods.shelf > 3 working-days",
        "goods.produced + 1000 working-days > as-of",
    ] {
        let (engine, why) = try_engine(&[law(wrong)]);
        assert!(engine.is_none() && why.contains("E02"), "{wrong}: {why}");
    }
}
