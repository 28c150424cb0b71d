//! What holds for every text and every table: patterns agree with their definition, positions are exact, nothing panics.
#![cfg(not(target_arch = "wasm32"))]

#[path = "text/bundle.rs"]
#[allow(dead_code)]
mod bundle;

use bundle::{Bundle, P};
use proptest::prelude::*;
use std::collections::BTreeSet;
use zhunze::pack::decimal::Decimal;
use zhunze::pack::model::{Class, Context, ContextLine, FoldTable, PatNode, Pattern, Word};
use zhunze::syntax::tree::{CmpOp, FoldKind, Reach};
use zhunze::text::span::positions;
use zhunze::text::{Match, PatternSet, ScanLimits, Scratch, TextEngine, TextSource};

const LETTERS: &[&str] = &["好", "最", "不", "看", "好看"];

fn part() -> impl Strategy<Value = P> {
    let reach = prop_oneof![Just(Reach::Clause), Just(Reach::Sentence)];
    let leaf = prop_oneof![
        4 => prop::sample::select(LETTERS).prop_map(P::W),
        1 => (0u16..3, prop::option::of(0u16..4), reach).prop_map(|(min, more, reach)| P::Gap(min, more.map(|m| min + m), reach)),
        1 => (0u16..2, 0u16..3).prop_map(|(min, more)| P::Class(Class::Han, min, min + more)),
        1 => (0u16..2, 1u16..3).prop_map(|(min, more)| P::Class(Class::Set("最好，".into()), min, min + more)),
        1 => Just(P::Class(Class::Any, 1, 1)),
        1 => Just(P::Start),
        1 => Just(P::End),
        1 => Just(P::NotBefore(vec!["看", "好看"])),
        1 => Just(P::NotAfter(vec!["不"])),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            4 => prop::collection::vec(inner.clone(), 1..4).prop_map(P::Seq),
            2 => prop::collection::vec(inner.clone(), 1..3).prop_map(P::Alt),
            1 => inner.prop_map(|p| P::Opt(Box::new(p))),
        ]
    })
}

fn is_end(c: char) -> bool {
    "，；：,;:。！？!?…".contains(c)
}

/// The ends of a part from a position, straight from the language's definition. No fold is declared here.
fn ends(part: &P, s: &[char], at: usize) -> BTreeSet<usize> {
    let word = |w: &str, at: usize| s[at..].starts_with(&w.chars().collect::<Vec<_>>());
    let spread = |min: u16, max: Option<u16>, inside: &dyn Fn(char) -> bool| {
        let reach = s[at..].iter().take_while(|c| inside(**c)).count();
        let max = max.map_or(reach, |m| reach.min(m as usize));
        (min as usize..=max).map(|n| at + n).collect()
    };
    let here = |holds: bool| if holds { [at].into() } else { BTreeSet::new() };
    match part {
        P::W(w) => {
            if word(w, at) {
                [at + w.chars().count()].into()
            } else {
                BTreeSet::new()
            }
        }
        P::Seq(parts) => parts.iter().fold([at].into(), |from: BTreeSet<usize>, part| {
            from.into_iter().flat_map(|at| ends(part, s, at)).collect()
        }),
        P::Alt(parts) => parts.iter().flat_map(|part| ends(part, s, at)).collect(),
        P::Opt(part) => ends(part, s, at).into_iter().chain([at]).collect(),
        P::Gap(min, max, Reach::Clause) => spread(*min, *max, &|c| !is_end(c)),
        P::Gap(min, max, Reach::Sentence) => spread(*min, *max, &|c| !"。！？!?…".contains(c)),
        P::Class(Class::Han, min, max) => spread(*min, Some(*max), &|c| ('\u{4e00}'..='\u{9fff}').contains(&c)),
        P::Class(Class::Set(set), min, max) => spread(*min, Some(*max), &|c| set.contains(c) && !is_end(c)),
        P::Class(_, min, max) => spread(*min, Some(*max), &|c| !is_end(c)),
        P::Start => here(at == 0 || is_end(s[at - 1])),
        P::End => here(at == s.len() || is_end(s[at])),
        P::NotBefore(words) => here(!words.iter().any(|w| word(w, at))),
        P::NotAfter(words) => here(!words.iter().any(|w| {
            let length = w.chars().count();
            at >= length && word(w, at - length)
        })),
        _ => unreachable!(),
    }
}

