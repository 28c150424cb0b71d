//! Lexicons, patterns, prescribed wordings and contexts: lowered, with the lints on what can never match.

use super::Checker;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::{
    Cite, Class, Context, ContextLine as Line, MAX_DEPTH, PatNode, Pattern, Ref, Symbol, SymbolKind,
};
use crate::syntax::tree::{
    ClassKind, CmpOp, ContextDecl, ContextLine, DeclName, LexEntry, Lexicon, Name, Pat, PatKind, PatternDecl,
    Prescribed, Span,
};

/// Most characters of a word.
const MAX_WORD: usize = 1000;

impl Checker<'_> {
    pub(super) fn lexicon(&mut self, decl: &Lexicon) {
        let DeclName { name, .. } = &decl.name;
        self.words_of(decl.name.key(), &name.node, name.span, &decl.entries, &decl.includes);
    }

    /// Lowers a list of words and the lexicons that it includes.
    pub(super) fn words_of(&mut self, key: &str, name: &str, span: Span, entries: &[LexEntry], includes: &[Name]) {
        let mut words = Vec::new();
        for entry in entries {
            words.extend(self.pattern_word(entry.word.span, &entry.word.node, entry.exact));
        }
        let mut nodes = Vec::new();
        for include in includes {
            if let Some(symbol) = self.resolve(SymbolKind::Pattern, include) {
                nodes.push(PatNode::Pattern(self.b.symbol(&symbol)));
            }
        }
        if entries.is_empty() && includes.is_empty() {
            self.report(Diagnostic::error(
                "E0231",
                span,
                Message::new(
                    format!("词库“{name}”是空的，永远不会匹配"),
                    format!("lexicon `{key}` is empty and can never match"),
                ),
                Message::new("写入词条，或删除该词库", "add entries, or remove it"),
            ));
            return;
        }
        if nodes.is_empty() {
            nodes.push(one_of(words));
        } else {
            nodes.extend((!words.is_empty()).then(|| one_of(words)));
            let parts = (0..u32::try_from(nodes.len()).unwrap_or(0)).collect();
            nodes.push(PatNode::Alt(parts));
        }
        self.push_pattern(key, name, nodes, Vec::new());
    }

    fn push_pattern(&mut self, key: &str, name: &str, nodes: Vec<PatNode>, prescribed: Vec<Cite>) {
        self.b.core.patterns.push(Pattern { key: key.to_owned(), name: name.to_owned(), nodes, prescribed });
    }

    fn pattern_word(&mut self, span: Span, text: &str, exact: bool) -> Option<u32> {
        if text.chars().all(char::is_whitespace) {
            self.report(Diagnostic::error(
                "E0232",
                span,
                Message::new("空词不会匹配任何文字", "an empty word matches nothing"),
                Message::new("写入文字，或删除它", "write something, or remove it"),
            ));
            return None;
        }
        if text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
            self.never(
                span,
                "词里有换行，而一句话不会跨行",
                "the word has a line break, and no sentence goes beyond its line",
            );
        }
        if text.chars().count() > MAX_WORD {
            self.report(Diagnostic::error(
                "E0232",
                span,
                Message::new(
                    format!("这个词有 {} 个字，上限是 {MAX_WORD} 个", text.chars().count()),
                    format!("this word has {} characters; the limit is {MAX_WORD}", text.chars().count()),
                ),
                Message::new("只写其中有特征的一段", "write only the telling part of it"),
            ));
            return None;
        }
        self.word_spans.entry(text.to_owned()).or_insert(span);
        Some(self.b.word(text, exact))
    }

    pub(super) fn pattern(&mut self, decl: &PatternDecl) {
        self.body_of(decl.name.key(), &decl.name.name.node, &decl.body);
    }

    /// Lowers what a pattern is made of.
    pub(super) fn body_of(&mut self, key: &str, name: &str, body: &Pat) {
        if let Some(nodes) = self.pattern_body(body) {
            self.push_pattern(key, name, nodes, Vec::new());
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
        if decl.wordings.is_empty() {
            self.report(Diagnostic::error(
                "E0231",
                decl.name.name.span,
                Message::new(
                    format!("法定用语“{}”没有写出用语，永远不会匹配", decl.name.name.node),
                    format!("prescribed wording `{}` has no wording and can never match", decl.name.key()),
                ),
                Message::new("用引号写出法律规定的原句", "write the sentence that the law prescribes in quotes"),
            ));
        }
        let mut words = Vec::new();
        for wording in &decl.wordings {
            words.extend(self.pattern_word(wording.span, &wording.node, false));
        }
        self.push_pattern(decl.name.key(), &decl.name.name.node, vec![one_of(words)], cites);
    }

    /// Lowers a pattern and reports why it can never match.
    fn pattern_body(&mut self, body: &Pat) -> Option<Vec<PatNode>> {
        let mut nodes = Vec::new();
        self.edges(body, true, true);
        self.captures_once(body, &mut Vec::new());
        self.lower(body, &mut nodes)?;
        if nesting(&nodes) > MAX_DEPTH {
            self.too_deep(
                body.span,
                format!("句式嵌套超过 {MAX_DEPTH} 层"),
                format!("the pattern nests more than {MAX_DEPTH} levels deep"),
            );
            return None;
        }
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
        self.need_id(&decl.name);
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
                ContextLine::NextHas(pat) => self.inline(&owner, pat).map(Line::NextHas),
                ContextLine::PartOf(pat) => self.inline(&owner, pat).map(Line::PartOf),
                ContextLine::SentenceEnds(pat) => self.inline(&owner, pat).map(Line::SentenceEnds),
                ContextLine::EnclosedBy { open, close } => {
                    for mark in [open, close] {
                        self.pattern_word(mark.span, &mark.node, true);
                    }
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

    /// Alternatives, those that are plain words as one part.
    fn lower_alternatives(&mut self, parts: &[Pat], nodes: &mut Vec<PatNode>) -> Option<PatNode> {
        let (mut words, mut ids, mut failed) = (Vec::new(), Vec::new(), false);
        for part in parts {
            let lowered = match &part.kind {
                PatKind::Word { text, exact, .. } => {
                    self.pattern_word(part.span, text, *exact).map(|word| words.push(word))
                }
                _ => self.lower(part, nodes).map(|id| ids.push(id)),
            };
            failed |= lowered.is_none();
        }
        if failed {
            return None;
        }
        if ids.is_empty() {
            return Some(one_of(words));
        }
        if !words.is_empty() {
            ids.push(u32::try_from(nodes.len()).ok()?);
            nodes.push(one_of(words));
        }
        Some(PatNode::Alt(ids))
    }

    fn lower(&mut self, pat: &Pat, nodes: &mut Vec<PatNode>) -> Option<u32> {
        let node = match &pat.kind {
            PatKind::Word { text, exact, .. } => PatNode::Word(self.pattern_word(pat.span, text, *exact)?),
            PatKind::Ref(name) => {
                let symbol = self.resolve(SymbolKind::Pattern, name)?;
                PatNode::Pattern(self.b.symbol(&symbol))
            }
            PatKind::Seq(parts) => {
                self.contradiction(parts);
                let ids: Vec<Option<u32>> = parts.iter().map(|p| self.lower(p, nodes)).collect();
                PatNode::Seq(ids.into_iter().collect::<Option<_>>()?)
            }
            PatKind::Alt(parts) => self.lower_alternatives(parts, nodes)?,
            PatKind::Opt(part) => PatNode::Opt(self.lower(part, nodes)?),
            PatKind::Gap { min, max, within } => {
                if max.is_some_and(|m| *min > m) {
                    self.never(pat.span, "间隔的下限大于上限", "the gap's minimum is above its maximum");
                }
                PatNode::Gap { min: *min, max: *max, within: *within }
            }
            PatKind::Num { capture, units, cmp } => {
                if let Some((op, value)) = cmp
                    && value.node.digits.chars().all(|c| matches!(c, '0' | '.'))
                    && *op == CmpOp::Lt
                {
                    self.never(pat.span, "文中的数不会小于 0", "a number in a text is never below 0");
                }
                let units: Vec<Option<u32>> = units.iter().map(|u| self.pattern_word(u.span, &u.node, false)).collect();
                let units = units.into_iter().collect::<Option<Vec<_>>>()?;
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

    /// The words of a look-around; lexicons are spelt out.
    fn flat_words(&mut self, parts: &[Pat]) -> Option<Vec<u32>> {
        let mut words = Vec::new();
        for part in parts {
            match &part.kind {
                PatKind::Word { text, exact, .. } => {
                    words.push(self.pattern_word(part.span, text, *exact)?);
                }
                PatKind::Seq(inner) | PatKind::Alt(inner) => words.extend(self.flat_words(inner)?),
                PatKind::Ref(name) => {
                    let symbol = self.resolve(SymbolKind::Pattern, name)?;
                    let mut entries = Vec::new();
                    if self.plain_words(&symbol, &mut Vec::new(), &mut entries) {
                        words.extend(entries.iter().map(|(text, exact)| self.b.word(text, *exact)));
                    } else {
                        self.not_words(part.span);
                        return None;
                    }
                }
                _ => {
                    self.not_words(part.span);
                    return None;
                }
            }
        }
        Some(words)
    }

    fn not_words(&mut self, span: Span) {
        self.report(Diagnostic::error(
            "E0235",
            span,
            Message::new("“不接”“不承”里只能写词或词库", "not-before and not-after take words or lexicons"),
            Message::new("写出这些词，或写进一个词库再引用", "write the words out, or put them into a lexicon"),
        ));
    }

    /// The words of a lexicon and of those that it includes; `false` where it is a pattern of another kind.
    fn plain_words(&self, symbol: &Symbol, seen: &mut Vec<Symbol>, out: &mut Vec<(String, bool)>) -> bool {
        if seen.contains(symbol) {
            return true;
        }
        seen.push(symbol.clone());
        if symbol.pack == self.b.core.meta.id {
            let Some((words, includes)) = self.lexicons.get(&symbol.key) else { return false };
            out.extend(words.iter().cloned());
            let all = includes.iter().filter_map(|i| self.lookup(SymbolKind::Pattern, i));
            return all.collect::<Vec<_>>().iter().all(|s| self.plain_words(s, seen, out));
        }
        let Some(core) = self.used.iter().map(|p| &p.core).find(|c| c.meta.id == symbol.pack) else { return false };
        let Some(pattern) = core.patterns.iter().find(|p| p.key == symbol.key) else { return false };
        // A lexicon is an alternative of words and lexicons.
        let parts = match pattern.nodes.split_last() {
            Some((PatNode::Alt(_), parts)) => parts,
            _ => &pattern.nodes,
        };
        parts.iter().all(|node| match node {
            PatNode::Words(words) => {
                let words = words.iter().filter_map(|w| core.words.get(*w as usize));
                out.extend(words.map(|w| (w.text.clone(), w.exact)));
                true
            }
            PatNode::Pattern(p) => core.symbols.get(*p as usize).is_some_and(|s| self.plain_words(s, seen, out)),
            _ => false,
        })
    }

    fn never(&mut self, span: Span, zh: &str, en: &str) {
        self.report(Diagnostic::error(
            "E0236",
            span,
            Message::new(format!("{zh}，永远不会匹配"), format!("{en}, so it can never match")),
            Message::new("改正或删除这一部分", "correct or remove this part"),
        ));
    }

    /// A gap at the edge of a pattern says nothing. Inside a group it may stand between the group and its neighbour.
    fn edges(&mut self, pat: &Pat, first: bool, last: bool) {
        match &pat.kind {
            PatKind::Gap { .. } if first || last => self.report(Diagnostic::error(
                "E0237",
                pat.span,
                Message::new("间隔两侧都要有内容", "a gap needs something on both sides"),
                Message::new("删除开头或结尾的间隔", "remove the gap at the edge"),
            )),
            PatKind::Seq(parts) => {
                let end = parts.len().saturating_sub(1);
                for (i, part) in parts.iter().enumerate() {
                    self.edges(part, first && i == 0, last && i == end);
                }
            }
            PatKind::Alt(parts) => parts.iter().for_each(|p| self.edges(p, first, last)),
            PatKind::Opt(part) => self.edges(part, first, last),
            _ => {}
        }
    }

    /// One match has one number a name; alternatives may use the same name, since only one of them matches.
    fn captures_once(&mut self, pat: &Pat, seen: &mut Vec<Name>) {
        match &pat.kind {
            PatKind::Num { capture: Some(name), .. } => {
                if let Some(first) = seen.iter().find(|n| n.node == name.node).cloned() {
                    self.report(
                        Diagnostic::error(
                            "E0238",
                            name.span,
                            Message::new(
                                format!("一处匹配里有两个数都叫“{}”，分不清用哪一个", name.node),
                                format!("two numbers of one match are both called `{}`", name.node),
                            ),
                            Message::new("给其中一个换名", "give one of them another name"),
                        )
                        .label(first.span, Message::new("先在这里命名", "first named here")),
                    );
                }
                seen.push(name.clone());
            }
            PatKind::Seq(parts) => parts.iter().for_each(|p| self.captures_once(p, seen)),
            PatKind::Alt(parts) => {
                let before = seen.clone();
                for part in parts {
                    let mut own = before.clone();
                    self.captures_once(part, &mut own);
                    seen.extend(own.into_iter().skip(before.len()));
                }
            }
            PatKind::Opt(part) => self.captures_once(part, seen),
            _ => {}
        }
    }

    /// Neighbours that exclude each other: `不接(看) 看`, `看 不承(看)`, and a clause border in the middle of a clause.
    fn contradiction(&mut self, parts: &[Pat]) {
        for pair in parts.windows(2) {
            let [left, right] = pair else { continue };
            let excluded = |words: &[Pat]| {
                let mut flat = Vec::new();
                collect_words(words, &mut flat);
                flat
            };
            if let PatKind::NotBefore(words) = &left.kind {
                let excluded = excluded(words);
                let hit = |w: &String| excluded.iter().any(|e| w.starts_with(e.as_str()));
                if edge_words(right, true).is_some_and(|all| all.iter().all(hit)) {
                    self.never(
                        left.span,
                        "“不接”排除的正是后面的词",
                        "the look-around excludes the very word that follows",
                    );
                }
            }
            if let PatKind::NotAfter(words) = &right.kind {
                let excluded = excluded(words);
                let hit = |w: &String| excluded.iter().any(|e| w.ends_with(e.as_str()));
                if edge_words(left, false).is_some_and(|all| all.iter().all(hit)) {
                    self.never(
                        right.span,
                        "“不承”排除的正是前面的词",
                        "the look-around excludes the very word that precedes",
                    );
                }
            }
            let plain = |w: &String, first: bool| {
                let edge = if first { w.chars().next() } else { w.chars().next_back() };
                edge.is_some_and(|c| c.is_alphanumeric())
            };
            if right.kind == PatKind::ClauseStart
                && edge_words(left, false).is_some_and(|all| all.iter().all(|w| plain(w, false)))
            {
                self.never(
                    right.span,
                    "^ 是分句的开头，前面紧接着的却是同一分句的字",
                    "^ is the start of a clause, but words of the same clause precede it",
                );
            }
            if left.kind == PatKind::ClauseEnd
                && edge_words(right, true).is_some_and(|all| all.iter().all(|w| plain(w, true)))
            {
                self.never(
                    left.span,
                    "$ 是分句的结尾，后面紧接着的却是同一分句的字",
                    "$ is the end of a clause, but words of the same clause follow it",
                );
            }
        }
    }
}

/// The words that a part can begin or end with; `None` where they are not known.
fn edge_words(pat: &Pat, first: bool) -> Option<Vec<String>> {
    match &pat.kind {
        PatKind::Word { text, .. } => Some(vec![text.clone()]),
        PatKind::Alt(parts) => {
            let all: Option<Vec<Vec<String>>> = parts.iter().map(|p| edge_words(p, first)).collect();
            all.map(|words| words.concat())
        }
        PatKind::Seq(parts) => edge_words(if first { parts.first() } else { parts.last() }?, first),
        _ => None,
    }
}

/// One of some words.
fn one_of(mut words: Vec<u32>) -> PatNode {
    words.sort_unstable();
    words.dedup();
    PatNode::Words(words)
}

/// How deep the parts of a pattern nest.
fn nesting(nodes: &[PatNode]) -> usize {
    let mut depths: Vec<usize> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let below = match node {
            PatNode::Seq(parts) | PatNode::Alt(parts) => {
                parts.iter().filter_map(|p| depths.get(*p as usize)).max().copied()
            }
            PatNode::Opt(part) => depths.get(*part as usize).copied(),
            _ => None,
        };
        depths.push(below.map_or(0, |d| d.saturating_add(1)));
    }
    depths.into_iter().max().unwrap_or(0)
}

fn collect_words(parts: &[Pat], out: &mut Vec<String>) {
    for part in parts {
        match &part.kind {
            PatKind::Word { text, .. } if !text.is_empty() => out.push(text.clone()),
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
