//! Words, patterns and contexts by definition: every place is tried, character by character. See the engine's text room for what a
//! word matches; the numbers in comments are the numbers there.

use std::collections::BTreeMap;
use zhunze::pack::decimal::Decimal;
use zhunze::pack::linked::Linked;
use zhunze::pack::model::*;
use zhunze::syntax::tree::{CmpOp, FoldKind, Reach};

/// A match of a pattern, in bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    pub start: usize,
    pub end: usize,
    pub uncertain: bool,
    pub captures: Captures,
}

type Captures = Vec<(NameId, Decimal)>;
/// Where a part may end, and what the best reading up to there captured.
type Ends = BTreeMap<usize, Captures>;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Kept,
    ZeroWidth,
    Separator,
}

/// A character and what the folds make of it.
#[derive(Clone, Debug)]
struct Char {
    /// As it stands in the text.
    raw: char,
    byte: usize,
    to: Vec<char>,
    fate: Fate,
    uncertain: bool,
    digit: bool,
    letter: bool,
}

const CLAUSE_MARKS: &str = "，；：,;:";
const SENTENCE_MARKS: &str = "。！？!?…｡";
const LINE_BREAKS: &str = "\n\r\u{b}\u{c}\u{85}\u{2028}\u{2029}";

fn is_sentence_mark(c: char) -> bool {
    SENTENCE_MARKS.contains(c)
}

fn is_break(c: char) -> bool {
    LINE_BREAKS.contains(c)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇' | '々')
}

/// What the generators use of it.
fn is_numeral(c: char) -> bool {
    "零〇一二两俩三仨四五六七八九十百千万亿".contains(c)
}

/// See the module's docs.
pub struct Text<'a> {
    linked: &'a Linked,
    repeat: Option<bool>,
}

/// A text cut into characters, zero-width ones left out, and its sentences.
struct Page<'t> {
    chars: Vec<Char>,
    text: &'t str,
    /// As positions; marks included, line breaks not.
    sentences: Vec<(usize, usize)>,
}

/// A match that is tried.
#[derive(Clone, Copy)]
struct Run<'p, 't> {
    page: &'p Page<'t>,
    /// Where it begins.
    first: usize,
    /// Where its sentence ends.
    limit: usize,
    /// Whether uncertain folds count.
    loose: bool,
}

impl Page<'_> {
    fn byte(&self, at: usize) -> usize {
        self.chars.get(at).map_or(self.text.len(), |c| c.byte)
    }

    /// The bytes of `from..to`; zero-width characters after the last one are left out.
    fn bytes(&self, from: usize, to: usize) -> (usize, usize) {
        let last = &self.chars[to - 1];
        (self.byte(from), last.byte + last.raw.len_utf8())
    }

    fn sentence_at(&self, at: usize) -> usize {
        self.sentences.iter().position(|(s, e)| (*s..*e).contains(&at)).unwrap()
    }

    /// Whether the character ends a clause or the sentence; a comma or colon between digits does not.
    fn is_mark(&self, at: usize) -> bool {
        let c = self.chars[at].raw;
        let digit = |at: Option<usize>| at.and_then(|a| self.chars.get(a)).is_some_and(|c| c.raw.is_ascii_digit());
        let inside_number = (c == ',' || c == ':') && digit(at.checked_sub(1)) && digit(Some(at + 1));
        is_break(c) || is_sentence_mark(c) || CLAUSE_MARKS.contains(c) && !inside_number
    }

    /// The clause around a position, marks left out.
    fn clause(&self, at: usize) -> (usize, usize) {
        let start = (0..at).rev().find(|i| self.is_mark(*i)).map_or(0, |i| i + 1);
        let end = (at..self.chars.len()).find(|i| self.is_mark(*i)).unwrap_or(self.chars.len());
        (start, end)
    }
}

impl<'a> Text<'a> {
    pub fn new(linked: &'a Linked) -> Self {
        let repeat = linked.folds.iter().filter(|t| t.kind == FoldKind::Repeat).map(|t| t.uncertain).min();
        Self { linked, repeat }
    }

