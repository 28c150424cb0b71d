//! A comparison as one page that needs nothing else: what legal hands round before a pack is published.

use super::text::{decision, kind, parts, state, version, words};
use super::{ArticleChange, Diff, Over, RuleName};
use crate::html::{STYLE, escape};
use crate::report::names;
use std::fmt::Write;

const OWN: &str = "ins,del{text-decoration:none}ins{background:color-mix(in srgb,#1a7f37 18%,transparent)}\
del{background:color-mix(in srgb,#b3261e 18%,transparent)}td p{margin:.1rem 0}";

/// Renders it.
#[must_use]
pub fn render(diff: &Diff) -> String {
    let r = &diff.rules;
    let mut out = format!(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>规则包变更 What changes</title>\n<style>{STYLE}{OWN}</style>\n<h1>规则包变更 <small lang=\"en\">What changes</small></h1>\n\
         <p>规则：新增 {0}，删除 {1}，含义改变 {2}，只改文字 {3}，不变 {4}。条款：{5} 条有变。</p>\n\
         <p class=\"soft\" lang=\"en\">Rules: {0} added, {1} removed, {2} changed in meaning, {3} reworded, {4} the same. Articles: {5} differ.</p>\n",
        r.added.len(),
        r.removed.len(),
        r.changed.len(),
        r.reworded.len(),
        r.same,
        diff.articles.len(),
    );
    // Writing to a string cannot fail.
    if !diff.packs.is_empty() {
        out.push_str("<table><tr><th>规则包 Pack<th>旧 Old<th>新 New</tr>\n");
        for pack in &diff.packs {
            let digest = |v: Option<&super::PackVersion>| v.map_or("", |v| v.digest.as_str()).to_owned();
            let _ = writeln!(
                out,
                "<tr><td>{} <code>{}</code><td>{}<br><code>{}</code><td>{}<br><code>{}</code></tr>",
                escape(&pack.title.zh),
                escape(&pack.id),
                version(pack.old.as_ref()),
                digest(pack.old.as_ref()),
                version(pack.new.as_ref()),
                digest(pack.new.as_ref()),
            );
        }
        out.push_str("</table>\n");
    }
    if let Some(over) = &diff.over {
        corpus(&mut out, over);
    }
    changed(&mut out, diff);
    list(&mut out, "新增的规则", "Rules added", &r.added);
    list(&mut out, "删除的规则", "Rules removed", &r.removed);
    list(&mut out, "只改文字的规则", "Rules reworded", &r.reworded);
    shared(&mut out, diff);
    articles(&mut out, &diff.articles);
    out.push_str("</html>\n");
    out
}

fn heading(out: &mut String, zh: &str, en: &str) {
    let _ = writeln!(out, "<h2>{zh} <small lang=\"en\">{en}</small></h2>");
}

fn list(out: &mut String, zh: &str, en: &str, rules: &[RuleName]) {
    if rules.is_empty() {
        return;
    }
    heading(out, zh, en);
    out.push_str("<table><tr><th>规则 Rule<th>依据 Law<th>理由 Reason</tr>\n");
    for rule in rules {
        let cites: Vec<String> = rule.cites.iter().map(|c| escape(&c.zh)).collect();
        let _ = writeln!(
            out,
            "<tr><td>{}<br><code>{}</code><td>{}<td>{}<br><small lang=\"en\">{}</small></tr>",
            escape(&rule.name),
            escape(&rule.id),
            cites.join("<br>"),
            escape(&rule.message.zh),
            escape(&rule.message.en),
        );
    }
    out.push_str("</table>\n");
}

