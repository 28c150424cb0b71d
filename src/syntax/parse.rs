//! From text to tree, item by item.

use super::Language;
use super::builder::Builder;
use super::error;
use super::explain::{self, Place};
use super::grammar::{Grammar, Rule};
use super::items::{self, RawItem};
use super::keywords::{self, ItemWord};
use super::recover;
use super::terms::{self, Term};
use super::tree::{Item, ItemKind, SourceFile};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::nearest;
use pest::Parser;
use pest::iterators::{Pair, Pairs};
use std::cmp::Ordering;
use std::ops::Range;

/// What a source file may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How deep brackets, `非` and operators may nest.
    pub nesting: usize,
    /// Bytes of a file.
    pub file_bytes: usize,
    /// Bytes of one item.
    pub item_bytes: usize,
    /// How many mistakes of a file are reported; the first ones.
    pub mistakes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { nesting: 64, file_bytes: 4 << 20, item_bytes: 1 << 20, mistakes: 500 }
    }
}

/// Parses a file within the default limits. The items of the tree are those without a mistake; every mistake of the file is
/// among the diagnostics.
#[must_use]
pub fn parse(file: u32, text: &str) -> (SourceFile, Vec<Diagnostic>) {
    parse_with(file, text, &Limits::default())
}

/// Parses a file within limits of the caller's.
#[must_use]
pub fn parse_with(file: u32, text: &str, limits: &Limits) -> (SourceFile, Vec<Diagnostic>) {
    if text.len() > limits.file_bytes || u32::try_from(text.len()).is_err() {
        return (SourceFile::default(), vec![error::file_too_large(file, text.len(), limits.file_bytes)]);
    }
    let split = items::split(file, text, limits);
    let language = language(text, &split.items);
    let mut parser = FileParser {
        file,
        text,
        limits,
        language,
        out: SourceFile::default(),
        diagnostics: split.diagnostics,
        before: None,
        innocent: Vec::new(),
    };
    for raw in &split.items {
        parser.item(raw);
        parser.before = raw.word;
    }
    parser.out.comments = split.comments;
    let innocent = std::mem::take(&mut parser.innocent);
    parser.diagnostics.retain(|d| {
        let at = d.span.start as usize;
        let range = innocent.get(innocent.partition_point(|range| range.end <= at));
        d.code != "E0104" || range.is_none_or(|range| !range.contains(&at))
    });
    parser.diagnostics.sort_by_key(|d| (d.span.start, d.span.end));
    parser.diagnostics.truncate(limits.mistakes);
    (parser.out, parser.diagnostics)
}

/// The language of most item keywords; of the first where as many are in each; Chinese where there are none.
pub(super) fn language(text: &str, items: &[RawItem]) -> Language {
    let english = |raw: &&RawItem| text.get(raw.start..).is_some_and(|t| t.starts_with(|c: char| c.is_ascii()));
    let known = || items.iter().filter(|raw| raw.word.is_some());
    let count = known().filter(english).count();
    match count.saturating_mul(2).cmp(&known().count()) {
        Ordering::Greater => Language::En,
        Ordering::Equal if known().next().as_ref().is_some_and(english) => Language::En,
        _ => Language::Zh,
    }
}

struct FileParser<'t> {
    file: u32,
    text: &'t str,
    limits: &'t Limits,
    language: Language,
    out: SourceFile,
    diagnostics: Vec<Diagnostic>,
    /// The kind of the item before.
    before: Option<ItemWord>,
    /// Stretches, in order, whose closing brackets are not too many after all.
    innocent: Vec<Range<usize>>,
}

/// How many mistakes of one item are worth reporting.
const MISTAKES: usize = 32;
/// How many bytes of one item are read again after mistakes.
const WORK: usize = 4 << 20;

