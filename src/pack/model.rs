//! What a pack holds. The same types serve packs and the linked bundle; only the meaning of references differs:
//!
//! * In a pack a [`Ref`] is an index into [`Core::symbols`], a [`NameId`] into [`Core::names`], a [`TextId`] into its
//!   [texts](crate::pack::texts::Texts), a [`DocId`] into [`Explain::docs`] and an [`ExprId`] into [`Core::exprs`].
//! * After linking ([`crate::pack::link`]) a [`Ref`] is an index into the bundle's table of that kind, and names, texts and
//!   expressions are the bundle's.
//!
//! Invariants, checked when a pack is decoded: every index is in range; an expression's operands have smaller indices than
//! itself, so evaluation cannot recurse without end; nesting is at most [`MAX_DEPTH`].

use super::decimal::Decimal;
use crate::syntax::tree::{
    Aggregate, ArithOp, CmpOp, FoldKind, Given, Layer, Nature, NormKind, NotEncoded, Party, Reach, Scope, Severity,
};
use serde::{Deserialize, Serialize};

/// Deepest nesting of an expression or a pattern, and longest chain of references between patterns, contexts or definitions.
pub const MAX_DEPTH: usize = 64;
/// Deepest nesting of an expression with its definitions written out.
pub const MAX_UNFOLDED_DEPTH: usize = 256;
/// Most quantifier variables in scope at once.
pub const MAX_VARS: u16 = 16;

/// See the module's docs.
pub type Ref = u32;
/// An interned name.
pub type NameId = u32;
/// A bilingual text.
pub type TextId = u32;
/// A bilingual text that only `explain`, coverage and schemas show.
pub type DocId = u32;
/// An expression node.
pub type ExprId = u32;
/// Days since 1970-01-01.
pub type Day = i32;

/// The sections that every check needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Core {
    /// Who and what.
    pub meta: Meta,
    /// Everything the pack refers to by name, its own items included.
    pub symbols: Vec<Symbol>,
    /// Field keys, enum members, categories, captures: ASCII keys.
    pub names: Vec<String>,
    /// Instruments.
    pub instruments: Vec<Instrument>,
    /// Enums, taxonomies, records, subjects.
    pub types: Vec<TypeDecl>,
    /// Words (literals) of all patterns of the pack.
    pub words: Vec<Word>,
    /// Lexicons, patterns and prescribed wordings.
    pub patterns: Vec<Pattern>,
    /// Contexts.
    pub contexts: Vec<Context>,
    /// The expression arena.
    pub exprs: Vec<Node>,
    /// Definitions.
    pub defines: Vec<Define>,
    /// Presumptions.
    pub presumptions: Vec<Presumption>,
    /// Rules, in source order.
    pub rules: Vec<Rule>,
    /// Rules of used packs that weigh more by this pack.
    pub raises: Vec<Raise>,
    /// Words for patterns of used packs.
    pub extensions: Vec<Extension>,
    /// Years of which it is known which days are worked.
    pub calendar: Vec<CalendarYear>,
    /// How many texts the pack has.
    pub texts: u32,
}

/// A year of a working calendar. Saturday and Sunday are days of rest, apart from what is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarYear {
    /// 1 January.
    pub first: Day,
    /// 31 December.
    pub last: Day,
    /// Days off, ascending.
    pub rest: Vec<Day>,
    /// Days of rest that are worked, ascending.
    pub work: Vec<Day>,
    /// The document that says so.
    pub source: TextId,
}

/// A higher severity for a rule of another pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raise {
    /// `cn.advertising/absolute-terms`.
    pub rule: String,
    /// The severity, where it is higher than the rule's own.
    pub severity: Severity,
    /// Why.
    pub message: TextId,
}

/// Words that count as those of another pack's pattern where it is forbidden to say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The pattern.
    pub pattern: Ref,
    /// The added words, a pattern of this pack.
    pub with: Ref,
    /// Why.
    pub message: TextId,
}

