//! Engine and reference agree.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, dead_code)]

mod generate;
mod reference;

use generate::builder::Builder;
use generate::choices::Choices;
use proptest::prelude::*;
use proptest::test_runner::Config;
use reference::judge::{Judge, Verdict};
use serde_json::json;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use zhunze::engine::{Engine, Options, Status};
use zhunze::pack::linked::Linked;
use zhunze::pack::model::*;
use zhunze::pack::{Pack, link::link};
use zhunze::report::{Report, Span};
use zhunze::syntax::tree::{FoldKind, NormKind, Scope};
use zhunze::text::{PatternSet, ScanLimits, Scratch, TextEngine, TextSource};

/// Cases a property: `ZHUNZE_CASES` for more.
fn config() -> Config {
    let cases = std::env::var("ZHUNZE_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(256);
    Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() }
}

/// Decisions for a generator; what matters of them is what they lead to, so they print short.
#[derive(Clone)]
struct Bytes(Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.iter().map(|b| format!("{b:02x}")).collect::<String>())
    }
}

fn bytes(max: usize) -> impl Strategy<Value = Bytes> {
    proptest::collection::vec(any::<u8>(), 0..max).prop_map(Bytes)
}

fn bundle(bytes: &[u8]) -> (Vec<Pack>, Linked) {
    let packs: Vec<Pack> = generate::packs(&mut Choices::new(bytes))
        .iter()
        .map(|p| Pack::decode(&p.encode().unwrap(), false).unwrap())
        .collect();
    let linked = link(packs.clone()).unwrap();
    (packs, linked)
}

fn nodes(linked: &Linked) -> Vec<(&str, &[PatNode])> {
    linked.patterns.iter().map(|p| (p.key.as_str(), p.nodes.as_slice())).collect()
}

fn text_engine(linked: &Linked) -> TextEngine {
    let source = TextSource {
        words: &linked.words,
        patterns: &linked.patterns,
        contexts: &linked.contexts,
        folds: &linked.folds,
    };
    TextEngine::build(&source).unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn words_patterns_and_contexts(pack in bytes(300), text in bytes(40)) {
        let words = generate::words::words(&mut Choices::new(&pack.0));
        let linked = link(vec![words.pack]).unwrap();
        let engine = text_engine(&linked);
        let reference = reference::text::Text::new(&linked);
        let text = generate::words::text(&mut Choices::new(&text.0), 14);
        let patterns: Vec<Ref> = (0..linked.patterns.len() as Ref).collect();
        let wanted: PatternSet = patterns.iter().copied().collect();
        let mut scratch = Scratch::default();
        let scan = engine.scan(&text, &wanted, &ScanLimits::default(), &mut scratch);
        let mut theirs: BTreeMap<Ref, Vec<_>> = BTreeMap::new();
        for m in &scan.matches {
            let captures: Vec<_> = m.captures.iter().map(|c| (c.name, c.value)).collect();
            theirs.entry(m.pattern).or_default().push((m.start, m.end, m.uncertain, captures));
        }
        for pattern in patterns {
            let ours = reference.matches(&text, pattern);
            let ours_plain: Vec<_> = ours.iter().map(|m| (m.start, m.end, m.uncertain, m.captures.clone())).collect();
            let theirs = theirs.remove(&pattern).unwrap_or_default();
            prop_assert_eq!(&theirs, &ours_plain, "engine, reference\npattern {:?}\ntext {:?}\nwords {:?}\npatterns {:?}\nfolds {:?}",
                linked.patterns[pattern as usize].key, text, linked.words, nodes(&linked), linked.folds);
        }
        for m in &scan.matches {
            let of = reference::text::Match { start: m.start, end: m.end, uncertain: m.uncertain, captures: Vec::new() };
            for context in 0..linked.contexts.len() as Ref {
                let theirs = scan.context(context, m);
                let ours = reference.context(&text, context, &of);
                prop_assert_eq!(theirs, Some(ours), "engine, reference\ncontext {:?} of {}..{}\ntext {:?}\nwords {:?}\npatterns {:?}\nfolds {:?}",
                    linked.contexts[context as usize], m.start, m.end, text, linked.words, nodes(&linked), linked.folds);
            }
        }
    }
}

fn options(c: &mut Choices) -> Options {
    let mut options = Options::new(generate::day(c.pick(&["2026-03-01", "2026-02-01", "2026-12-31"])));
    if c.chance(30) {
        options.scope = Scope::Text;
    }
    options
}

