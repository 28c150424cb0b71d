//! JSON Schema and TypeScript for subjects, from the facts that packs declare. The report's own types are fixed and stand in
//! the npm package.

use crate::pack::linked::Linked;
use crate::pack::model::{BaseType, Field, Member, TypeDecl, TypeKind};
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// JSON Schema (2020-12) of every subject: `oneOf` by `kind`.
#[must_use]
pub fn json_schema(linked: &Linked) -> Value {
    let mut defs = Map::new();
    let mut subjects = Vec::new();
    for ty in &linked.types {
        let schema = match &ty.kind {
            TypeKind::Enum(members) | TypeKind::Taxonomy(members) => json!({
                "title": ty.name, "description": doc(linked, ty.doc), "enum": accepted(linked, members),
            }),
            TypeKind::Record { subject, fields } => {
                if *subject {
                    subjects.push(json!({"$ref": format!("#/$defs/{}", ty.key)}));
                }
                record_schema(linked, ty, *subject, fields)
            }
        };
        defs.insert(ty.key.clone(), schema);
    }
    let date = json!({"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"});
    defs.insert(
        "evidence_item".to_owned(),
        json!({"type": "object", "properties": {
        "kind": {"type": "string"}, "number": {"type": "string"}, "issuer": {"type": "string"},
        "valid_from": date, "valid_to": date, "supports": {"type": ["string", "array"]}}, "required": ["kind"]}),
    );
    defs.insert(
        "copy_segment".to_owned(),
        json!({"type": "object", "properties": {
        "start_ms": {"type": "integer"}, "end_ms": {"type": "integer"}, "speaker": {"type": "string"}, "channel": {"type": "string"},
        "product": {"type": ["string", "integer"]}, "text": {"type": "string"}}, "required": ["text"]}),
    );
    defs.insert(
        "copy".to_owned(),
        json!({"oneOf": [
        {"type": "string"}, {"type": "array", "items": {"$ref": "#/$defs/copy_segment"}}]}),
    );
    json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Zhunze subject", "oneOf": subjects, "$defs": defs})
}

fn doc(linked: &Linked, id: u32) -> String {
    let text = linked.doc(id);
    match (text.zh.as_str(), text.en.as_str()) {
        (zh, en) if zh == en || en.is_empty() => zh.to_owned(),
        (zh, en) => format!("{zh} / {en}"),
    }
}

fn accepted(linked: &Linked, members: &[Member]) -> Vec<String> {
    members.iter().map(|m| linked.name(m.key).to_owned()).collect()
}

fn record_schema(linked: &Linked, ty: &TypeDecl, subject: bool, fields: &[Field]) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    if subject {
        properties.insert("kind".to_owned(), json!({"const": ty.key}));
        required.push("kind".to_owned());
    }
    for field in fields {
        let key = linked.name(field.key).to_owned();
        let mut schema = field_schema(linked, field);
        if let Some(map) = schema.as_object_mut() {
            map.insert("title".to_owned(), Value::String(field.name.clone()));
            map.insert("description".to_owned(), Value::String(doc(linked, field.doc)));
        }
        properties.insert(key, schema);
    }
    if subject {
        properties.insert(
            "evidence".to_owned(),
            json!({"type": ["array", "null"], "items": {"$ref": "#/$defs/evidence_item"}}),
        );
        properties.insert(
            "conduct".to_owned(),
            json!({"type": "object", "properties": {"from": {"type": "string"}, "to": {"type": "string"}}}),
        );
        properties.insert("waivers".to_owned(), json!({"type": "array", "items": {"type": "object"}}));
        properties.insert("complete".to_owned(), json!({"type": ["boolean", "array"], "items": {"type": "string"}}));
    }
    // No fact is required: what is missing is unknown, and the report says so.
    json!({"title": ty.name, "description": doc(linked, ty.doc), "type": "object", "properties": properties, "required": required})
}

