//! The spanned tree of a source file. The tree knows no meaning: names are unresolved, words unfolded.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A byte range in one source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Index of the file in the [`crate::diagnostic::Sources`] it was read from.
    pub file: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A value with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub node: T,
    /// Its place.
    pub span: Span,
}

/// A name as written: Chinese, ASCII, or qualified (`cn.text/否定`).
pub type Name = Spanned<String>;

/// A declared name: as written, with the ASCII id in parentheses if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclName {
    /// The name as written.
    pub name: Name,
    /// The ASCII id in parentheses.
    pub id: Option<Name>,
}

impl DeclName {
    /// The ASCII id, or the name itself where it has none.
    #[must_use]
    pub fn key(&self) -> &str {
        self.id.as_ref().map_or(self.name.node.as_str(), |id| id.node.as_str())
    }
}

/// A Chinese text with an optional English one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// Chinese.
    pub zh: Spanned<String>,
    /// English.
    pub en: Option<Spanned<String>>,
}

/// A calendar date as written; whether it exists is checked later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateLit {
    /// Year.
    pub year: i32,
    /// Month as written.
    pub month: u32,
    /// Day as written.
    pub day: u32,
}

/// A dotted path; each step a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathRef {
    /// The steps.
    pub steps: Vec<Name>,
    /// The whole path's place.
    pub span: Span,
}

/// Which part of an instrument.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// An article, `sub` for 第N条之M.
    Article {
        /// 第N条.
        article: u16,
        /// 之M.
        sub: Option<u16>,
        /// 第N款.
        paragraph: Option<u16>,
        /// 第N项.
        item: Option<u16>,
    },
    /// An instrument without articles: its own section number.
    Section(String),
}

/// A citation in a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CiteRef {
    /// The instrument's slug.
    pub law: Name,
    /// The part.
    pub part: Spanned<Part>,
    /// The whole citation's place.
    pub span: Span,
}

/// One file, in order, with comments.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SourceFile {
    /// The items that parsed; the others are diagnostics.
    pub items: Vec<Item>,
    /// Names that items with mistakes declare, so that a use of one is not reported a second time.
    pub broken: Vec<DeclName>,
    /// Every comment of the file in order, text without `#`. Trailing comments have `own_line: false`.
    pub comments: Vec<Comment>,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The text after `#`, untrimmed at the start, trimmed at the end.
    pub text: String,
    /// Its place, `#` included.
    pub span: Span,
    /// Whether it stands on a line of its own.
    pub own_line: bool,
}

/// A top-level item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// The whole item.
    pub span: Span,
}

/// The kinds of item.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ItemKind {
    Pack(Pack),
    Instrument(Instrument),
    Enum(EnumDecl),
    Taxonomy(Taxonomy),
    Record(RecordDecl),
    Lexicon(Lexicon),
    Pattern(PatternDecl),
    Fold(FoldDecl),
    Context(ContextDecl),
    Prescribed(Prescribed),
    Define(Define),
    Presume(Presume),
    Rule(Box<Rule>),
    Raise(Raise),
    Extend(Extend),
    Calendar(CalendarDecl),
    Scenario(Scenario),
}

/// `包 / pack`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Pack {
    pub id: Name,
    pub version: Spanned<u32>,
    pub title: Option<Bilingual>,
    pub layer: Option<Spanned<Layer>>,
    pub publisher: Option<Bilingual>,
    /// Pack id and the lowest version accepted.
    pub uses: Vec<(Name, Spanned<u32>)>,
    /// `有效 自 … 至 …`: when what the pack says counts.
    pub valid: Option<Validity>,
}

/// A pack's layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Layer {
    Law,
    Code,
    Platform,
    Campaign,
}

/// `法 / instrument`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Instrument {
    pub slug: Name,
    pub title: Bilingual,
    pub issuer: Option<Bilingual>,
    pub number: Option<Bilingual>,
    pub promulgated: Option<Spanned<DateLit>>,
    pub effective: Option<Spanned<DateLit>>,
    pub repealed: Option<Spanned<DateLit>>,
    pub versions: Vec<Spanned<DateLit>>,
    /// `true`: the whole text is held.
    pub full_text: Option<Spanned<bool>>,
    pub articles: Vec<ArticleDecl>,
}

