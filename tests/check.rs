//! Trees → checked packs: every diagnostic, in both languages, and what the checker must let pass or refuse.
#![cfg(not(target_arch = "wasm32"))]
#![cfg(feature = "compiler")]

mod common;

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
    // E0402 needs a pack too large for a golden file; `src/compile` holds its messages against a pair of its own.
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
    let current = std::fs::read_to_string(path).unwrap_or_default() == page;
    assert!(current, "docs/diagnostics.md is not what the tables say; write it with UPDATE_GOLDEN=1");
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

/// The ```zz blocks of the language document, as one pack. What they refer to and do not show stands in the prelude.
#[test]
fn the_document_is_one_correct_pack() {
    let text = include_str!("../docs/language.md");
    let mut files = BTreeMap::from([
        ("cn.facts/pack.zz".to_owned(), "包 cn.facts (1) { 层级 法律 }\n".to_owned()),
        ("cn.text/pack.zz".to_owned(), "包 cn.text (1) { 层级 法律 }\n".to_owned()),
        ("doc/prelude.zz".to_owned(), include_str!("golden/check/prelude/document.zz").to_owned()),
        ("doc/traditional.tsv".to_owned(), "價\t价\n".to_owned()),
        ("doc/pinyin.tsv".to_owned(), "zhi疗\t治疗\n".to_owned()),
    ]);
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if line.trim() == "```zz" {
            let block: String =
                lines.by_ref().take_while(|(_, l)| l.trim() != "```").map(|(_, l)| format!("{l}\n")).collect();
            // A pack that builds on the document's own stands in a block of its own.
            let folder = if block.starts_with("包 shop") { "shop" } else { "doc" };
            files.insert(format!("{folder}/line-{:04}.zz", number + 2), block);
        }
    }
    assert!(files.len() > 12, "found only {} blocks", files.len());
    let outcome = compile(files);
    let shown = render::human(&outcome.diagnostics, &outcome.sources, Language::En, false);
    assert!(outcome.diagnostics.is_empty(), "{shown}");
}

