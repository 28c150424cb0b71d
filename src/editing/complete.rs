//! What may be written at a place: names that fit, and keywords.

use super::{File, Kind, Workspace, folder};
use crate::pack::Pack;
use crate::pack::model::{SymbolKind, TypeKind};
use crate::syntax::Language;
use std::collections::BTreeSet;

/// Something that may be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Completion {
    /// What is written.
    pub text: String,
    /// A keyword, or a name of some kind.
    pub kind: CompletionKind,
    /// Beside it: its id, its pack.
    pub detail: String,
}

/// What a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompletionKind {
    /// A name.
    Name(Kind),
    /// A keyword.
    Keyword,
}

/// Every keyword in one language.
pub fn keywords(language: Language) -> impl Iterator<Item = &'static str> {
    let words: BTreeSet<&'static str> = crate::syntax::keyword_spellings(language).filter(|w| !w.is_empty()).collect();
    words.into_iter()
}

/// Names of some kinds that a compiled pack declares: kind, name, id.
pub(super) fn given(pack: &Pack, kinds: &[Kind]) -> Vec<(Kind, String, String)> {
    let core = &pack.core;
    let mut out: Vec<(Kind, String, String)> = Vec::new();
    let mut add = |kind: Kind, name: &str, id: &str| {
        if kinds.contains(&kind) && !name.contains('#') {
            out.push((kind, name.to_owned(), id.to_owned()));
        }
    };
    core.instruments.iter().for_each(|i| add(Kind::Law, &i.slug, &i.title));
    core.patterns.iter().for_each(|p| add(Kind::Words, &p.name, &p.key));
    core.contexts.iter().for_each(|c| add(Kind::Context, &c.name, &c.key));
    core.defines.iter().for_each(|d| add(Kind::Define, &d.name, &d.key));
    core.rules.iter().for_each(|r| add(Kind::Rule, &r.name, &r.key));
    for ty in &core.types {
        add(Kind::Type, &ty.name, &ty.key);
        let name = |id: u32| core.names.get(id as usize).map_or("", String::as_str);
        match &ty.kind {
            TypeKind::Enum(members) | TypeKind::Taxonomy(members) => {
                members.iter().for_each(|m| add(Kind::Member, &m.name, name(m.key)));
            }
            TypeKind::Record { fields, .. } => fields.iter().for_each(|f| add(Kind::Field, &f.name, name(f.key))),
        }
    }
    debug_assert!(core.symbols.iter().all(|s| s.kind <= SymbolKind::Define));
    out
}

/// Every kind of name.
const ALL: [Kind; 12] = [
    Kind::Pack,
    Kind::Law,
    Kind::Words,
    Kind::Context,
    Kind::Define,
    Kind::Presumption,
    Kind::Rule,
    Kind::Type,
    Kind::Field,
    Kind::Member,
    Kind::Exception,
    Kind::Calendar,
];

impl Workspace {
    /// What may be written at an offset. Which names fit is told from what stands before on the line: after `<` words, after `.` a
    /// field, after 依据 an instrument, after 排除 a context, after 适用 a subject; elsewhere every name and keyword.
    #[must_use]
    pub fn completions(&self, file: &str, offset: usize) -> Vec<Completion> {
        let Some(here) = self.files.get(file) else { return Vec::new() };
        let Some(before) = here.text.get(..offset) else { return Vec::new() };
        let line = before.rsplit('\n').next().unwrap_or_default();
        if in_string(line) {
            return Vec::new();
        }
        let (kinds, with_keywords) = wanted(line);
        let mut out: BTreeSet<Completion> = BTreeSet::new();
        for other in self.visible(file) {
            let pack = self.pack_of(folder(&other.name));
            for d in other.index.declarations.iter().filter(|d| kinds.contains(&d.kind)) {
                let id = d.id.as_ref().map_or("", |id| id.node.as_str());
                let text = if is_english(here) && !id.is_empty() { id } else { &d.name.node };
                let detail = format!("{id} · {pack}");
                out.insert(Completion { text: text.to_owned(), kind: CompletionKind::Name(d.kind), detail });
            }
        }
        let scope = self.scope(folder(file));
        for pack in self.given.iter().filter(|p| scope.contains(&p.core.meta.id)) {
            for (kind, name, id) in given(pack, kinds) {
                let text = if is_english(here) && kind != Kind::Law { id.clone() } else { name };
                let detail = format!("{id} · {}", pack.core.meta.id);
                out.insert(Completion { text, kind: CompletionKind::Name(kind), detail });
            }
        }
        if kinds.contains(&Kind::Pack) {
            for pack in &self.given {
                let detail = format!("({})", pack.core.meta.version);
                out.insert(Completion {
                    text: pack.core.meta.id.clone(),
                    kind: CompletionKind::Name(Kind::Pack),
                    detail,
                });
            }
        }
        if with_keywords {
            let language = if is_english(here) { Language::En } else { Language::Zh };
            let words = keywords(language);
            out.extend(words.map(|w| Completion {
                text: w.to_owned(),
                kind: CompletionKind::Keyword,
                detail: String::new(),
            }));
        }
        out.into_iter().collect()
    }
}

/// A file's keywords are English where its first item says so.
fn is_english(file: &File) -> bool {
    file.text
        .lines()
        .find(|l| l.starts_with(|c: char| c.is_alphabetic()))
        .is_some_and(|l| l.starts_with(|c: char| c.is_ascii()))
}

fn in_string(line: &str) -> bool {
    let mut inside = false;
    let mut escaped = false;
    for c in line.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            '#' if !inside => return true,
            _ => {}
        }
    }
    inside
}

/// The kinds of name that fit after a line's beginning, and whether keywords do.
fn wanted(line: &str) -> (&'static [Kind], bool) {
    let typed = line.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_' || c == '-');
    if typed.ends_with('<') {
        return (&[Kind::Words], false);
    }
    if typed.ends_with('.') {
        return (&[Kind::Field], false);
    }
    let first = typed.split_whitespace().next().unwrap_or_default();
    let word = typed.trim_end().rsplit(|c: char| c.is_whitespace() || c == ',' || c == '，' || c == '、').next();
    match (first, word.unwrap_or_default()) {
        ("依据" | "cites" | "处罚" | "penalty", _) => (&[Kind::Law], false),
        ("排除" | "outside", _) | (_, "邻近" | "near") => (&[Kind::Context], false),
        ("引用" | "uses", _) => (&[Kind::Pack], false),
        ("期望" | "expect" | "加重" | "raise", _) => (&[Kind::Rule], true),
        ("扩充" | "extend", _) => (&[Kind::Words], false),
        ("设" | "assume", _) => (&[Kind::Define], false),
        ("适用" | "applies", _) if !typed.contains("当") && !typed.contains(" when ") => (&[Kind::Type], true),
        (_, "含" | "includes") => (&[Kind::Words, Kind::Context], false),
        _ => (&ALL, true),
    }
}
