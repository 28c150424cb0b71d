//! Live sessions: their sum is a check of the whole script, however it is cut, saved and resumed; what is final stays.
#![cfg(feature = "compiler")]
#![cfg(not(target_arch = "wasm32"))]

mod common;
use common::{PREAMBLE, engine, engine_of, options, rule};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::OnceLock;
use zhunze::engine::{Engine, Options, Session, StateError, Update};
use zhunze::report::Report;
use zhunze::syntax::tree::Scope;

const RULES: &str = "
lexicon 极限词 (superlatives) { 最好 国家级 全网最低 第一 TOP }
lexicon 疗效 (cures) { 治疗 根治 }
lexicon 药品标志 (drug-marks) { 国药准字 }
lexicon 声明 (notice) { 不能代替药物 }
lexicon 带号词 (crossing) { \"Yahoo!搜索\" }
pattern 数价 (price) = num:p(元|块)
fold separator = { \" \" \"*\" }
fold repeat = unicode
context 否定 (negation) { preceded-by (不是|并非) within 4 }
context 来源 (source) { nearby-has (来源|报告) }
context 自比 (own) { sentence-has (自己) }
define 是药品 (is-drug) = goods.category in drug
presume 非药品 (not-drug) {
  assume is-drug is false unless says <drug-marks>
  softens message \"按非药品处理\" \"taken not to be a drug\"
}
";

/// Whose script is a list of records, with a rule that reads them as facts.
fn live() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| engine_of(&[format!("{PREAMBLE}{}", rules(true))]))
}

/// Whose script is words, given as one text or as segments.
fn loose() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| engine_of(&[format!("{}{}", PREAMBLE.replace("list<讲解段>", "copy"), rules(false))]))
}

fn rules(records: bool) -> String {
    {
        let exception = "except own-kind (own-kind) {\n    cites test-law article 10\n    when near own\n    evidence on-request \"记录\" \"records\"\n  }";
        let sourced = "except sourced (sourced) {\n    cites test-law article 10\n    when near own\n    evidence required \"来源\" \"source\" when near source or holds \"report\"\n  }";
        let mut rules = vec![
            rule(
                "local",
                &format!(
                    "applies livestream\n  forbid says <superlatives>, <crossing>\n  outside negation\n  {exception}\n  fix replace \"好\" safe"
                ),
            ),
            rule("evidence", &format!("binds host\n  applies livestream\n  forbid says <superlatives>\n  {sourced}")),
            rule("presumed", "binds agency\n  applies livestream when not is-drug\n  forbid says <cures>"),
            rule(
                "open",
                "binds publisher\n  applies livestream when subject.marked\n  forbid says <price> where (p < 100)",
            ),
            rule("priced", "binds endorser\n  applies livestream\n  forbid says <price> where (p < goods.price)"),
            rule("both", "binds platform\n  applies livestream\n  forbid says <superlatives> and says <cures>"),
            rule("notice", "binds advertiser\n  applies livestream when says <cures>\n  require states <notice>"),
            rule(
                "screened",
                "binds room-operator\n  applies livestream\n  forbid some s of subject.script (s.channel == screen and says <superlatives> in s.text)",
            ),
        ];
        if !records {
            rules.pop();
        }
        format!("{RULES}{}", rules.concat())
    }
}

/// Everything that a session and a check share, in an order that neither decides.
fn sum(findings: Vec<Value>, exempt: Vec<Value>, waived: Vec<Value>, report: &Report) -> Value {
    let sorted = |mut list: Vec<Value>| {
        for item in &mut list {
            let finding = if item.get("finding").is_some() { &mut item["finding"] } else { item };
            for fix in finding["fixes"].as_array_mut().into_iter().flatten() {
                fix["safe"] = json!(false);
            }
        }
        list.sort_by_key(Value::to_string);
        Value::Array(list)
    };
    let whole = serde_json::to_value(report).unwrap();
    let list = |key: &str, more: Vec<Value>| {
        sorted(whole[key].as_array().cloned().unwrap_or_default().into_iter().chain(more).collect())
    };
    json!({
        "findings": list("findings", findings), "exempt": list("exempt", exempt), "waived": list("waived", waived),
        "assumptions": whole["assumptions"], "not_evaluated": whole["not_evaluated"], "summary": whole["summary"],
        "decision": whole["decision"], "warnings": list("input_warnings", Vec::new()), "conduct": whole["conduct"],
    })
}

