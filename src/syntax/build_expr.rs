//! Conditions and values.

use super::build_text::{cmp_op, digits};
use super::builder::{Builder, Kids};
use super::error;
use super::grammar::Rule;
use super::keywords;
use super::tree::{Aggregate, ArithOp, Expr, ExprKind, Given, InMember, Name, NumberLit, PathRef, Span, Unit};
use pest::iterators::Pair;

fn unit(rule: Rule) -> Option<Unit> {
    Some(match rule {
        Rule::kw_yuan => Unit::Yuan,
        Rule::kw_percent_sign => Unit::Percent,
        Rule::kw_days => Unit::Days,
        Rule::kw_working_days => Unit::WorkingDays,
        Rule::kw_months => Unit::Months,
        Rule::kw_years => Unit::Years,
        Rule::kw_hours => Unit::Hours,
        _ => return None,
    })
}

impl Builder<'_> {
    /// Goes `levels` deeper, or reports that this is too deep. Brackets are capped before; this also bounds chains of `非` and
    /// of `+`, so that nothing that walks the tree runs out of stack.
    fn deeper(&mut self, levels: usize, at: Span) -> Option<usize> {
        let before = self.depth;
        self.depth = self.depth.saturating_add(levels);
        if self.depth > self.limits.nesting {
            self.report(error::too_deep(at, self.limits.nesting));
            return None;
        }
        Some(before)
    }

    pub(super) fn expr(&mut self, pair: Pair<'_, Rule>) -> Option<Expr> {
        let span = self.span(&pair);
        self.many(pair, Rule::kw_or, |b, p| b.conjunction(p)).map(|mut parts| {
            if parts.len() == 1 { parts.pop() } else { Some(Expr { kind: ExprKind::Or(parts), span }) }
        })?
    }

    fn conjunction(&mut self, pair: Pair<'_, Rule>) -> Option<Expr> {
        let span = self.span(&pair);
        self.many(pair, Rule::kw_and, |b, p| b.negation(p)).map(|mut parts| {
            if parts.len() == 1 { parts.pop() } else { Some(Expr { kind: ExprKind::And(parts), span }) }
        })?
    }

    fn many(
        &mut self,
        pair: Pair<'_, Rule>,
        between: Rule,
        mut each: impl FnMut(&mut Self, Pair<'_, Rule>) -> Option<Expr>,
    ) -> Option<Vec<Expr>> {
        Kids::of(pair).filter(|p| p.as_rule() != between).map(|p| each(self, p)).collect()
    }

    fn negation(&mut self, pair: Pair<'_, Rule>) -> Option<Expr> {
        let mut kids = Kids::of(pair);
        let mut nots = Vec::new();
        while let Some(not) = kids.eat(Rule::kw_not) {
            nots.push(self.span(&not));
        }
        let first = nots.first().copied().unwrap_or_default();
        let before = self.deeper(nots.len(), first)?;
        let mut out = self.comparison(kids.eat(Rule::comparison)?)?;
        self.depth = before;
        for not in nots.into_iter().rev() {
            let span = Self::join(not, out.span);
            out = Expr { kind: ExprKind::Not(Box::new(out)), span };
        }
        Some(out)
    }

    fn comparison(&mut self, pair: Pair<'_, Rule>) -> Option<Expr> {
        let span = self.span(&pair);
        let mut kids = Kids::of(pair);
        if let Some(path) = kids.eat(Rule::path) {
            let path = self.path(path);
            kids.eat(Rule::kw_in)?;
            let members = self.members(kids.eat(Rule::in_list)?)?;
            return Some(Expr { kind: ExprKind::In(path, members), span });
        }
        let left = self.sum(kids.eat(Rule::sum)?)?;
        let Some(op) = kids.eat(Rule::cmp_op) else { return Some(left) };
        let op = cmp_op(op.into_inner().next()?.as_rule())?;
        let right = self.sum(kids.eat(Rule::sum)?)?;
        Some(Expr { kind: ExprKind::Cmp(op, Box::new(left), Box::new(right)), span })
    }

    fn members(&mut self, pair: Pair<'_, Rule>) -> Option<Vec<InMember>> {
        let mut out = Vec::new();
        for member in Kids::of(pair) {
            let inner = member.into_inner().next()?;
            out.push(match inner.as_rule() {
                Rule::string => InMember::Str(self.string(&inner)),
                _ => InMember::Name(self.name(&inner)),
            });
        }
        Some(out)
    }

    fn sum(&mut self, pair: Pair<'_, Rule>) -> Option<Expr> {
        self.chain(pair, Rule::add_op, |b, p| b.product(p))
    }

    fn product(&mut self, pair: Pair<'_, Rule>) -> Option<Expr> {
        self.chain(pair, Rule::op_mul, |b, p| b.operand(p))
    }

    /// A left-associative chain; each operator is one level of the tree.
    fn chain(
        &mut self,
        pair: Pair<'_, Rule>,
        between: Rule,
        mut each: impl FnMut(&mut Self, Pair<'_, Rule>) -> Option<Expr>,
    ) -> Option<Expr> {
        let span = self.span(&pair);
        let operators = pair.clone().into_inner().filter(|p| p.as_rule() == between).count();
        let before = self.deeper(operators, span)?;
        let mut kids = Kids::of(pair);
        let mut out = each(self, kids.next()?)?;
        while let Some(op) = kids.next() {
            let op = match op.as_rule() {
                Rule::op_mul => ArithOp::Mul,
                _ if op.as_str() == "+" => ArithOp::Add,
                _ => ArithOp::Sub,
            };
            let right = each(self, kids.next()?)?;
            let span = Self::join(out.span, right.span);
            out = Expr { kind: ExprKind::Arith(op, Box::new(out), Box::new(right)), span };
        }
        self.depth = before;
        Some(out)
    }

    /// An expression inside brackets.
    fn inner(&mut self, pair: Pair<'_, Rule>) -> Option<Expr> {
        let at = self.span(&pair);
        let before = self.deeper(1, at)?;
        let out = self.expr(pair)?;
        self.depth = before;
        Some(out)
    }

    fn operand(&mut self, pair: Pair<'_, Rule>) -> Option<Expr> {
        let pair = pair.into_inner().next()?;
        let span = self.span(&pair);
        let kind = match pair.as_rule() {
            Rule::paren => return self.inner(Kids::of(pair).eat(Rule::expr)?),
            Rule::path => ExprKind::Path(self.path(pair)),
            Rule::string => ExprKind::Str(self.string(&pair).node),
            Rule::date | Rule::bad_date => ExprKind::Date(self.date(&pair)?.node),
            Rule::boolean => ExprKind::Bool(self.boolean(pair)?),
            Rule::quantity => ExprKind::Number(self.quantity(pair)?),
            Rule::given => ExprKind::Given(match pair.into_inner().next()?.as_rule() {
                Rule::kw_as_of_date => Given::AsOf,
                Rule::kw_conduct_from => Given::ConductFrom,
                _ => Given::ConductTo,
            }),
            rule => {
                let mut kids = Kids::of(pair);
                let keyword = kids.next()?.as_rule();
                match rule {
                    Rule::aggregate => ExprKind::Aggregate(
                        match keyword {
                            Rule::kw_count => Aggregate::Count,
                            Rule::kw_min => Aggregate::Min,
                            Rule::kw_max => Aggregate::Max,
                            _ => Aggregate::Sum,
                        },
                        self.path(kids.eat(Rule::path)?),
                    ),
                    Rule::has => ExprKind::Has(self.path(kids.eat(Rule::path)?)),
                    Rule::near => ExprKind::Near(self.name(&kids.eat(Rule::ref_name)?)),
                    Rule::holds => ExprKind::Holds(self.string(&kids.eat(Rule::string)?)),
                    Rule::quantifier => self.quantifier(keyword, kids)?,
                    Rule::says => {
                        let (pats, places) = self.says(&mut kids)?;
                        let filter = if kids.has(Rule::kw_where) {
                            Some(Box::new(self.inner(kids.eat(Rule::expr)?)?))
                        } else {
                            None
                        };
                        ExprKind::Says { pats, places, filter }
                    }
                    Rule::states => {
                        let (pats, places) = self.says(&mut kids)?;
                        ExprKind::States { pats, places }
                    }
                    _ => return None,
                }
            }
        };
        Some(Expr { kind, span })
    }

    fn quantifier(&mut self, keyword: Rule, mut kids: Kids<'_>) -> Option<ExprKind> {
        let var = self.name(&kids.eat(Rule::ident)?);
        if keywords::ROOTS.iter().any(|root| root.zh == var.node || root.en == var.node) {
            self.report(error::root_as_variable(var.span, &var.node));
        }
        kids.eat(Rule::kw_of)?;
        let list = self.path(kids.eat(Rule::path)?);
        kids.eat(Rule::satisfies)?;
        let body = Box::new(self.inner(kids.eat(Rule::expr)?)?);
        Some(if keyword == Rule::kw_every {
            ExprKind::Every { var, list, body }
        } else {
            ExprKind::Some { var, list, body }
        })
    }

    /// What is said, and where.
    fn says(&mut self, kids: &mut Kids<'_>) -> Option<(Vec<Name>, Vec<PathRef>)> {
        let mut pats = Vec::new();
        for pair in Kids::of(kids.eat(Rule::says_list)?) {
            pats.push(self.name(&Kids::of(pair).eat(Rule::ref_name)?));
        }
        let mut places = Vec::new();
        if kids.has(Rule::kw_at) {
            places = Kids::of(kids.eat(Rule::path_list)?).map(|p| self.path(p)).collect();
        }
        Some((pats, places))
    }

    pub(super) fn boolean(&self, pair: Pair<'_, Rule>) -> Option<bool> {
        Some(pair.into_inner().next()?.as_rule() == Rule::kw_true)
    }

    fn quantity(&mut self, pair: Pair<'_, Rule>) -> Option<NumberLit> {
        let mut kids = Kids::of(pair);
        let digits = digits(kids.eat(Rule::number)?.as_str());
        let unit = match kids.eat(Rule::unit) {
            Some(pair) => Some(unit(pair.into_inner().next()?.as_rule())?),
            None => None,
        };
        Some(NumberLit { digits, unit })
    }
}
