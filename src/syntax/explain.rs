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
        && let Some(diagnostic) = synonym(&expected, found, span).or_else(|| unknown_keyword(&expected, found, span))
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
    /// Whether an article may stand here.
    article: bool,
    /// Whether a comparison may.
    compares: bool,
    language: Language,
}

impl Expected {
    fn of(place: &Place<'_>, positives: &[Rule]) -> Self {
        let language = place.language;
        let clauses = terms::clauses(place.word);
        let mut out = Self {
            terms: Vec::new(),
            keywords: Vec::new(),
            begins: false,
            article: positives
                .iter()
                .any(|r| matches!(r, Rule::part | Rule::zh_article | Rule::en_article | Rule::section)),
            compares: positives.contains(&Rule::cmp_op),
            language,
        };
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

impl Expected {
    /// Whether that keyword may stand here.
    fn has(&self, rule: Rule) -> bool {
        keywords::of(rule).is_some_and(|k| self.keywords.contains(&k.spelling(self.language)))
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
    // A law's title where its slug is wanted: quotes would not help.
    let cites = positives.iter().any(|r| matches!(r, Rule::cite | Rule::cite_list | Rule::ref_name));
    if c == '《' && cites {
        return None;
    }
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
    let help = hint(place, at, found, expected).unwrap_or_else(|| {
        match keyword.and_then(|k| terms::usage(k, place.language)) {
            Some(usage) => Message::new(format!("写法：{usage}"), format!("write: {usage}")),
            None => Message::new("改为上面所列的写法之一", "write one of the things listed"),
        }
    });
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

/// What to do about mistakes that are easily made and easily recognised.
fn hint(place: &Place<'_>, at: usize, found: &str, expected: &Expected) -> Option<Message> {
    let before = place.source.get(..at).unwrap_or("");
    let last = before.trim_end().rsplit(|c: char| !word_char(c)).next().unwrap_or("");
    let (zh, en) = if expected.has(Rule::kw_han) {
        (
            "方括号里写字符类：[汉 1..4]、[\"的地得\"]；方括号本身是文字时加引号：\"[注]\"",
            "brackets hold a class of characters, [han 1..4] or [\"的地得\"]; brackets that are text stand in quotes: \"[注]\"",
        )
    } else if expected.article && last.contains('第') && last.ends_with(['条', '款', '项']) {
        (
            "法规代号与条文之间要有空格：advertising-law 第九条",
            "put a space between the law and the article: advertising-law 第九条",
        )
    } else if !expected.article && found.starts_with('第') && last.starts_with('第') {
        (
            "一处引文依次写 第N条之M第N款第N项，到“项”为止",
            "a citation goes down to the item: article N sub M paragraph N item N",
        )
    } else if before.ends_with('"') && found.starts_with(word_char) {
        ("文字中的引号写作 \\\"，或者改用「」", "a quote inside a text is written \\\"; or use 「」")
    } else if expected.terms.contains(&Term::Sign("|")) && found.starts_with([',', '，', '、']) {
        ("几种写法之间用 | 隔开：(甲|乙)", "separate alternatives with |: (a|b)")
    } else if found.starts_with(['<', '>', '=', '!']) && expected.has(Rule::kw_and) && !expected.compares {
        ("一次只比较两个值，几个比较用“且”相连：1 < 甲 且 甲 < 3", "compare two values at a time: 1 < a and a < 3")
    } else if found.starts_with(['/', '÷']) {
        ("没有除法；把两边同乘以除数", "there is no division; multiply the other side instead")
    } else {
        return None;
    };
    Some(Message::new(zh, en))
}

/// What people write for a keyword, by the keyword they mean.
const SYNONYMS: &[(Rule, &[&str])] = &[
    (Rule::kw_or, &["或者", "或是", "要么"]),
    (Rule::kw_and, &["并且", "而且", "同时", "和", "与", "及", "以及"]),
    (Rule::kw_not, &["不是", "没有", "不", "并非", "除"]),
    (Rule::kw_in, &["是", "为", "包括", "在"]),
    (Rule::kw_forbid, &["不得", "不准", "不可", "不许", "严禁", "prohibit", "ban", "must-not"]),
    (Rule::kw_require, &["必须", "须", "应", "需要", "must", "shall", "should"]),
    (Rule::kw_permit, &["允许", "可", "得", "may", "allow"]),
    (Rule::kw_except, &["但", "但是", "例外", "exception", "unless"]),
    (Rule::kw_unless, &["但", "但是", "例外", "except"]),
    (Rule::kw_cites, &["根据", "按照", "依照", "法律依据", "cite", "citation"]),
    (Rule::kw_message, &["理由", "原因", "提示语", "reason", "explanation"]),
    (Rule::kw_example, &["例如", "示例", "例子", "举例", "examples"]),
    (Rule::kw_lawful, &["允许", "合规", "正确", "legal", "ok"]),
    (Rule::kw_violates, &["违规", "错误", "illegal", "violation"]),
    (Rule::kw_fix, &["修改", "改法", "suggest", "suggestion"]),
    (Rule::kw_penalty, &["罚则", "法律责任", "sanction"]),
    (Rule::kw_severity, &["严重程度", "等级", "severity-level"]),
    (Rule::kw_seller, &["商家", "卖家", "销售者", "平台内经营者", "merchant", "trader"]),
    (Rule::kw_host, &["直播者", "直播营销人员", "streamer", "livestreamer"]),
    (Rule::kw_agency, &["机构", "MCN", "mcn"]),
    (Rule::kw_high, &["严重", "重", "重大", "很高", "最高", "highest", "critical"]),
    (Rule::kw_medium, &["一般", "中等", "middle"]),
    (Rule::kw_low, &["轻", "轻微", "很低", "最低", "lowest", "minor"]),
    (Rule::kw_when, &["如果", "若", "如", "if"]),
    (Rule::kw_required, &["必须", "必需", "must"]),
    (Rule::kw_includes, &["包含", "包括", "include"]),
    (Rule::kw_include, &["包含", "包括", "includes"]),
    (Rule::kw_effective, &["生效", "实施"]),
    (Rule::kw_repealed, &["失效"]),
];

/// The same for comparisons.
const COMPARISONS: &[(&str, &[&str])] = &[
    (">", &["大于", "高于", "超过", "多于"]),
    ("<", &["小于", "低于", "少于", "不满"]),
    (">=", &["大于等于", "不小于", "不低于", "不少于", "至少", "以上"]),
    ("<=", &["小于等于", "不大于", "不高于", "不超过", "不多于", "至多", "以下"]),
    ("==", &["等于", "是", "为", "equals", "is"]),
    ("!=", &["不等于", "不是", "不为"]),
];

/// The keyword or sign that a word means.
fn synonym(expected: &Expected, found: &str, span: Span) -> Option<Diagnostic> {
    if expected.compares
        && let Some((sign, _)) = COMPARISONS.iter().find(|(_, words)| words.contains(&found))
    {
        return Some(error::sign(span, found, sign, sign));
    }
    let (rule, _) = SYNONYMS.iter().find(|(rule, words)| expected.has(*rule) && words.contains(&found))?;
    let keyword = keywords::of(*rule)?.spelling(expected.language);
    Some(error::unknown_keyword(span, found, Some(keyword), "", ""))
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
