//! pest's error → ours: what stands there, what may stand there, and how the clause is written.

use super::Language;
use super::error;
use super::grammar::Rule;
use super::keywords::{self, ItemWord};
use super::terms::{self, Term};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Message};
use pest::error::{Error, ErrorVariant, InputLocation};

/// The item in which pest stopped.
pub(super) struct Place<'p> {
    pub file: u32,
    pub language: Language,
    pub word: ItemWord,
    /// The item's text as pest saw it.
    pub text: &'p str,
    /// Where it begins in the file.
    pub base: usize,
    /// How long it is in the file.
    pub len: usize,
    pub nesting: usize,
}

/// Where pest stopped, in the item's text.
pub(super) fn position(error: &Error<Rule>) -> usize {
    match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    }
}

/// Signs of other languages and of other keyboards, and what to type instead.
const SIGNS: &[(&str, &str)] = &[
    ("//", "#"),
    ("/*", "#"),
    ("<!--", "#"),
    ("&&", "且 (and)"),
    ("||", "或 (or)"),
    ("=>", ">="),
    ("=<", "<="),
    ("<>", "!="),
    ("===", "=="),
    ("≤", "<="),
    ("≥", ">="),
    ("≠", "!="),
    ("≦", "<="),
    ("≧", ">="),
    ("×", "*"),
    ("!", "非 (not)"),
    ("！", "非 (not)"),
    ("'", "\""),
    ("`", "\""),
];

/// Full-width signs and the plain ones to type.
const FULL_WIDTH: &[(char, &str)] = &[
    ('＝', "= 或 =="),
    ('＜', "<"),
    ('＞', ">"),
    ('｜', "|"),
    ('＋', "+"),
    ('－', "-"),
    ('—', "-"),
    ('＊', "*"),
    ('？', "?"),
    ('．', "."),
    ('。', "."),
    ('％', "%"),
    ('＃', "#"),
    ('［', "["),
    ('］', "]"),
    ('【', "["),
    ('】', "]"),
    ('《', "\""),
    ('》', "\""),
    ('〈', "<"),
    ('〉', ">"),
    ('「', "\""),
    ('」', "\""),
    ('『', "\""),
    ('』', "\""),
    ('‘', "\""),
    ('’', "\""),
    ('～', "~"),
    ('＄', "$"),
    ('＾', "^"),
    ('／', "/"),
    ('！', "!="),
];

/// The token at a place: a word, a text, or one sign.
fn token(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let end = match rest.chars().next() {
        None => 0,
        Some('"') => rest.get(1..).and_then(|t| t.find(['"', '\n'])).map_or(rest.len(), |i| i.saturating_add(2)),
        Some(c) if word_char(c) => rest.find(|c| !word_char(c)).unwrap_or(rest.len()),
        Some(c) => c.len_utf8(),
    };
    rest.get(..end.min(rest.len())).unwrap_or(rest)
}

fn word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// The diagnostic for pest's error.
pub(super) fn explain(place: &Place<'_>, error: &Error<Rule>) -> Diagnostic {
    let at = position(error);
    let found = token(place.text, at);
    let end = at.saturating_add(found.len()).min(place.len);
    // At the end of an item, the last thing in it is what one can look at.
    let start = if at >= place.len { last_token(place.text, place.len) } else { at };
    let offset = |n: usize| place.base.saturating_add(n.min(place.len));
    let span = error::span(place.file, offset(start), offset(end.max(start)));
    let ErrorVariant::ParsingError { positives, .. } = &error.variant else {
        return error::too_deep(span, place.nesting);
    };
    if let Some(diagnostic) = sign(place, at, found, span, positives) {
        return diagnostic;
    }
    if positives.contains(&Rule::date) && found.starts_with(|c: char| c.is_ascii_digit()) && found.len() >= 6 {
        let digits: String = found.chars().filter(char::is_ascii_digit).collect();
        let suggestion = match (digits.len(), digits.get(..4), digits.get(4..6), digits.get(6..)) {
            (8, Some(y), Some(m), Some(d)) => Some(format!("{y}-{m}-{d}")),
            _ => None,
        };
        return error::bad_date(span, suggestion);
    }
    let expected = Expected::of(place, positives);
    if found.starts_with(word_char)
        && let Some(diagnostic) = unknown_keyword(&expected, found, span)
    {
        return diagnostic;
    }
    unexpected(place, at, found, span, &expected)
}

