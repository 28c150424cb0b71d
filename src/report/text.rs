//! For people: the phrase in its sentence with the mark, the article by its title and number, why, and what to write instead.

use super::gathered::{Gathered, gather};
use super::{Exempt, Finding, Report, Span, Text, names};
use crate::eval::options::{Decision, Status};
use crate::syntax::Language;
use crate::syntax::tree::{Layer, Severity};
use std::collections::BTreeSet;
use std::fmt::Write;

impl Text {
    /// English, or Chinese where a pack says nothing in English.
    fn of(&self, language: Language) -> &str {
        language.pick(&self.zh, &self.en)
    }
}

/// Characters of a sentence shown before and after the mark.
const AROUND: usize = 24;

/// Renders a report.
#[must_use]
pub fn render(report: &Report, language: Language) -> String {
    let mut out = String::new();
    // By place, so that a host reads from top to bottom; what has no place comes last.
    let mut gathered = gather(&report.findings);
    gathered.sort_by_key(|g| (g.finding.spans.is_empty(), g.finding.status == Status::Undetermined, place(g.finding)));
    let mut explained = BTreeSet::new();
    for g in &gathered {
        // What was said of a rule once need not be said again.
        let first = explained.insert((&g.finding.rules, &g.finding.rule, &g.finding.message.zh));
        finding(&mut out, g, first, language);
    }
    for w in &report.waived {
        let _ = writeln!(
            out,
            "{} {} — {} ({}, {} {})",
            language.pick("〔已豁免〕", "[waived]"),
            title(&w.finding, language),
            w.waiver.reason,
            w.waiver.author,
            language.pick("至", "until"),
            w.waiver.expiry
        );
        spans(&mut out, &w.finding.spans, language);
        out.push('\n');
    }
    for e in &report.exempt {
        exempt(&mut out, e, language);
    }
    section(
        &mut out,
        language.pick("已作的推定", "Assumed"),
        report.assumptions.iter().map(|a| a.message.of(language).to_owned()),
    );
    let warnings = report.input_warnings.iter().map(|w| {
        let suggestion = w.suggestion.as_ref().map_or_else(String::new, |s| match language {
            Language::Zh => format!("；是否想写 {s}？"),
            Language::En => format!("; did you mean {s}?"),
        });
        let path = if w.path.is_empty() { String::new() } else { format!("{}: ", w.path) };
        format!("{path}{}{suggestion}", w.message.of(language))
    });
    section(&mut out, language.pick("输入中的问题", "About the input"), warnings);
    let stuck = report.not_evaluated.iter().map(|n| {
        let reason = match n.reason {
            super::Reason::LawNotHeld => {
                language.pick("行为发生时的法律文本未收录", "no version of the law is held for that time")
            }
            super::Reason::Limit => language.pick("达到上限", "a limit was hit"),
            super::Reason::Error => language.pick("计算出错", "it could not be calculated"),
        };
        format!("{}: {reason}", n.rule)
    });
    section(&mut out, language.pick("没有评估的规则", "Not evaluated"), stuck);
    let along = gathered.iter().map(|g| g.also.len()).sum();
    closing(&mut out, report, along, language);
    out
}

fn section(out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        let _ = writeln!(out, "{title}");
        for line in lines {
            let _ = writeln!(out, "  · {line}");
        }
        out.push('\n');
    }
}

fn place(f: &Finding) -> (Vec<PathPart<'_>>, usize) {
    f.spans.first().map_or((Vec::new(), 0), |s| (s.path.split('/').map(PathPart::new).collect(), s.utf8[0]))
}

/// A pointer's step: indices in numeric order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum PathPart<'p> {
    Index(u64),
    Key(&'p str),
}

impl<'p> PathPart<'p> {
    fn new(step: &'p str) -> Self {
        step.parse().map_or(Self::Key(step), Self::Index)
    }
}

fn title(f: &Finding, language: Language) -> String {
    match language {
        Language::Zh if !f.name.is_empty() => f.name.clone(),
        _ => f.rule.clone(),
    }
}

