//! Source → tree: the document's examples, every diagnostic, limits.
#![cfg(not(target_arch = "wasm32"))]
#![cfg(feature = "compiler")]

use std::collections::BTreeSet;
use zhunze::diagnostic::{Sources, render};
use zhunze::syntax::tree::{ItemKind, Part, Span};
use zhunze::syntax::{Language, Limits, parse, parse_with};

/// The ```zz blocks of the language document.
fn document_blocks() -> Vec<String> {
    let text = include_str!("../docs/language.md");
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "```zz" {
            blocks.push(lines.by_ref().take_while(|l| l.trim() != "```").map(|l| format!("{l}\n")).collect());
        }
    }
    blocks
}

#[test]
fn every_example_of_the_document_parses() {
    let blocks = document_blocks();
    assert!(blocks.len() >= 10, "found only {} blocks", blocks.len());
    for block in blocks {
        let (file, diagnostics) = parse(0, &block);
        assert!(diagnostics.is_empty(), "{block}\n{diagnostics:#?}");
        assert!(!file.items.is_empty());
    }
}

/// Each `tests/golden/syntax/*.zz` with what is said about it, in both languages. `UPDATE_GOLDEN=1` writes the second.
#[test]
fn golden_messages() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/syntax");
    let mut paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "zz"));
    paths.sort();
    let mut codes = BTreeSet::new();
    let mut wrong = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let mut sources = Sources::default();
        let file = sources.add(name, &text);
        let (_, diagnostics) = parse(file, &text);
        codes.extend(diagnostics.iter().map(|d| d.code));
        let found = format!(
            "{}{}",
            render::human(&diagnostics, &sources, Language::Zh, false),
            render::human(&diagnostics, &sources, Language::En, false)
        );
        let golden = path.with_extension("out");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&golden, &found).unwrap();
        } else if std::fs::read_to_string(&golden).unwrap_or_default() != found {
            wrong.push(format!("{name}:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // E0105 and E0106 need inputs too large for a golden file, E0116 one that is no text, and E0199 is never reported.
    let all =
        zhunze::syntax::CODES.iter().map(|c| c.code).filter(|c| !["E0105", "E0106", "E0116", "E0199"].contains(c));
    let missing: Vec<_> = all.filter(|c| !codes.contains(c)).collect();
    assert!(missing.is_empty(), "no golden file for {missing:?}");
}

fn codes(text: &str) -> Vec<&'static str> {
    parse(0, text).1.iter().map(|d| d.code).collect()
}

/// A thread with the stack of a small host, so that an overflow shows.
fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(2 << 20).spawn(work).unwrap().join().unwrap();
}

#[test]
fn nesting_is_capped_before_pest() {
    on_a_small_stack(|| {
        let deep = 10_000;
        for (head, open, middle, close) in [
            ("定义 甲 (a) = ", "(", "真", ")"),
            ("定义 甲 (a) = ", "（", "真", "）"),
            ("定义 甲 (a) = ", "每个 x 于 主体.列 满足 (", "真", ")"),
            ("定义 甲 (a) = ", "出现 <乙> 其中 (", "真", ")"),
            ("句式 甲 (a) = ", "(", "好", ")"),
            ("句式 甲 (a) = ", "(好|", "坏", ")"),
            ("句式 甲 (a) = ", "数(", "天", ")"),
            ("类目树 甲 (a) ", "{ 乙 ", "", "}"),
            ("规则 甲 (a) ", "{ 除非 乙 ", "", "}"),
            ("场景 \"甲\" { 主体 乙 { 丙: ", "[", "1", "]"),
            ("场景 \"甲\" { 主体 乙 ", "{ 丙: ", "1", "}"),
            ("记录 甲 (a) { 乙: ", "列表<", "文案", ">"),
            ("record a { b: ", "list<", "copy", ">"),
        ] {
            let text = format!("{head}{}{middle}{}\n", open.repeat(deep), close.repeat(deep));
            assert!(codes(&text).contains(&"E0105"), "{head}{open}");
            // And without the closing ones.
            let text = format!("{head}{}", open.repeat(deep));
            assert!(!codes(&text).is_empty());
            let text = close.repeat(deep);
            assert!(!codes(&text).is_empty());
        }
        for (head, link) in
            [("定义 甲 (a) = 1 ", "+ 1 "), ("定义 甲 (a) = 1 ", "* 1 "), ("定义 甲 (a) = 1 ", "- 主体.甲 ")]
        {
            let text = format!("{head}{}真", link.repeat(10_000));
            assert!(!codes(&text).is_empty());
            let text = format!("{head}{}", link.repeat(10_000));
            assert!(!codes(&text).is_empty());
        }
        assert_eq!(codes(&"(((".repeat(100_000)), ["E0105"]);
        assert_eq!(codes(&format!("定义 甲 (a) = {}真", "非 ".repeat(100_000))), ["E0105"]);
        assert_eq!(codes(&format!("define a = {}true", "not ".repeat(100_000))), ["E0105"]);
        for mix in ["[(]", "(}", "{(}", "[)", "\"\n", "“\n", "# \n", "规则 甲 {\n", "级别\n", "}\n级别"] {
            for head in ["", "规则 甲 (a) {\n", "词库 甲 (a) {\n", "句式 甲 (a) = "] {
                let _ = codes(&format!("{head}{}", mix.repeat(2_000)));
            }
        }
        for mark in ["(((", "<", "[", "{", "?", "^", "数(", "\"", "“", "|", "且 ", "、"] {
            for head in ["", "句式 甲 (a) = ", "定义 甲 (a) = ", "规则 甲 (a) {", "词库 甲 (a) {", "记录 甲 (a) { 乙: "]
            {
                let _ = codes(&format!("{head}{}", mark.repeat(10_000)));
            }
        }
    });
}

