//! `new`, `test --coverage` and `mutate`: a pack to start from, and how well a pack's own tests test it.

mod common;

use common::{edit, json, refused, root, scratch, stderr, stdout, zhunze};
use serde_json::Value;
use std::path::PathBuf;

const DATES: [&str; 2] = ["--as-of", "2026-11-21"];

fn made(name: &str) -> (PathBuf, String) {
    let dir = scratch(name);
    let output = zhunze(&["new", "shop.mine", "--dir", dir.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let pack = dir.join("shop.mine");
    let shown = pack.to_str().unwrap().to_owned();
    (pack, shown)
}

#[test]
fn a_new_pack_compiles_is_laid_out_and_passes_its_tests_without_gaps() {
    let (_, pack) = made("new");
    let lint = zhunze(&["lint", &pack, "--format", "json"]);
    assert_eq!((lint.status.code(), stdout(&lint).trim()), (Some(0), "[]"), "{}", stderr(&lint));
    let fmt = zhunze(&["fmt", "--check", &pack]);
    assert_eq!(fmt.status.code(), Some(0), "{}{}", stdout(&fmt), stderr(&fmt));
    let test = zhunze(&["test", &pack, "--coverage", "--format", "json", DATES[0], DATES[1]]);
    assert_eq!(test.status.code(), Some(0), "{}{}", stdout(&test), stderr(&test));
    let told = json(&test);
    assert_eq!(told["failed"], 0);
    assert_eq!(told["coverage"]["gaps"], serde_json::json!([]), "{told:#}");
    assert_eq!(told["coverage"]["exceptions"], serde_json::json!({"reached": 1, "all": 1}));
    let mutate = zhunze(&["mutate", &pack, DATES[0], DATES[1]]);
    let last = stdout(&mutate).lines().last().unwrap();
    assert!(last.contains("个改动"), "{}", stdout(&mutate));
    // Nothing is written over, and what cannot be a name is refused.
    let dir = scratch("new-bad");
    std::fs::create_dir_all(dir.join("a.b")).unwrap();
    let dir = dir.to_str().unwrap();
    refused(&zhunze(&["new", "a.b", "--dir", dir]), &["已经存在"]);
    refused(&zhunze(&["new", "../a.b", "--dir", dir]), &["包名"]);
}

#[test]
fn what_no_test_reaches_is_a_gap() {
    let (folder, pack) = made("coverage");
    let rules = folder.join("rules.zz");
    edit(&rules, "  例 豁免 \"据后台数据，这是最后一波\"\n", "");
    edit(&rules, "  例 违反 \"再不下单就没了\"\n", "");
    edit(&rules, "  例 合法 \"我们没有最后一波的套路\"\n", "");
    let test = zhunze(&["test", &pack, "--coverage", "--format", "json", DATES[0], DATES[1]]);
    assert_eq!(test.status.code(), Some(0), "{}{}", stdout(&test), stderr(&test));
    let told = json(&test);
    let kinds: Vec<&str> =
        told["coverage"]["gaps"].as_array().unwrap().iter().map(|g| g["kind"].as_str().unwrap()).collect();
    for kind in ["never-raised", "never-outside", "never-matches"] {
        assert!(kinds.contains(&kind), "{kind}: {told:#}");
    }
    let text = zhunze(&["test", &pack, "--coverage", DATES[0], DATES[1]]);
    assert!(stdout(&text).contains("GAP") && stdout(&text).contains("rules.zz:"), "{}", stdout(&text));
}

#[test]
fn changes_that_no_test_notices_are_told_and_tests_that_notice_silence_them() {
    let (folder, pack) = made("mutate");
    let run = |extra: &[&str]| {
        let output = zhunze(&[&["mutate", &pack, "--format", "json", DATES[0], DATES[1]], extra].concat());
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}", stderr(&output));
        (json(&output), output.status.code())
    };
    let (whole, _) = run(&[]);
    assert!(whole["mutants"].as_u64().unwrap() > 10, "{whole:#}");
    let told = |mutation: &Value, change: &str| -> Vec<String> {
        let all = mutation["unnoticed"].as_array().unwrap().iter();
        all.filter(|m| m["change"] == change).map(|m| m["at"].as_str().unwrap().to_owned()).collect()
    };
    // The examples of a new pack pin its exception, its context, its words and its boundary down.
    for change in ["negate", "drop-exception", "drop-context", "drop-word", "drop-branch", "quantifier"] {
        assert_eq!(told(&whole, change), [] as [&str; 0], "{change}: {whole:#}");
    }
    let rules = folder.join("rules.zz");
    edit(&rules, "  例 豁免 \"据后台数据，这是最后一波\"\n", "");
    edit(&rules, "  例 合法 \"我们没有最后一波的套路\"\n", "");
    edit(&rules, "  例 违反 \"再不下单就没了\"\n", "");
    edit(&rules, "规格编号: \"红\", 库存: 1 }", "规格编号: \"红\", 库存: 9 }");
    let (less, code) = run(&[]);
    assert_eq!(code, Some(1));
    assert_eq!(told(&less, "drop-exception").len(), 1, "{less:#}");
    assert_eq!(told(&less, "drop-context"), ["否定"]);
    assert_eq!(told(&less, "drop-branch").len(), 1, "{less:#}");
    assert!(told(&less, "shift").contains(&"0".to_owned()), "{less:#}");
    // One rule alone, and the same every time.
    let (one, _) = run(&["--rule", "listed-without-stock"]);
    assert!(one["unnoticed"].as_array().unwrap().iter().all(|m| m["rules"][0] == "shop.mine/listed-without-stock"));
    assert!(one["mutants"].as_u64() < less["mutants"].as_u64());
    assert_eq!(run(&[]).0, less);
    refused(&zhunze(&["mutate", &pack, "--rule", "no-such-rule"]), &["no-such-rule"]);
}

/// The example of a platform has extensions, which patterns of variants must leave alone.
#[test]
fn packs_with_added_words_are_mutated_too() {
    let folder = root().join("examples/platform/shop.rules");
    let output = zhunze(&["mutate", folder.to_str().unwrap(), "--format", "json", DATES[0], DATES[1]]);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", stderr(&output));
    let told = json(&output);
    assert!(told["noticed"].as_u64().unwrap() > 0, "{told:#}");
}
