//! The command line's contract: what it prints, where, and how it exits.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn zhunze(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zhunze")).args(args).current_dir(root()).stdin(Stdio::null()).output().unwrap()
}

fn piped(args: &[&str], input: &[u8]) -> Output {
    use std::io::Write;
    let mut child = Command::new(env!("CARGO_BIN_EXE_zhunze"))
        .args(args)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The child may refuse early and close its end.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_str(stdout(output)).unwrap_or_else(|e| panic!("{e}: {}\n{}", stdout(output), stderr(output)))
}

/// Refused: exit 2, nothing on standard output, and a message that names what is wrong; never a panic.
#[track_caller]
fn refused(output: &Output, words: &[&str]) {
    assert_eq!(output.status.code(), Some(2), "{}{}", stdout(output), stderr(output));
    assert!(output.stdout.is_empty(), "{}", stdout(output));
    assert!(!stderr(output).contains("panicked"), "{}", stderr(output));
    for word in words {
        assert!(stderr(output).contains(word), "`{word}` is not in: {}", stderr(output));
    }
}

fn scratch(name: &str, bytes: &[u8]) -> PathBuf {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("contract");
    std::fs::create_dir_all(&dir).unwrap();
    let path = dir.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

const DATES: [&str; 2] = ["--as-of", "2026-11-21"];

#[test]
fn a_script_is_blocked_and_a_clean_one_passes() {
    let output = zhunze(&["check", "examples/livestream.txt", DATES[0], DATES[1]]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stdout(&output).contains("广告法"), "{}", stdout(&output));
    let output = piped(
        &["check", "-", "--format", "json", DATES[0], DATES[1]],
        "今天给大家介绍一款面霜，先在耳后试用。".as_bytes(),
    );
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert_eq!(json(&output)["decision"], "pass");
}

#[test]
fn several_inputs_print_a_report_a_line() {
    let output =
        zhunze(&["check", "examples/livestream.txt", "examples/listing.json", "--format", "json", DATES[0], DATES[1]]);
    let lines: Vec<Value> = stdout(&output).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|l| l["schema"] == "zhunze.report/1"));
}

