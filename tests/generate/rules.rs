//! Random definitions, presumptions and rules.

use super::builder::Builder;
use super::choices::Choices;
use super::vocabulary::{CATEGORIES, FACTS, Fields, TONES, Ty, fields};
use super::words::{TEXT, Words};
use zhunze::pack::Pack;
use zhunze::pack::decimal::Decimal;
use zhunze::pack::model::*;
use zhunze::syntax::tree::{Aggregate, ArithOp, CmpOp, Given, Nature, NormKind, Scope, Severity};

/// What a condition may speak of.
#[derive(Clone)]
struct Env {
    /// Roots with the record they are; all subjects that a rule applies to have the subject's fields.
    roots: Vec<(Root, Fields)>,
    /// Whether `商品` may be used.
    goods: bool,
    depth: usize,
    /// Whether a match is under judgement.
    at_match: bool,
    captures: bool,
    vars: u16,
    defines: Vec<String>,
    /// Whether text conditions may stand here.
    says: bool,
}

const PLACES: &[(Root, &[&str])] = &[
    (Root::Subject, &["title"]),
    (Root::Goods, &["description"]),
    (Root::Goods, &["texts"]),
    (Root::Goods, &["skus", "name"]),
    (Root::Goods, &["main", "name"]),
];

struct Conditions<'b, 'c, 'd> {
    b: &'b mut Builder,
    c: &'c mut Choices<'d>,
    words: &'b Words,
}

