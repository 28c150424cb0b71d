//! What an engine works out once for a bundle, so that a check does not: which rules concern a subject kind, which patterns they
//! want, where a name is in a record, which categories lie below which, and what an expression depends on.

use crate::order;
use crate::pack::linked::Linked;
use crate::pack::model::{BaseType, Const, ExprId, NameId, Node, Path, Ref, Root, TypeKind};
use crate::report::PackInfo;
use crate::syntax::tree::{Given, NormKind};
use crate::text::{PatternSet, TextEngine};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What the value of an expression may depend on, besides facts of the subject.
pub(crate) mod flag {
    /// The goods under judgement.
    pub const GOODS: u8 = 1;
    /// Words, and so the contexts that the rule excludes.
    pub const WORDS: u8 = 2;
    /// The match under judgement.
    pub const MATCH: u8 = 4;
    /// A bound variable.
    pub const VAR: u8 = 8;
    /// The part of the conduct in which the rule is in force.
    pub const DATES: u8 = 16;
    /// A definition that a softening presumption may decide.
    pub const SOFT: u8 = 32;
    /// Words that a lower layer adds.
    pub const ADDED: u8 = 64;
}

/// Where an input key leads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub slot: u16,
    /// The value is an integer of fen.
    pub fen: bool,
}

/// A type, as reading and path resolution need it. The maps are for look-ups only and are never iterated.
#[derive(Debug)]
pub(crate) enum TypeInfo {
    Members {
        /// ASCII key or Chinese name → index.
        by_text: HashMap<String, u32>,
        /// Key → index, ascending.
        by_key: Vec<(NameId, u32)>,
        taxonomy: bool,
    },
    Record {
        /// ASCII key, Chinese name, or key of a money field with `_fen`.
        keys: HashMap<String, Key>,
        /// Key → slot, ascending.
        slots: Vec<(NameId, u16)>,
        /// The field `text`, where it holds public words: such a record may be given as a plain string.
        words: Option<u16>,
        /// The field `product` of such a record.
        product: Option<u16>,
        /// Its fields that say who speaks, if such a record is a piece of speech: it declares `speaker`.
        speech: Option<Speech>,
    },
}

/// The fields of a piece of speech.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Speech {
    pub speaker: u16,
    pub channel: Option<u16>,
    pub start: Option<u16>,
    pub end: Option<u16>,
}

/// Where the goods of a subject are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GoodsPlan {
    /// The subject is the goods.
    Subject,
    /// A list of goods.
    List { slot: u16 },
    /// One record.
    Record { slot: u16 },
    /// It states none.
    None,
}

/// A subject kind.
#[derive(Debug)]
pub(crate) struct Kind {
    pub ty: Ref,
    pub rules: Vec<u32>,
    pub wanted: PatternSet,
    pub goods: GoodsPlan,
    /// Slots of the subject's own words: copy fields, and lists of texts.
    pub words: Vec<u16>,
}

/// Constants of an `in`.
#[derive(Debug, Default)]
pub(crate) struct InSet {
    /// By type: the members meant, categories below included.
    pub members: Vec<(Ref, Vec<u64>)>,
    /// Constants of other types.
    pub others: Vec<Const>,
}

/// How a rule is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Match by match.
    Words,
    /// As a whole.
    Whole,
}

/// See the module's docs.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub linked: Arc<Linked>,
    pub text: TextEngine,
    pub types: Vec<TypeInfo>,
    pub kinds: Vec<Kind>,
    /// Kind by key or Chinese name.
    pub kind_names: BTreeMap<String, usize>,
    pub define_flags: Vec<u8>,
    pub in_sets: Vec<Option<InSet>>,
    /// Presumptions by definition.
    pub presumed: Vec<Vec<u32>>,
    pub forms: Vec<Form>,
    /// What each rule's conditions depend on.
    pub rule_flags: Vec<u8>,
    /// Rules that forbid words and ask about no others: what is said elsewhere makes no difference to what they find.
    pub local: Vec<bool>,
    pub rule_ids: BTreeMap<String, u32>,
    pub packs: Arc<[PackInfo]>,
}

