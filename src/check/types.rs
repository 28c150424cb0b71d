//! Types of facts and of expressions.

use super::Checker;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::{BaseType, Field, FieldType, Member, Symbol, SymbolKind, TypeDecl, TypeKind};
use crate::syntax::tree::{Category, DeclName, EnumDecl, RecordDecl, Span, Spanned, Taxonomy, TypeRef};
use std::collections::BTreeMap;

/// The type of a fact or an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ty {
    Bool,
    Int,
    Decimal,
    Money,
    Date,
    DateTime,
    Duration,
    WorkingDays,
    Percent,
    Text,
    Copy,
    Named(Symbol),
    List(Box<Ty>),
    /// A number captured from text: goes with any kind of number.
    Captured,
}

/// What a named type is made of; pairs are (ASCII key, Chinese name).
#[derive(Clone, Debug)]
pub(super) enum TypeShape {
    Enum(Vec<(String, String)>),
    Taxonomy(Vec<(String, String)>),
    Record { subject: bool, fields: Vec<(String, String, Ty)> },
}

/// A named type.
#[derive(Clone, Debug)]
pub(super) struct TypeInfo {
    pub name: String,
    pub shape: TypeShape,
}

impl TypeInfo {
    /// The key of a member called so.
    pub fn member(&self, name: &str) -> Option<&str> {
        let (TypeShape::Enum(members) | TypeShape::Taxonomy(members)) = &self.shape else { return None };
        members.iter().find(|(key, zh)| key == name || zh == name).map(|(key, _)| key.as_str())
    }

    /// The key and type of a field called so.
    pub fn field(&self, name: &str) -> Option<(&str, &Ty)> {
        let TypeShape::Record { fields, .. } = &self.shape else { return None };
        fields.iter().find(|(key, zh, _)| key == name || zh == name).map(|(key, _, ty)| (key.as_str(), ty))
    }

    /// Every name of a member or field.
    pub fn names(&self) -> Vec<&str> {
        match &self.shape {
            TypeShape::Enum(members) | TypeShape::Taxonomy(members) => {
                members.iter().flat_map(|(key, zh)| [key.as_str(), zh.as_str()]).collect()
            }
            TypeShape::Record { fields, .. } => {
                fields.iter().flat_map(|(key, zh, _)| [key.as_str(), zh.as_str()]).collect()
            }
        }
    }

    pub fn is_subject(&self) -> bool {
        matches!(self.shape, TypeShape::Record { subject: true, .. })
    }
}

impl Ty {
    /// Chinese and English name for messages.
    pub fn name(&self) -> (String, String) {
        let (zh, en) = match self {
            Self::Bool => ("布尔", "bool"),
            Self::Int => ("整数", "int"),
            Self::Decimal => ("小数", "decimal"),
            Self::Money => ("金额", "money"),
            Self::Date => ("日期", "date"),
            Self::DateTime => ("时刻", "datetime"),
            Self::Duration => ("期间", "duration"),
            Self::WorkingDays => ("工作日", "working days"),
            Self::Percent => ("百分比", "percent"),
            Self::Text => ("文本", "text"),
            Self::Copy => ("文案", "copy"),
            Self::Captured => ("文中的数", "number in the text"),
            Self::Named(symbol) => return (symbol.key.clone(), symbol.key.clone()),
            Self::List(inner) => {
                let (zh, en) = inner.name();
                return (format!("列表<{zh}>"), format!("list<{en}>"));
            }
        };
        (zh.to_owned(), en.to_owned())
    }

    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::Copy)
    }

    /// Whether `==` makes sense between the two.
    pub fn comparable(&self, other: &Self) -> bool {
        let plain = |t: &Self| matches!(t, Self::Int | Self::Decimal);
        let number = |t: &Self| plain(t) || matches!(t, Self::Money | Self::Percent | Self::Captured);
        match (self, other) {
            (Self::Captured, t) | (t, Self::Captured) => number(t),
            (a, b) if plain(a) && plain(b) => true,
            (a, b) if a.is_text() && b.is_text() => true,
            (Self::List(_) | Self::WorkingDays, _) | (_, Self::List(_) | Self::WorkingDays) => false,
            (Self::Text | Self::Copy, _) | (_, Self::Text | Self::Copy) => false,
            (a, b) => a == b,
        }
    }

    /// Whether `<` makes sense.
    pub fn ordered(&self) -> bool {
        matches!(
            self,
            Self::Int
                | Self::Decimal
                | Self::Money
                | Self::Percent
                | Self::Captured
                | Self::Date
                | Self::DateTime
                | Self::Duration
        )
    }
}

