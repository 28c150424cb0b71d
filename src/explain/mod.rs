//! What a rule says, for a reader: law, reason, exceptions, penalty, examples. Reads packs and evaluates nothing.

mod text;

pub use text::render;

use crate::cite::Place;
use crate::diagnostic::Message;
use crate::eval::date::format_day;
use crate::pack::Pack;
use crate::pack::linked::{Linked, LinkedRule};
use crate::pack::model::{Cite, Day, Fix};
use crate::syntax::Language;
use crate::syntax::tree::{Layer, Nature, NormKind, Party, Scope, Severity};
use serde::Serialize;

/// A rule's page.
#[derive(Clone, Debug, Serialize)]
pub struct RulePage {
    /// `cn.advertising/absolute-terms`.
    pub id: String,
    /// Chinese name.
    pub name: String,
    /// The pack, its version and layer.
    pub pack: PackName,
    /// Forbid, require or permit.
    pub norm: NormKind,
    /// Who is bound.
    pub bound: Vec<Party>,
    /// Severity.
    pub severity: Severity,
    /// How far a machine decides it.
    pub nature: Nature,
    /// Whether pasted text is enough.
    pub scope: Scope,
    /// Subjects.
    pub applies: Vec<String>,
    /// In force.
    pub valid: Validity,
    /// The law.
    pub cites: Vec<CitePage>,
    /// Why.
    pub message: Message,
    /// Exceptions.
    pub exceptions: Vec<ExceptionPage>,
    /// What to write instead.
    pub advice: Vec<Message>,
    /// What is at stake.
    pub penalties: Vec<PenaltyPage>,
    /// Examples.
    pub examples: Vec<ExamplePage>,
}

/// A pack's name.
#[derive(Clone, Debug, Serialize)]
pub struct PackName {
    /// Id.
    pub id: String,
    /// Version.
    pub version: u32,
    /// Layer.
    pub layer: Layer,
}

/// When a rule is in force.
#[derive(Clone, Debug, Serialize)]
pub struct Validity {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: Option<String>,
}

/// A citation with what the article says in our words.
#[derive(Clone, Debug, Serialize)]
pub struct CitePage {
    /// Slug.
    pub law: String,
    /// Title.
    pub title: Message,
    /// 第N条.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<u16>,
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
    /// Description.
    pub description: Message,
    /// Held versions of the text.
    pub versions: Vec<String>,
    /// `full` or `partial`.
    pub text_status: &'static str,
}

impl CitePage {
    /// The citation as people write it.
    #[must_use]
    pub fn named(&self, language: Language) -> String {
        let Self { article, sub, paragraph, item, .. } = *self;
        let (title, section) = ((self.title.zh.as_str(), self.title.en.as_str()), self.section.as_deref());
        Place { title, article, sub, paragraph, item, section }.named(language)
    }
}

/// An exception.
#[derive(Clone, Debug, Serialize)]
pub struct ExceptionPage {
    /// Key.
    pub id: String,
    /// Chinese name.
    pub name: String,
    /// The law.
    pub cites: Vec<CitePage>,
    /// What proves it.
    pub proof: Message,
    /// Whether the proof is only kept for an inspection.
    pub on_request: bool,
}

/// A penalty.
#[derive(Clone, Debug, Serialize)]
pub struct PenaltyPage {
    /// The law.
    pub cite: CitePage,
    /// What it says.
    pub text: Message,
    /// When it is in force.
    pub valid: Validity,
}

/// An example.
#[derive(Clone, Debug, Serialize)]
pub struct ExamplePage {
    /// What it shows.
    pub expected: crate::syntax::tree::Expected,
    /// The subject.
    pub subject: serde_json::Value,
}

/// Writes pages from packs that were decoded with their explanations.
#[derive(Debug)]
pub struct Explainer<'a> {
    linked: &'a Linked,
    packs: &'a [Pack],
}

impl<'a> Explainer<'a> {
    /// `packs` are those that were linked.
    #[must_use]
    pub const fn new(linked: &'a Linked, packs: &'a [Pack]) -> Self {
        Self { linked, packs }
    }

    /// Every rule, in order.
    #[must_use]
    pub fn all(&self) -> Vec<RulePage> {
        self.linked.rules.iter().map(|r| self.page(r)).collect()
    }