    /// Folds a character until no table mentions what is left: dropping before replacing, certain before uncertain.
    fn fold(&self, raw: char, byte: usize) -> Char {
        let mut tables: Vec<&FoldTable> = self.linked.folds.iter().collect();
        tables.sort_by_key(|t| (!matches!(t.kind, FoldKind::ZeroWidth | FoldKind::Separator), t.uncertain));
        let mut out = Char {
            raw,
            byte,
            to: Vec::new(),
            fate: Fate::Kept,
            uncertain: false,
            digit: raw.is_ascii_digit(),
            letter: raw.is_ascii_alphabetic(),
        };
        let mut open = vec![raw];
        while let Some(c) = open.pop() {
            out.digit |= c.is_ascii_digit();
            out.letter |= c.is_ascii_alphabetic();
            let Some((table, to)) =
                tables.iter().find_map(|t| t.entries.iter().find(|(from, _)| *from == c).map(|(_, to)| (t, to)))
            else {
                out.to.insert(0, c);
                continue;
            };
            out.uncertain |= table.uncertain;
            match table.kind {
                FoldKind::ZeroWidth => out.fate = Fate::ZeroWidth,
                FoldKind::Separator => out.fate = Fate::Separator,
                _ => open.extend(to.chars()),
            }
        }
        out
    }

    fn chars(&self, text: &str) -> Vec<Char> {
        text.char_indices().map(|(byte, c)| self.fold(c, byte)).filter(|c| c.fate != Fate::ZeroWidth).collect()
    }