/// Facts that every subject has without declaring them; a declared field of that name could never be written.
const RESERVED: [&str; 5] = ["kind", "evidence", "conduct", "waivers", "complete"];

impl Checker<'_> {
    /// What a type is called in messages: Chinese, English.
    pub(super) fn ty_name(&self, ty: &Ty) -> (String, String) {
        match ty {
            Ty::Named(symbol) => {
                let zh = self.types.get(symbol).map_or_else(|| symbol.key.clone(), |i| i.name.clone());
                (format!("“{zh}”"), format!("`{}`", symbol.key))
            }
            Ty::List(inner) => {
                let (zh, en) = self.ty_name(inner);
                (format!("列表<{zh}>"), format!("list<{en}>"))
            }
            plain => plain.name(),
        }
    }

    /// Names within one item: members, fields, exceptions. A second one of the same name is an error.
    pub(super) fn distinct<'n>(&mut self, names: impl Iterator<Item = &'n DeclName>, zh: &str, en: &str) {
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        for name in names {
            let known = [name.key(), name.name.node.as_str()].into_iter().find_map(|n| seen.get_key_value(n));
            if let Some((called, first)) = known.map(|(c, s)| (c.clone(), *s)) {
                self.report(
                    Diagnostic::error(
                        "E0201",
                        name.name.span,
                        Message::new(format!("{zh}“{called}”重复声明"), format!("{en} `{called}` is declared twice")),
                        Message::new("改用另一个名称，或删去其中一个", "rename one of them, or remove it"),
                    )
                    .label(first, Message::new("先在这里声明", "first declared here")),
                );
                continue;
            }
            seen.insert(name.key().to_owned(), name.name.span);
            seen.insert(name.name.node.clone(), name.name.span);
        }
    }

    fn filled(&mut self, name: &DeclName, empty: bool, zh: &str, en: &str) {
        if empty {
            self.report(Diagnostic::error(
                "E0228",
                name.name.span,
                Message::new(
                    format!("“{}”里没有{zh}，没有任何值可写", name.name.node),
                    format!("`{}` has no {en}, so no value of it can be written", name.name.node),
                ),
                Message::new(format!("写入至少一个{zh}，或删除它"), format!("add a {en}, or remove it")),
            ));
        }
    }

    pub(super) fn enum_decl(&mut self, decl: &EnumDecl) {
        self.need_id(&decl.name);
        self.filled(&decl.name, decl.members.is_empty(), "成员", "member");
        self.distinct(decl.members.iter().map(|(n, _)| n), "枚举成员", "enum member");
        let mut members = Vec::new();
        for (name, doc) in &decl.members {
            self.need_id(name);
            let doc = self.b.doc(doc.as_ref());
            members.push(Member { key: self.b.name(name.key()), name: name.name.node.clone(), parent: None, doc });
        }
        let doc = self.b.doc(decl.doc.as_ref());
        self.push_type(decl.name.key(), &decl.name.name.node, TypeKind::Enum(members), doc);
    }

    pub(super) fn taxonomy(&mut self, decl: &Taxonomy) {
        self.need_id(&decl.name);
        self.filled(&decl.name, decl.roots.is_empty(), "类目", "category");
        let mut names = Vec::new();
        category_names(&decl.roots, &mut names);
        self.distinct(names.into_iter(), "类目", "category");
        let mut members = Vec::new();
        self.categories(&decl.roots, None, &mut members);
        let doc = self.b.doc(decl.doc.as_ref());
        self.push_type(decl.name.key(), &decl.name.name.node, TypeKind::Taxonomy(members), doc);
    }

    fn categories(&mut self, categories: &[Category], parent: Option<u32>, members: &mut Vec<Member>) {
        for category in categories {
            self.need_id(&category.name);
            let doc = self.b.doc(category.doc.as_ref());
            let index = u32::try_from(members.len()).unwrap_or(u32::MAX);
            let key = self.b.name(category.name.key());
            members.push(Member { key, name: category.name.name.node.clone(), parent, doc });
            self.categories(&category.children, Some(index), members);
        }
    }

    pub(super) fn record(&mut self, decl: &RecordDecl) {
        self.need_id(&decl.name);
        self.filled(&decl.name, decl.fields.is_empty(), "字段", "field");
        self.distinct(decl.fields.iter().map(|f| &f.name), "字段", "field");
        let mut fields = Vec::new();
        for field in &decl.fields {
            self.need_id(&field.name);
            if decl.subject && RESERVED.contains(&field.name.key()) {
                let key = field.name.key();
                self.report(Diagnostic::error(
                    "E0227",
                    field.name.name.span,
                    Message::new(
                        format!("“{key}”是每个主体自带的键，不能再声明为字段"),
                        format!("every subject already has the key `{key}`; it cannot be declared as a field"),
                    ),
                    Message::new(
                        "换一个标识；自带的键有 kind、evidence、conduct、waivers、complete",
                        "choose another id; built in are kind, evidence, conduct, waivers and complete",
                    ),
                ));
            }
            let Some((base, lists)) = self.field_type(&field.ty) else { continue };
            let doc = self.b.doc(field.doc.as_ref());
            let key = self.b.name(field.name.key());
            let ty = FieldType { base, lists };
            fields.push(Field { key, name: field.name.name.node.clone(), ty, required: field.required, doc });
        }
        let doc = self.b.doc(decl.doc.as_ref());
        self.push_type(decl.name.key(), &decl.name.name.node, TypeKind::Record { subject: decl.subject, fields }, doc);
    }

    fn push_type(&mut self, key: &str, name: &str, kind: TypeKind, doc: u32) {
        self.b.core.types.push(TypeDecl { key: key.to_owned(), name: name.to_owned(), kind, doc });
    }

    fn field_type(&mut self, ty: &Spanned<TypeRef>) -> Option<(BaseType, u8)> {
        let base = match &ty.node {
            TypeRef::Bool => BaseType::Bool,
            TypeRef::Int => BaseType::Int,
            TypeRef::Decimal => BaseType::Decimal,
            TypeRef::Money => BaseType::Money,
            TypeRef::Date => BaseType::Date,
            TypeRef::DateTime => BaseType::DateTime,
            TypeRef::Duration => BaseType::Duration,
            TypeRef::Percent => BaseType::Percent,
            TypeRef::Text => BaseType::Text,
            TypeRef::Copy => BaseType::Copy,
            TypeRef::Named(name) => {
                let symbol = self.resolve(SymbolKind::Type, name)?;
                BaseType::Named(self.b.symbol(&symbol))
            }
            TypeRef::List(inner) => {
                let (base, lists) = self.field_type(inner)?;
                if lists > 0 {
                    self.report(Diagnostic::error(
                        "E0205",
                        ty.span,
                        Message::new("不支持列表的列表", "a list of lists is not supported"),
                        Message::new("为里层声明一个记录类型", "declare a record for the inner list"),
                    ));
                    return None;
                }
                return Some((base, 1));
            }
        };
        Some((base, 0))
    }

    /// The declared shape of one of this pack's own types, before anything is resolved in detail.
    pub(super) fn shape_of_record(&mut self, decl: &RecordDecl) -> TypeShape {
        let fields = decl
            .fields
            .iter()
            .filter_map(|f| {
                let ty = self.quiet_type(&f.ty.node)?;
                Some((f.name.key().to_owned(), f.name.name.node.clone(), ty))
            })
            .collect();
        TypeShape::Record { subject: decl.subject, fields }
    }

    fn quiet_type(&self, ty: &TypeRef) -> Option<Ty> {
        Some(match ty {
            TypeRef::Bool => Ty::Bool,
            TypeRef::Int => Ty::Int,
            TypeRef::Decimal => Ty::Decimal,
            TypeRef::Money => Ty::Money,
            TypeRef::Date => Ty::Date,
            TypeRef::DateTime => Ty::DateTime,
            TypeRef::Duration => Ty::Duration,
            TypeRef::Percent => Ty::Percent,
            TypeRef::Text => Ty::Text,
            TypeRef::Copy => Ty::Copy,
            TypeRef::Named(name) => {
                let found = self.scope.find(SymbolKind::Type, &name.node);
                let own = found.iter().find(|s| s.pack == self.b.core.meta.id);
                Ty::Named(own.or(found.first())?.clone())
            }
            TypeRef::List(inner) => Ty::List(Box::new(self.quiet_type(&inner.node)?)),
        })
    }
}

fn category_names<'t>(categories: &'t [Category], out: &mut Vec<&'t DeclName>) {
    for category in categories {
        out.push(&category.name);
        category_names(&category.children, out);
    }
}
