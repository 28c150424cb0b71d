//! Zhunze 准则: checks listings and livestream scripts against Chinese e-commerce law before publication.
//!
//! Data flows one way: source → tree → checked → pack → engine → report. See `ARCHITECTURE.md` for the rooms.
#![cfg_attr(not(any(feature = "wasm", feature = "wasm-trust")), forbid(unsafe_code))]
#![cfg_attr(any(feature = "wasm", feature = "wasm-trust"), deny(unsafe_code))]
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
pub mod diff;
#[cfg(feature = "compiler")]
pub mod editing;
pub mod engine;
pub mod eval;
pub mod explain;
mod fnv;
pub mod host;
mod html;
mod index;
pub mod input;
mod order;
pub mod pack;
pub mod receipt;
pub mod report;
pub mod schema;
pub mod syntax;
#[cfg(feature = "compiler")]
pub mod template;
#[cfg(feature = "compiler")]
pub mod testing;
pub mod text;
#[cfg(feature = "trust")]
pub mod trust;
#[cfg(feature = "wasm")]
pub mod wasm;
#[cfg(all(feature = "wasm", feature = "compiler"))]
pub mod wasm_editing;
#[cfg(any(feature = "wasm", feature = "wasm-trust"))]
mod wasm_error;
#[cfg(feature = "wasm-trust")]
pub mod wasm_trust;
