//! Rules against each other: the same act required and forbidden, or forbidden and permitted, of the same person at the same
//! time. Rules of the pack are compared with each other and with those of the packs it uses, as they were lowered, so that a
//! Chinese name and its ASCII id are the same thing.

use super::Checker;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::{Core, ExprId, Node, Rule};
use crate::syntax::tree::{NormKind, Span};
use std::collections::BTreeMap;

/// A rule as far as a conflict depends on it.
struct Demand {
    /// `pack/key`.
    id: String,
    name: String,
    norm: NormKind,
    /// What must be, or must not be.
    wanted: bool,
    act: Act,
    when: Option<String>,
    applies: Vec<String>,
    binds: Vec<crate::syntax::tree::Party>,
    from: i32,
    to: Option<i32>,
    /// With an exception or an excluded context there is a way to obey both.
    softened: bool,
    span: Option<Span>,
}

#[derive(PartialEq)]
enum Act {
    /// Words said or stated: which, and where (nowhere in particular: anywhere).
    Words {
        patterns: Vec<String>,
        places: Vec<String>,
    },
    Other(String),
}

/// An expression written out with names in place of indices, so that expressions of two packs can be compared.
fn written(core: &Core, id: ExprId) -> String {
    let Some(node) = core.exprs.get(id as usize) else { return String::new() };
    let symbol = |i: u32| core.symbols.get(i as usize).map_or_else(String::new, |s| format!("{}/{}", s.pack, s.key));
    let name = |i: u32| core.names.get(i as usize).cloned().unwrap_or_default();
    let path = |p: &crate::pack::model::Path| {
        let steps: Vec<String> = p.steps.iter().map(|s| name(*s)).collect();
        format!("{:?}.{}", p.root, steps.join("."))
    };
    let constant = |c: &crate::pack::model::Const| match c {
        crate::pack::model::Const::Member { ty, key } => format!("{}::{}", symbol(*ty), name(*key)),
        other => format!("{other:?}"),
    };
    let of = |i: &ExprId| written(core, *i);
    let sorted = |mut all: Vec<String>| {
        all.sort();
        all.join(",")
    };
    match node {
        Node::Const(c) => constant(c),
        Node::Path(p) => path(p),
        Node::Not(a) => format!("not({})", of(a)),
        Node::And(all) => format!("and({})", sorted(all.iter().map(of).collect())),
        Node::Or(all) => format!("or({})", sorted(all.iter().map(of).collect())),
        Node::Cmp(op, a, b) => format!("{op:?}({},{})", of(a), of(b)),
        Node::Arith(op, a, b) => format!("{op:?}({},{})", of(a), of(b)),
        Node::In(p, members) => format!("in({};{})", path(p), sorted(members.iter().map(constant).collect())),
        Node::Has(p) => format!("has({})", path(p)),
        Node::Every { var, list, body } => format!("every({var},{},{})", path(list), of(body)),
        Node::Some { var, list, body } => format!("some({var},{},{})", path(list), of(body)),
        Node::Says { patterns, places, filter } => format!(
            "says({};{};{})",
            sorted(patterns.iter().map(|p| symbol(*p)).collect()),
            sorted(places.iter().map(path).collect()),
            filter.as_ref().map_or_else(String::new, of)
        ),
        Node::States { patterns, places } => format!(
            "states({};{})",
            sorted(patterns.iter().map(|p| symbol(*p)).collect()),
            sorted(places.iter().map(path).collect())
        ),
        Node::Near(c) => format!("near({})", symbol(*c)),
        Node::Holds(kind) => format!("holds({kind:?})"),
        Node::Aggregate(which, p) => format!("{which:?}({})", path(p)),
        Node::Given(given) => format!("{given:?}"),
        Node::Capture(n) => format!("capture({})", name(*n)),
        Node::Define(d) => format!("define({})", symbol(*d)),
    }
}

