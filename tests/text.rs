//! The text engine from outside: folding, words, patterns, numbers, contexts, positions, limits.

#[path = "text/bundle.rs"]
mod bundle;

use bundle::{Bundle, P, pattern, words};
use zhunze::pack::decimal::Decimal;
use zhunze::pack::model::{Class, ContextLine, FoldTable, PatNode, Pattern};
use zhunze::syntax::tree::{CmpOp, FoldKind, Reach};
use zhunze::text::{Limit, Match, PatternSet, ScanLimits, Scratch};

fn gap(max: u16) -> P {
    P::Gap(0, Some(max), Reach::Clause)
}

fn far(max: Option<u16>) -> P {
    P::Gap(0, max, Reach::Sentence)
}

fn kinds(m: &Match) -> Vec<FoldKind> {
    m.folds.iter().collect()
}

#[test]
fn words_are_found_through_every_fold() {
    let list = ["国家级", "治疗", "最好", "绝对有效", "NO.1", "100%有效", "加VX", "第一", "七天见效", "零风险"];
    for (text, found) in [
        ("國家級大师", "國家級"),
        ("國\u{200b}家級", "國\u{200b}家級"),
        ("我们治-疗好", "治-疗"),
        ("最*好的", "最*好"),
        ("绝绝对对有效", "绝绝对对有效"),
        ("最最最好的", "最最最好"),
        ("是ＮＯ．１吗", "ＮＯ．１"),
        ("是no1吗", "no1"),
        ("是No 1吗", "No 1"),
        ("１００％有效", "１００％有效"),
        ("加ＶＸ", "加ＶＸ"),
        ("第❶", "第❶"),
        ("柒天见效", "柒天见效"),
        ("𝟕天见效", "𝟕天见效"),
        ("0风险", "0风险"),
    ] {
        assert_eq!(words(&list, text), [found], "{text}");
    }
}

#[test]
fn borders_of_numbers_and_latin_words_hold() {
    let list = ["TOP1", "NO.1", "15", "AB", "1.5", "5元", "第1"];
    for text in ["TOP10", "No.10选手", "1 5", "A B", "1-5", "9.5元", "第10名", "第1,000名"] {
        assert_eq!(words(&list, text), [""; 0], "{text}");
    }
    assert_eq!(words(&list, "TOP1榜"), ["TOP1"]);
    assert_eq!(words(&["no"], "notebook, piano, no"), ["no"]);
    assert_eq!(words(&["A-B"], "AB，a-b，A B，BA-B"), ["AB", "a-b", "A B"]);
    assert_eq!(words(&["1.5"], "15 1.5 １．５ 一五"), ["1.5", "１．５"]);
    assert_eq!(words(&["加vx"], "加vx123"), ["加vx"]);
}

#[test]
fn separators_are_dropped_up_to_three_and_never_punctuation() {
    assert_eq!(words(&["最好"], "最---好"), ["最---好"]);
    assert_eq!(words(&["最好"], "最----好"), [""; 0]);
    assert_eq!(words(&["最好"], "最，好。最\n好"), [""; 0]);
    assert_eq!(words(&["好，是"], "好,是"), ["好,是"]);
    assert_eq!(words(&["-", "·"], "甲-乙·丙"), ["-", "·"]);
}

#[test]
fn a_match_tells_which_folds_it_needed() {
    let mut bundle = Bundle::with_folds();
    bundle.pattern(P::Alt(vec![P::W("NO.1"), P::W("国家级"), P::W("最好"), P::W("7天")]));
    for (text, folds, uncertain) in [
        ("NO.1", vec![], false),
        ("no.1", vec![FoldKind::Case], false),
        ("ＮＯ．１", vec![FoldKind::Width], false),
        ("NO 1", vec![FoldKind::Separator], false),
        ("国家級", vec![FoldKind::Traditional], false),
        ("国\u{200b}家级", vec![FoldKind::ZeroWidth], false),
        ("最最好", vec![FoldKind::Repeat], false),
        ("最/好", vec![FoldKind::Separator], true),
        ("最好", vec![], false),
        ("七天", vec![FoldKind::Digit], false),
        ("7天", vec![], false),
    ] {
        let (matches, _) = bundle.matches(text);
        assert_eq!(matches.iter().map(kinds).collect::<Vec<_>>(), [folds], "{text}");
        assert_eq!(matches[0].uncertain, uncertain, "{text}");
    }
}

