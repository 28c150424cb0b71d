//! Every code. Each room keeps the table of its own next to the code that reports them; this is where they meet.

/// One code: what it means in general, apart from the case at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeInfo {
    /// `E0101`; never given another meaning.
    pub code: &'static str,
    /// Chinese title.
    pub title_zh: &'static str,
    /// English title.
    pub title_en: &'static str,
    /// Chinese: when it is reported, why it is a mistake, and what to do.
    pub explanation_zh: &'static str,
    /// The same in English.
    pub explanation_en: &'static str,
}

/// The tables, in the order of the codes.
static ROOMS: &[&[CodeInfo]] = &[
    crate::syntax::CODES,
    #[cfg(feature = "compiler")]
    crate::check::CODES,
    #[cfg(feature = "compiler")]
    crate::compile::CODES,
];

/// Every code in order.
pub fn all() -> impl Iterator<Item = &'static CodeInfo> {
    ROOMS.iter().copied().flatten()
}

/// What a code means.
#[must_use]
pub fn find(code: &str) -> Option<&'static CodeInfo> {
    all().find(|info| info.code == code)
}

#[cfg(test)]
mod tests {
    #[test]
    fn codes_are_unique_and_in_order() {
        let codes: Vec<_> = super::all().map(|c| c.code).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
    }

    #[test]
    fn codes_are_explained_in_both_languages() {
        for c in super::all() {
            for text in [c.title_zh, c.title_en, c.explanation_zh, c.explanation_en] {
                assert!(!text.trim().is_empty(), "{}", c.code);
            }
        }
    }
}
