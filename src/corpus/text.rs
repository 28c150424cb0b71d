//! A measured corpus for people.

use super::{Measured, Score, Status, Verdict};
use std::fmt::Write;

/// A table a group, then the lines that did not go as labelled.
#[must_use]
pub fn render(measured: &Measured) -> String {
    let mut out = String::new();
    head(&mut out, "overall");
    row(&mut out, "all", &measured.all);
    row(&mut out, "clear", &measured.clear);
    row(&mut out, "arguable", &measured.arguable);
    head(&mut out, "verdict");
    for (verdict, score) in &measured.verdicts {
        row(&mut out, name(*verdict), score);
    }
    for (title, group) in [("claim", &measured.claims), ("technique", &measured.techniques)] {
        head(&mut out, title);
        for (name, score) in group {
            row(&mut out, name, score);
        }
    }
    for miss in &measured.misses {
        let _ = write!(out, "\n{} {} {}/{}", miss.kind, miss.id, miss.claim, miss.technique);
        let _ = writeln!(
            out,
            "  {}",
            miss.text.replacen(&miss.span, &format!("⟦{}⟧", miss.span), usize::from(!miss.span.is_empty()))
        );
        for (rule, status, words) in &miss.findings {
            let _ = writeln!(out, "    {} {rule} {words}", status_name(*status));
        }
    }
    out
}

const fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Violation => "violation",
        Verdict::Suspected => "suspected",
        Verdict::IfProven => "if-proven",
        Verdict::Lawful => "lawful",
    }
}

const fn status_name(status: Status) -> &'static str {
    match status {
        Status::Violation => "violation",
        Status::Suspected => "suspected",
        Status::NeedsEvidence => "needs-evidence",
        Status::NeedsJudgement => "needs-judgement",
        Status::Undetermined => "undetermined",
    }
}

fn head(out: &mut String, title: &str) {
    let _ = writeln!(
        out,
        "{title:<20} {:>9} {:>9} {:>9}   {:>9} {:>9} {:>9}",
        "recall", "precision", "F1", "found", "pass", "quiet"
    );
}

fn row(out: &mut String, name: &str, score: &Score) {
    let rate = |rate: Option<u32>| {
        rate.map_or_else(|| "-".to_owned(), |r| format!("{}.{}", r / 10, r.checked_rem(10).unwrap_or(0)))
    };
    let found = format!("{}/{}", score.found, score.unlawful);
    let _ = writeln!(
        out,
        "  {name:<18} {:>9} {:>9} {:>9}   {found:>9} {:>9} {:>9}  {}",
        rate(score.recall),
        rate(score.precision),
        rate(score.f1),
        rate(score.pass_rate),
        rate(score.quiet_rate),
        if score.lawful > 0 { format!("of {} lawful", score.lawful) } else { String::new() },
    );
}