impl Conditions<'_, '_, '_> {
    /// Paths from a root to fields of a type, through records but not lists.
    fn find(&mut self, env: &Env, wanted: &dyn Fn(Ty) -> bool) -> Option<(Root, Vec<&'static str>, Ty)> {
        let mut found = Vec::new();
        for (root, all) in &env.roots {
            for (key, _, ty) in *all {
                if wanted(*ty) {
                    found.push((*root, vec![*key], *ty));
                }
                if let Ty::Record(r) = ty {
                    for (inner, _, ty) in fields(r) {
                        if wanted(*ty) {
                            found.push((*root, vec![*key, *inner], *ty));
                        }
                    }
                }
            }
        }
        if found.is_empty() { None } else { Some(self.c.pick(&found)) }
    }

    fn condition(&mut self, env: &Env) -> ExprId {
        let node = self.node(env);
        self.b.expr(node)
    }

    fn node(&mut self, env: &Env) -> Node {
        if env.depth > 0 && self.c.chance(45) {
            let env = Env { depth: env.depth - 1, ..env.clone() };
            return match self.c.below(5) {
                0 => Node::Not(self.condition(&env)),
                1 | 2 => {
                    let n = 2 + self.c.below(2);
                    Node::And((0..n).map(|_| self.condition(&env)).collect())
                }
                3 => {
                    let n = 2 + self.c.below(2);
                    Node::Or((0..n).map(|_| self.condition(&env)).collect())
                }
                _ => self.quantifier(&env),
            };
        }
        match self.c.below(14) {
            0 | 1 => self.fact(env, |ty| ty == Ty::Bool),
            2 | 3 => self.comparison(env),
            4 => self.member(env),
            5 => match self.find(env, &|_| true) {
                Some((root, steps, _)) => Node::Has(self.b.path(root, &steps)),
                None => Node::Const(Const::Bool(true)),
            },
            6 if env.says => self.says(env),
            7 if env.says => self.states(),
            8 if env.at_match => {
                let key = self.c.pick(&self.words.contexts);
                Node::Near(self.b.symbol(TEXT, SymbolKind::Context, &key))
            }
            9 if env.captures => self.captured(),
            10 => Node::Holds(self.c.pick(&["licence", "data"]).to_owned()),
            11 | 12 if !env.defines.is_empty() => {
                let key = self.c.pick(&env.defines);
                Node::Define(self.b.symbol("t.law", SymbolKind::Define, &key))
            }
            13 => Node::Const(Const::Bool(self.c.chance(50))),
            _ => self.fact(env, |ty| ty == Ty::Bool),
        }
    }

    fn fact(&mut self, env: &Env, wanted: fn(Ty) -> bool) -> Node {
        match self.find(env, &wanted) {
            Some((root, steps, _)) => Node::Path(self.b.path(root, &steps)),
            None => Node::Const(Const::Bool(true)),
        }
    }

    fn quantifier(&mut self, env: &Env) -> Node {
        let Some((root, steps, Ty::List(inner))) = self.find(env, &|ty| matches!(ty, Ty::List(Ty::Record(_)))) else {
            return self.comparison(env);
        };
        let Ty::Record(record) = inner else { return self.comparison(env) };
        let list = self.b.path(root, &steps);
        let var = env.vars;
        let mut inner = env.clone();
        inner.vars += 1;
        inner.roots.insert(0, (Root::Var(var), fields(record)));
        let body = self.condition(&inner);
        if self.c.chance(50) { Node::Every { var, list, body } } else { Node::Some { var, list, body } }
    }

    fn constant(&mut self, ty: Ty) -> Const {
        match ty {
            Ty::Bool => Const::Bool(self.c.chance(50)),
            Ty::Int => Const::Number(Decimal::int(self.c.pick(&[1, 0, 2, 3]))),
            Ty::Decimal | Ty::Money | Ty::Percent => {
                Const::Number(Decimal::parse(self.c.pick(&["1", "0.5", "10", "9.90"])).unwrap())
            }
            Ty::Date => Const::Date(super::day(self.c.pick(&["2026-01-31", "2026-03-01", "2024-02-29"]))),
            Ty::Duration => {
                let (months, days, seconds) = self.c.pick(&[(0, 7, 0), (1, 0, 0), (12, 0, 0), (0, 0, 3600)]);
                Const::Duration { months, days, seconds }
            }
            Ty::Tone => {
                let key = self.b.name(self.c.pick(TONES).0);
                Const::Member { ty: self.b.symbol(FACTS, SymbolKind::Type, "tone"), key }
            }
            Ty::Category => {
                let key = self.b.name(self.c.pick(CATEGORIES).0);
                Const::Member { ty: self.b.symbol(FACTS, SymbolKind::Type, "category"), key }
            }
            _ => Const::Text(self.c.pick(&["甲", "乙"]).to_owned()),
        }
    }

    fn comparison(&mut self, env: &Env) -> Node {
        let Some((root, steps, ty)) =
            self.find(env, &|ty| !matches!(ty, Ty::Record(_) | Ty::List(_) | Ty::Copy | Ty::Bool | Ty::DateTime))
        else {
            return Node::Const(Const::Bool(true));
        };
        let ordered = !matches!(ty, Ty::Text | Ty::Tone | Ty::Category);
        let path = self.b.path(root, &steps);
        let left = self.b.expr(Node::Path(path));
        let right = match (ty, self.c.below(6)) {
            // The same kind of fact elsewhere.
            (_, 0) => match self.find(env, &|t| t == ty) {
                Some((root, steps, _)) => {
                    let path = self.b.path(root, &steps);
                    self.b.expr(Node::Path(path))
                }
                None => {
                    let value = self.constant(ty);
                    self.b.expr(Node::Const(value))
                }
            },
            (Ty::Date, 1) => {
                let given = self.c.pick(&[Given::AsOf, Given::ConductFrom, Given::ConductTo]);
                self.b.expr(Node::Given(given))
            }
            (Ty::Date, 2) => {
                let given = self.c.pick(&[Given::AsOf, Given::ConductFrom, Given::ConductTo]);
                let a = self.b.expr(Node::Given(given));
                let (months, days) = self.c.pick(&[(0, 7), (1, 0), (12, 0), (0, 30)]);
                let value = Const::Duration { months, days, seconds: 0 };
                let d = self.b.expr(Node::Const(value));
                let op = self.c.pick(&[ArithOp::Add, ArithOp::Sub]);
                self.b.expr(Node::Arith(op, a, d))
            }
            (Ty::Int | Ty::Money | Ty::Decimal, 1) if !env.roots.is_empty() => match self.aggregate(env, ty) {
                Some(node) => self.b.expr(node),
                None => {
                    let value = self.constant(ty);
                    self.b.expr(Node::Const(value))
                }
            },
            (Ty::Int | Ty::Money | Ty::Decimal, 2) => {
                let value = self.constant(ty);
                let a = self.b.expr(Node::Const(value));
                let b = match self.find(env, &|t| t == ty) {
                    Some((root, steps, _)) => {
                        let path = self.b.path(root, &steps);
                        self.b.expr(Node::Path(path))
                    }
                    None => a,
                };
                let op = self.c.pick(&[ArithOp::Add, ArithOp::Sub]);
                self.b.expr(Node::Arith(op, a, b))
            }
            _ => {
                let value = self.constant(ty);
                self.b.expr(Node::Const(value))
            }
        };
        let ops = [CmpOp::Eq, CmpOp::Ne, CmpOp::Lt, CmpOp::Le, CmpOp::Gt, CmpOp::Ge];
        let op = self.c.pick(if ordered { &ops } else { &ops[..2] });
        if self.c.chance(50) { Node::Cmp(op, left, right) } else { Node::Cmp(op, right, left) }
    }

    fn aggregate(&mut self, env: &Env, ty: Ty) -> Option<Node> {
        let (root, mut steps, _) = self.find(env, &|t| t == Ty::List(&Ty::Record("sku")) || t == Ty::List(&Ty::Int))?;
        let mut which = self.c.pick(&[Aggregate::Min, Aggregate::Max, Aggregate::Sum]);
        match (ty, steps.last() == Some(&"scores")) {
            (Ty::Money, true) => return None,
            (Ty::Money, false) => steps.push("price"),
            (_, true) => {}
            (_, false) if self.c.chance(50) => steps.push("stock"),
            _ => which = Aggregate::Count,
        }
        if self.c.chance(20) && ty == Ty::Int {
            which = Aggregate::Count;
        }
        Some(Node::Aggregate(which, self.b.path(root, &steps)))
    }

    fn member(&mut self, env: &Env) -> Node {
        let found = self.find(env, &|ty| matches!(ty, Ty::Tone | Ty::Category | Ty::Text));
        let Some((root, steps, ty)) = found else { return Node::Const(Const::Bool(true)) };
        let n = 1 + self.c.below(2);
        let members = (0..n).map(|_| self.constant(ty)).collect();
        Node::In(self.b.path(root, &steps), members)
    }

    fn patterns(&mut self, from: &[String]) -> Vec<Ref> {
        let n = 1 + self.c.below(2);
        (0..n)
            .map(|_| {
                let key = self.c.pick(from);
                self.b.symbol(TEXT, SymbolKind::Pattern, &key)
            })
            .collect()
    }

    fn places(&mut self) -> Vec<Path> {
        if self.c.chance(50) {
            return Vec::new();
        }
        let n = 1 + self.c.below(2);
        (0..n)
            .map(|_| {
                let (root, steps) = self.c.pick(PLACES);
                self.b.path(root, steps)
            })
            .collect()
    }

    fn says(&mut self, env: &Env) -> Node {
        let captures = !self.words.capturing.is_empty() && self.c.chance(40);
        let from = if captures { self.words.capturing.clone() } else { self.words.patterns.clone() };
        let patterns = self.patterns(&from);
        let places = self.places();
        let filter = if captures || self.c.chance(25) {
            let inner = Env { depth: env.depth.min(1), at_match: true, captures, says: false, ..env.clone() };
            Some(if captures && self.c.chance(60) {
                let node = self.captured();
                self.b.expr(node)
            } else {
                self.condition(&inner)
            })
        } else {
            None
        };
        Node::Says { patterns, places, filter }
    }

    fn captured(&mut self) -> Node {
        let n = self.b.name("n");
        let capture = self.b.expr(Node::Capture(n));
        let other = if self.c.chance(50) {
            let value = Const::Number(Decimal::int(self.c.pick(&[2, 1, 3, 10])));
            self.b.expr(Node::Const(value))
        } else {
            let path = self.b.path(Root::Goods, &["price"]);
            self.b.expr(Node::Path(path))
        };
        let op = self.c.pick(&[CmpOp::Lt, CmpOp::Ne, CmpOp::Eq, CmpOp::Ge]);
        Node::Cmp(op, capture, other)
    }

    fn states(&mut self) -> Node {
        let patterns = self.patterns(&self.words.patterns.clone());
        Node::States { patterns, places: self.places() }
    }
}