fn spans(all: &[Span]) -> impl Iterator<Item = (String, usize, usize)> {
    all.iter().map(|s| (s.path.clone(), s.utf8[0], s.utf8[1]))
}

/// A place in words: path, first byte, one past the last.
type Place = Option<(String, usize, usize)>;
/// Findings, exemptions, missing facts, and whether the rule was not evaluated.
type Said = (BTreeSet<(Status, Place)>, BTreeSet<(String, Place)>, BTreeSet<String>, bool);

/// What the report says of a rule, in the reference's words.
fn verdict(report: &Report, id: &str, whole: bool) -> Said {
    let mut findings = BTreeSet::new();
    let mut exempt = BTreeSet::new();
    let mut missing = BTreeSet::new();
    for f in report.findings.iter().filter(|f| f.rule == id || f.rules.iter().any(|r| r == id)) {
        if whole || f.spans.is_empty() || f.status == Status::Undetermined {
            findings.insert((f.status, None));
        } else {
            findings.extend(spans(&f.spans).map(|s| (f.status, Some(s))));
        }
        missing.extend(f.missing.iter().cloned());
    }
    for e in report.exempt.iter().filter(|e| e.rule == id) {
        if whole || e.spans.is_empty() {
            exempt.insert((e.exception.clone(), None));
            continue;
        }
        exempt.extend(spans(&e.spans).map(|s| (e.exception.clone(), Some(s))));
    }
    (findings, exempt, missing, report.not_evaluated.iter().any(|n| n.rule == id))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rules(pack in bytes(700), subject in bytes(250)) {
        let (_, linked) = bundle(&pack.0);
        let mut c = Choices::new(&subject.0);
        let options = options(&mut c);
        let subject = generate::subjects::subject(&mut c);
        let engine = Engine::new(linked.clone(), text_engine(&linked));
        let report = engine.check(&subject, &options).unwrap();
        let read = reference::facts::read(&linked, &subject);
        let opinion = Judge::new(&linked, &read, &options).opinion();
        let mut same = true;
        for (id, ours) in &opinion.rules {
            let whole = !by_match(&linked, id);
            let (mut findings, exempt, _, not_evaluated) = verdict(&report, id, whole);
            let (ours, split) = expected(ours);
            if whole && ours.0 == [(Status::Undetermined, None)].into() && findings.is_empty() && options.scope == Scope::Text {
                // Which words ask for a statement in pasted text is the engine's to say.
                same = false;
                continue;
            }
            if whole && split && findings == [(Status::Suspected, None)].into() && !ours.0.is_empty() {
                same = false;
                findings.clone_from(&ours.0);
            }
            prop_assert_eq!((findings, exempt, not_evaluated), ours, "engine, reference\n{}", case(&linked, id, &subject, &options));
        }
        if same {
            prop_assert_eq!(report.decision, opinion.decision);
        }
    }
}

fn checked(linked: &Linked, subject: &serde_json::Value, options: &Options) -> Report {
    Engine::new(linked.clone(), text_engine(linked)).check(subject, options).unwrap()
}

/// The text at a JSON pointer.
fn text_at<'s>(subject: &'s serde_json::Value, path: &str) -> &'s str {
    subject.pointer(path).and_then(serde_json::Value::as_str).unwrap()
}

