//! What a lower layer adds may not make anything weaker: that shows when the packs are linked.

use crate::diagnostic::{Diagnostic, Message};
use crate::pack::added::{MORE, reach, uses};
use crate::pack::linked::Linked;
use crate::pack::model::{ContextLine, ExprId, Node, Ref};
use crate::syntax::tree::{NormKind, Span};
use std::collections::BTreeSet;

/// Reports extensions of the last pack that could weaken something, or that nothing asks for.
pub(super) fn extensions(linked: &Linked, spans: &[Span], diagnostics: &mut Vec<Diagnostic>) {
    let last = linked.packs.len().saturating_sub(1);
    let own = linked.extensions.iter().filter(|e| e.pack as usize == last);
    for (extension, span) in own.zip(spans) {
        let name = linked.patterns.get(extension.pattern as usize).map_or("", |p| p.name.as_str());
        match uses_of(linked, extension.pattern) {
            (_, Some(weak)) => diagnostics.push(weaker(*span, name, &weak)),
            (false, None) => diagnostics.push(Diagnostic::error(
                "E0410",
                *span,
                Message::new(
                    format!("没有规则禁止“{name}”里的词，扩充它不起作用"),
                    format!("nothing forbids the words of `{name}`, so that adding to it does nothing"),
                ),
                Message::new(
                    "扩充规则所禁止的词库或句式，并引用该规则所在的包；或自己写一条规则",
                    "extend what a rule forbids, and use the rule's pack; or write a rule",
                ),
            )),
            (true, None) => {}
        }
    }
}

/// E0409.
fn weaker(span: Span, name: &str, weak: &WeakUse) -> Diagnostic {
    let (zh, en) = match weak {
        WeakUse::Context(context) => (format!("语境“{context}”"), format!("the context `{context}`")),
        WeakUse::Rule(rule, Some(exception)) => {
            (format!("规则 {rule} 的例外“{exception}”"), format!("the exception `{exception}` of {rule}"))
        }
        WeakUse::Rule(rule, None) => {
            (format!("规则 {rule} 的要求或否定的条件"), format!("a duty or a denial in {rule}"))
        }
        WeakUse::Presumption(key) => (format!("推定 {key}"), format!("the presumption {key}")),
    };
    Diagnostic::error(
        "E0409",
        span,
        Message::new(
            format!("“{name}”还用在{zh}里，多一个词就可能少判一处"),
            format!("`{name}` is also used in {en}: with more words, less might be found"),
        ),
        Message::new(
            "只能扩充仅由禁止使用的词库或句式；或自己写一条规则，禁止这些词",
            "extend only what prohibitions alone use; or write a rule that forbids these words",
        ),
    )
}

/// A use of a pattern that words may not be added to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum WeakUse {
    /// A context, by name.
    Context(String),
    /// A rule, by id and by the name of the exception if it is in one.
    Rule(String, Option<String>),
    /// What speaks against a presumption, by key.
    Presumption(String),
}

/// How a pattern is used: by a prohibition, and by what would be weaker if it had more words.
fn uses_of(linked: &Linked, pattern: Ref) -> (bool, Option<WeakUse>) {
    let mut reached = vec![BTreeSet::new(); linked.patterns.len()];
    if let Some(own) = reached.get_mut(pattern as usize) {
        own.insert(pattern);
    }
    reach(linked, &mut reached);
    let asks = |p: Ref| reached.get(p as usize).is_some_and(|r| !r.is_empty());
    for context in &linked.contexts {
        let weak = context.lines.iter().filter_map(ContextLine::pattern).any(asks);
        if weak {
            return (false, Some(WeakUse::Context(context.name.clone())));
        }
    }
    let uses = uses(linked);
    let mut forbids = false;
    for (e, (node, uses)) in (0u32..).zip(linked.exprs.iter().zip(&uses)) {
        let (patterns, says) = match node {
            Node::Says { patterns, .. } => (patterns, true),
            Node::States { patterns, .. } => (patterns, false),
            _ => continue,
        };
        if *uses == 0 || !patterns.iter().copied().any(asks) {
            continue;
        }
        if !says || *uses != MORE {
            return (forbids, Some(owner(linked, e)));
        }
        forbids = true;
    }
    (forbids, None)
}

/// What a condition belongs to, where it may take findings away.
fn owner(linked: &Linked, e: ExprId) -> WeakUse {
    let within = |root: ExprId| {
        let (mut seen, mut waiting) = (BTreeSet::new(), vec![root]);
        while let Some(next) = waiting.pop() {
            if next == e {
                return true;
            }
            let Some(node) = linked.exprs.get(next as usize).filter(|_| seen.insert(next)) else { continue };
            waiting.extend(node.operands());
            if let Node::Define(d) = node {
                waiting.extend(linked.defines.get(*d as usize).map(|d| d.body));
            }
        }
        false
    };
    for rule in &linked.rules {
        for exception in &rule.rule.exceptions {
            if within(exception.raised) || exception.proved.is_some_and(within) {
                return WeakUse::Rule(rule.id.clone(), Some(exception.name.clone()));
            }
        }
    }
    if let Some(p) = linked.presumptions.iter().find(|p| p.unless.is_some_and(within)) {
        return WeakUse::Presumption(p.key.clone());
    }
    // A prohibition asks for it as well as a duty or a permission: the latter is told.
    let asking = linked.rules.iter().filter(|r| within(r.rule.body) || r.rule.when.is_some_and(within));
    let rule = asking.min_by_key(|r| r.rule.norm == NormKind::Forbid);
    WeakUse::Rule(rule.map_or_else(String::new, |r| r.id.clone()), None)
}
