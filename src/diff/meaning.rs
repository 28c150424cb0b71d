//! What a rule means, as digests: one for each of its parts, with everything that it refers to written out. Two rules with the
//! same digests judge every subject alike, whatever their names, comments, order of operands or division into definitions are.
//!
//! References are followed, so a word that is added to a lexicon changes every rule that reads it. Sets are digested as sets:
//! operands of `and` and `or`, alternatives of a pattern, members of a list.

use super::{Part, SharedKind};
use crate::pack::layout::Digest256 as Digest;
use crate::pack::linked::{Linked, LinkedRule};
use crate::pack::model::{
    BaseType, Cite, Const, ContextLine, ExprId, LineRef, Node, PatNode, Path, Ref, Root, TypeDecl, TypeKind,
};
use crate::syntax::tree::{ArithOp, CmpOp};
use serde::Serialize;
use sha2::Digest as _;
use std::collections::{BTreeMap, BTreeSet};

/// What is being written, to be digested.
#[derive(Default)]
struct Script(Vec<u8>);

impl Script {
    fn new(tag: &str) -> Self {
        Self::default().text(tag)
    }

    fn text(mut self, text: &str) -> Self {
        self.0.extend_from_slice(&(text.len() as u64).to_le_bytes());
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    /// A plain value: a number, a date, a member of one of the language's own lists.
    fn value<T: Serialize>(self, value: &T) -> Self {
        let json = serde_json::to_string(value).unwrap_or_default();
        self.text(&json)
    }

    fn one(mut self, digest: &Digest) -> Self {
        self.0.extend_from_slice(digest);
        self
    }

    fn all<'d>(mut self, digests: impl IntoIterator<Item = &'d Digest>) -> Self {
        for digest in digests {
            self.0.push(1);
            self.0.extend_from_slice(digest);
        }
        self.0.push(0);
        self
    }

    fn digest(self) -> Digest {
        sha2::Sha256::digest(&self.0).into()
    }
}

/// What one rule means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// By part.
    pub parts: BTreeMap<Part, Digest>,
    /// What it reads that no rule says: the declaration of each fact, and tables. Only what both of two rules read can differ.
    pub grounds: BTreeMap<(Part, Digest), Digest>,
    /// Its exceptions, by key.
    pub exceptions: BTreeMap<String, Digest>,
    /// The named items that it reads, directly or by way of others.
    pub reads: BTreeSet<Item>,
}

/// A named item: kind, pack and key.
pub(super) type Item = (SharedKind, String, String);

/// Digests expressions, patterns and contexts of linked packs; each once.
pub(super) struct Reader<'a> {
    pub linked: &'a Linked,
    exprs: Vec<Option<Digest>>,
    defines: Vec<Option<Digest>>,
    patterns: Vec<Option<BTreeSet<Digest>>>,
    contexts: Vec<Option<Digest>>,
    /// By pattern, context and definition: the pack that declares it.
    owners: [Vec<u32>; 3],
    folds: Digest,
    calendar: Digest,
}

/// What a rule reads besides its expressions.
#[derive(Default)]
struct Reads {
    items: BTreeSet<Item>,
    paths: BTreeSet<Path>,
    words: bool,
    working_days: bool,
}

impl Meaning {
    /// The parts in which a rule differs from what it was.
    pub fn differs(&self, was: &Self) -> Vec<Part> {
        let parts =
            self.parts.iter().filter(|(part, digest)| was.parts.get(part) != Some(digest)).map(|(part, _)| *part);
        let grounds =
            self.grounds.iter().filter(|(key, digest)| was.grounds.get(key).is_some_and(|was| was != *digest));
        let all: BTreeSet<Part> = parts.chain(grounds.map(|((part, _), _)| *part)).collect();
        all.into_iter().collect()
    }
}