#[test]
fn a_certain_reading_stands_beside_uncertain_ones() {
    let mut bundle = Bundle::with_folds();
    bundle.pattern(P::Alt(vec![P::W("国家"), P::W("国家级")]));
    let text = "国家/级和国/家";
    let (matches, _) = bundle.matches(text);
    let seen: Vec<_> = matches.iter().map(|m| (&text[m.start..m.end], m.uncertain)).collect();
    assert_eq!(seen, [("国家", false), ("国/家", true)]);
}

#[test]
fn exact_words_match_what_was_written() {
    assert_eq!(pattern(P::Exact("VX"), "加vx，加VX，加ＶＸ"), ["VX"]);
    assert_eq!(pattern(P::Exact("好好"), "好好好"), ["好好"]);
    assert_eq!(pattern(P::Exact("-30%"), "省-30%"), ["-30%"]);
}

#[test]
fn patterns_gap_and_alternatives() {
    let cure =
        P::Seq(vec![P::Alt(vec![P::W("治疗"), P::W("根治")]), gap(4), P::Alt(vec![P::W("高血压"), P::W("糖尿病")])]);
    assert_eq!(pattern(cure.clone(), "能根治你的糖尿病吗"), ["根治你的糖尿病"]);
    assert_eq!(pattern(cure.clone(), "能根治这种老人的糖尿病"), [""; 0]);
    assert_eq!(pattern(cure.clone(), "能根治，糖尿病"), [""; 0]);
    assert_eq!(pattern(cure.clone(), "能根治-糖尿病"), ["根治-糖尿病"]);
    assert_eq!(pattern(cure, "治疗。糖尿病"), [""; 0]);
    let wide = P::Seq(vec![P::W("根治"), far(None), P::W("糖尿病")]);
    assert_eq!(pattern(wide, "根治，各种，糖尿病，糖尿病。糖尿病"), ["根治，各种，糖尿病，糖尿病"]);
    let mut nested = Bundle::with_folds();
    let best = nested.pattern(P::Alt(vec![P::W("最好"), P::W("顶级")]));
    nested.pattern(P::Seq(vec![P::W("全网"), P::Ref(best), P::W("的")]));
    assert_eq!(nested.found("全网顶级的"), ["全网顶级的", "顶级"]);
    let opt = P::Seq(vec![P::W("最"), P::Opt(Box::new(P::W("最"))), P::W("好")]);
    assert_eq!(pattern(opt, "最最好"), ["最最好"]);
}

#[test]
fn numbers_are_exact() {
    let price = |text: &str| {
        let mut bundle = Bundle::with_folds();
        bundle.pattern(P::Num(Some(7), vec!["元", "块", "块钱", "%", "天", "千克", "个"], None));
        let (matches, _) = bundle.matches(text);
        let all: Vec<String> = matches.iter().flat_map(|m| &m.captures).map(|c| c.value.to_string()).collect();
        all.join(" ")
    };
    for (text, value) in [
        ("199元", "199"),
        ("１９９．９０元", "199.9"),
        ("1,299元", "1299"),
        ("3.5万元", "35000"),
        ("3千克", "3"),
        ("一百九十九块九", "199.9"),
        ("199块9包邮", "199.9"),
        ("3块5折", "3"),
        ("三块五毛", "3.5"),
        ("两块半", "2.5"),
        ("三块五毛八", "3.58"),
        ("三块五毛八分钱", "3.58"),
        ("三块五八包邮", "3.58"),
        ("三块零五", "3.05"),
        ("三块零五分", "3.05"),
        ("3块5毛8", "3.58"),
        ("三块五毛八个", "3.5 8"),
        ("三块五毛三分期", "3.5"),
        ("三块五八折", "3"),
        ("三块五折", "3"),
        ("九块九包邮", "9.9"),
        ("三十来块", "30"),
        ("百八十块", "180"),
        ("仨个", "3"),
        ("十二元", "12"),
        ("两千五块", "2500"),
        ("一万二块", "12000"),
        ("三百零八元", "308"),
        ("一千二百三十四万五千六百七十八元", "12345678"),
        ("两亿三千万元", "230000000"),
        ("二零二五元", "2025"),
        ("三五天", "5"),
        ("九八元", "98"),
        ("三点五元", "3.5"),
        ("半个", "0.5"),
        ("百分之三十", "30"),
        ("百分之百", "100"),
        ("30%", "30"),
        ("7 天", "7"),
        ("10多个", "10"),
        ("十几个", "10"),
        ("十4个", "14"),
        ("1.2.3元", ""),
        ("12345678901234567890123元", ""),
        ("万元", ""),
    ] {
        assert_eq!(price(text), value, "{text}");
    }
    let short = P::Num(None, vec!["天"], Some((CmpOp::Le, Decimal::int(30))));
    assert_eq!(pattern(short, "7天、三十天、31天、五百天"), ["7天", "三十天"]);
}

