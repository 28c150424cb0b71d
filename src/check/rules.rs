//! Rules, definitions and presumptions: what a rule must have before anyone may be told that he breaks it.

use super::exceptions::constant;
use super::expr::{Env, reads_facts, reads_words};
use super::{CheckedScenario, Checker, Expectation};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::{self, Fix, Presumption, Symbol, SymbolKind};
use crate::syntax::tree::{
    Define, Expect, Expected, Expr, ExprKind, FixKind, Layer, Name, Nature, NormKind, Presume, Rule, Scenario, Scope,
};

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
        if decl.softens.is_none() {
            self.lacks(
                span,
                "E0331",
                "推定没有写明结果怎样：靠它得出的违反，仍算违反还是只算存疑",
                "the presumption does not say whether a violation that rests on it stays one",
                "写“保持”（仍算违反）或“存疑”（只算存疑）",
                "add `keeps` (it stays a violation) or `softens` (it is only suspected)",
            );
        }
        let unless = match &decl.unless {
            Some(unless) => match self.condition(unless, &Env::default()) {
                Some(id) => Some(id),
                None => return,
            },
            None => None,
        };
        let Some(define) = self.resolve(SymbolKind::Define, name) else { return };
        if self.b.core.meta.layer != Layer::Law && define.pack != self.b.core.meta.id {
            self.lacks(
                name.span,
                "E0333",
                "只有法律层的包可以对别的包的定义作推定；否则法律规则的结果会被下位规范改动",
                "only a law pack may presume about another pack's definition; a lower norm would change what law rules find",
                "把推定移到法律层的包里；平台决定放过的，用豁免名单（waiver）",
                "move it to a law pack; what a platform lets pass is a waiver",
            );
        }
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

    pub(super) fn lacks(
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
        self.distinct(rule.exceptions.iter().map(|e| &e.name), "例外", "exception");
        let env = Env { subjects: subjects.clone(), ..Env::default() };
        let when = rule.when.as_ref().map(|w| (w, self.condition(w, &env)));
        if let Some((when, _)) = when
            && let Some(value) = constant(when)
        {
            let (zh, en) = if value {
                ("恒为真", "always true")
            } else {
                ("恒为假，规则永远不适用", "never true, so the rule never applies")
            };
            self.report(Diagnostic::error(
                "E0334",
                when.span,
                Message::new(format!("适用条件{zh}"), format!("the condition of `applies` is {en}")),
                Message::new("删去“当”，或改写条件", "remove `when`, or rewrite it"),
            ));
        }
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
        self.vain(*norm, norm_expr);
        let by_match = *norm == NormKind::Forbid && matches!(norm_expr.kind, ExprKind::Says { .. });
        if !rule.outside.is_empty() && !reads_words(norm_expr) {
            self.lacks(
                rule.outside.first().map_or(rule.name.name.span, |c| c.span),
                "E0320",
                "“排除”说的是哪些文字不算主张，这条规则不判断文字",
                "`outside` says which words are no claim, but this rule judges no words",
                "删除“排除”；要限制适用，写“适用 … 当 …”",
                "remove `outside`; to limit the rule, write `applies … when …`",
            );
        }
        let outside: Vec<Symbol> = rule.outside.iter().filter_map(|c| self.resolve(SymbolKind::Context, c)).collect();
        let mut exception_env = env;
        exception_env.at_match = by_match;
        if by_match && let ExprKind::Says { pats, .. } = &norm_expr.kind {
            let symbols: Vec<Symbol> = pats.iter().filter_map(|p| self.lookup(SymbolKind::Pattern, &p.node)).collect();
            exception_env.captures = self.captures_of(&symbols);
        }
        let validity = self.validity(rule);
        let exceptions: Vec<model::Exception> =
            rule.exceptions.iter().filter_map(|e| self.exception(e, &exception_env, &outside, validity)).collect();
        let scope = rule.scope.map_or_else(|| default_scope(*norm, norm_expr, rule.when.as_ref()), |s| s.node);
        for fix in rule.fixes.iter().filter(|f| !by_match && !matches!(f.kind, FixKind::Advise(_))) {
            self.lacks(
                fix.span,
                "E0337",
                "没有可以改的文字：只有“禁止 出现 …”的规则才知道要删改哪几个字",
                "there are no words to edit: only a rule `forbid says …` knows which",
                "改用“建议 提示 …”",
                "use `fix advise …`",
            );
        }
        let fixes = rule.fixes.iter().map(|f| self.fix(&f.kind, f.safe)).collect();
        let penalties = rule.penalties.iter().flat_map(|p| self.penalty(p)).collect();
        let index = u32::try_from(self.b.core.rules.len()).unwrap_or(u32::MAX);
        self.examples(rule, index, &subjects, scope);
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

    pub(super) fn subject(&mut self, name: &crate::syntax::tree::Name) -> Option<Symbol> {
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

    /// Presumptions against each other: one definition cannot be presumed true and false.
    pub(super) fn presumptions(&mut self, decls: &[&Presume]) {
        self.distinct(decls.iter().map(|d| &d.name), "推定", "presumption");
        let own = self.b.core.meta.id.clone();
        let mut seen: Vec<(Symbol, bool, String, Option<crate::syntax::tree::Span>)> = Vec::new();
        for pack in self.used.iter().filter(|p| self.packs.contains(&p.core.meta.id)) {
            for presumption in &pack.core.presumptions {
                if let Some(define) = pack.core.symbols.get(presumption.define as usize) {
                    let id = format!("{}/{}", pack.core.meta.id, presumption.key);
                    seen.push((define.clone(), presumption.value, id, None));
                }
            }
        }
        for decl in decls {
            let Some((name, value)) = &decl.assume else { continue };
            let Some(define) = self.lookup(SymbolKind::Define, &name.node) else { continue };
            if let Some((_, _, id, span)) = seen.iter().find(|(d, v, _, _)| *d == define && v != value).cloned() {
                let mut diagnostic = Diagnostic::error(
                    "E0332",
                    name.span,
                    Message::new(
                        format!("“{}”既被推定为真，又被推定为假（{id}）", name.node),
                        format!("`{}` is presumed both true and false (see {id})", name.node),
                    ),
                    Message::new(
                        "只留一个推定；例外情形写进它的“除非”",
                        "keep one of them and put the exceptions into its `unless`",
                    ),
                );
                if let Some(span) = span {
                    diagnostic =
                        diagnostic.label(span, Message::new("与此相反的推定", "the presumption to the contrary"));
                }
                self.report(diagnostic);
            }
            seen.push((define, *value, format!("{own}/{}", decl.name.key()), Some(name.span)));
        }
    }

    fn fix(&mut self, kind: &FixKind, safe: bool) -> Fix {
        match kind {
            FixKind::Delete => Fix::Delete { safe },
            FixKind::Replace(with) => Fix::Replace { with: with.node.clone(), safe },
            FixKind::Advise(text) => Fix::Advise(self.b.bilingual(Some(text))),
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
        if decl.expects.is_empty() && !self.incomplete {
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
            .filter_map(|e| match e {
                Expect::Rule(name, status) => self.rule_id(name).map(|id| Expectation::Rule(id, *status)),
                Expect::Decision(name) => Some(Expectation::Decision(name.node.clone())),
            })
            .collect();
        let scope = decl.scope.map_or(Scope::All, |s| s.node);
        let title = decl.title.node.clone();
        self.scenarios.push(CheckedScenario { title, subject: json, on, as_of, scope, expects, span: decl.title.span });
    }

    /// `pack/key` of a rule called by key, Chinese name or full id.
    pub(super) fn rule_id(&mut self, name: &Name) -> Option<String> {
        let own = self.b.core.meta.id.clone();
        let (pack, called) = name.node.rsplit_once('/').unwrap_or((&own, &name.node));
        if pack == own {
            if let Some((key, _)) = self.rule_names.get(called) {
                return Some(format!("{own}/{key}"));
            }
        } else if !self.packs.contains(pack) {
            // A scenario may test its pack together with others that it does not use.
            return Some(name.node.clone());
        }
        if let Some(id) = self.used_rules.get(called).filter(|id| pack == own || id.starts_with(&format!("{pack}/"))) {
            return Some(id.clone());
        }
        if self.incomplete {
            return None;
        }
        let known = self.rule_names.keys().chain(self.used_rules.keys()).map(String::as_str);
        let help = nearest(called, known).map_or_else(
            || {
                Message::new(
                    "检查拼写；别的包的规则写全名：包名/标识",
                    "check the spelling; a rule of another pack is written pack/id",
                )
            },
            |s| Message::new(format!("是否想写“{s}”？"), format!("did you mean `{s}`?")),
        );
        self.report(Diagnostic::error(
            "E0203",
            name.span,
            Message::new(format!("没有名为“{}”的规则", name.node), format!("there is no rule named `{}`", name.node)),
            help,
        ));
        None
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
