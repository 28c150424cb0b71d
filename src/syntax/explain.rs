//! pest's error → ours: what stands there, what may stand there, and how the clause is written.

use super::Language;
use super::error;
use super::grammar::Rule;
use super::keywords::{self, ItemWord};
use super::terms::{self, Term};
use super::tree::Span;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Message};
use pest::error::{Error, ErrorVariant, InputLocation};
use std::ops::Range;

/// The item in which pest stopped.
pub(super) struct Place<'p> {
    pub file: u32,
    pub language: Language,
    pub word: ItemWord,
    /// The item's text as pest saw it, mended and with blanks for what could not be read.
    pub text: &'p str,
    /// The item's text in the file.
    pub source: &'p str,
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

/// Signs of other languages and of other keyboards, and what to type instead, in a Chinese and in an English file.
const SIGNS: &[(&str, &str, &str)] = &[
    ("//", "#", "#"),
    ("/*", "#", "#"),
    ("<!--", "#", "#"),
    ("&&", "且", "and"),
    ("||", "或", "or"),
    ("===", "==", "=="),
    ("=>", ">=", ">="),
    ("=<", "<=", "<="),
    ("<>", "!=", "!="),
    ("≤", "<=", "<="),
    ("≥", ">=", ">="),
    ("≦", "<=", "<="),
    ("≧", ">=", ">="),
    ("≠", "!=", "!="),
    ("×", "*", "*"),
    ("!", "非", "not"),
    ("'", "\"…\"", "\"…\""),
    ("`", "\"…\"", "\"…\""),
];

/// Full-width signs and the plain ones to type.
const FULL_WIDTH: &[(char, &str)] = &[
    ('＝', "="),
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
    ('〈', "<"),
    ('〉', ">"),
    ('～', "~"),
    ('＄', "$"),
    ('＾', "^"),
    ('／', "/"),
    ('！', "!"),
    ('《', "\"…\""),
    ('》', "\"…\""),
    ('「', "\"…\""),
    ('」', "\"…\""),
    ('『', "\"…\""),
    ('』', "\"…\""),
    ('‘', "\"…\""),
    ('’', "\"…\""),
];

/// A diagnostic, and how to go on reading: the sign that was meant, in the place of the one that stands there.
pub(super) struct Explained {
    pub diagnostic: Diagnostic,
    pub mend: Option<(Range<usize>, String)>,
}

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
pub(super) fn explain(place: &Place<'_>, error: &Error<Rule>) -> Explained {
    let at = position(error);
    if let ErrorVariant::ParsingError { positives, .. } = &error.variant
        && at < place.len
        && let Some(explained) = sign(place, at, positives)
    {
        return explained;
    }
    Explained { diagnostic: explain_words(place, error), mend: None }
}

fn explain_words(place: &Place<'_>, error: &Error<Rule>) -> Diagnostic {
    let mut at = position(error);
    while !place.source.is_char_boundary(at.min(place.len)) {
        at = at.saturating_sub(1);
    }
    let found = token(place.source, at);
    let end = at.saturating_add(found.len()).min(place.len);
    // At the end of an item, the last thing in it is what one can look at.
    let start = if at >= place.len { last_token(place.source) } else { at };
    let offset = |n: usize| place.base.saturating_add(n.min(place.len));
    let span = error::span(place.file, offset(start), offset(end.max(start)));
    let ErrorVariant::ParsingError { positives, negatives } = &error.variant else {
        return error::too_deep(span, place.nesting);
    };
    // A word that shapes clauses stands where a name should.
    let name = [Rule::ref_name];
    let positives: &[Rule] =
        if positives.is_empty() && negatives.contains(&Rule::reserved) { &name } else { positives };
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
    /// Whether a clause or an item may begin here.
    begins: bool,
}

