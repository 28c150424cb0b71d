//! Conditions: names resolved, types checked, lowered into the arena. Operands are pushed before the node that uses them.

use super::Checker;
use super::types::{Ty, TypeShape};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::decimal::Decimal;
use crate::pack::model::{Const, ExprId, MAX_DEPTH, MAX_VARS, Node, Symbol, SymbolKind};
use crate::syntax::tree::{Aggregate, ArithOp, CmpOp, Expr, ExprKind, InMember, Name, NumberLit, PathRef, Span, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// What an expression can see.
#[derive(Clone, Default)]
pub(super) struct Env {
    /// The subjects a rule applies to; none: any subject (definitions, presumptions).
    pub subjects: Vec<Symbol>,
    /// Quantifier variables, outermost first.
    pub vars: Vec<(String, Ty)>,
    /// Numbers captured by the match under judgement, each with a pattern that does not name it, if there is one.
    pub captures: BTreeMap<String, Option<Symbol>>,
    /// Whether a match is under judgement, so that `near` makes sense.
    pub at_match: bool,
}

/// A lowered expression with its type.
type Typed = (ExprId, Ty);

/// Most working days of one duration: each is looked up.
const MOST_WORKING_DAYS: u16 = 999;

impl Checker<'_> {
    /// A condition.
    pub(super) fn condition(&mut self, e: &Expr, env: &Env) -> Option<ExprId> {
        let (id, ty) = self.expr(e, env)?;
        if ty == Ty::Bool {
            return Some(id);
        }
        self.mismatch(e.span, &Ty::Bool, &ty);
        None
    }

    pub(super) fn mismatch(&mut self, span: Span, wanted: &Ty, found: &Ty) {
        let ((wzh, wen), (fzh, fen)) = (self.ty_name(wanted), self.ty_name(found));
        let (message, help) = if *wanted == Ty::Bool {
            (
                Message::new(
                    format!("这里需要能判断真假的条件，写的是一个{fzh}值"),
                    format!("this needs a condition that is true or false, but it is a value of type {fen}"),
                ),
                Message::new(
                    "把它与另一个值比较（例如 == 或 <），或用“有”问它是否写明",
                    "compare it with something (such as == or <), or ask with `has` whether it is stated",
                ),
            )
        } else {
            (
                Message::new(format!("这里需要{wzh}，写的是{fzh}"), format!("this needs {wen}, but it is {fen}")),
                Message::new(format!("换成类型为{wzh}的字段"), format!("name a field of type {wen}")),
            )
        };
        self.report(Diagnostic::error("E0206", span, message, help));
    }

    /// An expression; one that nests too deep is reported where it passes the limit.
    fn expr(&mut self, e: &Expr, env: &Env) -> Option<Typed> {
        let (id, ty) = self.shallow(e, env)?;
        if self.b.too_deep(id) {
            self.too_deep(
                e.span,
                format!("条件嵌套超过 {MAX_DEPTH} 层"),
                format!("the condition nests more than {MAX_DEPTH} levels deep"),
            );
            return None;
        }
        Some((id, ty))
    }

    fn shallow(&mut self, e: &Expr, env: &Env) -> Option<Typed> {
        let boolean = |id| Some((id, Ty::Bool));
        match &e.kind {
            ExprKind::Or(all) | ExprKind::And(all) => {
                // Every operand is looked at, so that all their errors come at once.
                let ids: Vec<Option<ExprId>> = all.iter().map(|a| self.condition(a, env)).collect();
                let ids: Option<Vec<ExprId>> = ids.into_iter().collect();
                let node = if matches!(e.kind, ExprKind::Or(_)) { Node::Or(ids?) } else { Node::And(ids?) };
                boolean(self.b.expr(node))
            }
            ExprKind::Not(a) => {
                let a = self.condition(a, env)?;
                boolean(self.b.expr(Node::Not(a)))
            }
            ExprKind::Cmp(op, a, b) => self.comparison(e.span, *op, a, b, env),
            ExprKind::Arith(op, a, b) => self.arithmetic(e.span, *op, a, b, env),
            ExprKind::In(path, members) => self.membership(path, members, env),
            ExprKind::Has(path) => {
                let (path, _) = self.path(path, env, false)?;
                boolean(self.b.expr(Node::Has(path)))
            }
            ExprKind::Every { var, list, body } | ExprKind::Some { var, list, body } => {
                let (path, ty) = self.path(list, env, false)?;
                let Ty::List(element) = ty else {
                    self.report(Diagnostic::error(
                        "E0207",
                        list.span,
                        Message::new(
                            "“每个”“任一”要逐个看一个列表，这里写的不是列表",
                            "`every` and `some` go through a list, and this is none",
                        ),
                        Message::new("改用列表类型的字段", "name a field whose type is a list"),
                    ));
                    return None;
                };
                let slot = u16::try_from(env.vars.len()).unwrap_or(u16::MAX);
                if slot >= MAX_VARS {
                    self.too_deep(
                        var.span,
                        format!("“每个”“任一”套了 {MAX_VARS} 层以上"),
                        format!("more than {MAX_VARS} of `every` and `some` stand inside each other"),
                    );
                    return None;
                }
                let mut inner = env.clone();
                inner.vars.push((var.node.clone(), *element));
                let body = self.condition(body, &inner)?;
                let node = if matches!(e.kind, ExprKind::Every { .. }) {
                    Node::Every { var: slot, list: path, body }
                } else {
                    Node::Some { var: slot, list: path, body }
                };
                boolean(self.b.expr(node))
            }
            ExprKind::Says { pats, places, filter } => {
                let symbols: Option<Vec<Symbol>> = pats.iter().map(|p| self.resolve(SymbolKind::Pattern, p)).collect();
                let symbols = symbols?;
                let places = self.places(places, env)?;
                let filter = match filter {
                    Some(filter) => {
                        let mut inner = env.clone();
                        inner.at_match = true;
                        inner.captures = self.captures_of(&symbols);
                        Some(self.condition(filter, &inner)?)
                    }
                    None => None,
                };
                let patterns = symbols.iter().map(|s| self.b.symbol(s)).collect();
                boolean(self.b.expr(Node::Says { patterns, places, filter }))
            }
            ExprKind::States { pats, places } => {
                let symbols: Option<Vec<Symbol>> = pats.iter().map(|p| self.resolve(SymbolKind::Pattern, p)).collect();
                let places = self.places(places, env)?;
                let patterns = symbols?.iter().map(|s| self.b.symbol(s)).collect();
                boolean(self.b.expr(Node::States { patterns, places }))
            }
            ExprKind::Near(context) => {
                if !env.at_match {
                    self.report(Diagnostic::error(
                        "E0208",
                        e.span,
                        Message::new("“邻近”只能用在判断某处文字的地方", "`near` needs a match to be near to"),
                        Message::new(
                            "写在“其中”里，或写在禁止文字的规则的例外里",
                            "use it in `where`, or in an exception of a rule that forbids words",
                        ),
                    ));
                    return None;
                }
                let symbol = self.resolve(SymbolKind::Context, context)?;
                let context = self.b.symbol(&symbol);
                boolean(self.b.expr(Node::Near(context)))
            }
            ExprKind::Holds(kind) => boolean(self.b.expr(Node::Holds(kind.node.clone()))),
            ExprKind::Aggregate(which, path) => self.aggregate(*which, path, env),
            ExprKind::Given(given) => Some((self.b.expr(Node::Given(*given)), Ty::Date)),
            ExprKind::Bool(value) => boolean(self.b.expr(Node::Const(Const::Bool(*value)))),
            ExprKind::Number(number) => self.number(e.span, number),
            ExprKind::Date(date) => {
                let day = self.day(*date, e.span)?;
                Some((self.b.expr(Node::Const(Const::Date(day))), Ty::Date))
            }
            ExprKind::Str(text) => Some((self.b.expr(Node::Const(Const::Text(text.clone()))), Ty::Text)),
            ExprKind::Path(path) => self.named(path, env),
        }
    }

    /// A bare name is a variable, a capture or a definition; a longer path is a fact.
    fn named(&mut self, path: &PathRef, env: &Env) -> Option<Typed> {
        if let [name] = path.steps.as_slice() {
            let is_var = env.vars.iter().any(|(v, _)| *v == name.node);
            if !is_var && !self.is_root(&name.node) {
                if let Some(lacking) = env.captures.get(&name.node) {
                    if let Some(pattern) = lacking {
                        self.not_captured(name, pattern);
                        return None;
                    }
                    let capture = self.b.name(&name.node);
                    return Some((self.b.expr(Node::Capture(capture)), Ty::Captured));
                }
                let define = self.resolve(SymbolKind::Define, name)?;
                let define = self.b.symbol(&define);
                return Some((self.b.expr(Node::Define(define)), Ty::Bool));
            }
        }
        let (path, ty) = self.path(path, env, false)?;
        Some((self.b.expr(Node::Path(path)), ty))
    }

    fn comparison(&mut self, span: Span, op: CmpOp, a: &Expr, b: &Expr, env: &Env) -> Option<Typed> {
        // A bare name beside a fact of an enumerated type is a member of that type.
        let member = |this: &mut Self, e: &Expr, other: &Ty| -> Option<Typed> {
            let (ExprKind::Path(path), Ty::Named(symbol)) = (&e.kind, other) else { return None };
            let [name] = path.steps.as_slice() else { return None };
            let key = this.types.get(symbol)?.member(&name.node)?.to_owned();
            let value = Const::Member { ty: this.b.symbol(symbol), key: this.b.name(&key) };
            Some((this.b.expr(Node::Const(value)), other.clone()))
        };
        let bare = |e: &Expr| {
            matches!(&e.kind, ExprKind::Path(p) if p.steps.len() == 1)
                && !matches!(&e.kind, ExprKind::Path(p) if p.steps.first().is_some_and(|n| env.vars.iter().any(|(v, _)| *v == n.node)))
        };
        let (left, right) = if bare(a) && !bare(b) {
            let right = self.expr(b, env)?;
            (member(self, a, &right.1).or_else(|| self.operand(a, &right.1, env))?, right)
        } else {
            let left = self.expr(a, env)?;
            let right = member(self, b, &left.1);
            let right = right.or_else(|| self.operand(b, &left.1, env))?;
            (left, right)
        };
        let record = |this: &Self, ty: &Ty| matches!(ty, Ty::Named(_)) && this.members(ty).is_none();
        if !left.1.comparable(&right.1) || record(self, &left.1) {
            let ((lzh, len), (rzh, ren)) = (self.ty_name(&left.1), self.ty_name(&right.1));
            let either = |test: &dyn Fn(&Ty) -> bool| test(&left.1) || test(&right.1);
            let help = if either(&|t| matches!(t, Ty::List(_))) {
                Message::new(
                    "列表不能整个比较：用“每个”“任一”逐个判断，或用 个数、最小、最大、合计",
                    "a list is not compared as a whole: use every or some, or count, min, max, sum",
                )
            } else if either(&|t| record(self, t)) {
                Message::new("比较它的某个字段", "compare one of its fields")
            } else if either(&|t| self.members(t).is_some()) && either(&Ty::is_text) {
                Message::new("成员不加引号，写它的名称", "write the member's name without quotes")
            } else if either(&|t| *t == Ty::Money) {
                Message::new("金额须写明单位，例如 199 元", "write the unit: 199 yuan")
            } else if either(&|t| *t == Ty::Percent) {
                Message::new("百分比须写明单位，例如 30 %", "write the unit: 30 %")
            } else if either(&|t| matches!(t, Ty::Date | Ty::DateTime)) {
                Message::new(
                    "日期写成 2026-02-01，不加引号；日期与时刻是两种类型",
                    "write a date as 2026-02-01 without quotes; a date and a datetime are different types",
                )
            } else {
                Message::new(
                    "使两边为同一种类型；数字可带单位：元、%、日、个月、年、小时",
                    "make both sides the same type; numbers may carry a unit: yuan, %, days, months, years, hours",
                )
            };
            self.report(Diagnostic::error(
                "E0209",
                span,
                Message::new(format!("{lzh}与{rzh}不能比较"), format!("{len} and {ren} cannot be compared")),
                help,
            ));
            return None;
        }
        let ordered = left.1.ordered() && right.1.ordered();
        if !(ordered || matches!(op, CmpOp::Eq | CmpOp::Ne)) {
            let (zh, en) = self.ty_name(&left.1);
            self.report(Diagnostic::error(
                "E0210",
                span,
                Message::new(format!("{zh}没有大小先后之分"), format!("{en} has no order")),
                Message::new("改用 == 或 !=", "use == or !="),
            ));
            return None;
        }
        Some((self.b.expr(Node::Cmp(op, left.0, right.0)), Ty::Bool))
    }

    /// The numbers that a match of one of these patterns can name.
    pub(super) fn captures_of(&self, patterns: &[Symbol]) -> BTreeMap<String, Option<Symbol>> {
        let each: Vec<(&Symbol, BTreeSet<String>)> = patterns.iter().map(|p| (p, self.captured(p))).collect();
        let all: BTreeSet<&String> = each.iter().flat_map(|(_, names)| names).collect();
        let lacking = |name: &String| each.iter().find(|(_, names)| !names.contains(name)).map(|(p, _)| (*p).clone());
        all.into_iter().map(|name| (name.clone(), lacking(name))).collect()
    }

    fn not_captured(&mut self, name: &Name, pattern: &Symbol) {
        let (zh, en) = (self.scope.called(pattern), &pattern.key);
        self.report(Diagnostic::error(
            "E0239",
            name.span,
            Message::new(
                format!("<{zh}> 里没有名为“{}”的数，它匹配到的地方无法判断", name.node),
                format!("<{en}> names no number `{}`, so its matches cannot be judged", name.node),
            ),
            Message::new(
                "把它写成单独的“出现”，不带这个条件；或在那个句式里给数命名",
                "put it into a `says` of its own without this condition, or name a number in that pattern",
            ),
        ));
    }

    /// The members of an enum or a taxonomy.
    fn members(&self, ty: &Ty) -> Option<Vec<&str>> {
        let Ty::Named(symbol) = ty else { return None };
        let info = self.types.get(symbol)?;
        (!matches!(info.shape, TypeShape::Record { .. })).then(|| info.names())
    }

    /// An operand of a comparison: beside an enum or a category, a bare name that means nothing else is a misspelt member.
    fn operand(&mut self, e: &Expr, other: &Ty, env: &Env) -> Option<Typed> {
        if let ExprKind::Path(path) = &e.kind
            && let [name] = path.steps.as_slice()
            && self.members(other).is_some()
            && !env.captures.contains_key(&name.node)
            && !self.is_root(&name.node)
            && self.lookup(SymbolKind::Define, &name.node).is_none()
        {
            self.unknown_member(name, other);
            return None;
        }
        self.expr(e, env)
    }

    fn arithmetic(&mut self, span: Span, op: ArithOp, a: &Expr, b: &Expr, env: &Env) -> Option<Typed> {
        let left = self.expr(a, env)?;
        let right = self.expr(b, env)?;
        let plain = |t: &Ty| matches!(t, Ty::Int | Ty::Decimal | Ty::Captured);
        let ty = match (op, &left.1, &right.1) {
            (ArithOp::Mul, Ty::Money, t) | (ArithOp::Mul, t, Ty::Money) if plain(t) => Some(Ty::Money),
            (ArithOp::Mul, Ty::Int, Ty::Int) => Some(Ty::Int),
            (_, a, b) if plain(a) && plain(b) => {
                Some(if *a == Ty::Int && *b == Ty::Int { Ty::Int } else { Ty::Decimal })
            }
            (ArithOp::Add | ArithOp::Sub, a, b) if a == b && matches!(a, Ty::Money | Ty::Percent | Ty::Duration) => {
                Some(a.clone())
            }
            (ArithOp::Add | ArithOp::Sub, a @ (Ty::Date | Ty::DateTime), Ty::Duration) => Some(a.clone()),
            (ArithOp::Add | ArithOp::Sub, Ty::Date, Ty::WorkingDays) => Some(Ty::Date),
            _ => None,
        };
        let Some(ty) = ty else {
            let ((lzh, len), (rzh, ren)) = (self.ty_name(&left.1), self.ty_name(&right.1));
            self.report(Diagnostic::error(
                "E0211",
                span,
                Message::new(
                    format!("{lzh}与{rzh}不能这样运算"),
                    format!("this arithmetic is not defined for {len} and {ren}"),
                ),
                Message::new(
                    "可以：金额加减金额、金额乘数、日期加减期间、数的加减乘",
                    "defined: money ± money, money × number, date ± duration, numbers",
                ),
            ));
            return None;
        };
        Some((self.b.expr(Node::Arith(op, left.0, right.0)), ty))
    }

    fn membership(&mut self, path: &PathRef, members: &[InMember], env: &Env) -> Option<Typed> {
        let (lowered, ty) = self.path(path, env, false)?;
        let mut values = Vec::new();
        for member in members {
            match (member, &ty) {
                (InMember::Str(text), t) if t.is_text() => values.push(Const::Text(text.node.clone())),
                (InMember::Name(name), Ty::Named(symbol)) => {
                    let info = self.types.get(symbol).cloned();
                    let Some(key) = info.as_ref().and_then(|i| i.member(&name.node)).map(str::to_owned) else {
                        self.unknown_member(name, &ty);
                        continue;
                    };
                    values.push(Const::Member { ty: self.b.symbol(symbol), key: self.b.name(&key) });
                }
                _ => {
                    let (zh, en) = self.ty_name(&ty);
                    self.report(Diagnostic::error(
                        "E0212",
                        path.span,
                        Message::new(format!("“属于”不适用于{zh}"), format!("`in` does not apply to {en}")),
                        Message::new(
                            "“属于”用于类目、枚举或文本字段：成员写名称，文本写引号",
                            "use it on a category, an enum or a text field: members by name, texts in quotes",
                        ),
                    ));
                    return None;
                }
            }
        }
        Some((self.b.expr(Node::In(lowered, values)), Ty::Bool))
    }

    pub(super) fn unknown_member(&mut self, name: &Name, ty: &Ty) {
        let (zh, en) = self.ty_name(ty);
        let known = self.members(ty).unwrap_or_default();
        let help = if let Some(s) = nearest(&name.node, known.iter().copied()) {
            Message::new(format!("是否想写“{s}”？"), format!("did you mean `{s}`?"))
        } else if known.len() <= 24 {
            let part = |skip: usize| known.iter().skip(skip).step_by(2).copied().collect::<Vec<_>>();
            Message::new(
                format!("可以写：{}；确实需要的，在它的声明里加上", part(1).join("、")),
                format!("it has {}; if another is needed, add it to the declaration", part(0).join(", ")),
            )
        } else {
            Message::new(
                format!("见{zh}的声明；确实需要的，在那里加上"),
                format!("see the declaration of {en}; if another is needed, add it there"),
            )
        };
        self.report(Diagnostic::error(
            "E0213",
            name.span,
            Message::new(format!("{zh}里没有“{}”", name.node), format!("{en} has no member `{}`", name.node)),
            help,
        ));
    }

    fn aggregate(&mut self, which: Aggregate, path: &PathRef, env: &Env) -> Option<Typed> {
        let (lowered, ty) = self.path(path, env, true)?;
        let element = if let Ty::List(inner) = ty { *inner } else { ty };
        let ok = which == Aggregate::Count
            || (element.ordered() && (which != Aggregate::Sum || !matches!(element, Ty::Date | Ty::DateTime)));
        if !ok {
            let (zh, en) = self.ty_name(&element);
            self.report(Diagnostic::error(
                "E0214",
                path.span,
                Message::new(format!("{zh}不能这样汇总"), format!("{en} cannot be aggregated so")),
                Message::new(
                    "汇总数、金额或日期字段；计数用“个数”",
                    "aggregate numbers, money or dates; use `count` to count",
                ),
            ));
            return None;
        }
        let ty = if which == Aggregate::Count { Ty::Int } else { element };
        Some((self.b.expr(Node::Aggregate(which, lowered)), ty))
    }

    fn number(&mut self, span: Span, number: &NumberLit) -> Option<Typed> {
        let value = self.decimal(span, &number.digits)?;
        let count = |this: &mut Self| {
            let whole = (value.scale == 0).then(|| i32::try_from(value.units).ok()).flatten();
            if whole.is_none() {
                this.number_error(span, "期间须为整数", "a duration needs a whole number");
            }
            whole
        };
        let (months, days, seconds) = match number.unit {
            None => {
                let ty = if value.scale == 0 { Ty::Int } else { Ty::Decimal };
                return Some((self.b.expr(Node::Const(Const::Number(value))), ty));
            }
            Some(Unit::Yuan) => {
                if value.scale > 2 {
                    self.number_error(span, "金额最多两位小数", "money has at most two decimals");
                    return None;
                }
                return Some((self.b.expr(Node::Const(Const::Number(value))), Ty::Money));
            }
            Some(Unit::Percent) => return Some((self.b.expr(Node::Const(Const::Number(value))), Ty::Percent)),
            Some(Unit::WorkingDays) => {
                let Some(days) = u16::try_from(count(self)?).ok().filter(|d| *d <= MOST_WORKING_DAYS) else {
                    self.number_error(span, "工作日最多 999 天", "at most 999 working days");
                    return None;
                };
                return Some((self.b.expr(Node::Const(Const::WorkingDays(days))), Ty::WorkingDays));
            }
            Some(Unit::Days) => (0, count(self)?, 0),
            Some(Unit::Months) => (count(self)?, 0, 0),
            Some(Unit::Years) => (count(self)?.saturating_mul(12), 0, 0),
            Some(Unit::Hours) => (0, 0, i64::from(count(self)?).saturating_mul(3600)),
        };
        Some((self.b.expr(Node::Const(Const::Duration { months, days, seconds })), Ty::Duration))
    }

    pub(super) fn decimal(&mut self, span: Span, digits: &str) -> Option<Decimal> {
        let value = Decimal::parse(digits);
        if value.is_none() {
            self.number_error(span, "这个数太大或小数位太多", "this number is too large or has too many decimals");
        }
        value
    }

    fn number_error(&mut self, span: Span, zh: &str, en: &str) {
        self.report(Diagnostic::error(
            "E0215",
            span,
            Message::new(zh, en),
            Message::new("改写这个数", "write another number"),
        ));
    }
}

/// Whether an expression reads words anywhere.
pub(super) fn reads_words(e: &Expr) -> bool {
    any(e, &|k| matches!(k, ExprKind::Says { .. } | ExprKind::States { .. }))
}

/// Whether an expression reads facts other than words.
pub(super) fn reads_facts(e: &Expr) -> bool {
    any(e, &|k| {
        matches!(
            k,
            ExprKind::In(..)
                | ExprKind::Has(_)
                | ExprKind::Every { .. }
                | ExprKind::Some { .. }
                | ExprKind::Aggregate(..)
        ) || matches!(k, ExprKind::Path(p) if p.steps.len() > 1)
    })
}

fn any(e: &Expr, test: &dyn Fn(&ExprKind) -> bool) -> bool {
    test(&e.kind)
        || match &e.kind {
            ExprKind::Or(all) | ExprKind::And(all) => all.iter().any(|a| any(a, test)),
            ExprKind::Not(a) | ExprKind::Every { body: a, .. } | ExprKind::Some { body: a, .. } => any(a, test),
            ExprKind::Cmp(_, a, b) | ExprKind::Arith(_, a, b) => any(a, test) || any(b, test),
            ExprKind::Says { filter: Some(a), .. } => any(a, test),
            _ => false,
        }
}