proptest! {
    #![proptest_config(config())]

    /// A fact that is filled in never flips what was known without presumptions. (Evidence may: exceptions are left out.)
    #[test]
    fn facts_never_flip_what_is_known(pack in bytes(500), subject in bytes(250), more in bytes(6)) {
        let (_, linked) = bundle(&pack.0);
        let mut c = Choices::new(&subject.0);
        let options = Options { scope: Scope::All, ..options(&mut c) };
        let subject = generate::subjects::subject(&mut c);
        let Some(more) = generate::subjects::with_a_fact(&mut Choices::new(&more.0), &subject) else { return Ok(()) };
        let (before, after) = (checked(&linked, &subject, &options), checked(&linked, &more, &options));
        if !before.assumptions.is_empty() {
            return Ok(());
        }
        for rule in &linked.rules {
            let known = |s: &Status| matches!(s, Status::Violation | Status::NeedsJudgement);
            let (old, _, _, open) = verdict(&before, &rule.id, !by_match(&linked, &rule.id));
            let (new, _, _, _) = verdict(&after, &rule.id, !by_match(&linked, &rule.id));
            if rule.rule.exceptions.is_empty() && !open && old.iter().all(|(s, _)| known(s)) {
                prop_assert_eq!(old, new, "without, with the fact\n{}\n{}", more, case(&linked, &rule.id, &subject, &options));
            }
        }
    }

    /// The order of rules and packs does not matter.
    #[test]
    fn order_does_not_matter(pack in bytes(500), subject in bytes(250)) {
        let (mut packs, linked) = bundle(&pack.0);
        packs.reverse();
        packs[0].core.rules.reverse();
        let turned = link(packs.clone()).unwrap();
        let mut c = Choices::new(&subject.0);
        let options = options(&mut c);
        let subject = generate::subjects::subject(&mut c);
        let (a, b) = (checked(&linked, &subject, &options), checked(&turned, &subject, &options));
        prop_assert_eq!(a.decision, b.decision);
        for rule in &linked.rules {
            let whole = !by_match(&linked, &rule.id);
            prop_assert_eq!(verdict(&a, &rule.id, whole), verdict(&b, &rule.id, whole), "{}", case(&linked, &rule.id, &subject, &options));
        }
    }

    /// Spans slice the words as they were given, in every unit.
    #[test]
    fn spans_slice_the_original(pack in bytes(500), subject in bytes(250)) {
        let (_, linked) = bundle(&pack.0);
        let mut c = Choices::new(&subject.0);
        let options = options(&mut c);
        let subject = generate::subjects::subject(&mut c);
        let report = checked(&linked, &subject, &options);
        for span in report.findings.iter().flat_map(|f| &f.spans).chain(report.exempt.iter().flat_map(|e| &e.spans)) {
            let text = text_at(&subject, &span.path);
            let units: Vec<u16> = text.encode_utf16().collect();
            let chars: String = text.chars().skip(span.chars[0]).take(span.chars[1] - span.chars[0]).collect();
            prop_assert_eq!(&text[span.utf8[0]..span.utf8[1]], &span.text);
            prop_assert_eq!(String::from_utf16(&units[span.utf16[0]..span.utf16[1]]).unwrap(), span.text.clone());
            prop_assert_eq!(&chars, &span.text);
        }
    }

    /// Applying all safe fixes removes their findings and adds none. (What is merely open is not counted: words that are absent are
    /// told of a rule that found nothing, and so of one whose findings are gone.)
    #[test]
    fn safe_fixes_are_safe(pack in bytes(500), subject in bytes(250)) {
        let (_, linked) = bundle(&pack.0);
        let mut c = Choices::new(&subject.0);
        let options = options(&mut c);
        let subject = generate::subjects::subject(&mut c);
        let before = checked(&linked, &subject, &options);
        let mut edits: Vec<_> = Vec::new();
        let mut removed: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in before.findings.iter().filter(|f| f.status != Status::Undetermined) {
            if let Some(fix) = finding.fixes.iter().find(|f| f.safe) {
                edits.extend(fix.edits.iter().map(|e| (e.path.clone(), e.utf16, e.insert.clone())));
                *removed.entry(&finding.rule).or_default() += 1;
            }
        }
        if edits.is_empty() {
            return Ok(());
        }
        edits.sort();
        edits.dedup();
        let mut fixed = subject.clone();
        for (path, range, insert) in edits.iter().rev() {
            let mut units: Vec<u16> = text_at(&fixed, path).encode_utf16().collect();
            units.splice(range[0]..range[1], insert.encode_utf16());
            *fixed.pointer_mut(path).unwrap() = String::from_utf16(&units).unwrap().into();
        }
        let after = checked(&linked, &fixed, &options);
        let count = |report: &Report, id: &str|
            report.findings.iter().filter(|f| f.status != Status::Undetermined && f.rule == id).count();
        for rule in &linked.rules {
            let left = count(&before, &rule.id) - removed.get(rule.id.as_str()).copied().unwrap_or(0);
            prop_assert!(count(&after, &rule.id) <= left, "{:?}\n{}\n{}", edits, fixed, case(&linked, &rule.id, &subject, &options));
        }
    }
}

type Told = (BTreeSet<(Status, Option<SpanKey>)>, BTreeSet<(String, Option<SpanKey>)>, bool);
type SpanKey = (String, usize, usize);

