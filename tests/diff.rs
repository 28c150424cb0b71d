//! What two versions of packs differ in, and what that does to subjects.
#![cfg(not(target_arch = "wasm32"))]
#![cfg(feature = "compiler")]
#![allow(missing_docs)]

mod common;
#[allow(dead_code)]
mod generate;

use common::{PREAMBLE, options, rule};
use generate::choices::Choices;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use zhunze::compile::{PackSource, compile};
use zhunze::diff::{Comparison, Diff, Impact, Judged, Over, Part, Side};
use zhunze::engine::{Decision, Options};
use zhunze::pack::Pack;
use zhunze::syntax::tree::Scope;

fn side(source: &str) -> Side {
    let pack =
        PackSource { files: vec![("t.zz".to_owned(), format!("{PREAMBLE}\n{source}"))], tables: BTreeMap::new() };
    let outcome = compile(&[pack], &[]);
    assert!(!outcome.failed(), "{:#?}", outcome.diagnostics);
    Side::new(outcome.packs.into_iter().map(|c| c.pack).collect()).unwrap()
}

fn diff(old: &str, new: &str) -> Diff {
    let (old, new) = (side(old), side(new));
    Comparison::new(&old, &new).with(None)
}

/// The parts in which the one rule of two packs differs.
fn parts(old: &str, new: &str) -> Vec<Part> {
    let diff = diff(old, new);
    match diff.rules.changed.as_slice() {
        [] => diff.rules.reworded.iter().map(|_| Part::Told).collect(),
        [one] => one.parts.clone(),
        many => panic!("{many:#?}"),
    }
}

const BASE: &str =
    "lexicon best { 最好 第一 }\npattern claim = (<best>|顶级)\ncontext denied { preceded-by 不是 within 4 }\n";

fn of(body: &str) -> String {
    format!("{BASE}{}", rule("r", body))
}

#[test]
fn what_means_the_same_is_the_same() {
    let flag = "applies listing when subject.flag and not subject.other forbid subject.count > 3 or subject.third";
    for same in [
        "applies listing when not subject.other and subject.flag forbid subject.third or 3 < subject.count",
        "applies listing when subject.flag and (not subject.other and subject.flag) forbid subject.count > 3 or subject.third",
        "applies listing when not not subject.flag and not subject.other forbid subject.third or subject.count > 3",
    ] {
        assert_eq!(parts(&of(flag), &of(same)), [], "{same}");
    }
    // A definition is what it stands for.
    let defined = format!(
        "define marked = subject.flag and not subject.other\n{}",
        of(&flag.replace("when subject.flag and not subject.other", "when marked"))
    );
    assert_eq!(parts(&of(flag), &defined), []);
    // Words in another order, in a lexicon of their own, or written out.
    let said = of("applies listing forbid says <claim>");
    for same in [
        "lexicon best { 第一 最好 }\npattern claim = (顶级|<best>)\n",
        "pattern claim = (最好|顶级|第一)\n",
        "lexicon one { 第一 }\nlexicon best includes one { 最好 }\npattern claim = (<best>|顶级)\n",
    ] {
        let same = format!("{same}{}", rule("r", "applies listing forbid says <claim>"));
        assert_eq!(parts(&said, &same), [], "{same}");
    }
}

#[test]
fn every_part_that_changes_is_told() {
    let base = "applies listing when subject.flag forbid says <claim> outside denied severity high binds seller \
                except proven { cites test-law article 10 when subject.third evidence required \"报告\" \"a report\" when holds \"report\" } message \"不得\" \"no\"";
    for (from, to, part) in [
        ("when subject.flag", "when subject.other", Part::Applies),
        ("<claim>", "<claim>, <best>", Part::Condition),
        ("outside denied ", "", Part::Outside),
        ("when subject.third evidence", "when subject.other evidence", Part::Exceptions),
        ("holds \"report\"", "holds \"sheet\"", Part::Exceptions),
        ("severity high", "severity low", Part::Severity),
        ("binds seller", "binds host", Part::Bound),
        ("message \"不得\"", "message \"不要\"", Part::Told),
        ("severity high", "severity high nature suspected", Part::Nature),
        ("severity high", "severity high valid from 2020-01-01", Part::Dates),
    ] {
        let new = base.replace(from, to);
        assert_ne!(new, base);
        let found = parts(&of(base), &of(&new));
        assert_eq!(found, [part], "{from} → {to}");
    }
    // Through a lexicon, a context and a definition.
    for (from, to, part) in [("第一 }", "第一 顶尖 }", Part::Condition), ("within 4", "within 5", Part::Outside)]
    {
        let new = of(base).replace(from, to);
        assert_eq!(parts(&of(base), &new), [part], "{from} → {to}");
    }
    let changed = diff(&of(base), &of(base).replace("第一 }", "顶尖 }"));
    let [shared] = changed.shared.as_slice() else { panic!("{:#?}", changed.shared) };
    assert_eq!((&shared.item.id[..], shared.rules), ("cn.test/best", 1));
    assert_eq!(
        (&shared.words_added[..], &shared.words_removed[..]),
        (&["顶尖".to_owned()][..], &["第一".to_owned()][..])
    );
    assert_eq!(changed.rules.changed[0].through[0].id, "cn.test/best");
}

