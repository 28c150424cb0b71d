//! The handler for edge runtimes: built, packed, installed elsewhere as a user would, and served by each runtime.

use std::fs;

use anyhow::Result;

use crate::house::{House, run};
use crate::npm::{copy, install, node_test};

/// Builds the handler, installs it beside the package, and runs the tests, which start the runtimes.
pub fn test(house: &House) -> Result<()> {
    run(house.command("npm").args(["run", "--silent", "build"]).current_dir(house.edge()))?;
    let user = install(house, "edge-user", &[house.npm(), house.edge()])?;
    let files = copy(&house.edge().join("test"), &user)?;
    fs::copy(house.npm().join("test/publisher.mjs"), user.join("publisher.mjs"))?;
    run(node_test(house, &user).args(files.iter().filter(|name| name.ends_with(".test.mjs"))))
}