/// Identity of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// `cn.advertising`.
    pub id: String,
    /// Monotone, from 1.
    pub version: u32,
    /// Layer.
    pub layer: Layer,
    /// Title.
    pub title: TextId,
    /// Publisher.
    pub publisher: TextId,
    /// Packs this one needs, with the lowest version.
    pub uses: Vec<(String, u32)>,
    /// The first day on which what the pack adds counts.
    pub valid_from: Option<Day>,
    /// The last day.
    pub valid_to: Option<Day>,
}

impl Meta {
    /// Whether some day of a time is one of the pack's.
    #[must_use]
    pub fn counts(&self, from: Day, to: Day) -> bool {
        self.valid_from.is_none_or(|d| d <= to) && self.valid_to.is_none_or(|d| from <= d)
    }
}

impl Default for Meta {
    fn default() -> Self {
        Self {
            id: String::new(),
            version: 1,
            layer: Layer::Law,
            title: 0,
            publisher: 0,
            uses: Vec::new(),
            valid_from: None,
            valid_to: None,
        }
    }
}

/// What a symbol names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SymbolKind {
    /// An instrument.
    Instrument,
    /// An enum, taxonomy or record.
    Type,
    /// A lexicon, pattern or prescribed wording.
    Pattern,
    /// A context.
    Context,
    /// A definition.
    Define,
}

/// A reference by name, resolved when packs are linked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Symbol {
    /// The declaring pack.
    pub pack: String,
    /// Kind.
    pub kind: SymbolKind,
    /// The item's key (ASCII id, or the name where it has none).
    pub key: String,
}

/// An instrument, as far as a finding needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instrument {
    /// Slug.
    pub slug: String,
    /// Chinese title.
    pub title: String,
    /// English title.
    pub title_en: String,
    /// In force from.
    pub effective: Day,
    /// No longer in force from this day on.
    pub repealed: Option<Day>,
    /// Held versions, ascending; never empty.
    pub versions: Vec<Day>,
    /// Whether the whole text is held.
    pub full_text: bool,
}

/// A type declaration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeDecl {
    /// ASCII key.
    pub key: String,
    /// Chinese name.
    pub name: String,
    /// What it is.
    pub kind: TypeKind,
    /// Doc.
    pub doc: DocId,
}

/// Kinds of type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TypeKind {
    /// Members in order.
    Enum(Vec<Member>),
    /// Categories; a parent stands before its children.
    Taxonomy(Vec<Member>),
    /// A record; `subject` when it can be checked by itself.
    Record {
        /// Whether it is a subject.
        subject: bool,
        /// Fields in order.
        fields: Vec<Field>,
    },
}

/// An enum member or a category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// ASCII key.
    pub key: NameId,
    /// Chinese name, accepted as input too.
    pub name: String,
    /// Index of the parent category.
    pub parent: Option<u32>,
    /// Doc.
    pub doc: DocId,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// ASCII key.
    pub key: NameId,
    /// Chinese name, accepted as input too.
    pub name: String,
    /// Type.
    pub ty: FieldType,
    /// Always asked for.
    pub required: bool,
    /// Doc.
    pub doc: DocId,
}

/// A field's type: a base, inside `lists` lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldType {
    /// The innermost type.
    pub base: BaseType,
    /// 0: the value itself; 1: a list of it (at most 1 today).
    pub lists: u8,
}

/// Base types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum BaseType {
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
    /// Enum, taxonomy or record.
    Named(Ref),
}

/// A literal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Word {
    /// As written in the source, unfolded.
    pub text: String,
    /// Matches the original characters only.
    pub exact: bool,
}

/// A lexicon, pattern or prescribed wording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pattern {
    /// Key.
    pub key: String,
    /// Chinese name.
    pub name: String,
    /// Parts; operands before their parents; the last is the root.
    pub nodes: Vec<PatNode>,
    /// For a prescribed wording: where the law prescribes it.
    pub prescribed: Vec<Cite>,
}

