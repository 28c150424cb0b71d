//! What all `build_*` files use: places, names, texts, dates and numbers out of pest pairs.
//!
//! A builder function returns `None` only after it has pushed a diagnostic or where pest broke its promise; `parse` reports the
//! latter as E0199, so that nothing is dropped in silence.

use super::error;
use super::grammar::Rule;
use super::keywords;
use super::numerals;
use super::parse::Limits;
use super::tree::{Bilingual, CiteRef, DateLit, DeclName, Name, Part, PathRef, Span, Spanned};
use crate::diagnostic::Diagnostic;
use pest::iterators::{Pair, Pairs};
use std::iter::Peekable;

/// The children of a pair, without the punctuation.
pub(super) struct Kids<'i>(Peekable<Pairs<'i, Rule>>);

fn punctuation(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::lbrace
            | Rule::rbrace
            | Rule::lparen
            | Rule::rparen
            | Rule::lbracket
            | Rule::rbracket
            | Rule::langle
            | Rule::rangle
            | Rule::colon
            | Rule::sep
            | Rule::semi
            | Rule::equals
            | Rule::pipe
            | Rule::arrow
            | Rule::EOI
    )
}

impl<'i> Kids<'i> {
    /// The children of a pair.
    pub fn of(pair: Pair<'i, Rule>) -> Self {
        Self(pair.into_inner().peekable())
    }

    /// The next child without taking it.
    pub fn peek(&mut self) -> Option<Rule> {
        while self.0.next_if(|p| punctuation(p.as_rule())).is_some() {}
        self.0.peek().map(Pair::as_rule)
    }

    /// The next child if it is this.
    pub fn eat(&mut self, rule: Rule) -> Option<Pair<'i, Rule>> {
        (self.peek()? == rule).then(|| self.0.next())?
    }

    /// Whether the next child is this; takes it.
    pub fn has(&mut self, rule: Rule) -> bool {
        self.eat(rule).is_some()
    }
}

impl<'i> Iterator for Kids<'i> {
    type Item = Pair<'i, Rule>;

    fn next(&mut self) -> Option<Self::Item> {
        self.peek();
        self.0.next()
    }
}

/// Where a pair really ends. pest lets a rule run over the white space before a part that then is not there; so the end is
/// that of the last terminal, and every terminal of the grammar is a rule.
pub(super) fn end(pair: &Pair<'_, Rule>) -> usize {
    let mut last = pair.clone();
    while let Some(inner) = last.clone().into_inner().rev().find(|p| !p.as_str().is_empty()) {
        last = inner;
    }
    last.as_span().end()
}

/// Builds one item.
pub(super) struct Builder<'b> {
    pub file: u32,
    /// Where the item's text begins in the file.
    pub base: usize,
    /// Where it ends.
    pub end: usize,
    pub limits: &'b Limits,
    pub diagnostics: Vec<Diagnostic>,
    /// How deep the expression at hand stands.
    pub depth: usize,
}

