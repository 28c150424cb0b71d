//! What a lower layer does to the packs it builds on: it raises the severity of a rule and adds words to what is forbidden.
//! Whether added words could make anything weaker shows only when packs are linked; see [`crate::compile`].

use super::Checker;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::{Extension, Raise as Raised, SymbolKind};
use crate::syntax::tree::{Additions, Extend, Layer, Raise, Severity, Span};

/// 低, 中, 高, and in English.
fn severity_name(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Low => ("低", "low"),
        Severity::Medium => ("中", "medium"),
        Severity::High => ("高", "high"),
    }
}

impl Checker<'_> {
    pub(super) fn raise(&mut self, decl: &Raise) {
        let span = decl.rule.span;
        self.reason(span, decl.message.is_some());
        if decl.severity.is_none() {
            self.lacks(
                span,
                "E0315",
                "没有写明加重到哪一级",
                "it does not say to which severity the rule is raised",
                "用“级别 高/中”写明",
                "add `severity high|medium`",
            );
        }
        let Some(rule) = self.rule_id(&decl.rule) else { return };
        let used = self.used.iter().filter(|p| self.packs.contains(&p.core.meta.id));
        let known = used.flat_map(|p| p.core.rules.iter().map(move |r| (&p.core.meta.id, r)));
        let before = known.into_iter().find(|(id, r)| format!("{id}/{}", r.key) == rule).map(|(_, r)| r.severity);
        let Some(before) = before.filter(|_| self.below_law()) else {
            self.foreign(span, &rule);
            return;
        };
        let Some(to) = decl.severity else { return };
        if to.node <= before {
            let ((zh, en), (to_zh, to_en)) = (severity_name(before), severity_name(to.node));
            self.report(Diagnostic::error(
                "E0340",
                to.span,
                Message::new(
                    format!("规则 {rule} 的级别已经是{zh}，“加重”为{to_zh}没有加重它"),
                    format!("rule {rule} is already of {en} severity; {to_en} does not raise it"),
                ),
                Message::new(
                    "写更高的级别，或删去这一条；下位的包不能降低上位规则的级别，决定放过的用豁免名单（waiver）",
                    "write a higher severity, or remove this; a lower layer never lowers one, and what it lets pass is a waiver",
                ),
            ));
            return;
        }
        let message = self.b.bilingual(decl.message.as_ref());
        self.b.core.raises.push(Raised { rule, severity: to.node, message });
    }

    /// The place of the added words, by the key of their pattern.
    pub(super) fn extend(&mut self, decl: &Extend) -> Option<(String, Span)> {
        let span = decl.pattern.span;
        self.reason(span, decl.message.is_some());
        let key = format!("extend#{}", self.b.core.extensions.len().saturating_add(1));
        let before = self.b.core.patterns.len();
        match &decl.additions {
            Additions::Words(entries) => self.words_of(&key, &decl.pattern.node, span, entries, &[]),
            Additions::Pattern(body) => self.body_of(&key, &decl.pattern.node, body),
        }
        let target = self.resolve(SymbolKind::Pattern, &decl.pattern)?;
        if !self.below_law() || target.pack == self.b.core.meta.id {
            self.foreign(span, &format!("{}/{}", target.pack, target.key));
            return None;
        }
        let pack = self.used.iter().find(|p| p.core.meta.id == target.pack);
        if pack.is_some_and(|p| p.core.patterns.iter().any(|x| x.key == target.key && !x.prescribed.is_empty())) {
            self.report(Diagnostic::error(
                "E0343",
                span,
                Message::new(
                    format!("“{}”是法律规定的原句，只有法律能增加", decl.pattern.node),
                    format!(
                        "`{}` is what the law itself prescribes to say; only the law adds to it",
                        decl.pattern.node
                    ),
                ),
                Message::new("扩充禁止所用的词库或句式", "extend a lexicon or pattern that prohibitions use"),
            ));
            return None;
        }
        if self.b.core.patterns.len() == before {
            return None;
        }
        let own = crate::pack::model::Symbol {
            pack: self.b.core.meta.id.clone(),
            kind: SymbolKind::Pattern,
            key: key.clone(),
        };
        let (pattern, with) = (self.b.symbol(&target), self.b.symbol(&own));
        let message = self.b.bilingual(decl.message.as_ref());
        self.b.core.extensions.push(Extension { pattern, with, message });
        Some((key, span))
    }

    /// A campaign has dates.
    pub(super) fn season(&mut self, span: Span) {
        let meta = &self.b.core.meta;
        if meta.layer == Layer::Campaign && (meta.valid_from.is_none() || meta.valid_to.is_none()) {
            self.lacks(
                span,
                "E0342",
                "活动包没有写明起止日期",
                "a campaign pack does not say when it begins and ends",
                "写“有效 自 … 至 …”；期间之外它增加的内容都不算",
                "add `valid from … to …`; outside of it nothing that the pack adds counts",
            );
        }
    }

    fn reason(&mut self, span: Span, given: bool) {
        if !given {
            self.lacks(
                span,
                "E0341",
                "没有说明理由，卖家不知道为什么管得更严",
                "no reason is given, and a seller is not told why it is stricter here",
                "写一句卖家能看懂的理由",
                "add a reason that a seller understands",
            );
        }
    }

    fn below_law(&self) -> bool {
        self.b.core.meta.layer != Layer::Law
    }

    /// E0339.
    fn foreign(&mut self, span: Span, what: &str) {
        let law = self.b.core.meta.layer == Layer::Law;
        let (zh, en) = if law {
            ("法律层的包不加重、不扩充别的包".to_owned(), "a law pack neither raises nor extends".to_owned())
        } else {
            (format!("{what} 不在本包所引用的包里"), format!("{what} is not of a pack that this one uses"))
        };
        self.report(Diagnostic::error(
            "E0339",
            span,
            Message::new(zh, en),
            Message::new(
                "“加重”“扩充”由行业、平台、活动包对所引用的包写；自己的规则和词库直接改",
                "code, platform and campaign packs raise and extend what they use; edit your own rules and lexicons themselves",
            ),
        ));
    }
}
