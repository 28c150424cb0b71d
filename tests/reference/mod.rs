//! A second opinion: what the documents say, written down as plainly as possible and as slow as it likes. It shares no logic with the
//! engine, only the types of packs, reports and options.

pub mod facts;
pub mod judge;
pub mod text;
pub mod truth;
