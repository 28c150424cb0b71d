//! Fold tables derived from Unicode.

use crate::syntax::tree::FoldKind;

/// The Unicode-derived table of a kind.
#[must_use]
pub fn unicode_table(_kind: FoldKind) -> Vec<(char, String)> {
    Vec::new()
}