#[test]
fn nesting_within_the_cap_is_read_on_a_small_stack() {
    on_a_small_stack(|| {
        let text = format!("定义 甲 (a) = {}真{}\n", "(".repeat(63), ")".repeat(63));
        assert!(codes(&text).is_empty());
        let text = format!("定义 甲 (a) = {}真{}\n", "每个 x 于 主体.列 满足 (非 ".repeat(30), ")".repeat(30));
        assert!(codes(&text).is_empty());
        let text = format!("句式 甲 (a) = {}好{}\n", "(坏|".repeat(64), ")".repeat(64));
        assert!(codes(&text).is_empty());
        let text = format!("类目树 甲 (a) {}{}\n", "{ 乙 ".repeat(64), "}".repeat(64));
        assert!(codes(&text).is_empty());
    });
}

#[test]
fn sizes_are_capped() {
    let limits = Limits { file_bytes: 100, item_bytes: 60, nesting: 4, mistakes: 3 };
    let found = |text: &str| parse_with(0, text, &limits).1.iter().map(|d| d.code).collect::<Vec<_>>();
    assert_eq!(found(&"# ".repeat(51)), ["E0106"]);
    assert_eq!(found(&format!("词库 甲 (a) {{ {} }}\n词库 乙 (b) {{ 好", "好 ".repeat(11))), ["E0106", "E0103"]);
    assert_eq!(found("定义 甲 (a) = (((((真)))))"), ["E0105"]);
    assert_eq!(found("甲\n}\n}\n}\n}\n}\n").len(), 3);
    // A whole lexicon within the defaults is no matter.
    let text = format!("词库 甲 (a) {{\n{}}}\n", "高血压 糖尿病 \"颈 椎\" 湿疹: \"注\"\n".repeat(15_000));
    let (file, diagnostics) = parse(0, &text);
    assert!(diagnostics.is_empty());
    assert_eq!(file.items.len(), 1);
}

#[test]
fn one_broken_item_hides_no_other() {
    let text = "词库 甲 (a) { 好 }\n规则 乙 (b) { 级别 }\n词库 丙 (c) { 坏 \n词库 丁 (d) { 更好 }\n句式 戊 (e) = (好\n词库 己 (f) { 好 }\n";
    let (file, diagnostics) = parse(0, text);
    let names: Vec<_> = file.items.iter().map(|i| &text[i.span.start as usize..i.span.end as usize]).collect();
    assert_eq!(names, ["词库 甲 (a) { 好 }", "词库 丁 (d) { 更好 }", "词库 己 (f) { 好 }"]);
    assert_eq!(file.broken.iter().map(|n| n.key()).collect::<Vec<_>>(), ["b", "c", "e"]);
    assert_eq!(diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), ["E0101", "E0103", "E0103"]);
}

