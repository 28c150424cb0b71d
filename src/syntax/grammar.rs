//! What pest generates from `grammar/zhunze.pest`.
#![allow(missing_docs, clippy::all, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

/// The generated parser.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/zhunze.pest"]
pub(super) struct Grammar;
