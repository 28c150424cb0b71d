//! Checked rules → packs, and packs → a bundle.
//!
//! Nothing here reads a file or a clock: the caller hands over the sources, and the same sources give the same bytes.

mod codes;
mod folds;
mod layers;
mod tables;
pub mod trials;

pub use codes::CODES;
pub use folds::unicode_table;

use crate::check::{self, CheckedScenario};
use crate::diagnostic::{Diagnostic, Level, Message, Sources};
use crate::pack::model::FoldTable;
use crate::pack::{Bundle, Pack, PackError, link};
use crate::syntax;
use crate::syntax::tree::{FoldKind, ItemKind, Name, SourceFile, Span};
use crate::text::{PatternFault, TextEngine, TextSource};
use std::collections::{BTreeMap, BTreeSet};

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
    id: Name,
    uses: Vec<Name>,
    files: Vec<SourceFile>,
    source: &'a PackSource,
    /// A file could not be read as a whole: what is left may not stand for the pack.
    broken: bool,
}

/// Compiles packs in the order of their dependencies; `given` are packs that they may use and that are already compiled.
/// A pack that fails, or uses one that failed, is left out; the diagnostics say why.
#[must_use]
pub fn compile(packs: &[PackSource], given: &[Pack]) -> Outcome {
    let mut out = Outcome::default();
    let mut waiting: Vec<Parsed> = packs.iter().map(|p| parse(p, &mut out)).collect();
    waiting.sort_by(|a, b| a.id.node.cmp(&b.id.node));
    one_of_each(&mut waiting, &mut out);
    // A pack that is compiled anew replaces the one that was given.
    let mut done: Vec<Pack> =
        given.iter().filter(|g| !waiting.iter().any(|w| w.id.node == g.core.meta.id)).cloned().collect();
    let mut failed: BTreeSet<String> = BTreeSet::new();
    loop {
        let ids: Vec<String> = waiting.iter().map(|p| p.id.node.clone()).collect();
        let free = |p: &Parsed| !p.uses.iter().any(|u| ids.contains(&u.node) && u.node != p.id.node);
        let Some(ready) = waiting.iter().position(free) else { break };
        let parsed = waiting.remove(ready);
        if let Some(name) = parsed.uses.iter().find(|u| failed.contains(&u.node)) {
            out.diagnostics.push(Diagnostic::warning(
                "E0405",
                name.span,
                Message::new(
                    format!("所引用的包 {} 有错误，本包没有检查", name.node),
                    format!("the used pack {} has errors, so this pack was not checked", name.node),
                ),
                Message::new("先改正那个包的错误", "correct that pack first"),
            ));
            failed.insert(parsed.id.node);
            continue;
        }
        match one(&parsed, &done, &mut out) {
            Some(compiled) => {
                done.push(compiled.pack.clone());
                out.packs.push(compiled);
            }
            None => {
                failed.insert(parsed.id.node);
            }
        }
    }
    circle(&waiting, &mut out);
    out
}

/// Of packs with one id, the first stays.
fn one_of_each(waiting: &mut Vec<Parsed>, out: &mut Outcome) {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    waiting.retain(|p| {
        let Some(first) = seen.get(&p.id.node).filter(|_| !p.id.node.is_empty()) else {
            seen.insert(p.id.node.clone(), p.id.span);
            return true;
        };
        out.diagnostics.push(
            Diagnostic::error(
                "E0406",
                p.id.span,
                Message::new(
                    format!("有两个包都叫 {}，这一个没有编译", p.id.node),
                    format!("two packs are called {}; this one was not compiled", p.id.node),
                ),
                Message::new(
                    "改用另一个包名；同一个包的文件放在同一个目录里",
                    "give it another id; files of one pack stand in one folder",
                ),
            )
            .label(*first, Message::new("先在这里声明", "first declared here")),
        );
        false
    });
}

/// What is left waits for itself, or for a circle.
fn circle(waiting: &[Parsed], out: &mut Outcome) {
    for stuck in waiting {
        // The circle's members; a pack that only waits for one of them is reported as not checked.
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut next: Vec<&str> = stuck.uses.iter().map(|u| u.node.as_str()).collect();
        while let Some(id) = next.pop() {
            if let Some(pack) = waiting.iter().find(|p| p.id.node == id)
                && reached.insert(&pack.id.node)
            {
                next.extend(pack.uses.iter().map(|u| u.node.as_str()));
            }
        }
        let uses = stuck.uses.iter().find(|u| reached.contains(u.node.as_str()));
        let span = uses.map_or(stuck.id.span, |u| u.span);
        let other = uses.map_or_else(String::new, |u| u.node.clone());
        out.diagnostics.push(if reached.contains(stuck.id.node.as_str()) {
            Diagnostic::error(
                "E0401",
                span,
                Message::new(
                    format!("包 {} 与 {other} 循环引用，无法确定先编译哪一个", stuck.id.node),
                    format!(
                        "packs {} and {other} use each other in a circle, so neither can come first",
                        stuck.id.node
                    ),
                ),
                Message::new(
                    "把共用的部分移到一个单独的包里，由两边引用",
                    "move what they share into a pack of its own that both use",
                ),
            )
        } else {
            Diagnostic::warning(
                "E0405",
                span,
                Message::new(
                    format!("所引用的包 {other} 有错误，本包没有检查"),
                    format!("the used pack {other} has errors, so this pack was not checked"),
                ),
                Message::new("先改正那个包的错误", "correct that pack first"),
            )
        });
    }
}

