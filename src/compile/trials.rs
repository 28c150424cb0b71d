//! Runs what packs say about themselves: the examples beside each rule, the scenarios, and every wording that law prescribes
//! against every prohibition.

use super::{Compiled, Outcome};
use crate::check::{CheckedScenario, Expectation};
use crate::diagnostic::{Diagnostic, Message};
use crate::engine::{Conduct, Engine, Options, Status};
use crate::pack::linked::Linked;
use crate::pack::model::{Day, Example, PatNode, TypeKind};
use crate::report::Report;
use crate::syntax::tree::{Expected, Nature, Scope, Span};
use serde_json::{Value, json};

/// What running one example or scenario gave.
#[derive(Clone, Debug)]
pub struct Trial {
    /// `cn.advertising/absolute-terms`, or the scenario's title.
    pub name: String,
    /// What was checked, as JSON.
    pub subject: String,
    /// Why it failed; `None` when it did not.
    pub failure: Option<Message>,
    /// Where it is written; for an example, its rule.
    pub span: Option<Span>,
}

/// What one rule said of one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Nothing,
    Exempt,
    Found(Status),
}

fn said(report: &Report, rule: &str) -> Said {
    let statuses =
        report.findings.iter().filter(|f| f.rule == rule || f.rules.iter().any(|r| r == rule)).map(|f| f.status);
    match statuses.min() {
        Some(status) => Said::Found(status),
        None if report.exempt.iter().any(|e| e.rule == rule) => Said::Exempt,
        None => Said::Nothing,
    }
}

/// Whether what was said is what was expected of a rule of this nature.
pub(crate) fn meets(said: Said, expected: Expected, nature: Nature) -> bool {
    match expected {
        Expected::Violates => match said {
            Said::Found(Status::Violation) => true,
            Said::Found(Status::Suspected) => nature == Nature::Suspected,
            Said::Found(Status::NeedsJudgement) => nature == Nature::Judgement,
            _ => false,
        },
        Expected::Lawful | Expected::None => said == Said::Nothing,
        Expected::Exempt => said == Said::Exempt,
        Expected::Suspected => said == Said::Found(Status::Suspected),
        Expected::NeedsEvidence => said == Said::Found(Status::NeedsEvidence),
        Expected::NeedsJudgement => said == Said::Found(Status::NeedsJudgement),
        Expected::Undetermined => said == Said::Found(Status::Undetermined),
    }
}

fn words(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Violates => ("违反", "violates"),
        Expected::Lawful => ("合法", "lawful"),
        Expected::Exempt => ("豁免", "exempt"),
        Expected::Suspected => ("存疑", "suspected"),
        Expected::NeedsEvidence => ("待证", "needs-evidence"),
        Expected::NeedsJudgement => ("待判断", "needs-judgement"),
        Expected::Undetermined => ("待定", "undetermined"),
        Expected::None => ("无", "none"),
    }
}

fn mismatch(rule: &str, expected: Expected, said: Said) -> Message {
    let (zh, en) = words(expected);
    let (got_zh, got_en) = match said {
        Said::Nothing => ("无".to_owned(), "nothing".to_owned()),
        Said::Exempt => ("豁免".to_owned(), "exempt".to_owned()),
        Said::Found(status) => {
            let (zh, en) = crate::report::names::status(status);
            (zh.to_owned(), en.to_owned())
        }
    };
    Message::new(format!("{rule}：应为{zh}，结果是{got_zh}"), format!("{rule}: expected {en}, got {got_en}"))
}

/// The last day on which a rule is in force and held, seen from `as_of`.
pub(crate) fn rule_day(linked: &Linked, id: &str, as_of: Day) -> (Day, Nature) {
    let rule = linked.rules.iter().find(|r| r.id == id).map(|r| &r.rule);
    rule.map_or((as_of, Nature::Determinate), |r| {
        let day = r.valid_to.map_or(as_of, |to| to.min(as_of)).max(r.valid_from);
        (day, r.nature)
    })
}

/// Runs the examples of one pack's rules. Each runs on a day on which its rule is in force.
#[must_use]
pub fn examples(engine: &Engine, pack: &Compiled, as_of: Day) -> Vec<Trial> {
    pack.pack.explain.examples.iter().map(|e| example(engine, pack, e, as_of)).collect()
}

fn example(engine: &Engine, pack: &Compiled, example: &Example, as_of: Day) -> Trial {
    let core = &pack.pack.core;
    let rule = core.rules.get(example.rule as usize);
    let id = format!("{}/{}", core.meta.id, rule.map_or("", |r| r.key.as_str()));
    let (day, nature) = rule_day(engine.linked(), &id, as_of);
    let mut options = Options::new(day.max(as_of));
    options.on = Some(Conduct::on(day));
    options.scope = example.scope;
    let subject: Value = serde_json::from_str(&example.subject).unwrap_or(Value::Null);
    let failure = match engine.check(&subject, &options) {
        Ok(report) => {
            let said = said(&report, &id);
            (!meets(said, example.expected, nature)).then(|| mismatch(&id, example.expected, said))
        }
        Err(error) => Some(error.message()),
    };
    let span = rule.and_then(|r| pack.rule_spans.get(&r.key)).copied();
    Trial { name: id, subject: example.subject.clone(), failure, span }
}