impl FileParser<'_> {
    fn item(&mut self, raw: &RawItem) {
        let whole = error::span(self.file, raw.start, raw.end);
        let Some((word, grammar)) = raw.word.and_then(|word| Some((word, word.grammar()?))) else {
            return self.stray(raw);
        };
        let mended = raw.mended(self.text);
        // Where nearly every bracket is wrong, the brackets are what there is to say.
        if raw.skip || raw.cuts.len() > MISTAKES {
            return self.broken(raw, &mended);
        }
        let mut text = mended.clone();
        for cut in &raw.cuts {
            if let Some(range) = recover::clause(&text, word, cut.saturating_sub(raw.start)) {
                let spaces = recover::blank(text.get(range.clone()).unwrap_or(""));
                text = recover::replace(&text, &range, &spaces);
            }
        }
        let mut builder = Builder {
            file: self.file,
            base: raw.start,
            end: raw.end,
            limits: self.limits,
            diagnostics: Vec::new(),
            depth: 0,
        };
        let mut read_to = None;
        let tries = WORK.checked_div(text.len()).unwrap_or(MISTAKES).clamp(1, MISTAKES);
        for _ in 0..tries {
            let error = match Grammar::parse(grammar, &text) {
                Ok(pairs) => {
                    self.languages(&builder, pairs.clone());
                    let built = pairs.into_iter().next().and_then(|pair| build(&mut builder, word, pair));
                    if built.is_none() && builder.diagnostics.is_empty() && !raw.broken {
                        builder.report(error::internal(whole));
                    }
                    let clean = builder.diagnostics.is_empty() && read_to.is_none() && !raw.broken;
                    self.diagnostics.append(&mut builder.diagnostics);
                    match built.filter(|_| clean) {
                        Some(kind) => self.out.items.push(Item { kind, span: whole }),
                        None => self.broken(raw, &mended),
                    }
                    return;
                }
                Err(error) => error,
            };
            let at = explain::position(&error);
            // No progress: what is left is the consequence of what was reported.
            if read_to.is_some_and(|before| at <= before) {
                break;
            }
            let place = Place {
                file: self.file,
                language: self.language,
                word,
                text: &text,
                source: self.text.get(raw.start..raw.end).unwrap_or(""),
                base: raw.start,
                len: raw.end.saturating_sub(raw.start),
                nesting: self.limits.nesting,
            };
            let explained = explain::explain(&place, &error);
            // A bracket that is not closed explains what follows it.
            if raw.cuts.is_empty() || read_to.is_some() {
                self.diagnostics.push(explained.diagnostic);
            }
            let (range, with) = match explained.mend {
                Some(mend) => mend,
                None => match recover::clause(&text, word, at) {
                    Some(range) => {
                        let spaces = recover::blank(text.get(range.clone()).unwrap_or(""));
                        (range, spaces)
                    }
                    None => break,
                },
            };
            read_to = Some(at.max(range.start));
            text = recover::replace(&text, &range, &with);
        }
        self.broken(raw, &mended);
    }

    /// Keeps the name of an item that could not be read.
    fn broken(&mut self, raw: &RawItem, text: &str) {
        let head = text.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_' || c == '-');
        let name = head.trim_start();
        let base = raw.start.saturating_add(text.len().saturating_sub(name.len()));
        let mut builder =
            Builder { file: self.file, base, end: raw.end, limits: self.limits, diagnostics: Vec::new(), depth: 0 };
        let pair = Grammar::parse(Rule::decl_name, name).ok().and_then(|mut pairs| pairs.next());
        self.out.broken.extend(pair.and_then(|pair| builder.decl_name(pair)));
    }

    /// Text that belongs to no item.
    fn stray(&mut self, raw: &RawItem) {
        let body = self.text.get(raw.start..raw.end).unwrap_or("");
        let line = body.lines().next().unwrap_or("").trim_end();
        let first = line.split(char::is_whitespace).next().unwrap_or("");
        let end = raw.start.saturating_add(first.len());
        let at = error::span(self.file, raw.start, end);
        let spelt = first.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).next().unwrap_or("");
        let clause = self.before.is_some_and(|word| {
            let keywords = terms::clauses(word);
            keywords::KEYWORDS.iter().any(|k| keywords.contains(&k.rule) && (k.zh == spelt || k.en == spelt))
        });
        if raw.broken {
            // The brace that closes nothing is the right one, and the one before it is too many.
            if !clause {
                return;
            }
            self.innocent.push(raw.start..raw.end);
        }
        let words: Vec<Term> = explain::item_words(self.language).map(Term::Keyword).collect();
        let (zh, en) = (terms::list(&words, Language::Zh), terms::list(&words, Language::En));
        if first.starts_with("//") || first.starts_with("/*") {
            return self.diagnostics.push(error::sign(at, first, "#", "#"));
        }
        if let Some(near) = nearest(spelt, explain::item_words(self.language)) {
            let end = raw.start.saturating_add(spelt.len());
            let at = error::span(self.file, raw.start, end);
            return self.diagnostics.push(error::unknown_keyword(at, spelt, Some(near), &zh, &en));
        }
        self.diagnostics.push(error::stray(at, first, clause, (&zh, &en)));
    }

    /// Reports the first keyword of an item that is in the other language.
    fn languages(&mut self, builder: &Builder<'_>, pairs: Pairs<'_, Rule>) {
        for pair in pairs.flatten() {
            let found = pair.as_str();
            let other = match self.language {
                Language::Zh => Language::En,
                Language::En => Language::Zh,
            };
            let wanted = if let Some(keyword) = keywords::of(pair.as_rule()) {
                let foreign = found.is_ascii() == (self.language == Language::Zh);
                (foreign && keyword.zh != keyword.en && !found.is_empty()).then(|| keyword.spelling(self.language))
            } else if pair.as_rule() == Rule::path {
                keywords::root(found, other).map(|k| k.spelling(self.language))
            } else {
                None
            };
            if let Some(wanted) = wanted {
                let found = found.split('.').next().unwrap_or(found);
                let start = builder.span(&pair).start as usize;
                let at = error::span(self.file, start, start.saturating_add(found.len()));
                let diagnostic = error::mixed_languages(at, found, wanted, self.language);
                return self.diagnostics.push(diagnostic);
            }
        }
    }
}

