//! Fold declarations → fold tables.

use super::folds::unicode_table;
use crate::diagnostic::{Diagnostic, Message};
use crate::pack::model::FoldTable;
use crate::syntax::tree::{FoldDecl, FoldKind, FoldSource, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The tables of a pack, one per declaration; a character has one meaning a table.
pub(super) fn fold_tables(
    decls: &[FoldDecl],
    files: &BTreeMap<String, String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<FoldTable> {
    let mut out = Vec::new();
    for decl in decls {
        let kind = decl.kind.node;
        let respells = kind.respells();
        let dropped = matches!(kind, FoldKind::ZeroWidth | FoldKind::Separator);
        let mut entries: BTreeMap<char, String> = BTreeMap::new();
        let mut spellings: BTreeSet<(String, String)> = BTreeSet::new();
        match &decl.source {
            FoldSource::Unicode => entries.extend(unicode_table(kind)),
            FoldSource::File(name) => match files.get(&name.node) {
                Some(text) if respells => spelling_rows(text, name.span, &mut spellings, diagnostics),
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
                    if respells {
                        let to = to.as_ref().map_or("", |t| t.node.as_str());
                        if spelling(&from.node, to) {
                            spellings.insert((from.node.clone(), to.to_owned()));
                        } else {
                            diagnostics.push(bad_spelling(from.span));
                        }
                        continue;
                    }
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
        out.push(FoldTable {
            kind,
            uncertain: decl.uncertain,
            entries: entries.into_iter().collect(),
            spellings: spellings.into_iter().collect(),
        });
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

/// Whether a respelling may stand in a table: nothing folds across the end of a clause.
fn spelling(from: &str, to: &str) -> bool {
    let mark = |c: char| "，；：,;:。！？!?…｡\n\r".contains(c);
    !from.is_empty() && !to.is_empty() && from != to && !from.chars().any(mark) && !to.chars().any(mark)
}

fn bad_spelling(span: Span) -> Diagnostic {
    Diagnostic::error(
        "E0404",
        span,
        Message::new(
            "写法须写明代替什么，两边都不空、不相同，也不含分句、断句的标点",
            "a respelling says what it stands for; neither is empty nor holds a mark that ends a clause or sentence",
        ),
        Message::new("写 \"zhi疗\" → \"治疗\"", "write \"zhi疗\" → \"治疗\""),
    )
}

/// `respelling<TAB>word[<TAB>word…]` rows; what stands after a `#` of its own column is a note.
fn spelling_rows(
    text: &str,
    span: Span,
    spellings: &mut BTreeSet<(String, String)>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let mut columns = line.split('\t');
        let from = columns.next().unwrap_or("");
        let words: Vec<&str> = columns.take_while(|c| !c.starts_with('#')).collect();
        if words.is_empty() || !words.iter().all(|to| spelling(from, to)) {
            diagnostics.push(bad_spelling(span));
            return;
        }
        spellings.extend(words.into_iter().map(|to| (from.to_owned(), to.to_owned())));
    }
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