fn checked(engine: &Engine, subject: &Value, script: &[Value], options: &Options) -> Value {
    let mut subject = subject.clone();
    subject["script"] = json!(script);
    let report = engine.check(&subject, options).unwrap_or_else(|e| panic!("{e}"));
    sum(Vec::new(), Vec::new(), Vec::new(), &report)
}

/// What came out of a session so far.
#[derive(Default)]
struct Heard {
    findings: Vec<Value>,
    exempt: Vec<Value>,
    waived: Vec<Value>,
    /// Ids that are provisional now.
    provisional: Vec<u64>,
    fixed: Vec<u64>,
}

impl Heard {
    fn take(&mut self, update: Update) {
        for told in &update.new {
            assert!(!self.provisional.contains(&told.id) && !self.fixed.contains(&told.id));
            self.provisional.push(told.id);
        }
        for told in &update.fixed {
            assert!(!self.fixed.contains(&told.id), "final twice");
            self.provisional.retain(|id| *id != told.id);
            self.fixed.push(told.id);
        }
        for id in &update.withdrawn {
            assert!(self.provisional.contains(id), "withdrawn though it was not provisional");
            self.provisional.retain(|known| known != id);
        }
        let value = |list: &dyn erased::Json| list.json();
        self.findings.extend(update.fixed.iter().map(|t| value(&t.finding)));
        self.exempt.extend(update.exempt.iter().map(|e| value(e)));
        self.waived.extend(update.waived.iter().map(|w| value(w)));
    }
}

mod erased {
    pub trait Json {
        fn json(&self) -> serde_json::Value;
    }
    impl<T: serde::Serialize> Json for T {
        fn json(&self) -> serde_json::Value {
            serde_json::to_value(self).unwrap()
        }
    }
}

/// How a script reaches a session: where its segments are cut into chunks, and after which segments it is saved and resumed.
#[derive(Clone, Debug, Default)]
struct Delivery {
    cuts: Vec<u8>,
    saves: Vec<bool>,
}

fn heard(engine: &Engine, subject: &Value, script: &[Value], options: &Options, how: &Delivery) -> Value {
    let mut session = engine.session(subject, options).unwrap_or_else(|e| panic!("{e}"));
    let mut heard = Heard::default();
    let mut cuts = how.cuts.iter().cycle();
    for (index, segment) in script.iter().enumerate() {
        let text = segment.as_str().unwrap_or_else(|| segment["text"].as_str().unwrap());
        let chars: Vec<char> = text.chars().collect();
        let step = if how.cuts.is_empty() { 0 } else { usize::from(*cuts.next().unwrap()) };
        let first = if step == 0 { text.to_owned() } else { chars.iter().take(step).collect() };
        let mut opening = segment.clone();
        if opening.is_string() {
            opening = json!(first)
        } else {
            opening["text"] = json!(first)
        }
        heard.take(session.push(&opening).unwrap_or_else(|e| panic!("{e}")));
        let mut at = if step == 0 { chars.len() } else { step };
        while at < chars.len() {
            let step = usize::from(*cuts.next().unwrap());
            let chunk: String = chars[at..].iter().take(step).collect();
            heard.take(session.append(&chunk).unwrap());
            at += step;
            if step == 0 && how.cuts.iter().all(|c| *c == 0) {
                break;
            }
        }
        if how.saves.get(index % how.saves.len().max(1)) == Some(&true) {
            session = engine.resume(&session.save(), options).unwrap();
        }
    }
    let report = session.finish().unwrap_or_else(|e| panic!("{e}"));
    sum(heard.findings, heard.exempt, heard.waived, &report)
}

