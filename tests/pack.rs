//! The pack: its layout, what decoding refuses, and that nothing hostile brings down what comes after it.
#![cfg(not(target_arch = "wasm32"))]
#![cfg(feature = "compiler")]

use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use zhunze::compile::{Outcome, PackSource, compile, compile_files};
use zhunze::engine::{Engine, Options};
use zhunze::host::Host;
use zhunze::pack::decimal::Decimal;
use zhunze::pack::layout::{self, Kind};
use zhunze::pack::link::link;
use zhunze::pack::model::{
    BaseType, Const, ContextLine, Fix, Instrument, MAX_DEPTH, MAX_VARS, Node, PatNode, Path, Root, Symbol, SymbolKind,
    TypeKind,
};
use zhunze::pack::{Bundle, Pack, PackError};

/// The examples of the language document: a pack with something of everything.
fn files() -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        (
            "cn.facts/pack.zz".to_owned(),
            "包 cn.facts (1) { 层级 法律 }\n枚举 平台类型 (kind) { 直播 (live) }\n".to_owned(),
        ),
        ("cn.text/pack.zz".to_owned(), "包 cn.text (1) { 层级 法律 }\n折叠 分隔符 = { \"·\" \"-\" }\n".to_owned()),
        ("doc/prelude.zz".to_owned(), include_str!("golden/check/prelude/document.zz").to_owned()),
        ("doc/traditional.tsv".to_owned(), "價\t价\n".to_owned()),
        ("doc/pinyin.tsv".to_owned(), "zhi疗\t治疗\n".to_owned()),
    ]);
    let mut lines = include_str!("../docs/language.md").lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if line.trim() == "```zz" {
            let block: String =
                lines.by_ref().take_while(|(_, l)| l.trim() != "```").map(|(_, l)| format!("{l}\n")).collect();
            let folder = if block.starts_with("包 shop") { "shop" } else { "doc" };
            files.insert(format!("{folder}/line-{number:04}.zz"), block);
        }
    }
    files
}

static OUTCOME: LazyLock<Outcome> = LazyLock::new(|| {
    let outcome = compile_files(files());
    assert!(!outcome.failed(), "{:#?}", outcome.diagnostics);
    outcome
});

fn bytes() -> &'static [u8] {
    &OUTCOME.packs.iter().find(|p| p.pack.core.meta.id == "cn.example").unwrap().bytes
}

fn pack() -> Pack {
    Pack::decode(bytes(), true).unwrap()
}

fn others() -> Vec<Pack> {
    OUTCOME.packs.iter().map(|p| p.pack.clone()).filter(|p| p.core.meta.id != "cn.example").collect()
}

/// The file with its root made right again, as one who attacks would.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    if bytes.len() >= 44 {
        let mut hash = Sha256::new();
        hash.update(&bytes[4..8]);
        let count = u32::from_le_bytes(bytes[40..44].try_into().unwrap()) as usize;
        for entry in bytes[44..].chunks_exact(40).take(count) {
            hash.update(&entry[..4]);
            hash.update(&entry[8..]);
        }
        let root = hash.finalize();
        bytes[8..40].copy_from_slice(&root);
    }
    bytes
}

/// Whatever decodes must link or be refused, and then check a subject or refuse it; nothing may panic or hang.
fn use_it(pack: Pack) {
    let mut all = others();
    all.push(pack);
    let Ok(linked) = link(all.clone()) else { return };
    let Ok(text) = zhunze::host::text_engine(&linked) else { return };
    let engine = Engine::new(linked, text);
    let mut options = Options::new(20_500);
    for scope in [zhunze::syntax::tree::Scope::Text, zhunze::syntax::tree::Scope::All] {
        options.scope = scope;
        for subject in [
            r#"{"kind":"listing","title":"全网最好，3天见效","price":"12.50","category":"food","skus":[{"name":"红","price":"1"}]}"#,
            r#"{"kind":"livestream","script":"家人们，国家级的面霜，本品不能代替药物","products":[{"title":"根治高血压"}]}"#,
        ] {
            let _ = engine.check_json(subject, &options);
        }
    }
}