#[test]
fn rules_and_articles_come_and_go() {
    let one = rule("r", "applies listing forbid subject.flag");
    let two = format!("{one}{}", rule("s", "applies listing forbid subject.other").replace("article 9", "article 10"));
    let grown = diff(&one, &two);
    assert_eq!(grown.rules.added.iter().map(|r| &r.id[..]).collect::<Vec<_>>(), ["cn.test/s"]);
    assert_eq!(grown.articles.len(), 1);
    assert_eq!(grown.articles[0].part.zh, "第十条");
    assert_eq!(json!(grown.articles[0].new), "encoded");
    let shrunk = diff(&two, &one);
    assert_eq!(shrunk.rules.removed.len(), 1);
    assert_eq!(json!(shrunk.articles[0].new), "open");
    for render in [zhunze::diff::text::render, zhunze::diff::html::render] {
        assert!(render(&grown).contains("第十条") && render(&grown).contains("cn.test/s"));
    }
}

#[test]
fn a_corpus_shows_who_changes_decision_and_why() {
    let low =
        rule("a", "applies listing forbid says <w> severity low") + &rule("b", "applies listing forbid subject.flag");
    let old = side(&format!("lexicon w {{ 甲 }}\n{low}"));
    let new = side(&format!("lexicon w {{ 甲 乙 }}\n{}", low.replace("severity low", "severity high")));
    let comparison = Comparison::new(&old, &new);
    let impact = Impact::new(&comparison, options());
    let mut over = Over::new(2);
    let listing = |title: &str, flag: bool| {
        json!({"kind": "listing", "title": title, "description": null, "texts": [], "flag": flag}).to_string()
    };
    let lines = [
        listing("丙", false), // nothing
        listing("甲", false), // review → block
        listing("乙", false), // pass → block
        listing("乙", true),  // blocked by the other rule before and after
        "{".to_owned(),
    ];
    for (at, line) in lines.iter().enumerate() {
        over.add(at + 1, line.as_bytes(), impact.subject(line.as_bytes()));
    }
    let over = over.finish();
    assert_eq!((over.subjects, over.touched, over.decisions, over.refused), (5, 3, 2, 1));
    let turns: Vec<_> = over.turns.iter().map(|t| (t.from, t.to, t.subjects)).collect();
    assert_eq!(turns, [(Decision::Pass, Decision::Block, 1), (Decision::Review, Decision::Block, 1)]);
    let [rule] = over.rules.as_slice() else { panic!("{:?}", over.rules) };
    assert_eq!((&rule.rule[..], rule.gained, rule.lost, rule.decides), ("cn.test/a", 3, 1, 2));
    let shown: Vec<usize> = over.examples.iter().map(|e| e.line).collect();
    assert_eq!(shown, [2, 3], "those whose decision changes come first");
    assert_eq!(over.refusals[0].line, 5);
}

/// Cases a property: `ZHUNZE_CASES` for more.
fn config() -> Config {
    let cases = std::env::var("ZHUNZE_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(256);
    Config { cases, failure_persistence: None, ..Config::default() }
}

fn generated(bytes: &[u8]) -> Side {
    let packs = generate::packs(&mut Choices::new(bytes));
    Side::new(packs.iter().map(|p| Pack::decode(&p.encode().unwrap(), true).unwrap()).collect()).unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn packs_do_not_differ_from_themselves(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let (old, new) = (generated(&bytes), generated(&bytes));
        let comparison = Comparison::new(&old, &new);
        prop_assert!(comparison.diff().is_empty(), "{:#?}", comparison.diff());
        prop_assert!(comparison.diff().packs.is_empty());
    }

    /// Judging what changed tells what judging everything twice tells.
    #[test]
    fn the_impact_is_what_checking_everything_shows(
        bytes in proptest::collection::vec(any::<u8>(), 50..400),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..3),
        subjects in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..120), 1..6),
        text in any::<bool>(),
    ) {
        let mut other = bytes.clone();
        for (at, byte) in edits {
            let at = at.index(other.len());
            other[at] = byte;
        }
        let (old, new) = (generated(&bytes), generated(&other));
        let comparison = Comparison::new(&old, &new);
        let mut options = Options::new(generate::day("2026-12-31"));
        if text {
            options.scope = Scope::Text;
        }
        let impact = Impact::new(&comparison, options.clone());
        for bytes in subjects {
            let subject: Value = generate::subjects::subject(&mut Choices::new(&bytes));
            let (before, after) = (old.engine().check(&subject, &options), new.engine().check(&subject, &options));
            match (impact.subject(subject.to_string().as_bytes()), before, after) {
                (Judged::Same, Ok(before), Ok(after)) => {
                    prop_assert_eq!(before.decision, after.decision, "{}", subject);
                }
                (Judged::Changed(change), Ok(before), Ok(after)) => {
                    let expected = (before.decision != after.decision).then_some([before.decision, after.decision]);
                    prop_assert_eq!(change.decision, expected, "{}", subject);
                    if change.decision.is_some() {
                        prop_assert!(change.findings.iter().any(|f| f.decides), "{:?}", change);
                    }
                }
                (Judged::Refused(refused), before, after) => {
                    prop_assert_eq!(refused.by, [before.is_err(), after.is_err()]);
                }
                (judged, before, after) => prop_assert!(false, "{judged:?} {before:?} {after:?}"),
            }
        }
    }
}
