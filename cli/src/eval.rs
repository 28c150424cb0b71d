//! `zhunze eval`.

use crate::args::{EvalArgs, TextOrJson, today};
use crate::{Fallible, OK, out, packs};
use std::path::Path;
use zhunze::corpus;
use zhunze::engine::Options;

pub fn run(args: &EvalArgs) -> Fallible<u8> {
    let engine = packs::engine(&args.packs)?;
    let dir = if args.frozen { args.dir.join("frozen") } else { args.dir.clone() };
    let mut lines = Vec::new();
    for path in tables(&dir)? {
        let at = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
        let bytes = std::fs::read(&path).map_err(|e| at(&e))?;
        let told = |m: &zhunze::diagnostic::Message| at(&format!("{} / {}", m.zh, m.en));
        let text = zhunze::input::decode(&bytes).map_err(|e| told(&e.message))?;
        lines.extend(corpus::read(text).map_err(|m| told(&m))?);
    }
    let options = Options::new(args.as_of.unwrap_or_else(today));
    // The single lines of the frozen part are nobody's to look at.
    let misses = args.misses && !args.frozen;
    let measured = corpus::measure(&engine, &options, &lines, misses).map_err(|m| format!("{} / {}", m.zh, m.en))?;
    match args.format {
        TextOrJson::Text => out::text(&corpus::render(&measured)),
        TextOrJson::Json => out::line(&serde_json::to_string_pretty(&measured).map_err(|e| e.to_string())?),
    }
    Ok(OK)
}

/// The `.tsv` files of a folder, by name.
fn tables(dir: &Path) -> Fallible<Vec<std::path::PathBuf>> {
    let entries = std::fs::read_dir(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    let mut files: Vec<_> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "tsv"));
    files.sort();
    if files.is_empty() {
        return Err(format!("{}: 没有 .tsv 文件 / no .tsv file here", dir.display()));
    }
    Ok(files)
}
