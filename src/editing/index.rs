//! What a file declares and mentions, with places: the names that an editor can go to, rename and complete.

use crate::diagnostic::Message;
use crate::syntax::tree::{
    Additions, Bilingual, Category, CiteRef, ContextLine, DeclName, Expect, Expr, ExprKind, FactKind, FactLit,
    InMember, Item, ItemKind, LexEntry, Name, Part, Pat, PatKind, PathRef, Rule, SourceFile, Span, Spanned, TypeRef,
};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Kind {
    Pack,
    Law,
    /// Lexicon, pattern or prescribed wording.
    Words,
    Context,
    Define,
    Presumption,
    Rule,
    /// Enum, taxonomy, record or subject.
    Type,
    Field,
    /// Enum member or category.
    Member,
    Exception,
    Calendar,
}

impl Kind {
    /// In Chinese and in English.
    #[must_use]
    pub const fn named(self) -> (&'static str, &'static str) {
        match self {
            Self::Pack => ("包", "pack"),
            Self::Law => ("法", "instrument"),
            Self::Words => ("词句", "words"),
            Self::Context => ("语境", "context"),
            Self::Define => ("定义", "definition"),
            Self::Presumption => ("推定", "presumption"),
            Self::Rule => ("规则", "rule"),
            Self::Type => ("类型", "type"),
            Self::Field => ("字段", "field"),
            Self::Member => ("成员", "member"),
            Self::Exception => ("例外", "exception"),
            Self::Calendar => ("日历", "calendar"),
        }
    }
}

/// A declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// What it declares.
    pub kind: Kind,
    /// The name as written.
    pub name: Name,
    /// The ASCII id, where it has one of its own.
    pub id: Option<Name>,
    /// The whole item, or the entry of one.
    pub span: Span,
    /// What it says of itself: a reason, a description.
    pub doc: Message,
}

impl Declaration {
    /// Whether it is called so.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.name.node == name || self.id.as_ref().is_some_and(|id| id.node == name)
    }

    /// The part of it that stands at an offset.
    #[must_use]
    pub fn at(&self, offset: u32) -> Option<&Name> {
        [Some(&self.name), self.id.as_ref()]
            .into_iter()
            .flatten()
            .find(|n| n.span.start <= offset && offset <= n.span.end)
    }
}

/// A use of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What it may name, the likeliest first.
    pub kinds: &'static [Kind],
    /// The name as written, without the pack before it.
    pub name: Name,
    /// The pack before it, in `cn.text/否定`.
    pub pack: Option<String>,
}

/// A citation of a part of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The instrument.
    pub law: String,
    /// The part.
    pub part: Part,
    /// The whole citation, or the part alone where the instrument is not written again.
    pub span: Span,
}

/// Everything of one file.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// In source order.
    pub declarations: Vec<Declaration>,
    /// In source order.
    pub mentions: Vec<Mention>,
    /// Citations.
    pub cited: Vec<Cited>,
    /// Articles: instrument, part, description, place.
    pub articles: Vec<(String, Part, Message, Span)>,
    /// Items that take more than one line may be folded.
    pub items: Vec<Span>,
}

fn message(text: Option<&Bilingual>) -> Message {
    text.map_or_else(Message::default, |t| {
        let en = t.en.as_ref().map_or_else(String::new, |en| en.node.clone());
        Message { zh: t.zh.node.clone(), en }
    })
}

impl Index {
    /// Indexes a file.
    #[must_use]
    pub fn new(file: &SourceFile) -> Self {
        let mut index = Self::default();
        for item in &file.items {
            index.items.push(item.span);
            index.item(item);
        }
        index
    }

    fn declare(&mut self, kind: Kind, name: &DeclName, span: Span, doc: Message) {
        self.declarations.push(Declaration { kind, name: name.name.clone(), id: name.id.clone(), span, doc });
    }

    fn plain(&mut self, kind: Kind, name: &Name, span: Span, doc: Message) {
        self.declarations.push(Declaration { kind, name: name.clone(), id: None, span, doc });
    }

    fn mention(&mut self, kinds: &'static [Kind], name: &Name) {
        let (pack, bare) = match name.node.rsplit_once('/') {
            Some((pack, bare)) => (Some(pack.to_owned()), bare),
            None => (None, name.node.as_str()),
        };
        let length = u32::try_from(bare.len()).unwrap_or(0);
        let span = Span { start: name.span.end.saturating_sub(length), ..name.span };
        self.mentions.push(Mention { kinds, name: Spanned { node: bare.to_owned(), span }, pack });
    }

