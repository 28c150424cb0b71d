//! Any row of digits and numerals: what is read as an amount is a slice of the text, has a bounded size, and reads the same again
//! when nothing stands around it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zhunze::pack::model::{FoldTable, PatNode, Pattern, Word};
use zhunze::syntax::tree::FoldKind;
use zhunze::text::{Capture, PatternSet, ScanLimits, Scratch, TextEngine, TextSource};

const ALPHABET: &[char] = &[
    '零', '〇', '一', '二', '两', '三', '五', '九', '十', '百', '千', '万', '亿', '半', '几', '多', '余', '来', '点',
    '块', '元', '毛', '角', '分', '0', '1', '5', '9', '.', ',', '，', '．', '１', '9', '%', '钱', '天', '到', '-', ' ',
    '出', '头', '壹', '柒',
];

fn engine() -> TextEngine {
    let table = |kind, pairs: &[(char, &str)]| FoldTable {
        kind,
        uncertain: false,
        spellings: Vec::new(),
        entries: pairs.iter().map(|(c, to)| (*c, (*to).to_owned())).collect(),
    };
    let folds = [
        table(FoldKind::Width, &[('１', "1"), ('．', ".")]),
        table(FoldKind::Separator, &[(' ', ""), ('-', "")]),
        table(
            FoldKind::Digit,
            &[('0', "零"), ('1', "一"), ('2', "二"), ('5', "五"), ('9', "九"), ('壹', "一"), ('柒', "七")],
        ),
    ];
    let words: Vec<Word> = ["块", "元", "天", "%"].map(|text| Word { text: text.to_owned(), exact: false }).into();
    let nodes = vec![PatNode::Num { capture: Some(1), units: vec![0, 1, 2, 3], cmp: None }];
    let patterns = [Pattern { key: "p".to_owned(), name: String::new(), nodes, prescribed: Vec::new() }];
    TextEngine::build(&TextSource { words: &words, patterns: &patterns, contexts: &[], folds: &folds })
        .expect("an engine")
}

fn read(engine: &TextEngine, text: &str) -> Vec<Capture> {
    let wanted: PatternSet = [0].into_iter().collect();
    let scan = engine.scan(text, &wanted, &ScanLimits::default(), &mut Scratch::default());
    scan.matches.into_iter().flat_map(|m| m.captures).collect()
}

fuzz_target!(|bytes: &[u8]| {
    let text: String = bytes.iter().take(200).map(|b| ALPHABET[usize::from(*b) % ALPHABET.len()]).collect();
    let engine = engine();
    for capture in read(&engine, &text) {
        let slice = text.get(capture.start..capture.end).expect("whole characters");
        let again = read(&engine, slice);
        assert!(
            again.iter().any(|c| c.value == capture.value && c.end == slice.len()),
            "{text}: {slice}: {capture:?} {again:?}"
        );
    }
});
