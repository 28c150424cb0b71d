//! What pest generates from `zhunze.pest`, and nothing else. Only `src/syntax` of the library uses it.
#![forbid(unsafe_code)]
#![allow(missing_docs, clippy::all)]

/// The generated parser.
#[derive(pest_derive::Parser, Debug)]
#[grammar = "../zhunze.pest"]
pub struct Grammar;
