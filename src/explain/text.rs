//! A rule's page as text.

use super::RulePage;
use crate::report::names;
use crate::syntax::Language;
use crate::syntax::tree::{Expected, Nature, NormKind, Severity};
use std::fmt::Write;

const fn expected(e: Expected) -> (&'static str, &'static str) {
    match e {
        Expected::Violates => ("违反", "violates"),
        Expected::Lawful => ("合法", "lawful"),
        Expected::Exempt => ("豁免", "exempt"),
        Expected::Suspected => ("存疑", "suspected"),
        Expected::NeedsEvidence => ("待证", "needs evidence"),
        Expected::NeedsJudgement => ("待判断", "needs judgement"),
        Expected::Undetermined => ("待定", "undetermined"),
        Expected::None => ("无", "none"),
    }
}

/// The page for people: Chinese with English beside it.
#[must_use]
pub fn render(page: &RulePage) -> String {
    let mut out = String::new();
    let norm = match page.norm {
        NormKind::Forbid => "禁止 forbid",
        NormKind::Require => "应当 require",
        NormKind::Permit => "可以 permit",
    };
    let severity = match page.severity {
        Severity::High => "高 high",
        Severity::Medium => "中 medium",
        Severity::Low => "低 low",
    };
    let nature = match page.nature {
        Nature::Determinate => "确定 determinate",
        Nature::Suspected => "存疑 suspected",
        Nature::Judgement => "待判断 judgement",
    };
    let parties: Vec<String> =
        page.bound.iter().map(|p| format!("{} {}", names::party(*p).0, names::party(*p).1)).collect();
    let _ = writeln!(out, "{}  {}", page.name, page.id);
    let _ = writeln!(out, "  规范 norm      {norm} · {severity} · {nature}");
    let _ = writeln!(out, "  约束 binds     {}", parties.join("、"));
    let _ = writeln!(out, "  适用 applies   {}", page.applies.join("、"));
    let end = page.valid.to.as_deref().unwrap_or("至今 today");
    let _ = writeln!(out, "  有效 valid     {} – {end}", page.valid.from);
    let _ = writeln!(out, "  规则包 pack    {} ({})", page.pack.id, page.pack.version);
    let _ = writeln!(out, "\n  {}\n  {}", page.message.zh, page.message.en);
    let _ = writeln!(out, "\n依据 law");
    for cite in &page.cites {
        let partial = if cite.text_status == "partial" { "（仅有部分文本 partial text）" } else { "" };
        let _ = writeln!(out, "  {}  {}{partial}", cite.named(Language::Zh), cite.named(Language::En));
        if !cite.description.zh.is_empty() {
            let _ = writeln!(out, "    {}", cite.description.zh);
        }
    }
    if !page.exceptions.is_empty() {
        let _ = writeln!(out, "\n例外 exceptions");
        for exception in &page.exceptions {
            let cites: Vec<String> = exception.cites.iter().map(|c| c.named(Language::Zh)).collect();
            let mode = if exception.on_request { "备查 on request" } else { "须附 required" };
            let _ = writeln!(out, "  {} {}  {}", exception.name, exception.id, cites.join("、"));
            let _ = writeln!(out, "    证据 proof（{mode}）：{} / {}", exception.proof.zh, exception.proof.en);
        }
    }
    if !page.advice.is_empty() {
        let _ = writeln!(out, "\n建议 fix");
        for advice in &page.advice {
            let _ = writeln!(out, "  {} / {}", advice.zh, advice.en);
        }
    }
    if !page.penalties.is_empty() {
        let _ = writeln!(out, "\n处罚 penalty");
        for penalty in &page.penalties {
            let (zh, en) = (&penalty.text.zh, &penalty.text.en);
            let to = penalty.valid.to.as_deref().unwrap_or("…");
            let _ =
                writeln!(out, "  {}（{} – {to}）：{zh} / {en}", penalty.cite.named(Language::Zh), penalty.valid.from);
        }
    }
    let _ = writeln!(out, "\n例 examples");
    for example in &page.examples {
        let (zh, en) = expected(example.expected);
        let _ = writeln!(out, "  {zh} {en}  {}", words(&example.subject));
    }
    out
}

/// The words of an example that is only words, else its facts.
fn words(subject: &serde_json::Value) -> String {
    let fields = subject.as_object();
    let only = |key: &str| fields.filter(|f| f.len() == 2).and_then(|f| f.get(key)).and_then(serde_json::Value::as_str);
    match only("description").or_else(|| only("script")) {
        Some(text) => format!("“{text}”"),
        None => subject.to_string(),
    }
}