#[test]
fn decoding_what_was_encoded_gives_it_back() {
    for compiled in &OUTCOME.packs {
        let again = Pack::decode(&compiled.bytes, true).unwrap();
        assert_eq!(again, compiled.pack);
        assert_eq!(again.encode().unwrap(), compiled.bytes);
        assert_eq!(again.digest, layout::hex(&layout::read(&compiled.bytes).unwrap().root));
        let without = Pack::decode(&compiled.bytes, false).unwrap();
        assert_eq!(without.core, again.core);
    }
    let all: Vec<Vec<u8>> = OUTCOME.packs.iter().map(|p| p.bytes.clone()).collect();
    let bundle = Bundle::decode(&Bundle::encode(&all).unwrap(), true).unwrap();
    let again: Vec<Vec<u8>> = bundle.packs.iter().map(|p| p.encode().unwrap()).collect();
    assert_eq!(again, all);
}

#[test]
fn the_order_of_files_and_packs_does_not_matter() {
    let mut folders: BTreeMap<String, PackSource> = BTreeMap::new();
    for (name, text) in files() {
        let (folder, file) = name.split_once('/').unwrap();
        let source = folders.entry(folder.to_owned()).or_default();
        if file.ends_with(".tsv") {
            source.tables.insert(file.to_owned(), text);
        } else {
            source.files.push((name, text));
        }
    }
    let wanted: Vec<&Vec<u8>> = OUTCOME.packs.iter().map(|p| &p.bytes).collect();
    for turn in 0..4usize {
        let mut sources: Vec<PackSource> = folders.values().cloned().collect();
        let shift = turn % sources.len();
        sources.rotate_left(shift);
        for source in &mut sources {
            source.files.reverse();
            let shift = turn % source.files.len();
            source.files.rotate_left(shift);
        }
        let outcome = compile(&sources, &[]);
        assert_eq!(outcome.packs.iter().map(|p| &p.bytes).collect::<Vec<_>>(), wanted);
    }
    let packs: Vec<Pack> = OUTCOME.packs.iter().map(|p| p.pack.clone()).collect();
    let linked = format!("{:?}", link(packs.clone()).unwrap());
    for turn in 0..packs.len() {
        let mut turned = packs.clone();
        turned.rotate_left(turn);
        assert_eq!(format!("{:?}", link(turned.clone()).unwrap()), linked);
        turned.reverse();
        assert_eq!(format!("{:?}", link(turned.clone()).unwrap()), linked);
    }
}

#[test]
fn a_cut_file_is_refused() {
    let bytes = bytes();
    // Every length in the table of sections, then some.
    for len in (0..160).chain((160..bytes.len()).step_by(211)) {
        assert!(Pack::decode(&bytes[..len], true).is_err(), "{len}");
        // An attacker mends the digest; then the table of sections gives it away.
        assert!(Pack::decode(&resealed(bytes[..len].to_vec()), true).is_err(), "{len}");
    }
    let mut longer = bytes.to_vec();
    longer.push(0);
    assert!(matches!(Pack::decode(&longer, true), Err(PackError::Layout(_))));
    assert!(matches!(Pack::decode(&resealed(longer), true), Err(PackError::Layout(_))));
}

/// The sections of the pack under test.
fn sections() -> Vec<(u32, Vec<u8>)> {
    let container = layout::read(bytes()).unwrap();
    container.sections.iter().map(|s| (s.id, s.content().unwrap().to_vec())).collect()
}

#[test]
fn a_file_may_come_without_its_explanations() {
    let bundle = Bundle::encode(&[bytes().to_vec()]).unwrap();
    for (whole, single) in [(bytes(), true), (&bundle, false)] {
        let lean = Bundle::lean(whole).unwrap();
        assert!(lean.len() < whole.len());
        assert_eq!((Bundle::verify(whole), Bundle::verify(&lean)), (Ok(()), Ok(())));
        let (all, some) = (Bundle::decode(whole, false).unwrap(), Bundle::decode(&lean, false).unwrap());
        assert_eq!(all.packs, some.packs);
        assert_eq!(Bundle::decode(&lean, true).unwrap_err(), PackError::Absent);
        assert_eq!(layout::read(&lean).unwrap().root, layout::read(whole).unwrap().root);
        // Leaving out more than that is noticed.
        if single {
            assert_eq!(Pack::decode(&layout::without(whole, &[1]).unwrap(), false).unwrap_err(), PackError::Absent);
        }
    }
}

#[test]
fn files_of_another_format_are_refused() {
    for found in [0, layout::FORMAT - 1, layout::FORMAT + 1] {
        let mut other = bytes().to_vec();
        other[4..6].copy_from_slice(&found.to_le_bytes());
        let error = Bundle::decode(&other, false).unwrap_err();
        assert_eq!(error, PackError::Format { found });
        assert!(error.message().zh.contains("重新构建") && error.message().en.contains("Build it again"));
    }
}

