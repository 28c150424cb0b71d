//! Fold tables composed to a fixpoint: for every character what it finally stands for, through which folds, and whether one of
//! them is uncertain. Nothing here knows which characters fold; it is all in the tables. What the language fixes — the marks
//! that end clauses and sentences, and line breaks — is never dropped and never becomes several characters.

use super::api::{FoldSet, TextError};
use crate::order;
use crate::pack::model::FoldTable;
use crate::syntax::tree::FoldKind;

/// Most characters that one character can stand for.
const MAX_EXPANSION: usize = 16;
/// Longest chain of folds.
const MAX_CHAIN: usize = 16;
/// Most entries of all tables together.
const MAX_ENTRIES: usize = 1 << 18;

/// Marks that end a clause.
pub(super) const CLAUSE_ENDS: [char; 6] = ['，', '；', '：', ',', ';', ':'];
/// Marks that end a sentence, line breaks apart.
pub(super) const SENTENCE_ENDS: [char; 7] = ['。', '！', '？', '!', '?', '…', '｡'];

/// Whether the character breaks the line; it belongs to no word and is never dropped.
pub(super) const fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It stands for the characters in [`Folded::to`].
    Kept,
    /// Dropped anywhere.
    Zero,
    /// Dropped between words' characters.
    Separator,
}

/// ASCII digit, ASCII letter, or neither: after width, style and the like, before digits become Chinese ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Other,
    Digit,
    Letter,
}

/// A character's fold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Folded<'a> {
    pub(super) fate: Fate,
    /// What it stands for; empty: itself.
    pub(super) to: &'a [char],
    /// The ASCII digits or letters it passed through; empty: itself, if it is one.
    pub(super) ascii: &'a [char],
    pub(super) script: Script,
    pub(super) folds: FoldSet,
    pub(super) uncertain: bool,
}

#[derive(Debug)]
struct Entry {
    from: char,
    fate: Fate,
    script: Script,
    folds: FoldSet,
    uncertain: bool,
    to: (u32, u8),
    ascii: (u32, u8),
}

/// All folds of a bundle.
#[derive(Debug, Default)]
pub(super) struct Folds {
    entries: Vec<Entry>,
    chars: Vec<char>,
    /// A bit for each of the first 65,536 code points that folds: most characters need no search.
    folding: Vec<u64>,
    /// Declared, and whether uncertain.
    pub(super) repeat: Option<bool>,
}

type Step<'a> = (&'a str, FoldKind, bool);

/// One step of folding, by character, ascending.
struct Steps<'a>(Vec<(char, Step<'a>)>);

impl<'a> Steps<'a> {
    fn get(&self, c: char) -> Option<&Step<'a>> {
        let at = self.0.binary_search_by_key(&c, |(from, _)| *from).ok()?;
        self.0.get(at).map(|(_, step)| step)
    }
}

impl Folds {
    pub(super) fn build(tables: &[FoldTable]) -> Result<Self, TextError> {
        let mut folds = Self::default();
        let mut steps = Steps(Vec::new());
        let mut total = 0usize;
        // Certain tables first, so that a character in both kinds is certain; dropping comes before replacing.
        let mut ordered: Vec<&FoldTable> = tables.iter().collect();
        order::by_key(&mut ordered, |table| u128::from(table.uncertain) << 1 | u128::from(!is_drop(table.kind)));
        for table in ordered {
            total = total.saturating_add(table.entries.len());
            if total > MAX_ENTRIES {
                return Err(TextError::TooLarge("fold tables"));
            }
            if table.kind == FoldKind::Repeat {
                folds.repeat.get_or_insert(table.uncertain);
                continue;
            }
            for (from, to) in &table.entries {
                let own = to.chars().eq([*from]) && !is_drop(table.kind);
                if !own && !is_line_break(*from) {
                    steps.0.push((*from, (to.as_str(), table.kind, table.uncertain)));
                }
            }
        }
        // The first that was said of a character stands.
        order::by_key(&mut steps.0, |(from, _)| u128::from(u32::from(*from)));
        steps.0.dedup_by_key(|(from, _)| *from);
        folds.entries.reserve(steps.0.len());
        for (from, step) in &steps.0 {
            if let Some(entry) = folds.simple(*from, step, &steps) {
                folds.entries.push(entry);
            } else if let Some(entry) = folds.compose(*from, &steps)? {
                folds.entries.push(entry);
            }
        }
        folds.folding = vec![0; 0x1_0000 / 64];
        for entry in &folds.entries {
            let code = u32::from(entry.from) as usize;
            if let Some(bits) = folds.folding.get_mut(code >> 6) {
                *bits |= 1 << (code & 63);
            }
        }
        Ok(folds)
    }

