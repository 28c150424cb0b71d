//! What callers see: build an engine from a bundle's tables, scan a text for the patterns that are wanted, ask contexts of a match.

use crate::pack::decimal::Decimal;
use crate::pack::model::{Context, FoldTable, NameId, Pattern, Ref, Word};
use crate::syntax::tree::FoldKind;
use std::ops::Range;

/// The tables an engine is built from: those of a linked bundle.
#[derive(Clone, Copy, Debug)]
pub struct TextSource<'a> {
    /// Words.
    pub words: &'a [Word],
    /// Patterns; a [`Ref`] in a pattern or a context is an index into this table.
    pub patterns: &'a [Pattern],
    /// Contexts.
    pub contexts: &'a [Context],
    /// Fold tables.
    pub folds: &'a [FoldTable],
}

/// Why no engine can be built. The tables may come from a pack that nobody vouches for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextError {
    /// An index points outside its table.
    Index {
        /// Which table is pointed into.
        table: &'static str,
        /// The index.
        index: u32,
    },
    /// A table, a word or a pattern is larger than the engine allows.
    TooLarge(&'static str),
    /// Patterns, contexts or folds that refer to each other in a circle.
    Cycle {
        /// A pattern, context or character of the circle.
        key: String,
    },
}

impl std::fmt::Display for TextError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Index { table, index } => write!(f, "index {index} is outside the table of {table}"),
            Self::TooLarge(what) => write!(f, "{what}: too large"),
            Self::Cycle { key } => write!(f, "{key} refers to itself"),
        }
    }
}

impl std::error::Error for TextError {}

/// What is wrong with a pattern that an engine can run all the same: for the compiler to refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternFault {
    /// No word that every match must contain: the pattern is tried on every sentence.
    NoAnchor,
    /// The empty text matches; only longer matches are found.
    Empty,
}

/// A set of patterns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PatternSet {
    bits: Vec<u64>,
}

impl PatternSet {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a pattern.
    pub fn insert(&mut self, pattern: Ref) {
        let word = (pattern >> 6) as usize;
        if self.bits.len() <= word {
            self.bits.resize(word.saturating_add(1), 0);
        }
        if let Some(bits) = self.bits.get_mut(word) {
            *bits |= 1 << (pattern & 63);
        }
    }

    /// Whether it holds the pattern.
    #[must_use]
    pub fn contains(&self, pattern: Ref) -> bool {
        self.bits.get((pattern >> 6) as usize).is_some_and(|bits| bits >> (pattern & 63) & 1 == 1)
    }

    /// Its patterns, ascending.
    pub fn iter(&self) -> impl Iterator<Item = Ref> + '_ {
        let words = (0u32..).zip(&self.bits).filter(|(_, bits)| **bits != 0);
        words.flat_map(|(at, bits)| (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| at << 6 | bit))
    }
}

impl FromIterator<Ref> for PatternSet {
    fn from_iter<I: IntoIterator<Item = Ref>>(patterns: I) -> Self {
        let mut set = Self::new();
        for pattern in patterns {
            set.insert(pattern);
        }
        set
    }
}

/// The folds that a span needed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoldSet(pub(crate) u32);

/// All kinds, in the order of their bits.
const KINDS: [FoldKind; 17] = [
    FoldKind::Width,
    FoldKind::Case,
    FoldKind::Style,
    FoldKind::Traditional,
    FoldKind::ZeroWidth,
    FoldKind::Separator,
    FoldKind::Digit,
    FoldKind::Variant,
    FoldKind::Repeat,
    FoldKind::Pinyin,
    FoldKind::Abbreviation,
    FoldKind::Homophone,
    FoldKind::LookAlike,
    FoldKind::Split,
    FoldKind::Emoji,
    FoldKind::CodeWord,
    FoldKind::Recognition,
];

impl FoldSet {
    /// None.
    pub const EMPTY: Self = Self(0);

    /// Whether none was needed.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it holds the kind.
    #[must_use]
    pub fn contains(self, kind: FoldKind) -> bool {
        self.0 >> (kind as u32) & 1 == 1
    }

    /// Adds a kind.
    pub fn insert(&mut self, kind: FoldKind) {
        self.0 |= 1 << (kind as u32);
    }

    /// Both together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn without(self, kind: FoldKind) -> Self {
        Self(self.0 & !(1 << (kind as u32)))
    }

    /// What only one of the two holds.
    pub(crate) const fn difference(self, other: Self) -> Self {
        Self(self.0 ^ other.0)
    }

    /// How many.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The kinds, in the order of their declaration.
    pub fn iter(self) -> impl Iterator<Item = FoldKind> {
        KINDS.into_iter().filter(move |kind| self.contains(*kind))
    }
}

/// Bounds of one scan. What is cut is always told: see [`Outcome::limit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScanLimits {
    /// Most matches.
    pub matches: usize,
    /// Most work units; a unit is a character read, a word hit looked at, or a step of a pattern.
    pub work: u64,
}

impl Default for ScanLimits {
    fn default() -> Self {
        Self { matches: 10_000, work: 1_000_000_000 }
    }
}

/// Which bound was hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// [`ScanLimits::matches`].
    Matches,
    /// [`ScanLimits::work`].
    Work,
    /// The text is longer than an engine can address (2³¹ − 1 bytes); what lies beyond was not read.
    Text,
}

/// How a scan ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Work units used.
    pub work: u64,
    /// The bound that was hit; matches found before it stand.
    pub limit: Option<Limit>,
}

/// A number that a pattern captured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capture {
    /// Its name.
    pub name: NameId,
    /// Its value; 3.5万 is 35000.
    pub value: Decimal,
    /// First byte of number and unit.
    pub start: usize,
    /// One past the last byte of the unit.
    pub end: usize,
}

/// A match of a pattern. All positions are byte offsets into the scanned text, on character borders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The pattern.
    pub pattern: Ref,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The folds that were needed.
    pub folds: FoldSet,
    /// Whether one of them was uncertain.
    pub uncertain: bool,
    /// Captured numbers, in the order of the text.
    pub captures: Vec<Capture>,
    /// The sentence it lies in, its final punctuation excluded.
    pub sentence: Range<usize>,
    /// The clause it starts in, its final punctuation excluded.
    pub clause: Range<usize>,
}

impl Match {
    /// By start, then end, then pattern. Positions fit 32 bits, as texts are at most 2³¹ − 1 bytes.
    pub(crate) fn order(&self) -> u128 {
        (self.start as u128) << 64 | (self.end as u128) << 32 | u128::from(self.pattern)
    }
}