/// Names are stored once and come out once: a file cannot make them come out again and again.
#[test]
fn long_ids_are_refused() {
    let mut pack = pack();
    pack.core.meta.id = "甲".repeat(400);
    assert_eq!(Pack::decode(&pack.encode().unwrap(), true).unwrap_err(), PackError::Invalid("id"));
}

#[test]
fn what_is_read_is_checked() {
    let bundle = Bundle::encode(&[bytes().to_vec()]).unwrap();
    for at in (0..bundle.len()).step_by(97) {
        let mut changed = bundle.clone();
        changed[at] ^= 4;
        assert!(Bundle::decode(&changed, true).is_err(), "{at}");
        assert!(Bundle::verify(&changed).is_err(), "{at}");
        if let Ok(read) = Bundle::decode(&changed, false) {
            // Only in a part that nobody asked for.
            let [read, whole] = [read, Bundle::decode(&bundle, false).unwrap()].map(|b| b.packs);
            assert_eq!((&read[0].core, &read[0].folds), (&whole[0].core, &whole[0].folds), "{at}");
            let texts = |pack: &Pack| (1..pack.core.texts).map(|id| pack.texts.get(id)).collect::<Vec<_>>();
            let told = texts(&read[0]);
            assert!(told == texts(&whole[0]) || told.iter().all(|t| t.zh.contains("重新获取规则包")), "{at}");
        }
    }
}

#[test]
fn sections_out_of_place_are_refused() {
    let owned = sections();
    let refused = |sections: &[(u32, Vec<u8>)]| {
        let written = layout::write(Kind::Pack, sections).unwrap();
        assert!(Pack::decode(&written, true).is_err());
    };
    for i in 0..owned.len() {
        let mut turned = owned.clone();
        turned.rotate_left(i);
        if i > 0 {
            refused(&turned);
        }
        let mut missing = owned.clone();
        missing.remove(i);
        refused(&missing);
        let mut twice = owned.clone();
        twice.insert(i, owned[i].clone());
        refused(&twice);
        let mut renamed = owned.clone();
        renamed[i].0 += 100;
        renamed.sort_by_key(|s| s.0);
        refused(&renamed);
        let mut empty = owned.clone();
        empty[i].1.clear();
        refused(&empty);
        let mut padded = owned.clone();
        padded[i].1.push(0);
        refused(&padded);
        // A length that nothing stands behind may not make room for it.
        let mut huge = owned.clone();
        huge[i].1 = vec![0xff, 0xff, 0xff, 0xff, 0x0f];
        refused(&huge);
    }
    refused(&[]);
    let bundle = layout::write(Kind::Bundle, &owned).unwrap();
    assert!(matches!(Pack::decode(&bundle, true), Err(PackError::Layout(_))));
    assert!(Bundle::decode(&bundle, true).is_err());
    let nested = Bundle::encode(&[Bundle::encode(&[bytes().to_vec()]).unwrap()]).unwrap();
    assert!(Bundle::decode(&nested, true).is_err());
}

/// A change to a pack that decoding must refuse.
fn refused(what: &str, change: impl FnOnce(&mut Pack)) {
    let mut changed = pack();
    change(&mut changed);
    assert_ne!(changed, pack(), "{what}: changes nothing");
    let bytes = changed.encode().unwrap();
    match Pack::decode(&bytes, true) {
        Err(PackError::Invalid(_)) => {}
        other => panic!("{what}: {:?}", other.map(|_| "accepted")),
    }
}

/// A change that only linking can see.
fn refused_at_linking(what: &str, change: impl FnOnce(&mut Pack)) {
    let mut changed = pack();
    change(&mut changed);
    let bytes = changed.encode().unwrap();
    let decoded = Pack::decode(&bytes, true).unwrap_or_else(|e| panic!("{what}: {e}"));
    let mut all = others();
    all.push(decoded);
    assert!(link(all.clone()).is_err(), "{what}");
}

const FAR: u32 = u32::MAX;

