//! Exceptions: that one can apply, and what it rests on.

use super::Checker;
use super::expr::Env;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::decimal::Decimal;
use crate::pack::model::{self, Symbol, SymbolKind};
use crate::syntax::tree::{CmpOp, ExceptionDecl, Expr, ExprKind, NormKind, NumberLit};

impl Checker<'_> {
    pub(super) fn exception(
        &mut self,
        decl: &ExceptionDecl,
        env: &Env,
        outside: &[Symbol],
        validity: Option<super::law::Validity>,
    ) -> Option<model::Exception> {
        self.need_id(&decl.name);
        let span = decl.name.name.span;
        if decl.cites.is_empty() {
            self.lacks(
                span,
                "E0322",
                "例外没有依据",
                "the exception cites no law",
                "用“依据”写明例外出自哪一条",
                "cite the article it comes from",
            );
        }
        let cites = self.cites(&decl.cites, true);
        let Some(proof) = &decl.proof else {
            self.lacks(
                span,
                "E0323",
                "例外没有写明证据",
                "the exception does not say what proves it",
                "写“证据 备查 …”或“证据 须附 … 当 …”",
                "write `proof on-request …` or `proof required … when …`",
            );
            return None;
        };
        let Some(raised) = &decl.raised else {
            self.lacks(
                span,
                "E0324",
                "例外没有写明何时提起",
                "the exception does not say when it is raised",
                "用“当”写明文字或事实如何提起它",
                "add `when` with what in the text or the facts raises it",
            );
            return None;
        };
        let raised_id = self.condition(raised, env);
        let proved = proof.when.as_ref().map(|w| self.condition(w, env));
        if !proof.on_request && proof.when.is_none() {
            self.lacks(
                span,
                "E0325",
                "须附证据的例外没有写明何时算已证明",
                "a required proof does not say when it is given",
                "在证据后加“当 …”",
                "add `when …` to the proof",
            );
        }
        if let Some(why) = self.never_raised(raised, outside) {
            self.report(Diagnostic::error(
                "E0326",
                raised.span,
                Message::new(
                    format!("这个例外永远不会成立：{}", why.zh),
                    format!("this exception can never apply: {}", why.en),
                ),
                Message::new("改写提起条件，或删除例外", "rewrite `when`, or remove the exception"),
            ));
        }
        if let (Some(rule), Some(first)) = (validity, decl.cites.first())
            && self.overlap(&decl.cites, rule) == Some(false)
        {
            self.lacks(
                first.span,
                "E0326",
                "这个例外永远不会成立：它的依据与规则从不同时有效",
                "this exception can never apply: its law and the rule are never in force together",
                "核对依据和有效期",
                "check citation and validity",
            );
        }
        let text = self.b.bilingual(Some(&proof.text));
        let proved = match proved {
            Some(None) => return None,
            Some(id) => id,
            None => None,
        };
        Some(model::Exception {
            key: decl.name.key().to_owned(),
            name: decl.name.name.node.clone(),
            cites,
            raised: raised_id?,
            on_request: proof.on_request,
            proof: text,
            proved,
        })
    }

    /// A prohibition or a duty that no conduct can breach, or that none can keep.
    pub(super) fn vain(&mut self, norm: NormKind, body: &Expr) {
        let Some(value) = constant(body) else { return };
        let (zh, en) = match (norm, value) {
            (NormKind::Forbid, false) | (NormKind::Require, true) => ("永远不会被违反", "can never be broken"),
            (NormKind::Forbid, true) | (NormKind::Require, false) => ("永远无法遵守", "can never be kept"),
            (NormKind::Permit, _) => ("什么也没有许可", "permits nothing in particular"),
        };
        let (value_zh, value_en) = if value { ("恒为真", "always true") } else { ("恒为假", "always false") };
        self.report(Diagnostic::error(
            "E0334",
            body.span,
            Message::new(format!("条件{value_zh}，规则{zh}"), format!("the condition is {value_en}: the rule {en}")),
            Message::new("改写条件，说出要判断的事实或文字", "rewrite it so that it asks for facts or words"),
        ));
    }

    /// Structural reasons why an exception is never raised.
    fn never_raised(&self, raised: &Expr, outside: &[Symbol]) -> Option<Message> {
        if constant(raised) == Some(false) {
            return Some(Message::new("条件恒为假", "its condition is always false"));
        }
        match &raised.kind {
            ExprKind::Near(name) => {
                let symbol = self.lookup(SymbolKind::Context, &name.node)?;
                self.included(outside).contains(&symbol).then(|| {
                    Message::new(
                        "规则已用“排除”把这个语境排除在外",
                        "the rule's `outside` already leaves this context out",
                    )
                })
            }
            ExprKind::And(all) => all.iter().find_map(|e| self.never_raised(e, outside)),
            ExprKind::Or(all) => {
                let reasons: Option<Vec<Message>> = all.iter().map(|e| self.never_raised(e, outside)).collect();
                reasons.and_then(|r| r.into_iter().next())
            }
            _ => None,
        }
    }

    /// Contexts and whatever they include.
    fn included(&self, contexts: &[Symbol]) -> Vec<Symbol> {
        let mut out: Vec<Symbol> = Vec::new();
        let mut waiting: Vec<Symbol> = contexts.to_vec();
        while let Some(next) = waiting.pop() {
            if out.contains(&next) {
                continue;
            }
            let own = std::iter::once(&self.b.core);
            for core in own.chain(self.used.iter().map(|p| &p.core)).filter(|c| c.meta.id == next.pack) {
                let lines = core.contexts.iter().filter(|c| c.key == next.key).flat_map(|c| &c.lines);
                for line in lines {
                    if let model::ContextLine::Include(inner) = line {
                        waiting.extend(core.symbols.get(*inner as usize).cloned());
                    }
                }
            }
            out.push(next);
        }
        out
    }
}

