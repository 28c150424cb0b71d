//! Compiles the built-in packs with the library, so that `cargo run` needs nothing else.

use std::path::{Path, PathBuf};

#[path = "src/show.rs"]
#[allow(dead_code)] // the command line also shows single files
mod show;
#[path = "src/sources.rs"]
mod sources;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let packs = root.join("packs");
    println!("cargo:rerun-if-changed={}", packs.display());
    if let Err(error) = run(&root, &packs) {
        eprintln!("{error}");
        std::process::exit(1);
    }
}

fn run(root: &Path, packs: &Path) -> Result<(), String> {
    let dirs = sources::pack_dirs(packs).map_err(|e| format!("{}: {e}", packs.display()))?;
    let inputs: Vec<_> = dirs.iter().map(|d| sources::read_pack(d, root)).collect::<Result<_, _>>()?;
    let outcome = zhunze::compile::compile(&inputs, &[]);
    if outcome.failed() {
        let shown = show::diagnostics(&outcome);
        return Err(format!("the built-in packs do not compile\n{shown}"));
    }
    let bundle = zhunze::compile::bundle(&outcome.packs).map_err(|e| e.to_string())?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?).join("cn.zzb");
    std::fs::write(&out, bundle).map_err(|e| format!("{}: {e}", out.display()))
}