#[test]
fn indices_out_of_range_are_refused() {
    refused("title", |p| p.core.meta.title = FAR);
    refused("publisher", |p| p.core.meta.publisher = FAR);
    refused("versions", |p| p.core.instruments[0].versions.clear());
    refused("versions in order", |p| p.core.instruments[0].versions.reverse());
    for node in [
        PatNode::Word(FAR),
        PatNode::Pattern(FAR),
        PatNode::Seq(vec![FAR]),
        PatNode::Alt(vec![0, FAR]),
        PatNode::Opt(FAR),
        PatNode::Num { capture: Some(FAR), units: vec![], cmp: None },
        PatNode::Num { capture: None, units: vec![FAR], cmp: None },
        PatNode::NotBefore(vec![FAR]),
        PatNode::NotAfter(vec![FAR]),
    ] {
        refused(&format!("{node:?}"), |p| p.core.patterns[0].nodes.push(node.clone()));
    }
    refused("a part that comes later", |p| p.core.patterns[0].nodes.insert(0, PatNode::Opt(1)));
    refused("a part that is itself", |p| p.core.patterns[0].nodes[0] = PatNode::Opt(0));
    refused("a pattern without parts", |p| p.core.patterns[0].nodes.clear());
    for line in [
        ContextLine::ClauseHas(FAR),
        ContextLine::Include(FAR),
        ContextLine::PartOf(FAR),
        ContextLine::SentenceEnds(FAR),
    ] {
        refused(&format!("{line:?}"), |p| p.core.contexts[0].lines.push(line.clone()));
    }
    let path = Path { root: Root::Subject, steps: vec![FAR] };
    for node in [
        Node::Path(path.clone()),
        Node::Path(Path { root: Root::Var(MAX_VARS), steps: vec![] }),
        Node::Not(FAR),
        Node::And(vec![FAR]),
        Node::Every { var: MAX_VARS, list: Path { root: Root::Subject, steps: vec![] }, body: 0 },
        Node::Says { patterns: vec![FAR], places: vec![], filter: None },
        Node::Says { patterns: vec![], places: vec![path.clone()], filter: None },
        Node::Says { patterns: vec![], places: vec![], filter: Some(FAR) },
        Node::States { patterns: vec![FAR], places: vec![] },
        Node::Near(FAR),
        Node::Capture(FAR),
        Node::Define(FAR),
        Node::Const(Const::Member { ty: FAR, key: 0 }),
        Node::Const(Const::Member { ty: 0, key: FAR }),
        Node::In(path.clone(), vec![]),
    ] {
        refused(&format!("{node:?}"), |p| p.core.exprs.push(node.clone()));
    }
    refused("an operand that comes later", |p| {
        let last = u32::try_from(p.core.exprs.len()).unwrap();
        p.core.exprs.push(Node::Not(last));
    });
    refused("a symbol of another kind", |p| {
        let of = |kind| u32::try_from(p.core.symbols.iter().position(|s: &Symbol| s.kind == kind).unwrap()).unwrap();
        let node = Node::Near(of(SymbolKind::Pattern));
        p.core.exprs.push(node);
    });
    refused("a definition's body", |p| p.core.defines[0].body = FAR);
    refused("a presumption", |p| p.core.presumptions[0].define = FAR);
    refused("a presumption's unless", |p| p.core.presumptions[0].unless = Some(FAR));
    refused("a presumption's message", |p| p.core.presumptions[0].message = FAR);
    refused("a rule's body", |p| p.core.rules[0].body = FAR);
    refused("a rule's when", |p| p.core.rules[0].when = Some(FAR));
    refused("a rule's message", |p| p.core.rules[0].message = FAR);
    refused("a rule's law", |p| p.core.rules[0].cites[0].law = FAR);
    refused("a rule without law", |p| p.core.rules[0].cites.clear());
    refused("a rule's subject", |p| p.core.rules[0].applies.push(FAR));
    refused("a rule's context", |p| p.core.rules[0].outside.push(FAR));
    refused("an exception's condition", |p| p.core.rules[0].exceptions[0].raised = FAR);
    refused("an exception's proof", |p| p.core.rules[0].exceptions[0].proof = FAR);
    refused("an exception's proof's condition", |p| p.core.rules[0].exceptions[0].proved = Some(FAR));
    refused("a fix", |p| p.core.rules[0].fixes.push(Fix::Advise(FAR)));
    refused("two rules of one id", |p| {
        let rule = p.core.rules[0].clone();
        p.core.rules.push(rule);
    });
    refused("a field's type", |p| {
        for ty in &mut p.core.types {
            if let TypeKind::Record { fields, .. } = &mut ty.kind {
                fields[0].ty.base = BaseType::Named(FAR);
            }
        }
    });
    refused("a list of lists", |p| {
        for ty in &mut p.core.types {
            if let TypeKind::Record { fields, .. } = &mut ty.kind {
                fields[0].ty.lists = 2;
            }
        }
    });
    refused("a category that is its own parent", |p| {
        for ty in &mut p.core.types {
            if let TypeKind::Taxonomy(members) = &mut ty.kind {
                members[1].parent = Some(1);
            }
        }
    });
    refused("folds out of order", |p| p.folds[0].entries = vec![('b', "x".to_owned()), ('a', "x".to_owned())]);
    refused("an example", |p| p.explain.examples[0].rule = FAR);
    refused("an article", |p| p.explain.articles[0].instrument = FAR);
    refused("an issuer", |p| p.explain.instruments[0].issuer = FAR);
}