fn text() -> impl Strategy<Value = String> {
    let words = [
        "最",
        "好",
        "最好",
        "国家级",
        "全网",
        "最低",
        "第",
        "一",
        "TO",
        "P",
        "TOP",
        "治",
        "疗",
        "根治",
        "国药准字",
        "不是",
        "自己",
        "来源",
        "报告",
        "9",
        "9块",
        "199元",
        "不能代替",
        "药物",
        "。",
        "！",
        "，",
        "\n",
        " ",
        "…",
        "Yahoo!",
        "搜索",
        "😀",
        "的",
        "面霜",
        "见",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..7).prop_map(|w| w.concat())
}

fn segment() -> impl Strategy<Value = Value> {
    let optional = |list: &[Value]| prop::option::weighted(0.3, prop::sample::select(list.to_vec()));
    let parts = (
        text(),
        optional(&[json!("甲"), json!("乙"), json!(null)]),
        optional(&[json!("speech"), json!("screen"), json!("nowhere")]),
        optional(&[json!("a1"), json!(1), json!("乙品"), json!("zz")]),
        optional(&[json!(0), json!(1000), json!(5000), json!(12_000), json!(20_000)]),
        optional(&[json!(1500), json!(6000), json!(11_000)]),
        prop::bool::weighted(0.2),
    );
    parts.prop_map(|(text, speaker, channel, product, start, end, plain)| {
        if plain {
            return json!(text);
        }
        let mut segment = json!({ "text": text });
        let fields =
            [("speaker", speaker), ("channel", channel), ("product", product), ("start_ms", start), ("end_ms", end)];
        for (key, value) in fields {
            if let Some(value) = value {
                segment[key] = value;
            }
        }
        segment
    })
}

fn subject() -> impl Strategy<Value = Value> {
    let title = prop::option::of(text());
    let marked = prop::option::of(any::<bool>());
    let products = prop::sample::select(vec![
        json!(null),
        json!([]),
        json!([{"id": "a1", "title": "甲品", "description": "最好", "category": "food", "price": "10.00"}, {"title": "乙品", "price": "50"}]),
        json!([{"id": "a1", "title": "国药准字", "category": "drug", "description": null, "texts": [], "skus": [{"name": "第一"}]}]),
    ]);
    let waivers = prop::sample::select(vec![
        json!([]),
        json!([{"rule": "cn.test/local", "reason": "试", "author": "甲", "expiry": "2027-01-01", "scope": "/script/1"}]),
        json!([{"rule": "cn.test/evidence", "reason": "试", "author": "甲", "expiry": "2027-01-01"}]),
    ]);
    let evidence = prop::sample::select(vec![json!(null), json!([{"kind": "report"}])]);
    (title, marked, products, waivers, evidence).prop_map(|(title, marked, products, waivers, evidence)| {
        let mut subject = json!({"kind": "livestream", "products": products, "waivers": waivers});
        if let Some(title) = title {
            subject["title"] = json!(title);
        }
        if let Some(marked) = marked {
            subject["marked"] = json!(marked);
        }
        if !evidence.is_null() {
            subject["evidence"] = evidence;
        }
        subject
    })
}

fn delivery() -> impl Strategy<Value = Delivery> {
    (prop::collection::vec(0u8..5, 0..6), prop::collection::vec(any::<bool>(), 0..4)).prop_map(|(cuts, saves)| {
        Delivery { cuts: if cuts.iter().all(|c| *c == 0) { Vec::new() } else { cuts }, saves }
    })
}

