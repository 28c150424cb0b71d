//! SARIF 2.1.0, for tools that show findings beside the text. Columns and offsets are UTF-16 units, as its default says.

use super::{Finding, Report, Span};
use crate::eval::options::Status;
use crate::syntax::Language;
use crate::syntax::tree::Severity;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Renders a report; `uri` names the file that was checked.
#[must_use]
pub fn render(report: &Report, uri: &str) -> String {
    serde_json::to_string_pretty(&value(report, uri)).unwrap_or_default()
}

fn value(report: &Report, uri: &str) -> Value {
    let findings = report.findings.iter().map(|f| (f, None));
    let waived = report.waived.iter().map(|w| (&w.finding, Some(&w.waiver)));
    let mut rules: BTreeSet<&str> = BTreeSet::new();
    for f in report.findings.iter().chain(report.waived.iter().map(|w| &w.finding)) {
        rules.insert(&f.rule);
        rules.extend(f.rules.iter().map(String::as_str));
    }
    let results: Vec<Value> = findings
        .chain(waived)
        .map(|(f, waiver)| {
            let mut result = result(f, uri);
            if let (Some(waiver), Some(object)) = (waiver, result.as_object_mut()) {
                let suppression = json!([{
                    "kind": "external",
                    "status": "accepted",
                    "justification": format!("{} ({}, {})", waiver.reason, waiver.author, waiver.expiry),
                }]);
                object.insert("suppressions".to_owned(), suppression);
            }
            result
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "zhunze",
                "version": report.engine,
                "rules": rules.iter().map(|id| json!({"id": id})).collect::<Vec<_>>(),
            }},
            "columnKind": "utf16CodeUnits",
            "properties": {
                "decision": report.decision,
                "policy": report.policy,
                "conduct": report.conduct,
                "evaluated_on": report.evaluated_on,
            },
            "results": results,
        }],
    })
}

fn level(f: &Finding) -> &'static str {
    match (f.status, f.severity) {
        (Status::Violation, Severity::High | Severity::Medium) => "error",
        (Status::Undetermined, _) => "note",
        _ => "warning",
    }
}

fn result(f: &Finding, uri: &str) -> Value {
    let cites: Vec<String> = f.cites.iter().map(|c| c.named(Language::Zh)).collect();
    let mut text = f.message.zh.clone();
    if !cites.is_empty() {
        text = format!("{text}（{}）", cites.join("、"));
    }
    let fixes: Vec<Value> = f
        .fixes
        .iter()
        .filter(|x| !x.edits.is_empty())
        .map(|x| {
            let replacements = x.edits.iter().map(|e| {
                json!({
                    "deletedRegion": {"charOffset": e.utf16[0], "charLength": e.utf16[1].saturating_sub(e.utf16[0])},
                    "insertedContent": {"text": e.insert},
                })
            });
            let first = x.edits.first().map_or("", |e| e.path.as_str());
            json!({
                "description": {"text": x.note.zh},
                "artifactChanges": [{
                    "artifactLocation": {"uri": location(uri, first)},
                    "replacements": replacements.collect::<Vec<_>>(),
                }],
            })
        })
        .collect();
    let mut result = json!({
        "ruleId": f.rule,
        "level": level(f),
        "message": {"text": text},
        "locations": f.spans.iter().map(|s| place(s, uri)).collect::<Vec<_>>(),
        "properties": {"status": f.status, "severity": f.severity, "missing": f.missing, "penalties": f.penalties, "layer": f.layer,
            "raised_by": f.raised_by, "added_by": f.added_by},
    });
    if let (false, Some(object)) = (fixes.is_empty(), result.as_object_mut()) {
        object.insert("fixes".to_owned(), fixes.into());
    }
    result
}

/// A text inside a subject has an address of its own: the file and the JSON pointer.
fn location(uri: &str, path: &str) -> String {
    if path.is_empty() { uri.to_owned() } else { format!("{uri}#{path}") }
}

fn place(s: &Span, uri: &str) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": {"uri": location(uri, &s.path)},
            "region": {
                "charOffset": s.utf16[0],
                "charLength": s.utf16[1].saturating_sub(s.utf16[0]),
                "byteOffset": s.utf8[0],
                "byteLength": s.utf8[1].saturating_sub(s.utf8[0]),
                "snippet": {"text": s.text},
            },
        },
        "logicalLocations": [{"fullyQualifiedName": s.path, "kind": "member"}],
    })
}