#[test]
fn depth_is_bounded() {
    refused("a deep condition", |p| {
        p.core.exprs.push(Node::Const(Const::Bool(true)));
        for _ in 0..=MAX_DEPTH {
            let last = u32::try_from(p.core.exprs.len()).unwrap() - 1;
            p.core.exprs.push(Node::Not(last));
        }
    });
    refused("a deep pattern", |p| {
        for i in 0..=u32::try_from(MAX_DEPTH).unwrap() {
            let nodes = &mut p.core.patterns[0].nodes;
            if i == 0 {
                nodes.truncate(1);
            }
            nodes.push(PatNode::Opt(i));
        }
    });
}

fn own_symbol(p: &mut Pack, kind: SymbolKind, key: &str) -> u32 {
    let symbol = Symbol { pack: p.core.meta.id.clone(), kind, key: key.to_owned() };
    p.core.symbols.push(symbol);
    u32::try_from(p.core.symbols.len()).unwrap() - 1
}

#[test]
fn circles_and_long_chains_are_refused_at_linking() {
    refused_at_linking("a pattern that refers to itself", |p| {
        let key = p.core.patterns[0].key.clone();
        let symbol = own_symbol(p, SymbolKind::Pattern, &key);
        p.core.patterns[0].nodes = vec![PatNode::Pattern(symbol)];
    });
    refused_at_linking("a context that includes itself", |p| {
        let key = p.core.contexts[0].key.clone();
        let symbol = own_symbol(p, SymbolKind::Context, &key);
        p.core.contexts[0].lines.push(ContextLine::Include(symbol));
    });
    refused_at_linking("a definition that uses itself", |p| {
        let key = p.core.defines[0].key.clone();
        let symbol = own_symbol(p, SymbolKind::Define, &key);
        p.core.exprs.push(Node::Define(symbol));
        p.core.defines[0].body = u32::try_from(p.core.exprs.len()).unwrap() - 1;
    });
    refused_at_linking("a presumption that asks what it presumes", |p| {
        let key = p.core.defines[0].key.clone();
        let symbol = own_symbol(p, SymbolKind::Define, &key);
        p.core.exprs.push(Node::Define(symbol));
        p.core.presumptions[0].unless = Some(u32::try_from(p.core.exprs.len()).unwrap() - 1);
    });
    // In whatever order they stand.
    for reverse in [false, true] {
        refused_at_linking("a long chain of patterns", |p| {
            let first = p.core.patterns[0].clone();
            let mut chain: Vec<_> = (0..200)
                .map(|i| {
                    let mut next = first.clone();
                    next.key = format!("chain-{i}");
                    if i > 0 {
                        let below = own_symbol(p, SymbolKind::Pattern, &format!("chain-{}", i - 1));
                        next.nodes = vec![PatNode::Pattern(below)];
                    }
                    next
                })
                .collect();
            if reverse {
                chain.reverse();
            }
            p.core.patterns.extend(chain);
        });
    }
    refused_at_linking("definitions that nest deep together", |p| {
        let mut below = None;
        for i in 0..20 {
            p.core.exprs.push(below.map_or(Node::Const(Const::Bool(true)), Node::Define));
            for _ in 0..MAX_DEPTH - 1 {
                let last = u32::try_from(p.core.exprs.len()).unwrap() - 1;
                p.core.exprs.push(Node::Not(last));
            }
            let mut define = p.core.defines[0].clone();
            define.key = format!("deep-{i}");
            define.body = u32::try_from(p.core.exprs.len()).unwrap() - 1;
            p.core.defines.push(define);
            below = Some(own_symbol(p, SymbolKind::Define, &format!("deep-{i}")));
        }
    });
    refused_at_linking("a name that no pack declares", |p| {
        own_symbol(p, SymbolKind::Pattern, "nowhere");
    });
    refused_at_linking("two patterns of one name", |p| {
        let twice = p.core.patterns[0].clone();
        p.core.patterns.push(twice);
    });
    refused_at_linking("a pack that uses itself", |p| p.core.meta.uses.push(("cn.example".to_owned(), 1)));
    refused_at_linking("a newer pack than there is", |p| p.core.meta.uses.push(("cn.facts".to_owned(), 9)));
}