fn heading(f: &Finding, language: Language) -> &'static str {
    let (zh, en) = match (f.status, f.severity) {
        (Status::Violation, Severity::High) => ("〔违反·高〕", "[violation, high]"),
        (Status::Violation, Severity::Medium) => ("〔违反·中〕", "[violation, medium]"),
        (Status::Violation, Severity::Low) => ("〔违反·低〕", "[violation, low]"),
        (Status::Suspected, _) => ("〔存疑〕", "[suspected]"),
        (Status::NeedsEvidence, _) => ("〔须有证据〕", "[needs evidence]"),
        (Status::NeedsJudgement, _) => ("〔待人工判断〕", "[needs judgement]"),
        (Status::Undetermined, _) => ("〔未定〕", "[undetermined]"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

fn finding(out: &mut String, gathered: &Gathered, first: bool, language: Language) {
    let f = gathered.finding;
    let many = if f.rules.len() > 1 {
        match language {
            Language::Zh => format!("{} 等 {} 条规则", f.rule, f.rules.len()),
            Language::En => format!("{} and {} more", f.rule, f.rules.len().saturating_sub(1)),
        }
    } else {
        title(f, language)
    };
    let _ = writeln!(out, "{} {many}", heading(f, language));
    spans(out, &f.spans, language);
    if first {
        cited(out, language.pick("依据：", "Law: "), f, language);
        let _ = writeln!(out, "  {}{}", language.pick("原因：", "Why: "), f.message.of(language));
    } else {
        let _ = writeln!(out, "  {}", language.pick("依据和原因同上", "Law and reason as above"));
    }
    for line in sources(f, language) {
        let _ = writeln!(out, "  {line}");
    }
    for (i, e) in f.evidence.iter().enumerate() {
        let en = f.evidence_en.get(i).map_or("", String::as_str);
        let _ = writeln!(out, "  {}{}", language.pick("须提供：", "Supply: "), language.pick(e, en));
    }
    for fix in f.fixes.iter().filter(|fix| first || !fix.edits.is_empty()) {
        let label = match (fix.edits.is_empty(), fix.safe) {
            (true, _) => language.pick("提示：", "Advice: "),
            (_, true) => language.pick("可直接改：", "Safe fix: "),
            (_, false) => language.pick("建议：", "Suggestion: "),
        };
        let _ = writeln!(out, "  {label}{}", fix.note.of(language));
    }
    for penalty in f.penalties.iter().filter(|_| first) {
        let _ = writeln!(out, "  {}{}", language.pick("后果：", "At stake: "), penalty.named(language));
    }
    // The same law on the same words need not be told twice.
    for other in gathered.also.iter().filter(|other| !other.cites.iter().all(|cite| f.cites.contains(cite))) {
        cited(
            out,
            &format!("{}{} ", language.pick("另可能涉及：", "May also touch: "), title(other, language)),
            other,
            language,
        );
    }
    out.push('\n');
}

/// The law that a finding rests on.
fn cited(out: &mut String, label: &str, f: &Finding, language: Language) {
    let cites: Vec<String> = f.cites.iter().take(4).map(|c| c.named(language)).collect();
    if !cites.is_empty() {
        let more = if f.cites.len() > 4 { language.pick(" 等", " …") } else { "" };
        let _ = writeln!(out, "  {label}{}{more}", cites.join(language.pick("、", "; ")));
    }
}

/// Which layer a finding comes from, where that is not the law, and which packs make it stricter.
fn sources(f: &Finding, language: Language) -> Vec<String> {
    let layer = |layer: Layer| {
        let (zh, en) = names::layer(layer);
        language.pick(zh, en)
    };
    let mut lines = Vec::new();
    if f.layer != Layer::Law && f.added_by.is_empty() {
        lines.push(format!("{}{}", language.pick("来自：", "From: "), layer(f.layer)));
    }
    for s in &f.added_by {
        let (layer, pack, why) = (layer(s.layer), &s.pack, s.message.of(language));
        lines.push(match language {
            Language::Zh => format!("来自：{layer} {pack} 增列的用语：{why}"),
            Language::En => format!("From: words added by the {layer} {pack}: {why}"),
        });
    }
    if let Some(r) = &f.raised_by {
        let (layer, pack, why) = (layer(r.source.layer), &r.source.pack, r.source.message.of(language));
        let (zh, en) = names::severity(r.from);
        lines.push(match language {
            Language::Zh => format!("级别：{layer} {pack} 由{zh}加重：{why}"),
            Language::En => format!("Severity: raised from {en} by the {layer} {pack}: {why}"),
        });
    }
    lines
}

fn exempt(out: &mut String, e: &Exempt, language: Language) {
    let name = if language == Language::Zh && !e.name.is_empty() { &e.name } else { &e.exception };
    let _ = writeln!(out, "{} {} · {name}", language.pick("〔例外〕", "[exempt]"), e.rule);
    spans(out, &e.spans, language);
    let cites: Vec<String> = e.cites.iter().map(|c| c.named(language)).collect();
    if !cites.is_empty() {
        let _ = writeln!(out, "  {}{}", language.pick("依据：", "Law: "), cites.join(language.pick("、", "; ")));
    }
    let keep = language.pick(&e.keep, &e.keep_en);
    if !keep.is_empty() {
        let _ = writeln!(out, "  {}{keep}", language.pick("请留存：", "Keep: "));
    }
    out.push('\n');
}

fn spans(out: &mut String, spans: &[Span], language: Language) {
    for s in spans.iter().take(20) {
        let before = tail(&s.around.0, AROUND);
        let after = head(&s.around.1, AROUND);
        let text = s.text.replace('\n', " ");
        let _ = writeln!(out, "  {}: {before}【{text}】{after}", s.path);
    }
    if spans.len() > 20 {
        let more = spans.len().saturating_sub(20);
        let _ = match language {
            Language::Zh => writeln!(out, "  …另有 {more} 处"),
            Language::En => writeln!(out, "  … and {more} more"),
        };
    }
}

fn head(text: &str, most: usize) -> String {
    let mut short: String = text.chars().take(most).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn tail(text: &str, most: usize) -> String {
    let skip = text.chars().count().saturating_sub(most);
    let short: String = text.chars().skip(skip).collect();
    if skip > 0 { format!("…{short}") } else { short }
}

/// `along`: how many findings were told with others.
fn closing(out: &mut String, report: &Report, along: usize, language: Language) {
    let count = |status: Status| report.findings.iter().filter(|f| f.status == status).count();
    let counts = report.counts;
    let of =
        |status: Status, counted: fn(&super::Counts) -> usize| counts.as_ref().map_or_else(|| count(status), counted);
    let numbers = [
        (of(Status::Violation, |c| c.violation), "违反", "violation"),
        (of(Status::Suspected, |c| c.suspected), "存疑", "suspected"),
        (of(Status::NeedsEvidence, |c| c.needs_evidence), "须有证据", "needs evidence"),
        (of(Status::NeedsJudgement, |c| c.needs_judgement), "待人工判断", "needs judgement"),
        (of(Status::Undetermined, |c| c.undetermined), "未定", "undetermined"),
        (counts.map_or(report.exempt.len(), |c| c.exempt), "例外", "exempt"),
        (counts.map_or(report.waived.len(), |c| c.waived), "豁免", "waived"),
    ];
    let shown: Vec<String> =
        numbers.iter().filter(|n| n.0 > 0).map(|(n, zh, en)| format!("{} {n}", language.pick(zh, en))).collect();
    let shown = if shown.is_empty() {
        language.pick("没有发现", "nothing found").to_owned()
    } else {
        shown.join(language.pick("，", ", "))
    };
    let shown = match (along, language) {
        (0, _) => shown,
        (_, Language::Zh) => format!("{shown}；其中 {along} 项与别项说的是同一处"),
        (_, Language::En) => format!("{shown}; {along} of them on words that another marks"),
    };
    let decision = match report.decision {
        Decision::Block => language.pick("不能发布", "block"),
        Decision::Review => language.pick("须人工复核", "review"),
        Decision::Pass => language.pick("可以发布", "pass"),
    };
    let _ = match language {
        Language::Zh => writeln!(
            out,
            "结论：{decision}。{shown}。（行为 {} 至 {}，评估日 {}）",
            report.conduct.from, report.conduct.to, report.evaluated_on
        ),
        Language::En => writeln!(
            out,
            "Decision: {decision}. {shown}. (conduct {} to {}, evaluated on {})",
            report.conduct.from, report.conduct.to, report.evaluated_on
        ),
    };
}