impl Prepared {
    pub fn new(linked: Arc<Linked>, text: TextEngine) -> Self {
        let types: Vec<TypeInfo> = linked.types.iter().map(|t| type_info(&linked, &t.kind)).collect();
        let mut presumed = vec![Vec::new(); linked.defines.len()];
        for (index, p) in (0u32..).zip(&linked.presumptions) {
            if let Some(list) = presumed.get_mut(p.define as usize) {
                list.push(index);
            }
        }
        let (flags, define_flags) = all_flags(&linked, &presumed);
        let in_sets = linked.exprs.iter().map(|node| in_set(&linked, node)).collect();
        let forms: Vec<Form> = linked.rules.iter().map(|r| form(&linked, r.rule.norm, r.rule.body)).collect();
        let rule_flags = linked.rules.iter().map(|r| {
            let exceptions = r.rule.exceptions.iter().flat_map(|x| [Some(x.raised), x.proved]);
            let all = [Some(r.rule.body), r.rule.when].into_iter().chain(exceptions).flatten();
            all.fold(0, |of_rule, e| of_rule | flags.get(e as usize).copied().unwrap_or(0))
        });
        let rule_flags = rule_flags.collect();
        let local = linked.rules.iter().zip(&forms).map(|(r, form)| {
            let filter = match linked.exprs.get(r.rule.body as usize) {
                Some(Node::Says { filter, .. }) => *filter,
                _ => None,
            };
            let exceptions = r.rule.exceptions.iter().flat_map(|x| [Some(x.raised), x.proved]);
            let mut asked = [r.rule.when, filter].into_iter().chain(exceptions).flatten();
            *form == Form::Words && asked.all(|e| flags.get(e as usize).is_some_and(|f| f & flag::WORDS == 0))
        });
        let local = local.collect();
        let mut kinds = Vec::new();
        let mut kind_names = BTreeMap::new();
        for (index, ty) in (0u32..).zip(&linked.types) {
            if matches!(ty.kind, TypeKind::Record { subject: true, .. }) {
                kind_names.entry(ty.key.clone()).or_insert(kinds.len());
                kind_names.entry(ty.name.clone()).or_insert(kinds.len());
                kinds.push(kind(&linked, &presumed, index));
            }
        }
        let rule_ids = (0u32..).zip(&linked.rules).map(|(i, r)| (r.id.clone(), i)).collect();
        let packs = linked
            .packs
            .iter()
            .map(|p| PackInfo {
                id: p.meta.id.clone(),
                version: p.meta.version,
                layer: p.meta.layer,
                digest: p.digest.clone(),
            })
            .collect();
        Self {
            linked,
            text,
            types,
            kinds,
            kind_names,
            define_flags,
            in_sets,
            presumed,
            forms,
            rule_flags,
            local,
            rule_ids,
            packs,
        }
    }

    pub fn slot(&self, ty: Ref, name: NameId) -> Option<u16> {
        let TypeInfo::Record { slots, .. } = self.types.get(ty as usize)? else { return None };
        let at = slots.binary_search_by_key(&name, |s| s.0).ok()?;
        slots.get(at).map(|s| s.1)
    }

    pub fn member(&self, ty: Ref, key: NameId) -> Option<u32> {
        let TypeInfo::Members { by_key, .. } = self.types.get(ty as usize)? else { return None };
        let at = by_key.binary_search_by_key(&key, |m| m.0).ok()?;
        by_key.get(at).map(|m| m.1)
    }

    /// The key of a member.
    pub fn member_key(&self, ty: Ref, index: u32) -> Option<&str> {
        match &self.linked.types.get(ty as usize)?.kind {
            TypeKind::Enum(members) | TypeKind::Taxonomy(members) => {
                members.get(index as usize).map(|m| self.linked.name(m.key))
            }
            TypeKind::Record { .. } => None,
        }
    }

