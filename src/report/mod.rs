//! The report, `zhunze.report/1`, and its renderings: [`json`] for programs, [`text`] for people, [`rectification`] for
//! whoever has to put things right, [`sarif`] for review tools.
//!
//! The order of the fields here is the order of the keys in JSON. Fields marked `skip` serve the renderings and are not part of
//! the contract. A report borrows nothing and depends on nothing but the subject, the packs and the options.

mod gathered;
pub mod json;
pub(crate) mod names;
pub mod rectification;
pub mod sarif;
pub mod text;

use crate::cite::Place;
use crate::diagnostic::Message;
use crate::eval::options::{Decision, Status};
use crate::pack::model::Day;
use crate::syntax::Language;
use crate::syntax::tree::{FoldKind, Layer, Party, Scope, Severity};
use serde::{Deserialize, Serialize, Serializer};
use std::sync::Arc;

/// The schema's name.
pub const SCHEMA: &str = "zhunze.report/1";

/// A pack that took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackInfo {
    /// `cn.advertising`.
    pub id: String,
    /// Version.
    pub version: u32,
    /// Layer.
    pub layer: Layer,
    /// `sha256:…`.
    pub digest: String,
}

fn shared<S: Serializer>(packs: &Arc<[PackInfo]>, s: S) -> Result<S::Ok, S::Error> {
    s.collect_seq(packs.iter())
}

/// A calendar day, written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub Day);

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&crate::eval::date::format_day(self.0))
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::eval::date::format_day(self.0))
    }
}

/// From the first to the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Interval {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// Version of the engine.
    pub engine: &'static str,
    /// The packs.
    #[serde(serialize_with = "shared")]
    pub packs: Arc<[PackInfo]>,
    /// When the conduct takes place.
    pub conduct: Interval,
    /// The evaluation date.
    pub evaluated_on: Date,
    /// What was judged.
    pub scope: Vec<Scope>,
    /// The policy that decided.
    pub policy: String,
    /// The decision.
    pub decision: Decision,
    /// Findings: by rule and place, what is undetermined last. Empty at detail `decision`.
    pub findings: Vec<Finding>,
    /// What an exception covers.
    pub exempt: Vec<Exempt>,
    /// Presumptions that were used.
    pub assumptions: Vec<Assumption>,
    /// Findings that the caller lets pass.
    pub waived: Vec<Waived>,
    /// What is odd about the input.
    pub input_warnings: Vec<InputWarning>,
    /// Rules that could not be evaluated.
    pub not_evaluated: Vec<NotEvaluated>,
    /// Rules counted.
    pub summary: Summary,
    /// Findings counted, at detail `decision`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
    /// What was satisfied, at detail `all`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<Vec<Satisfied>>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Rule id; the first of several.
    pub rule: String,
    /// All rules, where several were merged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// Status.
    pub status: Status,
    /// Severity.
    pub severity: Severity,
    /// Who is bound.
    pub bound: Vec<Party>,
    /// The law.
    pub cites: Vec<Citation>,
    /// Why.
    pub message: Text,
    /// Where.
    pub spans: Vec<Span>,
    /// Facts that would settle it: `category`, `products[].category`, `evidence`, `states <wording>`.
    pub missing: Vec<String>,
    /// Evidence that would settle it.
    pub evidence: Vec<String>,
    /// English of `evidence`, where there is any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence_en: Vec<String>,
    /// Exceptions that were not raised, or not proved.
    pub possible_exceptions: Vec<String>,
    /// What to write instead.
    pub fixes: Vec<Fix>,
    /// The clause tree with the values that decided it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
    /// Chinese name of the rule.
    pub name: String,
    /// The layer that it comes from: that of the rule's pack, or of the pack that adds the words.
    pub layer: Layer,
    /// The pack that gives the rule its severity, where it is not the rule's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raised_by: Option<Raised>,
    /// The packs that add the words, where the rule's own pack does not name them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added_by: Vec<Source>,
    /// What is at stake: the penalties in force on the evaluation date. None for what is merged.
    pub penalties: Vec<Penalty>,
}

/// A pack that makes a finding stricter than the rule by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The pack's id.
    pub pack: String,
    /// Its layer.
    pub layer: Layer,
    /// Why.
    pub message: Text,
}

/// A pack that raises a severity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Raised {
    /// The rule's own severity.
    pub from: Severity,
    /// The pack.
    #[serde(flatten)]
    pub source: Source,
}

/// A penalty in force on the evaluation date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Penalty {
    /// The law, in the version of the evaluation date.
    pub cites: Vec<Citation>,
    /// What it says.
    pub message: Text,
}

impl Penalty {
    /// The citation and what it says, as people write it.
    fn named(&self, language: Language) -> String {
        let cites: Vec<String> = self.cites.iter().map(|c| c.named(language)).collect();
        format!("{} {}", cites.join(language.pick("、", "; ")), language.pick(&self.message.zh, &self.message.en))
    }
}

