//! The WebAssembly: its tests, and the variants that ship.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::house::{House, WASM, run};

/// One way to build the library for JavaScript hosts.
pub struct Variant {
    /// Its folder under `npm/dist/wasm`, and its key in the ratchet.
    pub name: &'static str,
    features: &'static [&'static str],
    /// How the library is optimised: the variant with the compiler for size, since it compiles once and is loaded on demand.
    optimise: &'static str,
    /// The level of the last pass.
    last_pass: &'static str,
    /// What its WebAssembly should weigh at most, gzipped.
    pub goal: u64,
}

/// What ships: the engine with the compiler, and without; and the client that verifies packs.
pub const VARIANTS: &[Variant] = &[
    Variant { name: "full", features: &["--features", "wasm"], optimise: "z", last_pass: "-Oz", goal: 250_000 },
    Variant {
        name: "runtime",
        features: &["--no-default-features", "--features", "wasm"],
        optimise: "s",
        last_pass: "-O2",
        goal: 150_000,
    },
    Variant {
        name: "trust",
        features: &["--no-default-features", "--features", "wasm-trust"],
        optimise: "s",
        last_pass: "-O2",
        goal: 80_000,
    },
];

impl Variant {
    /// The folder with the glue and the module.
    pub fn folder(&self, house: &House) -> PathBuf {
        house.npm().join("dist/wasm").join(self.name)
    }

    /// The module as it ships.
    pub fn module(&self, house: &House) -> PathBuf {
        self.folder(house).join("zhunze_bg.wasm")
    }
}

/// The wasm-bindgen tests in Node.
pub fn test_in_node(house: &House) -> Result<()> {
    run(&mut test(house))
}

/// The same tests in headless Chromium, with the flags in `webdriver.json`.
pub fn test_in_browser(house: &House) -> Result<()> {
    run(test(house).env("WASM_BINDGEN_USE_BROWSER", "1").env("CHROMEDRIVER", "/usr/bin/chromedriver"))
}

fn test(house: &House) -> Command {
    let mut command = house.cargo("test");
    command
        .args(["--package", "zhunze", "--features", "wasm", "--target", WASM, "--test", "wasm"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", house.tool("wasm-bindgen-test-runner"));
    command
}

/// Builds every variant into `npm/dist/wasm`.
pub fn build(house: &House) -> Result<()> {
    VARIANTS.iter().try_for_each(|variant| build_one(house, variant))
}

fn build_one(house: &House, variant: &Variant) -> Result<()> {
    // A target folder each: in one, cargo would take either variant's module for the other's.
    let target = house.target.join("wasm").join(variant.name);
    run(house
        .cargo("rustc")
        .args(["--package", "zhunze", "--lib", "--crate-type", "cdylib", "--profile", "wasm", "--target", WASM])
        .args(variant.features)
        .args(["--config", &format!("profile.wasm.package.zhunze.opt-level=\"{}\"", variant.optimise)])
        .arg("--target-dir")
        .arg(&target)
        .env("CARGO_ENCODED_RUSTFLAGS", remap(house)))?;
    // The `web` glue serves every host: Node and the edge hand it the module instead of a place to fetch it from.
    let built = target.join(WASM).join("wasm/zhunze.wasm");
    let folder = variant.folder(house);
    if newer(&variant.module(house), &built) {
        println!("{} is up to date", variant.name);
        return Ok(());
    }
    run(house
        .command(house.tool("wasm-bindgen"))
        .args(["--target", "web", "--omit-default-module-path", "--out-name", "zhunze", "--out-dir"])
        .args([&folder, &built]))?;
    let module = variant.module(house);
    let small = folder.join("small.wasm");
    run(house
        .command(house.npm().join("node_modules/.bin/wasm-opt"))
        .args([variant.last_pass, "--strip-debug", "--strip-producers", "-o"])
        .args([&small, &module]))?;
    fs::rename(small, module)?;
    Ok(())
}

/// Panic messages carry source paths; without the machine's folders in them every machine builds the same bytes.
fn remap(house: &House) -> OsString {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let mut flags = OsString::new();
    for (from, to) in [(cargo, "/cargo"), (Some(house.root.clone()), "/zhunze")] {
        let Some(from) = from else { continue };
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(from);
        flags.push("=");
        flags.push(to);
    }
    flags
}

/// Whether a file exists and was written after another.
fn newer(file: &Path, than: &Path) -> bool {
    let written = |path: &Path| fs::metadata(path).and_then(|m| m.modified()).ok();
    written(file).zip(written(than)).is_some_and(|(file, than)| file > than)
}
