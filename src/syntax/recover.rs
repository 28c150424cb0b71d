//! After a mistake: which clause to leave out so that the rest of the item can be read. The clause is blanked, not cut, so that
//! every other place stays where it is.

use super::keywords::{self, ItemWord};
use super::terms;
use crate::diagnostic::suggest::nearest;
use std::ops::Range;

/// A place where a clause or an entry may begin.
struct Start {
    at: usize,
    /// The brace it stands in, by position.
    brace: usize,
    /// Whether its word begins a clause of this kind of item, or nearly so.
    known: bool,
    /// Whether it is one to the letter.
    exact: bool,
}

/// The clause of the item that holds `at`.
pub(super) fn clause(text: &str, word: ItemWord, at: usize) -> Option<Range<usize>> {
    let keywords = terms::clauses(word);
    // Items without clause keywords are lists; every line is an entry.
    let lines = keywords.is_empty();
    let words: Vec<&str> = keywords.iter().filter_map(|r| keywords::of(*r)).flat_map(|k| [k.zh, k.en]).collect();
    let mut starts: Vec<Start> = Vec::new();
    // Open brackets: position, and whether it is a brace.
    let mut open: Vec<(usize, bool)> = Vec::new();
    // The brace around `at`, and where it ends.
    let mut around = None;
    let mut end = text.len();
    let mut first = true;
    let mut i = 0usize;
    while let Some(c) = text.get(i..).and_then(|t| t.chars().next()) {
        let mut next = i.saturating_add(c.len_utf8());
        if i >= at && around.is_none() {
            around = Some(open.iter().rev().find(|(_, brace)| *brace).map(|(p, _)| *p)?);
        }
        match c {
            '\n' => first = true,
            _ if c.is_whitespace() => {}
            '#' => next = text.get(i..).and_then(|t| t.find('\n')).map_or(text.len(), |n| i.saturating_add(n)),
            '}' | ')' | '）' | ']' => {
                if let Some((place, _)) = open.pop()
                    && around == Some(place)
                {
                    end = i;
                    break;
                }
                first = false;
            }
            _ => {
                let run = text
                    .get(i..)
                    .map_or(0, |t| t.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(t.len()));
                let spelt = text.get(i..i.saturating_add(run)).unwrap_or("");
                if let Some((brace, true)) = open.last()
                    && (first || run > 0)
                {
                    let exact = lines
                        || (word == ItemWord::Instrument && spelt.starts_with('第'))
                        || keywords::KEYWORDS
                            .iter()
                            .any(|k| keywords.contains(&k.rule) && (k.zh == spelt || k.en == spelt));
                    // A line that begins with something like a clause keyword begins a clause.
                    let known = exact || (first && nearest(spelt, words.iter().copied()).is_some());
                    if first || (known && !lines) {
                        starts.push(Start { at: i, brace: *brace, known, exact });
                    }
                }
                first = false;
                match c {
                    '"' => next = string_end(text, i),
                    '(' | '（' | '[' => open.push((i, false)),
                    '{' => {
                        open.push((i, true));
                        first = true;
                    }
                    _ => next = next.max(i.saturating_add(run)),
                }
            }
        }
        i = next;
    }
    let around = match around {
        Some(place) => place,
        // The mistake is at the very end.
        None => open.iter().rev().find(|(_, brace)| *brace).map(|(p, _)| *p)?,
    };
    let level = || starts.iter().filter(|s| s.brace == around);
    // A keyword at the place itself is innocent: what stands before it was not finished.
    let begin = match level().find(|s| s.at == at) {
        Some(s) if !s.exact || lines => s.at,
        _ => level().rfind(|s| s.at < at && s.known).map(|s| s.at).or_else(|| level().map(|s| s.at).next())?,
    };
    let stop = level()
        .filter(|s| s.at > begin && s.at >= at && s.known && (s.at != at || begin < at))
        .map(|s| s.at)
        .min()
        .unwrap_or(end);
    (begin < stop).then_some(begin..stop)
}

/// One past the end of the string that begins at a place.
fn string_end(text: &str, at: usize) -> usize {
    let mut escaped = false;
    for (i, c) in text.get(at..).unwrap_or("").char_indices().skip(1) {
        match c {
            '\n' => return at.saturating_add(i),
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at.saturating_add(i).saturating_add(1),
            _ => {}
        }
    }
    text.len()
}

/// As many spaces as the text has bytes; line breaks stay.
pub(super) fn blank(text: &str) -> String {
    text.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect()
}

/// The text with a stretch replaced by another of the same length.
pub(super) fn replace(text: &str, range: &Range<usize>, with: &str) -> String {
    let before = text.get(..range.start).unwrap_or("");
    let after = text.get(range.end..).unwrap_or("");
    format!("{before}{with}{after}")
}
