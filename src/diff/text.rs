//! A comparison for people, Chinese first.

use super::{ArticleChange, Diff, Over, PackVersion, Part, RuleName, SharedChange, SharedKind};
use crate::coverage::State;
use crate::engine::Decision;
use crate::report::names;
use std::fmt::Write;

/// Most words of a lexicon's change that are written out.
const WORDS: usize = 30;

/// A decision in Chinese and in English.
pub(super) const fn decision(decision: Decision) -> (&'static str, &'static str) {
    match decision {
        Decision::Pass => ("通过", "pass"),
        Decision::Review => ("复核", "review"),
        Decision::Block => ("阻断", "block"),
    }
}

/// How an article is accounted for, in Chinese and in English.
pub(super) const fn state(state: Option<State>) -> (&'static str, &'static str) {
    match state {
        Some(State::Encoded) => ("有规则", "encoded"),
        Some(State::Explained) => ("说明了不编码的理由", "explained"),
        Some(State::Open) => ("未交代", "open"),
        None => ("未声明", "not declared"),
    }
}

/// What kind of shared item it is, in Chinese and in English.
pub(super) const fn kind(kind: SharedKind) -> (&'static str, &'static str) {
    match kind {
        SharedKind::Pattern => ("词句", "words"),
        SharedKind::Context => ("语境", "context"),
        SharedKind::Definition => ("定义", "definition"),
    }
}

/// `词、词…` with at most [`WORDS`] words.
pub(super) fn words(list: &[String]) -> String {
    let mut out = list.iter().take(WORDS).map(String::as_str).collect::<Vec<_>>().join("、");
    if list.len() > WORDS {
        let _ = write!(out, "…（共 {} 个 in all）", list.len());
    }
    out
}

pub(super) fn version(version: Option<&PackVersion>) -> String {
    version.map_or_else(|| "—".to_owned(), |v| v.version.to_string())
}

/// Parts in Chinese with English beside them.
pub(super) fn parts(list: &[Part]) -> String {
    let named =
        |pick: fn(&Part) -> &'static str, between: &str| list.iter().map(pick).collect::<Vec<_>>().join(between);
    format!("{} {}", named(|p| p.named().0, "、"), named(|p| p.named().1, ", "))
}

/// Renders it.
#[must_use]
pub fn render(diff: &Diff) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    for pack in &diff.packs {
        let (old, new) = (version(pack.old.as_ref()), version(pack.new.as_ref()));
        let _ = writeln!(out, "规则包 pack {}  {}  {old} → {new}", pack.title.zh, pack.id);
        for (sign, version) in [('-', &pack.old), ('+', &pack.new)] {
            if let Some(version) = version {
                let _ = writeln!(out, "  {sign} {}", version.digest);
            }
        }
    }
    if diff.is_empty() {
        let _ = writeln!(out, "规则的含义没有变化 no rule changes its meaning ({} 条规则 rules)", diff.rules.same);
    } else {
        let r = &diff.rules;
        let _ = writeln!(
            out,
            "规则 rules：新增 {} added，删除 {} removed，含义改变 {} changed，只改文字 {} reworded，不变 {} same",
            r.added.len(),
            r.removed.len(),
            r.changed.len(),
            r.reworded.len(),
            r.same
        );
        list(&mut out, "新增 added", '+', &r.added);
        list(&mut out, "删除 removed", '-', &r.removed);
        changed(&mut out, diff);
        list(&mut out, "只改文字 reworded", '·', &r.reworded);
        shared(&mut out, &diff.shared);
        articles(&mut out, &diff.articles);
    }
    if let Some(over) = &diff.over {
        corpus(&mut out, over);
    }
    out
}

fn list(out: &mut String, title: &str, sign: char, rules: &[RuleName]) {
    if rules.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{title}");
    for rule in rules {
        let cites: Vec<&str> = rule.cites.iter().map(|c| c.zh.as_str()).collect();
        let _ = writeln!(out, "  {sign} {}  {}  {}", rule.name, rule.id, cites.join("、"));
        let _ = writeln!(out, "      {}\n      {}", rule.message.zh, rule.message.en);
    }
}

