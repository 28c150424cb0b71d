//! Small packs for tests, written in the rule language.
#![allow(dead_code)]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use zhunze::compile::{PackSource, compile};
use zhunze::engine::{Engine, Options};
use zhunze::eval::date::parse_day;
use zhunze::report::Report;

/// Facts, one law and some contexts; rules are added to it.
pub const PREAMBLE: &str = r#"
pack cn.test (1) { title "测试" "Test" layer law publisher "准则" "Zhunze" }

instrument test-law "测试法" "Test Law" {
  issuer "某委员会" "A committee"
  effective 2015-09-01
  version 2018-10-26
  version 2021-04-29
  text full
  article 9 "不得" "must not"
  article 10 "例外" "exception"
  article 57 not-encoded penalty "罚款" "fine"
}

enum 渠道 (channel) { 口播 (speech) 屏幕文字 (screen) }
taxonomy 类目 (category) { 食品 (food) { 保健食品 (health-food) 普通食品 (plain-food) } 药品 (drug) 化妆品 (cosmetics) }
record 讲解段 (segment) { 开始毫秒 (start_ms): int 结束毫秒 (end_ms): int 渠道 (channel): 渠道 说话人 (speaker): text 讲解商品 (product): text 内容 (text): copy }
record 页面文字 (page-text) { 渠道 (channel): 渠道 内容 (text): copy }
record 规格 (sku) { 名称 (name): copy 价格 (price): money 库存 (stock): int }
record 卖家 (seller) { 执照 (licence): text 成立 (founded): date }
subject 商品页 (listing) {
  编号 (id): text
  标题 (title): copy required
  描述 (description): copy
  文字 (texts): list<页面文字>
  类目 (category): 类目
  价格 (price): money
  原价 (was): money
  折扣 (discount): percent
  规格 (skus): list<规格>
  旗标 (flag): bool
  另旗 (other): bool
  三旗 (third): bool
  数量 (count): int
  生产 (produced): date
  保质 (shelf): duration
  上架 (listed): datetime
  卖家 (seller): 卖家
  标签 (tags): list<text>
  品牌 (brand): text
}
subject 直播 (livestream) {
  标题 (title): copy
  讲稿 (script): list<讲解段>
  商品列表 (products): list<商品页>
  标明 (marked): bool
}
subject 店铺 (shop) { 名称 (name): text 公告 (notice): copy }
"#;

/// A rule with what the compiler asks for; `body` holds what the test is about.
pub fn rule(name: &str, body: &str) -> String {
    let mut out = format!("rule {name} {{\n  cites test-law article 9\n  {body}\n");
    if !body.contains("binds ") {
        out.push_str("  binds seller\n");
    }
    if !body.contains("severity ") {
        out.push_str("  severity high\n");
    }
    if !body.contains("message ") {
        out.push_str(&format!("  message \"不得{name}\" \"no {name}\"\n"));
    }
    // Nobody runs these; the compiler asks for them.
    let kind = body.split("applies ").nth(1).and_then(|rest| rest.split([' ', ',', '\n']).next()).unwrap_or("listing");
    out.push_str(&format!("  example violates {kind} {{ }}\n  example lawful {kind} {{ }}\n}}\n"));
    out
}

/// Compiles packs given as sources, or fails with what is wrong.
pub fn engine_of(sources: &[String]) -> Engine {
    let (engine, why) = try_engine(sources);
    engine.unwrap_or_else(|| panic!("{why}"))
}

/// An engine, or what is wrong with the sources.
pub fn try_engine(sources: &[String]) -> (Option<Engine>, String) {
    let packs: Vec<PackSource> = sources
        .iter()
        .map(|s| PackSource { files: vec![("t.zz".to_owned(), s.clone())], tables: BTreeMap::new() })
        .collect();
    let outcome = compile(&packs, &[]);
    if outcome.failed() {
        return (None, format!("{:#?}", outcome.diagnostics));
    }
    let packs: Vec<_> = outcome.packs.into_iter().map(|c| c.pack).collect();
    (Some(zhunze::host::engine(packs).expect("packs link")), String::new())
}

/// An engine for the preamble and these rules.
pub fn engine(rules: &str) -> Engine {
    engine_of(&[format!("{PREAMBLE}\n{rules}")])
}

/// As of 2026-11-21, everything.
pub fn options() -> Options {
    Options::new(parse_day("2026-11-21").unwrap())
}

/// A listing with all its words stated, and these facts.
pub fn listing(facts: Value) -> Value {
    let mut subject = json!({"kind": "listing", "title": "面霜", "description": null, "texts": []});
    for (key, value) in facts.as_object().unwrap() {
        subject[key] = value.clone();
    }
    subject
}

pub fn check(engine: &Engine, subject: &Value) -> Report {
    engine.check(subject, &options()).unwrap_or_else(|e| panic!("{e}"))
}

/// `rule: status` of every finding, `rule: exempt`, `rule: waived`, `rule: limit` …, in the report's order; else what was counted.
pub fn statuses(report: &Report) -> Vec<String> {
    let word = |v: Value| v.as_str().unwrap().to_owned();
    let mut out: Vec<String> = Vec::new();
    for f in &report.findings {
        let rules = if f.rules.is_empty() { vec![f.rule.clone()] } else { f.rules.clone() };
        let rules: Vec<&str> = rules.iter().map(|r| r.trim_start_matches("cn.test/")).collect();
        out.push(format!("{}: {}", rules.join("+"), word(json!(f.status))));
    }
    out.extend(
        report.exempt.iter().map(|e| format!("{}: exempt {}", e.rule.trim_start_matches("cn.test/"), e.exception)),
    );
    out.extend(report.waived.iter().map(|w| format!("{}: waived", w.finding.rule.trim_start_matches("cn.test/"))));
    out.extend(
        report
            .not_evaluated
            .iter()
            .map(|n| format!("{}: {}", n.rule.trim_start_matches("cn.test/"), word(json!(n.reason)))),
    );
    if out.is_empty() {
        let s = report.summary;
        for (n, name) in [(s.satisfied, "satisfied"), (s.not_applicable, "n/a"), (s.out_of_scope, "out")] {
            if n > 0 {
                out.push(format!("{name} {n}"));
            }
        }
    }
    out
}