#[test]
fn classes_and_edges() {
    assert_eq!(
        pattern(P::Seq(vec![P::W("第"), P::Class(Class::Digit, 1, 3), P::W("名")]), "第12名，第1234名"),
        ["第12名"]
    );
    assert_eq!(
        pattern(P::Seq(vec![P::W("最"), P::Class(Class::Han, 1, 2), P::W("的")]), "最好用的，最a的"),
        ["最好用的"]
    );
    assert_eq!(pattern(P::Seq(vec![P::W("最"), P::Class(Class::Set("好棒".into()), 1, 1)]), "最棒，最差"), ["最棒"]);
    assert_eq!(pattern(P::Seq(vec![P::Start, P::W("最好")]), "最好，我最好，最好"), ["最好", "最好"]);
    assert_eq!(pattern(P::Seq(vec![P::W("最好"), P::End]), "最好吃，最好，最好！"), ["最好", "最好"]);
    assert_eq!(pattern(P::Seq(vec![P::W("最好"), P::NotBefore(vec!["看", "先"])]), "最好看，最好先，最好"), ["最好"]);
    assert_eq!(pattern(P::Seq(vec![P::NotAfter(vec!["不"]), P::W("最好")]), "不最好，是最好"), ["最好"]);
}

#[test]
fn nothing_is_dropped_where_no_character_follows() {
    let tail = P::Seq(vec![P::W("最好"), P::Class(Class::Han, 0, 2)]);
    assert_eq!(pattern(tail, "最好 x，最好 的 呢"), ["最好", "最好 的"]);
    assert_eq!(pattern(P::Seq(vec![P::Start, P::W("最好")]), "-最好，/最好"), ["最好"]);
    assert_eq!(pattern(P::Seq(vec![P::W("最好"), P::End]), "最好-，最好/"), ["最好"]);
}

#[test]
fn marks_in_a_row_end_one_sentence() {
    let mut bundle = Bundle::with_folds();
    bundle.pattern(P::Seq(vec![P::W("最"), P::Gap(0, None, Reach::Sentence), P::W("好")]));
    assert_eq!(bundle.found("！最，好？！最。好！\u{200b}！最好"), ["最，好", "最好"]);
}

#[test]
fn sentences_and_clauses_are_told() {
    let mut bundle = Bundle::with_folds();
    bundle.pattern(P::W("最好"));
    let text = "甲。价1,000，最好的；乙！！最好\n丙";
    let (matches, _) = bundle.matches(text);
    assert_eq!(&text[matches[0].sentence.clone()], "价1,000，最好的；乙");
    assert_eq!(&text[matches[0].clause.clone()], "最好的");
    assert_eq!(&text[matches[1].sentence.clone()], "最好");
}

