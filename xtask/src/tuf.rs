//! Interoperation with the reference implementation of The Update Framework, PyPI's `tuf`, in both directions.

use std::fs;

use anyhow::{Context, Result};

use crate::house::{House, run};

/// Brings `tuf` into a Python environment under the target directory and runs `xtask/tuf/interop.py` with it.
pub fn test(house: &House) -> Result<()> {
    environment(house)?;
    run(house.cargo("build").args(["--quiet", "--package", "zhunze-cli"]))?;
    run(house
        .command(house.target.join("tuf/bin/python"))
        .arg("xtask/tuf/interop.py")
        .arg(house.target.join("debug/zhunze"))
        .arg(house.root.join("examples/platform/shop.rules"))
        .arg(house.target.join("tuf-work")))
}

/// An environment that holds what the requirements say, unless it does already.
fn environment(house: &House) -> Result<()> {
    let folder = house.target.join("tuf");
    let requirements = house.root.join("xtask/tuf/requirements.txt");
    let wanted = fs::read(&requirements)?;
    let stamp = folder.join(".installed-requirements");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("a Python environment with the packages of xtask/tuf/requirements.txt, in {}:", folder.display());
    let make = || run(house.command("python3").args(["-m", "venv", "--clear"]).arg(&folder));
    // Debian's Python comes without the module.
    make()
        .or_else(|_| {
            let install = ["install", "--yes", "--quiet", "--no-install-recommends", "python3", "python3-venv"];
            run(house.command("apt-get").args(["update", "--quiet"]))?;
            run(house.command("apt-get").args(install).env("DEBIAN_FRONTEND", "noninteractive"))?;
            make()
        })
        .context("install python3 with its venv module and try again")?;
    run(house
        .command(folder.join("bin/python"))
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(&requirements))?;
    fs::write(stamp, wanted)?;
    Ok(())
}