    fn item(&mut self, item: &Item) {
        let span = item.span;
        match &item.kind {
            ItemKind::Pack(pack) => {
                self.plain(Kind::Pack, &pack.id, span, message(pack.title.as_ref()));
                pack.uses.iter().for_each(|(name, _)| self.mention(&[Kind::Pack], name));
            }
            ItemKind::Instrument(law) => {
                self.plain(Kind::Law, &law.slug, span, message(Some(&law.title)));
                for article in &law.articles {
                    let text = message(article.text.as_ref());
                    self.articles.push((law.slug.node.clone(), article.part.node.clone(), text, article.span));
                }
            }
            ItemKind::Enum(decl) => {
                self.declare(Kind::Type, &decl.name, span, message(decl.doc.as_ref()));
                for (name, doc) in &decl.members {
                    self.declare(Kind::Member, name, name.name.span, message(doc.as_ref()));
                }
            }
            ItemKind::Taxonomy(decl) => {
                self.declare(Kind::Type, &decl.name, span, message(decl.doc.as_ref()));
                let mut todo: Vec<&Category> = decl.roots.iter().rev().collect();
                while let Some(category) = todo.pop() {
                    self.declare(Kind::Member, &category.name, category.name.name.span, message(category.doc.as_ref()));
                    todo.extend(category.children.iter().rev());
                }
            }
            ItemKind::Record(decl) => {
                self.declare(Kind::Type, &decl.name, span, message(decl.doc.as_ref()));
                for field in &decl.fields {
                    self.declare(Kind::Field, &field.name, field.name.name.span, message(field.doc.as_ref()));
                    self.ty(&field.ty.node);
                }
            }
            ItemKind::Lexicon(decl) => {
                self.declare(Kind::Words, &decl.name, span, entries(&decl.entries));
                decl.includes.iter().for_each(|name| self.mention(&[Kind::Words], name));
            }
            ItemKind::Pattern(decl) => {
                self.declare(Kind::Words, &decl.name, span, Message::default());
                self.pat(&decl.body);
            }
            ItemKind::Fold(_) => {}
            ItemKind::Context(decl) => {
                self.declare(Kind::Context, &decl.name, span, Message::default());
                for line in &decl.lines {
                    match &line.node {
                        ContextLine::PrecededBy { pat, .. }
                        | ContextLine::FollowedBy { pat, .. }
                        | ContextLine::ClauseHas(pat)
                        | ContextLine::SentenceHas(pat)
                        | ContextLine::NearbyHas(pat)
                        | ContextLine::NextHas(pat)
                        | ContextLine::PartOf(pat)
                        | ContextLine::SentenceEnds(pat) => self.pat(pat),
                        ContextLine::Include(name) => self.mention(&[Kind::Context], name),
                        ContextLine::EnclosedBy { .. } => {}
                    }
                }
            }
            ItemKind::Prescribed(decl) => {
                let wording = decl.wordings.first().map_or_else(String::new, |w| w.node.clone());
                self.declare(Kind::Words, &decl.name, span, Message::new(wording, ""));
                self.cites(&decl.cites);
            }
            ItemKind::Define(decl) => {
                self.declare(Kind::Define, &decl.name, span, Message::default());
                self.expr(&decl.body);
            }
            ItemKind::Presume(decl) => {
                self.declare(Kind::Presumption, &decl.name, span, message(decl.message.as_ref()));
                decl.assume.iter().for_each(|(name, _)| self.mention(&[Kind::Define], name));
                decl.unless.iter().for_each(|e| self.expr(e));
            }
            ItemKind::Rule(rule) => self.rule(rule, span),
            ItemKind::Raise(raise) => self.mention(&[Kind::Rule], &raise.rule),
            ItemKind::Extend(extend) => {
                self.mention(&[Kind::Words], &extend.pattern);
                if let Additions::Pattern(pat) = &extend.additions {
                    self.pat(pat);
                }
            }
            ItemKind::Calendar(decl) => self.declare(Kind::Calendar, &decl.name, span, Message::default()),
            ItemKind::Scenario(scenario) => {
                if let Some((subject, facts)) = &scenario.subject {
                    self.mention(&[Kind::Type], subject);
                    self.facts(facts);
                }
                for expect in &scenario.expects {
                    if let Expect::Rule(name, _) = expect {
                        self.mention(&[Kind::Rule], name);
                    }
                }
            }
        }
    }

