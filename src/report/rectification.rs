//! A list of what has to be put right, for a shop, a platform or whoever answers for a subject: duty, article, who is bound, what is
//! missing or wrong, how to mend it, and what is at stake. Markdown, so that it can be printed, mailed and ticked off.

use super::{Finding, Report, Text, names};
use crate::syntax::Language;
use crate::syntax::tree::Severity;
use std::fmt::Write;

/// Renders a report as a list; the most serious first.
#[must_use]
pub fn render(report: &Report, language: Language) -> String {
    let mut out = String::new();
    let pick = |zh: &'static str, en: &'static str| language.pick(zh, en);
    // Writing to a string cannot fail.
    let _ = writeln!(out, "# {}\n", pick("整改清单", "Rectification list"));
    let _ = writeln!(
        out,
        "{} {} – {} · {} {}\n",
        pick("行为", "Conduct"),
        report.conduct.from,
        report.conduct.to,
        pick("评估日", "evaluated on"),
        report.evaluated_on
    );
    let packs: Vec<String> = report.packs.iter().map(|p| format!("{} ({})", p.id, p.version)).collect();
    let _ = writeln!(out, "{} {}\n", pick("规则包", "Packs"), packs.join(pick("、", ", ")));
    let mut findings: Vec<&Finding> = report.findings.iter().collect();
    findings.sort_by_key(|f| (f.status, std::cmp::Reverse(weight(f.severity))));
    if findings.is_empty() {
        let _ = writeln!(out, "{}", pick("没有需要整改的事项。", "Nothing has to be put right."));
        return out;
    }
    let heads = [
        ("", ""),
        ("事项", "Duty"),
        ("依据", "Law"),
        ("责任人", "Who is bound"),
        ("问题", "What is wrong or missing"),
        ("怎么改", "How to mend it"),
        ("后果", "At stake"),
    ];
    let _ = writeln!(out, "| {} |", heads.map(|(zh, en)| language.pick(zh, en)).join(" | "));
    let _ = writeln!(out, "|{}", " --- |".repeat(heads.len()));
    for (number, f) in (1usize..).zip(findings) {
        let cells = [
            number.to_string(),
            duty(f, language),
            f.cites.iter().take(6).map(|c| c.named(language)).collect::<Vec<_>>().join("<br>"),
            f.bound.iter().map(|p| named(names::party(*p), language)).collect::<Vec<_>>().join(pick("、", ", ")),
            trouble(f, language),
            f.fixes.iter().map(|fix| said(&fix.note, language)).collect::<Vec<_>>().join("<br>"),
            f.penalties.iter().map(|p| p.named(language)).collect::<Vec<_>>().join("<br>"),
        ];
        let _ = writeln!(out, "| {} |", cells.map(|cell| cell.replace('|', "\\|").replace('\n', " ")).join(" | "));
    }
    out
}

const fn named((zh, en): (&'static str, &'static str), language: Language) -> &'static str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

fn said(text: &Text, language: Language) -> String {
    language.pick(&text.zh, &text.en).to_owned()
}

const fn weight(severity: Severity) -> u8 {
    match severity {
        Severity::Low => 0,
        Severity::Medium => 1,
        Severity::High => 2,
    }
}

/// The rule, or how many, and how sure it is.
fn duty(f: &Finding, language: Language) -> String {
    let name = match language {
        Language::Zh if !f.name.is_empty() => f.name.clone(),
        _ => f.rule.clone(),
    };
    let status = named(names::status(f.status), language);
    match f.rules.len() {
        0 | 1 => format!("{name}（{status}）"),
        many => match language {
            Language::Zh => format!("{name}等 {many} 条规则（{status}）"),
            Language::En => format!("{name} and {} more ({status})", many.saturating_sub(1)),
        },
    }
}

/// Why, where it stands, and what is missing.
fn trouble(f: &Finding, language: Language) -> String {
    let mut out = said(&f.message, language);
    for span in f.spans.iter().take(3) {
        let _ = write!(out, "<br>`{}`「{}」", span.path, span.text);
    }
    for needed in &f.evidence {
        let _ = write!(out, "<br>{}{needed}", language.pick("须提供：", "Supply: "));
    }
    out
}
