//! The tables of respellings (`zhi疗`, `氵台疗`, `薇信`), as the engine looks for them: what is written, and the part of words it
//! stands for. A respelling stands for a part of words, not for a character wherever it stands: `嘴` is no `最` in 嘴唇. So a text
//! is searched for what is written, like for words, and only where that is found it is read as the part it stands for (see
//! [`super::respelt`]); the words themselves are stored once, however many ways there are to write them.

use super::api::{FoldSet, TextError};
use super::fold::{CLAUSE_ENDS, Fate, Folds, SENTENCE_ENDS, is_line_break};
use crate::pack::model::FoldTable;
use crate::syntax::tree::FoldKind;

/// Most respellings of all tables.
const MAX_ENTRIES: usize = 1 << 16;

/// What a respelling stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Respelling {
    /// The part of words, by its number among parts.
    pub(super) part: u32,
    pub(super) folds: FoldSet,
    pub(super) uncertain: bool,
    /// It merely sounds alike. Such are many, and a word with two parts that merely sound alike is mostly another word.
    pub(super) alike: bool,
}

/// All respellings.
#[derive(Debug, Default)]
pub(super) struct Respellings<'a> {
    pub(super) parts: Vec<&'a str>,
    /// What is written, and what that stands for. The same may be written for several parts.
    pub(super) entries: Vec<(&'a str, Respelling)>,
}

impl<'a> Respellings<'a> {
    pub(super) fn build(tables: &'a [FoldTable], folds: &Folds) -> Result<Self, TextError> {
        let mut built = Self::default();
        // Of a respelling that is dropped as a whole nothing would be left to see.
        let seen = |text: &str| text.chars().any(|c| folds.of(c).fate == Fate::Kept);
        for table in tables {
            let mut kinds = FoldSet::EMPTY;
            kinds.insert(table.kind);
            let alike = table.uncertain && table.kind == FoldKind::Homophone;
            for (written, part) in &table.spellings {
                if !seen(written) || !seen(part) || written == part || written.chars().any(is_mark) {
                    continue;
                }
                // The ways to write one part stand together.
                if built.parts.last() != Some(&part.as_str()) {
                    built.parts.push(part);
                }
                let part = u32::try_from(built.parts.len()).unwrap_or(u32::MAX).saturating_sub(1);
                let stands_for = Respelling { part, folds: kinds, uncertain: table.uncertain, alike };
                built.entries.push((written, stands_for));
            }
        }
        if built.entries.len() > MAX_ENTRIES {
            return Err(TextError::TooLarge("respellings"));
        }
        Ok(built)
    }
}

fn is_mark(c: char) -> bool {
    is_line_break(c) || CLAUSE_ENDS.contains(&c) || SENTENCE_ENDS.contains(&c)
}