fn changed(out: &mut String, diff: &Diff) {
    if diff.rules.changed.is_empty() {
        return;
    }
    heading(out, "含义改变的规则", "Rules changed in meaning");
    out.push_str("<table><tr><th>规则 Rule<th>改了什么 What changed</tr>\n");
    for change in &diff.rules.changed {
        let rule = &change.rule;
        let _ = write!(
            out,
            "<tr><td>{}<br><code>{}</code><td><p>{}</p>",
            escape(&rule.name),
            escape(&rule.id),
            parts(&change.parts)
        );
        for detail in &change.details {
            let (zh, en) = detail.part.named();
            let _ = write!(out, "<p>{zh} <small lang=\"en\">{en}</small></p>");
            before_and_after(out, &detail.old, &detail.new);
        }
        for through in &change.through {
            let _ = write!(out, "<p>因为 through {} <code>{}</code></p>", escape(&through.name), escape(&through.id));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

fn before_and_after(out: &mut String, old: &str, new: &str) {
    if !old.is_empty() {
        let _ = write!(out, "<p><del>− {}</del></p>", escape(old));
    }
    if !new.is_empty() {
        let _ = write!(out, "<p><ins>+ {}</ins></p>", escape(new));
    }
}

fn shared(out: &mut String, diff: &Diff) {
    if diff.shared.is_empty() {
        return;
    }
    heading(out, "共用的词句、语境、定义", "Shared items");
    out.push_str("<table><tr><th>名称 Item<th>改了什么 What changed<th class=\"n\">规则 Rules</tr>\n");
    for change in &diff.shared {
        let (zh, en) = kind(change.item.kind);
        let _ = write!(
            out,
            "<tr><td>{zh} <small lang=\"en\">{en}</small> {}<br><code>{}</code><td>",
            escape(&change.item.name),
            escape(&change.item.id)
        );
        before_and_after(out, &words(&change.words_removed), &words(&change.words_added));
        if let Some([old, new]) = change.detail.as_ref().filter(|[old, new]| old != new) {
            before_and_after(out, old, new);
        }
        let _ = writeln!(out, "<td class=\"n\">{}</tr>", change.rules);
    }
    out.push_str("</table>\n");
}

fn articles(out: &mut String, all: &[ArticleChange]) {
    if all.is_empty() {
        return;
    }
    heading(out, "条款", "Articles");
    out.push_str("<table><tr><th>条款 Part<th>内容 What it says<th>旧 Old<th>新 New</tr>\n");
    for change in all {
        let ((old, old_en), (new, new_en)) = (state(change.old), state(change.new));
        let _ = writeln!(
            out,
            "<tr><td>《{}》{}<td>{}<br><small lang=\"en\">{}</small><td>{old} <small>{old_en}</small><td>{new} <small>{new_en}</small></tr>",
            escape(&change.title.zh),
            escape(&change.part.zh),
            escape(&change.text.zh),
            escape(&change.text.en),
        );
    }
    out.push_str("</table>\n");
}

fn corpus(out: &mut String, over: &Over) {
    heading(out, "对语料的影响", "What it does to the corpus");
    let _ = writeln!(
        out,
        "<p>{} 个主体：{} 个结果有变，{} 个决定改变，{} 个无法检查。</p>\n<p class=\"soft\" lang=\"en\">{} subjects: {} touched, {} change decision, {} refused.</p>",
        over.subjects,
        over.touched,
        over.decisions,
        over.refused,
        over.subjects,
        over.touched,
        over.decisions,
        over.refused
    );
    if !over.turns.is_empty() {
        out.push_str("<table><tr><th>旧 Old<th>新 New<th class=\"n\">主体 Subjects</tr>\n");
        for turn in &over.turns {
            let ((from, from_en), (to, to_en)) = (decision(turn.from), decision(turn.to));
            let _ = writeln!(
                out,
                "<tr><td>{from} <small>{from_en}</small><td>{to} <small>{to_en}</small><td class=\"n\">{}</tr>",
                turn.subjects
            );
        }
        out.push_str("</table>\n");
    }
    if !over.rules.is_empty() {
        out.push_str(
            "<table><tr><th>规则 Rule<th class=\"n\">改变决定 Decides<th class=\"n\">新发现 Gained<th class=\"n\">不再发现 Lost</tr>\n",
        );
        for rule in &over.rules {
            let _ = writeln!(
                out,
                "<tr><td><code>{}</code><td class=\"n\">{}<td class=\"n\">{}<td class=\"n\">{}</tr>",
                escape(&rule.rule),
                rule.decides,
                rule.gained,
                rule.lost
            );
        }
        out.push_str("</table>\n");
    }
    for example in &over.examples {
        let turned = example
            .change
            .decision
            .map_or_else(String::new, |[from, to]| format!("{} → {} ", decision(from).0, decision(to).0));
        let _ = writeln!(
            out,
            "<details><summary>{turned}{} <small>第 {} 行 line</small></summary>",
            escape(&example.subject),
            example.line
        );
        for finding in &example.change.findings {
            let (tag, sign) = if finding.now { ("ins", '+') } else { ("del", '−') };
            let (status, status_en) = finding.status.map_or(("未评估", "not evaluated"), names::status);
            let words: Vec<String> = finding.words.iter().map(|[_, words]| format!("“{}”", escape(words))).collect();
            let _ = writeln!(
                out,
                "<p><{tag}>{sign} <code>{}</code> {status}·{} {status_en}, {} {}</{tag}></p>",
                escape(&finding.rule),
                names::severity(finding.severity).0,
                names::severity(finding.severity).1,
                words.join(" ")
            );
        }
        out.push_str("</details>\n");
    }
    for refusal in &over.refusals {
        let message = &refusal.refused.message;
        let _ = writeln!(
            out,
            "<p class=\"soft\">第 {} 行 line：{} <span lang=\"en\">{}</span></p>",
            refusal.line,
            escape(&message.zh),
            escape(&message.en)
        );
    }
}
