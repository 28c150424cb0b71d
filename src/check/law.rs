//! Instruments, articles, citations and validity: what keeps a rule from outliving its law.

use super::Checker;
use crate::diagnostic::{Diagnostic, Message};
use crate::eval::date::{day, format_day};
use crate::pack::Pack;
use crate::pack::model::{Article, Cite, Day, Instrument as Held, InstrumentInfo, Symbol, SymbolKind};
use crate::syntax::tree::{ArticleDecl, CiteRef, DateLit, Instrument, NotEncoded, Part, Rule, Span, Spanned};

/// What the checker knows of an instrument, its own or a used pack's.
#[derive(Clone, Debug, Default)]
pub(super) struct Law {
    pub title: String,
    pub effective: Day,
    /// Last day in force.
    pub last: Option<Day>,
    pub first_held: Day,
    pub articles: Vec<LawArticle>,
}

#[derive(Clone, Debug)]
pub(super) struct LawArticle {
    pub part: Part,
    /// Last article of a range.
    pub to: Option<u16>,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub not_encoded: Option<NotEncoded>,
}

/// When a rule may be in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Validity {
    pub from: Day,
    pub to: Option<Day>,
    pub held_from: Day,
}

/// 第九条第一款第三项 in words for messages.
fn part_text(part: &Part) -> String {
    match part {
        Part::Section(s) => format!("部分“{s}”"),
        Part::Article { article, sub, paragraph, item } => {
            let mut out = format!("第{article}条");
            if let Some(sub) = sub {
                out.push_str(&format!("之{sub}"));
            }
            if let Some(paragraph) = paragraph {
                out.push_str(&format!("第{paragraph}款"));
            }
            if let Some(item) = item {
                out.push_str(&format!("第{item}项"));
            }
            out
        }
    }
}

impl LawArticle {
    /// Whether a citation speaks of this article: one may be finer than the other, but they may not disagree.
    fn covers(&self, part: &Part) -> bool {
        match (&self.part, part) {
            (Part::Section(a), Part::Section(b)) => a == b,
            (
                Part::Article { article, sub, paragraph, item },
                Part::Article { article: cited, sub: cited_sub, paragraph: cited_paragraph, item: cited_item },
            ) => {
                let agree = |a: &Option<u16>, b: &Option<u16>| a.is_none() || b.is_none() || a == b;
                if let Some(to) = self.to {
                    return (*article..=to).contains(cited);
                }
                article == cited && sub == cited_sub && agree(paragraph, cited_paragraph) && agree(item, cited_item)
            }
            _ => false,
        }
    }
}