/// What once got past the checker, or fell over later.
#[test]
fn traps() {
    let facts = "例 违反 商品页 { 包邮: 真 } 例 合法 商品页 { 包邮: 假 }";
    let words = "例 违反 \"全网最好\" 例 合法 \"挺好\"";
    let exception = |when: &str| format!("除非 引用 (quote) {{ 依据 ad-law 第十条 当 {when} 证据 备查 \"出处\" }}");
    let two = |a: &str, b: &str, examples: &str| {
        format!("{}{}", rule(a, examples), rule(b, examples).replace("用语 (words)", "另一条 (other)"))
    };
    let none: &[&str] = &[];
    let table: Vec<(String, &[&str])> = vec![
        // `forbid not X` is `require X`, under any name and any condition that is the same.
        (two("应当 商品.包邮", "禁止 非 商品.包邮", facts), none),
        (two("应当 商品.包邮", "禁止 商品.包邮", facts), &["E0329"]),
        (two("应当 非 商品.包邮", "禁止 非 商品.包邮", facts), &["E0329"]),
        (two("应当 商品.包邮", "应当 非 主体.free-post", facts), none),
        (two("应当 商品.包邮", "应当 非 商品.free-post", facts), &["E0329"]),
        // Another of the ways that a duty leaves open is still lawful; the same words elsewhere too.
        ("词库 甲词 (jia) { 甲 }\n".to_owned() + &two("应当 载明 <甲词>, <极限词>", "禁止 出现 <甲词>", facts), none),
        ("词库 甲词 (jia) { 甲 }\n".to_owned() + &two("应当 载明 <甲词>", "禁止 出现 <jia>, <极限词>", facts), &["E0329"]),
        (two("应当 载明 <极限词> 于 标题", "禁止 出现 <极限词> 于 描述", facts), none),
        (two("应当 载明 <极限词> 于 标题", "禁止 出现 <极限词> 于 描述, title", facts), &["E0329"]),
        // An exception is the way out.
        (two("应当 商品.包邮", &format!("禁止 商品.包邮 {}", exception("商品.件数 > 3")), facts), none),
        // 之一 is an article of its own, and a part without articles is cited by its number.
        (rule("禁止 商品.包邮", facts).replace("第九条", "第九条第二款第一项"), none),
        (rule("禁止 商品.包邮", facts).replace("第九条", "第九条之一"), &["E0307"]),
        ("法 gb \"公告\" { 施行 2020-01-01 部分 \"五（三）\" \"不得误导\" }\n".to_owned()
            + &rule("禁止 商品.包邮", facts).replace("ad-law 第九条", "gb 部分 \"五（三）\""), none),
        // An article that ended, and one that came later.
        (rule("禁止 商品.包邮 有效 自 2021-01-01 至 2025-12-31", facts).replace("第九条", "第二十条"), &["E0309"]),
        (rule("禁止 商品.包邮 有效 自 2018-01-01 至 2020-12-31", facts).replace("第九条", "第二十条"), none),
        (rule("禁止 商品.包邮", facts).replace("第九条", "第二十条, 第二十一条"), &["E0310"]),
        // Two versions of one article that follow each other are one.
        ("法 food-law \"食品安全法\" { 施行 2015-10-01 第一条 至 2018-12-31 \"旧\" 第一条 自 2019-01-01 \"新\" }\n".to_owned()
            + &rule("禁止 商品.包邮 有效 自 2016-01-01 至 2025-01-01", facts).replace("ad-law", "food-law").replace("第九条", "第一条"), none),
        // Contexts that an excluded context includes are excluded as well.
        ("语境 不算 (no-claim) { 含 引述 }\n".to_owned()
            + &rule(&format!("禁止 出现 <极限词> 排除 不算 {}", exception("邻近 引述")), words), &["E0326"]),
        (rule(&format!("禁止 出现 <极限词> {}", exception("邻近 quotation")), words), none),
        (rule(&format!("禁止 出现 <极限词> {}", exception("假 或 (商品.包邮 且 非 商品.包邮)")), words), &["E0326"]),
        // Names.
        ("定义 甲 (jia) = 真\n推定 乙 (yi) { 设 甲 为 真 保持 说明 \"理由\" }\n推定 丙 (yi) { 设 甲 为 真 保持 说明 \"理由\" }".to_owned(), &["E0201"]),
        ("类目树 地区 (region) { 甲 (jia) { 乙 (jia) } }".to_owned(), &["E0201"]),
        ("定义 甲 (jia) = 每个 商品 于 主体.规格 满足 (商品.价格 > 3 元)".to_owned(), &["E0117"]),
        ("定义 甲 (jia) = 商品.状态 == 食品".to_owned(), &["E0213"]),
        ("定义 甲 (jia) = 出现 <极限词> 于 状态".to_owned(), &["E0206"]),
        ("定义 甲 (jia) = 有 商品.规格.价格".to_owned(), &["E0219"]),
        ("句式 甲 (jia) = 到手 数:价(元)\n定义 乙 (yi) = 出现 <甲> 其中 (价 < 商品.价格)".to_owned(), none),
        ("句式 甲 (jia) = 到手 数:价(元)\n定义 乙 (yi) = 出现 <甲> 其中 (件 < 商品.价格)".to_owned(), &["E0203"]),
        // A group's gap stands between the group and its neighbour.
        ("句式 甲 (jia) = (只要 ..4)? 九块九 (~6 包邮)?".to_owned(), none),
        // A look-around knows the lexicons that a lexicon includes, and an empty branch cannot be written.
        ("词库 丙 (bing) 含 极限词 { 妙 }\n句式 丁 (ding) = 好 不接(<丙>)".to_owned(), none),
        ("句式 甲 (jia) = (好|)".to_owned(), &["E0101"]),
        // Facts in examples and scenarios.
        ("场景 \"甲\" { 主体 商品页 { 价格: 空, 规格: [] } 期望 决定 pass }".to_owned(), none),
        ("场景 \"甲\" { 主体 规格 { 名称: \"大\" } 期望 决定 pass }".to_owned(), &["E0321"]),
        ("场景 \"甲\" { 主体 商品页 { 规格: [[]] } 期望 决定 pass }".to_owned(), &["E0242"]),
        ("场景 \"甲\" { 主体 商品页 { 状态: { } } 期望 决定 pass }".to_owned(), &["E0242"]),
        ("场景 \"甲\" { 主体 商品页 { kind: \"livestream\" } 期望 决定 pass }".to_owned(), &["E0220"]),
        ("场景 \"甲\" { 主体 商品页 { conduct: { form: 2026-01-01 } } 期望 t.facts/nothing 无 }".to_owned(), &["E0220", "E0203"]),
        // Reserved words of paths cannot be shadowed unseen.
        ("定义 甲 (jia) = 规格.价格 > 3 元".to_owned(), &["E0216"]),
    ];
    let mut wrong = Vec::new();
    for (text, wanted) in &table {
        let outcome = case(text);
        let codes: Vec<_> = outcome.diagnostics.iter().map(|d| d.code).collect();
        if codes != *wanted {
            let shown = render::human(&outcome.diagnostics, &outcome.sources, Language::En, false);
            wrong.push(format!("wanted {wanted:?}, got {codes:?}\n{text}\n{shown}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// However deep a construct nests, the answer is a diagnostic at a place in the source, or a pack; never an error of encoding.
#[test]
fn depth_is_a_diagnostic() {
    let deep =
        |open: &str, middle: &str, close: &str, n: usize| format!("{}{middle}{}", open.repeat(n), close.repeat(n));
    for n in [16, 17, 32, 63, 64, 100] {
        let conditions = [
            deep("非 (", "商品.包邮", ")", n),
            deep("非 非 (", "商品.包邮", ")", n),
            deep("(商品.包邮 或 商品.包邮 且 ", "商品.包邮", ")", n),
            deep("(商品.包邮 且 ", "商品.包邮", ")", n),
            deep("每个 x 于 商品.规格 满足 (", "真", ")", n),
            deep("出现 <极限词> 其中 (", "真", ")", n),
            format!("商品.件数 > 1 {}", "+ 1 ".repeat(n)),
            format!("{} > 3", deep("(1 + ", "1", ")", n)),
        ];
        let mut sources: Vec<String> = conditions.iter().map(|c| format!("定义 甲 (jia) = {c}\n")).collect();
        for c in &conditions {
            let with =
                format!("禁止 商品.包邮 除非 引用 (quote) {{ 依据 ad-law 第十条 当 {c} 证据 须附 \"出处\" 当 {c} }}");
            sources.push(rule(&with, "例 违反 商品页 { 包邮: 真 } 例 合法 商品页 { 包邮: 假 }"));
            sources.push(format!("推定 甲 (jia) {{ 设 是药品 为 假 除非 {c} 保持 说明 \"理由\" }}\n"));
        }
        for pattern in [
            deep("(好 ", "妙", ")", n),
            deep("(好|", "妙", ")", n),
            deep("(好 (很)? ", "妙", ")", n),
            deep("好 (好|好 ", "妙", ")?", n),
        ] {
            sources.push(format!("句式 甲 (jia) = {pattern}\n"));
            sources.push(format!("语境 甲 (jia) {{ 前有 ({pattern}) 距 4 }}\n"));
        }
        sources.push(format!(
            "类目树 地区 (region) {{ {} }}\n",
            (0..n).map(|i| format!("甲{i} (c{i}) {{")).collect::<String>() + &"}".repeat(n)
        ));
        sources
            .push(format!("场景 \"甲\" {{ 主体 商品页 {{ evidence: {} }} 期望 决定 pass }}\n", deep("[", "", "]", n)));
        let chain: String = (1..n).map(|i| format!("定义 链{i} (d{i}) = 非 (非 (非 (非 链{})))\n", i - 1)).collect();
        sources.push(format!("定义 链0 (d0) = 商品.包邮\n{chain}"));
        let chain: String = (1..n).map(|i| format!("句式 链{i} (p{i}) = <p{}> 好\n", i - 1)).collect();
        sources.push(format!("句式 链0 (p0) = 好\n{chain}"));
        let chain: String = (1..n).map(|i| format!("语境 链{i} (c{i}) {{ 含 c{} }}\n", i - 1)).collect();
        sources.push(format!("语境 链0 (c0) {{ 同句有 好 }}\n{chain}"));
        for text in sources {
            let outcome = case(&text);
            for d in &outcome.diagnostics {
                assert!(!["E0402", "E0408", "E0199"].contains(&d.code), "{n}: {text}\n{d:?}");
                assert!(!outcome.sources.slice(d.span).is_empty(), "{n}: {text}\n{d:?}");
            }
            if n >= 100 && !text.contains("evidence") {
                assert!(outcome.failed(), "{text}");
            }
        }
    }
}

#[test]
fn a_pack_that_waits_for_a_broken_one_says_only_that() {
    let text = "#=== a/pack.zz\n包 t.a (1) { 层级 法律 }\n词库 甲词 (jia) { 好\n#=== b/pack.zz\n包 t.b (1) { 层级 法律 引用 t.a 1 }\n句式 乙 (yi) = <甲词> <无>\n#=== c/pack.zz\n包 t.c (1) { 层级 法律 引用 t.b 1 }\n";
    assert_eq!(found(text), ["E0103", "E0405", "E0405"]);
    // Files of one name in two packs are two files.
    let text = "#=== a/pack.zz\n包 t.a (1) { 层级 法律 }\n词库 甲词 (jia) { }\n#=== b/pack.zz\n包 t.b (1) { 层级 法律 }\n词库 乙词 (yi) { 好 }\n";
    let outcome = case(text);
    assert_eq!(outcome.packs.iter().filter(|p| p.pack.core.meta.id == "t.b").count(), 1);
}

#[test]
fn types_of_a_pack_that_a_used_pack_uses_are_known() {
    let text = "#=== a/pack.zz\n包 t.a (1) { 层级 法律 }\n记录 尺寸 (size) { 长 (length): 整数 }\n#=== b/pack.zz\n包 t.b (1) { 层级 法律 引用 t.a 1 }\n主体 箱 (box) { 尺寸 (size): 尺寸 }\n#=== c/pack.zz\n包 t.c (1) { 层级 法律 引用 t.b 1 }\n定义 大 (big) = 箱.尺寸.长 > 3\n";
    assert_eq!(found(text), [""; 0]);
    // But their names are not.
    let text = text
        .replace("箱.尺寸.长 > 3", "每个 x 于 箱.尺寸 满足 (真)")
        .replace("定义 大 (big)", "记录 盒 (case) { 尺寸 (size): 尺寸 }\n定义 大 (big)");
    assert_eq!(found(&text), ["E0203", "E0207"]);
}

/// A paragraph declared with its own time does not borrow the time of an older version of its article.
#[test]
fn a_paragraph_has_its_own_time() {
    let source = common::PREAMBLE.replace(
        "article 9 ",
        "article 18 to 2025-04-30 \"旧\" \"old\"\n  article 18 paragraph 2 from 2025-05-01 \"新\" \"new\"\n  article 9 ",
    );
    let valid_from = |cite: &str| {
        let rule = common::rule("r", "applies listing\n  forbid has subject.brand").replace("article 9", cite);
        let sources = zhunze::compile::PackSource {
            files: vec![("t.zz".to_owned(), format!("{source}\n{rule}"))],
            tables: Default::default(),
        };
        let outcome = zhunze::compile::compile(&[sources], &[]);
        assert!(!outcome.failed(), "{:#?}", outcome.diagnostics);
        zhunze::eval::date::format_day(outcome.packs[0].pack.core.rules[0].valid_from)
    };
    assert_eq!(valid_from("article 18 paragraph 2"), "2025-05-01");
    assert_eq!(valid_from("article 18"), "2015-09-01");
}
