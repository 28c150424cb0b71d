//! Trust: a publisher, an attacker on the wire, and clients that must not be fooled.
#![cfg(all(feature = "trust", not(target_arch = "wasm32")))]

#[path = "trust/corruption.rs"]
mod corruption;
#[path = "trust/publisher.rs"]
mod publisher;
#[path = "trust/scenarios.rs"]
mod scenarios;
