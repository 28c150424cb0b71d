//! What a caller may ask for: dates, scope, detail, policy, limits. All of it is data; the engine has no clock.

use crate::pack::model::Day;
use crate::syntax::tree::{Scope, Severity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// From the first to the last day on which the conduct takes place, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conduct {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

impl Conduct {
    /// One day.
    #[must_use]
    pub const fn on(day: Day) -> Self {
        Self { from: day, to: day }
    }
}

/// How much a report says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Detail {
    /// Decision, summary and counts.
    Decision,
    /// The findings.
    #[default]
    Findings,
    /// Also what was satisfied, with its citations.
    All,
}

/// What becomes of the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Decision {
    Pass,
    Review,
    Block,
}

impl Decision {
    /// As the report writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Review => "review",
            Self::Block => "block",
        }
    }
}

/// A finding's status, the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Status {
    Violation,
    Suspected,
    NeedsEvidence,
    NeedsJudgement,
    Undetermined,
}

/// Findings that a policy line speaks of; an empty list means any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Selection {
    /// Statuses.
    pub status: Vec<Status>,
    /// Severities.
    pub severity: Vec<Severity>,
    /// Rule ids.
    pub rules: Vec<String>,
}

impl Selection {
    /// Whether a finding of these rules is meant.
    #[must_use]
    pub fn holds(&self, status: Status, severity: Severity, is_named: impl Fn(&str) -> bool) -> bool {
        (self.status.is_empty() || self.status.contains(&status))
            && (self.severity.is_empty() || self.severity.contains(&severity))
            && (self.rules.is_empty() || self.rules.iter().any(|r| is_named(r)))
    }
}

/// How findings become a decision: `block` first, then `pass`, else `otherwise`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The name that reports carry.
    pub id: String,
    /// These block.
    pub block: Vec<Selection>,
    /// These pass.
    #[serde(default)]
    pub pass: Vec<Selection>,
    /// Any other finding.
    pub otherwise: Decision,
    /// A rule in scope that could not be evaluated.
    pub not_evaluated: Decision,
}

impl Policy {
    /// What one finding of a rule comes to.
    #[must_use]
    pub fn decides(&self, status: Status, severity: Severity, rule: &str) -> Decision {
        let holds = |list: &[Selection]| list.iter().any(|s| s.holds(status, severity, |name| name == rule));
        if holds(&self.block) {
            Decision::Block
        } else if holds(&self.pass) {
            Decision::Pass
        } else {
            self.otherwise
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            id: "default/1".to_owned(),
            block: vec![Selection {
                status: vec![Status::Violation],
                severity: vec![Severity::High, Severity::Medium],
                rules: Vec::new(),
            }],
            pass: Vec::new(),
            otherwise: Decision::Review,
            not_evaluated: Decision::Review,
        }
    }
}

/// Bounds of one check. What is cut is told: rules concerned are `not_evaluated` with reason `limit`, and an input warning names
/// the limit. An input that is too large as a whole is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Most bytes of all public words together; segments beyond are not read.
    pub text_bytes: usize,
    /// Most matches in all words together.
    pub matches: usize,
    /// Most elements of a list; a longer one is refused.
    pub list_length: usize,
    /// Deepest nesting of the input; a deeper one is refused.
    pub depth: usize,
    /// Most work units of the evaluation of one rule.
    pub rule_work: u64,
    /// Most work units of a check.
    pub work: u64,
    /// Most findings; the rest are counted as not evaluated.
    pub findings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            text_bytes: 2 << 20,
            matches: 20_000,
            list_length: 10_000,
            depth: 32,
            rule_work: 2_000_000,
            work: 200_000_000,
            findings: 10_000,
        }
    }
}

/// Everything a check depends on besides subject and packs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The evaluation date: it decides deadlines, open-ended conduct and which waivers have expired.
    pub as_of: Day,
    /// When the conduct takes place, unless the subject says so; by default on the evaluation date.
    pub on: Option<Conduct>,
    /// Judge the words alone, or everything.
    pub scope: Scope,
    /// How much the report says.
    pub detail: Detail,
    /// How findings become a decision.
    pub policy: Policy,
    /// Bounds.
    pub limits: Limits,
    /// The caller's category ids → ids (or Chinese names) of the packs' taxonomies.
    pub category_map: BTreeMap<String, String>,
}

impl Options {
    /// Scope `all`, detail `findings`, default policy and limits.
    #[must_use]
    pub fn new(as_of: Day) -> Self {
        Self {
            as_of,
            on: None,
            scope: Scope::All,
            detail: Detail::default(),
            policy: Policy::default(),
            limits: Limits::default(),
            category_map: BTreeMap::new(),
        }
    }
}