fn demand(core: &Core, rule: &Rule, span: Option<Span>) -> Demand {
    let mut wanted = rule.norm != NormKind::Forbid;
    let mut body = rule.body;
    while let Some(Node::Not(inner)) = core.exprs.get(body as usize) {
        wanted = !wanted;
        body = *inner;
    }
    let symbol = |i: &u32| core.symbols.get(*i as usize).map_or_else(String::new, |s| format!("{}/{}", s.pack, s.key));
    let place = |p: &crate::pack::model::Path| {
        let steps: Vec<&str> = p.steps.iter().filter_map(|s| core.names.get(*s as usize)).map(String::as_str).collect();
        format!("{:?}.{}", p.root, steps.join("."))
    };
    let act = match core.exprs.get(body as usize) {
        Some(Node::Says { patterns, places, filter: None } | Node::States { patterns, places }) => {
            Act::Words { patterns: patterns.iter().map(symbol).collect(), places: places.iter().map(place).collect() }
        }
        _ => Act::Other(written(core, body)),
    };
    Demand {
        id: format!("{}/{}", core.meta.id, rule.key),
        name: rule.name.clone(),
        norm: rule.norm,
        wanted,
        act,
        when: rule.when.map(|w| written(core, w)),
        applies: rule.applies.iter().map(symbol).collect(),
        binds: rule.binds.clone(),
        from: rule.valid_from,
        to: rule.valid_to,
        softened: !rule.exceptions.is_empty() || !rule.outside.is_empty(),
        span,
    }
}

/// Whether doing what one wants, in every way that it leaves open, is what the other does not want.
fn collide(wanted: &Act, unwanted: &Act) -> bool {
    match (wanted, unwanted) {
        (Act::Words { patterns: a, places: p }, Act::Words { patterns: b, places: q }) => {
            let everywhere = q.is_empty() || (!p.is_empty() && p.iter().all(|place| q.contains(place)));
            !a.is_empty() && a.iter().all(|pattern| b.contains(pattern)) && everywhere
        }
        (Act::Other(a), Act::Other(b)) => a == b,
        _ => false,
    }
}

impl Checker<'_> {
    /// Reports pairs of rules that no one can obey at once.
    pub(super) fn opposite_norms(&mut self, spans: &BTreeMap<String, Span>) {
        let own = self.b.core.rules.iter().map(|r| demand(&self.b.core, r, spans.get(&r.key).copied()));
        let own: Vec<Demand> = own.collect();
        let packs = self.used.iter().filter(|p| self.packs.contains(&p.core.meta.id));
        let used: Vec<Demand> = packs.flat_map(|p| p.core.rules.iter().map(|r| demand(&p.core, r, None))).collect();
        for (i, b) in own.iter().enumerate() {
            for a in used.iter().chain(own.iter().take(i)) {
                self.opposite(a, b);
            }
        }
    }

    fn opposite(&mut self, a: &Demand, b: &Demand) {
        let (wanted, unwanted) = if a.wanted { (a, b) } else { (b, a) };
        if a.wanted == b.wanted
            || a.softened
            || b.softened
            || !a.binds.iter().any(|p| b.binds.contains(p))
            || !a.applies.iter().any(|s| b.applies.contains(s))
            // A rule without a condition meets every other.
            || a.when.as_ref().zip(b.when.as_ref()).is_some_and(|(x, y)| x != y)
            || a.to.is_some_and(|t| t < b.from)
            || b.to.is_some_and(|t| t < a.from)
            || !collide(&wanted.act, &unwanted.act)
        {
            return;
        }
        let other = if a.span.is_some() { a.name.clone() } else { a.id.clone() };
        let permit = [a.norm, b.norm].contains(&NormKind::Permit);
        let message = if permit {
            Message::new(
                format!("“{}”与“{other}”对同一人就同一行为一禁一许", b.name),
                format!("`{}` and `{}` permit and forbid the same act of the same person", b.id, a.id),
            )
        } else {
            Message::new(
                format!("“{}”与“{other}”对同一人就同一行为一令一禁，无法同时遵守", b.name),
                format!(
                    "`{}` and `{}` require and forbid the same act of the same person: no one can obey both",
                    b.id, a.id
                ),
            )
        };
        let mut diagnostic = Diagnostic::error(
            "E0329",
            b.span.unwrap_or_default(),
            message,
            Message::new(
                "核对两条的依据；确属特别规定的，写成另一条的“除非”，或用“适用 … 当 …”“有效”把两条分开",
                "check both citations; a special provision is an exception of the other rule, or tell them apart by `applies … when` or `valid`",
            ),
        );
        if let Some(span) = a.span {
            diagnostic = diagnostic.label(span, Message::new("另一条规则", "the other rule"));
        }
        self.report(diagnostic);
    }
}