/// Comparisons of one thing with numbers that no number meets together: `x < 3 and x > 5`.
fn empty_range(all: &[Expr]) -> bool {
    let bounds: Vec<(&Expr, CmpOp, &NumberLit, Decimal)> = all
        .iter()
        .filter_map(|e| {
            let ExprKind::Cmp(op, a, b) = &e.kind else { return None };
            let (thing, op, number) = match (&a.kind, &b.kind) {
                (_, ExprKind::Number(n)) => (a, *op, n),
                (ExprKind::Number(n), _) => (b, mirrored(*op), n),
                _ => return None,
            };
            Some((thing.as_ref(), op, number, Decimal::parse(&number.digits)?))
        })
        .collect();
    bounds.iter().any(|(x, below, a, high)| {
        bounds.iter().any(|(y, above, b, low)| {
            a.unit == b.unit
                && same(x, y)
                && match (below, above) {
                    (CmpOp::Lt, CmpOp::Gt | CmpOp::Ge | CmpOp::Eq) | (CmpOp::Le | CmpOp::Eq, CmpOp::Gt) => low >= high,
                    (CmpOp::Le | CmpOp::Eq, CmpOp::Ge | CmpOp::Eq) => low > high,
                    _ => false,
                }
        })
    })
}

/// The operator with its sides exchanged.
fn mirrored(op: CmpOp) -> CmpOp {
    match op {
        CmpOp::Lt => CmpOp::Gt,
        CmpOp::Le => CmpOp::Ge,
        CmpOp::Gt => CmpOp::Lt,
        CmpOp::Ge => CmpOp::Le,
        same => same,
    }
}

/// The value of a condition that has only one, whatever the facts: constants, and a thing together with its negation.
pub(super) fn constant(e: &Expr) -> Option<bool> {
    let opposite = |all: &[Expr]| {
        all.iter().any(|a| matches!(&a.kind, ExprKind::Not(inner) if all.iter().any(|b| same(inner, b))))
    };
    match &e.kind {
        ExprKind::Bool(value) => Some(*value),
        ExprKind::Not(a) => constant(a).map(|v| !v),
        ExprKind::And(all) if opposite(all) || empty_range(all) || all.iter().any(|a| constant(a) == Some(false)) => {
            Some(false)
        }
        ExprKind::Or(all) if opposite(all) || all.iter().any(|a| constant(a) == Some(true)) => Some(true),
        ExprKind::And(all) | ExprKind::Or(all) => {
            let first = all.first().and_then(constant)?;
            all.iter().all(|a| constant(a) == Some(first)).then_some(first)
        }
        _ => None,
    }
}

/// The same expression up to its places.
fn same(a: &Expr, b: &Expr) -> bool {
    use ExprKind as K;
    let names = |a: &[crate::syntax::tree::Name], b: &[crate::syntax::tree::Name]| {
        a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.node == y.node)
    };
    let path = |a: &crate::syntax::tree::PathRef, b: &crate::syntax::tree::PathRef| names(&a.steps, &b.steps);
    let paths = |a: &[crate::syntax::tree::PathRef], b: &[crate::syntax::tree::PathRef]| {
        a.len() == b.len() && a.iter().zip(b).all(|(x, y)| path(x, y))
    };
    match (&a.kind, &b.kind) {
        (K::Or(x), K::Or(y)) | (K::And(x), K::And(y)) => x.len() == y.len() && x.iter().zip(y).all(|(p, q)| same(p, q)),
        (K::Not(x), K::Not(y)) => same(x, y),
        (K::Cmp(o, x, z), K::Cmp(p, y, w)) => o == p && same(x, y) && same(z, w),
        (K::Arith(o, x, z), K::Arith(p, y, w)) => o == p && same(x, y) && same(z, w),
        (K::In(x, m), K::In(y, n)) => {
            let member = |i: &crate::syntax::tree::InMember| match i {
                crate::syntax::tree::InMember::Name(n) => n.node.clone(),
                crate::syntax::tree::InMember::Str(s) => s.node.clone(),
            };
            path(x, y) && m.len() == n.len() && m.iter().zip(n).all(|(p, q)| member(p) == member(q))
        }
        (K::Has(x), K::Has(y)) | (K::Path(x), K::Path(y)) => path(x, y),
        (K::Every { list: x, body: p, .. }, K::Every { list: y, body: q, .. })
        | (K::Some { list: x, body: p, .. }, K::Some { list: y, body: q, .. }) => path(x, y) && same(p, q),
        (K::Says { pats: x, places: p, filter: f }, K::Says { pats: y, places: q, filter: g }) => {
            names(x, y)
                && paths(p, q)
                && match (f, g) {
                    (None, None) => true,
                    (Some(f), Some(g)) => same(f, g),
                    _ => false,
                }
        }
        (K::States { pats: x, places: p }, K::States { pats: y, places: q }) => names(x, y) && paths(p, q),
        (K::Near(x), K::Near(y)) => x.node == y.node,
        (K::Holds(x), K::Holds(y)) => x.node == y.node,
        (K::Aggregate(o, x), K::Aggregate(p, y)) => o == p && path(x, y),
        (K::Given(x), K::Given(y)) => x == y,
        (K::Bool(x), K::Bool(y)) => x == y,
        (K::Number(x), K::Number(y)) => x == y,
        (K::Date(x), K::Date(y)) => x == y,
        (K::Str(x), K::Str(y)) => x == y,
        _ => false,
    }
}
