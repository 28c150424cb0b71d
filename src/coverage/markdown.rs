//! Coverage as Markdown: for people in a terminal, and for `docs/coverage.md`.

use super::{ArticleCoverage, Coverage, InstrumentCoverage, State, reason};
use crate::syntax::Language;
use std::fmt::Write;

/// Renders it.
#[must_use]
pub fn render(coverage: &Coverage) -> String {
    let mut out = String::from("# 法条覆盖 Coverage of the law\n\n");
    // Writing to a string cannot fail.
    let total = coverage.total;
    let _ = writeln!(
        out,
        "{} 部文件，{} 条：{} 条有规则，{} 条说明了不编码的理由，{} 处未交代。\n{} instruments, {} articles: {} encoded, {} explained, {} open.\n",
        coverage.instruments.len(),
        total.articles,
        total.encoded,
        total.explained,
        total.open,
        coverage.instruments.len(),
        total.articles,
        total.encoded,
        total.explained,
        total.open,
    );
    out.push_str("| 文件 Instrument | 包 Pack | 版本 Versions | 文本 Text | 条 Articles | 有规则 Encoded | 有理由 Explained | 未交代 Open |\n");
    out.push_str("| --- | --- | --- | --- | ---: | ---: | ---: | ---: |\n");
    for i in &coverage.instruments {
        let c = i.counts;
        let text = if i.text_status == "full" { "全文 full" } else { "部分 partial" };
        let _ = writeln!(
            out,
            "| {} `{}` | {} | {} | {text} | {} | {} | {} | {} |",
            i.title.zh,
            i.law,
            i.pack,
            i.versions.join(" "),
            c.articles,
            c.encoded,
            c.explained,
            c.open
        );
    }
    for i in &coverage.instruments {
        instrument(&mut out, i);
    }
    out
}

fn instrument(out: &mut String, i: &InstrumentCoverage) {
    let _ = writeln!(out, "\n## {}\n", i.title.zh);
    let facts = [i.title.en.as_str(), i.issuer.zh.as_str(), i.number.zh.as_str()];
    let facts: Vec<&str> = facts.into_iter().filter(|f| !f.is_empty()).collect();
    let _ = writeln!(out, "`{}` · {} · {} 起施行 in force from {}", i.law, facts.join(" · "), i.effective, i.effective);
    if let Some(day) = &i.repealed {
        let _ = writeln!(out, "· {day} 起废止 repealed");
    }
    if !i.gaps.is_empty() {
        let list: Vec<String> = i.gaps.iter().map(u16::to_string).collect();
        let _ = writeln!(out, "\n未声明的条 Articles not declared: {}", list.join(", "));
    }
    out.push_str("\n| 条款 Part | 内容 What it says | 规则或理由 Rules or reason |\n| --- | --- | --- |\n");
    for row in &i.articles {
        let _ = writeln!(out, "| {} | {} | {} |", part(row), row.text.zh.replace('|', "\\|"), account(row));
    }
}

fn part(row: &ArticleCoverage) -> String {
    let mut out = row.named(Language::Zh);
    if let Some(from) = &row.from {
        let _ = write!(out, "（{from} 起）");
    }
    if let Some(until) = &row.until {
        let _ = write!(out, "（至 {until}）");
    }
    out
}

/// What accounts for the article.
fn account(row: &ArticleCoverage) -> String {
    let mut parts = Vec::new();
    for (name, list) in
        [("", &row.rules), ("例外 ", &row.exceptions), ("罚则 ", &row.penalties), ("规定用语 ", &row.wordings)]
    {
        // A penalty clause may sanction a hundred rules: the report of each names it.
        match list.as_slice() {
            [] => {}
            [..] if list.len() > 6 => parts.push(format!("{name}{} 条规则 rules", list.len())),
            [..] => parts.push(format!("{name}`{}`", list.join("` `"))),
        }
    }
    match (row.status, row.reason) {
        (State::Explained, Some(why)) => parts.push(format!("不编码：{} {}", reason(why).0, reason(why).1)),
        (State::Open, _) => parts.push("**未交代 open**".to_owned()),
        _ => {}
    }
    parts.join("；")
}