/// One article line of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct ArticleDecl {
    pub part: Spanned<Part>,
    /// The last article of a range.
    pub to: Option<Spanned<Part>>,
    pub from_date: Option<Spanned<DateLit>>,
    pub to_date: Option<Spanned<DateLit>>,
    pub not_encoded: Option<Spanned<NotEncoded>>,
    /// The description, or the note that goes with the reason.
    pub text: Option<Bilingual>,
    pub span: Span,
}

/// Why an article is not encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum NotEncoded {
    Definition,
    Scope,
    AuthorityProcess,
    Penalty,
    Register,
    OpenNorm,
    Encouragement,
    NotSelling,
}

/// `枚举 / enum`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct EnumDecl {
    pub name: DeclName,
    pub doc: Option<Bilingual>,
    pub members: Vec<(DeclName, Option<Bilingual>)>,
}

/// `类目树 / taxonomy`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Taxonomy {
    pub name: DeclName,
    pub doc: Option<Bilingual>,
    pub roots: Vec<Category>,
}

/// A category with its children.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Category {
    pub name: DeclName,
    pub doc: Option<Bilingual>,
    pub children: Vec<Category>,
}

/// `记录 / record`, `主体 / subject`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct RecordDecl {
    pub subject: bool,
    pub name: DeclName,
    pub doc: Option<Bilingual>,
    pub fields: Vec<FieldDecl>,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct FieldDecl {
    pub name: DeclName,
    pub ty: Spanned<TypeRef>,
    pub required: bool,
    pub doc: Option<Bilingual>,
}

/// A type as written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TypeRef {
    Bool,
    Int,
    Decimal,
    Money,
    Date,
    DateTime,
    Duration,
    Percent,
    Text,
    Copy,
    List(Box<Spanned<TypeRef>>),
    Named(Name),
}

/// `词库 / lexicon`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Lexicon {
    pub name: DeclName,
    pub includes: Vec<Name>,
    pub entries: Vec<LexEntry>,
}

/// `扩充 / extend`: words for a lexicon or pattern of another pack.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Extend {
    pub pattern: Name,
    /// Why.
    pub message: Option<Bilingual>,
    pub additions: Additions,
}

/// What an [`Extend`] adds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Additions {
    Words(Vec<LexEntry>),
    Pattern(Pat),
}

/// A lexicon entry.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct LexEntry {
    pub word: Spanned<String>,
    /// Whether it was quoted (kept by the formatter).
    pub quoted: bool,
    pub exact: bool,
    pub note: Option<Spanned<String>>,
}

/// `句式 / pattern`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct PatternDecl {
    pub name: DeclName,
    pub body: Pat,
}

/// A pattern part with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pat {
    /// The part.
    pub kind: PatKind,
    /// Its place.
    pub span: Span,
}

/// Pattern parts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PatKind {
    Word {
        text: String,
        quoted: bool,
        exact: bool,
    },
    Ref(Name),
    Seq(Vec<Pat>),
    Alt(Vec<Pat>),
    Opt(Box<Pat>),
    /// `min..max` characters; `max: None` is the whole clause or sentence.
    Gap {
        min: u16,
        max: Option<u16>,
        within: Reach,
    },
    Num {
        capture: Option<Name>,
        units: Vec<Spanned<String>>,
        cmp: Option<(CmpOp, Spanned<NumberLit>)>,
    },
    Class {
        class: ClassKind,
        min: u16,
        max: u16,
    },
    ClauseStart,
    ClauseEnd,
    NotBefore(Vec<Pat>),
    NotAfter(Vec<Pat>),
}

/// How far a gap or a context may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Reach {
    Clause,
    Sentence,
}

/// Character classes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ClassKind {
    Han,
    Latin,
    Digit,
    Any,
    Set(String),
}

/// `折叠 / fold`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct FoldDecl {
    pub kind: Spanned<FoldKind>,
    pub uncertain: bool,
    pub source: FoldSource,
}

/// Fold kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum FoldKind {
    Width,
    Case,
    Style,
    Traditional,
    ZeroWidth,
    Separator,
    Digit,
    Variant,
    Repeat,
    Pinyin,
    Abbreviation,
    Homophone,
    LookAlike,
    Split,
    Emoji,
    CodeWord,
    Recognition,
}

