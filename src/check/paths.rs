//! Paths: which fact a name stands for, and what is said where there is none.

use super::Checker;
use super::expr::Env;
use super::types::{Ty, TypeShape};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::{Path, Root, Symbol, SymbolKind};
use crate::syntax::tree::{Name, PathRef};

impl Checker<'_> {
    pub(super) fn is_root(&self, name: &str) -> bool {
        matches!(name, "主体" | "subject" | "商品" | "goods")
            || self
                .scope
                .find(SymbolKind::Type, name)
                .iter()
                .any(|s| self.types.get(s).is_some_and(super::types::TypeInfo::is_subject))
    }

    pub(super) fn places(&mut self, places: &[PathRef], env: &Env) -> Option<Vec<Path>> {
        let mut out = Vec::new();
        for place in places {
            let rooted = place.steps.first().is_some_and(|n| self.is_root(&n.node));
            let (path, ty) = self.rooted_path(place, env, true, !rooted)?;
            let inner = if let Ty::List(inner) = &ty { inner.as_ref() } else { &ty };
            if !self.holds_copy(inner) {
                self.mismatch(place.span, &Ty::Copy, &ty);
                return None;
            }
            out.push(path);
        }
        Some(out)
    }

    /// Whether there are public words in a value of this type.
    fn holds_copy(&self, ty: &Ty) -> bool {
        let mut seen: Vec<&Symbol> = Vec::new();
        let mut waiting = vec![ty];
        while let Some(ty) = waiting.pop() {
            match ty {
                Ty::Copy => return true,
                Ty::List(inner) => waiting.push(inner),
                Ty::Named(symbol) if !seen.contains(&symbol) => {
                    seen.push(symbol);
                    if let Some(TypeShape::Record { fields, .. }) = self.types.get(symbol).map(|i| &i.shape) {
                        waiting.extend(fields.iter().map(|(_, _, ty)| ty));
                    }
                }
                _ => {}
            }
        }
        false
    }

    /// Whether a subject has goods: it is a listing, or lists them.
    fn has_goods(&self, subject: &Symbol) -> bool {
        if subject.key == "listing" {
            return true;
        }
        let Some(TypeShape::Record { fields, .. }) = self.types.get(subject).map(|i| &i.shape) else { return false };
        fields.iter().any(|(_, _, ty)| {
            let inner = if let Ty::List(inner) = ty { inner } else { ty };
            matches!(inner, Ty::Named(s) if s.key == "listing")
        })
    }

    /// The path starts at something that the rule's subjects are not or do not have.
    fn beside_the_subject(&mut self, first: &Name, subjects: &[Symbol], zh: &str, en: &str) {
        let names: Vec<String> = subjects.iter().map(|s| self.ty_name(&Ty::Named(s.clone())).0).collect();
        let keys: Vec<&str> = subjects.iter().map(|s| s.key.as_str()).collect();
        self.report(Diagnostic::error(
            "E0226",
            first.span,
            Message::new(
                format!("这条规则适用于{}，{zh}", names.join("、")),
                format!("the rule applies to {}, {en}", keys.join(", ")),
            ),
            Message::new(
                "用“主体”指被检查的主体，或在“适用”里改写适用对象",
                "write `subject` for what is under check, or correct `applies`",
            ),
        ));
    }

    /// A path with its root. `through`: may pass through lists, collecting.
    pub(super) fn path(&mut self, path: &PathRef, env: &Env, through: bool) -> Option<(Path, Ty)> {
        self.rooted_path(path, env, through, false)
    }

    fn rooted_path(&mut self, path: &PathRef, env: &Env, through: bool, implicit_subject: bool) -> Option<(Path, Ty)> {
        let first = path.steps.first()?;
        let mut rest = path.steps.get(1..).unwrap_or_default();
        let var = env.vars.iter().enumerate().rev().find(|(_, (v, _))| *v == first.node);
        let (root, starts): (Root, Vec<Ty>) = if let Some((slot, (_, ty))) = var {
            (Root::Var(u16::try_from(slot).unwrap_or(u16::MAX)), vec![ty.clone()])
        } else if implicit_subject {
            rest = &path.steps;
            (Root::Subject, self.subjects(env))
        } else if matches!(first.node.as_str(), "主体" | "subject") {
            (Root::Subject, self.subjects(env))
        } else if matches!(first.node.as_str(), "商品" | "goods") {
            if !env.subjects.is_empty() && !env.subjects.iter().any(|s| self.has_goods(s)) {
                self.beside_the_subject(first, &env.subjects, "其中没有商品", "which has no goods");
                return None;
            }
            (Root::Goods, self.goods())
        } else {
            let found = self.scope.find(SymbolKind::Type, &first.node);
            let subject = found.into_iter().find(|s| self.types.get(s).is_some_and(super::types::TypeInfo::is_subject));
            if let Some(subject) = &subject
                && !env.subjects.is_empty()
                && env.subjects.iter().any(|s| s != subject)
            {
                let (zh, en) = self.ty_name(&Ty::Named(subject.clone()));
                let (zh, en) = (format!("这里却取{zh}的事实"), format!("but this takes a fact of {en}"));
                self.beside_the_subject(first, &env.subjects, &zh, &en);
                return None;
            }
            let Some(subject) = subject else {
                if self.incomplete {
                    return None;
                }
                let zh = format!("“{}”不是可用的路径起点", first.node);
                let en = format!("a path cannot start with `{}`", first.node);
                let field = |ty: &Ty| matches!(ty, Ty::Named(s) if self.types.get(s).is_some_and(|t| t.field(&first.node).is_some()));
                let (goods, subject) = if first.node.is_ascii() { ("goods", "subject") } else { ("商品", "主体") };
                let root = if self.goods().iter().any(field) {
                    Some(goods)
                } else {
                    self.subjects(env).iter().any(field).then_some(subject)
                };
                if let Some(root) = root {
                    let path = format!("{root}.{}", first.node);
                    self.report(Diagnostic::error(
                        "E0216",
                        first.span,
                        Message::new(zh, en),
                        Message::new(format!("是否想写“{path}”？"), format!("did you mean `{path}`?")),
                    ));
                    return None;
                }
                self.report(Diagnostic::error(
                    "E0216",
                    first.span,
                    Message::new(zh, en),
                    Message::new(
                        "路径以 主体、商品、主体类型名或“每个/任一”的变量开头",
                        "start it with subject, goods, a subject's name or a quantifier's variable",
                    ),
                ));
                return None;
            };
            (Root::Subject, vec![Ty::Named(subject)])
        };
        let mut result: Option<(Vec<String>, Ty)> = None;
        // A definition may be used for several subjects: there it is enough that one of them has the field.
        let lenient = root == Root::Subject && env.subjects.is_empty();
        let mut missing: Option<(usize, Ty)> = None;
        for start in &starts {
            match self.walk(start, rest, through) {
                Ok((keys, ty)) => {
                    if result.as_ref().is_some_and(|(_, t)| *t != ty) {
                        let ((azh, aen), (bzh, ben)) =
                            (result.as_ref().map(|r| self.ty_name(&r.1)).unwrap_or_default(), self.ty_name(&ty));
                        self.report(Diagnostic::error(
                            "E0217",
                            path.span,
                            Message::new(
                                format!("该字段在不同主体里类型不同：{azh}、{bzh}"),
                                format!("the field has different types in different subjects: {aen}, {ben}"),
                            ),
                            Message::new("把规则按主体分开写", "write one rule a subject"),
                        ));
                        return None;
                    }
                    if let Some((other, _)) = result.as_ref().filter(|(k, _)| *k != keys) {
                        let (a, b) = (other.join("."), keys.join("."));
                        self.report(Diagnostic::error(
                            "E0217",
                            path.span,
                            Message::new(
                                format!("这个名称在不同主体里指不同的字段：{a}、{b}"),
                                format!("this name means different fields in different subjects: {a}, {b}"),
                            ),
                            Message::new(
                                "写字段的标识，或把规则按主体分开写",
                                "write the field's id, or one rule a subject",
                            ),
                        ));
                        return None;
                    }
                    result = Some((keys, ty));
                }
                Err(at) => missing = Some((at, start.clone())),
            }
        }
        if let Some((at, start)) = missing
            && !(lenient && result.is_some())
        {
            self.unknown_field(rest, at, &start);
            return None;
        }
        let Some((keys, ty)) = result else {
            if self.incomplete {
                return None;
            }
            self.report(Diagnostic::error(
                "E0218",
                path.span,
                Message::new("这里没有可以取字段的主体", "there is no subject to take a field of"),
                Message::new("引用声明主体的包（cn.facts）", "use the pack that declares the subjects (cn.facts)"),
            ));
            return None;
        };
        let steps = keys.iter().map(|k| self.b.name(k)).collect();
        Some((Path { root, steps }, ty))
    }

    fn subjects(&self, env: &Env) -> Vec<Ty> {
        if env.subjects.is_empty() {
            let all = self.types.iter().filter(|(_, i)| i.is_subject());
            return all.map(|(s, _)| Ty::Named(s.clone())).collect();
        }
        env.subjects.iter().cloned().map(Ty::Named).collect()
    }

    fn goods(&self) -> Vec<Ty> {
        let listing = self.scope.find(SymbolKind::Type, "listing");
        listing.into_iter().map(Ty::Named).collect()
    }

    /// Follows the steps; `Err` is the index of the step that does not exist.
    fn walk(&self, start: &Ty, steps: &[Name], through: bool) -> Result<(Vec<String>, Ty), usize> {
        let mut ty = start.clone();
        let mut keys = Vec::new();
        let mut listed = false;
        for (i, step) in steps.iter().enumerate() {
            if let Ty::List(inner) = ty {
                if !through {
                    return Err(i);
                }
                listed = true;
                ty = *inner;
            }
            let Ty::Named(symbol) = &ty else { return Err(i) };
            let (key, next) = self.types.get(symbol).and_then(|t| t.field(&step.node)).ok_or(i)?;
            keys.push(key.to_owned());
            ty = next.clone();
        }
        if listed && !matches!(ty, Ty::List(_)) {
            ty = Ty::List(Box::new(ty));
        }
        Ok((keys, ty))
    }

    fn unknown_field(&mut self, steps: &[Name], at: usize, start: &Ty) {
        let Some(step) = steps.get(at) else { return };
        let owner = self
            .walk(start, steps.get(..at).unwrap_or_default(), true)
            .map(|(_, t)| t)
            .unwrap_or_else(|_| start.clone());
        if let Ty::List(_) = owner {
            self.report(Diagnostic::error(
                "E0219",
                step.span,
                Message::new("列表不能直接取字段", "a list has no fields of its own"),
                Message::new(
                    "用“每个 x 于 … 满足 (…)”“任一 x 于 … 满足 (…)”，或用 最小、最大、合计、个数",
                    "use every/some x of … (…), or min, max, sum, count",
                ),
            ));
            return;
        }
        let info = if let Ty::Named(s) = &owner { self.types.get(s) } else { None };
        let suggestion = info.and_then(|i| nearest(&step.node, i.names())).map(str::to_owned);
        let owner = match info {
            Some(i) if matches!(i.shape, TypeShape::Record { .. }) => i.name.clone(),
            _ => self.ty_name(&owner).0,
        };
        self.report(Diagnostic::error(
            "E0220",
            step.span,
            Message::new(format!("{owner}没有字段“{}”", step.node), format!("{owner} has no field `{}`", step.node)),
            suggestion.map_or_else(
                || Message::new("见 cn.facts 中的字段表，或声明这个字段", "see the fields in cn.facts, or declare it"),
                |s| Message::new(format!("是否想写“{s}”？"), format!("did you mean `{s}`?")),
            ),
        ));
    }
}
