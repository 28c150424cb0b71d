//! Judging by some of the rules: which decision they come to by themselves, and what they find. No report is built.
//!
//! A decision is the gravest of what its rules come to, so that of all rules is the graver of those of two parts.

use super::build::{Builder, waiver};
use super::expr::{Ground, Seen};
use super::input::{self, InputError};
use super::judge::{Task, judge_some};
use super::options::{Decision, Options, Status};
use super::prepare::{Prepared, wanted};
use super::{utterance, words};
use crate::diagnostic::Message;
#[cfg(feature = "compiler")]
use crate::pack::model::Ref;
use crate::syntax::tree::Severity;
use crate::text::PatternSet;
use serde_json::Value;

/// Some rules of a bundle, made ready.
#[derive(Clone, Debug)]
pub(crate) struct Focus {
    /// By rule: judge it.
    rules: Vec<bool>,
    /// By kind of subject: the patterns to look for.
    wanted: Vec<PatternSet>,
}

impl Focus {
    pub fn new(p: &Prepared, rules: Vec<bool>) -> Self {
        let chosen = |rule: &u32| rules.get(*rule as usize) == Some(&true);
        let wanted =
            p.kinds.iter().map(|kind| wanted(&p.linked, &p.presumed, kind.rules.iter().copied().filter(chosen)));
        Self { wanted: wanted.collect(), rules }
    }

    /// Every rule that is not one of these.
    pub fn others(&self, p: &Prepared) -> Self {
        Self::new(p, self.rules.iter().map(|chosen| !chosen).collect())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        !self.rules.contains(&true)
    }
}

/// What some rules came to.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub decision: Decision,
    /// By rule and place.
    pub told: Vec<Told>,
    /// Rules something of which an exception covers.
    #[cfg_attr(not(feature = "compiler"), expect(dead_code, reason = "for the tests of packs"))]
    pub exempt: Vec<String>,
    /// What conditions came to.
    #[cfg_attr(not(feature = "compiler"), expect(dead_code, reason = "for the tests of packs"))]
    pub seen: Option<Box<Seen>>,
}

/// Something that was found, or that could not be judged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Told {
    pub rule: String,
    /// `None`: it was not evaluated.
    pub status: Option<Status>,
    pub severity: Severity,
    /// JSON pointer of a text, the bytes in it, and the words.
    pub at: Vec<(String, [u32; 2], String)>,
}

/// Judges a subject by the rules in focus.
pub(crate) fn part(p: &Prepared, subject: &Value, options: &Options, focus: &Focus) -> Result<Part, InputError> {
    part_of(p, subject, options, focus, false)
}

/// As [`part`]; `record`: also what every condition came to.
pub(crate) fn part_of(
    p: &Prepared,
    subject: &Value,
    options: &Options,
    focus: &Focus,
    record: bool,
) -> Result<Part, InputError> {
    let facts = input::read(p, subject, options)?;
    let wanted = focus.wanted.get(facts.kind).ok_or_else(|| InputError::one("/kind", Message::default()))?;
    let speech = utterance::Utterances::of(&p.text, &facts.segments);
    let words = words::Words::scan(&p.text, &facts.segments, &speech, wanted, &options.limits);
    let conduct = facts.conduct(options.on, options.as_of);
    let g = Ground { p, facts: &facts, speech: &speech, words: &words, options, conduct };
    let task = Task { rules: Some(&focus.rules), earlier: None, record };
    let mut judged = judge_some(g, false, task);
    let seen = judged.seen.take();
    let waivers: Vec<_> = judged.outcomes.iter().map(|o| waiver(g, o)).collect();
    let builder = Builder::new(g, &judged);
    let mut told = Vec::new();
    for (outcome, _) in judged.outcomes.iter().zip(&waivers).filter(|(_, waiver)| waiver.is_none()) {
        let mut at = Vec::new();
        for hit in &outcome.hits {
            let Some(utterance) = g.speech.get(hit.unit) else { continue };
            for piece in utterance.pieces(hit.start, hit.end) {
                let text = utterance.text.get(utterance.place(&piece)).unwrap_or_default();
                at.push((g.facts.pointer_of(piece.segment), [piece.start, piece.end], text.to_owned()));
            }
        }
        let (rule, severity) = (builder.id(outcome.rule).to_owned(), builder.severity(outcome.rule));
        told.push(Told { rule, status: Some(outcome.status), severity, at });
    }
    let open = judged.unassessed.iter().map(|rule| (*rule, Some(Status::Undetermined)));
    for (rule, status) in open.chain(judged.not_evaluated.iter().map(|(rule, _)| (*rule, None))) {
        let (id, severity) = (builder.id(rule).to_owned(), builder.severity(rule));
        told.push(Told { rule: id, status, severity, at: Vec::new() });
    }
    told.sort_unstable();
    let exempt = judged.exempt.iter().map(|e| builder.id(e.rule).to_owned()).collect();
    Ok(Part { decision: builder.decision(&waivers), told, exempt, seen })
}

/// Which of these patterns match in a subject's words.
#[cfg(feature = "compiler")]
pub(crate) fn says(p: &Prepared, subject: &Value, options: &Options, patterns: &[Ref]) -> Vec<Ref> {
    let Ok(facts) = input::read(p, subject, options) else { return Vec::new() };
    let speech = utterance::Utterances::of(&p.text, &facts.segments);
    let wanted = PatternSet::from_iter(patterns.iter().copied());
    let words = words::Words::scan(&p.text, &facts.segments, &speech, &wanted, &options.limits);
    patterns.iter().copied().filter(|pattern| !words.of(*pattern).is_empty()).collect()
}
