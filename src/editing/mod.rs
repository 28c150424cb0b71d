//! What an editor asks of a folder of packs: problems, what stands under the cursor, where it is declared and used, what may be
//! written here, what may be folded. Offsets are bytes; nothing here knows a protocol.

mod complete;
mod index;
pub mod units;

pub use complete::{Completion, CompletionKind, keywords};
pub use index::{Declaration, Index, Kind, Mention};

use crate::compile::{Outcome, PackSource, compile};
use crate::coverage::Coverage;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Message};
use crate::explain::Explainer;
use crate::pack::{Pack, link};
use crate::syntax::tree::{Name, SourceFile, Span};
use crate::syntax::{self, Language};
use std::collections::{BTreeMap, BTreeSet};

/// A file of a workspace.
#[derive(Clone, Debug)]
pub struct File {
    /// As the caller names it; the part before its last `/` says which pack it belongs to.
    pub name: String,
    /// Its text.
    pub text: String,
    index: Index,
    tree: SourceFile,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: String,
    /// From this byte.
    pub start: usize,
    /// To this one, not included.
    pub end: usize,
}

/// A change of a file's text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextEdit {
    /// Where.
    pub place: Place,
    /// What stands there instead.
    pub text: String,
}

/// A change that mends a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickFix {
    /// What it does.
    pub title: Message,
    /// The problem's code.
    pub code: &'static str,
    /// The problem's place.
    pub at: Place,
    /// The change.
    pub edit: TextEdit,
}

/// Packs in folders, with the packs that they use and that are compiled already.
#[derive(Debug, Default)]
pub struct Workspace {
    files: BTreeMap<String, File>,
    tables: BTreeMap<String, String>,
    given: Vec<Pack>,
}

impl Workspace {
    /// An empty one. `given` were decoded with their explanations.
    #[must_use]
    pub fn new(given: Vec<Pack>) -> Self {
        Self { given, ..Self::default() }
    }

    /// Adds or replaces a file: a `.zz` source or a `.tsv` fold table.
    pub fn set(&mut self, name: &str, text: String) {
        if name.ends_with(".tsv") {
            self.tables.insert(name.to_owned(), text);
            return;
        }
        let (tree, _) = syntax::parse(0, &text);
        let index = Index::new(&tree);
        self.files.insert(name.to_owned(), File { name: name.to_owned(), text, index, tree });
    }

    /// Takes a file out.
    pub fn remove(&mut self, name: &str) {
        self.files.remove(name);
        self.tables.remove(name);
    }