/// The reference's verdict in comparable form, and whether products differ.
fn expected(verdict: &Verdict) -> (Told, bool) {
    let each = |spans: &[SpanKey]| -> Vec<Option<SpanKey>> {
        if spans.is_empty() { vec![None] } else { spans.iter().cloned().map(Some).collect() }
    };
    match verdict {
        Verdict::Found { findings, exempt, split } => {
            let findings = findings.iter().flat_map(|(status, spans)| {
                let spans = if *status == Status::Undetermined { vec![None] } else { each(spans) };
                spans.into_iter().map(|s| (*status, s))
            });
            let exempt = exempt.iter().flat_map(|(key, spans)| each(spans).into_iter().map(|s| (key.clone(), s)));
            ((findings.collect(), exempt.collect(), false), *split)
        }
        Verdict::LawNotHeld => ((BTreeSet::new(), BTreeSet::new(), true), false),
        _ => (Told::default(), false),
    }
}

fn by_match(linked: &Linked, id: &str) -> bool {
    let rule = &linked.rules.iter().find(|r| r.id == id).unwrap().rule;
    rule.norm == NormKind::Forbid && matches!(linked.exprs[rule.body as usize], Node::Says { .. })
}

fn case(linked: &Linked, id: &str, subject: &serde_json::Value, options: &Options) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    let rule = &linked.rules.iter().find(|r| r.id == id).unwrap().rule;
    writeln!(out, "{subject}\n{:?} {}", options.scope, options.as_of).unwrap();
    writeln!(out, "{rule:?}").unwrap();
    for (i, e) in linked.exprs.iter().enumerate() {
        writeln!(out, "  {i}: {e:?}").unwrap();
    }
    writeln!(out, "names {:?}", linked.names.iter().enumerate().collect::<Vec<_>>()).unwrap();
    writeln!(out, "defines {:?}\npresumptions {:?}", linked.defines, linked.presumptions).unwrap();
    writeln!(out, "words {:?}\npatterns {:?}", linked.words, nodes(linked)).unwrap();
    writeln!(out, "contexts {:?}", linked.contexts.iter().map(|c| &c.lines).collect::<Vec<_>>()).unwrap();
    out
}

// What the second opinion found, as plain cases.

/// Facts, a word 最 and a pattern of it, and one rule about livestreams that `make` writes.
fn one_rule(make: impl FnOnce(&mut Builder) -> Rule) -> Linked {
    let mut words = Builder::new("t.text", &[]);
    let word = words.word("最", false);
    words.pattern("p", vec![PatNode::Word(word)]);
    let mut law = Builder::new("t.law", &["t.facts", "t.text"]);
    let day = generate::day("2020-01-01");
    let (slug, title, title_en) = ("law".to_owned(), "法".to_owned(), "Law".to_owned());
    let instrument =
        Instrument { slug, title, title_en, effective: day, repealed: None, versions: vec![day], full_text: true };
    law.pack.core.instruments.push(instrument);
    let rule = make(&mut law);
    law.pack.core.rules = vec![rule];
    link(vec![generate::vocabulary::facts(), words.pack, law.pack]).unwrap()
}

fn about_livestreams(b: &mut Builder, body: Node) -> Rule {
    let law = b.symbol("t.law", SymbolKind::Instrument, "law");
    let livestream = b.symbol("t.facts", SymbolKind::Type, "livestream");
    let body = b.expr(body);
    b.rule("r", law, &[livestream], body).clone()
}

fn goods(b: &mut Builder, key: &str) -> Node {
    Node::Path(b.path(Root::Goods, &[key]))
}

fn excepted(b: &mut Builder, rule: Rule, raised: Node) -> Rule {
    let (raised, cites) = (b.expr(raised), rule.cites.clone());
    let (key, name) = ("x".to_owned(), "例外".to_owned());
    Rule { exceptions: vec![Exception { key, name, cites, raised, on_request: true, proof: 0, proved: None }], ..rule }
}

fn told(linked: &Linked, subject: serde_json::Value) -> (Vec<Status>, usize) {
    let report = checked(linked, &subject, &Options::new(generate::day("2026-01-01")));
    (report.findings.iter().map(|f| f.status).collect(), report.exempt.len())
}

