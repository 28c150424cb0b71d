//! Benchmarks: Criterion's natively, a script each in Node.

use std::fs;

use anyhow::Result;

use crate::house::{House, WASM, run};
use crate::{bench_diff, npm, wasm};

/// Criterion benchmarks: files in `benches/`, declared in `Cargo.toml` with `harness = false`.
const NATIVE: &[&str] = &["eval", "text"];

/// Runs every benchmark whose name contains the filter. Node's are the scripts in `npm/bench`.
pub fn run_all(house: &House, filter: Option<&str>) -> Result<()> {
    let chosen = |name: &str| filter.is_none_or(|filter| name.contains(filter));
    for name in NATIVE.iter().filter(|name| chosen(name)) {
        run(house.cargo("bench").args(["--package", "zhunze", "--bench", name]))?;
    }
    if chosen("diff") {
        bench_diff::run_all(house)?;
    }
    let mut scripts = Vec::new();
    for entry in fs::read_dir(house.npm().join("bench"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "mjs")
            && path.file_stem().is_some_and(|name| chosen(&name.to_string_lossy()))
        {
            scripts.push(path);
        }
    }
    if scripts.is_empty() {
        return Ok(());
    }
    scripts.sort();
    wasm::build(house)?;
    npm::build(house)?;
    let out = house.target.join("bench");
    fs::create_dir_all(&out)?;
    let ten = out.join("ten.zzb");
    // Ten rules and the facts they speak of, and nothing else.
    let sources = out.join("ten");
    for (name, folder) in [("facts", "packs/cn.facts"), ("ten", "benches/ten-rules")] {
        fs::create_dir_all(sources.join(name))?;
        npm::copy(&house.root.join(folder), &sources.join(name))?;
    }
    run(npm::cli(house).arg("build").arg(&sources).arg("-o").arg(&ten))?;
    run(house
        .cargo("rustc")
        .args([
            "--package",
            "zhunze-bench-wasm",
            "--crate-type",
            "cdylib",
            "--profile",
            "wasm",
            "--target",
            WASM,
            "--target-dir",
        ])
        .arg(&out))?;
    let module = out.join(WASM).join("wasm/zhunze_bench_wasm.wasm");
    scripts.iter().try_for_each(|script| {
        run(house
            .command("node")
            .arg(script)
            .env("ZHUNZE_BENCH_WASM", &module)
            .env("ZHUNZE_TEN_RULES", &ten)
            .env("ZHUNZE_CLI", house.target.join("debug/zhunze")))
    })
}
