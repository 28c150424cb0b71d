//! Packs put together as model structs, without the language.

use zhunze::diagnostic::Message;
use zhunze::pack::Pack;
use zhunze::pack::model::*;
use zhunze::pack::texts::Texts;
use zhunze::syntax::tree::{Layer, Severity};

/// A pack under construction.
pub struct Builder {
    pub pack: Pack,
}

fn intern<T: PartialEq>(table: &mut Vec<T>, item: T) -> u32 {
    let at = table.iter().position(|t| *t == item).unwrap_or_else(|| {
        table.push(item);
        table.len() - 1
    });
    at as u32
}

impl Builder {
    pub fn new(id: &str, uses: &[&str]) -> Self {
        let mut pack = Pack::default();
        pack.core.meta = Meta {
            id: id.to_owned(),
            version: 1,
            layer: Layer::Law,
            title: 0,
            publisher: 0,
            uses: uses.iter().map(|u| ((*u).to_owned(), 1)).collect(),
            valid_from: None,
            valid_to: None,
        };
        pack.texts = Texts::new(vec![Message::default()]);
        pack.core.texts = 1;
        Self { pack }
    }

    pub fn symbol(&mut self, pack: &str, kind: SymbolKind, key: &str) -> Ref {
        intern(&mut self.pack.core.symbols, Symbol { pack: pack.to_owned(), kind, key: key.to_owned() })
    }

    pub fn name(&mut self, name: &str) -> NameId {
        intern(&mut self.pack.core.names, name.to_owned())
    }

    pub fn word(&mut self, text: &str, exact: bool) -> u32 {
        intern(&mut self.pack.core.words, Word { text: text.to_owned(), exact })
    }

    pub fn expr(&mut self, node: Node) -> ExprId {
        self.pack.core.exprs.push(node);
        self.pack.core.exprs.len() as u32 - 1
    }

    pub fn text(&mut self, text: &str) -> TextId {
        let mut texts: Vec<Message> = (0..self.pack.core.texts).map(|id| self.pack.texts.get(id)).collect();
        texts.push(Message::new(text, text));
        self.pack.texts = Texts::new(texts);
        self.pack.core.texts = self.pack.texts.count();
        self.pack.core.texts - 1
    }

    pub fn path(&mut self, root: Root, steps: &[&str]) -> Path {
        Path { root, steps: steps.iter().map(|s| self.name(s)).collect() }
    }

    pub fn pattern(&mut self, key: &str, nodes: Vec<PatNode>) {
        let (key, name) = (key.to_owned(), format!("句式{key}"));
        self.pack.core.patterns.push(Pattern { key, name, nodes, prescribed: Vec::new() });
    }

    pub fn context(&mut self, key: &str, lines: Vec<ContextLine>) {
        let (key, name) = (key.to_owned(), format!("语境{key}"));
        self.pack.core.contexts.push(Context { key, name, lines });
    }

    /// A rule with everything a rule needs, to be changed by the caller.
    pub fn rule(&mut self, key: &str, law: Ref, applies: &[Ref], body: ExprId) -> &mut Rule {
        use zhunze::syntax::tree::{Nature, NormKind, Scope};
        let message = self.text(&format!("说明 {key}"));
        self.pack.core.rules.push(Rule {
            key: key.to_owned(),
            name: format!("规则{key}"),
            cites: vec![Cite { law, article: 1, sub: None, paragraph: None, item: None, section: None }],
            valid_from: super::day("2020-01-01"),
            valid_to: None,
            held_from: super::day("2020-01-01"),
            binds: Vec::new(),
            applies: applies.to_vec(),
            when: None,
            scope: Scope::All,
            norm: NormKind::Forbid,
            body,
            outside: Vec::new(),
            exceptions: Vec::new(),
            severity: Severity::High,
            nature: Nature::Determinate,
            message,
            fixes: Vec::new(),
            penalties: Vec::new(),
        });
        self.pack.core.rules.last_mut().unwrap()
    }
}
