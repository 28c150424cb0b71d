//! Findings as a person reads them: where a phrase is marked already, what else its words may touch is told with that mark, not as
//! a finding more. The JSON report has every finding for itself.

use super::{Finding, Span};
use crate::eval::options::Status;

/// A finding, and the suspicions about the same words that give way to it.
#[derive(Clone, Debug)]
pub(super) struct Gathered<'r> {
    pub(super) finding: &'r Finding,
    pub(super) also: Vec<&'r Finding>,
}

fn touch(a: &Span, b: &Span) -> bool {
    a.path == b.path && a.utf8[0] < b.utf8[1] && b.utf8[0] < a.utf8[1]
}

/// Whether a suspicion gives way: all its words are touched by a finding that is a known breach, or that rests on the same law.
fn gives_way(suspicion: &Finding, to: &Finding) -> bool {
    let softer = matches!(suspicion.status, Status::Suspected | Status::NeedsJudgement);
    let same_law = || suspicion.status == to.status && suspicion.cites.iter().all(|cite| to.cites.contains(cite));
    softer
        && !suspicion.spans.is_empty()
        && suspicion.spans.iter().all(|span| to.spans.iter().any(|other| touch(span, other)))
        && (to.status == Status::Violation || same_law())
}

/// Gathers findings, which keep their order.
pub(super) fn gather(findings: &[Finding]) -> Vec<Gathered<'_>> {
    let mut taken = vec![false; findings.len()];
    let mut gathered: Vec<Gathered> = Vec::new();
    let graver = |f: &&Finding| f.status == Status::Violation;
    // Breaches first: a suspicion goes to a breach rather than to another suspicion.
    let order = (0usize..).zip(findings).filter(|(_, f)| graver(f));
    let order = order.chain((0usize..).zip(findings).filter(|(_, f)| !graver(f)));
    for (at, finding) in order {
        if taken.get(at).copied().unwrap_or(true) {
            continue;
        }
        let mut also = Vec::new();
        for ((other, taken), index) in findings.iter().zip(&mut taken).zip(0usize..) {
            if index == at {
                *taken = true;
            } else if !*taken && gives_way(other, finding) {
                *taken = true;
                also.push(other);
            }
        }
        gathered.push(Gathered { finding, also });
    }
    gathered
}
