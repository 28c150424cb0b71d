//! Rules about facts: every row of Kleene's tables, dates, money, durations, lists, presumptions, merging.
#![cfg(feature = "compiler")]

mod common;
use common::{check, engine, listing, options, rule, statuses};
use serde_json::{Value, json};

/// Checks a rule that forbids `condition` against facts, one subject a row.
fn forbids(condition: &str, rows: &[(Value, &str)]) {
    let engine = engine(&rule("r", &format!("applies listing\n  forbid {condition}")));
    for (facts, expected) in rows {
        let report = check(&engine, &listing(facts.clone()));
        assert_eq!(statuses(&report), [*expected], "{condition} with {facts}");
    }
}

const TRUE: &str = "r: violation";
const FALSE: &str = "satisfied 1";
const UNKNOWN: &str = "r: undetermined";

#[test]
fn kleene_tables() {
    let values = [(json!(true), 'T'), (json!(false), 'F'), (Value::Null, 'F')];
    let mut rows: Vec<(Value, char)> = values.into_iter().map(|(v, t)| (json!({ "v": v }), t)).collect();
    rows.push((json!({}), 'U'));
    let and = |a, b| {
        if a == 'F' || b == 'F' {
            FALSE
        } else if a == 'T' && b == 'T' {
            TRUE
        } else {
            UNKNOWN
        }
    };
    let or = |a, b| {
        if a == 'T' || b == 'T' {
            TRUE
        } else if a == 'F' && b == 'F' {
            FALSE
        } else {
            UNKNOWN
        }
    };
    let not = |a| match a {
        'T' => FALSE,
        'F' => TRUE,
        _ => UNKNOWN,
    };
    for (a, ta) in &rows {
        let mut facts = json!({});
        if let Some(v) = a.get("v") {
            facts["flag"] = v.clone();
        }
        forbids("not subject.flag", &[(facts.clone(), not(*ta))]);
        for (b, tb) in &rows {
            let mut facts = facts.clone();
            if let Some(v) = b.get("v") {
                facts["other"] = v.clone();
            }
            forbids("subject.flag and subject.other", &[(facts.clone(), and(*ta, *tb))]);
            forbids("subject.flag or subject.other", &[(facts, or(*ta, *tb))]);
        }
    }
}

#[test]
fn null_is_none_and_missing_is_unknown() {
    forbids(
        "has subject.brand",
        &[(json!({}), UNKNOWN), (json!({"brand": null}), FALSE), (json!({"brand": "甲"}), TRUE)],
    );
    for (op, with_null) in [("==", FALSE), ("!=", TRUE), ("<", FALSE), ("<=", FALSE), (">", FALSE), (">=", FALSE)] {
        forbids(&format!("subject.count {op} 5"), &[(json!({}), UNKNOWN), (json!({"count": null}), with_null)]);
    }
    forbids(
        "subject.seller.licence == \"1\"",
        &[
            (json!({}), UNKNOWN),
            (json!({"seller": {}}), UNKNOWN),
            (json!({"seller": null}), FALSE),
            (json!({"seller": {"licence": null}}), FALSE),
            (json!({"seller": {"licence": "1"}}), TRUE),
        ],
    );
}

#[test]
fn money_is_exact() {
    forbids(
        "subject.price == 199.90 yuan",
        &[
            (json!({"price": "199.90"}), TRUE),
            (json!({"price": "199.9"}), TRUE),
            (json!({"price": 199.9}), TRUE),
            (json!({"price_fen": 19990}), TRUE),
            (json!({"price": 199.91}), FALSE),
        ],
    );
    forbids(
        "subject.price * 3 > subject.was + 0.01 yuan",
        &[
            (json!({"price": "0.10", "was": "0.29"}), FALSE),
            (json!({"price": "0.10", "was": "0.28"}), TRUE),
            (json!({"price": "0.10"}), UNKNOWN),
            (json!({"price": null, "was": "1"}), FALSE),
        ],
    );
    forbids("subject.discount < 30 %", &[(json!({"discount": 29.9}), TRUE), (json!({"discount": "30%"}), FALSE)]);
}

