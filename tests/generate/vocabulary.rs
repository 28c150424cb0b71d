//! The facts that random bundles speak of: every base type, a list of scalars, a list of records, a record, a taxonomy.

use super::builder::Builder;
use zhunze::pack::Pack;
use zhunze::pack::model::*;

/// A field's type, for generators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ty {
    Bool,
    Int,
    Decimal,
    Money,
    Date,
    DateTime,
    Duration,
    Percent,
    Text,
    Copy,
    Tone,
    Category,
    Record(&'static str),
    List(&'static Ty),
}

pub type Fields = &'static [(&'static str, &'static str, Ty)];

pub const SKU: Fields = &[
    ("name", "规格名", Ty::Copy),
    ("price", "价格", Ty::Money),
    ("stock", "库存", Ty::Int),
    ("made", "生产日", Ty::Date),
    ("tone", "语气", Ty::Tone),
];
pub const PAGE_TEXT: Fields = &[("channel", "渠道", Ty::Tone), ("text", "内容", Ty::Copy)];
pub const SEGMENT: Fields = &[
    ("start_ms", "开始毫秒", Ty::Int),
    ("speaker", "说话人", Ty::Text),
    ("product", "讲解商品", Ty::Text),
    ("text", "内容", Ty::Copy),
];
pub const LISTING: Fields = &[
    ("id", "商品编号", Ty::Text),
    ("title", "标题", Ty::Copy),
    ("description", "描述", Ty::Copy),
    ("texts", "页面文字", Ty::List(&Ty::Record("page-text"))),
    ("category", "类目", Ty::Category),
    ("open", "在售", Ty::Bool),
    ("fresh", "新鲜", Ty::Bool),
    ("count", "件数", Ty::Int),
    ("weight", "重量", Ty::Decimal),
    ("price", "售价", Ty::Money),
    ("made", "生产日", Ty::Date),
    ("seen", "所见时刻", Ty::DateTime),
    ("keeps", "保质期", Ty::Duration),
    ("share", "占比", Ty::Percent),
    ("brand", "品牌", Ty::Text),
    ("tone", "语气", Ty::Tone),
    ("skus", "规格", Ty::List(&Ty::Record("sku"))),
    ("scores", "评分", Ty::List(&Ty::Int)),
    ("main", "主规格", Ty::Record("sku")),
];
pub const LIVESTREAM: Fields = &[
    ("title", "标题", Ty::Copy),
    ("script", "讲稿", Ty::List(&Ty::Record("segment"))),
    ("products", "商品", Ty::List(&Ty::Record("listing"))),
    ("open", "开播", Ty::Bool),
    ("count", "人数", Ty::Int),
    ("made", "开播日", Ty::Date),
];
pub const SHOP: Fields = &[
    ("title", "店名", Ty::Copy),
    ("open", "营业", Ty::Bool),
    ("count", "店员", Ty::Int),
    ("made", "开业日", Ty::Date),
    ("brand", "品牌", Ty::Text),
];

pub const TONES: &[(&str, &str)] = &[("calm", "平静"), ("loud", "喧闹")];
/// Key, Chinese name, index of the parent.
pub const CATEGORIES: &[(&str, &str, Option<u32>)] = &[
    ("food", "食品", None),
    ("health-food", "保健食品", Some(0)),
    ("plain-food", "普通食品", Some(0)),
    ("bread", "面包", Some(2)),
    ("cosmetics", "化妆品", None),
];

pub fn fields(record: &str) -> Fields {
    match record {
        "sku" => SKU,
        "page-text" => PAGE_TEXT,
        "segment" => SEGMENT,
        "listing" => LISTING,
        "livestream" => LIVESTREAM,
        "shop" => SHOP,
        _ => panic!("no record {record}"),
    }
}

pub const FACTS: &str = "t.facts";

fn field_type(b: &mut Builder, ty: Ty) -> FieldType {
    let base = match ty {
        Ty::Bool => BaseType::Bool,
        Ty::Int => BaseType::Int,
        Ty::Decimal => BaseType::Decimal,
        Ty::Money => BaseType::Money,
        Ty::Date => BaseType::Date,
        Ty::DateTime => BaseType::DateTime,
        Ty::Duration => BaseType::Duration,
        Ty::Percent => BaseType::Percent,
        Ty::Text => BaseType::Text,
        Ty::Copy => BaseType::Copy,
        Ty::Tone => BaseType::Named(b.symbol(FACTS, SymbolKind::Type, "tone")),
        Ty::Category => BaseType::Named(b.symbol(FACTS, SymbolKind::Type, "category")),
        Ty::Record(key) => BaseType::Named(b.symbol(FACTS, SymbolKind::Type, key)),
        Ty::List(inner) => return FieldType { lists: 1, ..field_type(b, *inner) },
    };
    FieldType { base, lists: 0 }
}

/// The pack of the facts.
pub fn facts() -> Pack {
    let mut b = Builder::new(FACTS, &[]);
    let members = |b: &mut Builder, all: &[(&str, &str, Option<u32>)]| {
        all.iter()
            .map(|(key, name, parent)| Member { key: b.name(key), name: (*name).to_owned(), parent: *parent, doc: 0 })
            .collect::<Vec<_>>()
    };
    let tones: Vec<_> = TONES.iter().map(|(k, n)| (*k, *n, None)).collect();
    let tones = members(&mut b, &tones);
    let categories = members(&mut b, CATEGORIES);
    let mut add = |key: &str, kind| {
        let decl = TypeDecl { key: key.to_owned(), name: format!("类型{key}"), kind, doc: 0 };
        b.pack.core.types.push(decl);
    };
    add("tone", TypeKind::Enum(tones));
    add("category", TypeKind::Taxonomy(categories));
    for (key, subject) in [
        ("sku", false),
        ("page-text", false),
        ("segment", false),
        ("listing", true),
        ("livestream", true),
        ("shop", true),
    ] {
        let fields = fields(key)
            .iter()
            .map(|(k, n, ty)| Field {
                key: b.name(k),
                name: (*n).to_owned(),
                ty: field_type(&mut b, *ty),
                required: *k == "title",
                doc: 0,
            })
            .collect();
        let kind = TypeKind::Record { subject, fields };
        b.pack.core.types.push(TypeDecl { key: key.to_owned(), name: format!("类型{key}"), kind, doc: 0 });
    }
    b.pack
}
