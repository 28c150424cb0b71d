//! Brings the tools that are missing: from crates.io, the npm registry, Debian and rustup, and from nowhere else.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::house::{House, WASM, output, run};

/// Debian packages, each with a file that shows it is there.
const DEBIAN: &[(&str, &str)] = &[
    ("chromium", "/usr/bin/chromium"),
    ("chromium-driver", "/usr/bin/chromedriver"),
    ("fonts-noto-cjk", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
];

/// Installs what is missing.
pub fn everything(house: &House) -> Result<()> {
    println!("▶ install: the tools that are missing");
    let begun = Instant::now();
    target(house)?;
    wasm_bindgen(house)?;
    debian(house)?;
    modules(house, &house.npm())?;
    modules(house, &house.editor())?;
    modules(house, &house.edge())?;
    modules(house, &house.www())?;
    modules(house, &house.vscode())?;
    println!("✓ install {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}

fn target(house: &House) -> Result<()> {
    let libraries = output(house.command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    run(house.command("rustup").args(["target", "add", WASM]))
}

/// The tool writes glue for exactly one version of the crate.
fn wasm_bindgen(house: &House) -> Result<()> {
    let lock = fs::read_to_string(house.root.join("Cargo.lock"))?;
    let wanted = locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    let present = output(house.command(house.tool("wasm-bindgen")).arg("--version"));
    if present.is_ok_and(|line| line.split_whitespace().nth(1) == Some(wanted)) {
        return Ok(());
    }
    let install = || {
        let mut command = house.cargo("install");
        command.args(["wasm-bindgen-cli", "--version", wanted, "--root"]).arg(house.target.join("tools"));
        command
    };
    // A lock file names versions that a registry may not hold, yet or any more; then the newest it holds must do.
    run(install().arg("--locked")).or_else(|error| {
        println!("{error:#}; again without the tool's own lock file:");
        run(&mut install())
    })
}

fn debian(house: &House) -> Result<()> {
    let missing: Vec<_> = DEBIAN.iter().filter(|(_, file)| !Path::new(file).exists()).map(|(name, _)| *name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let hint = || format!("install these Debian packages and try again: {}", missing.join(" "));
    run(house.command("apt-get").args(["update", "--quiet"])).with_context(hint)?;
    run(house
        .command("apt-get")
        .args(["install", "--yes", "--quiet", "--no-install-recommends"])
        .args(&missing)
        .env("DEBIAN_FRONTEND", "noninteractive"))
    .with_context(hint)
}

/// `npm ci`, unless the folder holds what its lock file says.
fn modules(house: &House, folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("in {}:", folder.strip_prefix(&house.root)?.display());
    run(house.command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))?;
    fs::write(stamp, lock)?;
    Ok(())
}

fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_of_the_package_itself() {
        let lock =
            "[[package]]\nname = \"a-b\"\nversion = \"2.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n";
        assert_eq!(locked_version(lock, "a"), Some("1.2.3"));
        assert_eq!(locked_version(lock, "c"), None);
    }
}