fn parse<'a>(source: &'a PackSource, out: &mut Outcome) -> Parsed<'a> {
    let mut names: Vec<&(String, String)> = source.files.iter().collect();
    names.sort();
    let mut files = Vec::new();
    let mut broken = false;
    let mut start = Span::default();
    for (name, text) in names {
        let file = out.sources.add(name.clone(), text.clone());
        if files.is_empty() {
            start.file = file;
        }
        let (tree, mut diagnostics) = syntax::parse(file, text);
        broken |= diagnostics.iter().any(|d| d.level == Level::Error);
        out.diagnostics.append(&mut diagnostics);
        files.push(tree);
    }
    let decl =
        files.iter().flat_map(|f| &f.items).find_map(|i| if let ItemKind::Pack(p) = &i.kind { Some(p) } else { None });
    let id = decl.map_or(Name { node: String::new(), span: start }, |d| d.id.clone());
    let uses = decl.map_or_else(Vec::new, |d| d.uses.iter().map(|(n, _)| n.clone()).collect());
    Parsed { id, uses, files, source, broken }
}

/// The packs that a pack uses, and those that they use.
fn used_by(parsed: &Parsed, done: &[Pack]) -> Vec<Pack> {
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    let mut next: Vec<&str> = parsed.uses.iter().map(|u| u.node.as_str()).collect();
    while let Some(id) = next.pop() {
        if let Some(pack) = done.iter().find(|p| p.core.meta.id == id)
            && ids.insert(&pack.core.meta.id)
        {
            next.extend(pack.core.meta.uses.iter().map(|(id, _)| id.as_str()));
        }
    }
    done.iter().filter(|p| ids.contains(p.core.meta.id.as_str())).cloned().collect()
}

fn one(parsed: &Parsed, done: &[Pack], out: &mut Outcome) -> Option<Compiled> {
    let mut used = used_by(parsed, done);
    let before = out.diagnostics.len();
    let checked = check::check(&parsed.files, &used, parsed.broken, &mut out.diagnostics)?;
    let folds = tables::fold_tables(&checked.folds, &parsed.source.tables, &mut out.diagnostics);
    dropped_words(&checked, &folds, &used, &mut out.diagnostics);
    if parsed.broken || out.diagnostics.iter().skip(before).any(|d| d.level == Level::Error) {
        return None;
    }
    let pack =
        Pack { core: checked.core, folds, texts: checked.texts, explain: checked.explain, digest: String::new() };
    let bytes = pack.encode();
    let read = bytes.and_then(|bytes| Pack::decode(&bytes, true).map(|pack| (bytes, pack)));
    let linked = read.and_then(|(bytes, pack)| {
        used.push(pack.clone());
        link::link(used).map(|linked| (bytes, pack, linked))
    });
    let (bytes, pack, linked) = match linked {
        Ok(all) => all,
        Err(error) => {
            out.diagnostics.push(pack_error(&error, parsed.id.span));
            return None;
        }
    };
    let spans: Vec<Span> = checked.extensions.iter().map(|(_, span)| *span).collect();
    layers::extensions(&linked, &spans, &mut out.diagnostics);
    let source = TextSource {
        words: &linked.words,
        patterns: &linked.patterns,
        contexts: &linked.contexts,
        folds: &linked.folds,
    };
    let engine = match TextEngine::build(&source) {
        Ok(engine) => engine,
        Err(error) => {
            let message = Message::new(
                "句式或词库连同它们引用的部分，展开后太大",
                format!("patterns and lexicons, with what they refer to, cannot be matched: {error}"),
            );
            out.diagnostics.push(unmatchable(parsed.id.span, message));
            return None;
        }
    };
    // The pack stands last, after what it uses.
    let written = linked.first_added as usize;
    let first = written.saturating_sub(pack.core.patterns.len());
    for (index, pattern) in (0u32..).zip(&linked.patterns).take(written).skip(first) {
        let Some(fault) = engine.fault(index) else { continue };
        // A pattern written inside a context is called after it.
        let owner = pattern.key.split_once('#').map_or(pattern.key.as_str(), |(owner, _)| owner);
        let key = if checked.pattern_spans.contains_key(&pattern.key) { pattern.key.as_str() } else { owner };
        let span = checked.pattern_spans.get(key).copied().unwrap_or(parsed.id.span);
        out.diagnostics.push(unmatchable(
            span,
            match fault {
                PatternFault::Empty => Message::new(
                    format!("“{}”也匹配空的文字，等于处处匹配", pattern.name),
                    format!("`{key}` also matches the empty text, and so matches everywhere"),
                ),
                PatternFault::NoAnchor => Message::new(
                    format!("“{}”里没有每处匹配都必有的词，无法在文中定位", pattern.name),
                    format!("no word stands in every match of `{key}`, so that it cannot be found"),
                ),
            },
        ));
    }
    if out.diagnostics.iter().skip(before).any(|d| d.level == Level::Error) {
        return None;
    }
    Some(Compiled {
        pack,
        bytes,
        scenarios: checked.scenarios,
        rule_spans: checked.rule_spans,
        prescribed_spans: checked.prescribed_spans,
    })
}