/// What may stand at the place.
struct Expected {
    terms: Vec<Term>,
    /// The keywords among them, clauses and all.
    keywords: Vec<&'static str>,
}

impl Expected {
    fn of(place: &Place<'_>, positives: &[Rule]) -> Self {
        let language = place.language;
        let clauses = terms::clauses(place.word);
        let mut out = Self { terms: Vec::new(), keywords: Vec::new() };
        let mut clause_words = Vec::new();
        for rule in positives {
            for term in terms::terms(*rule, language) {
                if let Term::Keyword(word) = term {
                    out.keywords.push(word);
                    if keywords::KEYWORDS.iter().any(|k| clauses.contains(&k.rule) && k.spelling(language) == word) {
                        clause_words.push(word);
                        continue;
                    }
                }
                if !out.terms.contains(&term) {
                    out.terms.push(term);
                }
            }
        }
        if positives.contains(&Rule::EOI) {
            out.keywords.extend(item_words(language));
            out.terms.push(Term::Thing { zh: "下一个条目", en: "the next item" });
        }
        // A list of all clauses tells nothing; a few do.
        if clause_words.len() > 5 {
            out.terms.push(Term::Thing { zh: "下一项的关键词", en: "the keyword of the next clause" });
        } else {
            out.terms.extend(clause_words.into_iter().map(Term::Keyword));
        }
        // Operators are the least likely things that somebody forgot.
        let operator = |t: &Term| {
            matches!(t, Term::Thing { zh, .. } if zh.starts_with("比较") || zh.starts_with('+'))
                || *t == Term::Sign(",")
        };
        if out.terms.iter().filter(|t| !operator(t)).count() >= 2 {
            out.terms.retain(|t| !operator(t));
        }
        out
    }
}

/// The item keywords of a language.
pub(super) fn item_words(language: Language) -> impl Iterator<Item = &'static str> {
    ItemWord::ALL.iter().filter_map(move |(_, rule, _)| keywords::of(*rule).map(|k| k.spelling(language)))
}

/// E0107 and E0119: signs that are typed otherwise here.
fn sign(place: &Place<'_>, at: usize, found: &str, span: super::tree::Span, positives: &[Rule]) -> Option<Diagnostic> {
    let rest = place.text.get(at..)?;
    if rest.starts_with('=')
        && positives.contains(&Rule::cmp_op)
        && !rest.starts_with("==")
        && !rest.starts_with("=<")
        && !rest.starts_with("=>")
    {
        return Some(error::sign(span, "=", "=="));
    }
    if rest.starts_with('|')
        && !rest.starts_with("||")
        && place.word == ItemWord::Pattern
        && positives.contains(&Rule::EOI)
    {
        return Some(error::bare_alternatives(span));
    }
    let c = found.chars().next()?;
    if let Some((_, plain)) = FULL_WIDTH.iter().find(|(wide, _)| *wide == c) {
        let span =
            super::tree::Span { end: span.start.saturating_add(u32::try_from(c.len_utf8()).unwrap_or(3)), ..span };
        return Some(error::full_width_char(span, &c.to_string(), plain));
    }
    let (wrong, right) = SIGNS.iter().find(|(wrong, _)| rest.starts_with(wrong))?;
    let len = u32::try_from(wrong.len()).unwrap_or(1);
    Some(error::sign(super::tree::Span { end: span.start.saturating_add(len), ..span }, wrong, right))
}

/// E0108, where a keyword could stand and what stands is close to one, or could be none at all.
fn unknown_keyword(expected: &Expected, found: &str, span: super::tree::Span) -> Option<Diagnostic> {
    let near = nearest(found, expected.keywords.iter().copied());
    let only_keywords = expected.terms.iter().all(|t| {
        matches!(t, Term::Keyword(_) | Term::Sign("}")) || matches!(t, Term::Thing { zh, .. } if zh.starts_with("下一"))
    });
    if near.is_none() && !(only_keywords && expected.keywords.len() > 1) {
        return None;
    }
    // A keyword in the wrong place is not a misspelt one.
    if near.is_none() && keywords::KEYWORDS.iter().any(|k| k.zh == found || k.en == found) {
        return None;
    }
    let mut all: Vec<Term> = Vec::new();
    for word in &expected.keywords {
        let term = Term::Keyword(word);
        if !all.contains(&term) {
            all.push(term);
        }
    }
    Some(error::unknown_keyword(span, found, near, &terms::list(&all, Language::Zh), &terms::list(&all, Language::En)))
}