#[test]
fn what_excepts_one_product_does_not_except_another() {
    let linked = one_rule(|b| {
        let body = goods(b, "open");
        let rule = about_livestreams(b, body);
        let raised = goods(b, "fresh");
        excepted(b, rule, raised)
    });
    let stream = |products: [bool; 2]| {
        let products = products.map(|fresh| json!({"open": true, "fresh": fresh}));
        json!({"kind": "livestream", "complete": true, "products": products})
    };
    assert_eq!(told(&linked, stream([true, true])), (vec![], 1));
    assert_eq!(told(&linked, stream([true, false])), (vec![Status::Violation], 1));
    assert_eq!(told(&linked, stream([false, true])), (vec![Status::Violation], 1));
}

#[test]
fn words_about_any_product_are_suspected_where_an_exception_covers_only_some() {
    let linked = one_rule(|b| {
        let p = b.symbol("t.text", SymbolKind::Pattern, "p");
        let rule = about_livestreams(b, Node::Says { patterns: vec![p], places: Vec::new(), filter: None });
        let raised = goods(b, "fresh");
        excepted(b, rule, raised)
    });
    for order in [[true, false], [false, true]] {
        let products = order.map(|fresh| json!({"fresh": fresh}));
        let subject = json!({"kind": "livestream", "complete": true, "script": [{"text": "最"}], "products": products});
        assert_eq!(told(&linked, subject), (vec![Status::Suspected], 0));
    }
}

#[test]
fn absent_words_of_any_product_are_told() {
    let linked = one_rule(|b| {
        let p = b.symbol("t.text", SymbolKind::Pattern, "p");
        let places = vec![b.path(Root::Goods, &["description"])];
        about_livestreams(b, Node::Says { patterns: vec![p], places, filter: None })
    });
    for products in [json!([{"description": ""}, {}]), json!([{}, {"description": ""}])] {
        let subject = json!({"kind": "livestream", "title": "", "script": [], "products": products});
        assert_eq!(told(&linked, subject), (vec![Status::Undetermined], 0));
    }
}

#[test]
fn a_firm_breach_by_one_product_stays_a_violation_beside_a_presumed_one() {
    let linked = one_rule(|b| {
        let body = goods(b, "open");
        let body = b.expr(body);
        let name = "d".to_owned();
        b.pack.core.defines.push(Define { key: name.clone(), name: name.clone(), body });
        let define = b.symbol("t.law", SymbolKind::Define, "d");
        let presumption = Presumption { key: name, define, value: true, unless: None, softens: true, message: 0 };
        b.pack.core.presumptions.push(presumption);
        about_livestreams(b, Node::Define(define))
    });
    for products in [json!([{}, {"open": true}]), json!([{"open": true}, {}])] {
        let subject = json!({"kind": "livestream", "products": products});
        assert_eq!(told(&linked, subject), (vec![Status::Violation], 0));
    }
}

#[test]
fn an_uncertain_separator_is_no_clause_edge() {
    let mut b = Builder::new("t.text", &[]);
    let word = b.word("最", false);
    b.pattern("p", vec![PatNode::ClauseStart, PatNode::Word(word), PatNode::Seq(vec![0, 1])]);
    b.pack.folds.push(FoldTable {
        kind: FoldKind::Separator,
        uncertain: true,
        entries: vec![('/', String::new())],
        spellings: Vec::new(),
    });
    let linked = link(vec![b.pack]).unwrap();
    let engine = text_engine(&linked);
    let mut scratch = Scratch::default();
    let scan = engine.scan("/最，最", &[0].into_iter().collect(), &ScanLimits::default(), &mut scratch);
    assert_eq!(scan.matches.iter().map(|m| m.start).collect::<Vec<_>>(), [7]);
}

#[test]
fn a_class_that_takes_nothing_drops_no_separators() {
    let mut b = Builder::new("t.text", &[]);
    let word = b.word("最", false);
    let class = PatNode::Class { class: Class::Latin, min: 0, max: 1 };
    b.pattern("p", vec![PatNode::Word(word), class, PatNode::Seq(vec![0, 1])]);
    b.pack.folds.push(FoldTable {
        kind: FoldKind::Separator,
        uncertain: false,
        entries: vec![(' ', String::new())],
        spellings: Vec::new(),
    });
    let linked = link(vec![b.pack]).unwrap();
    let engine = text_engine(&linked);
    let mut scratch = Scratch::default();
    let scan = engine.scan("最 好最 a", &[0].into_iter().collect(), &ScanLimits::default(), &mut scratch);
    let found: Vec<_> = scan.matches.iter().map(|m| &scan.text()[m.start..m.end]).collect();
    assert_eq!(found, ["最", "最 a"]);
}
