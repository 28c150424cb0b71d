//! Coverage: every declared article with the rules that rest on it, or with the reason why none does.
//!
//! A citation covers a declared part if it names that part, something inside it, or the whole of which it is a part. Articles
//! between the first and the last of an instrument that no pack declares are gaps.

pub mod html;
pub mod markdown;

use crate::cite::Place;
use crate::diagnostic::Message;
use crate::eval::date::format_day;
use crate::pack::Pack;
use crate::pack::linked::Linked;
use crate::pack::model::{Article, Cite, Instrument};
use crate::syntax::Language;
use crate::syntax::tree::NotEncoded;
use serde::Serialize;
use std::collections::BTreeMap;

/// All instruments of the packs.
#[derive(Clone, Debug, Serialize)]
pub struct Coverage {
    /// In the order of packs and declarations.
    pub instruments: Vec<InstrumentCoverage>,
    /// Over all of them.
    pub total: Counts,
}

/// An instrument.
#[derive(Clone, Debug, Serialize)]
pub struct InstrumentCoverage {
    /// Slug.
    pub law: String,
    /// Title.
    pub title: Message,
    /// The pack that declares it.
    pub pack: String,
    /// Issuer.
    pub issuer: Message,
    /// Document number.
    pub number: Message,
    /// In force from.
    pub effective: String,
    /// No longer in force from this day on.
    pub repealed: Option<String>,
    /// Held versions of the text.
    pub versions: Vec<String>,
    /// `full` or `partial`.
    pub text_status: &'static str,
    /// Declared articles, in order.
    pub articles: Vec<ArticleCoverage>,
    /// Articles between the first and the last that are not declared; of a partial text those that may not be held.
    pub gaps: Vec<u16>,
    /// Counts.
    pub counts: Counts,
}

/// A declared article, or a part of one, or a range.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleCoverage {
    /// 第N条.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<u16>,
    /// The last of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u16>,
    /// 之N.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub: Option<u16>,
    /// 款.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u16>,
    /// 项.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<u16>,
    /// Section of an instrument without articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Description, or the note to the reason.
    pub text: Message,
    /// Its own validity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Its own validity, inclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Whether it is accounted for.
    pub status: State,
    /// Why no rule cites it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<NotEncoded>,
    /// Rules that rest on it.
    pub rules: Vec<String>,
    /// Rules one of whose exceptions rests on it.
    pub exceptions: Vec<String>,
    /// Rules whose breach it sanctions.
    pub penalties: Vec<String>,
    /// Patterns of wordings that it prescribes.
    pub wordings: Vec<String>,
    /// Examples of those rules.
    pub examples: usize,
}

/// Whether an article is accounted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// A rule, an exception, a penalty or a prescribed wording cites it.
    Encoded,
    /// It carries a reason.
    Explained,
    /// Neither.
    Open,
}

/// How many declared parts are what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Articles, ranges counted by their members; parts of articles are not counted.
    pub articles: usize,
    /// Of them cited.
    pub encoded: usize,
    /// Of them with a reason, and not cited.
    pub explained: usize,
    /// Declared parts that are neither, and gaps in whole texts.
    pub open: usize,
}

/// What a citation is for.
#[derive(Clone, Copy)]
enum Role {
    Rule,
    Exception,
    Penalty,
    Wording,
}

/// A citation of an instrument.
struct Use<'a> {
    cite: &'a Cite,
    role: Role,
    /// A rule's id, or a pattern's key.
    by: &'a str,
    examples: usize,
}

impl Coverage {
    /// Counts. `packs` are those that were linked, decoded with their explanations.
    #[must_use]
    pub fn new(linked: &Linked, packs: &[Pack]) -> Self {
        let uses = uses(linked, packs);
        let mut instruments = Vec::new();
        for pack in packs {
            for (index, instrument) in (0u32..).zip(&pack.core.instruments) {
                let own: Vec<&Article> = pack.explain.articles.iter().filter(|a| a.instrument == index).collect();
                let cited = uses.get(instrument.slug.as_str()).map_or(&[][..], Vec::as_slice);
                instruments.push(one(pack, index, instrument, &own, cited));
            }
        }
        let mut total = Counts::default();
        for counts in instruments.iter().map(|i| i.counts) {
            total.articles = total.articles.saturating_add(counts.articles);
            total.encoded = total.encoded.saturating_add(counts.encoded);
            total.explained = total.explained.saturating_add(counts.explained);
            total.open = total.open.saturating_add(counts.open);
        }
        Self { instruments, total }
    }

