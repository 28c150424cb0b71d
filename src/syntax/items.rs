//! Splits a file into items before pest sees any of it. The scanner knows strings, comments and brackets, nothing else; it runs
//! once over the text, keeps its bracket stack on the heap and cannot fail. What it can mend it mends in a copy of the item
//! of the same length (a missing quote, a full-width brace), so that pest still finds the item's other mistakes.

use super::error::{self, FullWidth};
use super::keywords::ItemWord;
use super::parse::Limits;
use super::tree::{Comment, Span};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::nearest;

/// One item's stretch of text.
#[derive(Debug)]
pub(super) struct RawItem {
    /// `None`: text that belongs to no item.
    pub word: Option<ItemWord>,
    pub start: usize,
    pub end: usize,
    /// Same-length replacements, by position.
    pub patches: Vec<(usize, usize, String)>,
    /// Closing brackets that are missing at the end.
    pub suffix: String,
    /// Places whose clause cannot be read because a bracket in it is not closed.
    pub cuts: Vec<usize>,
    /// Whether a problem in it has been reported already.
    pub broken: bool,
    /// Not to be handed to pest at all.
    pub skip: bool,
}

impl RawItem {
    /// The text for pest: the item's own, mended where the scanner could. Offsets stay.
    pub fn mended(&self, text: &str) -> String {
        let mut out = String::new();
        let mut at = self.start;
        for (from, to, with) in &self.patches {
            out.push_str(text.get(at..*from).unwrap_or(""));
            out.push_str(with);
            at = *to;
        }
        out.push_str(text.get(at..self.end).unwrap_or(""));
        out.push_str(&self.suffix);
        out
    }
}

/// What the scanner finds.
#[derive(Debug, Default)]
pub(super) struct Split {
    pub items: Vec<RawItem>,
    pub comments: Vec<Comment>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Splits a file.
pub(super) fn split(file: u32, text: &str, limits: &Limits) -> Split {
    let (split, balanced) = Scanner::new(file, text, limits, false).run();
    if balanced {
        return split;
    }
    // Some bracket is never closed, and may have swallowed the items after it: an item keyword at the margin that opens a
    // block now starts an item at any depth.
    Scanner::new(file, text, limits, true).run().0
}

struct Scanner<'t> {
    file: u32,
    text: &'t str,
    limits: &'t Limits,
    resync: bool,
    at: usize,
    /// Only white space since the line began.
    first: bool,
    /// No white space either.
    margin: bool,
    open: Vec<(char, usize)>,
    /// How many of each kind are open.
    counts: [(char, usize); 3],
    item: Option<RawItem>,
    out: Split,
    balanced: bool,
}

const NONE_OPEN: [(char, usize); 3] = [('(', 0), ('[', 0), ('{', 0)];