/// Pattern parts; `u32` operands index the same pattern's nodes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PatNode {
    /// A word: index into [`Core::words`].
    Word(u32),
    /// One of these words, ascending.
    Words(Vec<u32>),
    /// Another pattern.
    Pattern(Ref),
    /// In order.
    Seq(Vec<u32>),
    /// One of.
    Alt(Vec<u32>),
    /// Once or not at all.
    Opt(u32),
    /// Any `min..=max` characters (`None`: no limit) within the clause or sentence.
    Gap {
        /// Fewest.
        min: u16,
        /// Most.
        max: Option<u16>,
        /// What it may not leave.
        within: Reach,
    },
    /// A number and one of the units (none: no unit needed).
    Num {
        /// Capture.
        capture: Option<NameId>,
        /// Units: words.
        units: Vec<u32>,
        /// Comparison.
        cmp: Option<(CmpOp, Decimal)>,
    },
    /// `min..=max` characters of a class.
    Class {
        /// Class.
        class: Class,
        /// Fewest.
        min: u16,
        /// Most.
        max: u16,
    },
    /// Clause start.
    ClauseStart,
    /// Clause end.
    ClauseEnd,
    /// Followed by none of these words.
    NotBefore(Vec<u32>),
    /// Preceded by none of these words.
    NotAfter(Vec<u32>),
}

/// Character classes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Class {
    Han,
    Latin,
    Digit,
    Any,
    Set(String),
}

/// A fold table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoldTable {
    /// Kind; it is what a span's `folds` names.
    pub kind: FoldKind,
    /// Whether a match that needed it is only suspected.
    pub uncertain: bool,
    /// Character → what it stands for, ascending by character. Empty for zero-width and separators, which are dropped.
    pub entries: Vec<(char, String)>,
    /// Respelling → what it stands for within a word, ascending; only kinds that respell words have these.
    pub spellings: Vec<(String, String)>,
}

/// A context: true of a match when any line is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Context {
    /// Key.
    pub key: String,
    /// Chinese name.
    pub name: String,
    /// Lines.
    pub lines: Vec<ContextLine>,
}

/// Context lines; patterns are references to (possibly anonymous) patterns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum ContextLine {
    /// A match of the pattern ends at most `distance` characters before.
    PrecededBy { pattern: Ref, distance: u16, within: Reach },
    /// A match of the pattern starts at most `distance` characters after.
    FollowedBy { pattern: Ref, distance: u16, within: Reach },
    /// Its clause contains a match.
    ClauseHas(Ref),
    /// Its sentence does.
    SentenceHas(Ref),
    /// Its sentence, the one before or the one after, in the same text.
    NearbyHas(Ref),
    /// It lies between `open` and the next `close`, in one sentence.
    EnclosedBy { open: String, close: String },
    /// It lies within a match of the pattern.
    PartOf(Ref),
    /// Its sentence ends with a match (a final punctuation mark may follow).
    SentenceEnds(Ref),
    /// Another context.
    Include(Ref),
    /// The sentence after its own, in the same text, contains a match.
    NextHas(Ref),
}

/// What a line of a context refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRef {
    /// A pattern that it looks for.
    Pattern(Ref),
    /// Another context.
    Context(Ref),
}

impl ContextLine {
    /// What it refers to, if anything.
    #[must_use]
    pub const fn reference(&self) -> Option<LineRef> {
        match self {
            Self::PrecededBy { pattern, .. }
            | Self::FollowedBy { pattern, .. }
            | Self::ClauseHas(pattern)
            | Self::SentenceHas(pattern)
            | Self::NearbyHas(pattern)
            | Self::NextHas(pattern)
            | Self::PartOf(pattern)
            | Self::SentenceEnds(pattern) => Some(LineRef::Pattern(*pattern)),
            Self::Include(context) => Some(LineRef::Context(*context)),
            Self::EnclosedBy { .. } => None,
        }
    }

    /// The pattern that it looks for.
    #[must_use]
    pub const fn pattern(&self) -> Option<Ref> {
        match self.reference() {
            Some(LineRef::Pattern(pattern)) => Some(pattern),
            _ => None,
        }
    }

    /// Where it says what it refers to.
    pub const fn reference_mut(&mut self) -> Option<&mut Ref> {
        match self {
            Self::PrecededBy { pattern: to, .. }
            | Self::FollowedBy { pattern: to, .. }
            | Self::ClauseHas(to)
            | Self::SentenceHas(to)
            | Self::NearbyHas(to)
            | Self::NextHas(to)
            | Self::PartOf(to)
            | Self::SentenceEnds(to)
            | Self::Include(to) => Some(to),
            Self::EnclosedBy { .. } => None,
        }
    }
}