fn changed(out: &mut String, diff: &Diff) {
    if diff.rules.changed.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n含义改变 changed");
    for change in &diff.rules.changed {
        let _ = writeln!(out, "  ~ {}  {}  〔{}〕", change.rule.name, change.rule.id, parts(&change.parts));
        for detail in &change.details {
            let _ = writeln!(out, "      {} {}", detail.part.named().0, detail.part.named().1);
            for (sign, text) in [('-', &detail.old), ('+', &detail.new)] {
                if !text.is_empty() {
                    let _ = writeln!(out, "        {sign} {text}");
                }
            }
        }
        if !change.through.is_empty() {
            let through: Vec<String> = change.through.iter().map(|t| format!("{}（{}）", t.name, t.id)).collect();
            let _ = writeln!(out, "      因为 through {}", through.join("、"));
        }
    }
}

fn shared(out: &mut String, all: &[SharedChange]) {
    if all.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n共用的词句、语境、定义 shared items");
    for change in all {
        let (zh, en) = kind(change.item.kind);
        let _ = writeln!(
            out,
            "  ~ {zh} {en} {}  {}  {} 条规则用到 rules read it",
            change.item.name, change.item.id, change.rules
        );
        for (sign, list) in [('+', &change.words_added), ('-', &change.words_removed)] {
            if !list.is_empty() {
                let _ = writeln!(out, "      {sign} {}", words(list));
            }
        }
        if let Some([old, new]) = change.detail.as_ref().filter(|[old, new]| old != new) {
            let _ = writeln!(out, "      - {old}\n      + {new}");
        }
    }
}

fn articles(out: &mut String, all: &[ArticleChange]) {
    if all.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n条款 articles");
    for change in all {
        let ((old, old_en), (new, new_en)) = (state(change.old), state(change.new));
        let sign = match (change.old, change.new) {
            (Some(State::Encoded), _) | (Some(_), None) => '-',
            (_, Some(State::Encoded)) | (None, _) => '+',
            _ => '~',
        };
        let _ = writeln!(
            out,
            "  {sign} 《{}》{}  {old} → {new}  {old_en} → {new_en}\n      {}",
            change.title.zh, change.part.zh, change.text.zh
        );
    }
}

fn corpus(out: &mut String, over: &Over) {
    let _ = writeln!(
        out,
        "\n语料 corpus：{} 个主体 subjects，{} 个结果有变 touched，{} 个决定改变 change decision，{} 个无法检查 refused",
        over.subjects, over.touched, over.decisions, over.refused
    );
    for turn in &over.turns {
        let ((from, from_en), (to, to_en)) = (decision(turn.from), decision(turn.to));
        let _ = writeln!(out, "  {from} → {to}  {from_en} → {to_en}  {}", turn.subjects);
    }
    if !over.rules.is_empty() {
        let _ = writeln!(out, "\n由哪些规则 by which rules（改变决定 decides · 新发现 gained · 不再发现 lost）");
        for rule in &over.rules {
            let _ = writeln!(out, "  {:>6} {:>6} {:>6}  {}", rule.decides, rule.gained, rule.lost, rule.rule);
        }
    }
    if !over.examples.is_empty() {
        let _ = writeln!(out, "\n例 examples");
    }
    for example in &over.examples {
        let turned = example.change.decision.map_or_else(String::new, |[from, to]| {
            let ((from, from_en), (to, to_en)) = (decision(from), decision(to));
            format!("{from} → {to} {from_en} → {to_en}  ")
        });
        let _ = writeln!(out, "  第 {} 行 line  {turned}{}", example.line, example.subject);
        for finding in &example.change.findings {
            let sign = if finding.now { '+' } else { '-' };
            let (status, status_en) = finding.status.map_or(("未评估", "not evaluated"), names::status);
            let words: Vec<String> = finding.words.iter().map(|[_, words]| format!("“{words}”")).collect();
            let (severity, severity_en) = names::severity(finding.severity);
            let _ = writeln!(
                out,
                "      {sign} {} {status}·{severity} {status_en}, {severity_en} {}",
                finding.rule,
                words.join(" ")
            );
        }
    }
    for refusal in &over.refusals {
        let message = &refusal.refused.message;
        let by = match refusal.refused.by {
            [true, false] => "旧包 old packs：",
            [false, true] => "新包 new packs：",
            _ => "",
        };
        let _ = writeln!(out, "  第 {} 行 line  {by}{} / {}", refusal.line, message.zh, message.en);
    }
}
