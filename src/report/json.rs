//! JSON: the contract itself.

use super::Report;

/// One line.
#[must_use]
pub fn line(report: &Report) -> String {
    serde_json::to_string(report).unwrap_or_default()
}

/// Indented.
#[must_use]
pub fn pretty(report: &Report) -> String {
    serde_json::to_string_pretty(report).unwrap_or_default()
}