impl Expected {
    fn of(place: &Place<'_>, positives: &[Rule]) -> Self {
        let language = place.language;
        let clauses = terms::clauses(place.word);
        let mut out = Self { terms: Vec::new(), keywords: Vec::new(), begins: false };
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
        out.begins = positives.contains(&Rule::EOI) || clause_words.len() > 1;
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
fn sign(place: &Place<'_>, at: usize, positives: &[Rule]) -> Option<Explained> {
    let rest = place.text.get(at..)?;
    let compares = positives.contains(&Rule::cmp_op);
    let span = |len: usize| {
        let start = place.base.saturating_add(at);
        error::span(place.file, start, start.saturating_add(len))
    };
    let mend = |len: usize, with: &str| {
        let fits = with.len() <= len && !with.contains('…');
        fits.then(|| (at..at.saturating_add(len), format!("{with}{}", " ".repeat(len.saturating_sub(with.len())))))
    };
    if compares && rest.starts_with('=') && !["==", "=<", "=>"].iter().any(|other| rest.starts_with(other)) {
        let mend = if rest.starts_with("= ") { mend(2, "==") } else { None };
        return Some(Explained { diagnostic: error::sign(span(1), "=", "==", "=="), mend });
    }
    if rest.starts_with('?') && matches!(place.word, ItemWord::Pattern | ItemWord::Context) {
        return Some(Explained { diagnostic: error::misplaced_optional(span(1)), mend: mend(1, "") });
    }
    if rest.starts_with('|')
        && !rest.starts_with("||")
        && place.word == ItemWord::Pattern
        && positives.contains(&Rule::EOI)
    {
        return Some(Explained { diagnostic: error::bare_alternatives(span(1)), mend: None });
    }
    let c = rest.chars().next()?;
    if let Some((wide, plain)) = FULL_WIDTH.iter().find(|(wide, _)| *wide == c) {
        let plain = match plain {
            &"=" if compares => "==",
            &"!" if compares => "!=",
            other => other,
        };
        let diagnostic = error::full_width_char(span(wide.len_utf8()), &wide.to_string(), plain);
        return Some(Explained { diagnostic, mend: mend(wide.len_utf8(), plain) });
    }
    let (wrong, zh, en) = SIGNS.iter().find(|(wrong, _, _)| rest.starts_with(wrong))?;
    let right = match place.language {
        Language::Zh => zh,
        Language::En => en,
    };
    // `且` is longer than `&&`; any word for it will do to read on.
    let mend = mend(wrong.len(), right).or_else(|| mend(wrong.len(), en));
    Some(Explained { diagnostic: error::sign(span(wrong.len()), wrong, zh, en), mend })
}

/// E0108, where a keyword could stand and what stands is close to one, or could be none at all.
fn unknown_keyword(expected: &Expected, found: &str, span: Span) -> Option<Diagnostic> {
    let near = nearest(found, expected.keywords.iter().copied());
    // Where a clause or an item must begin, a word that is no keyword is an unknown one; elsewhere it is a wrong value.
    let begins = expected.begins
        && expected.terms.iter().all(|t| !matches!(t, Term::Thing { zh, .. } if !zh.starts_with("下一")));
    if near.is_none() && (!begins || keywords::KEYWORDS.iter().any(|k| k.zh == found || k.en == found)) {
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
fn unexpected(place: &Place<'_>, at: usize, found: &str, span: Span, expected: &Expected) -> Diagnostic {
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
    let class = [Term::Keyword("汉"), Term::Keyword("han")].iter().any(|t| expected.terms.contains(t));
    let help = if class {
        Message::new(
            "方括号里写字符类：[汉 1..4]、[\"的地得\"]；方括号本身是文字时加引号：\"[注]\"",
            "brackets hold a class of characters, [han 1..4] or [\"的地得\"]; brackets that are text stand in quotes: \"[注]\"",
        )
    } else if glued.is_some_and(|w| w.contains('第') && w.ends_with(['条', '款', '项'])) {
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
    let known: Vec<_> = clauses.iter().chain(item.iter()).filter_map(|r| keywords::of(*r)).collect();
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
            if let Some(keyword) = known.iter().find(|k| k.zh == found || k.en == found) {
                last = (Some((i, end)), Some(keyword.rule));
            } else if place.word == ItemWord::Instrument && found.starts_with('第') {
                last = (None, Some(Rule::kw_article));
            }
        }
        i = end;
    }
    last
}

/// Where the last token of a text begins.
fn last_token(text: &str) -> usize {
    let head = text.trim_end();
    let start = head
        .rfind(|c| !word_char(c))
        .map_or(0, |i| i.saturating_add(head.get(i..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8)));
    // The text ends with a sign: show that.
    if start >= head.len() { head.char_indices().next_back().map_or(0, |(i, _)| i) } else { start }
}