impl FoldKind {
    /// Whether the kind respells parts of words instead of folding characters wherever they stand.
    #[must_use]
    pub const fn respells(self) -> bool {
        self as u8 >= Self::Pinyin as u8
    }
}

/// Where a fold table comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FoldSource {
    Unicode,
    File(Spanned<String>),
    /// `from` strings; `to` for pairs, `None` for bare characters.
    Inline(Vec<(Spanned<String>, Option<Spanned<String>>)>),
}

/// `语境 / context`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct ContextDecl {
    pub name: DeclName,
    pub lines: Vec<Spanned<ContextLine>>,
}

/// One line of a context.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ContextLine {
    PrecededBy { pat: Pat, distance: u16, within: Reach },
    FollowedBy { pat: Pat, distance: u16, within: Reach },
    ClauseHas(Pat),
    SentenceHas(Pat),
    NearbyHas(Pat),
    NextHas(Pat),
    EnclosedBy { open: Spanned<String>, close: Spanned<String> },
    PartOf(Pat),
    SentenceEnds(Pat),
    Include(Name),
}

/// `法定用语 / prescribed`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Prescribed {
    pub name: DeclName,
    pub cites: Vec<CiteRef>,
    pub wordings: Vec<Spanned<String>>,
}

/// `定义 / define`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Define {
    pub name: DeclName,
    pub body: Expr,
}

/// `推定 / presume`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Presume {
    pub name: DeclName,
    /// The definition and the value it takes.
    pub assume: Option<(Name, bool)>,
    pub unless: Option<Expr>,
    /// `true`: softens.
    pub softens: Option<Spanned<bool>>,
    pub message: Option<Bilingual>,
}

/// A condition or value expression with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    /// The expression.
    pub kind: ExprKind,
    /// Its place.
    pub span: Span,
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum CmpOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// Arithmetic operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum ArithOp {
    Add,
    Sub,
    Mul,
}

/// Aggregates over lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Aggregate {
    Count,
    Min,
    Max,
    Sum,
}

/// A number with its unit, exact: `digits` holds the decimal digits without separators (`199.90`).
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct NumberLit {
    pub digits: String,
    pub unit: Option<Unit>,
}

/// Units of number literals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Unit {
    Yuan,
    Percent,
    Days,
    WorkingDays,
    Months,
    Years,
    Hours,
}

/// Dates that the caller supplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Given {
    AsOf,
    ConductFrom,
    ConductTo,
}

/// Expressions.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ExprKind {
    Or(Vec<Expr>),
    And(Vec<Expr>),
    Not(Box<Expr>),
    Cmp(CmpOp, Box<Expr>, Box<Expr>),
    Arith(ArithOp, Box<Expr>, Box<Expr>),
    /// `path in a, b`; members are names or strings.
    In(PathRef, Vec<InMember>),
    Has(PathRef),
    Every {
        var: Name,
        list: PathRef,
        body: Box<Expr>,
    },
    Some {
        var: Name,
        list: PathRef,
        body: Box<Expr>,
    },
    Says {
        pats: Vec<Name>,
        places: Vec<PathRef>,
        filter: Option<Box<Expr>>,
    },
    States {
        pats: Vec<Name>,
        places: Vec<PathRef>,
    },
    Near(Name),
    Holds(Spanned<String>),
    Aggregate(Aggregate, PathRef),
    Given(Given),
    Bool(bool),
    Number(NumberLit),
    Date(DateLit),
    Str(String),
    /// A path (more than one step) or a bare name: definition, capture, enum member, bound variable.
    Path(PathRef),
}

/// A member of `in`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum InMember {
    Name(Name),
    Str(Spanned<String>),
}

/// Who is bound by a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Party {
    Platform,
    Seller,
    RoomOperator,
    Host,
    Agency,
    Advertiser,
    Publisher,
    AdOperator,
    Endorser,
}

/// How grave a breach is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Severity {
    Low,
    Medium,
    High,
}

/// What kind of norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum NormKind {
    Forbid,
    Require,
    Permit,
}

/// How far a machine can decide the norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Nature {
    Determinate,
    Suspected,
    Judgement,
}

