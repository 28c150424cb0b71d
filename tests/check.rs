//! Trees → checked packs: every diagnostic, in both languages, and what the checker must let pass or refuse.
#![cfg(feature = "compiler")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use zhunze::compile::{Outcome, compile_files, trials};
use zhunze::diagnostic::{Diagnostic, codes, render};
use zhunze::host::Host;
use zhunze::syntax::Language;

const FACTS: &str = include_str!("golden/check/prelude/facts.zz");
const LAW: &str = include_str!("golden/check/prelude/law.zz");

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/check")
}

/// The files of a case. `#=== name` begins a file; a case without it is one file of a pack with a law and a lexicon. The facts
/// are always there.
fn files(name: &str, text: &str) -> BTreeMap<String, String> {
    let mut out = BTreeMap::from([("facts/pack.zz".to_owned(), FACTS.to_owned())]);
    if !text.starts_with("#=== ") {
        out.insert("case/law.zz".to_owned(), LAW.to_owned());
        out.insert(format!("case/{name}"), text.to_owned());
        return out;
    }
    for part in text.split("#=== ").skip(1) {
        let (file, text) = part.split_once('\n').unwrap();
        out.insert(file.to_owned(), text.to_owned());
    }
    out
}

/// Compiles, and runs prescribed wordings where everything compiles.
fn compile(files: BTreeMap<String, String>) -> Outcome {
    let mut out = compile_files(files);
    if !out.failed() {
        let bytes = zhunze::compile::bundle(&out.packs).unwrap();
        let host = Host::load(&[&bytes]).unwrap();
        let found = trials::prescribed_conflicts(host.engine(), &out.packs, 20_500);
        out.diagnostics.extend(found);
    }
    out
}

fn case(text: &str) -> Outcome {
    compile(files("case.zz", text))
}

fn found(text: &str) -> Vec<&'static str> {
    case(text).diagnostics.iter().map(|d| d.code).collect()
}

fn cases() -> Vec<(String, String)> {
    let mut paths: Vec<_> = std::fs::read_dir(folder()).unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "zz"));
    paths.sort();
    let name = |p: &PathBuf| p.file_name().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|p| (name(p), std::fs::read_to_string(p).unwrap())).collect()
}