#[test]
fn contexts_look_around_a_match() {
    let mut bundle = Bundle::with_folds();
    let best = bundle.pattern(P::W("最好"));
    let not = bundle.pattern(P::Alt(vec![P::W("不"), P::W("不是")]));
    let law = bundle.pattern(P::W("广告法"));
    let ask = bundle.pattern(P::Alt(vec![P::W("吗"), P::W("？"), P::W("?")]));
    let longer = bundle.pattern(P::Seq(vec![P::W("最好"), P::Alt(vec![P::W("先"), P::W("看")])]));
    let only: PatternSet = [best].into_iter().collect();
    let cases = [
        (
            ContextLine::PrecededBy { pattern: not, distance: 2, within: Reach::Clause },
            vec!["不是最好", "不算最好", "不-最好"],
            vec!["不怎么是最好", "不，最好", "最好不"],
        ),
        (
            ContextLine::PrecededBy { pattern: not, distance: 9, within: Reach::Sentence },
            vec!["不，最好"],
            vec!["不。最好"],
        ),
        (
            ContextLine::FollowedBy { pattern: not, distance: 1, within: Reach::Clause },
            vec!["最好不", "最好是不"],
            vec!["最好，不", "最好也是不"],
        ),
        (ContextLine::ClauseHas(law), vec!["广告法里的最好"], vec!["广告法，最好"]),
        (ContextLine::SentenceHas(law), vec!["广告法，最好", "最好，广告法"], vec!["广告法。最好"]),
        (ContextLine::NearbyHas(law), vec!["广告法。最好", "最好！\n\n广告法"], vec!["广告法。甲。最好"]),
        (
            ContextLine::NextHas(law),
            vec!["最好！\n\n广告法", "广告法。最好。广告法"],
            vec!["广告法。最好", "最好的广告法", "最好。甲。广告法"],
        ),
        (
            ContextLine::EnclosedBy { open: "《".into(), close: "》".into() },
            vec!["《我最好》"],
            vec!["《我》最好", "最好》", "《最好", "《最》好最好《》"],
        ),
        (ContextLine::EnclosedBy { open: "\"".into(), close: "\"".into() }, vec!["\"最好\""], vec!["\"我\"最好\"他\""]),
        (ContextLine::PartOf(longer), vec!["最好先试"], vec!["最好的，先"]),
        (ContextLine::SentenceEnds(ask), vec!["最好吗", "最好吗？", "最好?!"], vec!["最好吗他", "最好。好吗"]),
    ];
    for (line, yes, no) in cases {
        let mut bundle = bundle.clone();
        let inner = bundle.context(vec![line.clone()]);
        let outer = bundle.context(vec![ContextLine::Include(inner)]);
        let engine = bundle.engine().unwrap();
        for (texts, expected) in [(yes, true), (no, false)] {
            for text in texts {
                let scan = engine.scan(text, &only, &ScanLimits::default(), &mut Scratch::default());
                let m = &scan.matches[0];
                assert_eq!(scan.context(inner, m), Some(expected), "{line:?} {text}");
                assert_eq!(scan.context(outer, m), Some(expected), "{line:?} {text}");
                assert_eq!(scan.context(99, m), None);
            }
        }
    }
}

#[test]
fn a_wording_of_several_sentences_is_found() {
    let mut bundle = Bundle::with_folds();
    bundle.pattern(P::W("不能代替药物。请遵医嘱"));
    bundle.pattern(P::W("最好"));
    let text = "最好。本品不能代替药物。请遵医嘱。最好";
    assert_eq!(bundle.found(text), ["最好", "不能代替药物。请遵医嘱", "最好"]);
}

#[test]
fn limits_are_told() {
    let mut bundle = Bundle::with_folds();
    bundle.pattern(P::W("好"));
    let engine = bundle.engine().unwrap();
    let text = "好坏".repeat(100);
    let scan = engine.scan(&text, &bundle.all(), &ScanLimits { matches: 5, work: 10_000 }, &mut Scratch::default());
    assert_eq!((scan.matches.len(), scan.outcome().limit), (5, Some(Limit::Matches)));
    let scan = engine.scan(&text, &bundle.all(), &ScanLimits { matches: 500, work: 10 }, &mut Scratch::default());
    assert_eq!(scan.outcome().limit, Some(Limit::Work));
    let scan = engine.scan(&text, &bundle.all(), &ScanLimits::default(), &mut Scratch::default());
    assert_eq!((scan.matches.len(), scan.outcome().limit), (100, None));
}

#[test]
fn a_text_made_to_be_slow_is_cut_and_told() {
    // A thousand words that are runs of one character, on a run of it: each would match at every place.
    let mut bundle = Bundle::with_folds();
    let words: Vec<u32> = (1..=900).map(|n| bundle.word(&"好".repeat(n), false)).collect();
    let count = words.len() as u32;
    let mut nodes: Vec<PatNode> = words.into_iter().map(PatNode::Word).collect();
    nodes.push(PatNode::Alt((0..count).collect()));
    bundle.patterns.push(Pattern { key: "p".into(), name: String::new(), nodes, prescribed: Vec::new() });
    let engine = bundle.engine().unwrap();
    let text = "好".repeat(1_900);
    let scan = engine.scan(&text, &bundle.all(), &ScanLimits::default(), &mut Scratch::default());
    assert_eq!(scan.outcome().limit, Some(Limit::Work));
}

