//! Packs: the built-in ones, those named by `--pack`, and the commands that compile folders of sources.

use crate::args::{PackArgs, TextOrJson, today};
use crate::{BAD, Fallible, OK, out, show, sources, vouched};
use std::path::Path;
use zhunze::compile::{Outcome, PackSource, bundle, compile, trials};
use zhunze::diagnostic::render;
use zhunze::diff::Side;
use zhunze::engine::Engine;
use zhunze::host;
use zhunze::pack::{Bundle, Pack, PackError};

/// The packs that ship with the tool, compiled by the build script.
static BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cn.zzb"));

/// The packs that ship with the tool.
pub fn built_in(with_explain: bool) -> Fallible<Vec<Pack>> {
    host::decode(&[BUILT_IN], with_explain).map_err(|e| format!("内置规则包 built-in packs: {}", e.message().zh))
}

/// The packs to judge by: those named, with the built-in ones they use; or all built-in ones.
pub fn load(args: &PackArgs, with_explain: bool) -> Fallible<Vec<Pack>> {
    if args.named.is_empty() {
        return built_in(with_explain);
    }
    let mut packs = Vec::new();
    for path in &args.named {
        if path.is_dir() && !vouched::is_pulled(path) {
            // Compiled here from sources that the caller can read: the caller's own.
            let (outcome, _) = compile_dir(path, &PackArgs::default())?;
            if outcome.failed() {
                return Err(show::diagnostics(&outcome));
            }
            packs.extend(outcome.packs.into_iter().map(|p| p.pack));
            continue;
        }
        for (name, bytes) in vouched::files(path, args)? {
            let some = host::decode(&[&bytes], with_explain)
                .map_err(|e| format!("{name}: {} / {}", e.message().zh, e.message().en))?;
            packs.extend(some);
        }
    }
    complete(&mut packs, built_in(with_explain)?);
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
pub fn engine(named: &PackArgs) -> Fallible<Engine> {
    host::engine(load(named, false)?).map_err(|e| format!("{} / {}", e.message().zh, e.message().en))
}

/// Compiles a folder; what it uses comes from `--pack` and the built-in packs. Returns the outcome and the packs it used.
pub fn compile_dir(dir: &Path, named: &PackArgs) -> Fallible<(Outcome, Vec<Pack>)> {
    let dirs = sources::pack_dirs(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    if dirs.is_empty() {
        return Err(format!("{}: 没有规则包（.zz 文件） / no pack (no .zz files) here", dir.display()));
    }
    let inputs: Vec<PackSource> =
        dirs.iter().map(|d| sources::read_pack(d, Path::new(""))).collect::<Result<_, _>>()?;
    let own: Vec<Option<&str>> = inputs.iter().map(PackSource::id).collect();
    let mut given = if named.named.is_empty() { Vec::new() } else { load(named, true)? };
    for pack in built_in(true)? {
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
pub fn side(path: &Path, named: &PackArgs) -> Fallible<Side> {
    let packs = if path.is_dir() {
        let (outcome, given) = compile_dir(path, named)?;
        if outcome.failed() {
            return Err(show::diagnostics(&outcome));
        }
        let mut packs: Vec<Pack> = outcome.packs.into_iter().map(|p| p.pack).collect();
        complete(&mut packs, given);
        packs
    } else {
        // What is compared is looked at, whoever made it.
        let own = PackArgs { named: vec![path.to_owned()], allow_unsigned: true, allow_expired: true };
        let mut packs = load(&own, true)?;
        for pack in if named.named.is_empty() { Vec::new() } else { load(named, true)? } {
            if !packs.iter().any(|p| p.core.meta.id == pack.core.meta.id) {
                packs.push(pack);
            }
        }
        packs
    };
    Side::new(packs).map_err(|e| format!("{}: {} / {}", path.display(), e.message().zh, e.message().en))
}

pub fn build(dir: &Path, output: &Path, named: &PackArgs, lean: bool, no_english: bool) -> Fallible<u8> {
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
    let bytes = if no_english { Bundle::without_english(&bytes).map_err(said)? } else { bytes };
    std::fs::write(output, &bytes).map_err(|e| format!("{}: {e}", output.display()))?;
    for pack in &outcome.packs {
        let meta = &pack.pack.core.meta;
        eprintln!("{} ({})  {} rules  {}", meta.id, meta.version, pack.pack.core.rules.len(), pack.pack.digest);
    }
    eprintln!("{}  {} bytes", output.display(), bytes.len());
    Ok(OK)
}

pub fn lint(dir: &Path, named: &PackArgs, format: TextOrJson) -> Fallible<u8> {
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