    /// The record type of a field, lists left aside.
    pub fn field_record(&self, ty: Ref, slot: u16) -> Option<Ref> {
        match self.field(ty, slot)?.ty.base {
            BaseType::Named(t) if matches!(self.types.get(t as usize), Some(TypeInfo::Record { .. })) => Some(t),
            _ => None,
        }
    }

    pub fn field(&self, ty: Ref, slot: u16) -> Option<&crate::pack::model::Field> {
        match &self.linked.types.get(ty as usize)?.kind {
            TypeKind::Record { fields, .. } => fields.get(usize::from(slot)),
            _ => None,
        }
    }
}

fn type_info(linked: &Linked, kind: &TypeKind) -> TypeInfo {
    match kind {
        TypeKind::Enum(members) | TypeKind::Taxonomy(members) => {
            let mut by_text = HashMap::new();
            let mut by_key = Vec::new();
            for (index, member) in (0u32..).zip(members) {
                by_text.entry(linked.name(member.key).to_owned()).or_insert(index);
                by_key.push((member.key, index));
            }
            // A key wins over another member's Chinese name.
            for (index, member) in (0u32..).zip(members) {
                by_text.entry(member.name.clone()).or_insert(index);
            }
            order::by_key(&mut by_key, |(key, index)| order::key([0, 0, *key, *index]));
            TypeInfo::Members { by_text, by_key, taxonomy: matches!(kind, TypeKind::Taxonomy(_)) }
        }
        TypeKind::Record { fields, .. } => {
            let mut keys = HashMap::new();
            let mut slots = Vec::new();
            let (mut words, mut product) = (None, None);
            for (slot, field) in (0u16..).zip(fields) {
                let key = linked.name(field.key);
                let money = field.ty.base == BaseType::Money && field.ty.lists == 0;
                keys.entry(key.to_owned()).or_insert(Key { slot, fen: money && key.ends_with("_fen") });
                slots.push((field.key, slot));
                if key == "text" && field.ty.base == BaseType::Copy && field.ty.lists == 0 {
                    words = Some(slot);
                }
                if key == "product" && field.ty.base == BaseType::Text && field.ty.lists == 0 {
                    product = Some(slot);
                }
            }
            for (slot, field) in (0u16..).zip(fields) {
                keys.entry(field.name.clone()).or_insert(Key { slot, fen: false });
                if field.ty.base == BaseType::Money && field.ty.lists == 0 {
                    keys.entry(format!("{}_fen", linked.name(field.key))).or_insert(Key { slot, fen: true });
                }
            }
            order::by_key(&mut slots, |(key, slot)| order::key([0, 0, *key, u32::from(*slot)]));
            let field = |name: &str| keys.get(name).map(|k: &Key| k.slot);
            let speech = words.and_then(|_| field("speaker")).map(|speaker| Speech {
                speaker,
                channel: field("channel"),
                start: field("start_ms"),
                end: field("end_ms"),
            });
            TypeInfo::Record { keys, slots, words, product, speech }
        }
    }
}