#[test]
fn spans_are_exact() {
    let text = "# 注\n规则 绝对化 (abs) {\n  适用 商品页 当 非 是药品   # 尾注\n  禁止 出现 <极限词> 于 商品.标题 \n\n  建议 删除\n}\n";
    let (file, diagnostics) = parse(7, text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let at = |s: Span| {
        assert_eq!(s.file, 7);
        &text[s.start as usize..s.end as usize]
    };
    let ItemKind::Rule(rule) = &file.items[0].kind else { panic!() };
    assert!(at(file.items[0].span).starts_with("规则") && at(file.items[0].span).ends_with('}'));
    assert_eq!(at(rule.name.name.span), "绝对化");
    assert_eq!(at(rule.name.id.as_ref().unwrap().span), "abs");
    assert_eq!(at(rule.when.as_ref().unwrap().span), "非 是药品");
    let (_, norm) = rule.norm.as_ref().unwrap();
    assert_eq!(at(norm.span), "出现 <极限词> 于 商品.标题");
    assert_eq!(at(rule.fixes[0].span), "建议 删除");
    assert_eq!(
        file.comments.iter().map(|c| (at(c.span), c.own_line)).collect::<Vec<_>>(),
        [("# 注", true), ("# 尾注", false)]
    );
}

#[test]
fn articles_in_both_languages() {
    let part = |zh: &str, en: &str| {
        let rule = |key: &str, cite: &str| {
            let (file, diagnostics) = parse(0, &format!("{key} a \"x\" {{ {cite} \"…\" }}"));
            assert!(diagnostics.is_empty(), "{cite}: {diagnostics:?}");
            let ItemKind::Instrument(i) = file.items[0].kind.clone() else { panic!() };
            i.articles[0].part.node.clone()
        };
        let (zh, en) = (rule("法", zh), rule("instrument", en));
        assert_eq!(zh, en);
        zh
    };
    let article = |article, sub, paragraph, item| Part::Article { article, sub, paragraph, item };
    assert_eq!(part("第九条", "article 9"), article(9, None, None, None));
    assert_eq!(
        part("第十条之一第二款第三项", "article 10 sub 1 paragraph 2 item 3"),
        article(10, Some(1), Some(2), Some(3))
    );
    assert_eq!(part("第一百二十三条第（十二）项", "article 123 item 12"), article(123, None, None, Some(12)));
    assert_eq!(part("第九百九十九条 第二款", "article 999 paragraph 2"), article(999, None, Some(2), None));
    assert_eq!(part("部分 \"五（三）\"", "section \"五（三）\""), Part::Section("五（三）".into()));
}

#[test]
fn full_width_marks_that_are_accepted() {
    let text = "记录 规格 （sku） { 名称 （name）： 列表<文案>； 价格（price）：金额，重量 (weight): 小数 }\n\
                规则　甲（a）{ 依据 advertising-law 第九条、第十条，price-law 第一条； 约束 经营者、主播；适用 商品页，直播 当（真）；}\n";
    let (file, diagnostics) = parse(0, text);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let ItemKind::Rule(rule) = &file.items[1].kind else { panic!() };
    let laws: Vec<_> = rule.cites.iter().map(|c| c.law.node.as_str()).collect();
    assert_eq!(laws, ["advertising-law", "advertising-law", "price-law"]);
}

#[test]
fn json_counts_lines_characters_and_bytes() {
    let text = "规则 甲 (a) {\n  级别 很高  # 😀\n  禁止 真\n  应当 真\n}\n";
    let mut sources = Sources::default();
    let file = sources.add("甲.zz", text);
    let (_, diagnostics) = parse(file, text);
    let json: serde_json::Value = serde_json::from_str(&render::json(&diagnostics, &sources)).unwrap();
    let all = json.as_array().unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(all[0]["code"], "E0108");
    assert_eq!(all[0]["level"], "error");
    assert_eq!(all[0]["file"], "甲.zz");
    let place = |v: &serde_json::Value| ["line", "column", "end_line", "end_column"].map(|k| v[k].as_u64().unwrap());
    assert_eq!(place(&all[0]), [2, 6, 2, 8]);
    let bytes = [all[0]["utf8"][0].as_u64().unwrap(), all[0]["utf8"][1].as_u64().unwrap()].map(|n| n as usize);
    assert_eq!(&text[bytes[0]..bytes[1]], "很高");
    assert!(all[0]["message"]["zh"].as_str().unwrap().contains("很高"));
    assert!(all[0]["help"]["en"].as_str().unwrap().contains("高"));
    assert_eq!(place(&all[1]), [4, 3, 4, 7]);
    assert_eq!(place(&all[1]["labels"][0]), [3, 3, 3, 7]);
}

#[test]
fn human_text_may_have_colours() {
    let text = "级别 高\n";
    let mut sources = Sources::default();
    let file = sources.add("a.zz", text);
    let (_, diagnostics) = parse(file, text);
    let plain = render::human(&diagnostics, &sources, Language::Zh, false);
    let coloured = render::human(&diagnostics, &sources, Language::Zh, true);
    assert!(!plain.contains('\u{1b}') && coloured.contains("\u{1b}["));
    assert!(plain.starts_with("错误[E0109]"));
    // A place that is in no file is a message all the same.
    let lost = zhunze::diagnostic::Diagnostic { span: Span { file: 9, start: 5, end: 99 }, ..diagnostics[0].clone() };
    assert!(render::human(std::slice::from_ref(&lost), &sources, Language::En, false).starts_with("error[E0109]"));
    assert!(render::json(&[lost], &sources).contains("E0109"));
}