/// Sentences with the marks that end them.
fn sentences(text: &str) -> Vec<(usize, Vec<char>)> {
    let mut all: Vec<(usize, Vec<char>)> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let mark = "。！？!?…".contains(c);
        if c == '\n' {
            open = false;
            continue;
        }
        let after_mark = all.last().and_then(|(_, s)| s.last()).is_some_and(|c| "。！？!?…".contains(*c));
        let starts = !open || !mark && after_mark;
        if starts {
            all.push((at, Vec::new()));
        }
        open = true;
        all.last_mut().unwrap().1.push(c);
    }
    all
}

fn naive(part: &P, text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (byte, s) in sentences(text) {
        let bytes = |at: usize| byte + s[..at].iter().map(|c| c.len_utf8()).sum::<usize>();
        let mut at = 0;
        while at < s.len() {
            match ends(part, &s, at).last() {
                Some(end) if *end > at => {
                    found.push((bytes(at), bytes(*end)));
                    at = *end;
                }
                _ => at += 1,
            }
        }
    }
    found
}

fn text(length: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let chars: Vec<char> = "好好好最最不看看看好，，。\n！a".chars().collect();
    prop::collection::vec(prop::sample::select(chars), length).prop_map(|c| c.into_iter().collect())
}

fn wild() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "\\PC{0,40}", "[0-9１２一十百千万亿点半.,，。元块%天最好\u{200b}*·/ \n①㎏]{0,40}",]
}

fn all_slices_are_exact(text: &str, found: &[Match]) {
    for m in found {
        assert!(text.get(m.start..m.end).is_some_and(|slice| !slice.is_empty()), "{m:?}");
        assert!(text.get(m.sentence.clone()).is_some() && text.get(m.clause.clone()).is_some(), "{m:?}");
        assert!(m.sentence.start <= m.start && m.clause.start <= m.start, "{m:?}");
        for capture in &m.captures {
            assert!(m.start <= capture.start && capture.start < capture.end && capture.end <= m.end, "{m:?}");
            assert!(text.get(capture.start..capture.end).is_some());
        }
    }
}

/// A bundle with one pattern of every kind.
fn rich() -> Bundle {
    let mut bundle = Bundle::with_folds();
    let best =
        bundle.pattern(P::Alt(vec![P::W("最好"), P::W("第一"), P::W("NO.1"), P::Exact("Best"), P::W("-"), P::W("。")]));
    let gap = P::Gap(0, Some(6), Reach::Clause);
    let far = P::Gap(0, None, Reach::Sentence);
    let units = vec!["元", "块", "%", "天"];
    bundle.pattern(P::Seq(vec![P::Ref(best), gap.clone(), P::Num(Some(1), units.clone(), None)]));
    bundle.pattern(P::Num(Some(2), units, Some((CmpOp::Le, Decimal::int(30)))));
    bundle.pattern(P::Num(Some(3), vec![], None));
    bundle.pattern(P::Seq(vec![P::Class(Class::Digit, 1, 3), P::W("天"), far.clone(), P::Opt(Box::new(P::W("元")))]));
    bundle.pattern(P::Seq(vec![far, P::W("好"), P::Class(Class::Set("的a１".into()), 0, 2), P::End]));
    bundle.pattern(P::Class(Class::Any, 1, 3));
    bundle.pattern(P::W("好。最"));
    bundle.context(vec![
        ContextLine::PrecededBy { pattern: 5, distance: 3, within: Reach::Clause },
        ContextLine::EnclosedBy { open: "*".into(), close: "*".into() },
        ContextLine::FollowedBy { pattern: 2, distance: 3, within: Reach::Sentence },
        ContextLine::PartOf(4),
        ContextLine::SentenceEnds(3),
    ]);
    bundle.context(vec![ContextLine::ClauseHas(1), ContextLine::NearbyHas(2), ContextLine::Include(0)]);
    bundle
}

fn wild_node(count: u32) -> impl Strategy<Value = PatNode> {
    let index = move || 0..count;
    let list = move || prop::collection::vec(0..count, 0..4);
    let reach = prop_oneof![Just(Reach::Clause), Just(Reach::Sentence)];
    prop_oneof![
        4 => index().prop_map(PatNode::Word),
        1 => index().prop_map(PatNode::Pattern),
        3 => list().prop_map(PatNode::Seq),
        2 => list().prop_map(PatNode::Alt),
        1 => index().prop_map(PatNode::Opt),
        1 => (any::<u16>(), any::<Option<u16>>(), reach).prop_map(|(min, max, within)| PatNode::Gap { min, max, within }),
        1 => (list(), any::<i64>(), any::<u8>()).prop_map(|(units, units_of, scale)| PatNode::Num {
            capture: Some(7),
            units,
            cmp: Some((CmpOp::Lt, Decimal { units: units_of, scale })),
        }),
        1 => (any::<u16>(), any::<u16>()).prop_map(|(min, max)| PatNode::Class { class: Class::Han, min, max }),
        1 => (any::<String>(), 0u16..3, any::<u16>()).prop_map(|(set, min, max)| PatNode::Class { class: Class::Set(set), min, max }),
        1 => list().prop_map(PatNode::NotBefore),
        1 => list().prop_map(PatNode::NotAfter),
        1 => Just(PatNode::ClauseStart),
        1 => Just(PatNode::ClauseEnd),
    ]
}