    /// The usual case: one character for another, with nothing further to it.
    fn simple(&mut self, from: char, (to, kind, uncertain): &Step, steps: &Steps) -> Option<Entry> {
        let mut chars = to.chars();
        let (c, None) = (chars.next()?, chars.next()) else { return None };
        let plain = |c: char| !c.is_ascii_alphanumeric() && !CLAUSE_ENDS.contains(&c) && !SENTENCE_ENDS.contains(&c);
        if is_drop(*kind) || !plain(from) || !plain(c) || steps.get(c).is_some() {
            return None;
        }
        let mut folds = FoldSet::EMPTY;
        folds.insert(*kind);
        let (to, ascii) = (self.store(&[c]), self.store(&[]));
        Some(Entry { from, fate: Fate::Kept, script: Script::Other, folds, uncertain: *uncertain, to, ascii })
    }

    fn compose(&mut self, from: char, steps: &Steps) -> Result<Option<Entry>, TextError> {
        let is_mark = |c: &char| CLAUSE_ENDS.contains(c) || SENTENCE_ENDS.contains(c);
        let mut chain = vec![from];
        let mut ascii: Vec<char> = if from.is_ascii_alphanumeric() { vec![from] } else { Vec::new() };
        let (mut kinds, mut uncertain) = (FoldSet::EMPTY, false);
        for round in 0.. {
            let mut changed = false;
            let mut next = Vec::with_capacity(chain.len());
            for c in &chain {
                match steps.get(*c) {
                    Some((to, kind, unsure)) if !is_drop(*kind) => {
                        next.extend(to.chars());
                        kinds.insert(*kind);
                        uncertain |= unsure;
                        changed = true;
                    }
                    _ => next.push(*c),
                }
            }
            if !changed {
                break;
            }
            if next.len() > MAX_EXPANSION {
                return Err(TextError::TooLarge("what a character folds to"));
            }
            if round >= MAX_CHAIN {
                return Err(TextError::Cycle { key: from.to_string() });
            }
            if !next.is_empty() && next.iter().all(char::is_ascii_alphanumeric) {
                ascii.clone_from(&next);
            }
            chain = next;
        }
        let drops: Vec<Option<&Step>> =
            chain.iter().map(|c| steps.get(*c).filter(|(_, kind, _)| is_drop(*kind))).collect();
        let fate = if drops.iter().any(Option::is_none) && !chain.is_empty() {
            Fate::Kept
        } else if drops.iter().flatten().any(|(_, kind, _)| *kind == FoldKind::Separator) {
            Fate::Separator
        } else {
            Fate::Zero
        };
        if is_mark(&from) && (fate != Fate::Kept || chain.len() != 1 || !chain.iter().all(is_mark)) {
            return Ok(None);
        }
        for (_, kind, unsure) in drops.iter().flatten() {
            kinds.insert(*kind);
            uncertain |= unsure;
        }
        if fate == Fate::Kept {
            let mut kept = drops.iter().map(Option::is_none);
            chain.retain(|_| kept.next().unwrap_or(true));
        }
        let script = if ascii.is_empty() {
            Script::Other
        } else if ascii.iter().all(char::is_ascii_digit) {
            Script::Digit
        } else if ascii.iter().all(char::is_ascii_alphabetic) {
            Script::Letter
        } else {
            Script::Other
        };
        Ok(Some(Entry {
            from,
            fate,
            script,
            folds: kinds,
            uncertain,
            to: self.store(&chain),
            ascii: self.store(&ascii),
        }))
    }

