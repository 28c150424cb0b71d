//! Packs: the built-in ones, those named by `--pack`, and the commands that compile folders of sources.

use crate::args::{TextOrJson, today};
use crate::{BAD, Fallible, OK, out, show, sources};
use std::path::{Path, PathBuf};
use zhunze::compile::{Outcome, PackSource, bundle, compile, trials};
use zhunze::diagnostic::render;
use zhunze::diff::Side;
use zhunze::engine::Engine;
use zhunze::host;
use zhunze::pack::{Bundle, Pack, PackError};

/// The packs that ship with the tool, compiled by the build script.
static BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cn.zzb"));

/// The packs to judge by: those named, with the built-in ones they use; or all built-in ones.
pub fn load(named: &[PathBuf], with_explain: bool) -> Fallible<Vec<Pack>> {
    let built_in = || {
        host::decode(&[BUILT_IN], with_explain).map_err(|e| format!("内置规则包 built-in packs: {}", e.message().zh))
    };
    if named.is_empty() {
        return built_in();
    }
    let mut packs = Vec::new();
    for path in named {
        if path.is_dir() {
            let shown = path.display();
            return Err(format!(
                "{shown}: 这是文件夹；先用 zhunze build {shown} -o 包.zzb 编译 / a folder; first compile it: zhunze build {shown} -o PACK"
            ));
        }
        let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let some = Bundle::verify(&bytes)
            .and_then(|()| host::decode(&[&bytes], with_explain))
            .map_err(|e| format!("{}: {} / {}", path.display(), e.message().zh, e.message().en))?;
        packs.extend(some);
    }
    complete(&mut packs, built_in()?);
    Ok(packs)
}

/// Adds the packs that are used and not there.
pub fn complete(packs: &mut Vec<Pack>, mut spare: Vec<Pack>) {
    loop {
        let missing = |p: &Pack, packs: &[Pack]| {
            let id = &p.core.meta.id;
            packs.iter().any(|q| q.core.meta.uses.iter().any(|(u, _)| u == id))
                && !packs.iter().any(|q| q.core.meta.id == *id)
        };
        let Some(at) = spare.iter().position(|p| missing(p, packs)) else { return };
        packs.push(spare.remove(at));
    }
}

/// The engine of [`load`].
pub fn engine(named: &[PathBuf]) -> Fallible<Engine> {
    host::engine(load(named, false)?).map_err(|e| format!("{} / {}", e.message().zh, e.message().en))
}

/// Compiles a folder; what it uses comes from `--pack` and the built-in packs. Returns the outcome and the packs it used.
pub fn compile_dir(dir: &Path, named: &[PathBuf]) -> Fallible<(Outcome, Vec<Pack>)> {
    let dirs = sources::pack_dirs(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    if dirs.is_empty() {
        return Err(format!("{}: 没有规则包（.zz 文件） / no pack (no .zz files) here", dir.display()));
    }
    let inputs: Vec<PackSource> =
        dirs.iter().map(|d| sources::read_pack(d, Path::new(""))).collect::<Result<_, _>>()?;
    let own: Vec<Option<&str>> = inputs.iter().map(PackSource::id).collect();
    let mut given = if named.is_empty() { Vec::new() } else { load(named, true)? };
    let built_in = load(&[], true)?;
    for pack in built_in {
        let id = &pack.core.meta.id;
        if !given.iter().any(|g| g.core.meta.id == *id) {
            given.push(pack);
        }
    }
    given.retain(|p| !own.contains(&Some(p.core.meta.id.as_str())));
    Ok((compile(&inputs, &given), given))
}

/// An engine of compiled packs and what they use.
pub fn engine_of(outcome: &Outcome, given: Vec<Pack>) -> Fallible<Engine> {
    let mut packs: Vec<Pack> = outcome.packs.iter().map(|p| p.pack.clone()).collect();
    complete(&mut packs, given);
    host::engine(packs).map_err(|e| format!("{} / {}", e.message().zh, e.message().en))
}

/// Packs to be compared, with what they use: a pack, a bundle, or a folder of sources. The error of sources that do not compile is
/// their diagnostics.
pub fn side(path: &Path, named: &[PathBuf]) -> Fallible<Side> {
    let packs = if path.is_dir() {
        let (outcome, given) = compile_dir(path, named)?;
        if outcome.failed() {
            return Err(show::diagnostics(&outcome));
        }
        let mut packs: Vec<Pack> = outcome.packs.into_iter().map(|p| p.pack).collect();
        complete(&mut packs, given);
        packs
    } else {
        let mut packs = load(&[path.to_owned()], true)?;
        for pack in if named.is_empty() { Vec::new() } else { load(named, true)? } {
            if !packs.iter().any(|p| p.core.meta.id == pack.core.meta.id) {
                packs.push(pack);
            }
        }
        packs
    };
    Side::new(packs).map_err(|e| format!("{}: {} / {}", path.display(), e.message().zh, e.message().en))
}

pub fn build(dir: &Path, output: &Path, named: &[PathBuf], lean: bool) -> Fallible<u8> {
    let said = |e: PackError| format!("{} / {}", e.message().zh, e.message().en);
    let (outcome, _) = compile_dir(dir, named)?;
    eprint!("{}", show::diagnostics(&outcome));
    if outcome.failed() {
        return Ok(BAD);
    }
    let bytes = match outcome.packs.as_slice() {
        [one] => one.bytes.clone(),
        many => bundle(many).map_err(said)?,
    };
    let bytes = if lean { Bundle::lean(&bytes).map_err(said)? } else { bytes };
    std::fs::write(output, &bytes).map_err(|e| format!("{}: {e}", output.display()))?;
    for pack in &outcome.packs {
        let meta = &pack.pack.core.meta;
        eprintln!("{} ({})  {} rules  {}", meta.id, meta.version, pack.pack.core.rules.len(), pack.pack.digest);
    }
    eprintln!("{}  {} bytes", output.display(), bytes.len());
    Ok(OK)
}

pub fn lint(dir: &Path, named: &[PathBuf], format: TextOrJson) -> Fallible<u8> {
    let (mut outcome, given) = compile_dir(dir, named)?;
    if !outcome.failed() {
        let engine = engine_of(&outcome, given)?;
        let conflicts = trials::prescribed_conflicts(&engine, &outcome.packs, today());
        outcome.diagnostics.extend(conflicts);
    }
    match format {
        TextOrJson::Text => {
            eprint!("{}", show::diagnostics(&outcome));
            let (packs, problems) = (outcome.packs.len(), outcome.diagnostics.len());
            eprintln!("{packs} 个规则包，{problems} 个问题 / {packs} packs, {problems} problems");
        }
        TextOrJson::Json => out::line(&render::json(&outcome.diagnostics, &outcome.sources)),
    }
    Ok(if outcome.failed() { BAD } else { OK })
}
