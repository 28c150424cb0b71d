//! How well a pack's own examples and scenarios test its rules: [`coverage`] says what none of them exercises, [`mutate`] which
//! changes of its conditions none of them notices.
//!
//! Both run the same [`Case`]s as `zhunze test`, but ask each only about the rules of which it says what must come out.

pub mod coverage;
pub mod mutate;
mod variant;

use crate::check::Expectation;
use crate::compile::Compiled;
use crate::compile::trials::{Said, rule_day};
use crate::diagnostic::Message;
use crate::engine::{Conduct, Decision, Options};
use crate::eval::Part;
use crate::pack::linked::Linked;
use crate::pack::model::Day;
use crate::syntax::tree::Expected;
use serde_json::Value;

/// An example or a scenario, ready to run.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    subject: Value,
    options: Options,
    /// Rules by id, and what must come out.
    expects: Vec<(String, Expected)>,
    decision: Option<Decision>,
}

/// The cases of one pack, in source order.
fn cases(linked: &Linked, pack: &Compiled, as_of: Day) -> Vec<Case> {
    let core = &pack.pack.core;
    let mut out = Vec::new();
    for example in &pack.pack.explain.examples {
        let Some(rule) = core.rules.get(example.rule as usize) else { continue };
        let id = format!("{}/{}", core.meta.id, rule.key);
        let (day, _) = rule_day(linked, &id, as_of);
        let mut options = Options::new(day.max(as_of));
        options.on = Some(Conduct::on(day));
        options.scope = example.scope;
        let subject = serde_json::from_str(&example.subject).unwrap_or(Value::Null);
        out.push(Case { subject, options, expects: vec![(id, example.expected)], decision: None });
    }
    for scenario in &pack.scenarios {
        let mut options = Options::new(scenario.as_of.or(scenario.on).unwrap_or(as_of));
        options.on = scenario.on.map(Conduct::on);
        options.scope = scenario.scope;
        let mut case = Case { subject: scenario.subject.clone(), options, expects: Vec::new(), decision: None };
        for expectation in &scenario.expects {
            match expectation {
                Expectation::Rule(id, expected) => case.expects.push((id.clone(), *expected)),
                Expectation::Decision(decision) => {
                    case.decision = [Decision::Pass, Decision::Review, Decision::Block]
                        .into_iter()
                        .find(|d| d.as_str() == decision);
                }
            }
        }
        out.push(case);
    }
    out
}

/// What is the matter, in Chinese and in English, and with what.
fn about((zh, en): (&str, &str), with: &str) -> Message {
    if with.is_empty() { Message::new(zh, en) } else { Message::new(format!("{zh}：{with}"), format!("{en}: {with}")) }
}

/// What a rule said, as a trial sees it.
fn said(part: &Part, rule: &str) -> Said {
    let statuses = part.told.iter().filter(|t| t.rule == rule).filter_map(|t| t.status);
    match statuses.min() {
        Some(status) => Said::Found(status),
        None if part.exempt.iter().any(|id| id == rule) => Said::Exempt,
        None => Said::Nothing,
    }
}
