//! Lexicons, patterns, prescribed wordings and contexts: lowered, with the lints on what can never match.

use super::Checker;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::{Cite, Class, Context, ContextLine as Line, PatNode, Pattern, Ref, Symbol, SymbolKind};
use crate::syntax::tree::{ClassKind, ContextDecl, ContextLine, Lexicon, Pat, PatKind, PatternDecl, Prescribed, Span};

impl Checker<'_> {
    pub(super) fn lexicon(&mut self, decl: &Lexicon) {
        let mut nodes = Vec::new();
        for entry in &decl.entries {
            if let Some(word) = self.pattern_word(entry.word.span, &entry.word.node, entry.exact) {
                nodes.push(word);
            }
        }
        for include in &decl.includes {
            if let Some(symbol) = self.resolve(SymbolKind::Pattern, include) {
                nodes.push(PatNode::Pattern(self.b.symbol(&symbol)));
            }
        }
        if decl.entries.is_empty() && decl.includes.is_empty() {
            self.report(Diagnostic::error(
                "E0231",
                decl.name.name.span,
                Message::new("词库是空的，永远不会匹配", "the lexicon is empty and can never match"),
                Message::new("写入词条，或删除该词库", "add entries, or remove it"),
            ));
            return;
        }
        let parts = (0..u32::try_from(nodes.len()).unwrap_or(0)).collect();
        nodes.push(PatNode::Alt(parts));
        self.push_pattern(decl.name.key(), &decl.name.name.node, nodes, Vec::new());
    }

    fn push_pattern(&mut self, key: &str, name: &str, nodes: Vec<PatNode>, prescribed: Vec<Cite>) {
        self.b.core.patterns.push(Pattern { key: key.to_owned(), name: name.to_owned(), nodes, prescribed });
    }

    fn pattern_word(&mut self, span: Span, text: &str, exact: bool) -> Option<PatNode> {
        if text.chars().all(char::is_whitespace) {
            self.report(Diagnostic::error(
                "E0232",
                span,
                Message::new("空词不会匹配任何文字", "an empty word matches nothing"),
                Message::new("写入文字，或删除它", "write something, or remove it"),
            ));
            return None;
        }
        Some(PatNode::Word(self.b.word(text, exact)))
    }

    pub(super) fn pattern(&mut self, decl: &PatternDecl) {
        if let Some(nodes) = self.pattern_body(&decl.body) {
            self.push_pattern(decl.name.key(), &decl.name.name.node, nodes, Vec::new());
        }
    }

    pub(super) fn prescribed(&mut self, decl: &Prescribed) {
        self.need_id(&decl.name);
        let cites = self.cites(&decl.cites, false);
        if decl.cites.is_empty() {
            self.report(Diagnostic::error(
                "E0301",
                decl.name.name.span,
                Message::new("法定用语没有依据", "a prescribed wording cites no law"),
                Message::new("用“依据”写明规定这句话的条文", "cite the article that prescribes it"),
            ));
        }
        let mut nodes: Vec<PatNode> = Vec::new();
        for wording in &decl.wordings {
            if let Some(word) = self.pattern_word(wording.span, &wording.node, false) {
                nodes.push(word);
            }
        }
        let parts = (0..u32::try_from(nodes.len()).unwrap_or(0)).collect();
        nodes.push(PatNode::Alt(parts));
        self.push_pattern(decl.name.key(), &decl.name.name.node, nodes, cites);
    }

    /// Lowers a pattern and reports why it can never match.
    fn pattern_body(&mut self, body: &Pat) -> Option<Vec<PatNode>> {
        let mut nodes = Vec::new();
        self.lower(body, &mut nodes)?;
        if !has_word(body) {
            self.report(Diagnostic::error(
                "E0233",
                body.span,
                Message::new(
                    "句式里没有必然出现的词，无法在文中定位",
                    "the pattern has no word that every match contains",
                ),
                Message::new(
                    "加入一个词、词库引用，或给数加上单位",
                    "add a word or a reference, or give the number a unit",
                ),
            ));
            return None;
        }
        Some(nodes)
    }

    /// A pattern inside a context: a reference as it stands, anything else under a name of its own.
    fn inline(&mut self, owner: &str, pat: &Pat) -> Option<Ref> {
        if let PatKind::Ref(name) = &pat.kind {
            let symbol = self.resolve(SymbolKind::Pattern, name)?;
            return Some(self.b.symbol(&symbol));
        }
        let nodes = self.pattern_body(pat)?;
        let key = format!("{owner}#{}", self.b.core.patterns.len());
        let symbol = Symbol { pack: self.b.core.meta.id.clone(), kind: SymbolKind::Pattern, key: key.clone() };
        self.push_pattern(&key, owner, nodes, Vec::new());
        Some(self.b.symbol(&symbol))
    }

    pub(super) fn context(&mut self, decl: &ContextDecl) {
        let owner = decl.name.key().to_owned();
        let mut lines = Vec::new();
        for line in &decl.lines {
            let lowered = match &line.node {
                ContextLine::PrecededBy { pat, distance, within } => self
                    .inline(&owner, pat)
                    .map(|pattern| Line::PrecededBy { pattern, distance: *distance, within: *within }),
                ContextLine::FollowedBy { pat, distance, within } => self
                    .inline(&owner, pat)
                    .map(|pattern| Line::FollowedBy { pattern, distance: *distance, within: *within }),
                ContextLine::ClauseHas(pat) => self.inline(&owner, pat).map(Line::ClauseHas),
                ContextLine::SentenceHas(pat) => self.inline(&owner, pat).map(Line::SentenceHas),
                ContextLine::NearbyHas(pat) => self.inline(&owner, pat).map(Line::NearbyHas),
                ContextLine::PartOf(pat) => self.inline(&owner, pat).map(Line::PartOf),
                ContextLine::SentenceEnds(pat) => self.inline(&owner, pat).map(Line::SentenceEnds),
                ContextLine::EnclosedBy { open, close } => {
                    Some(Line::EnclosedBy { open: open.node.clone(), close: close.node.clone() })
                }
                ContextLine::Include(name) => {
                    self.resolve(SymbolKind::Context, name).map(|symbol| Line::Include(self.b.symbol(&symbol)))
                }
            };
            lines.extend(lowered);
        }
        if decl.lines.is_empty() {
            self.report(Diagnostic::error(
                "E0234",
                decl.name.name.span,
                Message::new("语境是空的，永远不成立", "the context is empty and never true"),
                Message::new("写入至少一行", "add a line"),
            ));
        }
        self.b.core.contexts.push(Context { key: owner, name: decl.name.name.node.clone(), lines });
    }

    fn lower(&mut self, pat: &Pat, nodes: &mut Vec<PatNode>) -> Option<u32> {
        let node = match &pat.kind {
            PatKind::Word { text, exact, .. } => self.pattern_word(pat.span, text, *exact)?,
            PatKind::Ref(name) => {
                let symbol = self.resolve(SymbolKind::Pattern, name)?;
                PatNode::Pattern(self.b.symbol(&symbol))
            }
            PatKind::Seq(parts) => {
                self.edges(parts);
                self.contradiction(parts);
                let ids: Vec<Option<u32>> = parts.iter().map(|p| self.lower(p, nodes)).collect();
                PatNode::Seq(ids.into_iter().collect::<Option<_>>()?)
            }
            PatKind::Alt(parts) => {
                let ids: Vec<Option<u32>> = parts.iter().map(|p| self.lower(p, nodes)).collect();
                PatNode::Alt(ids.into_iter().collect::<Option<_>>()?)
            }
            PatKind::Opt(part) => PatNode::Opt(self.lower(part, nodes)?),
            PatKind::Gap { min, max, within } => {
                if max.is_some_and(|m| *min > m) {
                    self.never(pat.span, "间隔的下限大于上限", "the gap's minimum is above its maximum");
                }
                PatNode::Gap { min: *min, max: *max, within: *within }
            }
            PatKind::Num { capture, units, cmp } => {
                let units = units.iter().map(|u| self.b.word(&u.node, false)).collect();
                let cmp = match cmp {
                    Some((op, value)) => Some((*op, self.decimal(value.span, &value.node.digits)?)),
                    None => None,
                };
                PatNode::Num { capture: capture.as_ref().map(|c| self.b.name(&c.node)), units, cmp }
            }
            PatKind::Class { class, min, max } => {
                if min > max || *max == 0 || matches!(class, ClassKind::Set(s) if s.is_empty()) {
                    self.never(pat.span, "字符类没有可匹配的字符", "the character class matches no character");
                }
                let class = match class {
                    ClassKind::Han => Class::Han,
                    ClassKind::Latin => Class::Latin,
                    ClassKind::Digit => Class::Digit,
                    ClassKind::Any => Class::Any,
                    ClassKind::Set(set) => Class::Set(set.clone()),
                };
                PatNode::Class { class, min: *min, max: *max }
            }
            PatKind::ClauseStart => PatNode::ClauseStart,
            PatKind::ClauseEnd => PatNode::ClauseEnd,
            PatKind::NotBefore(words) => PatNode::NotBefore(self.flat_words(words)?),
            PatKind::NotAfter(words) => PatNode::NotAfter(self.flat_words(words)?),
        };
        let id = u32::try_from(nodes.len()).ok()?;
        nodes.push(node);
        Some(id)
    }

    /// The words of a look-around; lexicons of this pack are spelt out.
    fn flat_words(&mut self, parts: &[Pat]) -> Option<Vec<u32>> {
        let mut words = Vec::new();
        for part in parts {
            match &part.kind {
                PatKind::Word { text, exact, .. } => words.push(self.b.word(text, *exact)),
                PatKind::Seq(inner) | PatKind::Alt(inner) => words.extend(self.flat_words(inner)?),
                PatKind::Ref(name) if self.lexicon_words.contains_key(&name.node) => {
                    let entries = self.lexicon_words.get(&name.node).cloned().unwrap_or_default();
                    words.extend(entries.iter().map(|(text, exact)| self.b.word(text, *exact)));
                }
                _ => {
                    self.report(Diagnostic::error(
                        "E0235",
                        part.span,
                        Message::new(
                            "“不接”“不承”里只能写词或本包的词库",
                            "not-before and not-after take words or a lexicon of this pack",
                        ),
                        Message::new("写出这些词", "write the words out"),
                    ));
                    return None;
                }
            }
        }
        Some(words)
    }

    fn never(&mut self, span: Span, zh: &str, en: &str) {
        self.report(Diagnostic::error(
            "E0236",
            span,
            Message::new(format!("{zh}，永远不会匹配"), format!("{en}, so it can never match")),
            Message::new("改正或删除这一部分", "correct or remove this part"),
        ));
    }

    /// A gap at the edge of a pattern says nothing.
    fn edges(&mut self, parts: &[Pat]) {
        for part in [parts.first(), parts.last()].into_iter().flatten() {
            if matches!(part.kind, PatKind::Gap { .. }) {
                self.report(Diagnostic::error(
                    "E0237",
                    part.span,
                    Message::new("间隔两侧都要有内容", "a gap needs something on both sides"),
                    Message::new("删除开头或结尾的间隔", "remove the gap at the edge"),
                ));
            }
        }
    }

    /// `不接(看) 看`: what must not follow is exactly what follows.
    fn contradiction(&mut self, parts: &[Pat]) {
        for pair in parts.windows(2) {
            let [Pat { kind: PatKind::NotBefore(words), span }, Pat { kind: PatKind::Word { text, .. }, .. }] = pair
            else {
                continue;
            };
            let mut flat = Vec::new();
            collect_words(words, &mut flat);
            if flat.iter().any(|w| text.starts_with(w.as_str())) {
                self.never(*span, "“不接”排除的正是后面的词", "the look-around excludes the very word that follows");
            }
        }
    }
}

fn collect_words(parts: &[Pat], out: &mut Vec<String>) {
    for part in parts {
        match &part.kind {
            PatKind::Word { text, .. } => out.push(text.clone()),
            PatKind::Seq(inner) | PatKind::Alt(inner) => collect_words(inner, out),
            _ => {}
        }
    }
}

/// Whether every match contains a word, by which it can be found.
fn has_word(pat: &Pat) -> bool {
    match &pat.kind {
        PatKind::Word { .. } | PatKind::Ref(_) => true,
        PatKind::Seq(parts) => parts.iter().any(has_word),
        PatKind::Alt(parts) => !parts.is_empty() && parts.iter().all(has_word),
        PatKind::Num { units, .. } => !units.is_empty(),
        _ => false,
    }
}
