//! Rules against each other: the same act required and forbidden of the same person at the same time.

use super::Checker;
use super::rules::same;
use crate::diagnostic::{Diagnostic, Message};
use crate::syntax::tree::{Expr, ExprKind, NormKind, Rule};

/// What a norm demands, with its negation taken out: `forbid not X` demands X.
fn demand(norm: NormKind, body: &Expr) -> Option<(bool, &Expr)> {
    let (wanted, mut body) = match norm {
        NormKind::Require => (true, body),
        NormKind::Forbid => (false, body),
        NormKind::Permit => return None,
    };
    let mut wanted = wanted;
    while let ExprKind::Not(inner) = &body.kind {
        wanted = !wanted;
        body = inner;
    }
    Some((wanted, body))
}

/// Saying a wording and stating it is the same act.
fn same_act(a: &Expr, b: &Expr) -> bool {
    let pats = |e: &Expr| match &e.kind {
        ExprKind::Says { pats, filter: None, .. } | ExprKind::States { pats, .. } => {
            Some(pats.iter().map(|p| p.node.clone()).collect::<Vec<_>>())
        }
        _ => None,
    };
    same(a, b) || pats(a).zip(pats(b)).is_some_and(|(x, y)| x.iter().all(|p| y.contains(p)) && !x.is_empty())
}

impl Checker<'_> {
    /// Reports pairs of rules that no one can obey at once.
    pub(super) fn opposite_norms(&mut self, rules: &[&Rule]) {
        for (i, a) in rules.iter().enumerate() {
            for b in rules.iter().skip(i.saturating_add(1)) {
                self.opposite(a, b);
            }
        }
    }

    fn opposite(&mut self, a: &Rule, b: &Rule) {
        let (Some((na, ea)), Some((nb, eb))) = (&a.norm, &b.norm) else { return };
        let (Some((wa, ea)), Some((wb, eb))) = (demand(*na, ea), demand(*nb, eb)) else { return };
        let shared_party = a.binds.iter().any(|x| b.binds.iter().any(|y| x.node == y.node));
        let shared_subject = a.applies.iter().any(|x| b.applies.iter().any(|y| x.node == y.node));
        let same_when = match (&a.when, &b.when) {
            (Some(x), Some(y)) => same(x, y),
            // A rule without a condition meets every other.
            _ => true,
        };
        let act = if wa { same_act(eb, ea) } else { same_act(ea, eb) };
        if wa == wb || !shared_party || !shared_subject || !same_when || !act {
            return;
        }
        let (va, vb) = (self.law_validity(&a.cites), self.law_validity(&b.cites));
        if let (Some(va), Some(vb)) = (va, vb)
            && (va.to.is_some_and(|t| t < vb.from) || vb.to.is_some_and(|t| t < va.from))
        {
            return;
        }
        self.report(
            Diagnostic::error(
                "E0329",
                b.name.name.span,
                Message::new(
                    format!("“{}”与“{}”对同一人就同一行为一禁一令，无法同时遵守", b.name.name.node, a.name.name.node),
                    format!(
                        "`{}` and `{}` require and forbid the same act of the same person",
                        b.name.key(),
                        a.name.key()
                    ),
                ),
                Message::new(
                    "核对两条的依据、适用条件和有效期，用例外或条件分开",
                    "separate them by condition, exception or validity",
                ),
            )
            .label(a.name.name.span, Message::new("另一条规则", "the other rule")),
        );
    }
}
