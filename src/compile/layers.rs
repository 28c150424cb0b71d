//! What a lower layer adds may not make anything weaker: that shows when the packs are linked.

use crate::diagnostic::{Diagnostic, Message};
use crate::pack::added::{WeakUse, uses_of};
use crate::pack::linked::Linked;
use crate::syntax::tree::Span;

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