fn wild_tables() -> impl Strategy<Value = (Vec<Word>, Vec<Pattern>, Vec<Context>, Vec<FoldTable>)> {
    let word = (wild(), any::<bool>()).prop_map(|(text, exact)| Word { text, exact });
    let pattern = prop::collection::vec(wild_node(6), 0..6).prop_map(|nodes| Pattern {
        key: "p".into(),
        name: String::new(),
        nodes,
        prescribed: Vec::new(),
    });
    let line = prop_oneof![
        (0u32..4).prop_map(ContextLine::Include),
        (0u32..6).prop_map(ContextLine::PartOf),
        (0u32..6, any::<u16>()).prop_map(|(pattern, distance)| ContextLine::PrecededBy {
            pattern,
            distance,
            within: Reach::Clause
        }),
        (any::<String>(), any::<String>()).prop_map(|(open, close)| ContextLine::EnclosedBy { open, close }),
    ];
    let context =
        prop::collection::vec(line, 0..3).prop_map(|lines| Context { key: "c".into(), name: String::new(), lines });
    let kind = prop::sample::select(vec![
        FoldKind::Width,
        FoldKind::Style,
        FoldKind::ZeroWidth,
        FoldKind::Separator,
        FoldKind::Digit,
        FoldKind::Repeat,
    ]);
    let table = (kind, any::<bool>(), prop::collection::vec((any::<char>(), "[a-c1最好。，-]{0,3}"), 0..6))
        .prop_map(|(kind, uncertain, entries)| FoldTable { kind, uncertain, entries, spellings: Vec::new() });
    (
        prop::collection::vec(word, 0..8),
        prop::collection::vec(pattern, 0..6),
        prop::collection::vec(context, 0..4),
        prop::collection::vec(table, 0..4),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn patterns_match_what_their_definition_says(part in part(), text in text(0..40)) {
        let mut bundle = Bundle::default();
        bundle.pattern(part.clone());
        let found: Vec<_> = bundle.matches(&text).0.iter().map(|m| (m.start, m.end)).collect();
        prop_assert_eq!(found, naive(&part, &text));
    }

    #[test]
    fn long_sentences_match_like_short_ones(part in part(), text in text(0..60), pad in 0usize..400) {
        let mut bundle = Bundle::default();
        bundle.pattern(part.clone());
        let text = "乙".repeat(pad) + &text;
        let found: Vec<_> = bundle.matches(&text).0.iter().map(|m| (m.start, m.end)).collect();
        prop_assert_eq!(found, naive(&part, &text));
    }

    #[test]
    fn slices_are_exact_and_any_text_is_survived(text in wild()) {
        let bundle = rich();
        let engine = bundle.engine().unwrap();
        let scan = engine.scan(&text, &bundle.all(), &ScanLimits::default(), &mut Scratch::default());
        all_slices_are_exact(&text, &scan.matches);
        for m in &scan.matches {
            for context in 0..2 {
                prop_assert!(scan.context(context, m).is_some());
            }
        }
        let order: Vec<_> = scan.matches.iter().map(|m| (m.start, m.end, m.pattern)).collect();
        prop_assert!(order.is_sorted());
    }

    #[test]
    fn inserting_what_has_no_width_moves_matches_and_changes_none(text in "[最好第一二三天元的，。！a1-]{0,24}", at in any::<prop::sample::Index>()) {
        let bundle = rich();
        let engine = bundle.engine().unwrap();
        let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        places.push(text.len());
        let at = *at.get(&places);
        let with = format!("{}\u{200b}{}", &text[..at], &text[at..]);
        let slices = |text: &str| -> Vec<(u32, String)> {
            let scan = engine.scan(text, &bundle.all(), &ScanLimits::default(), &mut Scratch::default());
            scan.matches.iter().map(|m| (m.pattern, text[m.start..m.end].replace('\u{200b}', ""))).collect()
        };
        prop_assert_eq!(slices(&text), slices(&with));
    }

    #[test]
    fn hostile_tables_give_an_error_or_an_engine((words, patterns, contexts, folds) in wild_tables(), text in wild()) {
        let source = TextSource { words: &words, patterns: &patterns, contexts: &contexts, folds: &folds };
        if let Ok(engine) = TextEngine::build(&source) {
            let wanted: PatternSet = (0..patterns.len() as u32).collect();
            let limits = ScanLimits { matches: 1000, work: 200_000 };
            let scan = engine.scan(&text, &wanted, &limits, &mut Scratch::default());
            all_slices_are_exact(&text, &scan.matches);
            if let Some(m) = scan.matches.first() {
                for context in 0..contexts.len() as u32 {
                    let _ = scan.context(context, m);
                }
            }
        }
    }

    #[test]
    fn positions_agree_with_counting(text in any::<String>(), spans in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..5)) {
        let mut borders: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        borders.push(text.len());
        let spans: Vec<(usize, usize)> = spans.iter().map(|(a, b)| (*a.get(&borders), *b.get(&borders))).collect();
        let found = positions(&text, &spans);
        for (found, (start, end)) in found.iter().zip(&spans) {
            let units = |at: usize| text[..at].encode_utf16().count();
            let chars = |at: usize| text[..at].chars().count();
            prop_assert_eq!(found.utf8, [*start, *end]);
            prop_assert_eq!(found.utf16, [units(*start), units(*end)]);
            prop_assert_eq!(found.chars, [chars(*start), chars(*end)]);
        }
    }
}

