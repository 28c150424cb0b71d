//! Evaluation: facts and words in, a report out. Total, deterministic, bounded; no clock, no floats, no panics.
//!
//! A check goes: [`input`] reads the subject; [`utterance`] joins what one person says; [`words`] scans its words; [`judge`] evaluates the rules with the fast pass of
//! [`expr`] and, where something is told, the slow pass of [`explain`]; [`fixes`] tries out what is safe; [`build`] writes the
//! report. [`prepare`] is what a bundle needs once.

pub mod date;
pub mod options;
pub mod value;

mod build;
mod builtin;
mod claims;
mod explain;
mod expr;
mod facts;
mod fixes;
mod input;
mod judge;
mod overlaps;
mod part;
mod prepare;
mod render;
mod scalar;
pub mod session;
mod utterance;
mod words;

#[cfg(feature = "compiler")]
pub(crate) use expr::Seen;
pub use input::{InputError, InputProblem};
pub(crate) use part::{Focus, Part, Told, part};
#[cfg(feature = "compiler")]
pub(crate) use part::{part_of, says};
pub(crate) use prepare::Prepared;
pub(crate) use render::clause;

use crate::report::Report;
use expr::Ground;
use options::{Detail, Options};
use serde_json::Value;

/// Checks a subject.
pub(crate) fn check(p: &Prepared, subject: &Value, options: &Options) -> Result<Report, InputError> {
    let facts = input::read(p, subject, options)?;
    let kind =
        p.kinds.get(facts.kind).ok_or_else(|| InputError::one("/kind", crate::diagnostic::Message::default()))?;
    let speech = utterance::Utterances::of(&p.text, &facts.segments);
    let words = words::Words::scan(&p.text, &facts.segments, &speech, &kind.wanted, &options.limits);
    let conduct = facts.conduct(options.on, options.as_of);
    let ground = Ground { p, facts: &facts, speech: &speech, words: &words, options, conduct };
    let judged = judge::judge(ground, options.detail >= Detail::Findings);
    Ok(build::report(ground, &judged, true))
}
