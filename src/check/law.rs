//! Instruments, articles, citations and validity: what keeps a rule from outliving its law.

use super::Checker;
use crate::cite::numeral as write;
use crate::diagnostic::{Diagnostic, Message};
use crate::eval::date::{day, format_day};
use crate::pack::Pack;
use crate::pack::model::{Article, Cite, Day, Instrument as Held, InstrumentInfo, Penalty, Symbol, SymbolKind};
use crate::syntax::tree::{
    ArticleDecl, CiteRef, DateLit, Instrument, NotEncoded, Part, PenaltyDecl, Rule, Span, Spanned,
};

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

/// 第九条第一款第三项, as statutes write it.
fn part_text(part: &Part) -> String {
    match part {
        Part::Section(s) => format!("部分“{s}”"),
        Part::Article { article, sub, paragraph, item } => {
            let mut out = format!("第{}条", write(*article));
            if let Some(sub) = sub {
                out.push_str(&format!("之{}", write(*sub)));
            }
            for (number, what) in [(paragraph, "款"), (item, "项")] {
                if let Some(number) = number {
                    out.push_str(&format!("第{}{what}", write(*number)));
                }
            }
            out
        }
    }
}

/// The same in English.
fn part_en(part: &Part) -> String {
    match part {
        Part::Section(s) => format!("section `{s}`"),
        Part::Article { article, sub, paragraph, item } => {
            let mut out = format!("article {article}");
            for (what, number) in [("sub", sub), ("paragraph", paragraph), ("item", item)] {
                if let Some(number) = number {
                    out.push_str(&format!(" {what} {number}"));
                }
            }
            out
        }
    }
}

impl LawArticle {
    /// Whether two lines declare the same article: the same part, or one within the other's range.
    fn declares(&self, other: &Self) -> bool {
        let bounds = |a: &Self| match &a.part {
            Part::Article { article, sub, paragraph: None, item: None } => {
                (a.to.is_some() || sub.is_none()).then_some((*article, a.to.unwrap_or(*article)))
            }
            _ => None,
        };
        if self.part == other.part && self.to == other.to {
            return true;
        }
        match (bounds(self), bounds(other)) {
            (Some((a, b)), Some((c, d))) => (self.to.is_some() || other.to.is_some()) && a <= d && c <= b,
            _ => false,
        }
    }

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

    pub(super) fn maybe_day(&mut self, date: Option<&Spanned<DateLit>>) -> Option<Day> {
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
            self.out_of_order(
                decl.repealed.map_or(decl.slug.span, |r| r.span),
                "废止日期不晚于施行日期",
                "it is repealed no later than it takes effect",
            );
        }
        if promulgated.is_some_and(|p| p > effective) {
            self.out_of_order(
                decl.promulgated.map_or(decl.slug.span, |r| r.span),
                "公布日期晚于施行日期",
                "it is promulgated after it takes effect",
            );
        }
        for version in &decl.versions {
            if repealed.zip(day(version.node.year, version.node.month, version.node.day)).is_some_and(|(r, v)| v >= r) {
                self.out_of_order(version.span, "这个版本晚于废止日期", "this version comes after the repeal");
            }
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
        let issuer = self.b.doc(decl.issuer.as_ref());
        let number = self.b.doc(decl.number.as_ref());
        self.explain.instruments.push(InstrumentInfo { issuer, number, promulgated });
        self.laws.insert(symbol, law);
    }