#[test]
fn overflow_is_told_not_guessed() {
    let big = json!({"price": "90000000000000000"});
    forbids("subject.price * 1000000000000 > 1 yuan", &[(big.clone(), "r: error")]);
    // The outcome does not hang on it.
    forbids(
        "subject.flag and subject.price * 1000000000000 > 1 yuan",
        &[(
            {
                let mut f = big;
                f["flag"] = json!(false);
                f
            },
            FALSE,
        )],
    );
}

#[test]
fn dates_and_durations_know_the_calendar() {
    forbids(
        "subject.produced + 1 months < as-of",
        &[
            (json!({"produced": "2026-10-20"}), TRUE),
            (json!({"produced": "2026-10-21"}), FALSE),
            (json!({"produced": "2026-10-31"}), FALSE),
        ],
    );
    forbids(
        "subject.produced + subject.shelf < 2026-03-01",
        &[
            (json!({"produced": "2026-01-31", "shelf": "P1M"}), TRUE),
            (json!({"produced": "2026-01-31", "shelf": "29日"}), FALSE),
            (json!({"produced": "2026-01-31", "shelf": "PT24H"}), TRUE),
            (json!({"produced": "2026-01-31", "shelf": "PT25H"}), "r: error"),
            (json!({"produced": "2026-01-31"}), UNKNOWN),
        ],
    );
    forbids(
        "subject.shelf < 3 years",
        &[
            (json!({"shelf": "35 个月"}), TRUE),
            (json!({"shelf": "36 个月"}), FALSE),
            (json!({"shelf": "1000日"}), TRUE),
            (json!({"shelf": "1100日"}), FALSE),
            // Three years may have 1095 or 1096 days.
            (json!({"shelf": "1095日"}), "r: error"),
        ],
    );
    forbids("subject.listed < subject.listed + 24 hours", &[(json!({"listed": "2026-11-21T20:00:00+08:00"}), TRUE)]);
}

#[test]
fn categories_imply_their_parents() {
    forbids(
        "goods.category in food, cosmetics",
        &[
            (json!({"category": "health-food"}), TRUE),
            (json!({"category": "保健食品"}), TRUE),
            (json!({"category": "food"}), TRUE),
            (json!({"category": "drug"}), FALSE),
            (json!({"category": null}), FALSE),
            (json!({}), UNKNOWN),
        ],
    );
    forbids(
        "subject.category == food",
        &[(json!({"category": "health-food"}), FALSE), (json!({"category": "food"}), TRUE)],
    );
    forbids("subject.brand in {\"甲\", \"乙\"}", &[(json!({"brand": "乙"}), TRUE), (json!({"brand": "丙"}), FALSE)]);
}

#[test]
fn quantifiers_and_aggregates() {
    let sku = |price: Value| json!({"name": "红", "price": price});
    let missing = json!({"name": "红"});
    forbids(
        "every s of subject.skus (s.price > 5 yuan)",
        &[
            (json!({"skus": []}), TRUE),
            (json!({"skus": null}), TRUE),
            (json!({}), UNKNOWN),
            (json!({"skus": [sku(json!(6))]}), TRUE),
            (json!({"skus": [sku(json!(6)), missing]}), UNKNOWN),
            (json!({"skus": [sku(json!(5)), missing]}), FALSE),
        ],
    );
    forbids(
        "some s of subject.skus (s.price > 5 yuan)",
        &[
            (json!({"skus": []}), FALSE),
            (json!({"skus": null}), FALSE),
            (json!({}), UNKNOWN),
            (json!({"skus": [sku(json!(6)), missing]}), TRUE),
            (json!({"skus": [sku(json!(5)), missing]}), UNKNOWN),
        ],
    );
    forbids(
        "count(subject.skus) > 1",
        &[(json!({"skus": [sku(json!(1)), missing]}), TRUE), (json!({"skus": []}), FALSE), (json!({}), UNKNOWN)],
    );
    forbids(
        "max(subject.skus.price) > 5 yuan",
        &[
            (json!({"skus": [sku(json!(6)), sku(json!(1))]}), TRUE),
            (json!({"skus": [sku(json!(6)), missing]}), UNKNOWN),
            (json!({"skus": [sku(json!(6)), sku(json!(null))]}), TRUE),
            (json!({"skus": []}), FALSE),
        ],
    );
    forbids(
        "sum(subject.skus.price) == 0.30 yuan",
        &[(json!({"skus": [sku(json!(0.1)), sku(json!(0.2))]}), TRUE), (json!({"skus": []}), FALSE)],
    );
    forbids(
        "min(subject.skus.price) < subject.price",
        &[
            (json!({"skus": [sku(json!(3)), sku(json!(9))], "price": 4}), TRUE),
            (json!({"skus": [sku(json!(5))], "price": 4}), FALSE),
        ],
    );
}

