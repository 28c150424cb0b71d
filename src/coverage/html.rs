//! Coverage as one page that needs nothing else.

use super::{ArticleCoverage, Coverage, State, reason};
use crate::html::{STYLE, escape};
use crate::syntax::Language;
use std::fmt::Write;

/// Renders it.
#[must_use]
pub fn render(coverage: &Coverage) -> String {
    let total = coverage.total;
    let mut out = format!(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>法条覆盖 Coverage of the law</title>\n<style>{STYLE}</style>\n<h1>法条覆盖 <small lang=\"en\">Coverage of the law</small></h1>\n\
         <p>{} 部文件，{} 条：{} 条有规则，{} 条说明了不编码的理由，{} 处未交代。</p>\n\
         <p class=\"soft\" lang=\"en\">{} instruments, {} articles: {} encoded, {} explained, {} open.</p>\n",
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
    // Writing to a string cannot fail.
    for i in &coverage.instruments {
        let c = i.counts;
        let partial = if i.text_status == "full" { "" } else { " · 文本不全 partial text" };
        let _ = write!(
            out,
            "<details><summary>{} <small>{} / {} / {}{partial}</small></summary>\n<p class=\"soft\"><code>{}</code> · {} · {} · {} · {}</p>\n",
            escape(&i.title.zh),
            c.encoded,
            c.explained,
            c.articles,
            escape(&i.law),
            escape(&i.title.en),
            escape(&i.issuer.zh),
            escape(&i.number.zh),
            i.versions.join(" "),
        );
        if !i.gaps.is_empty() {
            let list: Vec<String> = i.gaps.iter().map(u16::to_string).collect();
            let _ = writeln!(out, "<p>未声明的条 Articles not declared: {}</p>", list.join(", "));
        }
        out.push_str("<table><tr><th>条款 Part<th>内容 What it says<th>规则或理由 Rules or reason<th class=\"n\">例 Examples</tr>\n");
        for row in &i.articles {
            let _ = writeln!(
                out,
                "<tr><td>{}{}<td>{}<br><small lang=\"en\">{}</small><td>{}<td class=\"n\">{}</tr>",
                escape(&row.named(Language::Zh)),
                dates(row),
                escape(&row.text.zh),
                escape(&row.text.en),
                account(row),
                if row.examples == 0 { String::new() } else { row.examples.to_string() },
            );
        }
        out.push_str("</table></details>\n");
    }
    out.push_str("</html>\n");
    out
}

fn dates(row: &ArticleCoverage) -> String {
    match (&row.from, &row.until) {
        (None, None) => String::new(),
        (from, until) => format!(
            "<br><small>{} – {}</small>",
            from.as_deref().unwrap_or_default(),
            until.as_deref().unwrap_or_default()
        ),
    }
}

fn account(row: &ArticleCoverage) -> String {
    let mut parts = Vec::new();
    for (name, list) in
        [("", &row.rules), ("例外 ", &row.exceptions), ("罚则 ", &row.penalties), ("规定用语 ", &row.wordings)]
    {
        if !list.is_empty() {
            let shown: Vec<String> = list.iter().map(|id| format!("<code>{}</code>", escape(id))).collect();
            parts.push(format!("{name}{}", shown.join(" ")));
        }
    }
    match (row.status, row.reason) {
        (State::Explained, Some(why)) => {
            parts.push(format!("不编码：{} <small>{}</small>", reason(why).0, reason(why).1))
        }
        (State::Open, _) => parts.push("<span class=\"open\">未交代 open</span>".to_owned()),
        _ => {}
    }
    parts.join("<br>")
}
