//! codes
/// x
pub const CODES: &[(&str, &str)] = &[];