    fn rule(&mut self, rule: &Rule, span: Span) {
        self.declare(Kind::Rule, &rule.name, span, message(rule.message.as_ref()));
        self.cites(&rule.cites);
        rule.applies.iter().for_each(|name| self.mention(&[Kind::Type], name));
        rule.when.iter().for_each(|e| self.expr(e));
        rule.norm.iter().for_each(|(_, e)| self.expr(e));
        rule.outside.iter().for_each(|name| self.mention(&[Kind::Context], name));
        for exception in &rule.exceptions {
            let doc = message(exception.proof.as_ref().map(|p| &p.text));
            self.declare(Kind::Exception, &exception.name, exception.span, doc);
            self.cites(&exception.cites);
            exception.raised.iter().for_each(|e| self.expr(e));
            exception.proof.iter().filter_map(|p| p.when.as_ref()).for_each(|e| self.expr(e));
        }
        rule.penalties.iter().for_each(|p| self.cites(std::slice::from_ref(&p.cite)));
        for example in &rule.examples {
            if let crate::syntax::tree::ExampleInput::Facts { subject, facts } = &example.input {
                self.mention(&[Kind::Type], subject);
                self.facts(facts);
            }
        }
    }

    fn cites(&mut self, cites: &[CiteRef]) {
        for cite in cites {
            // In a list the instrument is written once; the others have its place.
            if cite.law.span.start >= cite.span.start {
                self.mention(&[Kind::Law], &cite.law);
            }
            self.cited.push(Cited { law: cite.law.node.clone(), part: cite.part.node.clone(), span: cite.span });
        }
    }

    fn ty(&mut self, ty: &TypeRef) {
        match ty {
            TypeRef::List(inner) => self.ty(&inner.node),
            TypeRef::Named(name) => self.mention(&[Kind::Type], name),
            _ => {}
        }
    }

    fn facts(&mut self, fact: &FactLit) {
        match &fact.kind {
            FactKind::Name(name) => self.mention(&[Kind::Member], &Spanned { node: name.clone(), span: fact.span }),
            FactKind::List(items) => items.iter().for_each(|f| self.facts(f)),
            FactKind::Record(fields) => {
                for (name, value) in fields {
                    self.mention(&[Kind::Field], name);
                    self.facts(value);
                }
            }
            _ => {}
        }
    }

    fn pat(&mut self, pat: &Pat) {
        match &pat.kind {
            PatKind::Ref(name) => self.mention(&[Kind::Words], name),
            PatKind::Seq(parts) | PatKind::Alt(parts) | PatKind::NotBefore(parts) | PatKind::NotAfter(parts) => {
                parts.iter().for_each(|p| self.pat(p));
            }
            PatKind::Opt(inner) => self.pat(inner),
            _ => {}
        }
    }

    fn path(&mut self, path: &PathRef) {
        for (at, step) in path.steps.iter().enumerate() {
            if at == 0 {
                // A bare name, or where a path starts: a variable, the subject, the goods.
                if path.steps.len() == 1 {
                    self.mention(&[Kind::Define, Kind::Member], step);
                }
            } else {
                self.mention(&[Kind::Field], step);
            }
        }
    }

    fn expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Or(all) | ExprKind::And(all) => all.iter().for_each(|e| self.expr(e)),
            ExprKind::Not(inner) => self.expr(inner),
            ExprKind::Cmp(_, a, b) | ExprKind::Arith(_, a, b) => {
                self.expr(a);
                self.expr(b);
            }
            ExprKind::In(path, members) => {
                self.path(path);
                for member in members {
                    if let InMember::Name(name) = member {
                        self.mention(&[Kind::Member], name);
                    }
                }
            }
            ExprKind::Has(path) | ExprKind::Aggregate(_, path) | ExprKind::Path(path) => self.path(path),
            ExprKind::Every { list, body, .. } | ExprKind::Some { list, body, .. } => {
                self.path(list);
                self.expr(body);
            }
            ExprKind::Says { pats, places, filter } => {
                pats.iter().for_each(|name| self.mention(&[Kind::Words], name));
                places.iter().for_each(|p| self.path(p));
                filter.iter().for_each(|e| self.expr(e));
            }
            ExprKind::States { pats, places } => {
                pats.iter().for_each(|name| self.mention(&[Kind::Words], name));
                places.iter().for_each(|p| self.path(p));
            }
            ExprKind::Near(name) => self.mention(&[Kind::Context], name),
            ExprKind::Holds(_)
            | ExprKind::Given(_)
            | ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::Date(_)
            | ExprKind::Str(_) => {}
        }
    }
}

/// The first words of a lexicon.
fn entries(entries: &[LexEntry]) -> Message {
    let mut words: Vec<&str> = entries.iter().take(12).map(|e| e.word.node.as_str()).collect();
    if entries.len() > words.len() {
        words.push("…");
    }
    Message::new(words.join(" "), "")
}
