//! The pack: what it holds ([`model`]), its layout, safe decoding, digest, and linking packs into a bundle.

pub mod decimal;
pub mod linked;
pub mod model;