fn build(builder: &mut Builder<'_>, word: ItemWord, pair: Pair<'_, Rule>) -> Option<ItemKind> {
    Some(match word {
        ItemWord::Pack => ItemKind::Pack(builder.pack(pair)?),
        ItemWord::Instrument => ItemKind::Instrument(builder.instrument(pair)?),
        ItemWord::Enum => ItemKind::Enum(builder.enumeration(pair)?),
        ItemWord::Taxonomy => ItemKind::Taxonomy(builder.taxonomy(pair)?),
        ItemWord::Record | ItemWord::Subject => ItemKind::Record(builder.record(pair)?),
        ItemWord::Lexicon => ItemKind::Lexicon(builder.lexicon(pair)?),
        ItemWord::Pattern => ItemKind::Pattern(builder.pattern(pair)?),
        ItemWord::Fold => ItemKind::Fold(builder.fold(pair)?),
        ItemWord::Context => ItemKind::Context(builder.context(pair)?),
        ItemWord::Prescribed => ItemKind::Prescribed(builder.prescribed(pair)?),
        ItemWord::Define => ItemKind::Define(builder.define(pair)?),
        ItemWord::Presume => ItemKind::Presume(builder.presume(pair)?),
        ItemWord::Rule => ItemKind::Rule(Box::new(builder.rule(pair)?)),
        ItemWord::Raise => ItemKind::Raise(builder.raise(pair)?),
        ItemWord::Extend => ItemKind::Extend(builder.extend(pair)?),
        ItemWord::Calendar => ItemKind::Calendar(builder.calendar(pair)?),
        ItemWord::Scenario => ItemKind::Scenario(builder.scenario(pair)?),
    })
}