    fn page<'t>(&self, text: &'t str) -> Page<'t> {
        let chars = self.chars(text);
        let mut sentences = Vec::new();
        let mut start = 0;
        for at in 0..=chars.len() {
            let here = chars.get(at).map(|c| c.raw);
            let ends = match here {
                None => true,
                Some(c) => is_break(c) || !is_sentence_mark(c) && at > 0 && is_sentence_mark(chars[at - 1].raw),
            };
            if ends {
                if start < at {
                    sentences.push((start, at));
                }
                start = if here.is_some_and(is_break) { at + 1 } else { at };
            }
        }
        Page { chars, text, sentences }
    }

    // Words

    /// Whether the word or a spelling of it matches `from..to`, at all or with certain folds only.
    fn word_at(&self, page: &Page, word: u32, from: usize, to: usize, loose: bool) -> bool {
        let word = &self.linked.words[word as usize];
        self.written_at(page, word, from, to, loose)
            || self.spellings(word).into_iter().any(|(text, uncertain)| {
                (loose || !uncertain) && self.written_at(page, &Word { text, exact: false }, from, to, loose)
            })
    }

    /// 6: one part of the word respelt, or two; with whether that is uncertain.
    fn spellings(&self, word: &Word) -> Vec<(String, bool)> {
        if word.exact {
            return Vec::new();
        }
        let once = |text: &str, from: usize| -> Vec<(String, bool, usize)> {
            let mut all = Vec::new();
            for table in &self.linked.folds {
                for (respelling, part) in &table.spellings {
                    for (at, _) in text.match_indices(part.as_str()).filter(|(at, _)| *at >= from) {
                        let after = &text[at + part.len()..];
                        let spelt = format!("{}{respelling}{after}", &text[..at]);
                        all.push((spelt, table.uncertain, at + respelling.len()));
                    }
                }
            }
            all
        };
        let mut all = Vec::new();
        for (text, uncertain, next) in once(&word.text, 0) {
            all.extend(once(&text, next).into_iter().map(|(text, unsure, _)| (text, uncertain || unsure)));
            all.push((text, uncertain));
        }
        all
    }

    fn written_at(&self, page: &Page, word: &Word, from: usize, to: usize, loose: bool) -> bool {
        let slice = &page.chars[from..to];
        if slice.iter().any(|c| is_break(c.raw)) || !self.borders(page, from, to) {
            return false;
        }
        let written = self.chars(&word.text);
        if word.exact {
            // 5
            let (start, end) = page.bytes(from, to);
            return page.text[start..end] == word.text;
        }
        if slice[0].fate == Fate::Separator || slice[slice.len() - 1].fate == Fate::Separator {
            return false;
        }
        let word = letters(&written);
        if word.is_empty() {
            return false;
        }
        let text = letters(slice);
        self.align(&text, &word, loose) && self.ends_are_tight_or_wide(page, from, to, &text, &word)
    }

    /// 3
    fn borders(&self, page: &Page, from: usize, to: usize) -> bool {
        let at = |i: isize| usize::try_from(i).ok().and_then(|i| page.chars.get(i));
        let inside = |left: isize| {
            let (Some(a), Some(b)) = (at(left), at(left + 1)) else { return false };
            let digit = |i: isize| at(i).is_some_and(|c| c.digit);
            let point = |c: &Char| c.raw == '.' || c.raw == ',';
            a.letter && b.letter
                || a.digit && b.digit
                || a.digit && point(b) && digit(left + 2)
                || point(a) && b.digit && digit(left - 1)
        };
        !inside(from as isize - 1) && !inside(to as isize - 1)
    }

    /// 1 and 2: the text's letters are the word's, runs of a Han character perhaps longer.
    fn align(&self, text: &[Letter], word: &[Letter], loose: bool) -> bool {
        fn step(this: &Text, text: &[Letter], word: &[Letter], t: usize, w: usize, loose: bool) -> bool {
            if t == text.len() {
                return w == word.len();
            }
            let extends = this.repeat.is_some_and(|uncertain| loose || !uncertain)
                && w > 0
                && t > 0
                && text[t].letter == word[w - 1].letter
                && text[t - 1].letter == text[t].letter
                && is_han(text[t].letter)
                && !is_numeral(text[t].letter);
            let next = w < word.len() && text[t].letter == word[w].letter;
            next && (loose || same_certainty(&text[t], &word[w]))
                && (t == 0 || may_follow(&text[t - 1], &text[t], Some((&word[w - 1], &word[w])), loose))
                && step(this, text, word, t + 1, w + 1, loose)
                || extends
                    && (loose || same_certainty(&text[t], &word[w - 1]))
                    && may_follow(&text[t - 1], &text[t], None, loose)
                    && step(this, text, word, t + 1, w, loose)
        }
        step(self, text, word, 0, 0, loose)
    }

    /// 4
    fn ends_are_tight_or_wide(&self, page: &Page, from: usize, to: usize, text: &[Letter], word: &[Letter]) -> bool {
        let run = |all: &mut dyn Iterator<Item = char>| {
            let first = all.next();
            let mut n = usize::from(first.is_some());
            while first.is_some() && all.next() == first {
                n += 1;
            }
            n
        };
        let before = letters(&page.chars[..from]);
        let after = letters(&page.chars[to..]);
        let left_cut = before.last().is_some_and(|l| l.letter == text[0].letter);
        let right_cut = after.first().is_some_and(|l| l.letter == text[text.len() - 1].letter);
        let left = run(&mut text.iter().map(|l| l.letter)) == run(&mut word.iter().map(|l| l.letter));
        let right = run(&mut text.iter().rev().map(|l| l.letter)) == run(&mut word.iter().rev().map(|l| l.letter));
        (left || !left_cut) && (right || !right_cut)
    }

    fn word_ends(&self, page: &Page, words: &[u32], from: usize, loose: bool) -> Vec<usize> {
        (from + 1..=page.chars.len())
            .filter(|to| words.iter().any(|w| self.word_at(page, *w, from, *to, loose)))
            .collect()
    }

    // Patterns

    /// Where a part may end that comes after what ends at `from`. Words, numbers and characters of a class drop separators before
    /// them, unless the match begins there; a gap takes them as characters, and what takes no characters drops none.
    fn part(&self, run: &Run, pattern: &Pattern, node: u32, from: usize) -> Ends {
        let Run { page, first, limit, loose } = *run;
        let plain = |ends: Vec<usize>| ends.into_iter().map(|e| (e, Vec::new())).collect::<Ends>();
        // Edges of clauses pass over certain separators.
        let drops = |c: &Char| c.fate == Fate::Separator && !c.uncertain;
        let starts = if from == first { vec![from] } else { self.after_separators(page, from, limit, loose) };
        match &pattern.nodes[node as usize] {
            PatNode::Word(w) => plain(starts.into_iter().flat_map(|s| self.word_ends(page, &[*w], s, loose)).collect()),
            PatNode::Words(ws) => plain(starts.into_iter().flat_map(|s| self.word_ends(page, ws, s, loose)).collect()),
            PatNode::Pattern(p) => self.whole(run, *p, from),
            PatNode::Seq(parts) => {
                let mut states: Ends = [(from, Vec::new())].into();
                for part in parts {
                    let mut next = Ends::new();
                    for (at, captures) in &states {
                        // A later start replaces an earlier one: later parts are as short as possible.
                        let ends = self.part(run, pattern, *part, *at);
                        next.extend(ends.into_iter().map(|(end, more)| (end, [captures.clone(), more].concat())));
                    }
                    states = next;
                }
                states
            }
            PatNode::Alt(parts) => {
                let mut ends = Ends::new();
                for part in parts {
                    for (end, captures) in self.part(run, pattern, *part, from) {
                        ends.entry(end).or_insert(captures);
                    }
                }
                ends
            }
            PatNode::Opt(part) => {
                let mut ends = self.part(run, pattern, *part, from);
                ends.entry(from).or_default();
                ends
            }
            PatNode::Gap { min, max, within } => {
                let barrier = |at: usize| match within {
                    Reach::Clause => page.is_mark(at),
                    Reach::Sentence => is_sentence_mark(page.chars[at].raw),
                };
                let free = (from..limit).take_while(|at| !barrier(*at)).count();
                let max = max.map_or(free, |m| free.min(m.into()));
                plain((usize::from(*min)..=max).map(|n| from + n).collect())
            }
            PatNode::Class { class, min, max } => {
                let fits = |at: usize| {
                    let c = &page.chars[at];
                    !page.is_mark(at)
                        && match class {
                            Class::Han => c.fate == Fate::Kept && c.to.iter().all(|c| is_han(*c)),
                            Class::Latin => c.letter,
                            Class::Digit => c.digit,
                            Class::Any => true,
                            Class::Set(set) => {
                                c.to.len() == 1
                                    && self.chars(set).iter().any(|s| {
                                        s.to == c.to && (loose || s.raw == c.raw || s.uncertain == c.uncertain)
                                    })
                            }
                        }
                };
                let mut ends: Vec<usize> = Vec::new();
                for start in starts {
                    let free = (start..limit).take_while(|at| fits(*at)).count();
                    ends.extend((usize::from(*min).max(1)..=free.min((*max).into())).map(|n| start + n));
                }
                ends.extend((*min == 0).then_some(from));
                plain(ends)
            }
            PatNode::ClauseStart => {
                let (start, _) = page.clause(from);
                plain(if page.chars[start..from].iter().all(drops) { vec![from] } else { vec![] })
            }
            PatNode::ClauseEnd => {
                let end = (from..page.chars.len()).find(|at| page.is_mark(*at)).unwrap_or(page.chars.len());
                plain(if page.chars[from..end].iter().all(drops) { vec![from] } else { vec![] })
            }
            PatNode::NotBefore(words) => {
                let ahead = if from == first { vec![from] } else { self.after_separators(page, from, limit, loose) };
                let blocked = ahead.into_iter().any(|s| !self.word_ends(page, words, s, true).is_empty());
                plain(if blocked { vec![] } else { vec![from] })
            }
            PatNode::NotAfter(words) => {
                let before = (from.saturating_sub(3)..=from).filter(|e| {
                    page.chars[*e..from].iter().all(|c| c.fate == Fate::Separator && (loose || !c.uncertain))
                });
                let ends_here =
                    |end: usize| (0..end).any(|s| words.iter().any(|w| self.word_at(page, *w, s, end, true)));
                plain(if before.into_iter().any(ends_here) { vec![] } else { vec![from] })
            }
            PatNode::Num { capture, units, cmp } => {
                let mut ends = Ends::new();
                for (to, value) in starts.into_iter().flat_map(|s| self.numbers(page, s)) {
                    let holds = cmp.is_none_or(|(op, bound)| match op {
                        CmpOp::Eq => value == bound,
                        CmpOp::Ne => value != bound,
                        CmpOp::Lt => value < bound,
                        CmpOp::Le => value <= bound,
                        CmpOp::Gt => value > bound,
                        CmpOp::Ge => value >= bound,
                    });
                    if !holds {
                        continue;
                    }
                    let captures: Captures = capture.iter().map(|c| (*c, value)).collect();
                    if units.is_empty() {
                        ends.insert(to, captures);
                        continue;
                    }
                    for unit in self.after_separators(page, to, limit, loose) {
                        for end in self.word_ends(page, units, unit, loose) {
                            ends.insert(end, captures.clone());
                        }
                    }
                }
                ends
            }
        }
    }

    fn whole(&self, run: &Run, pattern: Ref, from: usize) -> Ends {
        let pattern = &self.linked.patterns[pattern as usize];
        self.part(run, pattern, pattern.nodes.len() as u32 - 1, from)
    }

    /// The position itself, and those after separators that may stand there: at most three, none between Latin letters and digits.
    fn after_separators(&self, page: &Page, at: usize, limit: usize, loose: bool) -> Vec<usize> {
        let mut out = vec![at];
        for end in at + 1..=(at + 3).min(limit) {
            let dropped = &page.chars[end - 1];
            if dropped.fate != Fate::Separator || dropped.uncertain && !loose {
                break;
            }
            let both = |f: fn(&Char) -> bool| at > 0 && f(&page.chars[at - 1]) && page.chars.get(end).is_some_and(f);
            // All separators in a row are dropped, or none.
            let more = page.chars.get(end).is_some_and(|c| c.fate == Fate::Separator);
            if !more && !both(|c| c.digit || c.letter) {
                out.push(end);
            }
        }
        out
    }

    /// Numbers that start at a position: where they end and their value.
    fn numbers(&self, page: &Page, from: usize) -> Vec<(usize, Decimal)> {
        let numeral = |c: &Char| c.digit || c.to.len() == 1 && is_numeral(c.to[0]);
        // Not inside a number: neither after a digit nor after its point or comma.
        let point = |c: &Char| c.raw == '.' || c.raw == ',';
        if from > 0 && numeral(&page.chars[from - 1])
            || from > 1 && point(&page.chars[from - 1]) && page.chars[from - 2].digit
        {
            return Vec::new();
        }
        let digits =
            |from: usize| page.chars[from..].iter().take_while(|c| c.digit).map(|c| c.to[0]).collect::<String>();
        let whole = digits(from);
        if whole.is_empty() {
            // All that the generators write: 一, 一一 …
            let n = page.chars[from..].iter().take_while(|c| c.to == ['一'] || c.digit).count();
            let value: String =
                page.chars[from..from + n].iter().map(|c| if c.digit { c.to[0] } else { '1' }).collect();
            return Decimal::parse(&value).map(|v| (from + n, v)).into_iter().collect();
        }
        let raw = |at: usize| page.chars.get(at).map(|c| c.raw);
        let mut end = from + whole.chars().count();
        let mut value = whole;
        if value.len() <= 3 {
            // 1,000,000
            while raw(end) == Some(',') && digits(end + 1).len() == 3 {
                value += &digits(end + 1);
                end += 4;
            }
        }
        if raw(end) == Some('.') && !digits(end + 1).is_empty() {
            let fraction = digits(end + 1);
            end += 1 + fraction.len();
            value = format!("{value}.{fraction}");
        }
        let value = Decimal::parse(&value).unwrap();
        let mut readings = vec![(end, value)];
        if raw(end) == Some('万') {
            readings.push((end + 1, value.checked_mul(Decimal::int(10_000)).unwrap()));
        }
        readings
    }

    /// The matches of a pattern, in order: first what can be read without uncertain folds, then what overlaps none of that.
    pub fn matches(&self, text: &str, pattern: Ref) -> Vec<Match> {
        let page = self.page(text);
        let certain = self.leftmost_longest(&page, pattern, false, &[]);
        let uncertain = self.leftmost_longest(&page, pattern, true, &certain);
        let found = |(from, to, captures): (usize, usize, Captures), uncertain| {
            let (start, end) = page.bytes(from, to);
            Match { start, end, uncertain, captures }
        };
        let mut all: Vec<Match> = certain.into_iter().map(|m| found(m, false)).collect();
        all.extend(uncertain.into_iter().map(|m| found(m, true)));
        all.sort_by_key(|m| (m.start, m.end));
        all
    }

    fn leftmost_longest(
        &self,
        page: &Page,
        pattern: Ref,
        loose: bool,
        taken: &[(usize, usize, Captures)],
    ) -> Vec<(usize, usize, Captures)> {
        let mut found = Vec::new();
        for (start, limit) in &page.sentences {
            let mut at = *start;
            while at < *limit {
                let ends = self.whole(&Run { page, first: at, limit: *limit, loose }, pattern, at);
                let free = |end: usize| taken.iter().all(|(s, e, _)| end <= *s || *e <= at);
                match ends.into_iter().rfind(|(end, _)| *end > at && free(*end)) {
                    Some((end, captures)) => {
                        found.push((at, end, captures));
                        at = end;
                    }
                    None => at += 1,
                }
            }
        }
        found
    }

    // Contexts

    /// Every place where the pattern can be read, as positions.
    fn readings(&self, page: &Page, pattern: Ref) -> Vec<(usize, usize)> {
        let mut all = Vec::new();
        for (start, limit) in &page.sentences {
            for from in *start..*limit {
                let ends = self.whole(&Run { page, first: from, limit: *limit, loose: true }, pattern, from);
                all.extend(ends.into_keys().filter(|e| *e > from).map(|e| (from, e)));
            }
        }
        all
    }

    /// Whether a context is true of a match.
    pub fn context(&self, text: &str, context: Ref, of: &Match) -> bool {
        let page = self.page(text);
        let from = page.chars.iter().position(|c| c.byte >= of.start).unwrap();
        let to = page.chars.iter().rposition(|c| c.byte < of.end).unwrap() + 1;
        let sentence = page.sentence_at(from);
        let (first, last) = page.sentences[sentence];
        // The clause or the sentence around a position: what a preceding or following pattern may not leave.
        let reach = |within: Reach, at: usize| match within {
            Reach::Clause => page.clause(at),
            Reach::Sentence => (first, last),
        };
        let inside = |(s, e): &(usize, usize), from: usize, to: usize| from <= *s && *e <= to;
        self.linked.contexts[context as usize].lines.iter().any(|line| match line {
            ContextLine::PrecededBy { pattern, distance, within } => self
                .readings(&page, *pattern)
                .iter()
                .any(|(s, e)| reach(*within, from).0 <= *s && *e <= from && from - e <= usize::from(*distance)),
            ContextLine::FollowedBy { pattern, distance, within } => self
                .readings(&page, *pattern)
                .iter()
                .any(|(s, e)| *e <= reach(*within, to - 1).1 && to <= *s && s - to <= usize::from(*distance)),
            ContextLine::ClauseHas(pattern) => {
                let (start, end) = page.clause(from);
                self.readings(&page, *pattern).iter().any(|r| inside(r, start, end))
            }
            ContextLine::SentenceHas(pattern) => self.readings(&page, *pattern).iter().any(|r| inside(r, first, last)),
            ContextLine::NearbyHas(pattern) | ContextLine::NextHas(pattern) => {
                // A sentence of nothing but marks is none.
                let speaks = |i: &usize| {
                    let (s, e) = page.sentences[*i];
                    page.chars[s..e].iter().any(|c| !is_sentence_mark(c.raw) && c.fate == Fate::Kept)
                };
                let both = matches!(line, ContextLine::NearbyHas(_));
                let before = (0..sentence).rev().find(speaks).filter(|_| both);
                let own = Some(sentence).filter(|_| both);
                let after = (sentence + 1..page.sentences.len()).find(speaks);
                self.readings(&page, *pattern).iter().any(|r| {
                    [before, own, after].into_iter().flatten().any(|i| {
                        let (s, e) = page.sentences[i];
                        inside(r, s, e)
                    })
                })
            }
            ContextLine::EnclosedBy { open, close } => {
                let line: Vec<char> = page.chars[first..last].iter().map(|c| c.raw).collect();
                let is = |at: usize, mark: &str| mark.starts_with(line[at]);
                (0..from - first).any(|o| {
                    is(o, open)
                        && (o + 1..line.len())
                            .find(|c| is(*c, close))
                            .is_some_and(|c| first + o < from && to <= first + c)
                })
            }
            ContextLine::PartOf(pattern) => self.readings(&page, *pattern).iter().any(|(s, e)| *s <= from && to <= *e),
            ContextLine::SentenceEnds(pattern) => self.readings(&page, *pattern).iter().any(|(s, e)| {
                first <= *s
                    && *e <= last
                    && page.chars[*e..last].iter().all(|c| is_sentence_mark(c.raw) || c.fate == Fate::Separator)
            }),
            ContextLine::Include(context) => self.context(text, *context, of),
        })
    }
}