/// Where a path starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Root {
    /// The subject under check.
    Subject,
    /// The goods: a listing itself, or the product(s) of a livestream.
    Goods,
    /// A quantifier's variable, by its slot.
    Var(u16),
}

/// A path to a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Path {
    /// Root.
    pub root: Root,
    /// Field keys.
    pub steps: Vec<NameId>,
}

/// Constants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Const {
    /// Bool.
    Bool(bool),
    /// Int, decimal, money (yuan), percent (30 % is 30).
    Number(Decimal),
    /// Date.
    Date(Day),
    /// Calendar duration.
    Duration {
        /// Months.
        months: i32,
        /// Days.
        days: i32,
        /// Seconds.
        seconds: i64,
    },
    /// Working days, by the calendar.
    WorkingDays(u16),
    /// Text.
    Text(String),
    /// Enum member or category of a type.
    Member {
        /// Type.
        ty: Ref,
        /// Key.
        key: NameId,
    },
}

/// Expressions; operands have smaller indices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Node {
    /// Constant.
    Const(Const),
    /// A fact.
    Path(Path),
    /// Negation.
    Not(ExprId),
    /// Conjunction.
    And(Vec<ExprId>),
    /// Disjunction.
    Or(Vec<ExprId>),
    /// Comparison.
    Cmp(CmpOp, ExprId, ExprId),
    /// Arithmetic.
    Arith(ArithOp, ExprId, ExprId),
    /// The fact is one of these, or a category below one of these.
    In(Path, Vec<Const>),
    /// Stated and not null.
    Has(Path),
    /// For every element.
    Every {
        /// Slot of the variable.
        var: u16,
        /// List.
        list: Path,
        /// Condition.
        body: ExprId,
    },
    /// For some element.
    Some {
        /// Slot of the variable.
        var: u16,
        /// List.
        list: Path,
        /// Condition.
        body: ExprId,
    },
    /// Some match, outside the rule's contexts, that satisfies the filter. `places` empty: all public words of the subject.
    Says {
        /// Patterns.
        patterns: Vec<Ref>,
        /// Places.
        places: Vec<Path>,
        /// Filter.
        filter: Option<ExprId>,
    },
    /// The statement stands in one of the places (empty: anywhere).
    States {
        /// Patterns.
        patterns: Vec<Ref>,
        /// Places.
        places: Vec<Path>,
    },
    /// The context is true of the match under judgement.
    Near(Ref),
    /// Evidence of this kind, valid during the conduct.
    Holds(String),
    /// Aggregate over a path that passes through lists.
    Aggregate(Aggregate, Path),
    /// A date that the caller supplies.
    Given(Given),
    /// A number captured by the match under judgement.
    Capture(NameId),
    /// A definition.
    Define(Ref),
}

impl Node {
    /// The expressions it is made of.
    #[must_use]
    pub fn operands(&self) -> Vec<ExprId> {
        match self {
            Self::Not(a) | Self::Every { body: a, .. } | Self::Some { body: a, .. } => vec![*a],
            Self::And(all) | Self::Or(all) => all.clone(),
            Self::Cmp(_, a, b) | Self::Arith(_, a, b) => vec![*a, *b],
            Self::Says { filter, .. } => filter.iter().copied().collect(),
            _ => Vec::new(),
        }
    }
}

/// `define`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Define {
    /// Key.
    pub key: String,
    /// Chinese name.
    pub name: String,
    /// Condition.
    pub body: ExprId,
}

/// `presume`: gives a definition a value where it is unknown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Presumption {
    /// Key.
    pub key: String,
    /// The definition.
    pub define: Ref,
    /// The value.
    pub value: bool,
    /// Not where this is true.
    pub unless: Option<ExprId>,
    /// Whether a violation that rests on it is only suspected.
    pub softens: bool,
    /// Reason.
    pub message: TextId,
}

