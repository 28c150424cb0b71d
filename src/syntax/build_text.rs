//! What speaks about words: lexicons, patterns, folding, contexts, prescribed wordings.

use super::builder::{Builder, Kids};
use super::error;
use super::grammar::Rule;
use super::tree::{
    Additions, ClassKind, CmpOp, ContextDecl, ContextLine, Extend, FoldDecl, FoldKind, FoldSource, LexEntry, Lexicon,
    NumberLit, Pat, PatKind, PatternDecl, Prescribed, Reach, Span, Spanned,
};
use pest::iterators::Pair;

fn fold_kind(rule: Rule) -> Option<FoldKind> {
    Some(match rule {
        Rule::kw_width => FoldKind::Width,
        Rule::kw_case => FoldKind::Case,
        Rule::kw_style => FoldKind::Style,
        Rule::kw_traditional => FoldKind::Traditional,
        Rule::kw_zero_width => FoldKind::ZeroWidth,
        Rule::kw_separator => FoldKind::Separator,
        Rule::kw_digit => FoldKind::Digit,
        Rule::kw_variant => FoldKind::Variant,
        Rule::kw_repeat => FoldKind::Repeat,
        Rule::kw_pinyin => FoldKind::Pinyin,
        Rule::kw_abbreviation => FoldKind::Abbreviation,
        Rule::kw_homophone => FoldKind::Homophone,
        Rule::kw_look_alike => FoldKind::LookAlike,
        Rule::kw_split => FoldKind::Split,
        Rule::kw_emoji => FoldKind::Emoji,
        Rule::kw_code_word => FoldKind::CodeWord,
        Rule::kw_recognition => FoldKind::Recognition,
        _ => return None,
    })
}

/// A comparison operator.
pub(super) fn cmp_op(rule: Rule) -> Option<CmpOp> {
    Some(match rule {
        Rule::cmp_eq => CmpOp::Eq,
        Rule::cmp_ne => CmpOp::Ne,
        Rule::cmp_lt => CmpOp::Lt,
        Rule::cmp_le => CmpOp::Le,
        Rule::cmp_gt => CmpOp::Gt,
        Rule::cmp_ge => CmpOp::Ge,
        _ => return None,
    })
}

/// The digits of a number literal, without separators.
pub(super) fn digits(text: &str) -> String {
    text.chars().filter(|c| *c != '_').collect()
}

