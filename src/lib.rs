//! Zhunze 准则: checks listings and livestream scripts against Chinese e-commerce law before publication.
//!
//! Data flows one way: source → tree → checked → pack → engine → report. See `ARCHITECTURE.md` for the rooms.
#![cfg_attr(not(feature = "wasm"), forbid(unsafe_code))]
#![cfg_attr(feature = "wasm", deny(unsafe_code))]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::panic
    )
)]

#[cfg(feature = "compiler")]
pub mod check;
mod cite;
#[cfg(feature = "compiler")]
pub mod compile;
#[cfg(feature = "compiler")]
pub mod corpus;
pub mod coverage;
pub mod diagnostic;
pub mod engine;
pub mod eval;
pub mod explain;
mod fnv;
pub mod host;
pub mod input;
mod order;
pub mod pack;
pub mod report;
pub mod schema;
pub mod syntax;
pub mod text;
#[cfg(feature = "wasm")]
pub mod wasm;