/// Valid indices, senseless content: evaluation has to live with it.
#[test]
fn senseless_packs_are_used_without_a_panic() {
    let odd = [
        Node::Const(Const::Number(Decimal { units: i64::MAX, scale: 0 })),
        Node::Const(Const::Number(Decimal { units: i64::MIN, scale: u8::MAX })),
        Node::Const(Const::Date(i32::MIN)),
        Node::Const(Const::Duration { months: i32::MIN, days: i32::MAX, seconds: i64::MIN }),
        Node::Const(Const::Text(String::new())),
        Node::Path(Path { root: Root::Var(MAX_VARS - 1), steps: vec![] }),
        Node::And(vec![]),
        Node::Or(vec![]),
        Node::Says { patterns: vec![], places: vec![], filter: None },
        Node::Near(0),
        Node::Capture(0),
    ];
    for node in odd {
        let mut changed = pack();
        let node = if let Node::Near(_) = node {
            let key = changed.core.contexts[0].key.clone();
            Node::Near(own_symbol(&mut changed, SymbolKind::Context, &key))
        } else {
            node
        };
        changed.core.exprs.push(node);
        let id = u32::try_from(changed.core.exprs.len()).unwrap() - 1;
        changed.core.rules[0].body = id;
        changed.core.rules[0].when = Some(id);
        changed.core.exprs.push(Node::Cmp(zhunze::syntax::tree::CmpOp::Lt, id, id));
        changed.core.exprs.push(Node::Arith(zhunze::syntax::tree::ArithOp::Mul, id, id));
        changed.core.exprs.push(Node::Arith(zhunze::syntax::tree::ArithOp::Add, id, id));
        changed.core.exprs.push(Node::Or(vec![id, id + 1, id + 2, id + 3]));
        changed.core.rules[0].exceptions[0].raised = id + 4;
        changed.core.rules[0].valid_from = i32::MIN;
        changed.core.rules[0].valid_to = Some(i32::MAX);
        let bytes = changed.encode().unwrap();
        if let Ok(decoded) = Pack::decode(&bytes, true) {
            use_it(decoded);
        }
    }
    let mut changed = pack();
    let all: Vec<i32> = vec![i32::MIN, i32::MAX];
    changed.core.instruments = changed
        .core
        .instruments
        .into_iter()
        .map(|i| Instrument { effective: i32::MAX, repealed: Some(i32::MIN), versions: all.clone(), ..i })
        .collect();
    if let Ok(decoded) = Pack::decode(&changed.encode().unwrap(), true) {
        use_it(decoded);
    }
}

proptest! {
    // `PROPTEST_CASES` asks for more.
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(64),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn random_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Pack::decode(&bytes, true).is_err());
        prop_assert!(Bundle::decode(&bytes, true).is_err());
        let mut headed = b"\x7fZZP".to_vec();
        headed.extend(layout::FORMAT.to_le_bytes());
        headed.extend(b"\x01\x00");
        headed.extend(&bytes);
        prop_assert!(Pack::decode(&headed, true).is_err());
        prop_assert!(Pack::decode(&resealed(headed), true).is_err());
        let _ = Host::load(&[&bytes]);
    }

    #[test]
    fn flipped_bits_are_refused(at in any::<proptest::sample::Index>(), bit in 0u8..8) {
        let mut changed = bytes().to_vec();
        let at = at.index(changed.len());
        changed[at] ^= 1 << bit;
        prop_assert!(Pack::decode(&changed, true).is_err());
        prop_assert!(Bundle::decode(&changed, true).is_err());
    }

    /// Bytes changed anywhere in a section, the digest made right: refused, or used without harm.
    #[test]
    fn altered_sections_do_no_harm(
        section in 0usize..4,
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>(), 0u8..4), 1..4),
    ) {
        let mut owned = sections();
        for (at, byte, how) in changes {
            let body = &mut owned[section].1;
            if body.is_empty() {
                break;
            }
            let at = at.index(body.len());
            match how {
                0 => body[at] = byte,
                1 => body[at] = body[at].wrapping_add(1),
                2 => {
                    body.remove(at);
                }
                _ => body.insert(at, byte),
            }
        }
        let written = layout::write(Kind::Pack, &owned).unwrap();
        if let Ok(decoded) = Pack::decode(&written, true) {
            use_it(decoded);
        }
    }
}