/// A citation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cite {
    /// Instrument.
    pub law: Ref,
    /// Article; 0 for an instrument without articles.
    pub article: u16,
    /// 之N.
    pub sub: Option<u16>,
    /// 款.
    pub paragraph: Option<u16>,
    /// 项.
    pub item: Option<u16>,
    /// Section of an instrument without articles.
    pub section: Option<String>,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Key; its id is `pack/key`.
    pub key: String,
    /// Chinese name.
    pub name: String,
    /// Citations.
    pub cites: Vec<Cite>,
    /// In force from.
    pub valid_from: Day,
    /// In force to, inclusive.
    pub valid_to: Option<Day>,
    /// Conduct before this day cannot be judged: that version of the law is not held.
    pub held_from: Day,
    /// Who is bound.
    pub binds: Vec<Party>,
    /// Subjects: types.
    pub applies: Vec<Ref>,
    /// Applicability.
    pub when: Option<ExprId>,
    /// Scope.
    pub scope: Scope,
    /// Kind of norm.
    pub norm: NormKind,
    /// What is forbidden, required or permitted. A prohibition whose body is a [`Node::Says`] is judged match by match.
    pub body: ExprId,
    /// Contexts in which words are no claim.
    pub outside: Vec<Ref>,
    /// Exceptions.
    pub exceptions: Vec<Exception>,
    /// Severity.
    pub severity: Severity,
    /// Nature.
    pub nature: Nature,
    /// Message.
    pub message: TextId,
    /// Fixes.
    pub fixes: Vec<Fix>,
    /// What is at stake.
    pub penalties: Vec<Penalty>,
}

/// What a breach may cost, while the law that says so is in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Penalty {
    /// The law.
    pub cite: Cite,
    /// What it says.
    pub text: TextId,
    /// In force from.
    pub from: Day,
    /// In force to, inclusive.
    pub to: Option<Day>,
}

/// An exception.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exception {
    /// Key.
    pub key: String,
    /// Chinese name.
    pub name: String,
    /// Citations.
    pub cites: Vec<Cite>,
    /// Raised when.
    pub raised: ExprId,
    /// Exempt at once, keep the evidence.
    pub on_request: bool,
    /// The evidence.
    pub proof: TextId,
    /// Proved when (not for `on_request`).
    pub proved: Option<ExprId>,
}

/// A fix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fix {
    /// Delete the match.
    Delete {
        /// Declared safe.
        safe: bool,
    },
    /// Replace the match.
    Replace {
        /// With this.
        with: String,
        /// Declared safe.
        safe: bool,
    },
    /// Advice without an edit.
    Advise(TextId),
}

/// For `explain` and coverage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Explain {
    /// What [`DocId`]s are indices into; index 0 is empty.
    pub docs: Vec<crate::diagnostic::Message>,
    /// Articles by instrument (index into [`Core::instruments`]).
    pub articles: Vec<Article>,
    /// Issuer, number and promulgation of each instrument.
    pub instruments: Vec<InstrumentInfo>,
    /// Examples by rule (index into [`Core::rules`]).
    pub examples: Vec<Example>,
}

/// More of an instrument.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InstrumentInfo {
    /// Issuer.
    pub issuer: DocId,
    /// Document number.
    pub number: DocId,
    /// Promulgated.
    pub promulgated: Option<Day>,
}

/// An article as declared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Index of the instrument in the same pack.
    pub instrument: u32,
    /// The part; `law` is the instrument's symbol.
    pub part: Cite,
    /// Last article of a range.
    pub to: Option<u16>,
    /// Its own validity.
    pub from: Option<Day>,
    /// Its own validity, inclusive.
    pub until: Option<Day>,
    /// Why no rule cites it.
    pub not_encoded: Option<NotEncoded>,
    /// Description or note.
    pub text: DocId,
}

/// An example as written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// Index of the rule in the same pack.
    pub rule: u32,
    /// What it shows.
    pub expected: crate::syntax::tree::Expected,
    /// Subject JSON.
    pub subject: String,
    /// Whether it is judged as pasted text.
    pub scope: Scope,
}
