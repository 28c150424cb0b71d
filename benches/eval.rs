//! How long a check takes once packs are loaded: a simple listing under three hundred rules, decision and full report.

#![allow(missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde_json::json;
use std::hint::black_box;
use zhunze::engine::{Detail, Options};

fn packs() -> String {
    let mut source = String::from(
        "lexicon 极限词 (superlatives) { 最好 国家级 全网最好 第一 }
context 否定 (negation) { preceded-by (不是|并非) within 4 }
define is-drug = goods.category in drug
define is-food = goods.category in food
presume not-drug { assume is-drug is false keeps message \"按非药品\" }
",
    );
    for i in 0..150 {
        source.push_str(&format!("lexicon 词{i} (w{i}) {{ 甲{i}乙 丙{i}丁 }}\n"));
        source.push_str(&common::rule(
            &format!("t{i}"),
            &format!(
                "applies listing, livestream when not is-drug\n  forbid says <w{i}>, <superlatives>\n  outside negation"
            ),
        ));
        let kind = if i % 2 == 0 { "is-drug" } else { "is-food" };
        source.push_str(&common::rule(
            &format!("f{i}"),
            &format!("applies listing when {kind} and subject.count > {i}\n  forbid subject.price > {i} yuan and not has subject.brand"),
        ));
    }
    source
}

fn eval(c: &mut Criterion) {
    let engine = common::engine(&packs());
    let clean = common::listing(json!({
        "title": "草木集保湿面霜五十克", "description": "配方里加了神经酰胺和甘油，主打的就是保湿滋润。新姐妹先在耳后试用一下。",
        "category": "cosmetics", "price": "69.00", "count": 12, "brand": "草木集"
    }));
    let bad =
        common::listing(json!({"title": "全网最好的面霜，不是国家级", "category": "cosmetics", "price": "69.00"}));
    let text = clean.to_string();
    let decision = Options { detail: Detail::Decision, ..common::options() };
    let mut group = c.benchmark_group("eval");
    group.throughput(Throughput::Elements(1));
    group.bench_function("clean listing, decision", |b| b.iter(|| engine.check(black_box(&clean), &decision)));
    group.bench_function("clean listing, report", |b| b.iter(|| engine.check(black_box(&clean), &common::options())));
    group.bench_function("clean listing, JSON to JSON", |b| {
        b.iter(|| engine.check_json(black_box(&text), &common::options()).map(|r| zhunze::report::json::line(&r)))
    });
    group.bench_function("150 violations, report", |b| b.iter(|| engine.check(black_box(&bad), &common::options())));
    group.finish();
}

criterion_group!(benches, eval);
criterion_main!(benches);