    /// E0304.
    pub(super) fn out_of_order(&mut self, span: Span, zh: &str, en: &str) {
        self.report(Diagnostic::error(
            "E0304",
            span,
            Message::new(zh, en),
            Message::new(
                "核对文件上的日期：公布不晚于施行，“自”不晚于“至”，废止在最后",
                "check the dates on the document: promulgated, effective, repealed; from, to",
            ),
        ));
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
        if from.zip(until).is_some_and(|(f, u)| f > u) {
            let span = decl.to_date.map_or(decl.span, |d| d.span);
            self.out_of_order(span, "这一条的“至”早于“自”", "the article ends before it begins");
        }
        if let Some(end) = &decl.to {
            let whole = |p: &Part| matches!(p, Part::Article { sub: None, paragraph: None, item: None, .. });
            let first = if let Part::Article { article, .. } = &declared.part { Some(*article) } else { None };
            if !(whole(&declared.part) && whole(&end.node)) || first.zip(to).is_none_or(|(f, t)| f >= t) {
                self.report(Diagnostic::error(
                    "E0338",
                    end.span,
                    Message::new(
                        "条文的范围要从较小的一条到较大的一条，并且是整条",
                        "a range goes from a lower article to a higher one, both whole",
                    ),
                    Message::new(
                        "写“第二十九条 至 第三十一条”；款、项和部分逐个声明",
                        "write `article 29 to article 31`; declare paragraphs, items and sections one by one",
                    ),
                ));
            }
        }
        let same = |a: &&LawArticle| a.declares(&declared);
        let overlap = |a: &&LawArticle| {
            a.until.zip(declared.from).is_none_or(|(u, f)| u >= f)
                && declared.until.zip(a.from).is_none_or(|(u, f)| u >= f)
        };
        if law.articles.iter().filter(same).any(|a| overlap(&a)) {
            self.report(Diagnostic::error(
                "E0305",
                decl.span,
                Message::new(
                    format!("{}在同一时期声明了两次，覆盖统计会算两遍", part_text(&declared.part)),
                    format!(
                        "{} is declared twice for one period, and coverage would count it twice",
                        part_en(&declared.part)
                    ),
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
                    format!("{} has neither a description nor a note", part_en(&declared.part)),
                ),
                Message::new(
                    "用自己的话写一句，或说明不编码的理由",
                    "describe it in your own words, or say why it is not encoded",
                ),
            ));
        }
        let text = self.b.doc(decl.text.as_ref());
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
                        format!("《{}》没有声明{}", law.title, part_text(&cite.part.node)),
                        format!("`{}` does not declare {}", symbol.key, part_en(&cite.part.node)),
                    ),
                    Message::new(
                        "核对条号；条号无误的，在该法中声明这一条，并用自己的话描述",
                        "check the number; if it is right, declare the article in the instrument and describe it",
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
                        format!("a rule cites {}, which is declared as not encoded", part_en(&cite.part.node)),
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

    /// When one citation is in force: stretches in order, apart from each other.
    fn in_force(&self, cite: &CiteRef) -> Option<Vec<Stretch>> {
        let law = self.laws.get(&self.lookup(SymbolKind::Instrument, &cite.law.node)?)?;
        let mut cited: Vec<&LawArticle> = law.articles.iter().filter(|a| a.covers(&cite.part.node)).collect();
        if cited.is_empty() {
            return None;
        }
        // A paragraph that is declared itself has its own time, whatever its article has.
        let depth = depth(&cite.part.node);
        let nearest = cited.iter().map(|a| self::depth(&a.part)).filter(|d| *d <= depth).max().unwrap_or(0);
        if nearest > 0 {
            cited.retain(|a| self::depth(&a.part) >= nearest);
        }
        let mut stretches: Vec<Stretch> = cited
            .iter()
            .map(|a| {
                let from = a.from.unwrap_or(law.effective).max(law.effective);
                Stretch { from, to: [a.until, law.last].into_iter().flatten().min() }
            })
            .filter(|s| s.to.is_none_or(|t| s.from <= t))
            .collect();
        stretches.sort_unstable_by_key(|s| s.from);
        let mut out: Vec<Stretch> = Vec::new();
        for next in stretches {
            match out.last_mut() {
                // Versions that follow each other are one stretch.
                Some(last) if last.to.is_none_or(|t| next.from <= t.saturating_add(1)) => {
                    last.to = last.to.zip(next.to).map(|(a, b)| a.max(b));
                }
                _ => out.push(next),
            }
        }
        Some(out)
    }

    /// When all cited articles are in force together. `None`: a citation is not known.
    fn together(&self, cites: &[CiteRef]) -> Option<Vec<Stretch>> {
        let mut all = vec![Stretch { from: Day::MIN, to: None }];
        for cite in cites {
            let these = self.in_force(cite)?;
            let pairs = all.iter().flat_map(|a| these.iter().map(move |b| (a, b)));
            all = pairs
                .map(|(a, b)| Stretch { from: a.from.max(b.from), to: [a.to, b.to].into_iter().flatten().min() })
                .filter(|s| s.to.is_none_or(|t| s.from <= t))
                .collect();
        }
        Some(all)
    }

    /// Whether all cited articles are in force together on some day of a rule's validity. `None`: a citation is not known.
    pub(super) fn overlap(&self, cites: &[CiteRef], rule: Validity) -> Option<bool> {
        let all = self.together(cites)?;
        Some(all.iter().any(|s| s.to.is_none_or(|t| t >= rule.from) && rule.to.is_none_or(|t| t >= s.from)))
    }

    /// The first day of which a version of every cited law is held.
    fn held_from(&self, cites: &[CiteRef]) -> Day {
        let laws = cites.iter().filter_map(|c| self.lookup(SymbolKind::Instrument, &c.law.node));
        let held = laws.filter_map(|s| self.laws.get(&s)).filter(|l| l.first_held > l.effective).map(|l| l.first_held);
        held.max().unwrap_or(Day::MIN)
    }

    /// The rule's validity: what it says, within what its law allows.
    pub(super) fn validity(&mut self, rule: &Rule) -> Option<Validity> {
        if rule.cites.is_empty() {
            return None;
        }
        let law = self.together(&rule.cites)?;
        let said = rule.valid.unwrap_or_default();
        let from = self.maybe_day(said.from.as_ref());
        let to = self.maybe_day(said.to.as_ref());
        if let (Some(f), Some(t)) = (from, to)
            && f > t
        {
            let span = said.to.map_or(rule.name.name.span, |d| d.span);
            self.out_of_order(span, "规则的“至”早于“自”", "the rule ends before it begins");
            return None;
        }
        let cited = rule.cites.first().map_or(rule.name.name.span, |c| c.span);
        let Some(first) = law.first().copied() else {
            self.never_together(cited, rule);
            return None;
        };
        // The stretch that the rule speaks of: the one it begins in, or the one it ends in.
        let within = |s: &Stretch, d: Day| s.from <= d && s.to.is_none_or(|t| d <= t);
        let chosen = match (from, to) {
            // Without an end the rule means as long as its law: then there may be only one such time.
            (None, None) | (Some(_), None)
                if law.iter().filter(|s| from.is_none_or(|f| s.to.is_none_or(|t| t >= f))).count() > 1 =>
            {
                self.report(Diagnostic::error(
                    "E0310",
                    cited,
                    Message::new(
                        format!("所引条文的效力中断过，只在这些时候有效：{}", stretches_text(&law, "至", "、")),
                        format!(
                            "the cited articles were not in force without a break, but {}",
                            stretches_text(&law, "to", ", ")
                        ),
                    ),
                    Message::new(
                        "用“有效 自 … 至 …”写明这条规则属于哪一段",
                        "say with `valid from … to …` which stretch the rule belongs to",
                    ),
                ));
                return None;
            }
            (None, None) => Some(first),
            (Some(d), _) | (None, Some(d)) => law.iter().copied().find(|s| within(s, d)),
        };
        let fits = |s: &Stretch| from.is_none_or(|f| within(s, f)) && to.is_none_or(|t| within(s, t));
        let Some(stretch) = chosen.filter(fits) else {
            let early = from.is_some_and(|f| !law.iter().any(|s| within(s, f)));
            let span = if early { said.from } else { said.to.or(said.from) }.map_or(rule.name.name.span, |d| d.span);
            self.report(
                Diagnostic::error(
                    "E0309",
                    span,
                    Message::new(
                        format!("规则的有效期超出所引条文，条文只在这些时候有效：{}", stretches_text(&law, "至", "、")),
                        format!(
                            "the rule outlives the law it cites, which is in force {}",
                            stretches_text(&law, "to", ", ")
                        ),
                    ),
                    Message::new(
                        "缩短“有效”；或另写一条规则，引用当时有效的条文",
                        "shorten `valid`, or write another rule that cites the article in force then",
                    ),
                )
                .label(cited, Message::new("所引的条文", "the cited article")),
            );
            return None;
        };
        let pack = &self.b.core.meta;
        let from = from.unwrap_or(stretch.from).max(pack.valid_from.unwrap_or(Day::MIN));
        let to = [to.or(stretch.to), pack.valid_to].into_iter().flatten().min();
        if to.is_some_and(|t| t < from) {
            self.out_of_order(
                rule.name.name.span,
                "规则有效的时候，包一天也不有效",
                "the pack is valid on no day on which the rule is",
            );
            return None;
        }
        Some(Validity { from, to, held_from: self.held_from(&rule.cites).max(from) })
    }

    /// A penalty, once for each time in which the cited article is in force, within the dates that it is given.
    pub(super) fn penalty(&mut self, decl: &PenaltyDecl) -> Vec<Penalty> {
        let Some(cite) = self.cites(std::slice::from_ref(&decl.cite), false).pop() else { return Vec::new() };
        let text = self.b.bilingual(decl.text.as_ref());
        let from = self.maybe_day(decl.valid.from.as_ref());
        let to = self.maybe_day(decl.valid.to.as_ref());
        if let (Some(f), Some(t), Some(said)) = (from, to, decl.valid.to)
            && f > t
        {
            self.out_of_order(said.span, "处罚的“至”早于“自”", "the penalty ends before it begins");
            return Vec::new();
        }
        let law = self.in_force(&decl.cite).unwrap_or_default();
        let within = |s: &Stretch, d: Day| s.from <= d && s.to.is_none_or(|t| d <= t);
        for (day, said) in [(from, decl.valid.from), (to, decl.valid.to)] {
            if let (Some(day), Some(said)) = (day, said)
                && !law.iter().any(|s| within(s, day))
            {
                self.report(Diagnostic::error(
                    "E0309",
                    said.span,
                    Message::new(
                        format!("处罚的期间超出所引条文，条文只在这些时候有效：{}", stretches_text(&law, "至", "、")),
                        format!(
                            "the penalty outlives the law it cites, which is in force {}",
                            stretches_text(&law, "to", ", ")
                        ),
                    ),
                    Message::new(
                        "改正日期；或另写一行“处罚”，引用当时有效的条文",
                        "correct the date, or add a `penalty` that cites the article in force then",
                    ),
                ));
                return Vec::new();
            }
        }
        law.iter()
            .map(|s| Penalty {
                cite: cite.clone(),
                text,
                from: from.map_or(s.from, |f| f.max(s.from)),
                to: [s.to, to].into_iter().flatten().min(),
            })
            .filter(|p| p.to.is_none_or(|t| p.from <= t))
            .collect()
    }

    fn never_together(&mut self, cited: Span, rule: &Rule) {
        let mut diagnostic = Diagnostic::error(
            "E0310",
            cited,
            Message::new(
                "所引条文没有同时有效的一天，规则永远不适用",
                "the cited articles are never in force together, so the rule never applies",
            ),
            Message::new(
                "拆成几条规则，各引各的条文",
                "split it into several rules, each with the articles of its time",
            ),
        );
        for cite in &rule.cites {
            if let Some(all) = self.in_force(cite) {
                let (zh, en) = (stretches_text(&all, "至", "、"), stretches_text(&all, "to", ", "));
                let never = all.is_empty();
                diagnostic = diagnostic.label(
                    cite.span,
                    if never {
                        Message::new(
                            "从未有效：它的期间在该法施行之前或废止之后",
                            "never in force: its dates lie outside those of the law",
                        )
                    } else {
                        Message::new(format!("有效期：{zh}"), format!("in force {en}"))
                    },
                );
            }
        }
        self.report(diagnostic);
    }
}

/// Days on which a law is in force without a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    from: Day,
    to: Option<Day>,
}

fn stretches_text(all: &[Stretch], to: &str, and: &str) -> String {
    let each = all.iter().map(|s| match s.to {
        Some(end) => format!("{} {to} {}", format_day(s.from), format_day(end)),
        None => format!("{} {to} …", format_day(s.from)),
    });
    each.collect::<Vec<_>>().join(and)
}

fn part_of(cite: &Cite) -> Part {
    match &cite.section {
        Some(section) => Part::Section(section.clone()),
        None => Part::Article { article: cite.article, sub: cite.sub, paragraph: cite.paragraph, item: cite.item },
    }
}

/// How far below the article a part lies.
fn depth(part: &Part) -> u8 {
    match part {
        Part::Section(_) => 0,
        Part::Article { paragraph, item, .. } => u8::from(paragraph.is_some()).saturating_add(u8::from(item.is_some())),
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
