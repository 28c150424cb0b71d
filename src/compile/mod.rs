//! Checked rules → packs, and packs → a bundle with its automaton.
//!
//! Nothing here reads a file or a clock: the caller hands over the sources, and the same sources give the same bytes.

mod folds;
mod tables;
pub mod trials;

pub use folds::unicode_table;

use crate::check::{self, CheckedScenario};
use crate::diagnostic::{Diagnostic, Level, Message, Sources};
use crate::pack::{Bundle, Pack, PackError, link};
use crate::syntax;
use crate::syntax::tree::{ItemKind, SourceFile, Span};
use std::collections::BTreeMap;

/// The files of one pack.
#[derive(Clone, Debug, Default)]
pub struct PackSource {
    /// The `.zz` files: name and text. The order does not matter; they are read by name.
    pub files: Vec<(String, String)>,
    /// Other files that fold tables name: file name and text.
    pub tables: BTreeMap<String, String>,
}

impl PackSource {
    /// The id that its pack item declares, read without parsing the rest; `None` where there is none.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        let lines = self.files.iter().flat_map(|(_, text)| text.lines());
        lines
            .filter_map(|l| l.strip_prefix("包 ").or_else(|| l.strip_prefix("pack ")))
            .find_map(|l| l.split_whitespace().next())
    }
}

/// A compiled pack.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The pack, as decoding its bytes gives it.
    pub pack: Pack,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its scenarios.
    pub scenarios: Vec<CheckedScenario>,
    /// Where rules are declared, by key.
    pub rule_spans: BTreeMap<String, Span>,
    /// Where prescribed wordings are declared, by key.
    pub prescribed_spans: BTreeMap<String, Span>,
}

/// What compiling gave.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The sources, for rendering diagnostics.
    pub sources: Sources,
    /// All problems found, in order.
    pub diagnostics: Vec<Diagnostic>,
    /// The packs that compiled, dependencies first.
    pub packs: Vec<Compiled>,
}

impl Outcome {
    /// Whether anything is an error.
    #[must_use]
    pub fn failed(&self) -> bool {
        self.diagnostics.iter().any(|d| d.level == Level::Error)
    }
}

/// Compiles files given by name: the part before the last `/` says which pack a file belongs to, `.tsv` files are fold tables.
#[must_use]
pub fn compile_files(files: BTreeMap<String, String>) -> Outcome {
    let mut packs: BTreeMap<String, PackSource> = BTreeMap::new();
    for (name, text) in files {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name.as_str()));
        let pack = packs.entry(folder.to_owned()).or_default();
        if file.ends_with(".tsv") {
            pack.tables.insert(file.to_owned(), text);
        } else {
            pack.files.push((name.clone(), text));
        }
    }
    let packs: Vec<PackSource> = packs.into_values().collect();
    compile(&packs, &[])
}

struct Parsed<'a> {
    id: String,
    uses: Vec<String>,
    files: Vec<SourceFile>,
    source: &'a PackSource,
}

/// Compiles packs in the order of their dependencies; `given` are packs that they may use and that are already compiled.
/// A pack that fails, or uses one that failed, is left out; the diagnostics say why.
#[must_use]
pub fn compile(packs: &[PackSource], given: &[Pack]) -> Outcome {
    let mut out = Outcome::default();
    let mut waiting: Vec<Parsed> = packs.iter().map(|p| parse(p, &mut out)).collect();
    waiting.sort_by(|a, b| a.id.cmp(&b.id));
    let mut done: Vec<Pack> = given.to_vec();
    loop {
        let ids: Vec<String> = waiting.iter().map(|p| p.id.clone()).collect();
        let ready = waiting.iter().position(|p| !p.uses.iter().any(|u| ids.contains(u) && *u != p.id));
        let Some(ready) = ready else { break };
        let parsed = waiting.remove(ready);
        if let Some(compiled) = one(&parsed, &done, &mut out) {
            done.push(compiled.pack.clone());
            out.packs.push(compiled);
        }
    }
    for stuck in &waiting {
        let span = stuck.files.iter().flat_map(|f| &f.items).next().map(|i| i.span).unwrap_or_default();
        out.diagnostics.push(Diagnostic::error(
            "E0401",
            span,
            Message::new(
                format!("包 {} 与其他包循环引用", stuck.id),
                format!("pack {} and others use each other in a circle", stuck.id),
            ),
            Message::new("把共用的部分移到一个单独的包里", "move what they share into a pack of its own"),
        ));
    }
    out
}

