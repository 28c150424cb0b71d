//! Expressions as the rule language writes them, with ASCII keys; missing facts as paths.

use super::date::format_day;
use super::facts::MissingFact;
use super::prepare::Prepared;
use crate::pack::linked::Linked;
use crate::pack::model::{Const, ExprId, Node, Path, Ref, Root, TypeKind};
use crate::syntax::tree::{Aggregate, ArithOp, CmpOp, Given};

/// Longest clause that is written out.
const LONGEST: usize = 400;
/// Most operands that are written out.
const WIDEST: usize = 12;

/// A path: `goods.category`, `x.price`, `subject.texts.text`.
pub(super) fn path(linked: &Linked, path: &Path) -> String {
    let mut out = match path.root {
        Root::Subject => "subject".to_owned(),
        Root::Goods => "goods".to_owned(),
        Root::Var(slot) => format!("x{slot}"),
    };
    for step in &path.steps {
        out.push('.');
        out.push_str(linked.name(*step));
    }
    out
}

/// An enum member or category.
pub(super) fn member(linked: &Linked, ty: Ref, index: u32) -> String {
    match linked.types.get(ty as usize).map(|t| &t.kind) {
        Some(TypeKind::Enum(members) | TypeKind::Taxonomy(members)) => {
            members.get(index as usize).map_or_else(String::new, |m| linked.name(m.key).to_owned())
        }
        _ => String::new(),
    }
}

/// A duration.
pub(super) fn period(months: i32, days: i32, seconds: i64) -> String {
    let mut parts = Vec::new();
    if months != 0 {
        parts.push(format!("{months} months"));
    }
    if days != 0 {
        parts.push(format!("{days} days"));
    }
    if seconds != 0 || parts.is_empty() {
        parts.push(format!("{seconds} seconds"));
    }
    parts.join(" ")
}

fn constant(linked: &Linked, c: &Const) -> String {
    match c {
        Const::Bool(b) => b.to_string(),
        Const::Number(n) => n.to_string(),
        Const::Date(d) => format_day(*d),
        Const::Duration { months, days, seconds } => period(*months, *days, *seconds),
        Const::WorkingDays(days) => format!("{days} working-days"),
        Const::Text(t) => format!("\"{t}\""),
        Const::Member { key, .. } => linked.name(*key).to_owned(),
    }
}

fn patterns(linked: &Linked, list: &[Ref]) -> String {
    let keys = list
        .iter()
        .filter(|p| **p < linked.first_added)
        .take(WIDEST)
        .filter_map(|p| linked.patterns.get(*p as usize))
        .map(|p| format!("<{}>", p.key));
    keys.collect::<Vec<_>>().join(", ")
}

fn places(linked: &Linked, list: &[Path]) -> String {
    if list.is_empty() {
        return String::new();
    }
    format!(" in {}", list.iter().map(|p| path(linked, p)).collect::<Vec<_>>().join(", "))
}

/// A clause.
pub(crate) fn clause(linked: &Linked, e: ExprId) -> String {
    let mut out = write(linked, e, 0);
    if out.chars().count() > LONGEST {
        out = out.chars().take(LONGEST).chain(['…']).collect();
    }
    out
}

