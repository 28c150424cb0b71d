//! The built-in fold tables, compiled from their sources: what sellers do to a word is undone, and nothing more.
#![cfg(not(target_arch = "wasm32"))]
#![cfg(feature = "compiler")]

use std::collections::BTreeMap;
use zhunze::compile::compile_files;
use zhunze::pack::link::link;
use zhunze::syntax::tree::FoldKind;
use zhunze::text::{Match, PatternSet, ScanLimits, Scratch, TextEngine, TextSource};

const WORDS: &str = "国家级 治疗 减肥 最好 最好的 根治 绝对有效 第一 七天见效 零风险 最后十四箱 后悔 \
    100%有效 NO.1 加VX 2025 20kg TOP1 加微信 保本 降血脂 消炎";

fn engine() -> TextEngine {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/packs/cn.text/");
    let read = |name: &str| std::fs::read_to_string(format!("{folder}{name}")).unwrap();
    let words: Vec<String> = WORDS.split_whitespace().map(|w| format!("\"{w}\"")).collect();
    let head = format!(
        "包 cn.try (1) {{ 名称 \"试\" \"Try\" 层级 法律 发布者 \"准则\" \"Zhunze\" }}\n词库 词 (words) {{ {} }}",
        words.join(" ")
    );
    let mut files: BTreeMap<String, String> =
        [("cn.try/pack.zz".to_owned(), head), ("cn.try/folds.zz".to_owned(), read("folds.zz"))].into();
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".tsv") {
            files.insert(format!("cn.try/{name}"), read(&name));
        }
    }
    let outcome = compile_files(files);
    assert!(!outcome.failed(), "{:?}", outcome.diagnostics);
    let packs: Vec<_> = outcome.packs.into_iter().map(|p| p.pack).collect();
    let linked = link(packs.clone()).unwrap();
    let source = TextSource {
        words: &linked.words,
        patterns: &linked.patterns,
        contexts: &linked.contexts,
        folds: &linked.folds,
    };
    TextEngine::build(&source).unwrap()
}

fn scan(engine: &TextEngine, text: &str) -> Vec<Match> {
    let wanted: PatternSet = [0].into_iter().collect();
    engine.scan(text, &wanted, &ScanLimits::default(), &mut Scratch::default()).matches
}

#[test]
fn what_is_respelt_is_found_and_the_fold_is_named() {
    use FoldKind::{Abbreviation, CodeWord, Emoji, Homophone, LookAlike, Pinyin, Recognition, Split};
    use FoldKind::{Case, Digit, Repeat, Separator, Style, Traditional, Width, ZeroWidth};
    let engine = engine();
    for (text, folds, uncertain) in [
        ("１００％有效", vec![Width], false),
        ("ＮＯ．１", vec![Width], false),
        ("№1", vec![Style], false),
        ("加ＶＸ", vec![Width], false),
        ("加🆅🆇", vec![Style], false),
        ("國家級", vec![Traditional], false),
        ("絕對有效", vec![Traditional], false),
        ("治療", vec![Traditional], false),
        ("減肥", vec![Traditional], false),
        ("後悔", vec![Traditional], false),
        ("𝟮𝟬𝟮𝟱", vec![Style], false),
        ("20㎏", vec![Style], false),
        ("第❶", vec![Style, Digit], false),
        ("第1", vec![Digit], false),
        ("7天见效", vec![Digit], false),
        ("柒天见效", vec![Digit], false),
        ("0风险", vec![Digit], false),
        ("最后十4箱", vec![Digit], false),
        ("最*好", vec![Separator], false),
        ("最.好.的", vec![Separator], false),
        ("治-疗", vec![Separator], false),
        ("根·治", vec![Separator], false),
        ("最 好", vec![Separator], false),
        ("最　好", vec![Separator], false),
        ("最\u{200b}好", vec![ZeroWidth], false),
        ("最\u{336}好", vec![ZeroWidth], false),
        ("减/肥", vec![Separator], true),
        ("国【家】级", vec![Separator], true),
        ("绝绝对对有效", vec![Repeat], false),
        ("最最最好", vec![Repeat], false),
        ("国jia级", vec![Pinyin], false),
        ("zhi疗", vec![Pinyin], false),
        ("治LIAO", vec![Case, Pinyin], false),
        ("zhi liao", vec![Pinyin], true),
        ("加wei信", vec![Pinyin], false),
        ("加vx", vec![Abbreviation], false),
        ("加薇信", vec![Homophone], false),
        ("治聊", vec![Homophone], false),
        ("嘴好", vec![Homophone], true),
        ("N0.1", vec![LookAlike], false),
        ("TOPI", vec![LookAlike], false),
        ("氵台疗", vec![Split], false),
        ("氵台-疒了", vec![Separator, Split], false),
        ("氵肖炎", vec![Split], false),
        ("➕微信", vec![Emoji], false),
        ("降🩸脂", vec![Emoji], false),
        ("加💚", vec![Emoji], true),
        ("加绿泡泡", vec![CodeWord], true),
        ("地一", vec![Recognition], true),
    ] {
        let found = scan(&engine, text);
        let seen: Vec<_> =
            found.iter().map(|m| (&text[m.start..m.end], m.folds.iter().collect(), m.uncertain)).collect();
        assert_eq!(seen, [(text, folds, uncertain)], "{text}");
    }
}

#[test]
fn what_says_something_else_is_left_alone() {
    let engine = engine();
    for text in [
        "最，低好",
        "最\n好",
        "最。好",
        "TOP10",
        "TOP1.5",
        "第1,000名",
        "第１０名",
        "2025.1元",
        "12025",
        "最----好",
        "NO.10选手",
        "嘴唇",
        "卫星电视",
        "加湿",
        "保险本金",
        "zhiliaoshi",
        "Zhihu疗愈",
    ] {
        let found: Vec<_> = scan(&engine, text).iter().map(|m| &text[m.start..m.end]).collect();
        assert_eq!(found, [""; 0], "{text}");
    }
}

#[test]
fn folding_twice_changes_nothing_more() {
    let engine = engine();
    for text in ["ＮＯ．１", "𝟮𝟬𝟮𝟱年", "國家級麪粉", "⑩㎏", "Ａ-Ｂ"] {
        let once = engine.fold(text);
        assert_eq!(engine.fold(&once), once);
    }
    assert_eq!(engine.fold("國家級 ＮＯ．１"), "国家级no一");
}
