//! Which fixes are safe: those that the rule declares safe and that, applied all together, remove their findings and add none.
//! That is tried out, not argued: the edited words are judged again, and edits that fail are no longer safe.

use super::expr::Ground;
use super::facts::Facts;
use super::judge::{Judged, Outcome, judge};
use super::options::Status;
use super::utterance::{Utterance, Utterances};
use super::words::{Hit, Kept, Words};
use crate::pack::model::Fix;
use crate::report::Edit;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// How often edits are tried before all are given up.
const ROUNDS: usize = 4;

/// An edit on a segment, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ByteEdit<'e> {
    pub segment: u32,
    pub start: u32,
    pub end: u32,
    pub insert: &'e str,
}

/// The edits of a fix, one a match: where the match goes on in another segment, that part of it is deleted.
pub(crate) fn edits<'e>(fix: &'e Fix, speech: &Utterances, hits: &[Hit]) -> Vec<ByteEdit<'e>> {
    let Some(insert) = insertion(fix) else { return Vec::new() };
    let mut edits = Vec::with_capacity(hits.len());
    for h in hits {
        let pieces = speech.pieces(h.unit, h.start, h.end).into_iter().enumerate();
        edits.extend(pieces.map(|(index, p)| {
            let insert = if index == 0 { insert } else { "" };
            ByteEdit { segment: p.segment, start: p.start, end: p.end, insert }
        }));
    }
    edits
}

/// The edits of a fix for a match whose text is gone.
pub(crate) fn kept_edits(fix: &Fix, kept: &Kept) -> Vec<Edit> {
    let Some(insert) = insertion(fix) else { return Vec::new() };
    let spans = kept.spans.iter().enumerate();
    let edits = spans.map(|(index, span)| {
        let insert = if index == 0 { insert } else { "" };
        Edit { path: span.path.clone(), utf16: span.utf16, insert: insert.to_owned() }
    });
    edits.collect()
}

/// What a fix puts in the place of a match; advice puts nothing.
fn insertion(fix: &Fix) -> Option<&str> {
    match fix {
        Fix::Delete { .. } => Some(""),
        Fix::Replace { with, .. } => Some(with),
        Fix::Advise(_) => None,
    }
}

fn declared_safe(fix: &Fix) -> bool {
    matches!(fix, Fix::Delete { safe: true } | Fix::Replace { safe: true, .. })
}

struct Candidate<'e> {
    outcome: usize,
    fix: usize,
    edits: Vec<ByteEdit<'e>>,
}

/// Findings counted by rule and the segment that they start in.
type Tally = BTreeMap<(u32, Option<u32>), usize>;

fn key(outcome: &Outcome) -> (u32, Option<u32>) {
    (outcome.rule, outcome.hits.first().map(|h| h.segment))
}

fn tally<'o>(outcomes: impl Iterator<Item = &'o Outcome>) -> Tally {
    let mut tally = Tally::new();
    for outcome in outcomes {
        let count = tally.entry(key(outcome)).or_default();
        *count = count.saturating_add(1);
    }
    tally
}

/// The safe fixes, as (outcome, fix) indices. `reported` says which outcomes are told as findings.
pub(crate) fn safe(ground: Ground<'_>, judged: &Judged, reported: impl Fn(usize) -> bool) -> BTreeSet<(usize, usize)> {
    let mut active: Vec<Candidate> = Vec::new();
    for (at, outcome) in judged.outcomes.iter().enumerate().filter(|(at, _)| reported(*at)) {
        if outcome.status == Status::Undetermined || outcome.hits.is_empty() {
            continue;
        }
        let Some(rule) = ground.p.linked.rules.get(outcome.rule as usize) else { continue };
        // Alternatives exclude each other: the first counts.
        if let Some((fix, f)) = rule.rule.fixes.iter().enumerate().find(|(_, f)| declared_safe(f)) {
            active.push(Candidate { outcome: at, fix, edits: edits(f, ground.speech, &outcome.hits) });
        }
    }
    without_conflicts(&mut active);
    for _ in 0..ROUNDS {
        if active.is_empty() {
            break;
        }
        match failing(ground, judged, &active) {
            Verdict::Fine => return active.iter().map(|c| (c.outcome, c.fix)).collect(),
            Verdict::Segments(bad) => {
                let before = active.len();
                active.retain(|c| !c.edits.iter().any(|e| bad.contains(&e.segment)));
                if active.len() == before {
                    break;
                }
            }
            Verdict::All => break,
        }
    }
    BTreeSet::new()
}