fn write(linked: &Linked, e: ExprId, depth: usize) -> String {
    let Some(node) = linked.exprs.get(e as usize) else { return String::new() };
    if depth > 6 {
        return "…".to_owned();
    }
    let inner = |e: ExprId| write(linked, e, depth.saturating_add(1));
    let joined = |es: &[ExprId], word: &str| {
        let mut all: Vec<String> = es.iter().take(WIDEST).map(|e| inner(*e)).collect();
        if es.len() > WIDEST {
            all.push("…".to_owned());
        }
        let all = all.join(word);
        if depth == 0 { all } else { format!("({all})") }
    };
    match node {
        Node::Const(c) => constant(linked, c),
        Node::Path(p) => path(linked, p),
        Node::Not(e) => format!("not {}", inner(*e)),
        Node::And(es) => joined(es, " and "),
        Node::Or(es) => joined(es, " or "),
        Node::Cmp(op, a, b) => {
            let op = match op {
                CmpOp::Eq => "==",
                CmpOp::Ne => "!=",
                CmpOp::Lt => "<",
                CmpOp::Le => "<=",
                CmpOp::Gt => ">",
                CmpOp::Ge => ">=",
            };
            format!("{} {op} {}", inner(*a), inner(*b))
        }
        Node::Arith(op, a, b) => {
            let op = match op {
                ArithOp::Add => '+',
                ArithOp::Sub => '-',
                ArithOp::Mul => '*',
            };
            format!("{} {op} {}", inner(*a), inner(*b))
        }
        Node::In(p, constants) => {
            let list = constants.iter().take(WIDEST).map(|c| constant(linked, c)).collect::<Vec<_>>().join(", ");
            let more = if constants.len() > WIDEST { ", …" } else { "" };
            format!("{} in {list}{more}", path(linked, p))
        }
        Node::Has(p) => format!("has {}", path(linked, p)),
        Node::Every { var, list, body } => format!("every x{var} of {} ({})", path(linked, list), inner(*body)),
        Node::Some { var, list, body } => format!("some x{var} of {} ({})", path(linked, list), inner(*body)),
        Node::Says { patterns: list, places: at, filter } => {
            let filter = filter.map_or_else(String::new, |f| format!(" where ({})", inner(f)));
            format!("says {}{}{filter}", patterns(linked, list), places(linked, at))
        }
        Node::States { patterns: list, places: at } => {
            format!("states {}{}", patterns(linked, list), places(linked, at))
        }
        Node::Near(context) => {
            format!("near {}", linked.contexts.get(*context as usize).map_or("", |c| c.key.as_str()))
        }
        Node::Holds(kind) => format!("holds \"{kind}\""),
        Node::Aggregate(aggregate, p) => {
            let name = match aggregate {
                Aggregate::Count => "count",
                Aggregate::Min => "min",
                Aggregate::Max => "max",
                Aggregate::Sum => "sum",
            };
            format!("{name}({})", path(linked, p))
        }
        Node::Given(Given::AsOf) => "as-of".to_owned(),
        Node::Given(Given::ConductFrom) => "conduct-from".to_owned(),
        Node::Given(Given::ConductTo) => "conduct-to".to_owned(),
        Node::Capture(name) => linked.name(*name).to_owned(),
        Node::Define(d) => linked.defines.get(*d as usize).map_or_else(String::new, |d| d.key.clone()),
    }
}

/// The report's name of a missing fact: `category`, `products[].category`, `goods.category` (a subject of this kind cannot state it),
/// `evidence`, `states <wording>`.
pub(super) fn missing(p: &Prepared, kind: usize, fact: &MissingFact) -> String {
    match fact {
        MissingFact::Field(slots) => walk(p, kind, slots, |linked, field| linked.name(field.key).to_owned(), "."),
        MissingFact::Foreign(at) => path(&p.linked, at),
        MissingFact::Evidence => "evidence".to_owned(),
        MissingFact::Calendar(day) => format!("calendar {}", year(*day)),
        MissingFact::Statement(pattern) => format!("states {}", patterns(&p.linked, &[*pattern])),
    }
}

/// A missing fact in Chinese, with its path.
pub(super) fn missing_zh(p: &Prepared, kind: usize, fact: &MissingFact) -> String {
    let name = match fact {
        MissingFact::Field(slots) => walk(p, kind, slots, |_, field| field.name.clone(), "的").replace("[]", ""),
        MissingFact::Foreign(_) => "其他信息".to_owned(),
        MissingFact::Evidence => "证明材料".to_owned(),
        MissingFact::Calendar(day) => format!("{} 年的工作日历", year(*day)),
        MissingFact::Statement(pattern) => {
            let pattern = p.linked.patterns.get(*pattern as usize);
            return format!(
                "“{}”",
                pattern.map_or("", |p| if p.name.is_empty() { p.key.as_str() } else { p.name.as_str() })
            );
        }
    };
    format!("{name}（{}）", missing(p, kind, fact))
}

fn walk(
    p: &Prepared,
    kind: usize,
    slots: &[u16],
    name: impl Fn(&Linked, &crate::pack::model::Field) -> String,
    between: &str,
) -> String {
    let mut ty = p.kinds.get(kind).map_or(Ref::MAX, |k| k.ty);
    let mut out = String::new();
    for (i, slot) in slots.iter().enumerate() {
        let Some(field) = p.field(ty, *slot) else { break };
        if i > 0 {
            out.push_str(between);
        }
        out.push_str(&name(&p.linked, field));
        let last = i.saturating_add(1) == slots.len();
        if field.ty.lists > 0 && !last {
            out.push_str("[]");
        }
        ty = p.field_record(ty, *slot).unwrap_or(Ref::MAX);
    }
    out
}

/// The year of a day.
fn year(day: crate::pack::model::Day) -> String {
    format_day(day).chars().take(4).collect()
}