/// A number below 10⁸ in Chinese numerals; `short`: the last unit is left out where it may be (两千五), and 二 is 两 before 百千万.
fn spoken(number: u32, short: bool) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let section = |n: u32| {
        let (mut out, mut zero) = (String::new(), false);
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = n / unit % 10;
            if digit == 0 {
                zero = !out.is_empty();
                continue;
            }
            if std::mem::take(&mut zero) {
                out.push('零');
            }
            out.push_str(if digit == 2 && unit >= 100 { "两" } else { DIGITS[digit as usize] });
            out.push_str(name);
        }
        out
    };
    let (high, low) = (number / 10_000, number % 10_000);
    let mut out = String::new();
    if high > 0 {
        out = if high == 2 { "两".to_owned() } else { section(high) } + "万";
        if low > 0 && low < 1000 {
            out.push('零');
        }
    }
    out += &section(low);
    // 两千五百 is 两千五 where nothing but the next unit follows.
    let last: Vec<char> = out.chars().rev().take(3).collect();
    let pairs = [('百', '千'), ('十', '百'), ('千', '万')];
    if short && last.len() == 3 && last[1] != '零' && pairs.contains(&(last[0], last[2])) {
        out.pop();
        if out.ends_with('两') {
            out.pop();
            out.push('二');
        }
    }
    if let Some(rest) = out.strip_prefix("一十") { format!("十{rest}") } else { out }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn any_amount_that_is_spoken_is_read_back(
        yuan in prop_oneof![1u32..200, 1u32..100_000, 1u32..100_000_000],
        jiao in 0u32..10,
        fen in 0u32..10,
        short in any::<bool>(),
        marks in any::<[bool; 3]>(),
        unit in prop::sample::select(vec!["块", "元"]),
        around in prop::sample::select(vec![("只要", "包邮"), ("", ""), ("现在", "，最后"), ("到手", "钱拿走")]),
    ) {
        let [mao, end, short_tail] = marks;
        let mut amount = spoken(yuan, short);
        amount.push_str(unit);
        let digit = |d: u32| spoken(d, false);
        match (jiao, fen) {
            (0, 0) => {}
            (0, fen) => amount.push_str(&format!("零{}{}", digit(fen), if end { "分" } else { "" })),
            (jiao, 0) => amount.push_str(&format!("{}{}", digit(jiao), if mao { "毛" } else { "" })),
            (jiao, fen) if short_tail => amount.push_str(&format!("{}{}", digit(jiao), digit(fen))),
            (jiao, fen) => amount.push_str(&format!("{}毛{}{}", digit(jiao), digit(fen), if end { "分" } else { "" })),
        }
        let mut bundle = Bundle::with_folds();
        bundle.pattern(P::Num(Some(7), vec!["块", "元"], None));
        let text = format!("{}{amount}{}", around.0, around.1);
        let (matches, _) = bundle.matches(&text);
        let read: Vec<(String, &str)> =
            matches.iter().flat_map(|m| &m.captures).map(|c| (c.value.to_string(), &text[c.start..c.end])).collect();
        let value = Decimal { units: i64::from(yuan) * 100 + i64::from(jiao * 10 + fen), scale: 2 }.normal();
        prop_assert_eq!(read, vec![(value.to_string(), amount.as_str())]);
    }
}
