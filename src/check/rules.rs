//! Rules, definitions and presumptions: what a rule must have before anyone may be told that he breaks it.

use super::expr::{Env, reads_facts, reads_words};
use super::{CheckedScenario, Checker, Expectation};
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::{self, Const, ExprId, Fix, Node, Presumption, Symbol, SymbolKind};
use crate::syntax::tree::{
    Define, ExampleInput, ExceptionDecl, Expect, Expected, Expr, ExprKind, FixKind, Nature, NormKind, Presume, Rule,
    Scenario, Scope,
};
use serde_json::{Value, json};

impl Checker<'_> {
    pub(super) fn define(&mut self, decl: &Define) {
        if let Some(body) = self.condition(&decl.body, &Env::default()) {
            let (key, name) = (decl.name.key().to_owned(), decl.name.name.node.clone());
            self.b.core.defines.push(model::Define { key, name, body });
        }
    }

    pub(super) fn presume(&mut self, decl: &Presume) {
        self.need_id(&decl.name);
        let span = decl.name.name.span;
        if decl.message.is_none() {
            self.lacks(
                span,
                "E0311",
                "推定没有说明理由",
                "the presumption gives no reason",
                "用“说明”写明理由",
                "add a `message`",
            );
        }
        let Some((name, value)) = &decl.assume else {
            self.lacks(
                span,
                "E0312",
                "推定没有写明推定什么",
                "the presumption assumes nothing",
                "写“设 某定义 为 真/假”",
                "write `assume DEFINITION is true/false`",
            );
            return;
        };
        let unless = decl.unless.as_ref().and_then(|u| self.condition(u, &Env::default()));
        let Some(define) = self.resolve(SymbolKind::Define, name) else { return };
        let presumption = Presumption {
            key: decl.name.key().to_owned(),
            define: self.b.symbol(&define),
            value: *value,
            unless,
            softens: decl.softens.is_some_and(|s| s.node),
            message: self.b.bilingual(decl.message.as_ref()),
        };
        self.b.core.presumptions.push(presumption);
    }

    fn lacks(
        &mut self,
        span: crate::syntax::tree::Span,
        code: &'static str,
        zh: &str,
        en: &str,
        help_zh: &str,
        help_en: &str,
    ) {
        self.report(Diagnostic::error(code, span, Message::new(zh, en), Message::new(help_zh, help_en)));
    }

    /// What no rule may be without.
    fn complete(&mut self, rule: &Rule) {
        let span = rule.name.name.span;
        if rule.cites.is_empty() {
            self.lacks(
                span,
                "E0301",
                "规则没有依据",
                "the rule cites no law",
                "用“依据”写明法和条文",
                "add `cites` with law and article",
            );
        }
        if rule.message.is_none() {
            self.lacks(
                span,
                "E0313",
                "规则没有说明",
                "the rule has no reason",
                "用“说明”写一句卖家能看懂的话",
                "add a `message` a seller understands",
            );
        }
        if rule.binds.is_empty() {
            self.lacks(
                span,
                "E0314",
                "规则没有写明约束谁",
                "the rule does not say whom it binds",
                "用“约束”写明",
                "add `binds`",
            );
        }
        if rule.severity.is_none() {
            self.lacks(
                span,
                "E0315",
                "规则没有级别",
                "the rule has no severity",
                "用“级别 高/中/低”写明",
                "add `severity high|medium|low`",
            );
        }
        if rule.applies.is_empty() {
            self.lacks(
                span,
                "E0316",
                "规则没有写明适用于什么",
                "the rule does not say what it applies to",
                "用“适用”写明主体",
                "add `applies`",
            );
        }
        let permit = matches!(rule.norm, Some((NormKind::Permit, _)));
        let breach = |e: Expected| {
            matches!(
                e,
                Expected::Violates
                    | Expected::Suspected
                    | Expected::NeedsJudgement
                    | Expected::NeedsEvidence
                    | Expected::Undetermined
            )
        };
        let known_breach = |e: Expected| breach(e) && e != Expected::Undetermined && e != Expected::NeedsEvidence;
        if !permit && !rule.examples.iter().any(|e| known_breach(e.expected)) {
            self.lacks(
                span,
                "E0317",
                "规则没有违反的例子",
                "the rule has no violating example",
                "加“例 违反 …”",
                "add `example violates …`",
            );
        }
        if !rule.examples.iter().any(|e| matches!(e.expected, Expected::Lawful)) {
            self.lacks(
                span,
                "E0318",
                "规则没有合法的例子",
                "the rule has no lawful example",
                "加“例 合法 …”",
                "add `example lawful …`",
            );
        }
    }

    pub(super) fn rule(&mut self, rule: &Rule) {
        self.need_id(&rule.name);
        self.complete(rule);
        let cites = self.cites(&rule.cites, true);
        let subjects: Vec<Symbol> = rule.applies.iter().filter_map(|n| self.subject(n)).collect();
        let env = Env { subjects: subjects.clone(), ..Env::default() };
        let when = rule.when.as_ref().map(|w| (w, self.condition(w, &env)));
        let Some((norm, norm_expr)) = &rule.norm else {
            self.lacks(
                rule.name.name.span,
                "E0319",
                "规则没有规范：禁止、应当或可以",
                "the rule has no norm: forbid, require or permit",
                "写明禁止或应当什么",
                "say what is forbidden or required",
            );
            return;
        };
        let body = self.condition(norm_expr, &env);
        let by_match = *norm == NormKind::Forbid && matches!(norm_expr.kind, ExprKind::Says { .. });
        if !rule.outside.is_empty() && !reads_words(norm_expr) {
            self.lacks(
                rule.name.name.span,
                "E0320",
                "“排除”只对判断文字的规则有意义",
                "`outside` only makes sense for a rule about words",
                "删除“排除”",
                "remove `outside`",
            );
        }
        let outside: Vec<Symbol> = rule.outside.iter().filter_map(|c| self.resolve(SymbolKind::Context, c)).collect();
        let mut exception_env = env;
        exception_env.at_match = by_match;
        if let ExprKind::Says { pats, .. } = &norm_expr.kind {
            let symbols: Vec<Symbol> =
                pats.iter().flat_map(|p| self.scope.find(SymbolKind::Pattern, &p.node)).collect();
            exception_env.captures =
                symbols.iter().flat_map(|s| self.captures.get(s).into_iter().flatten().cloned()).collect();
        }
        let validity = self.validity(rule);
        let exceptions: Vec<model::Exception> =
            rule.exceptions.iter().filter_map(|e| self.exception(e, &exception_env, &outside, validity)).collect();
        let scope = rule.scope.map_or_else(|| default_scope(*norm, norm_expr, rule.when.as_ref()), |s| s.node);
        let fixes = rule.fixes.iter().map(|f| self.fix(&f.kind, f.safe)).collect();
        let penalties = rule
            .penalties
            .iter()
            .flat_map(|(cite, text)| {
                let cites = self.cites(std::slice::from_ref(cite), false);
                let text = self.b.bilingual(text.as_ref());
                cites.into_iter().map(move |c| (c, text))
            })
            .collect();
        let index = u32::try_from(self.b.core.rules.len()).unwrap_or(u32::MAX);
        self.examples(rule, index, &subjects);
        let message = self.b.bilingual(rule.message.as_ref());
        let when = match when {
            Some((_, None)) => return,
            Some((_, id)) => id,
            None => None,
        };
        let (Some(body), Some(validity), Some(severity)) = (body, validity, rule.severity) else { return };
        let lowered = model::Rule {
            key: rule.name.key().to_owned(),
            name: rule.name.name.node.clone(),
            cites,
            valid_from: validity.from,
            valid_to: validity.to,
            held_from: validity.held_from,
            binds: rule.binds.iter().map(|b| b.node).collect(),
            applies: subjects.iter().map(|s| self.b.symbol(s)).collect(),
            when,
            scope,
            norm: *norm,
            body,
            outside: outside.iter().map(|c| self.b.symbol(c)).collect(),
            exceptions,
            severity: severity.node,
            nature: rule.nature.map_or(Nature::Determinate, |n| n.node),
            message,
            fixes,
            penalties,
        };
        self.b.core.rules.push(lowered);
    }

    fn subject(&mut self, name: &crate::syntax::tree::Name) -> Option<Symbol> {
        let symbol = self.resolve(SymbolKind::Type, name)?;
        if !self.types.get(&symbol).is_some_and(super::types::TypeInfo::is_subject) {
            self.report(Diagnostic::error(
                "E0321",
                name.span,
                Message::new(format!("“{}”不是可以检查的主体", name.node), format!("`{}` is not a subject", name.node)),
                Message::new("写用“主体”声明的类型", "name a type declared with `subject`"),
            ));
            return None;
        }
        Some(symbol)
    }

    fn exception(
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
        if let Some(why) = self.never_raised(raised, raised_id, outside) {
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
        if let (Some(rule), Some(law)) = (validity, self.law_validity(&decl.cites)) {
            let before = rule.to.is_some_and(|t| t < law.from);
            let after = law.to.is_some_and(|t| t < rule.from);
            if before || after {
                self.lacks(
                    span,
                    "E0326",
                    "这个例外永远不会成立：它的依据与规则从不同时有效",
                    "this exception can never apply: its law and the rule are never in force together",
                    "核对依据和有效期",
                    "check citation and validity",
                );
            }
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

    /// Structural reasons why an exception is never raised.
    fn never_raised(&self, raised: &Expr, id: Option<ExprId>, outside: &[Symbol]) -> Option<Message> {
        if let Some(Node::Const(Const::Bool(false))) = id.and_then(|i| self.b.core.exprs.get(i as usize)) {
            return Some(Message::new("条件恒为假", "its condition is always false"));
        }
        match &raised.kind {
            ExprKind::Near(name) => {
                let symbol = self.scope.find(SymbolKind::Context, &name.node);
                symbol.iter().any(|s| outside.contains(s)).then(|| {
                    Message::new(
                        "规则已用“排除”把这个语境排除在外",
                        "the rule's `outside` already leaves this context out",
                    )
                })
            }
            ExprKind::And(all) => {
                let negated = |e: &Expr| all.iter().any(|o| matches!(&o.kind, ExprKind::Not(inner) if same(inner, e)));
                if all.iter().any(negated) {
                    return Some(Message::new("条件自相矛盾", "its condition contradicts itself"));
                }
                all.iter().find_map(|e| self.never_raised(e, None, outside))
            }
            ExprKind::Or(all) => {
                let reasons: Option<Vec<Message>> = all.iter().map(|e| self.never_raised(e, None, outside)).collect();
                reasons.and_then(|r| r.into_iter().next())
            }
            ExprKind::Bool(false) => Some(Message::new("条件恒为假", "its condition is always false")),
            _ => None,
        }
    }

    fn fix(&mut self, kind: &FixKind, safe: bool) -> Fix {
        match kind {
            FixKind::Delete => Fix::Delete { safe },
            FixKind::Replace(with) => Fix::Replace { with: with.node.clone(), safe },
            FixKind::Advise(text) => Fix::Advise(self.b.bilingual(Some(text))),
        }
    }

    fn examples(&mut self, rule: &Rule, index: u32, subjects: &[Symbol]) {
        for example in &rule.examples {
            let (subject, scope) = match &example.input {
                ExampleInput::Text(text) => {
                    let Some(subject) = text_subject(subjects, &text.node) else { continue };
                    (subject, Scope::Text)
                }
                ExampleInput::Facts { subject, facts } => {
                    let Some(symbol) = self.subject(subject) else { continue };
                    let Some(json) = self.subject_json(&symbol, facts) else { continue };
                    (json, Scope::All)
                }
            };
            let example =
                model::Example { rule: index, expected: example.expected, subject: subject.to_string(), scope };
            self.explain.examples.push(example);
        }
    }

    pub(super) fn scenario(&mut self, decl: &Scenario) {
        let Some((subject, facts)) = &decl.subject else {
            self.lacks(
                decl.title.span,
                "E0327",
                "场景没有主体",
                "the scenario has no subject",
                "用“主体”写明事实",
                "add `subject`",
            );
            return;
        };
        if decl.expects.is_empty() {
            self.lacks(
                decl.title.span,
                "E0328",
                "场景没有期望，什么也没测",
                "the scenario expects nothing and tests nothing",
                "用“期望”写明结果",
                "add `expect`",
            );
        }
        let Some(symbol) = self.subject(subject) else { return };
        let Some(json) = self.subject_json(&symbol, facts) else { return };
        let on = decl.on.and_then(|d| self.day(d.node, d.span));
        let as_of = decl.as_of.and_then(|d| self.day(d.node, d.span));
        let expects = decl
            .expects
            .iter()
            .map(|e| match e {
                Expect::Rule(name, status) => Expectation::Rule(self.rule_id(&name.node), *status),
                Expect::Decision(name) => Expectation::Decision(name.node.clone()),
            })
            .collect();
        let scope = decl.scope.map_or(Scope::All, |s| s.node);
        let title = decl.title.node.clone();
        self.scenarios.push(CheckedScenario { title, subject: json, on, as_of, scope, expects, span: decl.title.span });
    }

    /// `pack/key` of a rule called by key, Chinese name or full id.
    fn rule_id(&self, name: &str) -> String {
        if name.contains('/') {
            return name.to_owned();
        }
        let key = self.rule_names.get(name).map_or(name, String::as_str);
        format!("{}/{key}", self.b.core.meta.id)
    }
}

/// Words are checked as a listing's description, or as a script where the rule knows only livestreams.
fn text_subject(subjects: &[Symbol], text: &str) -> Option<Value> {
    let has = |key: &str| subjects.iter().any(|s| s.key == key);
    if has("listing") {
        Some(json!({"kind": "listing", "description": text}))
    } else if has("livestream") {
        Some(json!({"kind": "livestream", "script": text}))
    } else {
        subjects.first().map(|s| json!({"kind": s.key, "description": text}))
    }
}

/// A prohibition on words, or a statement that words make necessary, can be judged on pasted text.
fn default_scope(norm: NormKind, body: &Expr, when: Option<&Expr>) -> Scope {
    let text = match (norm, &body.kind) {
        (NormKind::Forbid, ExprKind::Says { filter, .. }) => !filter.as_ref().is_some_and(|f| reads_facts(f)),
        (NormKind::Require, ExprKind::States { .. }) => when.is_some_and(reads_words),
        _ => false,
    };
    if text { Scope::Text } else { Scope::All }
}

/// The same expression up to its places.
pub(super) fn same(a: &Expr, b: &Expr) -> bool {
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