    /// Whether every article is accounted for.
    #[must_use]
    pub const fn complete(&self) -> bool {
        self.total.open == 0
    }
}

fn uses<'a>(linked: &'a Linked, packs: &'a [Pack]) -> BTreeMap<&'a str, Vec<Use<'a>>> {
    let examples = |id: &str| -> usize {
        let (pack, key) = id.split_once('/').unwrap_or(("", id));
        let pack = packs.iter().find(|p| p.core.meta.id == pack);
        pack.map_or(0, |p| {
            let rule = p.core.rules.iter().position(|r| r.key == key);
            p.explain.examples.iter().filter(|e| Some(e.rule as usize) == rule).count()
        })
    };
    let mut uses: BTreeMap<&str, Vec<Use>> = BTreeMap::new();
    let mut add = |cite: &'a Cite, role: Role, by: &'a str, examples: usize| {
        if let Some(law) = linked.instruments.get(cite.law as usize) {
            uses.entry(law.slug.as_str()).or_default().push(Use { cite, role, by, examples });
        }
    };
    for rule in &linked.rules {
        let (id, own) = (rule.id.as_str(), &rule.rule);
        let count = examples(id);
        own.cites.iter().for_each(|c| add(c, Role::Rule, id, count));
        own.exceptions.iter().flat_map(|e| &e.cites).for_each(|c| add(c, Role::Exception, id, 0));
        own.penalties.iter().for_each(|p| add(&p.cite, Role::Penalty, id, 0));
    }
    for pattern in &linked.patterns {
        pattern.prescribed.iter().for_each(|c| add(c, Role::Wording, pattern.key.as_str(), 0));
    }
    uses
}

fn one(pack: &Pack, index: u32, instrument: &Instrument, declared: &[&Article], cited: &[Use]) -> InstrumentCoverage {
    let text = |id: u32| pack.explain.docs.get(id as usize).cloned().unwrap_or_default();
    let info = pack.explain.instruments.get(index as usize).cloned().unwrap_or_default();
    let articles: Vec<ArticleCoverage> = declared.iter().map(|a| article(a, text(a.text), cited)).collect();
    let gaps = gaps(&articles);
    let mut counts = Counts::default();
    for row in &articles {
        if row.status == State::Open {
            counts.open = counts.open.saturating_add(1);
        }
    }
    // An article may be declared more than once: by its parts, and for each of its versions.
    let mut by_article: BTreeMap<(Option<&str>, u16, Option<u16>), State> = BTreeMap::new();
    for row in &articles {
        let first = row.article.unwrap_or(0);
        for number in first..=row.to.unwrap_or(first).max(first) {
            let state = by_article.entry((row.section.as_deref(), number, row.sub)).or_insert(row.status);
            if row.status == State::Encoded {
                *state = State::Encoded;
            }
        }
    }
    counts.articles = by_article.len();
    counts.encoded = by_article.values().filter(|s| **s == State::Encoded).count();
    counts.explained = by_article.values().filter(|s| **s == State::Explained).count();
    if instrument.full_text {
        counts.open = counts.open.saturating_add(gaps.len());
    }
    InstrumentCoverage {
        law: instrument.slug.clone(),
        title: Message::new(instrument.title.clone(), instrument.title_en.clone()),
        pack: pack.core.meta.id.clone(),
        issuer: text(info.issuer),
        number: text(info.number),
        effective: format_day(instrument.effective),
        repealed: instrument.repealed.map(format_day),
        versions: instrument.versions.iter().map(|v| format_day(*v)).collect(),
        text_status: if instrument.full_text { "full" } else { "partial" },
        articles,
        gaps,
        counts,
    }
}

fn gaps(articles: &[ArticleCoverage]) -> Vec<u16> {
    let ranges: Vec<(u16, u16)> = articles.iter().filter_map(|a| Some((a.article?, a.to.or(a.article)?))).collect();
    let last = ranges.iter().map(|(_, to)| *to).max().unwrap_or(0);
    (1..=last).filter(|n| !ranges.iter().any(|(from, to)| (from..=to).contains(&n))).collect()
}