/// Runs the scenarios of one pack.
#[must_use]
pub fn scenarios(engine: &Engine, pack: &Compiled, as_of: Day) -> Vec<Trial> {
    pack.scenarios.iter().map(|s| scenario(engine, s, as_of)).collect()
}

fn scenario(engine: &Engine, scenario: &CheckedScenario, as_of: Day) -> Trial {
    let mut options = Options::new(scenario.as_of.or(scenario.on).unwrap_or(as_of));
    options.on = scenario.on.map(Conduct::on);
    options.scope = scenario.scope;
    let failure = match engine.check(&scenario.subject, &options) {
        Ok(report) => scenario.expects.iter().find_map(|e| unmet(engine, &report, e)),
        Err(error) => Some(error.message()),
    };
    Trial { name: scenario.title.clone(), subject: scenario.subject.to_string(), failure, span: Some(scenario.span) }
}

fn unmet(engine: &Engine, report: &Report, expectation: &Expectation) -> Option<Message> {
    match expectation {
        Expectation::Rule(id, expected) => {
            let Some(rule) = engine.linked().rules.iter().find(|r| r.id == *id) else {
                return Some(Message::new(format!("没有规则 {id}"), format!("there is no rule {id}")));
            };
            let said = said(report, id);
            (!meets(said, *expected, rule.rule.nature)).then(|| mismatch(id, *expected, said))
        }
        Expectation::Decision(wanted) => {
            let got = report.decision.as_str();
            (got != wanted).then(|| {
                Message::new(
                    format!("决定应为 {wanted}，结果是 {got}"),
                    format!("expected decision {wanted}, got {got}"),
                )
            })
        }
    }
}

/// Runs every prescribed wording through every prohibition: what law makes people say may not be flagged. A hit is `E0330`, at the
/// wording, with both citations.
pub fn prescribed(engine: &Engine, compiled: &[Compiled], outcome: &mut Outcome, as_of: Day) {
    let found = prescribed_conflicts(engine, compiled, as_of);
    outcome.diagnostics.extend(found);
}

/// The diagnostics of [`prescribed`].
#[must_use]
pub fn prescribed_conflicts(engine: &Engine, compiled: &[Compiled], as_of: Day) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let linked = engine.linked();
    let subjects: Vec<(&str, &str)> = [("listing", "description"), ("livestream", "script")]
        .into_iter()
        .filter(|(kind, _)| {
            linked.types.iter().any(|t| t.key == *kind && matches!(t.kind, TypeKind::Record { subject: true, .. }))
        })
        .collect();
    for pack in compiled {
        let core = &pack.pack.core;
        for pattern in core.patterns.iter().filter(|p| !p.prescribed.is_empty()) {
            let span = pack.prescribed_spans.get(&pattern.key).copied().unwrap_or_default();
            let wordings =
                pattern.nodes.iter().flat_map(|n| if let PatNode::Words(words) = n { &words[..] } else { &[] });
            for word in wordings {
                let Some(word) = core.words.get(*word as usize) else { continue };
                for (kind, field) in &subjects {
                    let mut options = Options::new(as_of);
                    options.scope = Scope::Text;
                    let Ok(report) = engine.check(&json!({"kind": kind, *field: word.text}), &options) else {
                        continue;
                    };
                    for finding in
                        report.findings.iter().filter(|f| f.status <= Status::Suspected && !f.spans.is_empty())
                    {
                        out.push(conflict(compiled, span, &word.text, &pattern.name, &finding.rule));
                    }
                }
            }
        }
    }
    out.dedup();
    out
}

fn conflict(compiled: &[Compiled], span: Span, wording: &str, name: &str, rule: &str) -> Diagnostic {
    let (pack, key) = rule.split_once('/').unwrap_or(("", rule));
    let place = compiled.iter().find(|p| p.pack.core.meta.id == pack).and_then(|p| p.rule_spans.get(key)).copied();
    let diagnostic = Diagnostic::error(
        "E0330",
        span,
        Message::new(
            format!("法定用语“{name}”会被规则 {rule} 判为违法：{wording}"),
            format!("the prescribed wording `{name}` would be flagged by {rule}: {wording}"),
        ),
        Message::new(
            "在该规则的“排除”里加入“属于 <该法定用语>”的语境，或收窄禁止的句式",
            "exclude it with a context `part-of <the wording>`, or narrow the forbidden pattern",
        ),
    );
    match place {
        Some(place) => diagnostic.label(place, Message::new("判它违法的规则", "the rule that flags it")),
        None => diagnostic,
    }
}