#[test]
fn duties_are_breached_when_known_not_to_hold() {
    let engine = engine(&rule("r", "applies listing when subject.flag\n  require has subject.seller.licence"));
    for (facts, expected) in [
        (json!({"flag": false}), "n/a 1"),
        (json!({"flag": true}), "r: undetermined"),
        (json!({"seller": {"licence": "1"}}), "satisfied 1"),
        (json!({"flag": true, "seller": {"licence": null}}), "r: violation"),
        (json!({"seller": {"licence": null}}), "r: undetermined"),
    ] {
        assert_eq!(statuses(&check(&engine, &listing(facts.clone()))), [expected], "{facts}");
    }
    let report = check(&engine, &listing(json!({"flag": true})));
    assert_eq!(report.findings[0].missing, ["seller.licence"]);
    let report = check(&engine, &listing(json!({"seller": {"licence": null}})));
    assert_eq!(report.findings[0].missing, ["flag"]);
}

#[test]
fn undetermined_findings_merge_by_what_is_missing() {
    let rules = [
        rule("a", "applies listing\n  severity low\n  forbid subject.flag and subject.other"),
        rule("b", "applies listing\n  severity high\n  forbid subject.other and subject.flag"),
        rule("c", "applies listing\n  forbid subject.flag"),
    ];
    let engine = engine(&rules.concat());
    let report = check(&engine, &listing(json!({})));
    assert_eq!(statuses(&report), ["c: undetermined", "a+b: undetermined"]);
    let merged = &report.findings[1];
    assert_eq!(merged.missing, ["flag", "other"]);
    assert_eq!(merged.cites.len(), 1);
    assert_eq!(json!(merged.severity), "high");
    assert_eq!(json!(report.decision), "review");
}

#[test]
fn presumptions_fill_what_is_unknown_and_facts_override() {
    let source = |kind: &str, unless: &str| {
        format!(
            "define is-drug = goods.category in drug\npresume goods-not-drug {{ assume is-drug is false {unless} {kind} message \"按非药品\" \"not a drug\" }}\n{}",
            rule("r", "applies listing when not is-drug\n  forbid subject.flag")
        )
    };
    let keeps = engine(&source("keeps", ""));
    let softens = engine(&source("softens", ""));
    let unless = engine(&source("keeps", "unless subject.other"));
    for (engine, facts, expected, assumed) in [
        (&keeps, json!({"flag": true}), "r: violation", true),
        (&keeps, json!({"flag": true, "category": "drug"}), "n/a 1", false),
        (&keeps, json!({"flag": true, "category": "food"}), "r: violation", false),
        (&softens, json!({"flag": true}), "r: suspected", true),
        (&softens, json!({"flag": true, "category": "food"}), "r: violation", false),
        (&unless, json!({"flag": true, "other": true}), "r: undetermined", false),
        (&unless, json!({"flag": true, "other": false}), "r: violation", true),
        (&unless, json!({"flag": true}), "r: violation", true),
    ] {
        let report = check(engine, &listing(facts.clone()));
        assert_eq!(statuses(&report), [expected], "{facts}");
        assert_eq!(!report.assumptions.is_empty(), assumed, "{facts}");
    }
    assert_eq!(check(&keeps, &listing(json!({"flag": true}))).assumptions[0].id, "goods-not-drug");
}