impl<'a> Reader<'a> {
    pub fn new(linked: &'a Linked, owners: [Vec<u32>; 3]) -> Self {
        let mut folds: Vec<Digest> = linked.folds.iter().map(|t| Script::new("fold").value(t).digest()).collect();
        folds.sort_unstable();
        let years = linked.calendar.iter().map(|y| Script::new("year").value(&(y.first, &y.rest, &y.work)).digest());
        let mut years: Vec<Digest> = years.collect();
        years.sort_unstable();
        Self {
            linked,
            exprs: vec![None; linked.exprs.len()],
            defines: vec![None; linked.defines.len()],
            patterns: vec![None; linked.patterns.len()],
            contexts: vec![None; linked.contexts.len()],
            owners,
            folds: Script::new("folds").all(&folds).digest(),
            calendar: Script::new("calendar").all(&years).digest(),
        }
    }

    /// What a rule means.
    pub fn rule(&mut self, linked: &LinkedRule) -> Meaning {
        let rule = &linked.rule;
        let mut parts = BTreeMap::new();
        let applies: BTreeSet<&str> =
            rule.applies.iter().filter_map(|t| self.linked.types.get(*t as usize)).map(|t| t.key.as_str()).collect();
        let when = rule.when.map(|w| self.expr(w));
        parts.insert(Part::Applies, Script::new("applies").value(&applies).all(&when).digest());
        let body = self.expr(rule.body);
        parts.insert(Part::Condition, Script::new("body").value(&rule.norm).value(&rule.scope).one(&body).digest());
        let outside: BTreeSet<Digest> = rule.outside.iter().map(|c| self.context(*c)).collect();
        parts.insert(Part::Outside, Script::new("outside").all(&outside).digest());
        let mut exceptions = BTreeMap::new();
        for exception in &rule.exceptions {
            let raised = self.expr(exception.raised);
            let proved = exception.proved.map(|p| self.expr(p));
            let script = Script::new("exception").one(&raised).value(&exception.on_request).all(&proved);
            exceptions.insert(exception.key.clone(), script.one(&self.cites(&exception.cites)).digest());
        }
        parts.insert(Part::Exceptions, Script::new("exceptions").all(exceptions.values()).digest());
        parts.insert(Part::Citations, self.cites(&rule.cites));
        let dates = (rule.valid_from, rule.valid_to, rule.held_from);
        parts.insert(Part::Dates, Script::new("dates").value(&dates).digest());
        let raises: BTreeSet<Digest> =
            linked.raises.iter().map(|r| self.counting("raise", r.pack, &r.severity)).collect();
        parts.insert(Part::Severity, Script::new("severity").value(&rule.severity).all(&raises).digest());
        let bound: BTreeSet<_> = rule.binds.iter().copied().collect();
        parts.insert(Part::Bound, Script::new("bound").value(&bound).digest());
        parts.insert(Part::Nature, Script::new("nature").value(&rule.nature).digest());
        parts.insert(Part::Told, self.told(linked));
        let reads = self.reads(linked);
        let mut grounds = self.facts(&rule.applies, &reads);
        if reads.words {
            grounds.insert((Part::Tables, Script::new("folds").digest()), self.folds);
        }
        if reads.working_days {
            grounds.insert((Part::Tables, Script::new("calendar").digest()), self.calendar);
        }
        Meaning { parts, grounds, exceptions, reads: reads.items }
    }

    /// What counts while a pack does.
    fn counting<T: Serialize>(&self, tag: &str, pack: u32, value: &T) -> Digest {
        let days = self.linked.packs.get(pack as usize).map(|p| (p.meta.valid_from, p.meta.valid_to));
        Script::new(tag).value(value).value(&days).digest()
    }

    fn cite(&self, cite: &Cite) -> Digest {
        let law = self.linked.instruments.get(cite.law as usize).map_or("", |i| i.slug.as_str());
        let place = (cite.article, cite.sub, cite.paragraph, cite.item, &cite.section);
        Script::new("cite").text(law).value(&place).digest()
    }

    fn cites(&self, cites: &[Cite]) -> Digest {
        let all: BTreeSet<Digest> = cites.iter().map(|c| self.cite(c)).collect();
        Script::new("cites").all(&all).digest()
    }

