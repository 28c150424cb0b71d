//! What a change does to a corpus: which subjects change decision, and by which rules.
//!
//! A subject is judged by the rules that changed, before and after. Where these find the same, its decision is the same. Where
//! they differ, a decision is the graver of that of the changed rules and that of the others; the others are judged only where
//! that can make a difference.

use super::Comparison;
use crate::engine::{Decision, Options, Status};
use crate::eval::{self, Focus, InputError, Part, Prepared, Told};
use crate::syntax::tree::Severity;
use serde::Serialize;
use serde_json::Value;
use std::cmp::max;
use std::collections::{BTreeMap, BTreeSet};

/// Judges the subjects of a corpus; shared by all threads.
#[derive(Debug)]
pub struct Impact<'a> {
    sides: [OneSide<'a>; 2],
    /// The rules that are the same on both sides, on the new one.
    others: Focus,
    options: Options,
}

#[derive(Debug)]
struct OneSide<'a> {
    prepared: &'a Prepared,
    focus: Focus,
}

/// What became of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged {
    /// The changed rules find the same.
    Same,
    /// They find something else.
    Changed(Box<Change>),
    /// It could not be judged, on one side or on both.
    Refused(Refused),
}

/// A subject for which something changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The decision before and after, where it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<[Decision; 2]>,
    /// What is found by changed rules on one side only.
    pub findings: Vec<FindingChange>,
}

/// Something that one rule finds on one side only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingChange {
    /// Rule id.
    pub rule: String,
    /// Whether it is found now, or was found before.
    pub now: bool,
    /// Its status; `None`: the rule was not evaluated.
    pub status: Option<Status>,
    /// Its severity.
    pub severity: Severity,
    /// JSON pointers of the texts with the words.
    pub words: Vec<[String; 2]>,
    /// Whether the rule by itself brings the decision about: the new one where it got stricter, else the old one.
    pub decides: bool,
}

/// Why a subject was not judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The packs that refuse it: the old ones, the new ones, or both.
    pub by: [bool; 2],
    /// What is wrong with it, as the first side that refuses it says.
    pub message: crate::diagnostic::Message,
}

impl<'a> Impact<'a> {
    /// Makes two compared sides ready. The detail of the options does not matter.
    #[must_use]
    pub fn new(comparison: &Comparison<'a>, options: Options) -> Self {
        let [old, new] = comparison.again.clone();
        let side = |side: &'a super::Side, rules: Vec<bool>| {
            let prepared = side.engine.prepared();
            OneSide { prepared, focus: Focus::new(prepared, rules) }
        };
        let sides = [side(comparison.old, old), side(comparison.new, new)];
        let others = sides[1].focus.others(sides[1].prepared);
        Self { sides, others, options }
    }

    /// Judges a subject, JSON bytes.
    #[must_use]
    pub fn subject(&self, json: &[u8]) -> Judged {
        let subject: Value = match serde_json::from_slice(json) {
            Ok(subject) => subject,
            Err(e) => {
                let message = crate::diagnostic::Message::new(format!("不是 JSON：{e}"), format!("not JSON: {e}"));
                return Judged::Refused(Refused { by: [true, true], message });
            }
        };
        let [old, new] = self.sides.each_ref().map(|side| self.part(side, &subject));
        match (old, new) {
            (Ok(old), Ok(new)) if old.told == new.told && old.decision == new.decision => Judged::Same,
            (Ok(old), Ok(new)) => Judged::Changed(Box::new(self.change(&subject, &old, &new))),
            (old, new) => {
                let by = [old.is_err(), new.is_err()];
                let error = old.err().or(new.err());
                Judged::Refused(Refused { by, message: error.map(|e| e.message()).unwrap_or_default() })
            }
        }
    }

    fn part(&self, side: &OneSide<'_>, subject: &Value) -> Result<Part, InputError> {
        eval::part(side.prepared, subject, &self.options, &side.focus)
    }

    fn change(&self, subject: &Value, old: &Part, new: &Part) -> Change {
        let decision = self.decisions(subject, old.decision, new.decision);
        let mut findings: Vec<FindingChange> = Vec::new();
        for (here, there, now) in [(old, new, false), (new, old, true)] {
            for told in here.told.iter().filter(|t| !there.told.contains(t)) {
                findings.push(self.finding(told, now, decision));
            }
        }
        Change { decision, findings }
    }

    fn finding(&self, told: &Told, now: bool, decision: Option<[Decision; 2]>) -> FindingChange {
        let own = match told.status {
            Some(status) => self.options.policy.decides(status, told.severity, &told.rule),
            None => self.options.policy.not_evaluated,
        };
        let decides = decision.is_some_and(|[was, is]| if is > was { now && own >= is } else { !now && own >= was });
        FindingChange {
            rule: told.rule.clone(),
            now,
            status: told.status,
            severity: told.severity,
            words: told.at.iter().map(|(path, _, words)| [path.clone(), words.clone()]).collect(),
            decides,
        }
    }

    /// Both decisions, where they differ. The rules that did not change are asked only where it depends on them.
    fn decisions(&self, subject: &Value, old: Decision, new: Decision) -> Option<[Decision; 2]> {
        if old == new {
            return None;
        }
        let others = if self.others.is_empty() {
            Decision::Pass
        } else {
            let part = eval::part(self.sides[1].prepared, subject, &self.options, &self.others);
            part.map_or(Decision::Pass, |part| part.decision)
        };
        let both = [max(old, others), max(new, others)];
        (both[0] != both[1]).then_some(both)
    }
}