/// Words of which folding leaves nothing: they look like a prohibition and never match.
fn dropped_words(checked: &check::Checked, own: &[FoldTable], used: &[Pack], diagnostics: &mut Vec<Diagnostic>) {
    let tables = own.iter().chain(used.iter().flat_map(|p| &p.folds)).filter(|t| t.kind == FoldKind::ZeroWidth);
    let dropped: BTreeSet<char> = tables.flat_map(|t| t.entries.iter().map(|(c, _)| *c)).collect();
    for word in checked.core.words.iter().filter(|w| !w.exact && w.text.chars().all(|c| dropped.contains(&c))) {
        if let Some(span) = checked.word_spans.get(&word.text) {
            diagnostics.push(Diagnostic::error(
                "E0407",
                *span,
                Message::new(
                    "这个词折叠后什么也不剩，永远不会匹配",
                    "folding leaves nothing of this word, so it can never match",
                ),
                Message::new(
                    "写成 原文\"…\"，按原来的字符匹配；或删去它",
                    "write exact\"…\" to match the characters themselves, or remove it",
                ),
            ));
        }
    }
}

/// E0408.
fn unmatchable(span: Span, message: Message) -> Diagnostic {
    Diagnostic::error(
        "E0408",
        span,
        message,
        Message::new(
            "让句式至少有一个不带 ? 的词或词库引用；太大的拆成几个",
            "give it at least one word or reference without `?`; split what is too large",
        ),
    )
}

fn pack_error(error: &PackError, span: Span) -> Diagnostic {
    let help = match error {
        PackError::Missing { .. } | PackError::Unresolved { .. } | PackError::Conflict(_) => Message::new(
            "一并提供它所用的包，并使各包的版本配套",
            "supply the packs that it uses, in versions that go together",
        ),
        _ => Message::new("把包拆小，或减少嵌套", "split the pack, or nest less"),
    };
    Diagnostic::error("E0402", span, error.message(), help)
}

/// Writes compiled packs as a bundle, once they are seen to make an engine together.
///
/// # Errors
/// Any [`PackError`] of linking or writing.
pub fn bundle(packs: &[Compiled]) -> Result<Vec<u8>, PackError> {
    let decoded: Vec<Pack> = packs.iter().map(|p| p.pack.clone()).collect();
    crate::host::text_engine(&link::link(decoded)?)?;
    let bytes: Vec<Vec<u8>> = packs.iter().map(|p| p.bytes.clone()).collect();
    Bundle::encode(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::render;
    use crate::syntax::Language;
    use std::path::Path;

    /// The golden pair of E0402: a source that compiles to more than 64 MiB would be no golden file. `UPDATE_GOLDEN=1` writes it.
    #[test]
    fn a_pack_that_is_too_large_says_so() {
        let text = "包 cn.large 版本 1 { 层级 法律 发布者 \"甲\" }\n";
        let mut sources = Sources::default();
        let file = sources.add("case/e0402-large.zz", text);
        let start = u32::try_from(text.find("cn.large").unwrap()).unwrap();
        let span = Span { file, start, end: start + 8 };
        let said = [pack_error(&PackError::TooLarge, span)];
        let human = |language| render::human(&said, &sources, language, false);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/check");
        let both = format!("{}{}", human(Language::Zh), human(Language::En));
        for (ending, found) in [("out", both), ("json", render::json(&said, &sources) + "\n")] {
            let golden = folder.join("e0402-large").with_extension(ending);
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                std::fs::write(&golden, &found).unwrap();
            }
            assert_eq!(std::fs::read_to_string(&golden).unwrap_or_default(), found, "{}", golden.display());
        }
    }
}
