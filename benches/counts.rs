//! What `cargo xtask counts` counts the instructions of: one thing at a time, on packs of its own that law does not change.
//!
//! ```text
//! counts prepare BUNDLE     writes the packs
//! counts load BUNDLE        makes an engine of them
//! counts script BUNDLE      makes an engine, then checks a script of 2 KB
//! counts listing BUNDLE     makes an engine, then checks a listing of twenty fields a hundred times
//! ```

#![allow(missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use serde_json::json;
use std::collections::BTreeMap;
use std::hint::black_box;
use zhunze::compile::{PackSource, bundle, compile};
use zhunze::engine::Options;
use zhunze::host::Host;

const SENTENCE: &str = "欢迎刚进直播间的家人们，今天这款面霜配方里加了神经酰胺，甲7乙三天见效，全网最好，不是国家级。";

fn source() -> String {
    let mut source = common::PREAMBLE.to_owned();
    source.push_str(
        "lexicon 极限词 (superlatives) { 最好 国家级 全网最好 第一 }
pattern 限期 (promise) = num (天|日|周) ..6 (见效|变白|瘦)
context 否定 (negation) { preceded-by (不是|并非) within 4 }
define is-drug = goods.category in drug
presume not-drug { assume is-drug is false keeps message \"按非药品\" }
",
    );
    for i in 0..200 {
        source.push_str(&format!("lexicon 词{i} (w{i}) {{ 甲{i}乙 丙{i}丁 戊{i}己 }}\n"));
        let says = if i < 3 { format!("<w{i}>, <superlatives>, <promise>") } else { format!("<w{i}>") };
        let body = format!("applies listing, livestream when not is-drug\n  forbid says {says}\n  outside negation");
        source.push_str(&common::rule(&format!("t{i}"), &body));
        let body = format!(
            "applies listing when subject.count > {i}\n  forbid subject.price > {i} yuan and not has subject.brand"
        );
        source.push_str(&common::rule(&format!("f{i}"), &body));
    }
    source
}

/// What is counted: nothing outside this function.
#[inline(never)]
fn counted<T>(work: impl FnOnce() -> T) -> T {
    black_box(work())
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let [what, path] = arguments.as_slice() else {
        eprintln!("counts prepare|load|script|listing BUNDLE");
        return;
    };
    if what == "prepare" {
        let outcome =
            compile(&[PackSource { files: vec![("t.zz".to_owned(), source())], tables: BTreeMap::new() }], &[]);
        assert!(!outcome.failed(), "{:#?}", outcome.diagnostics);
        std::fs::write(path, bundle(&outcome.packs).unwrap()).unwrap();
        return;
    }
    let bytes = std::fs::read(path).unwrap();
    let load = || Host::load(&[&bytes]).unwrap();
    let options: Options = common::options();
    let script = SENTENCE.repeat(2048 / SENTENCE.len());
    let subject = match what.as_str() {
        "script" => json!({"kind": "livestream", "script": [{"text": script}]}),
        _ => common::listing(
            json!({"title": "草木集保湿面霜五十克", "category": "cosmetics", "price": "69.00", "count": 12}),
        ),
    }
    .to_string();
    match what.as_str() {
        "load" => {
            counted(load);
        }
        "script" => {
            let host = load();
            counted(|| host.check_with(subject.as_bytes(), &options));
        }
        "listing" => {
            let host = load();
            counted(|| (0..100).map(|_| host.check_with(subject.as_bytes(), &options).json.len()).sum::<usize>());
        }
        other => panic!("counts knows no {other}"),
    }
}
