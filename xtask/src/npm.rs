//! The npm package: built, packed, installed elsewhere as a user would, and tested there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::house::{House, output, run};

/// The command line.
pub fn cli(house: &House) -> Command {
    let mut command = house.cargo("run");
    command.args(["--quiet", "--package", "zhunze-cli", "--"]);
    command
}

/// Type-checks the sources and writes JavaScript, declarations, the built-in packs and the JSON Schema of their facts into
/// `npm/dist`, beside the WebAssembly.
pub fn build(house: &House) -> Result<()> {
    clear(&house.npm().join("dist"))?;
    run(cli(house).args(["build", "packs", "--lean", "-o", "npm/dist/cn.zzb"]))?;
    run(cli(house).args(["build", "packs", "--lean", "--no-english", "-o", "npm/dist/cn.zh.zzb"]))?;
    digests(house, &["cn.zzb", "cn.zh.zzb"])?;
    let schema = output(cli(house).args(["schema", "--format", "json"]))?;
    fs::write(house.npm().join("dist/schema.json"), schema)?;
    run(house.command(tsc(house)).args(["--project", "npm"]))
}

/// Writes by which digests the package knows the packs that come with it.
fn digests(house: &House, files: &[&str]) -> Result<()> {
    let digest = |file: &&str| -> Result<String> {
        let bytes = fs::read(house.npm().join("dist").join(file))?;
        let hex: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(format!("\n  \"{hex}\", // {file}"))
    };
    let all = files.iter().map(digest).collect::<Result<String>>()?;
    let source = format!("// Written by `cargo xtask`.\nexport const BUILT_IN: readonly string[] = [{all}\n];\n");
    fs::write(house.npm().join("src/digests.ts"), source)?;
    Ok(())
}

/// Builds, packs, installs the tarball in an empty project and runs the tests there.
pub fn test(house: &House) -> Result<()> {
    build(house)?;
    let user = install(house, "npm-user", &[house.npm()])?;
    let tests = copy(&house.npm().join("test"), &user)?;
    let (typed, run_by_node): (Vec<_>, Vec<_>) = tests.iter().partition(|name| name.ends_with(".ts"));
    run(house
        .command(tsc(house))
        .args([
            "--noEmit",
            "--strict",
            "--module",
            "nodenext",
            "--target",
            "es2022",
            "--lib",
            "es2022,dom",
            "--types",
            "",
        ])
        .args(typed)
        .current_dir(&user))?;
    run(node_test(house, &user).args(run_by_node.into_iter().filter(|name| name.ends_with(".test.mjs"))))
}

/// Packs packages and installs the tarballs in an empty project, as a user would. Returns where that project is.
pub fn install(house: &House, project: &str, packages: &[PathBuf]) -> Result<PathBuf> {
    let user = house.target.join(project);
    if user.exists() {
        fs::remove_dir_all(&user)?;
    }
    fs::create_dir_all(&user)?;
    let tarballs = packages.iter().map(|package| pack(house, package, &user)).collect::<Result<Vec<_>>>()?;
    fs::write(user.join("package.json"), "{ \"private\": true, \"type\": \"module\" }\n")?;
    run(house
        .command("npm")
        .args(["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
        .args(&tarballs)
        .current_dir(&user))?;
    Ok(user)
}

/// Node's test runner in such a project; the tests are told where the command line and the repository are.
pub fn node_test(house: &House, user: &Path) -> Command {
    let mut node = house.command("node");
    node.env("ZHUNZE_CLI", house.target.join("debug/zhunze")).env("ZHUNZE_ROOT", &house.root);
    node.arg("--test").current_dir(user);
    node
}

/// Removes what an earlier build left, so that no file ships whose source is gone; the WebAssembly has its own step.
fn clear(dist: &Path) -> Result<()> {
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn tsc(house: &House) -> PathBuf {
    house.npm().join("node_modules/.bin/tsc")
}

fn pack(house: &House, package: &Path, into: &Path) -> Result<PathBuf> {
    fs::copy(house.root.join("LICENSE"), package.join("LICENSE"))?;
    let said =
        output(house.command("npm").args(["pack", "--json", "--pack-destination"]).arg(into).current_dir(package))?;
    let packed: serde_json::Value = serde_json::from_str(&said).context("npm pack --json")?;
    let name = packed[0]["filename"].as_str().context("npm pack names no file")?;
    println!("{name}: {} bytes, {} unpacked", packed[0]["size"], packed[0]["unpackedSize"]);
    Ok(into.join(name))
}

/// Copies every file of a folder and returns their names, sorted.
pub fn copy(from: &Path, to: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().context("a test's name is not text")?;
        fs::copy(entry.path(), to.join(&name))?;
        names.push(name);
    }
    ensure!(!names.is_empty(), "{} holds no test", from.display());
    names.sort();
    Ok(names)
}