fn field_schema(linked: &Linked, field: &Field) -> Value {
    let base = match field.ty.base {
        BaseType::Bool => json!({"type": ["boolean", "null"]}),
        BaseType::Int => json!({"type": ["integer", "null"]}),
        BaseType::Decimal | BaseType::Percent => json!({"type": ["number", "string", "null"]}),
        BaseType::Money if linked.name(field.key).ends_with("_fen") => json!({"type": ["integer", "null"]}),
        BaseType::Money => json!({"type": ["number", "string", "null"], "pattern": "^-?\\d+(\\.\\d{1,2})?$"}),
        BaseType::Date => json!({"type": ["string", "null"], "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}),
        BaseType::DateTime | BaseType::Duration | BaseType::Text => json!({"type": ["string", "null"]}),
        BaseType::Copy => json!({"anyOf": [{"$ref": "#/$defs/copy"}, {"type": "null"}]}),
        BaseType::Named(ty) => {
            let key = linked.types.get(ty as usize).map_or("", |t| t.key.as_str());
            json!({"anyOf": [{"$ref": format!("#/$defs/{key}")}, {"type": "null"}]})
        }
    };
    if field.ty.lists > 0 { json!({"type": ["array", "null"], "items": base}) } else { base }
}

/// TypeScript declarations of every subject.
#[must_use]
pub fn typescript(linked: &Linked) -> String {
    let mut out = String::from(
        "// Generated from the packs' facts by `zhunze schema --format ts`. Do not edit.\n\n\
         /** `YYYY-MM-DD`. */\nexport type DateString = string;\n\
         /** Yuan: \"199.90\", or a number with at most two decimals. */\nexport type Money = string | number;\n\
         /** A piece of a script with its time and speaker. */\n\
         export interface CopySegment { start_ms?: number; end_ms?: number; speaker?: string; channel?: string; product?: string | number; text: string }\n\
         /** Public words. */\nexport type Copy = string | CopySegment[];\n\
         /** What backs a claim. */\n\
         export interface Evidence { kind: string; number?: string; issuer?: string; valid_from?: DateString; valid_to?: DateString; supports?: string | string[] }\n\
         /** What the caller lets pass; always reported. */\n\
         export interface Waiver { rule: string; scope?: string; reason: string; author: string; expiry: DateString }\n\
         /** What every subject may carry. */\n\
         export interface SubjectBase { evidence?: Evidence[] | null; conduct?: { from?: DateString; to?: DateString }; waivers?: Waiver[]; complete?: boolean | string[] }\n",
    );
    let mut subjects = Vec::new();
    for ty in &linked.types {
        let name = pascal(&ty.key);
        let doc = doc(linked, ty.doc);
        let _ = write!(out, "\n/** {} */\n", comment(if doc.is_empty() { &ty.name } else { &doc }));
        match &ty.kind {
            TypeKind::Enum(members) | TypeKind::Taxonomy(members) => {
                let all: Vec<String> = accepted(linked, members).iter().map(|m| format!("{m:?}")).collect();
                let _ = writeln!(
                    out,
                    "export type {name} = {};",
                    if all.is_empty() { "never".to_owned() } else { all.join(" | ") }
                );
            }
            TypeKind::Record { subject, fields } => {
                let base = if *subject { " extends SubjectBase" } else { "" };
                let _ = writeln!(out, "export interface {name}{base} {{");
                if *subject {
                    subjects.push(name.clone());
                    let _ = writeln!(out, "  kind: {:?};", ty.key);
                }
                for field in fields {
                    let about = self::doc(linked, field.doc);
                    let about = if about.is_empty() { field.name.clone() } else { format!("{}：{about}", field.name) };
                    let _ = writeln!(
                        out,
                        "  /** {} */\n  {}?: {} | null;",
                        comment(&about),
                        linked.name(field.key),
                        ts_type(linked, field)
                    );
                }
                out.push_str("}\n");
            }
        }
    }
    let all = if subjects.is_empty() { "never".to_owned() } else { subjects.join(" | ") };
    let _ = write!(out, "\n/** Anything that can be checked. */\nexport type Subject = {all};\n");
    out
}

fn comment(text: &str) -> String {
    text.replace("*/", "*\u{200b}/")
}

fn ts_type(linked: &Linked, field: &Field) -> String {
    let base = match field.ty.base {
        BaseType::Bool => "boolean".to_owned(),
        BaseType::Int => "number".to_owned(),
        BaseType::Decimal | BaseType::Percent => "number | string".to_owned(),
        BaseType::Money if linked.name(field.key).ends_with("_fen") => "number".to_owned(),
        BaseType::Money => "Money".to_owned(),
        BaseType::Date => "DateString".to_owned(),
        BaseType::DateTime | BaseType::Duration | BaseType::Text => "string".to_owned(),
        BaseType::Copy => "Copy".to_owned(),
        BaseType::Named(ty) => linked.types.get(ty as usize).map_or_else(|| "unknown".to_owned(), |t| pascal(&t.key)),
    };
    match (field.ty.lists, base.contains('|')) {
        (0, _) => base,
        (_, true) => format!("({base})[]"),
        (_, false) => format!("{base}[]"),
    }
}

fn pascal(key: &str) -> String {
    let mut out = String::new();
    for part in key.split(['-', '_', '.']) {
        let mut chars = part.chars();
        out.extend(chars.next().map(|c| c.to_ascii_uppercase()));
        out.extend(chars);
    }
    out
}