/// A table of respellings.
fn spelt(spellings: &[(&str, &str)]) -> Bundle {
    let mut bundle = Bundle::with_folds();
    let mut spellings: Vec<(String, String)> = spellings.iter().map(|(w, p)| ((*w).into(), (*p).into())).collect();
    spellings.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    bundle.folds.push(FoldTable { kind: FoldKind::Homophone, uncertain: false, entries: Vec::new(), spellings });
    bundle
}

#[test]
fn a_text_of_nothing_but_respellings_is_cut_and_told() {
    // Two thousand characters at which three respellings begin each.
    let mut bundle = spelt(&[("嘴", "最"), ("嘴嘴", "最好"), ("嘴嘴嘴", "第一")]);
    bundle.pattern(P::Alt(vec![P::W("最"), P::W("最好"), P::W("第一")]));
    let limits = ScanLimits { matches: usize::MAX, work: u64::MAX };
    let engine = bundle.engine().unwrap();
    let limit = |text: &str| engine.scan(text, &bundle.all(), &limits, &mut Scratch::default()).outcome().limit;
    assert_eq!((limit(&"嘴".repeat(1_900)), limit(&"嘴好".repeat(900))), (Some(Limit::Work), None));

    // A thousand respellings, each in a hundred words.
    let mut bundle = spelt(&[("嘴", "最")]);
    let around = |before: usize, after: usize| format!("{}好最{}", "好嘴".repeat(before), "好嘴".repeat(after));
    let words: Vec<u32> =
        (0..10).flat_map(|b| (0..10).map(move |a| (b, a))).map(|(b, a)| bundle.word(&around(b, a), false)).collect();
    let count = words.len() as u32;
    let mut nodes: Vec<PatNode> = words.into_iter().map(PatNode::Word).collect();
    nodes.push(PatNode::Alt((0..count).collect()));
    bundle.patterns.push(Pattern { key: "p".into(), name: String::new(), nodes, prescribed: Vec::new() });
    let engine = bundle.engine().unwrap();
    let limit = |text: &str| engine.scan(text, &bundle.all(), &limits, &mut Scratch::default()).outcome().limit;
    assert_eq!((limit(&"好嘴".repeat(950)), limit(&"好嘴".repeat(95))), (Some(Limit::Work), None));
}

#[test]
fn contexts_answer_in_a_long_text_as_in_a_short_one() {
    let (mut bundle, part) = (Bundle::with_folds(), "最好。广告法！甲。最好；乙。");
    let law = bundle.pattern(P::W("广告法"));
    bundle.pattern(P::W("最好"));
    let next = bundle.context(vec![ContextLine::NextHas(law)]);
    let near = bundle.context(vec![ContextLine::NearbyHas(law)]);
    let engine = bundle.engine().unwrap();
    let answers = |text: &str| -> Vec<_> {
        let mut scratch = Scratch::default();
        let scan = engine.scan(text, &bundle.all(), &ScanLimits::default(), &mut scratch);
        let found: Vec<Match> = scan.matches.iter().filter(|m| m.pattern != law).cloned().collect();
        // All of one context, then all of the other: the sentences of the first are no longer open.
        let ask = |context| -> Vec<_> { found.iter().map(|m| scan.context(context, m)).collect() };
        let (next, near) = (ask(next), ask(near));
        next.into_iter().zip(near).collect()
    };
    let short = answers(part);
    assert_eq!(short, [(Some(true), Some(true)), (Some(false), Some(false))]);
    assert_eq!(answers(&part.repeat(500)), short.repeat(500));
}

#[test]
fn a_sentence_without_end_is_cut_in_parts() {
    let mut bundle = Bundle::with_folds();
    bundle.pattern(P::Seq(vec![P::W("最"), far(None), P::W("好")]));
    let text = format!("最{}好{}最好", "乙".repeat(1_500), "乙".repeat(100_000));
    let (matches, outcome) = bundle.matches(&text);
    let ends: Vec<_> = matches.iter().map(|m| text[m.start..m.end].chars().count()).collect();
    assert_eq!((ends, outcome.limit), (vec![1_502, 2], None));
    assert!(outcome.work < 1_000_000, "{}", outcome.work);
}
