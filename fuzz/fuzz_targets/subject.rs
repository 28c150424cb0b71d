//! Any file that a host may be handed: a subject, options, a script, subtitles. A report or a refusal, and the report is the same
//! the second time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use zhunze::compile::{PackSource, bundle, compile};
use zhunze::host::Host;
use zhunze::input::{Format, decode, subject};

const PACK: &str = r#"
pack x.door (1) { title "测试" "Test" layer law publisher "准则" "Zhunze" }
instrument test-law "测试法" "Test Law" { issuer "某" effective 2015-09-01 article 9 "不得" }
subject 商品 (listing) { 标题 (title): copy 价格 (price): money 库存 (stock): int 上架 (since): date 进口 (imported): bool }
subject 直播 (livestream) { 讲稿 (script): copy }
lexicon 词 (w) { 最好 第一 }
rule r { cites test-law article 9 binds seller applies listing, livestream scope text forbid says <w>
  severity high message "不" example violates "最好" example lawful "好" }
rule s { cites test-law article 9 binds seller applies listing forbid subject.price > 5 yuan and subject.imported
  severity high message "不" example violates listing { title: "甲", price: 9, imported: true }
  example lawful listing { title: "甲", price: 1, imported: true } }
"#;

fn host() -> &'static Host {
    static HOST: OnceLock<Host> = OnceLock::new();
    HOST.get_or_init(|| {
        let files = vec![("t.zz".to_owned(), PACK.to_owned())];
        let outcome = compile(&[PackSource { files, tables: BTreeMap::new() }], &[]);
        assert!(!outcome.failed(), "{:?}", outcome.diagnostics);
        let bytes = bundle(&outcome.packs).expect("a bundle");
        Host::load(&[&bytes]).expect("packs link")
    })
}

fuzz_target!(|input: (&[u8], &[u8])| {
    let (bytes, options) = input;
    let day = br#"{"as_of":"2026-11-22"}"#;
    for options in [day.as_slice(), options] {
        let once = host().check_bytes(bytes, options);
        assert_eq!(once.json, host().check_bytes(bytes, options).json);
        let _ = host().receipt(bytes, options);
    }
    if let Ok(text) = decode(bytes) {
        for format in [Format::sniff(text), Format::Json, Format::Srt, Format::Vtt, Format::Text] {
            if let Ok(value) = subject(format, text) {
                let _ = host().check_bytes(value.to_string().as_bytes(), day);
            }
        }
        let _ = host().replay(text, bytes);
    }
});
