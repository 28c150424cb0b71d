//! Fold declarations → fold tables.

use super::folds::unicode_table;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::FoldTable;
use crate::syntax::tree::{FoldDecl, FoldKind, FoldSource, Span};
use std::collections::BTreeMap;

/// The tables of a pack, one per declaration; a character has one meaning a table.
pub(super) fn fold_tables(
    decls: &[FoldDecl],
    files: &BTreeMap<String, String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<FoldTable> {
    let mut out = Vec::new();
    for decl in decls {
        let kind = decl.kind.node;
        let dropped = matches!(kind, FoldKind::ZeroWidth | FoldKind::Separator);
        let mut entries: BTreeMap<char, String> = BTreeMap::new();
        match &decl.source {
            FoldSource::Unicode => entries.extend(unicode_table(kind)),
            FoldSource::File(name) => match files.get(&name.node) {
                Some(text) => rows(text, name.span, &mut entries, diagnostics),
                None => diagnostics.push(Diagnostic::error(
                    "E0403",
                    name.span,
                    Message::new(
                        format!("找不到折叠表文件 {}", name.node),
                        format!("there is no fold table file {}", name.node),
                    ),
                    Message::new("把文件放在同一个包的目录里", "put the file into the pack's folder"),
                )),
            },
            FoldSource::Inline(pairs) => {
                for (from, to) in pairs {
                    let mut chars = from.node.chars();
                    let (Some(c), None) = (chars.next(), chars.next()) else {
                        diagnostics.push(bad_entry(from.span));
                        continue;
                    };
                    if to.is_none() != dropped {
                        diagnostics.push(bad_entry(from.span));
                        continue;
                    }
                    entries.insert(c, to.as_ref().map(|t| t.node.clone()).unwrap_or_default());
                }
            }
        }
        out.push(FoldTable { kind, uncertain: decl.uncertain, entries: entries.into_iter().collect() });
    }
    out
}

fn bad_entry(span: Span) -> Diagnostic {
    Diagnostic::error(
        "E0404",
        span,
        Message::new(
            "折叠表的一项应为单个字符；除零宽和分隔符外须写明折叠成什么",
            "a fold entry is one character and, but for zero-width and separators, what it becomes",
        ),
        Message::new("写 \"壹\" → \"一\"；分隔符只写 \"*\"", "write \"壹\" → \"一\"; a separator is just \"*\""),
    )
}

/// `from<TAB>to` rows; `#` starts a comment.
fn rows(text: &str, span: Span, entries: &mut BTreeMap<char, String>, diagnostics: &mut Vec<Diagnostic>) {
    for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let mut columns = line.split('\t');
        let (from, to) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""));
        let mut chars = from.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => {
                entries.insert(c, to.to_owned());
            }
            _ => {
                diagnostics.push(bad_entry(span));
                return;
            }
        }
    }
}
