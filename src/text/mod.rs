//! Text: folding with an exact map back, one automaton over all words, pattern matching, contexts, spans.
//!
//! The room knows words, patterns, contexts and fold tables; it knows no rule, no fact and no report. All positions are byte
//! offsets into the text as it was given; [`span`] turns them into UTF-16 units and characters.
//!
//! # What a word matches
//!
//! *Folding.* Every character stands for what the fold tables finally make of it (`Ａ` → `A` → `a`), for several characters
//! (`㎏` → `kg`), or is dropped: zero-width characters anywhere, separators under the conditions below. A character that no
//! table mentions stands for itself. Marks that end clauses or sentences are ordinary characters and never dropped; a line break
//! is never dropped and belongs to no word. Where a character is in several tables, dropping comes before replacing and a
//! certain table before an uncertain one.
//!
//! *Digits and letters.* A character is a digit (a letter) if it is an ASCII digit (letter), or some fold on its way makes it one
//! or several of them: `７` is a digit though a table may finally make it 七.
//!
//! *Letters of a word.* A word is folded like the text; its separators are dropped too, those at its ends for good. What is left
//! are its letters. A word all of whose characters are dropped matches the same separators, if it has any, else nothing.
//!
//! A word matches `text[i..j)`, on character borders, if and only if all of these hold:
//!
//! 1. The folded characters of `text[i..j)` that are not dropped are the word's letters, where a run of one Han character that is
//!    no numeral may be longer in the text than in the word, if the bundle declares the repeat fold. `text[i..j)` begins and ends
//!    with a character that is not dropped.
//! 2. Between two characters that follow each other, at most three separators were dropped. If both are digits, in the text or in
//!    the word as written, exactly the word's separators stand between them (1.5 ≠ 15). Else, if each is a digit or a letter, in
//!    the text or in the word, none stand there, unless the word has some at that place too (A-B ≠ AB, but NO.1 = NO1 = NO 1).
//! 3. It does not begin or end inside a Latin word or a number: not between two letters, nor between two digits, nor between a
//!    digit and a `.`, `．` or `,` on whose other side is a digit (TOP1 is not in TOP10, 5元 not in 9.5元). Zero-width characters do
//!    not count here.
//! 4. Each end is tight or wide: either the run that is cut there has, within the match, as many characters as in the word, or
//!    it is not cut (好 matches twice and as a whole in 好好).
//! 5. An `exact` word matches the characters it was written with and no others; 2 to 4 hold as well. Zero-width characters at its
//!    ends are no part of the match.
//!
//! 6. A word that is not `exact` also matches where one of its spellings does: the word with one or two of its parts written as a
//!    table of respellings says (`zhi疗`, `氵台疗`), one where they merely sound alike. A part is compared folded, and no piece of a
//!    Latin word. A spelling keeps to 1 to 4 as if it were the word.
//!
//! # What a pattern matches
//!
//! A pattern is run on a sentence (see [`window`]) that holds a word which every match must contain. Its parts stand in sequence;
//! between two of them separators may be dropped as within a word, all that stand in a row. It finds the leftmost match, the
//! longest from that start, and the next one after its end. What can be read without uncertain folds is found first, and stands;
//! uncertain readings add only matches beside it. A match may leave its sentence only inside a single word that does.

mod api;
mod automaton;
mod bits;
mod context;
mod engine;
mod fold;
mod members;
#[cfg(any(fuzzing, all(test, not(target_arch = "wasm32"))))]
#[cfg_attr(
    fuzzing,
    allow(
        missing_docs,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::panic
    )
)]
pub mod naive;
mod number;
mod pass;
mod program;
mod respelt;
mod run;
mod sentence;
pub mod span;
mod spell;
mod symbols;
mod trie;
mod verify;
mod window;
mod words;

pub use api::{Capture, FoldSet, Limit, Match, Outcome, PatternFault, PatternSet, ScanLimits, TextError, TextSource};
pub use engine::{Scan, TextEngine};
pub use pass::Scratch;