    /// A file.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&File> {
        self.files.get(name)
    }

    /// Compiles the packs of some files, and those that they use and that do not come compiled; the diagnostics are the problems.
    #[must_use]
    pub fn compile(&self, files: &[&str]) -> Outcome {
        let wanted = self.to_compile(files);
        let mut packs: BTreeMap<&str, PackSource> = BTreeMap::new();
        for file in self.files.values().filter(|f| wanted.contains(folder(&f.name))) {
            packs.entry(folder(&file.name)).or_default().files.push((file.name.clone(), file.text.clone()));
        }
        for (name, text) in &self.tables {
            if let Some(pack) = packs.get_mut(folder(name)) {
                let own = name.rsplit('/').next().unwrap_or(name);
                pack.tables.insert(own.to_owned(), text.clone());
            }
        }
        let packs: Vec<PackSource> = packs.into_values().collect();
        compile(&packs, &self.given)
    }

    fn to_compile(&self, files: &[&str]) -> BTreeSet<String> {
        let mut out: BTreeSet<String> = files.iter().map(|f| folder(f).to_owned()).collect();
        let used: BTreeSet<String> = out.iter().flat_map(|f| self.scope(f)).collect();
        let comes_compiled = |id: &String| self.given.iter().any(|p| p.core.meta.id == *id);
        for id in used.iter().filter(|id| !comes_compiled(id)) {
            let declares = |f: &&File| f.index.declarations.iter().any(|d| d.kind == Kind::Pack && d.name.node == *id);
            out.extend(self.files.values().filter(declares).map(|f| folder(&f.name).to_owned()));
        }
        out
    }

    /// The pack that a folder declares, and those that it uses, by way of others too.
    fn scope(&self, of: &str) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        let own = self.files.values().filter(|f| folder(&f.name) == of);
        let mut todo: Vec<String> = own.flat_map(|f| self.pack_and_uses(f)).collect();
        todo.reverse();
        while let Some(id) = todo.pop() {
            if out.contains(&id) {
                continue;
            }
            let declaring = self
                .files
                .values()
                .filter(|f| f.index.declarations.iter().any(|d| d.kind == Kind::Pack && d.name.node == id));
            todo.extend(declaring.flat_map(|f| self.pack_and_uses(f)));
            let given = self.given.iter().filter(|p| p.core.meta.id == id);
            todo.extend(given.flat_map(|p| p.core.meta.uses.iter().map(|(id, _)| id.clone())));
            out.push(id);
        }
        out
    }

    fn pack_and_uses(&self, file: &File) -> Vec<String> {
        let own = file.index.declarations.iter().filter(|d| d.kind == Kind::Pack).map(|d| d.name.node.clone());
        let uses = file.index.mentions.iter().filter(|m| m.kinds == [Kind::Pack]).map(|m| m.name.node.clone());
        own.chain(uses).collect()
    }

    fn pack_of(&self, folder_name: &str) -> String {
        let files = self.files.values().filter(|f| folder(&f.name) == folder_name);
        let mut packs = files.flat_map(|f| &f.index.declarations).filter(|d| d.kind == Kind::Pack);
        packs.next().map_or_else(String::new, |d| d.name.node.clone())
    }

    /// Files of the packs that one file can see, its own pack's first.
    fn visible(&self, file: &str) -> Vec<&File> {
        let scope = self.scope(folder(file));
        let rank = |f: &&File| {
            let id = self.pack_of(folder(&f.name));
            let own = folder(&f.name) == folder(file);
            if own { Some(0) } else { scope.iter().position(|s| *s == id).map(|at| at.saturating_add(1)) }
        };
        let mut files: Vec<(usize, &File)> = self.files.values().filter_map(|f| Some((rank(&f)?, f))).collect();
        files.sort_by_key(|(rank, file)| (*rank, file.name.clone()));
        files.into_iter().map(|(_, file)| file).collect()
    }

    /// The mention or declared name at an offset.
    fn at(&self, file: &str, offset: usize) -> Option<Found<'_>> {
        let file = self.files.get(file)?;
        let offset = u32::try_from(offset).ok()?;
        let inside = |span: Span| span.start <= offset && offset <= span.end;
        if let Some(mention) = file.index.mentions.iter().find(|m| inside(m.name.span)) {
            return Some(Found::Mention(file, mention));
        }
        let mut declared = file.index.declarations.iter().filter(|d| d.at(offset).is_some());
        declared.next_back().map(|d| Found::Declaration(file, d))
    }

    /// What a mention names: the first kind, and the nearest pack, that declares it. Fields may be declared more than once.
    fn resolve(&self, file: &File, mention: &Mention) -> Vec<(&File, &Declaration)> {
        let visible = self.visible(&file.name);
        for kind in mention.kinds {
            let mut found: Vec<(&File, &Declaration)> = Vec::new();
            for other in &visible {
                if mention.pack.as_ref().is_some_and(|pack| *pack != self.pack_of(folder(&other.name))) {
                    continue;
                }
                let named =
                    other.index.declarations.iter().filter(|d| d.kind == *kind && d.is_called(&mention.name.node));
                found.extend(named.map(|d| (*other, d)));
            }
            let several = matches!(kind, Kind::Field | Kind::Member);
            if let Some(first) = found.first().copied() {
                return if several { found } else { vec![first] };
            }
        }
        Vec::new()
    }

    /// Where what stands at an offset is declared.
    #[must_use]
    pub fn definition(&self, file: &str, offset: usize) -> Vec<Place> {
        let declared = match self.at(file, offset) {
            Some(Found::Mention(file, mention)) => self.resolve(file, mention),
            Some(Found::Declaration(file, declaration)) => vec![(file, declaration)],
            None => Vec::new(),
        };
        declared.into_iter().map(|(file, d)| place(file, d.name.span)).collect()
    }

    /// Every place that names what stands at an offset, its declaration included, with the name as it is written there.
    #[must_use]
    pub fn references(&self, file: &str, offset: usize) -> Vec<(Place, String)> {
        let Some((declaring, target)) = self.target(file, offset) else { return Vec::new() };
        let mut out = BTreeSet::new();
        for name in [Some(&target.name), target.id.as_ref()].into_iter().flatten() {
            out.insert((place(declaring, name.span), name.node.clone()));
        }
        for file in self.files.values() {
            for mention in &file.index.mentions {
                let named = target.is_called(&mention.name.node) && mention.kinds.contains(&target.kind);
                let same = |(other, d): &(&File, &Declaration)| {
                    other.name == declaring.name && d.name.span == target.name.span
                };
                if named && self.resolve(file, mention).iter().any(same) {
                    out.insert((place(file, mention.name.span), mention.name.node.clone()));
                }
            }
        }
        out.into_iter().collect()
    }

    fn target(&self, file: &str, offset: usize) -> Option<(&File, &Declaration)> {
        match self.at(file, offset)? {
            Found::Mention(file, mention) => self.resolve(file, mention).first().copied(),
            Found::Declaration(file, declaration) => Some((file, declaration)),
        }
    }

    /// The name at an offset, if it can be renamed.
    ///
    /// # Errors
    /// Says why it cannot.
    pub fn renamable(&self, file: &str, offset: usize) -> Result<(Place, String), Message> {
        let none = || Message::new("这里没有可以改名的名称", "there is no name here that can be renamed");
        let (written, written_in, declared) = match self.at(file, offset).ok_or_else(none)? {
            Found::Mention(file, mention) => (&mention.name, file, self.resolve(file, mention)),
            Found::Declaration(file, declaration) => {
                let offset = u32::try_from(offset).unwrap_or(u32::MAX);
                (declaration.at(offset).ok_or_else(none)?, file, vec![(file, declaration)])
            }
        };
        match declared.as_slice() {
            [] => Err(Message::new(
                format!("“{}”不在这些源文件里声明，不能在这里改名", written.node),
                format!("`{}` is not declared in these sources, so it cannot be renamed here", written.node),
            )),
            [(_, d)] if matches!(d.kind, Kind::Pack | Kind::Law) => Err(Message::new(
                "包名和法的标识写进了报告和回执，发布后不改名",
                "ids of packs and instruments stand in reports and receipts and stay",
            )),
            [_] => Ok((place(written_in, written.span), written.node.clone())),
            _ => Err(Message::new(
                format!("有几处都声明了“{}”，分不清改哪一个", written.node),
                format!("several declarations are called `{}`; which one is meant cannot be told", written.node),
            )),
        }
    }

    /// Renames what stands at an offset, everywhere it is written in the same way: the Chinese name or the id.
    ///
    /// # Errors
    /// As [`Self::renamable`], or where the new name cannot be one or is taken.
    pub fn rename(&self, file: &str, offset: usize, new: &str) -> Result<Vec<TextEdit>, Message> {
        let (_, old) = self.renamable(file, offset)?;
        if !is_name(new) || old.is_ascii() && !new.is_ascii() {
            return Err(Message::new(
                format!("“{new}”不能作名称：名称由文字、数字、_ 和 - 组成，不以数字开头；标识只用 ASCII"),
                format!("`{new}` cannot be a name: letters, digits, _ and -, no digit first; an id is ASCII"),
            ));
        }
        let (declaring, target) = self.target(file, offset).ok_or_else(Message::default)?;
        let here = self.files.values().filter(|f| folder(&f.name) == folder(&declaring.name));
        let mut taken = here.flat_map(|f| &f.index.declarations);
        if taken.any(|d| d.kind == target.kind && d.name.span != target.name.span && d.is_called(new)) {
            return Err(Message::new(format!("“{new}”已经有了"), format!("there is a `{new}` already")));
        }
        let places = self.references(file, offset).into_iter().filter(|(_, written)| *written == old);
        Ok(places.map(|(place, _)| TextEdit { place, text: new.to_owned() }).collect())
    }

    /// What is said of what stands at an offset, as Markdown: an article's description, a rule's reason, a declaration's text.
    #[must_use]
    pub fn hover(&self, file: &str, offset: usize) -> Option<(Place, String)> {
        let here = self.files.get(file)?;
        let at = u32::try_from(offset).ok()?;
        match self.at(file, offset) {
            Some(Found::Mention(from, mention)) => {
                let spot = place(from, mention.name.span);
                if let Some((other, declaration)) = self.resolve(from, mention).first() {
                    return Some((spot, self.told(other, declaration)));
                }
                self.told_of_given(mention).map(|text| (spot, text))
            }
            Some(Found::Declaration(file, declaration)) => {
                Some((place(file, declaration.name.span), self.told(file, declaration)))
            }
            None => {
                let cited = here.index.cited.iter().rev().find(|c| c.span.start <= at && at <= c.span.end)?;
                Some((place(here, cited.span), self.article(here, &cited.law, &cited.part)?))
            }
        }
    }

    fn told(&self, file: &File, declaration: &Declaration) -> String {
        let (zh, en) = declaration.kind.named();
        let id = declaration.id.as_ref().map_or_else(String::new, |id| format!(" `{}`", id.node));
        let pack = self.pack_of(folder(&file.name));
        let mut out = format!("**{}**{id} · {zh} {en} · {pack}", declaration.name.node);
        for text in [&declaration.doc.zh, &declaration.doc.en].into_iter().filter(|t| !t.is_empty()) {
            out.push_str("\n\n");
            out.push_str(text);
        }
        if declaration.kind == Kind::Rule {
            let own = |span: Span| declaration.span.start <= span.start && span.end <= declaration.span.end;
            for cited in file.index.cited.iter().filter(|c| own(c.span)) {
                if let Some(text) = self.article(file, &cited.law, &cited.part) {
                    out.push_str("\n\n- ");
                    out.push_str(&text.replace("\n\n", " "));
                }
            }
        }
        out
    }

    /// What packs that come compiled say of a rule or an instrument.
    fn told_of_given(&self, mention: &Mention) -> Option<String> {
        let name = &mention.name.node;
        if mention.kinds.contains(&Kind::Rule) {
            let linked = link::link(self.given.clone()).ok()?;
            let page = Explainer::new(&linked, &self.given).find(name)?;
            return Some(format!(
                "**{}** `{}` · 规则 rule\n\n{}\n\n{}",
                page.name, page.id, page.message.zh, page.message.en
            ));
        }
        if mention.kinds.contains(&Kind::Law) {
            let law = self.given.iter().flat_map(|p| &p.core.instruments).find(|i| i.slug == *name)?;
            return Some(format!("**《{}》** `{}`\n\n{}", law.title, law.slug, law.title_en));
        }
        if mention.kinds.contains(&Kind::Type) || mention.kinds.contains(&Kind::Field) {
            use crate::pack::model::TypeKind;
            for pack in &self.given {
                let doc = |id: u32| pack.explain.docs.get(id as usize).cloned().unwrap_or_default();
                for ty in &pack.core.types {
                    if mention.kinds.contains(&Kind::Type) && (ty.key == *name || ty.name == *name) {
                        let doc = doc(ty.doc);
                        return Some(format!(
                            "**{}** `{}` · {}\n\n{}\n\n{}",
                            ty.name, ty.key, pack.core.meta.id, doc.zh, doc.en
                        ));
                    }
                    let TypeKind::Record { fields, .. } = &ty.kind else { continue };
                    for field in fields.iter().filter(|_| mention.kinds.contains(&Kind::Field)) {
                        let key = pack.core.names.get(field.key as usize).map_or("", String::as_str);
                        if key == name || field.name == *name {
                            let doc = doc(field.doc);
                            return Some(format!(
                                "**{}** `{key}` · {}\n\n{}\n\n{}",
                                field.name, ty.name, doc.zh, doc.en
                            ));
                        }
                    }
                }
            }
        }
        None
    }

    /// An article: its place and description, from these sources or from packs that come compiled.
    fn article(&self, from: &File, law: &str, part: &crate::syntax::tree::Part) -> Option<String> {
        use crate::syntax::tree::Part;
        for file in self.visible(&from.name) {
            let title = file.index.declarations.iter().find(|d| d.kind == Kind::Law && d.name.node == law);
            let Some(title) = title else { continue };
            // The part itself, or the article that it is a part of.
            let article_of = |p: &Part| match p {
                Part::Article { article, sub, .. } => Some((*article, *sub)),
                Part::Section(_) => None,
            };
            let own = file.index.articles.iter().filter(|(l, ..)| l == law);
            let exact = own.clone().find(|(_, p, ..)| p == part);
            let around = || own.clone().find(|(_, p, ..)| article_of(p).is_some() && article_of(p) == article_of(part));
            let (_, _, text, span) = exact.or_else(around)?;
            let written = file.text.get(span.start as usize..span.end as usize).unwrap_or_default();
            let place = written.split(['"', ' ']).next().unwrap_or_default();
            return Some(format!("**《{}》{place}**\n\n{}\n\n{}", title.doc.zh, text.zh, text.en));
        }
        let linked = link::link(self.given.clone()).ok()?;
        let coverage = Coverage::new(&linked, &self.given);
        let instrument = coverage.instruments.iter().find(|i| i.law == law)?;
        let row = instrument.articles.iter().find(|row| match part {
            Part::Article { article, sub, paragraph, item } => {
                let agree = |a: Option<u16>, b: Option<u16>| a.is_none() || a == b;
                row.article == Some(*article)
                    && row.sub == *sub
                    && agree(row.paragraph, *paragraph)
                    && agree(row.item, *item)
            }
            Part::Section(section) => row.section.as_ref() == Some(section),
        })?;
        Some(format!(
            "**《{}》{}**\n\n{}\n\n{}",
            instrument.title.zh,
            row.named(Language::Zh),
            row.text.zh,
            row.text.en
        ))
    }

    /// What of a file may be folded: items and blocks of comments, as ranges of bytes.
    #[must_use]
    pub fn folds(&self, file: &str) -> Vec<(usize, usize, bool)> {
        let Some(file) = self.files.get(file) else { return Vec::new() };
        let many = |start: usize, end: usize| file.text.get(start..end).is_some_and(|t| t.trim_end().contains('\n'));
        let mut out: Vec<(usize, usize, bool)> = Vec::new();
        let nested = file.index.declarations.iter().filter(|d| d.kind == Kind::Exception).map(|d| d.span);
        for span in file.index.items.iter().copied().chain(nested) {
            let (start, end) = (span.start as usize, span.end as usize);
            if many(start, end) {
                out.push((start, end, false));
            }
        }
        let mut block: Option<(usize, usize)> = None;
        for comment in file.tree.comments.iter().filter(|c| c.own_line) {
            let (start, end) = (comment.span.start as usize, comment.span.end as usize);
            block = match block {
                Some((from, to))
                    if file
                        .text
                        .get(to..start)
                        .is_some_and(|t| t.matches('\n').count() <= 1 && t.trim().is_empty()) =>
                {
                    Some((from, end))
                }
                Some((from, to)) => {
                    out.extend(many(from, to).then_some((from, to, true)));
                    Some((start, end))
                }
                None => Some((start, end)),
            };
        }
        out.extend(block.filter(|(from, to)| many(*from, *to)).map(|(from, to)| (from, to, true)));
        out.sort_unstable();
        out
    }

    /// Everything that a file declares, for an outline.
    #[must_use]
    pub fn outline(&self, file: &str) -> &[Declaration] {
        self.files.get(file).map_or(&[], |f| &f.index.declarations)
    }

    /// Changes that mend problems: a name or keyword that is nearly one.
    #[must_use]
    pub fn fixes(&self, outcome: &Outcome) -> Vec<QuickFix> {
        outcome.diagnostics.iter().filter_map(|d| self.fix(outcome, d)).collect()
    }

    fn fix(&self, outcome: &Outcome, diagnostic: &Diagnostic) -> Option<QuickFix> {
        let (name, text) = outcome.sources.get(diagnostic.span.file)?;
        let (start, end) = (diagnostic.span.start as usize, diagnostic.span.end as usize);
        let written = text.get(start..end)?;
        let file = self.files.get(name)?;
        let mention = file.index.mentions.iter().find(|m| {
            m.name.span.start as usize >= start && m.name.span.end as usize == end && self.resolve(file, m).is_empty()
        });
        let (found, place, near) = match mention {
            Some(mention) => {
                let names = self.names(file, mention.kinds);
                let near = nearest(&mention.name.node, names.iter().map(String::as_str))?.to_owned();
                (mention.name.node.clone(), place(file, mention.name.span), near)
            }
            // The word where reading stopped.
            None => {
                let language = if written.is_ascii() { Language::En } else { Language::Zh };
                let near = nearest(written, keywords(language))?.to_owned();
                (written.to_owned(), Place { file: name.to_owned(), start, end }, near)
            }
        };
        (near != found).then(|| QuickFix {
            title: Message::new(format!("改为“{near}”"), format!("Change to `{near}`")),
            code: diagnostic.code,
            at: Place { file: name.to_owned(), start, end },
            edit: TextEdit { place, text: near },
        })
    }

    /// Names of some kinds that a file can see, in sources and in packs that come compiled.
    fn names(&self, file: &File, kinds: &[Kind]) -> Vec<String> {
        let own = self.visible(&file.name).into_iter().flat_map(|f| &f.index.declarations);
        let own = own.filter(|d| kinds.contains(&d.kind));
        let mut out: Vec<String> =
            own.flat_map(|d| [Some(&d.name), d.id.as_ref()]).flatten().map(|n: &Name| n.node.clone()).collect();
        let scope = self.scope(folder(&file.name));
        for pack in self.given.iter().filter(|p| scope.contains(&p.core.meta.id)) {
            out.extend(complete::given(pack, kinds).into_iter().map(|(_, name, _)| name));
        }
        out
    }
}

enum Found<'w> {
    Mention(&'w File, &'w Mention),
    Declaration(&'w File, &'w Declaration),
}

/// The folder of a file: what stands before the last `/`.
fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn place(file: &File, span: Span) -> Place {
    Place { file: file.name.clone(), start: span.start as usize, end: span.end as usize }
}

/// Whether the language takes it for a name.
fn is_name(name: &str) -> bool {
    let part = |c: char| {
        c.is_ascii_alphanumeric() || c == '_' || c == '-' || c == '〇' || ('\u{3400}'..='\u{9fff}').contains(&c)
    };
    name.chars().all(part) && name.starts_with(|c: char| !c.is_ascii_digit() && c != '-') && !name.ends_with('-')
}
