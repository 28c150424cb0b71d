//! What pest generates from `grammar/zhunze.pest`.

pub(super) use zhunze_grammar::{Grammar, Rule};