/// E0101.
fn unexpected(place: &Place<'_>, at: usize, found: &str, span: super::tree::Span, expected: &Expected) -> Diagnostic {
    let (clause, keyword) = clause_before(place, at);
    let zh_list = terms::list(&expected.terms, Language::Zh);
    let en_list = terms::list(&expected.terms, Language::En);
    let shown: String = match found.char_indices().nth(24) {
        Some((i, _)) => format!("{}…", found.get(..i).unwrap_or(found)),
        None => found.to_owned(),
    };
    let message = match (at >= place.len || found.is_empty(), zh_list.is_empty()) {
        (true, true) => Message::new("这一条目没有写完", "this item is not complete"),
        (true, false) => Message::new(
            format!("这一条目没有写完，后面还应有{zh_list}"),
            format!("this item is not complete: {en_list} must follow"),
        ),
        (false, true) => Message::new(format!("“{shown}”不能写在这里"), format!("`{shown}` cannot stand here")),
        (false, false) => Message::new(
            format!("这里应为{zh_list}，写的却是“{shown}”"),
            format!("expected {en_list}, found `{shown}`"),
        ),
    };
    let glued = place.text.get(..at).map(str::trim_end).and_then(|t| t.rsplit(|c: char| !word_char(c)).next());
    let help = if glued.is_some_and(|w| w.contains('第') && w.ends_with(['条', '款', '项'])) {
        Message::new(
            "法规代号与条文之间要有空格：advertising-law 第九条",
            "put a space between the law and the article: advertising-law 第九条",
        )
    } else {
        match keyword.and_then(|k| terms::usage(k, place.language)) {
            Some(usage) => Message::new(format!("写法：{usage}"), format!("write: {usage}")),
            None => Message::new("改为上面所列的写法之一", "write one of the things listed"),
        }
    };
    let diagnostic = Diagnostic::error("E0101", span, message, help);
    match (clause, keyword.and_then(keywords::of)) {
        (Some((from, to)), Some(k)) if place.base.saturating_add(to) <= span.start as usize => {
            let word = k.spelling(place.language);
            diagnostic.label(
                error::span(place.file, place.base.saturating_add(from), place.base.saturating_add(to)),
                Message::new(format!("在“{word}”之后"), format!("after `{word}`")),
            )
        }
        _ => diagnostic,
    }
}

/// The clause or item keyword that stands last before a place, and where.
fn clause_before(place: &Place<'_>, at: usize) -> (Option<(usize, usize)>, Option<Rule>) {
    let clauses = terms::clauses(place.word);
    let item = ItemWord::ALL.iter().find(|(kind, _, _)| *kind == place.word).map(|(_, rule, _)| *rule);
    let mut last = (None, item);
    let mut i = 0usize;
    while i < at.min(place.text.len()) {
        let Some(c) = place.text.get(i..).and_then(|t| t.chars().next()) else { break };
        if c == '#' {
            i = place.text.get(i..).and_then(|t| t.find('\n')).map_or(at, |n| i.saturating_add(n));
            continue;
        }
        let found = token(place.text, i);
        let end = i.saturating_add(found.len().max(c.len_utf8()));
        if word_char(c) {
            let known = clauses
                .iter()
                .chain(item.iter())
                .find(|r| keywords::of(**r).is_some_and(|k| k.zh == found || k.en == found));
            if let Some(rule) = known {
                last = (Some((i, end)), Some(*rule));
            } else if place.word == ItemWord::Instrument && found.starts_with('第') {
                last = (None, Some(Rule::kw_article));
            }
        }
        i = end;
    }
    last
}

/// The beginning of the last token before a place.
fn last_token(text: &str, before: usize) -> usize {
    let head = text.get(..before).unwrap_or(text).trim_end();
    let start = head
        .rfind(|c| !word_char(c))
        .map_or(0, |i| i.saturating_add(head.get(i..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8)));
    // The text ends with a sign: show that.
    if start >= head.len() { head.char_indices().next_back().map_or(0, |(i, _)| i) } else { start }
}