/// A kept character, or one of the several it stands for.
#[derive(Clone, Debug)]
struct Letter {
    letter: char,
    of: Char,
    /// The separators before it.
    separators: Vec<Char>,
    /// It came with the one before it out of one character.
    joined: bool,
}

fn letters(chars: &[Char]) -> Vec<Letter> {
    let mut out = Vec::new();
    let mut separators = Vec::new();
    for c in chars {
        match c.fate {
            Fate::Kept => {
                for (i, letter) in c.to.iter().enumerate() {
                    let separators = std::mem::take(&mut separators);
                    out.push(Letter { letter: *letter, of: c.clone(), separators, joined: i > 0 });
                }
            }
            Fate::Separator => separators.push(c.clone()),
            Fate::ZeroWidth => {}
        }
    }
    out
}

/// Whether nothing uncertain sets the two apart: both went through uncertain folds, or neither.
fn same_certainty(text: &Letter, word: &Letter) -> bool {
    text.of.raw == word.of.raw || text.of.uncertain == word.of.uncertain
}

/// 2: whether the separators before `b` may be dropped. `word`: the word's letters there, `None` inside a longer run.
fn may_follow(a: &Letter, b: &Letter, word: Option<(&Letter, &Letter)>, loose: bool) -> bool {
    let raw = |all: &[Char]| all.iter().map(|c| c.raw).collect::<Vec<_>>();
    let own = word.map_or(Vec::new(), |(_, b)| raw(&b.separators));
    let dropped = raw(&b.separators);
    if dropped == own {
        return true;
    }
    let digit = |l: &Letter| l.of.digit;
    let either = |l: &Letter| l.of.digit || l.of.letter;
    let (a2, b2) = word.unwrap_or((a, b));
    let digits = digit(a) && digit(b) || digit(a2) && digit(b2);
    let latin = (either(a) || either(a2)) && (either(b) || either(b2));
    dropped.len() <= 3
        && !digits
        && !(latin && own.is_empty() && !dropped.is_empty())
        && (loose || b.separators.iter().all(|c| !c.uncertain))
}