#[test]
fn an_empty_listing_is_reviewed_never_passed() {
    let output = piped(&["check", "-", "--format", "json", DATES[0], DATES[1]], br#"{"kind": "listing"}"#);
    let report = json(&output);
    assert_eq!(report["decision"], "review");
    let findings = report["findings"].as_array().unwrap();
    assert!(!findings.is_empty());
    let mut missing = Vec::new();
    for finding in findings {
        assert_eq!(finding["status"], "undetermined", "{finding}");
        assert!(!finding["missing"].as_array().unwrap().is_empty(), "{finding}");
        missing.push(finding["missing"].to_string());
    }
    let all = missing.len();
    missing.sort();
    missing.dedup();
    assert_eq!(missing.len(), all, "findings are merged by what is missing");
}

#[test]
fn the_2026_measures_are_off_before_their_day() {
    let cites_2026 = |on: &str| {
        let output = zhunze(&["check", "examples/room.json", "--format", "json", "--on", on, DATES[0], DATES[1]]);
        let report = json(&output);
        let text = report["findings"].to_string();
        (text.contains("livestream-ecommerce-measures-2026"), report["summary"].clone())
    };
    assert!(cites_2026("2026-02-01").0);
    assert!(!cites_2026("2026-01-31").0);
}

#[test]
fn spans_slice_the_original_in_all_units() {
    let output = zhunze(&["check", "examples/livestream.txt", "--format", "json", DATES[0], DATES[1]]);
    let script = std::fs::read_to_string(root().join("examples/livestream.txt")).unwrap();
    let utf16: Vec<u16> = script.encode_utf16().collect();
    let chars: Vec<char> = script.chars().collect();
    assert!(script.len() > chars.len() && utf16.len() > chars.len(), "the script has characters beyond the BMP");
    let range = |v: &Value| v[0].as_u64().unwrap() as usize..v[1].as_u64().unwrap() as usize;
    let report = json(&output);
    let mut count = 0;
    for finding in report["findings"].as_array().unwrap() {
        for span in finding["spans"].as_array().unwrap() {
            let text = span["text"].as_str().unwrap();
            assert_eq!(&script[range(&span["utf8"])], text);
            assert_eq!(String::from_utf16(&utf16[range(&span["utf16"])]).unwrap(), text);
            assert_eq!(chars[range(&span["chars"])].iter().collect::<String>(), text);
            count += 1;
        }
    }
    assert!(count > 5);
}

#[test]
fn batch_keeps_the_order_and_goes_on_after_a_bad_line() {
    let mut input = String::new();
    for i in 0..5000 {
        match i {
            17 => input.push_str("{not json\n"),
            18 => input.push_str("{\"kind\": \"no-such-thing\"}\n"),
            _ => input.push_str(&format!(
                "{{\"kind\": \"listing\", \"title\": \"面霜{i}\", \"description\": \"\", \"texts\": []}}\n"
            )),
        }
    }
    let path = scratch("batch.ndjson", input.as_bytes());
    let out = scratch("batch.out", b"");
    let output = zhunze(&["batch", path.to_str().unwrap(), "-o", out.to_str().unwrap(), DATES[0], DATES[1]]);
    assert_eq!(output.status.code(), Some(2));
    let written = std::fs::read_to_string(out).unwrap();
    let records: Vec<Value> = written.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(records.len(), 5000);
    assert_eq!(records[17]["line"], 18);
    assert!(records[17]["error"]["message"]["zh"].as_str().unwrap().contains("JSON"));
    assert_eq!(records[18]["line"], 19);
    assert!(records.iter().enumerate().all(|(i, r)| (r["schema"] == "zhunze.report/1") != (i == 17 || i == 18)));
    let one = zhunze(&["batch", path.to_str().unwrap(), DATES[0], DATES[1]]);
    assert_eq!(stdout(&one), written, "threads do not change the bytes");
}

#[test]
fn bad_input_is_refused_with_its_place() {
    refused(&piped(&["check", "-"], b"\xe5\xa5\xbd\n\xff\xfe"), &["UTF-8", "第 2 行"]);
    refused(&piped(&["check", "-"], br#"{"kind": "listing", "#), &["JSON"]);
    refused(&piped(&["check", "-"], br#"{"kind": "listing", "title": 5}"#), &["/title"]);
    refused(&piped(&["check", "-"], br#"{"kind": "listing", "conduct": {"from": "2026-02-30"}}"#), &["2026-02-30"]);
    refused(&piped(&["check", "-"], br#"{"kind": "spaceship"}"#), &["spaceship"]);
    let brackets = scratch("brackets.json", "[".repeat(10_000).as_bytes());
    refused(&zhunze(&["check", brackets.to_str().unwrap()]), &["JSON"]);
    let deep = format!("{{\"kind\": \"listing\", \"x\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    refused(&piped(&["check", "-"], deep.as_bytes()), &[]);
    refused(&zhunze(&["check", "examples/no-such-file.txt"]), &["no-such-file.txt"]);
    refused(&zhunze(&["check", "examples/livestream.txt", "--on", "2026-02-30"]), &["2026-02-30"]);
    refused(&zhunze(&["check", "examples/livestream.txt", "--no-such-flag"]), &["--no-such-flag"]);
    refused(&zhunze(&["explain", "absolute-termz"]), &["absolute-terms"]);
}

#[test]
fn a_hundred_megabytes_are_refused() {
    let line = "家人们来看这款面霜，今天只要九块九。\n";
    let text = line.repeat(100_000_000 / line.len());
    refused(&piped(&["check", "-"], text.as_bytes()), &["MiB"]);
}

#[test]
fn damaged_packs_are_refused() {
    let pack = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("whole.zzb");
    let built = zhunze(&["build", "packs", "-o", pack.to_str().unwrap()]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    let bytes = std::fs::read(&pack).unwrap();
    let check = |name: &str, bytes: &[u8]| {
        let path = scratch(name, bytes);
        zhunze(&["check", "examples/livestream.txt", "--pack", path.to_str().unwrap(), DATES[0], DATES[1]])
    };
    assert_eq!(check("good.zzb", &bytes).status.code(), Some(1));
    refused(&check("empty.zzb", b""), &["empty.zzb"]);
    refused(&check("text.zzb", "不是规则包，只是一段足够长的普通文字，用来冒充规则包文件。".as_bytes()), &["规则包"]);
    refused(&check("short.zzb", &bytes[..bytes.len() / 2]), &["规则包"]);
    for at in [4, 60, bytes.len() / 3, bytes.len() - 1] {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x10;
        refused(&check("flipped.zzb", &flipped), &["规则包"]);
    }
}

#[test]
fn builds_are_the_same_every_time() {
    let build = |name: &str| {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        assert!(zhunze(&["build", "packs", "-o", path.to_str().unwrap()]).status.success());
        std::fs::read(path).unwrap()
    };
    assert_eq!(build("a.zzb"), build("b.zzb"));
}

#[test]
fn ten_thousand_brackets_in_a_pack_are_a_diagnostic() {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("brackets");
    std::fs::create_dir_all(&dir).unwrap();
    let source =
        format!("包 cn.test (1) {{\n  层级 法律\n}}\n\n定义 深 = {}真{}\n", "(".repeat(10_000), ")".repeat(10_000));
    std::fs::write(dir.join("pack.zz"), source).unwrap();
    let output = zhunze(&["lint", dir.to_str().unwrap()]);
    refused(&output, &["E01"]);
}

#[test]
fn the_packs_keep_their_own_examples() {
    let output = zhunze(&["test", "packs", DATES[0], DATES[1]]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    let last = stdout(&output).lines().last().unwrap();
    let passed: usize = last.split_whitespace().next().unwrap().parse().unwrap();
    assert!(passed > 300, "{last}");
}

/// The example of a platform and its season: what they raise, extend and add, beside the built-in packs.
#[test]
fn the_example_of_a_platform_keeps_its_scenarios() {
    let output = zhunze(&["test", "examples/platform", DATES[0], DATES[1]]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    assert_eq!(stdout(&output).lines().last().unwrap(), "8 passed, 0 failed");
    let formatted = zhunze(&["fmt", "examples/platform", "--check"]);
    assert_eq!(formatted.status.code(), Some(0), "{}", stderr(&formatted));
}

#[test]
fn the_packs_are_formatted() {
    let output = zhunze(&["fmt", "--check", "packs"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[test]
fn every_rule_explains_itself() {
    let output = zhunze(&["explain", "--all", "--format", "json"]);
    let pages = json(&output);
    let pages = pages.as_array().unwrap();
    assert!(pages.len() > 50, "{}", pages.len());
    for page in pages {
        assert!(!page["cites"].as_array().unwrap().is_empty(), "{}", page["id"]);
        for lang in ["zh", "en"] {
            assert!(!page["message"][lang].as_str().unwrap().is_empty(), "{}", page["id"]);
        }
        assert!(page["examples"].as_array().unwrap().len() >= 2, "{}", page["id"]);
    }
    let page = zhunze(&["explain", "cn.advertising/absolute-terms"]);
    assert!(stdout(&page).contains("第九条第三项"), "{}", stdout(&page));
}

#[test]
fn the_schema_is_printed_in_both_forms() {
    let schema = json(&zhunze(&["schema", "--format", "json"]));
    assert!(schema["$defs"]["listing"]["properties"]["title"].is_object());
    let ts = zhunze(&["schema", "--format", "ts"]);
    assert!(stdout(&ts).contains("export interface Listing extends SubjectBase"));
}

#[test]
fn sarif_is_what_the_standard_says() {
    let output = zhunze(&["check", "examples/livestream.txt", "--format", "sarif", DATES[0], DATES[1]]);
    let log = json(&output);
    assert_eq!(log["version"], "2.1.0");
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert!(!results.is_empty());
}

#[test]
fn the_npm_package_has_the_types_of_the_built_in_facts() {
    let path = root().join("npm/src/subject.ts");
    let generated = zhunze(&["schema", "--format", "ts"]);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &generated.stdout).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap();
    assert!(committed == stdout(&generated), "run this test with UPDATE_GOLDEN=1 to write npm/src/subject.ts anew");
}

#[test]
fn a_rectification_list_names_duty_article_and_who_is_bound() {
    let run = |lang: &str| {
        zhunze(&[
            "check",
            "examples/listing.json",
            "--format",
            "rectification",
            "--lang",
            lang,
            "--as-of",
            "2026-11-21",
        ])
    };
    let (zh, en) = (run("zh"), run("en"));
    let (zh, en) = (stdout(&zh), stdout(&en));
    assert!(zh.starts_with("# 整改清单"), "{zh}");
    let rows: Vec<&str> = zh.lines().filter(|l| l.starts_with("| ") && !l.starts_with("|  |")).collect();
    assert!(rows.len() > 3, "{zh}");
    let cells = |row: &str| row.matches(" | ").count();
    assert!(rows.iter().all(|row| cells(row) == 6), "{zh}");
    assert!(rows[1].contains("《") && rows[1].contains("经营者"), "{zh}");
    assert!(en.starts_with("# Rectification list") && en.contains("seller"), "{en}");
}

/// `docs/coverage.md` is what `zhunze coverage` prints. `UPDATE_GOLDEN=1` writes it.
#[test]
fn every_article_is_accounted_for_and_the_page_says_so() {
    let output = zhunze(&["coverage"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = root().join("docs/coverage.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&page, stdout(&output)).unwrap();
    }
    let committed = std::fs::read_to_string(&page).unwrap_or_default();
    assert!(committed == stdout(&output), "run this test with UPDATE_GOLDEN=1 to write docs/coverage.md anew");
    let told = json(&zhunze(&["coverage", "--format", "json"]));
    assert_eq!(told["total"]["open"], 0);
    let laws: Vec<&str> = told["instruments"].as_array().unwrap().iter().map(|i| i["law"].as_str().unwrap()).collect();
    for law in
        ["e-commerce-law", "online-transaction-measures", "livestream-ecommerce-measures-2026", "advertising-law"]
    {
        assert!(laws.contains(&law), "{law}");
    }
    let page = zhunze(&["coverage", "--format", "html"]);
    assert!(stdout(&page).starts_with("<!doctype html>") && stdout(&page).contains("第九条第三项"));
}

/// A pack with an article that nothing accounts for makes it fail.
#[test]
fn coverage_fails_where_an_article_is_neither_encoded_nor_explained() {
    let folder = std::env::temp_dir().join(format!("zhunze-coverage-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let source = "包 x.test (1) {\n  名称 \"测试\" \"Test\"\n  层级 法律\n}\n\n法 test-law \"测试法\" \"Test law\" {\n  施行 2020-01-01\n  \
                  第一条 \"不得自称最好\"\n  第三条 不编码 定义 \"定义\" \"Definitions\"\n}\n";
    std::fs::write(folder.join("pack.zz"), source).unwrap();
    let built = folder.join("test.zzp");
    let built = built.to_str().unwrap();
    let done = zhunze(&["build", folder.to_str().unwrap(), "-o", built]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    let output = zhunze(&["coverage", "--pack", built, "--allow-unsigned", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let told = json(&output);
    // The first article is open, the second is not declared at all.
    assert_eq!((&told["total"]["open"], &told["instruments"][0]["gaps"]), (&Value::from(2), &serde_json::json!([2])));
    std::fs::remove_dir_all(&folder).unwrap();
}