impl Builder<'_> {
    /// Places are in the file, and never past the item (its text may have been mended with brackets).
    pub fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let place = |n: usize| self.base.saturating_add(n).min(self.end);
        error::span(self.file, place(pair.as_span().start()), place(end(pair)))
    }

    /// From the beginning of one place to the end of another.
    pub fn join(from: Span, to: Span) -> Span {
        Span { end: to.end.max(from.start), ..from }
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The single-valued clause `slot` is filled once; a second time is an error.
    pub fn once<T>(&mut self, slot: &mut Option<T>, seen: &mut Vec<(Rule, Span)>, keyword: Rule, at: Span, value: T) {
        if let Some((_, first)) = seen.iter().find(|(rule, _)| *rule == keyword) {
            let (zh, en) = match keyword {
                // Slots that more than one keyword fills.
                Rule::kw_forbid => ("禁止、应当、可以", "forbid, require, permit"),
                Rule::kw_keeps => ("保持、存疑", "keeps, softens"),
                _ => keywords::of(keyword).map_or(("", ""), |k| (k.zh, k.en)),
            };
            let diagnostic = error::given_twice(at, *first, zh, en);
            self.report(diagnostic);
        } else {
            seen.push((keyword, at));
            *slot = Some(value);
        }
    }

    pub fn name(&self, pair: &Pair<'_, Rule>) -> Name {
        Spanned { node: pair.as_str().to_owned(), span: self.span(pair) }
    }

    pub fn decl_name(&mut self, pair: Pair<'_, Rule>) -> Option<DeclName> {
        let mut kids = Kids::of(pair);
        let name = self.name(&kids.eat(Rule::ident)?);
        let id = kids.eat(Rule::decl_id).map(|p| self.name(&p));
        if let Some(id) = id.as_ref().filter(|id| !id.node.is_ascii()) {
            self.report(error::id_not_ascii(id.span));
        }
        Some(DeclName { name, id })
    }

    /// The text of a string literal.
    pub fn string(&mut self, pair: &Pair<'_, Rule>) -> Spanned<String> {
        let span = self.span(pair);
        let raw = pair.as_str();
        let inner = raw.strip_prefix('"').and_then(|s| s.strip_suffix('"')).unwrap_or(raw);
        let mut node = String::with_capacity(inner.len());
        let mut chars = inner.char_indices();
        while let Some((at, c)) = chars.next() {
            if c != '\\' {
                node.push(c);
                continue;
            }
            match chars.next() {
                Some((_, 'n')) => node.push('\n'),
                Some((_, c @ ('"' | '\\'))) => node.push(c),
                Some((end, c)) => {
                    let start = (span.start as usize).saturating_add(at).saturating_add(1);
                    let stop = (span.start as usize).saturating_add(end).saturating_add(1).saturating_add(c.len_utf8());
                    self.report(error::bad_escape(error::span(self.file, start, stop), c));
                }
                None => {}
            }
        }
        Spanned { node, span }
    }

    pub fn bilingual(&mut self, pair: Pair<'_, Rule>) -> Option<Bilingual> {
        let mut kids = Kids::of(pair);
        let zh = self.string(&kids.eat(Rule::string)?);
        let en = kids.eat(Rule::string).map(|p| self.string(&p));
        Some(Bilingual { zh, en })
    }

    /// The bilingual text that comes next, if one does.
    pub fn text(&mut self, kids: &mut Kids<'_>) -> Option<Bilingual> {
        let pair = kids.eat(Rule::bilingual)?;
        self.bilingual(pair)
    }

    /// A date, or a stand-in after its diagnostic.
    pub fn date(&mut self, pair: &Pair<'_, Rule>) -> Option<Spanned<DateLit>> {
        let span = self.span(pair);
        let mut numbers = pair.as_str().split(|c: char| !c.is_ascii_digit()).filter(|s| !s.is_empty());
        let date = (|| {
            let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
            Some(DateLit { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? })
        })();
        if pair.as_rule() == Rule::bad_date {
            let plausible = date
                .filter(|d| (1..=9999).contains(&d.year) && (1..=12).contains(&d.month) && (1..=31).contains(&d.day));
            self.report(error::bad_date(span, plausible.map(|d| d.to_string())));
        }
        Some(Spanned { node: date?, span })
    }

    /// The date that comes next, if one does.
    pub fn take_date(&mut self, kids: &mut Kids<'_>) -> Option<Spanned<DateLit>> {
        let pair = kids.eat(Rule::date).or_else(|| kids.eat(Rule::bad_date))?;
        self.date(&pair)
    }

    /// `自 D` or `至 D`.
    pub fn dated(&mut self, kids: &mut Kids<'_>, keyword: Rule) -> Option<Spanned<DateLit>> {
        if kids.has(keyword) { self.take_date(kids) } else { None }
    }

    /// A whole number within bounds, or the lower bound after a diagnostic.
    pub fn whole(&mut self, pair: &Pair<'_, Rule>, digits: &str, zh: &str, en: &str, from: u32, to: u32) -> u32 {
        match digits.parse::<u32>() {
            Ok(n) if (from..=to).contains(&n) => n,
            _ => {
                let at = self.span(pair);
                self.report(error::out_of_range(at, zh, en, from, to));
                from
            }
        }
    }

    /// The same for numbers of at most 16 bits.
    pub fn small(&mut self, pair: &Pair<'_, Rule>, digits: &str, zh: &str, en: &str, from: u16, to: u16) -> u16 {
        u16::try_from(self.whole(pair, digits, zh, en, from.into(), to.into())).unwrap_or(from)
    }

    pub fn path(&self, pair: Pair<'_, Rule>) -> PathRef {
        let span = self.span(&pair);
        PathRef { steps: Kids::of(pair).map(|p| self.name(&p)).collect(), span }
    }

    fn numeral(&mut self, pair: Pair<'_, Rule>) -> u16 {
        match numerals::read(pair.as_str()) {
            Some(n) => n,
            None => {
                let at = self.span(&pair);
                self.report(error::out_of_range(
                    at,
                    "条、款、项的序号",
                    "the number of an article, paragraph or item",
                    1,
                    999,
                ));
                1
            }
        }
    }

    /// `第九条第三项`, `article 9 item 3`, `部分 "五（三）"`.
    pub fn part(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Part>> {
        let span = self.span(&pair);
        let inner = pair.into_inner().next()?;
        let kind = inner.as_rule();
        let mut kids = Kids::of(inner);
        let node = match kind {
            Rule::section => {
                kids.eat(Rule::kw_section)?;
                Part::Section(self.string(&kids.eat(Rule::string)?).node)
            }
            Rule::zh_article => {
                let mut number = |kids: &mut Kids<'_>, rule| {
                    let mut found = kids.eat(rule)?.into_inner();
                    Some((self.numeral(found.next()?), found.next().map(|p| self.numeral(p))))
                };
                let (article, sub) = number(&mut kids, Rule::zh_art)?;
                let paragraph = number(&mut kids, Rule::zh_par).map(|(n, _)| n);
                let item = number(&mut kids, Rule::zh_item).map(|(n, _)| n);
                Part::Article { article, sub, paragraph, item }
            }
            _ => {
                let mut number = |kids: &mut Kids<'_>, rule| {
                    kids.eat(rule)?;
                    Some(self.numeral(kids.eat(Rule::integer)?))
                };
                let article = number(&mut kids, Rule::kw_article)?;
                let sub = number(&mut kids, Rule::kw_sub);
                let paragraph = number(&mut kids, Rule::kw_paragraph);
                let item = number(&mut kids, Rule::kw_item);
                Part::Article { article, sub, paragraph, item }
            }
        };
        Some(Spanned { node, span })
    }

    pub fn cite(&mut self, pair: Pair<'_, Rule>) -> Option<CiteRef> {
        let span = self.span(&pair);
        let mut kids = Kids::of(pair);
        let law = self.name(&kids.eat(Rule::ref_name)?);
        let part = self.part(kids.eat(Rule::part)?)?;
        Some(CiteRef { law, part, span })
    }

    /// `依据 law 第一条, 第二条, other 第三条`: a part without a slug is of the law before it.
    pub fn cites(&mut self, pair: Pair<'_, Rule>, into: &mut Vec<CiteRef>) -> Option<()> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_cites)?;
        let mut law: Option<Name> = None;
        for pair in Kids::of(kids.eat(Rule::cite_list)?) {
            let cite = if pair.as_rule() == Rule::cite {
                self.cite(pair)?
            } else {
                let part = self.part(pair)?;
                let span = part.span;
                CiteRef { law: law.clone()?, part, span }
            };
            law = Some(cite.law.clone());
            into.push(cite);
        }
        Some(())
    }

    /// The names of a `name_list`.
    pub fn names(&self, pair: Pair<'_, Rule>) -> Vec<Name> {
        Kids::of(pair).map(|p| self.name(&p)).collect()
    }
}
