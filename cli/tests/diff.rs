//! `zhunze diff`: what a new version of a pack changes, and for whom.

mod common;

use common::{copy, edit, json, refused, root, scratch, stderr, stdout, zhunze};
use std::path::PathBuf;

const DATES: [&str; 2] = ["--as-of", "2026-11-21"];

/// Two versions of the example of a platform: more words, another severity, an exclusion gone.
fn versions(name: &str) -> (String, String, PathBuf) {
    let dir = scratch(name);
    let (old, new) = (dir.join("old"), dir.join("new"));
    copy(&root().join("examples/platform/shop.rules"), &old);
    copy(&old, &new);
    edit(&new.join("pack.zz"), "人同时下单 }", "人同时下单 人已加购 }");
    edit(&new.join("pack.zz"), "  排除 否定\n  级别 低", "  级别 中");
    let shown = |p: &PathBuf| p.to_str().unwrap().to_owned();
    (shown(&old), shown(&new), dir)
}

#[test]
fn a_pack_does_not_differ_from_itself_as_sources_or_as_bytes() {
    let (old, _, dir) = versions("diff-self");
    let pack = dir.join("old.zzb");
    let pack = pack.to_str().unwrap();
    assert!(zhunze(&["build", &old, "-o", pack]).status.success());
    for (a, b) in [(&old[..], &old[..]), (&old[..], pack), (pack, pack)] {
        let output = zhunze(&["diff", a, b]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(stdout(&output).starts_with("规则的含义没有变化"), "{}", stdout(&output));
    }
}

#[test]
fn what_changes_is_told_with_whose_decisions_change() {
    let (old, new, dir) = versions("diff-over");
    let corpus = dir.join("listings.ndjson");
    let listing =
        |words: &str| format!("{{\"kind\": \"listing\", \"title\": \"羊毛衫\", \"description\": \"{words}\"}}\n");
    let lines = [listing("好看"), listing("300人正在抢"), listing("300人已加购"), "{bad\n".to_owned()].concat();
    std::fs::write(&corpus, lines).unwrap();
    let args = ["diff", &old, &new, "--over", corpus.to_str().unwrap(), DATES[0], DATES[1], "--format"];
    let run = |format: &str| zhunze(&[&args[..], &[format]].concat());
    let output = run("json");
    assert_eq!(output.status.code(), Some(1), "decisions change: {}", stderr(&output));
    let told = json(&output);
    assert_eq!(told["schema"], "zhunze.diff/1");
    let changed = told["rules"]["changed"].as_array().unwrap();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0]["id"], "shop.rules/invented-queues");
    assert_eq!(changed[0]["parts"], serde_json::json!(["condition", "outside", "severity"]));
    assert_eq!(told["shared"][0]["words_added"], serde_json::json!(["人已加购"]));
    let over = &told["over"];
    assert_eq!((&over["subjects"], &over["decisions"], &over["refused"]), (&4.into(), &2.into(), &1.into()));
    assert_eq!(over["turns"], serde_json::json!([{"from": "review", "to": "block", "subjects": 2}]));
    assert_eq!(over["examples"][0]["line"], 2);
    let text = run("text");
    for words in ["含义改变 1 changed", "+ 人已加购", "复核 → 阻断", "“300人已加购”", "第 4 行"]
    {
        assert!(stdout(&text).contains(words), "{words}: {}", stdout(&text));
    }
    let html = run("html");
    assert!(stdout(&html).starts_with("<!doctype html>") && stdout(&html).contains("“300人已加购”"));
    // What is told is what checking says.
    let check = |pack: &str, name: &str| {
        let built = dir.join(name);
        let built = built.to_str().unwrap();
        assert!(zhunze(&["build", pack, "-o", built]).status.success());
        let output =
            zhunze(&["batch", corpus.to_str().unwrap(), "--pack", built, "--allow-unsigned", DATES[0], DATES[1]]);
        let reports = stdout(&output).lines().map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap());
        reports.map(|r| r["decision"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(check(&old, "old.zzb")[..3], ["review", "review", "review"]);
    assert_eq!(check(&new, "new.zzb")[..3], ["review", "block", "block"]);
}

#[test]
fn what_does_not_compile_or_read_is_refused() {
    let (old, new, dir) = versions("diff-bad");
    edit(&dir.join("new/pack.zz"), "约束 经营者", "约束 某人");
    refused(&zhunze(&["diff", &old, &new]), &["某人"]);
    refused(&zhunze(&["diff", &old, "no-such-pack.zzb"]), &["no-such-pack.zzb"]);
    refused(&zhunze(&["diff", &old, &old, "--over", "no-such.ndjson"]), &["no-such.ndjson"]);
}