/// What a check is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Scope {
    Text,
    All,
}

/// `有效 自 … 至 …`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Validity {
    pub from: Option<Spanned<DateLit>>,
    pub to: Option<Spanned<DateLit>>,
}

/// `规则 / rule`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Rule {
    pub name: DeclName,
    pub cites: Vec<CiteRef>,
    /// `有效 自 … 至 …`.
    pub valid: Option<Validity>,
    pub binds: Vec<Spanned<Party>>,
    pub applies: Vec<Name>,
    pub when: Option<Expr>,
    pub scope: Option<Spanned<Scope>>,
    pub norm: Option<(NormKind, Expr)>,
    pub outside: Vec<Name>,
    pub exceptions: Vec<ExceptionDecl>,
    pub severity: Option<Spanned<Severity>>,
    pub nature: Option<Spanned<Nature>>,
    pub message: Option<Bilingual>,
    pub fixes: Vec<FixDecl>,
    pub penalties: Vec<PenaltyDecl>,
    pub examples: Vec<Example>,
}

/// `加重 / raise`: a higher severity for a rule of another pack.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Raise {
    pub rule: Name,
    pub severity: Option<Spanned<Severity>>,
    /// Why.
    pub message: Option<Bilingual>,
}

/// `日历 / calendar`: which days are worked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct CalendarDecl {
    pub name: DeclName,
    pub years: Vec<YearDecl>,
}

/// `年份 / year` of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct YearDecl {
    pub year: Spanned<u32>,
    /// The document that announces it.
    pub source: Option<Bilingual>,
    pub days: Vec<DayRange>,
}

/// `休 / off` or `班 / worked`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct DayRange {
    /// A day of rest that is worked; else a working day that is off.
    pub works: bool,
    pub from: Spanned<DateLit>,
    pub to: Option<Spanned<DateLit>>,
}

/// `处罚 / penalty`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct PenaltyDecl {
    pub cite: CiteRef,
    /// `自 … 至 …`: within the time of the cited article.
    pub valid: Validity,
    pub text: Option<Bilingual>,
}

/// `除非 / except`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct ExceptionDecl {
    pub name: DeclName,
    pub cites: Vec<CiteRef>,
    pub raised: Option<Expr>,
    pub proof: Option<Proof>,
    pub span: Span,
}

/// What proves an exception.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Proof {
    /// `备查 / on-request`: exempt at once, and says what to keep.
    pub on_request: bool,
    pub text: Bilingual,
    pub when: Option<Expr>,
}

/// `建议 / fix`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct FixDecl {
    pub kind: FixKind,
    pub safe: bool,
    pub span: Span,
}

/// What a fix does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FixKind {
    Delete,
    Replace(Spanned<String>),
    Advise(Bilingual),
}

/// What an example or an expectation says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Expected {
    Violates,
    Lawful,
    Exempt,
    Suspected,
    NeedsEvidence,
    NeedsJudgement,
    Undetermined,
    None,
}

/// `例 / example`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Example {
    pub expected: Expected,
    pub input: ExampleInput,
    pub span: Span,
}

/// The subject of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ExampleInput {
    Text(Spanned<String>),
    Facts { subject: Name, facts: FactLit },
}

/// A fact literal with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactLit {
    /// The value.
    pub kind: FactKind,
    /// Its place.
    pub span: Span,
}

/// Fact literals.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FactKind {
    Null,
    Bool(bool),
    /// Number as written, sign included.
    Number(String),
    Str(String),
    Date(DateLit),
    /// An enum member or category.
    Name(String),
    List(Vec<FactLit>),
    Record(Vec<(Name, FactLit)>),
}

/// `场景 / scenario`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Scenario {
    pub title: Spanned<String>,
    pub subject: Option<(Name, FactLit)>,
    pub on: Option<Spanned<DateLit>>,
    pub as_of: Option<Spanned<DateLit>>,
    pub scope: Option<Spanned<Scope>>,
    pub expects: Vec<Expect>,
}

/// `期望 / expect`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Expect {
    Rule(Name, Expected),
    /// `block`, `review` or `pass`.
    Decision(Name),
}

impl fmt::Display for DateLit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