fn scoped(all: bool) -> Options {
    Options { scope: if all { Scope::All } else { Scope::Text }, ..options() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn the_sum_of_a_session_is_a_check_of_the_whole(
        subject in subject(),
        script in prop::collection::vec(segment(), 0..12),
        how in delivery(),
        all in any::<bool>(),
        records in any::<bool>(),
    ) {
        let (options, engine) = (scoped(all), if records { live() } else { loose() });
        prop_assert_eq!(heard(engine, &subject, &script, &options, &how), checked(engine, &subject, &script, &options));
    }

    #[test]
    fn one_speaker_who_does_not_pause_is_heard_as_one(
        script in prop::collection::vec(text(), 0..30),
        how in delivery(),
    ) {
        let script: Vec<Value> = script.into_iter().map(|t| json!({"text": t})).collect();
        let subject = json!({"kind": "livestream", "title": null, "products": []});
        prop_assert_eq!(heard(live(), &subject, &script, &options(), &how), checked(live(), &subject, &script, &options()));
    }

    #[test]
    fn a_damaged_state_is_refused_or_goes_on(at in any::<prop::sample::Index>(), byte in 32u8..127, cut in any::<bool>()) {
        let mut session = started();
        session.push(&json!("不是最好。全网最低的，自己")).unwrap();
        let mut bytes = session.save().into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let saved = String::from_utf8_lossy(&bytes).into_owned();
        if let Ok(mut session) = live().resume(&saved, &options()) {
            let _ = session.append("第一");
            let _ = session.push(&json!({"text": "好。最好。", "speaker": "乙"}));
            let _ = session.finish();
        }
    }
}

fn started() -> Session {
    live().session(&json!({"kind": "livestream", "title": null, "products": []}), &options()).unwrap()
}

/// The words of findings.
fn words(list: &[zhunze::engine::Told]) -> Vec<String> {
    let text = |t: &zhunze::engine::Told| t.finding.spans.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join("|");
    list.iter().filter(|t| t.finding.rule == "cn.test/local").map(text).collect()
}

#[test]
fn a_finding_is_provisional_until_the_next_sentence_is_over() {
    let mut session = started();
    let update = session.push(&json!("这是全网最")).unwrap();
    assert!(update.new.is_empty());
    let update = session.push(&json!("低的")).unwrap();
    assert_eq!((words(&update.new), words(&update.fixed)), (vec!["全网最|低".to_owned()], vec![]));
    let id = update.new.iter().find(|t| t.finding.rule == "cn.test/local").unwrap().id;
    // An exception that the sentence raises later withdraws it.
    let update = session.push(&json!("和我们自己比")).unwrap();
    assert!(update.withdrawn.contains(&id));
    let update = session.push(&json!("。下一句。")).unwrap();
    assert!(update.exempt.is_empty());
    let update = session.push(&json!("再下一句")).unwrap();
    assert_eq!(update.exempt.len(), 1);

    let mut session = started();
    let new = session.push(&json!("全网最低。")).unwrap().new;
    let update = session.push(&json!("下一句。")).unwrap();
    assert!(update.fixed.is_empty());
    let update = session.push(&json!("再")).unwrap();
    assert_eq!(words(&update.fixed), ["全网最低"]);
    assert!(new.iter().any(|t| update.fixed[0].id == t.id));
    assert_eq!(session.finish().unwrap().findings.iter().filter(|f| f.rule == "cn.test/local").count(), 0);
}

#[test]
fn a_pause_or_another_speaker_ends_the_wait() {
    let mut session = started();
    session.push(&json!({"text": "全网最低", "speaker": "甲", "start_ms": 0, "end_ms": 900})).unwrap();
    let update = session.push(&json!({"text": "好", "speaker": "甲", "start_ms": 2000, "end_ms": 2100})).unwrap();
    assert!(update.fixed.is_empty());
    let update = session.push(&json!({"text": "好", "speaker": "甲", "start_ms": 4101})).unwrap();
    assert_eq!(words(&update.fixed), ["全网最低"]);
    session.push(&json!({"text": "最好", "speaker": "甲", "start_ms": 5000})).unwrap();
    let update = session.push(&json!({"text": "嗯", "speaker": "乙", "start_ms": 5500})).unwrap();
    assert_eq!(words(&update.fixed), ["最好"]);
}

#[test]
fn what_is_asked_of_the_whole_stream_is_decided_at_its_end() {
    let mut session = started();
    session.push(&json!("根治。好。好。好。")).unwrap();
    let report = session.finish().unwrap();
    let rules: Vec<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
    assert!(rules.contains(&"cn.test/presumed") && rules.contains(&"cn.test/notice"), "{rules:?}");
    // The same words, and later the mark of a drug: what was provisional is withdrawn.
    let mut session = started();
    let update = session.push(&json!("根治。好。好。好。")).unwrap();
    let id = update.new.iter().find(|t| t.finding.rule == "cn.test/presumed").unwrap().id;
    assert!(session.push(&json!("国药准字。")).unwrap().withdrawn.contains(&id));
    assert!(
        session
            .finish()
            .unwrap()
            .findings
            .iter()
            .all(|f| f.rule != "cn.test/presumed" || f.status != zhunze::engine::Status::Suspected)
    );
}

#[test]
fn memory_does_not_grow_with_the_stream() {
    // Where no rule asks about the words anywhere in the stream, nothing is kept of them.
    let rule = rule("local", "applies livestream\n  forbid says <superlatives>\n  outside negation");
    let engine = engine(&format!("{RULES}{rule}"));
    let started = || engine.session(&json!({"kind": "livestream", "title": null, "products": []}), &options()).unwrap();
    let mut session = started();
    let size = |session: &Session| session.save().len();
    let speak = |session: &mut Session, times: usize| {
        for i in 0..times {
            // Sentences, speech without marks, and one segment that never ends.
            let text = ["全网最低的面霜。", "最好", "不是第一！", "面霜面霜面霜面霜"][i % 4];
            if i % 3 == 0 { session.push(&json!({"text": text, "speaker": "甲"})) } else { session.append(text) }
                .unwrap();
        }
    };
    speak(&mut session, 300);
    let before = size(&session);
    speak(&mut session, 3000);
    assert!(size(&session) < before + 2000, "{before} → {}", size(&session));
    let mut endless = started();
    endless.push(&json!("")).unwrap();
    for _ in 0..3000 {
        endless.append("的面霜啊").unwrap();
    }
    assert!(size(&endless) < 60_000, "{}", size(&endless));
}

#[test]
fn what_is_kept_for_the_end_is_bounded_and_the_bound_is_told() {
    let mut options = options();
    options.limits.matches = 10;
    let mut session = live().session(&json!({"kind": "livestream", "title": null, "products": []}), &options).unwrap();
    for _ in 0..40 {
        session.push(&json!("根治。好。")).unwrap();
    }
    let report = session.finish().unwrap();
    assert!(
        report.input_warnings.iter().any(|w| w.message.en.contains("limit matches (10)")),
        "{:?}",
        report.input_warnings
    );
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let mut session = started();
    session.push(&json!("好")).unwrap();
    let error = session.push(&json!({"txt": 3, "text": 4})).unwrap_err();
    assert_eq!(error.problems[0].path, "/script/1/text");
    session.push(&json!({"text": "好", "nonsense": 1})).unwrap();
    let report = session.finish().unwrap();
    assert!(report.input_warnings.iter().any(|w| w.path == "/script/1/nonsense"), "{:?}", report.input_warnings);
    assert!(started().append("好").is_err());
    assert!(live().session(&json!({"kind": "livestream", "script": ["好"]}), &options()).is_err());
    assert!(live().session(&json!({"kind": "shop"}), &options()).is_err());
}

#[test]
fn a_state_belongs_to_its_packs_and_options() {
    let saved = started().save();
    assert_eq!(live().resume("{}", &options()).unwrap_err(), StateError::Damaged);
    assert_eq!(live().resume(&saved, &scoped(false)).unwrap_err(), StateError::Options);
    let other = engine(&format!("lexicon 词 (w) {{ 好 }}\n{}", rule("r", "applies livestream\n  forbid says <w>")));
    assert_eq!(other.resume(&saved, &options()).unwrap_err(), StateError::Packs);
    let older = saved.replace("\"engine\":\"", "\"engine\":\"0.0.0-");
    assert_eq!(live().resume(&older, &options()).unwrap_err(), StateError::Version);
    assert!(live().resume(&saved, &options()).is_ok());
}
