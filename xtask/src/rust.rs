//! Checks of the Rust sources.

use anyhow::Result;

use crate::house::{House, WASM, run};

/// Formatting.
pub fn format(house: &House) -> Result<()> {
    run(house.cargo("fmt").args(["--all", "--check"]))
}

/// Lints, for each way in which the library is built.
pub fn clippy(house: &House) -> Result<()> {
    const WAYS: &[&[&str]] = &[
        &["--workspace", "--all-targets"],
        &["--package", "zhunze", "--all-targets", "--no-default-features"],
        &["--package", "zhunze", "--lib", "--tests", "--features", "wasm", "--target", WASM],
        &["--package", "zhunze", "--lib", "--no-default-features", "--features", "wasm", "--target", WASM],
        &["--package", "zhunze", "--lib", "--no-default-features", "--features", "wasm-trust", "--target", WASM],
    ];
    for way in WAYS {
        run(house.cargo("clippy").args(*way).args(["--quiet", "--", "--deny", "warnings"]))?;
    }
    Ok(())
}

/// The tests of every crate, documentation included.
pub fn workspace(house: &House) -> Result<()> {
    run(house.cargo("test").arg("--workspace"))
}

/// The library as hosts use it that only evaluate packs.
pub fn runtime(house: &House) -> Result<()> {
    run(house.cargo("test").args(["--package", "zhunze", "--no-default-features"]))
}
