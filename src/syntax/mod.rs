//! Source → spanned tree, and the formatter. No pest type leaves this module; the tree knows no meaning.
//!
//! [`parse`] works in three steps. `items` splits the text into items with a scanner that cannot fail and cannot recurse: it
//! knows strings, comments and brackets, and caps nesting and size. `parse` hands each item to the pest grammar by itself, so
//! that one broken item hides no other, and inside an item tries again without the clause that failed. The `build_*` files turn
//! what pest returns into the tree.

mod codes;
pub mod tree;

#[cfg(feature = "compiler")]
mod build_expr;
#[cfg(feature = "compiler")]
mod build_facts;
#[cfg(feature = "compiler")]
mod build_rule;
#[cfg(feature = "compiler")]
mod build_text;
#[cfg(feature = "compiler")]
mod builder;
#[cfg(feature = "compiler")]
mod error;
#[cfg(feature = "compiler")]
mod explain;
#[cfg(feature = "compiler")]
mod format;
#[cfg(feature = "compiler")]
mod grammar;
#[cfg(feature = "compiler")]
mod items;
#[cfg(feature = "compiler")]
mod keywords;
#[cfg(feature = "compiler")]
pub(crate) mod numerals;
#[cfg(feature = "compiler")]
mod parse;
#[cfg(feature = "compiler")]
mod recover;
#[cfg(feature = "compiler")]
mod terms;
#[cfg(feature = "compiler")]
mod textmate;

pub use codes::CODES;
#[cfg(feature = "compiler")]
pub use format::format;
#[cfg(feature = "compiler")]
pub use parse::{Limits, parse, parse_with};
#[cfg(feature = "compiler")]
pub use textmate::textmate;

/// Every keyword as it is spelt in one language; empty where that language has no word for it.
#[cfg(feature = "compiler")]
pub(crate) fn keyword_spellings(language: Language) -> impl Iterator<Item = &'static str> {
    keywords::KEYWORDS.iter().map(move |k| k.spelling(language))
}

/// The language of a file's keywords, or of what people are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// The text in this language; Chinese where there is none in English.
    pub(crate) fn pick<'t>(self, zh: &'t str, en: &'t str) -> &'t str {
        match self {
            Self::En if !en.is_empty() => en,
            _ => zh,
        }
    }
}