/// A random pack of law, called `id`.
pub fn rules(c: &mut Choices, words: &Words) -> Pack {
    let mut b = Builder::new("t.law", &[FACTS, TEXT]);
    b.pack.core.instruments.push(Instrument {
        slug: "law".to_owned(),
        title: "法".to_owned(),
        title_en: "Law".to_owned(),
        effective: super::day("2020-01-01"),
        repealed: None,
        versions: vec![super::day("2020-01-01"), super::day("2024-01-01")],
        full_text: true,
    });
    let law = b.symbol("t.law", SymbolKind::Instrument, "law");
    let goods = (Root::Goods, fields("listing"));
    let open = Env {
        roots: vec![goods],
        goods: true,
        depth: 2,
        at_match: false,
        captures: false,
        vars: 0,
        defines: Vec::new(),
        says: true,
    };
    let mut defines: Vec<String> = Vec::new();
    for i in 0..c.below(4) {
        let env = Env { defines: defines.clone(), depth: 1, ..open.clone() };
        let body = Conditions { b: &mut b, c, words }.condition(&env);
        let key = format!("d{i}");
        b.pack.core.defines.push(Define { key: key.clone(), name: format!("定义{i}"), body });
        if c.chance(50) {
            let unless = if c.chance(40) {
                let env = Env { defines: defines.clone(), depth: 0, ..open.clone() };
                Some(Conditions { b: &mut b, c, words }.condition(&env))
            } else {
                None
            };
            let define = b.symbol("t.law", SymbolKind::Define, &key);
            let message = b.text("推定");
            let (value, softens) = (c.chance(50), c.chance(50));
            let key = format!("presumption{i}");
            b.pack.core.presumptions.push(Presumption { key, define, value, unless, softens, message });
        }
        defines.push(key);
    }
    for i in 0..1 + c.below(4) {
        rule(c, &mut b, words, law, &open, &defines, i);
    }
    b.pack
}

