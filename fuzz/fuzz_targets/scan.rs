//! Any words, any text: an engine or an error, exact slices, every limit told.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zhunze::pack::model::{Class, Context, ContextLine, FoldTable, PatNode, Pattern, Word};
use zhunze::syntax::tree::{FoldKind, Reach};
use zhunze::text::{PatternSet, ScanLimits, Scratch, TextEngine, TextSource};

fn folds() -> Vec<FoldTable> {
    let table = |kind, uncertain, pairs: &[(char, &str)]| FoldTable {
        kind,
        uncertain,
        spellings: Vec::new(),
        entries: pairs.iter().map(|(c, to)| (*c, (*to).to_owned())).collect(),
    };
    vec![
        table(FoldKind::Width, false, &[('Ａ', "A"), ('１', "1"), ('，', ",")]),
        table(FoldKind::Case, false, &[('A', "a"), ('B', "b")]),
        table(FoldKind::Style, false, &[('①', "1"), ('⑫', "12"), ('㎏', "kg")]),
        table(FoldKind::ZeroWidth, false, &[('\u{200b}', "")]),
        table(FoldKind::Separator, false, &[(' ', ""), ('-', ""), ('.', "")]),
        table(FoldKind::Separator, true, &[('/', "")]),
        table(FoldKind::Digit, false, &[('1', "一"), ('2', "二")]),
        table(FoldKind::Repeat, false, &[]),
    ]
}

/// Patterns of every kind over the words.
fn patterns(words: u32) -> Vec<Pattern> {
    let all = (0..words).map(PatNode::Word);
    let lexicon = all.chain([PatNode::Alt((0..words).collect())]).collect();
    let around = vec![
        PatNode::Pattern(0),
        PatNode::Gap { min: 0, max: Some(6), within: Reach::Clause },
        PatNode::Num { capture: Some(1), units: (0..words.min(3)).collect(), cmp: None },
        PatNode::Opt(2),
        PatNode::NotAfter(vec![0]),
        PatNode::Class { class: Class::Han, min: 0, max: 2 },
        PatNode::Seq(vec![4, 0, 1, 3, 5]),
    ];
    let far = vec![
        PatNode::Num { capture: None, units: Vec::new(), cmp: None },
        PatNode::Gap { min: 1, max: None, within: Reach::Sentence },
        PatNode::Pattern(0),
        PatNode::ClauseEnd,
        PatNode::Seq(vec![0, 1, 2, 3]),
    ];
    let named = [lexicon, around, far].into_iter().enumerate();
    named
        .map(|(at, nodes)| Pattern { key: format!("p{at}"), name: String::new(), nodes, prescribed: Vec::new() })
        .collect()
}

fuzz_target!(|input: (&str, Vec<(&str, bool)>)| {
    let (text, words) = input;
    if words.is_empty() {
        return;
    }
    let words: Vec<Word> = words.into_iter().map(|(text, exact)| Word { text: text.to_owned(), exact }).collect();
    let patterns = patterns(words.len() as u32);
    let lines = vec![
        ContextLine::PrecededBy { pattern: 0, distance: 3, within: Reach::Sentence },
        ContextLine::NearbyHas(2),
        ContextLine::EnclosedBy { open: "《".to_owned(), close: "》".to_owned() },
    ];
    let contexts = vec![Context { key: "c".to_owned(), name: String::new(), lines }];
    let folds = folds();
    let source = TextSource { words: &words, patterns: &patterns, contexts: &contexts, folds: &folds };
    let Ok(engine) = TextEngine::build(&source) else { return };
    let wanted: PatternSet = (0..patterns.len() as u32).collect();
    let limits = ScanLimits { matches: 1000, work: 5_000_000 };
    let scan = engine.scan(text, &wanted, &limits, &mut Scratch::default());
    assert!(scan.matches.len() <= limits.matches);
    for m in &scan.matches {
        assert!(text.get(m.start..m.end).is_some_and(|slice| !slice.is_empty()), "{m:?}");
        assert!(text.get(m.sentence.clone()).is_some() && text.get(m.clause.clone()).is_some(), "{m:?}");
        assert!(scan.context(0, m).is_some() || scan.outcome().limit.is_some());
    }
});