fn kind(linked: &Linked, presumed: &[Vec<u32>], ty: Ref) -> Kind {
    let rules: Vec<u32> =
        (0u32..).zip(&linked.rules).filter(|(_, r)| r.rule.applies.contains(&ty)).map(|(i, _)| i).collect();
    let wanted = wanted(linked, presumed, rules.iter().copied());
    let mut words = Vec::new();
    let mut goods = GoodsPlan::None;
    if let Some((decl, TypeKind::Record { fields, .. })) = linked.types.get(ty as usize).map(|t| (t, &t.kind)) {
        let record = |base: BaseType| match base {
            BaseType::Named(t) => linked.types.get(t as usize).and_then(|t| match &t.kind {
                TypeKind::Record { subject, fields } => Some((*subject, fields)),
                _ => None,
            }),
            _ => None,
        };
        for (slot, field) in (0u16..).zip(fields) {
            let texts = record(field.ty.base).is_some_and(|(subject, fields)| {
                !subject
                    && field.ty.lists == 1
                    && fields.iter().any(|f| f.ty.base == BaseType::Copy && linked.name(f.key) == "text")
            });
            if field.ty.base == BaseType::Copy || texts {
                words.push(slot);
            }
            let key = linked.name(field.key);
            // `products` stands before `goods` where a subject has both.
            if record(field.ty.base).is_some() && (key == "products" || key == "goods" && goods == GoodsPlan::None) {
                goods = if field.ty.lists == 1 { GoodsPlan::List { slot } } else { GoodsPlan::Record { slot } };
            }
        }
        if decl.key == "listing" {
            goods = GoodsPlan::Subject;
        }
    }
    Kind { ty, rules, wanted, goods, words }
}

/// The patterns that rules ask for.
pub(crate) fn wanted(linked: &Linked, presumed: &[Vec<u32>], rules: impl Iterator<Item = u32>) -> PatternSet {
    let mut reach = Reach { linked, presumed, seen: vec![false; linked.exprs.len()], wanted: PatternSet::new() };
    for r in rules.filter_map(|r| linked.rules.get(r as usize)) {
        let roots = [Some(r.rule.body), r.rule.when];
        let exceptions = r.rule.exceptions.iter().flat_map(|x| [Some(x.raised), x.proved]);
        reach.walk(roots.into_iter().chain(exceptions).flatten().collect());
    }
    reach.wanted
}

/// Collects the patterns that expressions ask for, through definitions and the presumptions about them.
struct Reach<'a> {
    linked: &'a Linked,
    presumed: &'a [Vec<u32>],
    seen: Vec<bool>,
    wanted: PatternSet,
}

/// The copies with added words that a rule asks for.
pub(crate) fn added_of(p: &Prepared, rule: &crate::pack::model::Rule) -> Vec<u32> {
    let linked = &p.linked;
    let seen = vec![false; linked.exprs.len()];
    let mut reach = Reach { linked, presumed: &p.presumed, seen, wanted: PatternSet::new() };
    reach.walk([Some(rule.body), rule.when].into_iter().flatten().collect());
    let all = u32::try_from(linked.patterns.len()).unwrap_or(u32::MAX);
    (linked.first_added..all).filter(|c| linked.is_added(*c) && reach.wanted.contains(*c)).collect()
}

impl Reach<'_> {
    fn walk(&mut self, mut todo: Vec<ExprId>) {
        while let Some(e) = todo.pop() {
            let Some(seen) = self.seen.get_mut(e as usize) else { continue };
            if std::mem::replace(seen, true) {
                continue;
            }
            let Some(node) = self.linked.exprs.get(e as usize) else { continue };
            match node {
                Node::Says { patterns, .. } | Node::States { patterns, .. } => {
                    for p in patterns {
                        self.wanted.insert(*p);
                    }
                }
                Node::Define(d) => {
                    todo.extend(self.linked.defines.get(*d as usize).map(|d| d.body));
                    for p in self.presumed.get(*d as usize).into_iter().flatten() {
                        todo.extend(self.linked.presumptions.get(*p as usize).and_then(|p| p.unless));
                    }
                }
                _ => {}
            }
            operands(node, |e| todo.push(e));
        }
    }
}

/// Calls `f` with every operand.
pub(crate) fn operands(node: &Node, mut f: impl FnMut(ExprId)) {
    match node {
        Node::Not(e) | Node::Every { body: e, .. } | Node::Some { body: e, .. } => f(*e),
        Node::And(es) | Node::Or(es) => es.iter().copied().for_each(f),
        Node::Cmp(_, a, b) | Node::Arith(_, a, b) => {
            f(*a);
            f(*b);
        }
        Node::Says { filter: Some(e), .. } => f(*e),
        _ => {}
    }
}