fn rule(c: &mut Choices, b: &mut Builder, words: &Words, law: Ref, open: &Env, defines: &[String], i: usize) {
    let applies = match c.below(5) {
        0 => vec!["shop"],
        1 => vec!["livestream"],
        2 => vec!["listing"],
        _ => vec!["listing", "livestream"],
    };
    // Fields that all these subjects have.
    let subject = match applies.as_slice() {
        [one] => fields(one),
        _ => COMMON,
    };
    let mut env = Env { defines: defines.to_vec(), ..open.clone() };
    env.roots.push((Root::Subject, subject));
    let when = c.chance(40).then(|| Conditions { b, c, words }.condition(&Env { depth: 1, ..env.clone() }));
    let by_match = c.chance(55);
    let norm = if by_match {
        NormKind::Forbid
    } else {
        c.pick(&[NormKind::Forbid, NormKind::Require, NormKind::Require, NormKind::Permit])
    };
    let body = {
        let mut make = Conditions { b, c, words };
        let node = if by_match {
            make.says(&env)
        } else if make.c.chance(30) {
            make.states()
        } else {
            make.node(&env)
        };
        make.b.expr(node)
    };
    // A body that happens to be `says` is judged match by match too.
    let by_match = norm == NormKind::Forbid && matches!(b.pack.core.exprs[body as usize], Node::Says { .. });
    let outside: Vec<Ref> = if c.chance(40) {
        c.many(1, 2, |c| c.pick(&words.contexts)).iter().map(|k| b.symbol(TEXT, SymbolKind::Context, k)).collect()
    } else {
        Vec::new()
    };
    let mut exceptions = Vec::new();
    for n in 0..c.below(3) {
        let inner =
            Env { at_match: by_match, captures: false, depth: 1, says: !by_match || c.chance(30), ..env.clone() };
        let raised = if by_match && c.chance(50) {
            let key = c.pick(&words.contexts);
            let context = b.symbol(TEXT, SymbolKind::Context, &key);
            b.expr(Node::Near(context))
        } else {
            Conditions { b, c, words }.condition(&inner)
        };
        let on_request = c.chance(40);
        let proved = if on_request {
            None
        } else if c.chance(50) {
            Some(b.expr(Node::Holds("data".to_owned())))
        } else {
            Some(Conditions { b, c, words }.condition(&inner))
        };
        let proof = b.text("证据");
        let cites = vec![Cite { law, article: 2, sub: None, paragraph: None, item: None, section: None }];
        let key = format!("x{n}");
        exceptions.push(Exception { name: key.clone(), key, cites, raised, on_request, proof, proved });
    }
    let applies: Vec<Ref> = applies.iter().map(|k| b.symbol(FACTS, SymbolKind::Type, k)).collect();
    let fixes = match c.below(4) {
        0 => Vec::new(),
        1 => vec![Fix::Delete { safe: c.chance(70) }],
        2 => vec![Fix::Replace { with: c.pick(&["好", "〇", "其"]).to_owned(), safe: c.chance(70) }],
        _ => vec![Fix::Advise(b.text("请改写"))],
    };
    let rule = b.rule(&format!("r{i}"), law, &applies, body);
    rule.when = when;
    rule.norm = norm;
    rule.outside = outside;
    rule.exceptions = exceptions;
    rule.severity = c.pick(&[Severity::High, Severity::Medium, Severity::Low]);
    rule.nature = c.pick(&[Nature::Determinate, Nature::Determinate, Nature::Suspected, Nature::Judgement]);
    rule.scope = if by_match || c.chance(30) { c.pick(&[Scope::Text, Scope::Text, Scope::All]) } else { Scope::All };
    rule.fixes = fixes;
    if c.chance(25) {
        rule.valid_from = super::day(c.pick(&["2026-02-01", "2026-01-31", "2026-03-01"]));
        rule.held_from = if c.chance(50) { rule.valid_from } else { super::day("2024-01-01") };
    }
    if c.chance(15) {
        rule.valid_to = Some(super::day(c.pick(&["2026-02-15", "2026-03-31", "2027-01-01"])));
    }
}

/// Fields that listings and livestreams share.
const COMMON: Fields =
    &[("title", "标题", Ty::Copy), ("open", "开放", Ty::Bool), ("count", "件数", Ty::Int), ("made", "日期", Ty::Date)];
