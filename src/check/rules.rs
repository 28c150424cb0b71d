//! Rules, definitions and presumptions: what a rule must have before anyone may be told that he breaks it.

use super::expr::{Env, reads_facts, reads_words};
use super::{CheckedScenario, Checker, Expectation};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::decimal::Decimal;
use crate::pack::model::{self, Fix, Presumption, Symbol, SymbolKind};
use crate::syntax::tree::{
    CmpOp, Define, Example, ExampleInput, ExceptionDecl, Expect, Expected, Expr, ExprKind, FixKind, Layer, Name,
    Nature, NormKind, NumberLit, Presume, Rule, Scenario, Scope, Spanned,
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
    fn vain(&mut self, norm: NormKind, body: &Expr) {
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

    fn examples(&mut self, rule: &Rule, index: u32, subjects: &[Symbol], scope: Scope) {
        for (i, example) in rule.examples.iter().enumerate() {
            let same = |e: &&Example| match (&e.input, &example.input) {
                (ExampleInput::Text(a), ExampleInput::Text(b)) => a.node == b.node && e.expected != example.expected,
                _ => false,
            };
            if let Some(first) = rule.examples.iter().take(i).find(same) {
                self.report(
                    Diagnostic::error(
                        "E0336",
                        example.span,
                        Message::new(
                            "同一句话期望两种结果，必有一个不成立",
                            "the same words are expected to have two outcomes, and one of them cannot be",
                        ),
                        Message::new("删去其中一个，或改写其中一句", "remove one of them, or change its words"),
                    )
                    .label(first.span, Message::new("另一个例子", "the other example")),
                );
            }
            self.possible(rule, example);
            let (subject, scope) = match &example.input {
                ExampleInput::Text(text) => {
                    let Some(subject) = self.text_subject(rule, subjects, scope, text) else { continue };
                    (subject, Scope::Text)
                }
                ExampleInput::Facts { subject, facts } => {
                    let Some(symbol) = self.subject(subject) else { continue };
                    if !subjects.is_empty() && !subjects.contains(&symbol) {
                        self.lacks(
                            subject.span,
                            "E0335",
                            "规则不适用于这种主体，这个例子什么也没测",
                            "the rule does not apply to this subject, so the example tests nothing",
                            "换成“适用”里写的主体",
                            "use a subject that `applies` names",
                        );
                        continue;
                    }
                    let Some(json) = self.subject_json(&symbol, facts) else { continue };
                    (json, Scope::All)
                }
            };
            let example =
                model::Example { rule: index, expected: example.expected, subject: subject.to_string(), scope };
            self.explain.examples.push(example);
        }
    }

    /// Words are checked as a listing's description, or as a script where the rule knows only livestreams.
    fn text_subject(
        &mut self,
        rule: &Rule,
        subjects: &[Symbol],
        scope: Scope,
        text: &Spanned<String>,
    ) -> Option<Value> {
        if subjects.is_empty() {
            return None;
        }
        let has = |key: &str| subjects.iter().any(|s| s.key == key);
        let json = if has("listing") {
            json!({"kind": "listing", "description": text.node})
        } else if has("livestream") {
            json!({"kind": "livestream", "script": text.node})
        } else {
            self.lacks(
                text.span,
                "E0335",
                "一句话的例子会当作商品描述或直播讲解来检查，这条规则对两者都不适用",
                "an example of words is checked as a listing's description or a script, and the rule applies to neither",
                "写成事实，例如“例 违反 店铺 { … }”",
                "write facts: `example violates shop { … }`",
            );
            return None;
        };
        // Without a norm there is no scope to speak of.
        if scope == Scope::All && rule.norm.is_some() {
            self.lacks(
                text.span,
                "E0335",
                "一句话的例子只按“范围 文本”检查，这条规则的范围是“全部”，不会被检查到",
                "an example of words is judged in scope text, and this rule has scope all: it is not judged",
                "写成事实，例如“例 违反 商品页 { 描述: \"…\" }”；规则只看文字的，写“范围 文本”",
                "write facts: `example violates listing { description: \"…\" }`; if the rule only reads words, add `scope text`",
            );
            return None;
        }
        Some(json)
    }

    /// Outcomes that the rule cannot have.
    fn possible(&mut self, rule: &Rule, example: &crate::syntax::tree::Example) {
        let required = rule.exceptions.iter().any(|e| e.proof.as_ref().is_some_and(|p| !p.on_request));
        let (zh, en) = match example.expected {
            Expected::Exempt if rule.exceptions.is_empty() => {
                ("规则没有例外，结果不会是“豁免”", "the rule has no exception, so nothing is exempt from it")
            }
            Expected::NeedsEvidence if !required => (
                "规则没有须附证据的例外，结果不会是“待证”",
                "the rule has no exception with a required proof, so it never needs evidence",
            ),
            Expected::NeedsJudgement if !rule.nature.is_some_and(|n| n.node == Nature::Judgement) => (
                "规则的性质不是“待判断”，结果不会是“待判断”",
                "the rule's nature is not judgement, so it never needs judgement",
            ),
            Expected::None => ("例子不写“无”", "an example does not expect `none`"),
            _ => return,
        };
        self.lacks(
            example.span,
            "E0336",
            zh,
            en,
            "改写例子的结果：违反、合法、豁免、存疑、待证、待判断、待定",
            "expect violates, lawful, exempt, suspected, needs-evidence, needs-judgement or undetermined",
        );
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
    fn rule_id(&mut self, name: &Name) -> Option<String> {
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
fn constant(e: &Expr) -> Option<bool> {
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
