//! Any speech, cut in any way, saved and resumed anywhere: a session finds what a check of the whole finds. Any state: resumed or
//! refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use zhunze::compile::{PackSource, compile};
use zhunze::engine::{Engine, Options};
use zhunze::eval::date::parse_day;

const PACK: &str = r#"
pack x.live (1) { title "测试" "Test" layer law publisher "准则" "Zhunze" }
instrument test-law "测试法" "Test Law" { issuer "某" effective 2015-09-01 article 9 "不得" }
subject 直播 (livestream) { 讲稿 (script): copy }
lexicon 词 (w) { 最好 第一 "a!b" TOP }
pattern 数价 (price) = num:p(元|块)
fold separator = { " " "*" }
fold repeat = unicode
context 否定 (negation) { preceded-by 不 within 4 }
context 来源 (source) { nearby-has 来源 }
rule r { cites test-law article 9 binds host applies livestream scope text forbid says <w>, <price> outside negation, source
  severity high message "不" example violates "最好" example lawful "好" }
rule s { cites test-law article 9 binds seller applies livestream scope text forbid says <w> and says <price>
  severity high message "不" example violates "最好9元" example lawful "好" }
"#;

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let files = vec![("t.zz".to_owned(), PACK.to_owned())];
        let outcome = compile(&[PackSource { files, tables: BTreeMap::new() }], &[]);
        assert!(!outcome.failed(), "{:?}", outcome.diagnostics);
        let packs = outcome.packs.into_iter().map(|c| c.pack).collect();
        zhunze::host::engine(packs).expect("packs link")
    })
}

fn places<'f>(findings: impl Iterator<Item = &'f zhunze::report::Finding>) -> Vec<String> {
    let mut list: Vec<String> = findings.map(|f| format!("{} {:?} {:?}", f.rule, f.status, f.spans)).collect();
    list.sort();
    list
}

fuzz_target!(|input: (Vec<(&str, Option<u8>, Option<u16>)>, Vec<u8>, &str)| {
    let (segments, cuts, state) = input;
    let options = Options::new(parse_day("2026-11-21").expect("a day"));
    let _ = engine().resume(state, &options);
    let subject = json!({"kind": "livestream"});
    let mut script: Vec<Value> = Vec::new();
    let mut session = engine().session(&subject, &options).expect("a subject");
    let mut heard = Vec::new();
    let mut cuts = cuts.iter().cycle();
    for (text, speaker, start) in segments {
        let mut segment = json!({"text": text});
        if let Some(speaker) = speaker {
            segment["speaker"] = json!(speaker.to_string());
        }
        if let Some(start) = start {
            segment["start_ms"] = json!(start);
        }
        script.push(segment.clone());
        let cut = cuts.next().map_or(0, |c| usize::from(*c));
        let at = text.char_indices().nth(cut).map_or(text.len(), |(at, _)| at);
        segment["text"] = json!(text[..at]);
        heard.extend(session.push(&segment).expect("a segment").fixed);
        if cut % 3 == 0 {
            session = engine().resume(&session.save(), &options).expect("its own state");
        }
        heard.extend(session.append(&text[at..]).expect("words").fixed);
    }
    let rest = session.finish().expect("a session");
    let whole = engine().check(&json!({"kind": "livestream", "script": script}), &options).expect("a subject");
    assert_eq!(places(heard.iter().map(|t| &t.finding).chain(&rest.findings)), places(whole.findings.iter()));
    assert_eq!((rest.decision, rest.summary), (whole.decision, whole.summary));
});
