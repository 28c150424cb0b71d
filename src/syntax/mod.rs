//! Source → spanned tree, and the formatter. No pest type leaves this module; the tree knows no meaning.

pub mod tree;
