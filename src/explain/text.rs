//! A rule's page as text.

use super::{CitePage, RulePage};
use crate::syntax::tree::{Expected, Nature, NormKind, Party, Severity};
use std::fmt::Write;

/// 一、二 … 九百九十九.
fn chinese(n: u16) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |d: u16| DIGITS.get(usize::from(d)).copied().unwrap_or("");
    let (hundreds, tens, ones) = (n / 100, n / 10 % 10, n % 10);
    let mut out = String::new();
    if hundreds > 0 {
        out += digit(hundreds);
        out += "百";
    }
    match (hundreds, tens, ones) {
        (0, 1, _) => out += "十",
        (_, 0, 0) => {}
        (0, 0, _) => {}
        (_, 0, _) => out += "零",
        (_, t, _) => {
            out += digit(t);
            out += "十";
        }
    }
    out += digit(ones);
    out
}

/// 《广告法》第九条第三项, or `Advertising Law art. 9 item 3`.
#[must_use]
pub fn citation(cite: &CitePage, english: bool) -> String {
    let mut out = if english { cite.title.en.clone() } else { format!("《{}》", cite.title.zh) };
    if let Some(section) = &cite.section {
        out += &if english { format!(" section {section}") } else { format!("第{section}部分") };
    }
    if let Some(article) = cite.article {
        out += &if english { format!(" art. {article}") } else { format!("第{}条", chinese(article)) };
    }
    if let Some(sub) = cite.sub {
        out += &if english { format!("-{sub}") } else { format!("之{}", chinese(sub)) };
    }
    if let Some(paragraph) = cite.paragraph {
        out += &if english { format!(" para. {paragraph}") } else { format!("第{}款", chinese(paragraph)) };
    }
    if let Some(item) = cite.item {
        out += &if english { format!(" item {item}") } else { format!("第{}项", chinese(item)) };
    }
    out
}

const fn party(p: Party) -> (&'static str, &'static str) {
    match p {
        Party::Platform => ("平台", "platform"),
        Party::Seller => ("经营者", "seller"),
        Party::RoomOperator => ("直播间运营者", "room operator"),
        Party::Host => ("主播", "host"),
        Party::Agency => ("服务机构", "agency"),
        Party::Advertiser => ("广告主", "advertiser"),
        Party::Publisher => ("广告发布者", "publisher"),
        Party::AdOperator => ("广告经营者", "ad operator"),
        Party::Endorser => ("代言人", "endorser"),
    }
}

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
    let parties: Vec<String> = page.bound.iter().map(|p| format!("{} {}", party(*p).0, party(*p).1)).collect();
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
        let _ = writeln!(out, "  {}  {}{partial}", citation(cite, false), citation(cite, true));
        if !cite.description.zh.is_empty() {
            let _ = writeln!(out, "    {}", cite.description.zh);
        }
    }
    if !page.exceptions.is_empty() {
        let _ = writeln!(out, "\n例外 exceptions");
        for exception in &page.exceptions {
            let cites: Vec<String> = exception.cites.iter().map(|c| citation(c, false)).collect();
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
            let _ = writeln!(out, "  {}：{} / {}", citation(&penalty.cite, false), penalty.text.zh, penalty.text.en);
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

#[cfg(test)]
mod tests {
    use super::chinese;

    #[test]
    fn chinese_numbers() {
        let all: Vec<String> = [1, 9, 10, 11, 20, 25, 99, 100, 101, 110, 115, 230].map(chinese).to_vec();
        assert_eq!(
            all,
            [
                "一",
                "九",
                "十",
                "十一",
                "二十",
                "二十五",
                "九十九",
                "一百",
                "一百零一",
                "一百一十",
                "一百一十五",
                "二百三十"
            ]
        );
    }
}