/// Each `tests/golden/check/*.zz` with what is said about it: `.out` for people in both languages, `.json` for programs.
/// `UPDATE_GOLDEN=1` writes them.
#[test]
fn golden_messages() {
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for (name, text) in cases() {
        let outcome = compile(files(&name, &text));
        let here: BTreeSet<_> = outcome.diagnostics.iter().map(|d| d.code).collect();
        let wanted = name.get(..5).unwrap().to_uppercase();
        if wanted.starts_with("E0") && !here.contains(wanted.as_str()) {
            wrong.push(format!("{name} gives {here:?}"));
        }
        seen.extend(here);
        let human = |language| render::human(&outcome.diagnostics, &outcome.sources, language, false);
        let text = format!("{}{}", human(Language::Zh), human(Language::En));
        let json = render::json(&outcome.diagnostics, &outcome.sources) + "\n";
        for (ending, found) in [("out", text), ("json", json)] {
            let golden = folder().join(&name).with_extension(ending);
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                std::fs::write(&golden, &found).unwrap();
            } else if std::fs::read_to_string(&golden).unwrap_or_default() != found {
                wrong.push(format!("{name}, {ending}:\n{found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // E0402 needs a pack too large for a golden file.
    let tables = zhunze::check::CODES.iter().chain(zhunze::compile::CODES);
    let missing: Vec<_> = tables.map(|c| c.code).filter(|c| *c != "E0402" && !seen.contains(c)).collect();
    assert!(missing.is_empty(), "no golden file for {missing:?}");
}

/// Codes written in the sources, and codes in the tables: the same.
#[test]
fn tables_know_every_code() {
    let mut written = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("codes.rs") {
                let text = std::fs::read_to_string(path).unwrap();
                for (at, _) in text.match_indices("\"E0") {
                    let code = text.get(at + 1..at + 6).unwrap_or("");
                    if code.bytes().skip(1).all(|b| b.is_ascii_digit()) {
                        written.insert(code.to_owned());
                    }
                }
            }
        }
    }
    let known: BTreeSet<String> = codes::all().map(|c| c.code.to_owned()).collect();
    let unknown: Vec<_> = written.difference(&known).collect();
    assert!(unknown.is_empty(), "in no table: {unknown:?}");
    let unused: Vec<_> = known.difference(&written).collect();
    assert!(unused.is_empty(), "reported nowhere: {unused:?}");
}

/// `docs/diagnostics.md` is written from the tables. `UPDATE_GOLDEN=1` writes it.
#[test]
fn the_page_of_codes_is_up_to_date() {
    let mut page = String::from(
        "# Diagnostics\n\nEvery problem has a code that never changes its meaning. Written from the tables by `UPDATE_GOLDEN=1 cargo test -p zhunze --test check`.\n",
    );
    let rooms = [
        ("E01", "E01xx How a file is written"),
        ("E02", "E02xx Names, types, patterns"),
        ("E03", "E03xx The law"),
        ("E04", "E04xx From rules to packs"),
    ];
    for (prefix, title) in rooms {
        page.push_str(&format!("\n## {title}\n"));
        for c in codes::all().filter(|c| c.code.starts_with(prefix)) {
            page.push_str(&format!(
                "\n### {} {} · {}\n\n{}\n\n{}\n",
                c.code, c.title_zh, c.title_en, c.explanation_zh, c.explanation_en
            ));
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page);
}

fn both_languages(d: &Diagnostic) -> bool {
    let labels = d.labels.iter().map(|l| &l.message);
    [&d.message, &d.help].into_iter().chain(labels).all(|m| {
        // Nothing but names, citations and code may be Chinese in an English sentence.
        let plain = m.en.split('`').step_by(2).collect::<String>();
        !m.zh.is_empty() && !m.en.is_empty() && plain.chars().any(|c| c.is_ascii_alphabetic())
    })
}

#[test]
fn every_message_speaks_both_languages_and_has_a_place() {
    for (name, text) in cases() {
        let outcome = compile(files(&name, &text));
        for d in outcome.diagnostics.iter().filter(|d| !d.code.starts_with("E01")) {
            assert!(both_languages(d), "{name}: {d:?}");
            assert!(d.message.zh.chars().any(|c| c > '\u{2e80}'), "{name}: {d:?}");
            let place = outcome.sources.slice(d.span);
            assert!(!place.is_empty() || d.code == "E0221", "{name}: {d:?}");
        }
    }
}

/// "did you mean `x`?" is taken at its word: written there, it mends the mistake.
#[test]
fn suggestions_mend_what_they_speak_of() {
    let mut tried = 0;
    for (name, text) in cases() {
        let sources_of = files(&name, &text);
        let outcome = compile(sources_of.clone());
        for d in &outcome.diagnostics {
            let Some(suggestion) = d.help.en.strip_prefix("did you mean `").and_then(|s| s.strip_suffix("`?")) else {
                continue;
            };
            tried += 1;
            let (file, text) = outcome.sources.get(d.span.file).unwrap();
            let mut mended = text.to_owned();
            mended.replace_range(d.span.start as usize..d.span.end as usize, suggestion);
            let mut again = sources_of.clone();
            again.insert(file.to_owned(), mended);
            let after = compile(again);
            let still = after
                .diagnostics
                .iter()
                .any(|e| e.code == d.code && e.span.start == d.span.start && e.span.file == d.span.file);
            assert!(!still, "{name}: {suggestion}");
        }
    }
    assert!(tried >= 5, "only {tried} suggestions");
}

/// A correct rule of the case pack, with clauses put in the place of its own.
fn rule(norm: &str, rest: &str) -> String {
    format!("规则 用语 (words) {{ 依据 ad-law 第九条 约束 主播 适用 商品页 {norm} 级别 高 说明 \"不得\" {rest} }}\n")
}

#[test]
fn a_correct_pack_passes() {
    let text = rule("禁止 出现 <极限词>", "排除 引述 建议 删除 例 违反 \"全网最好\" 例 合法 \"挺好\"");
    assert_eq!(found(&text), [""; 0]);
    let text = rule("可以 商品.包邮", "例 合法 商品页 { 包邮: 真 }");
    assert_eq!(found(&text), [""; 0]);
    // The same members in two types are told apart by what they stand beside.
    assert_eq!(found("定义 甲 (jia) = 商品.状态 == 口播 或 每个 x 于 商品.规格 满足 (x.价格 > 3 元)"), [""; 0]);
    assert_eq!(found("场景 \"渠道\" { 主体 直播 { 渠道: 口播 } 期望 决定 pass }"), [""; 0]);
}

/// Names of the built-in packs that pass on their own; a pack that fails shows what is wrong with it.
#[test]
fn built_in_packs_pass() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs");
    let root = std::env::var_os("ZHUNZE_PACKS").map_or(root, PathBuf::from);
    let mut files = BTreeMap::new();
    for folder in std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()) {
        for path in std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()) {
            if path.extension().is_some_and(|e| e == "zz" || e == "tsv") {
                let name = format!("{}/{}", folder.file_name().unwrap().display(), path.file_name().unwrap().display());
                files.insert(name, std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let outcome = compile_files(files);
    let shown = render::human(&outcome.diagnostics, &outcome.sources, Language::En, false);
    assert!(outcome.diagnostics.is_empty(), "{shown}");
}
