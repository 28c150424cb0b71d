//! Reads pack folders. Shared with the build script, which compiles the built-in packs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use zhunze::compile::PackSource;

/// The pack folders at or below a folder: the folder itself when it holds `.zz` files, else its children that do.
pub fn pack_dirs(dir: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(dir)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    entries.sort();
    if entries.iter().any(|p| p.extension().is_some_and(|e| e == "zz")) {
        return Ok(vec![dir.to_owned()]);
    }
    let has_sources = |p: &PathBuf| {
        p.is_dir()
            && std::fs::read_dir(p)
                .is_ok_and(|mut all| all.any(|e| e.is_ok_and(|e| e.path().extension().is_some_and(|x| x == "zz"))))
    };
    Ok(entries.into_iter().filter(has_sources).collect())
}

/// Reads one pack folder. File names are given relative to `base`, so that diagnostics are the same on every machine.
pub fn read_pack(dir: &Path, base: &Path) -> Result<PackSource, String> {
    let mut source = PackSource { files: Vec::new(), tables: BTreeMap::new() };
    let mut entries: Vec<PathBuf> = std::fs::read_dir(dir)
        .and_then(|all| all.map(|e| e.map(|e| e.path())).collect())
        .map_err(|e| format!("{}: {e}", dir.display()))?;
    entries.sort();
    for path in entries.into_iter().filter(|p| p.is_file()) {
        let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let shown = path.strip_prefix(base).unwrap_or(&path).display().to_string();
        let text = zhunze::input::decode(&bytes).map_err(|e| format!("{shown}: {} / {}", e.message.zh, e.message.en));
        match path.extension().and_then(|e| e.to_str()) {
            Some("zz") => source.files.push((shown, text?.to_owned())),
            Some("tsv") => {
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                source.tables.insert(name, text?.to_owned());
            }
            _ => {}
        }
    }
    Ok(source)
}
