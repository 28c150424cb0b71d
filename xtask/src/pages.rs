//! The pages: built as they are served, and used in Chromium.

use anyhow::Result;

use crate::house::{House, run};

/// Builds the pages and runs their Playwright tests.
pub fn test(house: &House) -> Result<()> {
    let www = house.www();
    let bin = www.join("node_modules/.bin");
    run(house.command(bin.join("tsc")).current_dir(&www))?;
    run(house.command(bin.join("vite")).args(["build"]).current_dir(&www))?;
    run(house.command("npm").args(["run", "--silent", "test"]).current_dir(&www))
}