    fn store(&mut self, chars: &[char]) -> (u32, u8) {
        let at = u32::try_from(self.chars.len()).unwrap_or(u32::MAX);
        self.chars.extend_from_slice(chars);
        (at, u8::try_from(chars.len()).unwrap_or(u8::MAX))
    }

    fn view(&self, entry: &Entry) -> Folded<'_> {
        let slice = |(at, len): (u32, u8)| {
            let at = at as usize;
            self.chars.get(at..at.saturating_add(usize::from(len))).unwrap_or(&[])
        };
        Folded {
            fate: entry.fate,
            to: slice(entry.to),
            ascii: slice(entry.ascii),
            script: entry.script,
            folds: entry.folds,
            uncertain: entry.uncertain,
        }
    }

    /// The fold of a character.
    pub(super) fn of(&self, c: char) -> Folded<'_> {
        let code = u32::from(c) as usize;
        let may = self.folding.get(code >> 6).is_none_or(|bits| bits >> (code & 63) & 1 == 1);
        if may
            && let Ok(at) = self.entries.binary_search_by_key(&c, |entry| entry.from)
            && let Some(entry) = self.entries.get(at)
        {
            return self.view(entry);
        }
        let script = if c.is_ascii_digit() {
            Script::Digit
        } else if c.is_ascii_alphabetic() {
            Script::Letter
        } else {
            Script::Other
        };
        Folded { fate: Fate::Kept, to: &[], ascii: &[], script, folds: FoldSet::EMPTY, uncertain: false }
    }

    /// The characters that do not just stand for themselves, with their folds.
    pub(super) fn all(&self) -> impl Iterator<Item = (char, Folded<'_>)> {
        self.entries.iter().map(|entry| (entry.from, self.view(entry)))
    }
}

const fn is_drop(kind: FoldKind) -> bool {
    matches!(kind, FoldKind::ZeroWidth | FoldKind::Separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(kind: FoldKind, pairs: &[(char, &str)]) -> FoldTable {
        FoldTable {
            kind,
            uncertain: false,
            spellings: Vec::new(),
            entries: pairs.iter().map(|(c, to)| (*c, (*to).to_owned())).collect(),
        }
    }

    #[test]
    fn chains_end_at_what_a_character_finally_stands_for() {
        let folds = Folds::build(&[
            table(FoldKind::Width, &[('Ａ', "A"), ('．', ".")]),
            table(FoldKind::Case, &[('A', "a")]),
            table(FoldKind::Style, &[('⑩', "10")]),
            table(FoldKind::Digit, &[('1', "一"), ('0', "零")]),
            table(FoldKind::Separator, &[('.', ""), ('。', "")]),
        ])
        .unwrap();
        let a = folds.of('Ａ');
        assert_eq!((a.to, a.script), (&['a'][..], Script::Letter));
        assert_eq!(a.folds.iter().collect::<Vec<_>>(), [FoldKind::Width, FoldKind::Case]);
        let ten = folds.of('⑩');
        assert_eq!((ten.to, ten.ascii, ten.script), (&['一', '零'][..], &['1', '0'][..], Script::Digit));
        assert_eq!(folds.of('．').fate, Fate::Separator);
        assert_eq!(folds.of('。').fate, Fate::Kept, "what ends a sentence is never dropped");
    }

    #[test]
    fn hostile_tables_are_refused() {
        let circle = table(FoldKind::Case, &[('a', "b"), ('b', "a")]);
        assert!(matches!(Folds::build(&[circle]), Err(TextError::Cycle { .. })));
        let bomb = table(FoldKind::Style, &[('a', "bbbb"), ('b', "cccc"), ('c', "dddd")]);
        assert!(matches!(Folds::build(&[bomb]), Err(TextError::TooLarge(_))));
    }
}
