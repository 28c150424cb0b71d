//! The VS Code extension.

use anyhow::Result;

use crate::house::{House, run};

/// Runs its tests. The extension itself holds no logic: what it starts is tested with the command line.
pub fn test(house: &House) -> Result<()> {
    run(house.command("npm").args(["run", "--silent", "test"]).current_dir(house.vscode()))
}