fn parse<'a>(source: &'a PackSource, out: &mut Outcome) -> Parsed<'a> {
    let mut names: Vec<&(String, String)> = source.files.iter().collect();
    names.sort();
    let mut files = Vec::new();
    for (name, text) in names {
        let file = out.sources.add(name.clone(), text.clone());
        let (tree, mut diagnostics) = syntax::parse(file, text);
        out.diagnostics.append(&mut diagnostics);
        files.push(tree);
    }
    let decl =
        files.iter().flat_map(|f| &f.items).find_map(|i| if let ItemKind::Pack(p) = &i.kind { Some(p) } else { None });
    let id = decl.map_or_else(String::new, |d| d.id.node.clone());
    let uses = decl.map_or_else(Vec::new, |d| d.uses.iter().map(|(n, _)| n.node.clone()).collect());
    Parsed { id, uses, files, source }
}

fn one(parsed: &Parsed, done: &[Pack], out: &mut Outcome) -> Option<Compiled> {
    let used: Vec<Pack> = done.iter().filter(|p| parsed.uses.contains(&p.core.meta.id)).cloned().collect();
    let before = out.diagnostics.len();
    let checked = check::check(&parsed.files, &used, &mut out.diagnostics)?;
    let folds = tables::fold_tables(&checked.folds, &parsed.source.tables, &mut out.diagnostics);
    // A file that did not parse is missing items: what is left may not stand for the pack.
    let broken = out.diagnostics.iter().any(|d| d.level == Level::Error && in_files(d.span, parsed, out));
    if broken || out.diagnostics.iter().skip(before).any(|d| d.level == Level::Error) {
        return None;
    }
    let pack =
        Pack { core: checked.core, folds, texts: checked.texts, explain: checked.explain, digest: String::new() };
    let bytes = pack.encode();
    match bytes.and_then(|bytes| Pack::decode(&bytes, true).map(|pack| (bytes, pack))) {
        Ok((bytes, pack)) => Some(Compiled {
            pack,
            bytes,
            scenarios: checked.scenarios,
            rule_spans: checked.rule_spans,
            prescribed_spans: checked.prescribed_spans,
        }),
        Err(error) => {
            let span = parsed.files.iter().flat_map(|f| &f.items).next().map(|i| i.span).unwrap_or_default();
            out.diagnostics.push(pack_error(&error, span));
            None
        }
    }
}

fn in_files(span: Span, parsed: &Parsed, out: &Outcome) -> bool {
    let name = out.sources.get(span.file).map(|(name, _)| name);
    parsed.source.files.iter().any(|(n, _)| Some(n.as_str()) == name)
}

fn pack_error(error: &PackError, span: Span) -> Diagnostic {
    let help = Message::new("把包拆小，或减少嵌套", "split the pack, or nest less");
    Diagnostic::error("E0402", span, error.message(), help)
}

/// Writes compiled packs as a bundle with its automaton.
///
/// # Errors
/// Any [`PackError`] of linking or writing.
pub fn bundle(packs: &[Compiled]) -> Result<Vec<u8>, PackError> {
    let decoded: Vec<Pack> = packs.iter().map(|p| p.pack.clone()).collect();
    let text = crate::host::text_engine(&link::link(&decoded)?, None)?;
    let bytes: Vec<Vec<u8>> = packs.iter().map(|p| p.bytes.clone()).collect();
    Bundle::encode(&bytes, Some(&text.to_bytes()))
}