impl Builder<'_> {
    pub(super) fn lexicon(&mut self, pair: Pair<'_, Rule>) -> Option<Lexicon> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_lexicon)?;
        let name = self.decl_name(kids.eat(Rule::decl_name)?)?;
        let mut includes = Vec::new();
        if kids.has(Rule::kw_includes) {
            while let Some(pair) = kids.eat(Rule::ref_name) {
                includes.push(self.name(&pair));
            }
        }
        let entries = kids.map(|p| self.entry(p)).collect::<Option<_>>()?;
        Some(Lexicon { name, includes, entries })
    }

    pub(super) fn extend(&mut self, pair: Pair<'_, Rule>) -> Option<Extend> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_extend)?;
        let pattern = self.name(&kids.eat(Rule::ref_name)?);
        let message = self.text(&mut kids);
        let additions = match kids.eat(Rule::sequence) {
            Some(body) => Additions::Pattern(self.sequence(body)?),
            None => Additions::Words(kids.map(|p| self.entry(p)).collect::<Option<_>>()?),
        };
        Some(Extend { pattern, message, additions })
    }

    fn entry(&mut self, pair: Pair<'_, Rule>) -> Option<LexEntry> {
        let mut kids = Kids::of(pair);
        let head = kids.next()?;
        let (word, quoted, exact) = match head.as_rule() {
            Rule::exact => (self.exact(head)?, true, true),
            Rule::string => (self.string(&head), true, false),
            _ => (self.name(&head), false, false),
        };
        let note = kids.eat(Rule::string).map(|p| self.string(&p));
        Some(LexEntry { word, quoted, exact, note })
    }

    /// `原文"…"`; the place is that of the text.
    fn exact(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<String>> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_exact)?;
        Some(self.string(&kids.eat(Rule::string)?))
    }

    pub(super) fn pattern(&mut self, pair: Pair<'_, Rule>) -> Option<PatternDecl> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_pattern)?;
        let name = self.decl_name(kids.eat(Rule::decl_name)?)?;
        let body = self.sequence(kids.eat(Rule::sequence)?)?;
        Some(PatternDecl { name, body })
    }

    /// Recurses no deeper than the brackets, which are capped.
    fn sequence(&mut self, pair: Pair<'_, Rule>) -> Option<Pat> {
        let span = self.span(&pair);
        let mut pats: Vec<Pat> = Vec::new();
        // The word before, if it ends like a keyword that takes parentheses.
        let mut hidden: Option<(Span, &'static str)> = None;
        for piece in Kids::of(pair) {
            let mut kids = Kids::of(piece);
            let head = kids.next()?;
            let word = if head.as_rule() == Rule::pat_word { head.as_str() } else { "" };
            let mark = word.starts_with('？');
            let ending =
                ["数", "num", "不接", "not-before", "不承", "not-after"].into_iter().find(|k| word.ends_with(k));
            let group = head.as_rule() == Rule::group;
            let at = self.span(&head);
            if let Some((before, keyword)) = hidden.filter(|(before, _)| group && before.end == at.start) {
                self.report(error::hidden_keyword(before, keyword));
            }
            hidden = ending.map(|keyword| (at, keyword));
            let mut pat = self.pat(head)?;
            if mark && pats.last().is_some_and(|p| p.span.end == pat.span.start) {
                self.report(error::mark_after_part(pat.span));
            }
            if let Some(mark) = kids.eat(Rule::optional) {
                let span = Self::join(pat.span, self.span(&mark));
                pat = Pat { kind: PatKind::Opt(Box::new(pat)), span };
            }
            pats.push(pat);
        }
        if pats.len() == 1 {
            return pats.pop();
        }
        Some(Pat { kind: PatKind::Seq(pats), span })
    }

    fn pat_text(&mut self, pair: Pair<'_, Rule>) -> Option<PatKind> {
        Some(match pair.as_rule() {
            Rule::exact => PatKind::Word { text: self.exact(pair)?.node, quoted: true, exact: true },
            Rule::string => PatKind::Word { text: self.string(&pair).node, quoted: true, exact: false },
            Rule::pat_word => PatKind::Word { text: pair.as_str().to_owned(), quoted: false, exact: false },
            Rule::pat_ref => PatKind::Ref(self.name(&Kids::of(pair).eat(Rule::ref_name)?)),
            _ => return None,
        })
    }

    /// One part of a pattern: an atom, or anything else that a piece may hold.
    fn pat(&mut self, pair: Pair<'_, Rule>) -> Option<Pat> {
        let span = self.span(&pair);
        let kind = match pair.as_rule() {
            Rule::group => {
                let mut ways = Kids::of(pair).map(|p| self.sequence(p)).collect::<Option<Vec<_>>>()?;
                if ways.len() == 1 {
                    return ways.pop();
                }
                PatKind::Alt(ways)
            }
            Rule::gap => self.gap(&pair)?,
            Rule::pat_num => self.pat_num(pair)?,
            Rule::pat_class => self.pat_class(pair)?,
            Rule::clause_start => PatKind::ClauseStart,
            Rule::clause_end => PatKind::ClauseEnd,
            Rule::not_before => PatKind::NotBefore(self.looks(pair, Rule::kw_not_before)?),
            Rule::not_after => PatKind::NotAfter(self.looks(pair, Rule::kw_not_after)?),
            _ => self.pat_text(pair)?,
        };
        Some(Pat { kind, span })
    }

    fn looks(&mut self, pair: Pair<'_, Rule>, keyword: Rule) -> Option<Vec<Pat>> {
        let mut kids = Kids::of(pair);
        kids.eat(keyword)?;
        let mut out = Vec::new();
        for look in kids {
            let inner = look.into_inner().next()?;
            let span = self.span(&inner);
            out.push(Pat { kind: self.pat_text(inner)?, span });
        }
        Some(out)
    }

    fn reach(&mut self, pair: &Pair<'_, Rule>, digits: &str) -> u16 {
        self.small(pair, digits, "距离", "the distance", 0, 1000)
    }

    fn gap(&mut self, pair: &Pair<'_, Rule>) -> Option<PatKind> {
        let text = pair.as_str();
        let (within, (min, max)) = match text.split_once('~') {
            Some(parts) => (Reach::Sentence, parts),
            None => (Reach::Clause, text.split_once("..")?),
        };
        let min = if min.is_empty() { 0 } else { self.reach(pair, min) };
        let max = if max.is_empty() { None } else { Some(self.reach(pair, max)) };
        Some(PatKind::Gap { min, max, within })
    }

    fn pat_num(&mut self, pair: Pair<'_, Rule>) -> Option<PatKind> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_num)?;
        let capture = kids.eat(Rule::ident).map(|p| self.name(&p));
        let mut units = Vec::new();
        while let Some(unit) = kids.eat(Rule::unit_word) {
            let inner = unit.into_inner().next()?;
            units.push(if inner.as_rule() == Rule::string { self.string(&inner) } else { self.name(&inner) });
        }
        let mut cmp = None;
        if let Some(op) = kids.eat(Rule::num_cmp) {
            let op = cmp_op(op.into_inner().next()?.as_rule())?;
            let number = kids.eat(Rule::number)?;
            cmp = Some((
                op,
                Spanned { node: NumberLit { digits: digits(number.as_str()), unit: None }, span: self.span(&number) },
            ));
        }
        Some(PatKind::Num { capture, units, cmp })
    }

    fn pat_class(&mut self, pair: Pair<'_, Rule>) -> Option<PatKind> {
        let mut kids = Kids::of(pair);
        let head = kids.next()?;
        let class = match head.as_rule() {
            Rule::kw_han => ClassKind::Han,
            Rule::kw_latin => ClassKind::Latin,
            Rule::kw_digit => ClassKind::Digit,
            Rule::kw_any => ClassKind::Any,
            _ => ClassKind::Set(self.string(&head).node),
        };
        let (mut min, mut max) = (1, 1);
        if let Some(count) = kids.eat(Rule::class_count) {
            let text = count.as_str();
            let (from, to) = text.split_once("..").unwrap_or((text, text));
            min = self.small(&count, from, "字数", "the count", 0, 1000);
            max = self.small(&count, to, "字数", "the count", 1, 1000);
        }
        Some(PatKind::Class { class, min, max })
    }

    pub(super) fn fold(&mut self, pair: Pair<'_, Rule>) -> Option<FoldDecl> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_fold)?;
        let kind = kids.eat(Rule::fold_kind)?;
        let span = self.span(&kind);
        let kind = Spanned { node: fold_kind(kind.into_inner().next()?.as_rule())?, span };
        let uncertain = kids.has(Rule::kw_uncertain);
        let source = kids.next()?;
        let source = match source.as_rule() {
            Rule::kw_unicode => FoldSource::Unicode,
            Rule::fold_file => {
                let mut kids = Kids::of(source);
                kids.eat(Rule::kw_file)?;
                FoldSource::File(self.string(&kids.eat(Rule::string)?))
            }
            _ => {
                let mut pairs = Vec::new();
                for entry in Kids::of(source) {
                    let mut kids = Kids::of(entry);
                    let from = self.string(&kids.eat(Rule::string)?);
                    pairs.push((from, kids.eat(Rule::string).map(|p| self.string(&p))));
                }
                FoldSource::Inline(pairs)
            }
        };
        Some(FoldDecl { kind, uncertain, source })
    }

    pub(super) fn context(&mut self, pair: Pair<'_, Rule>) -> Option<ContextDecl> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_context)?;
        let name = self.decl_name(kids.eat(Rule::decl_name)?)?;
        let mut lines = Vec::new();
        for clause in kids {
            let span = self.span(&clause);
            lines.push(Spanned { node: self.context_line(clause)?, span });
        }
        Some(ContextDecl { name, lines })
    }

    fn context_line(&mut self, clause: Pair<'_, Rule>) -> Option<ContextLine> {
        let rule = clause.as_rule();
        let mut kids = Kids::of(clause);
        kids.next()?;
        Some(match rule {
            Rule::ctx_preceded | Rule::ctx_followed => {
                let pat = self.pat(kids.next()?)?;
                kids.eat(Rule::kw_within)?;
                let (distance, within) = self.distance(&kids.eat(Rule::distance)?);
                if rule == Rule::ctx_preceded {
                    ContextLine::PrecededBy { pat, distance, within }
                } else {
                    ContextLine::FollowedBy { pat, distance, within }
                }
            }
            Rule::ctx_enclosed => ContextLine::EnclosedBy {
                open: self.string(&kids.eat(Rule::string)?),
                close: self.string(&kids.eat(Rule::string)?),
            },
            Rule::ctx_include => ContextLine::Include(self.name(&kids.eat(Rule::ref_name)?)),
            _ => {
                let pat = self.pat(kids.next()?)?;
                match rule {
                    Rule::ctx_clause => ContextLine::ClauseHas(pat),
                    Rule::ctx_sentence => ContextLine::SentenceHas(pat),
                    Rule::ctx_nearby => ContextLine::NearbyHas(pat),
                    Rule::ctx_next => ContextLine::NextHas(pat),
                    Rule::ctx_part_of => ContextLine::PartOf(pat),
                    Rule::ctx_ends => ContextLine::SentenceEnds(pat),
                    _ => return None,
                }
            }
        })
    }

    fn distance(&mut self, pair: &Pair<'_, Rule>) -> (u16, Reach) {
        match pair.as_str().strip_prefix('~') {
            Some(digits) => (self.reach(pair, digits), Reach::Sentence),
            None => (self.reach(pair, pair.as_str()), Reach::Clause),
        }
    }

    pub(super) fn prescribed(&mut self, pair: Pair<'_, Rule>) -> Option<Prescribed> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_prescribed)?;
        let name = self.decl_name(kids.eat(Rule::decl_name)?)?;
        let (mut cites, mut wordings) = (Vec::new(), Vec::new());
        for clause in kids {
            if clause.as_rule() == Rule::c_cites {
                self.cites(clause, &mut cites)?;
            } else {
                wordings.push(self.string(&Kids::of(clause).eat(Rule::string)?));
            }
        }
        Some(Prescribed { name, cites, wordings })
    }
}
