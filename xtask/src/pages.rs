//! The component and the pages: built as they are served, and used in Chromium.

use std::fs;

use anyhow::{Context, Result};

use crate::house::{House, output, run};
use crate::npm::cli;

/// Builds the component and the pages and runs their Playwright tests.
pub fn test(house: &House) -> Result<()> {
    build(house)?;
    run(house.command("npm").args(["run", "--silent", "test"]).current_dir(house.www()))
}

/// Builds the component, the data of the law page, and the pages.
fn build(house: &House) -> Result<()> {
    run(house.command("npm").args(["run", "--silent", "build"]).current_dir(house.editor()))?;
    law(house)?;
    run(house.command("npm").args(["run", "--silent", "build"]).current_dir(house.www()))
}

/// Writes what the law page shows, each on one line: every rule as `explain` tells it, and the coverage of the law.
fn law(house: &House) -> Result<()> {
    let folder = house.www().join("public/data");
    fs::create_dir_all(&folder)?;
    let told = output(cli(house).args(["explain", "--all", "--format", "json"]))?;
    let rules: serde_json::Value = serde_json::from_str(&told).context("zhunze explain")?;
    fs::write(folder.join("rules.json"), rules.to_string())?;
    // Its status says whether the law is covered whole, which is not for the pages to judge.
    let told = cli(house).args(["coverage", "--format", "json"]).output().context("zhunze coverage")?.stdout;
    let coverage: serde_json::Value = serde_json::from_slice(&told).context("zhunze coverage")?;
    fs::write(folder.join("coverage.json"), coverage.to_string())?;
    Ok(())
}