/// What a change does to a corpus.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Over {
    /// Subjects that were judged.
    pub subjects: usize,
    /// Subjects that could not be judged, by the old packs or by the new ones.
    pub refused: usize,
    /// Of them those that only one side refuses: the input contract has changed.
    pub refused_by_one: usize,
    /// Subjects of which the changed rules find something else.
    pub touched: usize,
    /// Subjects whose decision changes.
    pub decisions: usize,
    /// How many change from what to what.
    pub turns: Vec<Turn>,
    /// By rule: what it finds now and before.
    pub rules: Vec<RuleImpact>,
    /// Subjects to look at: those whose decision changes before others.
    pub examples: Vec<Example>,
    /// Lines that could not be judged, the first few.
    pub refusals: Vec<Refusal>,
    #[serde(skip)]
    by_turn: BTreeMap<(Decision, Decision), usize>,
    #[serde(skip)]
    by_rule: BTreeMap<String, RuleImpact>,
    #[serde(skip)]
    most: usize,
}

/// How many subjects change from one decision to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Turn {
    /// Before.
    pub from: Decision,
    /// After.
    pub to: Decision,
    /// How many.
    pub subjects: usize,
}

/// What a changed rule does to a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RuleImpact {
    /// Rule id.
    pub rule: String,
    /// Subjects in which it finds something only now.
    pub gained: usize,
    /// Subjects in which it found something only before.
    pub lost: usize,
    /// Subjects whose decision it changes.
    pub decides: usize,
}

/// A subject for which something changes.
#[derive(Clone, Debug, Serialize)]
pub struct Example {
    /// Its line, from 1.
    pub line: usize,
    /// What it is called, or how it begins.
    pub subject: String,
    /// What changes.
    #[serde(flatten)]
    pub change: Change,
}

/// A line that could not be judged.
#[derive(Clone, Debug, Serialize)]
pub struct Refusal {
    /// Its number, from 1.
    pub line: usize,
    /// Why.
    #[serde(flatten)]
    pub refused: Refused,
}

/// Most lines of which a refusal is told.
const REFUSALS: usize = 10;
/// Most characters of a subject that are shown.
const SHOWN: usize = 60;

impl Over {
    /// Nothing yet; `examples`: most subjects to be shown.
    #[must_use]
    pub fn new(examples: usize) -> Self {
        Self { most: examples, ..Self::default() }
    }

    /// Adds a subject: its line, its JSON, and what became of it. In the order of lines.
    pub fn add(&mut self, line: usize, json: &[u8], judged: Judged) {
        self.subjects = self.subjects.saturating_add(1);
        let change = match judged {
            Judged::Same => return,
            Judged::Refused(refused) => {
                self.refused = self.refused.saturating_add(1);
                self.refused_by_one = self.refused_by_one.saturating_add(usize::from(refused.by != [true, true]));
                if self.refusals.len() < REFUSALS {
                    self.refusals.push(Refusal { line, refused });
                }
                return;
            }
            Judged::Changed(change) => *change,
        };
        self.touched = self.touched.saturating_add(1);
        if let Some([from, to]) = change.decision {
            self.decisions = self.decisions.saturating_add(1);
            let count = self.by_turn.entry((from, to)).or_default();
            *count = count.saturating_add(1);
        }
        self.count(&change);
        self.example(line, json, change);
    }

    fn count(&mut self, change: &Change) {
        // A rule is counted once a subject.
        let mut seen: BTreeSet<(&str, u8)> = BTreeSet::new();
        for finding in &change.findings {
            let entry = self.by_rule.entry(finding.rule.clone()).or_default();
            let mut once = |what: u8, count: &mut usize| {
                if seen.insert((finding.rule.as_str(), what)) {
                    *count = count.saturating_add(1);
                }
            };
            if finding.now {
                once(0, &mut entry.gained);
            } else {
                once(1, &mut entry.lost);
            }
            if finding.decides {
                once(2, &mut entry.decides);
            }
        }
    }

    /// Those whose decision changes come first, and then those for which a rule is not shown yet.
    fn example(&mut self, line: usize, json: &[u8], change: Change) {
        let turned = change.decision.is_some();
        if self.examples.len() >= self.most {
            let Some(at) = self.examples.iter().rposition(|e| e.change.decision.is_none()).filter(|_| turned) else {
                return;
            };
            self.examples.remove(at);
        }
        self.examples.push(Example { line, subject: shown(json), change });
    }

    /// Ends the corpus: fills in the lists.
    #[must_use]
    pub fn finish(mut self) -> Self {
        let turns =
            self.by_turn.iter().map(|((from, to), subjects)| Turn { from: *from, to: *to, subjects: *subjects });
        self.turns = turns.collect();
        self.rules = self.by_rule.iter().map(|(id, r)| RuleImpact { rule: id.clone(), ..r.clone() }).collect();
        self.rules.sort_by_key(|r| std::cmp::Reverse((r.decides, r.gained.saturating_add(r.lost))));
        self.examples.sort_by_key(|e| (e.change.decision.is_none(), e.line));
        self
    }
}

/// What people know a subject by: its id, title or first words.
fn shown(json: &[u8]) -> String {
    let subject: Value = serde_json::from_slice(json).unwrap_or(Value::Null);
    let field = |key: &str| subject.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let text = ["title", "标题", "script", "name", "description", "id"].into_iter().find_map(field);
    let text = text.map_or_else(|| subject.to_string(), str::to_owned);
    let mut out: String = text.chars().take(SHOWN).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}
