//! Examples: what each rule must show, and that what it shows can be.

use super::Checker;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::{self, Symbol};
use crate::syntax::tree::{Example, ExampleInput, Expected, Nature, Rule, Scope, Spanned};
use serde_json::{Value, json};

impl Checker<'_> {
    pub(super) fn examples(&mut self, rule: &Rule, index: u32, subjects: &[Symbol], scope: Scope) {
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
}
