//! Any text under the tables of the built-in packs: what was folded maps back to the very characters that were written, whatever
//! stands around them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use zhunze::compile::compile_files;
use zhunze::pack::link::link;
use zhunze::text::{PatternSet, ScanLimits, Scratch, TextEngine, span::positions};

/// The built-in tables, and a few words to look for.
const PACK: &str = r#"
pack x.fold (1) { title "测试" "Test" layer law publisher "准则" "Zhunze" uses cn.facts 1 uses cn.text 1 }
instrument test-law "测试法" "Test Law" { issuer "某" effective 2015-09-01 article 9 "不得" }
lexicon 词 (w) { 最好 第一 国家级 治疗 根治 微信 全网 百分百 TOP1 }
rule r { cites test-law article 9 binds seller applies listing forbid says <w>
  severity high message "不" example violates "最好" example lawful "好" }
"#;

fn engine() -> &'static TextEngine {
    static ENGINE: OnceLock<TextEngine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let mut files = BTreeMap::from([("x/pack.zz".to_owned(), PACK.to_owned())]);
        for pack in ["cn.facts", "cn.text"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs").join(pack);
            for entry in fs::read_dir(folder).expect("the packs").flatten() {
                let name = format!("{pack}/{}", entry.file_name().to_string_lossy());
                if name.ends_with(".txt") {
                    continue;
                }
                files.insert(name, fs::read_to_string(entry.path()).expect("a source"));
            }
        }
        let outcome = compile_files(files);
        assert!(!outcome.failed(), "{:?}", outcome.diagnostics);
        let packs = outcome.packs.into_iter().map(|c| c.pack).collect();
        zhunze::host::text_engine(&link(packs).expect("packs link")).expect("an engine")
    })
}

/// What is found: slices of the text, as written.
fn found<'t>(text: &'t str, wanted: &PatternSet) -> Vec<(usize, &'t str)> {
    let scan = engine().scan(text, wanted, &ScanLimits { matches: 200, work: 20_000_000 }, &mut Scratch::default());
    let slice = |m: &zhunze::text::Match| (m.start, text.get(m.start..m.end).expect("whole characters"));
    scan.matches.iter().map(slice).collect()
}

fuzz_target!(|input: (&str, u8, u8)| {
    let (text, word, at) = input;
    let words = ["最好", "第一", "国家级", "治疗", "根治", "微信", "全网", "百分百", "TOP1"];
    let wanted: PatternSet = (0..4096).collect();
    let spans: Vec<(usize, usize)> = found(text, &wanted).iter().map(|(at, m)| (*at, at + m.len())).collect();
    for (position, (start, end)) in positions(text, &spans).iter().zip(&spans) {
        assert_eq!(position.utf8, [*start, *end]);
        let units = |to: usize| text[..to].encode_utf16().count();
        assert_eq!(position.utf16, [units(*start), units(*end)]);
    }
    // A word between sentence ends is found where it stands, whatever was written before and after it.
    let word = words[usize::from(word) % words.len()];
    let (before, after) = text.split_at(text.floor_char_boundary(usize::from(at)));
    let whole = format!("{before}。\n{word}。\n{after}");
    let place = (before.len() + "。\n".len(), word);
    let hits = found(&whole, &wanted);
    assert!(hits.len() >= 200 || hits.contains(&place), "{place:?} {hits:?}");
    // What has no width changes nothing but places.
    let split = word.chars().next().map_or(0, char::len_utf8);
    let spread = format!("{before}。\n{}\u{200b}{}。\n{after}", &word[..split], &word[split..]);
    let hits = found(&spread, &wanted);
    let folded = format!("{}\u{200b}{}", &word[..split], &word[split..]);
    assert!(hits.len() >= 200 || hits.contains(&(place.0, folded.as_str())), "{folded:?} {hits:?}");
    let _ = engine().fold(text);
});