fn article(declared: &Article, text: Message, cited: &[Use]) -> ArticleCoverage {
    let part = &declared.part;
    let mut row = ArticleCoverage {
        article: part.section.is_none().then_some(part.article),
        to: declared.to,
        sub: part.sub,
        paragraph: part.paragraph,
        item: part.item,
        section: part.section.clone(),
        text,
        from: declared.from.map(format_day),
        until: declared.until.map(format_day),
        status: State::Open,
        reason: declared.not_encoded,
        rules: Vec::new(),
        exceptions: Vec::new(),
        penalties: Vec::new(),
        wordings: Vec::new(),
        examples: 0,
    };
    for used in cited.iter().filter(|used| covers(used.cite, declared)) {
        let list = match used.role {
            Role::Rule => &mut row.rules,
            Role::Exception => &mut row.exceptions,
            Role::Penalty => &mut row.penalties,
            Role::Wording => &mut row.wordings,
        };
        if !list.iter().any(|by| by == used.by) {
            list.push(used.by.to_owned());
            row.examples = row.examples.saturating_add(used.examples);
        }
    }
    let lists = [&row.rules, &row.exceptions, &row.penalties, &row.wordings];
    if lists.iter().any(|list| !list.is_empty()) {
        row.status = State::Encoded;
    } else if row.reason.is_some() {
        row.status = State::Explained;
    }
    row
}

/// Whether a citation names the part, something inside it, or the whole it belongs to.
fn covers(cite: &Cite, declared: &Article) -> bool {
    let part = &declared.part;
    let agree = |a: Option<u16>, b: Option<u16>| a.is_none() || b.is_none() || a == b;
    cite.section == part.section
        && (part.article..=declared.to.unwrap_or(part.article)).contains(&cite.article)
        && cite.sub == part.sub
        && agree(cite.paragraph, part.paragraph)
        && agree(cite.item, part.item)
}

impl ArticleCoverage {
    /// 第九条第三项; 第三十条 至 第三十五条.
    #[must_use]
    pub fn named(&self, language: Language) -> String {
        let Self { article, sub, paragraph, item, .. } = *self;
        let place = Place { title: ("", ""), article, sub, paragraph, item, section: self.section.as_deref() };
        match (self.to, language) {
            (Some(to), Language::Zh) => format!("{} 至 第{}条", place.part(language), crate::cite::numeral(to)),
            (Some(to), Language::En) => format!("{} to {to}", place.part(language)),
            _ => place.part(language),
        }
    }
}

/// A reason as the language writes it, in Chinese and English.
#[must_use]
pub const fn reason(reason: NotEncoded) -> (&'static str, &'static str) {
    match reason {
        NotEncoded::Definition => ("定义", "definition"),
        NotEncoded::Scope => ("范围", "scope"),
        NotEncoded::AuthorityProcess => ("主管机关程序", "process of the authority"),
        NotEncoded::Penalty => ("处罚", "penalty"),
        NotEncoded::Register => ("登记", "needs a register"),
        NotEncoded::OpenNorm => ("开放规范", "open norm"),
        NotEncoded::Encouragement => ("鼓励", "encouragement"),
        NotEncoded::NotSelling => ("非销售", "not about selling"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared(article: u16, to: Option<u16>, item: Option<u16>) -> Article {
        let part = Cite { law: 0, article, sub: None, paragraph: None, item, section: None };
        Article { instrument: 0, part, to, from: None, until: None, not_encoded: None, text: 0 }
    }

    #[test]
    fn a_citation_covers_its_part_what_it_is_in_and_what_is_in_it() {
        let cite = |article, item| Cite { law: 0, article, sub: None, paragraph: Some(1), item, section: None };
        assert!(covers(&cite(9, Some(3)), &declared(9, None, None)));
        assert!(covers(&cite(9, None), &declared(9, None, Some(3))));
        assert!(covers(&cite(9, Some(3)), &declared(9, None, Some(3))));
        assert!(!covers(&cite(9, Some(4)), &declared(9, None, Some(3))));
        assert!(!covers(&cite(10, None), &declared(9, None, None)));
        assert!(covers(&cite(10, None), &declared(9, Some(12), None)));
    }
}