/// A bilingual text; English only where there is any.
#[derive(Clone, Debug, Default, PartialEq, PartialOrd, Ord, Eq, Serialize)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl From<Message> for Text {
    fn from(m: Message) -> Self {
        Self { zh: m.zh, en: m.en }
    }
}

/// A citation, in the version that was in force.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Citation {
    /// The instrument's slug.
    pub law: String,
    /// Article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<u16>,
    /// 之N.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub: Option<u16>,
    /// Paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u16>,
    /// Item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<u16>,
    /// Section of an instrument without articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The held version that applies.
    pub version: Date,
    /// `full` or `partial`: how much of the text is held.
    pub text_status: &'static str,
    /// The instrument's title.
    pub title: Text,
}

impl Citation {
    /// The citation as people write it.
    #[must_use]
    pub fn named(&self, language: Language) -> String {
        let zh = if self.title.zh.is_empty() { &self.law } else { &self.title.zh };
        let Self { article, sub, paragraph, item, .. } = *self;
        let (title, section) = ((zh.as_str(), self.title.en.as_str()), self.section.as_deref());
        Place { title, article, sub, paragraph, item, section }.named(language)
    }
}

/// A place in the subject's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// JSON pointer of the text.
    pub path: String,
    /// Bytes.
    pub utf8: [usize; 2],
    /// UTF-16 units.
    pub utf16: [usize; 2],
    /// Characters.
    pub chars: [usize; 2],
    /// The words.
    pub text: String,
    /// Folds that were needed to see them.
    pub folds: Vec<FoldKind>,
    /// What stands before and after in its sentence.
    #[serde(skip)]
    pub around: (String, String),
}

/// A change of the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// Edits; empty for advice.
    pub edits: Vec<Edit>,
    /// Applying all safe fixes removes their findings and adds none.
    pub safe: bool,
    /// What it does.
    pub note: Text,
}

/// Replaces a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// JSON pointer of the text.
    pub path: String,
    /// Range, UTF-16 units.
    pub utf16: [usize; 2],
    /// What stands there instead.
    pub insert: String,
}

/// A clause and what it came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Why {
    /// The clause, in the rule language.
    pub clause: String,
    /// `true`, `false` or `unknown`.
    pub value: &'static str,
    /// The facts it read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<Given>,
    /// The presumption that decided it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presumed: Option<String>,
    /// The clauses that decided it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<Why>,
}

/// A fact and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    /// What was read.
    pub fact: String,
    /// Its value; `null`: known to be none; `unknown`: not stated.
    pub value: String,
}

/// What an exception covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exempt {
    /// Rule id.
    pub rule: String,
    /// The exception.
    pub exception: String,
    /// The exception's law.
    pub cites: Vec<Citation>,
    /// Where.
    pub spans: Vec<Span>,
    /// What to keep.
    pub keep: String,
    /// English of `keep`, where there is any.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub keep_en: String,
    /// Chinese name of the exception.
    #[serde(skip)]
    pub name: String,
}

/// A presumption that was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assumption {
    /// Its id.
    pub id: String,
    /// What is presumed and why.
    pub message: Text,
}

/// A finding that the caller lets pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Waived {
    /// The finding.
    pub finding: Finding,
    /// The caller's waiver.
    pub waiver: Waiver,
}

/// The caller's waiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Waiver {
    /// Rule id.
    pub rule: String,
    /// JSON pointer below which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Why.
    pub reason: String,
    /// Who.
    pub author: String,
    /// Last day.
    pub expiry: Date,
}

/// Something odd about the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InputWarning {
    /// JSON pointer.
    pub path: String,
    /// What is odd.
    pub message: Text,
    /// What was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

/// Why a rule was not evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// No version of the law is held for (part of) the conduct.
    LawNotHeld,
    /// A limit was hit.
    Limit,
    /// Overflow, or a pack whose types do not fit.
    Error,
}

/// A rule that was not evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotEvaluated {
    /// Rule id.
    pub rule: String,
    /// Why.
    pub reason: Reason,
}

/// Rules that gave no finding, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Known to be satisfied.
    pub satisfied: usize,
    /// Not applicable, or not in force.
    pub not_applicable: usize,
    /// Not asked for.
    pub out_of_scope: usize,
    /// Not evaluated.
    pub not_evaluated: usize,
}

/// Findings by status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Counts {
    pub violation: usize,
    pub suspected: usize,
    pub needs_evidence: usize,
    pub needs_judgement: usize,
    pub undetermined: usize,
    pub exempt: usize,
    pub waived: usize,
}

/// A rule that was satisfied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Satisfied {
    /// Rule id.
    pub rule: String,
    /// The law.
    pub cites: Vec<Citation>,
}
