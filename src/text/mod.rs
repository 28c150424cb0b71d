//! Text: folding with an exact map back, one automaton over all words, pattern matching, contexts, spans.
//!
//! The room knows words, patterns, contexts and fold tables; it knows no rule, no fact and no report. All positions are byte
//! offsets into the text as it was given; [`span`] turns them into UTF-16 units and characters.

mod api;
pub mod span;

pub use api::{
    Capture, FoldSet, Limit, Match, Outcome, PatternSet, Scan, ScanLimits, Scratch, TextEngine, TextError, TextSource,
};