impl Checker<'_> {
    /// A date that exists, or a report that it does not.
    pub(super) fn day(&mut self, date: DateLit, span: Span) -> Option<Day> {
        let found = day(date.year, date.month, date.day);
        if found.is_none() {
            self.report(Diagnostic::error(
                "E0302",
                span,
                Message::new(format!("没有 {date} 这一天"), format!("there is no such date as {date}")),
                Message::new("改成日历上有的日期", "write a date that exists"),
            ));
        }
        found
    }

    fn maybe_day(&mut self, date: Option<&Spanned<DateLit>>) -> Option<Day> {
        date.and_then(|d| self.day(d.node, d.span))
    }

    pub(super) fn import_laws(&mut self, pack: &Pack) {
        for (i, instrument) in pack.core.instruments.iter().enumerate() {
            let symbol =
                Symbol { pack: pack.core.meta.id.clone(), kind: SymbolKind::Instrument, key: instrument.slug.clone() };
            let articles = pack.explain.articles.iter().filter(|a| a.instrument as usize == i);
            let law = Law {
                title: instrument.title.clone(),
                effective: instrument.effective,
                last: instrument.repealed.and_then(|d| d.checked_sub(1)),
                first_held: instrument.versions.first().copied().unwrap_or(instrument.effective),
                articles: articles
                    .map(|a| LawArticle {
                        part: part_of(&a.part),
                        to: a.to,
                        from: a.from,
                        until: a.until,
                        not_encoded: a.not_encoded,
                    })
                    .collect(),
            };
            self.laws.insert(symbol, law);
        }
    }

    pub(super) fn instrument(&mut self, decl: &Instrument) {
        let slug = decl.slug.node.clone();
        let Some(effective) = self.maybe_day(decl.effective.as_ref()) else {
            if decl.effective.is_none() {
                self.report(Diagnostic::error(
                    "E0303",
                    decl.slug.span,
                    Message::new(format!("{slug} 没有施行日期"), format!("{slug} has no effective date")),
                    Message::new("用“施行”写明日期", "add `effective YYYY-MM-DD`"),
                ));
            }
            return;
        };
        let repealed = self.maybe_day(decl.repealed.as_ref());
        let promulgated = self.maybe_day(decl.promulgated.as_ref());
        let mut versions: Vec<Day> = decl.versions.iter().filter_map(|v| self.day(v.node, v.span)).collect();
        if versions.is_empty() {
            versions.push(effective);
        }
        versions.sort_unstable();
        versions.dedup();
        if repealed.is_some_and(|r| r <= effective) {
            self.report(Diagnostic::error(
                "E0304",
                decl.repealed.map_or(decl.slug.span, |r| r.span),
                Message::new("废止日期不晚于施行日期", "repealed no later than effective"),
                Message::new("核对两个日期", "check both dates"),
            ));
        }
        let index = u32::try_from(self.b.core.instruments.len()).unwrap_or(u32::MAX);
        let symbol = Symbol { pack: self.b.core.meta.id.clone(), kind: SymbolKind::Instrument, key: slug.clone() };
        let law_ref = self.b.symbol(&symbol);
        let mut law = Law {
            title: decl.title.zh.node.clone(),
            effective,
            last: repealed.and_then(|d| d.checked_sub(1)),
            first_held: versions.first().copied().unwrap_or(effective),
            articles: Vec::new(),
        };
        for article in &decl.articles {
            self.article(article, index, law_ref, &mut law);
        }
        let title = decl.title.zh.node.clone();
        let title_en = decl.title.en.as_ref().map_or_else(|| slug.clone(), |e| e.node.clone());
        let full_text = decl.full_text.is_none_or(|f| f.node);
        self.b.core.instruments.push(Held { slug, title, title_en, effective, repealed, versions, full_text });
        let issuer = self.b.bilingual(decl.issuer.as_ref());
        let number = self.b.bilingual(decl.number.as_ref());
        self.explain.instruments.push(InstrumentInfo { issuer, number, promulgated });
        self.laws.insert(symbol, law);
    }

    fn article(&mut self, decl: &ArticleDecl, instrument: u32, law_ref: u32, law: &mut Law) {
        let from = self.maybe_day(decl.from_date.as_ref());
        let until = self.maybe_day(decl.to_date.as_ref());
        let to = decl
            .to
            .as_ref()
            .and_then(|t| if let Part::Article { article, .. } = t.node { Some(article) } else { None });
        let declared =
            LawArticle { part: decl.part.node.clone(), to, from, until, not_encoded: decl.not_encoded.map(|n| n.node) };
        let same = |a: &&LawArticle| a.part == declared.part && a.to == declared.to;
        let overlap = |a: &&LawArticle| {
            a.until.zip(declared.from).is_none_or(|(u, f)| u >= f)
                && declared.until.zip(a.from).is_none_or(|(u, f)| u >= f)
        };
        if law.articles.iter().filter(same).any(|a| overlap(&a)) {
            self.report(Diagnostic::error(
                "E0305",
                decl.span,
                Message::new(
                    format!("{}在同一时期声明了两次", part_text(&declared.part)),
                    "the same article is declared twice for one period",
                ),
                Message::new(
                    "合并，或用“自”“至”分开各版本的时间",
                    "merge them, or separate the versions with from and to",
                ),
            ));
        }
        if decl.text.is_none() {
            self.report(Diagnostic::error(
                "E0306",
                decl.span,
                Message::new(
                    format!("{}没有描述", part_text(&declared.part)),
                    "the article has neither a description nor a note",
                ),
                Message::new(
                    "用自己的话写一句，或说明不编码的理由",
                    "describe it in your own words, or say why it is not encoded",
                ),
            ));
        }
        let text = self.b.bilingual(decl.text.as_ref());
        let part = cite_of(law_ref, &declared.part);
        self.explain.articles.push(Article {
            instrument,
            part,
            to,
            from,
            until,
            not_encoded: declared.not_encoded,
            text,
        });
        law.articles.push(declared);
    }

    /// Resolves citations. `encoding`: an article that is marked as not encoded may not carry a rule.
    pub(super) fn cites(&mut self, cites: &[CiteRef], encoding: bool) -> Vec<Cite> {
        let mut out = Vec::new();
        for cite in cites {
            let Some(symbol) = self.resolve(SymbolKind::Instrument, &cite.law) else { continue };
            let law = self.laws.get(&symbol).cloned().unwrap_or_default();
            let found: Vec<&LawArticle> = law.articles.iter().filter(|a| a.covers(&cite.part.node)).collect();
            if found.is_empty() {
                self.report(Diagnostic::error(
                    "E0307",
                    cite.part.span,
                    Message::new(
                        format!("{}没有声明{}", law.title, part_text(&cite.part.node)),
                        format!("{} does not declare this article", symbol.key),
                    ),
                    Message::new(
                        "在该法中声明这一条，并用自己的话描述",
                        "declare the article in the instrument and describe it",
                    ),
                ));
                continue;
            }
            if encoding && found.iter().all(|a| a.not_encoded.is_some()) {
                self.report(Diagnostic::error(
                    "E0308",
                    cite.part.span,
                    Message::new(
                        format!("{}声明为不编码，却有规则引用", part_text(&cite.part.node)),
                        "a rule cites an article that is declared as not encoded",
                    ),
                    Message::new(
                        "去掉该条的“不编码”，或改引其他条文",
                        "remove `not-encoded` from the article, or cite another",
                    ),
                ));
            }
            out.push(cite_of(self.b.symbol(&symbol), &cite.part.node));
        }
        out
    }

    /// When all cited articles are in force together.
    pub(super) fn law_validity(&mut self, cites: &[CiteRef]) -> Option<Validity> {
        let mut all: Option<Validity> = None;
        for cite in cites {
            let symbol = self.scope.find(SymbolKind::Instrument, &cite.law.node).first()?.clone();
            let law = self.laws.get(&symbol)?;
            let found: Vec<&LawArticle> = law.articles.iter().filter(|a| a.covers(&cite.part.node)).collect();
            // Several versions of one article count together: a rule that needs one of them says so with `valid`.
            let from = found.iter().map(|a| a.from.unwrap_or(law.effective)).min()?.max(law.effective);
            let until =
                if found.iter().any(|a| a.until.is_none()) { None } else { found.iter().filter_map(|a| a.until).max() };
            let to = [until, law.last].into_iter().flatten().min();
            let held_from = if law.first_held > law.effective { law.first_held.max(from) } else { from };
            let validity = Validity { from, to, held_from };
            all = Some(match all {
                None => validity,
                Some(a) => Validity {
                    from: a.from.max(from),
                    to: [a.to, to].into_iter().flatten().min(),
                    held_from: a.held_from.max(held_from),
                },
            });
        }
        all
    }

    /// The rule's validity: what it says, within what its law allows.
    pub(super) fn validity(&mut self, rule: &Rule) -> Option<Validity> {
        let law = self.law_validity(&rule.cites)?;
        let said = rule.valid.unwrap_or_default();
        let from = self.maybe_day(said.from.as_ref());
        let to = self.maybe_day(said.to.as_ref());
        let early = from.is_some_and(|f| f < law.from);
        let late = match (to, law.to) {
            (Some(t), Some(l)) => t > l,
            _ => false,
        };
        if early || late {
            let span = if early { said.from } else { said.to }.map_or(rule.name.name.span, |d| d.span);
            let end = law.to.map_or_else(|| "今".to_owned(), format_day);
            self.report(Diagnostic::error(
                "E0309",
                span,
                Message::new(
                    format!("规则的有效期超出所引条文：条文自 {} 至{end}有效", format_day(law.from)),
                    format!(
                        "the rule outlives the law it cites, which is in force from {}{}",
                        format_day(law.from),
                        law.to.map_or_else(String::new, |t| format!(" to {}", format_day(t)))
                    ),
                ),
                Message::new(
                    "缩短“有效”，或补充引用当时有效的条文",
                    "shorten `valid`, or cite the article that was in force then",
                ),
            ));
            return None;
        }
        let result = Validity {
            from: from.unwrap_or(law.from),
            to: to.or(law.to),
            held_from: law.held_from.max(from.unwrap_or(law.from)),
        };
        if result.to.is_some_and(|t| t < result.from) {
            self.report(Diagnostic::error(
                "E0310",
                rule.name.name.span,
                Message::new(
                    "所引条文没有同时有效的一天，规则永远不适用",
                    "the cited articles are never in force together",
                ),
                Message::new("拆成几条规则，各引各的条文", "split the rule, one citation each"),
            ));
            return None;
        }
        Some(result)
    }
}

fn part_of(cite: &Cite) -> Part {
    match &cite.section {
        Some(section) => Part::Section(section.clone()),
        None => Part::Article { article: cite.article, sub: cite.sub, paragraph: cite.paragraph, item: cite.item },
    }
}

fn cite_of(law: u32, part: &Part) -> Cite {
    match part {
        Part::Section(section) => {
            Cite { law, article: 0, sub: None, paragraph: None, item: None, section: Some(section.clone()) }
        }
        Part::Article { article, sub, paragraph, item } => {
            Cite { law, article: *article, sub: *sub, paragraph: *paragraph, item: *item, section: None }
        }
    }
}