fn path_flags(path: &Path) -> u8 {
    match path.root {
        Root::Subject => 0,
        Root::Goods => flag::GOODS,
        Root::Var(_) => flag::VAR,
    }
}

fn all_flags(linked: &Linked, presumed: &[Vec<u32>]) -> (Vec<u8>, Vec<u8>) {
    let mut defines = vec![0u8; linked.defines.len()];
    let mut flags = vec![0u8; linked.exprs.len()];
    // Flags only grow, so this ends; a chain of definitions needs as many rounds as it is long at most.
    for _ in 0..=defines.len() {
        for (index, node) in linked.exprs.iter().enumerate() {
            let own = match node {
                Node::Path(p) | Node::In(p, _) | Node::Has(p) | Node::Aggregate(_, p) => path_flags(p),
                Node::Every { list, .. } | Node::Some { list, .. } => path_flags(list),
                Node::Says { patterns, places, .. } | Node::States { patterns, places } => {
                    let added = patterns.iter().any(|p| linked.is_added(*p));
                    let own = if added { flag::WORDS | flag::ADDED } else { flag::WORDS };
                    places.iter().fold(own, |all, p| all | path_flags(p))
                }
                Node::Near(_) | Node::Capture(_) => flag::MATCH,
                Node::Holds(_) | Node::Given(Given::ConductFrom | Given::ConductTo) => flag::DATES,
                Node::Define(d) => defines.get(*d as usize).copied().unwrap_or(0),
                _ => 0,
            };
            let mut all = own;
            operands(node, |e| all |= flags.get(e as usize).copied().unwrap_or(0));
            if let Some(f) = flags.get_mut(index) {
                *f = all;
            }
        }
        let mut changed = false;
        for (index, define) in linked.defines.iter().enumerate() {
            let mut all = flags.get(define.body as usize).copied().unwrap_or(0);
            for p in presumed.get(index).into_iter().flatten() {
                let Some(p) = linked.presumptions.get(*p as usize) else { continue };
                all |= p.unless.and_then(|e| flags.get(e as usize)).copied().unwrap_or(0);
                all |= if p.softens { flag::SOFT } else { 0 };
            }
            // Captures and variables of a definition's own are bound inside it.
            if let Some(f) = defines.get_mut(index).filter(|f| **f != all) {
                *f = all;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    (flags, defines)
}

fn in_set(linked: &Linked, node: &Node) -> Option<InSet> {
    let Node::In(_, constants) = node else { return None };
    let mut set = InSet::default();
    for constant in constants {
        let Const::Member { ty, key } = constant else {
            set.others.push(constant.clone());
            continue;
        };
        let Some(TypeKind::Enum(members) | TypeKind::Taxonomy(members)) =
            linked.types.get(*ty as usize).map(|t| &t.kind)
        else {
            continue;
        };
        let at = match set.members.iter().position(|(t, _)| t == ty) {
            Some(at) => at,
            None => {
                set.members.push((*ty, vec![0; members.len().div_ceil(64)]));
                set.members.len().saturating_sub(1)
            }
        };
        let Some((_, bits)) = set.members.get_mut(at) else { continue };
        // A parent stands before its children, so one pass reaches everything below.
        for (index, member) in (0u32..).zip(members) {
            if (member.key == *key || member.parent.is_some_and(|p| bit(bits, p)))
                && let Some(word) = bits.get_mut((index >> 6) as usize)
            {
                *word |= 1 << (index & 63);
            }
        }
    }
    Some(set)
}

/// Whether a bit is set.
pub(crate) fn bit(bits: &[u64], index: u32) -> bool {
    bits.get((index >> 6) as usize).is_some_and(|w| w >> (index & 63) & 1 == 1)
}

fn form(linked: &Linked, norm: NormKind, body: ExprId) -> Form {
    match (norm, linked.exprs.get(body as usize)) {
        (NormKind::Forbid, Some(Node::Says { .. })) => Form::Words,
        _ => Form::Whole,
    }
}