    /// What a report tells of the rule and no judgement depends on.
    fn told(&self, linked: &LinkedRule) -> Digest {
        use crate::pack::model::Fix;
        let (rule, texts) = (&linked.rule, self.linked);
        let mut script = Script::new("told").text(&rule.name).value(&texts.text(rule.message));
        for exception in &rule.exceptions {
            script = script.text(&exception.key).text(&exception.name).value(&texts.text(exception.proof));
        }
        for fix in &rule.fixes {
            script = match fix {
                Fix::Advise(text) => script.value(&texts.text(*text)),
                edit => script.value(edit),
            };
        }
        for penalty in &rule.penalties {
            let text = texts.text(penalty.text);
            script = script.one(&self.cite(&penalty.cite)).value(&(penalty.from, penalty.to)).value(&text);
        }
        for raise in &linked.raises {
            script = script.value(&texts.text(raise.message));
        }
        script.digest()
    }

    fn constant(&self, c: &Const) -> Digest {
        let script = Script::new("const");
        match c {
            Const::Number(n) => script.text("number").value(&n.normal()),
            Const::Member { ty, key } => script.text(self.type_key(*ty)).text(self.linked.name(*key)),
            other => script.value(other),
        }
        .digest()
    }

    fn type_key(&self, ty: Ref) -> &'a str {
        self.linked.types.get(ty as usize).map_or("", |t| t.key.as_str())
    }

    fn path(&self, path: &Path) -> Digest {
        let steps = path.steps.iter().fold(Script::new("path").value(&path.root), |s, n| s.text(self.linked.name(*n)));
        steps.digest()
    }

    fn paths(&self, paths: &[Path]) -> Digest {
        let all: BTreeSet<Digest> = paths.iter().map(|p| self.path(p)).collect();
        Script::new("paths").all(&all).digest()
    }

    /// The members that an `in` means, those below a category included.
    fn members(&self, constants: &[Const]) -> BTreeSet<Digest> {
        let mut out = BTreeSet::new();
        for constant in constants {
            out.insert(self.constant(constant));
            let Const::Member { ty, key } = constant else { continue };
            let Some(TypeKind::Enum(members) | TypeKind::Taxonomy(members)) =
                self.linked.types.get(*ty as usize).map(|t| &t.kind)
            else {
                continue;
            };
            let mut below: BTreeSet<u32> = BTreeSet::new();
            for (index, member) in (0u32..).zip(members) {
                if member.key == *key || member.parent.is_some_and(|p| below.contains(&p)) {
                    below.insert(index);
                    out.insert(self.constant(&Const::Member { ty: *ty, key: member.key }));
                }
            }
        }
        out
    }

    /// An expression, with its definitions written out.
    fn expr(&mut self, e: ExprId) -> Digest {
        if let Some(Some(done)) = self.exprs.get(e as usize) {
            return *done;
        }
        let Some(node) = self.linked.exprs.get(e as usize) else { return Digest::default() };
        let digest = match node {
            Node::Const(c) => self.constant(c),
            Node::Path(p) => Script::new("fact").one(&self.path(p)).digest(),
            Node::Not(a) => match self.linked.exprs.get(*a as usize) {
                Some(Node::Not(inner)) => self.expr(*inner),
                _ => Script::new("not").one(&self.expr(*a)).digest(),
            },
            Node::And(_) | Node::Or(_) => {
                let and = matches!(node, Node::And(_));
                let mut all = BTreeSet::new();
                self.operands(e, and, &mut all);
                match all.first() {
                    Some(one) if all.len() == 1 => *one,
                    _ => Script::new(if and { "and" } else { "or" }).all(&all).digest(),
                }
            }
            Node::Cmp(op, a, b) => {
                let (mut a, mut b) = (self.expr(*a), self.expr(*b));
                // `a > b` is `b < a`, and equality has no sides.
                let op = match op {
                    CmpOp::Gt => CmpOp::Lt,
                    CmpOp::Ge => CmpOp::Le,
                    other => *other,
                };
                let turned = match node {
                    Node::Cmp(CmpOp::Gt | CmpOp::Ge, ..) => true,
                    Node::Cmp(CmpOp::Eq | CmpOp::Ne, ..) => b < a,
                    _ => false,
                };
                if turned {
                    std::mem::swap(&mut a, &mut b);
                }
                Script::new("cmp").value(&op).one(&a).one(&b).digest()
            }
            Node::Arith(op, a, b) => {
                let (mut a, mut b) = (self.expr(*a), self.expr(*b));
                if matches!(op, ArithOp::Mul) && b < a {
                    std::mem::swap(&mut a, &mut b);
                }
                Script::new("arith").value(op).one(&a).one(&b).digest()
            }
            Node::In(path, constants) => Script::new("in").one(&self.path(path)).all(&self.members(constants)).digest(),
            Node::Has(path) => Script::new("has").one(&self.path(path)).digest(),
            Node::Every { var, list, body } | Node::Some { var, list, body } => {
                let tag = if matches!(node, Node::Every { .. }) { "every" } else { "some" };
                let body = self.expr(*body);
                Script::new(tag).value(var).one(&self.path(list)).one(&body).digest()
            }
            Node::Says { patterns, places, filter } => {
                let filter = filter.map(|f| self.expr(f));
                let patterns: BTreeSet<Digest> = patterns.iter().map(|p| self.said(*p)).collect();
                Script::new("says").all(&patterns).one(&self.paths(places)).all(&filter).digest()
            }
            Node::States { patterns, places } => {
                let patterns: BTreeSet<Digest> = patterns.iter().map(|p| self.said(*p)).collect();
                Script::new("states").all(&patterns).one(&self.paths(places)).digest()
            }
            Node::Near(context) => Script::new("near").one(&self.context(*context)).digest(),
            Node::Holds(kind) => Script::new("holds").text(kind).digest(),
            Node::Aggregate(aggregate, path) => {
                Script::new("aggregate").value(aggregate).one(&self.path(path)).digest()
            }
            Node::Given(given) => Script::new("given").value(given).digest(),
            Node::Capture(name) => Script::new("capture").text(self.linked.name(*name)).digest(),
            Node::Define(define) => self.define(*define),
        };
        if let Some(slot) = self.exprs.get_mut(e as usize) {
            *slot = Some(digest);
        }
        digest
    }

    /// Operands of nested `and`s (or `or`s), as one set.
    fn operands(&mut self, e: ExprId, and: bool, all: &mut BTreeSet<Digest>) {
        let linked = self.linked;
        match linked.exprs.get(e as usize) {
            Some(Node::And(of)) if and => of.iter().for_each(|o| self.operands(*o, and, all)),
            Some(Node::Or(of)) if !and => of.iter().for_each(|o| self.operands(*o, and, all)),
            _ => {
                all.insert(self.expr(e));
            }
        }
    }

    /// A definition is what it stands for, unless something is presumed about it.
    fn define(&mut self, d: Ref) -> Digest {
        if let Some(Some(done)) = self.defines.get(d as usize) {
            return *done;
        }
        let linked = self.linked;
        let Some(define) = linked.defines.get(d as usize) else { return Digest::default() };
        let body = self.expr(define.body);
        let mut presumed = BTreeSet::new();
        for p in linked.presumptions.iter().filter(|p| p.define == d) {
            let unless = p.unless.map(|u| self.expr(u));
            presumed.insert(Script::new("presumed").value(&p.value).value(&p.softens).all(&unless).digest());
        }
        let digest = if presumed.is_empty() { body } else { Script::new("define").one(&body).all(&presumed).digest() };
        if let Some(slot) = self.defines.get_mut(d as usize) {
            *slot = Some(digest);
        }
        digest
    }

    /// A pattern that a condition asks for, with the packs that add to it.
    fn said(&mut self, p: Ref) -> Digest {
        let added = self.linked.added(p).iter().filter_map(|e| self.linked.extensions.get(*e as usize));
        let added: BTreeSet<Digest> = added.map(|e| self.counting("added", e.pack, &())).collect();
        let pattern = self.pattern(p);
        Script::new("said").all(&pattern).all(&added).digest()
    }

    /// The alternatives of a pattern.
    fn pattern(&mut self, p: Ref) -> BTreeSet<Digest> {
        if let Some(Some(done)) = self.patterns.get(p as usize) {
            return done.clone();
        }
        let linked = self.linked;
        let Some(pattern) = linked.patterns.get(p as usize) else { return BTreeSet::new() };
        let mut done: Vec<BTreeSet<Digest>> = Vec::with_capacity(pattern.nodes.len());
        for node in &pattern.nodes {
            let set = self.pattern_node(node, &done);
            done.push(set);
        }
        let root = done.pop().unwrap_or_default();
        if let Some(slot) = self.patterns.get_mut(p as usize) {
            *slot = Some(root.clone());
        }
        root
    }

    fn word(&self, w: u32) -> Digest {
        let word = self.linked.words.get(w as usize);
        word.map_or_else(Digest::default, |w| Script::new("word").text(&w.text).value(&w.exact).digest())
    }

    fn words(&self, list: &[u32]) -> BTreeSet<Digest> {
        list.iter().map(|w| self.word(*w)).collect()
    }

    fn pattern_node(&mut self, node: &PatNode, done: &[BTreeSet<Digest>]) -> BTreeSet<Digest> {
        let of = |i: u32| done.get(i as usize);
        // A choice of one is that one.
        let whole = |i: u32| match of(i) {
            Some(set) if set.len() == 1 => set.first().copied().unwrap_or_default(),
            Some(set) => Script::new("choice").all(set).digest(),
            None => Digest::default(),
        };
        let one = match node {
            PatNode::Word(w) => self.word(*w),
            PatNode::Words(list) => return self.words(list),
            PatNode::Pattern(p) => return self.pattern(*p),
            PatNode::Alt(parts) => return parts.iter().filter_map(|i| of(*i)).flatten().copied().collect(),
            PatNode::Seq(parts) => match parts.as_slice() {
                [one] => return of(*one).cloned().unwrap_or_default(),
                parts => parts.iter().fold(Script::new("seq"), |s, i| s.one(&whole(*i))).digest(),
            },
            PatNode::Opt(i) => Script::new("opt").one(&whole(*i)).digest(),
            PatNode::Num { capture, units, cmp } => {
                let capture = capture.map(|c| self.linked.name(c));
                let cmp = cmp.map(|(op, n)| (op, n.normal()));
                Script::new("num").value(&capture).value(&cmp).all(&self.words(units)).digest()
            }
            PatNode::NotBefore(list) => Script::new("not-before").all(&self.words(list)).digest(),
            PatNode::NotAfter(list) => Script::new("not-after").all(&self.words(list)).digest(),
            plain @ (PatNode::Gap { .. } | PatNode::Class { .. } | PatNode::ClauseStart | PatNode::ClauseEnd) => {
                Script::new("part").value(plain).digest()
            }
        };
        BTreeSet::from([one])
    }

    /// A context: the set of its lines.
    fn context(&mut self, c: Ref) -> Digest {
        if let Some(Some(done)) = self.contexts.get(c as usize) {
            return *done;
        }
        let linked = self.linked;
        let Some(context) = linked.contexts.get(c as usize) else { return Digest::default() };
        let mut lines = BTreeSet::new();
        for line in &context.lines {
            let about = |reader: &mut Self, tag: &str, pattern: Ref| Script::new(tag).all(&reader.pattern(pattern));
            let script = match line {
                ContextLine::PrecededBy { pattern, distance, within } => {
                    about(self, "preceded", *pattern).value(distance).value(within)
                }
                ContextLine::FollowedBy { pattern, distance, within } => {
                    about(self, "followed", *pattern).value(distance).value(within)
                }
                ContextLine::ClauseHas(p) => about(self, "clause", *p),
                ContextLine::SentenceHas(p) => about(self, "sentence", *p),
                ContextLine::NearbyHas(p) => about(self, "nearby", *p),
                ContextLine::NextHas(p) => about(self, "next", *p),
                ContextLine::PartOf(p) => about(self, "part-of", *p),
                ContextLine::SentenceEnds(p) => about(self, "ends", *p),
                ContextLine::EnclosedBy { open, close } => Script::new("enclosed").text(open).text(close),
                ContextLine::Include(c) => {
                    let included = self.context(*c);
                    Script::new("include").one(&included)
                }
            };
            lines.insert(script.digest());
        }
        let digest = Script::new("context").all(&lines).digest();
        if let Some(slot) = self.contexts.get_mut(c as usize) {
            *slot = Some(digest);
        }
        digest
    }

    /// The digest of a shared item with all it refers to, as a rule reads it.
    pub fn item(&mut self, kind: SharedKind, index: Ref) -> Digest {
        match kind {
            SharedKind::Pattern => Script::new("pattern").all(&self.pattern(index)).digest(),
            SharedKind::Context => self.context(index),
            SharedKind::Definition => self.define(index),
        }
    }

    /// The pack that declares an item.
    pub fn owner(&self, kind: SharedKind, index: Ref) -> &'a str {
        let list = match kind {
            SharedKind::Pattern => self.owners.first(),
            SharedKind::Context => self.owners.get(1),
            SharedKind::Definition => self.owners.get(2),
        };
        let pack = list.and_then(|l| l.get(index as usize)).and_then(|p| self.linked.packs.get(*p as usize));
        pack.map_or("", |p| p.meta.id.as_str())
    }

    /// The item's Chinese name.
    pub fn name(&self, kind: SharedKind, index: Ref) -> String {
        let name = match kind {
            SharedKind::Pattern => self.linked.patterns.get(index as usize).map(|p| &p.name),
            SharedKind::Context => self.linked.contexts.get(index as usize).map(|c| &c.name),
            SharedKind::Definition => self.linked.defines.get(index as usize).map(|d| &d.name),
        };
        name.cloned().unwrap_or_default()
    }

    /// The item, by name.
    pub fn named(&self, kind: SharedKind, index: Ref) -> Option<Item> {
        let key = match kind {
            SharedKind::Pattern => &self.linked.patterns.get(index as usize)?.key,
            SharedKind::Context => &self.linked.contexts.get(index as usize)?.key,
            SharedKind::Definition => &self.linked.defines.get(index as usize)?.key,
        };
        Some((kind, self.owner(kind, index).to_owned(), key.clone()))
    }

    /// The items that an item refers to by itself.
    pub fn refers(&self, kind: SharedKind, index: Ref) -> Vec<(SharedKind, Ref)> {
        let mut out = Vec::new();
        match kind {
            SharedKind::Definition => {
                let presumed = self.linked.presumptions.iter().filter(|p| p.define == index);
                let body = self.linked.defines.get(index as usize).map(|d| d.body);
                let mut exprs: Vec<ExprId> = body.into_iter().chain(presumed.filter_map(|p| p.unless)).collect();
                let mut seen: BTreeSet<ExprId> = BTreeSet::new();
                while let Some(e) = exprs.pop() {
                    let Some(node) = self.linked.exprs.get(e as usize).filter(|_| seen.insert(e)) else { continue };
                    match node {
                        Node::Says { patterns, .. } | Node::States { patterns, .. } => {
                            out.extend(patterns.iter().map(|p| (SharedKind::Pattern, *p)));
                        }
                        Node::Near(context) => out.push((SharedKind::Context, *context)),
                        Node::Define(define) => out.push((SharedKind::Definition, *define)),
                        _ => {}
                    }
                    exprs.extend(node.operands());
                }
            }
            SharedKind::Pattern => {
                let nodes = self.linked.patterns.get(index as usize).map_or(&[][..], |p| &p.nodes);
                let used = nodes.iter().filter_map(|n| if let PatNode::Pattern(p) = n { Some(*p) } else { None });
                out.extend(used.map(|p| (SharedKind::Pattern, p)));
            }
            SharedKind::Context => {
                let lines = self.linked.contexts.get(index as usize).map_or(&[][..], |c| &c.lines);
                out.extend(lines.iter().filter_map(|line| match line.reference()? {
                    LineRef::Pattern(pattern) => Some((SharedKind::Pattern, pattern)),
                    LineRef::Context(context) => Some((SharedKind::Context, context)),
                }));
            }
        }
        out
    }

    /// The words that a pattern names by itself.
    pub fn own_words(&self, index: Ref) -> BTreeSet<&'a str> {
        let nodes = self.linked.patterns.get(index as usize).map_or(&[][..], |p| &p.nodes);
        let words = nodes.iter().flat_map(|n| match n {
            PatNode::Word(w) => std::slice::from_ref(w),
            PatNode::Words(list) | PatNode::NotBefore(list) | PatNode::NotAfter(list) => list.as_slice(),
            PatNode::Num { units, .. } => units.as_slice(),
            _ => &[],
        });
        words.filter_map(|w| self.linked.words.get(*w as usize)).map(|w| w.text.as_str()).collect()
    }

    /// Everything that a rule reads.
    fn reads(&self, linked: &LinkedRule) -> Reads {
        let rule = &linked.rule;
        let mut reads = Reads::default();
        let mut todo: Vec<(SharedKind, Ref)> = rule.outside.iter().map(|c| (SharedKind::Context, *c)).collect();
        let exceptions = rule.exceptions.iter().flat_map(|x| [Some(x.raised), x.proved]);
        let mut exprs: Vec<ExprId> = [Some(rule.body), rule.when].into_iter().chain(exceptions).flatten().collect();
        let mut seen: BTreeSet<ExprId> = BTreeSet::new();
        loop {
            if let Some(e) = exprs.pop() {
                let Some(node) = self.linked.exprs.get(e as usize).filter(|_| seen.insert(e)) else { continue };
                match node {
                    Node::Const(Const::WorkingDays(_)) => reads.working_days = true,
                    Node::Path(p) | Node::In(p, _) | Node::Has(p) | Node::Aggregate(_, p) => {
                        reads.paths.insert(p.clone());
                    }
                    Node::Every { list, .. } | Node::Some { list, .. } => {
                        reads.paths.insert(list.clone());
                    }
                    Node::Says { patterns, places, .. } | Node::States { patterns, places } => {
                        reads.words = true;
                        reads.paths.extend(places.iter().cloned());
                        todo.extend(patterns.iter().map(|p| (SharedKind::Pattern, *p)));
                    }
                    Node::Near(context) => todo.push((SharedKind::Context, *context)),
                    Node::Define(define) => todo.push((SharedKind::Definition, *define)),
                    _ => {}
                }
                exprs.extend(node.operands());
                continue;
            }
            let Some((kind, index)) = todo.pop() else { break };
            let Some(item) = self.named(kind, index) else { continue };
            if !reads.items.insert(item) {
                continue;
            }
            if kind == SharedKind::Definition {
                exprs.extend(self.linked.defines.get(index as usize).map(|d| d.body));
                let presumed = self.linked.presumptions.iter().filter(|p| p.define == index);
                exprs.extend(presumed.filter_map(|p| p.unless));
            } else {
                todo.extend(self.refers(kind, index));
            }
        }
        reads
    }

    /// The types of the facts that a rule reads: how its subjects' fields are declared, and where public words are.
    fn facts(&self, applies: &[Ref], reads: &Reads) -> BTreeMap<(Part, Digest), Digest> {
        let mut out = BTreeMap::new();
        for kind in applies {
            let Some(subject) = self.linked.types.get(*kind as usize) else { continue };
            let goods = self.goods(subject);
            for path in &reads.paths {
                let from = match path.root {
                    Root::Subject => Some(subject),
                    Root::Goods => goods,
                    Root::Var(_) => None,
                };
                let key = Script::new("typed").text(&subject.key).one(&self.path(path)).digest();
                let script =
                    Script::new("along").text(if path.root == Root::Goods { self.goods_field(subject) } else { "" });
                out.insert((Part::Facts, key), self.along(script, from, path).digest());
            }
            if reads.words {
                let mut words: BTreeSet<Digest> = BTreeSet::new();
                self.public_words(subject, &mut vec![subject.key.as_str()], &mut words);
                let key = Script::new("words").text(&subject.key).digest();
                out.insert((Part::Facts, key), Script::new("places").all(&words).digest());
            }
        }
        out
    }

    fn field<'t>(&self, record: &'t TypeDecl, key: &str) -> Option<&'t crate::pack::model::Field> {
        let TypeKind::Record { fields, .. } = &record.kind else { return None };
        fields.iter().find(|f| self.linked.name(f.key) == key)
    }

    fn record(&self, base: BaseType) -> Option<&'a TypeDecl> {
        let BaseType::Named(ty) = base else { return None };
        self.linked.types.get(ty as usize).filter(|t| matches!(t.kind, TypeKind::Record { .. }))
    }

    /// Where a subject's goods are; empty where it is the goods itself.
    fn goods_field(&self, subject: &TypeDecl) -> &'static str {
        ["products", "goods"].into_iter().find(|key| self.field(subject, key).is_some()).unwrap_or("")
    }

    fn goods(&self, subject: &'a TypeDecl) -> Option<&'a TypeDecl> {
        let field = ["products", "goods"].iter().find_map(|key| self.field(subject, key));
        field.map_or(Some(subject), |f| self.record(f.ty.base))
    }

    /// The types of the fields along a path, and of all fields of a list's elements.
    fn along(&self, mut script: Script, from: Option<&'a TypeDecl>, path: &Path) -> Script {
        let mut here = from;
        for step in &path.steps {
            let Some(field) = here.and_then(|t| self.field(t, self.linked.name(*step))) else { break };
            script = script.value(&field.ty.lists).text(self.base(field.ty.base));
            here = self.record(field.ty.base);
        }
        if let Some(TypeKind::Record { fields, .. }) = here.map(|t| &t.kind) {
            for field in fields {
                script = script.text(self.linked.name(field.key)).value(&field.ty.lists).text(self.base(field.ty.base));
            }
        }
        script
    }

    fn base(&self, base: BaseType) -> &'static str {
        match base {
            BaseType::Bool => "bool",
            BaseType::Int => "int",
            BaseType::Decimal => "decimal",
            BaseType::Money => "money",
            BaseType::Date => "date",
            BaseType::DateTime => "datetime",
            BaseType::Duration => "duration",
            BaseType::Percent => "percent",
            BaseType::Text => "text",
            BaseType::Copy => "copy",
            BaseType::Named(_) => "named",
        }
    }

    /// Where public words are, and what says who speaks them.
    fn public_words(&self, record: &'a TypeDecl, path: &mut Vec<&'a str>, all: &mut BTreeSet<Digest>) {
        let TypeKind::Record { fields, .. } = &record.kind else { return };
        for field in fields {
            let key = self.linked.name(field.key);
            let spoken = ["speaker", "channel", "start_ms", "end_ms", "product", "products", "goods"].contains(&key);
            if spoken || field.ty.base == BaseType::Copy {
                let script = path.iter().fold(Script::new("words"), |s, step| s.text(step));
                all.insert(script.text(key).value(&field.ty.lists).digest());
            }
            // A record within itself was seen further up.
            if let Some(inner) = self.record(field.ty.base).filter(|_| path.len() < 8 && !path.contains(&key)) {
                path.push(key);
                self.public_words(inner, path, all);
                path.pop();
            }
        }
    }
}