#[test]
fn natures() {
    for (nature, expected) in
        [("suspected", "r: suspected"), ("judgement", "r: needs-judgement"), ("determinate", "r: violation")]
    {
        let engine = engine(&rule("r", &format!("applies listing\n  nature {nature}\n  forbid subject.flag")).replace(
            "example violates",
            if nature == "judgement" {
                "example needs-judgement"
            } else if nature == "suspected" {
                "example suspected"
            } else {
                "example violates"
            },
        ));
        assert_eq!(statuses(&check(&engine, &listing(json!({"flag": true})))), [expected]);
    }
}

/// Every combination of raised, proof and evidence.
#[test]
fn exceptions() {
    let source = |proof: &str| {
        engine(&rule(
            "r",
            &format!(
                "applies listing\n  forbid subject.flag\n  except x {{ cites test-law article 10 when subject.other evidence {proof} }}"
            ),
        ))
    };
    let on_request = source("on-request \"资料\" \"records\"");
    let required = source("required \"报告\" \"a report\" when holds \"report\"");
    let valid = json!([{"kind": "report", "valid_from": "2026-01-01", "valid_to": "2026-12-31"}]);
    let stale = json!([{"kind": "report", "valid_to": "2026-11-20"}]);
    let early = json!([{"kind": "report", "valid_from": "2026-11-22"}]);
    let other = json!([{"kind": "invoice"}]);
    for (engine, raised, evidence, expected) in [
        (&on_request, json!(true), None, "r: exempt x"),
        (&on_request, json!(false), None, "r: violation"),
        (&on_request, Value::Null, None, "r: violation"),
        (&required, json!(true), None, "r: needs-evidence"),
        (&required, json!(true), Some(json!(null)), "r: violation"),
        (&required, json!(true), Some(json!([])), "r: violation"),
        (&required, json!(true), Some(other), "r: violation"),
        (&required, json!(true), Some(stale), "r: violation"),
        (&required, json!(true), Some(early), "r: violation"),
        (&required, json!(true), Some(valid.clone()), "r: exempt x"),
        (&required, json!(false), Some(valid), "r: violation"),
    ] {
        let mut facts = json!({"flag": true});
        if !raised.is_null() {
            facts["other"] = raised;
        }
        if let Some(e) = evidence {
            facts["evidence"] = e;
        }
        let report = check(engine, &listing(facts.clone()));
        assert_eq!(statuses(&report), [expected], "{facts}");
    }
    let report = check(&required, &listing(json!({"flag": true, "other": true})));
    let f = &report.findings[0];
    assert_eq!((f.evidence.as_slice(), f.missing.as_slice()), (&["报告".to_owned()][..], &["evidence".to_owned()][..]));
    let report = check(&required, &listing(json!({"flag": true, "other": false})));
    assert_eq!(report.findings[0].possible_exceptions, ["x"]);
    let report = check(&on_request, &listing(json!({"flag": true, "other": true})));
    assert_eq!((report.exempt[0].keep.as_str(), json!(report.decision)), ("资料", json!("pass")));
}