/// Two edits of one place cannot both be made, unless they are the same.
fn without_conflicts(active: &mut Vec<Candidate>) {
    let mut taken: BTreeSet<ByteEdit> = BTreeSet::new();
    active.retain(|c| {
        let clash = c.edits.iter().any(|e| {
            // What is taken does not overlap, so the neighbours tell.
            let before = taken.range(..*e).next_back();
            let after = taken.range(*e..).find(|t| *t != e);
            let overlaps = |t: &ByteEdit| t.segment == e.segment && t.start < e.end && e.start < t.end;
            before.is_some_and(overlaps) || after.is_some_and(overlaps)
        });
        if !clash {
            taken.extend(c.edits.iter().copied());
        }
        !clash
    });
}

enum Verdict {
    Fine,
    Segments(BTreeSet<u32>),
    All,
}

fn failing(ground: Ground<'_>, judged: &Judged, active: &[Candidate]) -> Verdict {
    let edits: BTreeSet<ByteEdit> = active.iter().flat_map(|c| c.edits.iter().copied()).collect();
    let facts = edited(ground.facts, &edits);
    let Some(kind) = ground.p.kinds.get(facts.kind) else { return Verdict::All };
    let speech = Utterances::of(&ground.p.text, &facts.segments);
    let words = Words::scan(&ground.p.text, &facts.segments, &speech, &kind.wanted, &ground.options.limits);
    let again = judge(Ground { facts: &facts, speech: &speech, words: &words, ..ground }, false);
    if again.not_evaluated.iter().any(|n| !judged.not_evaluated.contains(n)) {
        return Verdict::All;
    }
    let before = tally(judged.outcomes.iter());
    let fixed = tally(active.iter().filter_map(|c| judged.outcomes.get(c.outcome)));
    let mut bad = BTreeSet::new();
    for (key, count) in tally(again.outcomes.iter()) {
        let gone = fixed.get(&key).copied().unwrap_or(0);
        let allowed = before.get(&key).copied().unwrap_or(0).saturating_sub(gone);
        if count > allowed {
            match key.1 {
                Some(segment) => {
                    // The edit to blame may be in any segment of the utterance, before it or after.
                    let of =
                        |list: &Utterances| list.list.iter().map(Utterance::segments).find(|s| s.contains(&segment));
                    bad.extend([of(ground.speech), of(&speech)].into_iter().flatten().flatten());
                }
                None => return Verdict::All,
            }
        }
    }
    if bad.is_empty() { Verdict::Fine } else { Verdict::Segments(bad) }
}

/// The subject with the edits applied; they do not overlap and come by segment and place.
fn edited<'a>(facts: &Facts<'a>, edits: &BTreeSet<ByteEdit>) -> Facts<'a> {
    let mut facts = facts.clone();
    let mut rest = edits.iter().peekable();
    while let Some(first) = rest.peek().map(|e| e.segment) {
        let Some(segment) = facts.segments.get_mut(first as usize) else { break };
        let text = segment.text.as_ref();
        let mut out = String::with_capacity(text.len());
        let mut at = 0usize;
        while let Some(edit) = rest.next_if(|e| e.segment == first) {
            out.push_str(text.get(at..edit.start as usize).unwrap_or_default());
            out.push_str(edit.insert);
            at = edit.end as usize;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        segment.text = Cow::Owned(out);
    }
    facts
}