fn closes(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// Pads a replacement to the length of what it replaces.
fn padded(with: &str, len: usize, before: bool) -> String {
    let pad = " ".repeat(len.saturating_sub(with.len()));
    if before { format!("{pad}{with}") } else { format!("{with}{pad}") }
}

impl<'t> Scanner<'t> {
    fn new(file: u32, text: &'t str, limits: &'t Limits, resync: bool) -> Self {
        let out = Split::default();
        Self {
            file,
            text,
            limits,
            resync,
            at: 0,
            first: true,
            margin: true,
            open: Vec::new(),
            counts: NONE_OPEN,
            item: None,
            out,
            balanced: true,
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        error::span(self.file, start, end)
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        if let Some(item) = &mut self.item {
            item.broken = true;
        }
        self.out.diagnostics.push(diagnostic);
    }

    fn run(mut self) -> (Split, bool) {
        while let Some(c) = self.rest().chars().next() {
            let len = c.len_utf8();
            match c {
                '\n' => {
                    self.first = true;
                    self.margin = true;
                    self.at = self.at.saturating_add(len);
                    continue;
                }
                _ if c.is_whitespace() || c == '\u{FEFF}' => {
                    self.margin = self.margin && c == '\u{FEFF}';
                    self.at = self.at.saturating_add(len);
                    continue;
                }
                '#' => {
                    self.comment();
                    continue;
                }
                ';' | '；' if self.item.is_none() => {
                    self.at = self.at.saturating_add(len);
                    continue;
                }
                _ => {}
            }
            self.boundary();
            match c {
                '"' | '“' | '”' => self.string(c),
                '(' | '（' | '[' | '{' | '｛' => self.opening(c),
                ')' | '）' | ']' | '}' | '｝' => self.closing(c),
                _ => self.at = self.at.saturating_add(self.word().map_or(len, str::len)),
            }
            self.first = false;
            self.margin = false;
        }
        self.balanced = self.open.is_empty() || self.resync;
        self.unclosed(None);
        self.finish(self.text.trim_end().len());
        (self.out, self.balanced)
    }

    /// The word at the place, if one begins there.
    fn word(&self) -> Option<&'t str> {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(rest.len());
        rest.get(..end).filter(|w| !w.is_empty())
    }

    /// The item keyword at the place; white space must follow, so that `主体.类目` opens nothing.
    fn item_word(&self) -> Option<ItemWord> {
        let word = self.word()?;
        let after = self.rest().get(word.len()..)?.chars().next();
        if after.is_some_and(|c| !c.is_whitespace()) {
            return None;
        }
        ItemWord::of(word)
    }

    /// The rest of the line, without a comment.
    fn line(&self) -> &'t str {
        let line = self.rest().split('\n').next().unwrap_or("");
        line.split('#').next().unwrap_or("").trim_end()
    }

    /// Ends the current item and begins another where one begins.
    fn boundary(&mut self) {
        let word = if self.first || self.item.is_none() { self.item_word() } else { None };
        if self.open.is_empty() {
            let stray = || {
                // A misspelt item keyword after an item that no brace ends.
                self.margin
                    && self.line().ends_with(['{', '｛'])
                    && self.item.as_ref().and_then(|i| i.word).is_some_and(|w| !w.ends_with_brace())
                    && self.word().is_some_and(|w| nearest(w, ItemWord::words()).is_some())
            };
            if self.item.is_none() || (self.first && (word.is_some() || stray())) {
                self.begin(word);
            }
        } else if self.resync && self.margin && word.is_some() && self.line().contains(['{', '｛', '=']) {
            let scenario = self.item.as_ref().is_some_and(|i| i.word == Some(ItemWord::Scenario));
            if !(scenario && word == Some(ItemWord::Subject)) {
                self.unclosed(Some(self.at));
                self.begin(word);
            }
        }
    }

    fn begin(&mut self, word: Option<ItemWord>) {
        self.finish(self.at);
        self.item = Some(RawItem {
            word,
            start: self.at,
            end: self.at,
            patches: Vec::new(),
            suffix: String::new(),
            cuts: Vec::new(),
            broken: false,
            skip: false,
        });
    }

    fn finish(&mut self, end: usize) {
        let Some(mut item) = self.item.take() else { return };
        item.end = end.max(item.start);
        // What stands between is white space and comments; they are no part of the item.
        let last = self.out.comments.iter().rev().map(|c| (c.span.start as usize, c.span.end as usize));
        for (from, to) in last {
            let gap = self.text.get(to..item.end).unwrap_or("x");
            if from < item.start || !gap.trim().is_empty() {
                break;
            }
            item.end = from;
        }
        let kept = self.text.get(item.start..item.end).unwrap_or("").trim_end().len();
        item.end = item.start.saturating_add(kept);
        let size = item.end.saturating_sub(item.start);
        if size > self.limits.item_bytes && !item.skip {
            item.skip = true;
            item.broken = true;
            let to = self.text.get(item.start..).and_then(|t| t.find('\n')).unwrap_or(size);
            let place = self.span(item.start, item.start.saturating_add(to.min(size)));
            self.out.diagnostics.push(error::item_too_large(place, size, self.limits.item_bytes));
        }
        self.out.items.push(item);
    }

    fn comment(&mut self) {
        let line = self.rest().split('\n').next().unwrap_or("").trim_end();
        let end = self.at.saturating_add(line.len());
        self.out.comments.push(Comment {
            text: line.get(1..).unwrap_or("").to_owned(),
            span: self.span(self.at, end),
            own_line: self.first,
        });
        self.at = end;
    }

    /// A string runs to its quote, or to the end of the line where it has none.
    fn string(&mut self, quote: char) {
        let start = self.at;
        let mut patches = Vec::new();
        if quote != '"' {
            patches.push((start, start.saturating_add(quote.len_utf8()), padded("\"", quote.len_utf8(), false)));
        }
        let mut at = start.saturating_add(quote.len_utf8());
        let inner = at;
        let mut escaped = false;
        let mut closed = None;
        for c in self.text.get(at..).unwrap_or("").chars() {
            let next = at.saturating_add(c.len_utf8());
            match c {
                '\n' => break,
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => closed = Some((c, at, next)),
                // A string that a full-width quote opened may end with one; in the others it is text.
                '“' | '”' if quote != '"' => closed = Some((c, at, next)),
                _ => {}
            }
            at = next;
            if closed.is_some() {
                break;
            }
        }
        match closed {
            Some((c, from, to)) => {
                if quote != '"' {
                    if c != '"' {
                        patches.push((from, to, padded("\"", c.len_utf8(), true)));
                    }
                    self.report(error::full_width(self.span(start, to), FullWidth::Quotes));
                }
            }
            None => {
                let line = self.text.get(start..at).unwrap_or("").trim_end();
                at = start.saturating_add(line.len());
                let curly = self.text.get(inner..at).and_then(|t| t.rfind('”')).map(|i| inner.saturating_add(i));
                self.report(error::unclosed_string(
                    self.span(start, at),
                    curly.map(|i| self.span(i, i.saturating_add('”'.len_utf8()))),
                ));
                // Close it over its last character.
                match self.text.get(inner..at).and_then(|t| t.char_indices().next_back()) {
                    Some((i, c)) => {
                        patches.push((inner.saturating_add(i), at, padded("\"", c.len_utf8(), true)));
                    }
                    None => patches = vec![(start, at, " ".repeat(quote.len_utf8()))],
                }
            }
        }
        if let Some(item) = &mut self.item {
            item.patches.extend(patches);
        }
        self.at = at;
    }

    fn opening(&mut self, c: char) {
        let (start, end) = (self.at, self.at.saturating_add(c.len_utf8()));
        let kind = match c {
            '（' => '(',
            '｛' => '{',
            other => other,
        };
        self.brace(c, start, end);
        self.open.push((kind, start));
        self.count(kind, true);
        self.at = end;
        if self.open.len() > self.limits.nesting {
            let place = self.span(start, end);
            let limit = self.limits.nesting;
            if self.item.as_ref().is_some_and(|i| !i.skip) {
                self.report(error::too_deep(place, limit));
            }
            if let Some(item) = &mut self.item {
                item.skip = true;
            }
        }
    }

    fn closing(&mut self, c: char) {
        let (start, end) = (self.at, self.at.saturating_add(c.len_utf8()));
        let kind = match c {
            '）' => ')',
            '｝' => '}',
            other => other,
        };
        self.at = end;
        self.brace(c, start, end);
        // Looked for only where there is one, so that every bracket is passed over once.
        let exists = self.counts.iter().any(|(o, n)| closes(*o) == kind && *n > 0);
        let found = if exists { self.open.iter().rposition(|(o, _)| closes(*o) == kind) } else { None };
        let Some(depth) = found else {
            self.report(error::unopened(self.span(start, end), c));
            if let Some(item) = &mut self.item {
                item.patches.pop_if(|(from, _, _)| *from == start);
                item.patches.push((start, end, " ".repeat(c.len_utf8())));
            }
            return self.close_item();
        };
        let closed = self.open.split_off(depth);
        for (open, _) in &closed {
            self.count(*open, false);
        }
        for (open, place) in closed.into_iter().skip(1) {
            let at = self.span(place, place.saturating_add(self.char_len(place)));
            let closer = self.span(start, end);
            self.report(error::unclosed_before(at, open, closer, c));
            if let Some(item) = &mut self.item {
                item.cuts.push(place);
            }
        }
        if kind == '}' {
            self.close_item();
        }
    }

    fn count(&mut self, open: char, more: bool) {
        for (_, n) in self.counts.iter_mut().filter(|(kind, _)| *kind == open) {
            *n = if more { n.saturating_add(1) } else { n.saturating_sub(1) };
        }
    }

    fn char_len(&self, at: usize) -> usize {
        self.text.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8)
    }

    fn close_item(&mut self) {
        let ends = self.item.as_ref().is_some_and(|i| i.word.is_none_or(ItemWord::ends_with_brace));
        if self.open.is_empty() && ends {
            self.finish(self.at);
        }
    }

    /// Reports a full-width brace and mends it.
    fn brace(&mut self, c: char, start: usize, end: usize) {
        let (what, with) = match c {
            '｛' => (FullWidth::OpenBrace, "{"),
            '｝' => (FullWidth::CloseBrace, "}"),
            _ => return,
        };
        self.report(error::full_width(self.span(start, end), what));
        if let Some(item) = &mut self.item {
            item.patches.push((start, end, padded(with, c.len_utf8(), false)));
        }
    }

    /// Reports the brackets that are still open, at the end of the text or before the item at `next`.
    fn unclosed(&mut self, next: Option<usize>) {
        let open = std::mem::take(&mut self.open);
        self.counts = NONE_OPEN;
        let next = next.map(|at| self.span(at, at.saturating_add(self.word().map_or(0, str::len))));
        // One is enough where thousands are open.
        for (i, (kind, place)) in open.iter().enumerate() {
            if i < 3 && !self.item.as_ref().is_some_and(|item| item.skip) {
                let at = self.span(*place, place.saturating_add(self.char_len(*place)));
                self.report(error::unclosed(at, *kind, next));
            }
            if let Some(item) = &mut self.item {
                item.broken = true;
                if *kind == '{' {
                    item.suffix.push('}');
                } else {
                    item.cuts.push(*place);
                }
            }
        }
        if let Some(item) = self.item.as_mut().filter(|i| i.skip) {
            item.suffix.clear();
            item.cuts.clear();
        }
    }
}