#[test]
fn the_first_exception_that_exempts_wins() {
    let engine = engine(&rule(
        "r",
        "applies listing\n  forbid subject.flag
  except a { cites test-law article 10 when subject.other evidence required \"甲\" \"a\" when holds \"a\" }
  except b { cites test-law article 10 when subject.third evidence on-request \"乙\" \"b\" }",
    ));
    for (facts, expected) in [
        (json!({"other": true, "third": true}), "r: exempt b"),
        (json!({"other": true, "third": false}), "r: needs-evidence"),
        (json!({"other": true, "evidence": [{"kind": "a"}], "third": true}), "r: exempt a"),
        (json!({"other": true, "evidence": []}), "r: violation"),
    ] {
        let mut facts = facts;
        facts["flag"] = json!(true);
        assert_eq!(statuses(&check(&engine, &listing(facts.clone()))), [expected], "{facts}");
    }
}

#[test]
fn rules_bind_in_their_time() {
    let engine = engine(&rule("r", "valid from 2026-02-01 to 2026-12-31\n  applies listing\n  forbid subject.flag"));
    for (conduct, expected) in [
        (json!("2026-01-31"), "n/a 1"),
        (json!({"from": "2026-01-01", "to": "2026-02-01"}), "r: violation"),
        (json!({"from": "2026-01-01"}), "r: violation"),
        (json!({"from": "2027-01-01", "to": "2027-02-01"}), "n/a 1"),
        (json!({"from": "2026-12-31", "to": "2027-02-01"}), "r: violation"),
        (json!({"from": "2026-12-31", "to": null}), "r: violation"),
    ] {
        let report = check(&engine, &listing(json!({"flag": true, "conduct": conduct})));
        assert_eq!(statuses(&report), [expected], "{conduct}");
    }
}

#[test]
fn what_is_not_held_is_not_judged() {
    let engine = engine(&rule("r", "applies listing\n  forbid subject.flag"));
    for (conduct, expected) in [
        (json!("2016-01-01"), vec!["r: law-not-held"]),
        // The part for which a version is held is judged.
        (json!({"from": "2018-01-01", "to": "2019-01-01"}), vec!["r: violation", "r: law-not-held"]),
        (json!("2018-10-26"), vec!["r: violation"]),
        (json!("2015-01-01"), vec!["n/a 1"]),
    ] {
        let report = check(&engine, &listing(json!({"flag": true, "conduct": conduct})));
        assert_eq!(statuses(&report), expected, "{conduct}");
    }
    let report = check(&engine, &listing(json!({"flag": true, "conduct": "2019-05-01"})));
    assert_eq!(report.findings[0].cites[0].version.to_string(), "2018-10-26");
    let report = check(&engine, &listing(json!({"flag": true})));
    assert_eq!(report.findings[0].cites[0].version.to_string(), "2021-04-29");
}

#[test]
fn reports_are_the_same_bytes() {
    let rules = [
        rule("a", "applies listing\n  forbid subject.flag and has subject.brand"),
        rule("b", "applies listing\n  forbid subject.other"),
    ];
    let (one, two) = (engine(&rules.concat()), engine(&rules.concat()));
    let subject = listing(json!({"flag": true, "titel": 1, "brand": "甲"}));
    let json = |e: &zhunze::engine::Engine| zhunze::report::json::line(&check(e, &subject));
    assert_eq!(json(&one), json(&two));
    // The order of rules changes the order of findings only.
    let swapped = engine(&[rules[1].clone(), rules[0].clone()].concat());
    let sorted = |e: &zhunze::engine::Engine| {
        let mut all = statuses(&check(e, &subject));
        all.sort();
        all
    };
    assert_eq!(sorted(&one), sorted(&swapped));
}

#[test]
fn details() {
    use zhunze::engine::Detail;
    let engine = engine(
        &[rule("a", "applies listing\n  forbid subject.flag"), rule("b", "applies listing\n  forbid subject.other")]
            .concat(),
    );
    let subject = listing(json!({"flag": true, "other": false}));
    let with = |detail| engine.check(&subject, &zhunze::engine::Options { detail, ..options() }).unwrap();
    let decision = with(Detail::Decision);
    assert!(decision.findings.is_empty());
    assert_eq!((json!(decision.decision), decision.counts.unwrap().violation), (json!("block"), 1));
    let findings = with(Detail::Findings);
    assert!(findings.counts.is_none() && findings.satisfied.is_none());
    let why = json!(findings.findings[0].why);
    assert_eq!(why["clause"], "forbid subject.flag");
    assert_eq!(why["of"][0]["given"], json!([{"fact": "subject.flag", "value": "true"}]));
    let all = with(Detail::All);
    assert_eq!(all.satisfied.unwrap()[0].rule, "cn.test/b");
    assert_eq!(decision.summary, findings.summary);
}