    /// The rule with this id, or with this key or Chinese name where only one has it.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<RulePage> {
        let exact = self.linked.rules.iter().find(|r| r.id == name);
        let mut named = self.linked.rules.iter().filter(|r| r.rule.key == name || r.rule.name == name);
        let rule = exact.or_else(|| named.next().filter(|_| named.next().is_none()))?;
        Some(self.page(rule))
    }

    /// The ids of all rules with this key or Chinese name.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<&'a str> {
        let rules = self.linked.rules.iter().filter(|r| r.rule.key == name || r.rule.name == name);
        rules.map(|r| r.id.as_str()).collect()
    }

    /// The id closest to a name that is not there.
    #[must_use]
    pub fn suggestion(&self, name: &str) -> Option<&'a str> {
        let all = self.linked.rules.iter();
        crate::diagnostic::suggest::nearest(
            name,
            all.flat_map(|r| [r.id.as_str(), r.rule.key.as_str(), r.rule.name.as_str()]),
        )
    }

    fn page(&self, linked: &LinkedRule) -> RulePage {
        let rule = &linked.rule;
        let pack = self.linked.packs.get(linked.pack as usize);
        let examples = self.examples(linked);
        RulePage {
            id: linked.id.clone(),
            name: rule.name.clone(),
            pack: PackName {
                id: pack.map_or_else(String::new, |p| p.meta.id.clone()),
                version: pack.map_or(0, |p| p.meta.version),
                layer: pack.map_or(Layer::Law, |p| p.meta.layer),
            },
            norm: rule.norm,
            bound: rule.binds.clone(),
            severity: rule.severity,
            nature: rule.nature,
            scope: rule.scope,
            applies: rule
                .applies
                .iter()
                .filter_map(|t| self.linked.types.get(*t as usize))
                .map(|t| t.key.clone())
                .collect(),
            valid: Validity { from: format_day(rule.valid_from), to: rule.valid_to.map(format_day) },
            cites: self.cites(&rule.cites),
            message: self.linked.text(rule.message),
            exceptions: rule
                .exceptions
                .iter()
                .map(|e| ExceptionPage {
                    id: e.key.clone(),
                    name: e.name.clone(),
                    cites: self.cites(&e.cites),
                    proof: self.linked.text(e.proof),
                    on_request: e.on_request,
                })
                .collect(),
            advice: rule.fixes.iter().map(|f| self.advice(f)).collect(),
            penalties: rule
                .penalties
                .iter()
                .map(|p| PenaltyPage {
                    cite: self.cite(&p.cite),
                    text: self.linked.text(p.text),
                    valid: Validity { from: format_day(p.from), to: p.to.map(format_day) },
                })
                .collect(),
            examples,
        }
    }

    fn advice(&self, fix: &Fix) -> Message {
        match fix {
            Fix::Delete { .. } => Message::new("删除这几个字", "delete the words"),
            Fix::Replace { with, .. } => Message::new(format!("改为“{with}”"), format!("replace by “{with}”")),
            Fix::Advise(text) => self.linked.text(*text),
        }
    }

    fn cites(&self, cites: &[Cite]) -> Vec<CitePage> {
        cites.iter().map(|c| self.cite(c)).collect()
    }

    fn cite(&self, cite: &Cite) -> CitePage {
        let law = self.linked.instruments.get(cite.law as usize);
        let slug = law.map_or_else(String::new, |l| l.slug.clone());
        let versions: &[Day] = law.map_or(&[], |l| &l.versions);
        CitePage {
            description: self.description(&slug, cite),
            title: law.map_or_else(Message::default, |l| Message::new(l.title.clone(), l.title_en.clone())),
            law: slug,
            article: cite.section.is_none().then_some(cite.article),
            sub: cite.sub,
            paragraph: cite.paragraph,
            item: cite.item,
            section: cite.section.clone(),
            versions: versions.iter().map(|v| format_day(*v)).collect(),
            text_status: if law.is_none_or(|l| l.full_text) { "full" } else { "partial" },
        }
    }

    /// The description of the cited part: its own, or the nearest one around it.
    fn description(&self, slug: &str, cite: &Cite) -> Message {
        let mut best: Option<(u8, Message)> = None;
        for pack in self.packs {
            for article in &pack.explain.articles {
                let here = pack.core.instruments.get(article.instrument as usize).is_some_and(|i| i.slug == slug);
                let part = &article.part;
                let same = part.article == cite.article && part.sub == cite.sub && part.section == cite.section;
                let agree = |a: Option<u16>, b: Option<u16>| a.is_none() || a == b;
                if !here || !same || !agree(part.paragraph, cite.paragraph) || !agree(part.item, cite.item) {
                    continue;
                }
                let fit = u8::from(part.paragraph.is_some()).saturating_add(u8::from(part.item.is_some()));
                if best.as_ref().is_none_or(|(b, _)| fit >= *b) {
                    let text = pack.explain.docs.get(article.text as usize).cloned().unwrap_or_default();
                    best = Some((fit, text));
                }
            }
        }
        best.map(|(_, text)| text).unwrap_or_default()
    }

    fn examples(&self, rule: &LinkedRule) -> Vec<ExamplePage> {
        let Some(meta) = self.linked.packs.get(rule.pack as usize).map(|p| &p.meta) else { return Vec::new() };
        let Some(pack) = self.packs.iter().find(|p| p.core.meta.id == meta.id) else { return Vec::new() };
        let index = pack.core.rules.iter().position(|r| r.key == rule.rule.key);
        let examples = pack.explain.examples.iter().filter(|e| index == Some(e.rule as usize));
        examples
            .map(|e| ExamplePage {
                expected: e.expected,
                subject: serde_json::from_str(&e.subject).unwrap_or(serde_json::Value::Null),
            })
            .collect()
    }
}
